/* SPDX-License-Identifier: MIT */
/* Finds a student's own record in a file of many, and nobody else's: name and ID number must match,
 * and the candidate number where the file has such numbers; a miss says nothing about what the file
 * contains. The file is read from start to end each time: other students' records do not stay in
 * memory, and a hit takes as long as a miss. */
#ifndef RECORD_SEARCH_H
#define RECORD_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "rules/record.h"

enum record_found {
	RECORD_FOUND,
	RECORD_MISSED,
	RECORD_TWICE, /* several records may be the student's */
	RECORD_FAULT, /* the record's ID number is wrong; the entered one is not */
	RECORD_UNREAD /* the list could not be read to its end */
};

/* Initialised with the entered values, which are borrowed, and zeros. Holds a record: wipe it
 * after use. */
struct record_search {
	const char *candidate_number; /* NULL: the file has none, name and number decide */
	const char *name, *id_number;
	size_t rows; /* records with that candidate number, or without any that match */
	bool at_fault;
	struct record found;
};

/* Compares one record of the list and keeps it if it is the student's: if name and number match,
 * however they are written. What the record has in place of a character matches, too, and with the
 * candidate number what a spreadsheet left of an ID number. A near miss is no match, as the
 * comparison would tell what the record contains. */
void record_search_offer(struct record_search *s, const struct record *r);

/* Returns the result, after the last record. */
enum record_found record_search_end(const struct record_search *s);

/* Returns the message for a student who was not found: a miss has the same one, whatever was wrong.
 * "" for other results. */
const char *record_search_message(enum record_found result);

/* Returns true if a file can be searched: it can be read again and contains a person. false: d says
 * why not. *candidates: whether a person in it has a candidate number, which a search then
 * needs. */
bool record_search_possible(const char *path, bool *candidates, struct diag *d);

/* Offers every record of a file to the search. RECORD_UNREAD: d says why. */
enum record_found record_search_file(const char *path, struct record_search *search,
				     struct diag *d);

#endif
