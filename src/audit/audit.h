/* SPDX-License-Identifier: MIT */
/* `xueji audit`: checks every row of the rosters by the rules, against the other rows, and against
 * gaokao records. */
#ifndef AUDIT_H
#define AUDIT_H

#include <stdbool.h>
#include <stdio.h>

#include "audit/audit_options.h"

/* Audits each roster and writes its findings to out, then for several rosters those of all
 * together: students in none of them, students in two, and the totals. Returns the exit status: 0
 * no errors, 1 errors found, 2 trouble, with a message on standard error. ^C ends the reading: the
 * findings so far are written and *interrupted is set. */
int audit_run(const struct audit_options *options, FILE *out, bool *interrupted);

#endif
