/* SPDX-License-Identifier: MIT */
/* Administrative divisions, GB/T 2260, from 1980 on, abolished ones too: shown, never judged. */
#ifndef REGION_H
#define REGION_H

#include <stdbool.h>

#include "diag.h"
#include "finding.h"

enum { REGION_DIGITS = 6 };

struct regions;

struct region {
	char name[128]; /* full: 江苏省盐城市亭湖区; the part that is known when the county is not */
	bool known;     /* the six digits are in some edition */
	int until;      /* the last year the code held; 0: still does */
};

/* Reads regions.tsv: code, first year, last year or nothing, name; tabs between, the lowest code first, #
 * before a comment. NULL: d says what is wrong, with line and column. Owned by the caller. */
struct regions *region_load(const char *path, struct diag *d);
struct regions *region_parse(const char *bytes, size_t len, struct diag *d);
void region_free(struct regions *r); /* NULL is allowed */

/* Looks up the first six digits of a number for somebody born in that year (0: any): where a code had
 * several names, that of the year. false: not even the province is known; *out is empty then. */
bool region_find(const struct regions *r, const char *digits, int year, struct region *out);

/* Adds a note when the six digits of a number of the right form are in no edition. r may be NULL: then
 * nothing is known, and nothing said. */
void region_check(const struct regions *r, const char *number, struct findings *out);

#endif
