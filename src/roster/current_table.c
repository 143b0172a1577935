/* SPDX-License-Identifier: MIT */
#include "roster/current_table.h"

#include <string.h>

#include "roster/header_row.h"
#include "roster/headings.h"
#include "roster/line_words.h"
#include "roster/name_form.h"
#include "roster/row_kind.h"
#include "roster/second_numbers.h"
#include "table/cell.h"
#include "table/number_cell.h"
#include "table/words.h"

const char OTHER_TABLE[] = "另一张表";

/* Whether a header is of students: it has ID numbers, or names and another column that only
 * students have. */
static bool is_of_students(const struct columns *columns)
{
	bool name = columns->index[ROSTER_NAME] != COLUMN_ABSENT, other = false;

	for (size_t c = ROSTER_CANDIDATE_NUMBER; c < ROSTER_COLUMN_COUNT; c++)
		other = other || columns->index[c] != COLUMN_ABSENT;
	return columns->index[ROSTER_ID_NUMBER] != COLUMN_ABSENT || (name && other);
}

/* Restores the columns of the students' table. */
static void leave_other(struct current_table *t)
{
	if (t->is_other)
		t->columns.of_others = t->saved_of_others;
	t->is_other = t->of_things = false;
}

void current_table_begin_other(struct current_table *t, uint64_t of_others)
{
	leave_other(t);
	t->saved_of_others = t->columns.of_others;
	t->is_other = true;
	t->titled = t->title == TITLE_OTHERS;
	t->numbered = true;
	t->of_elders = false;
	t->columns.of_others = of_others;
}

void current_table_begin_things(struct current_table *t, bool guessed)
{
	leave_other(t);
	current_table_begin_other(t, t->columns.of_others);
	t->of_things = true;
	t->guessed = guessed;
}

enum person_place current_table_place(const struct current_table *t, bool apart)
{
	return apart || (t->of_things && t->guessed) ? PERSON_APART
	       : t->of_things                        ? PERSON_BELOW_THINGS
						     : PERSON_BELOW_NAMES;
}

enum { TITLE = 256 };

/* Decodes the only filled cell of a row. Returns false if there are others, or it is too long. */
static bool read_title(struct decoder *decoder, const struct table_row *row, char out[TITLE])
{
	size_t filled = 0, at = 0;

	for (size_t i = 0; i < row->count; i++)
		if (row->cells[i].len > 0) {
			filled++;
			at = i;
		}
	if (filled != 1 || row->cells[at].len > TITLE / 2)
		return false;
	decoder_read(decoder, row->cells[at], out, TITLE);
	return true;
}

static const char lists[] = "名单 名册 花名册 一览表 信息表 情况表 通讯录";

/* Whether a row is the title of a list of students: 学生名单. */
static bool is_title_of_students(struct decoder *decoder, const struct table_row *row)
{
	char text[TITLE];
	bool is;

	if (!read_title(decoder, row, text))
		return false;
	is = words_find(text, lists, WORDS_END) > 0 && heading_is_own(text);
	explicit_bzero(text, sizeof text);
	return is;
}

void current_table_end_other(struct current_table *t, struct decoder *decoder,
			     const struct table_row *row, const struct roster_row *taken,
			     bool apart)
{
	bool names; /* of other people */

	if (is_title_of_students(decoder, row))
		leave_other(t);
	names = columns_is_of_others(&t->columns, t->columns.index[ROSTER_NAME]) ||
		columns_is_of_others(&t->columns, t->columns.index[ROSTER_ID_NUMBER]);
	if ((taken->name_valid && taken->number_whole && (!names || !t->numbered)) ||
	    (!names &&
	     row_kind_is_person(decoder, row, &t->columns,
				t->of_things ? current_table_place(t, apart) : PERSON_BELOW_NAMES)))
		leave_other(t);
}

static bool has_relation(struct decoder *decoder, const struct table_row *row)
{
	return header_row_find(decoder, row, heading_is_relation) != COLUMN_ABSENT;
}

/* Whether the people of a header are related to students: it has a column of relations and no
 * other that is of other people, as 监护人姓名 is beside a student. */
static bool is_of_parents(struct decoder *decoder, const struct table_row *row,
			  const struct columns *columns)
{
	size_t at = header_row_find(decoder, row, heading_is_relation);

	for (size_t i = 0; i < row->count; i++)
		if (i != at && columns_is_of_others(columns, i))
			return false;
	return at != COLUMN_ABSENT;
}

