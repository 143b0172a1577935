/* SPDX-License-Identifier: MIT */
/* Finds and reads the column of a roster that says whose a row is: 与学生关系, 身份. */
#ifndef ROLE_COLUMN_H
#define ROLE_COLUMN_H

#include <stdbool.h>

#include "roster/columns.h"
#include "roster/csv.h"
#include "roster/encoding.h"
#include "roster/table.h"

/* Finds the column and sets columns->role. It is known only if it says of one of the first rows
 * that it is the student's own: otherwise it may be about a telephone's owner. */
void role_column_find(const struct csv *in, struct decoder *decoder, struct columns *columns);

/* Whether the column says that a row is a parent's, a teacher's or another person's. In a column of
 * relations a row whose ID number is not that of an older person is still the student's. */
bool role_column_is_other(struct decoder *decoder, const struct columns *columns,
			  const struct table_row *row);

#endif
