/* SPDX-License-Identifier: MIT */
/* Does an address lead to the real site? Taken apart as browsers do (WHATWG URL, RFC 3986 §3): what stands
 * before the first slash must be chsi.com.cn or end in .chsi.com.cn. */
#include "rules/site_address.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "rules/characters.h"
#include "rules/site_host.h"

enum { PORT_MAX = 65535, DAMAGED = 0xFFFD };

/* An address without blanks and invisible characters; given and plain have the same places. */
struct address {
	struct characters given;
	struct characters plain; /* Latin letters for those that look like them; lower case */
	size_t start, end;       /* indexes: what stands before the path, with user-info and port */
};

/* Letters of other scripts that are drawn as Latin ones, and what a browser takes for a dot. */
static const struct {
	uint32_t cp;
	char latin;
} lookalikes[] = {
	{ 0x0131, 'i' }, { 0x017F, 's' }, { 0x0251, 'a' }, { 0x0261, 'g' }, { 0x0391, 'a' },
	{ 0x0397, 'h' }, { 0x0399, 'i' }, { 0x039C, 'm' }, { 0x039D, 'n' }, { 0x039F, 'o' },
	{ 0x03B1, 'a' }, { 0x03B9, 'i' }, { 0x03BF, 'o' }, { 0x03C9, 'w' }, { 0x03F2, 'c' },
	{ 0x03F9, 'c' }, { 0x0405, 's' }, { 0x0406, 'i' }, { 0x0410, 'a' }, { 0x0415, 'e' },
	{ 0x041C, 'm' }, { 0x041D, 'h' }, { 0x041E, 'o' }, { 0x0421, 'c' }, { 0x0430, 'a' },
	{ 0x0435, 'e' }, { 0x043C, 'm' }, { 0x043E, 'o' }, { 0x043F, 'n' }, { 0x0440, 'p' },
	{ 0x0441, 'c' }, { 0x0443, 'y' }, { 0x0455, 's' }, { 0x0456, 'i' }, { 0x04BB, 'h' },
	{ 0x04CF, 'l' }, { 0x051D, 'w' }, { 0x0570, 'h' }, { 0x0578, 'n' }, { 0x0585, 'o' },
	{ 0x1D04, 'c' }, { 0x1D0F, 'o' }, { 0x1D21, 'w' }, { 0x2024, '.' }, { 0x2170, 'i' },
	{ 0x217D, 'c' }, { 0x217F, 'm' }, { 0x3002, '.' }, { 0xFF61, '.' },
};

/* The Latin letter or ASCII sign that a character looks like, in lower case; any other as it is. */
static uint32_t fold(const struct characters *c, size_t i)
{
	uint32_t cp = text_narrow(c->cp[i]);

	for (size_t k = 0; k < sizeof lookalikes / sizeof *lookalikes; k++)
		if (lookalikes[k].cp == cp)
			return (unsigned char)lookalikes[k].latin;
	return cp >= 'A' && cp <= 'Z' ? cp + 32 : cp;
}

static bool is_among(uint32_t cp, const char *set)
{
	return cp != 0 && cp < 0x80 && strchr(set, (int)cp) != NULL;
}

static bool is_of_host(uint32_t cp)
{
	return (cp >= 'a' && cp <= 'z') || is_among(cp, "0123456789-.");
}

static bool is_of_scheme(uint32_t cp)
{
	return (cp >= 'a' && cp <= 'z') || is_among(cp, "0123456789+-");
}

/* A backslash opens the path: that is what browsers make of it. */
static bool is_before_path(uint32_t cp)
{
	return !is_among(cp, "/\\?#");
}

static bool is_slash(uint32_t cp)
{
	return is_among(cp, "/\\");
}

static bool is_not_ascii(uint32_t cp)
{
	return cp >= 0x80;
}

static bool is_damaged(uint32_t cp)
{
	return cp == DAMAGED;
}

