/* SPDX-License-Identifier: MIT */
/* Tells what quotes and line breaks of a CSV file are: ends of cells and rows, or characters of a
 * cell. Does not change the text. */
#ifndef CSV_QUOTES_H
#define CSV_QUOTES_H

#include <stdbool.h>
#include <stddef.h>

#include "table/csv_text.h"

static inline bool csv_is_break(char c)
{
	return c == '\n' || c == '\r';
}

/* Returns the end of the line at p, behind its line break. */
const char *csv_end_of_line(const char *p, const char *end);

/* Counts the cells of one line, whose quotes are well-formed or literal. */
size_t csv_count_cells(const struct csv_text *t, const char *p, const char *end);

/* Counts the line ends from p to end; sets *last behind the last one, if there is any. */
size_t csv_count_lines(const struct csv_text *t, const char *p, const char *end, const char **last);

/* Skips blanks before or behind the quotes of a cell, which are no part of it. */
char *csv_skip_padding(const struct csv_text *t, char *p);

/* Skips the line break at p, which ends a row; CR CR LF is one line break, too. */
char *csv_skip_break(const struct csv_text *t, char *p);

/* Whether the line break at p ends the row; cells: those of the row up to p. UNKNOWN: memory ends
 * before the answer is known. */
enum csv_ends { CSV_ENDS_NOT, CSV_ENDS_ROW, CSV_ENDS_UNKNOWN };
enum csv_ends csv_ends_row(const struct csv_text *t, const char *p, size_t cells);

/* What the quote at p is, with which a cell begins; cells: those of the row, this one included.
 * CELL, LINES: *close is the quote that closes the cell; LINES: with a line break in it. OPEN:
 * memory ends before the answer is known. */
enum csv_quoting { CSV_QUOTE_CELL, CSV_QUOTE_LINES, CSV_QUOTE_LITERAL, CSV_QUOTE_OPEN };
enum csv_quoting csv_read_quote(const struct csv_text *t, char *p, size_t cells, char **close);

#endif
