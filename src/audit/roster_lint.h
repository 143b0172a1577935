/* SPDX-License-Identifier: MIT */
/* Checks the structure of a roster, not the values in it. */
#ifndef ROSTER_LINT_H
#define ROSTER_LINT_H

#include <stdbool.h>

#include "base/diag.h"

/* Reads a roster ("-": standard input) to its end and adds a problem for all that makes it hard to
 * read: no column of names or ID numbers, no students, rows with more cells than the header, two
 * encodings, a quote without its closing quote, NUL bytes. Sets the file of d. Returns true if
 * there are no problems. The problem of a file that cannot be opened or read has line 0. */
bool roster_lint(const char *path, struct diag *d);

#endif
