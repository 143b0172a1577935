/* SPDX-License-Identifier: MIT */
/* The work of `xueji check`, apart from cmd_check() so that tests need not wait. */
#ifndef CMD_CHECK_H
#define CMD_CHECK_H

#include <stdbool.h>
#include <stdio.h>

#include "base/date.h"
#include "cli/cmd.h"
#include "rules/record.h"
#include "rules/region.h"

struct check {
	/* Borrowed; NULL if there is none to compare with, or it is searched in the roster. */
	const struct record *record;
	const char *roster;            /* borrowed; NULL if absent */
	bool candidates;               /* the roster has candidate numbers */
	void (*wait)(int seconds);     /* called to pause after a miss; needed with a roster */
	const struct regions *regions; /* borrowed; NULL: the region is not checked */
	struct date today;
	bool json;
};

/* Reads the name and the ID number, one line each, and the candidate number: required with a
 * roster, else only if 14 digits follow. Prompts if `in` is a terminal. Writes the findings to out.
 * Returns the exit status: 0 no error, 1 an error found, 2 for too few lines, lines that are not
 * text or more lines than needed, and for a student who is not in the roster, after a pause; 2 is
 * explained on standard error. */
int check_run(const struct check *c, FILE *in, FILE *out);

#endif
