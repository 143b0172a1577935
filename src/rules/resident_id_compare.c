/* SPDX-License-Identifier: MIT */
/* How does a number differ from the recorded one? The numbers of GB 11643-1999, of 18 characters
 * and of 15. */
#include "rules/resident_id.h"

#include <string.h>

#include "base/text.h"
#include "rules/compare.h"
#include "rules/document.h"

enum {
	SECRET = 14, /* characters before it can be guessed: county, date of birth */
	MISTAKES_MAX = 2,
	ENTERED_MAX = 3, /* changed characters that a reader can compare at a glance */
	QUOTED_MAX = 4,  /* characters of the record; more would help those who guess */
	MANTISSA_MAX = 15
};

static uint32_t fold_width(const struct characters *c, size_t i)
{
	uint32_t cp = c->cp[i];
	bool of_wide = i > 0 && is_fullwidth_digit(c->cp[i - 1]); /* its X is no look-alike */

	return text_is_fullwidth(cp) && (of_wide || !id_is_x_lookalike(cp)) ? text_narrow(cp) : cp;
}

static uint32_t fold_case(const struct characters *c, size_t i)
{
	return c->cp[i] == 'x' ? 'X' : c->cp[i];
}

static uint32_t fold_x(const struct characters *c, size_t i)
{
	return id_is_x_lookalike(c->cp[i]) ? 'X' : c->cp[i];
}

/* Only numbers of other documents have letters. */
static uint32_t fold_letter(const struct characters *c, size_t i)
{
	return c->cp[i] >= 'a' && c->cp[i] <= 'z' ? c->cp[i] - ('a' - 'A') : c->cp[i];
}

static const struct normalisation steps[] = {
	{ FINDING_ID_SPACE, character_drop_blank },
	{ FINDING_ID_INVISIBLE, character_drop_invisible },
	{ FINDING_ID_FULLWIDTH, fold_width },
	{ FINDING_ID_LOWERCASE_X, fold_case },
	{ FINDING_ID_X_LOOKALIKE, fold_x },
	{ FINDING_ID_CHARACTER, fold_letter },
	{ 0 },
};

/* True if `old` is the 15-digit form of `now`: without the century, without check character.
 * Students of this century leave out the 20 as their parents did the 19. */
static bool is_old_form(const struct characters *old, const struct characters *now)
{
	return old->count == ID_LENGTH_OLD && now->count == ID_LENGTH &&
	       (characters_hold(now, 6, "19") || characters_hold(now, 6, "20")) &&
	       characters_differ(old, now) >= 6 &&
	       characters_equal(characters_part(old, 6, 9), characters_part(now, 8, 9));
}

/* True if `cut` is what a spreadsheet leaves of `whole`: 000 for its last three digits. The last 0
 * fits as a check character by chance in one of eleven. */
static bool is_cut(const struct characters *cut, const struct characters *whole)
{
	char digits[ID_LENGTH + 1];
	struct resident_id id;

	return cut->count == whole->count && characters_differ(cut, whole) >= ID_LENGTH_OLD &&
	       id_normalise(cut, digits) && resident_id_read(digits, &id) &&
	       strcmp(digits + ID_LENGTH_OLD, "000") == 0;
}

/* Removes other characters around or inside a number. */
static void strip(struct characters *number)
{
	struct characters rest = id_strip(number);

	characters_wipe(number);
	*number = rest;
}

/* True if `number` is `bare` with other characters around or inside it. */
static bool is_surrounded(const struct characters *number, const struct characters *bare)
{
	struct characters rest = id_strip(number);
	bool surrounded = rest.count < number->count && characters_equal(rest, *bare);

	characters_wipe(&rest);
	return surrounded;
}

/* Reports a number of another kind of document than the record's, or the 学籍号 that is made of the
 * record's number. */
static bool report_document(const struct characters *e, const struct characters *r,
			    struct findings *out)
{
	const char *own = document_of(e), *recorded = document_of(r);
	bool known = own != NULL && recorded == NULL && r->count == ID_LENGTH;

