/* SPDX-License-Identifier: MIT */
#include "roster/find_columns.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "roster/cell_text.h"
#include "roster/column_sample.h"
#include "roster/header_row.h"
#include "roster/holder_columns.h"
#include "roster/line_words.h"
#include "roster/name_form.h"
#include "roster/role_column.h"
#include "roster/second_numbers.h"
#include "table/cell.h"
#include "table/number_cell.h"

enum {
	CELL = 128,
	EXCHANGED_ROWS = 2,
	DIGITS_PERSONAL = 6 /* the fewest of a number that a message does not show */
};

/* Whether a cell is not a heading: it has digits, or a word for nothing. */
static bool is_value(struct decoder *decoder, struct slice cell)
{
	return cell_digits(cell.bytes, cell.len) > 0 ||
	       line_test(decoder, cell, cell_text_is_nothing);
}

/* Counts the rows above the first one with a name and a number in their columns. */
static size_t rows_above(const struct csv *in, struct decoder *decoder,
			 const struct columns *columns)
{
	size_t name = columns->index[ROSTER_NAME], number = columns->index[ROSTER_ID_NUMBER];
	struct csv *head = csv_open_head(in);
	const struct table_row *row;
	size_t above = 0;

	while ((row = csv_next(head, NULL)) != NULL) {
		if (name < row->count && number < row->count && row->cells[name].len > 0 &&
		    row->cells[number].len > 0 && is_value(decoder, row->cells[number]))
			break;
		above++;
	}
	csv_close(head);
	return above;
}

/* Whether the columns of names and of ID numbers are found, without which there is no roster. */
static bool has_both(const struct columns *columns)
{
	return columns_has(columns, ROSTER_NAME) && columns_has(columns, ROSTER_ID_NUMBER);
}

/* Finds a column of document types that has another heading. If it is headed as the ID numbers,
 * these are in the first other column that has some. */
static void find_types(const struct column_sample *s, struct columns *columns)
{
	size_t *number = &columns->index[ROSTER_ID_NUMBER], type = 0;

	if (columns_has(columns, ROSTER_DOCUMENT_TYPE))
		return;
	while (type < s->width &&
	       (columns_is_of_others(columns, type) ||
		!column_sample_is_like(s, &s->columns[type], ROSTER_DOCUMENT_TYPE)))
		type++;
	if (type == s->width)
		return;
	for (size_t i = 0; i < s->width && type == *number; i++)
		if (!columns_is_of_others(columns, i) && s->columns[i].numbers > 0)
			*number = i;
	if (type != *number)
		columns->index[ROSTER_DOCUMENT_TYPE] = type;
}

/* Finds the columns of a file without a header by their cells. Returns false if the names or the ID
 * numbers are in no column or in several. */
static bool find_by_content(const struct csv *in, struct decoder *decoder, struct columns *out)
{
	struct column_sample *s = xcalloc(1, sizeof *s);

	column_sample_take(in, decoder, 0, s);
	*out = (struct columns){ .spare = COLUMN_ABSENT,
				 .latin = COLUMN_ABSENT,
				 .width = s->width,
				 .texts = UINT64_MAX };
	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++) {
		uint64_t all;

		out->index[c] = out->other[c] = COLUMN_ABSENT;
		if (c > ROSTER_BIRTH_DATE)
			continue; /* without a heading, 1 is no ethnic group */
		out->index[c] = column_sample_find(s, (enum roster_column)c, NULL, &all);
		if ((all & (all - 1)) != 0)
			out->index[c] = COLUMN_ABSENT;
	}
	out->usual = column_sample_usual(s, out);
	find_types(s, out);
	column_sample_free(s);
	if (!has_both(out))
		return false;
	out->unnamed = out->open = UINT64_MAX >> (COLUMNS_MAX - out->width);
	second_numbers_settle(out);
	second_numbers_find_unread(in, decoder, out);
	out->skip = rows_above(in, decoder, out);
	return true;
}

