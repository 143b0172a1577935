/* SPDX-License-Identifier: MIT */
/* The candidate number (考生号) of the gaokao: 14 digits, first the year and the province. Some
 * provinces print shorter ones, so another length is only a note. */
#ifndef CANDIDATE_NUMBER_H
#define CANDIDATE_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

#include "rules/finding.h"

/* CANDIDATE_NUMBER_MAX: bytes of a number as candidate_number_read() writes it, NUL included. */
enum { CANDIDATE_DIGITS = 14, CANDIDATE_NUMBER_MAX = 32 };

/* Writes the digits of a candidate number as ASCII. Blanks around it, full-width digits and
 * invisible characters are allowed. false: it is empty, holds another character or does not fit;
 * out is "". */
bool candidate_number_read(const char *cell, char out[CANDIDATE_NUMBER_MAX]);

/* The same for a number of 14 digits to which separators, blanks or .0 were added. */
bool candidate_number_read_formatted(const char *cell, char out[CANDIDATE_NUMBER_MAX]);

/* True for a cell in which a spreadsheet has lost digits of the number. */
bool candidate_number_ruined(const char *cell);

/* Adds a note if the number is not 14 digits or its third and fourth are no province; an error for
 * a value that is masked, that a spreadsheet changed or that holds other characters. Adds nothing
 * for "". */
void candidate_number_check(const char *number, struct findings *out);

/* The same for what a student entered; an error, too, if it is empty or candidate_number_read()
 * fails. */
void candidate_number_check_entered(const char *entered, struct findings *out);

/* True if candidate_number_check() finds nothing in the 14 bytes at `number`. */
bool candidate_number_valid(const char *number);

/* The value of the 14 digits: different numbers have different keys. */
uint64_t candidate_number_key(const char *number);

#endif
