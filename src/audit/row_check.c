/* SPDX-License-Identifier: MIT */
#include "audit/row_check.h"

#include <string.h>

#include "audit/misplaced_cells.h"
#include "base/text.h"
#include "roster/ethnic_group.h"
#include "roster/line_words.h"
#include "roster/name_form.h"
#include "rules/candidate_number.h"
#include "rules/characters.h"
#include "rules/document.h"
#include "rules/person_name.h"
#include "rules/resident_id.h"
#include "rules/validator.h"
#include "table/cell.h"
#include "table/number_cell.h"

/* Returns true for ####, which a spreadsheet shows in a column that is too narrow. */
static bool is_hashes(const char *s)
{
	return s[strspn(s, "#")] == '\0';
}

static struct finding *report_unread(enum finding_kind kind, const char *cell, struct findings *out)
{
	struct finding *f = findings_add(out, FINDING_ROSTER_UNREAD, kind, 0, 0);

	finding_quote(cell, f->is);
	return f;
}

static void compare_group(const char *own, const char *recorded, struct findings *out)
{
	int group = ethnic_group_read(own), other = ethnic_group_read(recorded);
	struct finding *f;

	if (text_all_blank(own) || text_all_blank(recorded) || strcmp(own, recorded) == 0)
		return;
	if (group == 0) {
		report_unread(KIND_GROUP_UNREAD, own, out);
	} else if (other == 0) {
		report_unread(KIND_RECORD_GROUP_UNREAD, recorded, out);
	} else if (group != other) {
		f = findings_add(out, FINDING_ROSTER_ETHNIC_GROUP, KIND_ETHNIC_GROUP, 0, 0);
		finding_quote(own, f->is);
		finding_quote(recorded, f->should);
	}
}

/* Says of a candidate number of an unusual length that it is one digit shorter or longer than those
 * of nearly all others. */
static void compare_length(const char *number, struct findings *own)
{
	struct finding *f = &own->items[0];
	size_t len = strlen(number);

	if (own->count != 1 || f->kind != KIND_CANDIDATE_LENGTH ||
	    cell_digits(number, len) != len ||
	    (len + 1 != CANDIDATE_DIGITS && len != CANDIDATE_DIGITS + 1))
		return;
	f->kind = KIND_CANDIDATE_OFF_BY_ONE;
	f->label = len < CANDIDATE_DIGITS ? "少" : "多";
}

/* Says where a candidate number differs from the record's, if few digits do. */
static void report_difference(const char *number, const char *recorded, struct findings *out)
{
	enum { FEW = 4 };
	struct finding *f =
		findings_add(out, FINDING_CANDIDATE_MISMATCH, KIND_CANDIDATE_DIFFERS, 0, 0);
	size_t count = 0;

	finding_quote(number, f->is);
	finding_quote(recorded, f->should);
	if (strlen(number) != CANDIDATE_DIGITS || strlen(recorded) != CANDIDATE_DIGITS)
		return;
	for (size_t i = 0; i < CANDIDATE_DIGITS; i++)
		if (number[i] != recorded[i]) {
			f->at = count++ == 0 ? i + 1 : f->at;
			f->places |= UINT64_C(1) << i;
		}
	if (count > FEW) {
		f->at = 0;
		f->places = 0;
	}
}

/* Checks the candidate number. If the record has another one, a well-formed number is only reported
 * as different, and a malformed one only as malformed. */
static void check_candidate(const struct audit_row *row, const char *recorded, struct findings *out)
{
	const char *number = row->student.candidate_number;
	struct findings own;

	if (*recorded != '\0' && strcmp(number, recorded) == 0)
		return;
	own.count = 0; /* clearing the whole struct would take longer than the check */
	candidate_number_check(number, &own);
	if (row->usual_candidates)
		compare_length(number, &own);
	if (*recorded == '\0' || findings_any(&own, SEVERITY_WARNING))
		findings_add_all(out, &own);
	else
		report_difference(number, recorded, out);
	explicit_bzero(own.items, own.count * sizeof *own.items);
}

