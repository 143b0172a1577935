/* SPDX-License-Identifier: MIT */
/* Which column of a roster holds what: by the headings, else by what the cells hold. */
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
	const char *titles; /* as in 姓名”和“身份证号 */
};

struct columns {
	size_t index[ROSTER_COLUMN_COUNT]; /* of the cell, from 0; COLUMN_ABSENT */
	size_t other[ROSTER_COLUMN_COUNT]; /* another one whose heading names the same */
	bool guessed
		[ROSTER_COLUMN_COUNT]; /* found by what the cells hold, though there is a header */
	size_t spare;      /* where a number may be if its cell is empty; COLUMN_ABSENT */
	size_t header_row; /* 0: none */
	size_t skip;       /* rows before the first student */
	bool sorted_down;  /* rows with ID numbers stand above the header */
	/* NULL, or two columns whose headings stand above each other's cells: each has been taken
	 * for the other. */
	const struct columns_pair *exchanged;
	size_t width; /* cells of the header, or of the widest first row */
	uint64_t
		texts; /* bits of the first 64 columns: its heading, 序号, is not of numbers only */
	uint64_t
		usual; /* the same: nearly every student's row fills it; not those of names and ID numbers */
	uint64_t documents; /* the same: by its heading of another document: 护照号 */
	uint64_t foreign; /* the same: it is somebody else's, as below 家长信息 or 监护人身份证号 */
	char other_heading[ROSTER_ID_NUMBER + 1][COLUMN_HEADING]; /* as written, of a
	* guessed one its own; "": not known */
};

/* Finds the columns in the rows ahead; headings: as the header alone says. false: d says what is
 * missing and which headings were seen, and quotes no student's data. */
bool columns_find(const struct csv *in, struct decoder *decoder, struct columns *out,
		  struct columns *headings, struct diag *d);

/* Reads a row as a header, and the next line (NULL: there is none) if it is the header's second
 * half; else the first ID number there tells which column has them, if no heading does. groups:
 * what the row above says. Returns how many lines the header has. */
size_t columns_read_header(struct decoder *decoder, const struct table_row *row,
			   const struct table_row *next, uint64_t groups, struct columns *out);

/* Of a header or the row above it, as bits: which columns it says are somebody else's. What it
 * names goes on to the right over the blanks of merged cells; the only cell of a row is a title. */
uint64_t columns_groups(struct decoder *decoder, const struct table_row *row);

/* Whether its heading is that of another document: 护照号. */
bool columns_is_document(const struct columns *columns, size_t index);

bool columns_is_foreign(const struct columns *columns, size_t index);

/* LIKELY: a row has the headings of names and of numbers, two side by side, or one in the column of
 * the names (or COLUMN_ABSENT). In a form, 姓名,张三, a value follows each heading. WHOLE: those of names
 * and of numbers, which say nothing else. */
enum columns_header { HEADER_NONE, HEADER_LIKELY, HEADER_WHOLE };
enum columns_header columns_read_as_header(struct decoder *decoder, const struct table_row *row,
					   size_t name);
bool columns_is_header(struct decoder *decoder, const struct table_row *row, size_t name);

/* Whether every cell of a row is a heading, as above a table of majors and their sizes. */
bool columns_is_other_table(struct decoder *decoder, const struct table_row *row);

/* What the report calls a column: 姓名; and a name for programs, "id_number". */
const char *column_title(enum roster_column column);
const char *column_key(enum roster_column column);

/* A, B, …, Z, AA: what a spreadsheet calls the column with this index. */
enum { COLUMN_LETTERS = 8 };
void column_letters(size_t index, char out[COLUMN_LETTERS]);

/* A 列 for 0; 别的列 behind Z. */
const char *column_place(size_t index);

/* The bytes of a number without what makes spreadsheets keep it as text: blanks around it, a
 * leading apostrophe, ="…". */
struct slice columns_number(struct slice cell);

/* The blanks around a cell that is not blank. KIND_BLANK: none; else KIND_BLANK_START, _END or
 * _BOTH_ENDS, the place and the first of them. */
struct columns_blanks {
	enum finding_kind kind;
	size_t at;
	char is;
};
struct columns_blanks columns_blanks(struct slice cell);

/* Whether it has that apostrophe or ="…". */
bool columns_is_marked(struct slice cell);

/* Whether a number, without those, has the right form, a month and a day in it; or is what a
 * spreadsheet makes of that: 1.10105E+17. */
bool columns_is_id_number(struct slice number);

/* Whether a cell, UTF-8, has the form of a student's name: two to fifteen ideographs, the dot among
 * them, and not what a group of people is called. */
bool columns_is_name(const char *s);

#endif
