/* SPDX-License-Identifier: MIT */
#include "roster/second_numbers.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "roster/cell_text.h"
#include "roster/header_row.h"
#include "roster/line_words.h"
#include "roster/name_form.h"
#include "rules/characters.h"
#include "rules/resident_id.h"
#include "table/cell.h"
#include "table/number_cell.h"
#include "table/words.h"

static bool is_name(const char *s)
{
	return cell_digits(s, strlen(s)) == 0 && name_form(s) != NAME_NONE;
}

static bool is_sure_name(const char *s)
{
	return is_name(s) && name_form(s) == NAME_USUAL && name_form_is_sure(s);
}

/* Whether s is a name and a mark behind it. */
static bool is_listed_name(const char *s)
{
	char name[LINE_TEXT];
	bool is;

	snprintf(name, sizeof name, "%s", s);
	name[strlen(name) - words_find(name, ", : ; 、", WORDS_END)] = '\0';
	is = is_sure_name(name);
	explicit_bzero(name, sizeof name);
	return is;
}

/* Whether a column of `set` has a name, among those from first to end. */
static bool has_name(struct decoder *decoder, const struct table_row *row, uint64_t set,
		     size_t first, size_t end)
{
	for (size_t i = first; i < end; i++)
		if (columns_in(set, i) && line_test(decoder, row->cells[i], is_name))
			return true;
	return false;
}

/* Whether what is surely a name stands before a second number: in the same cell, or in the one
 * before if no other person's name belongs there. */
static bool has_name_before(struct decoder *decoder, const struct columns *columns,
			    const struct table_row *row, size_t at)
{
	struct slice cell = number_cell_bare(row->cells[at]);
	size_t before = at - 1;

	if (cell.len > ID_LENGTH)
		return line_test(decoder, (struct slice){ cell.bytes, cell.len - ID_LENGTH },
				 is_listed_name);
	return at > 0 && before != columns->index[ROSTER_NAME] &&
	       (columns_in(columns->open, before) ||
		columns_at(columns, before) < ROSTER_COLUMN_COUNT) &&
	       line_test(decoder, row->cells[before], is_sure_name);
}

/* The number that a cell is, or that is behind a name in it: 陈静 1100… */
static struct slice number_in(struct slice cell)
{
	struct slice s = number_cell_bare(cell);
	size_t name = s.len > ID_LENGTH ? s.len - ID_LENGTH : 0;

	return name == 0 || is_ascii_digit((unsigned char)s.bytes[name - 1])
		       ? cell
		       : (struct slice){ s.bytes + name, ID_LENGTH };
}

bool second_numbers_is(struct slice cell, struct slice own)
{
	char number[CELL_ID], first[CELL_ID];
	bool second;

	cell = number_in(cell);
	second = number_cell_is_id(cell) && cell_take_id(&cell.bytes, &cell.len, number);
	if (second && cell_take_id(&own.bytes, &own.len, first))
		second = strcasecmp(number, first) != 0 && !cell_id_is_elder(number, first);
	explicit_bzero(number, sizeof number);
	explicit_bzero(first, sizeof first);
	return second;
}

void second_numbers_decide(const struct csv *in, struct columns *columns)
{
	size_t seconds = 0, numbers = 0;
	const struct table_row *row;
	struct csv *head;

	if (columns->again == 0)
		return;
	head = csv_open_head(in);
	while ((row = csv_next(head, NULL)) != NULL &&
	       row->row <= columns->header_row + COLUMNS_PROBE_ROWS)
		for (size_t i = 0; i < row->count; i++) {
			if (!columns_in(columns->again, i) || !number_cell_is_id(row->cells[i]))
				continue;
			numbers++;
			seconds += second_numbers_is(
				row->cells[i],
				table_row_cell(row, columns->index[ROSTER_ID_NUMBER]));
		}
	csv_close(head);
	if (2 * seconds <= numbers)
		columns->again = 0;
}

void second_numbers_settle(struct columns *columns)
{
	uint64_t *unnamed = &columns->unnamed;

	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++)
		if (columns->index[c] < COLUMNS_MAX) {
			*unnamed &= ~((uint64_t)1 << columns->index[c]);
			columns->open &= ~((uint64_t)1 << columns->index[c]);
		}
	columns->of_others &= ~(*unnamed | columns->again); /* to the right of 家庭住址 */
	columns->open |= columns->again;
	*unnamed &= *unnamed << 1 | *unnamed >> 1;
}

