/* SPDX-License-Identifier: MIT */
/* Keeps findings that may concern a whole column, as blanks that align names or pad cells to one
 * width, until enough rows are read; then reports them once for the column or cell by cell. Holds
 * personal data. */
#ifndef COLUMN_FINDINGS_H
#define COLUMN_FINDINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "roster/audit_row.h"
#include "roster/reread.h"
#include "roster/row_runs.h"
#include "roster/sink.h"
#include "rules/finding.h"

/* Where the findings are. */
enum column_place {
	BLANKS_INSIDE, /* in names */
	BLANKS_START,
	BLANKS_END,
	BLANKS_NUMBER, /* around numbers */
	BLANKS_CANDIDATE,
	MARKS_NAME, /* the mark of a spreadsheet */
	MARKS_NUMBER,
	MARKS_CANDIDATE,
	UNREAD_SEX, /* a value that is not understood, in nearly all rows */
	UNREAD_BIRTH,
	FORM_CANDIDATE, /* candidate numbers of an unusual length, in nearly all rows */
	RECORD_NAMES,   /* blanks in names of the records */
	COLUMN_PLACES
};

/* Initialised with zeros, except for the first two. */
struct column_findings {
	struct sink *sink; /* borrowed, as the next */
	struct audit_tally *tally;
	/* The column of the sex has the codes 0 and 1, so it is not known what 1 means. */
	bool sex_zero;
	/* The findings at each place. COLUMN: reported once; EACH: cell by cell. */
	struct place_findings {
		enum { PLACE_OPEN, PLACE_COLUMN, PLACE_EACH } state;
		struct row_runs rows;      /* unless the state is EACH */
		struct held_finding *held; /* owned: the first ones, while the state is open */
		bool in_list;              /* as in struct finding */
		char character[5]; /* the only one that they quote, UTF-8; " ": there are several */
	} places[COLUMN_PLACES];
};

/* Moves out of the findings of a row those that may concern a column. */
void column_findings_take(struct column_findings *c, const struct audit_row *row,
			  struct findings found[AUDIT_FOUND]);

/* Decides, at the end of the roster, what is not decided yet. */
void column_findings_settle(struct column_findings *c);

/* Reports the columns. reread: of this roster. */
void column_findings_report(struct column_findings *c, const struct reread *reread);

/* Wipes and frees what it owns. */
void column_findings_free(struct column_findings *c);

#endif