/* Copies a heading for a message; "" if it has a student's data: a number or, unless it is known as
 * a heading, what is surely a Chinese name. */
static void copy_heading(struct decoder *decoder, struct slice cell, bool known, char *out,
			 size_t size)
{
	char narrow[CELL];

	decoder_read(decoder, cell, out, size);
	cell_fold(out, narrow, sizeof narrow);
	if (cell_digits(narrow, strlen(narrow)) >= DIGITS_PERSONAL ||
	    (!known && (unsigned char)*narrow >= 0x80 && name_form(narrow) == NAME_USUAL &&
	     name_form_is_sure(narrow)))
		explicit_bzero(out, size);
	explicit_bzero(narrow, sizeof narrow);
}

/* Lists the cells of a header for a message, 学号、姓名、班级, as many as fit, without any that may
 * be a student's data: cells that are no known heading only if most others are. */
static void list_seen(struct decoder *decoder, const struct table_row *row, size_t known,
		      char out[HEADER_SEEN])
{
	static const char more[] = "……";
	bool all = 2 * known > header_row_filled(row) && header_row_is(decoder, row, COLUMN_ABSENT);
	size_t used = 0;

	for (size_t i = 0; i < row->count; i++) {
		const char *comma = used > 0 ? "、" : "", *whose;
		char cell[HEADER_SEEN];
		enum heading_kind kind;

		if (row->cells[i].len == 0)
			continue;
		kind = header_row_heading(decoder, row->cells[i]).kind;
		copy_heading(decoder, row->cells[i], kind != HEADING_NONE, cell, sizeof cell);
		if (*cell == '\0' || (!all && kind == HEADING_NONE))
			continue;
		whose = kind == HEADING_OF_OTHERS ? "（别人的）" : "";
		if (used + strlen(comma) + strlen(cell) + strlen(whose) + sizeof more >
		    HEADER_SEEN) {
			memcpy(out + used, more, sizeof more);
			return;
		}
		used += (size_t)snprintf(out + used, HEADER_SEEN - used, "%s%s%s", comma, cell,
					 whose);
	}
}

static bool report_missing(const struct header_row *seen, struct diag *d)
{
	bool name = columns_has(&seen->columns, ROSTER_NAME),
	     number = columns_has(&seen->columns, ROSTER_ID_NUMBER);
	char letters[2][COLUMN_LETTERS];

	if (!name && seen->family != COLUMN_ABSENT && seen->given != COLUMN_ABSENT) {
		column_letters(seen->family, letters[0]);
		column_letters(seen->given, letters[1]);
		return diag_add(d, seen->line, 1,
				"姓和名分在 %s 列和 %s 列：合成一列，表头写“姓名”。", letters[0],
				letters[1]);
	}
	return diag_add(d, seen->line, 1, "表头里没有%s，认出的有：%s。加上%s。",
			name     ? "证件号码一列"
			: number ? "姓名一列"
				 : "姓名和证件号码",
			seen->seen,
			name     ? "“身份证号”"
			: number ? "“姓名”"
				 : "“姓名”和“身份证号”");
}

/* Lists columns for a message: A 列、B 列和 C 列. */
static void list_places(uint64_t set, char *out, size_t size)
{
	char letters[COLUMN_LETTERS];
	size_t used = 0;

	out[0] = '\0';
	for (size_t i = 0; i < COLUMNS_MAX && used < size; i++) {
		if (!columns_in(set, i))
			continue;
		column_letters(i, letters);
		set &= ~((uint64_t)1 << i);
		used += (size_t)snprintf(out + used, size - used, "%s%s 列",
					 used == 0  ? ""
					 : set == 0 ? "和 "
						    : "、",
					 letters);
	}
}

/* Chooses the one of the columns with equally good headings whose cells alone look like c. Returns
 * false if several do or none does; d names them. */
static bool settle_tie(struct header_row *h, enum roster_column c, const struct column_sample *s,
		       struct diag *d)
{
	uint64_t like = 0;
	char places[12 * COLUMNS_MAX];

