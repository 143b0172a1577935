/* SPDX-License-Identifier: MIT */
#include "rules/site_address.h"

#include <stdlib.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "rules/site_address_internal.h"

enum { PORT_MAX = 65535 };

static bool is_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

static bool is_scheme_character(uint32_t cp)
{
	return is_digit(cp) || (cp >= 'a' && cp <= 'z') || cp == '+' || cp == '-';
}

/* A backslash opens the path: that is what browsers make of it. */
static bool is_before_path(uint32_t cp)
{
	return !site_is_among(cp, "/\\?#");
}

static bool is_slash(uint32_t cp)
{
	return site_is_among(cp, "/\\");
}

static bool holds_at(const struct characters *c, size_t i, const char *word)
{
	for (; *word != '\0'; word++, i++)
		if (characters_at(c, i) != (unsigned char)*word)
			return false;
	return true;
}

/* The index behind the scheme's colon; 0: there is no scheme. What has a dot before the colon is taken
 * for a host, as a browser's address bar does. */
static size_t scheme_end(const struct characters *c)
{
	size_t colon = characters_run(c, 0, is_scheme_character);

	return colon > 0 && characters_at(c, colon) == ':' ? colon + 1 : 0;
}

/* Sets a->start behind scheme and slashes. false: it leads to no web site, whatever follows. */
static bool check_scheme(struct address *a, struct findings *out)
{
	const struct characters *c = &a->plain;
	size_t scheme = scheme_end(c);
	size_t slashes = characters_run(c, scheme, is_slash) - scheme;

	a->start = scheme + slashes;
	if (scheme > 0 && !holds_at(c, 0, "http:") && !holds_at(c, 0, "https:"))
		findings_add(out, FINDING_ADDRESS_SCHEME, c->place[0],
			     "开头不是 https://，打开的不会是学信网的网页。不要打开，"
			     "自己输入 " SITE "。");
	else if (slashes != (scheme > 0 ? 2 : 0))
		findings_add(out, FINDING_ADDRESS_SCHEME, characters_place(c, scheme),
			     "开头应为 https://，一个冒号、两个斜杠。照浏览器地址栏重新抄。");
	else
		return true;
	return false;
}

/* A copy, owned by the caller, of what is made of a host's characters alone; "" when it is not. */
static char *host_name(const struct characters *c, size_t start, size_t end)
{
	char *name = xmalloc(end - start + 1);
	size_t n = 0;

	while (start + n < end && site_is_host_character(c->cp[start + n])) {
		name[n] = (char)c->cp[start + n];
		n++;
	}
	name[start + n == end ? n : 0] = '\0';
	return name;
}

/* at: the index of the last @ before the path. */
static void add_user(const struct address *a, size_t at, struct findings *out)
{
	size_t end = at + 1;
	char owner[SITE_OWNER];
	char *name;

	while (end < a->end && a->plain.cp[end] != ':')
		end++;
	name = host_name(&a->plain, at + 1, end);
	findings_add(out, FINDING_ADDRESS_USER, a->plain.place[at],
		     "第 %zu 个字符是“@”，它前面的不是网站，打开的其实是 %s。不要打开。",
		     a->plain.place[at], name[0] != '\0' ? site_owner(name, owner) : "后面的网站");
	free(name);
}

/* The colon of the port stands at this index, or the path begins there. */
static size_t port_start(const struct address *a)
{
	size_t i = a->start;

	while (i < a->end && a->plain.cp[i] != ':')
		i++;
	return i;
}

static void check_port(const struct address *a, size_t colon, struct findings *out)
{
	uint32_t port = 0;

	for (size_t i = colon + 1; i < a->end && port <= PORT_MAX; i++)
		port = is_digit(a->plain.cp[i]) ? port * 10 + a->plain.cp[i] - '0' : PORT_MAX + 1;
	if (port > PORT_MAX)
		findings_add(out, FINDING_ADDRESS_CHARACTER, a->plain.place[colon],
			     "第 %zu 个字符是“:”，后面应为端口号，现在不是。"
			     "照浏览器地址栏重新抄。",
			     a->plain.place[colon]);
}

static bool site_named_from(const struct characters *c, size_t i)
{
	while (i < c->count && !holds_at(c, i, SITE))
		i++;
	return i < c->count;
}

static void check_host(const struct address *a, struct findings *out)
{
	struct site_host host = { .place = a->plain.place + a->start };
	size_t colon = port_start(a);

	if (characters_at(&a->plain, a->start) == '[') {
		findings_add(out, FINDING_ADDRESS_HOST, a->plain.place[a->start],
			     "“[”里是一台机器的 IP 地址，不是学信网。不要打开，"
			     "自己输入 " SITE "。");
		return;
	}
	if (!site_check_host_characters(a, a->start, colon, out))
		return;
	check_port(a, colon, out);
	host.name = host_name(&a->plain, a->start, colon);
	host.named_behind = site_named_from(&a->plain, a->end);
	if (host.name[0] == '\0')
		findings_add(out, FINDING_ADDRESS_HOST, characters_place(&a->plain, a->start),
			     "这里少了网站的名字，应为 " SITE "。照浏览器地址栏重新抄。");
	else
		site_check_host(&host, out);
	free(host.name);
}

static void check_parts(struct address *a, struct findings *out)
{
	size_t before = out->count, at;

	if (!check_scheme(a, out))
		return;
	a->end = characters_run(&a->plain, a->start, is_before_path);
	site_check_characters(a, out);
	for (at = a->end; at > a->start && a->plain.cp[at - 1] != '@'; at--)
		;
	if (at > a->start)
		add_user(a, at - 1, out);
	else
		check_host(a, out);
	if (out->count == before && holds_at(&a->plain, 0, "http:"))
		findings_add(out, FINDING_ADDRESS_PLAIN, a->plain.place[0],
			     "http:// 不加密，同一网络里的人看得见。登录前把开头改成 https://。");
}

/* What a paste brings along at either end is left out; the characters stay those of c. */
static struct characters trimmed(const struct characters *c)
{
	struct characters part = *c;

	while (part.count > 0 && text_is_blank(part.cp[part.count - 1]))
		part.count--;
	while (part.count > 0 && text_is_blank(part.cp[0])) {
		part.count--;
		part.cp++;
		part.place++;
	}
	return part;
}

void site_address_check(const char *address, struct findings *out)
{
	struct characters all = characters_read(address);
	struct characters part = trimmed(&all);
	struct address a = { .given = characters_bare(&part) };

	a.plain = characters_fold(&a.given, site_fold);
	if (a.given.count == 0) {
		findings_add(out, FINDING_ADDRESS_EMPTY, 0,
			     "还没有填网址。把浏览器地址栏里的网址抄过来或粘贴过来。");
	} else {
		characters_check_blank(&part, FINDING_ADDRESS_CHARACTER, "网址", out);
		characters_check_invisible(&part, FINDING_ADDRESS_CHARACTER, out);
		check_parts(&a, out);
	}
	characters_wipe(&all);
	characters_wipe(&a.given);
	characters_wipe(&a.plain);
}
