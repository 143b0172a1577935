/* SPDX-License-Identifier: MIT */
/* Tells a student's row from totals, signatures, notes, page lines, class lines, repeated titles
 * and headings. A row with a name and a number in their columns is always a student's, except an
 * example. */
#ifndef ROW_KIND_H
#define ROW_KIND_H

#include "roster/columns.h"
#include "roster/encoding.h"
#include "roster/table.h"

/* How certain it is that a row is not a student's. */
enum row_doubt {
	ROW_SURE,
	ROW_DOUBTFUL, /* the text in place of a name may be one: report the row */
	ROW_BARE,     /* a name alone in its row: a student's if others follow, else report it */
	ROW_SHORT,    /* the same, unless it stands at the end below lines that are no student's */
	/* 负责人,王芳 below 序号: a student's if the numbering continues below, else report it */
	ROW_SIGNED,
	ROW_LABELLED, /* 负责人：,王芳: report it if the numbering continues below */
};

/* Returns NULL for a student's row, else what the row is, in a static word that quotes no personal
 * data: 合计, 制表人, 页码. ROW_HEADINGS: repeated headings. ROW_NOBODY: no name, no number and
 * nothing that is known. Reads up to CSV_BEYOND bytes behind each cell. */
const char *row_kind_other(struct decoder *decoder, const struct table_row *row,
			   const struct columns *columns, enum row_doubt *doubt);

/* Whether a row is a student's and continues the numbering of the rows before it. */
bool row_kind_goes_on(struct decoder *decoder, const struct table_row *row,
		      const struct columns *columns);

/* Whether a row may be the header of another table. HEAD_WORDS: its cells are headings of things,
 * 科目,成绩. HEAD_UNLIKE: words, some of which do not fit the form of their columns, 颜色,尺码, but a
 * student with a rare name and no number may look so, too; DOUBTFUL: and one may be a name. */
enum row_head { HEAD_NONE, HEAD_WORDS, HEAD_UNLIKE, HEAD_DOUBTFUL };
enum row_head row_kind_head(struct decoder *decoder, const struct table_row *row,
			    const struct columns *columns);

/* Whether a row below the header of another table is no line of that table but a student's: it has
 * a name and an ID number, masked or with a mistake, or a name that few other words look like, no
 * number, and a sex. Beside such a name, BELOW_THINGS: any long number is enough, as that table has
 * no names; APART: a blank row stands above, too, so the number may be missing if all other cells
 * have the form of their columns. */
enum person_place { PERSON_BELOW_NAMES, PERSON_BELOW_THINGS, PERSON_APART };
bool row_kind_is_person(struct decoder *decoder, const struct table_row *row,
			const struct columns *columns, enum person_place place);

/* What a row is that stands above the header or, without one, above the first row with a number. */
enum row_above {
	ABOVE_TITLE,
	ABOVE_DOUBTFUL, /* a title, but its text in place of a name may be one: report it */
	ABOVE_STUDENT   /* a student, or the example of one */
};
enum row_above row_kind_above(struct decoder *decoder, const struct table_row *row,
			      const struct columns *columns);

extern const char ROW_HEADINGS[], ROW_NOBODY[], ROW_NOTE[], ROW_EXAMPLE[];
extern const char ROW_OTHER_PERSON[]; /* by role_column.h */
extern const char ROW_COUNTS[];       /* the headings of a table of counts */

#endif
