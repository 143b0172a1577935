/* SPDX-License-Identifier: MIT */
#include "roster/csv_quotes.h"

#include <string.h>

/* Finds the quote that closes a cell; p is behind the one that opens it. Returns NULL if it is not
 * in memory. */
static char *closing_quote(const struct csv_text *t, char *p)
{
	while ((p = memchr(p, '"', (size_t)(t->end - p))) != NULL) {
		if (p + 1 == t->end)
			return t->ended ? p : NULL;
		if (p[1] != '"')
			return p;
		p += 2;
	}
	return NULL;
}

/* A tab is no padding if it is the delimiter. */
static bool is_padding(const struct csv_text *t, char c)
{
	return (c == ' ' || c == '\t') && c != t->delimiter;
}

char *csv_skip_padding(const struct csv_text *t, char *p)
{
	while (p < t->end && is_padding(t, *p))
		p++;
	return p;
}

const char *csv_end_of_line(const char *p, const char *end)
{
	while (p < end && !csv_is_break(*p))
		p++;
	if (p < end && *p++ == '\r' && p < end && *p == '\n')
		p++;
	return p;
}

static bool has_break(const char *p, const char *end)
{
	while (p < end && !csv_is_break(*p))
		p++;
	return p < end;
}

size_t csv_count_cells(const struct csv_text *t, const char *p, const char *end)
{
	size_t cells = 1;
	bool starts = true;

	for (; p < end && !csv_is_break(*p); p++) {
		if (starts && *p == '"') {
			const char *close = p + 1;

			while (close < end && !csv_is_break(*close) && *close != '"')
				close++;
			p = close < end && *close == '"' ? close : p;
		}
		starts = *p == t->delimiter || (starts && is_padding(t, *p));
		cells += *p == t->delimiter;
	}
	return cells;
}

/* Skips the CR at p; also the CRs that follow, unless each CR ends a row. */
static const char *skip_returns(const struct csv_text *t, const char *p)
{
	const char *behind = p;

	while (behind < t->end && *behind == '\r' && (behind == p || t->line_end != '\r'))
		behind++;
	return behind;
}

enum csv_ends csv_ends_row(const struct csv_text *t, const char *p, size_t cells)
{
	const char *behind, *next;

	if (*p == '\n')
		return CSV_ENDS_ROW;
	behind = skip_returns(t, p);
	if (behind == t->end && !t->ended)
		return CSV_ENDS_UNKNOWN;
	if (behind == t->end || *behind == '\n' || t->line_end == '\r')
		return CSV_ENDS_ROW;
	if (t->width < 2 || cells != t->width)
		return CSV_ENDS_NOT;
	next = csv_end_of_line(behind, t->end);
	if (next == t->end && !t->ended)
		return CSV_ENDS_UNKNOWN;
	return csv_count_cells(t, behind, next) == t->width ? CSV_ENDS_ROW : CSV_ENDS_NOT;
}

char *csv_skip_break(const struct csv_text *t, char *p)
{
	p += skip_returns(t, p) - p;
	return p < t->end && *p == '\n' ? p + 1 : p;
}

size_t csv_count_lines(const struct csv_text *t, const char *p, const char *end, const char **last)
{
	size_t count = 0;

	for (; p < end; p++) {
		if (*p != '\n' &&
		    (*p != '\r' || t->line_end != '\r' || (p + 1 < end && p[1] == '\n')))
			continue;
		count++;
		*last = p + 1;
	}
	return count;
}

/* Returns true if a run of digits has at least `least` of them. */
static bool has_digits(const char *p, const char *end, size_t least)
{
	size_t run = 0;

	for (; p < end && run < least; p++)
		run = *p >= '0' && *p <= '9' ? run + 1 : 0;
	return run >= least;
}

enum { ID_DIGITS = 15, SOME_DIGITS = 6, TEXT_WIDTH = 3 };

/* Counts the cells of the line from `from` to `to`, in which `quote` is a literal quote. */
static size_t count_beside(const struct csv_text *t, const char *from, const char *quote,
			   const char *to)
{
	return csv_count_cells(t, from, quote) + csv_count_cells(t, quote + 1, to) - 1;
}

/* Returns true if a cell with line breaks, from its quote at p to the one at close, is really
 * several rows with two literal quotes: if the first and the last of its lines, read as rows, have
 * the usual number of cells; or if the row does not have that number and a line in between looks
 * like a student's. In a table of three columns the last cell may be a text of lines with commas,
 * so there a line must have a number, too; two columns are a name and a number, and with more
 * columns such a text is rare. tail: behind the line of close. */
static bool holds_rows(const struct csv_text *t, const char *p, const char *close, const char *tail)
{
	size_t first = 0, last = 0, cells;
	bool digits = false, student = false;

	for (const char *line = t->at, *next; line < tail; line = next) {
		next = csv_end_of_line(line, tail);
		if (line == t->at) {
			first = count_beside(t, line, p, next);
			continue;
		}
		last = close < next ? count_beside(t, line, close, next)
				    : csv_count_cells(t, line, next);
		digits = digits || has_digits(line, next, SOME_DIGITS);
		student = student || (line > p && next <= close && last > 1 &&
				      has_digits(line, next, ID_DIGITS));
	}
	cells = csv_count_cells(t, t->at, p) + csv_count_cells(t, close + 1, tail) - 1;
	if (t->width > 1 && first == t->width && last == t->width)
		return digits || cells != t->width || t->width != TEXT_WIDTH;
	return student && cells != t->width;
}

enum csv_quoting csv_read_quote(const struct csv_text *t, char *p, size_t cells, char **close)
{
	char *behind;
	const char *tail;

	*close = closing_quote(t, p + 1);
	if (*close == NULL)
		return CSV_QUOTE_OPEN;
	behind = csv_skip_padding(t, *close + 1);
	if (behind == t->end && !t->ended)
		return CSV_QUOTE_OPEN;
	if (behind < t->end && *behind != t->delimiter) {
		enum csv_ends ends =
			csv_is_break(*behind) ? csv_ends_row(t, behind, cells) : CSV_ENDS_NOT;

		if (ends != CSV_ENDS_ROW)
			return ends == CSV_ENDS_NOT ? CSV_QUOTE_LITERAL : CSV_QUOTE_OPEN;
	}
	if (!has_break(p, *close))
		return CSV_QUOTE_CELL;
	if (cells > CSV_CELLS_MAX) /* no table's row; holds_rows() would rescan it */
		return CSV_QUOTE_LITERAL;
	tail = csv_end_of_line(behind, t->end);
	if (tail == t->end && !t->ended)
		return CSV_QUOTE_OPEN;
	return holds_rows(t, p, *close, tail) ? CSV_QUOTE_LITERAL : CSV_QUOTE_CELL;
}
