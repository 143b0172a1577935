/* SPDX-License-Identifier: MIT */
#include "rules/region.h"

#include <stdio.h>
#include <string.h>

#include "rules/region_internal.h"
#include "rules/resident_id.h"

/* The rows of a code, from *begin to the one before the returned. */
static const struct row *rows_of(const struct regions *r, int code, const struct row **begin)
{
	size_t low = 0, high = r->count;
	const struct row *end;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (r->rows[middle].code < code)
			low = middle + 1;
		else
			high = middle;
	}
	*begin = end = r->rows + low;
	while (end < r->rows + r->count && end->code == code)
		end++;
	return end;
}

static int distance(const struct row *row, int year)
{
	if (year < row->first)
		return row->first - year;
	return row->last == 0 || year <= row->last ? 0 : year - row->last;
}

/* The row of a code that is nearest to the year, the later of two; NULL: there is none. */
static const struct row *row_at(const struct regions *r, int code, int year)
{
	const struct row *begin, *end = rows_of(r, code, &begin), *best;

	if (begin == end)
		return NULL;
	best = end - 1;
	if (year == 0)
		return best;
	for (const struct row *row = best; row-- > begin;)
		if (distance(row, year) < distance(best, year))
			best = row;
	return best;
}

/* 市辖区, 县 and their like stand in a prefecture's place and are no part of an address. */
static bool is_heading(const char *name)
{
	return strcmp(name, "市辖区") == 0 || strcmp(name, "县") == 0 || strcmp(name, "市") == 0 ||
	       strstr(name, "直辖") != NULL;
}

bool region_find(const struct regions *r, const char *digits, int year, struct region *out)
{
	const struct row *county, *prefecture = NULL, *province;
	int code;

	*out = (struct region){ 0 };
	if (!region_take_digits(&digits, REGION_DIGITS, &code))
		return false;
	county = row_at(r, code, year);
	if (county != NULL) {
		const struct row *begin, *last = rows_of(r, code, &begin) - 1;

		out->known = true;
		out->until = last->last;
		/* What is above it is called as it was when the county was there. */
		if (county->last != 0 && (year == 0 || year > county->last))
			year = county->last;
		else if (year != 0 && year < county->first)
			year = county->first;
	}
	province = row_at(r, code / 10000 * 10000, year);
	if (code / 100 % 100 != 0)
		prefecture = row_at(r, code / 100 * 100, year);
	if (prefecture != NULL && is_heading(prefecture->name))
		prefecture = NULL;
	if (county == province || code % 100 == 0)
		county = NULL;
	snprintf(out->name, sizeof out->name, "%s%s%s", province != NULL ? province->name : "",
		 prefecture != NULL ? prefecture->name : "", county != NULL ? county->name : "");
	return out->name[0] != '\0';
}

void region_check(const struct regions *r, const char *number, struct findings *out)
{
	struct resident_id id;
	struct region region;

	if (r == NULL || !resident_id_read(number, &id) ||
	    !region_find(r, id.region, id.birth.year, &region) || region.known)
		return;
	finding_quote(region.name,
		      findings_add(out, FINDING_ID_REGION, SLIP_REGION, 1, REGION_DIGITS)->should);
}
