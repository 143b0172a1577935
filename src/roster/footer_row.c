/* SPDX-License-Identifier: MIT */
#include "roster/footer_row.h"

#include <string.h>

#include "roster/cell_text.h"
#include "roster/name_form.h"
#include "table/cell.h"
#include "table/words.h"

enum {
	DIGITS_COUNT = 3, /* the most of a count */
	DIGITS_LEAST = 6  /* the fewest of a person's number */
};

/* Whether the first cell is in a column of words, as 职务 and 班级 are. */
static bool is_in_words(const struct row_cells *c)
{
	enum roster_column holds = columns_at(c->columns, c->first_at);

	return columns_in(c->columns->texts, c->first_at) &&
	       (holds == ROSTER_COLUMN_COUNT || holds == ROSTER_ETHNIC_GROUP);
}

/* Whether the word in the first cell may belong to a line of its own and not to the student in the
 * name's cell. 注：休学, which is complete, is the student's. */
static bool is_of_line(const struct row_cells *c, const char *label)
{
	bool words = is_in_words(c);

	if (strchr(c->first, ':') != NULL)
		return cell_text_is_label(c->first) ||
		       (!words && (label == LINE_GROUP || label == LINE_DAY));
	return label != LINE_PAGE && (!words || line_is_role(label));
}

/* The label of a word or a role at the start of s, before at most a blank or a colon and a name. */
static const char *role_before_name(const char *s)
{
	static const char roles[] = "班长 班主任 辅导员 团支书 书记 制表人 制表 填表人 填表 登记人 "
				    "统计人 录入人 打印人 "
				    "导出人 经办人 经办 审核人 审核 复核人 复核 核对人 核对 负责人 "
				    "联系人 指导教师 院长";
	static const char people[] = "教官 领队 带队 排长 连长 组长 导师 班导 联络员 宿管";
	size_t len = words_find(s, roles, WORDS_START), parted = strcspn(s, " :");
	const char *name, *label;
	char role[LINE_TEXT];

	if (len == 0 && s[parted] == '\0')
		parted = words_find(s, people, WORDS_START);
	name = s + (len > 0 ? len : parted);

	name += strspn(name, " :");
	if (name == s || !name_form_has_length(name) || !name_form_is_sure(name))
		return NULL;
	len = len > 0 ? len : parted;
	memcpy(role, s, len);
	role[len] = '\0';
	label = line_word(role);
	if (label == NULL)
		label = line_role(role, false);
	explicit_bzero(role, sizeof role);
	return label;
}

/* The label of a person who is no student: 王老师, 班长李明, 排长 王强, 审核 李大, 张静（辅导员）;
 * or of a label for one: 组长： */
static const char *person(const char *s)
{
	const char *label = line_role(s, false), *bracket = strchr(s, '(');
	bool alone = cell_text_is_label(s);
	char role[LINE_TEXT];

	if (label != NULL || (label = role_before_name(s)) != NULL)
		return label;
	if (!alone && (bracket == NULL || bracket == s))
		return NULL;
	line_unframe(alone ? s : bracket, role);
	label = line_role(role, false);
	explicit_bzero(role, sizeof role);
	return label == ROLE_OF_STUDENT && !alone ? NULL : label;
}

const char *footer_row_text(const char *s)
{
	const char *label = line_word(s);

	return label != NULL ? label : person(s);
}

bool footer_row_is_named(const struct row_cells *c)
{
	return c->first_at != c->columns->index[ROSTER_NAME] &&
	       name_form_is(c->name, NAME_FORM_LONG) && person(c->name) == NULL;
}

/* Whether a text is empty or a telephone's number: 0991-2581234. */
static bool is_telephone_or_nothing(const char *s)
{
	size_t digits = cell_text_digits(s);

	return cell_text_is_nothing(s) ||
	       ((digits == 7 || digits == 8 || digits == 11 || digits == 12) &&
		s[strspn(s, "0123456789-+() ")] == '\0');
}

/* Whether a label is of a role that a student may have. */
static bool is_of_student(const char *label)
{
	return words_find(label, "班长 班干部 书记", WORDS_WHOLE) > 0;
}

/* The label of a role beside a name. */
static const char *role_beside(const char *s)
{
	const char *label;
	char role[LINE_TEXT];

	line_unframe(s, role);
	label = line_word(role);
	if (label == NULL || !(line_is_role(label) || is_of_student(label)))
		label = line_role(role, true);
	explicit_bzero(role, sizeof role);
	return label;
}

