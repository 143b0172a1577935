/* SPDX-License-Identifier: MIT */
/* Rows whose number has another sex or day of birth than their cells. They are kept until all rows
 * are read: another row with the number may explain it, or that a column stands in the wrong rows, in
 * part or as a whole. Holds personal data. */
#ifndef HOLDERS_H
#define HOLDERS_H

#include <stdbool.h>
#include <stddef.h>

#include "roster/audit_row.h"
#include "roster/repeats.h"
#include "roster/sink.h"

struct held;

/* Start with zeros. */
struct holders {
	struct held *items; /* owned */
	size_t count;
	/* Rows with another day of birth, and the others; whether they are so many that the column is
	 * told, once that is decided. */
	struct holders_column {
		size_t count;
		bool told;
	} births, sexes;
	bool decided;
};

/* Takes what of_number says of it out of it and keeps it, as long as there is space. false: it says
 * nothing of it. */
bool holders_take(struct holders *h, const struct audit_row *row, struct findings *of_number);

/* Before the next two: brings rows in order. */
void holders_sort(struct holders *h);

/* Drops what the repeats of a number tell. */
void holders_drop(struct holders *h, const struct repeats *repeats);

/* Tells the others, or the column. rows: students of the roster. */
void holders_tell(struct holders *h, size_t rows, const char *file, struct sink *sink,
		  struct audit_tally *tally);

/* Wipes and frees what it owns. */
void holders_free(struct holders *h);

#endif
