/* SPDX-License-Identifier: MIT */
/* How does a name differ from the recorded one? Interpuncts by 民委发〔2016〕33号, private use by GB 18030-2022;
 * traditional, simplified and variant forms are different names. */
#include "rules/person_name.h"

#include <string.h>

#include "base/text.h"
#include "rules/compare_normalised.h"
#include "rules/name_placeholder.h"
#include "rules/person_name_internal.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum {
	FIELD_WIDTH_MIN = 24, /* bytes of GBK: the narrowest name column of the old tables */
	REST_BYTES = 2,
	REST_MAX = 4 /* of a character of GB 18030 */
};

static uint32_t fold_width(const struct characters *c, size_t i)
{
	uint32_t cp = c->cp[i];

	/* Full-width full stop and comma are taken for interpuncts, not for their ASCII forms. */
	return text_is_fullwidth(cp) && !name_is_mark_lookalike(cp) ? text_narrow(cp) : cp;
}

static uint32_t drop_dot(const struct characters *c, size_t i)
{
	return c->cp[i] == INTERPUNCT ? 0 : c->cp[i];
}

static uint32_t fold_lookalike(const struct characters *c, size_t i)
{
	return person_name_fold_lookalike(name_mark(c, i));
}

static uint32_t fold_private(const struct characters *c, size_t i)
{
	return person_name_fold_lookalike(person_name_fold_private(name_mark(c, i)));
}

/* All but the marks, which in a record may stand for other characters. */
static uint32_t fold_ideograph(const struct characters *c, size_t i)
{
	return person_name_fold_lookalike(person_name_fold_private(c->cp[i]));
}

static const struct normalisation unseen_steps[] = {
	{ FINDING_NAME_SPACE, character_drop_blank },
	{ FINDING_NAME_INVISIBLE, character_drop_invisible },
	{ FINDING_NAME_FULLWIDTH, fold_width },
};

static const struct normalisation ideograph_steps[] = {
	{ FINDING_NAME_LOOKALIKE, fold_lookalike },
	{ FINDING_NAME_PUA, fold_private },
};

/* Adds what the form says of the character at this place. */
static void add_at(const struct findings *form, size_t at, struct findings *out)
{
	for (size_t i = 0; i < form->count; i++)
		if (form->items[i].at == at)
			*findings_add(out, form->items[i].code, form->items[i].kind, at,
				      form->items[i].count) = form->items[i];
}

/* Whether the two differ only in marks that look alike. The entry's are its own fault; an official form prints
 * the interpunct as U+2022, so those of the record are the record's. */
static bool compare_marks(const struct characters *e, const struct characters *r,
			  const struct findings *form, struct findings *out)
{
	struct characters named = characters_fold(e, name_mark);
	struct characters recorded = characters_fold(r, name_mark);
	bool equal = characters_equal(&named, &recorded);

	for (size_t i = 0; equal && i < e->count; i++) {
		if (e->cp[i] == r->cp[i])
			continue;
		if (e->cp[i] != named.cp[i])
			add_at(form, e->place[i], out);
		else
			character_quote(r->cp[i],
					characters_report(e, i, 1, FINDING_NAME_PLACEHOLDER,
							  KIND_RECORD_MARK, out)
						->should);
	}
	characters_wipe(&named);
	characters_wipe(&recorded);
	return equal;
}

static void report_missing_dot(const struct characters *e, const struct characters *r,
			       struct findings *out)
{
	size_t i = characters_differ(e, r), at = characters_place(e, i);

