/* SPDX-License-Identifier: MIT */
#include "roster/row_kind.h"

#include <stdlib.h>
#include <string.h>

#include "roster/cell_text.h"
#include "roster/fast_path.h"
#include "roster/footer_row.h"
#include "roster/header_row.h"
#include "roster/name_form.h"
#include "roster/row_cells.h"
#include "roster/table_head.h"
#include "roster/unnumbered_row.h"
#include "rules/resident_id.h"
#include "table/cell.h"
#include "table/words.h"

enum {
	DIGITS_ID = 15,
	DIGITS_NUMBER = 6,
	DIGITS_LONG = 8, /* the fewest of a number that may be a person's */
	TELEPHONE = 11,  /* digits of a mobile telephone's number */
	DIGITS_COUNT = 3 /* the most of a count */
};

/* Whether a row is a line with a telephone's number: 联系人：,张静,电话：,13800000000. */
static bool is_contact(const struct row_cells *c)
{
	const char *label = line_word(c->first);

	return cell_text_digits(c->number) == TELEPHONE &&
	       c->first_at != c->columns->index[ROSTER_NAME] && label != NULL &&
	       (cell_text_is_label(c->first) || line_is_role(label));
}

/* Whether the number's cell has a word for many students, 国防生 or 林学, and no cell tells of
 * one. */
static bool is_line_in_number(const struct row_cells *c)
{
	return *c->name == '\0' &&
	       (name_form_is_section(c->number) || line_group(c->number) != NULL) && !c->typed &&
	       !row_cells_is_counted(c) && !row_cells_has_student(c);
}

/* Whether a row says that the student whose number it is has left, and nothing else of one. */
static bool is_vacated(const struct row_cells *c)
{
	static const char left[] =
		"退学 已退学 转学 已转学 转走 已转走 转出 已转出 转专业 已转专业 转班 已转班 离校 "
		"已离校 空号 作废 已作废 学号作废 号码作废 注销 已注销 学籍注销 无此人 查无此人 "
		"放弃入学 已放弃 放弃入学资格 取消入学资格 除名 开除 死亡";
	char says[LINE_TEXT];

	if (c->sex || c->typed || !(c->own_number || row_cells_is_counted(c)))
		return false;
	line_unframe(*c->name != '\0' ? c->name : c->number, says);
	if (*says == '\0') /* the frame is a bracket: （转专业） */
		return false;
	return words_find(says, left, WORDS_WHOLE) > 0 &&
	       (*c->name == '\0' || cell_text_digits(c->number) == 0);
}

/* Whether the number's cell has a name, and the name's cell has none, nor a heading of another
 * person: 班主任姓名. 党员,2 is a count. */
static bool is_swapped(const struct row_cells *c)
{
	return name_form_swapped(c->number, c->name) && !is_line_in_number(c) &&
	       line_role(c->name, false) == NULL && strchr(c->number, ':') == NULL &&
	       !cell_text_is_label(c->name) && heading_read(c->name).kind != HEADING_OF_OTHERS &&
	       (!footer_row_is_count(c) || name_form_is_sure(c->number));
}

/* Whether the number's cell is what a spreadsheet shows of a number that is wider than it: ####. */
static bool is_too_wide(const struct row_cells *c)
{
	return *c->name == '\0' && *c->number != '\0' && c->number[strspn(c->number, "#")] == '\0';
}

/* Whether a text is a group's name, 2601班 or 软件工程, and no person's. */
static bool names_group(const char *s)
{
	return line_group(s) != NULL || (name_form_is_section(s) && !name_form_may_be(s));
}

/* Whether the number's cell has digits, a date or a class behind a word that is not a name:
 * 学费,6800; 填报日期,20260901; 本科生,2026年9月1日; 软件工程,2601班. */
static bool is_entry(const struct row_cells *c)
{
	if (name_form(c->name) != NAME_NONE && !name_form_is_section(c->name))
		return false;
	if (c->number[strspn(c->number, " 0123456789.,-+()")] == '\0')
		return name_form_has_length(c->name);
	return *c->name != '\0' && footer_row_entry(c->number) != NULL;
}

