/* SPDX-License-Identifier: MIT */
/* Reads the rows of a CSV file of any size, in blocks, as slices of raw bytes in the file's own
 * encoding.
 *
 * The delimiter is a comma, a semicolon or a tab. LF and CRLF end a row. A CR alone ends a row if
 * most lines of the file end with one, or if the rows before and behind it then have all cells, or
 * both an ID number; otherwise it is a character of its cell. A cell that begins with a quote ends
 * at its closing quote and may contain line breaks and doubled quotes. So that no row disappears in
 * a cell, such a quote is literal if no quote closes it, if text follows the closing quote, if the
 * cell would contain rows, or if the cell has a line break and is not kept (CSV_CELLS_MAX). A file
 * in UTF-16 is converted to UTF-8. A byte order mark and Excel's `sep=;` line are skipped. NUL is a
 * byte like any other. Delimiters, quotes and line ends are ASCII bytes that are never part of a
 * longer character in UTF-8 or GB 18030. */
#ifndef CSV_H
#define CSV_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "table/csv_limits.h"
#include "table/table.h"

/* How to read; {0} selects the defaults. */
struct csv_options {
	size_t block;   /* bytes asked of one read(); 0: CSV_BLOCK */
	size_t head;    /* bytes that opening reads ahead; 0: CSV_BLOCK */
	char delimiter; /* 0: detected from the head */
	size_t width;   /* cells of most rows; 0: detected from the head */
	char line_end;  /* '\n' or '\r', as most lines end; 0: detected from the head */
	/* Borrowed, may be NULL. When a signal handler sets it to non-zero, reading stops, and the
	 * last complete row is the last one returned. */
	const volatile sig_atomic_t *stop;
};

struct csv;

/* Opens a reader of an open file, which the caller closes later, and reads the head. Returns NULL
 * on failure; d says why. */
struct csv *csv_open(int fd, const struct csv_options *options, struct diag *d);

/* Opens a reader of a copy of bytes in memory. */
struct csv *csv_open_bytes(struct slice bytes);

/* Opens a second reader of a copy of csv_ahead(), up to its last line end if it has one. */
struct csv *csv_open_head(const struct csv *in);

/* Opens a reader of a copy of the next lines behind the last returned row, at most `lines` of them.
 * Reads on if needed; the cells of the row may then move. Returns NULL if there are no more lines,
 * if they do not end within CSV_ROW_MAX, or if a quote of the row was read as text. */
struct csv *csv_open_next_lines(struct csv *in, size_t lines, struct diag *d);

/* Returns how many cells the next line has, if it has no quote and its last cell is not empty; 0 if
 * the line must be read to know. */
size_t csv_next_cells(const struct csv *in);

/* Overwrites and frees what was read; NULL is allowed. */
void csv_close(struct csv *in);

/* Returns the next row, borrowed until the next call; NULL at the end or on failure. After a
 * failure csv_failed() is true and d says why (read error, a row too long, a file that became
 * shorter while it was read). */
const struct table_row *csv_next(struct csv *in, struct diag *d);
bool csv_failed(const struct csv *in);

/* Returns the bytes in memory that no row was returned of yet; right after opening, the head.
 * Borrowed until the next row. */
struct slice csv_ahead(const struct csv *in);

/* Skips complete rows of csv_ahead(), which the caller has counted. The caller may read CSV_BEYOND
 * bytes past the end of csv_ahead(); the first of them is NUL. */
void csv_skip(struct csv *in, size_t bytes, size_t rows);

/* Whether each row read so far, from one on, is a line that ends with LF. */
bool csv_rows_are_lines(const struct csv *in, size_t from);

/* Skips lines that end with LF, which the caller knows to be rows. Returns false if there are not
 * so many. */
bool csv_skip_lines(struct csv *in, size_t lines);

/* The last skipped row: how many cells it has; whether all of them are blank. */
size_t csv_passed_cells(const struct csv *in);
bool csv_passed_blank(const struct csv *in);

size_t csv_next_row(const struct csv *in); /* number of the next row, from 1 */

bool csv_has_mark(const struct csv *in); /* the file begins with a byte order mark */
bool csv_is_utf16(const struct csv *in); /* the file is UTF-16 and was converted to UTF-8 */
char csv_delimiter(const struct csv *in);
char csv_line_end(const struct csv *in); /* '\r' if most lines end with a CR alone, else '\n' */
void csv_set_delimiter(struct csv *in, char delimiter); /* call it before the first row */

/* Sets how many cells the header has, and which cell has the ID number, from 1; 0: none. */
void csv_set_columns(struct csv *in, size_t width, size_t number);

size_t csv_width(const struct csv *in);             /* cells of most of the first rows */
bool csv_all_read(const struct csv *in);            /* csv_ahead() ends at the end of the file */
size_t csv_next_line(const struct csv *in);         /* line on which the next row begins */
unsigned long long csv_bytes(const struct csv *in); /* bytes of the rows returned so far */

/* Finds a byte of the last returned row, or the row's first byte if at is NULL. Sets *line to its
 * line, from 1, and returns what is before the byte on that line, borrowed. */
struct slice csv_place(const struct csv *in, const char *at, size_t *line);

#endif
