/* SPDX-License-Identifier: MIT */
/* How does a name differ from the recorded one? Interpuncts by 民委发〔2016〕33号, private use by
 * GB 18030-2022; traditional, simplified and variant forms are different names. */
#include "rules/person_name.h"

#include <string.h>

#include "base/text.h"
#include "rules/compare.h"
#include "rules/name_character.h"
#include "rules/name_order.h"
#include "rules/name_other.h"
#include "rules/name_placeholder.h"

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

/* Replaces marks by the characters that they stand for; of several interpuncts in a row only the
 * first stays. */
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

/* Folds all characters but marks, which in a record may stand for other characters. */
static uint32_t fold_ideograph(const struct characters *c, size_t i)
{
	return name_fold_lookalike(name_fold_private(c->cp[i]));
}

static const struct normalisation unseen_steps[] = {
	{ FINDING_NAME_SPACE, character_drop_blank },
	{ FINDING_NAME_INVISIBLE, character_drop_invisible },
	{ FINDING_NAME_FULLWIDTH, fold_width },
	{ 0 },
};

static const struct normalisation ideograph_steps[] = {
	{ FINDING_NAME_LOOKALIKE, fold_lookalike },
	{ FINDING_NAME_PUA, fold_private },
	{ 0 },
};

/* A name as it was given and as it is normalised. */
struct name {
	const char *text; /* borrowed */
	struct characters given, normal;
	struct characters unmarked; /* normal, but with the marks that were given */
};

struct comparison {
	struct name entered, recorded;
	struct findings alone; /* findings of the entered name by itself */
	struct findings *out;
};

static struct name name_read(const char *s)
{
	return (struct name){ s, .given = characters_read(s), .normal = characters_read(s) };
}

static void name_wipe(struct name *n)
{
	characters_wipe(&n->given);
	characters_wipe(&n->normal);
	characters_wipe(&n->unmarked);
}

/* Adds the findings of the entry by itself at these places. */
static void add_alone(const struct comparison *c, size_t first, size_t last)
{
	for (size_t i = 0; i < c->alone.count; i++)
		if (c->alone.items[i].at >= first && c->alone.items[i].at <= last)
			findings_copy(c->out, &c->alone.items[i]);
}

/* The end of the run of marks at index i, which counts as one mark. */
static size_t mark_end(const struct characters *c, size_t i)
{
	size_t end = i + 1;

	while (end < c->count && fold_mark(c, end) == 0)
		end++;
	return end;
}

/* Reports characters of the entry and quotes those of the record in their place. */
static void report(struct characters is, struct characters should, enum finding_code code,
		   enum finding_kind kind, struct findings *out)
{
	characters_quote(should, characters_report(is, code, kind, out)->should);
}

/* Returns true if the names differ only in marks that look alike, which it reports. Those of the
 * entry are its own mistake; those of the record are the record's: an official form prints the
 * interpunct as U+2022. */
static bool compare_marks(const struct comparison *c)
{
	const struct characters *e = &c->entered.normal, *r = &c->recorded.normal;
	struct characters named = characters_fold(e, fold_mark);
	struct characters recorded = characters_fold(r, fold_mark);
	bool equal = characters_equal(named, recorded);

	for (size_t k = 0, i = 0, j = 0; equal && k < named.count; k++) {
		struct characters own = characters_part(e, i, mark_end(e, i) - i);
		struct characters other = characters_part(r, j, mark_end(r, j) - j);

		if (characters_equal(own, other))
			; /* the same marks */
		else if (own.count == 1 && own.cp[0] == named.cp[k])
			report(own, other, FINDING_NAME_PLACEHOLDER, KIND_RECORD_MARK, c->out);
		else
			add_alone(c, own.place[0], own.place[own.count - 1]);
		i += own.count;
		j += other.count;
	}
	characters_wipe(&named);
	characters_wipe(&recorded);
	return equal;
}

static bool has_blank_before(const struct characters *c, size_t i)
{
	return i > 0 && i < c->count && c->place[i] > c->place[i - 1] + 1;
}

