/* SPDX-License-Identifier: MIT */
/* Tells a row that a line break in no quotes cut in two: 王芳 and her number on the next line. */
#ifndef BROKEN_ROW_H
#define BROKEN_ROW_H

#include <stdbool.h>

#include "roster/columns.h"
#include "roster/csv.h"
#include "roster/encoding.h"
#include "roster/table.h"

enum { BROKEN_CELL = 256 };

/* A row put together; borrows the cells of its halves. */
struct broken_row {
	struct table_row row;
	struct slice cells[CSV_CELLS_MAX];
	char cell[BROKEN_CELL + CSV_BEYOND]; /* that the break cut */
};

/* Whether a row and the line behind it, of so many cells of which the last is filled, have too many
 * to be put together. */
bool broken_row_is_too_long(const struct columns *columns, const struct table_row *first,
			    size_t rest);

/* Puts together a row and the line behind it: neither has a name and a number in their columns,
 * both together do. Two rows that may be two students' are left alone. false: they are no halves of
 * one. */
bool broken_row_join(struct decoder *decoder, const struct columns *columns,
		     const struct table_row *first, const struct table_row *rest,
		     struct broken_row *out);

#endif
