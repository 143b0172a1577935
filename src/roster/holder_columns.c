/* SPDX-License-Identifier: MIT */
#include "roster/holder_columns.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "roster/header_row.h"
#include "roster/headings.h"
#include "roster/line_words.h"
#include "roster/name_form.h"
#include "rules/resident_id.h"
#include "table/cell.h"
#include "table/number_cell.h"
#include "table/words.h"

enum { CELL = 128, PARTS = 3 };

/* Counts of rows with an ID number, for a column of sexes and one of birth dates. agree: those
 * whose sex is that of the number in a column. parts: those whose year, month and day of birth are
 * in the column of the birth date, or up to two before it, and the next ones. */
struct counts {
	size_t sexes, males, agree[COLUMNS_MAX], births, own_birth, parts[PARTS];
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

/* Counts the ID numbers of a row that are of the sex of a cell. */
static void count_sex(struct decoder *decoder, const struct table_row *row, size_t at,
		      struct counts *out)
{
	char cell[CELL], sex[CELL_SEX], number[ID_LENGTH + 1];
	struct resident_id id;

	decoder_read(decoder, cell_at(row, at), cell, sizeof cell);
	if (!cell_sex(cell, sex))
		return;
	out->sexes++;
	out->males += strcmp(sex, "男") == 0;
	for (size_t i = 0; i < row->count && i < COLUMNS_MAX; i++) {
		decoder_read(decoder, cell_at(row, i), number, sizeof number);
		out->agree[i] +=
			resident_id_read(number, &id) && id.male == (strcmp(sex, "男") == 0);
	}
	explicit_bzero(cell, sizeof cell);
	explicit_bzero(number, sizeof number);
	explicit_bzero(&id, sizeof id);
}

/* Counts whether sex and birth date of a row agree with its number, in the columns at these
 * indexes. */
static void count_row(struct decoder *decoder, const struct table_row *row, size_t own,
		      const size_t *index, struct counts *out)
{
	char number[ID_LENGTH + 1], cell[CELL];
	struct resident_id id = { 0 };

	decoder_read(decoder, cell_at(row, own), number, sizeof number);
	if (resident_id_read(number, &id)) {
		count_sex(decoder, row, index[ROSTER_SEX], out);
		decoder_read(decoder, cell_at(row, index[ROSTER_BIRTH_DATE]), cell, sizeof cell);
		count_birth(row, index[ROSTER_BIRTH_DATE], cell, number, id.birth, out);
		explicit_bzero(cell, sizeof cell);
	}
	explicit_bzero(number, sizeof number);
	explicit_bzero(&id, sizeof id);
}

static uint64_t drop(struct columns *columns, enum roster_column c)
{
	uint64_t bit = (uint64_t)1 << columns->index[c];

	columns->index[c] = COLUMN_ABSENT;
	return bit;
}

/* Whether more sexes in a column are those of other people's numbers. */
static bool is_of_others_sex(const struct counts *rows, size_t own, size_t least)
{
	bool is = false;

	for (size_t i = 0; i < COLUMNS_MAX && own < COLUMNS_MAX; i++)
		is = is || rows->agree[i] >= rows->agree[own] + least;
	return is;
}

/* Of other people no birth date is the student's, and one sex in three is another; fathers have all
 * the same. Beside these stand their ethnic group and the type of their document. */
static uint64_t drop_others(struct columns *columns, const struct counts *rows)
{
	static const enum roster_column beside[] = { ROSTER_ETHNIC_GROUP, ROSTER_DOCUMENT_TYPE };
	enum { SURE = 3 };
	const size_t *index = columns->index;
	size_t own = index[ROSTER_ID_NUMBER];
	bool sex = columns_in(columns->behind_others, index[ROSTER_SEX]);
	bool birth = columns_in(columns->behind_others, index[ROSTER_BIRTH_DATE]);
	bool alike = rows->males == 0 || rows->males == rows->sexes;
	size_t others = own < COLUMNS_MAX ? rows->sexes - rows->agree[own] : 0;
	bool many = 3 * others >= rows->sexes;
	uint64_t dropped = 0;

	sex = (sex && (birth && rows->births > 0 ? rows->own_birth == 0
						 : others > 0 && (alike || many))) ||
	      (many && is_of_others_sex(rows, own, SURE));
	if (birth && rows->births > 0 && rows->own_birth == 0)
		dropped |= drop(columns, ROSTER_BIRTH_DATE);
	if (sex)
		dropped |= drop(columns, ROSTER_SEX);
	for (size_t i = 0; i < 2 && dropped != 0; i++)
		if (columns_in(columns->behind_others, index[beside[i]]))
			dropped |= drop(columns, beside[i]);
	return dropped;
}

static uint64_t exchange(struct columns *columns, enum roster_column c)
{
	size_t other = columns->other[c];
	uint64_t bit;

	if (columns->index[c] >= COLUMNS_MAX || other >= COLUMNS_MAX)
		return 0;
	bit = drop(columns, c);
	columns->index[c] = other;
	columns->other[c] = COLUMN_ABSENT;
	columns->of_others &= ~((uint64_t)1 << other);
	return bit;
}

/* Takes the second column of sexes or of birth dates if the first one is that of another person
 * with a number. */
static uint64_t exchange_others(struct columns *columns, struct counts rows[2])
{
	size_t own = columns->index[ROSTER_ID_NUMBER];
	bool sex = own < COLUMNS_MAX && rows[1].agree[own] > rows[0].agree[own] &&
		   is_of_others_sex(&rows[0], own, 1);
	bool birth = rows[1].own_birth > rows[0].own_birth;
	uint64_t dropped = 0;

	if (sex) {
		dropped |= exchange(columns, ROSTER_SEX);
		rows[0].sexes = rows[1].sexes;
		rows[0].males = rows[1].males;
		memcpy(rows[0].agree, rows[1].agree, sizeof rows[0].agree);
	}
	if (birth) {
		dropped |= exchange(columns, ROSTER_BIRTH_DATE);
		rows[0].births = rows[1].births;
		rows[0].own_birth = rows[1].own_birth;
	}
	if (dropped != 0)
		dropped |= exchange(columns, ROSTER_ETHNIC_GROUP);
	return dropped;
}

uint64_t holder_columns_settle(const struct csv *in, struct decoder *decoder,
			       struct columns *columns)
{
	struct counts rows[2] = { 0 };
	struct csv *head;
	const struct table_row *row;
	size_t *birth = &columns->index[ROSTER_BIRTH_DATE], own = columns->index[ROSTER_ID_NUMBER];
	uint64_t dropped;

