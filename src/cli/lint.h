/* SPDX-License-Identifier: MIT */
/* `xueji lint`: what is wrong with a data file, all of it. */
#ifndef LINT_H
#define LINT_H

#include <stdio.h>

/* Tells by its content what each file is (guide, FAQ, demo script, record, list of records, roster)
 * and writes every problem to out as FILE:LINE:COLUMN. Returns the exit status: 0 none, 1 some, 2 a
 * file could not be read at all. */
int lint_run(char *const *files, int count, FILE *out);

#endif
