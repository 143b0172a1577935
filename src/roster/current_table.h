/* SPDX-License-Identifier: MIT */
/* Follows the tables of a roster from header to header: which columns hold for the next row, and
 * whether it stands in a table of other people than students, or of none. */
#ifndef CURRENT_TABLE_H
#define CURRENT_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "roster/columns.h"
#include "roster/roster_row.h"
#include "roster/row_kind.h"
#include "table/encoding.h"
#include "table/table.h"

/* What a title says of other people than students. */
enum title_of_others {
	TITLE_NONE,
	TITLE_MENTION, /* 班主任张静: of a class, or of a table that lacks students' columns */
	TITLE_OTHERS   /* 教师名单 */
};

struct current_table {
	struct columns columns; /* in use */
	struct columns first;   /* the columns of the first header */
	/* the same by the headings alone, to recognise the header when it is repeated */
	struct columns header;
	bool has_relation;  /* of the first header: it says how people are related */
	bool has_role;      /* of the same: its names are of 员工 or others who may be students */
	size_t last_header; /* the row of the last header of students */
	size_t header_end;  /* the second row of the last header of two lines */
	/* header_row_of_others() of the last skipped row; 0 if that has digits:
	 * 张静,1970…,班主任 */
	uint64_t above_of_others;
	size_t above_row; /* the number of that row */
	bool is_other;    /* the last header is not of students */
	bool of_things;   /* nor of other people: 路线,车次 */
	bool guessed;     /* of_things: the header may be none */
	bool titled;      /* is_other: the title is of other people: 教师名单 */
	bool numbered;    /* is_other: its people may have ID numbers */
	/* is_other: none of its people is as young as a student, and the table is not reported */
	bool of_elders;
	enum title_of_others title; /* what the row before says */
	uint64_t saved_of_others;   /* columns.of_others of the last header of students */
};

/* Label of the rows of another table. */
extern const char OTHER_TABLE[];

/* Notes the row of the first header, below which another table begins at once if the title says
 * so. */
void current_table_see_header(struct current_table *t, struct decoder *decoder,
			      const struct table_row *row);

/* Begins another table. of_others: the columns of other people in it, as bits. */
void current_table_begin_other(struct current_table *t, uint64_t of_others);

/* Begins a table of things, whose header names no people: 路线,车次. guessed: it may be no
 * header. */
void current_table_begin_things(struct current_table *t, bool guessed);

/* Where a row of another table stands. apart: below a blank row. */
enum person_place current_table_place(const struct current_table *t, bool apart);

/* Ends another table at the title of a list of students, 学生名单; at a name and an ID number in
 * the columns in use, unless that table has other people's numbers there, or at any other row of a
 * student (row_kind_is_person()), unless it has other people there. apart: a blank row stands above
 * the row. */
void current_table_end_other(struct current_table *t, struct decoder *decoder,
			     const struct table_row *row, const struct roster_row *taken,
			     bool apart);

/* Notes a row that is not a student's, which may name the people of the columns below it. */
void current_table_see_skipped(struct current_table *t, struct decoder *decoder,
			       const struct table_row *row);

/* Applies a row of headings below the first header. The next line (NULL: none) is its second half
 * if that line says nothing else below the columns that the row names. If the header is of
 * students, its columns and width are used from here on, and columns that it lacks are empty; a
 * repetition of the first header restores what was found for that one. Otherwise another table
 * begins, which has no students up to the next header; the row is reported if it has a column of
 * names, which may be students'. So does a header with a column of relations, if the first has
 * none, or with other people's names and ID numbers: its people are parents or teachers. Of two
 * headers below each other the first holds if only its column has the next line's ID number.
 * Headings that end in a colon, as above a class, change nothing. Sets label, order and doubtful of
 * out. Returns true if t->columns have changed. */
bool current_table_take_headings(struct current_table *t, struct decoder *decoder,
				 const struct table_row *row, const struct table_row *next,
				 struct roster_row *out);

/* What a row says of other people, if a title is its only filled cell. */
enum title_of_others title_of_others(struct decoder *decoder, const struct table_row *row);

/* Whether the title is of a list of people who are certainly no students: 教师名单, 家长名册, not
 * 班长名单. */
bool is_title_of_list(struct decoder *decoder, const struct table_row *row);

/* Whether a row is a header with names of other people and not of students: 班级,班主任,电话. */
bool is_header_of_others(struct decoder *decoder, const struct table_row *row);

#endif
