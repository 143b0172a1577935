/* SPDX-License-Identifier: MIT */
/* How the audit's own sources share the work; nobody else includes this. */
#ifndef AUDIT_INTERNAL_H
#define AUDIT_INTERNAL_H

#include "base/diag.h"
#include "roster/audit.h"
#include "roster/duplicates.h"
#include "roster/fast_path.h"
#include "roster/record_index.h"
#include "roster/roster.h"
#include "rules/finding.h"
#include "rules/record.h"
#include "rules/validator.h"

/* A row as the rules take it: UTF-8, its fields as they stand. */
struct audit_row {
	size_t row; /* in the file, from 1; 0: the roster as a whole */
	struct record student;
	enum document_type document;
	bool name_plain;     /* nothing to be found in it */
	size_t cells, width; /* that it has, and that it should have at most */
};

/* The gravest that was found in a row; notes leave it clean. */
enum audit_state { AUDIT_CLEAN, AUDIT_DOUBTFUL, AUDIT_WRONG, AUDIT_STATES };

/* What is found in a row: in its name, in its number, in the row itself. */
enum { AUDIT_FOUND = 3 };

/* The tag of a double: the row's state, and as much of the name's key as there is room for. So of two million
 * numbers that two have one is said to have one name. */
enum { AUDIT_STATE_BITS = 2, AUDIT_STATE_MASK = 3, AUDIT_NAME_BITS = 21 };
_Static_assert(DOUBLES_TAG_MAX >> (AUDIT_NAME_BITS + AUDIT_STATE_BITS - 1) == 1, "they fill a tag");

static inline uint32_t audit_tag(uint32_t name, enum audit_state state)
{
	return name >> (32 - AUDIT_NAME_BITS) << AUDIT_STATE_BITS | (uint32_t)state;
}

/* What was counted: students, and findings by kind. */
struct audit_tally {
	size_t rows, states[AUDIT_STATES];
	size_t severities[SEVERITY_ERROR + 1];
	size_t kinds[FINDING_CODE_COUNT];
	size_t rounded, scientific; /* numbers that end in 000; that are 1.1E+17 */
	bool interrupted;
};

struct audit_shown;

/* Milliseconds; start 0: not begun. */
struct audit_bar {
	int64_t start, next;
	bool shown;
};

struct audit {
	const struct audit_how *how; /* borrowed, as all the others but what is said to be owned */
	FILE *out;
	struct roster *roster;
	struct record_index *records;         /* NULL: nothing to compare with */
	struct doubles *numbers, *candidates; /* NULL: nobody looks for doubles */
	struct audit_tally tally;
	struct audit_bar bar;
	struct audit_row row;
	struct record record; /* that the row was compared with */
	struct findings found[AUDIT_FOUND];
	struct audit_shown
		*shown[FINDING_CODE_COUNT]; /* owned: what the report will show of a kind */
};

/* Decodes a row that roster_next() gave out; a plain name only where the whole is wanted. */
void audit_row_read(struct audit_row *out, struct roster *roster, const struct roster_row *row,
		    bool whole);

/* What the rules say of a row; record: what it is compared with, NULL: nothing. */
void audit_row_check(const struct audit_row *row, const struct record *record, struct date today,
		     struct findings *of_name, struct findings *of_number, struct findings *of_row);

/* A finding is counted, and written or kept to be shown; row.row 0: of the whole roster. */
void audit_found(struct audit *a, const struct audit_row *row, const struct finding *f);

/* Whether the sentence of one more of its kind would be shown. */
bool audit_wants(const struct audit *a, enum finding_code code);

/* After the last row: those that come twice, the records nobody has, the state of the columns. */
void audit_find_doubles(struct audit *a);
void audit_find_left(struct audit *a);
void audit_find_columns(struct audit *a);

/* One finding, and at the end the summary, as JSON. */
void audit_json_finding(const struct audit *a, const struct audit_row *row,
			const struct finding *f);
void audit_json_summary(const struct audit *a);

/* The report for people: what is kept of each kind, then all of it. */
void audit_report_keep(struct audit *a, const struct audit_row *row, const struct finding *f);
bool audit_report_has_room(const struct audit *a, enum finding_code code);
void audit_report_write(const struct audit *a);
void audit_report_free(struct audit *a);

/* What a kind is called in the report. */
const char *audit_kind_title(enum finding_code code);

/* A bar, once it has taken long enough. */
void audit_progress_start(struct audit *a);
void audit_progress_show(struct audit *a);
void audit_progress_end(struct audit *a);

#endif