	for (size_t i = 0; i < COLUMNS_MAX; i++)
		if (columns_in(h->equal[c], i) && column_sample_count(s, &s->columns[i], c) > 0)
			like |= (uint64_t)1 << i;
	if (like != 0 && (like & (like - 1)) == 0) {
		size_t *index = &h->columns.index[c], *other = &h->columns.other[c];
		size_t best = (size_t)__builtin_ctzll(like);

		*other = best == *index ? *other : *index;
		*index = best;
		return true;
	}
	list_places(like != 0 ? like : h->equal[c], places, sizeof places);
	return diag_add(d, h->line, 1,
			"%s都像%s，认不准学生本人的是哪一列："
			"它的表头写“%s”，另一列写“旧%s”或“家长%s”%s。",
			places, column_title(c), column_title(c), column_title(c), column_title(c),
			c == ROSTER_NAME && header_row_tied(h, ROSTER_ID_NUMBER)
				? "；一行里有两个学生的，把右边几列移到左边几列的下面"
				: "");
}

/* Whether the second of two columns of numbers is the better one: the resident's number rather than
 * another document's, else the one with more filled cells. */
static bool is_other_number(const struct columns *columns, const struct column_sample *s)
{
	size_t one = columns->index[ROSTER_ID_NUMBER], other = columns->other[ROSTER_ID_NUMBER];
	bool document = columns_in(columns->documents, one);

	return document != columns_in(columns->documents, other)
		       ? document
		       : s->columns[other].filled > s->columns[one].filled;
}

/* Chooses the one of two columns with headings of different rank that is filled. The second
 * column of numbers becomes columns.spare if the roster has other documents, or if it is the
 * student's, too. */
static void choose_filled(struct header_row *h, enum roster_column c, const struct column_sample *s)
{
	struct columns *columns = &h->columns;
	size_t one = columns->index[c], other = columns->other[c];
	bool typed = c == ROSTER_ID_NUMBER &&
		     (columns_has(columns, ROSTER_DOCUMENT_TYPE) ||
		      columns_in(columns->documents, one) || columns_in(columns->documents, other));

	if (one >= COLUMNS_MAX || other >= COLUMNS_MAX || columns_is_of_others(columns, other))
		return;
	if (typed ? is_other_number(columns, s)
		  : s->columns[one].filled == 0 && s->columns[other].filled > 0) {
		columns->index[c] = other;
		columns->other[c] = one;
	}
	if (typed || (c == ROSTER_ID_NUMBER && columns_in(h->own, one) &&
		      columns_in(h->own, other) && columns->other[ROSTER_NAME] == COLUMN_ABSENT))
		columns->spare = columns->other[c];
}

/* Decides by the cells what the headings leave open. Returns false if the cells do not decide it; d
 * says so. */
static bool complete(const struct csv *in, struct decoder *decoder, struct header_row *h,
		     struct diag *d)
{
	static const enum roster_column needed[] = { ROSTER_NAME, ROSTER_ID_NUMBER };
	struct column_sample *s;
	bool settled = true;

	if (has_both(&h->columns) && h->columns.other[ROSTER_NAME] == COLUMN_ABSENT &&
	    h->columns.other[ROSTER_ID_NUMBER] == COLUMN_ABSENT)
		return true;
	if (header_row_tied(h, ROSTER_ID_NUMBER) &&
	    holder_columns_settle_tie(in, decoder, &h->columns, h->equal[ROSTER_ID_NUMBER],
				      header_row_tied(h, ROSTER_NAME)))
		return true;
	s = xcalloc(1, sizeof *s);
	column_sample_take(in, decoder, h->columns.header_row, s);
	for (size_t i = 0; i < 2 && settled; i++) {
		enum roster_column c = needed[i];

		if (!columns_has(&h->columns, c) &&
		    (c != ROSTER_NAME || h->family == COLUMN_ABSENT)) {
			h->columns.guessed[c] = true;
			h->columns.index[c] = column_sample_find(s, c, h->free, &h->equal[c]);
		}
		if (!columns_has(&h->columns, c))
			settled = report_missing(h, d);
		else if (header_row_tied(h, c))
			settled = settle_tie(h, c, s, d);
		else
			choose_filled(h, c, s);
	}
	column_sample_free(s);
	return settled;
}