/* Reports an interpunct at index i of the entry that the record lacks. */
static void report_extra_dot(const struct comparison *c, size_t i)
{
	const struct characters *e = &c->entered.normal, *r = &c->recorded.normal;
	struct characters dot = characters_part(e, i, 1);
	size_t at = e->place[i];
	struct characters given = characters_part(&c->entered.given, at - 1, 1);
	bool inside = i > 0 && i + 1 < e->count;

	if (has_blank_before(r, i))
		report(dot, characters_part(&c->recorded.given, r->place[i - 1], 1),
		       FINDING_NAME_PLACEHOLDER, KIND_RECORD_MARK, c->out);
	else if (inside && given.cp[0] == INTERPUNCT)
		characters_report(dot, FINDING_NAME_INTERPUNCT, KIND_RECORD_DOT_MISSING, c->out);
	else if (inside && e->count < NAME_LONG)
		characters_report(given, FINDING_NAME_INTERPUNCT, KIND_EXTRA, c->out);
	else
		add_alone(c, at, inside ? e->place[i + 1] - 1 : c->entered.given.count);
}

/* Reports blanks in place of one or several interpuncts of the record, the first of them before
 * index i of the entry. */
static void report_dot_blanks(const struct comparison *c, size_t i)
{
	const struct characters *e = &c->entered.normal, *r = &c->recorded.normal;
	size_t first = e->place[i - 1], end = e->place[i] - 1, dots = 1;

	for (size_t k = i; k < e->count; k++) {
		if (characters_at(r, k + dots) != INTERPUNCT || e->cp[k] == INTERPUNCT)
			continue;
		if (!has_blank_before(e, k))
			break;
		end = e->place[k] - 1;
		dots++;
	}
	characters_report(characters_part(&c->entered.given, first, end - first),
			  FINDING_NAME_INTERPUNCT, dots > 1 ? KIND_DOT_BLANKS : KIND_DOT_BLANK,
			  c->out);
}

/* Reports the first interpunct that one of the names lacks. */
static void report_missing_dot(const struct comparison *c)
{
	const struct characters *e = &c->entered.normal;
	size_t i = characters_differ(e, &c->recorded.normal);
	struct finding *f;

	if (characters_at(e, i) == INTERPUNCT) {
		report_extra_dot(c, i);
	} else if (i == 0 || i == e->count) {
		f = findings_add(c->out, FINDING_NAME_INTERPUNCT, KIND_RECORD_EXTRA, 0, 0);
		character_quote(INTERPUNCT, f->should);
	} else if (has_blank_before(e, i)) {
		report_dot_blanks(c, i);
	} else {
		findings_add(c->out, FINDING_NAME_INTERPUNCT, KIND_DOT_MISSING, e->place[i], 1);
	}
}

/* Returns true if the names differ only in interpuncts that one of them lacks, and reports the
 * first. */
static bool compare_dots(const struct comparison *c)
{
	struct characters bare_e = characters_fold(&c->entered.normal, drop_dot);
	struct characters bare_r = characters_fold(&c->recorded.normal, drop_dot);
	bool equal = characters_equal(bare_e, bare_r);

	if (equal)
		report_missing_dot(c);
	characters_wipe(&bare_e);
	characters_wipe(&bare_r);
	return equal;
}

/* True if both may be of one person: Latin names with a third of the letters in their places,
 * others with one character in common. */
static bool have_in_common(const struct characters *e, const struct characters *r)
{
	size_t shorter = e->count < r->count ? e->count : r->count;

	if (name_is_in_latin(e))
		return 3 * (e->count - characters_difference(e, r).is) >= shorter;
	for (size_t i = 0; i < e->count; i++)
		if (e->cp[i] != INTERPUNCT && characters_find(r, 0, e->cp[i]) < r->count)
			return true;
	return false;
}

/* Reports names that differ only in the case of letters, are in different scripts, or have nothing
 * in common. */
