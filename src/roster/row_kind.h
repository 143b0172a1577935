/* SPDX-License-Identifier: MIT */
/* Distinguishes students' rows from totals, signatures, notes, page lines, class lines, repeated
 * titles and headings. A row with a name and a number in their columns is always a student's,
 * except an example. */
#ifndef ROW_KIND_H
#define ROW_KIND_H

#include "roster/columns.h"
#include "roster/row_label.h"
#include "table/encoding.h"
#include "table/table.h"

/* Returns NULL for a student's row, else its label (row_label.h). Reads up to CSV_BEYOND bytes
 * behind each cell. */
const char *row_kind_other(struct decoder *decoder, const struct table_row *row,
			   const struct columns *columns, enum row_doubt *doubt);

/* Whether a row is a student's and continues the numbering of the rows before it. */
bool row_kind_continues(struct decoder *decoder, const struct table_row *row,
			const struct columns *columns);

/* Whether a text that stands alone in its row, folded, names the section that begins in the next
 * row: that is a student's and begins the numbering anew (LIKELY: the text may be a name all the
 * same), or a cell of it has the text: 明德 above 明德2601. */
enum section { SECTION_NONE, SECTION_LIKELY, SECTION_SURE };
enum section row_kind_section(struct decoder *decoder, const char *s, const struct table_row *next,
			      const struct columns *columns);

/* Whether a row below the header of another table is not a line of that table but a student's: it
 * has a name and an ID number, masked or with a mistake, or a name that few other words look like,
 * no number, and a sex. Beside such a name, BELOW_THINGS: any long number is enough, as that table
 * has no names; APART: a blank row stands above, too, so the number may be missing if all other
 * cells have the form of their columns. */
enum person_place { PERSON_BELOW_NAMES, PERSON_BELOW_THINGS, PERSON_APART };
bool row_kind_is_person(struct decoder *decoder, const struct table_row *row,
			const struct columns *columns, enum person_place place);

/* Whether a row of another table may be a student's all the same: it has a text of the length of a
 * name and, by where it stands, a number, a word of why there is none (办理中), or what only a
 * student's row has. It is skipped and reported. */
bool row_kind_may_be_person(struct decoder *decoder, const struct table_row *row,
			    const struct columns *columns, enum person_place place);

/* Whether a text may have 例, which all words for an example have, in either encoding. */
bool row_kind_may_be_example(struct slice text);

/* What a row is that stands above the header or, without one, above the first row with a number. */
enum row_above {
	ABOVE_TITLE,
	ABOVE_DOUBTFUL, /* a title, but its text in place of a name may be one: report it */
	ABOVE_STUDENT   /* a student, or the example of one */
};
enum row_above row_kind_above(struct decoder *decoder, const struct table_row *row,
			      const struct columns *columns);

#endif
