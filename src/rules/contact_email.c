/* SPDX-License-Identifier: MIT */
#include "rules/contact.h"

#include <string.h>

#include "base/text.h"
#include "rules/characters.h"

#define IN_FULL "写全，例如 zhangsan@example.com。"

enum { LOCAL_MAX = 64, LABEL_MAX = 63, MAIL_MAX = 254 };

static bool is_comma(uint32_t cp)
{
	return cp == ',' || cp == 0xFF0C || cp == 0x3001;
}

static bool is_wide_stop(uint32_t cp)
{
	return cp == 0x3002 || cp == 0xFF61;
}

static bool is_alphanumeric(uint32_t cp)
{
	return (cp >= '0' && cp <= '9') || (cp >= 'A' && cp <= 'Z') || (cp >= 'a' && cp <= 'z');
}

/* RFC 5322 §3.2.3: atext and the dot; and the @ that parts them. */
static bool is_mail_character(uint32_t cp)
{
	return is_alphanumeric(cp) ||
	       (cp < 0x80 && strchr("!#$%&'*+-/=?^_`{|}~.@", (int)cp) != NULL);
}

/* What the character was most likely meant to be. */
static uint32_t meant(uint32_t cp)
{
	return is_comma(cp) || is_wide_stop(cp) ? '.' : text_narrow(cp);
}

static uint32_t meant_at(const struct characters *c, size_t i)
{
	return meant(c->cp[i]);
}

static bool is_foreign(uint32_t cp)
{
	return !is_mail_character(meant(cp));
}

static bool is_mistyped(uint32_t cp)
{
	return !is_foreign(cp) && meant(cp) != cp;
}

/* Returns whether the rest can be judged as what it was meant to be. */
static bool check_characters(const struct characters *c, struct findings *out)
{
	bool good = true;
	char is[CHARACTER_NAME], real[CHARACTER_NAME];

	for (size_t i = 0, end; i < c->count; i = end + 1) {
		end = characters_run(c, i, is_mistyped);
		if (end > i)
			findings_add(
				out, FINDING_EMAIL, c->place[i],
				"第 %zu 个字符是%s，应为英文的%s。切换到英文输入法，重新输入。",
				c->place[i], character_name(c->cp[i], is),
				character_name(meant(c->cp[i]), real));
	}
	for (size_t i = 0, end; i < c->count; i = end + 1) {
		end = characters_run(c, i, is_foreign);
		if (end > i)
			findings_add(out, FINDING_EMAIL, c->place[i],
				     "第 %zu 个字符是%s，邮箱地址里不能有。对照自己的邮箱改正。",
				     c->place[i], character_name(c->cp[i], is));
		good = good && end == i;
	}
	return good;
}

/* The index of the first cp from `from` on; end when there is none before it. */
static size_t find(const struct characters *c, size_t from, size_t end, uint32_t cp)
{
	while (from < end && c->cp[from] != cp)
		from++;
	return from;
}

/* Whether every dot up to end stands between two others; adds a finding for the first that does not. */
static bool check_dots(const struct characters *c, size_t from, size_t end, struct findings *out)
{
	for (size_t i = from; i < end; i++) {
		if (c->cp[i] != '.' || (i > from && i + 1 < end && c->cp[i - 1] != '.'))
			continue;
		findings_add(out, FINDING_EMAIL, c->place[i],
			     "第 %zu 个字符的点多余：开头、末尾、“@”两边和另一个点旁边不能有点。"
			     "删掉它。",
			     c->place[i]);
		return false;
	}
	return true;
}

/* The index of the first character that the label cannot have there; end: all is well. */
static size_t wrong_in_label(const struct characters *c, size_t from, size_t end)
{
	for (size_t i = from; i < end; i++)
		if (!is_alphanumeric(c->cp[i]) && (c->cp[i] != '-' || i == from || i + 1 == end))
			return i;
	return end - from > LABEL_MAX ? from : end;
}