	if (characters_equal(characters_part(e, 1, e->count), *r) &&
	    document_school_number(e) == SCHOOL_NUMBER_OF_RESIDENT) {
		characters_report(characters_part(e, 0, 1), FINDING_ID_MISMATCH, KIND_SCHOOL_NUMBER,
				  out);
		return true;
	}
	if (!known && (own != NULL || recorded == NULL || e->count != ID_LENGTH))
		return false;
	finding_quote(known ? own : recorded,
		      findings_add(out, FINDING_ID_MISMATCH,
				   known ? KIND_DOCUMENT_CHANGED : KIND_RECORD_DOCUMENT, 0, 0)
			      ->should);
	return true;
}

/* Reports mistakes that have a name of their own: a 15-digit number, a spreadsheet. */
static bool report_known(const struct characters *e, const struct characters *r,
			 const struct findings *recorded, struct findings *out)
{
	size_t tail = characters_place(e, ID_LENGTH_OLD);

	if (is_old_form(e, r))
		findings_add(out, FINDING_ID_FIFTEEN, KIND_OLD_FORM, 0, 0);
	else if (is_old_form(r, e))
		findings_add(out, FINDING_ID_FIFTEEN, KIND_RECORD_OLD_FORM, 0, 0);
	else if (findings_has_kind(recorded, KIND_SCIENTIFIC) ||
		 findings_has_kind(recorded, KIND_ID_HASHES))
		findings_add(out, FINDING_ID_SPREADSHEET, KIND_RECORD_RUINED, 0, 0);
	else if (is_cut(r, e))
		findings_add(out, FINDING_ID_SPREADSHEET, KIND_RECORD_ROUNDED, tail, 3);
	else if (is_cut(e, r))
		findings_add(out, FINDING_ID_SPREADSHEET, KIND_ROUNDED, tail, 3);
	else
		return false;
	return true;
}

static bool is_visible(const struct characters *c, size_t i)
{
	return is_digit(c->cp[i]) || (i + 1 == c->count && id_ends_in_x(c));
}

static bool differ_visibly(const struct characters *e, const struct characters *r, size_t i)
{
	return is_visible(e, i) && is_visible(r, i) && e->cp[i] != r->cp[i];
}

/* Reports the first characters that differ in two numbers of the same length. */
static bool report_visible(const struct characters *e, const struct characters *r,
			   struct findings *out)
{
	size_t i = 0, end;

	while (i < e->count && i < r->count && !differ_visibly(e, r, i))
		i++;
	if (e->count != r->count || i == e->count)
		return false;
	for (end = i; end < e->count && end - i < QUOTED_MAX && differ_visibly(e, r, end);)
		end++;
	characters_quote(characters_part(r, i, end - i),
			 characters_report(characters_part(e, i, end - i), FINDING_ID_MISMATCH,
					   KIND_CHANGED, out)
				 ->should);
	return true;
}

/* Reports a masked entry, or what can be seen to differ if one of the numbers is masked. */
static bool report_masked(const struct characters *e, const struct characters *r,
			  const struct findings *alone, const struct findings *recorded,
			  struct findings *out)
{
	bool entry = findings_has_kind(alone, KIND_ID_MASKED);

	if (!entry && !findings_has(recorded, FINDING_ID_MASKED))
		return false;
	if (report_visible(e, r, out))
		return true;
	if (entry)
		findings_add_all(out, alone);
	return entry;
}

/* True if the findings of the entry by itself tell the mistake best: it is not a number that could
 * be compared, or it is the record's with what a spreadsheet added. */
static bool is_told_alone(const struct findings *alone, const struct characters *e,
			  const struct characters *r)
{
	for (size_t i = 0; i < alone->count; i++)
		if (id_is_none(alone->items[i].kind))
			return true;
	return findings_has_kind(alone, KIND_SCIENTIFIC) ||
	       findings_has_kind(alone, KIND_ID_HASHES) ||
	       (findings_has_kind(alone, KIND_NOT_RESIDENT) && r->count == ID_LENGTH) ||
	       (findings_has_kind(alone, KIND_POINT_ZERO) && characters_differ(e, r) == r->count);
}

