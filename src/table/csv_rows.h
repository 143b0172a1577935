/* SPDX-License-Identifier: MIT */
/* Cuts the text of a CSV file, whose delimiter and line end are known, into rows and cells. */
#ifndef CSV_ROWS_H
#define CSV_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "table/csv_limits.h"
#include "table/csv_text.h"
#include "table/table.h"

struct csv_rows {
	struct csv_text text; /* owned */
	char *next;           /* the next row; into the text */
	char *open_quote;     /* quote that the last walk() found no end of; NULL: none */
	size_t literal;       /* offset in the row from which on quotes are literal, or NO_QUOTE */
	size_t next_line;
	size_t uneven; /* the last row that is not a line ending with LF; 0: none */
	struct table_row row;
	/* csv_rows_start() does not clear the following members. */
	struct slice cells[CSV_CELLS_MAX];
	bool quoted[CSV_CELLS_MAX]; /* finish() removes the cell's quotes */
};

/* Begins at the first row of a text that is set already. Do not copy *rows afterwards. */
void csv_rows_start(struct csv_rows *rows);

/* Returns the next row, as csv_next() does. */
const struct table_row *csv_rows_next(struct csv_rows *rows, struct diag *d);

/* Appends a block to the text; the cells of the row move with it. Returns false on failure; d says
 * why. */
bool csv_rows_refill(struct csv_rows *rows, struct diag *d);

#endif