/* The label of a role in the first cell, where all other rows have a number or, as 软件2601 and
 * 信息学院, a text that is no role, or of parents: 家委会. There 王老师 may be the student's teacher,
 * and footer_row_word() knows makers. */
static const char *role_in_numbers(const struct row_cells *c)
{
	const char *label;

	if (c->first_at == c->columns->index[ROSTER_NAME])
		return NULL;
	label = role_beside(c->first);
	if (label == NULL && is_in_words(c) && words_find(c->first, "家委 家长", WORDS_START) > 0)
		label = ROW_NOTE;
	if (label == NULL || !is_in_words(c))
		return label;
	return columns_in(c->columns->usual & ~c->columns->roles, c->first_at) &&
			       !name_form_is_sure(c->first) && strchr(c->first, ':') == NULL &&
			       !line_is_role(label)
		       ? label
		       : NULL;
}

/* Whether a text is the role of who makes a table. A student may have signed: 已签字. */
static bool is_makers(const char *s)
{
	const char *label = line_word(s);

	return label != NULL && line_is_role(label) && strstr(s, "签") == NULL;
}

/* Whether a role is a teacher's whatever column it is in. In a row without what all rows have, a
 * maker's (制表) is one, too; in a column that all rows fill, as 班级, or beside a telephone in
 * place of the number, so are other words, but not 王老师, who may be the student's teacher. */
static bool is_teachers(const struct row_cells *c, size_t i, const char *role)
{
	static const char roles[] =
		"辅导员 班主任 导师 班导 教官 领队 老师 教师 教练 助教 校医 宿管 "
		"带队教师 带队老师 指导教师 指导老师 工作人员 教职工";
	bool telephone = cell_text_digits(c->number) > 0;
	const char *label;

	if (words_find(role, roles, WORDS_WHOLE) > 0 ||
	    (c->missing > columns_in(c->columns->usual, i) && is_makers(role)))
		return true;
	if (name_form_may_be(role) || !(telephone || columns_in(c->columns->usual, i)))
		return false;
	label = line_role(role, telephone);
	return label != NULL && !is_of_student(label);
}

/* The label of a teacher in a cell; NULL, too, if it is a remark in a row that is filled as
 * students' rows are. */
static const char *role_of_teacher(const struct row_cells *c)
{
	const char *label = NULL;
	char text[LINE_TEXT], role[LINE_TEXT];

	for (size_t i = 0; i < c->row->count && label == NULL; i++) {
		if ((i != c->first_at && c->usual > 0 && c->missing == 0) ||
		    i == c->columns->index[ROSTER_NAME] || i == c->columns->index[ROSTER_ID_NUMBER])
			continue;
		line_read(c->decoder, c->row->cells[i], text);
		if (strchr(text, ':') != NULL)
			continue; /* 领队：,王芳 is a signature */
		line_unframe(text, role);
		if (is_teachers(c, i, role))
			label = role_beside(role);
	}
	explicit_bzero(text, sizeof text);
	explicit_bzero(role, sizeof role);
	return label;
}

/* Whether a text is surely a name in ideographs. */
static bool is_name(const char *s)
{
	return (unsigned char)*s >= 0x80 && name_form_is_sure(s);
}

/* Whether a row is a word and a name without a digit, and the word stands where students have a
 * number or a name: 家委会,刘洋. */
static bool is_pair(const struct row_cells *c)
{
	const char *word = c->first;
	bool in_name = c->first_at == c->columns->index[ROSTER_NAME],
	     letters = (unsigned char)*word < 0x80;

	return c->filled == 2 && c->digits == 0 && !c->sex && !c->typed &&
	       is_name(in_name ? c->number : c->name) &&
	       (in_name ? footer_row_text(word) == NULL &&
				  (letters || name_form(word) != NAME_USUAL)
			: !is_in_words(c) || columns_in(c->columns->digits, c->first_at)) &&
	       line_characters(word) > 1 && (letters || !name_form_is_sure(word)) &&
	       strchr(word, ':') == NULL && line_group(word) == NULL &&
	       !cell_text_is_nothing(word) && !cell_text_says_why(word) &&
	       !name_form_is_section(word);
}

