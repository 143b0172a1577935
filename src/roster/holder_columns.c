/* SPDX-License-Identifier: MIT */
#include "roster/holder_columns.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "roster/header_row.h"
#include "roster/headings.h"
#include "roster/line_words.h"
#include "rules/resident_id.h"
#include "table/cell.h"
#include "table/number_cell.h"
#include "table/words.h"

enum { CELL = 128, PARTS = 3 };

/* Counts of rows with an ID number. parts: those whose year, month and day of birth are in the
 * column of the birth date, or up to two before it, and the next ones. */
struct counts {
	size_t males, females, other_sex, births, own_birth, parts[PARTS];
};

static struct slice cell_at(const struct table_row *row, size_t index)
{
	return index < row->count ? number_cell_bare(row->cells[index]) : (struct slice){ 0 };
}

/* Whether a cell begins with a number: 9, 09 or 9月. */
static bool is_figure(struct slice cell, int number)
{
	size_t digits = 0;

	while (digits < cell.len && cell.bytes[digits] >= '0' && cell.bytes[digits] <= '9')
		digits++;
	return digits <= 4 && text_digits(cell.bytes, digits) == number;
}

static void count_birth(const struct table_row *row, size_t at, const char *cell,
			const char *number, struct date own, struct counts *out)
{
	char birth[CELL_BIRTH], day[CELL_BIRTH + 16];

	for (size_t i = 0; i < PARTS && i <= at; i++)
		out->parts[i] += is_figure(cell_at(row, at - i), own.year) &&
				 is_figure(cell_at(row, at - i + 1), own.month) &&
				 is_figure(cell_at(row, at - i + 2), own.day);
	if (!cell_birth_of(cell, number, birth))
		return;
	snprintf(day, sizeof day, "%04d-%02d-%02d", own.year, own.month, own.day);
	out->births++;
	out->own_birth += strncmp(birth, day, strlen(birth)) == 0;
	explicit_bzero(day, sizeof day);
}

/* Counts whether sex and birth date of a row agree with its number, which id was read from. */
static void compare_row(struct decoder *decoder, const struct columns *columns,
			const struct table_row *row, const char *number,
			const struct resident_id *id, struct counts *out)
{
	const size_t *index = columns->index;
	char cell[CELL], sex[CELL_SEX];

	decoder_read(decoder, cell_at(row, index[ROSTER_SEX]), cell, sizeof cell);
	if (cell_sex(cell, sex)) {
		bool male = strcmp(sex, "男") == 0;

		*(male ? &out->males : &out->females) += 1;
		out->other_sex += male != id->male;
	}
	decoder_read(decoder, cell_at(row, index[ROSTER_BIRTH_DATE]), cell, sizeof cell);
	count_birth(row, index[ROSTER_BIRTH_DATE], cell, number, id->birth, out);
	explicit_bzero(cell, sizeof cell);
}

static void count_row(struct decoder *decoder, const struct columns *columns,
		      const struct table_row *row, struct counts *out)
{
	char number[ID_LENGTH + 1];
	struct resident_id id = { 0 };

	decoder_read(decoder, cell_at(row, columns->index[ROSTER_ID_NUMBER]), number,
		     sizeof number);
	if (resident_id_read(number, &id))
		compare_row(decoder, columns, row, number, &id, out);
	explicit_bzero(number, sizeof number);
	explicit_bzero(&id, sizeof id);
}

static uint64_t drop(struct columns *columns, enum roster_column c)
{
	uint64_t bit = (uint64_t)1 << columns->index[c];

	columns->index[c] = COLUMN_ABSENT;
	return bit;
}

/* Of other people no birth date is the student's, and one sex in three is another; fathers have all
 * the same. Beside these stand their ethnic group and the type of their document. */
static uint64_t drop_others(struct columns *columns, const struct counts *rows)
{
	static const enum roster_column beside[] = { ROSTER_ETHNIC_GROUP, ROSTER_DOCUMENT_TYPE };
	const size_t *index = columns->index;
	bool sex = columns_in(columns->behind_others, index[ROSTER_SEX]);
	bool birth = columns_in(columns->behind_others, index[ROSTER_BIRTH_DATE]);
	size_t sexes = rows->males + rows->females;
	bool alike = rows->males == 0 || rows->females == 0;
	uint64_t dropped = 0;

	sex = sex && (birth && rows->births > 0
			      ? rows->own_birth == 0
			      : rows->other_sex > 0 && (alike || 3 * rows->other_sex >= sexes));
	if (birth && rows->births > 0 && rows->own_birth == 0)
		dropped |= drop(columns, ROSTER_BIRTH_DATE);
	if (sex)
		dropped |= drop(columns, ROSTER_SEX);
	for (size_t i = 0; i < 2 && dropped != 0; i++)
		if (columns_in(columns->behind_others, index[beside[i]]))
			dropped |= drop(columns, beside[i]);
	return dropped;
}

