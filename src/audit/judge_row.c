/* SPDX-License-Identifier: MIT */
#include "audit/judge_row.h"

#include <string.h>

#include "audit/likeness.h"
#include "audit/misplaced_cells.h"
#include "audit/record_index.h"
#include "audit/row_check.h"
#include "rules/record.h"
#include "rules/sentence.h"

/* Returns the state of a row by its worst finding. record: the record it was compared with, or
 * NULL. */
static enum audit_state state_of(const struct findings found[AUDIT_FOUND],
				 const struct record *record)
{
	bool whole = record != NULL && record->name[0] != '\0' && record->id_number[0] != '\0';
	enum audit_state state = whole ? AUDIT_AGREED : AUDIT_CLEAN;

	for (size_t i = 0; i < AUDIT_FOUND; i++) {
		if (findings_any(&found[i], SEVERITY_ERROR))
			state = AUDIT_WRONG;
		else if (state < AUDIT_DOUBTFUL && findings_any(&found[i], SEVERITY_WARNING))
			state = AUDIT_DOUBTFUL;
	}
	return state;
}

static void report_owner(const struct judge *j, struct finding *f, enum finding_kind kind,
			 size_t owner)
{
	f->kind = kind;
	f->at = f->count = 0;
	f->places = 0;
	f->other = owner;
	f->label = audit_records_in_list(j->records) ? "个人" : "行那个人";
}

/* Makes the row and its record fit to be compared. If the ID number is in another person's record,
 * adds that finding and clears what must not be compared: sex and birth date on both sides, and the
 * number of the record. */
static void part_owner(const struct judge *j, struct compared_row *c, struct findings *of_number)
{
	struct record *student = &c->row.student, *record = &c->record;

	c->row.record = c->owners.row;
	if (c->owners.id_number == 0)
		return;
	report_owner(j, findings_add(of_number, FINDING_ID_MISMATCH, KIND_NUMBER_OF_ANOTHER, 0, 0),
		     KIND_NUMBER_OF_ANOTHER, c->owners.id_number);
	student->sex[0] = student->birth_date[0] = c->row.no_day[0] = '\0';
	record->sex[0] = record->birth_date[0] = record->id_number[0] = '\0';
}

/* Returns true if a name that is in another record is rather that person's than the recorded one
 * with a slip in it: it has little in common with that one, or the other record is next to it. */
static bool is_of_another(const struct finding *f, const struct compared_row *c)
{
	const struct record_owners *owners = &c->owners;
	bool next = owners->name + 1 == owners->row || owners->row + 1 == owners->name;

	return f->kind == KIND_NAME_OTHER ||
	       (f->code == FINDING_NAME_MISMATCH &&
		(next || likeness_of_names(c->row.student.name, c->record.name) < LIKENESS_NEAR));
}

/* A name or candidate number that differs from the record and belongs to another record is reported
 * as the other person's. */
static void report_owners(const struct judge *j, const struct compared_row *c,
			  struct findings found[AUDIT_FOUND])
{
	struct findings *of_name = &found[OF_NAME], *of_row = &found[OF_ROW];
	size_t name = c->owners.name, candidate = c->owners.candidate_number;

	for (size_t i = 0; i < of_name->count && name > 0; i++)
		if (is_of_another(&of_name->items[i], c))
			report_owner(j, &of_name->items[i], KIND_NAME_OF_ANOTHER, name);
	for (size_t i = 0; i < of_row->count && candidate > 0; i++)
		if (of_row->items[i].kind == KIND_CANDIDATE_DIFFERS)
			report_owner(j, &of_row->items[i], KIND_CANDIDATE_OF_ANOTHER, candidate);
}

