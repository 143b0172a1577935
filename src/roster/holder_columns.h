/* SPDX-License-Identifier: MIT */
/* Whether the columns of ID numbers, sex and birth date are the students', and whether the birth
 * date is in three columns: the ID numbers of the first rows tell. */
#ifndef HOLDER_COLUMNS_H
#define HOLDER_COLUMNS_H

#include <stdbool.h>
#include <stdint.h>

#include "roster/columns.h"
#include "table/csv.h"
#include "table/encoding.h"

/* If most ID numbers in use are of people as old as parents of those in another column, takes that
 * one and the names beside it, and returns true. Its heading names the student's number, too
 * (本人身份证号), or nobody (证件 behind 父亲,身份证号). */
bool holder_columns_take_younger(const struct csv *in, struct decoder *decoder,
				 struct columns *columns);

/* The same of several columns with equally good headings. names_tied: those of the names are, too;
 * then it is not decided unless each number has a name beside it. */
bool holder_columns_settle_tie(const struct csv *in, struct decoder *decoder,
			       struct columns *columns, uint64_t numbers, bool names_tied);

/* Sets columns->birth_parts, takes the second columns of sexes and birth dates if the first ones
 * are those of other people's ID numbers, and drops the columns of columns->behind_others if they
 * contradict the ID numbers as those of other people do. Returns the columns that are not used any
 * more, as bits. */
uint64_t holder_columns_settle(const struct csv *in, struct decoder *decoder,
			       struct columns *columns);

/* Finds columns->younger, names and born by the first rows. Takes the student's names, if others
 * are in use, with 学生身份证号. */
void holder_columns_find_doubts(const struct csv *in, struct decoder *decoder,
				struct columns *columns);

#endif
