/* SPDX-License-Identifier: MIT */
#include "roster/row_runs.h"

#include <stdlib.h>

#include "base/xalloc.h"

void row_runs_add(struct row_runs *r, size_t row)
{
	struct row_run *last = r->count > 0 ? &r->items[r->count - 1] : NULL;

	r->rows++;
	if (last != NULL && row == last->last + 1) {
		last->last = row;
		return;
	}
	r->unsorted = r->unsorted || (last != NULL && row <= last->last);
	r->items = xgrow(r->items, r->count, sizeof *r->items);
	r->items[r->count++] = (struct row_run){ row, row };
}

static int by_first(const void *a, const void *b)
{
	const struct row_run *x = a, *y = b;

	return (x->first > y->first) - (x->first < y->first);
}

void row_runs_sort(struct row_runs *r)
{
	size_t count = 0;

	if (!r->unsorted)
		return;
	qsort(r->items, r->count, sizeof *r->items, by_first);
	for (size_t i = 0; i < r->count; i++) {
		if (count > 0 && r->items[count - 1].last + 1 >= r->items[i].first)
			r->items[count - 1].last = r->items[i].last;
		else
			r->items[count++] = r->items[i];
	}
	r->unsorted = false;
	r->count = count;
}

void row_runs_free(struct row_runs *r)
{
	free(r->items);
	*r = (struct row_runs){ 0 };
}