/* Whether a header's only names are other people's, and the ID numbers with them: 教师姓名,
 * 身份证号. With a column that only students have they are not: 学号,身份证号,班主任姓名. */
static bool names_others(struct decoder *decoder, const struct table_row *row,
			 const struct columns *columns)
{
	size_t name = columns->index[ROSTER_NAME],
	       at = header_row_find(decoder, row, heading_is_title_of_others);

	return at != COLUMN_ABSENT && (name == COLUMN_ABSENT || name == at) &&
	       columns_has(columns, ROSTER_ID_NUMBER) &&
	       !columns_has(columns, ROSTER_CANDIDATE_NUMBER) &&
	       !columns_has(columns, ROSTER_STUDENT_NUMBER);
}

void current_table_see_header(struct current_table *t, struct decoder *decoder,
			      const struct table_row *row)
{
	t->has_relation = has_relation(decoder, row);
	t->last_header = row->row;
	t->has_role = names_others(decoder, row, &t->header);
	if (t->title == TITLE_OTHERS) {
		current_table_begin_other(t, UINT64_MAX);
		t->of_elders = true;
	}
}

void current_table_see_skipped(struct current_table *t, struct decoder *decoder,
			       const struct table_row *row)
{
	bool digits = false;

	for (size_t i = 0; i < row->count && !digits; i++)
		digits = cell_digits(row->cells[i].bytes, row->cells[i].len) > 0;
	t->above_of_others = digits ? 0 : header_row_of_others(decoder, row);
	t->above_row = row->row;
}

/* Copies what the headings do not say from the first header to its repetition. If both name the
 * same columns, the second pair of 姓名,身份证号 has been found to be no student's. */
static void restore_found(const struct columns *first, struct columns *repeated)
{
	uint64_t beyond = repeated->width < COLUMNS_MAX ? UINT64_MAX << repeated->width : 0;

	if (repeated->width < first->width &&
	    memcmp(first->named, repeated->named, sizeof first->named) == 0)
		repeated->width = first->width;
	memcpy(repeated->index, first->index, sizeof repeated->index);
	memcpy(repeated->other, first->other, sizeof repeated->other);
	repeated->spare = first->spare;
	repeated->usual = first->usual;
	repeated->digits = first->digits;
	repeated->roles = first->roles;
	repeated->documents = first->documents;
	repeated->birth_parts = first->birth_parts;
	repeated->unnamed |= first->unnamed;
	repeated->open |= first->open & beyond;
	repeated->again &= ~first->of_others;
	repeated->again |= first->again & beyond;
}

/* Whether a text may be a name and is not a heading. */
static bool may_be_name(const char *s)
{
	return name_form(s) != NAME_NONE && heading_read(s).kind == HEADING_NONE &&
	       !heading_is_of_others(s);
}

/* Whether a row of headings may have a name in the name's column, and its columns are those in use:
 * 和英浩,身份证,电话 may be a student with remarks. */
static bool has_name_among_headings(const struct current_table *t, struct decoder *decoder,
				    const struct table_row *row, const struct columns *columns)
{
	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++)
		if (columns->index[c] != COLUMN_ABSENT && columns->index[c] != t->columns.index[c])
			return false;
	return line_test(decoder, table_row_cell(row, t->columns.index[ROSTER_NAME]), may_be_name);
}

/* Whether a heading is of ID numbers, whoever they belong to: 家长身份证号. */
static bool has_numbers(const char *s)
{
	return words_find(s, "身份证 证件", WORDS_ANYWHERE) > 0;
}

static bool is_of_elder(const char *s)
{
	return words_find(s, "家长 监护 父 母 教师 老师 导师 班主任 辅导员", WORDS_ANYWHERE) > 0;
}

/* Whether a table is of parents or teachers; relatives may be as young as the students: 关系. */
static bool is_of_elders(const struct current_table *t, struct decoder *decoder,
			 const struct table_row *row)
{
	return t->titled || (!has_relation(decoder, row) &&
			     header_row_find(decoder, row, is_of_elder) != COLUMN_ABSENT);
}

/* Ends the table at a header that is not of students, and begins another if that names people or
 * heads one. */
