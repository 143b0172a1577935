/* SPDX-License-Identifier: MIT */
#include "roster/records.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/json.h"
#include "base/xalloc.h"
#include "model/record_file.h"
#include "roster/audit_row.h"
#include "roster/cell.h"
#include "roster/number_cell.h"
#include "roster/roster.h"
#include "rules/candidate_number.h"

enum { CELL = 256 };

struct records {
	struct roster *roster; /* owned; NULL: JSON */
	struct json_doc *doc;  /* owned; NULL: a roster */
	size_t row;
	struct skipped skipped;
	bool failed, shifted;
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

static bool next_of_list(struct records *rs, struct record *out)
{
	struct json element = json_next_element(rs->doc, RECORD_BYTES_MAX);

	rs->failed = !json_ok(rs->doc) || (element.node != NULL && !record_read(element, out));
	rs->row++;
	return !rs->failed && element.node != NULL;
}

static void take_row(struct roster *r, const struct roster_row *row, struct record *out)
{
	char cell[CELL];

	roster_utf8(r, row->fields[ROSTER_NAME], out->name, sizeof out->name);
	roster_utf8(r, number_cell_bare(row->fields[ROSTER_ID_NUMBER]), out->id_number,
		    sizeof out->id_number);
	roster_utf8(r, number_cell_bare(row->fields[ROSTER_CANDIDATE_NUMBER]), cell, sizeof cell);
	if (!candidate_number_read(cell, out->candidate_number))
		candidate_number_read_formatted(cell, out->candidate_number);
	roster_utf8(r, number_cell_bare(row->fields[ROSTER_SEX]), cell, sizeof cell);
	cell_sex(cell, out->sex);
	roster_utf8(r, number_cell_bare(row->fields[ROSTER_BIRTH_DATE]), cell, sizeof cell);
	cell_birth(cell, out->birth_date);
	roster_utf8(r, row->fields[ROSTER_ETHNIC_GROUP], out->ethnic_group,
		    sizeof out->ethnic_group);
	explicit_bzero(cell, sizeof cell);
}

static bool is_shifted(struct roster *r, const struct roster_row *row)
{
	static struct audit_row read;
	struct finding ignored;
	bool shifted;

	if (number_cell_is_id(number_cell_bare(row->fields[ROSTER_ID_NUMBER])) &&
	    roster_cells(r)->count <= roster_width(r))
		return false;
	audit_row_read(&read, r, row);
	shifted = audit_row_is_shifted(&read, &ignored);
	explicit_bzero(&read, sizeof read);
	return shifted;
}

static bool next_of_roster(struct records *rs, struct record *out, struct diag *d)
{
	const struct roster_row *row;

	while ((row = roster_next_row(rs->roster, d)) != NULL) {
		roster_report_fault(rs->roster, d);
		if (row->kind == ROW_STUDENT)
			break;
		skipped_add(&rs->skipped, row);
	}
	rs->failed = roster_failed(rs->roster);
	if (row == NULL)
		return false;
	rs->row = row->row;
	take_row(rs->roster, row, out);
	rs->shifted = is_shifted(rs->roster, row);
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

bool records_shifted(const struct records *rs)
{
	return rs->shifted;
}

bool records_nobody(const struct records *rs, struct diag *d)
{
	if (rs->roster == NULL)
		return diag_add(d, 1, 1, "里面一个学生也没有。");
	roster_no_students(rs->roster, d);
	return false;
}
