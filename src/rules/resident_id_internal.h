/* SPDX-License-Identifier: MIT */
/* The ID number, GB 11643-1999, for the other rules and for finding a student in a roster. */
#ifndef RESIDENT_ID_INTERNAL_H
#define RESIDENT_ID_INTERNAL_H

#include <stdbool.h>
#include <stdint.h>

#include "rules/characters.h"
#include "rules/compare.h"
#include "rules/resident_id.h"
#include "rules/resident_id_other.h"

/* Writes a number of at most ID_LENGTH characters as the site wants it, of digits of any width and x or a
 * look-alike of X in the last place. false: it holds others, or is too long. */
bool id_normalise(const struct characters *number, char out[ID_LENGTH + 1]);

/* number is of the right form: 17 digits, then a digit or X. */
bool id_check_fits(const char *number);

/* True if the last three digits of a number of the right form were lost: a spreadsheet keeps fifteen. */
bool id_is_rounded(const char *number);

/* Normalises a number with blanks, full-width digits or x, and reads its parts. false: it is not of the right
 * form. */
bool id_read_loosely(const char *number, char digits[ID_LENGTH + 1], struct resident_id *out);

/* The document of a number of the right form. */
const char *id_document(const char *digits);

/* Drops characters that are neither digits nor taken for an X. */
character_fold id_drop_foreign;

/* compare_normalised() for numbers: blanks, invisible characters, width, x, look-alikes of X. */
bool id_compare_normalised(struct characters *entered, struct characters *recorded,
			   struct normalised_difference *out);

/* True if `old` is the 15-digit form of `now`: without the century, without check character. */
bool id_is_old_form(const struct characters *old, const struct characters *now);

/* True if `cut` is what a spreadsheet leaves of `whole`: 000 for its last three digits. */
bool id_is_cut(const struct characters *cut, const struct characters *whole);

/* How alike an entered and a recorded number are. */
enum id_match {
	ID_DIFFERENT,
	ID_MISTYPED, /* the record's with a mistake that record_is_of() allows */
	ID_ROUNDED,  /* the record's is what a spreadsheet leaves of it */
	ID_SAME      /* the same when normalised, and not empty */
};
enum id_match id_match(const char *entered, const char *recorded);

#endif
