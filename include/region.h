/* SPDX-License-Identifier: MIT */
/* Administrative divisions, GB/T 2260, from 1980 on, abolished ones too: shown, never judged. */
#ifndef REGION_H
#define REGION_H

#include <stdbool.h>

#include "diag.h"

struct regions;

struct region {
	char name[128];     /* full: 江苏省盐城市亭湖区; the part that is known when the county is in no table */
	bool known;         /* the six digits are in some edition */
	int until;          /* the last year the code held; 0: still does */
};

/* Reads regions.tsv. NULL: d says why. Owned by the caller. */
struct regions *region_load(const char *path, struct diag *d);
void region_free(struct regions *r);

/* Looks up the first six digits of a number for somebody born in that year (0: any). false: not even
 * the province is known; *out is empty then. */
bool region_find(const struct regions *r, const char *digits, int year, struct region *out);

#endif
