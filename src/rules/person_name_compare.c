/* SPDX-License-Identifier: MIT */
/* How does a name differ from the recorded one? Interpuncts by 民委发〔2016〕33号, private use by GB 18030-2022;
 * traditional, simplified and variant forms are different names. */
#include "rules/person_name.h"

#include <string.h>

#include "base/text.h"
#include "rules/compare_normalised.h"
#include "rules/person_name_internal.h"

enum { FIELD_WIDTH_MIN = 12 }; /* 24 bytes of GBK: the narrowest name column of the old tables */

static uint32_t fold_width(const struct characters *c, size_t i)
{
	uint32_t cp = c->cp[i];

	/* Full-width full stop and comma are taken for interpuncts, not for their ASCII forms. */
	return text_is_fullwidth(cp) && !person_name_is_dot(cp) ? text_narrow(cp) : cp;
}

static uint32_t fold_dot(const struct characters *c, size_t i)
{
	return person_name_is_dot(c->cp[i]) && !name_is_latin_mark(c, i) ? INTERPUNCT : c->cp[i];
}

static uint32_t drop_dot(const struct characters *c, size_t i)
{
	return c->cp[i] == INTERPUNCT ? 0 : c->cp[i];
}

static uint32_t fold_lookalike(const struct characters *c, size_t i)
{
	return person_name_fold_lookalike(c->cp[i]);
}

static uint32_t fold_private(const struct characters *c, size_t i)
{
	return person_name_fold_lookalike(person_name_fold_private(c->cp[i]));
}

static const struct normalisation steps[] = {
	{ FINDING_NAME_SPACE, character_drop_blank },
	{ FINDING_NAME_INVISIBLE, character_drop_invisible },
	{ FINDING_NAME_FULLWIDTH, fold_width },
	{ FINDING_NAME_INTERPUNCT, fold_dot },
	{ FINDING_NAME_LOOKALIKE, fold_lookalike },
	{ FINDING_NAME_PUA, fold_private },
};

static void report_missing_dot(const struct characters *e, const struct characters *r,
			       struct findings *out)
{
	size_t i = characters_differ(e, r), at = characters_place(e, i);

	if (characters_at(e, i) == INTERPUNCT)
		characters_report(e, i, 1, FINDING_NAME_INTERPUNCT,
				  i == 0 || i + 1 == e->count ? SLIP_DOT_NEEDLESS
							      : SLIP_RECORD_DOT_MISSING,
				  out);
	else if (i == 0 || i == e->count)
		character_quote(INTERPUNCT,
				findings_add(out, FINDING_NAME_INTERPUNCT, SLIP_RECORD_EXTRA, 0, 0)
					->should);
	else if (at > e->place[i - 1] + 1)
		findings_add(out, FINDING_NAME_INTERPUNCT, SLIP_DOT_BLANK, e->place[i - 1] + 1,
			     at - e->place[i - 1] - 1);
	else
		findings_add(out, FINDING_NAME_INTERPUNCT, SLIP_DOT_MISSING, at, 1);
}

/* Whether the two differ only in interpuncts that one of them lacks. */
static bool compare_dots(const struct characters *e, const struct characters *r,
			 struct findings *out)
{
	struct characters bare_e = characters_fold(e, drop_dot);
	struct characters bare_r = characters_fold(r, drop_dot);
	bool equal = characters_equal(&bare_e, &bare_r);

	if (equal)
		report_missing_dot(e, r, out);
	characters_wipe(&bare_e);
	characters_wipe(&bare_r);
	return equal;
}

static bool is_capital(uint32_t cp)
{
	return cp >= 'A' && cp <= 'Z';
}

/* What stands in a record for a character that a system could not hold. */
static bool is_placeholder(uint32_t cp)
{
	return cp == '?' || cp == '*' || cp == 0x25A0 || cp == 0x25A1 || cp == 0x25CB ||
	       cp == 0x3013 || cp == 0xFFFD || name_is_private(cp) || is_capital(cp);
}

static bool is_vowel(uint32_t cp)
{
	return cp == 'A' || cp == 'E' || cp == 'I' || cp == 'O' || cp == 'U' || cp == 'V';
}

/* How many characters a run of placeholders may stand for: one each, one a syllable of pinyin. */
static size_t capacity(const struct characters *r, size_t start, size_t end)
{
	size_t count = 0;

	for (size_t i = start; i < end; i++)
		if (!is_capital(r->cp[i]) ||
		    (is_vowel(r->cp[i]) && (i == start || !is_vowel(r->cp[i - 1]))))
			count++;
	return count == 0 && end > start ? 1 : count;
}

/* Matches the entry against a record with placeholders. *first: the entry's first character that
 * one of them stands for. */
