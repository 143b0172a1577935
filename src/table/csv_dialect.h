/* SPDX-License-Identifier: MIT */
/* Detects the delimiter and the line ends of a CSV file, and how many cells its rows have. */
#ifndef CSV_DIALECT_H
#define CSV_DIALECT_H

#include <stddef.h>

#include "table/table.h"

/* Returns what most lines end with, '\n' or '\r'. A CR at the end of memory does not count: an LF
 * may follow it. */
char csv_find_line_end(struct slice head);

/* Detects the delimiter from the first rows: the one that most of them have equally often; ',' if
 * there is none. */
char csv_find_delimiter(struct slice head, char line_end);

/* Returns how many cells most of the first rows have. */
size_t csv_find_width(struct slice head, char line_end, char delimiter);

#endif
