/* SPDX-License-Identifier: MIT */
/* Counts of an audit: students, findings, skipped rows. */
#ifndef TALLY_H
#define TALLY_H

#include <stdbool.h>
#include <stddef.h>

#include "roster/roster.h"
#include "roster/row_runs.h"
#include "rules/finding.h"

/* State of a row. CLEAN: well-formed; AGREED: also equal to the name and number of its record;
 * notes do not change the state. DOUBTFUL: has a warning, or a later row has its number and another
 * name. WRONG: has an error. */
enum audit_state { AUDIT_CLEAN, AUDIT_AGREED, AUDIT_DOUBTFUL, AUDIT_WRONG, AUDIT_STATES };

/* Skipped rows: those that are not students'. */
struct skipped_row {
	size_t row;
	const char *label; /* what the row is; static */
};

/* A repeated header that changes the columns. */
struct changed_columns {
	size_t row;
	const char *label;                 /* how; static */
	size_t index[ROSTER_COLUMN_COUNT]; /* as in struct columns */
	bool birth_parts;
};
struct skipped {
	struct skipped_row *rows; /* owned: rows below the header; NULL in a total */
	size_t count, titles;     /* count: of rows. titles: the header and the rows above it */
	struct changed_columns *orders; /* owned */
	size_t order_count;
};

/* Cells of a column that were not compared: those not understood, and the empty ones. */
struct uncompared {
	size_t unread, empty;
	struct row_runs rows; /* of the empty cells; none in a total */
};

struct audit_tally {
	size_t rows, states[AUDIT_STATES];     /* students */
	size_t severities[SEVERITY_ERROR + 1]; /* findings */
	size_t kinds[FINDING_CODE_COUNT];      /* findings */
	size_t rounded, scientific;            /* ID numbers that end in 000; that read 1.1E+17 */
	size_t candidate_rounded;              /* struct roster_row */
	size_t candidate_scientific;           /* candidate numbers that read 2.61E+13 */
	struct uncompared uncompared[ROSTER_COLUMN_COUNT];
	/* The same of the records that students were compared with, with their rows. */
	struct uncompared lacks[ROSTER_COLUMN_COUNT];
	/* students whose record has no name or no number, or is one of several without */
	size_t record_empty;
	/* Students that are doubtful only because a later row has their number. */
	size_t doubtful_by_repeat;
	struct skipped skipped;
	bool interrupted;
};

void tally_finding(struct audit_tally *t, const struct finding *f);

/* Counts what was not compared in `rows` rows with a finding of a kind. */
void tally_uncompared(struct audit_tally *t, enum finding_kind of, size_t rows);

/* Returns the number of findings of all severities. */
size_t tally_findings(const struct audit_tally *t);

/* Adds the counts of one roster to the total. Row numbers are not added. */
void tally_add(struct audit_tally *total, const struct audit_tally *one);

/* Counts an empty cell of a row. */
void uncompared_add(struct uncompared *u, size_t row);

/* Sorts the rows of the empty cells. */
void tally_sort(struct audit_tally *t);

/* Adds a row that is not a student's. */
void skipped_add(struct skipped *s, const struct roster_row *row);
void skipped_free(struct skipped *s);

/* Frees what it owns. */
void tally_free(struct audit_tally *t);

#endif
