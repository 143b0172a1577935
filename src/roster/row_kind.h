/* SPDX-License-Identifier: MIT */
/* Tells a student's row from totals, signatures, notes, page lines, class lines, repeated titles
 * and headings. A row with a name and a number in their columns is always a student's. */
#ifndef ROW_KIND_H
#define ROW_KIND_H

#include "roster/columns.h"
#include "roster/encoding.h"
#include "roster/table.h"

/* How sure it is that a row is no student's. */
enum row_doubt {
	ROW_SURE,
	ROW_TOLD, /* what stands for a name may be one: the row is to be told */
	ROW_BARE, /* a name alone in its row: a student's where others follow, else to be told */
	ROW_SIGNED, /* 负责人,王芳 below 序号: a student's in the midst of the numbers, else to be told */
	ROW_LABELLED, /* 负责人：,王芳: to be told in the midst of the numbers */
};

/* NULL: a student's. Else what the row is, in a word that quotes no personal data: 合计, 制表人, 页码;
 * static. ROW_HEADINGS: repeated headings; ROW_NOBODY: nothing that is known, without name and
 * number. CSV_BEYOND bytes behind each cell may be read. */
const char *row_kind_other(struct decoder *decoder, const struct table_row *row,
			   const struct columns *columns, enum row_doubt *doubt);

/* Whether a row is a student's and goes on with the numbers of the rows before it. */
bool row_kind_goes_on(struct decoder *decoder, const struct table_row *row,
		      const struct columns *columns);

/* Whether a row may be the header of another table, 科目,成绩: words without digits that do not fit the
 * columns of known form. */
enum row_head { HEAD_NONE, HEAD_OTHER, HEAD_DOUBTFUL /* it has what may be a name: to be told */ };
enum row_head row_kind_head(struct decoder *decoder, const struct table_row *row,
			    const struct columns *columns);

/* A row above the heading, or above the first with a number. */
enum row_above {
	ABOVE_TITLE,
	ABOVE_DOUBTFUL, /* a title, but its words in place of the name may be one: to be told */
	ABOVE_STUDENT   /* or the example of one */
};
enum row_above row_kind_above(struct decoder *decoder, const struct table_row *row,
			      const struct columns *columns);

extern const char ROW_HEADINGS[], ROW_NOBODY[], ROW_NOTE[], ROW_EXAMPLE[];

#endif
