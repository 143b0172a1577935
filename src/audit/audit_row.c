/* SPDX-License-Identifier: MIT */
#include "audit/audit_row.h"

#include <string.h>
#include <strings.h>

#include "base/text.h"
#include "roster/ethnic_group.h"
#include "rules/characters.h"
#include "rules/document.h"
#include "rules/resident_id.h"
#include "table/cell.h"
#include "table/number_cell.h"
#include "table/words.h"

enum { CELL = 128 };

/* Returns the document type of a code of 学信 or of the ministry, such as 1 居民身份证, 06 香港,
 * A-护照. `says` has small letters. */
static enum document_type document_of_code(const char *says)
{
	while (says[0] == '0' && says[1] != '\0')
		says++;
	if (says[0] == '\0' || (says[1] != '\0' && strchr("-_. ):", says[1]) == NULL))
		return DOCUMENT_RESIDENT_ID;
	if (says[0] == '9')
		return DOCUMENT_PERMANENT;
	if (says[0] == 'c')
		return DOCUMENT_RESIDENCE_PERMIT;
	return strchr("2345678abdefz", says[0]) != NULL ? DOCUMENT_OTHER : DOCUMENT_RESIDENT_ID;
}

/* Returns the document type that a cell names, in words or by a code, and the form of its numbers.
 * An unknown type counts as DOCUMENT_RESIDENT_ID. */
static enum document_type document_type(const char *cell, enum document_form *form)
{
	static const struct {
		enum document_type type;
		const char *words;
	} documents[] = {
		{ DOCUMENT_PERMANENT, "永久居" },
		{ DOCUMENT_RESIDENCE_PERMIT, "居住证" },
		{ DOCUMENT_OTHER,
		  "香港 澳门 港澳 台湾" }, /* before 居民身份证, for 香港居民身份证 */
		{ DOCUMENT_RESIDENT_ID, "居民身份证" },
		{ DOCUMENT_OTHER,
		  "护照 通行证 台胞证 回乡证 军官证 士兵证 警官证 文职 军人 出生 华侨 其他 "
		  "其它 passport" },
	};
	char says[CELL];

	cell_fold(cell, says, sizeof says);
	for (char *p = says; *p != '\0'; p++)
		*p = *p >= 'A' && *p <= 'Z' ? (char)(*p | 0x20) : *p;
	*form = document_form_of(says);
	for (size_t i = 0; i < sizeof documents / sizeof documents[0]; i++)
		if (words_find(says, documents[i].words, WORDS_ANYWHERE) > 0)
			return documents[i].type;
	return document_of_code(says);
}

/* Counts the cells of a row up to the last filled one: spreadsheets add empty cells on the
 * right. */
static size_t filled_cells(const struct table_row *row)
{
	size_t count = row->count;

	if (row->more > 0)
		return count + row->more;
	while (count > 0 && row->cells[count - 1].len == 0)
		count--;
	return count;
}

/* Empties a cell that says 无, NULL or the like, but not #REF!, which is reported. No such word
 * begins with a digit from 1 to 9. */
static void drop_nothing(char *cell, bool (*is_nothing)(const struct characters *c))
{
	struct characters all, bare;

	if (*cell >= '1' && *cell <= '9')
		return;
	all = characters_read(cell);
	bare = characters_fold(&all, character_drop_blank);
	if (is_nothing(&bare) && !characters_are_formula_error(&bare))
		cell[0] = '\0';
	characters_wipe(&all);
	characters_wipe(&bare);
}

static void read_birth(struct audit_row *out, const char *cell)
{
	struct record *student = &out->student;
	bool unread = !cell_birth_of(cell, student->id_number, student->birth_date) &&
		      !cell_no_day(cell, out->no_day) && !text_all_blank(cell);

	/* A document without a birth date in its number cannot contradict a date that does not
	 * exist: such a date is reported as not understood. */
	if (unread || (out->document == DOCUMENT_OTHER && out->no_day[0] != '\0'))
		finding_quote(cell, out->birth_unread);
}

