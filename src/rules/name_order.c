/* SPDX-License-Identifier: MIT */
/* Are these the characters of the recorded name in another order? */
#include "rules/name_order.h"

#include <stdio.h>
#include <string.h>

#include "rules/name_character.h"
#include "rules/person_name.h"

static size_t occurrences(const struct characters *c, uint32_t cp)
{
	size_t count = 0;

	for (size_t i = 0; i < c->count; i++)
		count += c->cp[i] == cp;
	return count;
}

/* Returns the length of the first part of r if e is r with its two parts exchanged, else 0. Each
 * part has at least one character; an interpunct may stand between them. */
static size_t parts_swapped_at(const struct characters *e, const struct characters *r)
{
	for (size_t gap = 0; e->count == r->count && gap <= 1; gap++)
		for (size_t k = 1; k + gap < r->count; k++) {
			size_t rest = r->count - k - gap;

			if ((gap == 0 || (r->cp[k] == INTERPUNCT && e->cp[rest] == INTERPUNCT)) &&
			    characters_equal(characters_part(e, 0, rest),
					     characters_part(r, k + gap, rest)) &&
			    characters_equal(characters_part(e, rest + gap, k),
					     characters_part(r, 0, k)))
				return k;
		}
	return 0;
}

static uint32_t small_letters(const struct characters *c, size_t i)
{
	return name_is_latin(c->cp[i]) ? lower_case(c->cp[i]) : 0;
}

static uint32_t drop_marks(const struct characters *c, size_t i)
{
	return name_is_ideograph(c->cp[i]) ? c->cp[i] : 0;
}

/* Quotes a name with the parts before and after its interpunct exchanged. */
static void quote_swapped_parts(const struct characters *c, size_t dot, char out[FINDING_TEXT])
{
	char first[FINDING_TEXT], second[FINDING_TEXT], whole[2 * FINDING_TEXT + 2];

	characters_quote(characters_part(c, 0, dot), first);
	characters_quote(characters_part(c, dot + 1, c->count), second);
	snprintf(whole, sizeof whole, "%s·%s", second, first);
	finding_quote(whole, out);
	explicit_bzero(first, sizeof first);
	explicit_bzero(second, sizeof second);
	explicit_bzero(whole, sizeof whole);
}

static bool is_of_chinese_name(uint32_t cp)
{
	return cp == INTERPUNCT || name_is_ideograph(cp);
}

/* Reports that surname and given name, or the parts before and after an interpunct, are exchanged.
 * Marks between them and the case of Latin letters are ignored. */
static bool report_swapped_parts(const struct characters *e, const struct characters *r,
				 const struct characters *recorded, struct findings *out)
{
	bool latin = name_is_in_latin(e) && name_is_in_latin(r);
	struct characters bare_e = characters_fold(e, latin ? small_letters : drop_marks);
	struct characters bare_r = characters_fold(r, latin ? small_letters : drop_marks);
	size_t k = bare_e.count > NAME_LENGTH_MIN ? parts_swapped_at(&bare_e, &bare_r) : 0;
	size_t dot = characters_find(e, 0, INTERPUNCT);
	char *should;

	if (k > 0) {
		should = characters_report(*e, FINDING_NAME_ORDER, KIND_NAME_PARTS_SWAPPED, out)
				 ->should;
		if (latin)
			characters_quote(*recorded, should);
		else if (parts_swapped_at(e, r) > 0 ||
			 (dot == e->count && characters_all(r, is_of_chinese_name)))
			characters_quote(*r, should);
		else if (dot == e->count)
			characters_quote(bare_r, should);
		else /* the entry's own parts: the record's marks may be wrong */
			quote_swapped_parts(e, dot, should);
	}
	characters_wipe(&bare_e);
	characters_wipe(&bare_r);
	return k > 0;
}

/* Reports the same characters in another order. */
static bool report_order(const struct characters *e, const struct characters *r,
			 const struct characters *recorded, struct findings *out)
{
	size_t same = 0, first = characters_differ(e, r), last = e->count;
	struct finding *f;

	for (size_t i = 0; i < e->count; i++)
		same += occurrences(e, e->cp[i]) == occurrences(r, e->cp[i]);
	if (same < e->count || e->count != r->count)
		return false;
	while (e->cp[last - 1] == r->cp[last - 1])
		last--;
	f = characters_report(characters_part(e, first, last - first), FINDING_NAME_ORDER,
			      KIND_NAME_ORDER, out);
	if (name_is_in_latin(r))
		characters_quote(characters_part(recorded, r->place[first] - 1,
						 r->place[last - 1] - r->place[first] + 1),
				 f->should);
	else
		characters_quote(characters_part(r, first, last - first), f->should);
	return true;
}

bool name_order_report(const struct characters *entered, const struct characters *recorded,
		       const struct characters *given, struct findings *out)
{
	return report_swapped_parts(entered, recorded, given, out) ||
	       report_order(entered, recorded, given, out);
}
