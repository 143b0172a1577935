/* SPDX-License-Identifier: MIT */
#include "roster/broken_row.h"

#include <string.h>

#include "roster/line_words.h"
#include "roster/name_form.h"
#include "table/number_cell.h"
#include "table/words.h"

enum { NAME = 128, DETAILS = 3 };

/* Whether a cell is a name from its first character to its last, not only to a dot. */
static bool is_name(struct decoder *decoder, struct slice cell)
{
	char name[NAME];
	bool is;

	decoder_read(decoder, cell, name, sizeof name);
	is = name_form_is_name(name) && words_find(name, "·", WORDS_START) == 0 &&
	     words_find(name, "·", WORDS_END) == 0;
	explicit_bzero(name, sizeof name);
	return is;
}

static bool ends_in_dot(struct decoder *decoder, struct slice cell)
{
	char name[NAME];
	bool ends;

	decoder_read(decoder, cell, name, sizeof name);
	ends = words_find(name, "·", WORDS_END) > 0;
	explicit_bzero(name, sizeof name);
	return ends;
}

static size_t count_filled(const struct table_row *row)
{
	size_t count = row->count;

	while (count > 0 && row->cells[count - 1].len == 0)
		count--;
	return count;
}

/* Joins the cell that the break cut. Returns false if it is too long. */
static bool join_cell(struct slice one, struct slice other, struct broken_row *out,
		      struct slice *cell)
{
	if (one.len + other.len > BROKEN_CELL)
		return false;
	if (one.len > 0)
		memcpy(out->cell, one.bytes, one.len);
	if (other.len > 0)
		memcpy(out->cell + one.len, other.bytes, other.len);
	memset(out->cell + one.len + other.len, 0, CSV_BEYOND);
	*cell = (struct slice){ out->cell, one.len + other.len };
	return true;
}

/* Joins `kept` cells of the first row and all of the rest. cut: the last kept cell continues in the
 * first cell of the rest. Returns false if it is too long. */
static bool join(const struct table_row *first, size_t kept, const struct table_row *rest,
		 size_t rest_count, bool cut, struct broken_row *out)
{
	size_t count = kept;

	if (kept + rest_count - cut > CSV_CELLS_MAX)
		return false;
	memcpy(out->cells, first->cells, kept * sizeof *out->cells);
	if (cut && !join_cell(first->cells[kept - 1], rest->cells[0], out, &out->cells[kept - 1]))
		return false;
	for (size_t i = cut; i < rest_count; i++)
		out->cells[count++] = rest->cells[i];
	out->row = *first;
	out->row.cells = out->cells;
	out->row.lines = false; /* the cells are not in one piece */
	out->row.count = count;
	return true;
}

/* Joins a row without a number and the next line, which has the number in its column and nothing in
 * the columns that the row fills, as text that was pasted cell by cell. A row with nothing but a
 * name may be another student's. */
static bool join_below(const struct table_row *first, const struct table_row *rest,
		       struct broken_row *out)
{
	size_t filled = 0;

	out->row = *first;
	out->row.count = first->count > rest->count ? first->count : rest->count;
	for (size_t i = 0; i < out->row.count; i++) {
		struct slice upper = table_row_cell(first, i), lower = table_row_cell(rest, i);

		if (upper.len > 0 && lower.len > 0)
			return false;
		filled += upper.len > 0;
		out->cells[i] = upper.len > 0 ? upper : lower;
	}
	out->row.cells = out->cells;
	out->row.lines = false;
	return filled > 1;
}

static bool has_name_and_id(struct decoder *decoder, const struct columns *columns,
			    const struct table_row *row)
{
	return number_cell_is_id(table_row_cell(row, columns->index[ROSTER_ID_NUMBER])) &&
	       is_name(decoder, table_row_cell(row, columns->index[ROSTER_NAME]));
}

/* Whether the rest belongs to another student than the first half. cut: the break is in a cell. */
static bool is_other(struct decoder *decoder, const struct columns *columns,
		     const struct table_row *first, const struct table_row *rest, bool cut)
{
	size_t name = columns->index[ROSTER_NAME];
	struct slice half = table_row_cell(first, name);
	bool name_cut = cut && name + 1 == first->count && half.len > 0;

	if (has_name_and_id(decoder, columns, rest) && !(name_cut && ends_in_dot(decoder, half)))
		return true;
	if (name_cut)
		return is_name(decoder, half) && is_name(decoder, table_row_cell(rest, 0));
	/* a name alone, and another student's row with name and number exchanged */
	return !cut && is_name(decoder, table_row_cell(rest, name)) &&
	       count_filled(first) < DETAILS;
}

/* A group alone (2组) may begin the rest of a student's row. */
static bool begins_line(const char *s)
{
	return line_word(s) != NULL;
}

bool broken_row_is_too_long(const struct columns *columns, const struct table_row *first,
			    size_t rest)
{
	return first->count + rest - 1 > columns->width &&
	       count_filled(first) + rest > columns->width &&
	       table_row_cell(first, columns->index[ROSTER_ID_NUMBER]).len > 0;
}

bool broken_row_join(struct decoder *decoder, const struct columns *columns,
		     const struct table_row *first, const struct table_row *rest,
		     struct broken_row *out)
{
	size_t width = columns->width;
	/* The break is in a cell or behind a delimiter; it replaces a delimiter; or it does, and a
	 * spreadsheet filled both lines up with empty cells. */
	const struct {
		size_t kept, rest;
		bool cut;
	} ways[] = {
		{ first->count, rest->count, true },
		{ first->count, rest->count, false },
		{ count_filled(first), count_filled(rest), false },
	};

	if (rest->quote != NULL || rest->count == 0 || first->more + rest->more > 0 ||
	    has_name_and_id(decoder, columns, first))
		return false;
	if (table_row_cell(first, columns->index[ROSTER_NAME]).len > 0 &&
	    join_below(first, rest, out) && has_name_and_id(decoder, columns, &out->row))
		return true;
	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
		size_t count = ways[i].kept + ways[i].rest - ways[i].cut;

		if (count == width && ways[i].kept > 0 &&
		    join(first, ways[i].kept, rest, ways[i].rest, ways[i].cut, out) &&
		    has_name_and_id(decoder, columns, &out->row) &&
		    !is_other(decoder, columns, first, rest, ways[i].cut))
			return !line_test(decoder, rest->cells[0], begins_line);
	}
	return false;
}
