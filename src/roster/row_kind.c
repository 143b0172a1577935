/* SPDX-License-Identifier: MIT */
#include "roster/row_kind.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "roster/cell.h"
#include "roster/ethnic_group.h"
#include "roster/fast_path.h"
#include "roster/header_row.h"
#include "roster/line_words.h"
#include "roster/name_form.h"
#include "roster/words.h"
#include "rules/characters.h"

enum {
	IDEOGRAPH = 3, /* bytes */
	TEXT = LINE_TEXT,
	BITS = 64,
	DIGITS_ID = 15,
	DIGITS_NUMBER = 6,
	DIGITS_TELEPHONE = 10,
	TELEPHONE = 11,  /* digits of a mobile telephone's number */
	DIGITS_COUNT = 3 /* at most, of a count */
};

const char ROW_HEADINGS[] = "重复的表头", ROW_NOBODY[] = "没有姓名和号码", ROW_NOTE[] = "说明",
	   ROW_COUNTS[] = "另一张表的表头", ROW_EXAMPLE[] = "示例",
	   ROW_OTHER_PERSON[] = "家长、教师等";

static size_t count_digits(const char *s)
{
	return cell_digits(s, strlen(s));
}

static size_t count_bytes(struct slice s)
{
	return cell_digits(s.bytes, s.len);
}

/* Whether a cell has the digits of an ID number, or is what a spreadsheet makes of one: 1.1E+17. */
static bool is_number(struct slice s)
{
	return s.len > 4 &&
	       (memcmp(s.bytes + s.len - 4, "E+17", 4) == 0 || count_bytes(s) >= DIGITS_ID);
}

/* Whether a text is an ID number, a masked one, or what a spreadsheet left of one. */
static bool is_id(const char *s)
{
	size_t len = strlen(s), digits = count_digits(s), stars = 0;

	for (const char *p = s; *p != '\0'; p++)
		stars += *p == '*';
	return len <= 2 * DIGITS_ID &&
	       (digits >= DIGITS_ID || digits + stars >= DIGITS_ID || strstr(s, "E+1") != NULL);
}

static bool is_filled(const char *s)
{
	return *s != '\0';
}

/* Whether a text says what the column is to hold: (必填), C(18) or VARCHAR(18). */
static bool is_instruction(const char *s)
{
	size_t len = strlen(s);
	char *end;

	if (strchr(s, '(') == NULL)
		return false;
	if (len > 2 && s[0] == '(' && strchr(s, ')') == s + len - 1)
		return true;
	s += strspn(s, "ACHRVcharvNUMBERnumbeDdIT2");
	if (*s++ != '(')
		return false;
	strtoul(s, &end, 10);
	return end > s && strcmp(end, ")") == 0;
}

/* Whether a cell is a student's number, and not a date: 2026年9月1日 or 2026-09-01. */
static bool is_student_number(struct decoder *decoder, struct slice cell)
{
	char text[TEXT], day[CELL_BIRTH];
	bool is;

	if (count_bytes(cell) < DIGITS_NUMBER || !encoding_is_ascii(cell))
		return false;
	line_read(decoder, cell, text);
	is = count_digits(text) == strlen(text) || !cell_birth(text, day);
	explicit_bzero(text, sizeof text);
	explicit_bzero(day, sizeof day);
	return is;
}

/* Whether a row has a candidate number or a student number. */
static bool has_number(struct decoder *decoder, const struct table_row *row,
		       const struct columns *columns)
{
	size_t candidate = columns->index[ROSTER_CANDIDATE_NUMBER];
	size_t student = columns->index[ROSTER_STUDENT_NUMBER];

	return (candidate < row->count && is_student_number(decoder, row->cells[candidate])) ||
	       (student < row->count && is_student_number(decoder, row->cells[student]));
}

struct cells {
	char name[TEXT], number[TEXT], first[TEXT];
	size_t filled, first_at;
	size_t typed; /* days of birth and ethnic groups in their columns */
	/* of the columns that nearly every student's row fills: cells with a student's value; cells
	 * with neither that nor an amount */
	size_t usual, lacks;
	size_t digits, counts; /* digits in all cells; cells that head counts: 人数 */
	bool sex;              /* the cell of the sex has one */
	bool alone;            /* nothing is filled but name, number and amounts */
	bool id;               /* a cell is an ID number */
	bool holds_id; /* a cell contains an ID number and may be several, with another separator */
};

/* Whether a text counts the students of a sex: 男：4, 女生4人. */
static bool is_count_of_sex(const char *s)
{
	return count_digits(s) > 0 && words_find(s, "男: 女: 男生 女生", WORDS_START) > 0;
}

/* Whether other columns show a student whose name and number are empty. A sex alone in its row is
 * the title of a section, 二、男生. */
static bool has_other(struct decoder *decoder, const struct table_row *row,
		      const struct columns *columns, const struct cells *c)
{
	size_t sex = columns->index[ROSTER_SEX];
	char text[TEXT], says[CELL_SEX];
	bool is_sex;

	if (has_number(decoder, row, columns))
		return true;
	if (sex >= row->count)
		return false;
	line_read(decoder, row->cells[sex], text);
	is_sex = !is_count_of_sex(text) && cell_sex(text, says) &&
		 (c->filled > 1 || strcmp(text, says) == 0);
	explicit_bzero(text, sizeof text);
	return is_sex;
}