/* A copy, owned by the caller, of the host from start to end, without the dot of the root; "" when there
 * are other characters in it. */
static char *host_name(const struct characters *c, size_t start, size_t end)
{
	char *name = xcalloc(end - start + 1, 1);
	size_t len = end - start;

	for (size_t i = 0; i < len && is_of_host(c->cp[start + i]); i++)
		name[i] = (char)c->cp[start + i];
	if (strlen(name) < len)
		name[0] = '\0';
	else if (len > 1 && name[len - 1] == '.' && name[len - 2] != '.')
		name[len - 1] = '\0';
	return name;
}

/* name: the host as host_name() gives it; it begins at index a->start. */
static void check_name(const struct address *a, const char *name, struct findings *out)
{
	enum finding_kind kind;
	const char *at;
	struct finding *f;
	size_t i;

	if (!site_host_fault(name, &kind, &at))
		return;
	for (i = a->end; kind == KIND_HOST_OTHER && i < a->plain.count; i++)
		if (characters_hold(&a->plain, i, SITE))
			kind = KIND_HOST_IN_PATH;
	i = a->start + (size_t)(at - name);
	/* What is missing at its end is shown at its last character. */
	f = findings_add(out, FINDING_ADDRESS_HOST, kind,
			 a->plain.place[*at == '\0' && at > name ? i - 1 : i], strspn(at, "w"));
	site_host_owner(name, f->is);
}

static void check_port(const struct address *a, size_t colon, struct findings *out)
{
	uint32_t port = 0;

	for (size_t i = colon + 1; i < a->end && port <= PORT_MAX; i++)
		port = a->plain.cp[i] >= '0' && a->plain.cp[i] <= '9'
			       ? port * 10 + a->plain.cp[i] - '0'
			       : PORT_MAX + 1;
	if (port > PORT_MAX)
		findings_add(out, FINDING_ADDRESS_CHARACTER, KIND_ADDRESS_PORT,
			     a->plain.place[colon], 1);
}

/* Returns whether the host, which ends at the index, is made of the characters that one may have. What is
 * not of ASCII has been told. */
static bool check_host_characters(const struct address *a, size_t end, struct findings *out)
{
	size_t i = a->start;

	while (i < end && is_of_host(a->plain.cp[i]))
		i++;
	if (i < end && !is_not_ascii(a->given.cp[i]))
		characters_report(&a->given, i, 1, FINDING_ADDRESS_CHARACTER,
				  a->given.cp[i] == '%' ? KIND_ADDRESS_ENCODED
							: KIND_ADDRESS_NOT_OF_HOST,
				  out);
	return i == end;
}

static void check_host(const struct address *a, struct findings *out)
{
	size_t colon = characters_find(&a->plain, a->start, a->end, ':'),
	       at = characters_place(&a->plain, a->start);
	char *name;

	if (characters_at(&a->plain, a->start) == '[') {
		findings_add(out, FINDING_ADDRESS_HOST, KIND_HOST_IP, at, 1);
		return;
	}
	if (!check_host_characters(a, colon, out))
		return;
	check_port(a, colon, out);
	name = host_name(&a->plain, a->start, colon);
	if (name[0] == '\0')
		findings_add(out, FINDING_ADDRESS_HOST, KIND_HOST_MISSING, at, 1);
	else
		check_name(a, name, out);
	free(name);
}

/* at: the index of the last @ before the path. */
static void report_user(const struct address *a, size_t at, struct findings *out)
{
	char *name = host_name(&a->plain, at + 1, characters_find(&a->plain, at + 1, a->end, ':'));
	struct finding *f =
		findings_add(out, FINDING_ADDRESS_USER, KIND_ADDRESS_USER, a->plain.place[at], 1);

	if (name[0] != '\0')
		site_host_owner(name, f->is);
	else
		strcpy(f->is, "后面的网站");
	free(name);
}

