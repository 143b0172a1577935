/* SPDX-License-Identifier: MIT */
#include "roster/shifted_row.h"

#include <stdint.h>
#include <string.h>

#include "roster/ethnic_group.h"
#include "roster/line_words.h"
#include "roster/name_form.h"
#include "rules/candidate_number.h"
#include "rules/characters.h"
#include "rules/document.h"
#include "table/cell.h"
#include "table/number_cell.h"

enum { DIGITS_NUMBER = 6 };

static bool has_form(const struct number_form *form, struct slice cell)
{
	struct slice s = number_cell_bare(cell);

	return form->len > 0 && s.len == form->len &&
	       memcmp(s.bytes, form->start, sizeof form->start) == 0 &&
	       cell_digits(s.bytes, s.len) >= DIGITS_NUMBER;
}

static void add_form(struct number_form *form, const struct table_row *row, size_t index)
{
	struct slice s = number_cell_bare(table_row_cell(row, index));

	if (form->len > 0 || s.len < DIGITS_NUMBER || cell_digits(s.bytes, s.len) < DIGITS_NUMBER)
		return;
	form->len = s.len;
	memcpy(form->start, s.bytes, sizeof form->start);
}

void number_forms_add(struct number_forms *forms, const struct columns *columns,
		      const struct table_row *row)
{
	size_t at = columns->index[ROSTER_CANDIDATE_NUMBER];
	struct slice s = number_cell_bare(table_row_cell(row, at));

	forms->candidates += s.len > 0;
	forms->usual += s.len == CANDIDATE_DIGITS && cell_digits(s.bytes, s.len) == s.len;
	add_form(&forms->candidate, row, at);
	add_form(&forms->student, row, columns->index[ROSTER_STUDENT_NUMBER]);
}

/* Whether a text may be a name, and is neither a value of another column nor a heading. */
static bool is_name(const char *s)
{
	char says[CELL_SEX];

	return cell_digits(s, strlen(s)) == 0 && strchr(s, ':') == NULL && !cell_sex(s, says) &&
	       ethnic_group_read(s) == 0 && heading_read(s).kind == HEADING_NONE &&
	       !heading_is_of_others(s) && !name_form_is_sentence(s) &&
	       (name_form_is_name(s) || name_form(s) != NAME_NONE);
}

static bool may_be_name(struct decoder *decoder, struct slice cell)
{
	return line_test(decoder, cell, is_name);
}

/* Whether a cell has a word for nothing: 无, 待定. */
static bool is_nothing(struct decoder *decoder, struct slice cell)
{
	char s[LINE_TEXT];
	struct characters all;
	bool nothing;

	line_read(decoder, cell, s);
	all = characters_read(s);
	nothing = document_is_none(&all);
	characters_wipe(&all);
	explicit_bzero(s, sizeof s);
	return nothing;
}

/* Whether a filled cell holds a value of a column that is not the name's. */
static bool is_value(struct decoder *decoder, enum roster_column column, struct slice cell,
		     const struct number_forms *forms)
{
	char s[LINE_TEXT], says[CELL_BIRTH];
	bool is;

	if (column == ROSTER_ID_NUMBER)
		return number_cell_is_id(cell);
	if (column == ROSTER_CANDIDATE_NUMBER)
		return has_form(&forms->candidate, cell);
	if (column == ROSTER_STUDENT_NUMBER)
		return has_form(&forms->student, cell);
	line_read(decoder, cell, s);
	is = column == ROSTER_SEX          ? cell_sex(s, says)
	     : column == ROSTER_BIRTH_DATE ? cell_birth(s, says)
					   : ethnic_group_read(s) > 0;
	explicit_bzero(s, sizeof s);
	return is;
}

/* A row with an empty cell inserted, a cell left out, or both. */
struct shift {
	const struct table_row *row;
	/* The index of the inserted cell in the new row, and of the omitted cell in the old one;
	 * SIZE_MAX: none. */
	size_t in, out;
};

/* Returns the index of a cell of the new row in the old one. */
static size_t old_index(const struct shift *shift, size_t index)
{
	index -= index > shift->in;
	return index + (index >= shift->out);
}

