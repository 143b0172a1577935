/* SPDX-License-Identifier: MIT */
#include "rules/resident_id_internal.h"

#include <string.h>

enum {
	SECRET = 14, /* what comes before can be known: county, day of birth */
	SLIPS_MAX = 2,
	MANTISSA_MAX = 15
};

/* One place, two exchanged ones, or two of which one can be known anyway. */
static bool is_slip_of_places(const struct characters *e, const struct characters *r)
{
	size_t places[SLIPS_MAX], count = 0;

	for (size_t i = 0; i < r->count; i++) {
		if (e->cp[i] == r->cp[i])
			continue;
		if (count == SLIPS_MAX)
			return false;
		places[count++] = i;
	}
	if (count < SLIPS_MAX || places[0] < SECRET)
		return true;
	return e->cp[places[0]] == r->cp[places[1]] && e->cp[places[1]] == r->cp[places[0]];
}

/* Whether the long one has one character more. */
static bool is_longer_by_one(const struct characters *longer, const struct characters *shorter)
{
	size_t i = characters_differ(longer, shorter);

	return longer->count == shorter->count + 1 &&
	       characters_same_rest(longer, i + 1, shorter, i);
}

static bool is_slip(const struct characters *e, const struct characters *r)
{
	if (e->count == ID_LENGTH && r->count == ID_LENGTH)
		return is_slip_of_places(e, r);
	if (e->count != ID_LENGTH && r->count != ID_LENGTH)
		return false;
	return id_is_old_form(e, r) || id_is_old_form(r, e) || is_longer_by_one(e, r) ||
	       is_longer_by_one(r, e);
}

/* Whether 1.10105E+17 is what a spreadsheet shows for a number: its first digits, rounded. */
static bool is_shown_as(const struct characters *r, const struct characters *e)
{
	long long shown = 0, digits = 0;

	if (!id_is_scientific(r) || e->count != ID_LENGTH ||
	    characters_at(r, r->count - 2) != '1' || characters_at(r, r->count - 1) != '7')
		return false;
	for (size_t i = 0, k = 0; (r->cp[i] | 0x20) != 'e' && k < MANTISSA_MAX; i++) {
		if (r->cp[i] == '.')
			continue;
		if (e->cp[k] < '0' || e->cp[k] > '9')
			return false;
		shown = shown * 10 + (long long)(r->cp[i] - '0');
		digits = digits * 10 + (long long)(e->cp[k++] - '0');
	}
	return shown == digits || shown == digits + 1;
}

enum id_nearness id_nearness(const char *entered, const char *recorded)
{
	struct characters e = characters_read(entered), r = characters_read(recorded);
	enum id_nearness nearness = ID_FAR;
	struct normalised_difference difference;

	if (characters_equal(&e, &r) || id_compare_normalised(&e, &r, &difference))
		nearness = r.count > 0 ? ID_SAME : ID_FAR;
	else if (id_is_cut(&r, &e) || is_shown_as(&r, &e))
		nearness = ID_ROUNDED;
	else if (is_slip(&e, &r))
		nearness = ID_SLIP;
	explicit_bzero(&difference, sizeof difference);
	characters_wipe(&e);
	characters_wipe(&r);
	return nearness;
}
