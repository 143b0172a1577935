/* SPDX-License-Identifier: MIT */
/* Finds ID numbers that were probably filled down in a spreadsheet: keeps the findings of their
 * rows until the series ends. Without records: numbers with a wrong check character, each greater
 * than the one before by the distance of their rows; there may be a few valid rows between. With
 * records: one number of another person in consecutive rows. Holds personal data. */
#ifndef FILLED_NUMBERS_H
#define FILLED_NUMBERS_H

#include <stdbool.h>
#include <stddef.h>

#include "audit/audit_row.h"
#include "audit/sink.h"
#include "rules/finding.h"

enum { FILLED_NUMBERS_LEAST = 3 };

/* Initialised with zeros, except for the first three. */
struct filled_numbers {
	struct sink *sink; /* borrowed, as the next */
	struct audit_tally *tally;
	bool compared; /* with records */
	size_t count;
	/* The series so far: its first rows, of which there are fewer than LEAST if it is too
	 * short, and its last one. */
	struct held_finding first[FILLED_NUMBERS_LEAST];
	struct audit_row last;
};

/* If the only finding of the number may be one of a series, moves it into the series, which it
 * continues or begins, and returns true. */
bool filled_numbers_take(struct filled_numbers *s, const struct audit_row *row,
			 struct findings *of_number);

/* Ends the series: reports its rows one by one, or as one finding if there are enough. */
void filled_numbers_end(struct filled_numbers *s);

#endif
