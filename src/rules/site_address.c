/* SPDX-License-Identifier: MIT */
/* Does an address lead to the real site? Parsed as browsers do (WHATWG URL, RFC 3986 §3): the host
 * before the first slash must be chsi.com.cn or end in .chsi.com.cn. */
#include "rules/site_address.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "rules/characters.h"

#define SITE "chsi.com.cn"
#define DIGITS "0123456789"
#define LETTERS_DIGITS DIGITS "abcdefghijklmnopqrstuvwxyz"

/* An address without blanks and invisible characters, and the same in lower case as ASCII. */
struct address {
	struct characters c;
	char *text;
};

/* Parts of a host that show that it is not the site's, the most telling first. wrong: the index in
 * the part of the character to report. */
static const struct {
	const char *part;
	size_t wrong;
	enum finding_kind kind;
} signs[] = {
	{ "..", 1, KIND_HOST_DOT },
	{ "xn--", 0, KIND_HOST_PUNYCODE },
	{ SITE ".", sizeof SITE - 1, KIND_HOST_CONTINUED },
	{ "-", 0, KIND_HOST_HYPHEN },
	{ "chsi", 4, KIND_HOST_END }, /* chsi.cn, chsii.com.cn */
	{ "", 0, KIND_HOST_OTHER },
};

static struct finding *report_at(const struct address *a, const char *at, enum finding_code code,
				 enum finding_kind kind, struct findings *out)
{
	return findings_add(out, code, kind, characters_place(&a->c, (size_t)(at - a->text)), 1);
}

static void report_character(const struct address *a, const char *at, struct findings *out)
{
	characters_report(characters_part(&a->c, (size_t)(at - a->text), 1),
			  FINDING_ADDRESS_CHARACTER, KIND_ADDRESS_CHARACTER, out);
}

/* host: letters, digits, hyphens and dots, but no dot at the start. */
static void check_name(const struct address *a, const char *host, struct findings *out)
{
	enum { SHOWN = 24 };
	size_t n = strlen(host), site = strlen(SITE), i = 0;
	const char *sign;
	struct finding *f;

	if (n >= site && strcmp(host + n - site, SITE) == 0) {
		const char *dot = memrchr(host, '.', n - site);
		const char *label = dot != NULL ? dot + 1 : host;
		size_t extra = (size_t)(host + n - site - label);

		if (extra > 0) { /* wchsi.com.cn */
			characters_report(characters_part(&a->c, (size_t)(label - a->text), extra),
					  FINDING_ADDRESS_HOST, KIND_HOST_EXTRA, out);
			return;
		}
		if (strstr(host, "..") == NULL)
			return;
	}
	while ((sign = strstr(host, signs[i].part)) == NULL)
		i++;
	f = report_at(a, sign + signs[i].wrong, FINDING_ADDRESS_HOST, signs[i].kind, out);
	/* The end of a host tells whose it is. */
	snprintf(f->is, sizeof f->is, "%s%s", n > SHOWN ? "…" : "",
		 host + (n > SHOWN ? n - SHOWN : 0));
}

/* host: within a->text, without the path; a port is cut off here. */
static void check_host(const struct address *a, char *host, struct findings *out)
{
	size_t n = strspn(host, LETTERS_DIGITS "-.");

	if (host[n] == ':' && host[n + 1 + strspn(host + n + 1, DIGITS)] == '\0')
		host[n] = '\0';
	if (host[n] != '\0') {
		report_character(a, host + n, out);
		return;
	}
	if (n > 1 && host[n - 1] == '.' && host[n - 2] != '.') /* the dot of the root */
		host[n - 1] = '\0';
	if (host[0] == '\0')
		report_at(a, host, FINDING_ADDRESS_HOST, KIND_HOST_MISSING, out);
	else if (host[0] == '.')
		report_at(a, host, FINDING_ADDRESS_HOST, KIND_HOST_DOT, out);
	else
		check_name(a, host, out);
}

/* host: within a->text, what follows the slashes. */
static void check_rest(const struct address *a, char *host, struct findings *out)
{
	char *end = host + strcspn(host, "/?#\\"), *at;

	if (*end == '\\') { /* browsers take it for a slash, others do not */
		report_character(a, end, out);
		return;
	}
	*end = '\0';
	at = strrchr(host, '@');
	if (at != NULL)
		report_at(a, at, FINDING_ADDRESS_USER, KIND_ADDRESS_USER, out);
	else
		check_host(a, host, out);
}

