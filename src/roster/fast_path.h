/* SPDX-License-Identifier: MIT */
/* Skips rows that certainly have no finding, several times faster than the rules: most rows of a
 * roster. Contract: a row is skipped only if the rules would find nothing in it; any row may be
 * left to the rules. tests/unit/test_fast_path.c and test_audit.c compare both. */
#ifndef FAST_PATH_H
#define FAST_PATH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "roster/columns.h"
#include "roster/csv.h"
#include "roster/encoding.h"
#include "roster/fast_path_number.h"

/* Identifies a row's student to find duplicates. Keys are equal if the values are; 0: no key. */
struct row_keys {
	uint64_t number, candidate;
	uint32_t name;
	bool blanks; /* around the number */
	size_t row;
};

struct fast_path {
	struct fast_path_births births;
	size_t rows;           /* skipped so far */
	size_t rounded;        /* those of them whose number ends in 000 */
	size_t marked;         /* those with columns_is_marked() */
	size_t blanks;         /* those with columns_blanks() around the number, passed only if */
	bool pass_blanks;      /* this says so */
	size_t max;            /* of one run, blank rows too */
	size_t count, passed;  /* of the last run; with blank rows */
	struct row_keys *keys; /* borrowed, those of the last run; NULL: not wanted */
};

/* Prepared once for a file. */
struct fast_path_columns {
	const struct columns *columns; /* borrowed */
	size_t count; /* cells up to the last known column; 0: too many for the fast path */
	bool extra;   /* there are known columns besides name and number */
};
struct fast_path_columns fast_path_prepare(const struct columns *columns);

/* Skips rows from the next one on, up to one with a possible finding or one that is not whole in
 * memory. */
void fast_path_skip(struct fast_path *f, struct csv *in, const struct fast_path_columns *columns,
		    enum encoding encoding);

/* Whether a name certainly has no finding. name.len must be above 0, and 8 bytes behind the name
 * must be readable. */
bool fast_path_name_valid(enum encoding encoding, struct slice name) __attribute__((pure));

/* The keys of a row by its cells. */
struct row_keys row_keys(size_t row, struct slice name, struct slice number,
			 struct slice candidate);

#endif
