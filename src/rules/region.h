/* SPDX-License-Identifier: MIT */
/* Administrative divisions, GB/T 2260, abolished ones too: shown, never judged but for the province. */
#ifndef REGION_H
#define REGION_H

#include <stdbool.h>

#include "base/diag.h"
#include "rules/finding.h"

struct regions;

enum { REGION_DIGITS = 6, REGION_PART = 48, REGION_NAME = 3 * REGION_PART + 1 };

/* A place by its code. */
struct region {
	char name[REGION_NAME]; /* full: 江苏省盐城市亭湖区; else what is known of it */
	bool known;             /* the six digits are in the table */
	int until;              /* the last year the code held; 0: still does, or not known */
};

/* Reads regions.tsv: code, first year, last year or nothing, name; a tab between, by code and year;
 * lines of `#`, empty ones, CRLF and a byte order mark are allowed. NULL: d (may be NULL) says what
 * is wrong in each bad row, with line and column. Owned by the caller. */
struct regions *region_load(const char *path, struct diag *d);
struct regions *region_parse(const char *bytes, size_t len,
			     struct diag *d); /* the same, of bytes */
void region_free(struct regions *r);          /* NULL is allowed */

/* The table where the data lies (paths.h). NULL, without a word, when it is nowhere or wrong: all
 * that is lost is what it would say of the place. */
struct regions *region_load_usual(void);

/* Looks up the first six digits of a string, with the names of that year (0: the latest); of a year
 * when the code did not hold, the nearest. false: no six digits, or not even the province is known;
 * *out is empty then. */
bool region_find(const struct regions *r, const char *digits, int year, struct region *out);

/* Adds a note at place 1 when the province of a number of the right form is known, but its six
 * digits are not. Says nothing when r is NULL. */
void region_check(const struct regions *r, const char *number, struct findings *out);

#endif
