/* SPDX-License-Identifier: MIT */
/* The files that options name: a guide, a record or a roster to find it in. */
#ifndef INPUTS_H
#define INPUTS_H

#include "cli/cmd.h"
#include "model/guide.h"
#include "rules/record.h"

/* Prints the first few problems of d as an error message. Returns STATUS_TROUBLE. */
int inputs_trouble(const struct diag *d);

/* The guide that --guide names, else the usual one, and its path; both owned by the caller. NULL: d
 * says why; *path may be NULL, too. */
struct guide *inputs_guide(const struct options *o, char **path, struct diag *d);

/* What --record gives. All NULL without that option. */
struct source {
	const char *roster;          /* borrowed: to find the record in; NULL if absent */
	const struct record *record; /* borrowed: that of inputs_source(); NULL if absent */
};

/* Reads a single record into *record; a roster is only looked at. false: d says why the file is of
 * no use. */
bool inputs_source(const struct options *o, struct record *record, struct source *out,
		   struct diag *d);

#endif