/* Whether the number's cell has more digits, or digits and an X, than a count has. */
static bool exceeds_count(const struct row_cells *c)
{
	return cell_text_digits(c->number) + id_text_ends_in_x(c->number) > DIGITS_COUNT &&
	       !is_entry(c);
}

/* Whether a row has a name, and neither that nor the text in the number's cell is a heading: 姓名
 * in a remark does not make the row a header. In the first cell it does, unless the number's cell
 * has a word for nothing. */
static bool is_unnumbered(const struct row_cells *c)
{
	enum name_form form = name_form(c->name);

	return (form == NAME_USUAL || (form == NAME_POSSIBLE && name_form_may_be(c->name))) &&
	       heading_read(c->name).kind == HEADING_NONE &&
	       heading_read(c->number).kind == HEADING_NONE &&
	       ((*c->number != '\0' && cell_text_is_nothing(c->number)) ||
		heading_read(c->first).column != ROSTER_NAME);
}

/* Whether a row has a name that few words look like, and no number. 姓名 and 身份证号 beside them
 * may be the items that the student has to correct, and do not make the row a header. */
static bool is_sure(const struct row_cells *c)
{
	return (unsigned char)*c->name >= 0x80 && cell_text_is_nothing(c->number) &&
	       name_form(c->name) == NAME_USUAL && name_form_is_sure(c->name);
}

/* Whether a row numbers its columns, as below the headings of a form: 1,2,3,4. */
static bool is_column_numbers(const struct row_cells *c)
{
	char text[LINE_TEXT];
	bool are = c->filled > 2 && c->filled == c->row->count;

	for (size_t i = 0; i < c->row->count && are; i++) {
		line_read(c->decoder, c->row->cells[i], text);
		are = strtoul(text, NULL, 10) == i + 1 && cell_text_digits(text) == strlen(text);
	}
	explicit_bzero(text, sizeof text);
	return are;
}

/* The label of a row whose name is lost: NULL, a student's, if the row is filled or numbered as
 * students' rows are, has a number, or says why there is none. */
static const char *judge_lost(const struct row_cells *c, enum row_doubt *doubt)
{
	bool student = row_cells_is_counted(c) || row_cells_has_student(c) ||
		       row_cells_is_numbered(c) || cell_text_says_why(c->number) ||
		       (c->usual > 0 && c->missing == 0);

	*doubt = ROW_DOUBTFUL;
	return student ? NULL : ROW_NOBODY;
}

/* Whether a text is surely a name, wherever it stands. */
static bool is_persons(const char *s)
{
	return (unsigned char)*s >= 0x80 && name_form(s) == NAME_USUAL && name_form_is_sure(s) &&
	       !name_form_is_section(s) && !name_form_has_word_character(s);
}

/* The label of a row without a name, an ID number or digits. A word alone in the number's column
 * may be a name, and what is surely a name in any. */
static const char *judge_unnamed(const struct row_cells *c, enum row_doubt *doubt)
{
	if (strchr(c->first, ':') != NULL)
		return ROW_NOTE; /* 休学：张伟、赵六 beside the names */
	if (c->filled == 1 && *c->number == '\0' && is_persons(c->first))
		*doubt = ROW_DOUBTFUL;
	if (c->filled > 1 || !name_form_has_length(c->number) || cell_text_says_why(c->number) ||
	    name_form_has_word_character(c->number))
		return ROW_NOBODY;
	if (name_form_is_section(c->number) ? name_form_may_be(c->number)
					    : name_form(c->number) != NAME_NONE)
		*doubt = ROW_DOUBTFUL;
	return ROW_NOTE;
}

static enum header_kind kind_of_header(const struct row_cells *c)
{
	return c->filled > 1 ? header_row_kind(c->decoder, c->row, c->columns->index[ROSTER_NAME])
			     : HEADER_NONE;
}

/* Judges a row by what it holds; the first rule that knows it holds. In this order no student is
 * lost without a report, and none is invented: what only a student's row has comes first (an ID
 * number, a number of the student, a sex, or what nearly every student's row fills), whatever the
 * name is (时间, 平均); then words of headings and footers; then a text that may be a name. */
