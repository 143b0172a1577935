/* SPDX-License-Identifier: MIT */
/* What an audit is asked for. */
#ifndef AUDIT_OPTIONS_H
#define AUDIT_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
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

#endif
