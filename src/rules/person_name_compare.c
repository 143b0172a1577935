/* SPDX-License-Identifier: MIT */
/* How does a name differ from the recorded one? Interpuncts by 民委发〔2016〕33号, private use by GB 18030-2022;
 * traditional, simplified and variant forms are different names. */
#include "rules/person_name.h"

#include <string.h>

#include "base/text.h"
#include "rules/compare.h"
#include "rules/name_character.h"
#include "rules/name_order.h"
#include "rules/name_placeholder.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

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

/* Marks as what they are taken for; of several in a row, the first. */
static uint32_t fold_mark(const struct characters *c, size_t i)
{
	uint32_t mark = name_mark(c, i);

	return mark == INTERPUNCT && i > 0 && name_mark(c, i - 1) == INTERPUNCT ? 0 : mark;
}

static uint32_t fold_lookalike(const struct characters *c, size_t i)
{
	return name_fold_lookalike(fold_mark(c, i));
}

static uint32_t fold_private(const struct characters *c, size_t i)
{
	return name_fold_lookalike(name_fold_private(fold_mark(c, i)));
}

/* All but the marks, which in a record may stand for other characters. */
static uint32_t fold_ideograph(const struct characters *c, size_t i)
{
	return name_fold_lookalike(name_fold_private(c->cp[i]));
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

/* Adds what the form says of these places. */
static void add_form(const struct findings *form, size_t first, size_t last, struct findings *out)
{
	for (size_t i = 0; i < form->count; i++)
		if (form->items[i].at >= first && form->items[i].at <= last)
			findings_copy(out, &form->items[i]);
}

/* The end of the marks that are one at index i. */
static size_t mark_end(const struct characters *c, size_t i)
{
	size_t end = i + 1;

	while (end < c->count && fold_mark(c, end) == 0)
		end++;
	return end;
}

static void report_record_mark(const struct characters *e, size_t i, const struct characters *r,
			       size_t from, size_t count, struct findings *out)
{
	characters_quote(r, from, count,
			 characters_report(e, i, 1, FINDING_NAME_PLACEHOLDER, KIND_RECORD_MARK, out)
				 ->should);
}

/* Whether the two differ only in marks that look alike. The entry's are its own fault; an official form prints
 * the interpunct as U+2022, so those of the record are the record's. */
static bool compare_marks(const struct characters *e, const struct characters *r,
			  const struct findings *form, struct findings *out)
{
	struct characters named = characters_fold(e, fold_mark);
	struct characters recorded = characters_fold(r, fold_mark);
	bool equal = characters_equal(&named, &recorded);

	for (size_t k = 0, i = 0, j = 0; equal && k < named.count; k++) {
		size_t e_end = mark_end(e, i), r_end = mark_end(r, j), size = sizeof *e->cp;

		if (e_end - i == r_end - j && memcmp(e->cp + i, r->cp + j, (e_end - i) * size) == 0)
			; /* the same marks */
		else if (e_end - i == 1 && e->cp[i] == named.cp[k])
			report_record_mark(e, i, r, j, r_end - j, out);
		else
			add_form(form, e->place[i], e->place[e_end - 1], out);
		i = e_end;
		j = r_end;
	}
	characters_wipe(&named);
	characters_wipe(&recorded);
	return equal;
}

static bool has_blank_before(const struct characters *c, size_t i)
{
	return i > 0 && i < c->count && c->place[i] > c->place[i - 1] + 1;
}

/* The entry has an interpunct at index i, the record has none. */
static void report_extra_dot(const struct name *entered, size_t i, const struct name *recorded,
			     const struct findings *form, struct findings *out)
{
	const struct characters *e = &entered->normal, *r = &recorded->normal;
	size_t at = e->place[i];
	bool inside = i > 0 && i + 1 < e->count, own = entered->given.cp[at - 1] == INTERPUNCT;

	if (has_blank_before(r, i))
		report_record_mark(e, i, &recorded->given, r->place[i - 1], 1, out);
	else if (inside && own)
		characters_report(e, i, 1, FINDING_NAME_INTERPUNCT, KIND_RECORD_DOT_MISSING, out);
	else if (inside && e->count < NAME_LONG)
		characters_report(&entered->given, at - 1, 1, FINDING_NAME_INTERPUNCT, KIND_EXTRA,
				  out);
	else
		add_form(form, at, inside ? e->place[i + 1] - 1 : entered->given.count, out);
}

/* Blanks stand for one or several interpuncts of the record, the first of them before index i of the entry. */
static void report_dot_blanks(const struct name *entered, const struct characters *r, size_t i,
			      struct findings *out)
{
	const struct characters *e = &entered->normal;
	size_t first = e->place[i - 1], end = e->place[i] - 1, dots = 1;

	for (size_t k = i; k < e->count; k++) {
		if (characters_at(r, k + dots) != INTERPUNCT || e->cp[k] == INTERPUNCT)
			continue;
		if (!has_blank_before(e, k))
			break;
		end = e->place[k] - 1;
		dots++;
	}
	characters_report(&entered->given, first, end - first, FINDING_NAME_INTERPUNCT,
			  dots > 1 ? KIND_DOT_BLANKS : KIND_DOT_BLANK, out);
}

static void report_missing_dot(const struct name *entered, const struct name *recorded,
			       const struct findings *form, struct findings *out)
{
	const struct characters *e = &entered->normal;
	size_t i = characters_differ(e, &recorded->normal), at = characters_place(e, i), before;

	if (characters_at(e, i) == INTERPUNCT) {
		report_extra_dot(entered, i, recorded, form, out);
		return;
	}
	if (i == 0 || i == e->count) {
		character_quote(INTERPUNCT,
				findings_add(out, FINDING_NAME_INTERPUNCT, KIND_RECORD_EXTRA, 0, 0)
					->should);
		return;
	}
	before = e->place[i - 1];
	if (at > before + 1)
		report_dot_blanks(entered, &recorded->normal, i, out);
	else
		findings_add(out, FINDING_NAME_INTERPUNCT, KIND_DOT_MISSING, at, 1);
}

/* Whether the two differ only in interpuncts that one of them lacks. */
static bool compare_dots(const struct name *entered, const struct name *recorded,
			 const struct findings *form, struct findings *out)
{
	struct characters bare_e = characters_fold(&entered->normal, drop_dot);
	struct characters bare_r = characters_fold(&recorded->normal, drop_dot);
	bool equal = characters_equal(&bare_e, &bare_r);

	if (equal)
		report_missing_dot(entered, recorded, form, out);
	characters_wipe(&bare_e);
	characters_wipe(&bare_r);
	return equal;
}

/* True if both may be of one person: Latin names with a third of the letters in their places, others with one
 * character in common. */
static bool have_in_common(const struct characters *e, const struct characters *r)
{
	size_t shorter = e->count < r->count ? e->count : r->count;
	size_t first = characters_differ(e, r);

	if (name_is_in_latin(e))
		return 3 * (first + characters_same_end(e, r, first)) >= shorter;
	for (size_t i = 0; i < e->count; i++)
		if (e->cp[i] != INTERPUNCT && characters_find(r, 0, r->count, e->cp[i]) < r->count)
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
	bool latin = name_is_in_latin(e),
	     short_one = e->count < NAME_LENGTH_MIN || r->count < NAME_LENGTH_MIN;
	bool reported = report_case(&small_e, &small_r, recorded, out);
	bool other = !reported && !short_one && !have_in_common(&small_e, &small_r);
	struct finding *f;

	characters_wipe(&small_e);
	characters_wipe(&small_r);
	if (!other)
		return reported;
	if (latin == name_is_in_latin(r)) {
		findings_add(out, FINDING_NAME_MISMATCH, KIND_NAME_OTHER, e->place[0], e->count);
		return true;
	}
	f = findings_add(out, FINDING_NAME_MISMATCH, KIND_NAME_SCRIPT, e->place[0], e->count);
	finding_quote(latin ? "字母" : "汉字", f->is);
	finding_quote(latin ? "汉字" : "字母", f->should);
	return true;
}

/* The code of a difference at that place: the one of the form, if it found a character that belongs in no name. */
static enum finding_code code_at(const struct findings *form, size_t at)
{
	for (size_t i = 0; i < form->count; i++)
		if (form->items[i].at == at && (form->items[i].code == FINDING_NAME_CHARACTER ||
						form->items[i].code == FINDING_NAME_INTERPUNCT))
			return form->items[i].code;
	return FINDING_NAME_MISMATCH;
}

/* True if the record has a character at index i that belongs in no name, or a mark that is taken for an interpunct
 * where a name is likely to have none. */
static bool is_foreign_at(const struct name *recorded, size_t i)
{
	const struct characters *r = &recorded->normal;

	if (i >= r->count)
		return false;
	return name_drop_foreign(r, i) == 0 ||
	       (r->cp[i] == INTERPUNCT && recorded->given.cp[r->place[i] - 1] != INTERPUNCT &&
		(r->count < NAME_LONG || i + 1 == r->count));
}

/* What no name holds stands in the record, where the entry has `count` characters. */
static void report_record_no_name(const struct name *entered, const struct name *recorded, size_t i,
				  size_t count, const struct findings *form, struct findings *out)
{
	const struct characters *e = &entered->normal, *r = &recorded->normal;
	size_t at = characters_place(e, i), odd = r->count + count - e->count;
	struct finding *f;

	if (count > 0 && name_closing_bracket(r->cp[i]) == 0)
		odd = 1;
	if (count > 0 && code_at(form, at) != FINDING_NAME_MISMATCH) {
		add_form(form, at, at, out);
		return;
	}
	f = findings_add(out, FINDING_NAME_MISMATCH, KIND_RECORD_NO_NAME, at, 1);
	f->other = r->place[i];
	characters_quote(&recorded->given, f->other - 1, odd, f->should);
}

static void report_difference(const struct name *entered, const struct name *recorded,
			      const struct findings *form, struct findings *out)
{
	const struct characters *e = &entered->normal, *r = &recorded->normal;
	size_t i = characters_differ(e, r), same = i + characters_same_end(e, r, i);
	size_t is = e->count - same, end = i, should = r->count - same;
	enum finding_code code = FINDING_NAME_MISMATCH;
	struct finding *f;

	while (end < i + should && !is_foreign_at(recorded, end))
		end++;
	if (should > 0 && end == i) {
		report_record_no_name(entered, recorded, i, is, form, out);
		return;
	}
	if (should > 0 && is > 0)
		code = code_at(form, e->place[i]);
	/* Nobody is to type what belongs in no name. */
	if (end < i + should && is > 0) {
		f = characters_report(e, i, is < end - i ? is : end - i, code, KIND_CHANGED, out);
		characters_quote(r, i, end - i, f->should);
	} else {
		f = compare_places(e, r, code, out);
	}
	characters_quote(&entered->given, f->at - 1, f->count, f->is);
	/* Between Latin words a mark may stand for a blank, which nothing else tells of. */
	if (f->kind == KIND_EXTRA && f->count == 1 && has_blank_before(r, i) &&
	    !has_blank_before(e, i + 1)) {
		f->kind = KIND_CHANGED;
		character_quote(' ', f->should);
	}
}

/* Reports a placeholder in the record. */
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

/* Reports the one character that differs from a record with placeholders. */
static bool report_slip(const struct name *entered, const struct characters *r,
			const struct findings *form, struct findings *out)
{
	const struct characters *e = &entered->normal;
	uint32_t should;
	size_t i;

	if (!name_placeholder_slip(e, r, &i, &should))
		return false;
	character_quote(
		should,
		characters_report(e, i, 1, code_at(form, e->place[i]), KIND_CHANGED, out)->should);
	return true;
}

/* Reports a record that is the beginning of the name. */
static bool report_cut(const struct characters *e, const struct name *recorded,
		       struct findings *out)
{
	size_t kept = name_placeholder_cut(e, &recorded->unmarked, &recorded->given);

	if (kept > 0)
		findings_add(out, FINDING_NAME_TRUNCATED, KIND_TRUNCATED, e->place[kept], kept);
	return kept > 0;
}

/* Reports a placeholder in the entry as one difference. */
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

/* Reports the characters that belong in no name if the rest of the entry is the record's name. */
static bool compare_surrounded(const struct name *entered, const struct name *recorded,
			       const struct findings *form, struct findings *out)
{
	struct characters rest = characters_fold(&entered->unmarked, name_drop_foreign);
	bool surrounded = findings_has(form, FINDING_NAME_CHARACTER) &&
			  characters_equal(&rest, &recorded->normal);

	for (size_t i = 0; surrounded && i < form->count; i++)
		add_form(form, form->items[i].at, form->items[i].at, out);
	characters_wipe(&rest);
	return surrounded;
}

/* Two names that no normalisation makes equal. */
static void compare_whole(struct name *entered, struct name *recorded, const struct findings *form,
			  struct findings *out)
{
	struct characters *e = &entered->normal, *r = &recorded->normal;

	if (compare_dots(entered, recorded, form, out) ||
	    compare_surrounded(entered, recorded, form, out) ||
	    report_placeholder(e, &recorded->unmarked, out) || report_cut(e, recorded, out) ||
	    report_entered_placeholder(&entered->unmarked, r, form, out))
		return;
	name_placeholder_decode(r);
	if (!name_order_report(e, r, &recorded->given, out) &&
	    !report_other(e, r, &recorded->given, out) &&
	    !report_slip(entered, &recorded->unmarked, form, out))
		report_difference(entered, recorded, form, out);
}

/* Between Latin words a blank is part of the name. */
static bool report_missing_blank(const struct name *entered, const struct normalised_difference *d,
				 struct findings *out)
{
	const struct characters *e = &entered->given;
	struct finding *f;

	if (d->recorded != ' ' || !name_is_latin(d->entered) || d->at < 2 ||
	    !name_is_latin(e->cp[d->at - 2]))
		return false;
	f = findings_add(out, FINDING_NAME_SPACE, KIND_MISSING, d->at, 1);
	f->other = d->at;
	character_quote(' ', f->should);
	return true;
}

static void compare(struct name *e, struct name *r, const struct findings *form,
		    struct findings *out)
{
	struct normalised_difference difference;

	if (compare_normalised(&e->normal, &r->normal, unseen_steps, COUNT(unseen_steps),
			       &difference)) {
		if (!report_missing_blank(e, &difference, out))
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
		if (form.count > 0 && form.items[0].kind == KIND_NAME_IS_NUMBER)
			findings_add_all(out, &form);
		else
			compare(&e, &r, &form, out);
	}
	explicit_bzero(&form, sizeof form);
	name_wipe(&e);
	name_wipe(&r);
}