static const char *judge(const struct row_cells *c, enum row_doubt *doubt)
{
	bool numbered = row_cells_is_numbered(c);
	enum header_kind header;
	const char *label;

	*doubt = ROW_SURE;
	if (line_is_example(*c->name != '\0' ? c->name : c->first))
		return ROW_EXAMPLE;
	if (c->id && (c->digits > 0 || c->filled > 1)) /* not a line of stars */
		return NULL;
	if (cell_text_is_lost(c->name))
		return judge_lost(c, doubt);
	label = footer_row_person(c, doubt);
	if (label != NULL && kind_of_header(c) != HEADER_WHOLE)
		return label;
	*doubt = ROW_SURE; /* headings in another order: 考生号,班主任,姓名,身份证号 */
	if (numbered && *c->name != '\0' && strchr(c->name, ':') == NULL && !is_contact(c) &&
	    footer_row_text(c->name) == NULL && !is_entry(c))
		return NULL;
	header = kind_of_header(c);
	if (is_vacated(c))
		return ROW_VACATED;
	if (header == HEADER_WHOLE && !is_sure(c))
		return ROW_HEADINGS;
	if (table_head_is_of_counts(c))
		return ROW_COUNTS;
	if (c->alone && footer_row_counts(c->name))
		return ROW_TOTAL;
	if (unnumbered_row_is_students(c))
		return NULL;
	if (header != HEADER_NONE && !c->typed && !is_unnumbered(c) &&
	    words_find(c->first, "备注 注 说明 注意", WORDS_WHOLE) == 0)
		return ROW_HEADINGS;
	if (is_too_wide(c))
		return NULL;
	if ((label = footer_row_word(c)) != NULL) {
		*doubt = footer_row_doubt(c);
		return *doubt != ROW_SURE && row_cells_has_student(c) ? NULL : label;
	}
	if (c->holds_id || is_swapped(c))
		return NULL;
	if (names_group(c->number) && (names_group(c->name) || is_line_in_number(c))) {
		label = line_group(c->number);
		return label != NULL ? label : *c->name != '\0' ? LINE_GROUP : ROW_NOTE;
	}
	if (!numbered && !footer_row_is_named(c) && (label = line_group(c->first)) != NULL)
		return label;
	if (!numbered && footer_row_is_count(c))
		return is_column_numbers(c) ? ROW_NOTE : ROW_TOTAL;
	if (row_cells_has_student(c))
		return NULL;
	if ((label = footer_row_single(c)) != NULL)
		return label;
	if ((label = footer_row_entries(c)) != NULL)
		return label;
	if (exceeds_count(c))
		return NULL;
	if (*c->name == '\0')
		return judge_unnamed(c, doubt);
	return unnumbered_row_judge(c, doubt);
}

/* Whether a cell, or a part of one, has the usual form of a name. */
static bool has_person(struct decoder *decoder, const struct table_row *row)
{
	char text[LINE_TEXT], *rest, *part;
	bool found = false;

	for (size_t i = 0; i < row->count && !found; i++) {
		line_read(decoder, row->cells[i], text);
		rest = text;
		while (!found && (part = strsep(&rest, ",;/| \t")) != NULL)
			found = cell_text_digits(part) == 0 && line_word(part) == NULL &&
				name_form(part) == NAME_USUAL;
	}
	explicit_bzero(text, sizeof text);
	return found;
}

/* Whether a row above the header with an ID number is a student's, or the example of one: it has a
 * name, too. */
static bool has_owner(const struct row_cells *c)
{
	return (cell_text_is_id(c->number) && *c->name != '\0' && line_word(c->first) == NULL &&
		(strchr(c->name, ':') == NULL || line_is_example(c->name)) &&
		heading_read(c->name).kind == HEADING_NONE) ||
	       has_person(c->decoder, c->row);
}

/* Whether a number is a student's in its form, as 学号 is, and no telephone's. */
static bool is_students_number(const char *s)
{
	enum { LEAST = 4 };
	size_t len = strlen(s);

	return len >= LEAST && cell_text_digits(s) == len && (len != TELEPHONE || *s != '1');
}

