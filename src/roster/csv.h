/* SPDX-License-Identifier: MIT */
/* Reads the rows of a CSV file of any size, in blocks, as slices of raw bytes in the file's own
 * encoding.
 *
 * Comma, semicolon or tab; LF and CRLF end a row. A CR alone does in a file whose lines end so, or between
 * two cells that complete the rows before and behind it; else it is a character of its cell. A cell that
 * begins with a quote runs to the quote that closes it, line breaks and doubled quotes included. Such a quote
 * is literal, and the row is read as it stands, if nothing closes it, if text follows the closing quote, if
 * the cell would hold rows, or if it has a line break and is not kept (CSV_CELLS_MAX): no row disappears in a
 * cell. A file in UTF-16 is converted to UTF-8. A byte order mark and Excel's `sep=;` line are left out. NUL is
 * a byte like any other. Only ASCII bytes have a meaning here; they are never part of a character in UTF-8 or
 * GB 18030. */
#ifndef CSV_H
#define CSV_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "roster/table.h"

enum {
	CSV_BLOCK = 64 * 1024,     /* bytes asked of one read() */
	CSV_ROW_MAX = 1024 * 1024, /* bytes of a row, its line breaks included */
	CSV_CELLS_MAX = 512        /* cells of a row that are kept */
};

/* How to read; {0} is the usual. */
struct csv_options {
	size_t block;   /* bytes asked of one read(); 0: CSV_BLOCK */
	size_t head;    /* bytes to have before the first row; 0: CSV_BLOCK */
	char delimiter; /* 0: found from the head */
	size_t width;   /* cells of most rows; 0: found from the head */
	char line_end;  /* '\n' or '\r': of most lines; 0: found from the head */
	/* Borrowed, may be NULL. Once a handler has made it other than 0 nothing more is read, and
	 * the last row is the last whole one. */
	const volatile sig_atomic_t *stop;
};

struct csv;

/* A reader of an open file, which stays the caller's to close; reads the head. NULL: d says why. */
struct csv *csv_open(int fd, const struct csv_options *options, struct diag *d);

/* The same for bytes in memory, which are copied. */
struct csv *csv_open_bytes(struct slice bytes);

/* A second reader of what is ahead, which is copied: only whole rows, unless there is none. */
struct csv *csv_open_head(const struct csv *in);

/* A reader of the lines behind the row given out last, as many as are asked for and there, which
 * are copied; reads on for them, and the row's cells may move. NULL: there is none, they are not
 * whole within CSV_ROW_MAX, or a quote of the row was read as text. */
struct csv *csv_open_next_lines(struct csv *in, size_t lines, struct diag *d);

/* The cells of that line, if no quote is in it and the last one is filled; 0: not known without
 * reading it. */
size_t csv_next_cells(const struct csv *in);

/* Overwrites and frees what was read; NULL is allowed. */
void csv_close(struct csv *in);

/* The next row, borrowed until the next call. NULL: the end, or trouble: then csv_failed() and d
 * says why (read error, a row too long, a file that became shorter meanwhile). */
const struct table_row *csv_next(struct csv *in, struct diag *d);
bool csv_failed(const struct csv *in);

/* What is in memory and not yet given out: right after opening, the head. Borrowed until the
 * next row. */
struct slice csv_ahead(const struct csv *in);

/* Whole rows of what is ahead, counted by the caller, are passed over. CSV_BEYOND bytes behind what
 * is ahead may be read; the first of them is NUL. */
enum { CSV_BEYOND = 32 };
void csv_skip(struct csv *in, size_t bytes, size_t rows);

/* Of the last row that was passed over: its cells; whether they are empty. */
size_t csv_passed_cells(const struct csv *in);
bool csv_passed_blank(const struct csv *in);

size_t csv_next_row(const struct csv *in); /* the number of the row to come, from 1 */

bool csv_has_mark(const struct csv *in); /* a byte order mark */
bool csv_is_utf16(const struct csv *in); /* the file is, and was converted to UTF-8 */
char csv_delimiter(const struct csv *in);
char csv_line_end(const struct csv *in); /* '\r': a CR alone ends a row; '\n': it does not */
void csv_set_delimiter(struct csv *in, char delimiter); /* before the first row */
void csv_set_width(struct csv *in, size_t width);   /* the header is known to have so many cells */
size_t csv_width(const struct csv *in);             /* cells that most of the first rows have */
bool csv_all_read(const struct csv *in);            /* what is ahead ends as the file does */
size_t csv_next_line(const struct csv *in);         /* where the next row begins */
unsigned long long csv_bytes(const struct csv *in); /* bytes of the rows given out so far */

/* Where a byte of the row given out last stands: its line, from 1, and what is before it there,
 * borrowed. NULL: the row's first. */
struct slice csv_place(const struct csv *in, const char *at, size_t *line);

/* The delimiter by the first rows: the one that most rows have equally often; ',' when
 * there is none. */
char csv_find_delimiter(struct slice head);

#endif
