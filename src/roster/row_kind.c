/* SPDX-License-Identifier: MIT */
#include "roster/row_kind.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "roster/cell.h"

enum {
	TEXT = 192,
	CELLS = 64,
	DIGITS_ID = 15,
	DIGITS_NUMBER = 6,
	DIGITS_COUNT = 3, /* of how many there are */
	SENTENCE = 15,
	NAME_USUAL = 4,

};

const char ROW_HEADINGS[] = "重复的表头";

/* How a cell's text goes on behind a word for the row to be recognised by it. */
enum behind {
	ENDS,   /* not at all, or with a colon or a bracket */
	COUNTS, /* the same, or with a digit */
	ANYHOW, /* in any way */
	WITHIN  /* the word stands anywhere */
};

static const struct {
	const char *word, *label;
	enum behind behind;
} words[] = {
	{ "合计", "合计", ANYHOW },
	{ "总计", "合计", ANYHOW },
	{ "共计", "合计", ANYHOW },
	{ "总共", "合计", COUNTS },
	{ "总数", "合计", COUNTS },
	{ "总人数", "合计", COUNTS },
	{ "学生总数", "合计", COUNTS },
	{ "学生人数", "合计", COUNTS },
	{ "全班共", "合计", ANYHOW },
	{ "人数", "合计", COUNTS },
	{ "人数合计", "合计", ANYHOW },
	{ "人数总计", "合计", ANYHOW },
	{ "班级人数", "合计", COUNTS },
	{ "男生人数", "合计", COUNTS },
	{ "女生人数", "合计", COUNTS },
	{ "报到率", "合计", COUNTS },
	{ "平均", "合计", COUNTS },
	{ "平均分", "合计", COUNTS },
	{ "最高分", "合计", COUNTS },
	{ "最低分", "合计", COUNTS },
	{ "标准差", "合计", COUNTS },
	{ "接上页", "页码", COUNTS },
	{ "接下页", "页码", COUNTS },
	{ "转下页", "页码", COUNTS },
	{ "续表", "页码", COUNTS },
	{ "续上表", "页码", COUNTS },
	{ "报到人数", "合计", COUNTS },
	{ "未报到人数", "合计", COUNTS },
	{ "应到", "合计", COUNTS },
	{ "实到", "合计", COUNTS },
	{ "Total", "合计", COUNTS },
	{ "TOTAL", "合计", COUNTS },
	{ "GrandTotal", "合计", COUNTS },
	{ "Subtotal", "小计", COUNTS },
	{ "小计", "小计", ANYHOW },
	{ "本页", "小计", ANYHOW },
	{ "制表", "制表人", ENDS },
	{ "制表人", "制表人", ENDS },
	{ "制表单位", "制表人", ENDS },
	{ "填表", "填表人", ENDS },
	{ "填表人", "填表人", ENDS },
	{ "填报人", "填表人", ENDS },
	{ "填报单位", "填表人", ENDS },
	{ "打印人", "制表人", ENDS },
	{ "导出人", "制表人", ENDS },
	{ "统计人", "制表人", ENDS },
	{ "统计", "合计", ENDS },
	{ "录入人", "制表人", ENDS },
	{ "Preparedby", "制表人", ENDS },
	{ "经办人", "经办人", ENDS },
	{ "经手人", "经办人", ENDS },
	{ "审核", "审核人", ENDS },
	{ "审核人", "审核人", ENDS },
	{ "复核", "审核人", ENDS },
	{ "复核人", "审核人", ENDS },
	{ "校对", "审核人", ENDS },
	{ "校对人", "审核人", ENDS },
	{ "审批", "审核人", ENDS },
	{ "初审", "审核人", ENDS },
	{ "复审", "审核人", ENDS },
	{ "审定", "审核人", ENDS },
	{ "Checkedby", "审核人", ENDS },
	{ "负责人", "负责人", ENDS },
	{ "领导", "负责人", ENDS },
	{ "学院领导", "负责人", ENDS },
	{ "主管领导", "负责人", ENDS },
	{ "分管领导", "负责人", ENDS },
	{ "院长", "负责人", ENDS },
	{ "系主任", "负责人", ENDS },
	{ "书记", "负责人", ENDS },
	{ "班主任", "班主任", ENDS },
	{ "辅导员", "辅导员", ENDS },
	{ "班长", "班主任", ENDS },
	{ "联系人", "联系人", ENDS },
	{ "联系电话", "联系人", ENDS },
	{ "电话", "联系人", ENDS },
	{ "签字", "签字", WITHIN },
	{ "签名", "签字", WITHIN },
	{ "盖章", "签字", WITHIN },
	{ "公章", "签字", WITHIN },
	{ "注", "注", ENDS },
	{ "备注", "注", ENDS },
	{ "附注", "注", ENDS },
	{ "说明", "注", ENDS },
	{ "填表说明", "注", ENDS },
	{ "填写说明", "注", ENDS },
	{ "注意事项", "注", ENDS },
	{ "要求", "注", ENDS },
	{ "Note", "注", ENDS },
	{ "Notes", "注", ENDS },
	{ "Remarks", "注", ENDS },
	{ "必填", "说明", ENDS },
	{ "选填", "说明", ENDS },
	{ "数据来源", "注", ENDS },
	{ "附件", "注", COUNTS },
	{ "※", "注", ANYHOW },
	{ "以下空白", "以下空白", ANYHOW },
	{ "以下无正文", "以下空白", ANYHOW },
	{ "完", "以下空白", ENDS },
	{ "全文完", "以下空白", ENDS },
	{ "END", "以下空白", ENDS },
	{ "End", "以下空白", ENDS },
	{ "日期", "日期", ENDS },
	{ "制表日期", "日期", ENDS },
	{ "填表日期", "日期", ENDS },
	{ "打印日期", "日期", ENDS },
	{ "打印时间", "日期", ENDS },
	{ "导出时间", "日期", ENDS },
	{ "制表时间", "日期", ENDS },
	{ "导出日期", "日期", ENDS },
	{ "生成时间", "日期", ENDS },
	{ "生成日期", "日期", ENDS },
	{ "统计日期", "日期", ENDS },
	{ "截止日期", "日期", ENDS },
	{ "Date", "日期", ENDS },
	{ "学校", "单位", ENDS },
	{ "单位", "单位", ENDS },
	{ "学院", "班级行", ENDS },
	{ "院系", "班级行", ENDS },
	{ "系部", "班级行", ENDS },
	{ "专业", "班级行", ENDS },
	{ "年级", "班级行", ENDS },
	{ "班级", "班级行", ENDS },
	{ "班级名", "班级行", ENDS },
	{ "班级名称", "班级行", ENDS },
	{ "专业名称", "班级行", ENDS },
};