static bool is_id_at(const struct table_row *row, size_t index)
{
	return number_cell_is_id(table_row_cell(row, index));
}

/* Whether the headings of names and numbers stand before values, as in
 * 姓名：,李明,身份证号：,1100… */
static bool is_labelled(const struct table_row *row, const struct columns *columns)
{
	size_t value = columns->index[ROSTER_NAME] + 1, number = columns->index[ROSTER_ID_NUMBER];

	return value < row->count && value != number && row->cells[value].len > 0 &&
	       is_id_at(row, number + 1);
}

/* Whether the next row with an ID number in either column has it in the first one. row: the row to
 * begin with. */
static bool has_id_first(struct csv *head, const struct table_row *row, size_t first, size_t second)
{
	while (row != NULL && !is_id_at(row, first) && !is_id_at(row, second))
		row = csv_next(head, NULL);
	return row != NULL && !is_id_at(row, second);
}

/* Finds the header: the first row with both headings, or two rows that have them together, below
 * any titles; or a row directly below it that only has headings, among them both, in other columns,
 * if the ID numbers are in these; else the row with most headings. best->known is 0 if there is
 * none. Looks at COLUMNS_PROBE_ROWS rows, not counting those with one filled cell or none. */
static void find_header(const struct csv *in, struct decoder *decoder, struct header_row *best)
{
	struct csv *head = csv_open_head(in), *behind = csv_open_head(in);
	const struct table_row *row, *upper = NULL;
	size_t line = csv_next_line(in);
	size_t looked_at = 0;
	uint64_t above_of_others = 0;
	bool found = false, sorted_down = false, doubled = false;
	struct header_row above = { 0 }, before = { 0 };

	*best = (struct header_row){ 0 };
	for (; (row = csv_next(head, NULL)) != NULL && looked_at < COLUMNS_PROBE_ROWS;
	     upper = csv_next(behind, NULL)) {
		struct header_row h;
		bool second, reordered;

		header_row_read_line(decoder, row, upper, above_of_others, &h);
		second = upper != NULL && header_row_is_second_half(&above, &h, upper, row);
		reordered =
			found && !second && has_both(&h.columns) &&
			h.known == header_row_filled(row) &&
			memcmp(h.columns.index, best->columns.index, sizeof h.columns.index) != 0;
		if (found && !second && !reordered)
			break;
		if (second)
			header_row_join(&above, upper, &h);
		if (reordered && !doubled)
			before = *best;
		doubled = doubled || reordered;
		above = h;
		found = has_both(&h.columns);
		looked_at += header_row_filled(row) > 1;
		h.labels = found && is_labelled(row, &h.columns);
		h.columns.of_others |= found ? header_row_of_others(decoder, row) : 0;
		h.columns.sorted_down = sorted_down;
		for (size_t i = 0; i < row->count; i++)
			sorted_down = sorted_down || number_cell_is_id(row->cells[i]);
		above_of_others =
			header_row_of_others(decoder, row) | (h.known > 0 ? above_of_others : 0);
		if (!found && h.known <= best->known)
			continue;
		*best = h;
		best->line = line + row->line - 1;
		list_seen(decoder, row, h.known, best->seen);
	}
	if (doubled && has_id_first(head, row, before.columns.index[ROSTER_ID_NUMBER],
				    best->columns.index[ROSTER_ID_NUMBER]))
		*best = before;
	csv_close(behind);
	csv_close(head);
}

/* Counts the students of a file that has its headings in the first column, 姓名,李明 and below it
 * 身份证号,1100…: a form of one student, or a column for each. 0: the file is no such form. */
