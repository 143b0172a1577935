/* SPDX-License-Identifier: MIT */
#include "audit/filled_numbers.h"

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

/* Returns true if a number is the same as in the row directly above. */
static bool is_filled(const struct audit_row *above, const struct audit_row *row)
{
	return row->row == above->row + 1 &&
	       strcmp(row->student.id_number, above->student.id_number) == 0;
}

void filled_numbers_end(struct filled_numbers *s)
{
	struct finding all = { .code = FINDING_ID_CHECKSUM, .kind = KIND_DRAGGED };

	if (s->compared)
		all = (struct finding){ .code = FINDING_ID_MISMATCH, .kind = KIND_FILLED_NUMBERS };
	for (size_t i = 0; i < s->count && s->count < FILLED_NUMBERS_LEAST; i++)
		sink_report(s->sink, s->tally, &s->first[i].row, NULL, &s->first[i].finding);
	if (s->count >= FILLED_NUMBERS_LEAST) {
		all.count = s->first[0].row.row;
		all.other = s->last.row;
		sink_report(s->sink, s->tally, &s->first[0].row, NULL, &all);
	}
	s->count = 0;
}

bool filled_numbers_take(struct filled_numbers *s, const struct audit_row *row,
			 struct findings *of_number)
{
	if (of_number->count != 1 ||
	    of_number->items[0].kind != (s->compared ? KIND_NUMBER_OF_ANOTHER : KIND_CHECKSUM))
		return false;
	if (s->count > 0 && !(s->compared ? is_filled : goes_on)(&s->last, row))
		filled_numbers_end(s);
	if (s->count < FILLED_NUMBERS_LEAST)
		s->first[s->count] = (struct held_finding){ *row, of_number->items[0] };
	s->count++;
	s->last = *row;
	of_number->count = 0;
	return true;
}