static struct slice cell_of(const struct shift *shift, size_t index)
{
	if (index == shift->in)
		return (struct slice){ 0 };
	return table_row_cell(shift->row, old_index(shift, index));
}

/* Whether the cell that a shift moves below the name is a name by itself, as no other value moves
 * with it: 江苏 or a parent's name may be in its own place beside an empty name. */
static bool is_moved_name(struct decoder *decoder, const struct columns *columns,
			  const struct shift *shift)
{
	size_t index = columns->index[ROSTER_NAME];

	return !columns_is_of_others(columns, old_index(shift, index)) &&
	       line_test(decoder, cell_of(shift, index), name_form_is_sure);
}

/* Whether a name's cell has a word of lines that are not students'. */
static bool is_line_or_section(const char *s)
{
	return line_is(s) || name_form_is_section(s);
}

/* Whether the shifted row has a name and an ID number, or a name and another value that only a
 * student's row has, and nothing that belongs to another column. Below its own heading must come
 * one of these at least: a remark that is moved shows nothing. */
static bool fits(struct decoder *decoder, const struct columns *columns, const struct shift *shift,
		 const struct number_forms *forms)
{
	const struct shift none = { shift->row, SIZE_MAX, SIZE_MAX };
	size_t values = 0;
	struct slice name = cell_of(shift, columns->index[ROSTER_NAME]);
	bool name_moved = name.bytes != cell_of(&none, columns->index[ROSTER_NAME]).bytes;
	bool moved = false;

	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++) {
		struct slice cell;

		if (columns->index[c] == COLUMN_ABSENT || c == ROSTER_NAME ||
		    c == ROSTER_DOCUMENT_TYPE)
			continue;
		cell = cell_of(shift, columns->index[c]);
		if (cell.len == 0)
			continue;
		if (!is_value(decoder, (enum roster_column)c, cell, forms))
			return false;
		moved = moved || cell.bytes != cell_of(&none, columns->index[c]).bytes;
		values++;
	}
	return (moved || name_moved) && values > 0 && name.len > 0 && may_be_name(decoder, name) &&
	       (moved || is_moved_name(decoder, columns, shift)) &&
	       (number_cell_is_id(cell_of(shift, columns->index[ROSTER_ID_NUMBER])) ||
		!line_test(decoder, name, is_line_or_section));
}

/* Whether a cell beside a number is a name of two to four ideographs. Looks only at its characters,
 * which costs much less than to look for all words that are not names. */
static bool is_usual_name(const char *s)
{
	enum { LEAST = 6, MOST = 12 }; /* bytes of two and of four ideographs */
	size_t len = strlen(s);

	return len >= LEAST && len <= MOST && name_form_is_name(s);
}

/* Whether a cell beside a name has a word in place of an ID number: 没有, 已注销. */
static bool is_word(struct decoder *decoder, struct slice number, struct slice name)
{
	char s[LINE_TEXT];
	bool is;

	if (cell_digits(number.bytes, number.len) > 0)
		return false;
	line_read(decoder, number, s);
	is = !name_form_swapped(s, "") || is_nothing(decoder, number);
	line_read(decoder, name, s);
	is = is && name_form(s) == NAME_USUAL;
	explicit_bzero(s, sizeof s);
	return is;
}

static bool is_document(struct decoder *decoder, struct slice number)
{
	char s[LINE_TEXT];
	struct characters all;
	bool is;

	line_read(decoder, number_cell_bare(number), s);
	all = characters_read(s);
	is = document_of(&all) != NULL;
	characters_wipe(&all);
	explicit_bzero(s, sizeof s);
	return is;
}

/* Whether the name or a word for nothing is in the name's column, and the number's cell has an ID
 * number, digits with a mistake in them, another document's number, a word in its place, or
 * nothing. */
