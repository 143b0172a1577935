/* SPDX-License-Identifier: MIT */
/* `xueji audit`: every row of a roster by the rules, against each other, against gaokao records. */
#ifndef AUDIT_H
#define AUDIT_H

#include <stdbool.h>
#include <stdio.h>

#include "base/date.h"

struct audit_options {
	const char *const *rosters; /* "-": standard input */
	size_t roster_count;
	const char *against; /* a file of records; NULL: none */
	bool json;           /* a line for each finding, then the summary */
	bool by_student;     /* the report lists each student once */
	bool all;            /* the report lists all that was found */
	bool reveal;         /* names and numbers as they are */
	bool no_duplicates;  /* do not look for rows that come twice: constant memory */
	FILE *progress;      /* where a bar is drawn when it takes longer; NULL: nowhere */
	int patience;        /* milliseconds before the bar; 0: it is there at once */
	struct date today;
	size_t block, head; /* as in csv.h; 0: the usual */
};

/* Reads each roster through and writes what is found in it; at the end, of several, what is found in all of them
 * together: who is in none, who is in two, and the totals. Returns the exit status: 0 nothing wrong, 1 something found, 2
 * trouble, said on standard error. ^C ends the reading: what was found so far is written, and *interrupted is set. */
int audit_run(const struct audit_options *options, FILE *out, bool *interrupted);

#endif
