/* SPDX-License-Identifier: MIT */
/* Checks a guide for what its format allows and yet does not work. */
#ifndef GUIDE_LINT_H
#define GUIDE_LINT_H

#include "base/diag.h"

/* Reports all that guide_load() reports; of a guide that loads, a FAQ file that cannot be read,
 * a password to be repeated without a password before it, statuses none of which passes. */
void guide_lint(const char *path, struct diag *d);

#endif