static bool is_in_place(struct decoder *decoder, const struct columns *columns,
			const struct table_row *row, const struct number_forms *forms)
{
	const struct shift none = { row, SIZE_MAX, SIZE_MAX };
	struct slice number = cell_of(&none, columns->index[ROSTER_ID_NUMBER]);
	struct slice name = cell_of(&none, columns->index[ROSTER_NAME]);

	return (number.len == 0 || number_cell_is_id(number) || is_word(decoder, number, name) ||
		((cell_digits(number.bytes, number.len) >= 2 * DIGITS_NUMBER ||
		  is_document(decoder, number)) &&
		 !has_form(&forms->candidate, number) && !has_form(&forms->student, number))) &&
	       ((number.len > 0 && line_test(decoder, name, is_usual_name)) ||
		may_be_name(decoder, name) || is_nothing(decoder, name));
}

/* Whether the row fits with one cell inserted and another left out, and has its ID number beside
 * the number's column; if the name is in its place, not in a parent's column. */
static bool is_partly_shifted(struct decoder *decoder, const struct columns *columns,
			      const struct table_row *row, const struct number_forms *forms)
{
	const struct shift none = { row, SIZE_MAX, SIZE_MAX };
	struct shift shift = { .row = row };
	size_t number = columns->index[ROSTER_ID_NUMBER];
	struct slice before = cell_of(&none, number - 1), behind = cell_of(&none, number + 1);
	bool is_before = number_cell_is_id(before), is_behind = number_cell_is_id(behind);
	bool found = false;

	if (number_cell_is_id(cell_of(&none, number)) || (!is_before && !is_behind))
		return false;
	if (may_be_name(decoder, cell_of(&none, columns->index[ROSTER_NAME]))) {
		is_before = is_before && !columns_is_of_others(columns, number - 1);
		is_behind = is_behind && !columns_is_of_others(columns, number + 1);
	}
	for (; shift.in < row->count && !found; shift.in++)
		for (shift.out = 0; shift.out < row->count && !found; shift.out++) {
			const char *bytes = cell_of(&shift, number).bytes;

			found = ((is_before && bytes == before.bytes) ||
				 (is_behind && bytes == behind.bytes)) &&
				fits(decoder, columns, &shift, forms);
		}
	return found;
}

/* Whether a row has no name in its column, but has a name and all that most rows have if an empty
 * cell is inserted. */
static bool lacks_one(struct decoder *decoder, const struct columns *columns,
		      const struct table_row *row)
{
	struct shift shift = { row, SIZE_MAX, SIZE_MAX };
	bool lacks = false;

	if (columns->usual == 0 || row->count + 1 != columns->width ||
	    may_be_name(decoder, cell_of(&shift, columns->index[ROSTER_NAME])))
		return false;
	for (shift.in = 0; shift.in < row->count && !lacks; shift.in++) {
		struct slice name = cell_of(&shift, columns->index[ROSTER_NAME]);

		lacks = name.len > 0 && may_be_name(decoder, name) &&
			!line_test(decoder, name, line_is);
		for (size_t i = 0; i < columns->width && lacks; i++)
			lacks = (i < COLUMNS_MAX && !columns_in(columns->usual, i)) ||
				cell_of(&shift, i).len > 0;
	}
	return lacks;
}

bool shifted_row_is(struct decoder *decoder, const struct columns *columns,
		    const struct table_row *row, const struct number_forms *forms)
{
	size_t name = columns->index[ROSTER_NAME], number = columns->index[ROSTER_ID_NUMBER];
	size_t last = name > number ? name : number; /* a shift behind it moves neither */
	bool last_empty = row->cells[row->count - 1].len == 0, found = false;
	struct shift shift = { row, SIZE_MAX, SIZE_MAX };

	if (row->more > 0 || row->count + 1 < columns->width || row->count > columns->width + 1 ||
	    name == COLUMN_ABSENT || number == COLUMN_ABSENT)
		return false;
	/* From the last cell on: a shift behind the name leaves that in its place, which is
	 * usual. */
	for (size_t i = last < row->count ? last + 1 : row->count; i-- > 0 && !found;) {
		if (row->count > columns->width)
			shift.out = i;
		else if (row->count < columns->width || last_empty)
			shift.in = i;
		else
			break;
		found = fits(decoder, columns, &shift, forms);
	}
	return (found ||
		(row->count == columns->width && is_partly_shifted(decoder, columns, row, forms)) ||
		lacks_one(decoder, columns, row)) &&
	       !is_in_place(decoder, columns, row, forms);
}

