/* SPDX-License-Identifier: MIT */
/* Reads a row of a roster as a header: the columns that its headings name. */
#ifndef HEADER_ROW_H
#define HEADER_ROW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "roster/columns.h"
#include "roster/headings.h"
#include "table/encoding.h"
#include "table/table.h"

enum { HEADER_SEEN = 120 };

/* A row read as a header. */
struct header_row {
	struct columns columns;
	size_t line, known; /* known: how many headings */
	bool labels; /* the headings stand before values: 姓名：,李明,身份证号：,1100… */
	bool people; /* the line names the people below the headings of the line above */
	uint64_t equal[ROSTER_COLUMN_COUNT]; /* columns with the best heading, as bits */
	uint64_t own;                        /* struct heading's own, as bits */
	/* columns of 姓, of 名 and of 英文姓名; COLUMN_ABSENT: none */
	size_t family, given, english;
	bool free[COLUMNS_MAX]; /* columns without a known heading */
	char seen[HEADER_SEEN]; /* what a message may quote of it */
};

/* Whether several columns have the best heading. */
static inline bool header_row_tied(const struct header_row *h, size_t column)
{
	return (h->equal[column] & (h->equal[column] - 1)) != 0;
}

struct heading header_row_heading(struct decoder *decoder, struct slice cell);

size_t header_row_filled(const struct table_row *row); /* counts the cells that are not empty */

/* The index of the first cell whose text, of less than 32 bytes, `is` accepts; COLUMN_ABSENT:
 * none. */
size_t header_row_find(struct decoder *decoder, const struct table_row *row,
		       bool (*is)(const char *));

/* Reads one line of a header, of which the row above (upper; NULL: none) may have the first half:
 * 证件 above 号码, or the headings of the people in the line: 姓名 above 学生,家长. above: the
 * columns, as bits, that the rows above assign to other people; any other column is preferred to
 * them. */
void header_row_read_line(struct decoder *decoder, const struct table_row *row,
			  const struct table_row *upper, uint64_t above, struct header_row *out);

/* Whether a line of headings is the second half of the line directly above it: it says nothing else
 * below the columns that the upper line names, and so fills the gaps between them: 姓名 below 父亲,
 * 号码 below 证件; or it names the same column below a part of merged cells: 类型,号码 below
 * 身份证. upper, row: the cells of the line above and of h. */
bool header_row_is_second_half(const struct header_row *above, const struct header_row *h,
			       const struct table_row *upper, const struct table_row *row);

/* Adds the line above, with the cells upper, to h, its second half. The columns that the line above
 * names stay, unless h names them below a part of its merged cells. */
void header_row_join(const struct header_row *above, const struct table_row *upper,
		     struct header_row *h);

/* Whether a row above a header says whose the columns are: 学生,,家长, or a lone 学生. next: the
 * next line (NULL: not looked at). name: the column in which a student would have a name. */
bool header_row_is_groups(struct decoder *decoder, const struct table_row *row,
			  const struct table_row *next, size_t name);

/* Reads a row as a header, and the next line (NULL: none) if that is the header's second half, or
 * if the row is one of groups. Else, if no heading names the ID numbers, the first ID number in the
 * next line gives their column. above: header_row_of_others() of the row above. out->width ends
 * before a second student's columns. Returns how many lines the header has; 0: the row only begins
 * it, as the line below the groups has not both headings. */
size_t header_row_read(struct decoder *decoder, const struct table_row *row,
		       const struct table_row *next, bool groups, uint64_t above,
		       struct columns *out);

/* The columns, as bits, that a header or the row above it assigns to another person. A cell extends
 * to the right over the empty cells merged with it. A row with a single filled cell is a title and
 * assigns none. */
uint64_t header_row_of_others(struct decoder *decoder, const struct table_row *row);

/* HEADER_WHOLE: a row has headings of names and of ID numbers that can be nothing else.
 * HEADER_LIKELY: it has both, or other people and ID numbers, or two headings side by side, or one
 * in the column of names (name; may be COLUMN_ABSENT). A heading followed by a value is not enough:
 * that is a form, 姓名,张三. */
enum header_kind { HEADER_NONE, HEADER_LIKELY, HEADER_WHOLE };
enum header_kind header_row_kind(struct decoder *decoder, const struct table_row *row, size_t name);
bool header_row_is(struct decoder *decoder, const struct table_row *row, size_t name);

/* Whether a row has several cells and every one is a heading, as above a table of majors and their
 * sizes. */
bool header_row_is_other_table(struct decoder *decoder, const struct table_row *row);

#endif
