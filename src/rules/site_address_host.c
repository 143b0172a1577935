/* SPDX-License-Identifier: MIT */
#include "rules/site_address_internal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

#define HOW_TO_GO "不要打开，自己输入 " SITE "。"

/* One reason each; returns whether it was the one. */
typedef bool site_reason(const struct site_host *host, struct findings *out);

static bool is_site(const char *name)
{
	size_t len = strlen(name), site = strlen(SITE);

	if (name[0] == '.' || strstr(name, "..") != NULL || len < site)
		return false;
	return strcmp(name + len - site, SITE) == 0 && (len == site || name[len - site - 1] == '.');
}

/* The place of the character that `in`, a pointer into the host's name, points to. */
static size_t place_of(const struct site_host *host, const char *in)
{
	size_t i = (size_t)(in - host->name);

	/* Behind its end: what is missing there is shown at its last character. */
	return host->place[in[0] == '\0' && i > 0 ? i - 1 : i];
}

/* The start of the label before the one at `label`; the name's own start when there is none. */
static const char *label_before(const char *name, const char *label)
{
	if (label == name)
		return label;
	for (label--; label > name && label[-1] != '.'; label--)
		;
	return label;
}

/* Whether names are given away below this second level: com.cn, edu.cn, co.uk … */
static bool is_shared_level(const char *label)
{
	static const char *const shared[] = { "com", "edu", "net", "org", "gov", "ac", "co" };
	const char *dot = strchr(label, '.');

	for (size_t i = 0; dot != NULL && strlen(dot) == 3 && i < sizeof shared / sizeof *shared;
	     i++)
		if (strncmp(label, shared[i], strlen(shared[i])) == 0 &&
		    label + strlen(shared[i]) == dot)
			return true;
	return false;
}

/* Where the labels start that somebody has registered: evil.com in chsi.com.cn.evil.com. */
static const char *owner_of(const char *name)
{
	const char *last = label_before(name, name + strlen(name) + 1);
	const char *second = label_before(name, last);

	return is_shared_level(second) ? label_before(name, second) : second;
}

const char *site_owner(const char *name, char out[SITE_OWNER])
{
	enum { ROOM = 20 };
	const char *owner = owner_of(name);
	size_t len = strlen(owner);

	if (len > ROOM)
		snprintf(out, SITE_OWNER, "…%s", owner + len - ROOM);
	else
		snprintf(out, SITE_OWNER, "%s", owner);
	return out;
}

static bool is_dot_astray(const struct site_host *host, struct findings *out)
{
	const char *dot = host->name[0] == '.' ? host->name : strstr(host->name, "..");

	if (dot == NULL)
		return false;
	dot += dot > host->name ? 1 : 0;
	findings_add(out, FINDING_ADDRESS_HOST, place_of(host, dot),
		     "第 %zu 个字符的点前面没有名字。删掉多余的点，或照浏览器地址栏重新抄。",
		     place_of(host, dot));
	return true;
}

/* 1.2.3.4, and the one number that browsers take for it as well. */
static bool is_number(const struct site_host *host, struct findings *out)
{
	const char *last = label_before(host->name, host->name + strlen(host->name) + 1);

	if (last[strspn(last, "0123456789")] != '\0' &&
	    (strncmp(last, "0x", 2) != 0 || last[2 + strspn(last + 2, "0123456789abcdef")] != '\0'))
		return false;
	findings_add(out, FINDING_ADDRESS_HOST, host->place[0],
		     "这是一台机器的 IP 地址，不是学信网。" HOW_TO_GO);
	return true;
}

static bool is_punycode(const struct site_host *host, struct findings *out)
{
	const char *label = strstr(host->name, "xn--");

	while (label != NULL && label > host->name && label[-1] != '.')
		label = strstr(label + 1, "xn--");
	if (label == NULL)
		return false;
	findings_add(out, FINDING_ADDRESS_HOST, place_of(host, label),
		     "第 %zu 个字符起的 xn-- 是别国文字变成的，常用来仿冒。" HOW_TO_GO,
		     place_of(host, label));
	return true;
}

/* chsi.com.cn.evil.com */
static bool is_swallowed(const struct site_host *host, struct findings *out)
{
	const char *site = strstr(host->name, SITE ".");

	if (site == NULL)
		return false;
	site += strlen(SITE);
	findings_add(out, FINDING_ADDRESS_HOST, place_of(host, site),
		     "第 %zu 个字符起又接了别的，网站其实是 %s。" HOW_TO_GO, place_of(host, site),
		     host->owner);
	return true;
}

