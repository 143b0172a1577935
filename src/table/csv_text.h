/* SPDX-License-Identifier: MIT */
/* The text of a CSV file of any size: reads it in blocks and keeps the part that is still needed in
 * memory. Converts UTF-16 to UTF-8. Holds personal data, and overwrites what it frees. */
#ifndef CSV_TEXT_H
#define CSV_TEXT_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "table/csv_limits.h"
#include "table/table.h"

struct csv_text {
	/* What is still needed, from the start of a row to the end of the data; into buffer.
	 * CSV_BEYOND zeros follow, so that a search that reads past the end finds nothing there. */
	char *at, *end;
	char delimiter, line_end; /* line_end: '\n' or '\r', as most lines end */
	size_t width;             /* cells of most of the first rows; 0: not known */
	size_t number;            /* the cell of the ID number, from 1; 0: not known */
	bool ended;               /* nothing more is read */
	bool cut; /* stopped by a signal: a last line without its line end is no complete row */
	bool failed;
	bool utf16, big_endian;            /* encoding of the file; the buffer is UTF-8 */
	int fd;                            /* borrowed; -1: reads from memory */
	size_t block;                      /* bytes asked of one read() */
	const volatile sig_atomic_t *stop; /* borrowed; NULL: none. Non-zero: stop reading */
	unsigned long long got, expected;  /* bytes read; bytes of the file when it was opened */
	char *buffer;                      /* owned */
	size_t capacity;
	unsigned char left[4]; /* bytes of a character that the last block cut in two */
	size_t left_len;
};

/* Opens a file, t->fd, and reads at least `head` bytes of it if it has them. The caller has set fd,
 * block and stop, and zeros. Returns false on failure; d says why. */
bool csv_text_open(struct csv_text *t, size_t head, struct diag *d);

/* Opens a copy of bytes in memory, which are not converted. */
void csv_text_copy(struct csv_text *t, struct slice bytes);

/* Skips the byte order mark of UTF-8; returns false if there is none. */
bool csv_text_skip_mark(struct csv_text *t);

/* Appends a block. What is at t->at moves to the buffer's start, and t->at with it. Returns false
 * on failure; d says why. */
bool csv_text_refill(struct csv_text *t, struct diag *d);

/* Ends the text after an error. Returns false. */
bool csv_text_fail(struct csv_text *t);

void csv_text_free(struct csv_text *t);

#endif
