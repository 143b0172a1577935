/* SPDX-License-Identifier: MIT */
/* Options of an audit. */
#ifndef AUDIT_OPTIONS_H
#define AUDIT_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/date.h"

struct audit_options {
	const char *const *rosters; /* "-": standard input */
	size_t roster_count;
	const char *against; /* a file of records to compare with; NULL if absent */
	bool json;           /* JSON lines instead of a report */
	bool by_student;     /* the report groups findings by student, not by kind */
	bool all;            /* the report lists all findings, not only the first of each kind */
	bool reveal;         /* names and numbers are not masked */
	bool no_duplicates;  /* do not look for duplicate numbers: constant memory */
	FILE *progress;      /* stream for the progress bar; NULL: no bar */
	int patience;        /* milliseconds before the bar appears; 0: at once */
	struct date today;
	size_t block, head; /* as in struct csv_options; 0: the default */
};

#endif
