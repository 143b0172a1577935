/* SPDX-License-Identifier: MIT */
#ifndef NEXT_STUDENT_H
#define NEXT_STUDENT_H

#include "roster/roster.h"

/* The next row that is a student's; NULL: the end, or trouble. */
static inline const struct roster_row *next_student(struct roster *r, struct diag *d)
{
	const struct roster_row *row;

	do
		row = roster_next_row(r, d);
	while (row != NULL && row->kind != ROW_STUDENT);
	return row;
}

#endif