static bool report_other(const struct comparison *c)
{
	const struct characters *e = &c->entered.normal, *r = &c->recorded.normal;
	struct characters small_e = characters_fold(e, character_lower);
	struct characters small_r = characters_fold(r, character_lower);
	bool latin = name_is_in_latin(e), same = characters_equal(small_e, small_r);
	bool other = !same && e->count > 0 && r->count >= NAME_LENGTH_MIN &&
		     !have_in_common(&small_e, &small_r);
	struct finding *f;

	characters_wipe(&small_e);
	characters_wipe(&small_r);
	if (same) {
		f = findings_add(c->out, FINDING_NAME_MISMATCH, KIND_LETTER_CASE, 0, 0);
		characters_quote(c->recorded.given, f->should);
	} else if (other && latin == name_is_in_latin(r)) {
		findings_add(c->out, FINDING_NAME_MISMATCH, KIND_NAME_OTHER, e->place[0], e->count);
	} else if (other) {
		f = findings_add(c->out, FINDING_NAME_MISMATCH, KIND_NAME_SCRIPT, e->place[0],
				 e->count);
		finding_quote(latin ? "字母" : "汉字", f->is);
		finding_quote(latin ? "汉字" : "字母", f->should);
	}
	return same || other;
}

/* Returns the code for a difference at a place: that of the entry's own finding there if it says
 * that the character belongs in no name, else FINDING_NAME_MISMATCH. */
static enum finding_code code_at(const struct comparison *c, size_t at)
{
	for (size_t i = 0; i < c->alone.count; i++) {
		const struct finding *f = &c->alone.items[i];

		if (f->at == at &&
		    (f->code == FINDING_NAME_CHARACTER || f->code == FINDING_NAME_INTERPUNCT))
			return f->code;
	}
	return FINDING_NAME_MISMATCH;
}

/* True if the record has a character at index i that belongs in no name, or a mark that is taken
 * for an interpunct where a name is likely to have none. */
static bool is_foreign_at(const struct name *recorded, size_t i)
{
	const struct characters *r = &recorded->normal;

	if (i >= r->count)
		return false;
	return name_drop_foreign(r, i) == 0 ||
	       (r->cp[i] == INTERPUNCT && recorded->given.cp[r->place[i] - 1] != INTERPUNCT &&
		(r->count < NAME_LONG || i + 1 == r->count));
}

/* The index after the characters of the record from index i on that belong in no name, brackets
 * with what is in them; i: there are none. */
static size_t foreign_end(const struct name *recorded, size_t i)
{
	const struct characters *r = &recorded->normal;

	while (is_foreign_at(recorded, i)) {
		size_t end = characters_find(r, i + 1, name_closing_bracket(r->cp[i]));

		i = end < r->count ? end + 1 : i + 1;
	}
	return i;
}

/* True if the entry is the record's name wherever the record has characters of names. */
static bool is_same_but_foreign(const struct comparison *c)
{
	const struct characters *e = &c->entered.normal, *r = &c->recorded.normal;
	size_t i = 0, j = 0, from = 0, back = SIZE_MAX; /* to be tried next if the rest differs */

	while (i < e->count) {
		size_t end = foreign_end(&c->recorded, j);

		if (end > j) {
			from = i;
			back = j = end;
		} else if (j < r->count && e->cp[i] == r->cp[j]) {
			i++;
			j++;
		} else if (back == SIZE_MAX) {
			return false;
		} else {
			i = ++from;
			j = back;
		}
	}
	return foreign_end(&c->recorded, j) == r->count;
}

/* Takes the entry's characters for what the record lost if something else differs, too. */
static void pass_lost(struct comparison *c)
{
	const struct characters *e = &c->entered.normal;
	struct characters *r = &c->recorded.normal;

	for (;;) {
		size_t i = characters_differ(e, r), end = foreign_end(&c->recorded, i);

		if (end == i || is_same_but_foreign(c))
			return;
		if (i < e->count) {
			r->cp[i] = e->cp[i];
			i++;
		}
		for (; end < r->count; i++, end++) {
			r->cp[i] = r->cp[end];
			r->place[i] = r->place[end];
		}
		explicit_bzero(r->cp + i, (r->count - i) * sizeof *r->cp);
		r->count = i;
	}
}

/* True for what stands for a character that a system could not hold. */
static bool is_lost(uint32_t cp)
{
	return name_is_lost(cp) || cp == U'□' || cp == U'■' || cp == U'〓' || cp == '*';
}

/* Reports characters of the record at index i that belong in no name; the entry has `count`
 * characters there. */