/* Reports a scheme other than http:// and https://, or one of them with wrong slashes, which
 * browsers accept. scheme: the length of its name. */
static void report_scheme(const struct address *a, size_t scheme, struct findings *out)
{
	char *host = a->text + scheme + 1 + strspn(a->text + scheme + 1, "/\\");
	struct findings found = { 0 };
	bool web = strncmp(a->text, "http:", 5) == 0 || strncmp(a->text, "https:", 6) == 0;

	if (web)
		check_rest(a, host, &found);
	report_at(a, a->text, FINDING_ADDRESS_SCHEME,
		  web && found.count == 0 ? KIND_ADDRESS_SLASHES : KIND_ADDRESS_SCHEME, out);
	explicit_bzero(&found, sizeof found);
}

static void check_address(const struct address *a, struct findings *out)
{
	size_t scheme = strspn(a->text, LETTERS_DIGITS "+-"), before = out->count;
	bool has_scheme = scheme > 0 && a->text[scheme] == ':';
	bool plain = strncmp(a->text, "http://", 7) == 0;

	if (has_scheme && !plain && strncmp(a->text, "https://", 8) != 0) {
		report_scheme(a, scheme, out);
		return;
	}
	check_rest(a, a->text + (has_scheme ? scheme + 3 : 0), out);
	if (plain && out->count == before)
		report_at(a, a->text, FINDING_ADDRESS_PLAIN, KIND_ADDRESS_PLAIN, out);
}

/* Replaces what an input method types in place of ASCII. Slashes are replaced only before the host:
 * within it they may belong to a host that ends otherwise. */
static uint32_t fold_typed(const struct characters *c, size_t i)
{
	uint32_t cp = c->cp[i], narrow = lower_case(text_narrow(cp));

	if (cp == 0x3002 || cp == 0xFF61) /* 。 */
		return '.';
	if (cp == 0x3001) /* 、 on the key of / */
		narrow = '/';
	return narrow != '/' || i < strlen("https://") ? narrow : lower_case(cp);
}

/* Adds what is wrong with the characters after the fold. */
static void judge(const struct characters *c, character_fold *fold, struct findings *out)
{
	struct address a = { *c, characters_ascii(c, fold) };

	check_address(&a, out);
	xwipe(a.text);
}

/* Adds what is wrong with an address. bare: without blanks and invisible characters, whose findings
 * are in `out` already. */
static void add_judged(const struct characters *bare, struct findings *out)
{
	struct findings found = { 0 }, typed = { 0 };
	bool unseen = out->count > 0;
	size_t i = 0;

	judge(bare, character_lower, &found);
	judge(bare, fold_typed, &typed);
	while (i < bare->count && bare->cp[i] < 0x80)
		i++;
	if (i < bare->count && findings_any(&found, SEVERITY_ERROR) &&
	    !findings_any(&typed, SEVERITY_ERROR))
		findings_add(out, FINDING_ADDRESS_CHARACTER, KIND_FULLWIDTH,
			     characters_place(bare, i), 1);
	else if (!unseen || !findings_has(&found, FINDING_ADDRESS_HOST))
		findings_add_all(out, &found);
	explicit_bzero(&found, sizeof found);
	explicit_bzero(&typed, sizeof typed);
}

static bool is_word(uint32_t cp)
{
	return text_narrow(cp) >= 0x80;
}

void site_address_check(const char *address, struct findings *out)
{
	struct characters all = characters_read(address);
	struct characters part = characters_trim(&all, text_is_blank); /* pasted text has some */
	struct characters bare = characters_bare(&part);

	if (bare.count == 0) {
		findings_add(out, FINDING_ADDRESS_EMPTY, KIND_ADDRESS_EMPTY, 0, 0);
	} else if (characters_all(&part, is_word)) {
		findings_add(out, FINDING_ADDRESS_HOST, KIND_ADDRESS_WORDS, 0, 0);
	} else {
		characters_report_unseen(&part, FINDING_ADDRESS_CHARACTER,
					 FINDING_ADDRESS_CHARACTER, out);
		add_judged(&bare, out);
	}
	characters_wipe(&all);
	characters_wipe(&bare);
}