/* Makes one finding of two if both numbers belong to the same other person. */
static void join_owners(struct compared_row *c, struct findings found[AUDIT_FOUND])
{
	struct findings *of_number = &found[OF_NUMBER], *of_row = &found[OF_ROW];

	if (c->owners.id_number == 0 || c->owners.id_number != c->owners.candidate_number)
		return;
	for (size_t i = 0; i < of_row->count; i++)
		if (of_row->items[i].kind == KIND_CANDIDATE_OF_ANOTHER)
			findings_remove(of_row, i--);
	for (size_t i = 0; i < of_number->count; i++)
		if (of_number->items[i].kind == KIND_NUMBER_OF_ANOTHER)
			of_number->items[i].kind = KIND_NUMBERS_OF_ANOTHER;
	c->keys.number = c->keys.candidate = 0;
}

/* Returns true if a record can be looked up by the row, so that its findings do not explain why
 * none was found. */
static bool is_findable(const struct compared_row *c, const struct findings *of_number)
{
	const struct record *student = &c->row.student;
	bool lost = findings_has(of_number, FINDING_ID_EMPTY) ||
		    findings_has(of_number, FINDING_ID_MASKED) ||
		    findings_has(of_number, FINDING_ID_SPREADSHEET) ||
		    findings_has(of_number, FINDING_ID_LENGTH) ||
		    findings_has(of_number, FINDING_ID_FIFTEEN);

	return !lost || student->candidate_number[0] != '\0' || student->birth_date[0] != '\0';
}

/* Reports that no record was found for the row, unless it is unclear which student the row is: then
 * the row is only counted, or left to the namesakes. */
static void report_not_found(const struct judge *j, const struct compared_row *c,
			     struct findings found[AUDIT_FOUND])
{
	struct finding ignored;
	bool shifted = misplaced_cells_find(&c->row, &ignored);
	size_t unsure;

	if (record_index_namesake(j->records->index, &c->row.student,
				  shifted || findings_has(&found[OF_NUMBER], FINDING_ID_LENGTH)))
		return;
	if (shifted || !is_findable(c, &found[OF_NUMBER])) {
		j->records->unknown++;
		return;
	}
	unsure = record_index_unsure(j->records->index, &c->row.student);
	if (unsure > 0)
		findings_add(&found[OF_ROW], FINDING_ROSTER_UNREAD, KIND_RECORD_UNSURE, 0, 0)
			->other = unsure;
	else
		findings_add(&found[OF_ROW], FINDING_ROSTER_MISSING, KIND_NOT_IN_RECORDS, 0, 0);
}

/* Drops what a spreadsheet did to the number of the record, if that is reported for all. */
static void drop_ruined(const struct judge *j, struct findings *of_number)
{
	size_t first;

	if (j->records->index == NULL ||
	    record_index_ruined_numbers(j->records->index, &first) == 0)
		return;
	for (size_t i = of_number->count; i-- > 0;)
		if (of_number->items[i].kind == KIND_RECORD_ROUNDED ||
		    of_number->items[i].kind == KIND_RECORD_RUINED)
			findings_remove(of_number, i);
}

/* Drops the findings of a name or number that has a stray quote: the quote itself is reported. */
static void drop_quoted(const struct compared_row *c, struct findings found[AUDIT_FOUND])
{
	const struct record *student = &c->row.student;

	if (c->fault.kind != KIND_QUOTE && c->fault.kind != KIND_QUOTE_CURLY)
		return;
	if (strchr(student->name, '"') != NULL)
		found[OF_NAME].count = 0;
	if (strchr(student->id_number, '"') != NULL)
		found[OF_NUMBER].count = 0;
}

/* Counts a cell that nothing was compared with, because it is empty or the record's is. Sex and
 * birth date of the record are compared with the ID number. */
static void count_empty(const struct judge *j, const struct compared_row *c,
			enum roster_column column, bool empty)
{
	if (empty && roster_has(j->roster, column))
		uncompared_add(&j->tally->uncompared[column], c->row.row);
	if ((c->owners.lacks >> column & 1) != 0 && !c->owners.again &&
	    (!empty || column == ROSTER_SEX || column == ROSTER_BIRTH_DATE))
		uncompared_add(&j->tally->lacks[column], c->owners.row);
}

