/* SPDX-License-Identifier: MIT */
/* Says what is left of the ID number in a record, which may be masked or ruined by a spreadsheet. A
 * number is as it is written in the record, of less than RECORD_TEXT bytes. */
#ifndef RECORDED_NUMBER_H
#define RECORDED_NUMBER_H

#include <stdbool.h>

#include "rules/record.h"

/* Normalises a resident's ID number: drops the letter before it in a 学籍号, and reads letters that
 * look like digits as digits. Writes "" if the number is masked, or like 1.1E+17. */
void recorded_number_bare(const char *number, char out[RECORD_TEXT]);

/* Returns true if it has the form of a resident's ID number. */
bool recorded_number_is_resident(const char *number);

/* Returns true if it is a resident's number that no spreadsheet has rounded. */
bool recorded_number_is_whole(const char *number);

/* Returns true if its check character is right. */
bool recorded_number_is_valid(const char *number);

/* Returns true if a spreadsheet has ruined an ID number: 1.1E+17, ####, or 000 for its end. */
bool recorded_number_is_ruined(const char *number);

/* Returns true if it ends in 000, though its check character may be right: by chance it is for one
 * in eleven that a spreadsheet ruined. */
bool recorded_number_may_be_ruined(const char *number);

/* Returns true if too few digits are left to compare. */
bool recorded_number_is_lost(const char *number);

/* Returns true if so little is left that the number does not tell namesakes apart. */
bool recorded_number_is_unreadable(const char *number);

/* Returns true if it is a resident's number, or what is left of one: it is masked, or like
 * 1.1E+17. */
bool recorded_number_is_part(const char *number);

#endif