/* What no name of more than three characters has in it. */
static const char *const sentence_words[] = {
	"请勿", "请核", "请在", "请于", "以上", "以下", "信息", "核对", "核实", "无误",
	"确认", "学生", "如有", "人数", "填写", "身份", "姓名", "报到", "必须", "保密",
	"机密", "系统", "打印", "大学", "学院", "教务", "联系", "老师", "领导", "名单",
};

/* How a cell begins in which a template shows what to fill in. */
static const char *const examples[] = { "示例", "样例", "范例", "填写示例", "举例", "例:" };

/* What a line of one cell ends with that names a group or a table. */
static const struct {
	const char *tail, *label;
	bool of_name; /* 李小班 may be a name */
} tails[] = {
	{ "名单", "标题", true },    { "名册", "标题", true },    { "花名册", "标题", false },
	{ "登记表", "标题", false }, { "信息表", "标题", false }, { "统计表", "标题", false },
	{ "一览表", "标题", false }, { "汇总表", "标题", false }, { "明细表", "标题", false },
	{ "班", "班级行", true },    { "学院", "班级行", false }, { "专业", "班级行", false },
	{ "书院", "班级行", false }, { "级", "班级行", true },    { "大学", "标题", false },
	{ "学校", "标题", false },   { "处", "单位", false },     { "办公室", "单位", false },
	{ "汇总", "合计", false },   { "小计", "小计", false },   { "合计", "合计", false },
	{ "总计", "合计", false },   { "中心", "单位", false },   { "委员会", "单位", false },
};

