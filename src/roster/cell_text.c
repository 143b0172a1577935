/* SPDX-License-Identifier: MIT */
#include "roster/cell_text.h"

#include <stdlib.h>
#include <string.h>

#include "rules/characters.h"
#include "table/cell.h"
#include "table/words.h"

enum { DIGITS_ID = 15, DIGITS_AMOUNT = 6 };

size_t cell_text_digits(const char *s)
{
	return cell_digits(s, strlen(s));
}

bool cell_text_is_id(const char *s)
{
	size_t digits = cell_text_digits(s), stars = 0;

	for (const char *p = s; *p != '\0'; p++)
		stars += *p == '*';
	return strlen(s) <= 2 * DIGITS_ID &&
	       (digits + stars >= DIGITS_ID || strstr(s, "E+1") != NULL);
}

bool cell_text_is_nothing(const char *s)
{
	struct characters all;
	bool nothing;

	if (*s == '\0')
		return true;
	all = characters_read(s);
	nothing = characters_are_nothing(&all) || characters_are_marks(&all);
	characters_wipe(&all);
	return nothing;
}

bool cell_text_is_lost(const char *s)
{
	const char *rest = s;

	for (size_t step; (step = words_find(rest, "? □ ■ 〓 \uFFFD", WORDS_START)) > 0;)
		rest += step;
	return rest > s && *rest == '\0';
}

bool cell_text_says_why(const char *s)
{
	return words_find(s,
			  "无 未 没 待 暂 见 补 不 已 办 护照 户口 居民 身份证 台胞 台湾 港澳 回乡 "
			  "外籍 国外 军人 参军 入伍 休学 退学 转学 丢失 遗失",
			  WORDS_START) > 0;
}

bool cell_text_is_amount(const char *s)
{
	size_t number = strspn(s, " 0123456789.,%");

	return cell_text_digits(s) <= DIGITS_AMOUNT &&
	       (s[number] == '\0' ||
		(number > 0 && words_find(s + number, "人 名", WORDS_WHOLE) > 0));
}

bool cell_text_is_label(const char *s)
{
	const char *colon = strchr(s, ':');

	return colon != NULL && colon[1 + strspn(colon + 1, " ")] == '\0';
}

bool cell_text_is_instruction(const char *s)
{
	char *end;

	if (*s == '(' && strchr(s, ')') == s + strlen(s) - 1)
		return true;
	s += strspn(s, "ACHRVcharvNUMBERnumbeDdIT2");
	if (*s++ != '(')
		return false;
	strtoul(s, &end, 10);
	return end > s && strcmp(end, ")") == 0;
}

bool cell_text_heads_counts(const char *s)
{
	return words_find(s,
			  "男 女 男生 女生 男性 女性 人数 总人数 床位 床位数 铺位 空床 房间数 班数 "
			  "班级数 数量 个数 次数 金额 成绩 分数 得分 学分 单价 比例 应到 实到 未到 "
			  "应报到 已报到 未报到 小计 合计 总计",
			  WORDS_WHOLE) > 0;
}

bool cell_text_counts_sex(const char *s)
{
	return cell_text_digits(s) > 0 && words_find(s, "男: 女: 男生 女生", WORDS_START) > 0;
}