/* What the cells of a row, or parts of them, look like. */
struct signs {
	size_t filled;
	/* of cells: an ID number or one of a known form; a name that is not a word of a line */
	bool number, name;
	/* of parts: a name of the usual form; one that few words look like */
	bool usual, sure;
	bool apart; /* a usual name in a column where students' rows have no text */
	bool sex, word;
	/* 软件1班 where students' rows have it, or behind the name; 软件1班 elsewhere */
	bool class, group;
};

/* texts: the part is in a column of texts, which most students' rows fill. */
static void read_part(const char *part, bool texts, struct signs *out)
{
	bool digits = cell_digits(part, strlen(part)) > 0;
	char says[CELL_SEX];

	if (line_group(part) != NULL)
		*(texts || out->usual ? &out->class : &out->group) = true;
	if (digits || *part == '\0')
		return;
	out->sex = out->sex || cell_sex(part, says);
	if (line_word(part) != NULL || strchr(part, ':') != NULL)
		out->word = true;
	else if (line_characters(part) > 1 && is_name(part) && name_form(part) == NAME_USUAL) {
		out->usual = true;
		out->apart = out->apart || !texts;
		out->sure = out->sure || ((unsigned char)*part >= 0x80 && name_form_is_sure(part));
	}
}

static void read_signs(struct decoder *decoder, struct slice cell, bool texts,
		       const struct number_forms *forms, struct signs *out)
{
	char s[LINE_TEXT], *rest = s, *part;

	if (cell.len == 0)
		return;
	out->filled++;
	out->number = out->number || number_cell_is_id(cell) || has_form(&forms->candidate, cell) ||
		      has_form(&forms->student, cell);
	line_read(decoder, cell, s);
	out->name = out->name || (!line_is(s) && is_name(s));
	while ((part = strsep(&rest, ",;/| \t")) != NULL)
		read_part(part, texts, out);
	explicit_bzero(s, sizeof s);
}

static bool is_of_texts(const struct columns *columns, size_t index)
{
	return columns_in(columns->usual, index) &&
	       columns_at(columns, index) == ROSTER_COLUMN_COUNT;
}

/* Whether the first filled cell is digits in a column of numbers. */
static bool is_counted(const struct columns *columns, const struct table_row *row)
{
	size_t i = 0;

	while (i < row->count && row->cells[i].len == 0)
		i++;
	return i < row->count && i < COLUMNS_MAX && !columns_in(columns->texts, i) &&
	       cell_digits(row->cells[i].bytes, row->cells[i].len) == row->cells[i].len;
}

enum shifted_row shifted_row_may_be(struct decoder *decoder, const struct columns *columns,
				    const struct table_row *row, const struct number_forms *forms,
				    size_t least)
{
	struct slice name =
		cell_of(&(struct shift){ row, SIZE_MAX, SIZE_MAX }, columns->index[ROSTER_NAME]);
	bool counted = is_counted(columns, row);
	struct signs is = { 0 };

	for (size_t i = 0; i < row->count; i++)
		if (!columns_is_of_others(columns, i))
			read_signs(decoder, row->cells[i], is_of_texts(columns, i), forms, &is);
	if (is.number)
		return is.name || least < 4 ? SHIFTED_ROW_PERHAPS : SHIFTED_ROW_NOT;
	if (row->count + row->more != columns->width && is.filled >= least &&
	    (is.filled > 1 ? is.name : is.sure))
		return SHIFTED_ROW_PERHAPS;
	if (is.usual && (counted || !is.word) &&
	    (is.sex || (counted && (is.apart || cell_digits(name.bytes, name.len) > 0))))
		return SHIFTED_ROW_PERHAPS;
	if (!is.sure || is.word)
		return SHIFTED_ROW_NOT;
	if (counted || is.class)
		return SHIFTED_ROW_PERHAPS;
	return is.group ? SHIFTED_ROW_NOT : SHIFTED_ROW_BETWEEN;
}