/* Counts the empty cells of a row and of its record, because nothing was compared with them. Skips
 * rows whose cells are not in their columns; sex and birth date count only if there is an ID number
 * to compare them with. */
static void count_empty_cells(const struct judge *j, const struct compared_row *c,
			      const struct findings found[AUDIT_FOUND])
{
	const struct audit_row *row = &c->row;
	const struct record *student = &row->student;

	if (findings_has(&found[OF_ROW], FINDING_ROSTER_COLUMNS))
		return;
	count_empty(j, c, ROSTER_CANDIDATE_NUMBER,
		    student->candidate_number[0] == '\0' &&
			    !roster_columns(j->roster)->candidates_rounded);
	if (student->ethnic_group[0] != '\0' || (c->found && c->record.ethnic_group[0] != '\0'))
		count_empty(j, c, ROSTER_ETHNIC_GROUP, student->ethnic_group[0] == '\0');
	if (row->document == DOCUMENT_OTHER || c->owners.id_number > 0 ||
	    findings_has(&found[OF_NUMBER], FINDING_ID_EMPTY))
		return;
	count_empty(j, c, ROSTER_SEX,
		    student->sex[0] == '\0' && row->sex_unread[0] == '\0' && !row->sex_coded);
	count_empty(j, c, ROSTER_BIRTH_DATE,
		    student->birth_date[0] == '\0' && row->birth_unread[0] == '\0' &&
			    row->no_day[0] == '\0');
}

/* Says where the record is, in findings after which it may have to be corrected; not of a single
 * record in JSON. */
static void name_record(const struct judge *j, const struct compared_row *c,
			struct findings found[AUDIT_FOUND])
{
	bool in_list = audit_records_in_list(j->records);

	if (in_list && j->records->source.rows == 1)
		return;
	for (size_t k = 0; k < AUDIT_FOUND; k++)
		for (size_t i = 0; i < found[k].count; i++) {
			struct finding *f = &found[k].items[i];

			if (!finding_against_record(f) || !sentence_names_record(f->kind))
				continue;
			f->record = c->owners.row;
			f->in_list = in_list;
		}
}

/* Adds that the record has no name or no ID number. */
static void report_lacks(const struct record_owners *owners, struct findings *of_row)
{
	if (findings_has(of_row, FINDING_ROSTER_COLUMNS))
		return;
	for (enum roster_column c = ROSTER_NAME; c <= ROSTER_ID_NUMBER; c++)
		if ((owners->lacks >> c & 1) != 0)
			findings_add(of_row, FINDING_ROSTER_UNREAD, KIND_RECORD_EMPTY, 0, 0)
				->label = c == ROSTER_NAME ? "姓名" : "证件号码";
}

enum audit_state judge_row(const struct judge *j, struct compared_row *c,
			   struct findings found[AUDIT_FOUND])
{
	const struct record *record = c->found ? &c->record : NULL;
	enum audit_state state;

	for (size_t i = 0; i < AUDIT_FOUND; i++)
		found[i].count = 0;
	if (record != NULL)
		part_owner(j, c, &found[OF_NUMBER]);
	row_check(&c->row, record, j->today, &found[OF_NAME], &found[OF_NUMBER], &found[OF_ROW]);
	drop_quoted(c, found);
	report_owners(j, c, found);
	join_owners(c, found);
	report_lacks(&c->owners, &found[OF_ROW]);
	if (record != NULL)
		name_record(j, c, found);
	count_empty_cells(j, c, found);
	if (c->fault.kind != KIND_BLANK)
		findings_copy(&found[OF_ROW], &c->fault);
	if (j->records->index != NULL && record == NULL)
		report_not_found(j, c, found);
	if (!row_check_repeats_number(&found[OF_NUMBER]))
		c->keys.number = 0;
	if (!row_check_repeats_candidate(&found[OF_ROW]))
		c->keys.candidate = 0;
	state = state_of(found, record);
	j->tally->states[state]++;
	drop_ruined(j, &found[OF_NUMBER]);
	return state;
}
