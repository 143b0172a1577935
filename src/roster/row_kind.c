/* SPDX-License-Identifier: MIT */
#include "roster/row_kind.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "roster/cell.h"
#include "roster/fast_path.h"
#include "roster/words.h"
#include "rules/characters.h"

enum {
	TEXT = 192,
	BITS = 64,
	DIGITS_ID = 15,
	DIGITS_NUMBER = 6,
	DIGITS_COUNT = 3, /* of how many there are */
	SENTENCE = 15,
	NAME_USUAL = 4
};

const char ROW_HEADINGS[] = "重复的表头", ROW_NO_NUMBERS[] = "没有证件号码的表头",
	   ROW_NOBODY[] = "没有姓名和号码";

static const char PAGE[] = "页码";

/* How a cell's text goes on behind a word for the row to be recognised by it. */
enum behind {
	ENDS,   /* not at all, or with a colon or a bracket */
	COUNTS, /* the same, or with a digit */
	ANYHOW, /* in any way */
	WITHIN  /* the word stands anywhere */
};

/* X(label, how a text may go on behind a word, words: see words.h) */
/* clang-format off */
#define LINES(X) \
	X("合计", ANYHOW, "合计 总计 共计 全班共 人数合计 人数总计") \
	X("合计", COUNTS, \
	  "总共 总数 总人数 学生总数 学生人数 人数 班级人数 男生人数 女生人数 报到率 " \
	  "平均 平均分 最高分 最低分 标准差 报到人数 未报到人数 应到 实到 Total TOTAL " \
	  "GrandTotal") \
	X("页码", COUNTS, "接上页 接下页 转下页 续表 续上表") \
	X("小计", COUNTS, "Subtotal") \
	X("小计", ANYHOW, "小计 本页") \
	X("制表人", ENDS, "制表 制表人 制表单位 打印人 导出人 统计人 录入人 Preparedby") \
	X("填表人", ENDS, "填表 填表人 填报人 填报单位") \
	X("合计", ENDS, "统计") \
	X("经办人", ENDS, "经办人 经手人") \
	X("审核人", ENDS, "审核 审核人 复核 复核人 校对 校对人 审批 初审 复审 审定 Checkedby") \
	X("负责人", ENDS, "负责人 领导 学院领导 主管领导 分管领导 校长 院长 系主任 书记") \
	X("班长", ENDS, "班长") \
	X("班主任", ENDS, "班主任") \
	X("辅导员", ENDS, "辅导员") \
	X("联系人", ENDS, "联系人 联系电话 电话") \
	X("签字", WITHIN, "签字 签名 盖章 公章") \
	X("注", ENDS, \
	  "注 备注 附注 说明 填表说明 填写说明 注意事项 要求 Note Notes Remarks " \
	  "数据来源") \
	X("说明", ENDS, "必填 选填 文本 文本格式 字符 字符型 下拉选择") \
	X("注", COUNTS, "附件") \
	X("注", ANYHOW, "※ 保密 机密 绝密 内部资料") \
	X("以下空白", ANYHOW, "以下空白 以下无正文") \
	X("以下空白", ENDS, "完 全文完 END End THEEND 未完待续 未完 待续") \
	X("日期", ENDS, \
	  "日期 制表日期 填表日期 打印日期 打印时间 导出时间 制表时间 导出日期 生成时间 " \
	  "生成日期 统计日期 截止日期 Date") \
	X("单位", ENDS, "学校 单位") \
	X("空位", ENDS, "空床 空铺 空位 空缺") \
	X("班级行", ENDS, "学院 院系 系部 专业 年级 班级 班级名 班级名称 专业名称")
/* clang-format on */

static const struct {
	const char *label;
	enum behind behind;
	const char *words;
} lines[] = {
#define X(...) { __VA_ARGS__ },
	LINES(X)
#undef X
};

/* All of these words. Most names begin with the first character of none. */
static const char line_words[] =
#define X(label, behind, words) words " "
	LINES(X)
#undef X
	;

/* What no name of more than three characters has in it. */
static const char sentence_words[] =
	"请勿 请核 请在 请于 以上 以下 信息 核对 核实 无误 确认 学生 如有 人数 填写 身份 姓名 报到 "
	"名册 必须 保密 机密 系统 打印 大学 学院 教务 联系 老师 领导 名单 本表 一式";

/* Whether a template shows in this name's cell what to fill in. */
static bool is_example(const char *s)
{
	return words_find(s, "示例 样例 范例", WORDS_ANYWHERE) > 0 ||
	       words_find(s, "举例 例:", WORDS_START) > 0;
}

