/* SPDX-License-Identifier: MIT */
#include "roster/headings.h"

#include <stdint.h>
#include <string.h>

#include "base/text.h"

enum { HEADING = 160, TIER = 1000 };

/* The first of a column is the best. Latin letters are upper case, without blanks and signs. */
static const struct {
	const char *text;
	enum roster_column column; /* ROSTER_COLUMN_COUNT: another column */
} headings[] = {
	{ "姓名", ROSTER_NAME },
	{ "真实姓名", ROSTER_NAME },
	{ "中文姓名", ROSTER_NAME },
	{ "XM", ROSTER_NAME },
	{ "XSXM", ROSTER_NAME },
	{ "KSXM", ROSTER_NAME },
	{ "名字", ROSTER_NAME },
	{ "NAME", ROSTER_NAME },
	{ "FULLNAME", ROSTER_NAME },
	{ "STUDENTNAME", ROSTER_NAME },
	{ "CHINESENAME", ROSTER_NAME },
	{ "学生", ROSTER_NAME },
	{ "中文名", ROSTER_NAME },
	{ "新生", ROSTER_NAME },
	{ "人员姓名", ROSTER_NAME },
	{ "身份证号", ROSTER_ID_NUMBER },
	{ "身份证号码", ROSTER_ID_NUMBER },
	{ "公民身份号码", ROSTER_ID_NUMBER },
	{ "公民身份证号", ROSTER_ID_NUMBER },
	{ "公民身份证号码", ROSTER_ID_NUMBER },
	{ "居民身份证号", ROSTER_ID_NUMBER },
	{ "居民身份证号码", ROSTER_ID_NUMBER },
	{ "二代身份证号", ROSTER_ID_NUMBER },
	{ "二代身份证号码", ROSTER_ID_NUMBER },
	{ "身份证字号", ROSTER_ID_NUMBER },
	{ "身分证号", ROSTER_ID_NUMBER },
	{ "身分证字号", ROSTER_ID_NUMBER },
	{ "身份号码", ROSTER_ID_NUMBER },
	{ "身份证编号", ROSTER_ID_NUMBER },
	{ "SFZH", ROSTER_ID_NUMBER },
	{ "SFZHM", ROSTER_ID_NUMBER },
	{ "SFZJH", ROSTER_ID_NUMBER },
	{ "SFZJHM", ROSTER_ID_NUMBER },
	{ "GMSFHM", ROSTER_ID_NUMBER },
	{ "证件号码", ROSTER_ID_NUMBER },
	{ "证件号", ROSTER_ID_NUMBER },
	{ "证件编号", ROSTER_ID_NUMBER },
	{ "身份证件号码", ROSTER_ID_NUMBER },
	{ "身份证件号", ROSTER_ID_NUMBER },
	{ "有效证件号码", ROSTER_ID_NUMBER },
	{ "有效证件号", ROSTER_ID_NUMBER },
	{ "有效身份证件号码", ROSTER_ID_NUMBER },
	{ "ZJHM", ROSTER_ID_NUMBER },
	{ "ZJH", ROSTER_ID_NUMBER },
	{ "身分证统一编号", ROSTER_ID_NUMBER },
	{ "身份证", ROSTER_ID_NUMBER },
	{ "SFZ", ROSTER_ID_NUMBER },
	{ "居民身份证", ROSTER_ID_NUMBER },
	{ "二代身份证", ROSTER_ID_NUMBER },
	{ "第二代身份证号", ROSTER_ID_NUMBER },
	{ "第二代居民身份证号", ROSTER_ID_NUMBER },
	{ "第二代居民身份证号码", ROSTER_ID_NUMBER },
	{ "位身份证号", ROSTER_ID_NUMBER }, /* 18位身份证号: a number in front counts the columns */
	{ "身分证", ROSTER_ID_NUMBER },
	{ "身份号", ROSTER_ID_NUMBER },
	{ "身份证码", ROSTER_ID_NUMBER },
	{ "居民身份号码", ROSTER_ID_NUMBER },
	{ "身份证明号", ROSTER_ID_NUMBER },
	{ "身份证ID", ROSTER_ID_NUMBER },
	{ "身份ID", ROSTER_ID_NUMBER },
	{ "IDNUMBER", ROSTER_ID_NUMBER },
	{ "IDNO", ROSTER_ID_NUMBER },
	{ "IDCARD", ROSTER_ID_NUMBER },
	{ "IDCARDNO", ROSTER_ID_NUMBER },
	{ "IDCARDNUMBER", ROSTER_ID_NUMBER },
	{ "IDENTITYCARD", ROSTER_ID_NUMBER },
	{ "IDENTITYCARDNO", ROSTER_ID_NUMBER },
	{ "IDENTITYNUMBER", ROSTER_ID_NUMBER },
	{ "NATIONALID", ROSTER_ID_NUMBER },
	{ "考生号", ROSTER_CANDIDATE_NUMBER },
	{ "高考考生号", ROSTER_CANDIDATE_NUMBER },
	{ "高考报名号", ROSTER_CANDIDATE_NUMBER },
	{ "考生号码", ROSTER_CANDIDATE_NUMBER },
	{ "KSH", ROSTER_CANDIDATE_NUMBER },
	{ "考生编号", ROSTER_CANDIDATE_NUMBER },
	{ "普通高考考生号", ROSTER_CANDIDATE_NUMBER },
	{ "性别", ROSTER_SEX },
	{ "XB", ROSTER_SEX },
	{ "XBM", ROSTER_SEX },
	{ "XBDM", ROSTER_SEX },
	{ "性别码", ROSTER_SEX },
	{ "性别代码", ROSTER_SEX },
	{ "SEX", ROSTER_SEX },
	{ "GENDER", ROSTER_SEX },
	{ "出生日期", ROSTER_BIRTH_DATE },
	{ "出生年月日", ROSTER_BIRTH_DATE },
	{ "出生年月", ROSTER_BIRTH_DATE },
	{ "生日", ROSTER_BIRTH_DATE },
	{ "出生时间", ROSTER_BIRTH_DATE },
	{ "出生", ROSTER_BIRTH_DATE },
	{ "CSRQ", ROSTER_BIRTH_DATE },
	{ "CSNY", ROSTER_BIRTH_DATE },
	{ "BIRTHDATE", ROSTER_BIRTH_DATE },
	{ "BIRTHDAY", ROSTER_BIRTH_DATE },
	{ "DATEOFBIRTH", ROSTER_BIRTH_DATE },
	{ "证件类型", ROSTER_DOCUMENT_TYPE },
	{ "身份证件类型", ROSTER_DOCUMENT_TYPE },
	{ "证件类别", ROSTER_DOCUMENT_TYPE },
	{ "证件种类", ROSTER_DOCUMENT_TYPE },
	{ "证件类型码", ROSTER_DOCUMENT_TYPE },
	{ "证件类型代码", ROSTER_DOCUMENT_TYPE },
	{ "ZJLX", ROSTER_DOCUMENT_TYPE },
	{ "证件类型名称", ROSTER_DOCUMENT_TYPE },
	{ "证件名称", ROSTER_DOCUMENT_TYPE },
	{ "证照类型", ROSTER_DOCUMENT_TYPE },
	{ "ZJLXM", ROSTER_DOCUMENT_TYPE },
	{ "SFZJLX", ROSTER_DOCUMENT_TYPE },
	{ "SFZJLXM", ROSTER_DOCUMENT_TYPE },
	{ "民族", ROSTER_ETHNIC_GROUP },
	{ "民族成分", ROSTER_ETHNIC_GROUP },
	{ "MZ", ROSTER_ETHNIC_GROUP },
	{ "学号", ROSTER_STUDENT_NUMBER },
	{ "XH", ROSTER_STUDENT_NUMBER },
	{ "学工号", ROSTER_STUDENT_NUMBER },
	{ "STUDENTID", ROSTER_STUDENT_NUMBER },
	{ "STUDENTNO", ROSTER_STUDENT_NUMBER },
	{ "STUDENTNUMBER", ROSTER_STUDENT_NUMBER },
	{ "序号", ROSTER_COLUMN_COUNT },
	{ "编号", ROSTER_COLUMN_COUNT },
	{ "准考证号", ROSTER_COLUMN_COUNT },
	{ "卡号", ROSTER_COLUMN_COUNT },
	{ "银行卡号", ROSTER_COLUMN_COUNT },
	{ "银行账号", ROSTER_COLUMN_COUNT },
	{ "一卡通号", ROSTER_COLUMN_COUNT },
	{ "人数", ROSTER_COLUMN_COUNT },
	{ "辅导员", ROSTER_COLUMN_COUNT },
	{ "班主任", ROSTER_COLUMN_COUNT },
	{ "学籍号", ROSTER_COLUMN_COUNT },
	{ "学校", ROSTER_COLUMN_COUNT },
	{ "学院", ROSTER_COLUMN_COUNT },
	{ "院系", ROSTER_COLUMN_COUNT },
	{ "分院", ROSTER_COLUMN_COUNT },
	{ "FY", ROSTER_COLUMN_COUNT },
	{ "专业", ROSTER_COLUMN_COUNT },
	{ "专业名称", ROSTER_COLUMN_COUNT },
	{ "ZYMC", ROSTER_COLUMN_COUNT },
	{ "年级", ROSTER_COLUMN_COUNT },
	{ "班级", ROSTER_COLUMN_COUNT },
	{ "班级名称", ROSTER_COLUMN_COUNT },
	{ "班号", ROSTER_COLUMN_COUNT },
	{ "BH", ROSTER_COLUMN_COUNT },
	{ "层次", ROSTER_COLUMN_COUNT },
	{ "CC", ROSTER_COLUMN_COUNT },
	{ "学制", ROSTER_COLUMN_COUNT },
	{ "XZ", ROSTER_COLUMN_COUNT },
	{ "入学日期", ROSTER_COLUMN_COUNT },
	{ "RXRQ", ROSTER_COLUMN_COUNT },
	{ "籍贯", ROSTER_COLUMN_COUNT },
	{ "生源地", ROSTER_COLUMN_COUNT },
	{ "政治面貌", ROSTER_COLUMN_COUNT },
	{ "手机号", ROSTER_COLUMN_COUNT },
	{ "手机号码", ROSTER_COLUMN_COUNT },
	{ "联系电话", ROSTER_COLUMN_COUNT },
	{ "电话", ROSTER_COLUMN_COUNT },
	{ "家庭住址", ROSTER_COLUMN_COUNT },
	{ "宿舍", ROSTER_COLUMN_COUNT },
	{ "备注", ROSTER_COLUMN_COUNT },
	{ "来源", ROSTER_COLUMN_COUNT },
	{ "来源详情", ROSTER_COLUMN_COUNT },
	{ "提交答卷时间", ROSTER_COLUMN_COUNT },
	{ "所用时间", ROSTER_COLUMN_COUNT },
};
enum { HEADING_COUNT = sizeof headings / sizeof headings[0] };

