/* SPDX-License-Identifier: MIT */
/* Finds second students beside the first that have no headings: 姓名,身份证号,, above
 * 李明,1100…,王芳,1100…. */
#ifndef SECOND_NUMBERS_H
#define SECOND_NUMBERS_H

#include <stdbool.h>
#include <stdint.h>

#include "roster/columns.h"
#include "table/encoding.h"

/* Leaves those columns without a heading in columns->unnamed that may hold a name and a number:
 * they are not in use, and neither is one beside them. */
void second_numbers_settle(struct columns *columns);

/* Whether a cell has the ID number of another person than the one with the number own, who is not
 * older as a parent is; of any age if own is no ID number. */
bool second_numbers_is(struct slice cell, struct slice own);

/* The columns, as bits, where a row has such a number, and a name beside it. */
uint64_t second_numbers_in(struct decoder *decoder, const struct columns *columns,
			   const struct table_row *row);

#endif
