/* SPDX-License-Identifier: MIT */
/* Lays out the rows of forms and tables, and the findings below them. */
#ifndef LAYOUT_ROW_H
#define LAYOUT_ROW_H

#include "view/layout_text.h"

/* Aligns the values of fields and table rows after the longest label, if that leaves space for
 * them. Rows that may get a mark have space for one from the start, and so have all rows of a page
 * with a marked bullet. */
void layout_row_measure(struct layout *l);

void layout_row_field(struct layout *l, const struct block *b);
void layout_row_table(struct layout *l, const struct block *b);

/* Returns true for the heading of a table, which has no mark and is emphasised. */
bool layout_row_is_heading(const struct block *b);

/* Draws the sentence below its "^" if the reserved lines have room for both and for what follows;
 * else on its line: left of the "^" if it ends before it, else right of it if it fits there, or
 * begins there if the reserved lines have none for the "^" alone. Otherwise the sentence has lines
 * of its own. */
void layout_row_finding(struct layout *l, const struct block *b);

/* Makes the findings that follow belong to the row, not to a value in it. column: where they
 * begin. */
void layout_row_close(struct layout *l, const struct block *b, int column);

/* Reserves the lines below a block in which findings may be drawn; layout_row_end() adds those that
 * no finding took. */
void layout_row_reserve(struct layout *l, const struct block *b);
void layout_row_end(struct layout *l);

#endif
