/* SPDX-License-Identifier: MIT */
/* Where an audit's findings go: a report for people (report.h), lines of JSON (json_lines.h). */
#ifndef SINK_H
#define SINK_H

#include <stdbool.h>
#include <stddef.h>

#include "roster/audit_row.h"
#include "roster/roster.h"
#include "rules/finding.h"

/* What is known of a row. CLEAN: well-formed; AGREED: name and number are a record's, too; notes change
 * nothing. DOUBTFUL: a warning, or a later row contradicts it. WRONG: an error. */
enum audit_state { AUDIT_CLEAN, AUDIT_AGREED, AUDIT_DOUBTFUL, AUDIT_WRONG, AUDIT_STATES };

/* Rows that are no student's. */
enum { ORDERS_MAX = 4 };
struct skipped_row {
	size_t row;
	const char *label; /* static */
};
struct audit_skipped {
	struct skipped_row *rows;              /* owned by the audit: those below the header */
	size_t count, titles;                  /* of them; of those above it, and itself */
	struct skipped_row orders[ORDERS_MAX]; /* headings from which on the columns are others */
	size_t order_count;
};

struct audit_tally {
	size_t rows, states[AUDIT_STATES];             /* students */
	size_t severities[SEVERITY_ERROR + 1];         /* findings */
	size_t kinds[FINDING_CODE_COUNT];              /* findings */
	size_t rounded, scientific;                    /* numbers that end in 000; like 1.1E+17 */
	size_t no_candidate;                           /* students without a candidate number */
	size_t marked;                                 /* rows with columns_is_marked() */
	size_t candidate_scientific;                   /* candidate numbers like 2.61E+13 */
	size_t sex_unread, birth_unread, group_unread; /* cells that could not be compared */
	size_t doubtful_by_repeat;                     /* students whose number a later row has */
	struct audit_skipped skipped;
	bool interrupted;
};

/* What is known at the end; all borrowed. */
struct audit_summary {
	const char *path; /* "-": standard input */
	const struct roster *roster;
	const struct audit_tally *tally;
	bool compared; /* with records */
};

struct sink {
	/* other: the row that this one repeats; NULL: it repeats none, or the row is not at hand. */
	void (*finding)(struct sink *s, const struct audit_row *row, const struct audit_row *other,
			const struct finding *f);
	void (*end)(struct sink *s, const struct audit_summary *summary);
	void (*free)(struct sink *s);
};

#endif
