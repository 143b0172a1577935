/* SPDX-License-Identifier: MIT */
/* A simple reference reader of CSV to compare with: in memory, a byte at a time. */
#ifndef SLOW_CSV_H
#define SLOW_CSV_H

#include <stdbool.h>
#include <stddef.h>

struct slow_csv {
	const char *bytes;
	size_t len, at, line;
	char delimiter;
	bool ended; /* the row */
};

static inline bool slow_csv_is_break(const struct slow_csv *s, size_t at)
{
	return at < s->len && (s->bytes[at] == '\n' || s->bytes[at] == '\r');
}

/* The offset of the quote that closes the one at `at`, or len. */
static inline size_t slow_csv_closing(const struct slow_csv *s, size_t at)
{
	for (at++; at < s->len; at++) {
		if (s->bytes[at] != '"')
			continue;
		if (at + 1 == s->len || s->bytes[at + 1] != '"')
			return at;
		at++;
	}
	return s->len;
}

static inline void slow_csv_take(struct slow_csv *s, char *cell, size_t *used)
{
	if (s->bytes[s->at] == '\n' ||
	    (s->bytes[s->at] == '\r' && (s->at + 1 == s->len || s->bytes[s->at + 1] != '\n')))
		s->line++;
	cell[(*used)++] = s->bytes[s->at++];
}

/* Reads the next cell into `cell`, which has room for the whole text. Returns its length. */
static inline size_t slow_csv_cell(struct slow_csv *s, char *cell)
{
	size_t used = 0;

	if (s->at < s->len && s->bytes[s->at] == '"' && slow_csv_closing(s, s->at) < s->len) {
		size_t close = slow_csv_closing(s, s->at);

		for (s->at++; s->at < close; s->at += s->bytes[s->at - 1] == '"')
			slow_csv_take(s, cell, &used);
		s->at = close + 1;
	}
	while (s->at < s->len && s->bytes[s->at] != s->delimiter && !slow_csv_is_break(s, s->at))
		cell[used++] = s->bytes[s->at++];
	s->ended = s->at == s->len || slow_csv_is_break(s, s->at);
	if (!s->ended)
		s->at++;
	if (s->ended && s->at < s->len) {
		s->at += s->bytes[s->at] == '\r' && slow_csv_is_break(s, s->at + 1) &&
			 s->bytes[s->at + 1] == '\n';
		s->at++;
		s->line++;
	}
	return used;
}

#endif