/* Traditional characters of headings, and what they are in the table. */
static const uint32_t simplified[][2] = {
	{ 0x8B49, 0x8BC1 }, /* 證 */
	{ 0x865F, 0x53F7 }, /* 號 */
	{ 0x78BC, 0x7801 }, /* 碼 */
	{ 0x5225, 0x522B }, /* 別 */
	{ 0x5B78, 0x5B66 }, /* 學 */
	{ 0x985E, 0x7C7B }, /* 類 */
	{ 0x5C08, 0x4E13 }, /* 專 */
	{ 0x696D, 0x4E1A }, /* 業 */
	{ 0x7D1A, 0x7EA7 }, /* 級 */
	{ 0x7A31, 0x79F0 }, /* 稱 */
	{ 0x7DE8, 0x7F16 }, /* 編 */
	{ 0x7A2E, 0x79CD }, /* 種 */
	{ 0x9AD4, 0x4F53 }, /* 體 */
	{ 0x7D71, 0x7EDF }, /* 統 */
	{ 0x96FB, 0x7535 }, /* 電 */
	{ 0x8A71, 0x8BDD }, /* 話 */
	{ 0x8A3B, 0x6CE8 }, /* 註 */
	{ 0x500B, 0x4E2A }, /* 個 */
	{ 0x5C0E, 0x5BFC }, /* 導 */
	{ 0x5E2B, 0x5E08 }, /* 師 */
};