static void report_record_no_name(const struct comparison *c, size_t i, size_t count)
{
	const struct characters *e = &c->entered.normal, *r = &c->recorded.normal;
	size_t at = characters_place(e, i), odd = r->count + count - e->count;
	struct characters lost = characters_part(r, i, odd);
	struct finding *f;

	/* A sign at the end may stand for something invisible. */
	if (count == 0 && i + odd < r->count && characters_all(&lost, is_lost)) {
		f = findings_add(c->out, FINDING_NAME_MISMATCH, KIND_LEFT_OUT, at, lost.count);
		f->other = r->place[i];
		characters_quote(lost, f->should);
		return;
	}

	if (count > 0 && name_closing_bracket(r->cp[i]) == 0)
		odd = 1;
	if (count > 0 && code_at(c, at) != FINDING_NAME_MISMATCH) {
		add_alone(c, at, at);
		return;
	}
	if (count == 0 && findings_has(&c->alone, FINDING_NAME_CHARACTER)) {
		findings_add_all(c->out, &c->alone);
		return;
	}
	f = findings_add(c->out, FINDING_NAME_MISMATCH, KIND_RECORD_NO_NAME, at, 1);
	f->other = r->place[i];
	characters_quote(characters_part(&c->recorded.given, f->other - 1, odd), f->should);
}

static void report_difference(const struct comparison *c)
{
	const struct characters *e = &c->entered.normal, *r = &c->recorded.normal;
	struct difference d = characters_difference(e, r);
	size_t i = d.first, wanted = 0;
	enum finding_code code = FINDING_NAME_MISMATCH;
	struct finding *f;

	while (wanted < d.should && !is_foreign_at(&c->recorded, i + wanted))
		wanted++;
	if (d.should > 0 && wanted == 0) {
		report_record_no_name(c, i, d.is);
		return;
	}
	if (d.should > 0 && d.is > 0)
		code = code_at(c, e->place[i]);
	/* Do not ask for characters that belong in no name. */
	if (wanted < d.should && d.is > 0) {
		f = characters_report(characters_part(e, i, d.is < wanted ? d.is : wanted), code,
				      KIND_CHANGED, c->out);
		characters_quote(characters_part(r, i, wanted), f->should);
	} else {
		f = compare_places(e, r, code, c->out);
	}
	characters_quote(characters_part(&c->entered.given, f->at - 1, f->count), f->is);
	/* the blank before a surplus character is surplus, too */
	if (f->kind == KIND_EXTRA && f->at > 1 && has_blank_before(e, i)) {
		f->at--;
		f->count++;
	}
	/* Between Latin words a mark may stand for a blank, which is not reported elsewhere. */
	if (f->kind == KIND_EXTRA && f->count == 1 && has_blank_before(r, i) &&
	    !has_blank_before(e, i + 1)) {
		f->kind = KIND_CHANGED;
		character_quote(' ', f->should);
	}
}

/* How many characters of a name from index `first` on the `length` ones of the other name stand
 * for, if the rest of both is equal; else 1. */
static size_t replaced(const struct characters *name, const struct characters *other, size_t first,
		       size_t length)
{
	size_t rest = other->count - first - length, end = name->count - rest;

	return rest < name->count - first &&
			       characters_equal(characters_part(name, end, rest),
						characters_part(other, first + length, rest))
		       ? end - first
		       : 1;
}

/* The kind of a placeholder in the record; 〇 may be a character of the name, too. */
static enum finding_kind kind_of_placeholder(struct characters own)
{
	if (own.cp[0] == '?' || own.cp[0] == 0xFFFD)
		return KIND_PLACEHOLDER_LOST;
	return own.count == 1 && own.cp[0] == IDEOGRAPH_ZERO ? KIND_PLACEHOLDER_OR_NAME
							     : KIND_PLACEHOLDER;
}

/* Reports a placeholder in the record. */
static bool report_placeholder(const struct comparison *c)
{
	const struct characters *e = &c->entered.normal, *r = &c->recorded.unmarked;
	struct characters own;
	size_t first, length;

	if (!name_placeholder_match(e, r, &first, &length))
		return false;
	own = characters_part(r, first, length);
	report(characters_part(e, first, replaced(e, r, first, length)), own,
	       FINDING_NAME_PLACEHOLDER, kind_of_placeholder(own), c->out);
	return true;
}

