/* SPDX-License-Identifier: MIT */
#include "roster/second_numbers.h"

#include <stdbool.h>
#include <string.h>

#include "roster/header_row.h"
#include "roster/line_words.h"
#include "roster/name_form.h"
#include "table/cell.h"
#include "table/number_cell.h"

static bool is_name(const char *s)
{
	return cell_digits(s, strlen(s)) == 0 && name_form(s) == NAME_USUAL &&
	       heading_read(s).kind == HEADING_NONE;
}

/* Whether a column next to the one at `at`, with only columns of `blank` between, has a name. */
static bool has_name_near(struct decoder *decoder, uint64_t blank, const struct table_row *row,
			  size_t at)
{
	size_t first = at;

	while (first > 0 && columns_in(blank, first - 1))
		first--;
	for (size_t i = first; columns_in(blank, i); i++)
		if (i != at && line_test(decoder, table_row_cell(row, i), is_name))
			return true;
	return false;
}

/* Whether a cell has the ID number of a person of the same age as the one with the number own, or
 * of any age if that is no ID number. */
static bool is_second(struct slice cell, struct slice own)
{
	char number[CELL_ID], first[CELL_ID];
	bool second = number_cell_is_id(cell) && cell_take_id(&cell.bytes, &cell.len, number);

	if (second && number_cell_is_id(own) && cell_take_id(&own.bytes, &own.len, first))
		second = strcasecmp(number, first) != 0 && !cell_id_is_elder(number, first);
	explicit_bzero(number, sizeof number);
	explicit_bzero(first, sizeof first);
	return second;
}

uint64_t second_numbers_in(struct decoder *decoder, const struct columns *columns, uint64_t blank,
			   const struct table_row *row)
{
	struct slice own = table_row_cell(row, columns->index[ROSTER_ID_NUMBER]);
	uint64_t found = 0;

	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++)
		if (columns->index[c] < COLUMNS_MAX)
			blank &= ~((uint64_t)1 << columns->index[c]);
	for (size_t i = 0; i < row->count && columns->of_others == 0; i++)
		if (columns_in(blank, i) && is_second(row->cells[i], own) &&
		    has_name_near(decoder, blank, row, i))
			found |= (uint64_t)1 << i;
	return found;
}

uint64_t second_numbers_find(const struct csv *in, struct decoder *decoder,
			     const struct columns *columns, uint64_t blank)
{
	enum { SHARE = 4 }; /* the second students may be much fewer */
	size_t rows = 0, seconds[COLUMNS_MAX] = { 0 };
	uint64_t found = 0;
	const struct table_row *row;
	struct csv *head;

	if (blank == 0 || columns->of_others != 0)
		return 0;
	head = csv_open_head(in);
	while ((row = csv_next(head, NULL)) != NULL &&
	       row->row <= columns->header_row + COLUMNS_PROBE_ROWS) {
		uint64_t set;

		if (row->row <= columns->header_row || header_row_filled(row) < 2)
			continue;
		if (rows > 0 && header_row_is(decoder, row, COLUMN_ABSENT))
			break; /* another table */
		rows++;
		for (set = second_numbers_in(decoder, columns, blank, row); set != 0;
		     set &= set - 1)
			seconds[__builtin_ctzll(set)]++;
	}
	csv_close(head);
	for (size_t i = 0; i < COLUMNS_MAX; i++)
		if (seconds[i] > 0 && SHARE * seconds[i] >= rows)
			found |= (uint64_t)1 << i;
	return found;
}
