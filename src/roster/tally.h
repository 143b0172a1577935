/* SPDX-License-Identifier: MIT */
/* What an audit counts: students, findings, lines that are no student's. */
#ifndef TALLY_H
#define TALLY_H

#include <stdbool.h>
#include <stddef.h>

#include "roster/roster.h"
#include "rules/finding.h"

/* What is known of a row. CLEAN: well-formed; AGREED: name and number are a record's, too; notes
 * change nothing. DOUBTFUL: a warning, or a later row contradicts it. WRONG: an error. */
enum audit_state { AUDIT_CLEAN, AUDIT_AGREED, AUDIT_DOUBTFUL, AUDIT_WRONG, AUDIT_STATES };

/* Rows that are no student's. */
enum { ORDERS_MAX = 4 };
struct skipped_row {
	size_t row;
	const char *label; /* what it is, or what holds from there on; static */
};
struct skipped {
	struct skipped_row *rows;              /* owned: those below the header; NULL in a total */
	size_t count, titles;                  /* of them; of those above it, and itself */
	struct skipped_row orders[ORDERS_MAX]; /* headers from which on the columns are others */
	size_t order_count;
};

/* Cells of a column with which nothing was compared. */
enum { EMPTY_KEPT = 20 };
struct uncompared {
	size_t unread, empty;
	struct skipped_row rows[EMPTY_KEPT]; /* of the first empty ones; none in a total */
};

struct audit_tally {
	size_t rows, states[AUDIT_STATES];     /* students */
	size_t severities[SEVERITY_ERROR + 1]; /* findings */
	size_t kinds[FINDING_CODE_COUNT];      /* findings */
	size_t rounded, scientific;            /* numbers that end in 000; like 1.1E+17 */
	size_t candidate_scientific;           /* candidate numbers like 2.61E+13 */
	struct uncompared uncompared[ROSTER_COLUMN_COUNT];
	size_t record_empty;                  /* records without a name or a number */
	size_t marked;                        /* rows with columns_is_marked() */
	bool marked_number, marked_candidate; /* in which of the columns */
	size_t doubtful_by_repeat;            /* students whose number a later row has */
	struct skipped skipped;
	bool interrupted;
};

void tally_finding(struct audit_tally *t, const struct finding *f);

/* All that was found. */
size_t tally_findings(const struct audit_tally *t);

/* Adds the counts of one roster to those of all. */
void tally_add(struct audit_tally *total, const struct audit_tally *one);

/* Adds a row that is no student's. */
void skipped_add(struct skipped *s, const struct roster_row *row);
void skipped_free(struct skipped *s);

#endif
