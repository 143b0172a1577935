/* SPDX-License-Identifier: MIT */
/* Whether the columns of ID numbers, sex and birth date are the students', and whether the birth
 * date is in three columns: the ID numbers of the first rows tell. */
#ifndef HOLDER_COLUMNS_H
#define HOLDER_COLUMNS_H

#include <stdint.h>

#include "roster/columns.h"
#include "table/csv.h"
#include "table/encoding.h"

/* If most ID numbers in use are of people as old as parents of those in another column, takes that
 * one and the names before it. Its heading names the student's number, too (本人身份证号), or nobody
 * (证件 behind 父亲,身份证号). */
void holder_columns_take_younger(const struct csv *in, struct decoder *decoder,
				 struct columns *columns);

/* Sets columns->birth_parts, and drops the columns of columns->behind_others if their sexes or
 * birth dates contradict the ID numbers as those of other people do. Returns the dropped columns,
 * as bits. */
uint64_t holder_columns_settle(const struct csv *in, struct decoder *decoder,
			       struct columns *columns);

#endif