/* Width, case and traditional forms folded; 0 for what means nothing in a heading. */
static uint32_t fold(uint32_t cp)
{
	static const uint32_t ignored[] = { '*',    ':',    '"',    '\'',   '_',    '-',
					    '?',    '!',    0x203B, 0x2605, 0x2606, 0x201C,
					    0x201D, 0x2018, 0x2019, 0x300C, 0x300D, 0x300E,
					    0x300F, 0x3002, 0x25B2, 0x25CF };

	cp = text_narrow(cp);
	if (cp >= 'a' && cp <= 'z')
		cp -= 'a' - 'A';
	if (text_is_blank(cp) || text_is_invisible(cp) || cp < ' ')
		return 0;
	for (size_t i = 0; i < sizeof ignored / sizeof ignored[0]; i++)
		if (cp == ignored[i])
			return 0;
	for (size_t i = 0; i < sizeof simplified / sizeof simplified[0]; i++)
		if (cp == simplified[i][0])
			return simplified[i][1];
	return cp;
}

/* 1 for what opens a bracket, -1 for what closes one. */
static int bracket(uint32_t cp)
{
	static const uint32_t opening[] = { '(', '[', '{', 0x3010, 0x3014, 0x3016, 0x300A, '<' };
	static const uint32_t closing[] = { ')', ']', '}', 0x3011, 0x3015, 0x3017, 0x300B, '>' };

	for (size_t i = 0; i < sizeof opening / sizeof opening[0]; i++) {
		if (cp == opening[i])
			return 1;
		if (cp == closing[i])
			return -1;
	}
	return 0;
}

