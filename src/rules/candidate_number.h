/* SPDX-License-Identifier: MIT */
/* The candidate number (考生号) of the gaokao: 14 digits, first the year and the province. Some
 * provinces print shorter ones: others get a note only. */
#ifndef CANDIDATE_NUMBER_H
#define CANDIDATE_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

#include "rules/finding.h"

/* CANDIDATE_NUMBER_MAX: bytes of one as struct record has it, NUL included. */
enum { CANDIDATE_DIGITS = 14, CANDIDATE_NUMBER_MAX = 32 };

/* Writes the digits of a candidate number; blanks around it, width and what is invisible make no
 * difference. false: there is another character in it, none, or more than fit; out is "". */
bool candidate_number_read(const char *cell, char out[CANDIDATE_NUMBER_MAX]);

/* The same of a cell to which a spreadsheet added separators or .0. */
bool candidate_number_read_formatted(const char *cell, char out[CANDIDATE_NUMBER_MAX]);

/* Adds a note if it is not 14 digits, or the third and fourth are no province. Adds none for "". */
void candidate_number_check(const char *number, struct findings *out);

/* The same for what a student enters, read by candidate_number_read(); an error if that fails. */
void candidate_number_check_entered(const char *entered, struct findings *out);

/* True if candidate_number_check() finds nothing in the 14 bytes at `number`. */
bool candidate_number_valid(const char *number);

/* 14 digits as one number, injective. */
uint64_t candidate_number_key(const char *number);

#endif
