/* SPDX-License-Identifier: MIT */
/* Interface for the output of an audit's findings: a report for people (audit_report.h) or JSON
 * lines (json_lines.h). */
#ifndef SINK_H
#define SINK_H

#include <stdbool.h>
#include <stddef.h>

#include "audit/audit_row.h"
#include "audit/tally.h"
#include "roster/roster.h"
#include "rules/finding.h"

/* A file that was read; all pointers are borrowed. */
struct audit_source {
	const char *path;            /* "-": standard input; NULL: no file */
	const struct roster *roster; /* NULL if the file is JSON */
	const struct skipped *skipped;
	size_t rows; /* students */
};

/* The summary of an audit; all pointers are borrowed. */
struct audit_summary {
	struct audit_source roster;  /* path NULL: summary of all rosters */
	const char *file;            /* path of the roster; NULL if there is only one */
	struct audit_source records; /* the records compared with */
	const struct audit_tally *tally;
	size_t rosters, unreadable; /* in the summary of all rosters */
};

/* Takes the findings of one roster after the other. */
struct sink {
	bool of_all; /* the findings that follow are of all rosters together */
	/* Takes a finding of a row. other: the row that this one repeats; NULL if there is none or
	 * it was not read again. rows: those of a finding of many rows, sorted, or NULL. */
	void (*finding)(struct sink *s, const struct audit_row *row, const struct audit_row *other,
			const struct finding *f, const struct row_runs *rows);
	/* Ends the findings of a roster, or of all rosters together. */
	void (*end)(struct sink *s, const struct audit_summary *summary);
	void (*free)(struct sink *s);
};

/* A finding that is kept with its row until it is sure how it is reported. */
struct held_finding {
	struct audit_row row;
	struct finding finding;
};

/* Counts a finding and passes it to the sink. */
static inline void sink_report(struct sink *s, struct audit_tally *tally,
			       const struct audit_row *row, const struct audit_row *other,
			       const struct finding *f)
{
	tally_finding(tally, f);
	s->finding(s, row, other, f, NULL);
}

#endif
