/* SPDX-License-Identifier: MIT */
/* Rows of a CSV file of any size, read in blocks, as slices of raw bytes in the file's own
 * encoding.
 *
 * Comma, semicolon or tab; a cell that begins with a quote runs to the quote that closes it,
 * line breaks and doubled quotes included, and what follows up to the delimiter belongs to it;
 * LF, CRLF and CR each end a row. A UTF-8 byte order mark and Excel's `sep=;` line are left
 * out. NUL is a byte like any other. Knows ASCII only, whose marks are never part of a
 * character in UTF-8 or GB 18030. */
#ifndef CSV_IN_H
#define CSV_IN_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

enum {
	CSV_BLOCK = 64 * 1024,     /* bytes asked of one read() */
	CSV_ROW_MAX = 1024 * 1024, /* bytes of a row, its line breaks included */
	CSV_CELLS_MAX = 512        /* cells of a row that are kept */
};

/* Part of something borrowed; not NUL-terminated. len 0: bytes may be NULL. */
struct slice {
	const char *bytes;
	size_t len; /* bytes */
};

struct csv_row {
	size_t row, line; /* from 1; blank rows and the header count, as in a spreadsheet */
	size_t count;     /* cells kept, 1 to CSV_CELLS_MAX; a blank line has one, empty */
	size_t more;      /* cells beyond those */
	const struct slice *cells; /* borrowed from the reader, quotes taken off */
};

/* How to read; {0} is the usual. */
struct csv_how {
	size_t block;   /* bytes asked of one read(); 0: CSV_BLOCK */
	size_t head;    /* bytes to have before the first row; 0: CSV_BLOCK */
	char delimiter; /* 0: found from the head */
	/* Borrowed, may be NULL. Once a handler has made it other than 0 nothing more is read, and the
	 * last row is the last whole one. */
	const volatile sig_atomic_t *stop;
};

struct csv_in;

/* A reader of an open file, which stays the caller's to close; reads the head. NULL: d says why. */
struct csv_in *csv_in_open(int fd, const struct csv_how *how, struct diag *d);

/* The same for bytes in memory, which are copied. */
struct csv_in *csv_in_open_bytes(struct slice bytes, char delimiter);

/* Overwrites and frees what was read; NULL is allowed. */
void csv_in_close(struct csv_in *in);

/* The next row, borrowed until the next call. NULL: the end, or trouble: then csv_in_failed() and d
 * says why (read error, a row too long, a file that became shorter meanwhile). A quote that nothing
 * closes is a problem in d at its place, and read on as an ordinary character. */
const struct csv_row *csv_in_next(struct csv_in *in, struct diag *d);
bool csv_in_failed(const struct csv_in *in);

/* What is in memory and not yet given out: right after opening, the head. Borrowed until the
 * next row. */
struct slice csv_in_ahead(const struct csv_in *in);

/* Whole rows of what is ahead, counted by the caller, are passed over. CSV_BEYOND bytes behind what is
 * ahead may be read; the first of them is NUL. */
enum { CSV_BEYOND = 32 };
void csv_in_skip(struct csv_in *in, size_t bytes, size_t rows);

size_t csv_in_next_row(const struct csv_in *in); /* the number of the row to come, from 1 */

bool csv_in_has_mark(const struct csv_in *in); /* a UTF-8 byte order mark */
char csv_in_delimiter(const struct csv_in *in);
bool csv_in_all_read(const struct csv_in *in);            /* what is ahead ends as the file does */
size_t csv_in_next_line(const struct csv_in *in);         /* where the next row begins */
unsigned long long csv_in_bytes(const struct csv_in *in); /* bytes of the rows given out so far */

/* Where a byte of the row given out last stands: line and column from 1, the column in
 * characters as `characters` counts them. */
typedef size_t csv_characters(const char *bytes, size_t len);
void csv_in_count_by(struct csv_in *in, csv_characters *characters); /* at first: bytes */
void csv_in_place(const struct csv_in *in, const char *at, size_t *line, size_t *column);

/* The delimiter that the first rows speak for: the one which most rows hold equally often; ',' when
 * there is none. */
char csv_delimiter_find(struct slice head);

#endif