/* Whether a text stands for nothing: --, /, 无, or the apostrophe of a text. */
static bool is_nothing(const char *s)
{
	struct characters all;
	bool nothing;

	if (!is_filled(s))
		return true;
	all = characters_read(s);
	nothing = characters_are_nothing(&all) || characters_are_marks(&all);
	characters_wipe(&all);
	return nothing;
}

/* Reduces 姓名：赵敏 and （赵敏） to the name in them. */
static void strip_name(char *s)
{
	size_t heading = words_find(s, "姓名: 学生姓名: 学生: 名字:", WORDS_START);
	char inside[TEXT];

	if (heading > 0)
		strcpy(inside, s + heading + strspn(s + heading, " "));
	else if (*s == '(')
		strcpy(inside, s + 1);
	else
		return;
	if (heading == 0 && *inside != '\0' && inside[strlen(inside) - 1] == ')')
		inside[strlen(inside) - 1] = '\0';
	if (name_form_is(inside, NAME_FORM_USUAL))
		strcpy(s, inside);
	explicit_bzero(inside, sizeof inside);
}

/* Whether a text is empty, an amount or a count: 10000.00, 98%. */
static bool is_amount(const char *s)
{
	return count_digits(s) <= DIGITS_NUMBER && s[strspn(s, " 0123456789.,%")] == '\0';
}

/* Whether a cell of a column that nearly every student's row fills looks like a student's: it is no
 * amount, no word of footers and no heading; in a column of a known form it is one of the
 * values. */
static bool is_value(const struct columns *columns, size_t index, const char *s)
{
	char says[CELL_BIRTH];

	if (index == columns->index[ROSTER_SEX])
		return cell_sex(s, says);
	if (index == columns->index[ROSTER_BIRTH_DATE])
		return cell_birth(s, says);
	if (index == columns->index[ROSTER_ETHNIC_GROUP])
		return ethnic_group_read(s) > 0;
	return !is_amount(s) && strchr(s, ':') == NULL && !heading_is_of_others(s) &&
	       words_find(s, "信息", WORDS_END) == 0 &&
	       ((unsigned char)*s < 0x80 || line_word(s) == NULL) &&
	       (count_digits(s) > 0 || heading_read(s).kind == HEADING_NONE);
}

/* Whether a text heads a column of counts: 人数, 男生. */
static bool heads_counts(const char *s)
{
	return words_find(s,
			  "男 女 男生 女生 男性 女性 人数 总人数 床位 床位数 铺位 空床 房间数 班数 "
			  "班级数 数量 个数 次数 金额 成绩 分数 得分 学分 单价 比例 应到 实到 未到 "
			  "应报到 已报到 未报到 小计 合计 总计",
			  WORDS_WHOLE) > 0;
}

static void read_cells(struct decoder *decoder, const struct table_row *row,
		       const struct columns *columns, struct cells *out)
{
	size_t name = columns->index[ROSTER_NAME], number = columns->index[ROSTER_ID_NUMBER];

	memset(out, 0, sizeof *out);
	out->alone = true;
	for (uint64_t rest = columns->usual; rest != 0; rest &= rest - 1)
		out->lacks++;
	for (size_t i = 0; i < row->count; i++) {
		bool typed = i == columns->index[ROSTER_BIRTH_DATE] ||
			     i == columns->index[ROSTER_ETHNIC_GROUP];
		bool usual = i < BITS && (columns->usual >> i & 1) != 0;
		char text[TEXT];

		line_read(decoder, row->cells[i], text);
		if (!is_filled(text))
			continue;
		if (i == name)
			strip_name(text);
		out->filled++;
		out->digits += count_digits(text);
		out->counts += heads_counts(text);
		out->sex =
			out->sex || (i == columns->index[ROSTER_SEX] && is_value(columns, i, text));
		if (!columns_is_of_others(columns, i)) {
			out->id = out->id || is_id(text);
			out->holds_id = out->holds_id || cell_holds_id(text, strlen(text));
		}
		if (i != name && i != number)
			out->alone = out->alone && (is_amount(text) || is_nothing(text));
		if (typed || usual) {
			bool value = is_value(columns, i, text), amount = is_amount(text);

			out->typed += typed && value && !amount;
			out->usual += usual && value;
			out->lacks -= usual && (value || amount);
		}
		if (i == name)
			strcpy(out->name, text);
		if (i == number)
			strcpy(out->number, text);
		if (!is_filled(out->first)) {
			strcpy(out->first, text);
			out->first_at = i;
		}
		explicit_bzero(text, sizeof text);
	}
	if (count_digits(out->name) == 0 && is_nothing(out->name) && is_nothing(out->number))
		out->name[0] = out->number[0] = '\0';
}

/* Whether a text is a label with nothing behind its colon: 制表人： */
static bool is_label(const char *s)
{
	const char *colon = strchr(s, ':');

	return colon != NULL && !is_filled(colon + 1 + strspn(colon + 1, " "));
}

/* Whether the first cell is in a column of words, as 职务 and 班级 are. */
static bool is_in_words(const struct columns *columns, const struct cells *c)
{
	for (size_t i = 0; i < ROSTER_COLUMN_COUNT; i++)
		if (columns->index[i] == c->first_at && i != ROSTER_ETHNIC_GROUP)
			return false;
	return c->first_at >= BITS || (columns->texts >> c->first_at & 1) != 0;
}

/* Whether the word in the first cell, which is not the name's, may belong to a line of its own and
 * not to the student in the name's cell. A duty (书记) or a remark (小计) in a column of words is
 * the student's, as is 注：休学, which is complete. */