/* What a line of one cell ends with that names a group or a table. */
static const struct {
	const char *label, *tails;
	size_t name; /* characters of a name that ends so: 李小班 of four at most, 张大学 of three */
} groups[] = {
	{ "标题", "名单 名册", NAME_USUAL },
	{ "标题", "花名册 登记表 信息表 统计表 一览表 汇总表 明细表 学校", 2 },
	{ "标题", "大学", 3 },
	{ "班级行", "班 级", NAME_USUAL },
	{ "班级行", "学院 专业 书院", 3 },
	{ "单位", "处 办公室 委员会", 2 },
	{ "单位", "中心", 3 },
	{ "合计", "汇总 合计 总计", 2 },
	{ "小计", "小计", 2 },
};

static void fold(struct decoder *decoder, struct slice cell, char out[TEXT])
{
	char text[TEXT];

	decoder_read(decoder, cell, text, sizeof text);
	cell_fold(text, out, TEXT);
	explicit_bzero(text, sizeof text);
}

static size_t count_digits(const char *s)
{
	return cell_digits(s, strlen(s));
}

static size_t count_bytes(struct slice s)
{
	return cell_digits(s.bytes, s.len);
}

/* The digits of an ID number, or 1.1E+17. */
static bool is_number(struct slice s)
{
	return s.len > 4 &&
	       (memcmp(s.bytes + s.len - 4, "E+17", 4) == 0 || count_bytes(s) >= DIGITS_ID);
}

/* An ID number or what a spreadsheet left of one; a masked one. */
static bool is_id(const char *s)
{
	size_t len = strlen(s), digits = count_digits(s), stars = 0;

	for (const char *p = s; *p != '\0'; p++)
		stars += *p == '*';
	return len <= 2 * DIGITS_ID &&
	       (digits >= DIGITS_ID || digits + stars >= DIGITS_ID || strstr(s, "E+1") != NULL);
}

/* Whether a text may go on so behind a word. */
static bool goes_on(const char *s, enum behind behind)
{
	s += strspn(s, " ");
	if (*s == '\0' || behind == ANYHOW || words_find(s, ": ( , ; = . 、", WORDS_START) > 0)
		return true;
	return behind == COUNTS &&
	       ((*s >= '0' && *s <= '9') || words_find(s, "共", WORDS_START) > 0);
}

/* 第 1 页 共 2 页, 1/2, - 1 -, Page 1 of 2; 共 30 人. */
static const char *counting(const char *s)
{
	size_t digits = count_digits(s), step;
	bool page = words_find(s, "页 Page page PAGE", WORDS_ANYWHERE) > 0 &&
		    (digits > 0 || words_find(s, "第 共", WORDS_ANYWHERE) > 0); /* not 张页 */
	const char *p = s;

	if (digits > 6)
		return NULL;
	if (words_find(s, "共", WORDS_START) > 0 &&
	    words_find(s + 3 + strspn(s + 3, " 0123456789"), "人 名 条 位", WORDS_START) > 0)
		return "合计";
	while ((step = strspn(p, " 0123456789/-,()")) > 0 ||
	       (step = words_find(p,
				  "第 共 页 张 — – Page page PAGE of 一 二 三 四 五 六 七 八 九 十",
				  WORDS_START)) > 0)
		p += step;
	if (*p != '\0')
		return NULL;
	return page || (digits > 0 && words_find(s, "/ - — –", WORDS_ANYWHERE) > 0) ? PAGE : NULL;
}

/* ————, ======, ……: a line drawn with characters. */
static bool is_rule(const char *s)
{
	size_t len = strlen(s), count = 0, step;
	uint32_t cp;

	for (size_t at = 0; at < len; at += step, count += cp == 0x2026 ? 3 : 1) {
		step = text_decode(s + at, len - at, &cp);
		if (step == 0 || !((cp < 0x80 && strchr("-_=*~#.", (int)cp) != NULL) ||
				   (cp >= 0x2010 && cp <= 0x2015) || cp == 0x2026 ||
				   (cp >= 0x2500 && cp <= 0x257F) || cp == 0x3002))
			return false;
	}
	return count >= 3;
}

static size_t count_characters(const char *s)
{
	size_t count = 0;

	for (; *s != '\0'; s++)
		count += ((unsigned char)*s & 0xC0) != 0x80;
	return count;
}

/* The bytes of a sign that frames a line, at its start or before its end; 0: there is none. */
static size_t frame_at(const char *s)
{
	return *s == ' ' ? 1 : words_find(s, "( ) [ ] - * = : 【 】 — 《 》", WORDS_START);
}