/* footer_row_person() for a role. */
static const char *judge_person(const struct row_cells *c, enum row_doubt *doubt)
{
	const char *label;

	if (*c->name == '\0' || c->own_number || row_cells_is_counted(c) ||
	    !(is_telephone_or_nothing(c->number) ||
	      (cell_text_digits(c->number) == 0 && role_beside(c->number) != NULL)) ||
	    !(line_role(c->name, false) != NULL ||
	      (name_form_is(c->name, NAME_FORM_LONG) && person(c->name) == NULL)))
		return NULL;
	label = role_in_numbers(c);
	if (label != NULL) {
		if (is_in_words(c))
			*doubt = columns_in(c->columns->digits, c->first_at) ? ROW_DOUBTFUL
									     : ROW_BARE;
		else if (!line_is_of_no_student(label))
			*doubt =
				is_of_student(label) &&
						(c->sex || c->typed ||
						 c->first_at == c->columns->index[ROSTER_ID_NUMBER])
					? ROW_SIGNED
					: ROW_LABELLED;
		return label;
	}
	label = is_makers(c->number) ? role_beside(c->number) : role_of_teacher(c);
	if (label != NULL)
		*doubt = ROW_DOUBTFUL;
	return label;
}

const char *footer_row_person(const struct row_cells *c, enum row_doubt *doubt)
{
	const char *label = judge_person(c, doubt);

	if (label != NULL || !is_pair(c))
		return label;
	*doubt = ROW_BARE;
	label = footer_row_text(c->first);
	return label != NULL ? label : ROW_NOTE;
}

/* The label of a word that is split between cells: 合,计,2; 第,3,页. */
static const char *split_word(const struct row_cells *c)
{
	const char *label = NULL;
	char text[LINE_TEXT], all[LINE_TEXT] = "";
	bool all_short = true;

	for (size_t i = 0; i < c->row->count && all_short; i++) {
		line_read(c->decoder, c->row->cells[i], text);
		all_short = line_characters(text) <= 2 && strlen(all) < LINE_TEXT / 2;
		if (all_short)
			strcat(all, text);
	}
	if (all_short)
		label = line_word(all);
	explicit_bzero(text, sizeof text);
	explicit_bzero(all, sizeof all);
	return label;
}

const char *footer_row_word(const struct row_cells *c)
{
	const char *label = footer_row_text(c->first);

	if ((label == LINE_PAGE || label == LINE_DAY) && c->filled > 1 && *c->first >= '0' &&
	    *c->first <= '9' && strchr(c->first, ':') == NULL && strstr(c->first, "页") == NULL)
		label = NULL; /* beside other cells 6-107 is a room and 2026.01 a number */
	if (footer_row_is_named(c)) {
		if (label == NULL && cell_text_is_label(c->first))
			label = ROW_NOTE;
		if (label == NULL && !is_in_words(c) && !cell_text_says_why(c->number))
			label = line_group(c->first); /* 家长委员会,刘洋 */
		return label != NULL && is_of_line(c, label) ? label : NULL;
	}
	if (label == NULL && c->first_at != c->columns->index[ROSTER_NAME])
		label = footer_row_text(c->name);
	if (label == NULL && c->filled > 1 && strlen(c->first) == strlen("合") &&
	    name_form_ideographs(c->first) == 1)
		label = split_word(c);
	if (label == NULL && name_form(c->name) != NAME_USUAL)
		label = line_role(c->number, false); /* 体检组,李医生 */
	if (label == NULL && c->filled > 1 && c->digits == 0 && cell_text_is_label(c->first))
		label = ROW_NOTE; /* 介绍人：,李大、王大 */
	return label;
}

/* Whether a cell other than the first and the name's has such a word or a date:
 * 制表人,王芳,审核人,李明. */
static bool has_word_beside(const struct row_cells *c)
{
	char text[LINE_TEXT], day[CELL_BIRTH];
	bool found = false;

	for (size_t i = 0; i < c->row->count && !found; i++) {
		if (i == c->first_at || i == c->columns->index[ROSTER_NAME])
			continue;
		line_read(c->decoder, c->row->cells[i], text);
		found = strchr(text, ':') != NULL || line_word(text) != NULL ||
			cell_birth(text, day);
	}
	explicit_bzero(text, sizeof text);
	return found;
}

enum row_doubt footer_row_doubt(const struct row_cells *c)
{
	bool counted = row_cells_is_counted(c);