/* Reports the difference of two numbers. A record that cannot be right says nothing about the
 * entry: then adds the findings of the entry by itself or, if it has no errors, one that blames the
 * record. */
static void report_difference(const struct characters *e, const struct characters *r,
			      const struct findings *alone, bool record_wrong, struct findings *out)
{
	struct finding *f;
	bool long_quote;

	if (record_wrong && findings_any(alone, SEVERITY_ERROR)) {
		findings_add_all(out, alone);
		return;
	}
	if (record_wrong) {
		findings_add(out, FINDING_ID_MISMATCH, KIND_RECORD_NUMBER,
			     characters_place(e, characters_differ(e, r)), 1);
		return;
	}
	f = compare_places(e, r, FINDING_ID_MISMATCH, out);
	long_quote = strlen(f->should) > QUOTED_MAX;
	if (e->count == r->count && long_quote) {
		f->kind = KIND_SCATTERED;
		f->other = f->count;
		f->count = 1;
		f->should[1] = '\0';
	} else if (f->kind == KIND_MISSING_END) {
		f->should[0] = '\0';
	} else if (long_quote ||
		   (f->kind == KIND_CHANGED && e->count != r->count && f->count > ENTERED_MAX)) {
		f->kind = KIND_OTHER_LENGTH;
		f->count = e->count;
		f->other = r->count;
		f->should[0] = '\0';
	}
}

/* Reports the difference from a record whose number may be right but for what is too many in it:
 * (110000200709010014). */
static void report_other(const struct characters *e, const struct characters *r,
			 const struct findings *alone, const struct findings *recorded,
			 struct findings *out)
{
	struct characters bare = id_strip(r);
	bool sound = id_is_sound(&bare);

	report_difference(e, bare.count == ID_LENGTH ? &bare : r, alone,
			  findings_any(recorded, SEVERITY_ERROR) && !sound, out);
	characters_wipe(&bare);
}

/* True if `number` is `bare` as a spreadsheet writes it: with .0, perhaps with separators. */
static bool is_formatted(const struct characters *number, const struct characters *bare)
{
	struct characters head = characters_part(number, 0, id_before_point(number));

	return head.count < number->count &&
	       (characters_equal(head, *bare) || is_surrounded(&head, bare));
}

/* alone, recorded: the findings of each by itself. */
static void compare(struct characters *e, struct characters *r, const struct findings *alone,
		    const struct findings *recorded, struct findings *out)
{
	struct normalised_difference difference;
	bool same = compare_normalised(e, r, steps, &difference);

	if (same && difference.entered >= 'a' && difference.entered <= 'z' &&
	    difference.code == FINDING_ID_CHARACTER) {
		character_quote(
			difference.entered,
			findings_add(out, FINDING_ID_CHARACTER, KIND_SMALL_LETTER, difference.at, 1)
				->is);
		return;
	}
	if (!same && findings_has(alone, FINDING_ID_CHARACTER) && is_surrounded(e, r)) {
		difference.code = FINDING_ID_CHARACTER;
		same = true;
	}
	if (!same && findings_has_kind(alone, KIND_NUMBER_FORMATTED)) {
		e->count = id_before_point(e);
		strip(e);
		difference.code = FINDING_ID_CHARACTER;
		same = characters_equal(*e, *r);
	}
	if (!same && findings_has_kind(alone, KIND_NOT_OF_NUMBER))
		strip(e);
	if (same)
		compare_normalised_report(&difference, alone, out);
	else if (is_formatted(r, e))
		strcpy(findings_add(out, FINDING_ID_CHARACTER, KIND_RECORD_EXTRA, 0, 0)->should,
		       ".0");
	else if (is_surrounded(r, e))
		character_quote(
			r->cp[characters_differ(r, e)],
			findings_add(out, FINDING_ID_CHARACTER, KIND_RECORD_EXTRA, 0, 0)->should);
	else if (findings_has(recorded, FINDING_ID_MASKED))
		findings_add(out, FINDING_ID_MASKED, KIND_RECORD_MASKED, 0, 0);
	else if (!report_document(e, r, out) && !report_known(e, r, recorded, out))
		report_other(e, r, alone, recorded, out);
}

