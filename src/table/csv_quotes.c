/* SPDX-License-Identifier: MIT */
#include "table/csv_quotes.h"

#include <string.h>

#include "table/cell.h"
#include "table/number_cell.h"

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

/* The bytes of the blank at p, which may be a full-width one, in UTF-8 or in GBK; 0: none. A tab is
 * no padding if it is the delimiter. */
static size_t padding(const struct csv_text *t, const char *p)
{
	if (*p == ' ' || *p == '\t')
		return *p != t->delimiter;
	if (memcmp(p, "\xA1\xA1", 2) == 0 || memcmp(p, "\xA3\xA0", 2) == 0)
		return 2;
	return memcmp(p, "\xE3\x80\x80", 3) == 0 ? 3 : 0;
}

char *csv_skip_padding(const struct csv_text *t, char *p)
{
	while (p < t->end && padding(t, p) > 0)
		p += padding(t, p);
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

/* Returns the quote that closes the cell that begins with the quote at p, if it is on the same line
 * and ends the cell; else p. */
static const char *close_on_line(const struct csv_text *t, const char *p, const char *end)
{
	for (const char *close = p + 1, *behind; close < end && !csv_is_break(*close); close++) {
		if (*close != '"')
			continue;
		behind = close + 1;
		if (behind < end && *behind == '"') {
			close++;
			continue;
		}
		while (behind < end && padding(t, behind) > 0)
			behind += padding(t, behind);
		return behind == end || csv_is_break(*behind) || *behind == t->delimiter ? close
											 : p;
	}
	return p;
}

enum line_quotes { QUOTES_LITERAL, QUOTES_OF_CELLS };

/* Counts the cells of the line at p, which ends at its line break or at end. literal: a quote that
 * is read as text in any case. Sets *cell to the cell number `wanted`, from 1; empty if there is
 * none. */
static size_t read_line(const struct csv_text *t, const char *p, const char *end,
			enum line_quotes quotes, const char *literal, size_t wanted,
			struct slice *cell)
{
	const char *start = p;
	size_t cells = 1, blank;
	bool starts = true, ends;

	*cell = (struct slice){ 0 };
	for (;; p++) {
		ends = p == end || csv_is_break(*p);
		if (ends || *p == t->delimiter) {
			if (cells == wanted)
				*cell = (struct slice){ start, (size_t)(p - start) };
			if (ends)
				return cells;
			cells++;
			start = p + 1;
			starts = true;
			continue;
		}
		if (quotes == QUOTES_OF_CELLS && starts && *p == '"' && p != literal)
			p = close_on_line(t, p, end);
		blank = starts ? padding(t, p) : 0;
		starts = blank > 0;
		p += starts ? blank - 1 : 0;
	}
}

size_t csv_count_cells(const struct csv_text *t, const char *p, const char *end)
{
	struct slice ignored;
	size_t cells = 1;

	if (memchr(p, '"', (size_t)(end - p)) == NULL) {
		while ((p = memchr(p, t->delimiter, (size_t)(end - p))) != NULL) {
			p++;
			cells++;
		}
		return cells;
	}
	return read_line(t, p, end, QUOTES_OF_CELLS, NULL, 0, &ignored);
}

enum { ID_DIGITS = 15, SOME_DIGITS = 6, TEXT_WIDTH = 3, START_BYTES = 4096 };

/* Returns the first run of at least `least` digits, or NULL. */
static const char *find_digits(const char *p, const char *end, size_t least)
{
	size_t run = 0;

	for (; p < end && run < least; p++)
		run = *p >= '0' && *p <= '9' ? run + 1 : 0;
	return run >= least ? p - run : NULL;
}

/* Returns true if a cell holds the digits of an ID number or, in ASCII alone, the number of another
 * document or a masked one: digits and a letter or asterisk. */
static bool holds_number(struct slice cell)
{
	size_t digits = 0;
	bool marked = false, ascii = true;

	for (size_t i = 0; i < cell.len; i++) {
		unsigned char c = (unsigned char)cell.bytes[i];

		ascii = ascii && c < 0x80;
		digits += c >= '0' && c <= '9';
		marked = marked || c == '*' || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
	}
	return digits >= ID_DIGITS || (ascii && marked && digits >= SOME_DIGITS);
}

/* Returns true if the line has an ID number in its column, and another cell, whether its quotes are
 * literal or not. cells, number: of the line as read_line() reads it with its quotes. own: digits
 * of the number of the row above, or NULL: a parent's is not counted. */
static bool is_student(const struct csv_text *t, const char *p, const char *end, size_t cells,
		       struct slice number, const char *own)
{
	const char *digits;

	if (cells < 2 || !holds_number(number)) {
		if (memchr(p, '"', (size_t)(end - p)) == NULL ||
		    read_line(t, p, end, QUOTES_LITERAL, NULL, t->number, &number) < 2 ||
		    !holds_number(number))
			return false;
	}
	digits = find_digits(number.bytes, number.bytes + number.len, ID_DIGITS);
	return own == NULL || digits == NULL || !cell_id_is_elder(digits, own);
}

static bool holds_id(struct slice cell)
{
	char id[CELL_ID];
	bool holds = cell_take_id(&cell.bytes, &cell.len, id) &&
		     number_cell_is_id((struct slice){ id, strlen(id) });

	explicit_bzero(id, sizeof id);
	return holds;
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
	const char *behind, *next, *own;
	struct slice number;
	size_t below;
	bool whole;

	if (*p == '\n')
		return CSV_ENDS_ROW;
	behind = skip_returns(t, p);
	if (behind == t->end && !t->ended)
		return CSV_ENDS_UNKNOWN;
	if (behind == t->end || *behind == '\n' || t->line_end == '\r')
		return CSV_ENDS_ROW;
	whole = t->width > 1 && cells == t->width;
	if (!whole && t->number == 0)
		return CSV_ENDS_NOT;
	next = csv_end_of_line(behind, t->end);
	if (next == t->end && !t->ended)
		return CSV_ENDS_UNKNOWN;
	below = read_line(t, behind, next, QUOTES_OF_CELLS, NULL, t->number, &number);
	if (whole && (*behind == '"' || below > 1))
		return CSV_ENDS_ROW;
	if (t->number == 0)
		return CSV_ENDS_NOT;
	own = find_digits(t->at, p - t->at < START_BYTES ? p : t->at + START_BYTES, ID_DIGITS);
	return (own != NULL || cells > t->number) && is_student(t, behind, next, below, number, own)
		       ? CSV_ENDS_ROW
		       : CSV_ENDS_NOT;
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

/* Returns true if a cell with line breaks, from its quote at p to the one at close, the `cells`th
 * of its row, is really several rows with two literal quotes:
 * - if it begins before the row's ID number and holds that in its column;
 * - if the row has its number, and one of the other lines has one in the same column that is no
 *   parent's. Behind the cell of a row with the usual number of cells, it must be an ID number:
 *   there may be the number of a bank card;
 * - if the first and the last of its lines, read as rows, have the usual number of cells. In a
 *   table of three columns the last cell may be a text of lines with commas, so there a line must
 *   have a number, too; two columns are a name and a number, and with more columns such a text is
 *   rare;
 * - if the row does not have the usual number of cells and a line in between has an ID number.
 * tail: behind the line of close. */
static bool holds_rows(const struct csv_text *t, const char *p, const char *close, const char *tail,
		       size_t cells)
{
	size_t first = 0, last = 0, all = cells + csv_count_cells(t, close + 1, tail) - 1;
	bool digits = false, between = false, numbered = t->number > 0 && cells > t->number;
	bool whole = t->width > 1 && all == t->width;
	const char *line_end = csv_end_of_line(p, tail);
	const char *own = find_digits(t->at, line_end, ID_DIGITS);
	struct slice number;

	if (cells < t->number) {
		read_line(t, p, line_end, QUOTES_OF_CELLS, p, t->number - cells + 1, &number);
		if (holds_number(number))
			return true;
	}
	for (const char *line = t->at, *next; line < tail; line = next) {
		next = csv_end_of_line(line, tail);
		last = read_line(t, line, next, QUOTES_OF_CELLS, line <= p ? p : close, t->number,
				 &number);
		if (line == t->at) {
			first = last;
			numbered = numbered || holds_number(number) ||
				   (own != NULL && (own < p || first > 1));
			continue;
		}
		if (line > p && numbered && is_student(t, line, next, last, number, own) &&
		    (!whole || number.len == 0 || number.bytes < close || holds_id(number)))
			return true;
		digits = digits || find_digits(line, next, SOME_DIGITS) != NULL;
		between = between || (line > p && next <= close && last > 1 &&
				      find_digits(line, next, ID_DIGITS) != NULL);
	}
	if (t->width > 1 && first == t->width && last == t->width)
		return digits || !whole || t->width != TEXT_WIDTH;
	return between && !whole;
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
	return holds_rows(t, p, *close, tail, cells) ? CSV_QUOTE_LITERAL : CSV_QUOTE_LINES;
}