	if (characters_at(e, i) == INTERPUNCT && i > 0 && i < r->count &&
	    r->place[i] > r->place[i - 1] + 1)
		character_quote(' ', characters_report(e, i, 1, FINDING_NAME_PLACEHOLDER,
						       KIND_RECORD_MARK, out)
					     ->should);
	else if (characters_at(e, i) == INTERPUNCT)
		characters_report(e, i, 1, FINDING_NAME_INTERPUNCT,
				  i == 0 || i + 1 == e->count ? KIND_DOT_NEEDLESS
							      : KIND_RECORD_DOT_MISSING,
				  out);
	else if (i == 0 || i == e->count)
		character_quote(INTERPUNCT,
				findings_add(out, FINDING_NAME_INTERPUNCT, KIND_RECORD_EXTRA, 0, 0)
					->should);
	else if (at > e->place[i - 1] + 1)
		findings_add(out, FINDING_NAME_INTERPUNCT, KIND_DOT_BLANK, e->place[i - 1] + 1,
			     at - e->place[i - 1] - 1);
	else
		findings_add(out, FINDING_NAME_INTERPUNCT, KIND_DOT_MISSING, at, 1);
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

static size_t gbk_bytes(uint32_t cp)
{
	return cp < 0x80 ? 1 : cp > 0xFFFF ? 4 : 2;
}

/* Whether the record is the beginning of the name, as wide as a column of the old tables. What is left of its
 * last character there may be ? or blanks. recorded: as it was given. */
static bool compare_cut(const struct characters *e, const struct characters *r,
			const struct characters *recorded, struct findings *out)
{
	size_t kept = r->count, end = recorded->count, width = 0, rest = 0;

	while (kept > 0 && (r->cp[kept - 1] == '?' || r->cp[kept - 1] == 0xFFFD)) {
		kept--;
		rest += REST_BYTES;
	}
	while (end > 0 && text_is_blank(recorded->cp[end - 1])) {
		end--;
		rest += REST_BYTES;
	}
	for (size_t i = 0; i < kept; i++)
		width += gbk_bytes(r->cp[i]);
	width += rest < REST_MAX ? rest : REST_MAX;
	if (width < FIELD_WIDTH_MIN || kept >= e->count || characters_differ(e, r) < kept)
		return false;
	findings_add(out, FINDING_NAME_TRUNCATED, KIND_TRUNCATED, e->place[kept], kept);
	return true;
}

static size_t occurrences(const struct characters *c, uint32_t cp)
{
	size_t count = 0;

	for (size_t i = 0; i < c->count; i++)
		count += c->cp[i] == cp;
	return count;
}

static bool is_latin_name(const struct characters *c)
{
	for (size_t i = 0; i < c->count; i++)
		if (name_is_ideograph(c->cp[i]))
			return false;
	return c->count > 0 && name_is_latin(c->cp[0]);
}

/* Whether e is r with its two parts, the first of k characters, exchanged; gap: 1 if an interpunct is between
 * them. */
static bool is_turned_at(const struct characters *e, const struct characters *r, size_t k,
			 size_t gap)
{
	size_t rest = r->count - k - gap, size = sizeof *e->cp;

	return (gap == 0 || (r->cp[k] == INTERPUNCT && e->cp[rest] == INTERPUNCT)) &&
	       memcmp(e->cp, r->cp + k + gap, rest * size) == 0 &&
	       memcmp(e->cp + rest + gap, r->cp, k * size) == 0;
}

/* Surname and given name, or what stands before and behind an interpunct. */
static bool is_turned(const struct characters *e, const struct characters *r)
{
	for (size_t gap = 0; gap <= 1; gap++)
		for (size_t k = 1; e->count == r->count && k + gap < r->count; k++)
			if (is_turned_at(e, r, k, gap))
				return true;
	return false;
}

/* The same characters in another order. */
static bool report_order(const struct characters *e, const struct characters *r,
			 const struct characters *recorded, struct findings *out)
{
	size_t same = 0, first = characters_differ(e, r), last = e->count;

	for (size_t i = 0; i < e->count; i++)
		same += occurrences(e, e->cp[i]) == occurrences(r, e->cp[i]);
	if (same < e->count || e->count != r->count)
		return false;
	if (e->count > NAME_LENGTH_MIN && is_turned(e, r)) {
		characters_quote(
			recorded, 0, recorded->count,
			characters_report(e, 0, e->count, FINDING_NAME_ORDER, KIND_NAME_TURNED, out)
				->should);
		return true;
	}
	while (e->cp[last - 1] == r->cp[last - 1])
		last--;
	characters_quote(
		r, first, last - first,
		characters_report(e, first, last - first, FINDING_NAME_ORDER, KIND_NAME_ORDER, out)
			->should);
	return true;
}

/* Equal characters at both ends. */
static size_t ends_in_common(const struct characters *e, const struct characters *r)
{
	size_t first = characters_differ(e, r), last = 0;

	while (first + last < e->count && first + last < r->count &&
	       e->cp[e->count - 1 - last] == r->cp[r->count - 1 - last])
		last++;
	return first + last;
}

/* Of Latin names, a third of the letters in their places; of others, one character anywhere. */
static bool have_in_common(const struct characters *e, const struct characters *r)
{
	size_t shorter = e->count < r->count ? e->count : r->count;

	if (is_latin_name(e) && is_latin_name(r))
		return 3 * ends_in_common(e, r) >= shorter;
	for (size_t i = 0; i < e->count; i++)
		if (e->cp[i] != INTERPUNCT && occurrences(r, e->cp[i]) > 0)
			return true;
	return false;
}

/* Latin names of one length that differ in capitals only. */
static bool report_case(const struct characters *e, const struct characters *r,
			const struct characters *recorded, struct findings *out)
{
	if (!characters_equal(e, r))
		return false;
	characters_quote(recorded, 0, recorded->count,
			 findings_add(out, FINDING_NAME_MISMATCH, KIND_LETTER_CASE, 0, 0)->should);
	return true;
}

/* Names in other capitals, of another script, or with nothing in common. */
static bool report_other(const struct characters *e, const struct characters *r,
			 const struct characters *recorded, struct findings *out)
{
	struct characters small_e = characters_fold(e, character_lower);
	struct characters small_r = characters_fold(r, character_lower);
	bool latin = is_latin_name(e),
	     short_one = e->count < NAME_LENGTH_MIN || r->count < NAME_LENGTH_MIN;
	bool told = report_case(&small_e, &small_r, recorded, out);
	bool other = !told && !short_one && !have_in_common(&small_e, &small_r);
	struct finding *f;

	characters_wipe(&small_e);
	characters_wipe(&small_r);
	if (!other)
		return told;
	if (latin == is_latin_name(r)) {
		findings_add(out, FINDING_NAME_MISMATCH, KIND_NAME_OTHER, e->place[0], e->count);
		return true;
	}
	f = findings_add(out, FINDING_NAME_MISMATCH, KIND_NAME_SCRIPT, e->place[0], e->count);
	finding_quote(latin ? "字母" : "汉字", f->is);
	finding_quote(latin ? "汉字" : "字母", f->should);
	return true;
}

/* The code of a difference: that of the form, where what stands there can be in no name. */
static enum finding_code code_at(const struct findings *form, size_t at)
{
	for (size_t i = 0; i < form->count; i++)
		if (form->items[i].at == at && (form->items[i].code == FINDING_NAME_CHARACTER ||
						form->items[i].code == FINDING_NAME_INTERPUNCT))
			return form->items[i].code;
	return FINDING_NAME_MISMATCH;
}

static void report_difference(const struct characters *e, const struct characters *r,
			      const struct findings *form, struct findings *out)
{
	size_t i = characters_differ(e, r), at = characters_place(e, i);
	struct finding *f;

	if (i == e->count && r->count - i > 1) {
		findings_add(out, FINDING_NAME_MISMATCH, KIND_MISSING_END, at, r->count - i);
	} else if (i == r->count) {
		characters_report(e, i, e->count - i, FINDING_NAME_MISMATCH, KIND_EXTRA, out);
	} else if (e->count == r->count + 1 && characters_same_rest(e, i + 1, r, i)) {
		characters_report(e, i, 1, FINDING_NAME_MISMATCH, KIND_EXTRA, out);
	} else if (e->count + 1 == r->count && characters_same_rest(e, i, r, i + 1)) {
		f = findings_add(out, FINDING_NAME_MISMATCH, KIND_MISSING, at, 1);
		f->other = i + 1;
		character_quote(r->cp[i], f->should);
	} else {
		f = characters_report(e, i, 1, code_at(form, at), KIND_CHANGED, out);
		character_quote(r->cp[i], f->should);
	}
}

/* A record that could not hold all of the name. */
static bool report_placeholder(const struct characters *e, const struct characters *r,
			       struct findings *out)
{
	size_t first, length;
	bool lost;

