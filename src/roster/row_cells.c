/* SPDX-License-Identifier: MIT */
#include "roster/row_cells.h"

#include <string.h>

#include "roster/cell_text.h"
#include "roster/ethnic_group.h"
#include "roster/name_form.h"
#include "table/cell.h"
#include "table/words.h"

enum { DIGITS_NUMBER = 6 };

/* Whether a cell is a student's own number, and not a date: 2026年9月1日 or 2026-09-01. */
static bool is_own_number(struct slice cell, const char *s)
{
	size_t digits = cell_text_digits(s);
	char day[CELL_BIRTH];

	return digits >= DIGITS_NUMBER && encoding_is_ascii(cell) &&
	       (digits == strlen(s) || !cell_birth(s, day));
}

/* Reduces 姓名：赵敏 and （赵敏） to the name in them. */
static void strip_name(char s[LINE_TEXT])
{
	size_t start = words_find(s, "姓名: 学生姓名: 学生: 名字: (", WORDS_START);
	char inside[LINE_TEXT];

	if (start == 0)
		return;
	strcpy(inside, s + start + strspn(s + start, " "));
	inside[strlen(inside) - words_find(inside, ")", WORDS_END)] = '\0';
	if (name_form_is(inside, NAME_FORM_USUAL))
		strcpy(s, inside);
	explicit_bzero(inside, sizeof inside);
}

bool row_cells_is_value(const struct columns *columns, size_t index, const char *s)
{
	char says[CELL_BIRTH];

	if (index == columns->index[ROSTER_SEX])
		return cell_sex(s, says);
	if (index == columns->index[ROSTER_BIRTH_DATE])
		return cell_birth(s, says);
	if (index == columns->index[ROSTER_ETHNIC_GROUP])
		return ethnic_group_read(s) > 0;
	return !cell_text_is_amount(s) && strchr(s, ':') == NULL &&
	       ((unsigned char)*s < 0x80 || line_word(s) == NULL) &&
	       (cell_text_digits(s) > 0 ||
		(columns_in(columns->texts, index) && heading_read(s).kind == HEADING_NONE));
}

/* Notes what a filled cell says about the row, by its column. */
static void read_value(struct row_cells *c, size_t i, const char *s)
{
	const struct columns *columns = c->columns;
	bool typed =
		i == columns->index[ROSTER_BIRTH_DATE] || i == columns->index[ROSTER_ETHNIC_GROUP];
	bool sex = i == columns->index[ROSTER_SEX], usual = columns_in(columns->usual, i);
	bool value, amount = cell_text_is_amount(s);

	if (i == columns->index[ROSTER_CANDIDATE_NUMBER] ||
	    i == columns->index[ROSTER_STUDENT_NUMBER])
		c->own_number = c->own_number || is_own_number(c->row->cells[i], s);
	if (!columns_is_of_others(columns, i)) {
		c->id = c->id || cell_text_is_id(s);
		c->holds_id = c->holds_id || cell_holds_id(s, strlen(s));
	}
	if (!typed && !sex && !usual)
		return;
	value = row_cells_is_value(columns, i, s);
	c->sex = c->sex || (sex && value && !cell_text_counts_sex(s) && !cell_text_is_label(s));
	c->typed = c->typed || (typed && value && !amount);
	c->usual += usual && value;
	c->missing -= usual && (value || amount);
}

void row_cells_read(struct decoder *decoder, const struct table_row *row,
		    const struct columns *columns, struct row_cells *out)
{
	size_t name = columns->index[ROSTER_NAME], number = columns->index[ROSTER_ID_NUMBER];
	char text[LINE_TEXT];

	*out = (struct row_cells){ .decoder = decoder,
				   .row = row,
				   .columns = columns,
				   .missing = (size_t)__builtin_popcountll(columns->usual),
				   .alone = true };
	for (size_t i = 0; i < row->count; i++) {
		line_read(decoder, row->cells[i], text);
		if (*text == '\0')
			continue;
		if (i == name)
			strip_name(text);
		out->digits += cell_text_digits(text);
		out->counts += cell_text_heads_counts(text);
		if (i != name)
			out->alone = out->alone && (cell_text_is_amount(text) ||
						    (i != number && cell_text_is_nothing(text)));
		read_value(out, i, text);
		if (i == name)
			strcpy(out->name, text);
		if (i == number)
			strcpy(out->number, text);
		if (out->filled++ == 0) {
			strcpy(out->first, text);
			out->first_at = i;
		}
	}
	if (out->sex &&
	    (*out->name == '\0'
		     ? *out->number != '\0'
		     : cell_text_is_label(out->name) || cell_text_heads_counts(out->name)) &&
	    !row_cells_is_numbered(out)) { /* a count: ,小组,2; 女生：,1 */
		line_read(decoder, table_row_cell(row, columns->index[ROSTER_SEX]), text);
		out->sex = cell_text_digits(text) == 0;
	}
	explicit_bzero(text, sizeof text);
	if (cell_text_digits(out->name) == 0 && cell_text_is_nothing(out->name) &&
	    cell_text_is_nothing(out->number) && !cell_text_is_lost(out->name))
		out->name[0] = out->number[0] = '\0';
}

bool row_cells_is_counted(const struct row_cells *c)
{
	size_t digits = cell_text_digits(c->first);

	return c->first_at < COLUMNS_MAX && !columns_in(c->columns->texts, c->first_at) &&
	       (digits == strlen(c->first) ||
		(digits > 0 && words_find(c->first + digits, ". 、", WORDS_WHOLE) > 0));
}

bool row_cells_is_numbered(const struct row_cells *c)
{
	size_t digits = cell_text_digits(c->number);
	char day[CELL_BIRTH];

	return cell_text_is_id(c->number) ||
	       (digits >= DIGITS_NUMBER &&
		(digits == strlen(c->number) || !cell_birth(c->number, day)));
}

bool row_cells_has_student(const struct row_cells *c)
{
	return c->own_number ||
	       (c->sex && (c->filled > 1 || words_find(c->first, "男 女", WORDS_WHOLE) > 0));
}
