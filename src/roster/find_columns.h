/* SPDX-License-Identifier: MIT */
/* Finds which column of a roster holds what: by the headings, else by the cells. */
#ifndef FIND_COLUMNS_H
#define FIND_COLUMNS_H

#include <stdbool.h>

#include "base/diag.h"
#include "roster/columns.h"
#include "table/csv.h"
#include "table/encoding.h"

/* Finds the columns from the rows ahead. *headings receives what the header alone says. Returns
 * false if they are not found: d says what is missing and which headings were seen, and quotes no
 * student's data. */
bool find_columns(const struct csv *in, struct decoder *decoder, struct columns *out,
		  struct columns *headings, struct diag *d);

#endif
