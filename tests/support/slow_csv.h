/* SPDX-License-Identifier: MIT */
/* The reference reader of CSV: slow and obvious, all in memory, a byte at a time. */
#ifndef SLOW_CSV_H
#define SLOW_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "roster/csv.h"

struct slow_csv {
	const char *bytes;
	size_t len, at, line;
	char delimiter;
	size_t width;  /* cells that most of the first rows have */
	bool ended;    /* the row */
	bool literal;  /* a quote of the row was text */
	bool no_quote; /* nothing closes the last one: no other opens a cell of this row */
	bool cr;       /* lines end with CR */
	size_t row_at; /* where the row begins */
	size_t cells;  /* of the row, before the one that is read */
};

static inline bool slow_csv_is_break(const struct slow_csv *s, size_t at)
{
	return at < s->len && (s->bytes[at] == '\n' || s->bytes[at] == '\r');
}

static inline size_t slow_csv_line(const struct slow_csv *s, size_t at, size_t end, size_t *next);

/* Whether a row ends here: not with a CR alone, but where lines end so, or between two whole rows.
 * *next: where the next one begins. */
static inline bool slow_csv_ends(const struct slow_csv *s, size_t at, size_t *next)
{
	size_t crs = at, ignored;

	if (!slow_csv_is_break(s, at))
		return at == s->len;
	while (crs < s->len && s->bytes[crs] == '\r')
		crs++;
	*next = at + 1;
	if (s->bytes[at] == '\n')
		return true;
	if (s->cr) {
		*next += crs == at + 1 && crs < s->len && s->bytes[crs] == '\n';
		return true;
	}
	if (crs == s->len || s->bytes[crs] == '\n') {
		*next = crs == s->len ? crs : crs + 1;
		return true;
	}
	*next = crs;
	return s->width > 1 && s->cells + 1 == s->width &&
	       slow_csv_line(s, crs, s->len, &ignored) == s->width;
}

/* The place of the quote that closes the one at `at`; len when none does. */
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

static inline size_t slow_csv_blanks(const struct slow_csv *s, size_t at)
{
	while (at < s->len && (s->bytes[at] == ' ' || s->bytes[at] == '\t') &&
	       s->bytes[at] != s->delimiter)
		at++;
	return at;
}

/* Cells from one place to another, as far as the line goes; *next: where the next line begins. */
static inline size_t slow_csv_line(const struct slow_csv *s, size_t at, size_t end, size_t *next)
{
	size_t cells = 1;
	bool starts = true;

	while (at < end && !slow_csv_is_break(s, at)) {
		if (starts && s->bytes[at] == '"') {
			size_t close = at + 1;

			while (close < end && !slow_csv_is_break(s, close) &&
			       s->bytes[close] != '"')
				close++;
			if (close < end && s->bytes[close] == '"')
				at = close;
			starts = false;
		} else if (s->bytes[at] == s->delimiter) {
			cells++;
			starts = true;
		} else if (s->bytes[at] != ' ' && s->bytes[at] != '\t') {
			starts = false;
		}
		at++;
	}
	*next = at;
	if (at < end) {
		*next = at + 1;
		if (s->bytes[at] == '\r' && at + 1 < end && s->bytes[at + 1] == '\n')
			*next = at + 2;
	}
	return cells;
}

static inline bool slow_csv_digits(const struct slow_csv *s, size_t at, size_t end, size_t least)
{
	for (size_t run = 0; at < end; at++) {
		run = s->bytes[at] >= '0' && s->bytes[at] <= '9' ? run + 1 : 0;
		if (run == least)
			return true;
	}
	return false;
}

/* Whether the cell between two quotes is rows. */
static inline bool slow_csv_holds_rows(const struct slow_csv *s, size_t quote, size_t close)
{
	size_t tail, next, behind, first = 0, last = 0, lines = 0, merged;
	bool digits = false, student = false;

	for (tail = slow_csv_blanks(s, close + 1); tail < s->len && !slow_csv_is_break(s, tail);)
		tail++;
	if (tail < s->len)
		tail += s->bytes[tail] == '\r' && tail + 1 < s->len && s->bytes[tail + 1] == '\n'
				? 2
				: 1;
	for (size_t at = s->row_at; at < tail; at = next, lines++) {
		last = slow_csv_line(s, at, tail, &next);
		if (next > close)
			last = slow_csv_line(s, at, close, &behind) +
			       slow_csv_line(s, close + 1, next, &behind) - 1;
		if (lines == 0)
			first = slow_csv_line(s, s->row_at, quote, &behind) +
				slow_csv_line(s, quote + 1, next, &behind) - 1;
		else if (slow_csv_digits(s, at, next, 6))
			digits = true;
		if (at > quote && next <= close && last > 1 && slow_csv_digits(s, at, next, 15))
			student = true;
	}
	merged = slow_csv_line(s, s->row_at, quote, &next) +
		 slow_csv_line(s, close + 1, tail, &next) - 1;
	if (s->width > 1 && first == s->width && last == s->width)
		return digits || merged != s->width || s->width != 3;
	return student && merged != s->width;
}

/* Whether the quote at `at` opens a cell; *close: where it closes. */
static inline bool slow_csv_opens(struct slow_csv *s, size_t at, size_t *close)
{
	bool breaks = false;
	size_t behind, ignored;

	if (s->no_quote)
		return false;
	*close = slow_csv_closing(s, at);
	if (*close == s->len) {
		s->no_quote = true;
		return false;
	}
	behind = slow_csv_blanks(s, *close + 1);
	if (behind < s->len && s->bytes[behind] != s->delimiter &&
	    !slow_csv_ends(s, behind, &ignored))
		return false;
	for (size_t i = at; i < *close; i++)
		breaks = breaks || slow_csv_is_break(s, i);
	return !breaks || (s->cells < CSV_CELLS_MAX && !slow_csv_holds_rows(s, at, *close));
}

static inline void slow_csv_take(struct slow_csv *s, char *cell, size_t *used)
{
	if (s->bytes[s->at] == '\n' || (s->cr && s->bytes[s->at] == '\r' &&
					(s->at + 1 == s->len || s->bytes[s->at + 1] != '\n')))
		s->line++;
	cell[(*used)++] = s->bytes[s->at++];
}

/* The next cell into `cell`, which is large enough for all. Returns its length. Before the first of
 * a row, `ended` is true, or at is 0. */
static inline size_t slow_csv_cell(struct slow_csv *s, char *cell)
{
	size_t used = 0, quote = slow_csv_blanks(s, s->at), close, next = 0;

	if (s->ended || s->at == 0) {
		s->row_at = s->at;
		s->cells = 0;
		s->literal = s->no_quote = false;
	}
	if (quote < s->len && s->bytes[quote] == '"') {
		if (slow_csv_opens(s, quote, &close)) {
			for (s->at = quote + 1; s->at < close; s->at += s->bytes[s->at - 1] == '"')
				slow_csv_take(s, cell, &used);
			s->at = slow_csv_blanks(s, close + 1);
		} else {
			s->literal = true;
		}
	}
	while (s->at < s->len && s->bytes[s->at] != s->delimiter && !slow_csv_ends(s, s->at, &next))
		cell[used++] = s->bytes[s->at++];
	s->cells++;
	s->ended = s->at == s->len || s->bytes[s->at] != s->delimiter;
	if (!s->ended) {
		s->at++;
	} else if (s->at < s->len) {
		for (; s->at < next; s->at++)
			s->line += s->bytes[s->at] == '\n' || (s->cr && next == s->at + 1);
	}
	return used;
}

#endif
