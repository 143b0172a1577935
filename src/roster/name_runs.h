/* SPDX-License-Identifier: MIT */
/* Finds names that were filled down: consecutive rows with one name and different numbers. A few
 * students may share a name, but not so many. */
#ifndef NAME_RUNS_H
#define NAME_RUNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "roster/fast_path.h"
#include "roster/repeats.h"
#include "roster/tally.h"

/* NAME_RUN_LEAST consecutive students, plus one for each thousand students, are more than a sorted
 * roster has of namesakes. */
enum { NAME_RUNS_MAX = 16, NAME_RUN_LEAST = 5 };

/* Initialised with zeros. */
struct name_runs {
	/* The run that the last row belongs to; runs that are long enough. */
	struct name_run last, items[NAME_RUNS_MAX];
	size_t count;
	uint32_t name;   /* of the last run */
	uint64_t number; /* of the last row */
};

/* Ends the last run and keeps it if it may be long enough. */
void name_runs_end(struct name_runs *r);

/* Adds the row to the run that it continues, or begins one. */
static inline void name_runs_follow(struct name_runs *r, const struct row_keys *row,
				    enum audit_state state)
{
	if (row->name == 0 || row->name != r->name || row->number == r->number ||
	    row->row != (size_t)r->last.first + r->last.count) {
		if (r->last.students >= NAME_RUN_LEAST)
			name_runs_end(r);
		r->last.count = r->last.students = 0;
		r->last.first = (uint32_t)row->row;
		r->name = row->name;
	}
	r->number = row->number;
	if (r->last.count < NAME_RUN_MOST)
		r->last.states[r->last.count] = (uint8_t)state;
	r->last.count++;
	r->last.students++;
}

/* Continues the run across a row that is no student's. */
void name_runs_skip(struct name_runs *r, size_t row);

/* Corrects the state of a row in the run that it belongs to, if there is one. */
void name_runs_correct(struct name_runs *r, size_t row, enum audit_state state);

/* Returns true if a run is too long for namesakes. rows: students of the roster. */
bool name_runs_is_filled(const struct name_run *run, size_t rows);

#endif
