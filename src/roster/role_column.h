/* SPDX-License-Identifier: MIT */
/* Finds and reads the column of a roster that says whose a row is: 与学生关系, 身份. */
#ifndef ROLE_COLUMN_H
#define ROLE_COLUMN_H

#include "roster/columns.h"
#include "table/csv.h"
#include "table/encoding.h"

/* Finds the column, else takes the first, where 班主任 may stand for a serial number, and sets
 * columns->role by the first rows; below a line of its own, 带队教师, they are such people's, too,
 * up to the next line. A word is not enough, as it may be about the owner of a telephone or an
 * adult student: the ID numbers tell who is older by a generation than those whom it calls
 * students. All rows are read as students' all the same. */
void role_column_find(const struct csv *in, struct decoder *decoder, struct columns *columns);

#endif