static bool is_con(const struct characters *c, size_t from)
{
	return c->count - from == 3 && (c->cp[from] | 0x20) == 'c' &&
	       (c->cp[from + 1] | 0x20) == 'o' && (c->cp[from + 2] | 0x20) == 'n';
}

/* The last label, from index `from` on: two letters at least, and not the slip that nobody sees. */
static void check_top(const struct characters *c, size_t from, struct findings *out)
{
	bool letters = c->count - from >= 2;

	for (size_t i = from; i < c->count; i++)
		letters = letters && c->cp[i] > '9';
	if (!letters)
		findings_add(out, FINDING_EMAIL, c->place[from],
			     "第 %zu 个字符起应为 com、cn 这样的字母。把邮箱地址" IN_FULL,
			     c->place[from]);
	else if (is_con(c, from))
		findings_add(out, FINDING_EMAIL, c->place[from + 2],
			     "末尾是 .con，没有这样的邮箱，多半应为 .com。把最后一个字母改成 m。");
}

/* from: the index behind the @. */
static void check_domain(const struct characters *c, size_t from, struct findings *out)
{
	if (find(c, from, c->count, '.') == c->count) {
		findings_add(out, FINDING_EMAIL, c->place[from],
			     "“@”后面少了 .com、.cn 这样的后缀。把邮箱地址" IN_FULL);
		return;
	}
	if (!check_dots(c, from, c->count, out))
		return;
	for (size_t start = from, end; start < c->count; start = end + 1) {
		size_t wrong;

		end = find(c, start, c->count, '.');
		wrong = wrong_in_label(c, start, end);
		if (wrong < end) {
			findings_add(out, FINDING_EMAIL, c->place[wrong],
				     "第 %zu 个字符起，“@”后面不像邮箱网站的名字。"
				     "对照自己的邮箱改正。",
				     c->place[wrong]);
			return;
		}
		if (end == c->count)
			check_top(c, start, out);
	}
}

static void check_parts(const struct characters *c, struct findings *out)
{
	size_t at = find(c, 0, c->count, '@');
	size_t second = at < c->count ? find(c, at + 1, c->count, '@') : c->count;

	if (at == c->count)
		findings_add(out, FINDING_EMAIL, 0, "邮箱地址里没有“@”。把邮箱地址" IN_FULL);
	else if (second < c->count)
		findings_add(out, FINDING_EMAIL, c->place[second],
			     "第 %zu 个字符又是“@”，邮箱地址里只有一个。删掉多余的。",
			     c->place[second]);
	else if (at == 0)
		findings_add(out, FINDING_EMAIL, c->place[at],
			     "“@”前面没有名字。把邮箱地址" IN_FULL);
	else if (at + 1 == c->count)
		findings_add(out, FINDING_EMAIL, c->place[at],
			     "“@”后面没有邮箱网站的名字。把邮箱地址" IN_FULL);
	else if (at > LOCAL_MAX || c->count > MAIL_MAX)
		findings_add(out, FINDING_EMAIL, 0,
			     "邮箱地址太长：“@”前面至多 %d 个字符，一共至多 %d 个。"
			     "对照自己的邮箱改正。",
			     LOCAL_MAX, MAIL_MAX);
	else if (check_dots(c, 0, at, out))
		check_domain(c, at + 1, out);
}

void contact_check_email(const char *email, struct findings *out)
{
	struct characters all = characters_read(email);
	struct characters bare = characters_bare(&all);
	struct characters mail = characters_fold(&bare, meant_at);

	characters_check_blank(&all, FINDING_EMAIL, "邮箱地址", out);
	characters_check_invisible(&all, FINDING_EMAIL, out);
	if (check_characters(&bare, out) && mail.count > 0)
		check_parts(&mail, out);
	characters_wipe(&all);
	characters_wipe(&bare);
	characters_wipe(&mail);
}
