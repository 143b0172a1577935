/* SPDX-License-Identifier: MIT */
#include "site_address.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "characters.h"
#include "text.h"
#include "xalloc.h"

#define SITE "chsi.com.cn"

/* Stretches of the address, in characters from 0; end not included. */
struct address {
	struct characters all;
	size_t start, end;           /* without blanks around */
	size_t scheme_end;           /* start: there is none */
	size_t host_start, host_end; /* without user-info and port */
	bool user;                   /* there was something before an @ */
};

static bool is_alphanumeric(uint32_t cp)
{
	return (cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z') || (cp >= '0' && cp <= '9');
}

static uint32_t at(const struct address *a, size_t i)
{
	return i < a->end ? a->all.cp[i] : 0;
}

static bool is_delimiter(uint32_t cp)
{
	/* Browsers take a backslash for a slash. */
	return cp == '/' || cp == '\\' || cp == '?' || cp == '#';
}

/* Scheme, user-info, host, port: RFC 3986 §3; a scheme may be left out, as people do. */
static struct address take_apart(const char *text)
{
	struct address a = { .all = characters_read(text) };
	size_t i, end;

	a.end = a.all.count;
	while (a.start < a.end && text_is_blank(a.all.cp[a.start]))
		a.start++;
	while (a.end > a.start && text_is_blank(a.all.cp[a.end - 1]))
		a.end--;
	a.scheme_end = a.start;
	for (i = a.start; is_alphanumeric(at(&a, i)) || at(&a, i) == '+' || at(&a, i) == '-'; i++)
		;
	/* "host:8080" has no scheme: behind a scheme comes no digit. */
	if (at(&a, i) == ':' && i > a.start && !(at(&a, i + 1) >= '0' && at(&a, i + 1) <= '9'))
		a.scheme_end = i;
	a.host_start = a.scheme_end > a.start ? a.scheme_end + 1 : a.start;
	while (at(&a, a.host_start) == '/' || at(&a, a.host_start) == '\\')
		a.host_start++;
	for (end = a.host_start; end < a.end && !is_delimiter(at(&a, end)); end++)
		if (at(&a, end) == '@') {
			a.host_start = end + 1;
			a.user = true;
		}
	a.host_end = end;
	for (i = a.host_start; i < end && at(&a, a.host_start) != '['; i++)
		if (at(&a, i) == ':') {
			a.host_end = i;
			break;
		}
	if (a.host_end > a.host_start && at(&a, a.host_end - 1) == '.')
		a.host_end--; /* the root: allowed, and means nothing */
	return a;
}

/* The stretch as ASCII; what is no printable ASCII becomes '?'. Owned by the caller. */
static char *stretch(const struct address *a, size_t start, size_t end)
{
	char *out = xmalloc(end - start + 1);

	for (size_t i = start; i < end; i++)
		out[i - start] =
			a->all.cp[i] > ' ' && a->all.cp[i] < 0x7F ? (char)a->all.cp[i] : '?';
	out[end - start] = '\0';
	return out;
}

static bool is_site(const char *host)
{
	size_t len = strlen(host), site = strlen(SITE);

	return len >= site && strcasecmp(host + len - site, SITE) == 0 &&
	       (len == site || host[len - site - 1] == '.');
}

/* A letter that only looks like one, a blank, anything that no host has. */
static bool check_characters(const struct address *a, struct findings *out)
{
	char name[CHARACTER_NAME];

	for (size_t i = a->host_start; i < a->host_end; i++) {
		uint32_t cp = a->all.cp[i];

		if (is_alphanumeric(cp) || cp == '.' || cp == '-' || cp == '_')
			continue;
		findings_add(out, FINDING_ADDRESS_CHARACTER, a->all.place[i],
			     "第 %zu 个字符是%s，不是网址里的英文字母：%s不要打开。",
			     a->all.place[i], character_name(cp, name),
			     cp >= 0x80 ? "看着像，其实是另一个网站，" : "");
		return true;
	}
	return false;
}

/* What gives a false host away. */
static const char *suspicion(const char *host)
{
	if (strncasecmp(host, "xn--", 4) == 0 || strcasestr(host, ".xn--") != NULL)
		return "xn-- 是用别国文字冒充的域名。";
	if (strcasestr(host, "chsi.com.cn.") != NULL)
		return "chsi.com.cn 后面还跟着别的，真正的网站是最后那一段。";
	if (strncasecmp(host, "www", 3) == 0 && strcasestr(host, "wchsi.com.cn") != NULL)
		return "www 后面少了点，或者多了一个 w。";
	if (strcasestr(host, "wchsi.com.cn") != NULL)
		return "前面多了一个 w。";
	if (strchr(host, '-') != NULL)
		return "用横线把字母连起来冒充。";
	if (host[strspn(host, "0123456789.")] == '\0')
		return "只有数字，看不出是谁的网站。";
	return "";
}

/* Where the false part shows: the first character that the real host would not have there. */
static size_t false_place(const struct address *a, const char *host)
{
	size_t len = strlen(host), site = strlen(SITE), same = 0;

	while (same < len && same < site &&
	       strncasecmp(host + len - same - 1, &SITE[site - same - 1], 1) == 0)
		same++;
	return a->all.place[a->host_end - 1 - (same < len ? same : len - 1)];
}

static void check_host(const struct address *a, struct findings *out)
{
	char *host = stretch(a, a->host_start, a->host_end);

	if (a->host_end == a->host_start)
		findings_add(out, FINDING_ADDRESS_EMPTY, 0,
			     "看不出是哪个网站。把地址栏里的整行网址复制过来。");
	else if (!check_characters(a, out) && !is_site(host))
		findings_add(out, FINDING_ADDRESS_HOST, false_place(a, host),
			     "这不是学信网：网站是 %.60s。%s只认 " SITE " 和以 ." SITE " 结尾的，"
			     "关掉这个页面。",
			     host, suspicion(host));
	free(host);
}

static void check_scheme(const struct address *a, struct findings *out)
{
	char *scheme = stretch(a, a->start, a->scheme_end);

	if (strcasecmp(scheme, "http") == 0)
		findings_add(out, FINDING_ADDRESS_PLAIN, a->all.place[a->start],
			     "开头是 http：输入密码的页面要是 https，地址栏有锁。");
	else if (*scheme != '\0' && strcasecmp(scheme, "https") != 0)
		findings_add(out, FINDING_ADDRESS_SCHEME, a->all.place[a->start],
			     "开头是“%.20s:”，网页应以 https:// 开头。不要打开。", scheme);
	free(scheme);
}

void site_address_check(const char *address, struct findings *out)
{
	struct address a = take_apart(address);

	if (a.start == a.end) {
		findings_add(out, FINDING_ADDRESS_EMPTY, 0, "还没有填网址。");
	} else {
		check_scheme(&a, out);
		if (a.user)
			findings_add(out, FINDING_ADDRESS_USER, a.all.place[a.host_start - 1],
				     "@ 前面的都是幌子，真正的网站在 @ 后面。");
		check_host(&a, out);
	}
	characters_wipe(&a.all);
}