static size_t count_forms(const struct csv *in, struct decoder *decoder)
{
	struct csv *head = csv_open_head(in);
	const struct table_row *row;
	bool seen[ROSTER_COLUMN_COUNT] = { false };
	size_t numbers = 0;

	while ((row = csv_next(head, NULL)) != NULL && row->row <= COLUMNS_PROBE_ROWS) {
		struct heading h = { 0 };

		if (row->count > 1 && !header_row_is(decoder, row, COLUMN_ABSENT))
			h = header_row_heading(decoder, row->cells[0]);
		if (h.kind != HEADING_COLUMN || row->cells[1].len == 0)
			continue;
		seen[h.column] = true;
		for (size_t i = 1; h.column == ROSTER_ID_NUMBER && i < row->count; i++)
			numbers += number_cell_is_id(row->cells[i]);
	}
	csv_close(head);
	if (!seen[ROSTER_NAME] || !seen[ROSTER_ID_NUMBER])
		return 0;
	return numbers > 1 ? numbers : 1;
}

/* Whether most rows have their ID number in several cells, a digit in each or 320102, 20070315 and
 * 0232. *last: the index of the last of these cells. */
static bool is_spread(const struct csv *in, const struct columns *columns, size_t *last)
{
	struct csv *head = csv_open_head(in);
	const struct table_row *row;
	size_t rows = 0, spread = 0;

	while ((row = csv_next(head, NULL)) != NULL && rows < COLUMNS_PROBE_ROWS) {
		char number[18];
		size_t used = 0, i = columns->index[ROSTER_ID_NUMBER];

		if (row->row <= columns->header_row || i >= row->count || row->cells[i].len == 0)
			continue;
		rows++;
		for (; i < row->count && used + row->cells[i].len <= sizeof number; i++) {
			if (row->cells[i].len > 0)
				memcpy(number + used, row->cells[i].bytes, row->cells[i].len);
			used += row->cells[i].len;
			if (used == sizeof number)
				break;
		}
		if (i > columns->index[ROSTER_ID_NUMBER] && used == sizeof number &&
		    number_cell_is_id((struct slice){ number, used })) {
			spread++;
			*last = i;
		}
		explicit_bzero(number, sizeof number);
	}
	csv_close(head);
	return spread > 0 && 3 * spread >= 2 * rows;
}

static bool report_spread(const struct columns *columns, size_t last, struct diag *d)
{
	char letters[2][COLUMN_LETTERS];

	column_letters(columns->index[ROSTER_ID_NUMBER], letters[0]);
	column_letters(last, letters[1]);
	return diag_add(d, columns->header_row, 1,
			"一个证件号码拆在 %s 列到 %s 列的几格里：合成一列，再来一次。", letters[0],
			letters[1]);
}

static void add_note(struct columns *columns, struct decoder *decoder, const struct table_row *row,
		     enum roster_column c, size_t at)
{
	struct column_note *note = &columns->notes[columns->note_count];

	if (columns->note_count == COLUMN_NOTES)
		return;
	columns->note_count++;
	*note = (struct column_note){ .column = c, .index = at };
	if (at < row->count && row->cells[at].len < COLUMN_HEADING / 2)
		copy_heading(decoder, row->cells[at],
			     c < ROSTER_COLUMN_COUNT && !columns->guessed[c], note->heading,
			     COLUMN_HEADING);
}

/* Notes the columns of names and of ID numbers that are guessed, or not used, and those of other
 * people (dropped, as bits). */
static void add_notes(const struct csv *in, struct decoder *decoder, struct columns *columns,
		      uint64_t dropped)
{
	struct csv *head = csv_open_head(in);
	const struct table_row *row;

	while ((row = csv_next(head, NULL)) != NULL && row->row < columns->header_row)
		;
	for (enum roster_column c = ROSTER_NAME; c <= ROSTER_ID_NUMBER && row != NULL; c++)
		for (size_t i = 0; i < COLUMNS_MAX; i++)
			if (columns->guessed[c]
				    ? columns->index[c] == i
				    : columns_in(columns->named[c], i) &&
					      columns_at(columns, i) == ROSTER_COLUMN_COUNT)
				add_note(columns, decoder, row, c, i);
	for (size_t i = 0; i < COLUMNS_MAX && row != NULL; i++)
		if (columns_in(dropped, i))
			add_note(columns, decoder, row, ROSTER_COLUMN_COUNT, i);
	csv_close(head);
}

