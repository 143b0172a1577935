/* SPDX-License-Identifier: MIT */
#include "region.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "file_in.h"
#include "resident_id.h"
#include "text.h"
#include "xalloc.h"

enum { BYTES_MAX = 4 * 1024 * 1024, YEAR_MIN = 1900, YEAR_MAX = 2999, YEAR_DIGITS = 4 };

/* What a code was called, and when. */
struct span {
	unsigned code;
	int first, last;  /* years; last 0: still */
	const char *name; /* borrowed from the file's bytes */
};

struct regions {
	char *bytes; /* owned */
	size_t count;
	struct span *spans; /* owned; by code, then by year */
};

/* A whole number of exactly so many digits; false: it is none. */
static bool read_digits(const char *s, size_t digits, int *out)
{
	*out = 0;
	for (size_t i = 0; i < digits; i++) {
		if (s[i] < '0' || s[i] > '9')
			return false;
		*out = *out * 10 + (s[i] - '0');
	}
	return true;
}

static bool read_year(const char *cell, bool required, int *year)
{
	if (*cell == '\0' && !required) {
		*year = 0;
		return true;
	}
	return strlen(cell) == YEAR_DIGITS && read_digits(cell, YEAR_DIGITS, year) &&
	       *year >= YEAR_MIN && *year <= YEAR_MAX;
}

/* The cell that starts at *at, cut off from what follows; NULL when the line has no more. */
static char *next_cell(char **at)
{
	char *cell = *at, *tab;

	if (cell == NULL)
		return NULL;
	tab = strchr(cell, '\t');
	if (tab != NULL)
		*tab = '\0';
	*at = tab != NULL ? tab + 1 : NULL;
	return cell;
}

/* NULL when the line was read into *span; else what is wrong, and *cell where. */
static const char *read_line(char *line, struct span *span, char **cell)
{
	char *at = line;
	int code;

	*cell = next_cell(&at);
	if (strlen(*cell) != REGION_DIGITS || !read_digits(*cell, REGION_DIGITS, &code))
		return "代码要 6 位数字";
	span->code = (unsigned)code;
	*cell = next_cell(&at);
	if (*cell == NULL || !read_year(*cell, true, &span->first))
		return "起始年份要 4 位数字";
	*cell = next_cell(&at);
	if (*cell == NULL || !read_year(*cell, false, &span->last))
		return "终止年份要 4 位数字，或者空着";
	*cell = next_cell(&at);
	if (*cell == NULL || **cell == '\0' ||
	    text_valid_bytes(*cell, strlen(*cell)) != strlen(*cell))
		return "缺名称，或者不是 UTF-8";
	span->name = *cell;
	return at == NULL ? NULL : "多了一列";
}

static size_t count_lines(const char *bytes, size_t len)
{
	size_t lines = 1;

	for (size_t i = 0; i < len; i++)
		lines += bytes[i] == '\n';
	return lines;
}

static void read_lines(struct regions *r, struct diag *d)
{
	char *line = r->bytes, *next, *cell;
	const char *wrong;

	for (size_t number = 1; line != NULL; line = next, number++) {
		struct span *span = &r->spans[r->count];

		next = strchr(line, '\n');
		if (next != NULL)
			*next++ = '\0';
		line[strcspn(line, "\r")] = '\0';
		if (*line == '\0' || *line == '#')
			continue;
		wrong = read_line(line, span, &cell);
		if (wrong == NULL && r->count > 0 && span->code < span[-1].code) {
			wrong = "代码要从小到大排";
			cell = line;
		}
		if (wrong == NULL)
			r->count++;
		else
			diag_add(d, number, cell == NULL ? 1 : (size_t)(cell - line) + 1, "%s。",
				 wrong);
	}
}

/* Takes the bytes, NUL-terminated. */
static struct regions *take(char *bytes, size_t len, struct diag *d)
{
	struct regions *r = xcalloc(1, sizeof *r);
	size_t before = d->count;

	r->bytes = bytes;
	r->spans = xcalloc(count_lines(bytes, len), sizeof *r->spans);
	if (strlen(bytes) != len)
		diag_add(d, 1, 1, "里面有 NUL 字节，不是文字。");
	else
		read_lines(r, d);
	if (d->count == before)
		return r;
	region_free(r);
	return NULL;
}

struct regions *region_load(const char *path, struct diag *d)
{
	size_t len;
	char *bytes = file_in_read(path, BYTES_MAX, &len, d);

	return bytes == NULL ? NULL : take(bytes, len, d);
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
	free(r->spans);
	free(r->bytes);
	free(r);
}

/* The first span of a code; NULL: there is none. */
static const struct span *find(const struct regions *r, unsigned code)
{
	size_t low = 0, high = r->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (r->spans[middle].code < code)
			low = middle + 1;
		else
			high = middle;
	}
	return low < r->count && r->spans[low].code == code ? &r->spans[low] : NULL;
}

/* What the code was called in a year; the nearest when it had no name then. */
static const struct span *find_in(const struct regions *r, unsigned code, int year)
{
	const struct span *span = find(r, code), *end = r->spans + r->count;

	while (span != NULL && span + 1 < end && span[1].code == code &&
	       (year == 0 || span[1].first <= year))
		span++;
	return span;
}

/* When the code itself was given up, whatever it was called; 0: it still holds. */
static int held_until(const struct regions *r, const struct span *span)
{
	while (span + 1 < r->spans + r->count && span[1].code == span->code)
		span++;
	return span->last;
}

static void append(struct region *out, const struct span *span)
{
	size_t len = strlen(out->name);

	if (span != NULL && len + strlen(span->name) < sizeof out->name)
		snprintf(out->name + len, sizeof out->name - len, "%s", span->name);
}

bool region_find(const struct regions *r, const char *digits, int year, struct region *out)
{
	const struct span *province, *city, *county;
	int number;
	unsigned code;

	memset(out, 0, sizeof *out);
	if (!read_digits(digits, REGION_DIGITS, &number))
		return false;
	code = (unsigned)number;
	province = find_in(r, code / 10000 * 10000, year);
	city = code / 100 % 100 != 0 ? find_in(r, code / 100 * 100, year) : NULL;
	county = code % 100 != 0 ? find_in(r, code, year) : NULL;
	append(out, province);
	append(out, city);
	append(out, county);
	out->known = find(r, code) != NULL;
	if (out->known)
		out->until = held_until(r, find(r, code));
	return province != NULL;
}

void region_check(const struct regions *r, const char *number, struct findings *out)
{
	struct resident_id id;
	struct region region;

	if (r == NULL || !resident_id_read(number, &id) ||
	    !region_find(r, id.region, id.birth.year, &region) || region.known)
		return;
	findings_add(out, FINDING_ID_REGION, 1,
		     "前 6 位 %s 不在历年的区划代码表里（只认得“%s”）。"
		     "号码不一定错，对照身份证看一眼。",
		     id.region, region.name);
}
