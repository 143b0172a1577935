/* SPDX-License-Identifier: MIT */
/* The reference reader of CSV: slow and obvious, all in memory, a byte at a time. */
#ifndef SLOW_CSV_H
#define SLOW_CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "table/cell.h"
#include "table/csv.h"
#include "table/number_cell.h"

struct slow_csv {
	const char *bytes;
	size_t len, at, line;
	char delimiter;
	size_t width;  /* cells that most of the first rows have */
	size_t number; /* the cell of the ID number, from 1; 0: not known */
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
static inline bool slow_csv_is_student(const struct slow_csv *s, size_t at, size_t end,
				       size_t quote, size_t own);
static inline size_t slow_csv_run(const struct slow_csv *s, size_t at, size_t end);

/* Whether a row ends here: not with a CR alone, but where lines end so, behind a whole row, or
 * between two with ID numbers. *next: where the next one begins. */
static inline bool slow_csv_ends(const struct slow_csv *s, size_t at, size_t *next)
{
	size_t crs = at, ignored, own, number_end;

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
	if (s->width > 1 && s->cells + 1 == s->width &&
	    (s->bytes[crs] == '"' || slow_csv_line(s, crs, s->len, &ignored) > 1))
		return true;
	number_end = at - s->row_at < 4096 ? at : s->row_at + 4096;
	own = slow_csv_run(s, s->row_at, number_end);
	return s->number > 0 && (own < number_end || s->cells + 1 > s->number) &&
	       slow_csv_is_student(s, crs, s->len, s->len, own < number_end ? own : s->len);
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

/* Where the cell that begins at `at` ends, if the line does not end before: at its delimiter.
 * Quotes around a cell of one line count unless `bare`, but not the one at `quote`. */
static inline size_t slow_csv_cell_end(const struct slow_csv *s, size_t at, size_t end,
				       size_t quote, bool bare)
{
	size_t open = slow_csv_blanks(s, at), close, behind;

	if (!bare && open < end && open != quote && s->bytes[open] == '"') {
		for (close = open + 1; close < end && !slow_csv_is_break(s, close); close++) {
			if (s->bytes[close] != '"')
				continue;
			if (close + 1 == end || s->bytes[close + 1] != '"')
				break;
			close++;
		}
		behind = close < end ? slow_csv_blanks(s, close + 1) : end;
		if (close < end && s->bytes[close] == '"' &&
		    (behind >= end || slow_csv_is_break(s, behind) ||
		     s->bytes[behind] == s->delimiter))
			at = behind < end ? behind : end;
	}
	while (at < end && !slow_csv_is_break(s, at) && s->bytes[at] != s->delimiter)
		at++;
	return at;
}

/* Cells from one place to another, as far as the line goes; *next: where the next line begins.
 * *from, *to: the cell number `wanted`, empty if there is none. */
static inline size_t slow_csv_cut(const struct slow_csv *s, size_t at, size_t end, size_t quote,
				  bool bare, size_t wanted, size_t *next, size_t *from, size_t *to)
{
	size_t cells = 0, start = at;

	*from = *to = 0;
	for (;; start = at + 1) {
		at = slow_csv_cell_end(s, start, end, quote, bare);
		if (++cells == wanted) {
			*from = start;
			*to = at;
		}
		if (at >= end || slow_csv_is_break(s, at))
			break;
	}
	*next = at;
	if (at < end) {
		*next = at + 1;
		if (s->bytes[at] == '\r' && at + 1 < end && s->bytes[at + 1] == '\n')
			*next = at + 2;
	}
	return cells;
}

static inline size_t slow_csv_line(const struct slow_csv *s, size_t at, size_t end, size_t *next)
{
	size_t from, to;

	return slow_csv_cut(s, at, end, s->len, false, 0, next, &from, &to);
}

/* Where the first fifteen digits are; `end` if there are none. */
static inline size_t slow_csv_run(const struct slow_csv *s, size_t at, size_t end)
{
	for (size_t run; at < end; at++) {
		for (run = 0; at + run < end && run < 15; run++)
			if (s->bytes[at + run] < '0' || s->bytes[at + run] > '9')
				break;
		if (run == 15)
			return at;
	}
	return end;
}

static inline bool slow_csv_holds_number(const struct slow_csv *s, size_t at, size_t end)
{
	size_t digits = 0, marks = 0, others = 0;

	for (size_t i = at; i < end; i++) {
		char c = s->bytes[i];

		digits += c >= '0' && c <= '9';
		marks += c == '*' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
		others += (unsigned char)c >= 0x80;
	}
	return digits >= 15 || (others == 0 && digits >= 6 && marks > 0);
}

static inline int slow_csv_year(const struct slow_csv *s, size_t at)
{
	int year = 0;

	for (size_t i = at + 6; i < at + 10; i++)
		year = year * 10 + s->bytes[i] - '0';
	return year > 1900 && year < 2100 ? year : 0;
}

/* Whether the line is another student's: number in its place, and it is not 15 years older than the
 * holder of the one at `own`. */
static inline bool slow_csv_is_student(const struct slow_csv *s, size_t at, size_t end,
				       size_t quote, size_t own)
{
	for (int bare = 0; bare < 2; bare++) {
		size_t next, from, to, cells, digits;

		cells = slow_csv_cut(s, at, end, quote, bare, s->number, &next, &from, &to);
		if (cells < 2 || !slow_csv_holds_number(s, from, to))
			continue;
		digits = slow_csv_run(s, from, to);
		return digits == to || own == s->len || slow_csv_year(s, digits) == 0 ||
		       slow_csv_year(s, digits) + 15 > slow_csv_year(s, own);
	}
	return false;
}

static inline bool slow_csv_holds_id(const struct slow_csv *s, size_t at, size_t end)
{
	const char *bytes = s->bytes + at;
	size_t len = end - at;
	char id[CELL_ID];

	return cell_take_id(&bytes, &len, id) &&
	       number_cell_is_id((struct slice){ id, strlen(id) });
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
	size_t tail, next, first = 0, last = 0, lines = 0, merged, from, to, own = s->len,
			   first_end;
	bool digits = false, between = false;
	bool numbered = s->number > 0 && s->cells + 1 > s->number, whole;

	for (tail = slow_csv_blanks(s, close + 1); tail < s->len && !slow_csv_is_break(s, tail);)
		tail++;
	if (tail < s->len)
		tail += s->bytes[tail] == '\r' && tail + 1 < s->len && s->bytes[tail + 1] == '\n'
				? 2
				: 1;
	for (first_end = quote; !slow_csv_is_break(s, first_end);)
		first_end++;
	if (slow_csv_run(s, s->row_at, first_end) < first_end)
		own = slow_csv_run(s, s->row_at, first_end);
	if (s->cells + 1 < s->number) {
		slow_csv_cut(s, quote, tail, quote, false, s->number - s->cells, &next, &from, &to);
		if (slow_csv_holds_number(s, from, to))
			return true;
	}
	merged = s->cells + slow_csv_line(s, close + 1, tail, &next);
	whole = s->width > 1 && merged == s->width;
	for (size_t at = s->row_at; at < tail; at = next, lines++) {
		last = slow_csv_cut(s, at, tail, at <= quote ? quote : close, false, s->number,
				    &next, &from, &to);
		if (lines == 0) {
			first = last;
			if (slow_csv_holds_number(s, from, to) || own < quote ||
			    (own < s->len && first > 1))
				numbered = numbered || s->number > 0;
			continue;
		}
		if (numbered && at > quote && slow_csv_is_student(s, at, next, close, own) &&
		    (!whole || from < close || slow_csv_holds_id(s, from, to)))
			return true;
		if (slow_csv_digits(s, at, next, 6))
			digits = true;
		if (at > quote && next <= close && last > 1 && slow_csv_digits(s, at, next, 15))
			between = true;
	}
	if (s->width > 1 && first == s->width && last == s->width)
		return digits || !whole || s->width != 3;
	return between && !whole;
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
