/* SPDX-License-Identifier: MIT */
#include "roster/column_sample.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "roster/ethnic_group.h"
#include "roster/header_row.h"
#include "roster/name_form.h"
#include "table/cell.h"
#include "table/number_cell.h"
#include "table/words.h"

enum { CELL = 128, DIGITS_LEAST = 6 /* of a student number */ };

/* Whether a cell has the eight digits of the birth date in the number, with any separators. */
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

/* Removes the blanks of a name that is aligned with them: 李　明. */
static void drop_blanks(char *s)
{
	const char *from = s;
	uint32_t cp;

	while (text_next(&from, &cp))
		if (!text_is_blank(cp))
			s += text_encode(cp, s);
	*s = '\0';
}

static void count_name(struct column_cells *c, const char *name)
{
	bool repeated = false;

	for (size_t i = 0; i < c->names; i++)
		repeated = repeated || strcmp(c->seen[i], name) == 0;
	c->repeated += repeated;
	c->seen[c->names++] = xstrdup(name);
}

/* Whether a text is the name of a kind of document. */
static bool is_type(const char *s)
{
	return (strstr(s, "证") != NULL || strstr(s, "照") != NULL) &&
	       words_find(s, "身份证 护照 通行证 居住证 台胞证 回乡证", WORDS_END) > 0;
}

static void count_cell(struct decoder *decoder, struct column_cells *c, struct slice cell,
		       struct slice number)
{
	struct slice bare = number_cell_bare(cell);
	char utf8[CELL];

	if (bare.len == 0)
		return;
	c->filled++;
	decoder_read(decoder, bare, utf8, sizeof utf8);
	c->numbers += number_cell_is_id(bare);
	c->candidates += bare.len == 14 && cell_digits(bare.bytes, bare.len) == 14;
	c->rounded += number_cell_is_rounded(bare);
	c->sexes += strcmp(utf8, "男") == 0 || strcmp(utf8, "女") == 0;
	c->digits += bare.len >= DIGITS_LEAST && bare.len < 18 &&
		     cell_digits(bare.bytes, bare.len) == bare.len;
	c->ethnic_groups += ethnic_group_read(utf8) > 0;
	c->births += number.len == 18 && bare.len <= 14 && is_birth_of(bare, number);
	c->types += is_type(utf8);
	drop_blanks(utf8);
	if (name_form_is_name(utf8) && heading_read(utf8).kind == HEADING_NONE)
		count_name(c, utf8); /* 学生 and 居民身份证 are no names */
	explicit_bzero(utf8, sizeof utf8);
}

static void count_row(struct decoder *decoder, struct column_sample *s, const struct table_row *row)
{
	struct slice number = { 0 };
	size_t count = row->count < COLUMNS_MAX ? row->count : COLUMNS_MAX, filled = 0;

	for (size_t i = 0; i < count; i++) {
		filled += number_cell_bare(row->cells[i]).len > 0;
		if (number.len == 0 && number_cell_is_id(row->cells[i]))
			number = number_cell_bare(row->cells[i]);
	}
	if (filled < 2)
		return; /* a title, or nothing */
	s->rows++;
	s->width = count > s->width ? count : s->width;
	for (size_t i = 0; i < count; i++)
		count_cell(decoder, &s->columns[i], row->cells[i], number);
}

void column_sample_take(const struct csv *in, struct decoder *decoder, size_t after,
			struct column_sample *s)
{
	struct csv *head = csv_open_head(in);
	const struct table_row *row;

	while ((row = csv_next(head, NULL)) != NULL && row->row <= after + COLUMNS_PROBE_ROWS) {
		if (row->row <= after)
			continue;
		if (s->rows > 0 && header_row_is(decoder, row, COLUMN_ABSENT))
			break; /* another table */
		count_row(decoder, s, row);
	}
	csv_close(head);
}

void column_sample_free(struct column_sample *s)
{
	for (size_t i = 0; i < s->width; i++)
		for (size_t n = 0; n < s->columns[i].names; n++)
			xwipe(s->columns[i].seen[n]);
	free(s);
}

/* Whether a count is two thirds of the sampled rows or more; the others may have mistakes. */
static bool is_most(const struct column_sample *s, size_t count)
{
	return count > 0 && 3 * count >= 2 * s->rows;
}

size_t column_sample_count(const struct column_sample *s, const struct column_cells *c,
			   enum roster_column what)
{
	switch (what) {
	case ROSTER_NAME: /* students have names of their own; classes and places repeat */
		return s->rows > 3 && 2 * c->repeated > c->names ? 0 : c->names;
	case ROSTER_ID_NUMBER:
		return c->numbers;
	case ROSTER_CANDIDATE_NUMBER:
		return c->candidates;
	case ROSTER_SEX:
		return c->sexes;
	case ROSTER_BIRTH_DATE:
		return c->births;
	case ROSTER_ETHNIC_GROUP:
		return c->ethnic_groups;
	case ROSTER_STUDENT_NUMBER:
		return c->digits;
	case ROSTER_DOCUMENT_TYPE:
		return c->types;
	default:
		return 0;
	}
}

bool column_sample_is_like(const struct column_sample *s, const struct column_cells *c,
			   enum roster_column what)
{
	return is_most(s, column_sample_count(s, c, what));
}

size_t column_sample_find(const struct column_sample *s, enum roster_column what,
			  const bool *allowed, uint64_t *all)
{
	*all = 0;
	for (size_t i = 0; i < s->width; i++)
		if ((allowed == NULL || allowed[i]) &&
		    column_sample_is_like(s, &s->columns[i], what))
			*all |= (uint64_t)1 << i;
	return *all != 0 ? (size_t)__builtin_ctzll(*all) : COLUMN_ABSENT;
}

uint64_t column_sample_usual(const struct column_sample *s, const struct columns *columns)
{
	uint64_t usual = 0;

	for (size_t i = 0; i < s->width && i < columns->width; i++)
		if (i != columns->index[ROSTER_NAME] && i != columns->index[ROSTER_ID_NUMBER] &&
		    4 * s->columns[i].filled >= 3 * s->rows)
			usual |= (uint64_t)1 << i;
	return usual;
}
