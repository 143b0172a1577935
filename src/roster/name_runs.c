/* SPDX-License-Identifier: MIT */
#include "roster/name_runs.h"

enum { RUN_SHARE = 1000 };

void name_runs_end(struct name_runs *r)
{
	struct name_run *run = &r->last;

	if (run->students >= NAME_RUN_LEAST && run->count <= NAME_RUN_MOST &&
	    r->count < NAME_RUNS_MAX) {
		while (run->states[run->count - 1] == NAME_RUN_SKIPPED)
			run->count--;
		r->items[r->count++] = *run;
	}
	run->count = run->students = 0;
}

void name_runs_skip(struct name_runs *r, size_t row)
{
	struct name_run *run = &r->last;

	if (run->count > 0 && run->count < NAME_RUN_MOST && row == run->first + run->count)
		run->states[run->count++] = NAME_RUN_SKIPPED;
}

void name_runs_correct(struct name_runs *r, size_t row, enum audit_state state)
{
	struct name_run *run = &r->last;

	for (size_t i = 0; i < r->count && (row < run->first || row >= run->first + run->count);
	     i++)
		run = &r->items[i];
	if (row >= run->first && row < run->first + run->count && row - run->first < NAME_RUN_MOST)
		run->states[row - run->first] = (uint8_t)state;
}

bool name_runs_is_filled(const struct name_run *run, size_t rows)
{
	return run->students >= NAME_RUN_LEAST + rows / RUN_SHARE;
}