static bool is_of_line(const struct columns *columns, const struct cells *c, const char *label)
{
	bool words = is_in_words(columns, c);

	if (strchr(c->first, ':') != NULL)
		return is_label(c->first) || (!words && (label == LINE_GROUP || label == LINE_DAY));
	return label != LINE_PAGE && (!words || line_is_role(label));
}

static bool is_named(const struct columns *columns, const struct cells *c)
{
	return c->first_at != columns->index[ROSTER_NAME] && name_form_is(c->name, NAME_FORM_LONG);
}

/* The label of the first cell. Beside other cells 6-107 is no page but a room. */
static const char *first_word(const struct cells *c)
{
	const char *label = line_word(c->first);

	return label == LINE_PAGE && c->filled > 1 && *c->first >= '0' && *c->first <= '9' &&
			       strstr(c->first, "页") == NULL
		       ? NULL
		       : label;
}

/* The label of a word that shows that a row is not a student's; NULL: there is none. */
static const char *label_of(const struct columns *columns, const struct cells *c)
{
	const char *label = first_word(c);

	if (label == NULL && is_named(columns, c) && is_label(c->first))
		label = ROW_NOTE;
	if (is_named(columns, c) && (label == NULL || !is_of_line(columns, c, label)))
		return NULL;
	if (label == NULL && is_filled(c->name) && c->first_at != columns->index[ROSTER_NAME])
		return line_word(c->name);
	return label;
}

/* Whether a cell other than the first and the name's has such a word or a date:
 * 制表人,王芳,审核人,李明. */
static bool has_word_beside(struct decoder *decoder, const struct table_row *row,
			    const struct columns *columns, const struct cells *c)
{
	char text[TEXT], day[CELL_BIRTH];
	bool found = false;

	for (size_t i = 0; i < row->count && !found; i++) {
		if (i == c->first_at || i == columns->index[ROSTER_NAME])
			continue;
		line_read(decoder, row->cells[i], text);
		found = strchr(text, ':') != NULL || line_word(text) != NULL ||
			cell_birth(text, day);
	}
	explicit_bzero(text, sizeof text);
	return found;
}

/* How certain it is that a row with a word before a person's name is not a student's. */
static enum row_doubt doubt_of(struct decoder *decoder, const struct table_row *row,
			       const struct columns *columns, const struct cells *c)
{
	if (!is_named(columns, c) || name_form(c->name) == NAME_NONE ||
	    has_word_beside(decoder, row, columns, c))
		return ROW_SURE;
	if (strchr(c->first, ':') != NULL)
		return ROW_LABELLED;
	return is_in_words(columns, c) ? ROW_BARE : ROW_SIGNED;
}

/* Whether a row is numbered as the others are: its first cell is digits in a column of numbers. */
static bool is_counted(const struct columns *columns, const struct cells *c)
{
	size_t digits = count_digits(c->first);

	return c->first_at < BITS && (columns->texts >> c->first_at & 1) == 0 &&
	       (digits == strlen(c->first) ||
		(digits > 0 && words_find(c->first + digits, ". 、", WORDS_WHOLE) > 0));
}

/* Judges a row by the word that label_of() found. Returns its label; NULL: a student's row. */
static const char *judge_word(struct decoder *decoder, const struct table_row *row,
			      const struct columns *columns, const struct cells *c,
			      const char *label, enum row_doubt *doubt)
{
	*doubt = doubt_of(decoder, row, columns, c);
	if (*doubt != ROW_SURE && has_other(decoder, row, columns, c))
		return NULL;
	if (*doubt == ROW_SURE && is_nothing(c->number) &&
	    c->filled == 1U + is_filled(c->number) + is_counted(columns, c) &&
	    line_characters(c->name) == 2 &&
	    name_form_may_be(c->name)) /* 时间 and 平均 may be names */
		*doubt = is_counted(columns, c) ? ROW_SIGNED : ROW_DOUBTFUL;
	return label;
}

/* Whether a text names the people that a line counts. */
static bool is_count_of(const char *s)
{
	return is_count_of_sex(s) ||
	       words_find(s, "男 女 男生 女生 男性 女性 其中 党员 团员 群众", WORDS_WHOLE) > 0;
}

/* Whether a row is a line of a table of counts: 男生,1; 平均年龄,19; 到校率,98%. */
static bool is_count(const struct cells *c)
{
	return is_count_of(c->name) ||
	       (is_filled(c->name) && c->name[strspn(c->name, " 0123456789.,%/")] == '\0' &&
		count_digits(c->name) <= DIGITS_COUNT);
}

/* Whether a text is a known heading, but not of names nor of what a student may be: 学生. */
static bool is_heading(const char *s)
{
	struct heading h = heading_read(s);

	return h.kind == HEADING_COLUMN ? h.column != ROSTER_NAME && !h.value && !h.loose
					: h.kind == HEADING_OTHER || h.kind == HEADING_NUMBER;
}

/* Whether a row heads a table of counts: 寝室,床位; 生源地,男,女. Each cell but the first is the
 * heading of counts, and the cell of the name is a heading, too: 高明,男,,未报到 and 小红,,未报到
 * are students. */
static bool heads_table(const struct columns *columns, const struct cells *c)
{
	if (c->digits > 0 || c->counts == 0 || c->counts + !heads_counts(c->first) < c->filled ||
	    (c->sex && c->first_at == columns->index[ROSTER_SEX]))
		return false;
	if (c->first_at == columns->index[ROSTER_NAME])
		return c->counts > 1 && is_heading(c->name) && !(c->sex && is_nothing(c->number));
	return heads_counts(c->name) && !(c->sex && name_form_may_be(c->name)); /* 应到 */
}

