/* SPDX-License-Identifier: MIT */
/* A row of a roster, decoded for the audit. */
#ifndef AUDIT_ROW_H
#define AUDIT_ROW_H

#include <stdbool.h>
#include <stddef.h>

#include "roster/roster.h"
#include "rules/document_form.h"
#include "rules/finding.h"
#include "rules/record.h"
#include "rules/validator.h"
#include "table/cell.h"
#include "table/number_cell.h"

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

#endif