static bool matches_placeholders(const struct characters *e, const struct characters *r,
				 size_t *first, size_t *first_recorded)
{
	size_t i = 0, j = 0, same = 0, capitals = 0;

	*first = e->count;
	while (j < r->count) {
		size_t end = characters_run(r, j, is_placeholder), room = capacity(r, j, end);

		if (characters_at(e, i) == r->cp[j]) {
			i++;
			j++;
			same++;
			continue;
		}
		if (room == 0 || !name_is_ideograph(characters_at(e, i)))
			return false;
		if (*first == e->count) {
			*first = i;
			*first_recorded = j;
		}
		capitals += is_capital(r->cp[j]) ? 1 : 0;
		for (i++, room--; room > 0 && name_is_ideograph(characters_at(e, i)) &&
				  e->cp[i] != characters_at(r, end);
		     room--)
			i++;
		j = end;
	}
	/* A name all in letters is another name, not a placeholder for one. */
	return i == e->count && (same > 0 || capitals == 0);
}

static bool compare_damaged(const struct characters *e, const struct characters *r,
			    struct findings *out)
{
	size_t first, recorded = 0;

	if (matches_placeholders(e, r, &first, &recorded)) {
		character_quote(r->cp[recorded],
				characters_report(e, first, 1, FINDING_NAME_PLACEHOLDER,
						  SLIP_PLACEHOLDER, out)
					->should);
		return true;
	}
	if (r->count < FIELD_WIDTH_MIN || r->count >= e->count ||
	    characters_differ(e, r) < r->count)
		return false;
	findings_add(out, FINDING_NAME_TRUNCATED, SLIP_TRUNCATED, e->place[r->count], r->count);
	return true;
}

static size_t occurrences(const struct characters *c, uint32_t cp)
{
	size_t count = 0;

	for (size_t i = 0; i < c->count; i++)
		count += c->cp[i] == cp;
	return count;
}

/* Two whole names: the same characters in another order, or not one in common. */
static bool report_whole(const struct characters *e, const struct characters *r,
			 struct findings *out)
{
	size_t same = 0, common = 0, first = characters_differ(e, r), last = e->count;

	for (size_t i = 0; i < e->count; i++) {
		same += occurrences(e, e->cp[i]) == occurrences(r, e->cp[i]);
		common += occurrences(r, e->cp[i]) > 0;
	}
	if (same == e->count && e->count == r->count) {
		while (e->cp[last - 1] == r->cp[last - 1])
			last--;
		characters_quote(r, first, last - first,
				 characters_report(e, first, last - first, FINDING_NAME_ORDER,
						   SLIP_NAME_ORDER, out)
					 ->should);
		return true;
	}
	if (common > 0 || e->count < NAME_LENGTH_MIN || r->count < NAME_LENGTH_MIN)
		return false;
	findings_add(out, FINDING_NAME_MISMATCH, SLIP_NAME_OTHER, e->place[0], e->count);
	return true;
}

static void report_difference(const struct characters *e, const struct characters *r,
			      struct findings *out)
{
	size_t i = characters_differ(e, r), at = characters_place(e, i);
	struct finding *f;

	if (i == e->count && r->count - i > 1) {
		findings_add(out, FINDING_NAME_MISMATCH, SLIP_MISSING_END, at, r->count - i);
	} else if (i == r->count) {
		characters_report(e, i, e->count - i, FINDING_NAME_MISMATCH, SLIP_EXTRA, out);
	} else if (e->count == r->count + 1 && characters_same_rest(e, i + 1, r, i)) {
		characters_report(e, i, 1, FINDING_NAME_MISMATCH, SLIP_EXTRA, out);
	} else if (e->count + 1 == r->count && characters_same_rest(e, i, r, i + 1)) {
		f = findings_add(out, FINDING_NAME_MISMATCH, SLIP_MISSING, at, 1);
		f->other = i + 1;
		character_quote(r->cp[i], f->should);
	} else {
		f = characters_report(e, i, 1, FINDING_NAME_MISMATCH, SLIP_CHANGED, out);
		character_quote(r->cp[i], f->should);
	}
}

void person_name_compare(const char *entered, const char *recorded, struct findings *out)
{
	struct characters e = characters_read(entered), r = characters_read(recorded);
	struct findings form = { 0 };
	struct normalised_difference difference;

	if (!characters_equal(&e, &r)) {
		person_name_check(entered, &form);
		if (compare_normalised(&e, &r, steps, sizeof steps / sizeof *steps, &difference))
			compare_normalised_report(&difference, &form, out);
		else if (!compare_dots(&e, &r, out) && !compare_damaged(&e, &r, out) &&
			 !report_whole(&e, &r, out))
			report_difference(&e, &r, out);
	}
	explicit_bzero(&form, sizeof form);
	explicit_bzero(&difference, sizeof difference);
	characters_wipe(&e);
	characters_wipe(&r);
}
