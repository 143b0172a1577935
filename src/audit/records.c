/* SPDX-License-Identifier: MIT */
#include "audit/records.h"

#include <stdlib.h>
#include <string.h>

#include "audit/audit_row.h"
#include "audit/misplaced_cells.h"
#include "base/file.h"
#include "base/json.h"
#include "base/xalloc.h"
#include "model/record_file.h"
#include "roster/name_form.h"
#include "roster/roster.h"
#include "rules/candidate_number.h"
#include "rules/validator.h"
#include "table/cell.h"

struct records {
	struct roster *roster; /* owned; NULL: JSON */
	struct json_doc *doc;  /* owned; NULL: a roster */
	size_t row;
	struct skipped skipped;
	bool failed;
	struct record_faults faults; /* of the last record */
};

bool records_are_many(const char *path)
{
	char first = file_first_byte(path);

	return first != '{' && first != '\0';
}

struct records *records_open(const char *path, struct diag *d)
{
	char first = file_first_byte(path);
	struct records *rs = xcalloc(1, sizeof *rs);

	if (first != '{' && first != '[')
		rs->roster = roster_open(path, NULL, d);
	else
		rs->doc = json_load_list(path, RECORDS_BYTES_MAX, d);
	if (rs->roster != NULL || rs->doc != NULL)
		return rs;
	free(rs);
	return NULL;
}

const struct roster *records_roster(const struct records *rs)
{
	return rs->roster;
}

const struct skipped *records_skipped(const struct records *rs)
{
	return &rs->skipped;
}

void records_close(struct records *rs)
{
	if (rs == NULL)
		return;
	roster_close(rs->roster);
	json_close(rs->doc);
	skipped_free(&rs->skipped);
	free(rs);
}

/* Returns struct record_faults' lacks. */
static uint16_t lacks_of(const struct records *rs, const struct record *r)
{
	const char *members[ROSTER_COLUMN_COUNT] = {
		[ROSTER_NAME] = r->name,
		[ROSTER_ID_NUMBER] = r->id_number,
		[ROSTER_CANDIDATE_NUMBER] = r->candidate_number,
		[ROSTER_SEX] = r->sex,
		[ROSTER_BIRTH_DATE] = r->birth_date,
		[ROSTER_ETHNIC_GROUP] = r->ethnic_group,
	};
	uint16_t lacks = 0;

	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++)
		if (members[c] != NULL && *members[c] == '\0' &&
		    (c <= ROSTER_ID_NUMBER || rs->roster == NULL ||
		     roster_has(rs->roster, (enum roster_column)c)))
			lacks |= (uint16_t)(1U << c);
	return lacks;
}

static bool next_of_list(struct records *rs, struct record *out)
{
	struct json element = json_next_element(rs->doc, RECORD_BYTES_MAX);

	rs->failed = !json_ok(rs->doc) || (element.node != NULL && !record_read(element, out));
	rs->row++;
	if (rs->failed || element.node == NULL)
		return false;
	rs->faults.lacks = lacks_of(rs, out);
	return true;
}

/* Returns the kind of the fault of the row read last, as in struct record_faults. */
static enum finding_kind kind_of_fault(const struct roster *roster)
{
	struct finding fault;

	if (!roster_fault(roster, &fault))
		return KIND_BLANK;
	return fault.code == FINDING_ROSTER_QUOTE ? KIND_RECORD_QUOTE
	       : fault.kind == KIND_BROKEN        ? KIND_RECORD_BROKEN
						  : KIND_BLANK;
}

/* Takes the record from a row that is read like a row of an audit. */
static void take_row(struct records *rs, const struct roster_row *row, struct record *out)
{
	static struct audit_row read;
	const struct record *student = &read.student;
	struct finding ignored;

	audit_row_read(&read, rs->roster, row);
	*out = *student;
	rs->faults = (struct record_faults){
		.kind = kind_of_fault(rs->roster),
		.ruined = row->candidate_rounded ||
			  candidate_number_ruined(student->candidate_number),
		.shifted = (!row->number_whole || read.cells > read.width || read.numbers > 1) &&
			   misplaced_cells_find(&read, &ignored),
	};
	if (rs->faults.shifted)
		rs->faults.kind = KIND_RECORD_SHIFTED;
	if (rs->faults.ruined)
		out->candidate_number[0] = '\0';
	else if (!candidate_number_read(student->candidate_number, out->candidate_number))
		candidate_number_read_formatted(student->candidate_number, out->candidate_number);
	if (!row->name_valid || !row->number_whole)
		validator_drop_words(out);
	rs->faults.lacks = lacks_of(rs, out);
	explicit_bzero(&read, sizeof read);
}

/* Takes the name from a skipped row that says why a student is absent: 王芳未报到. Returns false if
 * it is no such row. */
static bool take_absent(struct records *rs, const struct roster_row *row, struct record *out)
{
	char cell[RECORD_TEXT], name[RECORD_TEXT];
	size_t len = 0;

	if (row->kind != ROW_SKIPPED || !row->doubtful)
		return false;
	roster_utf8(rs->roster, row->fields[ROSTER_NAME], cell, sizeof cell);
	if (cell_fold(cell, name, sizeof name) && name_form_is_absent(name, &len))
		memcpy(out->name, name, len);
	explicit_bzero(cell, sizeof cell);
	explicit_bzero(name, sizeof name);
	rs->faults = (struct record_faults){ .absent = true, .lacks = lacks_of(rs, out) };
	return len > 0;
}

static bool next_of_roster(struct records *rs, struct record *out, struct diag *d)
{
	const struct roster_row *row;

	while ((row = roster_next_row(rs->roster, d)) != NULL) {
		if (row->kind == ROW_STUDENT)
			break;
		roster_report_fault(rs->roster, d);
		skipped_add(&rs->skipped, row);
		if (take_absent(rs, row, out))
			break;
	}
	rs->failed = roster_failed(rs->roster);
	if (row == NULL)
		return false;
	rs->row = row->row;
	if (row->kind == ROW_STUDENT)
		take_row(rs, row, out);
	return true;
}

bool records_next(struct records *rs, struct record *out, size_t *row, struct diag *d)
{
	bool there;

	memset(out, 0, sizeof *out);
	there = rs->roster != NULL ? next_of_roster(rs, out, d) : next_of_list(rs, out);
	if (there && row != NULL)
		*row = rs->row;
	return there;
}

bool records_failed(const struct records *rs)
{
	return rs->failed;
}

struct record_faults records_faults(const struct records *rs)
{
	return rs->faults;
}

bool records_nobody(const struct records *rs, struct diag *d)
{
	if (rs->roster == NULL)
		return diag_add(d, 1, 1, "里面一个学生也没有。");
	roster_no_students(rs->roster, d);
	return false;
}