	if (!name_placeholder_match(e, r, &first, &length))
		return false;
	lost = r->cp[first] == '?' || r->cp[first] == 0xFFFD;
	characters_quote(r, first, length,
			 characters_report(e, first, 1, FINDING_NAME_PLACEHOLDER,
					   lost ? KIND_PLACEHOLDER_LOST : KIND_PLACEHOLDER, out)
				 ->should);
	return true;
}

/* The same of the entry, which is told as one difference. */
static bool report_entered_placeholder(const struct characters *e, const struct characters *r,
				       const struct findings *form, struct findings *out)
{
	size_t first, length, rest, count = 1;

	if (!name_placeholder_match(r, e, &first, &length))
		return false;
	rest = e->count - first - length;
	if (rest < r->count - first && characters_same_rest(e, e->count - rest, r, r->count - rest))
		count = r->count - rest - first;
	characters_quote(r, first, count,
			 characters_report(e, first, length, code_at(form, e->place[first]),
					   KIND_CHANGED, out)
				 ->should);
	return true;
}

/* A name as it was given, and without what can be normalised. */
struct name {
	struct characters given, normal;
	struct characters unmarked; /* normal, but with the marks that were given */
};

static void name_wipe(struct name *n)
{
	characters_wipe(&n->given);
	characters_wipe(&n->normal);
	characters_wipe(&n->unmarked);
}

/* Two names that no normalisation makes equal. */
static void compare_whole(struct name *entered, struct name *recorded, const struct findings *form,
			  struct findings *out)
{
	struct characters *e = &entered->normal, *r = &recorded->normal;

