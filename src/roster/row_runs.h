/* SPDX-License-Identifier: MIT */
/* A set of row numbers, kept as runs of consecutive ones. */
#ifndef ROW_RUNS_H
#define ROW_RUNS_H

#include <stdbool.h>
#include <stddef.h>

struct row_run {
	size_t first, last;
};

/* Initialised with zeros. */
struct row_runs {
	struct row_run *items; /* owned */
	size_t count, rows;    /* runs, rows */
	bool unsorted;
	bool of_records; /* set by the caller: rows of the records, not of the roster */
};

/* Adds a row that is not in the set. Rows may come in any order. */
void row_runs_add(struct row_runs *r, size_t row);

/* Sorts the runs and joins those that touch; call it before they are read. */
void row_runs_sort(struct row_runs *r);

void row_runs_free(struct row_runs *r);

#endif