/* Parts what is in brackets, （必填）, from the rest. */
static void split(const char *s, char outside[HEADING], char inside[HEADING])
{
	size_t len = strlen(s), used[2] = { 0, 0 }, step;
	char *out[2] = { outside, inside };
	int depth = 0;

	for (size_t at = 0; at < len; at += step) {
		uint32_t cp;
		int change, where;

		step = text_decode(s + at, len - at, &cp);
		if (step == 0)
			break;
		cp = fold(cp);
		change = bracket(cp);
		depth += change > 0 || depth > 0 ? change : 0;
		where = depth > 0;
		if (cp != 0 && change == 0 && used[where] + 4 < HEADING)
			used[where] += text_encode(cp, out[where] + used[where]);
	}
	outside[used[0]] = inside[used[1]] = '\0';
}

/* Behind 1、 1. Q1. 一、, or s itself. */
static const char *skip_enumeration(const char *s)
{
	static const char *const numerals[] = { "一", "二", "三", "四", "五",
						"六", "七", "八", "九", "十" };
	const char *p = s + (*s == 'Q');
	bool more = true;

	while (more) {
		more = *p >= '0' && *p <= '9';
		p += more;
		for (size_t i = 0; i < 10 && !more; i++)
			if (strncmp(p, numerals[i], 3) == 0) {
				more = true;
				p += 3;
			}
	}
	if (p == s)
		return s;
	if (*p == '.')
		return p + 1;
	if (strncmp(p, "、", 3) == 0)
		return p + 3;
	return *s == 'Q' || (*s >= '0' && *s <= '9') ? p : s;
}

/* Removes from both ends what a questionnaire adds. */
static const char *strip(char *s)
{
	static const char *const before[] = { "请输入", "请填写", "请选择", "请问", "填写",
					      "您的",   "你的",   "您",     "你" };
	static const char *const behind[] = { "是什么", "是", "为", "." };
	const char *p = skip_enumeration(s);

	for (size_t i = 0; i < sizeof before / sizeof before[0]; i++)
		if (strncmp(p, before[i], strlen(before[i])) == 0)
			p += strlen(before[i]);
	for (size_t i = 0; i < sizeof behind / sizeof behind[0]; i++) {
		size_t len = strlen(p), tail = strlen(behind[i]);

		if (len > tail && strcmp(p + len - tail, behind[i]) == 0)
			s[(size_t)(p - s) + len - tail] = '\0';
	}
	return p;
}

static bool contains_any(const char *s, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strstr(s, words[i]) != NULL)
			return true;
	return false;
}

bool heading_is_foreign(const char *s)
{
	static const char *const words[] = { "监护", "家长",   "父",     "母",    "紧急", "联系人",
					     "户主", "配偶",   "班主",   "辅导",  "曾用", "拼音",
					     "英文", "推荐人", "担保",   "亲属",  "教师", "老师",
					     "导师", "班长",   "介绍人", "证明人" };

	return contains_any(s, words, sizeof words / sizeof words[0]);
}

/* Of the student, in so many words. */
static const char *const whose[] = { "学生",   "考生", "本人", "新生", "录取", "学员",
				     "毕业生", "个人", "同学", "报名", "投档", "被录取人" };
enum { WHOSE = sizeof whose / sizeof whose[0] };

