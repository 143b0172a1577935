/* SPDX-License-Identifier: MIT */
/* Where an audit's findings go: a report for people (audit_report.h), lines of JSON
 * (json_lines.h). */
#ifndef SINK_H
#define SINK_H

#include <stdbool.h>
#include <stddef.h>

#include "roster/audit_row.h"
#include "roster/roster.h"
#include "roster/tally.h"
#include "rules/finding.h"

/* A file that was read through; all borrowed. */
struct audit_source {
	const char *path;            /* "-": standard input; NULL: there is none */
	const struct roster *roster; /* NULL: JSON */
	const struct skipped *skipped;
	size_t rows; /* students */
};

/* What is known at the end; all borrowed. */
struct audit_summary {
	struct audit_source roster;  /* its path is NULL for all rosters of a run together */
	const char *file;            /* its path, if there are others; NULL */
	struct audit_source records; /* that they were compared with */
	const struct audit_tally *tally;
	size_t rosters, unreadable; /* of a run */
};

struct sink {
	/* other: the row that this one repeats; NULL: it repeats none, or the row is not at
	 * hand. */
	void (*finding)(struct sink *s, const struct audit_row *row, const struct audit_row *other,
			const struct finding *f);
	void (*end)(struct sink *s, const struct audit_summary *summary);
	void (*free)(struct sink *s);
};

/* Counts a finding and gives it to the sink. */
static inline void sink_tell(struct sink *s, struct audit_tally *tally, const struct audit_row *row,
			     const struct audit_row *other, const struct finding *f)
{
	tally_finding(tally, f);
	s->finding(s, row, other, f);
}

#endif
