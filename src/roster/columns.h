/* SPDX-License-Identifier: MIT */
/* Finds which column of a roster holds what: by the headings, else by the cells. */
#ifndef COLUMNS_H
#define COLUMNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "roster/csv.h"
#include "roster/encoding.h"
#include "roster/headings.h"
#include "roster/table.h"
#include "rules/finding.h"

enum { COLUMNS_PROBE_ROWS = 64, COLUMNS_ORDER_MAX = 64, COLUMN_HEADING = 64 };

#define COLUMN_ABSENT ((size_t)-1)

struct columns_pair {
	enum roster_column one, other;
	const char *titles; /* between the quotes of a message: 姓名”和“身份证号 */
};

struct columns {
	size_t index[ROSTER_COLUMN_COUNT]; /* of the cell, from 0; COLUMN_ABSENT: none */
	/* a second column with such a heading; COLUMN_ABSENT: none */
	size_t other[ROSTER_COLUMN_COUNT];
	/* found by the cells, as no heading of the header names it */
	bool guessed[ROSTER_COLUMN_COUNT];
	size_t spare;      /* where the number may be if its cell is empty; COLUMN_ABSENT: none */
	size_t header_row; /* 0: none */
	size_t skip;       /* rows above the first student */
	bool sorted_down;  /* rows with ID numbers stand above the header */
	/* Two columns whose headings are exchanged; index already has each in its right place.
	 * NULL: none. */
	const struct columns_pair *exchanged;
	size_t width; /* cells of the header, or of the widest of the first rows */
	/* Sets of columns, as bits of the first 64. texts: the heading is not one of plain numbers
	 * (序号). */
	uint64_t texts;
	/* filled in nearly every student's row; without the names and the ID numbers */
	uint64_t usual;
	uint64_t documents; /* the heading is another document's: 护照号 */
	/* of another person, as below 家长信息 or 监护人身份证号 */
	uint64_t of_others;
	/* The heading of the second column or, if the column is guessed, its own, as written; "":
	 * unknown. */
	char other_heading[ROSTER_ID_NUMBER + 1][COLUMN_HEADING];
};

/* Finds the columns from the rows ahead. *headings receives what the header alone says. Returns
 * false if they are not found: d says what is missing and which headings were seen, and quotes no
 * student's data. */
bool columns_find(const struct csv *in, struct decoder *decoder, struct columns *out,
		  struct columns *headings, struct diag *d);

/* Reads a row as a header, and the next line (NULL: none) if that is the header's second half. If
 * it is not and no heading names the ID numbers, the first ID number in the next line gives their
 * column. above: columns_of_others() of the row above. Returns how many lines the header has. */
size_t columns_read_header(struct decoder *decoder, const struct table_row *row,
			   const struct table_row *next, uint64_t above, struct columns *out);

/* The columns, as bits, that a header or the row above it assigns to another person. A cell extends
 * to the right over the empty cells merged with it. A row with a single filled cell is a title and
 * assigns none. */
uint64_t columns_of_others(struct decoder *decoder, const struct table_row *row);

/* Whether a column's heading is the number of another document: 护照号. */
bool columns_is_document(const struct columns *columns, size_t index);

bool columns_is_of_others(const struct columns *columns, size_t index);

/* HEADER_WHOLE: a row has headings of names and of ID numbers that can be nothing else.
 * HEADER_LIKELY: it has both, or two headings side by side, or one in the column of names (name;
 * may be COLUMN_ABSENT). A heading followed by a value is not enough: that is a form, 姓名,张三. */
enum columns_header { HEADER_NONE, HEADER_LIKELY, HEADER_WHOLE };
enum columns_header columns_read_as_header(struct decoder *decoder, const struct table_row *row,
					   size_t name);
bool columns_is_header(struct decoder *decoder, const struct table_row *row, size_t name);

/* Whether a row has several cells and every one is a heading, as above a table of majors and their
 * sizes. */
bool columns_is_other_table(struct decoder *decoder, const struct table_row *row);

/* A column's title in reports, 姓名, and its key for programs, "id_number". */
const char *column_title(enum roster_column column);
const char *column_key(enum roster_column column);

/* A, B, …, Z, AA: what a spreadsheet calls the column with this index. */
enum { COLUMN_LETTERS = 8 };
void column_letters(size_t index, char out[COLUMN_LETTERS]);

/* What messages call a column: A 列 for index 0, 别的列 beyond Z. */
const char *column_place(size_t index);

/* The bytes of a number without what makes spreadsheets keep it as text: blanks around it, a
 * leading apostrophe, ="…". */
struct slice columns_number(struct slice cell);

/* The blanks around a cell's text: KIND_BLANK_START, _END or _BOTH_ENDS, with the first blank and
 * its byte, from 1. KIND_BLANK: there are none, or the cell is blank. */
struct columns_blanks {
	enum finding_kind kind;
	size_t at;
	char is;
};
struct columns_blanks columns_blanks(struct slice cell);

/* Whether a cell has the apostrophe or ="…" that columns_number() removes. */
bool columns_is_marked(struct slice cell);

/* Whether a number, as columns_number() returns it, has the form of an ID number with a month and a
 * day in it, or is what a spreadsheet makes of one: 1.10105E+17. */
bool columns_is_id_number(struct slice number);

/* Whether a UTF-8 cell has the form of a student's name: two to fifteen ideographs or dots (·),
 * without the ending of a group's or a place's name. */
bool columns_is_name(const char *s);

#endif