void resident_id_compare(const char *entered, const char *recorded, struct findings *out)
{
	struct characters given = characters_read(entered), e = characters_read(entered);
	struct characters r = characters_read(recorded);
	struct findings alone = { 0 }, record_alone = { 0 };

	if (!characters_equal(e, r)) {
		resident_id_check(entered, (struct date){ 0 }, &alone);
		resident_id_check(recorded, (struct date){ 0 }, &record_alone);
		if (is_told_alone(&alone, &e, &r))
			findings_add_all(out, &alone);
		else if (!report_masked(&e, &r, &alone, &record_alone, out))
			compare(&e, &r, &alone, &record_alone, out);
	}
	for (size_t i = 0; i < out->count; i++) {
		struct finding *f = &out->items[i];

		if (f->code == FINDING_ID_MISMATCH)
			characters_quote(characters_part(&given, f->at - 1, f->count), f->is);
	}
	explicit_bzero(&alone, sizeof alone);
	explicit_bzero(&record_alone, sizeof record_alone);
	characters_wipe(&given);
	characters_wipe(&e);
	characters_wipe(&r);
}

/* True if one place differs, two are exchanged, or two differ and the first of them can be
 * guessed. */
static bool is_mistyped_in_places(const struct characters *e, const struct characters *r)
{
	size_t places[MISTAKES_MAX], count = 0;

	for (size_t i = 0; i < r->count; i++) {
		if (e->cp[i] == r->cp[i])
			continue;
		if (count == MISTAKES_MAX)
			return false;
		places[count++] = i;
	}
	if (count < MISTAKES_MAX || places[0] < SECRET)
		return true;
	return e->cp[places[0]] == r->cp[places[1]] && e->cp[places[1]] == r->cp[places[0]];
}

/* True if `longer` is `shorter` with one character more. */
static bool is_longer_by_one(const struct characters *longer, const struct characters *shorter)
{
	struct difference d = characters_difference(longer, shorter);

	return d.is == 1 && d.should == 0;
}

static bool is_mistyped(const struct characters *e, const struct characters *r)
{
	if (e->count == ID_LENGTH && r->count == ID_LENGTH)
		return is_mistyped_in_places(e, r);
	if (e->count != ID_LENGTH && r->count != ID_LENGTH)
		return false;
	return is_old_form(e, r) || is_old_form(r, e) || is_longer_by_one(e, r) ||
	       is_longer_by_one(r, e);
}

/* True if r is what a spreadsheet shows for e: its first digits, rounded, as 1.10105E+17. */
static bool is_shown_as(const struct characters *r, const struct characters *e)
{
	long long shown = 0, digits = 0;

	if (!id_is_scientific(r) || characters_at(r, 1) != '.' || e->count != ID_LENGTH ||
	    characters_at(r, r->count - 2) != '1' || characters_at(r, r->count - 1) != '7')
		return false;
	for (size_t i = 0, k = 0; (r->cp[i] | 0x20) != 'e' && k < MANTISSA_MAX; i++) {
		if (r->cp[i] == '.')
			continue;
		if (!is_ascii_digit(e->cp[k]) || !is_ascii_digit(r->cp[i]))
			return false;
		shown = shown * 10 + (long long)(r->cp[i] - '0');
		digits = digits * 10 + (long long)(e->cp[k++] - '0');
	}
	return shown == digits || shown == digits + 1;
}

enum id_match id_match(const char *entered, const char *recorded)
{
	struct characters e = characters_read(entered), r = characters_read(recorded);
	enum id_match match = ID_DIFFERENT;
	struct normalised_difference difference;

	if (characters_equal(e, r) || compare_normalised(&e, &r, steps, &difference))
		match = r.count > 0 ? ID_SAME : ID_DIFFERENT;
	else if (is_cut(&r, &e) || is_shown_as(&r, &e))
		match = ID_ROUNDED;
	else if (is_mistyped(&e, &r))
		match = ID_MISTYPED;
	characters_wipe(&e);
	characters_wipe(&r);
	return match;
}