/* Without the frame of 【软件2601班】 and —软件2601班—, and the count of 软件2601班(45人). */
static void unframe(const char *s, char out[TEXT])
{
	size_t len, step;
	char *bracket;

	while ((step = frame_at(s)) > 0)
		s += step;
	len = strlen(s);
	memcpy(out, s, len + 1);
	while (len > 0) {
		step = (unsigned char)out[len - 1] < 0x80 || len < 3 ? 1 : 3;
		if (frame_at(out + len - step) == 0)
			break;
		out[len -= step] = '\0';
	}
	bracket = strchr(out, '(');
	if (bracket != NULL)
		*bracket = '\0';
}

static const char *known_word(const char *s)
{
	bool begins = words_hold_first(s, line_words);

	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		const char *list = lines[i].words;
		bool within = lines[i].behind == WITHIN;
		size_t len;

		if (!begins && !within)
			continue;
		while ((len = words_next(s, &list, within ? WORDS_ANYWHERE : WORDS_START)) > 0)
			if (within || goes_on(s + len, lines[i].behind))
				return lines[i].label;
	}
	return NULL;
}

/* 合　计 and 制 表 人 have blanks between, --完-- and （合计） a frame. */
static const char *word_of(const char *s)
{
	char bare[TEXT] = "", inside[TEXT];
	const char *label;
	size_t used = 0;

	for (const char *p = s; *p != '\0'; p++)
		if (*p != ' ')
			bare[used++] = *p;
	bare[used] = '\0';
	label = known_word(bare);
	if (label == NULL && frame_at(bare) > 0) {
		unframe(bare, inside);
		label = known_word(inside);
	}
	if (label != NULL)
		return label;
	return is_rule(s) ? "分隔线" : counting(s);
}

static const char *tail_of(const char *s)
{
	char bare[TEXT];
	const char *label = NULL, *behind = bare;

	unframe(s, bare);
	for (size_t step;
	     (step = words_find(behind, "一 二 三 四 五 六 七 八 九 十", WORDS_START)) > 0;)
		behind += step; /* 十二班 */
	for (size_t i = 0; i < sizeof groups / sizeof groups[0] && label == NULL; i++) {
		size_t tail = words_find(bare, groups[i].tails, WORDS_END);

		if (tail > 0 && strlen(bare) > tail &&
		    (count_digits(bare) > 0 || count_characters(bare) > groups[i].name ||
		     (behind > bare && strlen(behind) == tail)))
			label = groups[i].label;
	}
	explicit_bzero(bare, sizeof bare);
	return label;
}

static bool is_filled(const char *s)
{
	return *s != '\0';
}

/* Letters with blanks, ideographs with a dot: a name, however long. */
static bool is_long_name(const char *s)
{
	size_t len = strlen(s), ideographs = 0, letters = 0, dots = 0, step;

	for (size_t at = 0; at < len; at += step) {
		uint32_t cp;

		step = text_decode(s + at, len - at, &cp);
		if (step == 0)
			return false;
		if ((cp >= 0x3400 && cp <= 0x9FFF) || cp >= 0x20000)
			ideographs++;
		else if (cp == 0xB7)
			dots++;
		else if (is_ascii_letter(cp) || (cp >= 0xC0 && cp <= 0x24F))
			letters++;
		else if (cp >= 0x80 || strchr(" -'.", (int)cp) == NULL)
			return false;
	}
	return (ideographs > 1 && dots > 0) || (letters > 1 && ideographs == 0);
}

/* A name: of this many characters at most, blanks and a remark in brackets aside, or a long one. 潘班 and 张大学 are
 * such, 一班 is none. */
static bool is_name(const char *s, size_t max)
{
	char bare[TEXT], *end = bare;
	size_t characters;
	bool usual, group, is;

	unframe(s, bare);
	for (const char *p = bare; *p != '\0'; p++)
		if (*p != ' ')
			*end++ = *p;
	*end = '\0';
	characters = count_characters(bare);
	usual = columns_is_name(bare) && characters <= max && tail_of(bare) == NULL;
	group = words_find(bare, "班 系 族 市 省 大学 学院 专业", WORDS_END) > 0 &&
		characters < NAME_USUAL && count_digits(bare) == 0 && tail_of(bare) == NULL;
	is = (usual || group || is_long_name(s)) && strchr(s, ':') == NULL && word_of(s) == NULL &&
	     (words_find(bare, sentence_words, WORDS_ANYWHERE) == 0 || group) &&
	     words_find(bare, "人 名", WORDS_END) == 0;
	explicit_bzero(bare, sizeof bare);
	return is;
}

