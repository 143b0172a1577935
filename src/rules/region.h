/* SPDX-License-Identifier: MIT */
/* Administrative divisions by GB/T 2260, abolished ones too. */
#ifndef REGION_H
#define REGION_H

#include <stdbool.h>

#include "rules/finding.h"

struct regions;

enum { REGION_DIGITS = 6, REGION_PART = 48, REGION_NAME = 3 * REGION_PART + 1 };

/* A place by its code. */
struct region {
	char name[REGION_NAME]; /* in full: 江苏省盐城市亭湖区; else the part that is known */
	bool known;             /* the six digits are in the table */
	int until;              /* last year the code was valid; 0: still is, or unknown */
};

/* Reads a table of code, first year, last year or nothing, and name, with tabs between, sorted by
 * code and year. Lines that begin with `#`, empty lines, CRLF and a byte order mark are allowed.
 * Owned by the caller. NULL, without a message, if it is missing or has a wrong row: only the names
 * of places are lost. */
struct regions *region_load(const char *path);
struct regions *region_load_shipped(void); /* regions.tsv of the data folder (paths.h) */
void region_free(struct regions *r);       /* NULL is allowed */

/* Looks up the first six digits of a string, with the names of that year (0: the latest), or of the
 * nearest year in which the code was valid. false: there are no six digits, or the province is not
 * known; *out is empty. */
bool region_find(const struct regions *r, const char *digits, int year, struct region *out);

/* Adds a note at place 1 if the province of a well-formed number is known and its six digits are
 * not. r: NULL adds nothing. */
void region_check(const struct regions *r, const char *number, struct findings *out);

#endif
