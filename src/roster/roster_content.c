/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "roster/roster_internal.h"

enum { COLUMNS_MAX = 64, CELL = 128 };

/* What the cells of one column look like, each a count of cells. */
struct column {
	size_t filled, numbers, names, sexes, candidates, births;
	size_t repeated;                   /* names seen in this column before */
	char *seen[ROSTER_PROBE_ROWS + 1]; /* owned; those names */
};

struct sample {
	size_t rows, width;
	struct column columns[COLUMNS_MAX];
};

static bool digits_only(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.bytes[i] < '0' || s.bytes[i] > '9')
			return false;
	return s.len > 0;
}

static int two_digits(const char *s)
{
	return (s[0] - '0') * 10 + s[1] - '0';
}

/* 18 places with a month and a day in them, or what a spreadsheet makes of that: 1.10105E+17. */
static bool is_id_number(struct slice s)
{
	if (s.len != 18)
		return s.len > 4 && memcmp(s.bytes + s.len - 4, "E+17", 4) == 0;
	if (!digits_only((struct slice){ s.bytes, 17 }) ||
	    strchr("0123456789Xx", s.bytes[17]) == NULL)
		return false;
	return two_digits(s.bytes + 10) >= 1 && two_digits(s.bytes + 10) <= 12 &&
	       two_digits(s.bytes + 12) >= 1 && two_digits(s.bytes + 12) <= 31;
}

/* Two to fifteen ideographs, the dot among them; not what a group of people is called. */
static bool is_name(const char *s)
{
	static const char *const groups[] = {
		"族", "学院", "系", "班", "专业", "大学", "市", "省"
	};
	size_t len = strlen(s), count = 0, step;

	for (size_t at = 0; at < len; at += step, count++) {
		uint32_t cp;

		step = text_decode(s + at, len - at, &cp);
		if (cp != 0xB7 && !(cp >= 0x3400 && cp <= 0x9FFF) && !(cp >= 0x20000))
			return false;
	}
	for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++) {
		size_t tail = strlen(groups[i]);

		if (len >= tail && strcmp(s + len - tail, groups[i]) == 0)
			return false;
	}
	return count >= 2 && count <= 15;
}

/* The same eight digits as in the number, however they are set apart. */
static bool is_birth_of(struct slice s, struct slice number)
{
	size_t matched = 0;

	for (size_t i = 0; i < s.len; i++) {
		if (s.bytes[i] < '0' || s.bytes[i] > '9')
			continue;
		if (matched == 8 || s.bytes[i] != number.bytes[6 + matched])
			return false;
		matched++;
	}
	return matched == 8;
}

static void count_name(struct column *c, const char *name)
{
	bool repeated = false;

	for (size_t i = 0; i < c->names; i++)
		repeated = repeated || strcmp(c->seen[i], name) == 0;
	c->repeated += repeated;
	c->seen[c->names++] = xstrdup(name);
}

static void count_cell(struct roster_text *text, struct column *c, struct slice cell,
		       struct slice number)
{
	struct slice bare = roster_number(cell);
	char utf8[CELL];

	if (bare.len == 0)
		return;
	c->filled++;
	roster_decode(text, bare, utf8, sizeof utf8);
	c->numbers += is_id_number(bare);
	c->candidates += bare.len == 14 && digits_only(bare);
	c->sexes += strcmp(utf8, "男") == 0 || strcmp(utf8, "女") == 0;
	c->births += number.len == 18 && bare.len <= 14 && is_birth_of(bare, number);
	if (is_name(utf8))
		count_name(c, utf8);
}

static void count_row(struct roster_text *text, struct sample *s, const struct csv_row *row)
{
	struct slice number = { 0 };
	size_t count = row->count < COLUMNS_MAX ? row->count : COLUMNS_MAX, filled = 0;

	for (size_t i = 0; i < count; i++) {
		filled += roster_number(row->cells[i]).len > 0;
		if (number.len == 0 && is_id_number(roster_number(row->cells[i])))
			number = roster_number(row->cells[i]);
	}
	if (filled < 2)
		return; /* a title, or nothing */
	s->rows++;
	s->width = count > s->width ? count : s->width;
	for (size_t i = 0; i < count; i++)
		count_cell(text, &s->columns[i], row->cells[i], number);
}

static void take_sample(const struct roster_probe *probe, struct sample *s)
{
	struct csv_in *in = csv_in_open_bytes(probe->head, probe->delimiter);
	const struct csv_row *row;

	while ((row = csv_in_next(in, NULL)) != NULL && row->row <= ROSTER_PROBE_ROWS)
		count_row(probe->text, s, row);
	csv_in_close(in);
}

/* Two rows of three: some are spoilt, or the roster would not be audited. */
static bool is_most(const struct sample *s, size_t count)
{
	return count > 0 && 3 * count >= 2 * s->rows;
}

/* The number of cells, of a column, that look like one of these; 0 when they are not most. */
static size_t likeness(const struct sample *s, const struct column *c, enum roster_column what)
{
	size_t count = 0;

	switch (what) {
	case ROSTER_NAME: /* students have names of their own; classes and places repeat */
		count = s->rows > 3 && 2 * c->repeated > c->names ? 0 : c->names;
		break;
	case ROSTER_ID_NUMBER:
		count = c->numbers;
		break;
	case ROSTER_CANDIDATE_NUMBER:
		count = c->candidates;
		break;
	case ROSTER_SEX:
		count = c->sexes;
		break;
	case ROSTER_BIRTH_DATE:
		count = c->births;
		break;
	case ROSTER_DOCUMENT_TYPE:
	case ROSTER_COLUMN_COUNT:
		break;
	}
	return is_most(s, count) ? count : 0;
}

/* The only column that looks so; two would not be plain to see. */
static size_t find_column(const struct sample *s, enum roster_column what)
{
	size_t found = ROSTER_ABSENT;

	for (size_t i = 0; i < s->width; i++) {
		if (likeness(s, &s->columns[i], what) == 0)
			continue;
		if (found != ROSTER_ABSENT)
			return ROSTER_ABSENT;
		found = i;
	}
	return found;
}

/* Title rows hold neither name nor number in those places. */
static size_t rows_above(const struct roster_probe *probe, const struct roster_columns *columns)
{
	struct csv_in *in = csv_in_open_bytes(probe->head, probe->delimiter);
	size_t name = columns->index[ROSTER_NAME], number = columns->index[ROSTER_ID_NUMBER];
	const struct csv_row *row;
	size_t above = 0;

	while ((row = csv_in_next(in, NULL)) != NULL) {
		if (name < row->count && number < row->count && row->cells[name].len > 0 &&
		    row->cells[number].len > 0)
			break;
		above++;
	}
	csv_in_close(in);
	return above;
}

bool roster_columns_by_content(const struct roster_probe *probe, struct roster_columns *out)
{
	struct sample *s = xcalloc(1, sizeof *s);

	take_sample(probe, s);
	*out = (struct roster_columns){ .width = s->width };
	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++)
		out->index[c] = find_column(s, (enum roster_column)c);
	for (size_t i = 0; i < s->width; i++)
		for (size_t n = 0; n < s->columns[i].names; n++)
			xwipe(s->columns[i].seen[n]);
	free(s);
	if (out->index[ROSTER_NAME] == ROSTER_ABSENT ||
	    out->index[ROSTER_ID_NUMBER] == ROSTER_ABSENT)
		return false;
	out->skip = rows_above(probe, out);
	return true;
}
