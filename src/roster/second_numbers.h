/* SPDX-License-Identifier: MIT */
/* Finds second students beside the first: 姓名,身份证号,, or 姓名,身份证号,备注, above
 * 李明,1100…,王芳,1100…, or the headings of both again behind 家庭住址. */
#ifndef SECOND_NUMBERS_H
#define SECOND_NUMBERS_H

#include <stdbool.h>
#include <stdint.h>

#include "roster/columns.h"
#include "table/csv.h"
#include "table/encoding.h"

/* Empties columns->again if most ID numbers there are of elders, or there are none: these columns
 * are the relatives'. */
void second_numbers_decide(const struct csv *in, struct columns *columns);

/* Leaves those columns in columns->open that may hold a second student, and those without a heading
 * in columns->unnamed that may hold a name and a number: they are not in use, and neither is one
 * beside them. */
void second_numbers_settle(struct columns *columns);

/* Whether a cell, or what is behind a name in it, is the ID number of another person than the one
 * with the number own, who is not older as a parent is; of any age if own holds no ID number. */
bool second_numbers_is(struct slice cell, struct slice own);

/* The columns, as bits, where a row has such a number, and a name with it: before it, or in the
 * same run of columns without a heading. */
uint64_t second_numbers_in(struct decoder *decoder, const struct columns *columns,
			   const struct table_row *row);

/* Finds columns->people and columns->peers by the first rows. */
void second_numbers_find_unread(const struct csv *in, struct decoder *decoder,
				struct columns *columns);

#endif