	if (compare_dots(e, r, out) || report_placeholder(e, &recorded->unmarked, out) ||
	    compare_cut(e, &recorded->unmarked, &recorded->given, out) ||
	    report_entered_placeholder(&entered->unmarked, r, form, out))
		return;
	name_placeholder_decode(r);
	if (!report_order(e, r, &recorded->given, out) &&
	    !report_other(e, r, &recorded->given, out))
		report_difference(e, r, form, out);
}

static void compare(struct name *e, struct name *r, const struct findings *form,
		    struct findings *out)
{
	struct normalised_difference difference;

	if (compare_normalised(&e->normal, &r->normal, unseen_steps, COUNT(unseen_steps),
			       &difference)) {
		compare_normalised_report(&difference, form, out);
	} else if (!compare_marks(&e->normal, &r->normal, form, out)) {
		e->unmarked = characters_fold(&e->normal, fold_ideograph);
		r->unmarked = characters_fold(&r->normal, fold_ideograph);
		if (compare_normalised(&e->normal, &r->normal, ideograph_steps,
				       COUNT(ideograph_steps), &difference))
			compare_normalised_report(&difference, form, out);
		else
			compare_whole(e, r, form, out);
	}
	explicit_bzero(&difference, sizeof difference);
}

void person_name_compare(const char *entered, const char *recorded, struct findings *out)
{
	struct name e = { .given = characters_read(entered), .normal = characters_read(entered) };
	struct name r = { .given = characters_read(recorded), .normal = characters_read(recorded) };
	struct findings form = { 0 };

	if (!characters_equal(&e.given, &r.given)) {
		person_name_check(entered, &form);
		compare(&e, &r, &form, out);
	}
	explicit_bzero(&form, sizeof form);
	name_wipe(&e);
	name_wipe(&r);
}