static void report_mark(enum finding_code code, struct number_blanks blanks, struct findings *out)
{
	struct finding *f = findings_add(out, code, blanks.kind, blanks.at, 1);

	f->is[0] = blanks.is;
	f->label = blanks.paired ? "开头和末尾都" : "开头";
}

/* Reports what is around a number, unless it is to be replaced as a whole (whole: false) or the
 * same is reported inside it. */
static void report_blanks(struct number_blanks blanks, enum finding_code code, bool whole,
			  struct findings *out)
{
	if (blanks.kind == KIND_MARKED && code == FINDING_ID_SPACE)
		code = FINDING_ID_CHARACTER;
	if (blanks.kind != KIND_BLANK && whole && !findings_has(out, code))
		report_mark(code, blanks, out);
}

/* Makes one finding of two if both the sex and the birth date differ. */
static void join_holder(struct findings *of_number)
{
	struct finding *birth = NULL;

	for (size_t i = 0; i < of_number->count; i++) {
		struct finding *f = &of_number->items[i];

		if (f->kind == KIND_BIRTH_COLUMN)
			birth = f;
		if (f->kind != KIND_SEX_COLUMN || birth == NULL)
			continue;
		birth->kind = KIND_HOLDER_COLUMN;
		birth->label = strcmp(f->is, "男") == 0 ? "男" : "女";
		findings_remove(of_number, i);
		return;
	}
}

/* Compares the ID number with the sex and birth date in the row. A value that equals the record's
 * is left out: the comparison with the record has reported it. */
static void check_columns(const struct audit_row *row, const struct record *record,
			  struct findings *of_number)
{
	const struct record *student = &row->student;
	bool sex_reported = record != NULL && strcmp(record->sex, student->sex) == 0;
	const char *birth = student->birth_date;
	bool birth_reported = record != NULL && strcmp(record->birth_date, birth) == 0;

	if (row->document != DOCUMENT_OTHER && !findings_has_kind(of_number, KIND_ROUNDED) &&
	    (student->sex[0] != '\0' || *birth != '\0'))
		validator_holder(student->id_number, sex_reported ? "" : student->sex,
				 birth_reported ? "" : birth, VALIDATOR_COLUMN, of_number);
	join_holder(of_number);
}

/* Reports a birth date that no calendar has, unless it is copied from the number, whose own date is
 * reported. */
static void report_no_day(const struct audit_row *row, struct findings *out)
{
	const char *day = row->no_day, *number = row->student.id_number;

	if (day[0] == '\0' || row->document == DOCUMENT_OTHER)
		return;
	if (strlen(number) != ID_LENGTH || memcmp(number + 6, day, 4) != 0 ||
	    memcmp(number + 10, day + 5, 2) != 0 || memcmp(number + 12, day + 8, 2) != 0)
		findings_add(out, FINDING_ID_BIRTH, KIND_NO_DAY, 0, 0);
}

/* Changes the kinds of findings so that their advice fits the roster, which may lack the column or
 * name another document type. */
static void fit_advice(const struct audit_row *row, struct findings *of_name,
		       struct findings *of_number)
{
	if (of_name->count > 0 && !row->has_names)
		of_name->items[0].kind = KIND_NO_NAMES;
	for (size_t i = 0; i < of_number->count; i++) {
		enum finding_kind *kind = &of_number->items[i].kind;

		if ((*kind == KIND_ID_EMPTY || *kind == KIND_ID_NONE) && !row->has_numbers)
			*kind = KIND_NO_NUMBERS;
		else if (*kind == KIND_OTHER_DOCUMENT && row->is_typed)
			*kind = KIND_DOCUMENT_TYPE;
		else if (*kind == KIND_OTHER_DOCUMENT && !row->has_types)
			*kind = KIND_DOCUMENT_NO_COLUMN;
		else if (*kind == KIND_DOCUMENT_TYPE && !row->has_types)
			*kind = KIND_DOCUMENT_TYPE_NO_COLUMN;
	}
}