uint64_t holder_columns_settle(const struct csv *in, struct decoder *decoder,
			       struct columns *columns)
{
	struct counts rows = { 0 };
	struct csv *head;
	const struct table_row *row;
	size_t *birth = &columns->index[ROSTER_BIRTH_DATE];

	if (columns->behind_others == 0 && *birth == COLUMN_ABSENT)
		return 0;
	head = csv_open_head(in);
	while ((row = csv_next(head, NULL)) != NULL &&
	       row->row <= columns->header_row + COLUMNS_PROBE_ROWS)
		if (row->row > columns->header_row)
			count_row(decoder, columns, row, &rows);
	csv_close(head);
	for (size_t i = 0; i < PARTS; i++)
		if (rows.parts[i] > 0) {
			*birth -= i;
			columns->birth_parts = true;
			return 0;
		}
	return drop_others(columns, &rows);
}

/* Whether a heading names the student's ID number: 身份证号, 本人身份证号; not 子女身份证号. */
static bool heads_students_number(struct decoder *decoder, struct slice heading)
{
	char cell[LINE_TEXT], text[LINE_TEXT];
	struct heading h;

	decoder_read(decoder, heading, cell, sizeof cell);
	cell_fold(cell, text, sizeof text);
	h = heading_read(text);
	return h.kind == HEADING_COLUMN && h.column == ROSTER_ID_NUMBER &&
	       (h.own || words_find(text, "本人 学生 考生 新生 孩子 XS", WORDS_START) > 0);
}

/* The columns of `set` in which a row has the ID number of a child of the one with `number`. */
static uint64_t children_of(const struct table_row *row, uint64_t set, const char *number)
{
	uint64_t found = 0;

	for (; set != 0; set &= set - 1) {
		struct slice other = cell_at(row, (size_t)__builtin_ctzll(set));
		char younger[CELL_ID];

		if (cell_take_id(&other.bytes, &other.len, younger) &&
		    cell_id_is_elder(number, younger))
			found |= set & -set;
		explicit_bzero(younger, sizeof younger);
	}
	return found;
}

/* The last column of names before one of numbers; COLUMN_ABSENT: none. */
static size_t name_before(const struct columns *columns, size_t number)
{
	uint64_t names = columns->named[ROSTER_NAME] & ~columns->of_others;

	while (number > 0)
		if (columns_in(names, --number))
			return number;
	return COLUMN_ABSENT;
}

/* Takes another column of numbers, and the names before it instead of those before the old one,
 * whose sex may be that of the other people, too. */
static void take_number(struct columns *columns, size_t number)
{
	size_t *own = &columns->index[ROSTER_ID_NUMBER], *name = &columns->index[ROSTER_NAME];
	size_t before = name_before(columns, number);

	if (*own < COLUMNS_MAX) {
		if (before != COLUMN_ABSENT && before != *name && *name < COLUMNS_MAX &&
		    name_before(columns, *own) == *name) {
			columns->of_others |= (uint64_t)1 << *name;
			if (columns->index[ROSTER_SEX] < COLUMNS_MAX)
				columns->behind_others |= (uint64_t)1 << columns->index[ROSTER_SEX];
			*name = before;
		}
		columns->of_others |= (uint64_t)1 << *own;
	}
	*own = number;
}

void holder_columns_take_younger(const struct csv *in, struct decoder *decoder,
				 struct columns *columns)
{
	size_t *own = &columns->index[ROSTER_ID_NUMBER], rows = 0, children[COLUMNS_MAX] = { 0 };
	uint64_t set = 0;
	struct csv *head = csv_open_head(in);
	const struct table_row *row;

	while ((row = csv_next(head, NULL)) != NULL &&
	       row->row <= columns->header_row + COLUMNS_PROBE_ROWS) {
		struct slice mine = cell_at(row, *own);
		char number[CELL_ID];

		for (size_t i = 0; row->row == columns->header_row && i < row->count; i++)
			if (i != *own && i < COLUMNS_MAX &&
			    (columns_in(columns->open, i) ||
			     heads_students_number(decoder, row->cells[i])))
				set |= (uint64_t)1 << i;
		if (rows > 0 && header_row_is(decoder, row, COLUMN_ABSENT))
			break; /* another table */
		if (row->row <= columns->header_row ||
		    !cell_take_id(&mine.bytes, &mine.len, number))
			continue;
		rows++;
		for (uint64_t found = children_of(row, set, number); found != 0; found &= found - 1)
			children[__builtin_ctzll(found)]++;
		explicit_bzero(number, sizeof number);
	}
	csv_close(head);
	for (size_t i = 0; i < COLUMNS_MAX; i++)
		if (2 * children[i] > rows) {
			take_number(columns, i);
			return;
		}
}
