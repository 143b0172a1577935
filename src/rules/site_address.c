/* SPDX-License-Identifier: MIT */
/* Does an address lead to the real site? Taken apart as browsers do (WHATWG URL, RFC 3986 §3): what stands
 * before the first slash must be chsi.com.cn or end in .chsi.com.cn. */
#include "rules/site_address.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "rules/characters.h"

#define SITE "chsi.com.cn"

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

static bool holds_at(const struct characters *c, size_t i, const char *word)
{
	for (; *word != '\0'; word++, i++)
		if (characters_at(c, i) != (unsigned char)*word)
			return false;
	return true;
}

/* The index of the first cp from `from` on; end when there is none before it. */
static size_t find(const struct characters *c, size_t from, size_t end, uint32_t cp)
{
	while (from < end && c->cp[from] != cp)
		from++;
	return from;
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

/* The start of the label before the one at `label`; the name's own start when there is none. */
static const char *label_before(const char *name, const char *label)
{
	if (label == name)
		return label;
	for (label--; label > name && label[-1] != '.'; label--)
		;
	return label;
}

static const char *last_label(const char *name)
{
	return label_before(name, name + strlen(name) + 1);
}

/* Where the labels start that somebody has registered: evil.com in chsi.com.cn.evil.com. */
static const char *owner_of(const char *name)
{
	const char *second = label_before(name, last_label(name));

	return is_shared_level(second) ? label_before(name, second) : second;
}

/* How sentences speak of a host: whose it is, cut at its front to fit. */
static void quote_owner(const char *name, char out[FINDING_TEXT])
{
	enum { ROOM = 20 };
	const char *owner = owner_of(name);
	size_t len = strlen(owner);

	strcpy(out, len > ROOM ? "…" : "");
	strcat(out, owner + (len > ROOM ? len - ROOM : 0));
}

static bool is_site(const char *name)
{
	size_t len = strlen(name), site = strlen(SITE);

	return len >= site && strcmp(name + len - site, SITE) == 0 &&
	       (len == site || name[len - site - 1] == '.');
}

/* Each of these returns where the host's name is wrong in its way; NULL: it is not. */
typedef const char *find_fault(const char *name);

static const char *find_dot(const char *name)
{
	const char *dots = strstr(name, "..");

	return name[0] == '.' ? name : dots != NULL ? dots + 1 : NULL;
}

/* 1.2.3.4, and the one number that browsers take for it as well. */
static const char *find_ip(const char *name)
{
	const char *last = last_label(name);
	bool hex = strncmp(last, "0x", 2) == 0 &&
		   last[2 + strspn(last + 2, "0123456789abcdef")] == '\0';

	return hex || last[strspn(last, "0123456789")] == '\0' ? name : NULL;
}

static const char *find_punycode(const char *name)
{
	const char *label = strstr(name, "xn--");

	while (label != NULL && label > name && label[-1] != '.')
		label = strstr(label + 1, "xn--");
	return label;
}

/* chsi.com.cn.evil.com */
static const char *find_continued(const char *name)
{
	const char *site = strstr(name, SITE ".");

	return site != NULL ? site + strlen(SITE) : NULL;
}

static const char *find_hyphen(const char *name)
{
	return strchr(name, '-');
}

/* wwwchsi.com.cn */
static const char *find_missing_dot(const char *name)
{
	const char *owner = owner_of(name);

	return strcmp(owner, "www" SITE) == 0 ? owner + 3 : NULL;
}

/* wchsi.com.cn */
static const char *find_extra_w(const char *name)
{
	const char *owner = owner_of(name);
	size_t w = strspn(owner, "w");

	return w > 0 && strcmp(owner + w, SITE) == 0 ? owner : NULL;
}

/* chsi.com, chsi.net.cn */
static const char *find_other_end(const char *name)
{
	const char *owner = owner_of(name);

	return strncmp(owner, "chsi.", 5) == 0 ? owner + 5 : NULL;
}

/* The letter that a digit, or l, is taken for. */
static char letter_for(char c)
{
	return c == '5' ? 's' : c == '1' || c == 'l' ? 'i' : c;
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
static const char *find_similar(const char *name)
{
	const char *owner = owner_of(name);
	size_t same = 0, i = 0;

	while (owner[i] != '\0' && letter_for(owner[i]) == SITE[i])
		i++;
	while (owner[same] == SITE[same])
		same++;
	return is_one_slip(owner, SITE) || (owner[i] == '\0' && SITE[i] == '\0') ? owner + same
										 : NULL;
}

/* The first that is found is the one that says most. */
static const struct {
	find_fault *find;
	enum finding_slip slip;
} faults[] = {
	{ find_dot, SLIP_HOST_DOT },           { find_ip, SLIP_HOST_IP },
	{ find_punycode, SLIP_HOST_PUNYCODE }, { find_continued, SLIP_HOST_CONTINUED },
	{ find_hyphen, SLIP_HOST_HYPHEN },     { find_missing_dot, SLIP_HOST_NO_DOT },
	{ find_extra_w, SLIP_HOST_EXTRA_W },   { find_other_end, SLIP_HOST_END },
	{ find_similar, SLIP_HOST_SIMILAR },   { owner_of, SLIP_HOST_OTHER },
};

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
	const char *at = NULL;
	size_t fault = 0, i;
	enum finding_slip slip;
	struct finding *f;

	if (find_dot(name) == NULL && is_site(name))
		return;
	while ((at = faults[fault].find(name)) == NULL)
		fault++;
	slip = faults[fault].slip;
	for (i = a->end; slip == SLIP_HOST_OTHER && i < a->plain.count; i++)
		if (holds_at(&a->plain, i, SITE))
			slip = SLIP_HOST_IN_PATH;
	i = a->start + (size_t)(at - name);
	/* What is missing at its end is shown at its last character. */
	f = findings_add(out, FINDING_ADDRESS_HOST, slip,
			 a->plain.place[*at == '\0' && at > name ? i - 1 : i], strspn(at, "w"));
	quote_owner(name, f->is);
}

static void check_port(const struct address *a, size_t colon, struct findings *out)
{
	uint32_t port = 0;

	for (size_t i = colon + 1; i < a->end && port <= PORT_MAX; i++)
		port = a->plain.cp[i] >= '0' && a->plain.cp[i] <= '9'
			       ? port * 10 + a->plain.cp[i] - '0'
			       : PORT_MAX + 1;
	if (port > PORT_MAX)
		findings_add(out, FINDING_ADDRESS_CHARACTER, SLIP_ADDRESS_PORT,
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
				  a->given.cp[i] == '%' ? SLIP_ADDRESS_ENCODED
							: SLIP_ADDRESS_NOT_OF_HOST,
				  out);
	return i == end;
}

static void check_host(const struct address *a, struct findings *out)
{
	size_t colon = find(&a->plain, a->start, a->end, ':'),
	       at = characters_place(&a->plain, a->start);
	char *name;

	if (characters_at(&a->plain, a->start) == '[') {
		findings_add(out, FINDING_ADDRESS_HOST, SLIP_HOST_IP, at, 1);
		return;
	}
	if (!check_host_characters(a, colon, out))
		return;
	check_port(a, colon, out);
	name = host_name(&a->plain, a->start, colon);
	if (name[0] == '\0')
		findings_add(out, FINDING_ADDRESS_HOST, SLIP_HOST_MISSING, at, 1);
	else
		check_name(a, name, out);
	free(name);
}

/* at: the index of the last @ before the path. */
static void report_user(const struct address *a, size_t at, struct findings *out)
{
	char *name = host_name(&a->plain, at + 1, find(&a->plain, at + 1, a->end, ':'));
	struct finding *f =
		findings_add(out, FINDING_ADDRESS_USER, SLIP_ADDRESS_USER, a->plain.place[at], 1);

	if (name[0] != '\0')
		quote_owner(name, f->is);
	else
		strcpy(f->is, "后面的网站");
	free(name);
}

/* A finding for each run of characters that are not of ASCII up to the path, and for a backslash anywhere. */
static void check_characters(const struct address *a, struct findings *out)
{
	/* The character that ends the host counts: it may be one that only looks like a slash. */
	size_t last = a->end < a->given.count ? a->end + 1 : a->end;
	size_t slash = find(&a->given, 0, a->given.count, '\\');

	for (size_t i = 0, end; i < a->given.count; i = end + 1) {
		bool known = !is_not_ascii(a->plain.cp[i]);

		end = characters_run(&a->given, i, i < last ? is_not_ascii : is_damaged);
		if (end > i)
			character_quote(a->plain.cp[i],
					characters_report(&a->given, i, 1,
							  FINDING_ADDRESS_CHARACTER,
							  known ? SLIP_ADDRESS_LOOKALIKE
								: SLIP_ADDRESS_CHARACTER,
							  out)
						->should);
	}
	if (slash < a->given.count)
		findings_add(out, FINDING_ADDRESS_CHARACTER, SLIP_ADDRESS_BACKSLASH,
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
	if (scheme > 0 && !holds_at(c, 0, "http:") && !holds_at(c, 0, "https:"))
		findings_add(out, FINDING_ADDRESS_SCHEME, SLIP_ADDRESS_SCHEME, c->place[0], scheme);
	else if (slashes != (scheme > 0 ? 2 : 0))
		findings_add(out, FINDING_ADDRESS_SCHEME, SLIP_ADDRESS_SLASHES,
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
	if (out->count == before && holds_at(&a->plain, 0, "http:"))
		findings_add(out, FINDING_ADDRESS_PLAIN, SLIP_ADDRESS_PLAIN, a->plain.place[0], 5);
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
		findings_add(out, FINDING_ADDRESS_EMPTY, SLIP_ADDRESS_EMPTY, 0, 0);
	} else {
		characters_report_unseen(&part, FINDING_ADDRESS_CHARACTER,
					 FINDING_ADDRESS_CHARACTER, out);
		check_parts(&a, out);
	}
	characters_wipe(&all);
	characters_wipe(&a.given);
	characters_wipe(&a.plain);
}
