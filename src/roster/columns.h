/* SPDX-License-Identifier: MIT */
/* Which column of a roster holds what (find_columns.h, header_row.h), and what reports call it. */
#ifndef COLUMNS_H
#define COLUMNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "roster/headings.h"

/* COLUMNS_MAX: columns that are looked at. COLUMNS_PROBE_ROWS: rows that are looked at to find
 * them. */
enum { COLUMNS_MAX = 64, COLUMNS_PROBE_ROWS = 64, COLUMN_HEADING = 64 };

#define COLUMN_ABSENT ((size_t)-1)

struct columns_pair {
	enum roster_column one, other;
	const char *titles; /* between the quotes of a message: 姓名”和“身份证号 */
};

/* A column that is named to the reader: one that is not used though its heading names `column`, the
 * one in use if it is guessed, or, with ROSTER_COLUMN_COUNT, another person's. heading: as written;
 * "": unknown. */
enum { COLUMN_NOTES = 8 };
struct column_note {
	enum roster_column column;
	size_t index;
	char heading[COLUMN_HEADING];
};

/* What says whose a row is (role_column.h): a column or, COLUMN_ABSENT, a line above the row. */
struct role_column {
	size_t index;
	size_t row; /* the first row of an older person, as a parent or a teacher; 0: none */
};

struct columns {
	size_t index[ROSTER_COLUMN_COUNT]; /* of the cell, from 0; COLUMN_ABSENT: none */
	/* a second column with such a heading; COLUMN_ABSENT: none */
	size_t other[ROSTER_COLUMN_COUNT];
	/* found by the cells, as no heading of the header names it */
	bool guessed[ROSTER_COLUMN_COUNT];
	size_t spare; /* where the number may be if its cell is empty; COLUMN_ABSENT: none */
	size_t latin; /* 英文姓名, the name with a passport if its cell is empty; COLUMN_ABSENT: none */
	size_t header_row; /* 0: none */
	size_t skip;       /* rows above the first student, or above the first of the tables */
	bool sorted_down;  /* rows with ID numbers stand above the header */
	/* Two columns whose headings are exchanged; index already has each in its right place.
	 * NULL: none. */
	const struct columns_pair *exchanged;
	bool moved;   /* the ID numbers are not below their heading; index has their place */
	size_t width; /* cells of the header, or of the widest of the first rows */
	/* Sets of columns, as bits of the first 64. texts: the heading is not one of plain numbers
	 * (序号). */
	uint64_t texts;
	/* filled in nearly every student's row; without the names and the ID numbers */
	uint64_t usual;
	/* filled in the first rows with an ID number, and each of these cells has a digit */
	uint64_t digits;
	uint64_t roles;     /* one of the first of those cells may be a role: 班长 */
	uint64_t documents; /* the heading is another document's: 护照号 */
	/* of another person, as below 家长信息 or 监护人身份证号 */
	uint64_t of_others;
	/* known columns behind one of another person, which may be that person's */
	uint64_t behind_others;
	uint64_t named[ROSTER_ID_NUMBER + 1]; /* the heading names it */
	/* Where a second student may be (second_numbers.h). unnamed: without a heading, nor below
	 * another person's. open: these, and columns whose heading names nobody: 备注. again: the
	 * exact headings of names and ID numbers again, behind another person's, to whom they may
	 * belong. */
	uint64_t unnamed, open, again;
	/* Columns that are not read: of names and numbers without a heading or of masked numbers
	 * behind names; of parents' numbers that belong to people as young as the students; of
	 * other people's that belong to people a generation younger; of students' names that differ
	 * from those in use. */
	uint64_t people, peers, younger, names;
	/* The column of ID numbers is right behind a parent's name: at most a quarter of the people
	 * were born later. 0: it is not. */
	int born;
	/* A spreadsheet has replaced the last five digits of the candidate numbers by zeros; such
	 * cells count as empty. */
	bool candidates_rounded;
	/* year, month and day of birth are in three columns, of which index has the first */
	bool birth_parts;
	struct role_column role;
	struct column_note notes[COLUMN_NOTES]; /* of the first header */
	size_t note_count;
};

static inline bool columns_has(const struct columns *columns, enum roster_column c)
{
	return columns->index[c] != COLUMN_ABSENT;
}

/* Whether the bit of a column is set; false for columns beyond COLUMNS_MAX. */
static inline bool columns_in(uint64_t set, size_t index)
{
	return index < COLUMNS_MAX && (set >> index & 1) != 0;
}

/* Whether a column's heading is the number of another document: 护照号. */
bool columns_is_document(const struct columns *columns, size_t index);

bool columns_is_of_others(const struct columns *columns, size_t index);

/* What the column at an index holds; ROSTER_COLUMN_COUNT: none of these. */
enum roster_column columns_at(const struct columns *columns, size_t index);

/* Takes the columns of names and of ID numbers out of those of other people. */
void columns_set_own(struct columns *columns);

/* A column's title in reports, 姓名, and its key for programs, "id_number". */
const char *column_title(enum roster_column column);
const char *column_key(enum roster_column column);

/* A, B, …, Z, AA: what a spreadsheet calls the column with this index. */
enum { COLUMN_LETTERS = 8 };
void column_letters(size_t index, char out[COLUMN_LETTERS]);

/* What messages call a column: A 列 for index 0, 别的列 beyond Z. */
const char *column_place(size_t index);

#endif
