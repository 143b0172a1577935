/* SPDX-License-Identifier: MIT */
/* Finds second students beside the first that have no headings: 姓名,身份证号,, above
 * 李明,1100…,王芳,1100…. */
#ifndef SECOND_NUMBERS_H
#define SECOND_NUMBERS_H

#include <stdint.h>

#include "roster/columns.h"
#include "table/csv.h"
#include "table/encoding.h"

/* The columns, as bits, with the ID number of one more student in at least a quarter of the first
 * rows. blank: the columns without a heading, see header_row_blank(). 0: none. */
uint64_t second_numbers_find(const struct csv *in, struct decoder *decoder,
			     const struct columns *columns, uint64_t blank);

/* The columns where one row has such a number: a name and an ID number stand in neighbouring
 * columns of `blank`, and the number is neither the first student's nor that of a parent. */
uint64_t second_numbers_in(struct decoder *decoder, const struct columns *columns, uint64_t blank,
			   const struct table_row *row);

#endif