static bool is_person(const char *s)
{
	return is_name(s, NAME_USUAL);
}

/* 郑十,钱十一: names of several in one cell. */
static bool is_names(const char *s)
{
	char part[TEXT];
	size_t count = 0, len, mark = 0;

	for (; *s != '\0'; s += len + mark, count++) {
		for (len = 0; s[len] != '\0' &&
			      (mark = words_find(s + len, ", 、 ; / &", WORDS_START)) == 0;)
			len++;
		mark = s[len] == '\0' ? 0 : mark;
		memcpy(part, s, len);
		part[len] = '\0';
		if (!is_person(part))
			return false;
	}
	return count > 1;
}

/* More than a name, even one with a mistake in it. */
static bool is_sentence(const char *s)
{
	size_t characters = count_characters(s);
	bool digits = count_digits(s) > 0;

	return ((characters > SENTENCE && !is_long_name(s)) || strpbrk(s, ":;,!@") != NULL ||
		strstr(s, "。") != NULL ||
		(digits && (characters > NAME_USUAL || (unsigned char)*s < 0x80)) ||
		(characters > 3 && words_find(s, sentence_words, WORDS_ANYWHERE) > 0)) &&
	       !is_names(s);
}

/* (必填), or C(18): what the columns are to hold. */
static bool is_instruction(const char *s)
{
	size_t len = strlen(s);
	char *end;

	if (len > 2 && s[0] == '(' && strchr(s, ')') == s + len - 1)
		return true;
	if (len < 4 || strchr("CcNnDdVv", s[0]) == NULL || s[1] != '(')
		return false;
	strtoul(s + 2, &end, 10);
	return end > s + 2 && strcmp(end, ")") == 0;
}

/* A line of one cell. cut: the row has fewer than the header. */
static const char *line_of(const char *s, bool in_name, bool cut)
{
	char birth[CELL_BIRTH];
	const char *label = tail_of(s);

	if (label != NULL)
		return label;
	if ((count_digits(s) > 0 || strstr(s, "年") != NULL) && cell_birth(s, birth))
		return "日期";
	if (in_name && !is_sentence(s) && !is_instruction(s) && !(cut && count_characters(s) == 1))
		return NULL;
	return in_name ? "说明" : ROW_NOBODY;
}

/* Not 2026年9月1日 or 2026-09-01. */
static bool is_student_number(struct decoder *decoder, struct slice cell)
{
	char text[TEXT], day[CELL_BIRTH];

	if (count_bytes(cell) < DIGITS_NUMBER || !encoding_is_ascii(cell))
		return false;
	fold(decoder, cell, text);
	return count_digits(text) == strlen(text) || !cell_birth(text, day);
}

/* What other columns may tell of a student whose name and number are empty. */
static bool has_other(struct decoder *decoder, const struct table_row *row,
		      const struct columns *columns)
{
	size_t candidate = columns->index[ROSTER_CANDIDATE_NUMBER];
	size_t sex = columns->index[ROSTER_SEX], student = columns->index[ROSTER_STUDENT_NUMBER];
	char text[TEXT], says[CELL_SEX];

	if (candidate < row->count && is_student_number(decoder, row->cells[candidate]))
		return true;
	if (student < row->count && is_student_number(decoder, row->cells[student]))
		return true;
	if (sex >= row->count)
		return false;
	fold(decoder, row->cells[sex], text);
	return cell_sex(text, says);
}

struct cells {
	char name[TEXT], number[TEXT], first[TEXT];
	size_t filled, first_at;
	bool id;       /* one of them is an ID number */
	bool holds_id; /* one of them has one in it: cells that another separator parts */
};

/* --, / or 无: nothing. */
static bool is_nothing(const char *s)
{
	struct characters all = characters_read(s);
	bool nothing = characters_are_nothing(&all);
	size_t step;

	characters_wipe(&all);
	if (nothing)
		return true;
	while ((step = words_find(s, "- — – / \\ _", WORDS_START)) > 0)
		s += step;
	return !is_filled(s);
}

/* 姓名：赵敏 and （赵敏） to the name in them. */
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
	if (is_person(inside))
		strcpy(s, inside);
	explicit_bzero(inside, sizeof inside);
}

