/* SPDX-License-Identifier: MIT */
/* Finds names that were filled down: consecutive rows with one name and different numbers. A few
 * students may share a name, but not so many. */
#ifndef NAME_RUNS_H
#define NAME_RUNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "audit/repeats.h"
#include "roster/fast_path.h"

/* So many consecutive students, plus one for each thousand students, are more than a sorted roster
 * has of namesakes. */
enum { NAME_RUN_LEAST = 5 };

/* Initialised with zeros. */
struct name_runs {
	struct name_run run;    /* that the last row belongs to */
	struct name_run *items; /* owned: those that may be long enough */
	size_t count, end;      /* end: the last row that was read, if it is of the run */
	uint32_t name;          /* of the run */
	uint64_t number;        /* of the last student */
};

/* Ends the last run and keeps it if it may be long enough. */
void name_runs_end(struct name_runs *r);

/* Adds the row to the run that it continues, or begins one. */
static inline void name_runs_follow(struct name_runs *r, const struct row_keys *row)
{
	if (row->name == 0 || row->name != r->name || row->number == r->number ||
	    row->row != r->end + 1) {
		if (r->run.students >= NAME_RUN_LEAST)
			name_runs_end(r);
		r->run = (struct name_run){ .first = (uint32_t)row->row };
		r->name = row->name;
	}
	r->number = row->number;
	r->end = row->row;
	r->run.last = (uint32_t)row->row;
	r->run.students++;
}

/* Continues the run across a row that is not a student's. */
void name_runs_skip(struct name_runs *r, size_t row);

/* Returns true if a run is too long for namesakes. rows: students of the roster. */
bool name_runs_is_filled(const struct name_run *run, size_t rows);

#endif
