/* SPDX-License-Identifier: MIT */
/* A student's own record among those of others, and nobody else's: a candidate number can be guessed, so
 * it takes the name and the ID number, too, and what is not found says nothing of what is there. */
#ifndef RECORD_SEARCH_H
#define RECORD_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

#include "rules/record.h"

enum record_found {
	RECORD_FOUND,
	RECORD_MISSED,
	RECORD_TWICE, /* and one of them is the student's */
	RECORD_UNREAD /* the list could not be read to its end */
};

/* Starts with the entered three and zeroes; all are borrowed. Holds a record: wipe it. */
struct record_search {
	const char *candidate_number, *name, *id_number;
	size_t rows; /* with that candidate number */
	struct record found;
};

/* Looks at one record of the list; keeps it when it is the student's. */
void record_search_offer(struct record_search *s, const struct record *r);

/* What came of it, after the last one. */
enum record_found record_search_end(const struct record_search *s);

/* The sentence for what is not found: a miss has one, whatever was wrong. "" for the others. */
const char *record_search_says(enum record_found result);

/* Whether a record is plausibly that of whom the entered name and number are of: the number agrees by
 * the layers of the comparison; or the name does, and the number is no more than a slip apart (one
 * place; two that are exchanged, or not both among the last four, which nobody else knows; a digit
 * too many or missing; 15 digits; what a spreadsheet left of it in the record). */
bool record_is_of(const struct record *r, const char *name, const char *id_number);

#endif