static enum row_above judge_above(const struct row_cells *c)
{
	bool headed = c->columns->header_row > 0, word = line_word(c->first) != NULL;
	enum name_form form;

	if (c->id && !cell_text_is_id(c->number) && word &&
	    c->first_at != c->columns->index[ROSTER_NAME])
		return ABOVE_DOUBTFUL; /* the writer's number: 填表人,张军,1101… */
	if (c->id || c->holds_id)
		return has_owner(c) ? ABOVE_STUDENT : ABOVE_TITLE;
	form = name_form(c->name);
	if (form == NAME_USUAL && name_form_is_sure(c->name) && !word &&
	    is_students_number(c->number))
		return ABOVE_DOUBTFUL; /* in a table without ID numbers */
	if (*c->number != '\0' || form == NAME_NONE || word || strchr(c->name, ':') != NULL ||
	    line_group(c->name) != NULL || heading_read(c->name).kind != HEADING_NONE)
		return ABOVE_TITLE;
	if (form == NAME_USUAL && (!headed || c->columns->sorted_down))
		return ABOVE_STUDENT;
	if (headed && (row_cells_is_counted(c) || row_cells_has_student(c)))
		return ABOVE_STUDENT;
	return form == NAME_USUAL || !headed ? ABOVE_DOUBTFUL : ABOVE_TITLE;
}

enum row_above row_kind_above(struct decoder *decoder, const struct table_row *row,
			      const struct columns *columns)
{
	struct row_cells c;
	enum row_above kind;

	row_cells_read(decoder, row, columns, &c);
	kind = judge_above(&c);
	explicit_bzero(&c, sizeof c);
	return kind;
}

bool row_kind_continues(struct decoder *decoder, const struct table_row *row,
			const struct columns *columns)
{
	enum row_doubt ignored;
	struct row_cells c;
	bool continues;

	row_cells_read(decoder, row, columns, &c);
	continues = row_cells_is_counted(&c) && strtoul(c.first, NULL, 10) > 1 &&
		    judge(&c, &ignored) == NULL;
	explicit_bzero(&c, sizeof c);
	return continues;
}

/* Whether a cell other than the name's has a text in it. */
static bool has_text(const struct row_cells *c, const char *s)
{
	char text[LINE_TEXT];
	bool has = false;

	for (size_t i = 0; i < c->row->count && !has; i++) {
		line_read(c->decoder, c->row->cells[i], text);
		has = i != c->columns->index[ROSTER_NAME] && strstr(text, s) != NULL;
	}
	explicit_bzero(text, sizeof text);
	return has;
}

enum section row_kind_section(struct decoder *decoder, const char *s, const struct table_row *next,
			      const struct columns *columns)
{
	enum section section = SECTION_NONE;
	enum row_doubt ignored;
	struct row_cells c;

	row_cells_read(decoder, next, columns, &c);
	if (judge(&c, &ignored) == NULL) {
		if (has_text(&c, s))
			section = SECTION_SURE;
		else if (row_cells_is_counted(&c) && strtoul(c.first, NULL, 10) == 1)
			section = name_form_may_be(s) ? SECTION_LIKELY : SECTION_SURE;
	}
	explicit_bzero(&c, sizeof c);
	return section;
}

/* Removes the blanks of a number: 320102 200701010014. */
static void strip_blanks(char *s)
{
	char *to = s;

	for (; *s != '\0'; s++)
		if (*s != ' ')
			*to++ = *s;
	*to = '\0';
}

/* Whether a number is an ID number with its birth in it, of 18 or of 15 places, masked or with a
 * mistake behind that. */
static bool is_dated_id(const char *s)
{
	size_t len = strlen(s);

	if (len == DIGITS_ID && cell_text_digits(s) == len && strncmp(s + 8, "12", 2) <= 0 &&
	    strncmp(s + 10, "31", 2) <= 0)
		return true;
	return cell_text_is_id(s) && len >= DIGITS_ID && len <= ID_LENGTH &&
	       words_find(s + 6, "19 20 **", WORDS_START) > 0;
}

