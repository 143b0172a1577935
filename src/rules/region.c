/* SPDX-License-Identifier: MIT */
/* Which place do the first six digits of a number name? GB/T 2260 in all its editions, from
 * regions.tsv. */
#include "rules/region.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/paths.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "rules/resident_id.h"

/* A name that was valid for a code from one year to another. */
struct row {
	int code, first, last; /* last 0: still valid */
	const char *name;      /* in the file's bytes */
};

struct regions {
	char *bytes;      /* owned: the file, each name ended with NUL */
	struct row *rows; /* owned, by code and then by year */
	size_t count;
};

enum { FILE_BYTES_MAX = 1024 * 1024, YEAR_DIGITS = 4, DAMAGED = 0xFFFD };

/* Reads `count` ASCII digits and moves *at past them; false: there are fewer. */
static bool take_digits(const char **at, int count, int *value)
{
	*value = 0;
	for (; count > 0; count--, ++*at) {
		if (**at < '0' || **at > '9')
			return false;
		*value = *value * 10 + (**at - '0');
	}
	return true;
}

static bool is_of_name(uint32_t cp)
{
	return cp != DAMAGED && !text_is_blank(cp) && !text_is_invisible(cp);
}

/* Reads a row. end: the NUL in place of the line's end. false: the row is malformed. */
static bool read_row(const char *at, const char *end, struct row *row)
{
	if (!take_digits(&at, REGION_DIGITS, &row->code) || *at++ != '\t' ||
	    !take_digits(&at, YEAR_DIGITS, &row->first) || *at++ != '\t')
		return false;
	row->last = 0;
	if ((*at != '\t' && !take_digits(&at, YEAR_DIGITS, &row->last)) || *at++ != '\t')
		return false;
	row->name = at;
	return at < end && at + strlen(at) == end && end - at <= REGION_PART &&
	       text_all(at, is_of_name) && (row->last == 0 || row->last >= row->first);
}

/* True if a row may come after another one: its code is larger, or it was valid in later years. */
static bool is_after(const struct row *row, const struct row *before)
{
	if (row->code == before->code)
		return before->last != 0 && row->first >= before->last;
	return row->code > before->code;
}

/* Reads all rows and ends each name with NUL. false: a row is malformed or out of order, or there
 * is none. */
static bool read_rows(struct regions *r, size_t len)
{
	char *at = r->bytes, *end = r->bytes + len, *stop;

	if (len >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0)
		at += 3;
	for (; at < end; at = stop + 1) {
		struct row row;
		char *last;

		last = stop = strchrnul(at, '\n');
		if (last > at && last[-1] == '\r')
			last--;
		*last = '\0';
		if (at == last || *at == '#')
			continue;
		if (!read_row(at, last, &row) ||
		    (r->count > 0 && !is_after(&row, &r->rows[r->count - 1])))
			return false;
		r->rows = xgrow(r->rows, r->count, sizeof *r->rows);
		r->rows[r->count++] = row;
	}
	return r->count > 0;
}

struct regions *region_load(const char *path)
{
	struct regions *r = xcalloc(1, sizeof *r);
	size_t len;

	r->bytes = file_read(path, FILE_BYTES_MAX, &len, NULL);
	if (r->bytes != NULL && read_rows(r, len))
		return r;
	region_free(r);
	return NULL;
}

struct regions *region_load_shipped(void)
{
	char *path = paths_data("regions.tsv", NULL);
	struct regions *r = path != NULL ? region_load(path) : NULL;

	free(path);
	return r;
}

void region_free(struct regions *r)
{
	if (r == NULL)
		return;
	free(r->rows);
	free(r->bytes);
	free(r);
}

/* The rows of a code, from *begin to the returned end. */
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

/* The row of a code that is nearest to the year, the later of two; year 0: the last row. NULL: the
 * code is not in the table. */
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

/* True for 市辖区, 县 and the like, which stand in a prefecture's place and are no part of an
 * address. */
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
	if (!take_digits(&digits, REGION_DIGITS, &code))
		return false;
	county = row_at(r, code, year);
	if (county != NULL) {
		const struct row *begin, *last = rows_of(r, code, &begin) - 1;

		out->known = true;
		out->until = last->last;
		/* Name the places above it as of the years of the county. */
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
		      findings_add(out, FINDING_ID_REGION, KIND_REGION, 1, REGION_DIGITS)->should);
}
