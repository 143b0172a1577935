/* SPDX-License-Identifier: MIT */
/* Decodes a row of a roster and checks it by the rules. */
#ifndef AUDIT_ROW_H
#define AUDIT_ROW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "roster/roster.h"
#include "rules/document_form.h"
#include "rules/finding.h"
#include "rules/record.h"
#include "rules/validator.h"
#include "table/cell.h"
#include "table/number_cell.h"

/* Indices of the findings of a row: of its name, of its number, and of the row itself. */
enum { OF_NAME, OF_NUMBER, OF_ROW, AUDIT_FOUND };

struct audit_row {
	size_t row;       /* from 1; 0: the roster as a whole */
	size_t record;    /* row of the record it is compared with; 0: none */
	const char *file; /* borrowed: path of its roster; NULL if there is only one roster */
	struct record student;
	enum document_type document;
	enum document_form form;       /* of the numbers of that document */
	char student_number[32];       /* 学号; "" if absent */
	char no_day[CELL_BIRTH];       /* a birth date that does not exist in the calendar, or "" */
	char sex_unread[FINDING_TEXT]; /* the cell, if its value is not understood, or "" */
	char birth_unread[FINDING_TEXT];
	bool sex_coded;                /* the cell of the sex is a code with a digit */
	bool has_names, has_numbers;   /* the roster has the column */
	bool has_types;                /* the roster has a column of document types */
	bool is_typed;                 /* the cell of the document type is not blank */
	bool name_valid, number_whole; /* as in struct roster_row */
	bool shifted;                  /* as in struct roster_row */
	bool wiped;                    /* roster_is_wiped() */
	bool usual_candidates;         /* roster_has_usual_candidates() */
	char name_mark;                /* as in struct roster_row */
	bool name_mark_paired;         /* as in struct roster_row */
	size_t cells, width;           /* cells of the row, and of the header */
	/* Cells with different ID numbers, those in columns of other people (a parent) left out. */
	size_t numbers;
	bool elder; /* the row also has the number of an older person */
	struct number_blanks number_blanks, candidate_blanks; /* around the numbers */
	bool candidate_quoted; /* a pair of quotes was removed from the candidate number */
	/* The column of a guardian that has the student's number too, static; NULL: none. */
	const char *guardian;
	/* The first other column that holds an ID number, static; NULL: none. */
	const char *stray;
};

/* Decodes the row that roster_next_row() returned last. */
void audit_row_read(struct audit_row *out, struct roster *roster, const struct roster_row *row);

/* Checks a row by the rules and adds the findings of its name, of its number and of the row itself.
 * record: the record to compare it with, or NULL. */
void audit_row_check(const struct audit_row *row, const struct record *record, struct date today,
		     struct findings *of_name, struct findings *of_number, struct findings *of_row);

/* Returns true if cells of the row are not in their columns: a cell is missing, two students are in
 * one row, columns are exchanged, or one cell holds 李明，1100…. *out: the finding. */
bool audit_row_is_shifted(const struct audit_row *row, struct finding *out);

/* Returns true if the finding says that the number contradicts the sex or the birth date in the
 * row. */
bool audit_row_is_of_holder(const struct finding *f);

/* Return true if a number with these findings can be compared with the numbers of other rows:
 * enough of it is left, and it is not reported as another person's. */
bool audit_row_repeats_number(const struct findings *of_number);
bool audit_row_repeats_candidate(const struct findings *of_row);

/* Returns true if the cell of the name holds one: no placeholder, and none that is masked. */
bool audit_row_repeats_name(const struct findings *of_name, const struct findings *of_row);

#endif