/* Whether a number has the form of a passport's: E12345678. */
static bool is_passport(const char *s)
{
	return *s >= 'A' && *s <= 'Z' && strlen(s) == 9 && cell_text_digits(s + 1) == 8;
}

bool row_kind_is_person(struct decoder *decoder, const struct table_row *row,
			const struct columns *columns, enum person_place place)
{
	struct row_cells c;
	enum row_doubt ignored;
	bool is = false, sure;

	row_cells_read(decoder, row, columns, &c);
	strip_blanks(c.number);
	sure = name_form(c.name) == NAME_USUAL && name_form_is_sure(c.name);
	if (is_dated_id(c.number))
		is = *c.name != '\0' && line_word(c.name) == NULL;
	else if (sure && cell_text_is_id(c.number))
		is = place != PERSON_BELOW_NAMES;
	else if (sure && cell_text_is_nothing(c.number))
		is = c.sex ||
		     (place == PERSON_APART && table_head_cells_fit(decoder, row, columns) &&
		      judge(&c, &ignored) == NULL);
	explicit_bzero(&c, sizeof c);
	return is;
}

/* Whether a number may be a person's, or the cell says why there is none. */
static bool is_of_person(const char *number)
{
	return is_dated_id(number) || is_passport(number) || cell_text_says_why(number) ||
	       (*number != '\0' && cell_text_digits(number) == 0 && cell_text_is_nothing(number));
}

/* Whether the cell of the document's type has one: 居民身份证, 护照. */
static bool has_document_type(const struct row_cells *c)
{
	return line_test(c->decoder,
			 table_row_cell(c->row, c->columns->index[ROSTER_DOCUMENT_TYPE]),
			 cell_text_says_why);
}

bool row_kind_may_be_person(struct decoder *decoder, const struct table_row *row,
			    const struct columns *columns, enum person_place place)
{
	size_t name = columns->index[ROSTER_NAME], number = columns->index[ROSTER_ID_NUMBER];
	struct row_cells c;
	struct slice sex; /* 2 is a count */
	enum name_form form;
	size_t digits;
	bool may;

	if (columns_is_of_others(columns, name) && columns_is_of_others(columns, number))
		return false;
	row_cells_read(decoder, row, columns, &c);
	strip_blanks(c.number);
	digits = cell_text_digits(c.number);
	form = name_form(c.name);
	sex = table_row_cell(row, columns->index[ROSTER_SEX]);
	may = is_of_person(c.number) || has_document_type(&c) ||
	      (c.sex && cell_digits(sex.bytes, sex.len) == 0) || c.typed ||
	      (c.usual > 1 && c.missing == 0) || c.own_number ||
	      (place != PERSON_BELOW_NAMES &&
	       ((digits >= DIGITS_LONG && digits <= ID_LENGTH) ||
		(digits == 0 &&
		 (c.filled == 1 || row_cells_is_counted(&c) || place == PERSON_APART))));
	may = may && form != NAME_NONE && line_word(c.name) == NULL &&
	      !cell_text_says_why(c.name) && table_head_find(decoder, row, columns) != HEAD_WORDS &&
	      (form == NAME_USUAL || name_form_has_length(c.name));
	explicit_bzero(&c, sizeof c);
	return may;
}

bool row_kind_may_be_example(struct slice text)
{
	return text.len > 0 && (memmem(text.bytes, text.len, "例", strlen("例")) != NULL ||
				memmem(text.bytes, text.len, "\xC0\xFD", 2) != NULL);
}

/* Whether a skipped row may be a student's: beside a word that is hardly a name, it is numbered,
 * has a number or another cell that only a student's row has, or two that are as in students' rows;
 * one is enough beside a single ideograph. */
