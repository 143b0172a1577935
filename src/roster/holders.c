/* SPDX-License-Identifier: MIT */
#include "roster/holders.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

enum { KEPT = 512, COLUMN_LEAST = 3, COLUMN_PERCENT = 90 };

struct held {
	struct audit_row row;
	struct finding finding;
	bool dropped;
};

static bool is_of_birth(const struct finding *f)
{
	return f->kind != KIND_SEX_COLUMN;
}

/* rows: so far. */
static void decide(struct holders *h, size_t rows)
{
	h->column = h->births >= COLUMN_LEAST && h->births * 100 >= rows * COLUMN_PERCENT;
	h->decided = true;
}

bool holders_take(struct holders *h, const struct audit_row *row, struct findings *of_number)
{
	const struct finding *f = NULL;
	size_t at = 0;

	while (at < of_number->count && !audit_row_is_of_holder(&of_number->items[at]))
		at++;
	if (at == of_number->count)
		return false;
	f = &of_number->items[at];
	h->births += is_of_birth(f);
	if (h->count == KEPT && !h->decided)
		decide(h, row->row);
	if (h->count < KEPT) {
		if (h->items == NULL)
			h->items = xcalloc(KEPT, sizeof *h->items);
		h->items[h->count].row = *row;
		h->items[h->count++].finding = *f;
	} else if (!h->column || !is_of_birth(f)) {
		return true;
	}
	findings_remove(of_number, at);
	return true;
}

static int by_row(const void *a, const void *b)
{
	const struct held *x = a, *y = b;

	return (x->row.row > y->row.row) - (x->row.row < y->row.row);
}

/* Those of the rows from one to another. */
static void drop_rows(struct holders *h, size_t first, size_t last)
{
	size_t low = 0, high = h->count, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (h->items[middle].row.row < first)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < h->count && h->items[low].row.row <= last; low++)
		h->items[low].dropped = true;
}

void holders_drop(struct holders *h, const struct repeats *repeats)
{
	if (h->count == 0)
		return;
	qsort(h->items, h->count, sizeof *h->items, by_row);
	for (size_t i = 0; i < repeats->count; i++)
		if (repeats->items[i].code == FINDING_ROSTER_DUPLICATE_ID &&
		    repeats->items[i].kind != KIND_REPEATED)
			drop_rows(h, repeats->items[i].row, repeats->items[i].last);
}

static bool may_be_same(const char *one, const char *other)
{
	return *one == '\0' || *other == '\0' || strcmp(one, other) == 0;
}

/* Says of a number with another day of birth which row has that day and that sex, if one has, and
 * another number. */
static void find_owner(const struct holders *h, struct held *held)
{
	struct finding *f = &held->finding;
	const char *sex = f->kind == KIND_HOLDER_COLUMN ? f->label : held->row.student.sex;
	size_t owner = 0;

	for (size_t i = 0; i < h->count && is_of_birth(f); i++) {
		const struct record *other = &h->items[i].row.student;

		if (!is_of_birth(&h->items[i].finding) || strcmp(other->birth_date, f->is) != 0 ||
		    !may_be_same(other->sex, sex))
			continue;
		if (owner > 0)
			return;
		owner = h->items[i].row.row;
	}
	if (owner == 0)
		return;
	f->kind = KIND_HOLDER_OF_ROW;
	f->other = owner;
}

void holders_tell(struct holders *h, size_t rows, const char *file, struct sink *sink,
		  struct audit_tally *tally)
{
	const struct audit_row all = { .file = file };
	const struct finding column = { .code = FINDING_ID_BIRTH,
					.kind = KIND_COLUMN_BIRTH,
					.count = h->births };

	if (!h->decided)
		decide(h, rows);
	for (size_t i = 0; i < h->count; i++) {
		struct held *held = &h->items[i];

		if (held->dropped || (h->column && is_of_birth(&held->finding)))
			continue;
		find_owner(h, held);
		sink_tell(sink, tally, &held->row, NULL, &held->finding);
	}
	if (h->column)
		sink_tell(sink, tally, &all, NULL, &column);
}

void holders_free(struct holders *h)
{
	if (h->items != NULL)
		explicit_bzero(h->items, KEPT * sizeof *h->items);
	free(h->items);
	*h = (struct holders){ 0 };
}
