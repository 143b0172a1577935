/* SPDX-License-Identifier: MIT */
/* Samples the first rows of a roster: what the cells of each column look like. */
#ifndef COLUMN_SAMPLE_H
#define COLUMN_SAMPLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "roster/columns.h"
#include "table/csv.h"
#include "table/encoding.h"

/* What the cells of one column look like, each a count of cells. */
struct column_cells {
	size_t filled, numbers, names, sexes, candidates, births, ethnic_groups, digits, types;
	size_t rounded;  /* candidate numbers of which a spreadsheet has left nine digits */
	size_t repeated; /* names that the column had before */
	char *seen[COLUMNS_PROBE_ROWS + 1]; /* owned; those names */
};

struct column_sample {
	size_t rows, width;
	struct column_cells columns[COLUMNS_MAX];
};

/* Samples the rows below the header, up to the header of another table, into a zeroed sample.
 * after: the header's row; 0: none. */
void column_sample_take(const struct csv *in, struct decoder *decoder, size_t after,
			struct column_sample *s);

void column_sample_free(struct column_sample *s);

/* How many cells of a column look like values of `what`. */
size_t column_sample_count(const struct column_sample *s, const struct column_cells *c,
			   enum roster_column what);

/* Whether two thirds of the sampled rows or more have such a value. */
bool column_sample_is_like(const struct column_sample *s, const struct column_cells *c,
			   enum roster_column what);

/* The first column whose cells look like `what`, among those that `allowed` marks (NULL: all);
 * COLUMN_ABSENT: none. *all: all of them, as bits. */
size_t column_sample_find(const struct column_sample *s, enum roster_column what,
			  const bool *allowed, uint64_t *all);

/* The columns of the header, as bits, that three quarters of the rows fill, without names and ID
 * numbers. */
uint64_t column_sample_usual(const struct column_sample *s, const struct columns *columns);

#endif
