/* SPDX-License-Identifier: MIT */
/* Which place do the first six digits of a number name? GB/T 2260 in all its editions, of regions.tsv. */
#include "rules/region.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/paths.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "rules/resident_id.h"

/* A name that held for a code from one year to another. */
struct row {
	int code, first, last; /* last 0: still holds */
	const char *name;      /* in the file's bytes */
};

struct regions {
	char *bytes;      /* owned: the file, each name ended with NUL */
	struct row *rows; /* owned, by code and then by year */
	size_t count;
};

enum { FILE_BYTES_MAX = 1024 * 1024, YEAR_DIGITS = 4 };

struct reader {
	struct regions *r;
	struct diag *d;
	size_t line;
	const char *start; /* of the line */
	bool bad;          /* a row was refused */
};

/* at: where in the line. Always returns false. */
static bool refuse(struct reader *in, const char *at, const char *what)
{
	size_t column = 1;

	for (const char *c = in->start; c < at; c++)
		column += (*c & 0xC0) != 0x80;
	in->bad = true;
	return diag_add(in->d, in->line, column, "%s", what);
}

/* Reads that many ASCII digits and goes after them; false: there are not so many. */
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

static bool take_code(struct reader *in, const char **at, struct row *row)
{
	const char *start = *at;

	if (!take_digits(at, REGION_DIGITS, &row->code) || *(*at)++ != '\t')
		return refuse(in, start, "这里应是六位代码，后面一个 Tab。");
	return true;
}

static bool take_years(struct reader *in, const char **at, struct row *row)
{
	const char *start = *at;

	if (!take_digits(at, YEAR_DIGITS, &row->first) || *(*at)++ != '\t')
		return refuse(in, start, "这里应是四位的起始年份，后面一个 Tab。");
	start = *at;
	row->last = 0;
	if ((**at != '\t' && !take_digits(at, YEAR_DIGITS, &row->last)) || *(*at)++ != '\t')
		return refuse(in, start, "这里应是四位的截止年份（仍在用就空着），后面一个 Tab。");
	if (row->last != 0 && row->last < row->first)
		return refuse(in, start, "截止年份不能早于起始年份。");
	return true;
}

static bool take_name(struct reader *in, const char *at, const char *end, struct row *row)
{
	size_t len = (size_t)(end - at);
	uint32_t cp;

	if (len == 0 || len > REGION_PART)
		return refuse(in, at, "这里应是名称，1 到 16 个汉字。");
	row->name = at;
	for (size_t step; at < end; at += step) {
		step = text_decode(at, (size_t)(end - at), &cp);
		if (step == 0)
			return refuse(in, at, "这个字不是 UTF-8 编码。请另存为 UTF-8。");
		if (text_is_blank(cp) || text_is_invisible(cp))
			return refuse(in, at, "名称里不能有空格、Tab 和看不见的字符，请删去。");
	}
	return true;
}

/* The line ends at end, which is overwritten with NUL. */
static void take_row(struct reader *in, char *end)
{
	struct regions *r = in->r;
	const struct row *before = r->count > 0 ? &r->rows[r->count - 1] : NULL;
	struct row row;
	const char *at = in->start;

	if (end > at && end[-1] == '\r')
		end--;
	*end = '\0';
	if (at == end || *at == '#')
		return;
	if (!take_code(in, &at, &row) || !take_years(in, &at, &row) ||
	    !take_name(in, at, end, &row))
		return;
	if (before != NULL && row.code < before->code)
		refuse(in, in->start, "代码比上一行小。请按代码从小到大排列。");
	else if (before != NULL && row.code == before->code &&
		 (before->last == 0 || row.first < before->last))
		refuse(in, in->start, "年份与上一行的同一代码重叠。请按年份先后排列。");
	else
		r->rows[r->count++] = row;
}

static bool read_rows(struct regions *r, size_t len, struct diag *d)
{
	struct reader in = { .r = r, .d = d };
	char *at = r->bytes, *end = r->bytes + len;
	size_t lines = 1;

	for (const char *c = at; (c = memchr(c, '\n', (size_t)(end - c))) != NULL; c++)
		lines++;
	r->rows = xcalloc(lines, sizeof *r->rows);
	if (len >= 3 && memcmp(at, "\xEF\xBB\xBF", 3) == 0)
		at += 3;
	for (char *stop; at < end; at = stop + 1) {
		stop = memchr(at, '\n', (size_t)(end - at));
		if (stop == NULL)
			stop = end;
		in.line++;
		in.start = at;
		take_row(&in, stop);
	}
	if (r->count == 0 && !in.bad)
		return diag_add(d, 0, 0, "里面没有一行地区。");
	return !in.bad;
}

/* Takes the bytes, NUL-terminated. */
static struct regions *take(char *bytes, size_t len, struct diag *d)
{
	struct regions *r = xcalloc(1, sizeof *r);

	r->bytes = bytes;
	if (read_rows(r, len, d))
		return r;
	region_free(r);
	return NULL;
}

struct regions *region_load(const char *path, struct diag *d)
{
	size_t len;
	char *bytes = file_read(path, FILE_BYTES_MAX, &len, d);

	return bytes == NULL ? NULL : take(bytes, len, d);
}

struct regions *region_load_usual(void)
{
	struct diag unread = { 0 };
	char *path = paths_data("regions.tsv", &unread);
	struct regions *r = path != NULL ? region_load(path, &unread) : NULL;

	free(path);
	return r;
}

struct regions *region_parse(const char *bytes, size_t len, struct diag *d)
{
	char *copy = xmalloc(len + 1);

	memcpy(copy, bytes, len);
	copy[len] = '\0';
	return take(copy, len, d);
}

void region_free(struct regions *r)
{
	if (r == NULL)
		return;
	free(r->rows);
	free(r->bytes);
	free(r);
}

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
	if (!take_digits(&digits, REGION_DIGITS, &code))
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
		      findings_add(out, FINDING_ID_REGION, KIND_REGION, 1, REGION_DIGITS)->should);
}