/* Decodes the columns that only some rosters have. */
static void read_others(struct audit_row *out, struct roster *roster, const struct slice *fields)
{
	struct record *student = &out->student;
	char cell[CELL];

	student->candidate_number[0] = student->sex[0] = student->birth_date[0] = '\0';
	student->ethnic_group[0] = '\0';
	out->sex_coded = out->candidate_quoted = false;
	if (roster_has(roster, ROSTER_CANDIDATE_NUMBER)) {
		roster_utf8(roster, number_cell_bare(fields[ROSTER_CANDIDATE_NUMBER]),
			    student->candidate_number, sizeof student->candidate_number);
		out->candidate_quoted = cell_unquote(student->candidate_number);
		drop_nothing(student->candidate_number, document_is_none);
	}
	out->sex_unread[0] = out->birth_unread[0] = out->no_day[0] = '\0';
	if (roster_has(roster, ROSTER_SEX)) {
		roster_utf8(roster, number_cell_bare(fields[ROSTER_SEX]), cell, sizeof cell);
		if (!cell_sex(cell, student->sex) && !text_all_blank(cell))
			finding_quote(cell, out->sex_unread);
		out->sex_coded = cell_digits(cell, strlen(cell)) > 0;
	}
	if (roster_has(roster, ROSTER_ETHNIC_GROUP)) {
		roster_utf8(roster, fields[ROSTER_ETHNIC_GROUP], student->ethnic_group,
			    sizeof student->ethnic_group);
		if (ethnic_group_read(student->ethnic_group) == 0)
			drop_nothing(student->ethnic_group, characters_are_nothing);
	}
	out->student_number[0] = '\0';
	if (roster_has(roster, ROSTER_STUDENT_NUMBER)) {
		roster_utf8(roster, number_cell_bare(fields[ROSTER_STUDENT_NUMBER]),
			    out->student_number, sizeof out->student_number);
		cell_unquote(out->student_number);
	}
	out->document =
		roster_is_of_other_documents(roster) ? DOCUMENT_OTHER : DOCUMENT_RESIDENT_ID;
	out->form = DOCUMENT_FORM_UNKNOWN;
	out->is_typed = false;
	if (roster_has(roster, ROSTER_DOCUMENT_TYPE)) {
		roster_utf8(roster, fields[ROSTER_DOCUMENT_TYPE], cell, sizeof cell);
		out->document = document_type(cell, &out->form);
		out->is_typed = !text_all_blank(cell);
	}
	if (roster_has(roster, ROSTER_BIRTH_DATE)) {
		roster_birth(roster, cell, sizeof cell);
		read_birth(out, cell);
	}
}

/* Whether a line break is between two places of a row. */
static bool is_apart(const char *one, const char *other)
{
	const char *p = one < other ? one : other, *end = one < other ? other : one;

	while (p < end && *p != '\n' && *p != '\r')
		p++;
	return p < end;
}

/* Looks in a cell for ID numbers that are not the student's. own: the student's, if only those on
 * other lines of the row, or in a second student's column (beside), are looked for; else NULL. */
static void find_others(struct audit_row *out, struct slice cell, const char *own, bool beside)
{
	const char *number = out->student.id_number;
	bool another = false;
	char found[CELL_ID];

	while (cell_take_id(&cell.bytes, &cell.len, found)) {
		if (strcasecmp(found, number) == 0 ||
		    (own != NULL && !beside && !is_apart(cell.bytes, own)))
			continue;
		if (own != NULL && cell_id_is_elder(found, number))
			out->elder = true;
		else
			another = true;
	}
	explicit_bzero(found, sizeof found);
	out->numbers += another;
}

/* Whether an ID number in another cell is one more document of a student whose own number is
 * another document's: 居住证号81000020070901001X in a remark, or a residence permit's number
 * alone. */