uint64_t second_numbers_in(struct decoder *decoder, const struct columns *columns,
			   const struct table_row *row)
{
	struct slice own = table_row_cell(row, columns->index[ROSTER_ID_NUMBER]);
	uint64_t seconds = 0, found = 0;

	for (size_t i = 0; i < row->count && columns->open != 0; i++)
		if (columns_in(columns->open, i) && second_numbers_is(row->cells[i], own))
			seconds |= (uint64_t)1 << i;
	if (seconds == 0)
		return 0;
	if (has_name(decoder, row, columns->again, 0, row->count))
		found |= seconds & columns->again;
	/* from one run of columns without a heading to the next */
	for (size_t i = 0, end; i < row->count; i = end + 1) {
		uint64_t numbers = 0;

		for (end = i; end < row->count && columns_in(columns->unnamed, end); end++)
			numbers |= seconds & (uint64_t)1 << end;
		if (has_name(decoder, row, columns->unnamed, i, end))
			found |= numbers;
	}
	for (uint64_t set = seconds & ~found; set != 0; set &= set - 1)
		if (has_name_before(decoder, columns, row, (size_t)__builtin_ctzll(set)))
			found |= set & -set;
	return found;
}

/* Cells of a column in rows that do not tell of them, and those with what may be a second
 * student. */
struct cells {
	size_t filled, people;
};

/* Whether s is an ID number that is masked or lacks a digit. */
static bool is_number(const char *s)
{
	size_t len = strlen(s);

	return cell_text_is_id(s) && (len == ID_LENGTH || len == ID_LENGTH - 1);
}

static bool is_person(const char *s)
{
	return is_sure_name(s) || is_number(s);
}

static bool is_of_parents(const char *heading)
{
	return words_find(heading, "家长 监护 父 母", WORDS_ANYWHERE) > 0;
}

/* Counts the columns of a student's row, unless it has a second number that is reported or an
 * elder's: names and numbers in columns without a heading, masked numbers behind a name in open
 * ones, and in those of parents numbers of people who are too young. */
static void count_row(struct decoder *decoder, const struct columns *columns,
		      const struct table_row *row, uint64_t parents,
		      struct cells cells[COLUMNS_MAX])
{
	struct slice own = table_row_cell(row, columns->index[ROSTER_ID_NUMBER]);
	uint64_t set = columns->unnamed | columns->open | parents;
	bool whole = number_cell_is_id(own) && number_cell_bare(own).len == ID_LENGTH;
	bool told = !line_test(decoder, own, cell_text_is_id) ||
		    second_numbers_in(decoder, columns, row) != 0;

	for (size_t i = 0; i < row->count && !told; i++)
		told = columns_in(columns->unnamed, i) && number_cell_is_id(row->cells[i]) &&
		       !second_numbers_is(row->cells[i], own);
	for (; set != 0 && !told; set &= set - 1) {
		size_t i = (size_t)__builtin_ctzll(set);
		struct slice cell = table_row_cell(row, i);

		if (columns_in(columns->unnamed, i)) {
			cells[i].filled += cell.len > 0;
			cells[i].people += line_test(decoder, cell, is_person);
		} else if (columns_in(columns->open, i)) {
			cells[i].people += line_test(decoder, cell, is_number) &&
					   has_name_before(decoder, columns, row, i);
		} else if (whole && number_cell_is_id(cell)) {
			cells[i].filled++;
			cells[i].people += second_numbers_is(cell, own);
		}
	}
}

void second_numbers_find_unread(const struct csv *in, struct decoder *decoder,
				struct columns *columns)
{
	enum { PEERS = 3 }; /* the fewest: a parent's number may have a mistake */
	struct cells cells[COLUMNS_MAX] = { 0 };
	const struct table_row *row;
	struct csv *head = csv_open_head(in);
	uint64_t parents = 0;

	while ((row = csv_next(head, NULL)) != NULL &&
	       row->row <= columns->header_row + COLUMNS_PROBE_ROWS &&
	       (row->row <= columns->header_row || !header_row_is(decoder, row, COLUMN_ABSENT))) {
		if (row->row > columns->header_row)
			count_row(decoder, columns, row, parents, cells);
		for (size_t i = 0; row->row == columns->header_row && i < row->count; i++)
			if (columns_is_of_others(columns, i) &&
			    line_test(decoder, row->cells[i], is_of_parents))
				parents |= (uint64_t)1 << i;
	}
	csv_close(head);
	for (size_t i = 0; i < COLUMNS_MAX; i++)
		if (2 * cells[i].people > cells[i].filled &&
		    (cells[i].people >= PEERS || !columns_in(parents, i)))
			*(columns_in(parents, i) ? &columns->peers : &columns->people) |=
				(uint64_t)1 << i;
}
