/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "roster/csv_in.h"

enum { ROWS_MAX = 64, DELIMITERS = 3 };

static const char delimiters[DELIMITERS] = { ',', ';', '\t' };

/* How often each delimiter stands outside of quotes, row by row. */
struct tally {
	size_t rows;
	size_t counts[DELIMITERS][ROWS_MAX];
};

static bool is_delimiter(char c)
{
	return c == ',' || c == ';' || c == '\t';
}

/* Behind the quote that closes the one at p; p + 1 when none does. */
static const char *skip_quoted(const char *p, const char *end)
{
	const char *q = p + 1;

	while ((q = memchr(q, '"', (size_t)(end - q))) != NULL) {
		if (q + 1 == end || q[1] != '"')
			return q + 1;
		q += 2;
	}
	return p + 1;
}

/* A tab in front of a delimiter keeps a number as text: it delimits nothing. */
static void count_delimiter(struct tally *t, const char *p, const char *end)
{
	if (*p == '\t' && p + 1 < end && (p[1] == ',' || p[1] == ';'))
		return;
	for (size_t i = 0; i < DELIMITERS; i++)
		if (delimiters[i] == *p)
			t->counts[i][t->rows]++;
}

static void count_rows(struct slice head, struct tally *t)
{
	const char *p = head.bytes, *end = head.bytes + head.len;
	bool starts = true; /* a cell */

	while (p < end && t->rows < ROWS_MAX) {
		char c = *p;

		if (starts && c == '"') {
			p = skip_quoted(p, end);
			starts = false;
			continue;
		}
		starts = c == '\n' || c == '\r' || is_delimiter(c);
		if (c == '\n' || c == '\r')
			t->rows++;
		else if (starts)
			count_delimiter(t, p, end);
		p++;
	}
	t->rows += p == end && t->rows < ROWS_MAX;
}

/* The rows that hold a delimiter equally often, at their most; *often: how often. */
static size_t rows_alike(const struct tally *t, size_t delimiter, size_t *often)
{
	const size_t *counts = t->counts[delimiter];
	size_t best = 0;

	*often = 0;
	for (size_t i = 0; i < t->rows; i++) {
		size_t alike = 0;

		for (size_t j = 0; j < t->rows; j++)
			alike += counts[j] == counts[i];
		if (counts[i] > 0 && (alike > best || (alike == best && counts[i] > *often))) {
			best = alike;
			*often = counts[i];
		}
	}
	return best;
}

char csv_delimiter_find(struct slice head)
{
	struct tally t = { 0 };
	size_t best = 0, best_often = 0;
	char found = ',';

	count_rows(head, &t);
	for (size_t i = 0; i < DELIMITERS; i++) {
		size_t often, rows = rows_alike(&t, i, &often);

		if (rows > best || (rows == best && often > best_often)) {
			best = rows;
			best_often = often;
			found = delimiters[i];
		}
	}
	return found;
}