/* Width folded, blanks at the ends removed, inner ones kept. */
static void fold(struct decoder *decoder, struct slice cell, char out[TEXT])
{
	char text[TEXT];
	size_t used = 0, step;
	uint32_t cp;

	decoder_read(decoder, cell, text, sizeof text);
	for (const char *p = text, *end = text + strlen(text); p < end; p += step) {
		step = text_decode(p, (size_t)(end - p), &cp);
		if (step == 0)
			break;
		cp = text_is_blank(cp) ? ' ' : text_narrow(cp);
		if (text_is_invisible(cp) || (cp == ' ' && used == 0))
			continue;
		if (used + 4 < TEXT)
			used += text_encode(cp, out + used);
	}
	while (used > 0 && out[used - 1] == ' ')
		used--;
	out[used] = '\0';
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

static bool matches(const char *s, const char *word, enum behind behind)
{
	size_t len;

	if (behind == WITHIN)
		return strstr(s, word) != NULL;
	/* Nearly all differ here. */
	if (s[0] != word[0] || s[1] != word[1] || s[2] != word[2] ||
	    strncmp(s, word, len = strlen(word)) != 0)
		return false;
	s += len;
	s += strspn(s, " ");
	if (*s == '\0' || behind == ANYHOW || strchr(":(,;=", *s) != NULL)
		return true;
	if (*s == '.' || strncmp(s, "、", 3) == 0)
		return true;
	return behind == COUNTS && ((*s >= '0' && *s <= '9') || strncmp(s, "共", 3) == 0);
}

/* 第 1 页 共 2 页, 1/2, - 1 -, Page 1 of 2; 共 30 人. */
static const char *counting(const char *s)
{
	static const char *const allowed[] = { "第",   "共", "页", "张", "Page", "page",
					       "PAGE", "of", "一", "二", "三",   "四",
					       "五",   "六", "七", "八", "九",   "十" };
	size_t digits = count_digits(s);
	bool page = strstr(s, "页") != NULL || strncasecmp(s, "page", 4) == 0;
	const char *p = s;

	if (digits > 6)
		return NULL;
	if (strncmp(s, "共", 3) == 0) {
		p = s + 3 + strspn(s + 3, " 0123456789");
		if (strncmp(p, "人", 3) == 0 || strncmp(p, "名", 3) == 0 ||
		    strncmp(p, "条", 3) == 0 || strncmp(p, "位", 3) == 0)
			return "合计";
		p = s;
	}
	while (*p != '\0') {
		size_t step = strspn(p, " 0123456789/-,()");

		for (size_t i = 0; i < sizeof allowed / sizeof allowed[0] && step == 0; i++)
			if (strncmp(p, allowed[i], strlen(allowed[i])) == 0)
				step = strlen(allowed[i]);
		if (step == 0)
			return NULL;
		p += step;
	}
	return page || (digits > 0 && strpbrk(s, "/-") != NULL) ? "页码" : NULL;
}

/* ————, ======, ……: a line drawn with characters. */
static bool is_rule(const char *s)
{
	size_t len = strlen(s), count = 0, step;
	uint32_t cp;

	for (size_t at = 0; at < len; at += step, count += cp == 0x2026 ? 3 : 1) {
		step = text_decode(s + at, len - at, &cp);
		if (step == 0 ||
		    !(strchr("-_=*~#.", (int)cp) != NULL || (cp >= 0x2010 && cp <= 0x2015) ||
		      cp == 0x2026 || (cp >= 0x2500 && cp <= 0x257F) || cp == 0x3002))
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

/* Behind the numerals of 十二班, or s itself. */
static const char *skip_numerals(const char *s)
{
	static const char numerals[] = "一二三四五六七八九十";
	char one[4] = "";

	for (; strlen(s) >= 3; s += 3) {
		memcpy(one, s, 3);
		if (strstr(numerals, one) == NULL)
			break;
	}
	return s;
}

/* The bytes of a sign that frames a line, at its start or before its end; 0: there is none. */
static size_t frame_at(const char *s)
{
	static const char *const wide[] = { "【", "】", "—", "《", "》" };

	if ((unsigned char)*s < 0x80)
		return *s != '\0' && strchr("()[]-*=: ", *s) != NULL;
	for (size_t i = 0; i < sizeof wide / sizeof wide[0]; i++)
		if (strncmp(s, wide[i], 3) == 0)
			return 3;
	return 0;
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
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (matches(s, words[i].word, words[i].behind))
			return words[i].label;
	return NULL;
}

/* 合　计 and 制 表 人 are spaced for the looks, --完-- and （合计） are framed. */
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
	const char *label = NULL, *behind;
	size_t len;

	unframe(s, bare);
	len = strlen(bare);
	behind = skip_numerals(bare);
	for (size_t i = 0; i < sizeof tails / sizeof tails[0] && label == NULL; i++) {
		size_t tail = strlen(tails[i].tail);

		if (len <= tail || strcmp(bare + len - tail, tails[i].tail) != 0)
			continue;
		if (count_digits(bare) > 0 ||
		    count_characters(bare) > (tails[i].of_name ? NAME_USUAL : 2) ||
		    (behind > bare && strcmp(behind, tails[i].tail) == 0))
			label = tails[i].label;
	}
	explicit_bzero(bare, sizeof bare);
	return label;
}

static bool is_filled(const char *s)
{
	return *s != '\0';
}

/* More than a name, even one with a mistake in it. */
static bool is_sentence(const char *s)
{
	size_t characters = count_characters(s);

	if (characters > SENTENCE || strpbrk(s, ":;,!") != NULL || strstr(s, "。") != NULL)
		return true;
	if (count_digits(s) > 0 && (characters > NAME_USUAL || (unsigned char)*s < 0x80))
		return true;
	for (size_t i = 0; i < sizeof sentence_words / sizeof sentence_words[0]; i++)
		if (characters > 3 && strstr(s, sentence_words[i]) != NULL)
			return true;
	return false;
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

/* In the name's place in a table of how many there are. */
static bool is_group(const char *name)
{
	static const char *const groups[] = { "男", "女", "男生", "女生", "男性", "女性", "其中" };

	for (size_t i = 0; i < sizeof groups / sizeof groups[0]; i++)
		if (strcmp(name, groups[i]) == 0)
			return true;
	return false;
}

static bool is_example(const char *s)
{
	for (size_t i = 0; i < sizeof examples / sizeof examples[0]; i++)
		if (strncmp(s, examples[i], strlen(examples[i])) == 0)
			return true;
	return false;
}

/* A line of one cell. */
static const char *line_of(const char *s, bool in_name)
{
	char birth[CELL_BIRTH];
	const char *label = tail_of(s);

	if (label != NULL)
		return label;
	if ((count_digits(s) > 0 || strstr(s, "年") != NULL) && cell_birth(s, birth))
		return "日期";
	if (in_name && !is_sentence(s) && !is_instruction(s))
		return NULL;
	return in_name ? "说明" : "没有姓名和号码";
}

/* What other columns may tell of a student whose name and number are empty. */
static bool has_other(struct decoder *decoder, const struct table_row *row,
		      const struct columns *columns)
{
	size_t candidate = columns->index[ROSTER_CANDIDATE_NUMBER];
	size_t sex = columns->index[ROSTER_SEX], student = columns->index[ROSTER_STUDENT_NUMBER];
	char text[TEXT], says[CELL_SEX];

	if (candidate < row->count && count_bytes(row->cells[candidate]) >= DIGITS_NUMBER)
		return true;
	if (student < row->count && count_bytes(row->cells[student]) >= DIGITS_NUMBER)
		return true;
	if (sex >= row->count)
		return false;
	fold(decoder, row->cells[sex], text);
	return cell_sex(text, says);
}

struct cells {
	char name[TEXT], number[TEXT], first[TEXT];
	size_t filled;
	bool id; /* one of them is an ID number */
};

static void read_cells(struct decoder *decoder, const struct table_row *row,
		       const struct columns *columns, struct cells *out)
{
	size_t name = columns->index[ROSTER_NAME], number = columns->index[ROSTER_ID_NUMBER];

	memset(out, 0, sizeof *out);
	for (size_t i = 0; i < row->count && i < CELLS; i++) {
		char text[TEXT];

		fold(decoder, row->cells[i], text);
		if (!is_filled(text))
			continue;
		out->filled++;
		out->id = out->id || is_id(text);
		if (i == name)
			strcpy(out->name, text);
		if (i == number)
			strcpy(out->number, text);
		if (!is_filled(out->first))
			strcpy(out->first, text);
		explicit_bzero(text, sizeof text);
	}
}

static bool is_headings(struct decoder *decoder, const struct table_row *row)
{
	struct columns headings;

	return columns_is_header(decoder, row) || columns_read_header(decoder, row, &headings);
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
	if (c->filled > 1 && is_headings(decoder, row))
		return ROW_HEADINGS;
	if ((label = word_of(c->first)) != NULL ||
	    (is_filled(c->name) && strcmp(c->name, c->first) != 0 &&
	     (label = word_of(c->name)) != NULL))
		return label;
	if (!numbered && is_group(c->name))
		return "合计";
	if (!numbered && (count_digits(c->first) > 0 || !is_filled(c->name)) &&
	    (label = tail_of(c->first)) != NULL)
		return label;
	if (has_other(decoder, row, columns))
		return NULL;
	if (c->filled <= 1)
		return line_of(c->first, is_filled(c->name));
	if (is_instruction(c->name) || (!numbered && strchr(c->name, ':') != NULL) ||
	    (!is_filled(c->number) && count_characters(c->name) > 6 && is_sentence(c->name)))
		return "说明";
	if (is_filled(c->name) || count_digits(c->number) > DIGITS_COUNT)
		return NULL;
	return "没有姓名和号码";
}

const char *row_kind_other(struct decoder *decoder, const struct table_row *row,
			   const struct columns *columns)
{
	size_t name = columns->index[ROSTER_NAME], number = columns->index[ROSTER_ID_NUMBER];
	size_t usual = NAME_USUAL * (decoder->encoding == ENCODING_GB18030 ? 2 : 3);
	struct cells c;
	const char *label;

	/* Nearly all: an example's name is longer. */
	if (number < row->count && is_number(row->cells[number]) && name < row->count &&
	    row->cells[name].len > 0) {
		if (row->cells[name].len <= usual)
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
