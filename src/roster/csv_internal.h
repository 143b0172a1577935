/* SPDX-License-Identifier: MIT */
/* How the reader's own sources share the work; nobody else includes this. */
#ifndef CSV_INTERNAL_H
#define CSV_INTERNAL_H

#include <stdint.h>

#include "roster/csv_in.h"

struct csv_in {
	int fd; /* -1: bytes in memory */
	struct csv_how how;
	bool ended; /* nothing more will be read */
	bool cut;   /* by a signal: what has no line end is no whole row */
	bool failed;
	bool has_mark;
	unsigned long long got, expected; /* bytes read, and the file's when it was opened */
	char *buffer;                     /* owned */
	size_t room;
	char *at, *next, *end; /* the row, the one after it, the end of what is read: into buffer */
	char *open_quote;      /* that the last walk saw no end of; NULL: none */
	size_t literal;        /* of the row: the offset of a quote that nothing closes */
	size_t next_line;
	csv_characters *characters;
	struct csv_row row;
	struct slice cells[CSV_CELLS_MAX];
};

#define CSV_NO_QUOTE SIZE_MAX

/* Reads one block behind what is there; the row at `at` moves to the buffer's start. false: d
 * says why. */
bool csv_refill(struct csv_in *in, struct diag *d);

/* Nothing more is given out. Always returns false. */
bool csv_fail(struct csv_in *in);

#endif