static struct heading find(const char *s)
{
	for (size_t w = 0; w <= WHOSE; w++) {
		size_t len = w == 0 ? 0 : strlen(whose[w - 1]);

		if (w > 0 && strncmp(s, whose[w - 1], len) != 0)
			continue;
		for (size_t i = 0; i < HEADING_COUNT; i++)
			if (strcmp(s + len, headings[i].text) == 0)
				return (struct heading){ headings[i].column == ROSTER_COLUMN_COUNT
								 ? HEADING_OTHER
								 : HEADING_COLUMN,
							 headings[i].column,
							 (unsigned)(i + (w > 0 ? TIER : 0)) };
	}
	return (struct heading){ HEADING_NONE, ROSTER_COLUMN_COUNT, 0 };
}

/* 姓名/Name, 身份证号或护照号: what the parts say, if they do not disagree. */
static struct heading find_in_parts(const char *s)
{
	static const char *const separators[] = { "/", "|", "\\", "、", "或" };
	struct heading found = { HEADING_NONE, ROSTER_COLUMN_COUNT, 0 }, one;
	char part[HEADING];

	while (*s != '\0') {
		size_t len = strlen(s), skip = 0;

		for (size_t i = 0; i < sizeof separators / sizeof separators[0]; i++) {
			const char *at = strstr(s, separators[i]);

			if (at != NULL && (size_t)(at - s) < len) {
				len = (size_t)(at - s);
				skip = strlen(separators[i]);
			}
		}
		memcpy(part, s, len);
		part[len] = '\0';
		one = find(part);
		if (one.kind != HEADING_NONE && found.kind != HEADING_NONE &&
		    (one.kind != found.kind || one.column != found.column))
			return (struct heading){ HEADING_OTHER, ROSTER_COLUMN_COUNT, 0 };
		if (found.kind == HEADING_NONE)
			found = one;
		s += len + skip;
	}
	return found;
}

/* 姓名Name: what is not Latin. false: nothing else, or nothing Latin. */
static bool drop_latin(const char *s, char out[HEADING])
{
	size_t len = strlen(s), used = 0;

	for (size_t i = 0; i < len; i++)
		if ((unsigned char)s[i] >= 0x80)
			out[used++] = s[i];
	out[used] = '\0';
	return used > 0 && used < len;
}

/* 父亲姓名 */
static bool ends_in_heading(const char *s)
{
	for (size_t i = 0; i < HEADING_COUNT; i++) {
		size_t len = strlen(s), tail = strlen(headings[i].text);

		if (len >= tail && strcmp(s + len - tail, headings[i].text) == 0)
			return true;
	}
	return false;
}

/* A name in two columns. */
static enum heading_kind name_part(const char *s)
{
	static const struct {
		const char *text;
		enum heading_kind kind;
	} parts[] = {
		{ "姓", HEADING_FAMILY_NAME },       { "姓氏", HEADING_FAMILY_NAME },
		{ "LASTNAME", HEADING_FAMILY_NAME }, { "FAMILYNAME", HEADING_FAMILY_NAME },
		{ "SURNAME", HEADING_FAMILY_NAME },  { "名", HEADING_GIVEN_NAME },
		{ "FIRSTNAME", HEADING_GIVEN_NAME }, { "GIVENNAME", HEADING_GIVEN_NAME },
	};

	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
		if (strcmp(s, parts[i].text) == 0)
			return parts[i].kind;
	return HEADING_NONE;
}

struct heading heading_read(const char *s)
{
	char outside[HEADING] = "", inside[HEADING] = "", chinese[HEADING];
	struct heading h = { HEADING_NONE, ROSTER_COLUMN_COUNT, 0 };
	bool bracketed;
	const char *text;

	if (*s == '\0' || strlen(s) >= HEADING)
		return h;
	split(s, outside, inside);
	bracketed = *outside == '\0';
	text = strip(bracketed ? inside : outside);
	if (name_part(text) != HEADING_NONE)
		return (struct heading){ name_part(text), ROSTER_COLUMN_COUNT, 0 };
	h = find(text);
	if (h.kind == HEADING_NONE)
		h = find_in_parts(text);
	if (h.kind == HEADING_NONE && drop_latin(text, chinese))
		h = find(chinese);
	if (h.kind == HEADING_NONE ? heading_is_foreign(text) && ends_in_heading(text)
				   : !bracketed && heading_is_foreign(inside))
		h.kind = HEADING_FOREIGN;
	else if (!bracketed && contains_any(inside, whose, WHOSE))
		h.rank = h.rank % TIER + TIER;
	return h;
}