static bool is_hyphenated(const struct site_host *host, struct findings *out)
{
	const char *hyphen = strchr(host->name, '-');

	if (hyphen == NULL)
		return false;
	findings_add(out, FINDING_ADDRESS_HOST, place_of(host, hyphen),
		     "第 %zu 个字符是连字符“-”，%s 不是学信网。" HOW_TO_GO, place_of(host, hyphen),
		     host->owner);
	return true;
}

/* wchsi.com.cn, wwwchsi.com.cn */
static bool has_extra_w(const struct site_host *host, struct findings *out)
{
	const char *label = owner_of(host->name);
	size_t w = strspn(label, "w");

	if (w == 0 || strcmp(label + w, SITE) != 0)
		return false;
	if (w == 3)
		findings_add(out, FINDING_ADDRESS_HOST, place_of(host, label + w),
			     "第 %zu 个字符前少了点，www 和 chsi 连成了另一个网站。" HOW_TO_GO,
			     place_of(host, label + w));
	else
		findings_add(out, FINDING_ADDRESS_HOST, place_of(host, label),
			     "第 %zu 个字符起多了 %zu 个 w，这是仿冒的网站。" HOW_TO_GO,
			     place_of(host, label), w);
	return true;
}

/* chsi.com, chsi.net.cn */
static bool has_other_end(const struct site_host *host, struct findings *out)
{
	const char *label = owner_of(host->name);

	if (strncmp(label, "chsi.", 5) != 0)
		return false;
	findings_add(out, FINDING_ADDRESS_HOST, place_of(host, label + 5),
		     "第 %zu 个字符起应为 com.cn：%s 不是学信网。" HOW_TO_GO,
		     place_of(host, label + 5), host->owner);
	return true;
}

/* The letter that a digit, or l, is taken for. */
static char letter_for(char c)
{
	static const char drawn[] = "15l", taken[] = "isi";
	const char *at = strchr(drawn, c);

	return at != NULL && c != '\0' ? taken[at - drawn] : c;
}

/* Whether one letter too many, too few, another, or two in the wrong order are all the difference. */
static bool is_one_slip(const char *a, const char *b)
{
	size_t n = strlen(a), m = strlen(b), head = 0, tail = 0;

	while (a[head] != '\0' && a[head] == b[head])
		head++;
	while (tail < n - head && tail < m - head && a[n - 1 - tail] == b[m - 1 - tail])
		tail++;
	n -= head + tail;
	m -= head + tail;
	return (n <= 1 && m <= 1) ||
	       (n == 2 && m == 2 && a[head] == b[head + 1] && a[head + 1] == b[head]);
}

/* ch5i.com.cn, chsii.com.cn, chsicom.cn */
static bool is_similar(const struct site_host *host, struct findings *out)
{
	const char *label = owner_of(host->name);
	char *letters = xstrndup(label, strlen(label));
	size_t i = 0;
	bool similar;

	for (char *c = letters; *c != '\0'; c++)
		*c = letter_for(*c);
	similar = is_one_slip(label, SITE) || strcmp(letters, SITE) == 0;
	free(letters);
	if (!similar)
		return false;
	while (label[i] == SITE[i])
		i++;
	findings_add(out, FINDING_ADDRESS_HOST, place_of(host, label + i),
		     "从第 %zu 个字符起不对，%s 只是像学信网。" HOW_TO_GO,
		     place_of(host, label + i), host->owner);
	return true;
}

static bool is_other(const struct site_host *host, struct findings *out)
{
	findings_add(out, FINDING_ADDRESS_HOST, place_of(host, owner_of(host->name)),
		     host->named_behind ? "这是 %s，不是学信网，路径里的 " SITE
					  " 不算数。" HOW_TO_GO
					: "这是 %s，不是学信网：那应为 " SITE "，或以 ." SITE
					  " 结尾。不要打开。",
		     host->owner);
	return true;
}

void site_check_host(const struct site_host *host, struct findings *out)
{
	static site_reason *const reasons[] = { is_dot_astray, is_number,     is_punycode,
						is_swallowed,  is_hyphenated, has_extra_w,
						has_other_end, is_similar,    is_other };
	struct site_host bare = *host;
	size_t len = strlen(host->name);

	bare.name = xstrdup(host->name);
	if (len > 1 && bare.name[len - 1] == '.' && bare.name[len - 2] != '.') /* the root */
		bare.name[len - 1] = '\0';
	site_owner(bare.name, bare.owner);
	if (!is_site(bare.name))
		for (size_t i = 0; !reasons[i](&bare, out); i++)
			;
	free(bare.name);
}