/* Whether the number's cell has a name, and the name's cell has none. 党员,2 is a count. */
static bool is_swapped(const struct cells *c)
{
	return name_form_swapped(c->number, c->name) &&
	       (!is_count(c) || name_form_is_sure(c->number));
}

/* Whether the number's cell has an ID number or six digits or more, and is not a date: 2026.9.1. */
static bool is_numbered(const struct cells *c)
{
	size_t digits = count_digits(c->number);
	char day[CELL_BIRTH];

	return is_id(c->number) || (digits >= DIGITS_NUMBER &&
				    (digits == strlen(c->number) || !cell_birth(c->number, day)));
}

/* Whether a text is a word for many students, or for something of a roster: 江苏, 苗族, 走读生. */
static bool is_section(const char *s)
{
	return name_form_is_section(s) ||
	       (words_find(s, "族", WORDS_END) > 0 && ethnic_group_read(s) > 0);
}

/* Counts the ideographs of a text. *only: it has nothing else but blanks. */
static size_t count_ideographs(const char *s, bool *only)
{
	size_t count = 0;
	uint32_t cp;

	*only = true;
	while (text_next(&s, &cp)) {
		bool is = (cp >= 0x3400 && cp <= 0x9FFF) || cp >= 0x20000;

		count += is;
		*only = *only && (is || cp == ' ');
	}
	return count;
}

/* Whether a text is ideographs, as many as a name usually has. */
static bool has_name_length(const char *s)
{
	bool only;
	size_t count = count_ideographs(s, &only);

	return only && count > 1 && count <= NAME_FORM_USUAL;
}

/* The label of a row of one cell that names a group or is a date; NULL: it does neither. */
static const char *line_of(const struct cells *c)
{
	const char *label = line_group(c->first);
	char birth[CELL_BIRTH];

	return label != NULL ? label
	       : (c->digits > 0 || strstr(c->first, "年") != NULL) && cell_birth(c->first, birth)
		       ? LINE_DAY
		       : NULL;
}

/* Whether the number's cell is what a spreadsheet shows of a number that is wider than it: ####. */
static bool is_too_wide(const struct cells *c)
{
	return !is_filled(c->name) && is_filled(c->number) &&
	       c->number[strspn(c->number, "#")] == '\0';
}

/* Whether the number's cell has digits behind a word that is no name: 学费,6800;
 * 填报日期,20260901. */
static bool is_entry(const struct cells *c)
{
	return has_name_length(c->name) &&
	       (name_form(c->name) == NAME_NONE || is_section(c->name)) &&
	       c->number[strspn(c->number, " 0123456789.,")] == '\0';
}

/* Whether a row without a number has what only a student's row has, beside a text that may be a
 * name. A word of footers needs more: it must begin as a name does, or two columns must be
 * filled. */
static bool is_filled_in(struct decoder *decoder, const struct table_row *row,
			 const struct columns *columns, const struct cells *c)
{
	const char *name = c->name;
	bool usual = c->usual > 0 && c->lacks < 2, word;

	if (!is_filled(name) || !is_nothing(c->number) || strchr(name, ':') != NULL ||
	    is_instruction(name))
		return false;
	word = line_word(name) != NULL || line_group(name) != NULL;
	if (!word && has_number(decoder, row, columns))
		return true;
	if (count_digits(name) > 0 || heading_read(name).kind != HEADING_NONE ||
	    (name_form_is_sentence(name) && (!usual || c->usual < 2)))
		return false;
	if (!word && usual && name_form(name) != NAME_NONE)
		return true;
	if (usual && c->usual > 1)
		return true;
	return (!word || name_form_may_be(name)) &&
	       ((usual && is_counted(columns, c)) || has_other(decoder, row, columns, c));
}

/* Whether a text begins as a heading or a note in a list does: 一、 (二) ①. */
static bool is_enumerated(const char *s)
{
	size_t step;

	if (words_find(s, "① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨ ⑩", WORDS_START) > 0)
		return true;
	s += *s == '(';
	while ((step = words_find(s, "一 二 三 四 五 六 七 八 九 十", WORDS_START)) > 0)
		s += step;
	return words_find(s, ") 、", WORDS_START) > 0;
}

/* Whether a student's number may be missing where a cell has this text: 无, 未办. A heading (列3,
 * 班主任：李老师) or a single ideograph is of another row. */
static bool may_lack_number(const char *s)
{
	return is_nothing(s) ||
	       (line_characters(s) > 1 && count_digits(s) == 0 && strchr(s, ':') == NULL &&
		!heading_is_of_others(s) && heading_read(s).kind == HEADING_NONE);
}

/* How certain a text alone in its row or beside an amount is no name; ROW_SURE: not known. Two or three ideographs
 * are a name if a surname begins them, and else unless they stand below lines. Four may be a line
 * (阅后即焚), as may any beside an amount (甲地,12): students must follow. */
static enum row_doubt doubt_of_bare(const struct cells *c, enum name_form form)
{
	bool heading = heading_is_of_others(c->name) || heading_read(c->name).kind != HEADING_NONE;
	bool only;

	if (form == NAME_NONE || !has_name_length(c->name) || name_form_is_sure(c->name) ||
	    (form == NAME_POSSIBLE && heading))
		return ROW_SURE;
	if (is_filled(c->number) || is_section(c->name) ||
	    count_ideographs(c->name, &only) == NAME_FORM_USUAL)
		return ROW_BARE;
	return form == NAME_POSSIBLE ? ROW_SHORT : ROW_SURE;
}

