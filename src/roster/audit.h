/* SPDX-License-Identifier: MIT */
/* `xueji audit`: every row of a roster by the rules, against each other, against gaokao records. */
#ifndef AUDIT_H
#define AUDIT_H

#include <stdbool.h>
#include <stdio.h>

#include "roster/audit_options.h"

/* Reads each roster through and writes what is found in it; at the end, of several, what is
 * found in all of them together: who is in none, who is in two, and the totals. Returns the exit
 * status: 0 nothing wrong, 1 something found, 2 trouble, said on standard error. ^C ends the
 * reading: what was found so far is written, and *interrupted is set. */
int audit_run(const struct audit_options *options, FILE *out, bool *interrupted);

#endif