/* If the name is another person's, drops the findings on how it is written. */
static void drop_other(struct findings *of_name)
{
	size_t at = 0;

	while (at < of_name->count && of_name->items[at].kind != KIND_NAME_OTHER)
		at++;
	for (size_t i = of_name->count; at < of_name->count && i-- > 0;) {
		enum finding_code code = of_name->items[i].code;

		if (code == FINDING_NAME_SPACE || code == FINDING_NAME_INVISIBLE ||
		    code == FINDING_NAME_INTERPUNCT || code == FINDING_NAME_LOOKALIKE)
			findings_remove(of_name, i);
	}
}

/* Says that a number was not looked at: neither the type of the document nor the number itself
 * tells what it should be. */
static void report_unknown_document(const struct audit_row *row, const struct findings *of_number,
				    struct findings *out)
{
	struct characters number;

	if (row->document != DOCUMENT_OTHER || !row->is_typed ||
	    row->form != DOCUMENT_FORM_UNKNOWN || of_number->count > 0)
		return;
	number = characters_read(row->student.id_number);
	if (document_of(&number) == NULL)
		findings_add(out, FINDING_ROSTER_UNREAD, KIND_NUMBER_UNREAD, 0, 0);
	characters_wipe(&number);
}

/* Returns true for the first part of a number that its thousands separators have torn apart. */
static bool is_part_of_number(const char *cell)
{
	size_t len = strlen(cell);

	return len > 0 && len <= 3 && cell_digits(cell, len) == len;
}

/* Whether s is a name of two or three ideographs with a surname. */
static bool is_short_name(const char *s)
{
	size_t len = strlen(s);

	return len >= 6 && len <= 9 && name_form(s) == NAME_USUAL && name_form_is_sure(s);
}

/* Asks of the only blank in a name if it is between two people: 贾家乐 杨雪. */
static void ask_for_two(const char *name, struct findings *of_name)
{
	char one[LINE_TEXT], *other;

	if (of_name->count != 1 || of_name->items[0].kind != KIND_BLANK_OR_DOT)
		return;
	cell_fold(name, one, sizeof one);
	other = strchr(one, ' ');
	if (other != NULL) {
		*other++ = '\0';
		if (is_short_name(one) && is_short_name(other))
			of_name->items[0].kind = KIND_NAMES_SEVERAL;
	}
	explicit_bzero(one, sizeof one);
}

static void check_name(const struct audit_row *row, const struct record *record,
		       struct findings *of_name)
{
	if (!row->name_valid) {
		person_name_check(row->student.name, of_name);
		ask_for_two(row->student.name, of_name);
	}
	if (record != NULL && !findings_has(of_name, FINDING_NAME_MASKED)) {
		of_name->count = 0;
		validator_name(row->student.name, record, of_name);
		drop_other(of_name);
	}
	if (row->name_mark != '\0' && !findings_any(of_name, SEVERITY_ERROR))
		report_mark(FINDING_NAME_CHARACTER,
			    (struct number_blanks){ KIND_MARKED, 1, row->name_mark,
						    row->name_mark_paired },
			    of_name);
}

static void check_number(const struct audit_row *row, const struct record *record,
			 struct date today, struct findings *of_number)
{
	const char *number = row->student.id_number;

	/* The same check as validator_id_number(), at a third of the time. */
	if (record == NULL && row->document == DOCUMENT_RESIDENT_ID)
		resident_id_check(number, today, of_number);
	else
		validator_id_number(number, row->document, record, today, of_number);
	document_form_check(row->form, number, of_number);
	if (row->wiped && of_number->count == 0 && cell_digits(number, ID_LENGTH) == ID_LENGTH &&
	    strcmp(number + ID_LENGTH_OLD, "000") == 0)
		findings_add(of_number, FINDING_ID_SPREADSHEET, KIND_ROUNDED, ID_LENGTH_OLD + 1, 3);
}

