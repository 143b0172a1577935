/* SPDX-License-Identifier: MIT */
/* Rows of a CSV file of any size, read in blocks, as slices of raw bytes in the file's own
 * encoding.
 *
 * Comma, semicolon or tab; a cell that begins with a quote runs to the quote that closes it,
 * line breaks and doubled quotes included, and what follows up to the delimiter belongs to it;
 * LF, CRLF and CR each end a row. A UTF-8 byte order mark and Excel's `sep=;` line are left
 * out. NUL is a byte like any other. Knows ASCII only, whose marks are never part of a
 * character in UTF-8 or GB 18030. */
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
	/* Borrowed, may be NULL. Once a handler has made it other than 0 nothing more is read, and the
	 * last row is the last whole one. */
	const volatile sig_atomic_t *stop;
};

struct csv;

/* A reader of an open file, which stays the caller's to close; reads the head. NULL: d says why. */
struct csv *csv_open(int fd, const struct csv_options *how, struct diag *d);

/* The same for bytes in memory, which are copied. */
struct csv *csv_open_bytes(struct slice bytes, char delimiter);

/* Overwrites and frees what was read; NULL is allowed. */
void csv_close(struct csv *in);

/* The next row, borrowed until the next call. NULL: the end, or trouble: then csv_failed() and d
 * says why (read error, a row too long, a file that became shorter meanwhile). A quote that nothing
 * closes is a problem in d at its place, and read on as an ordinary character. */
const struct table_row *csv_next(struct csv *in, struct diag *d);
bool csv_failed(const struct csv *in);

/* What is in memory and not yet given out: right after opening, the head. Borrowed until the
 * next row. */
struct slice csv_ahead(const struct csv *in);

/* Whole rows of what is ahead, counted by the caller, are passed over. CSV_BEYOND bytes behind what is
 * ahead may be read; the first of them is NUL. */
enum { CSV_BEYOND = 32 };
void csv_skip(struct csv *in, size_t bytes, size_t rows);

size_t csv_next_row(const struct csv *in); /* the number of the row to come, from 1 */

bool csv_has_mark(const struct csv *in); /* a UTF-8 byte order mark */
char csv_delimiter(const struct csv *in);
bool csv_all_read(const struct csv *in);            /* what is ahead ends as the file does */
size_t csv_next_line(const struct csv *in);         /* where the next row begins */
unsigned long long csv_bytes(const struct csv *in); /* bytes of the rows given out so far */

/* Where a byte of the row given out last stands: line and column from 1, the column in
 * characters as `characters` counts them. */
typedef size_t csv_characters(const char *bytes, size_t len);
void csv_count_by(struct csv *in, csv_characters *characters); /* at first: bytes */
void csv_place(const struct csv *in, const char *at, size_t *line, size_t *column);

/* The delimiter that the first rows speak for: the one which most rows hold equally often; ',' when
 * there is none. */
char csv_find_delimiter(struct slice head);

#endif
