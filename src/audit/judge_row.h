/* SPDX-License-Identifier: MIT */
/* Judges a student's row by the rules and by its record, if there are records. */
#ifndef JUDGE_ROW_H
#define JUDGE_ROW_H

#include "audit/audit_records.h"
#include "audit/compared_row.h"
#include "audit/row_check.h"
#include "audit/tally.h"
#include "base/date.h"
#include "roster/roster.h"
#include "rules/finding.h"

/* What rows are judged by; all pointers are borrowed. */
struct judge {
	struct audit_records *records;
	const struct roster *roster;
	struct audit_tally *tally; /* counts the row, and its cells that were not compared */
	struct date today;
};

/* Sets the findings of a row and returns its state. Clears the keys of numbers that cannot be
 * compared with those of other rows; if the number is another person's, also what the row says of
 * the sex and the birth date. */
enum audit_state judge_row(const struct judge *j, struct compared_row *c,
			   struct findings found[AUDIT_FOUND]);

#endif
