/* SPDX-License-Identifier: MIT */
/* Tells a student's row whose cells stand in other columns than the headings say, as one cell is
 * missing or one too many: a number was left out, a remark has a comma in it. */
#ifndef SHIFTED_ROW_H
#define SHIFTED_ROW_H

#include <stdbool.h>

#include "roster/columns.h"
#include "roster/encoding.h"
#include "roster/table.h"

/* The form of the numbers in two columns: students of one roster have alike 考生号 and 学号. len 0: not
 * known. */
struct number_forms {
	struct number_form {
		size_t len;
		char start[2];
	} candidate, student;
};

/* Adds what a student's row has, as far as it is not known yet. */
void number_forms_add(struct number_forms *forms, const struct columns *columns,
		      const struct table_row *row);

/* Whether the cells fit the columns if one is put in, left out, or both, and name and number are
 * not in theirs. */
bool shifted_row_is(struct decoder *decoder, const struct columns *columns,
		    const struct table_row *row, const struct number_forms *forms);

/* Whether a row that is no student's by its columns may be one. */
enum shifted_row {
	SHIFTED_ROW_NOT,
	SHIFTED_ROW_BETWEEN, /* where students follow */
	SHIFTED_ROW_PERHAPS
};

/* Whether a cell that is not somebody else's may hold a name, and another holds an ID number or a
 * number of such a form; or the row has so many cells that are filled, and fewer or more of all than
 * the header; or a name of the usual form stands anywhere beside a sex or behind the number of the
 * row, or is one that few words look like. */
enum shifted_row shifted_row_may_be(struct decoder *decoder, const struct columns *columns,
				    const struct table_row *row, const struct number_forms *forms,
				    size_t least);

#endif
