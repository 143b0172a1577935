/* SPDX-License-Identifier: MIT */
/* Recognises the headers of other tables than the students': 寝室,床位; 科目,成绩; 颜色,尺码. */
#ifndef TABLE_HEAD_H
#define TABLE_HEAD_H

#include <stdbool.h>

#include "roster/columns.h"
#include "roster/row_cells.h"
#include "table/encoding.h"
#include "table/table.h"

/* Whether a row may be the header of another table. HEAD_WORDS: its cells are headings of things,
 * 科目,成绩. HEAD_UNLIKE: words, some of which do not fit the form of their columns, 颜色,尺码, but
 * a student with a rare name and no number may look so, too; DOUBTFUL: and one may be a name, or
 * none is a heading. */
enum table_head { HEAD_NONE, HEAD_WORDS, HEAD_UNLIKE, HEAD_DOUBTFUL };
enum table_head table_head_find(struct decoder *decoder, const struct table_row *row,
				const struct columns *columns);

/* Whether a row heads a table of counts: 寝室,床位; 生源地,男,女. Each cell but the first is the
 * heading of counts, and the cell of the name is a heading, too: 高明,男,,未报到 and 小红,,未报到
 * are students. */
bool table_head_is_of_counts(const struct row_cells *c);

/* Whether all cells but the name's have the form of their columns. */
bool table_head_cells_fit(struct decoder *decoder, const struct table_row *row,
			  const struct columns *columns);

#endif