/* Judges a row without a number, which is a student's by its name or not at all. */
static const char *judge_name(const struct columns *columns, const struct cells *c,
			      enum row_doubt *doubt)
{
	enum name_form form = name_form(c->name);
	bool counted = is_counted(columns, c), may_be = name_form_may_be(c->name), sentence;
	/* nothing that tells of a student is filled but the name */
	bool bare = c->alone && !counted && is_amount(c->number), only;
	size_t len;

	if (is_instruction(c->name) || strchr(c->name, ':') != NULL ||
	    (strcmp(c->name, c->number) == 0 &&
	     (form != NAME_USUAL || (unsigned char)c->name[0] < 0x80)))
		return ROW_NOTE; /* of a template: 是,是,否; string,string */
	if (is_section(c->name) &&
	    (may_be ? bare && c->filled == 1U + is_filled(c->number) : !counted)) {
		if (!bare || may_be)
			*doubt = ROW_DOUBTFUL;
		return ROW_NOTE;
	}
	if (((bare || form != NAME_USUAL) && name_form_is_absent(c->name, &len)) ||
	    (bare && form != NAME_NONE && has_name_length(c->name) && !name_form_is_sure(c->name) &&
	     name_form_has_word_character(c->name)))
		*doubt = ROW_DOUBTFUL;
	else if (bare)
		*doubt = doubt_of_bare(c, form);
	if (*doubt != ROW_SURE)
		return ROW_NOTE;
	if (form == NAME_USUAL)
		return NULL;
	if (heading_is_of_others(c->name) || heading_read(c->name).kind != HEADING_NONE) {
		if (c->filled == 1 && form == NAME_POSSIBLE && has_name_length(c->name))
			*doubt = ROW_DOUBTFUL; /* 母敏 may be a name */
		return ROW_NOTE;               /* 家长,,学生: groups above the headings */
	}
	sentence = name_form_is_sentence(c->name) || is_enumerated(c->name);
	if (sentence && !is_filled(c->number) && (c->filled == 1 || line_characters(c->name) > 6))
		return ROW_NOTE;
	if (form == NAME_POSSIBLE && has_name_length(c->name) &&
	    (count_digits(c->number) > 0 || may_lack_number(c->number)))
		return NULL;
	if (counted && (!sentence || form == NAME_POSSIBLE || count_digits(c->name) > 0))
		return NULL;
	if ((form == NAME_POSSIBLE && count_ideographs(c->name, &only) <= NAME_FORM_USUAL) ||
	    counted ||
	    (!sentence && !is_nothing(c->name) && is_filled(c->number) &&
	     may_lack_number(c->number)))
		*doubt = ROW_DOUBTFUL;
	return ROW_NOTE;
}

/* Whether a row has a name, and neither that nor the text in the number's cell is a heading: 姓名
 * in a remark does not make the row a header. In the first cell it does, unless the number's cell
 * has a word for nothing. */
static bool is_unnumbered(const struct cells *c)
{
	enum name_form form = name_form(c->name);

	return (form == NAME_USUAL || (form == NAME_POSSIBLE && name_form_may_be(c->name))) &&
	       heading_read(c->name).kind == HEADING_NONE &&
	       heading_read(c->number).kind == HEADING_NONE &&
	       ((is_filled(c->number) && is_nothing(c->number)) ||
		heading_read(c->first).column != ROSTER_NAME);
}

/* Whether a row has a name that few words look like, and no number. 姓名 and 身份证号 beside them
 * may be the items that the student has to correct, and do not make the row a header. */
static bool is_sure(const struct cells *c)
{
	return (unsigned char)*c->name >= 0x80 && is_nothing(c->number) &&
	       name_form(c->name) == NAME_USUAL && name_form_is_sure(c->name);
}

/* Judges a row without an ID number by what it holds, in this order, so that no student is lost
 * without a report and none is invented: 1. What only a student's row has (a number of the student,
 * a sex, or what nearly every student's row fills): a student's, whatever the name is (时间, 平均).
 * 2. A word of footers, or a text that cannot be a name: skipped, with a label; a word that may be
 * a name and is alone in its row is reported. 3. A text that may be a name, alone in its row: a
 * student's if its form is usual; if other words have that form, too (经办, 谢谢配合), students
 * must follow; else skipped and reported. */
static const char *judge(struct decoder *decoder, const struct table_row *row,
			 const struct columns *columns, const struct cells *c,
			 enum row_doubt *doubt)
{
	enum header_kind header = HEADER_NONE;
	bool numbered = is_numbered(c);
	const char *label;

