/* SPDX-License-Identifier: MIT */
/* How the number's rules share the work; nobody else but validator.c and record_search.c includes this. */
#ifndef RESIDENT_ID_INTERNAL_H
#define RESIDENT_ID_INTERNAL_H

#include <stdbool.h>
#include <stdint.h>

#include "rules/characters.h"
#include "rules/compare_normalised.h"
#include "rules/resident_id.h"

enum { ID_LENGTH = 18, ID_LENGTH_OLD = 15 };

bool id_is_fullwidth_digit(uint32_t cp);

/* A character that is taken for the capital X, full-width ones too; x is not among them. */
bool id_is_x_lookalike(uint32_t cp);

/* Writes a number of at most ID_LENGTH characters in the way the site wants it: digits of any
 * width, a look-alike of X in the last place. false: there are others among them, or too many. */
bool id_normalise(const struct characters *number, char out[ID_LENGTH + 1]);

/* Whether the check character of a number of the right form fits. */
bool id_check_fits(const char *number);

/* Whether a number of the right form lost its last three digits: a spreadsheet keeps fifteen. */
bool id_is_rounded(const char *number);

/* The parts of a number however it is written (blanks, width, x), and that number as the site wants
 * it. false: it is not of the right form. */
bool id_read_loosely(const char *number, char digits[ID_LENGTH + 1], struct resident_id *out);

/* 1.1E+17: a number as a spreadsheet shows it. */
bool id_is_scientific(const struct characters *number);

/* Drops what is neither a digit nor taken for an X. */
character_fold id_drop_foreign;

/* compare_normalised() for numbers: blanks, width, X, other characters. */
bool id_compare_normalised(struct characters *entered, struct characters *recorded,
			   struct normalised_difference *out);

/* Whether one is the 15-digit form of the other: without 19, without check character. */
bool id_is_old_form(const struct characters *old, const struct characters *now);

/* Whether one is what a spreadsheet left of the other: 000 for its last three places. */
bool id_is_cut(const struct characters *cut, const struct characters *whole);

/* How an entered number stands to a recorded one. */
enum id_nearness {
	ID_FAR,
	ID_SLIP,    /* apart as record_is_of() allows */
	ID_ROUNDED, /* the recorded one is what a spreadsheet left of it */
	ID_SAME     /* the same when normalised, and not empty */
};
enum id_nearness id_nearness(const char *entered, const char *recorded);

#endif
