/* SPDX-License-Identifier: MIT */
#include "audit/name_runs.h"

#include <stdlib.h>

#include "base/xalloc.h"

enum { RUN_SHARE = 1000 };

void name_runs_end(struct name_runs *r)
{
	if (r->run.students >= NAME_RUN_LEAST) {
		r->items = xgrow(r->items, r->count, sizeof *r->items);
		r->items[r->count++] = r->run;
	}
	r->run.students = 0;
}

void name_runs_skip(struct name_runs *r, size_t row)
{
	r->end += row == r->end + 1;
}

bool name_runs_is_filled(const struct name_run *run, size_t rows)
{
	return run->students >= NAME_RUN_LEAST + rows / RUN_SHARE;
}
