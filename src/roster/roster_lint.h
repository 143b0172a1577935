/* SPDX-License-Identifier: MIT */
/* What is wrong with the structure of a roster, whatever the students in it. */
#ifndef ROSTER_LINT_H
#define ROSTER_LINT_H

#include <stdbool.h>

#include "base/diag.h"

/* Reads a roster ("-": standard input) through and adds a problem for all that makes it hard to
 * read: no column of names or ID numbers, no students, rows with more cells than the header,
 * two encodings, a quote that nothing closes, NUL bytes. Sets d's file. true: there is none.
 * Trouble (a file that cannot be opened or read) has line 0. */
bool roster_lint(const char *path, struct diag *d);

#endif
