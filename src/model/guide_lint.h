/* SPDX-License-Identifier: MIT */
/* Finds mistakes in a guide that its format allows. */
#ifndef GUIDE_LINT_H
#define GUIDE_LINT_H

#include "base/diag.h"

/* Reports all that guide_load() reports. In a guide that loads, also reports a FAQ file with a
 * problem, a form or a verification that no step opens, names that stand twice in one list, a field
 * that repeats a password without a password field before it, statuses of which none has
 * OUTCOME_PASS or one that means nothing known has it, and a verification that compares nothing. */
void guide_lint(const char *path, struct diag *d);

#endif