/* Whether a spreadsheet has rounded the candidate numbers in a column: one in a hundred thousand
 * ends in five zeros by nature, here all of two or more. */
static bool is_rounded(const struct column_sample *s, size_t index)
{
	enum { LEAST = 2 };
	const struct column_cells *c = &s->columns[index];

	return index < s->width && c->rounded >= LEAST && c->rounded == c->candidates;
}

/* Whether the cells of a column are certainly no ID numbers, nor masked or another document's. */
static bool has_other_values(const struct column_sample *s, const struct column_cells *c)
{
	return c->numbers == 0 &&
	       (c->filled == 0 || column_sample_is_like(s, c, ROSTER_STUDENT_NUMBER) ||
		column_sample_is_like(s, c, ROSTER_NAME) ||
		column_sample_is_like(s, c, ROSTER_SEX));
}

static uint64_t move_bits(uint64_t set, size_t from, size_t to)
{
	return to > from ? set << (to - from) : set >> (from - to);
}

/* Takes the only column that looks like ID numbers if those below their heading are no such
 * numbers. If the names stand as far from their heading, all columns do: the header is moved. */
static void find_moved(const struct column_sample *s, struct columns *columns)
{
	size_t from = columns->index[ROSTER_ID_NUMBER], name = columns->index[ROSTER_NAME], to, at;
	bool allowed[COLUMNS_MAX];
	uint64_t all;

	for (size_t i = 0; i < COLUMNS_MAX; i++)
		allowed[i] = !columns_is_of_others(columns, i) &&
			     !columns_in(columns->named[ROSTER_ID_NUMBER], i);
	to = column_sample_find(s, ROSTER_ID_NUMBER, allowed, &all);
	if (s->rows < EXCHANGED_ROWS || from >= s->width || name >= s->width || all == 0 ||
	    (all & (all - 1)) != 0 || !has_other_values(s, &s->columns[from]))
		return;
	at = name + to - from;
	if (to != name && column_sample_is_like(s, &s->columns[name], ROSTER_NAME)) {
		columns->index[ROSTER_ID_NUMBER] = to;
	} else if (at < s->width && column_sample_is_like(s, &s->columns[at], ROSTER_NAME)) {
		for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++)
			if (columns_has(columns, c))
				columns->index[c] += to - from;
		columns->texts = move_bits(columns->texts, from, to);
		columns->of_others = move_bits(columns->of_others, from, to);
	} else {
		return;
	}
	columns->named[ROSTER_NAME] = columns->named[ROSTER_ID_NUMBER] = 0;
	columns->moved = true;
}

/* Completes the columns by their cells: which ones most rows fill, which have their headings
 * exchanged or moved, and where the document types are. */
