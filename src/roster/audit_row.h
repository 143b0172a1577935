/* SPDX-License-Identifier: MIT */
/* A roster's row as the rules take it, and what they find in it. */
#ifndef AUDIT_ROW_H
#define AUDIT_ROW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "roster/cell.h"
#include "roster/roster.h"
#include "rules/finding.h"
#include "rules/record.h"
#include "rules/validator.h"

struct audit_row {
	size_t row;       /* in the file, from 1; 0: the roster as a whole */
	size_t record;    /* the row of the record that it is compared with; 0: none */
	const char *file; /* borrowed: its path, to tell it from others; NULL: there is one */
	struct record student;
	enum document_type document;
	char student_number[32];       /* 学号, "" where there is none */
	char no_day[CELL_BIRTH];       /* the day of birth that no calendar has, or "" */
	char sex_unread[FINDING_TEXT]; /* what the cell holds that cannot be compared, or "" */
	char birth_unread[FINDING_TEXT];
	bool sex_coded;                /* the cell of the sex holds a figure */
	bool has_names, has_numbers;   /* the table has such columns */
	bool has_types;                /* and one of types of documents */
	bool is_typed;                 /* its cell names a type of document */
	bool name_valid, number_whole; /* as in struct roster_row */
	bool shifted;                  /* the same */
	size_t cells, width;           /* that the row has, and that the header has */
	size_t numbers;                /* cells with ID numbers, but for other people's columns */
	struct columns_blanks number_blanks, candidate_blanks; /* around the numbers */
	const char *guardian; /* a guardian's column, static, where the number stands, too; NULL */
	const char *
		stray; /* the column of the first that is not in the number's, static; NULL: none */
};

/* Decodes the row that roster_next_row() returned last. */
void audit_row_read(struct audit_row *out, struct roster *roster, const struct roster_row *row);

/* Adds what the rules find in a row. record: what it is compared with, or NULL. */
void audit_row_check(const struct audit_row *row, const struct record *record, struct date today,
		     struct findings *of_name, struct findings *of_number, struct findings *of_row);

/* Whether cells are not in their columns: a row that lacks one or has two students, columns that
 * changed places, 李明，1100… in one cell. *out: what is to be said. */
bool audit_row_is_shifted(const struct audit_row *row, struct finding *out);

/* Whether it says that the number has another sex or day of birth than the row's cells. */
bool audit_row_is_of_holder(const struct finding *f);

/* Whether another row with the number that this was found of contradicts it: it is one, in whole,
 * and is not told as another's. */
bool audit_row_repeats_number(const struct findings *of_number);
bool audit_row_repeats_candidate(const struct findings *of_row);

#endif
