/* SPDX-License-Identifier: MIT */
/* Takes a row's fields from its cells, without the marks of spreadsheets and without quotes that
 * were read as text. */
#ifndef ROW_FIELDS_H
#define ROW_FIELDS_H

#include <stdbool.h>
#include <stddef.h>

#include "roster/columns.h"
#include "roster/roster_row.h"
#include "table/encoding.h"
#include "table/table.h"

/* Sets fields, number_at, name_valid and number_whole of out. The number is in the column of the ID
 * numbers or, if that cell is empty, in columns.spare or else in the first column of another
 * document that is filled. */
void row_fields_take(const struct columns *columns, enum encoding encoding,
		     const struct table_row *row, struct roster_row *out);

/* Whether a field is its whole cell, with nothing removed. */
bool row_fields_is_cell(const struct columns *columns, const struct table_row *row,
			const struct roster_row *taken, enum roster_column c);

/* Whether a name certainly has no finding. Reads up to 8 bytes behind it. Call fast_path_prepare()
 * before. */
bool row_fields_name_valid(enum encoding encoding, struct slice name);

/* Copies a name without its blanks to out, which must be zeroed so that CSV_BEYOND bytes behind the
 * result can be read. A name that is too long is returned as it is. */
enum { ROSTER_NAME_BARE = 128 };
struct slice row_fields_name_bare(enum encoding encoding, struct slice name,
				  char out[ROSTER_NAME_BARE]);

/* The index of the cell that holds row->quote; SIZE_MAX: none. Sets *curly if that cell has a curly
 * quote in it, “ or ”. */
size_t row_fields_find_quote(enum encoding encoding, const struct table_row *row, bool *curly);

#endif
