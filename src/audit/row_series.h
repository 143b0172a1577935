/* SPDX-License-Identifier: MIT */
/* Finds consecutive rows whose names or ID numbers have one cause, and reports them once: keeps the
 * findings of the rows until the series ends. Holds personal data. */
#ifndef ROW_SERIES_H
#define ROW_SERIES_H

#include <stdbool.h>
#include <stddef.h>

#include "audit/audit_row.h"
#include "audit/sink.h"
#include "rules/finding.h"

enum { ROW_SERIES_LEAST = 3 };

/* DRAGGED: numbers with a wrong check character, each greater than the one before by the distance
 * of their rows, as if filled down in a spreadsheet; there may be a few valid rows between.
 * NUMBERS: numbers of other people, all of one person or of a different one in each row; two rows
 * may have exchanged theirs. NAMES: names of a different other person in each row. */
enum row_series_of { ROW_SERIES_DRAGGED, ROW_SERIES_NUMBERS, ROW_SERIES_NAMES };

/* Initialised with zeros, except for the first three. */
struct row_series {
	struct sink *sink; /* borrowed, as the next */
	struct audit_tally *tally;
	enum row_series_of of;
	size_t count;
	bool same; /* of the second row and later ones: the number is that of the row above */
	/* The series so far: its first rows, of which there are fewer than LEAST if it is too
	 * short, and its last one. */
	struct held_finding first[ROW_SERIES_LEAST];
	struct audit_row last;
};

/* If the only finding of the name or number may be one of a series, moves it into the series, which
 * it continues or begins, and returns true. */
bool row_series_take(struct row_series *s, const struct audit_row *row, struct findings *found);

/* Ends the series: reports its rows one by one, or as one finding if there are enough. */
void row_series_end(struct row_series *s);

#endif
