/* SPDX-License-Identifier: MIT */
#include "roster/repeats.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

size_t repeats_roster_of(const struct repeats_rosters *rosters, uint32_t row)
{
	size_t low = 0, high = rosters->count, middle;

	while (high - low > 1) {
		middle = low + (high - low) / 2;
		if (rosters->items[middle].start < row)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* By the first row, then by row. */
static int by_rows(const void *a, const void *b)
{
	const struct repeat *x = a, *y = b;

	if (x->first != y->first)
		return (x->first > y->first) - (x->first < y->first);
	return (x->row > y->row) - (x->row < y->row);
}

static void make_space(struct repeats *r, size_t rows)
{
	uint8_t *worse = xcalloc(rows, 1);

	if (r->rows > 0)
		memcpy(worse, r->worse, r->rows);
	free(r->worse);
	r->worse = worse;
	r->rows = rows;
}

/* Counts a row that is worse as a duplicate than by the rules alone, once, as the gravest. */
static void note_change(struct repeats *r, const struct duplicates_entry *e, enum audit_state to)
{
	if (e->row >= r->rows)
		make_space(r, 2 * (size_t)e->row);
	if (r->worse[e->row] >= (uint8_t)to)
		return;
	r->doubtful -= r->worse[e->row] == AUDIT_DOUBTFUL;
	r->worse[e->row] = (uint8_t)to;
	if (to == AUDIT_WRONG)
		r->wrong[e->tag & REPEATS_STATE_MASK]++;
	else
		r->doubtful++;
}

/* known: how many repeats, in order, are of the other number. */
static void add(struct repeats *r, size_t known, const struct duplicates_entry *first,
		const struct duplicates_entry *e, enum finding_code code, bool elsewhere)
{
	bool same_name = (e->tag ^ first->tag) >> REPEATS_STATE_BITS == 0;
	struct repeat new = { first->row,
			      e->row,
			      e->row,
			      code,
			      elsewhere   ? KIND_REPEATED_ELSEWHERE
			      : same_name ? KIND_REPEATED
					  : KIND_REPEATED_OTHER,
			      elsewhere };

	if (known > 0 && bsearch(&new, r->items, known, sizeof new, by_rows) != NULL)
		return;
	r->items = xgrow(r->items, r->count, sizeof new);
	r->items[r->count++] = new;
	note_change(r, e, AUDIT_WRONG);
	if (!elsewhere && !same_name && (first->tag & REPEATS_STATE_MASK) == AUDIT_CLEAN)
		note_change(r, first, AUDIT_DOUBTFUL);
}

/* So many entries from e on: the first repeat stands for all. */
static void add_filled(struct repeats *r, const struct duplicates_entry *e, size_t count,
		       enum finding_code code)
{
	add(r, 0, e, e + 1, code, false);
	r->items[r->count - 1].kind = KIND_FILLED_DOWN;
	r->items[r->count - 1].last = e[count - 1].row;
	for (size_t i = 2; i < count; i++)
		note_change(r, &e[i], AUDIT_WRONG);
}

/* How many entries from e on are of one key in rows below each other, not all of one name, as when
 * a cell is filled down; 0: too few. */
static size_t count_filled(const struct duplicates_entry *e, size_t left,
			   const struct repeats_rosters *rosters)
{
	enum { LEAST = 4 };
	size_t count = 1;
	bool names = false;

	while (count < left && e[count].key == e->key && e[count].row == e->row + count &&
	       repeats_roster_of(rosters, e[count].row) == repeats_roster_of(rosters, e->row)) {
		names = names || (e[count].tag ^ e->tag) >> REPEATS_STATE_BITS != 0;
		count++;
	}
	return count < LEAST || !names ? 0 : count;
}

static void find(struct repeats *r, const struct duplicates *d, enum finding_code code,
		 const struct repeats_rosters *rosters)
{
	size_t known = r->count, count, roster = 0, filled;
	struct duplicates_entry *entries = duplicates_find(d, &count), first = { 0 }, own = { 0 };

	for (size_t i = 0; i < count; i++) {
		const struct duplicates_entry *e = &entries[i];
		size_t one = repeats_roster_of(rosters, e->row);

		if (e->key == first.key && one == roster) {
			add(r, known, &own, e, code, false);
			continue;
		}
		if (e->key == first.key)
			add(r, known, &first, e, code, true);
		else
			first = *e;
		own = *e;
		roster = one;
		filled = count_filled(e, count - i, rosters);
		if (filled > 0) {
			add_filled(r, e, filled, code);
			i += filled - 1;
		}
	}
	if (count > 0)
		explicit_bzero(entries, count * sizeof *entries);
	free(entries);
}

void repeats_find(struct repeats *out, const struct duplicates *numbers,
		  const struct duplicates *candidates, const struct repeats_rosters *rosters)
{
	find(out, numbers, FINDING_ROSTER_DUPLICATE_ID, rosters);
	if (rosters->count > 1 && out->count > 0) /* of one they are in order */
		qsort(out->items, out->count, sizeof *out->items, by_rows);
	find(out, candidates, FINDING_ROSTER_DUPLICATE_CANDIDATE, rosters);
}

void repeats_count(const struct repeats *r, struct audit_tally *tally)
{
	for (size_t state = 0; state < AUDIT_STATES; state++) {
		tally->states[state] -= r->wrong[state];
		tally->states[AUDIT_WRONG] += r->wrong[state];
	}
	tally->doubtful_by_repeat += r->doubtful;
	tally->states[AUDIT_CLEAN] -= r->doubtful;
	tally->states[AUDIT_DOUBTFUL] += r->doubtful;
}

void repeats_free(struct repeats *r)
{
	free(r->worse);
	free(r->items);
	*r = (struct repeats){ 0 };
}