static bool may_be_students(const struct row_cells *c, const char *label)
{
	if (label == NULL || label == ROW_EXAMPLE || label == ROW_HEADINGS || label == LINE_PAGE ||
	    label == ROW_COUNTS || label == ROW_VACATED ||
	    (line_is_of_no_student(label) && (c->usual < 2 || footer_row_text(c->name) == NULL)) ||
	    cell_text_is_amount(c->name) ||
	    (name_form_is_sentence(c->name) && cell_text_digits(c->number) == 0) ||
	    strchr(c->first, ':') != NULL || strchr(c->name, ':') != NULL ||
	    cell_text_is_instruction(c->name) ||
	    (cell_text_heads_counts(c->name) && cell_text_heads_counts(c->number)))
		return false;
	return c->typed || (c->usual > 1 && line_group(c->name) == NULL) ||
	       row_cells_is_counted(c) ||
	       (row_cells_is_numbered(c) && cell_text_digits(c->number) != TELEPHONE) ||
	       (c->usual > 0 && line_characters(c->name) == 1 &&
		name_form_ideographs(c->name) == 1 && line_word(c->name) == NULL) ||
	       row_cells_has_student(c);
}

/* Whether a cell that is not another person's is certainly an ID number once it is folded. */
static bool has_certain_id(const struct table_row *row, const struct columns *columns)
{
	for (size_t i = 0; i < row->count; i++)
		if (row->cells[i].len <= 2 * DIGITS_ID &&
		    cell_digits(row->cells[i].bytes, row->cells[i].len) >= DIGITS_ID &&
		    !columns_is_of_others(columns, i))
			return true;
	return false;
}

/* Whether a number is nine digits or more, not a telephone's, and besides only stars and a letter
 * before them. The letters from T on do not count: T and Z are part of dates. */
static bool is_plain_number(struct slice s)
{
	size_t digits = cell_digits(s.bytes, s.len), other = 0;

	for (size_t i = 0; i < s.len; i++)
		other += s.bytes[i] == '*' || (i == 0 && s.bytes[i] > '9' && s.bytes[i] < 'T');
	return digits > DIGITS_LONG && digits != TELEPHONE && digits + other == s.len;
}

/* Whether a number is a passport's, or that of another document or none in a row that has nothing
 * else but a name: then the name decides. */
static bool is_short_number(const struct table_row *row, struct slice s)
{
	size_t digits = cell_digits(s.bytes, s.len);

	if (digits == DIGITS_LONG && s.len == digits + 1 && s.bytes[0] >= 'A' && s.bytes[0] < 'T')
		return true;
	return header_row_filled(row) == 1U + (s.len > 0) && digits == s.len &&
	       (s.len == 0 || (s.len >= DIGITS_NUMBER && s.len <= DIGITS_LONG));
}

/* Whether a row is certainly a student's, as nearly all are whose number has a mistake: the name
 * has the usual form, and no other line begins with it; with a short number, it is no role nor a
 * group, and with none, few other words look like it. Much faster than to judge it. */
static bool is_students(struct decoder *decoder, const struct table_row *row, struct slice name,
			struct slice number)
{
	char text[LINE_TEXT];
	bool is, plain = is_plain_number(number);

	if (name.len == 0 || decoder->encoding == ENCODING_ASCII ||
	    !(plain || is_short_number(row, number)) ||
	    !fast_path_name_valid(decoder->encoding, name))
		return false;
	decoder_read(decoder, name, text, sizeof text);
	is = line_is_none(text) && name_form(text) == NAME_USUAL &&
	     (plain || (footer_row_text(text) == NULL && !name_form_is_section(text) &&
			(number.len > 0 || name_form_is_sure(text))));
	explicit_bzero(text, sizeof text);
	return is;
}

const char *row_kind_other(struct decoder *decoder, const struct table_row *row,
			   const struct columns *columns, enum row_doubt *doubt)
{
	struct slice name = table_row_cell(row, columns->index[ROSTER_NAME]),
		     number = table_row_cell(row, columns->index[ROSTER_ID_NUMBER]);
	struct row_cells c;
	const char *label;

	*doubt = ROW_SURE;
	if ((name.len > 0 && has_certain_id(row, columns) &&
	     (fast_path_name_valid(decoder->encoding, name) || !row_kind_may_be_example(name))) ||
	    is_students(decoder, row, name, number))
		return NULL;
	row_cells_read(decoder, row, columns, &c);
	label = judge(&c, doubt);
	if (*doubt == ROW_SURE && may_be_students(&c, label))
		*doubt = ROW_DOUBTFUL;
	explicit_bzero(&c, sizeof c);
	return label;
}
