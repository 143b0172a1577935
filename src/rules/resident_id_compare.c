/* SPDX-License-Identifier: MIT */
#include "rules/resident_id.h"

#include <string.h>

#include "base/text.h"
#include "rules/resident_id_internal.h"

static uint32_t fold_width(const struct characters *c, size_t i)
{
	uint32_t cp = c->cp[i];

	return text_is_fullwidth(cp) && !id_is_x_lookalike(cp) ? text_narrow(cp) : cp;
}

static uint32_t fold_case(const struct characters *c, size_t i)
{
	return c->cp[i] == 'x' ? 'X' : c->cp[i];
}

static uint32_t fold_x(const struct characters *c, size_t i)
{
	return id_is_x_lookalike(c->cp[i]) ? 'X' : c->cp[i];
}

static const struct normalisation steps[] = {
	{ FINDING_ID_SPACE, character_drop_blank },
	{ FINDING_ID_INVISIBLE, character_drop_invisible },
	{ FINDING_ID_FULLWIDTH, fold_width },
	{ FINDING_ID_LOWERCASE_X, fold_case },
	{ FINDING_ID_X_LOOKALIKE, fold_x },
};

bool id_compare_normalised(struct characters *entered, struct characters *recorded,
			   struct normalised_difference *out)
{
	return compare_normalised(entered, recorded, steps, sizeof steps / sizeof *steps, out);
}

bool id_is_old_form(const struct characters *old, const struct characters *now)
{
	size_t size = sizeof *old->cp;

	return old->count == ID_LENGTH_OLD && now->count == ID_LENGTH && now->cp[6] == '1' &&
	       now->cp[7] == '9' && memcmp(old->cp, now->cp, 6 * size) == 0 &&
	       memcmp(old->cp + 6, now->cp + 8, 9 * size) == 0;
}

bool id_is_cut(const struct characters *cut, const struct characters *whole)
{
	char digits[ID_LENGTH + 1];
	struct resident_id id;

	return cut->count == whole->count && characters_differ(cut, whole) >= ID_LENGTH_OLD &&
	       id_normalise(cut, digits) && resident_id_read(digits, &id) && id_is_rounded(digits);
}

/* True if the entry is the record's number with other characters around or inside. */
static bool is_surrounded(const struct characters *e, const struct characters *r)
{
	struct characters rest = characters_fold(e, id_drop_foreign);
	bool surrounded = rest.count < e->count && characters_equal(&rest, r);

	characters_wipe(&rest);
	return surrounded;
}

/* Slips that have a name of their own: old form, spreadsheet. */
static bool report_known(const struct characters *e, const struct characters *r,
			 struct findings *out)
{
	size_t tail = characters_place(e, ID_LENGTH_OLD);

	if (id_is_old_form(e, r))
		findings_add(out, FINDING_ID_FIFTEEN, SLIP_OLD_FORM, 0, 0);
	else if (id_is_old_form(r, e))
		findings_add(out, FINDING_ID_FIFTEEN, SLIP_RECORD_OLD_FORM, 0, 0);
	else if (id_is_scientific(e))
		findings_add(out, FINDING_ID_SPREADSHEET, SLIP_SCIENTIFIC, 0, 0);
	else if (id_is_scientific(r))
		findings_add(out, FINDING_ID_SPREADSHEET, SLIP_RECORD_SCIENTIFIC, 0, 0);
	else if (id_is_cut(r, e))
		findings_add(out, FINDING_ID_SPREADSHEET, SLIP_RECORD_ROUNDED, tail, 3);
	else if (id_is_cut(e, r))
		findings_add(out, FINDING_ID_SPREADSHEET, SLIP_ROUNDED_ENTRY, tail, 3);
	else
		return false;
	return true;
}

static void report_lengths(const struct characters *e, const struct characters *r,
			   struct findings *out)
{
	size_t i = characters_differ(e, r), at = characters_place(e, i);
	struct finding *f;

	if (e->count == r->count + 1 && characters_same_rest(e, i + 1, r, i)) {
		characters_report(e, i, 1, FINDING_ID_MISMATCH, SLIP_EXTRA, out);
	} else if (e->count + 1 == r->count && characters_same_rest(e, i, r, i + 1)) {
		f = findings_add(out, FINDING_ID_MISMATCH, SLIP_MISSING, at, 1);
		f->other = i + 1;
		character_quote(r->cp[i], f->should);
	} else if (i == e->count) {
		findings_add(out, FINDING_ID_MISMATCH, SLIP_MISSING_END, at, r->count - i);
	} else {
		findings_add(out, FINDING_ID_MISMATCH, SLIP_OTHER_LENGTH, at, e->count)->other =
			r->count;
	}
}

/* Both are of one length; first and last are the indexes of the outermost differences, of which there are
 * `count`. */
static void report_places(const struct characters *e, const struct characters *r, size_t first,
			  size_t last, size_t count, struct findings *out)
{
	bool swapped = count == 2 && e->cp[first] == r->cp[last] && e->cp[last] == r->cp[first];
	size_t span = last - first + 1;
	struct finding *f;

	if (swapped && span > 2) {
		findings_add(out, FINDING_ID_MISMATCH, SLIP_SWAPPED_FAR, e->place[first], 1)
			->other = e->place[last];
		return;
	}
	if (count < span)
		span = 1;
	f = characters_report(e, first, span, FINDING_ID_MISMATCH,
			      swapped         ? SLIP_SWAPPED
			      : count == span ? SLIP_CHANGED
					      : SLIP_SCATTERED,
			      out);
	characters_quote(r, first, span, f->should);
	if (count > span)
		f->count = count;
}

static void report_difference(const struct characters *e, const struct characters *r,
			      struct findings *out)
{
	size_t first = characters_differ(e, r), last = first, count = 0;

	if (e->count != r->count) {
		report_lengths(e, r, out);
		return;
	}
	for (size_t i = first; i < e->count; i++) {
		if (e->cp[i] == r->cp[i])
			continue;
		last = i;
		count++;
	}
	report_places(e, r, first, last, count, out);
}

void resident_id_compare(const char *entered, const char *recorded, struct findings *out)
{
	struct characters e = characters_read(entered), r = characters_read(recorded);
	struct findings form = { 0 };
	struct normalised_difference difference;
	bool same;

	if (!characters_equal(&e, &r)) {
		resident_id_check(entered, (struct date){ 0 }, &form);
		same = id_compare_normalised(&e, &r, &difference);
		if (!same && findings_has(&form, FINDING_ID_CHARACTER) && is_surrounded(&e, &r)) {
			difference.code = FINDING_ID_CHARACTER;
			same = true;
		}
		if (same)
			compare_normalised_report(&difference, &form, out);
		else if (!report_known(&e, &r, out))
			report_difference(&e, &r, out);
	}
	explicit_bzero(&form, sizeof form);
	explicit_bzero(&difference, sizeof difference);
	characters_wipe(&e);
	characters_wipe(&r);
}
