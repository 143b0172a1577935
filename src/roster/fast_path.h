/* SPDX-License-Identifier: MIT */
/* Skips rows that certainly have no finding, which are most rows of a roster, several times faster
 * than the rules check them. Contract: a row is skipped only if the rules would find nothing in it;
 * any row may be left to the rules. tests/unit/test_fast_path.c and test_audit.c compare both. */
#ifndef FAST_PATH_H
#define FAST_PATH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "roster/columns.h"
#include "roster/fast_path_number.h"
#include "roster/row_runs.h"
#include "table/csv.h"
#include "table/encoding.h"

/* Keys of a row's student, to find duplicates. Equal values have equal keys; 0: no key. */
struct row_keys {
	uint64_t number, candidate;
	uint32_t name;
	bool surplus; /* there are blanks around the number, or the mark of a spreadsheet */
	size_t row;
};

enum fast_path_around { FAST_PATH_NONE, FAST_PATH_BLANKS, FAST_PATH_MARK, FAST_PATH_AROUNDS };

struct fast_path {
	struct fast_path_births births;
	size_t rows;    /* rows skipped so far */
	size_t rounded; /* skipped rows whose number ends in 000 */
	/* By what is around the number, as number_cell_blanks() says: such rows are skipped, else
	 * left to the rules; borrowed: the set that they are added to, or NULL. */
	bool pass[FAST_PATH_AROUNDS];
	struct row_runs *around[FAST_PATH_AROUNDS];
	size_t surplus;        /* skipped rows with anything around the number */
	size_t max;            /* most rows to skip in one call, blank rows included */
	size_t count, passed;  /* rows of the last call: without, with blank rows */
	struct row_keys *keys; /* borrowed, of the rows of the last call; NULL: not wanted */
};

/* What is prepared once for a file. */
struct fast_path_columns {
	const struct columns *columns; /* borrowed */
	size_t count;                  /* cells up to the last known column; 0: no fast path */
	bool extra;                    /* more than name and number must be checked */
};
struct fast_path_columns fast_path_prepare(const struct columns *columns);

/* Skips rows from the next one on, up to a row that may have a finding or is incomplete in
 * memory. */
void fast_path_skip(struct fast_path *f, struct csv *in, const struct fast_path_columns *columns,
		    enum encoding encoding);

/* Returns true if a name certainly has no finding. name.len must be above 0, and 8 bytes behind the
 * name must be readable. Call fast_path_prepare() before. */
bool fast_path_name_valid(enum encoding encoding, struct slice name) __attribute__((pure));

/* Computes the keys of a row from its cells. */
struct row_keys row_keys(size_t row, struct slice name, struct slice number,
			 struct slice candidate);

#endif
