/* SPDX-License-Identifier: MIT */
#include "audit/row_series.h"

#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "rules/resident_id.h"

static uint64_t value_of(const char *digits)
{
	const size_t half = ID_LENGTH / 2;

	return (uint64_t)text_digits(digits, half) * 1000000000 +
	       (uint64_t)text_digits(digits + half, half);
}

/* Returns true if a number exceeds that of a row shortly above by the distance of the rows. */
static bool goes_on(const struct audit_row *above, const struct audit_row *row)
{
	enum { FAR = 8 };
	const char *first = above->student.id_number, *second = row->student.id_number;

	return row->row > above->row && row->row - above->row < FAR &&
	       strspn(first, "0123456789") == ID_LENGTH &&
	       strspn(second, "0123456789") == ID_LENGTH &&
	       value_of(second) - value_of(first) == row->row - above->row;
}

static bool is_same(const struct audit_row *above, const struct audit_row *row,
		    enum row_series_of of)
{
	const struct record *a = &above->student, *b = &row->student;

	return of == ROW_SERIES_NAMES ? strcmp(a->name, b->name) == 0
				      : strcmp(a->id_number, b->id_number) == 0;
}

/* Returns true if the row continues the series, whose second row decides whether all values of a
 * series are the same. Equal names are reported as filled down. */
static bool continues(struct row_series *s, const struct audit_row *row)
{
	bool same;

	if (s->of == ROW_SERIES_DRAGGED)
		return goes_on(&s->last, row);
	same = is_same(&s->last, row, s->of);
	if (row->row != s->last.row + 1 || (same && s->of == ROW_SERIES_NAMES) ||
	    (s->count > 1 && same != s->same))
		return false;
	s->same = same;
	return true;
}

/* If each of two rows has the value of the other's record, says so in both. */
static void find_exchange(struct row_series *s)
{
	struct held_finding *a = &s->first[0], *b = &s->first[1];

	if (s->of == ROW_SERIES_DRAGGED || s->count != 2 || a->finding.other != b->row.record ||
	    b->finding.other != a->row.record)
		return;
	a->finding.kind = b->finding.kind = KIND_EXCHANGED_WITH_ROW;
	a->finding.other = b->row.row;
	b->finding.other = a->row.row;
}

void row_series_end(struct row_series *s)
{
	static const struct finding kinds[] = {
		[ROW_SERIES_DRAGGED] = { .code = FINDING_ID_CHECKSUM, .kind = KIND_DRAGGED },
		[ROW_SERIES_NUMBERS] = { .code = FINDING_ID_MISMATCH, .kind = KIND_MOVED },
		[ROW_SERIES_NAMES] = { .code = FINDING_NAME_MISMATCH, .kind = KIND_MOVED },
	};
	struct finding all = kinds[s->of];

	find_exchange(s);
	for (size_t i = 0; i < s->count && s->count < ROW_SERIES_LEAST; i++)
		sink_report(s->sink, s->tally, &s->first[i].row, NULL, &s->first[i].finding);
	if (s->count >= ROW_SERIES_LEAST) {
		if (s->of == ROW_SERIES_NUMBERS && s->same)
			all.kind = KIND_FILLED_NUMBERS;
		all.count = s->first[0].row.row;
		all.other = s->last.row;
		sink_report(s->sink, s->tally, &s->first[0].row, NULL, &all);
	}
	s->count = 0;
}

bool row_series_take(struct row_series *s, const struct audit_row *row, struct findings *found)
{
	static const enum finding_kind kinds[] = {
		[ROW_SERIES_DRAGGED] = KIND_CHECKSUM,
		[ROW_SERIES_NUMBERS] = KIND_NUMBER_OF_ANOTHER,
		[ROW_SERIES_NAMES] = KIND_NAME_OF_ANOTHER,
	};

	if (found->count != 1 || found->items[0].kind != kinds[s->of])
		return false;
	if (s->count > 0 && !continues(s, row))
		row_series_end(s);
	if (s->count < ROW_SERIES_LEAST)
		s->first[s->count] = (struct held_finding){ *row, found->items[0] };
	s->count++;
	s->last = *row;
	found->count = 0;
	return true;
}
