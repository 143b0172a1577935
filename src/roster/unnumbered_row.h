/* SPDX-License-Identifier: MIT */
/* Judges a row without an ID number, which is a student's by its name and its other cells. */
#ifndef UNNUMBERED_ROW_H
#define UNNUMBERED_ROW_H

#include <stdbool.h>

#include "roster/row_cells.h"
#include "roster/row_label.h"

/* Whether a row has what only a student's row has, beside a text that may be a name. A word of
 * footers needs more: it must begin as a name does, or two columns must be filled. */
bool unnumbered_row_is_students(const struct row_cells *c);

/* Judges a row that has a text in place of a name, and nothing else that says what it is. Returns
 * NULL for a student's row, else its label. */
const char *unnumbered_row_judge(const struct row_cells *c, enum row_doubt *doubt);

#endif
