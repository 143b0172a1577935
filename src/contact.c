/* SPDX-License-Identifier: MIT */
#include "contact.h"

#include <string.h>

#include "characters.h"
#include "text.h"

static bool is_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

static bool is_letter(uint32_t cp)
{
	return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z');
}

/* The full-width form of an ASCII character, which the eye takes for it. */
static bool is_fullwidth(uint32_t cp)
{
	return cp >= 0xFF01 && cp <= 0xFF5E;
}

/* How to get rid of a character that does not belong. */
static const char *remedy(uint32_t cp)
{
	if (is_fullwidth(cp))
		return "切换到英文输入法，重新输入。";
	if (text_is_blank(cp) || text_is_invisible(cp))
		return "删掉它。";
	return "改掉它。";
}

/* The index of the first character that does not belong; the count: all do. */
static size_t first_wrong(const struct characters *c, bool (*belongs)(uint32_t cp))
{
	size_t i = 0;

	while (i < c->count && belongs(c->cp[i]))
		i++;
	return i;
}

static void check_digits(const struct characters *c, struct findings *out)
{
	size_t wrong = first_wrong(c, is_digit);
	char name[CHARACTER_NAME];

	if (wrong < c->count)
		findings_add(out, FINDING_MOBILE, c->place[wrong],
			     "第 %zu 个字符是%s，手机号只能是数字。%s", c->place[wrong],
			     character_name(c->cp[wrong], name), remedy(c->cp[wrong]));
	else if (c->count != MOBILE_DIGITS)
		findings_add(out, FINDING_MOBILE, 0, "手机号要 %d 位，现在是 %zu 位。%s",
			     MOBILE_DIGITS, c->count,
			     c->count > MOBILE_DIGITS ? "不要写 +86 或 0。" : "看漏了哪一位。");
	else if (c->cp[0] != '1' || c->cp[1] < '3')
		findings_add(out, FINDING_MOBILE, 1,
			     "大陆手机号以 13 到 19 开头。只能用大陆的号码。");
}

void contact_check_mobile(const char *mobile, struct findings *out)
{
	struct characters c = characters_read(mobile);

	if (c.count == 0)
		findings_add(out, FINDING_MOBILE, 0, "还没有填手机号。");
	else
		check_digits(&c, out);
	characters_wipe(&c);
}

static bool is_local(uint32_t cp)
{
	return is_letter(cp) || is_digit(cp) ||
	       (cp < 0x80 && strchr(".!#$%&'*+/=?^_`{|}~-", (int)cp));
}

static bool is_domain(uint32_t cp)
{
	return is_letter(cp) || is_digit(cp) || cp == '.' || cp == '-';
}

static void say_wrong(const struct characters *c, size_t i, struct findings *out)
{
	char name[CHARACTER_NAME];

	findings_add(out, FINDING_EMAIL, c->place[i], "第 %zu 个字符%s不能出现在邮箱里。%s",
		     c->place[i], character_name(c->cp[i], name), remedy(c->cp[i]));
}

/* The domain begins behind the @ at index at: labels of letters, digits and hyphens, two at least. */
static void check_domain(const struct characters *c, size_t at, struct findings *out)
{
	size_t label = at + 1, dots = 0;

	for (size_t i = at + 1; i <= c->count; i++) {
		bool ends = i == c->count || c->cp[i] == '.';

		if (!ends && !is_domain(c->cp[i])) {
			say_wrong(c, i, out);
			return;
		}
		if (ends && (i == label || c->cp[label] == '-' || c->cp[i - 1] == '-')) {
			findings_add(out, FINDING_EMAIL, characters_place(c, i),
				     "@ 后面的域名写得不对，像 qq.com 那样，点的两边都要有字。");
			return;
		}
		dots += i < c->count && ends;
		label = ends ? i + 1 : label;
	}
	if (dots == 0)
		findings_add(out, FINDING_EMAIL, characters_place(c, at),
			     "@ 后面要有带点的域名，像 qq.com。");
}

void contact_check_email(const char *email, struct findings *out)
{
	struct characters c = characters_read(email);
	size_t at = first_wrong(&c, is_local);

	if (c.count == 0)
		;
	else if (at == c.count)
		findings_add(out, FINDING_EMAIL, 0, "少了 @：邮箱要写全，像 name@qq.com。");
	else if (c.cp[at] != '@')
		say_wrong(&c, at, out);
	else if (at == 0)
		findings_add(out, FINDING_EMAIL, 1, "@ 前面少了名字。");
	else if (c.cp[0] == '.' || c.cp[at - 1] == '.')
		findings_add(out, FINDING_EMAIL, c.place[c.cp[0] == '.' ? 0 : at - 1],
			     "@ 前面的名字不能以点开头或结尾。");
	else
		check_domain(&c, at, out);
	characters_wipe(&c);
}
