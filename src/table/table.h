/* SPDX-License-Identifier: MIT */
/* Rows of cells, as every kind of table gives them to its readers. CSV (csv.h) is the only kind. */
#ifndef TABLE_H
#define TABLE_H

#include <stdbool.h>
#include <stddef.h>

/* Borrowed bytes, not NUL-terminated. If len is 0, bytes may be NULL. */
struct slice {
	const char *bytes;
	size_t len; /* bytes */
};

struct table_row {
	size_t row, line; /* from 1; blank rows and the header count, as in a spreadsheet */
	size_t count;     /* cells kept; a blank line has one, empty */
	size_t more;      /* further cells, not kept */
	const struct slice *cells; /* borrowed from the reader, quotes removed */
	const char *quote;         /* the first quote that was read as text; NULL: none */
	bool lines;                /* a cell has a line break in it */
};

/* The cell at an index; an empty one beyond the last, also at COLUMN_ABSENT. */
static inline struct slice table_row_cell(const struct table_row *row, size_t index)
{
	return index < row->count ? row->cells[index] : (struct slice){ 0 };
}

static inline bool table_row_is_blank(const struct table_row *row)
{
	for (size_t i = 0; i < row->count; i++)
		for (size_t at = 0; at < row->cells[i].len; at++)
			if ((unsigned char)row->cells[i].bytes[at] > ' ')
				return false;
	return true;
}

#endif
