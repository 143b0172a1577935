/* SPDX-License-Identifier: MIT */
#include "audit/compared_row.h"

#include <string.h>

#include "audit/misplaced_cells.h"
#include "audit/row_check.h"
#include "rules/candidate_number.h"
#include "rules/person_name.h"
#include "rules/resident_id.h"
#include "rules/validator.h"
#include "table/cell.h"
#include "table/number_cell.h"

/* Returns the number without its separators, in out, if that makes it whole; else the number as the
 * cell has it. */
static struct slice mended(const char *number, bool (*is_whole)(const char *mended),
			   struct slice cell, char out[RECORD_TEXT])
{
	if (cell.len == 0)
		return cell;
	cell_number(number, out);
	return is_whole(out) ? (struct slice){ out, strlen(out) } : number_cell_bare(cell);
}

/* Returns an old number of 15 digits as the one of 18 that has replaced it, in out, so that both
 * are known to be one; else the number. Of the two centuries, that of students. */
static struct slice renewed(struct slice number, char out[RECORD_TEXT])
{
	enum { YEAR = 6, CENTURY_MAX = '4' }; /* as cell_birth() reads years of two digits */

	if (number.len != ID_LENGTH_OLD || cell_digits(number.bytes, number.len) < number.len)
		return number;
	memmove(out + YEAR + 2, number.bytes + YEAR, ID_LENGTH_OLD - YEAR);
	memmove(out, number.bytes, YEAR);
	out[YEAR] = out[YEAR + 2] <= CENTURY_MAX ? '2' : '1';
	out[YEAR + 1] = out[YEAR + 2] <= CENTURY_MAX ? '0' : '9';
	out[ID_LENGTH - 1] = resident_id_check_char(out);
	return (struct slice){ out, ID_LENGTH };
}

static bool is_resident(const char *number)
{
	struct resident_id ignored;

	return resident_id_read(number, &ignored);
}

static bool is_candidate(const char *number)
{
	return strlen(number) == CANDIDATE_DIGITS && candidate_number_valid(number);
}

static struct row_keys read_keys(const struct record *student, const struct roster *roster,
				 const struct roster_row *row)
{
	char name[ROSTER_NAME_BARE] = "", number[RECORD_TEXT], candidate[RECORD_TEXT];
	struct row_keys keys =
		row_keys(row->row,
			 row->name_valid ? row->fields[ROSTER_NAME]
					 : roster_name_bare(roster, row->fields[ROSTER_NAME], name),
			 row->number_whole ? number_cell_bare(row->fields[ROSTER_ID_NUMBER])
					   : renewed(mended(student->id_number, is_resident,
							    row->fields[ROSTER_ID_NUMBER], number),
						     number),
			 mended(student->candidate_number, is_candidate,
				row->fields[ROSTER_CANDIDATE_NUMBER], candidate));

	explicit_bzero(name, sizeof name);
	explicit_bzero(number, sizeof number);
	explicit_bzero(candidate, sizeof candidate);
	return keys;
}

void compared_row_read(struct compared_row *out, struct roster *roster,
		       const struct roster_row *row, const char *file, bool with_keys)
{
	audit_row_read(&out->row, roster, row);
	out->row.file = file;
	if (!roster_fault(roster, &out->fault))
		out->fault.kind = KIND_BLANK;
	if (with_keys)
		out->keys = read_keys(&out->row.student, roster, row);
}

/* Counts the records of all ID numbers in the row as found, for a row that cannot be compared. */
static void explain_numbers(const struct roster *roster, struct record_index *records)
{
	const struct table_row *cells = roster_cells(roster);
	char number[CELL_ID];

	for (size_t i = 0; i < cells->count; i++) {
		struct slice rest = cells->cells[i];

		while (cell_take_id(&rest.bytes, &rest.len, number))
			record_index_explain(records, number);
	}
	explicit_bzero(number, sizeof number);
}

bool compared_row_is_coded_otherwise(const struct compared_row *c)
{
	const struct record *student = &c->row.student;
	struct findings found;
	bool otherwise;

	if (!c->row.sex_coded)
		return false;
	found.count = 0;
	validator_holder(student->id_number, student->sex, "", VALIDATOR_COLUMN, &found);
	otherwise = found.count > 0;
	explicit_bzero(found.items, found.count * sizeof *found.items);
	return otherwise;
}

void compared_row_find(struct compared_row *c, const struct roster *roster,
		       struct record_index *records)
{
	struct finding ignored;

	c->owners = (struct record_owners){ 0 };
	c->found = false;
	if (records == NULL)
		return;
	if (misplaced_cells_find(&c->row, &ignored))
		explain_numbers(roster, records);
	c->found = record_index_find(records, &c->row.student, &c->record, &c->owners);
}

bool compared_row_has_name(const struct compared_row *c)
{
	const struct audit_row *row = &c->row;
	struct findings of_name;
	struct finding ignored;
	bool has;

	of_name.count = 0;
	if (!row->name_valid)
		person_name_check(row->student.name, &of_name);
	has = row->cells <= row->width && row_check_has_name(&of_name) &&
	      !misplaced_cells_find(row, &ignored);
	explicit_bzero(&of_name, sizeof of_name);
	return has;
}