	if (line_is_example(c->name))
		return ROW_EXAMPLE;
	if (c->id || (numbered && is_filled(c->name) && line_word(c->name) == NULL && !is_entry(c)))
		return NULL;
	if (c->filled > 1)
		header = header_row_kind(decoder, row, columns->index[ROSTER_NAME]);
	if (header == HEADER_WHOLE && !is_sure(c))
		return ROW_HEADINGS;
	if (heads_table(columns, c))
		return ROW_COUNTS;
	if (c->alone && is_amount(c->number) && is_count_of(c->name))
		return "合计";
	if (is_filled_in(decoder, row, columns, c))
		return NULL;
	if (header != HEADER_NONE && c->typed == 0 && !is_unnumbered(c))
		return ROW_HEADINGS;
	if (is_too_wide(c))
		return NULL;
	if ((label = label_of(columns, c)) != NULL)
		return judge_word(decoder, row, columns, c, label, doubt);
	if (c->holds_id || is_swapped(c))
		return NULL;
	if (!numbered && !is_named(columns, c) &&
	    (count_digits(c->first) > 0 || !is_filled(c->name)) &&
	    (label = line_group(c->first)) != NULL)
		return label;
	if (!numbered && is_count(c))
		return "合计";
	if (has_other(decoder, row, columns, c))
		return NULL;
	if (c->filled <= 1 && (label = line_of(c)) != NULL)
		return label;
	if (count_digits(c->number) > DIGITS_COUNT && !is_entry(c))
		return NULL;
	if (c->filled <= 1 && !is_filled(c->name))
		return ROW_NOBODY;
	if (c->filled <= 1 && row->count + 1 < columns->width && line_characters(c->name) == 1)
		return ROW_NOTE;
	return is_filled(c->name) ? judge_name(columns, c, doubt) : ROW_NOBODY;
}

/* Whether a cell, or a part of one, has the usual form of a name. */
static bool has_person(struct decoder *decoder, const struct table_row *row)
{
	char text[TEXT], *rest, *part;
	bool found = false;

	for (size_t i = 0; i < row->count && !found; i++) {
		line_read(decoder, row->cells[i], text);
		rest = text;
		while (!found && (part = strsep(&rest, ",;/| \t")) != NULL)
			found = count_digits(part) == 0 && line_word(part) == NULL &&
				name_form(part) == NAME_USUAL;
	}
	explicit_bzero(text, sizeof text);
	return found;
}

/* Whether a row above the header with an ID number is a student's, or the example of one: it has a
 * name, too. */
static bool has_owner(struct decoder *decoder, const struct table_row *row, const struct cells *c)
{
	if (is_id(c->number) && is_filled(c->name) && line_word(c->first) == NULL &&
	    (strchr(c->name, ':') == NULL || line_is_example(c->name)) &&
	    heading_read(c->name).kind == HEADING_NONE)
		return true;
	return has_person(decoder, row);
}

static enum row_above above(struct decoder *decoder, const struct table_row *row,
			    const struct columns *columns, const struct cells *c)
{
	bool headed = columns->header_row > 0;
	enum name_form form;

	if (c->id && !is_id(c->number) && c->first_at != columns->index[ROSTER_NAME] &&
	    line_word(c->first) != NULL)
		return ABOVE_DOUBTFUL; /* the writer's number: 填表人,张军,1101… */
	if (c->id || c->holds_id)
		return has_owner(decoder, row, c) ? ABOVE_STUDENT : ABOVE_TITLE;
	form = name_form(c->name);
	if (is_filled(c->number) || form == NAME_NONE || line_word(c->first) != NULL ||
	    line_group(c->name) != NULL || heading_read(c->name).kind != HEADING_NONE)
		return ABOVE_TITLE;
	if (form == NAME_USUAL && (!headed || columns->sorted_down))
		return ABOVE_STUDENT;
	if (headed && (is_counted(columns, c) || has_other(decoder, row, columns, c)))
		return ABOVE_STUDENT;
	return form == NAME_USUAL || !headed ? ABOVE_DOUBTFUL : ABOVE_TITLE;
}

enum row_above row_kind_above(struct decoder *decoder, const struct table_row *row,
			      const struct columns *columns)
{
	struct cells c;
	enum row_above kind;

	read_cells(decoder, row, columns, &c);
	kind = above(decoder, row, columns, &c);
	explicit_bzero(&c, sizeof c);
	return kind;
}

bool row_kind_goes_on(struct decoder *decoder, const struct table_row *row,
		      const struct columns *columns)
{
	enum row_doubt doubt = ROW_SURE;
	struct cells c;
	bool next;

	read_cells(decoder, row, columns, &c);
	next = is_counted(columns, &c) && strtoul(c.first, NULL, 10) > 1 &&
	       judge(decoder, row, columns, &c, &doubt) == NULL;
	explicit_bzero(&c, sizeof c);
	return next;
}

/* Whether a cell's text fits the form of its column. */
enum fit { FIT_UNKNOWN, FIT_VALUE, FIT_NONE };

static enum fit fit_of(const struct columns *columns, size_t index, const char *s)
{
	if (index == columns->index[ROSTER_SEX] || index == columns->index[ROSTER_BIRTH_DATE] ||
	    index == columns->index[ROSTER_ETHNIC_GROUP])
		return is_value(columns, index, s) ? FIT_VALUE : FIT_NONE;
	if (index == columns->index[ROSTER_ID_NUMBER])
		return name_form(s) == NAME_USUAL ? FIT_VALUE : FIT_UNKNOWN;
	return index < BITS && count_digits(s) == 0 &&
			       ((columns->texts & ~columns->digits) >> index & 1) == 0
		       ? FIT_NONE
		       : FIT_UNKNOWN;
}

/* Whether a text says why there is no number or no student: 护照, 休学, 见备注. */
static bool says_why(const char *s)
{
	return words_find(
		       s,
		       "无 未 没 待 暂 见 补 不 已 办 护照 台胞 台湾 港澳 回乡 外籍 国外 军人 参军 "
		       "入伍 休学 退学 转学 丢失 遗失",
		       WORDS_START) > 0;
}

/* Whether a text is a heading of things: 账号, 出发时间, 1号床. A longer name may end in a single one
 * of these characters: 应晓期. */
