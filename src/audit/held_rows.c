/* SPDX-License-Identifier: MIT */
#include "audit/held_rows.h"

#include <stdlib.h>
#include <string.h>

#include "audit/row_check.h"
#include "base/xalloc.h"

/* SEXES_PERCENT is low because the sex is the same by chance in every second row. */
enum {
	KEPT = 512,
	BIRTHS_LEAST = 3,
	BIRTHS_PERCENT = 90,
	SEXES_LEAST = 6,
	SEXES_PERCENT = 20,
	MOVED_LEAST = 3
};

struct held_row {
	struct audit_row row;
	struct finding finding;
	bool dropped;
};

static bool is_of_birth(const struct finding *f)
{
	return f->kind != KIND_SEX_COLUMN;
}

static struct held_rows_column *column_of(struct held_rows *h, const struct finding *f)
{
	return is_of_birth(f) ? &h->births : &h->sexes;
}

/* Decides which columns are reported. rows: how many there are so far. */
static void decide(struct held_rows *h, size_t rows)
{
	size_t births = h->births.rows.rows, sexes = h->sexes.rows.rows;

	h->births.reported = births >= BIRTHS_LEAST && births * 100 >= rows * BIRTHS_PERCENT;
	h->sexes.reported = sexes >= SEXES_LEAST && sexes * 100 >= rows * SEXES_PERCENT;
	h->decided = true;
}

bool held_rows_take(struct held_rows *h, const struct audit_row *row, struct findings *of_number)
{
	const struct finding *f = NULL;
	size_t at = 0;

	while (at < of_number->count && !row_check_is_of_holder(&of_number->items[at]))
		at++;
	if (at == of_number->count)
		return false;
	f = &of_number->items[at];
	row_runs_add(&column_of(h, f)->rows, row->row);
	if (h->count == KEPT && !h->decided)
		decide(h, row->row);
	if (h->count < KEPT) {
		if (h->items == NULL)
			h->items = xcalloc(KEPT, sizeof *h->items);
		h->items[h->count].row = *row;
		h->items[h->count++].finding = *f;
	} else if (!column_of(h, f)->reported) {
		return true;
	}
	findings_remove(of_number, at);
	return true;
}

static int by_row(const void *a, const void *b)
{
	const struct held_row *x = a, *y = b;

	return (x->row.row > y->row.row) - (x->row.row < y->row.row);
}

/* Drops the kept rows from `first` to `last`. */
static void drop_rows(struct held_rows *h, size_t first, size_t last)
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

void held_rows_sort(struct held_rows *h)
{
	if (h->count > 0)
		qsort(h->items, h->count, sizeof *h->items, by_row);
}

void held_rows_drop(struct held_rows *h, const struct repeats *repeats)
{
	for (size_t i = 0; i < repeats->count && h->count > 0; i++)
		if (repeats->items[i].code == FINDING_ROSTER_DUPLICATE_ID &&
		    repeats->items[i].kind != KIND_REPEATED &&
		    repeats->items[i].kind != KIND_REPEATED_PERSON)
			drop_rows(h, repeats->items[i].row, repeats->items[i].last);
}

static bool may_be_same(const char *one, const char *other)
{
	return *one == '\0' || *other == '\0' || strcmp(one, other) == 0;
}

/* Returns true if the number in one row, which is another's, has the date of birth and the sex of
 * the other row. */
static bool is_of_row(const struct held_row *held, const struct held_row *row)
{
	const struct finding *f = &held->finding;
	const char *sex = f->kind == KIND_HOLDER_COLUMN ? f->label : held->row.student.sex;

	return is_of_birth(f) && is_of_birth(&row->finding) &&
	       strcmp(row->row.student.birth_date, f->is) == 0 &&
	       may_be_same(row->row.student.sex, sex);
}

/* Adds to the finding which row the number belongs to, if only one row fits. */
static void find_owner(const struct held_rows *h, struct held_row *held)
{
	size_t owner = 0;

	for (size_t i = 0; i < h->count; i++) {
		if (!is_of_row(held, &h->items[i]))
			continue;
		if (owner > 0)
			return;
		owner = h->items[i].row.row;
	}
	if (owner == 0)
		return;
	held->finding.kind = KIND_HOLDER_OF_ROW;
	held->finding.other = owner;
}

/* Returns how many consecutive rows, from an index on, have the number of the next row, or of the
 * one above. */
static size_t count_moved(const struct held_rows *h, size_t at, bool of_next)
{
	size_t count = 1;

	for (; at + count < h->count; count++) {
		const struct held_row *row = &h->items[at + count - 1], *next = row + 1;

		if (next->dropped || next->row.row != row->row.row + 1 ||
		    !(of_next ? is_of_row(row, next) : is_of_row(next, row)))
			break;
	}
	return count;
}

/* Reports the rows from an index on that are one finding; returns how many. */
static size_t report_next(struct held_rows *h, size_t at, struct sink *sink,
			  struct audit_tally *tally)
{
	struct held_row *held = &h->items[at];
	size_t next = count_moved(h, at, true), above = count_moved(h, at, false);
	size_t count = next > above ? next : above;

	if (count < MOVED_LEAST) {
		find_owner(h, held);
		count = 1;
	} else {
		held->finding = (struct finding){ .code = FINDING_ID_BIRTH,
						  .kind = KIND_NUMBERS_MOVED,
						  .count = held->row.row,
						  .other = held->row.row + count - 1,
						  .label = next > above ? "下" : "上" };
	}
	sink_report(sink, tally, &held->row, NULL, &held->finding);
	return count;
}

static void report_column(struct held_rows_column *column, enum finding_code code,
			  enum finding_kind kind, const struct reread *reread, struct sink *sink,
			  struct audit_tally *tally)
{
	const struct finding f = { .code = code, .kind = kind, .count = column->rows.rows };

	row_runs_sort(&column->rows);
	if (column->reported)
		reread_report_rows(reread, &f, &column->rows, sink, tally);
}

void held_rows_report(struct held_rows *h, const struct reread *reread, struct sink *sink,
		      struct audit_tally *tally)
{
	size_t step;

	if (!h->decided)
		decide(h, tally->rows);
	for (size_t i = 0; i < h->count; i += step) {
		struct held_row *held = &h->items[i];

		step = 1;
		if (!held->dropped && !column_of(h, &held->finding)->reported)
			step = report_next(h, i, sink, tally);
	}
	report_column(&h->births, FINDING_ID_BIRTH, KIND_COLUMN_BIRTH, reread, sink, tally);
	report_column(&h->sexes, FINDING_ID_SEX, KIND_COLUMN_SEX, reread, sink, tally);
}

void held_rows_free(struct held_rows *h)
{
	if (h->items != NULL)
		explicit_bzero(h->items, KEPT * sizeof *h->items);
	free(h->items);
	row_runs_free(&h->births.rows);
	row_runs_free(&h->sexes.rows);
	*h = (struct held_rows){ 0 };
}
