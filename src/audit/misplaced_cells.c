/* SPDX-License-Identifier: MIT */
#include "audit/misplaced_cells.h"

#include <string.h>

#include "roster/ethnic_group.h"
#include "roster/line_words.h"
#include "roster/name_form.h"
#include "rules/characters.h"
#include "rules/document.h"
#include "rules/resident_id.h"
#include "table/cell.h"
#include "table/words.h"

static bool has_numbers(const char *cell, size_t count)
{
	size_t len = strlen(cell), least = count * 15;

	return len >= least && cell_digits(cell, len) >= least;
}

struct finding misplaced_cells_count(const struct audit_row *row)
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
	return *cell != '\0' && cell_digits(cell, strlen(cell)) == 0 &&
	       name_form_swapped(cell, ethnic_group_read(own) > 0 ? "" : own);
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

bool misplaced_cells_find(const struct audit_row *row, struct finding *out)
{
	const struct record *student = &row->student;
	bool wide = row->cells > row->width, counted = false;
	const char *name_in;

	*out = (struct finding){ .code = FINDING_ROSTER_COLUMNS };
	if ((wide || row->number_whole) && row->numbers > 1) {
		out->kind = KIND_TWO_STUDENTS;
	} else if (!row->name_valid && has_numbers(student->name, 1)) {
		out->kind = KIND_SHIFTED;
		out->label = column_title(ROSTER_NAME);
	} else if (row->stray != NULL && !row->number_whole) {
		out->kind = KIND_SHIFTED;
		out->label = row->stray;
		counted = wide;
	} else if (has_numbers(student->id_number, 2)) {
		out->kind = KIND_TWO_NUMBERS;
	} else if (row->shifted) {
		out->kind = KIND_MISPLACED;
		counted = wide;
	} else if ((name_in = name_is_in(row)) != NULL) {
		out->kind = KIND_NAME_IN;
		out->label = name_in;
		counted = wide;
	} else if (wide && !row->number_whole &&
		   cell_holds_id(student->id_number, strlen(student->id_number))) {
		counted = true; /* two lines in one row: …0014姓名,身份证号 */
	} else if (is_glued(row)) {
		out->kind = KIND_GLUED;
	} else if (is_misplaced(row)) {
		out->kind = KIND_MISPLACED;
	} else {
		return false;
	}
	if (counted)
		*out = misplaced_cells_count(row);
	return true;
}