/* Reports the one character that differs from a record with placeholders. */
static bool report_slip(const struct comparison *c)
{
	const struct characters *e = &c->entered.normal;
	struct finding *f;
	uint32_t should;
	size_t i;

	if (!name_placeholder_slip(e, &c->recorded.unmarked, &i, &should))
		return false;
	f = characters_report(characters_part(e, i, 1), code_at(c, e->place[i]), KIND_CHANGED,
			      c->out);
	character_quote(should, f->should);
	return true;
}

/* Reports a record that is the beginning of the name. */
static bool report_cut(const struct comparison *c)
{
	const struct characters *e = &c->entered.normal;
	size_t kept = name_placeholder_cut(e, &c->recorded.unmarked, &c->recorded.given);

	if (kept > 0)
		findings_add(c->out, FINDING_NAME_TRUNCATED, KIND_TRUNCATED, e->place[kept], kept);
	return kept > 0;
}

/* Reports a placeholder in the entry as one difference. */
static bool report_entered_placeholder(const struct comparison *c)
{
	const struct characters *e = &c->entered.unmarked, *r = &c->recorded.normal;
	size_t first, length;

	if (!name_placeholder_match(r, e, &first, &length))
		return false;
	report(characters_part(e, first, length),
	       characters_part(r, first, replaced(r, e, first, length)),
	       code_at(c, e->place[first]), KIND_CHANGED, c->out);
	return true;
}

/* True if a name has a remark or the like beside it, and the rest of it is the other. */
static bool is_beside_remark(const struct name *name, const struct name *other)
{
	char text[RECORD_TEXT];
	struct characters rest, bare, real;
	bool is;

	person_name_bare(name->text, text);
	rest = characters_read(text);
	bare = characters_bare(&rest);
	real = characters_fold(&bare, fold_ideograph);
	is = rest.count < name->given.count && characters_equal(real, other->normal);
	explicit_bzero(text, sizeof text);
	characters_wipe(&rest);
	characters_wipe(&bare);
	characters_wipe(&real);
	return is;
}

/* Reports the characters that belong in no name if the rest of the entry is the record's name. */
static bool compare_surrounded(const struct comparison *c)
{
	struct characters rest = characters_fold(&c->entered.unmarked, name_drop_foreign);
	bool surrounded = findings_has(&c->alone, FINDING_NAME_CHARACTER) &&
			  (characters_equal(rest, c->recorded.normal) ||
			   is_beside_remark(&c->entered, &c->recorded));

	if (surrounded)
		findings_add_all(c->out, &c->alone);
	characters_wipe(&rest);
	return surrounded;
}

/* Reports the brackets or quotes around the record's name if the rest of it is the entry. */
static bool report_brackets(const struct comparison *c)
{
	const struct characters *r = &c->recorded.unmarked;
	struct characters rest = characters_trim(r, name_is_bracket);
	bool around = rest.count < r->count && characters_equal(c->entered.normal, rest);

	if (around)
		character_quote(
			r->cp[name_is_bracket(r->cp[0]) ? 0 : rest.count],
			findings_add(c->out, FINDING_NAME_CHARACTER, KIND_RECORD_EXTRA, 0, 0)
				->should);
	return around;
}

/* Reports what stands beside the name in the record if the rest of it is the entry, which has no
 * mistake of its own. */
static bool report_record_remark(const struct comparison *c)
{
	const struct characters *e = &c->entered.given, *r = &c->recorded.given;
	size_t i = characters_differ(e, r);
	struct finding *f;

	if (c->alone.count > 0 || !is_beside_remark(&c->recorded, &c->entered))
		return false;
	f = findings_add(c->out, FINDING_NAME_MISMATCH, KIND_RECORD_NO_NAME, characters_place(e, i),
			 1);
	f->other = i + 1;
	characters_quote(characters_part(r, i, r->count - e->count), f->should);
	return true;
}

static bool is_sign(uint32_t cp)
{
	return name_is_foreign(cp) && !is_digit(cp);
}

/* Reports characters in whose place both names have a sign, as 李?明 and 李□明, if all others are
 * equal: which ones they are is not known. */
