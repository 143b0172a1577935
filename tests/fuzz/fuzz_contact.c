/* SPDX-License-Identifier: MIT */
/* Three lines: a value for every rule, and the two numbers that a password must not contain. */
#include <stdint.h>
#include <stdlib.h>
#include <strings.h>

#include "base/xalloc.h"
#include "rules/contact.h"
#include "rules/site_address.h"
#include "support/expect_findings.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(bool holds)
{
	if (!holds)
		abort();
}

static bool is_site(const char *host, size_t len)
{
	static const char site[] = "chsi.com.cn";
	const size_t n = sizeof site - 1;

	len -= len > 0 && host[len - 1] == '.' ? 1 : 0;
	return len >= n && strncasecmp(host + len - n, site, n) == 0 &&
	       (len == n || host[len - n - 1] == '.');
}

/* The length of s without surrounding blanks; *start gets the number of leading ones. */
static size_t trim(const char *s, size_t *start)
{
	size_t len = strlen(s), end = 0;

	*start = len;
	for (size_t at = 0, step; at < len; at += step) {
		uint32_t cp = 0;

		step = text_decode(s + at, len - at, &cp);
		step += step == 0 ? 1 : 0;
		if (text_is_blank(cp))
			continue;
		end = at + step;
		*start = *start == len ? at : *start;
	}
	return end > *start ? end - *start : 0;
}

/* The host that a browser goes to, by a second implementation: tabs and line breaks are dropped,
 * any number of slashes and backslashes may follow the scheme, the host comes after the last @. */
static void check_host(const char *address)
{
	size_t start = 0, len = trim(address, &start), n = 0;
	char *url = xstrndup(address + start, len), *host = url, *at;

	for (const char *c = url; *c != '\0'; c++)
		if (strchr("\t\r\n", *c) == NULL)
			url[n++] = *c == '\\' ? '/' : *c;
	url[n] = '\0';
	if (strncasecmp(host, "https:", 6) == 0)
		host += 6;
	else if (strncasecmp(host, "http:", 5) == 0)
		host += 5;
	host += strspn(host, "/");
	host[strcspn(host, "/?#")] = '\0';
	if ((at = strrchr(host, '@')) != NULL)
		host = at + 1;
	check(is_site(host, strcspn(host, ":")));
	free(url);
}

static void check_address(const char *value)
{
	struct findings f = { 0 };

	site_address_check(value, &f);
	check(findings_sound(&f, value));
	if (!findings_any(&f, SEVERITY_ERROR))
		check_host(value);
}

static void check_mobile(const char *value)
{
	struct findings f = { 0 };

	contact_check_mobile(value, &f);
	check(findings_sound(&f, value));
	check((f.count == 0) == (strlen(value) == MOBILE_DIGITS && value[0] == '1' &&
				 value[1] >= '3' && strspn(value, "0123456789") == MOBILE_DIGITS));
}

static void check_email(const char *value)
{
	struct findings f = { 0 };
	const char *at = strchr(value, '@');

	contact_check_email(value, &f);
	check(findings_sound(&f, value));
	if (f.count > 0 || value[0] == '\0')
		return;
	check(at != NULL && at > value && strchr(at + 1, '@') == NULL);
	check(strchr(at, '.') != NULL && at[1] != '.' && strlen(value) <= 254);
	for (const char *c = value; *c != '\0'; c++)
		check(*c > ' ' && *c < 0x7F && *c != ',');
}

/* A sentence contains no ASCII letter or punctuation, and no digits except places and counts. */
static void check_silent(const struct findings *f, const char *value)
{
	const size_t longest = strlen(value) < 1000 ? 3 : 5;

	for (size_t i = 0; i < f->count; i++)
		for (const char *c = says(&f->items[i]); *c != '\0'; c++) {
			size_t digits = strspn(c, "0123456789");

			check(*c <= ' ' || *c >= 0x7F || (digits > 0 && digits <= longest));
		}
}

static void check_password(const char *value, const char *id_number, const char *mobile)
{
	struct findings f = { 0 }, again = { 0 }, same = { 0 };
	size_t len = strlen(value);

	contact_check_password(value, id_number, mobile, &f);
	check(findings_sound(&f, value));
	check_silent(&f, value);
	if (!findings_any(&f, SEVERITY_ERROR))
		for (size_t i = 0; i < len; i++)
			check(len >= PASSWORD_MIN && len <= PASSWORD_MAX && value[i] > ' ' &&
			      value[i] < 0x7F);
	contact_check_again(value, value, &same);
	check(same.count == (len > 0 ? 0 : 1));
	contact_check_again(value, mobile, &again);
	check(findings_sound(&again, value));
	check_silent(&again, value);
	check(again.count > 0 || strcmp(value, mobile) == 0 || text_valid_bytes(value, len) < len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *lines = xstrndup((const char *)data, size), *next = lines;
	const char *value = strsep(&next, "\n");
	const char *id_number = next != NULL ? strsep(&next, "\n") : "";
	const char *mobile = next != NULL ? strsep(&next, "\n") : "";

	check_address(value);
	check_mobile(value);
	check_email(value);
	check_password(value, id_number, mobile);
	free(lines);
	return 0;
}
