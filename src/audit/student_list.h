/* SPDX-License-Identifier: MIT */
/* Groups findings by student: a student may stand in several rows, of one roster or of several.
 * Holds personal data. */
#ifndef STUDENT_LIST_H
#define STUDENT_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "audit/audit_row.h"
#include "base/arena.h"
#include "rules/finding.h"

/* A finding of a row; its texts are borrowed, and live as long as the list. */
struct student_finding {
	const struct student_finding *next; /* of the same row; NULL: the last */
	enum finding_code code;
	const char *sentence;
	size_t file, row;          /* of the row that this one repeats; row 0: none */
	const char *other_student; /* of that row, as in struct student_row */
};

/* A row with findings. */
struct student_row {
	size_t file, row;
	const char *shown; /* the student, as the caller shows it */
	const struct student_finding *findings;
	size_t student; /* rows with the same value are one student's */
	struct student_finding *last;
	const char *name, *keys[3]; /* keys: numbers of the student; NULL: none */
};

struct student_list {
	struct arena *arena; /* borrowed, holds the texts */
	/* Initialised with zeros. rows: owned. */
	struct student_row *rows;
	size_t count;
};

/* Adds a finding of a row of a roster. file: the index of the roster; shown: the student, is
 * copied. */
void student_list_add(struct student_list *l, const struct audit_row *row, size_t file,
		      const char *shown, const struct student_finding *finding);

/* Joins the findings of each row, and sorts the rows: each student's rows follow one another;
 * students, and the rows of each, are in the order of rosters and rows. */
void student_list_sort(struct student_list *l);

/* Returns true if a row of a roster is one of count sorted rows of one student. */
bool student_list_has(const struct student_row *rows, size_t count, size_t file, size_t row);

void student_list_free(struct student_list *l);

#endif