/* A finding for each run of characters that are not of ASCII up to the path, and for a backslash anywhere. */
static void check_characters(const struct address *a, struct findings *out)
{
	/* The character that ends the host counts: it may be one that only looks like a slash. */
	size_t last = a->end < a->given.count ? a->end + 1 : a->end;
	size_t slash = characters_find(&a->given, 0, a->given.count, '\\');

	for (size_t i = 0, end; i < a->given.count; i = end + 1) {
		bool known = !is_not_ascii(a->plain.cp[i]);

		end = characters_run(&a->given, i, i < last ? is_not_ascii : is_damaged);
		if (end > i)
			character_quote(a->plain.cp[i],
					characters_report(&a->given, i, 1,
							  FINDING_ADDRESS_CHARACTER,
							  known ? KIND_ADDRESS_LOOKALIKE
								: KIND_ADDRESS_CHARACTER,
							  out)
						->should);
	}
	if (slash < a->given.count)
		findings_add(out, FINDING_ADDRESS_CHARACTER, KIND_ADDRESS_BACKSLASH,
			     a->given.place[slash], 1);
}

/* Sets a->start behind scheme and slashes. false: it leads to no web site, whatever follows. What has a dot
 * before the colon is taken for a host, as a browser's address bar does. */
static bool check_scheme(struct address *a, struct findings *out)
{
	const struct characters *c = &a->plain;
	size_t colon = characters_run(c, 0, is_of_scheme);
	size_t scheme = colon > 0 && characters_at(c, colon) == ':' ? colon + 1 : 0;
	size_t slashes = characters_run(c, scheme, is_slash) - scheme;

	a->start = scheme + slashes;
	if (scheme > 0 && !characters_hold(c, 0, "http:") && !characters_hold(c, 0, "https:"))
		findings_add(out, FINDING_ADDRESS_SCHEME, KIND_ADDRESS_SCHEME, c->place[0], scheme);
	else if (slashes != (scheme > 0 ? 2 : 0))
		findings_add(out, FINDING_ADDRESS_SCHEME, KIND_ADDRESS_SLASHES,
			     characters_place(c, scheme), 1);
	else
		return true;
	return false;
}

static void check_parts(struct address *a, struct findings *out)
{
	size_t before = out->count, at;

	if (!check_scheme(a, out))
		return;
	a->end = characters_run(&a->plain, a->start, is_before_path);
	check_characters(a, out);
	for (at = a->end; at > a->start && a->plain.cp[at - 1] != '@'; at--)
		;
	if (at > a->start)
		report_user(a, at - 1, out);
	else
		check_host(a, out);
	if (out->count == before && characters_hold(&a->plain, 0, "http:"))
		findings_add(out, FINDING_ADDRESS_PLAIN, KIND_ADDRESS_PLAIN, a->plain.place[0], 5);
}

/* What a paste brings along at either end is left out; the characters stay those of c. */
static struct characters trimmed(const struct characters *c)
{
	struct characters part = *c;
	size_t blanks = characters_run(c, 0, text_is_blank);

	part.count -= blanks;
	part.cp += blanks;
	part.place += blanks;
	while (part.count > 0 && text_is_blank(part.cp[part.count - 1]))
		part.count--;
	return part;
}

void site_address_check(const char *address, struct findings *out)
{
	struct characters all = characters_read(address), part = trimmed(&all);
	struct address a = { .given = characters_bare(&part) };

	a.plain = characters_fold(&a.given, fold);
	if (a.given.count == 0) {
		findings_add(out, FINDING_ADDRESS_EMPTY, KIND_ADDRESS_EMPTY, 0, 0);
	} else {
		characters_report_unseen(&part, FINDING_ADDRESS_CHARACTER,
					 FINDING_ADDRESS_CHARACTER, out);
		check_parts(&a, out);
	}
	characters_wipe(&all);
	characters_wipe(&a.given);
	characters_wipe(&a.plain);
}