static bool heads_things(const char *s)
{
	static const char words[] =
		"时间 时段 地点 地址 站点 线路 路线 名称 类型 类别 种类 方式 "
		"电话 情况 原因 内容 项目 "
		"科目 课程 成绩 标准 银行 床位 铺位 房间 房间号 宿舍 宿舍号 "
		"寝室 寝室号 教室 楼栋 校区 "
		"组别 组长 队别 连队 车牌号 计划数 车型 司机 管理员 负责人 联系人 接站人 "
		"获奖人 作者 成员 教师 老师 "
		"导师 教官 职务 部门 单位 岗位 社团 出版社 规格 状态 结果 等级 "
		"排名 要求 条件 物品 用途 "
		"去向 押金 奖项 事项 出发站 到达站 步骤 操作 活动 安排 星期 "
		"周一 周二 周三 周四 周五 "
		"周六 周日 星期一 星期二 星期三 星期四 星期五 上午 下午 晚上";
	static const char tails[] = "号 数 量 率 值 码 编 分 室 院 额 费 款 价 次 期 床 铺 位 组";
	size_t characters = line_characters(s);

	if (count_digits(s) > 0)
		return count_digits(s) <= 2 &&
		       words_find(s, "床 铺 床位 铺位 车 桌", WORDS_END) > 0;
	return heads_counts(s) || heading_read(s).kind != HEADING_NONE ||
	       (characters <= 6 && (words_find(s, words, WORDS_END) > 0 ||
				    (words_find(s, tails, WORDS_END) > 0 &&
				     (characters < 3 || name_form(s) != NAME_USUAL))));
}

/* What row_kind_head() asks of a row. */
struct head {
	size_t filled, unfit, headings;
	/* no cell has a digit, a colon or a value of its column, or says why a student is missing */
	bool words;
	bool other;     /* the name's cell has a text that is no heading */
	bool person;    /* that text may be a name */
	bool in_number; /* the number's cell has a text */
};

static void read_head(struct decoder *decoder, const struct table_row *row,
		      const struct columns *columns, struct head *out)
{
	*out = (struct head){ .words = true };
	for (size_t i = 0; i < row->count; i++) {
		char text[TEXT];
		bool named = i == columns->index[ROSTER_NAME],
		     numbers = i == columns->index[ROSTER_ID_NUMBER], heading;
		enum fit fit;

		line_read(decoder, row->cells[i], text);
		if (!is_filled(text))
			continue;
		heading = heads_things(text) &&
			  !(numbers && words_find(text, "证 照 本", WORDS_END) > 0);
		fit = named || (heading && numbers) ? FIT_UNKNOWN : fit_of(columns, i, text);
		out->filled++;
		out->headings += heading;
		out->unfit += fit == FIT_NONE;
		out->words = out->words && fit != FIT_VALUE &&
			     (heading || (count_digits(text) == 0 && (named || !says_why(text)))) &&
			     strchr(text, ':') == NULL;
		out->other = out->other || (named && !heading);
		out->person = out->person || (named && !heading && name_form(text) == NAME_USUAL);
		out->in_number = out->in_number || (numbers && !is_nothing(text));
		explicit_bzero(text, sizeof text);
	}
}

/* Whether a cell certainly has more digits than a heading. Of four digits in a row at most one is a
 * byte of another character. */
static bool has_digits(const struct table_row *row)
{
	bool has = false;

	for (size_t i = 0; i < row->count && !has; i++) {
		size_t run = 0;

		for (size_t at = 0; at < row->cells[i].len && run < 4; at++) {
			char c = row->cells[i].bytes[at];

			run = c >= '0' && c <= '9' ? run + 1 : 0;
		}
		has = run == 4;
	}
	return has;
}

/* Whether the name's cell has a name that few words, headings among them, look like. */
static bool has_sure_name(struct decoder *decoder, const struct table_row *row,
			  const struct columns *columns)
{
	char text[TEXT];
	bool has;

	if (columns->index[ROSTER_NAME] >= row->count)
		return false;
	line_read(decoder, row->cells[columns->index[ROSTER_NAME]], text);
	has = name_form(text) == NAME_USUAL && name_form_is_sure(text) &&
	      words_find(text, "周次 周期 钟点 段位 余量 余数 文号 方位", WORDS_WHOLE) == 0;
	explicit_bzero(text, sizeof text);
	return has;
}

enum row_head row_kind_head(struct decoder *decoder, const struct table_row *row,
			    const struct columns *columns)
{
	struct head h;

	if (has_digits(row) || has_sure_name(decoder, row, columns))
		return HEAD_NONE;
	read_head(decoder, row, columns, &h);
	if (!h.words || h.filled < 2)
		return HEAD_NONE;
	if (h.headings == h.filled || (h.headings > 1 && h.headings + 1 == h.filled && !h.other))
		return HEAD_WORDS;
	h.unfit += h.in_number && !h.person; /* 路遥,户口本 is a student's */
	return h.unfit == 0 ? HEAD_NONE : h.person ? HEAD_DOUBTFUL : HEAD_UNLIKE;
}

/* Whether a text is an ID number with its birth in it, masked or with a mistake behind that. */
static bool is_like_id(const char *s)
{
	size_t len = strlen(s);

	return is_id(s) && len >= DIGITS_ID && len <= 18 &&
	       words_find(s + 6, "19 20 **", WORDS_START) > 0;
}

