/* SPDX-License-Identifier: MIT */
#include "roster/second_numbers.h"

#include <string.h>

#include "roster/line_words.h"
#include "roster/name_form.h"
#include "table/cell.h"
#include "table/number_cell.h"

static bool is_name(const char *s)
{
	return cell_digits(s, strlen(s)) == 0 && name_form(s) != NAME_NONE &&
	       heading_read(s).kind == HEADING_NONE;
}

static bool has_name(struct decoder *decoder, const struct table_row *row, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++)
		if (line_test(decoder, row->cells[i], is_name))
			return true;
	return false;
}

bool second_numbers_is(struct slice cell, struct slice own)
{
	char number[CELL_ID], first[CELL_ID];
	bool second = number_cell_is_id(cell) && cell_take_id(&cell.bytes, &cell.len, number);

	if (second && number_cell_is_id(own) && cell_take_id(&own.bytes, &own.len, first))
		second = strcasecmp(number, first) != 0 && !cell_id_is_elder(number, first);
	explicit_bzero(number, sizeof number);
	explicit_bzero(first, sizeof first);
	return second;
}

void second_numbers_settle(struct columns *columns)
{
	uint64_t *unnamed = &columns->unnamed;

	for (size_t c = 0; c < ROSTER_COLUMN_COUNT; c++)
		if (columns->index[c] < COLUMNS_MAX)
			*unnamed &= ~((uint64_t)1 << columns->index[c]);
	columns->of_others &= ~*unnamed; /* to the right of 家庭住址 */
	*unnamed &= *unnamed << 1 | *unnamed >> 1;
}

uint64_t second_numbers_in(struct decoder *decoder, const struct columns *columns,
			   const struct table_row *row)
{
	struct slice own = table_row_cell(row, columns->index[ROSTER_ID_NUMBER]);
	uint64_t found = 0;

	/* from one run of such columns to the next */
	for (size_t i = 0, end; i < row->count && columns->unnamed != 0; i = end + 1) {
		uint64_t numbers = 0;

		for (end = i; end < row->count && columns_in(columns->unnamed, end); end++)
			if (second_numbers_is(row->cells[end], own))
				numbers |= (uint64_t)1 << end;
		if (numbers != 0 && has_name(decoder, row, i, end))
			found |= numbers;
	}
	return found;
}
