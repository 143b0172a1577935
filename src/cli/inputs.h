/* SPDX-License-Identifier: MIT */
/* Opens the files that options name: a guide, and a record or a roster to find it in. */
#ifndef INPUTS_H
#define INPUTS_H

#include "cli/cmd.h"
#include "model/guide.h"
#include "rules/record.h"

/* Prints the first few problems of d as an error message. Returns STATUS_TROUBLE. */
int inputs_trouble(const struct diag *d);

/* Returns the guide that --guide names, else the shipped one, and its path; both owned by the
 * caller. NULL: d says why; *path may be NULL too. */
struct guide *inputs_guide(const struct options *o, char **path, struct diag *d);

/* The file of --record. Both members are NULL without that option. */
struct source {
	const char *roster; /* borrowed: path of the roster to search; NULL if absent */
	bool candidates;    /* the roster has candidate numbers */
	/* Borrowed: the record passed to inputs_source(); NULL if absent. */
	const struct record *record;
};

/* Reads a single record into *record; only checks that a roster can be searched. Returns false if
 * the file cannot be used: d says why. */
bool inputs_source(const struct options *o, struct record *record, struct source *out,
		   struct diag *d);

#endif
