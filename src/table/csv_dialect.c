/* SPDX-License-Identifier: MIT */
#include "table/csv_dialect.h"

#include <string.h>

#include "table/csv_quotes.h"
#include "table/csv_rows.h"
#include "table/csv_text.h"

enum { PROBE_ROWS = 64 };

static bool is_delimiter(char c)
{
	return c == ',' || c == ';';
}

/* Whether a comma or semicolon stands at the start of a cell, or at the end of the one before. */
static bool begins_or_ends(struct slice cell, struct slice before)
{
	return (cell.len > 0 && is_delimiter(cell.bytes[0])) ||
	       (before.len > 0 && is_delimiter(before.bytes[before.len - 1]));
}

/* Returns how many of the first rows have the most frequent number of delimiters above 0; sets
 * *often to that number. */
static size_t rows_alike(struct slice head, char line_end, char delimiter, size_t *often)
{
	struct csv_rows in;
	size_t counts[PROBE_ROWS] = { 0 }, rows = 0, best = 0;
	const struct table_row *row;

	in.text = (struct csv_text){ .delimiter = delimiter, .line_end = line_end };
	csv_text_copy(&in.text, head);
	csv_rows_start(&in);
	for (; rows < PROBE_ROWS && (row = csv_rows_next(&in, NULL)) != NULL; rows++) {
		/* Unpaired quotes suggest another delimiter; a cell of several lines may be
		 * rows. */
		if (row->quote != NULL || in.next_line > row->line + 1)
			continue;
		counts[rows] = row->count - 1 + row->more;
		/* Next to another delimiter, a tab only keeps a number as text. */
		for (size_t i = 1; delimiter == '\t' && i < row->count; i++)
			counts[rows] -= begins_or_ends(row->cells[i], row->cells[i - 1]);
	}
	csv_text_free(&in.text);
	*often = 0;
	for (size_t i = 0; i < rows; i++) {
		size_t alike = 0;

		for (size_t j = 0; j < rows; j++)
			alike += counts[j] == counts[i];
		if (counts[i] > 0 && (alike > best || (alike == best && counts[i] > *often))) {
			best = alike;
			*often = counts[i];
		}
	}
	return best;
}

/* Whether a cell may begin behind a character; blanks may stand before its quote. */
static bool begins_cell(char c)
{
	return is_delimiter(c) || c == '\t' || c == ' ' || csv_is_break(c);
}

char csv_find_line_end(struct slice head)
{
	size_t breaks[2] = { 0, 0 };
	bool quoted = false;

	if (memchr(head.bytes, '\r', head.len) == NULL)
		return '\n';
	for (size_t i = 0; i < head.len; i++) {
		bool lf = i + 1 == head.len || head.bytes[i + 1] == '\n';

		if (head.bytes[i] == '"')
			quoted = !quoted && (i == 0 || begins_cell(head.bytes[i - 1]));
		if (!quoted && csv_is_break(head.bytes[i]) && !(head.bytes[i] == '\r' && lf))
			breaks[head.bytes[i] == '\r']++;
	}
	return breaks[1] > breaks[0] ? '\r' : '\n';
}

char csv_find_delimiter(struct slice head, char line_end)
{
	static const char delimiters[] = { ',', ';', '\t' };
	size_t best = 0, best_often = 0;
	char found = ',';

	for (size_t i = 0; i < sizeof delimiters; i++) {
		size_t often, rows = rows_alike(head, line_end, delimiters[i], &often);

		if (rows > best || (rows == best && often > best_often)) {
			best = rows;
			best_often = often;
			found = delimiters[i];
		}
	}
	return found;
}

size_t csv_find_width(struct slice head, char line_end, char delimiter)
{
	size_t often;

	rows_alike(head, line_end, delimiter, &often);
	return often + 1;
}