	if (columns->index[ROSTER_SEX] == COLUMN_ABSENT && *birth == COLUMN_ABSENT)
		return 0;
	head = csv_open_head(in);
	while ((row = csv_next(head, NULL)) != NULL &&
	       row->row <= columns->header_row + COLUMNS_PROBE_ROWS)
		if (row->row > columns->header_row) {
			count_row(decoder, row, own, columns->index, &rows[0]);
			count_row(decoder, row, own, columns->other, &rows[1]);
		}
	csv_close(head);
	for (size_t i = 0; i < PARTS; i++)
		if (rows[0].parts[i] > 0) {
			*birth -= i;
			columns->birth_parts = true;
			return 0;
		}
	dropped = exchange_others(columns, rows);
	return dropped | drop_others(columns, &rows[0]);
}

static bool begins_with_student(const char *heading)
{
	return words_find(heading, "本人 学生 考生 新生 孩子 XS", WORDS_START) > 0;
}

/* Whether a heading names the student's ID number: 身份证号, 本人身份证号; not 子女身份证号. */
static bool heads_students_number(struct decoder *decoder, struct slice heading)
{
	struct heading h = header_row_heading(decoder, heading);

	return h.kind == HEADING_COLUMN && h.column == ROSTER_ID_NUMBER &&
	       (h.own || line_test(decoder, heading, begins_with_student));
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

/* The column of names nearest to one of numbers: before it if the first column of both is of names,
 * else behind it; COLUMN_ABSENT: none. */
static size_t name_of(const struct columns *columns, size_t number)
{
	uint64_t names = columns->named[ROSTER_NAME] & ~columns->of_others,
		 numbers = columns->named[ROSTER_ID_NUMBER], before = ((uint64_t)1 << number) - 1;
	bool first = (names & -names) < (numbers & -numbers);

	names &= first ? before : ~before;
	if (names == 0)
		return COLUMN_ABSENT;
	return (size_t)(first ? 63 - __builtin_clzll(names) : __builtin_ctzll(names));
}

/* Takes another column of numbers, and the names beside it instead of those beside the old one,
 * whose sex may be that of the other people, too. */
static void take_number(struct columns *columns, size_t number)
{
	size_t *own = &columns->index[ROSTER_ID_NUMBER], *name = &columns->index[ROSTER_NAME];
	size_t beside = name_of(columns, number);

	if (*own < COLUMNS_MAX) {
		if (beside != COLUMN_ABSENT && beside != *name && *name < COLUMNS_MAX &&
		    name_of(columns, *own) == *name) {
			columns->of_others |= (uint64_t)1 << *name;
			if (columns->index[ROSTER_SEX] < COLUMNS_MAX)
				columns->behind_others |= (uint64_t)1 << columns->index[ROSTER_SEX];
			*name = beside;
		}
		columns->of_others |= (uint64_t)1 << *own;
	}
	*own = number;
}

bool holder_columns_take_younger(const struct csv *in, struct decoder *decoder,
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
			return true;
		}
	return false;
}

bool holder_columns_settle_tie(const struct csv *in, struct decoder *decoder,
			       struct columns *columns, uint64_t numbers, bool names_tied)
{
	for (; numbers != 0; numbers &= numbers - 1) {
		struct columns found = *columns;
		size_t elder = (size_t)__builtin_ctzll(numbers), name;

		found.index[ROSTER_ID_NUMBER] = elder;
		if (!holder_columns_take_younger(in, decoder, &found))
			continue;
		name = name_of(columns, found.index[ROSTER_ID_NUMBER]);
		if (names_tied && (name == COLUMN_ABSENT || name == name_of(columns, elder)))
			return false;
		*columns = found;
		if (names_tied)
			columns->index[ROSTER_NAME] = name;
		return true;
	}
	return false;
}

/* What the first rows tell of the columns in doubt. others: of other people; names: of students,
 * not in use. told: the rows that make a column doubtful, among those that fill it. */
struct doubts {
	uint64_t others, names;
	size_t filled[COLUMNS_MAX], told[COLUMNS_MAX];
	bool behind_parent;             /* the ID numbers are: 父亲,身份证号 */
	bool students_number;           /* their heading says so: 学生身份证号 */
	int births[COLUMNS_PROBE_ROWS]; /* their years */
	size_t births_count, elders;    /* elders: rows with the number of a parent of theirs */
};

static bool is_of_parent(const char *heading)
{
	return heading_read(heading).other_person &&
	       words_find(heading, "家长 监护 父 母", WORDS_ANYWHERE) > 0;
}

static void see_headings(struct decoder *decoder, const struct columns *columns,
			 const struct table_row *row, struct doubts *out)
{
	size_t name = columns->index[ROSTER_NAME], number = columns->index[ROSTER_ID_NUMBER];
	uint64_t named = columns->named[ROSTER_NAME] & ~columns->of_others;

	for (size_t i = 0; i < row->count && i < COLUMNS_MAX; i++) {
		uint64_t bit = (uint64_t)1 << i;

		if (i == number)
			out->students_number =
				line_test(decoder, row->cells[i], begins_with_student);
		if (i == name || i == number)
			continue;
		out->others |= columns_is_of_others(columns, i) ? bit : 0;
		if (columns_in(named, i) && line_test(decoder, row->cells[i], begins_with_student))
			out->names |= bit;
		if (i + 1 == number)
			out->behind_parent = line_test(decoder, row->cells[i], is_of_parent);
	}
}

/* Reads a name without its blanks; "" if a cell is surely none. */
static void read_name(struct decoder *decoder, struct slice cell, char out[LINE_TEXT])
{
	char text[LINE_TEXT];
	size_t used = 0;

	line_read(decoder, cell, text);
	for (const char *s = text; *s != '\0'; s++)
		if (*s != ' ')
			out[used++] = *s;
	out[used] = '\0';
	if (name_form(out) != NAME_USUAL || !name_form_is_sure(out))
		out[0] = '\0';
	explicit_bzero(text, sizeof text);
}

/* Counts the names of a row that differ from the one in use. */
static void compare_names(struct decoder *decoder, const struct columns *columns,
			  const struct table_row *row, struct doubts *out)
{
	char name[LINE_TEXT], other[LINE_TEXT];

	read_name(decoder, cell_at(row, columns->index[ROSTER_NAME]), name);
	for (uint64_t set = out->names; set != 0 && *name != '\0'; set &= set - 1) {
		size_t i = (size_t)__builtin_ctzll(set);

		read_name(decoder, cell_at(row, i), other);
		out->filled[i] += *other != '\0';
		out->told[i] += *other != '\0' && strcmp(name, other) != 0;
	}
	explicit_bzero(name, sizeof name);
	explicit_bzero(other, sizeof other);
}

static void see_row(struct decoder *decoder, const struct columns *columns,
		    const struct table_row *row, struct doubts *out)
{
	struct slice mine = cell_at(row, columns->index[ROSTER_ID_NUMBER]);
	char number[CELL_ID], other[CELL_ID];
	bool elder = false;

	if (!cell_take_id(&mine.bytes, &mine.len, number))
		return;
	compare_names(decoder, columns, row, out);
	for (uint64_t set = out->others; set != 0; set &= set - 1) {
		size_t i = (size_t)__builtin_ctzll(set);
		struct slice cell = cell_at(row, i);

		if (!cell_take_id(&cell.bytes, &cell.len, other))
			continue;
		out->filled[i]++;
		out->told[i] += cell_id_is_elder(number, other);
		elder = elder || cell_id_is_elder(other, number);
	}
	out->elders += elder;
	if (out->births_count < COLUMNS_PROBE_ROWS)
		out->births[out->births_count++] = text_digits(number + 6, 4);
	explicit_bzero(number, sizeof number);
	explicit_bzero(other, sizeof other);
}

static int compare_years(const void *a, const void *b)
{
	return *(const int *)b - *(const int *)a;
}

void holder_columns_find_doubts(const struct csv *in, struct decoder *decoder,
				struct columns *columns)
{
	enum { LEAST = 2, QUARTER = 4 };
	struct doubts doubts = { 0 };
	struct csv *head = csv_open_head(in);
	const struct table_row *row;

