/* SPDX-License-Identifier: MIT */
/* Reads the cells of a row for the question whether it is a student's (row_kind.h). */
#ifndef ROW_CELLS_H
#define ROW_CELLS_H

#include <stdbool.h>
#include <stddef.h>

#include "roster/columns.h"
#include "roster/line_words.h"
#include "table/encoding.h"
#include "table/table.h"

struct row_cells {
	struct decoder *decoder; /* borrowed, as the next two */
	const struct table_row *row;
	const struct columns *columns;
	/* Folded texts of the name's cell, without 姓名： and brackets around a name, of the
	 * number's and of the first filled one. Name and number are empty if both say: nothing. */
	char name[LINE_TEXT], number[LINE_TEXT], first[LINE_TEXT];
	size_t first_at; /* the index of the first filled cell */
	size_t filled;
	/* of the columns that nearly every student's row fills: cells with a student's value; cells
	 * with neither that nor an amount */
	size_t usual, missing;
	size_t digits;   /* in all cells */
	size_t counts;   /* cells that head counts: 人数 */
	bool typed;      /* a birth date or an ethnic group is in its column */
	bool sex;        /* the same of a sex */
	bool own_number; /* a candidate number or a student number is in its column */
	bool alone;      /* nothing is filled but the name and amounts */
	bool id;         /* a cell is an ID number */
	bool holds_id; /* a cell contains an ID number and may be several, with another separator */
};

/* Reads up to CSV_BEYOND bytes behind each cell. Holds personal data: overwrite it. */
void row_cells_read(struct decoder *decoder, const struct table_row *row,
		    const struct columns *columns, struct row_cells *out);

/* Whether a text of a column that nearly every student's row fills looks like a student's: it is no
 * amount, no word of footers and no heading; in a column of a known form it is one of the
 * values. */
bool row_cells_is_value(const struct columns *columns, size_t index, const char *s);

/* Whether a row is numbered as the others are: its first cell is digits in a column of numbers. */
bool row_cells_is_counted(const struct row_cells *c);

/* Whether the number's cell has an ID number or six digits or more, and is not a date: 2026.9.1. */
bool row_cells_is_numbered(const struct row_cells *c);

/* Whether other columns show a student whose name and number are empty. A sex alone in its row is
 * the title of a section, 二、男生. */
bool row_cells_has_student(const struct row_cells *c);

#endif
