/* SPDX-License-Identifier: MIT */
#include "rules/contact.h"

#include "base/text.h"
#include "rules/characters.h"

static bool is_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

static bool is_fullwidth_digit(uint32_t cp)
{
	return text_is_fullwidth(cp) && is_digit(text_narrow(cp));
}

static bool is_foreign(uint32_t cp)
{
	return !is_digit(text_narrow(cp));
}

static uint32_t narrow(const struct characters *c, size_t i)
{
	return text_narrow(c->cp[i]);
}

static bool starts_with(const struct characters *c, const char *start)
{
	for (size_t i = 0; start[i] != '\0'; i++)
		if (characters_at(c, i) != (unsigned char)start[i])
			return false;
	return true;
}

/* How many characters in front of the number are the code of the country. */
static size_t country_code(const struct characters *number)
{
	if (starts_with(number, "+86"))
		return 3;
	if (starts_with(number, "0086"))
		return 4;
	return starts_with(number, "86") && number->count == MOBILE_DIGITS + 2 ? 2 : 0;
}

/* Returns how many characters from index `from` on are no digits of any width. */
static size_t check_characters(const struct characters *c, size_t from, struct findings *out)
{
	size_t wrong = 0;
	char name[CHARACTER_NAME];

	for (size_t i = 0, end; i < c->count; i = end + 1) {
		end = characters_run(c, i, is_fullwidth_digit);
		if (end > i)
			findings_add(out, FINDING_MOBILE, c->place[i],
				     "第 %zu 个字符起有 %zu 个全角数字：%s。"
				     "切换到英文输入法，重新输入。",
				     c->place[i], end - i, character_name(c->cp[i], name));
	}
	for (size_t i = from, end; i < c->count; i = end + 1) {
		end = characters_run(c, i, is_foreign);
		wrong += end - i;
		if (end > i)
			findings_add(out, FINDING_MOBILE, c->place[i],
				     "第 %zu 个字符是%s，手机号里只有数字。把它删掉，或改成数字。",
				     c->place[i], character_name(c->cp[i], name));
	}
	return wrong;
}

/* wrong: how many of the n characters are no digits. */
static void check_length(size_t n, size_t wrong, struct findings *out)
{
	/* Characters too many, or in place of digits, are one slip: the length is no second one. */
	if (n == MOBILE_DIGITS || (n > MOBILE_DIGITS && n - wrong <= MOBILE_DIGITS))
		return;
	findings_add(out, FINDING_MOBILE, 0, "应为 %d 位，现为 %zu 位，%s %zu 位。从头逐位核对。",
		     MOBILE_DIGITS, n, n < MOBILE_DIGITS ? "少" : "多",
		     n < MOBILE_DIGITS ? MOBILE_DIGITS - n : n - MOBILE_DIGITS);
}

/* number: narrow; i: the first behind the code of the country. */
static void check_start(const struct characters *number, size_t i, struct findings *out)
{
	uint32_t first = characters_at(number, i), second = characters_at(number, i + 1);

	if (is_digit(first) && first != '1')
		findings_add(out, FINDING_MOBILE, number->place[i],
			     "第 1 位应为 1，现为 %c。%s，对照手机上的号码重新输入。", (int)first,
			     first == '0' ? "0 开头的是座机" : "大陆手机号都以 1 开头");
	else if (first == '1' && second >= '0' && second <= '2')
		findings_add(out, FINDING_MOBILE, number->place[i + 1],
			     "第 2 位应为 3 到 9，现为 %c。对照手机上的号码核对这一位。",
			     (int)second);
}

/* bare: as it was given; number: the same, narrow. */
static void check_number(const struct characters *bare, const struct characters *number,
			 struct findings *out)
{
	size_t code = country_code(number), wrong;

	if (code == 0 && (number->cp[0] == '+' || starts_with(number, "00"))) {
		findings_add(out, FINDING_MOBILE, number->place[0],
			     "以 + 或 00 开头的是境外号码，这里只收大陆手机号。输入 %d 位数字。",
			     MOBILE_DIGITS);
		return;
	}
	if (code > 0)
		findings_add(out, FINDING_MOBILE, number->place[0],
			     "开头 %zu 个字符是国家代码 86，这里不填。删掉它，只留后面 %d 位。",
			     code, MOBILE_DIGITS);
	wrong = check_characters(bare, code, out);
	check_start(number, code, out);
	check_length(number->count - code, wrong, out);
}

void contact_check_mobile(const char *mobile, struct findings *out)
{
	struct characters all = characters_read(mobile);
	struct characters bare = characters_bare(&all);
	struct characters number = characters_fold(&bare, narrow);

	if (bare.count == 0) {
		findings_add(out, FINDING_MOBILE, 0, "还没有填手机号。");
	} else {
		characters_check_blank(&all, FINDING_MOBILE, "手机号", out);
		characters_check_invisible(&all, FINDING_MOBILE, out);
		check_number(&bare, &number, out);
	}
	characters_wipe(&all);
	characters_wipe(&bare);
	characters_wipe(&number);
}
