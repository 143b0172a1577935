/* SPDX-License-Identifier: MIT */
#include "audit/audit_row.h"

#include <string.h>
#include <strings.h>

#include "roster/ethnic_group.h"
#include "roster/line_words.h"
#include "roster/name_form.h"
#include "rules/candidate_number.h"
#include "rules/characters.h"
#include "rules/document.h"
#include "rules/person_name.h"
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

static bool is_blank(const char *s)
{
	return s[strspn(s, " \t\r\n")] == '\0';
}

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

	if (is_blank(own) || is_blank(recorded) || strcmp(own, recorded) == 0)
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
		      !cell_no_day(cell, out->no_day) && !is_blank(cell);

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
		if (!cell_sex(cell, student->sex) && !is_blank(cell))
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
		out->is_typed = !is_blank(cell);
	}
	if (roster_has(roster, ROSTER_BIRTH_DATE)) {
		roster_birth(roster, cell, sizeof cell);
		read_birth(out, cell);
	}
}

/* Returns the name of a column for a finding: its title, or its letter. */
static const char *column_label(enum roster_column c, size_t index)
{
	if (c < ROSTER_COLUMN_COUNT)
		return column_title(c);
	return column_place(index);
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
		if (!own)
			continue;
		if (c == ROSTER_ID_NUMBER)
			out->numbers++;
		else
			find_others(out, cells->cells[i], usual ? number.bytes : NULL,
				    columns_in(seconds, i));
		if (c != ROSTER_ID_NUMBER && out->stray == NULL &&
		    !is_second_document(out, cells->cells[i]))
			out->stray = column_label(c, i);
	}
}

/* Finds the first column of another person, such as a guardian, that has the number of the student
 * too. */
