/* SPDX-License-Identifier: MIT */
/* Tells whether the cells of a row are in their columns. */
#ifndef MISPLACED_CELLS_H
#define MISPLACED_CELLS_H

#include <stdbool.h>

#include "audit/audit_row.h"
#include "rules/finding.h"

/* Returns true if cells of the row are not in their columns: a cell is missing, two students are in
 * one row, columns are exchanged, or one cell holds 李明，1100…. *out: the finding. */
bool misplaced_cells_find(const struct audit_row *row, struct finding *out);

/* Returns the finding that a row has more cells than the header. */
struct finding misplaced_cells_count(const struct audit_row *row);

#endif