static bool begin_beside(struct current_table *t, struct decoder *decoder,
			 const struct table_row *row, const struct columns *columns)
{
	bool people = columns->index[ROSTER_NAME] != COLUMN_ABSENT || columns->of_others != 0;

	leave_other(t);
	if (!people && !header_row_is_other_table(decoder, row))
		return false;
	current_table_begin_other(t, columns->of_others);
	t->of_things = !people;
	t->numbered = header_row_find(decoder, row, has_numbers) != COLUMN_ABSENT;
	return true;
}

bool current_table_take_headings(struct current_table *t, struct decoder *decoder,
				 const struct table_row *row, const struct table_row *next,
				 struct roster_row *out)
{
	struct columns columns;
	bool named, whole, known, doubled = t->last_header + 1 == row->row;
	uint64_t others_above = t->above_row + 1 == row->row ? t->above_of_others : 0;
	bool groups = next != NULL &&
		      header_row_is_groups(decoder, row, next, t->columns.index[ROSTER_NAME]);
	size_t lines = header_row_read(decoder, row, next, groups, others_above, &columns);

	if (lines == 0)
		return false;
	if (lines > 1)
		t->header_end = row->row + 1;
	named = columns.index[ROSTER_NAME] != COLUMN_ABSENT;
	whole = named && columns.index[ROSTER_ID_NUMBER] != COLUMN_ABSENT;
	if (!named && !t->is_other && has_name_among_headings(t, decoder, row, &columns)) {
		out->doubtful = true;
		return false;
	}
	known = memcmp(columns.index, t->header.index, sizeof columns.index) == 0;
	if ((whole && (t->title == TITLE_OTHERS ||
		       (!t->has_relation && is_of_parents(decoder, row, &columns)))) ||
	    (!t->has_role && names_others(decoder, row, &columns))) {
		current_table_begin_other(t, UINT64_MAX);
		out->label = OTHER_TABLE;
		out->doubtful = true;
		return false;
	}
	if ((!known && !is_of_students(&columns)) || (t->title != TITLE_NONE && !whole)) {
		if (begin_beside(t, decoder, row, &columns))
			out->label = OTHER_TABLE;
		out->doubtful = named && t->title == TITLE_NONE;
		t->of_elders = t->is_other && !out->doubtful && is_of_elders(t, decoder, row);
		return false;
	}
	t->is_other = t->of_things = false;
	if (doubled && next != NULL &&
	    number_cell_is_id(table_row_cell(next, t->columns.index[ROSTER_ID_NUMBER])) &&
	    !number_cell_is_id(table_row_cell(next, columns.index[ROSTER_ID_NUMBER])))
		return false;
	t->last_header = row->row;
	if (known)
		restore_found(&t->first, &columns);
	if (memcmp(columns.index, t->columns.index, sizeof columns.index) != 0)
		out->order = whole   ? "各列换了位置"
			     : named ? "没有身份证号一列，号码都算空着"
				     : "没有姓名一列，姓名都算空着";
	out->columns = &t->columns;
	columns.candidates_rounded = t->first.candidates_rounded;
	columns.header_row = t->columns.header_row;
	columns.skip = t->columns.skip;
	columns_set_own(&columns);
	second_numbers_settle(&columns);
	t->columns = columns;
	return true;
}

enum title_of_others title_of_others(struct decoder *decoder, const struct table_row *row)
{
	enum title_of_others title = TITLE_NONE;
	char text[TITLE];

	if (!read_title(decoder, row, text))
		return TITLE_NONE;
	if (words_find(text, ": ：", WORDS_ANYWHERE) == 0)
		title = heading_is_title_of_others(text) ? TITLE_OTHERS
			: heading_is_of_others(text)     ? TITLE_MENTION
							 : TITLE_NONE;
	explicit_bzero(text, sizeof text);
	return title;
}

bool is_title_of_list(struct decoder *decoder, const struct table_row *row)
{
	char text[TITLE];
	bool is;

	if (title_of_others(decoder, row) != TITLE_OTHERS || !read_title(decoder, row, text))
		return false;
	is = words_find(text, lists, WORDS_END) > 0 &&
	     words_find(text, "班长 负责人 联系人 领队 推荐人 工作人员 员工", WORDS_ANYWHERE) == 0;
	explicit_bzero(text, sizeof text);
	return is;
}

bool is_header_of_others(struct decoder *decoder, const struct table_row *row)
{
	struct columns columns;

	if (!header_row_is(decoder, row, COLUMN_ABSENT))
		return false;
	header_row_read(decoder, row, NULL, false, 0, &columns);
	return columns.index[ROSTER_NAME] == COLUMN_ABSENT && columns.of_others != 0;
}