static void find_guardian(struct audit_row *out, const struct roster *roster)
{
	const struct table_row *cells = roster_cells(roster);
	const char *number = out->student.id_number;

	out->guardian = NULL;
	for (size_t i = 0; i < cells->count && out->guardian == NULL; i++) {
		struct slice cell = { 0 };

		if (roster_is_of_others(roster, i))
			cell = number_cell_bare(cells->cells[i]);
		if (cell.len == ID_LENGTH && cell.len == strlen(number) &&
		    strncasecmp(cell.bytes, number, cell.len) == 0)
			out->guardian = column_label(ROSTER_COLUMN_COUNT, i);
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
	find_guardian(out, roster);
	find_numbers(out, roster, row->fields[ROSTER_ID_NUMBER]);
	read_others(out, roster, row->fields);
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

static bool has_numbers(const char *cell, size_t count)
{
	size_t len = strlen(cell), least = count * 15;

	return len >= least && cell_digits(cell, len) >= least;
}

static struct finding cells_finding(const struct audit_row *row)
{
	return (struct finding){ .code = FINDING_ROSTER_COLUMNS,
				 .kind = KIND_CELLS,
				 .count = row->cells,
				 .other = row->width };
}

/* The kind of value in a cell; VALUE_OTHER if it is not obvious. */
enum value { VALUE_OTHER, VALUE_NAME, VALUE_NUMBER, VALUE_SEX, VALUE_BIRTH, VALUE_GROUP };

/* Returns true for a remark such as 见附件 in place of a number. */
static bool is_no_number(const char *cell)
{
	struct characters all = characters_read(cell);
	bool none = document_is_none(&all);

	characters_wipe(&all);
	return none;
}

static enum value value_of(const char *cell)
{
	enum { NUMBER_LEAST = 10, ONE = 3 };
	size_t len = strlen(cell), digits = cell_digits(cell, len);
	char says[CELL_BIRTH];

	if (len == 0)
		return VALUE_OTHER;
	if (digits >= NUMBER_LEAST && digits == len)
		return VALUE_NUMBER;
	if (digits == 0 && cell_sex(cell, says))
		return VALUE_SEX;
	if (digits >= 6 && cell_birth(cell, says))
		return VALUE_BIRTH;
	if (digits == 0 && (len == ONE || words_find(cell, "族", WORDS_END) > 0) &&
	    ethnic_group_read(cell) > 0)
		return VALUE_GROUP;
	return name_form_is_name(cell) && !is_no_number(cell) ? VALUE_NAME : VALUE_OTHER;
}

/* The kind of value in the cell of the name; VALUE_NAME also for a name with a mistake in it. */
static enum value value_of_name(const char *cell)
{
	enum value value = value_of(cell);
	char text[LINE_TEXT];

	cell_fold(cell, text, sizeof text);
	if (value == VALUE_OTHER && name_form(text) != NAME_NONE)
		value = VALUE_NAME;
	explicit_bzero(text, sizeof text);
	return value;
}

/* Returns true if two cells hold values of other columns, or the cell of the number holds a name
 * and the cell of the name holds none. */
static bool is_misplaced(const struct audit_row *row)
{
	const struct record *student = &row->student;
	const struct {
		const char *cell;
		enum value own;
	} cells[] = {
		{ student->id_number, VALUE_NUMBER },  { student->candidate_number, VALUE_NUMBER },
		{ row->student_number, VALUE_NUMBER }, { row->sex_unread, VALUE_SEX },
		{ row->birth_unread, VALUE_BIRTH },    { student->ethnic_group, VALUE_GROUP },
	};
	enum value values[sizeof cells / sizeof *cells], name;
	size_t count = 0;

	if (row->sex_unread[0] == '\0' && row->birth_unread[0] == '\0' &&
	    cell_digits(student->id_number, strlen(student->id_number)) >= ID_LENGTH_OLD &&
	    student->candidate_number[strspn(student->candidate_number, "0123456789")] == '\0')
		return false;
	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
		values[i] = value_of(cells[i].cell);
		if (values[i] == cells[i].own ||
		    (values[i] == VALUE_BIRTH && cells[i].cell != student->id_number &&
		     cells[i].own == VALUE_NUMBER))
			values[i] = VALUE_OTHER;
		count += values[i] != VALUE_OTHER;
	}
	if (count == 0)
		return false;
	name = value_of_name(student->name);
	count = name != VALUE_NAME && name != VALUE_OTHER;
	for (size_t i = 0; i < sizeof cells / sizeof *cells; i++)
		if (values[i] != VALUE_OTHER && (values[i] != VALUE_NAME || name != VALUE_NAME))
			count += values[i] == VALUE_NAME && i == 0 ? 2 : 1;
	return count > 1;
}

/* Returns true if the cell of the number holds 1100…，王芳 and the cell of the name is empty. */
static bool is_glued(const struct audit_row *row)
{
	const char *number = row->student.id_number;
	size_t ideographs = 0;

	if (row->student.name[0] != '\0')
		return false;
	for (const char *p = number; *p != '\0'; p++)
		ideographs += (unsigned char)*p >= 0xE4 && (unsigned char)*p <= 0xE9;
	return ideographs >= 2 && cell_holds_id(number, strlen(number));
}

/* Returns true if a cell of another column holds the name and its own cell does not. An own cell
 * such as 白 counts as no name, because 白 is an ethnic group too. */
static bool has_name(const char *cell, const char *own)
{
	return *cell != '\0' && name_form_swapped(cell, ethnic_group_read(own) > 0 ? "" : own);
}

/* Returns the title of the column that holds the name instead of its own value; NULL: none. */
static const char *name_is_in(const struct audit_row *row)
{
	const struct record *student = &row->student;
	const char *own = student->name;

	if (!row->number_whole && name_form_swapped(student->id_number, own))
		return column_title(ROSTER_ID_NUMBER);
	if (has_name(row->sex_unread, own))
		return column_title(ROSTER_SEX);
	if (has_name(row->student_number, own))
		return column_title(ROSTER_STUDENT_NUMBER);
	if (student->ethnic_group[0] != '\0' && ethnic_group_read(student->ethnic_group) == 0 &&
	    has_name(student->ethnic_group, own))
		return column_title(ROSTER_ETHNIC_GROUP);
	return NULL;
}

bool audit_row_is_shifted(const struct audit_row *row, struct finding *out)
{
	const struct record *student = &row->student;
	const char *name_in;

	*out = (struct finding){ .code = FINDING_ROSTER_COLUMNS };
	if ((row->cells > row->width || row->number_whole) && row->numbers > 1) {
		out->kind = KIND_TWO_STUDENTS;
	} else if (!row->name_valid && has_numbers(student->name, 1)) {
		out->kind = KIND_SHIFTED;
		out->label = column_title(ROSTER_NAME);
	} else if (row->stray != NULL && !row->number_whole) {
		out->kind = KIND_SHIFTED;
		out->label = row->stray;
		if (row->cells > row->width)
			*out = cells_finding(row);
	} else if (has_numbers(student->id_number, 2)) {
		out->kind = KIND_TWO_NUMBERS;
	} else if (row->shifted) {
		out->kind = KIND_MISPLACED;
		if (row->cells > row->width)
			*out = cells_finding(row);
	} else if ((name_in = name_is_in(row)) != NULL) {
		out->kind = KIND_NAME_IN;
		out->label = name_in;
		if (row->cells > row->width)
			*out = cells_finding(row);
	} else if (row->cells > row->width && !row->number_whole &&
		   cell_holds_id(student->id_number, strlen(student->id_number))) {
		*out = cells_finding(row); /* two lines in one row: …0014姓名,身份证号 */
	} else if (is_glued(row)) {
		out->kind = KIND_GLUED;
	} else if (is_misplaced(row)) {
		out->kind = KIND_MISPLACED;
	} else {
		return false;
	}
	return true;
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

void audit_row_check(const struct audit_row *row, const struct record *record, struct date today,
		     struct findings *of_name, struct findings *of_number, struct findings *of_row)
{
	const struct record *student = &row->student;
	struct finding shifted;

	if (audit_row_is_shifted(row, &shifted)) {
		findings_copy(of_row, &shifted);
		return;
	}
	check_name(row, record, of_name);
	check_number(row, record, today, of_number);
	fit_advice(row, of_name, of_number);
	if (row->cells > row->width) {
		if (is_part_of_number(student->id_number)) /* 110,000,200,709,010,014 */
			of_number->count = 0;
		shifted = cells_finding(row);
		findings_copy(of_row, &shifted);
		return;
	}
	report_blanks(row->number_blanks, FINDING_ID_SPACE, audit_row_repeats_number(of_number),
		      of_number);
	if (record == NULL || record->id_number[0] == '\0')
		report_unknown_document(row, of_number, of_row);
	if (record != NULL || row->guardian == NULL)
		check_columns(row, record, of_number);
	if (student->candidate_number[0] != '\0') {
		check_candidate(row, record != NULL ? record->candidate_number : "", of_row);
		report_blanks(row->candidate_blanks, FINDING_CANDIDATE_CHARACTER,
			      audit_row_repeats_candidate(of_row), of_row);
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

bool audit_row_is_of_holder(const struct finding *f)
{
	return f->kind == KIND_SEX_COLUMN || f->kind == KIND_BIRTH_COLUMN ||
	       f->kind == KIND_HOLDER_COLUMN;
}

bool audit_row_repeats_number(const struct findings *of_number)
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

bool audit_row_repeats_candidate(const struct findings *of_row)
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

bool audit_row_repeats_name(const struct findings *of_name, const struct findings *of_row)
{
	return !findings_has(of_name, FINDING_NAME_EMPTY) &&
	       !findings_has(of_name, FINDING_NAME_MASKED) &&
	       !findings_has(of_row, FINDING_ROSTER_COLUMNS);
}
