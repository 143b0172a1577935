/* SPDX-License-Identifier: MIT */
#include <stdint.h>
#include <string.h>

#include "base/text.h"
#include "roster/roster_internal.h"

/* The first of a column is the best. */
static const struct heading {
	const char *text;
	enum roster_column column;
} headings[] = {
	{ "姓名", ROSTER_NAME },
	{ "XM", ROSTER_NAME },
	{ "名字", ROSTER_NAME },
	{ "身份证号", ROSTER_ID_NUMBER },
	{ "身份证号码", ROSTER_ID_NUMBER },
	{ "公民身份号码", ROSTER_ID_NUMBER },
	{ "公民身份证号码", ROSTER_ID_NUMBER },
	{ "居民身份证号", ROSTER_ID_NUMBER },
	{ "居民身份证号码", ROSTER_ID_NUMBER },
	{ "SFZH", ROSTER_ID_NUMBER },
	{ "SFZJH", ROSTER_ID_NUMBER },
	{ "证件号码", ROSTER_ID_NUMBER },
	{ "证件号", ROSTER_ID_NUMBER },
	{ "身份证件号码", ROSTER_ID_NUMBER },
	{ "身份证件号", ROSTER_ID_NUMBER },
	{ "ZJHM", ROSTER_ID_NUMBER },
	{ "身份证", ROSTER_ID_NUMBER },
	{ "考生号", ROSTER_CANDIDATE_NUMBER },
	{ "高考考生号", ROSTER_CANDIDATE_NUMBER },
	{ "高考报名号", ROSTER_CANDIDATE_NUMBER },
	{ "KSH", ROSTER_CANDIDATE_NUMBER },
	{ "性别", ROSTER_SEX },
	{ "XB", ROSTER_SEX },
	{ "出生日期", ROSTER_BIRTH_DATE },
	{ "出生年月日", ROSTER_BIRTH_DATE },
	{ "出生年月", ROSTER_BIRTH_DATE },
	{ "CSRQ", ROSTER_BIRTH_DATE },
	{ "证件类型", ROSTER_DOCUMENT_TYPE },
	{ "身份证件类型", ROSTER_DOCUMENT_TYPE },
	{ "ZJLX", ROSTER_DOCUMENT_TYPE },
	{ "序号", ROSTER_COLUMN_COUNT },
	{ "学号", ROSTER_COLUMN_COUNT },
	{ "XH", ROSTER_COLUMN_COUNT },
	{ "准考证号", ROSTER_COLUMN_COUNT },
	{ "民族", ROSTER_COLUMN_COUNT },
	{ "MZ", ROSTER_COLUMN_COUNT },
	{ "学院", ROSTER_COLUMN_COUNT },
	{ "院系", ROSTER_COLUMN_COUNT },
	{ "分院", ROSTER_COLUMN_COUNT },
	{ "FY", ROSTER_COLUMN_COUNT },
	{ "专业", ROSTER_COLUMN_COUNT },
	{ "录取专业", ROSTER_COLUMN_COUNT },
	{ "专业名称", ROSTER_COLUMN_COUNT },
	{ "ZYMC", ROSTER_COLUMN_COUNT },
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
};
enum { HEADING_COUNT = sizeof headings / sizeof headings[0], ROSTER_HEADING = 128 };

/* Width and case folded; 0 for what stands around a heading: blanks, stars, colons. */
static uint32_t fold(uint32_t cp)
{
	cp = text_narrow(cp);
	if (cp >= 'a' && cp <= 'z')
		cp -= 'a' - 'A';
	if (text_is_blank(cp) || text_is_invisible(cp) || cp == '*' || cp == ':' || cp == 0x203B)
		return 0;
	return cp;
}

/* 1 for what opens a bracket, -1 for what closes one. */
static int bracket(uint32_t cp)
{
	static const uint32_t opening[] = { '(', '[', '{', 0x3010, 0x3014, 0x3016 };
	static const uint32_t closing[] = { ')', ']', '}', 0x3011, 0x3015, 0x3017 };

	for (size_t i = 0; i < sizeof opening / sizeof opening[0]; i++) {
		if (cp == opening[i])
			return 1;
		if (cp == closing[i])
			return -1;
	}
	return 0;
}

/* The heading itself; what is in brackets, （必填）, is left out unless inside. */
static void bare_heading(const char *s, bool inside, char out[ROSTER_HEADING])
{
	size_t len = strlen(s), used = 0, step;
	int depth = 0;

	for (size_t at = 0; at < len && used + 4 < ROSTER_HEADING; at += step) {
		uint32_t cp;
		int change;

		step = text_decode(s + at, len - at, &cp);
		cp = fold(cp);
		change = bracket(cp);
		depth += change > 0 || depth > 0 ? change : 0;
		if (cp != 0 && change == 0 && (depth == 0 || inside))
			used += text_encode(cp, out + used);
	}
	out[used] = '\0';
}

/* The first ones are the better ones. */
static size_t find_heading(const char *s)
{
	static const char *const whose[] = { "", "学生", "考生", "本人" };

	for (size_t w = 0; w < sizeof whose / sizeof whose[0]; w++) {
		size_t len = strlen(whose[w]);

		for (size_t i = 0; i < HEADING_COUNT; i++)
			if (strncmp(s, whose[w], len) == 0 &&
			    strcmp(s + len, headings[i].text) == 0)
				return i;
	}
	return ROSTER_ABSENT;
}

bool roster_heading(struct roster_text *text, struct slice cell, struct roster_heading *out)
{
	char s[ROSTER_HEADING * 2], bare[ROSTER_HEADING];

	if (cell.len == 0 || cell.len >= ROSTER_HEADING)
		return false;
	roster_decode(text, cell, s, sizeof s);
	bare_heading(s, false, bare);
	if (*bare == '\0')
		bare_heading(s, true, bare);
	out->rank = find_heading(bare);
	if (out->rank == ROSTER_ABSENT)
		return false;
	out->column = headings[out->rank].column;
	return true;
}
