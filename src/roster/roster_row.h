/* SPDX-License-Identifier: MIT */
/* A row of a roster: what it is, and its fields. */
#ifndef ROSTER_ROW_H
#define ROSTER_ROW_H

#include <stdbool.h>
#include <stddef.h>

#include "roster/columns.h"
#include "table/table.h"

enum row_kind {
	ROW_STUDENT,
	ROW_TITLE,  /* above the header, or the header itself */
	ROW_SKIPPED /* not a student: a total, a signature, a page line, repeated headings */
};

struct roster_row {
	size_t row, line; /* from 1, in the file */
	enum row_kind kind;
	const char *label; /* ROW_SKIPPED: what the row is, static */
	/* how the columns change from the next row on, static; NULL: they do not */
	const char *order;
	const struct columns *columns; /* borrowed: with order, the new ones */
	bool doubtful;  /* not a student's, but may be one: roster_fault() reports it */
	bool inside;    /* below the header of another table */
	bool of_elders; /* the same; none of its people is as young as a student */
	bool rest;      /* the second half of the whole student's row before it */
	/* a student's, but the cells fit the columns only if one is inserted or left out */
	bool shifted;
	bool broken;           /* continues in the next row, which is a ROW_SKIPPED */
	char name_mark;        /* the apostrophe or = removed before the name; '\0': none */
	bool name_mark_paired; /* an apostrophe was removed behind the name, too */
	const char *quote;     /* a quote that was read as text; NULL: none */
	struct slice fields[ROSTER_COLUMN_COUNT]; /* borrowed; len 0 where absent */
	size_t number_at;                         /* index of the number's cell */
	/* the candidate number was one of columns.candidates_rounded, and is removed */
	bool candidate_rounded;
	bool name_valid;   /* the name certainly has no finding */
	bool number_whole; /* the number passes number_cell_is_id() */
};

#endif