static bool is_second_document(const struct audit_row *row, struct slice cell)
{
	struct slice bare = number_cell_bare(cell);
	struct characters number;
	bool is;

	if (row->number_whole || (bare.len == ID_LENGTH && bare.bytes[0] != '8'))
		return false;
	number = characters_read(row->student.id_number);
	is = document_of(&number) != NULL;
	characters_wipe(&number);
	return is;
}

/* Looks for ID numbers in all cells, if the row has too many cells, no valid number in its own
 * column, or a line break, or a second student. */
static void find_numbers(struct audit_row *out, struct roster *roster, struct slice number)
{
	const struct table_row *cells = roster_cells(roster);
	bool usual = out->cells <= out->width && out->number_whole;
	uint64_t seconds = roster_second_numbers(roster);

	out->numbers = 0;
	out->elder = false;
	out->stray = NULL;
	if (usual && !cells->lines && seconds == 0)
		return;
	for (size_t i = 0; i < cells->count; i++) {
		enum roster_column c;
		bool own;

		if (!cell_holds_id(cells->cells[i].bytes, cells->cells[i].len))
			continue;
		c = roster_column_of(roster, i, &own);
		if (!own && !columns_in(seconds, i))
			continue;
		if (c == ROSTER_ID_NUMBER)
			out->numbers++;
		else
			find_others(out, cells->cells[i], usual ? number.bytes : NULL,
				    columns_in(seconds, i));
		if (c != ROSTER_ID_NUMBER && out->stray == NULL &&
		    !is_second_document(out, cells->cells[i]))
			out->stray = c < ROSTER_COLUMN_COUNT ? column_title(c) : column_place(i);
	}
}

/* Finds the first column of another person, such as a guardian, that has the number of the student
 * too, but not the name before it: the student may be 户主. name: as in the row. */
static void find_guardian(struct audit_row *out, const struct roster *roster, struct slice name)
{
	const struct table_row *cells = roster_cells(roster);
	const char *number = out->student.id_number;

	out->guardian = NULL;
	for (size_t i = 0; i < cells->count && out->guardian == NULL; i++) {
		struct slice cell = { 0 }, before = table_row_cell(cells, i - 1);
		bool self = name.len > 0 && before.len == name.len &&
			    memcmp(before.bytes, name.bytes, name.len) == 0;

		if (roster_is_of_others(roster, i) && !self)
			cell = number_cell_bare(cells->cells[i]);
		if (cell.len == ID_LENGTH && cell.len == strlen(number) &&
		    strncasecmp(cell.bytes, number, cell.len) == 0)
			out->guardian = column_place(i);
	}
}

void audit_row_read(struct audit_row *out, struct roster *roster, const struct roster_row *row)
{
	struct record *student = &out->student;

	out->row = row->row;
	out->record = 0;
	out->cells = filled_cells(roster_cells(roster));
	out->width = roster_width(roster);
	out->name_valid = row->name_valid;
	out->number_whole = row->number_whole;
	out->shifted = row->shifted;
	out->wiped = roster_is_wiped(roster);
	out->usual_candidates = roster_has_usual_candidates(roster);
	out->name_mark = row->name_mark;
	out->name_mark_paired = row->name_mark_paired;
	roster_utf8(roster, row->fields[ROSTER_NAME], student->name, sizeof student->name);
	roster_utf8(roster, number_cell_bare(row->fields[ROSTER_ID_NUMBER]), student->id_number,
		    sizeof student->id_number);
	out->has_names = roster_has(roster, ROSTER_NAME);
	out->has_numbers = roster_has(roster, ROSTER_ID_NUMBER);
	out->has_types = roster_has(roster, ROSTER_DOCUMENT_TYPE);
	out->number_blanks = number_cell_blanks(row->fields[ROSTER_ID_NUMBER]);
	out->candidate_blanks = number_cell_blanks(row->fields[ROSTER_CANDIDATE_NUMBER]);
	find_guardian(out, roster, row->fields[ROSTER_NAME]);
	find_numbers(out, roster, row->fields[ROSTER_ID_NUMBER]);
	read_others(out, roster, row->fields);
}
