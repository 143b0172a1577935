/* SPDX-License-Identifier: MIT */
#include "audit/repeats.h"

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

/* The earlier of the two rows. */
static uint32_t upper(const struct repeat *r)
{
	return r->first < r->row ? r->first : r->row;
}

/* By the earlier row, then by the other. */
static int by_rows(const void *a, const void *b)
{
	const struct repeat *x = a, *y = b;
	uint64_t one = (uint64_t)upper(x) << 32 | (x->first ^ x->row ^ upper(x));
	uint64_t other = (uint64_t)upper(y) << 32 | (y->first ^ y->row ^ upper(y));

	return (one > other) - (one < other);
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

/* Counts a row whose state is worse as a duplicate than by the rules alone; a row is counted once,
 * with its worst state. from: its state by the rules. */
static void note_change(struct repeats *r, uint32_t row, enum audit_state from, enum audit_state to)
{
	if (row >= r->rows)
		make_space(r, 2 * (size_t)row);
	if (r->worse[row] >= (uint8_t)to)
		return;
	r->doubtful -= r->worse[row] == AUDIT_DOUBTFUL;
	r->worse[row] = (uint8_t)to;
	if (to == AUDIT_WRONG)
		r->wrong[from]++;
	else
		r->doubtful++;
}

static enum audit_state state_of(const struct duplicates_entry *e)
{
	return (enum audit_state)(e->tag & REPEATS_STATE_MASK);
}

static bool is_contradicted(const struct duplicates_entry *e)
{
	return (e->tag & REPEATS_CONTRADICTED) != 0;
}

static bool has_name_of(const struct duplicates_entry *e, const struct duplicates_entry *other)
{
	return (e->tag ^ other->tag) >> REPEATS_NAME_SHIFT == 0;
}

void repeats_of_names(struct repeats *r, struct repeat *repeat, enum finding_kind kind)
{
	repeat->kind = kind;
	if (repeat->doubt)
		note_change(r, repeat->first, AUDIT_CLEAN, AUDIT_DOUBTFUL);
}

enum way { BY_NUMBER, BY_CANDIDATE, BY_PERSON };

/* Adds a repeat. known: how many repeats, sorted, are of the other number; a repeat between the
 * same two rows is not added again. */
static void add(struct repeats *r, size_t known, const struct duplicates_entry *first,
		const struct duplicates_entry *e, enum way way, bool elsewhere)
{
	static const enum finding_kind kinds[][2] = {
		[BY_NUMBER] = { KIND_REPEATED, KIND_REPEATED_ELSEWHERE },
		[BY_CANDIDATE] = { KIND_REPEATED, KIND_REPEATED_ELSEWHERE },
		[BY_PERSON] = { KIND_REPEATED_PERSON, KIND_REPEATED_PERSON_ELSEWHERE },
	};
	bool plain = way == BY_NUMBER && is_contradicted(e) && !is_contradicted(first);
	struct repeat new = { .first = first->row,
			      .row = e->row,
			      .last = e->row,
			      .code = way == BY_CANDIDATE ? FINDING_ROSTER_DUPLICATE_CANDIDATE
							  : FINDING_ROSTER_DUPLICATE_ID,
			      .kind = kinds[way][elsewhere],
			      .elsewhere = elsewhere,
			      .doubt = !plain && state_of(first) == AUDIT_CLEAN,
			      .other_name = !has_name_of(e, first) };

	if (way == BY_PERSON && e->row < r->rows && r->worse[e->row] == AUDIT_WRONG)
		return; /* it repeats a row already */
	if (known > 0 && bsearch(&new, r->items, known, sizeof new, by_rows) != NULL)
		return;
	if (way == BY_PERSON) /* which need not have the same name */
		new.doubt = false;
	else if (!elsewhere && new.other_name)
		repeats_of_names(r, &new, plain ? KIND_REPEATED_OF_ANOTHER : KIND_REPEATED_OTHER);
	r->items = xgrow(r->items, r->count, sizeof new);
	r->items[r->count++] = new;
	note_change(r, e->row, state_of(e), AUDIT_WRONG);
}

/* Adds count entries from e on as filled down: the first repeat stands for all. */
static void add_filled(struct repeats *r, const struct duplicates_entry *e, size_t count,
		       enum way way)
{
	add(r, 0, e, e + 1, way, false);
	r->items[r->count - 1].kind = KIND_FILLED_DOWN;
	r->items[r->count - 1].last = e[count - 1].row;
	for (size_t i = 2; i < count; i++)
		note_change(r, e[i].row, state_of(&e[i]), AUDIT_WRONG);
}

/* Of `left` entries of one key in one roster, returns how many from the first on are in consecutive
 * rows and do not all have one name, as when a cell is filled down; 0: too few. */
static size_t count_filled(const struct duplicates_entry *e, size_t left)
{
	enum { LEAST = 4 };
	size_t count = 1;
	bool names = false;

	for (; count < left && e[count].row == e->row + count; count++)
		names = names || !has_name_of(&e[count], e);
	return count < LEAST || !names ? 0 : count;
}

/* Returns the first entry that nothing contradicts, else the first one. Rows of one person may have
 * different numbers: there it is the first entry without errors. */
static const struct duplicates_entry *owner_of(const struct duplicates_entry *e, size_t count,
					       enum way way)
{
	for (size_t i = 0; i < count; i++)
		if (way == BY_PERSON ? state_of(&e[i]) != AUDIT_WRONG : !is_contradicted(&e[i]))
			return &e[i];
	return e;
}

static size_t count_of_key(const struct duplicates_entry *e, size_t left)
{
	size_t count = 1;

	while (count < left && e[count].key == e->key)
		count++;
	return count;
}

static size_t count_of_roster(const struct duplicates_entry *e, size_t left,
			      const struct repeats_rosters *rosters)
{
	size_t count = 1, roster = repeats_roster_of(rosters, e->row);

	while (count < left && repeats_roster_of(rosters, e[count].row) == roster)
		count++;
	return count;
}

/* Adds the repeats among count rows of one roster with one number. first: the row that the number
 * belongs to, perhaps in another roster. */
static void find_in_roster(struct repeats *r, size_t known, const struct duplicates_entry *e,
			   size_t count, const struct duplicates_entry *first, enum way way)
{
	const struct duplicates_entry *own = owner_of(e, count, way);
	size_t filled = way == BY_PERSON ? 0 : count_filled(e, count);

	if (first < e || first >= e + count)
		add(r, known, first, own, way, true);
	if (filled > 0) {
		own = e;
		add_filled(r, e, filled, way);
	}
	for (size_t i = filled; i < count; i++)
		if (&e[i] != own)
			add(r, known, own, &e[i], way, false);
}

static void find(struct repeats *r, const struct duplicates *d, enum way way,
		 const struct repeats_rosters *rosters)
{
	size_t known = r->count, count = 0, step, part;
	struct duplicates_entry *entries = d != NULL ? duplicates_find(d, &count) : NULL;

	for (size_t i = 1; d != NULL && i < known; i++) /* they are nearly always sorted */
		if (by_rows(&r->items[i - 1], &r->items[i]) > 0) {
			qsort(r->items, known, sizeof *r->items, by_rows);
			break;
		}
	for (size_t i = 0; i < count; i += step) {
		const struct duplicates_entry *e = &entries[i], *first;

		step = count_of_key(e, count - i);
		first = owner_of(e, step, way);
		for (size_t at = 0; at < step; at += part) {
			part = count_of_roster(e + at, step - at, rosters);
			find_in_roster(r, known, e + at, part, first, way);
		}
	}
	if (count > 0)
		explicit_bzero(entries, count * sizeof *entries);
	free(entries);
}

struct repeats_tables repeats_tables_new(bool with_people)
{
	return (struct repeats_tables){ duplicates_new(), duplicates_new(),
					with_people ? duplicates_new() : NULL };
}

void repeats_tables_free(struct repeats_tables *tables)
{
	duplicates_free(tables->numbers);
	duplicates_free(tables->candidates);
	duplicates_free(tables->people);
}

void repeats_find(struct repeats *out, const struct repeats_tables *tables,
		  const struct repeats_rosters *rosters)
{
	find(out, tables->numbers, BY_NUMBER, rosters);
	find(out, tables->candidates, BY_CANDIDATE, rosters);
	find(out, tables->people, BY_PERSON, rosters);
}

static enum audit_state row_state(const struct row_states *states, size_t row)
{
	return row < states->count ? (enum audit_state)states->items[row] : AUDIT_CLEAN;
}

void repeats_add_names(struct repeats *r, const struct name_run *run,
		       const struct row_states *states, size_t start)
{
	size_t before = r->doubtful;

	r->items = xgrow(r->items, r->count, sizeof *r->items);
	r->items[r->count++] = (struct repeat){ .first = run->first,
						.row = run->first,
						.last = run->last,
						.code = FINDING_ROSTER_SPREADSHEET,
						.kind = KIND_FILLED_NAMES };
	if (row_state(states, start + run->first) == AUDIT_CLEAN)
		note_change(r, run->first, AUDIT_CLEAN, AUDIT_DOUBTFUL);
	r->doubtful_names += r->doubtful - before;
	for (uint32_t row = run->first; row++ < run->last;) {
		enum audit_state state = row_state(states, start + row);

		if (state < AUDIT_STATES)
			note_change(r, row, state, AUDIT_WRONG);
	}
}

void repeats_count(const struct repeats *r, struct audit_tally *tally)
{
	for (size_t state = 0; state < AUDIT_STATES; state++) {
		tally->states[state] -= r->wrong[state];
		tally->states[AUDIT_WRONG] += r->wrong[state];
	}
	tally->doubtful_by_repeat += r->doubtful - r->doubtful_names;
	tally->states[AUDIT_CLEAN] -= r->doubtful;
	tally->states[AUDIT_DOUBTFUL] += r->doubtful;
}

void repeats_free(struct repeats *r)
{
	free(r->worse);
	free(r->items);
	*r = (struct repeats){ 0 };
}
