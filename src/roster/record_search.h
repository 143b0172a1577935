/* SPDX-License-Identifier: MIT */
/* Finds a student's own record in a file of many, and nobody else's: a candidate number is easy to
 * guess, so name and ID number must fit too, and a miss says nothing about what the file holds. The
 * file is read from start to end each time: other students' records do not stay in memory, and a hit
 * takes as long as a miss. */
#ifndef RECORD_SEARCH_H
#define RECORD_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "rules/record.h"

enum record_found {
	RECORD_FOUND,
	RECORD_MISSED,
	RECORD_TWICE, /* and one of them is the student's */
	RECORD_FAULT, /* the ID number in it is wrong, and the entered one is not */
	RECORD_UNREAD /* the list could not be read to its end */
};

/* Starts with the entered three and zeroes; all are borrowed. Holds a record: wipe it. */
struct record_search {
	const char *candidate_number, *name, *id_number;
	size_t rows; /* with that candidate number */
	bool at_fault;
	struct record found;
};

/* Looks at one record of the list; keeps it if it is the student's: name and number agree, however they
 * are written, as does what a spreadsheet left of a number or the record has in place of a character. A
 * near miss is no match: the comparison would tell what the record holds. */
void record_search_offer(struct record_search *s, const struct record *r);

/* What came of it, after the last one. */
enum record_found record_search_end(const struct record_search *s);

/* The sentence for what is not found: a miss has one, whatever was wrong. "" for the others. */
const char *record_search_message(enum record_found result);

/* Whether a file can be searched: it can be read again and has a candidate number in it. false: d says
 * why not. */
bool record_search_possible(const char *path, struct diag *d);

/* Offers every record of a file to the search. RECORD_UNREAD: d says why. */
enum record_found record_search_file(const char *path, struct record_search *search,
				     struct diag *d);

#endif
