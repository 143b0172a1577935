/* SPDX-License-Identifier: MIT */
/* Keeps findings that may concern a whole column, of the roster or of the records, until enough
 * rows are read; then reports them once for the column or cell by cell. Holds personal data. */
#ifndef COLUMN_FINDINGS_H
#define COLUMN_FINDINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "audit/reread.h"
#include "audit/row_check.h"
#include "audit/sink.h"
#include "roster/row_runs.h"
#include "rules/finding.h"

/* Where the findings are, and in some places what they are. */
enum column_place {
	BLANKS_NAME, /* in or around the value */
	BLANKS_NUMBER,
	BLANKS_CANDIDATE,
	MARKS_NAME, /* the mark of a spreadsheet */
	MARKS_NUMBER,
	MARKS_CANDIDATE,
	QUOTES_NAME, /* quotes or brackets around the value */
	QUOTES_NUMBER,
	QUOTES_CANDIDATE,
	MASKED_NAME,
	MASKED_NUMBER,
	MASKED_CANDIDATE,
	UNREAD_SEX, /* a value that is not understood */
	UNREAD_BIRTH,
	UNREAD_GROUP,
	FORM_CANDIDATE, /* candidate numbers of an unusual length */
	ID_CANDIDATE,   /* ID numbers among the candidate numbers */
	SERIAL_NAME,    /* row numbers before the names */
	REMARK_NAME,    /* remarks in brackets behind the names */
	/* what is found by comparing with the records */
	OTHER_CANDIDATE, /* another candidate number */
	NO_RECORD,
	UNSURE_RECORD, /* several records may be the student's */
	RECORD_BLANKS, /* in the names of the records */
	RECORD_SIGNS_NAME,
	RECORD_SIGNS_NUMBER,
	RECORD_UNSEEN_NAME, /* invisible characters */
	RECORD_UNSEEN_NUMBER,
	RECORD_MASKED_NAME,
	RECORD_MASKED_NUMBER,
	RECORD_CUT_NAME,
	RECORD_SCRIPT, /* names in letters on one side only */
	RECORD_OLD_NUMBER,
	RECORD_WIDE_NUMBER,
	RECORD_GROUP, /* a value that is not understood */
	RECORD_EMPTY_NAME,
	RECORD_EMPTY_NUMBER,
	RECORD_SEX, /* against the number of the record */
	RECORD_BIRTH,
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
		enum finding_kind of;      /* of the last of them */
		bool in_list;              /* as in struct finding */
		/* where blanks are: in some, and in all of the values */
		unsigned blanks, blanks_everywhere;
		char character[5]; /* the only one that they quote, UTF-8; " ": there are several */
		struct column_form {
			size_t digits; /* of all candidate numbers; 0: they differ */
			bool yearless; /* all begin with a province, not with a year */
		} form;
	} places[COLUMN_PLACES];
};

/* Moves out of the findings of a row those that may concern a column. */
void column_findings_take(struct column_findings *c, const struct audit_row *row,
			  struct findings found[AUDIT_FOUND]);

/* Decides, at the end of the roster, what is not decided yet. */
void column_findings_settle(struct column_findings *c);

/* Returns how many findings at a place are reported as a column. Call it after that. */
size_t column_findings_count(const struct column_findings *c, enum column_place place);

/* Reports the columns. reread: of this roster. */
void column_findings_report(struct column_findings *c, const struct reread *reread);

/* Wipes and frees what it owns. */
void column_findings_free(struct column_findings *c);

#endif