	if (footer_row_is_named(c) && name_form(c->name) != NAME_NONE && !has_word_beside(c))
		return strchr(c->first, ':') != NULL ? ROW_LABELLED
		       : is_in_words(c)              ? ROW_BARE
						     : ROW_SIGNED;
	/* 时间 and 平均 alone in their rows may be names */
	if (cell_text_is_nothing(c->number) && c->filled == 1U + (*c->number != '\0') + counted &&
	    line_characters(c->name) == 2 && name_form_may_be(c->name) &&
	    strcmp(c->name, "盖章") != 0)
		return counted ? ROW_SIGNED : ROW_DOUBTFUL;
	return ROW_SURE;
}

const char *footer_row_single(const struct row_cells *c)
{
	const char *label = c->filled <= 1 ? line_group(c->first) : NULL;
	char birth[CELL_BIRTH];

	if (label == NULL && c->filled <= 1 && (c->digits > 0 || strstr(c->first, "年") != NULL) &&
	    cell_birth(c->first, birth))
		label = LINE_DAY;
	return label;
}

/* Words that a student's number may have with it: 护照E12345678. */
static const char document_words[] = "证 照 籍 学号 考号 考生号 台胞 港澳 回乡 字第";

/* Whether a text is Chinese words around fewer digits than a number begins with: 7栋302室. */
static bool is_remark(const char *s)
{
	size_t digits = cell_text_digits(s);

	return digits > 0 && digits < DIGITS_LEAST && name_form_ideographs(s) > 0 &&
	       words_find(s, document_words, WORDS_ANYWHERE) == 0;
}

/* Whether a text is Chinese words with a value behind them: 微信群：计科2601, 电话 025-83590000.
 * Words for a document, as in 护照E12345678, have a student's number behind them. *value: its bytes
 * before the value. */
static bool is_labelled_value(const char *s, size_t *value)
{
	char words[LINE_TEXT];
	size_t len = strcspn(s, ":0123456789");
	bool colon = s[len] == ':', is;

	*value = len + colon;
	if (s[len] == '\0')
		return false;
	while (len > 0 && s[len - 1] == ' ')
		len--;
	memcpy(words, s, len);
	words[len] = '\0';
	is = (colon ? name_form_ideographs(words) > 0
		    : len > 0 && name_form_ideographs(words) > 1 &&
			      (unsigned char)words[len - 1] >= 0x80) &&
	     words_find(words, document_words, WORDS_ANYWHERE) == 0;
	explicit_bzero(words, sizeof words);
	return is;
}

const char *footer_row_entry(const char *s)
{
	const char *label = line_word(s);
	char bare[LINE_TEXT], day[CELL_BIRTH];
	size_t value = 0;
	bool entry;

	if (label == NULL)
		label = line_group(s);
	if (label != NULL)
		return label;
	entry = is_labelled_value(s, &value);
	line_unframe(s + value, bare);
	if ((cell_birth(bare, day) && cell_text_digits(bare) < strlen(bare)) ||
	    words_find(bare, "学年 学期", WORDS_ANYWHERE) > 0 ||
	    (strstr(s, "年") != NULL && strstr(s, "月") != NULL)) /* 2026年9月1日制 */
		label = LINE_DAY;
	else if (entry || is_remark(s))
		label = ROW_NOTE;
	explicit_bzero(bare, sizeof bare);
	return label;
}

const char *footer_row_entries(const struct row_cells *c)
{
	const char *label = NULL;
	char text[LINE_TEXT];
	bool all = *c->number != '\0' && !c->typed && !row_cells_is_counted(c) &&
		   (*c->name == '\0' || strchr(c->name, ':') != NULL);

	for (size_t i = 0; i < c->row->count && all; i++) {
		const char *cell;

		line_read(c->decoder, c->row->cells[i], text);
		if (*text == '\0')
			continue;
		cell = footer_row_entry(text);
		label = label == NULL ? cell : label;
		all = cell != NULL;
	}
	explicit_bzero(text, sizeof text);
	return all ? label : NULL;
}

bool footer_row_counts(const char *s)
{
	return cell_text_counts_sex(s) ||
	       words_find(s, "男 女 男生 女生 男性 女性 其中 党员 团员 群众", WORDS_WHOLE) > 0;
}

bool footer_row_is_count(const struct row_cells *c)
{
	return footer_row_counts(c->name) ||
	       (*c->name != '\0' && c->name[strspn(c->name, " 0123456789.,%/")] == '\0' &&
		cell_text_digits(c->name) <= DIGITS_COUNT);
}
