/* SPDX-License-Identifier: MIT */
/* The candidate number (考生号) of the gaokao: 14 digits nation-wide, the year and the province first.
 * Provinces print shorter ones too: what else is known of it is not judged. */
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

/* Adds a note when it is not 14 digits, or its third and fourth are no province's; "" adds none. */
void candidate_number_check(const char *number, struct findings *out);

/* The same of one that a student enters, blanks and width aside; an error where there is none, or what
 * cannot be one. */
void candidate_number_check_entered(const char *entered, struct findings *out);

/* Whether candidate_number_check() would find nothing in the 14 bytes at `number`. */
bool candidate_number_valid(const char *number);

/* 14 digits as one number, another for each. */
uint64_t candidate_number_key(const char *number);

#endif
