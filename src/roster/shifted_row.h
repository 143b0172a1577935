/* SPDX-License-Identifier: MIT */
/* Recognises a student's row whose cells are in other columns than the headings say because one is
 * missing or one too many: a number was left out, a remark has a comma in it. */
#ifndef SHIFTED_ROW_H
#define SHIFTED_ROW_H

#include <stdbool.h>

#include "roster/columns.h"
#include "table/encoding.h"
#include "table/table.h"

/* The form of 考生号 and 学号, which is alike for the students of one roster: their length and
 * first two characters. len 0: unknown. */
struct number_forms {
	struct number_form {
		size_t len;
		char start[2];
	} candidate, student;
	size_t candidates, usual; /* candidate numbers; those of 14 digits */
};

/* Learns the forms that are still unknown from a student's row. */
void number_forms_add(struct number_forms *forms, const struct columns *columns,
		      const struct table_row *row);

/* Whether name and number are not in their columns, but the cells fit the columns if an empty one
 * is inserted, one is left out, or both. */
bool shifted_row_is(struct decoder *decoder, const struct columns *columns,
		    const struct table_row *row, const struct number_forms *forms);

/* Whether a row that its columns do not show to be a student's may be one. */
enum shifted_row {
	SHIFTED_ROW_NOT,
	SHIFTED_ROW_BETWEEN, /* if students follow */
	SHIFTED_ROW_PERHAPS
};

/* Looks at the cells that are not another person's. A row may be a student's if it has a name and
 * an ID number or a number of these forms (if least is below 4, the number is enough); if it has a
 * name, at least `least` filled cells, and fewer or more cells than the header; if it has a name of
 * the usual form, and a sex beside it or the number of the row before it; or if it has a name that
 * few words look like. */
enum shifted_row shifted_row_may_be(struct decoder *decoder, const struct columns *columns,
				    const struct table_row *row, const struct number_forms *forms,
				    size_t least);

#endif
