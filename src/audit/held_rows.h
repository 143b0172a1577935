/* SPDX-License-Identifier: MIT */
/* Keeps rows whose ID number has another sex or date of birth than their cells, until all rows are
 * read: the cause may be another row with the number, or a column that is in the wrong rows, in
 * part or as a whole. Holds personal data. */
#ifndef HELD_ROWS_H
#define HELD_ROWS_H

#include <stdbool.h>
#include <stddef.h>

#include "audit/audit_row.h"
#include "audit/repeats.h"
#include "audit/reread.h"
#include "audit/sink.h"

struct held_row;

/* Initialised with zeros. */
struct held_rows {
	struct held_row *items; /* owned */
	size_t count;
	/* Rows with another date of birth, and rows with another sex, and, once `decided`,
	 * whether they are so many that they are reported as one finding. */
	struct held_rows_column {
		struct row_runs rows;
		bool reported;
	} births, sexes;
	bool decided;
};

/* Moves such a finding out of of_number and keeps it with its row. If there is no space, drops it
 * if its column is reported, else leaves it in of_number. false: of_number has no such finding. */
bool held_rows_take(struct held_rows *h, const struct audit_row *row, struct findings *of_number);

/* Sorts the rows; call it before the next two functions. */
void held_rows_sort(struct held_rows *h);

/* Drops the rows that are reported as repeats of a number. */
void held_rows_drop(struct held_rows *h, const struct repeats *repeats);

/* Reports the remaining rows, one by one or as one finding. reread: of this roster. */
void held_rows_report(struct held_rows *h, const struct reread *reread, struct sink *sink,
		      struct audit_tally *tally);

/* Wipes and frees what it owns. */
void held_rows_free(struct held_rows *h);

#endif
