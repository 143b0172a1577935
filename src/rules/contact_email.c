/* SPDX-License-Identifier: MIT */
/* Is this a mail address? RFC 5321 §4.5.3.1 for the lengths, RFC 5322 §3.2.3 for the characters. */
#include "rules/contact.h"

#include <string.h>

#include "base/text.h"
#include "rules/characters.h"

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

static bool is_of_no_mail(uint32_t cp)
{
	return !is_mail_character(meant(cp));
}

static bool is_mistyped(uint32_t cp)
{
	return !is_of_no_mail(cp) && meant(cp) != cp;
}

/* Returns whether the rest can be judged as what it was meant to be. */
static bool check_characters(const struct characters *c, struct findings *out)
{
	for (size_t i = 0, end; i < c->count; i = end + 1) {
		end = characters_run(c, i, is_mistyped);
		if (end > i)
			character_quote(meant(c->cp[i]), characters_report(c, i, 1, FINDING_EMAIL,
									   KIND_EMAIL_MISTYPED, out)
								 ->should);
	}
	return characters_report_runs(c, is_of_no_mail, FINDING_EMAIL, KIND_EMAIL_CHARACTER, out) ==
	       0;
}

static void report(const struct characters *c, size_t i, enum finding_kind kind,
		   struct findings *out)
{
	findings_add(out, FINDING_EMAIL, kind, c->place[i], 1);
}

/* Whether every dot up to end stands between two others; adds a finding for the first that does not. */
static bool check_dots(const struct characters *c, size_t from, size_t end, struct findings *out)
{
	for (size_t i = from; i < end; i++) {
		if (c->cp[i] != '.' || (i > from && i + 1 < end && c->cp[i - 1] != '.'))
			continue;
		report(c, i, KIND_EMAIL_DOT, out);
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

/* The last label, from index `from` on: two letters at least, and not com with a mistake that nobody sees. */
static void check_top(const struct characters *c, size_t from, struct findings *out)
{
	bool letters = c->count - from >= 2;

	for (size_t i = from; i < c->count; i++)
		letters = letters && c->cp[i] > '9';
	if (!letters)
		report(c, from, KIND_EMAIL_END, out);
	else if (c->count - from == 3 && (c->cp[from] | 0x20) == 'c' &&
		 (c->cp[from + 1] | 0x20) == 'o' && (c->cp[from + 2] | 0x20) == 'n')
		report(c, from + 2, KIND_EMAIL_CON, out);
}

/* from: the index behind the @. */
static void check_domain(const struct characters *c, size_t from, struct findings *out)
{
	if (characters_find(c, from, c->count, '.') == c->count) {
		report(c, from, KIND_EMAIL_NO_END, out);
		return;
	}
	if (!check_dots(c, from, c->count, out))
		return;
	for (size_t start = from, end; start < c->count; start = end + 1) {
		size_t wrong;

		end = characters_find(c, start, c->count, '.');
		wrong = wrong_in_label(c, start, end);
		if (wrong < end) {
			report(c, wrong, KIND_EMAIL_HOST, out);
			return;
		}
		if (end == c->count)
			check_top(c, start, out);
	}
}

static void check_parts(const struct characters *c, struct findings *out)
{
	size_t at = characters_find(c, 0, c->count, '@');
	size_t second = at < c->count ? characters_find(c, at + 1, c->count, '@') : c->count;

	if (at == c->count)
		findings_add(out, FINDING_EMAIL, KIND_EMAIL_NO_AT, 0, 0);
	else if (second < c->count)
		report(c, second, KIND_EMAIL_SECOND_AT, out);
	else if (at == 0)
		report(c, at, KIND_EMAIL_NO_NAME, out);
	else if (at + 1 == c->count)
		report(c, at, KIND_EMAIL_NO_HOST, out);
	else if (at > LOCAL_MAX || c->count > MAIL_MAX)
		findings_add(out, FINDING_EMAIL, KIND_EMAIL_LONG, 0, LOCAL_MAX)->other = MAIL_MAX;
	else if (check_dots(c, 0, at, out))
		check_domain(c, at + 1, out);
}

void contact_check_email(const char *email, struct findings *out)
{
	struct characters all = characters_read(email), bare = characters_bare(&all);
	struct characters mail = characters_fold(&bare, meant_at);

	characters_report_unseen(&all, FINDING_EMAIL, FINDING_EMAIL, out);
	if (check_characters(&bare, out) && mail.count > 0)
		check_parts(&mail, out);
	characters_wipe(&all);
	characters_wipe(&bare);
	characters_wipe(&mail);
}
