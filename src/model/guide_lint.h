/* SPDX-License-Identifier: MIT */
/* Finds mistakes in a guide that its format allows. */
#ifndef GUIDE_LINT_H
#define GUIDE_LINT_H

#include "base/diag.h"

/* Reports all that guide_load() reports. In a guide that loads, also reports a FAQ file that cannot
 * be read, a field that repeats a password without a password field before it, and a list of
 * statuses none of which has OUTCOME_PASS. */
void guide_lint(const char *path, struct diag *d);

#endif