	while ((row = csv_next(head, NULL)) != NULL &&
	       row->row <= columns->header_row + COLUMNS_PROBE_ROWS &&
	       (row->row <= columns->header_row || !header_row_is(decoder, row, COLUMN_ABSENT)))
		if (row->row == columns->header_row)
			see_headings(decoder, columns, row, &doubts);
		else if (row->row > columns->header_row)
			see_row(decoder, columns, row, &doubts);
	csv_close(head);
	for (size_t i = 0; i < COLUMNS_MAX; i++)
		if (doubts.told[i] >= LEAST && 2 * doubts.told[i] > doubts.filled[i])
			*(columns_in(doubts.names, i) ? &columns->names : &columns->younger) |=
				(uint64_t)1 << i;
	if (columns->names != 0 && doubts.students_number) {
		columns->of_others |= (uint64_t)1 << columns->index[ROSTER_NAME];
		columns->index[ROSTER_NAME] = (size_t)__builtin_ctzll(columns->names);
		columns->names = 0;
	}
	qsort(doubts.births, doubts.births_count, sizeof *doubts.births, compare_years);
	if (doubts.behind_parent && doubts.births_count >= LEAST &&
	    2 * doubts.elders <= doubts.births_count)
		columns->born = doubts.births[(doubts.births_count - 1) / QUARTER];
	explicit_bzero(&doubts, sizeof doubts);
}