static void compare_cells(const struct csv *in, struct decoder *decoder, struct columns *columns)
{
	static const struct columns_pair pairs[] = {
		{ ROSTER_NAME, ROSTER_ID_NUMBER, "姓名”和“身份证号" },
		{ ROSTER_NAME, ROSTER_STUDENT_NUMBER, "姓名”和“学号" },
		{ ROSTER_CANDIDATE_NUMBER, ROSTER_ID_NUMBER, "考生号”和“身份证号" },
		{ ROSTER_STUDENT_NUMBER, ROSTER_ID_NUMBER, "学号”和“身份证号" },
		{ ROSTER_SEX, ROSTER_BIRTH_DATE, "性别”和“出生日期" },
		{ ROSTER_SEX, ROSTER_ETHNIC_GROUP, "性别”和“民族" },
		{ ROSTER_BIRTH_DATE, ROSTER_ETHNIC_GROUP, "出生日期”和“民族" },
	};
	struct column_sample *s = xcalloc(1, sizeof *s);

	column_sample_take(in, decoder, columns->header_row, s);
	for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++) {
		size_t one = columns->index[pairs[i].one], other = columns->index[pairs[i].other];

		if (one >= s->width || other >= s->width || s->rows < EXCHANGED_ROWS ||
		    !column_sample_is_like(s, &s->columns[one], pairs[i].other) ||
		    !column_sample_is_like(s, &s->columns[other], pairs[i].one))
			continue;
		columns->index[pairs[i].one] = other;
		columns->index[pairs[i].other] = one;
		columns->exchanged = &pairs[i];
		break;
	}
	if (columns->exchanged == NULL)
		find_moved(s, columns);
	columns->usual = column_sample_usual(s, columns);
	find_types(s, columns);
	columns->candidates_rounded = is_rounded(s, columns->index[ROSTER_CANDIDATE_NUMBER]);
	column_sample_free(s);
}

static bool is_sure_name(const char *s)
{
	return name_form(s) == NAME_USUAL && name_form_is_sure(s);
}

/* Counts the rows above the first table: the header may be that of a second one, as the first has
 * names and no ID numbers. */
static size_t rows_above_tables(const struct csv *in, struct decoder *decoder,
				const struct columns *columns)
{
	struct csv *head = csv_open_head(in);
	const struct table_row *row;
	size_t above = columns->header_row, names = COLUMN_ABSENT, at = 0;

	while ((row = csv_next(head, NULL)) != NULL && row->row < columns->header_row) {
		struct header_row h;

		if (line_test(decoder, table_row_cell(row, names), is_sure_name)) {
			above = at - 1;
			break;
		}
		header_row_read_line(decoder, row, NULL, 0, &h);
		if (!header_row_is(decoder, row, h.columns.index[ROSTER_NAME]))
			continue;
		names = h.columns.index[ROSTER_NAME];
		at = row->row;
	}
	csv_close(head);
	return above;
}

bool find_columns(const struct csv *in, struct decoder *decoder, struct columns *out,
		  struct columns *headings, struct diag *d)
{
	struct header_row h;
	size_t forms, last;

	find_header(in, decoder, &h);
	if (h.known > 0) {
		forms = has_both(&h.columns) ? 0 : count_forms(in, decoder);
		if (forms > 0)
			return diag_add(
				d, h.line, 1, "%s",
				forms > 1 ? "行和列颠倒了，一列是一个人：复制后用“选择性粘贴”的"
					    "“转置”，一人一行。"
					  : "这是一人一张的登记表，不是名册：名册一人一行，"
					    "第一行是表头“姓名”“身份证号”。");
		if (h.labels)
			return diag_add(
				d, h.line, 1,
				"每一行都写着“姓名”“身份证号”：移到第一行做表头，下面一人一行，"
				"只留姓名和号码。");
		if (!columns_has(&h.columns, ROSTER_NAME) &&
		    !columns_has(&h.columns, ROSTER_ID_NUMBER))
			return report_missing(&h, d);
		*headings = h.columns;
		if (!complete(in, decoder, &h, d))
			return false;
		if (is_spread(in, &h.columns, &last))
			return report_spread(&h.columns, last, d);
		*out = h.columns;
		out->skip = rows_above_tables(in, decoder, out);
		compare_cells(in, decoder, out);
		holder_columns_take_younger(in, decoder, out);
		holder_columns_find_doubts(in, decoder, out);
		columns_set_own(out);
		role_column_find(in, decoder, out);
		add_notes(in, decoder, out, holder_columns_settle(in, decoder, out));
		second_numbers_decide(in, out);
		second_numbers_settle(out);
		second_numbers_find_unread(in, decoder, out);
		return true;
	}
	if (find_by_content(in, decoder, out)) {
		*headings = *out;
		return true;
	}
	return diag_add(d, csv_next_line(in), 1, "认不出各列：第一行要有表头“姓名”和“身份证号”。");
}
