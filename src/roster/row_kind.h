/* SPDX-License-Identifier: MIT */
/* Tells a student's row from totals, signatures, notes, page lines, class lines, repeated titles and
 * headings. A row with a name and a number in their columns is always a student's. */
#ifndef ROW_KIND_H
#define ROW_KIND_H

#include "roster/columns.h"
#include "roster/encoding.h"
#include "roster/table.h"

/* NULL: a student's. Else what the row is, in a word that quotes no personal data: 合计, 制表人, 页码; static.
 * ROW_HEADINGS: repeated headings; ROW_NOBODY: nothing that is known, without name and number. CSV_BEYOND bytes
 * behind each cell may be read. */
const char *row_kind_other(struct decoder *decoder, const struct table_row *row,
			   const struct columns *columns);

/* Whether a row above the heading, or above the first with a number, is a student's or the example of one: it holds an ID
 * number, or where there is no heading, a name and no number. */
bool row_kind_is_above(struct decoder *decoder, const struct table_row *row,
		       const struct columns *columns);

extern const char ROW_HEADINGS[], ROW_NO_NUMBERS[], ROW_NOBODY[];

#endif