static void read_cells(struct decoder *decoder, const struct table_row *row,
		       const struct columns *columns, struct cells *out)
{
	size_t name = columns->index[ROSTER_NAME], number = columns->index[ROSTER_ID_NUMBER];

	memset(out, 0, sizeof *out);
	for (size_t i = 0; i < row->count; i++) {
		char text[TEXT];

		fold(decoder, row->cells[i], text);
		if (!is_filled(text))
			continue;
		if (i == name)
			strip_name(text);
		out->filled++;
		out->id = out->id || is_id(text);
		out->holds_id = out->holds_id || cell_holds_id(text, strlen(text));
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

static bool is_headings(struct decoder *decoder, const struct table_row *row)
{
	struct columns headings;

	return columns_is_header(decoder, row) || columns_read_header(decoder, row, &headings);
}

/* Whether the first cell tells nothing of a row with a person's name: 书记 below 职务, 注：休学 below 备注, 软件1班 below
 * 班级. Below 序号, 制表人 begins a line that is no student's. */
static bool is_of_student(const struct columns *columns, const struct cells *c, const char *label)
{
	bool text = c->first_at >= BITS || (columns->texts >> c->first_at & 1) != 0;

	return c->first_at != columns->index[ROSTER_NAME] && is_name(c->name, SENTENCE) &&
	       (text || label == NULL || label == PAGE);
}

/* The label of a word that tells a line from a student's; NULL: there is none. */
static const char *label_of(const struct columns *columns, const struct cells *c)
{
	const char *label = word_of(c->first);

	if (is_of_student(columns, c, label))
		return NULL;
	if (label == NULL && is_filled(c->name) && c->first_at != columns->index[ROSTER_NAME])
		return word_of(c->name);
	return label;
}

/* A line of a table of how many there are: 男生,1; 平均年龄,19; 到校率,98%. */
static bool is_count(const struct cells *c)
{
	return words_find(c->name, "男 女 男生 女生 男性 女性 其中", WORDS_WHOLE) > 0 ||
	       (is_filled(c->name) && c->name[strspn(c->name, " 0123456789.,%/")] == '\0');
}

static const char *judge(struct decoder *decoder, const struct table_row *row,
			 const struct columns *columns, const struct cells *c)
{
	bool numbered = count_digits(c->number) >= DIGITS_NUMBER || is_id(c->number);
	const char *label;

	if (is_example(c->name))
		return "示例";
	if (c->id)
		return NULL;
	if (numbered && is_filled(c->name) && word_of(c->name) == NULL)
		return NULL;
	if (c->filled > 1 &&
	    (is_headings(decoder, row) || heading_read(c->name).kind == HEADING_COLUMN))
		return ROW_HEADINGS;
	if ((label = label_of(columns, c)) != NULL)
		return label;
	if (c->holds_id)
		return NULL;
	if (!numbered && !is_of_student(columns, c, NULL) &&
	    (count_digits(c->first) > 0 || !is_filled(c->name)) &&
	    (label = tail_of(c->first)) != NULL)
		return label;
	if (has_other(decoder, row, columns))
		return NULL;
	if (!numbered && is_count(c))
		return "合计";
	if (c->filled <= 1)
		return line_of(c->first, is_filled(c->name), row->count + 1 < columns->width);
	if (is_instruction(c->name) || (!numbered && strchr(c->name, ':') != NULL) ||
	    (!is_filled(c->number) && count_characters(c->name) > 6 && is_sentence(c->name)))
		return "说明";
	if (is_filled(c->name) || count_digits(c->number) > DIGITS_COUNT)
		return NULL;
	return ROW_NOBODY;
}

bool row_kind_is_above(struct decoder *decoder, const struct table_row *row,
		       const struct columns *columns)
{
	struct cells c;
	bool above;

	read_cells(decoder, row, columns, &c);
	above = c.holds_id ||
		(columns->header_row == 0 && is_person(c.name) && !is_filled(c.number));
	explicit_bzero(&c, sizeof c);
	return above;
}

const char *row_kind_other(struct decoder *decoder, const struct table_row *row,
			   const struct columns *columns)
{
	size_t name = columns->index[ROSTER_NAME], number = columns->index[ROSTER_ID_NUMBER];
	struct cells c;
	const char *label;

	/* Nearly all: an example has more than a name. */
	if (number < row->count && is_number(row->cells[number]) && name < row->count &&
	    row->cells[name].len > 0) {
		if (fast_path_name_valid(decoder->encoding, row->cells[name]))
			return NULL;
		fold(decoder, row->cells[name], c.name);
		label = is_example(c.name) ? "示例" : NULL;
		explicit_bzero(c.name, sizeof c.name);
		return label;
	}
	read_cells(decoder, row, columns, &c);
	label = judge(decoder, row, columns, &c);
	explicit_bzero(&c, sizeof c);
	return label;
}