/* Reports what could not be compared with the number. */
static void report_all_unread(const struct audit_row *row, struct findings *of_row)
{
	if (row->sex_unread[0] != '\0')
		report_unread(KIND_SEX_UNREAD, row->sex_unread, of_row);
	report_no_day(row, of_row);
	if (row->elder)
		findings_add(of_row, FINDING_ROSTER_UNREAD, KIND_ELDER, 0, 0);
	if (row->birth_unread[0] != '\0')
		report_unread(is_hashes(row->birth_unread) ? KIND_BIRTH_HASHES : KIND_BIRTH_UNREAD,
			      row->birth_unread, of_row);
}

void row_check(const struct audit_row *row, const struct record *record, struct date today,
	       struct findings *of_name, struct findings *of_number, struct findings *of_row)
{
	const struct record *student = &row->student;
	struct finding shifted;

	if (misplaced_cells_find(row, &shifted)) {
		findings_copy(of_row, &shifted);
		return;
	}
	check_name(row, record, of_name);
	check_number(row, record, today, of_number);
	fit_advice(row, of_name, of_number);
	if (row->cells > row->width) {
		if (is_part_of_number(student->id_number)) /* 110,000,200,709,010,014 */
			of_number->count = 0;
		shifted = misplaced_cells_count(row);
		findings_copy(of_row, &shifted);
		return;
	}
	report_blanks(row->number_blanks, FINDING_ID_SPACE, row_check_repeats_number(of_number),
		      of_number);
	if (record == NULL || record->id_number[0] == '\0')
		report_unknown_document(row, of_number, of_row);
	if (record != NULL || row->guardian == NULL)
		check_columns(row, record, of_number);
	if (student->candidate_number[0] != '\0') {
		check_candidate(row, record != NULL ? record->candidate_number : "", of_row);
		report_blanks(row->candidate_blanks, FINDING_CANDIDATE_CHARACTER,
			      row_check_repeats_candidate(of_row), of_row);
		if (row->candidate_quoted)
			findings_add(of_row, FINDING_CANDIDATE_CHARACTER, KIND_CANDIDATE_QUOTED, 0,
				     0);
	}
	report_all_unread(row, of_row);
	if (record != NULL)
		compare_group(student->ethnic_group, record->ethnic_group, of_row);
	else if (row->guardian != NULL)
		findings_add(of_row, FINDING_ROSTER_DUPLICATE_ID, KIND_REPEATED_IN_ROW, 0, 0)
			->label = row->guardian;
}

bool row_check_is_of_holder(const struct finding *f)
{
	return f->kind == KIND_SEX_COLUMN || f->kind == KIND_BIRTH_COLUMN ||
	       f->kind == KIND_HOLDER_COLUMN;
}

bool row_check_repeats_number(const struct findings *of_number)
{
	enum { LOST = 5 }; /* missing characters with which too little is left to compare */

	for (size_t i = 0; i < of_number->count; i++) {
		const struct finding *f = &of_number->items[i];

		if (f->code == FINDING_ID_EMPTY || f->code == FINDING_ID_MASKED ||
		    f->code == FINDING_ID_SPREADSHEET || f->kind == KIND_NUMBER_OF_ANOTHER ||
		    id_is_none(f->kind) || (f->kind == KIND_TOO_SHORT && f->count > LOST))
			return false;
	}
	return true;
}

bool row_check_repeats_candidate(const struct findings *of_row)
{
	enum { LEAST = 8 };

	for (size_t i = 0; i < of_row->count; i++) {
		const struct finding *f = &of_row->items[i];

		if ((f->code == FINDING_CANDIDATE_SPREADSHEET &&
		     f->kind != KIND_CANDIDATE_FORMATTED) ||
		    f->code == FINDING_CANDIDATE_MISMATCH || f->code == FINDING_CANDIDATE_MASKED ||
		    (f->kind == KIND_CANDIDATE_LENGTH && f->count < LEAST))
			return false;
	}
	return true;
}

bool row_check_has_name(const struct findings *of_name)
{
	return !findings_has(of_name, FINDING_NAME_EMPTY) &&
	       !findings_has(of_name, FINDING_NAME_MASKED) &&
	       !findings_has_kind(of_name, KIND_NAME_LOST);
}
