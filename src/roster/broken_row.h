/* SPDX-License-Identifier: MIT */
/* Joins a row that a line break outside quotes cut in two: 王芳, and her number on the next
 * line. */
#ifndef BROKEN_ROW_H
#define BROKEN_ROW_H

#include <stdbool.h>

#include "roster/columns.h"
#include "table/csv.h"
#include "table/encoding.h"
#include "table/table.h"

enum { BROKEN_CELL = 256 };

/* A joined row; borrows the cells of its halves. */
struct broken_row {
	struct table_row row;
	struct slice cells[CSV_CELLS_MAX];
	char cell[BROKEN_CELL + CSV_BEYOND]; /* the cell that the break cut */
};

/* Whether a row and the next line have too many cells to be halves of one row. rest: the cells of
 * the next line, the last of which is filled. */
bool broken_row_is_too_long(const struct columns *columns, const struct table_row *first,
			    size_t rest);

/* Joins a row and the next line if neither has a name and a number in their columns but the joined
 * row has. Leaves two rows alone that may be two students'. Returns false if they are not halves of
 * one row. */
bool broken_row_join(struct decoder *decoder, const struct columns *columns,
		     const struct table_row *first, const struct table_row *rest,
		     struct broken_row *out);

#endif