static bool report_both_lost(const struct comparison *c)
{
	const struct characters *e = &c->entered.unmarked, *r = &c->recorded.unmarked;

	if (e->count != r->count)
		return false;
	for (size_t i = 0; i < e->count; i++)
		if (e->cp[i] != r->cp[i] && !(is_sign(e->cp[i]) && is_sign(r->cp[i])))
			return false;
	for (size_t i = 0; i < e->count; i++) {
		if (e->cp[i] == r->cp[i])
			continue;
		add_alone(c, e->place[i], e->place[i]);
		report(characters_part(e, i, 1), characters_part(r, i, 1), FINDING_NAME_PLACEHOLDER,
		       KIND_BOTH_LOST, c->out);
	}
	return true;
}

/* Compares two names that no normalisation makes equal. */
static void compare_whole(struct comparison *c)
{
	struct name *e = &c->entered, *r = &c->recorded;

	if (report_both_lost(c) || compare_dots(c) || compare_surrounded(c) || report_brackets(c) ||
	    report_record_remark(c) || report_placeholder(c) || report_cut(c) ||
	    report_entered_placeholder(c))
		return;
	name_placeholder_decode(&r->normal);
	if (name_order_report(&e->normal, &r->normal, &r->given, c->out) || report_other(c) ||
	    report_slip(c))
		return;
	pass_lost(c);
	report_difference(c);
}

/* Reports a blank that the entry lacks between Latin words, where it is part of the name. */
static bool report_missing_blank(const struct comparison *c, const struct normalised_difference *d)
{
	const struct characters *e = &c->entered.given;
	struct finding *f;

	if (d->recorded != ' ' || !name_is_latin(d->entered) || d->at < 2 ||
	    !name_is_latin(e->cp[d->at - 2]))
		return false;
	f = findings_add(c->out, FINDING_NAME_SPACE, KIND_MISSING, d->at, 1);
	f->other = d->at;
	character_quote(' ', f->should);
	return true;
}

static void compare(struct comparison *c)
{
	struct name *e = &c->entered, *r = &c->recorded;
	struct normalised_difference difference;

	if (compare_normalised(&e->normal, &r->normal, unseen_steps, &difference)) {
		if (!report_missing_blank(c, &difference))
			compare_normalised_report(&difference, &c->alone, c->out);
	} else if (!compare_marks(c)) {
		e->unmarked = characters_fold(&e->normal, fold_ideograph);
		r->unmarked = characters_fold(&r->normal, fold_ideograph);
		if (compare_normalised(&e->normal, &r->normal, ideograph_steps, &difference))
			compare_normalised_report(&difference, &c->alone, c->out);
		else
			compare_whole(c);
	}
}

bool person_name_is_none(const struct finding *f)
{
	return f->code == FINDING_NAME_EMPTY || f->kind == KIND_NAME_IS_NUMBER ||
	       f->kind == KIND_NAME_OTHER_NUMBER || f->kind == KIND_NAME_WITH_NUMBER ||
	       f->kind == KIND_NAME_TWO_SCRIPTS;
}

void person_name_compare(const char *entered, const char *recorded, struct findings *out)
{
	struct comparison c = { name_read(entered), name_read(recorded), { 0 }, out };
	size_t before = out->count;

	if (!characters_equal(c.entered.given, c.recorded.given)) {
		person_name_check_unmasked(entered, &c.alone);
		if (c.alone.count > 0 && c.alone.items[0].code != FINDING_NAME_EMPTY &&
		    person_name_is_none(&c.alone.items[0]))
			findings_add_all(out, &c.alone);
		else
			compare(&c);
		if (out->count == before) /* only marks differ, and no finding has their places */
			findings_add_all(out, &c.alone);
	}
	explicit_bzero(&c.alone, sizeof c.alone);
	name_wipe(&c.entered);
	name_wipe(&c.recorded);
}

void person_name_settle_marks(const char *recorded, struct findings *found)
{
	struct characters r = characters_read(recorded);

	for (size_t i = 0; i < found->count; i++) {
		struct finding *f = &found->items[i];

		if (f->kind != KIND_NAME_MARK && f->kind != KIND_DOT_OR_NOTHING)
			continue;
		if (characters_at(&r, f->at - 1) == INTERPUNCT) {
			f->kind = KIND_DOT_WRONG;
			f->code = FINDING_NAME_INTERPUNCT;
		} else if (characters_find(&r, 0, INTERPUNCT) == r.count &&
			   f->kind == KIND_DOT_OR_NOTHING) {
			f->kind = KIND_DOT_NEEDLESS;
		}
	}
	characters_wipe(&r);
}
