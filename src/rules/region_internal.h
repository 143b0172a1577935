/* SPDX-License-Identifier: MIT */
/* How reading the table and looking a place up share it; nobody else includes this. */
#ifndef REGION_INTERNAL_H
#define REGION_INTERNAL_H

#include <stddef.h>

#include "rules/region.h"

/* A name that held for a code from one year to another. */
struct row {
	int code, first, last; /* last 0: still holds */
	const char *name;      /* in the file's bytes */
};

struct regions {
	char *bytes;      /* owned: the file, each name ended with NUL */
	struct row *rows; /* owned, by code and then by year */
	size_t count;
};

/* Reads that many ASCII digits and goes behind them; false: there are not so many. */
bool region_take_digits(const char **at, int count, int *value);

#endif