bool row_kind_is_person(struct decoder *decoder, const struct table_row *row,
			const struct columns *columns, enum person_place place)
{
	struct head h;
	struct cells c;
	enum row_doubt doubt = ROW_SURE;
	enum name_form form;
	bool is = false, sure;

	read_cells(decoder, row, columns, &c);
	form = name_form(c.name);
	sure = form == NAME_USUAL && name_form_is_sure(c.name);
	if (is_like_id(c.number)) {
		is = is_filled(c.name) && line_word(c.name) == NULL;
	} else if (sure && is_id(c.number)) {
		is = place != PERSON_BELOW_NAMES;
	} else if (sure && is_nothing(c.number)) {
		read_head(decoder, row, columns, &h);
		is = c.sex || (place == PERSON_APART && h.unfit == 0 &&
			       judge(decoder, row, columns, &c, &doubt) == NULL);
	}
	explicit_bzero(&c, sizeof c);
	return is;
}

/* Whether a number certainly has fifteen digits or stars once it is folded. */
static bool is_plain_id(struct slice s)
{
	size_t found = count_bytes(s);

	for (size_t i = 0; i < s.len && found < DIGITS_ID; i++)
		found += s.bytes[i] == '*';
	return found >= DIGITS_ID && s.len <= DIGITS_ID + DIGITS_NUMBER;
}

/* Whether a number is six digits or more, with at most one letter before them. The letters from T
 * on do not count: T and Z are part of dates. */
static bool is_plain_number(struct slice s)
{
	bool letter = s.len > 0 && s.bytes[0] > '9' && s.bytes[0] < 'T';
	size_t digits = count_bytes(s);

	return digits >= DIGITS_NUMBER && digits + letter == s.len;
}

/* Whether judge() certainly takes a row for a student's: the name has no mistake, and no other line
 * begins with it; the number may have mistakes. */
static bool is_students(struct decoder *decoder, struct slice name, struct slice number)
{
	char text[TEXT];
	bool is, id = is_plain_id(number);

	if ((!id && !is_plain_number(number)) || name.len == 0 ||
	    decoder->encoding == ENCODING_ASCII || !fast_path_name_valid(decoder->encoding, name))
		return false;
	decoder_read(decoder, name, text, sizeof text);
	is = line_is_none(text) && (id || name_form(text) == NAME_USUAL);
	explicit_bzero(text, sizeof text);
	return is;
}

/* Whether a cell may have 例, the character that all words for an example have, in either
 * encoding. */
static bool may_be_example(struct slice cell)
{
	return memmem(cell.bytes, cell.len, "例", strlen("例")) != NULL ||
	       memmem(cell.bytes, cell.len, "\xC0\xFD", 2) != NULL;
}

/* Whether a skipped row may be a student's: beside a word that is hardly a name, it is numbered,
 * has a number or another cell that only a student's row has, or two that are as in students' rows;
 * one is enough beside a single ideograph. */
static bool may_be_students(struct decoder *decoder, const struct table_row *row,
			    const struct columns *columns, const struct cells *c, const char *label)
{
	if (label == NULL || label == ROW_EXAMPLE || label == ROW_HEADINGS || label == LINE_PAGE ||
	    label == ROW_COUNTS || !is_filled(c->name) || is_amount(c->name) ||
	    strchr(c->first, ':') != NULL || strchr(c->name, ':') != NULL ||
	    is_instruction(c->name) || (heads_counts(c->name) && heads_counts(c->number)))
		return false;
	return c->typed > 0 || c->usual > 1 || is_counted(columns, c) ||
	       (is_numbered(c) && count_digits(c->number) != TELEPHONE) ||
	       (c->usual > 0 && line_characters(c->name) == 1 && line_word(c->name) == NULL) ||
	       has_other(decoder, row, columns, c);
}

/* Whether a cell that is not another person's is certainly an ID number once it is folded. */
static bool has_id(const struct table_row *row, const struct columns *columns)
{
	for (size_t i = 0; i < row->count; i++)
		if (row->cells[i].len <= 2 * DIGITS_ID && is_number(row->cells[i]) &&
		    !columns_is_of_others(columns, i))
			return true;
	return false;
}

const char *row_kind_other(struct decoder *decoder, const struct table_row *row,
			   const struct columns *columns, enum row_doubt *doubt)
{
	size_t name = columns->index[ROSTER_NAME], number = columns->index[ROSTER_ID_NUMBER];
	struct cells c;
	const char *label;

	*doubt = ROW_SURE;
	/* Nearly all rows. A valid name is no example, which has more in it than a name. */
	if (number < row->count && is_number(row->cells[number]) && name < row->count &&
	    row->cells[name].len > 0) {
		if (fast_path_name_valid(decoder->encoding, row->cells[name]) ||
		    !may_be_example(row->cells[name]))
			return NULL;
		line_read(decoder, row->cells[name], c.name);
		label = line_is_example(c.name) ? ROW_EXAMPLE : NULL;
		explicit_bzero(c.name, sizeof c.name);
		return label;
	}
	if (name < row->count && number < row->count &&
	    is_students(decoder, row->cells[name], row->cells[number]))
		return NULL;
	if (has_id(row, columns) && (name >= row->count || !may_be_example(row->cells[name])))
		return NULL;
	read_cells(decoder, row, columns, &c);
	label = judge(decoder, row, columns, &c, doubt);
	if (*doubt == ROW_SURE && may_be_students(decoder, row, columns, &c, label))
		*doubt = ROW_DOUBTFUL;
	explicit_bzero(&c, sizeof c);
	return label;
}
