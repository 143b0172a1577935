/* SPDX-License-Identifier: MIT */
/* What every kind of table gives its readers: rows of cells. Today there is one kind, CSV (csv.h). */
#ifndef TABLE_H
#define TABLE_H

#include <stddef.h>

/* Part of something borrowed; not NUL-terminated. len 0: bytes may be NULL. */
struct slice {
	const char *bytes;
	size_t len; /* bytes */
};

struct table_row {
	size_t row, line; /* from 1; blank rows and the header count, as in a spreadsheet */
	size_t count;     /* cells kept; a blank line has one, empty */
	size_t more;      /* cells beyond those */
	const struct slice *cells; /* borrowed from the reader, quotes removed */
	const char *quote;         /* the first quote that was read as text; NULL: none */
};

#endif
