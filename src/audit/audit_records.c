/* SPDX-License-Identifier: MIT */
#include "audit/audit_records.h"

#include "audit/audit_row.h"
#include "rules/finding.h"
#include "rules/record.h"

bool audit_records_in_list(const struct audit_records *records)
{
	return records->source.roster == NULL;
}

/* Returns true if so many records were not found that they are most likely of other classes, and
 * adds their rows. */
static bool are_others(const struct audit_records *records, struct row_runs *rows)
{
	enum { LEAST = 10, PERCENT = 50 };
	struct record ignored;
	enum record_left left;
	size_t row;

	for (size_t at = 0;
	     (left = record_index_left(records->index, &at, &ignored, &row)) != RECORD_LEFT_NONE;)
		if (left == RECORD_LEFT)
			row_runs_add(rows, row);
	record_wipe(&ignored);
	return rows->rows >= LEAST &&
	       rows->rows * 100 > record_index_count(records->index) * PERCENT;
}

/* Returns true if nearly all rows of the rosters are reported as none of the records. */
static bool are_strangers(const struct audit_records *records, const struct audit_tally *tally)
{
	enum { PERCENT = 90 };

	return records->strangers > 0 && records->strangers * 100 >= tally->rows * PERCENT;
}

static void report_left(const struct audit_records *records, struct sink *sink,
			struct audit_tally *tally)
{
	struct audit_row row = { 0 };
	struct row_runs others = { .of_records = true };
	enum record_left left;
	bool in_list = audit_records_in_list(records), many = are_others(records, &others);
	bool strangers = are_strangers(records, tally);
	const struct finding all = { .code = FINDING_ROSTER_MISSING,
				     .kind = KIND_OTHERS_IN_RECORDS,
				     .count = others.rows,
				     .in_list = in_list };
	struct finding f = { .code = FINDING_ROSTER_MISSING,
			     .count = records->unknown,
			     .label = in_list ? "人" : "行的这个人" };

	if (many && !strangers) {
		tally_finding(tally, &all);
		sink->finding(sink, &row, NULL, &all, &others);
	}
	for (size_t at = 0; (left = record_index_left(records->index, &at, &row.student,
						      &f.other)) != RECORD_LEFT_NONE;) {
		f.kind = left == RECORD_LEFT_NAMESAKE ? KIND_NOT_IN_ROSTER_NAMESAKE
			 : records->unknown > 0       ? KIND_NOT_IN_ROSTER_UNKNOWN
						      : KIND_NOT_IN_ROSTER;
		if (left == RECORD_LEFT_NAMESAKE || (!many && !strangers))
			sink_report(sink, tally, &row, NULL, &f);
	}
	record_wipe(&row.student);
	row_runs_free(&others);
}

/* Reports numbers that two records have, with the row of the later record. */
static void report_repeated(const struct audit_records *records, struct sink *sink,
			    struct audit_tally *tally)
{
	struct audit_row row = { 0 };
	struct record_repeat repeat;

	for (size_t at = 0; record_index_repeated(records->index, &at, &row.student, &repeat);) {
		struct finding f = { .code = repeat.of_id ? FINDING_ROSTER_DUPLICATE_ID
							  : FINDING_ROSTER_DUPLICATE_CANDIDATE,
				     .kind = repeat.of_id ? KIND_RECORDS_REPEATED_ID
							  : KIND_RECORDS_REPEATED,
				     .count = repeat.row,
				     .other = repeat.first,
				     .label = audit_records_in_list(records) ? "人" : "行" };

		sink_report(sink, tally, &row, NULL, &f);
	}
	record_wipe(&row.student);
}

static void report_faults(const struct audit_records *records, struct sink *sink,
			  struct audit_tally *tally)
{
	static const struct audit_row row;
	struct finding f = { 0 };

	for (size_t at = 0;
	     (f.kind = record_index_fault(records->index, &at, &f.other)) != KIND_BLANK;) {
		f.code =
			f.kind == KIND_RECORD_QUOTE ? FINDING_ROSTER_QUOTE : FINDING_ROSTER_COLUMNS;
		sink_report(sink, tally, &row, NULL, &f);
	}
}

/* Reports the numbers of the records that a spreadsheet ruined: ID numbers if most are, candidate
 * numbers if students have any. */
static void report_ruined(const struct audit_records *records, struct sink *sink,
			  struct audit_tally *tally)
{
	static const struct audit_row row;
	struct finding f = { .code = FINDING_CANDIDATE_SPREADSHEET, .kind = KIND_RECORDS_RUINED },
		       of_id = { .code = FINDING_ID_SPREADSHEET, .kind = KIND_RECORDS_NUMBERS };

	of_id.count = record_index_ruined_numbers(records->index, &of_id.other);
	if (of_id.count > 0)
		sink_report(sink, tally, &row, NULL, &of_id);
	f.count = record_index_ruined(records->index, &f.other);
	if (f.count > 0 && tally->lacks[ROSTER_CANDIDATE_NUMBER].empty > 0)
		sink_report(sink, tally, &row, NULL, &f);
}

void audit_records_report(const struct audit_records *records, bool all_read, struct sink *sink,
			  struct audit_tally *tally)
{
	if (records->index == NULL)
		return;
	if (all_read)
		report_left(records, sink, tally);
	report_repeated(records, sink, tally);
	report_faults(records, sink, tally);
	report_ruined(records, sink, tally);
}
