/* SPDX-License-Identifier: MIT */
/* The resident ID number, GB 11643-1999: 6 region, 8 birth date, 3 sequence, 1 check character. */
#ifndef RESIDENT_ID_H
#define RESIDENT_ID_H

#include <stdbool.h>

#include "base/date.h"
#include "rules/characters.h"
#include "rules/finding.h"
#include "rules/resident_id_other.h"

/* Years: younger or older people get a warning. */
enum { ID_AGE_MIN = 12, ID_AGE_MAX = 60 };

struct resident_id {
	char region[7];    /* six digits, GB/T 2260 */
	struct date birth; /* as written: may be no day of the calendar */
	bool male;         /* the 17th digit is odd */
};

/* The check character of seventeen ASCII digits, '0'..'9' or 'X' (ISO 7064 MOD 11-2). */
char resident_id_check_char(const char *digits);

/* Reads the parts of a well-formed number: 17 digits, then a digit or X. false: it is not
 * well-formed, *out is untouched. Neither date nor check character is checked. */
bool resident_id_read(const char *number, struct resident_id *out);

/* Adds what is wrong with a number by itself. number: UTF-8, any characters; today: the day that
 * id.future and id.age are measured against, year 0 to skip both. Adds nothing if the site would
 * take the number. */
void resident_id_check(const char *number, struct date today, struct findings *out);

/* Adds how an entered number differs from the recorded one. Reports the first of these that
 * explains the difference: blanks, invisible characters and width; the case and look-alikes of X;
 * 15 digits; the digits that a spreadsheet lost; neighbours exchanged, two places exchanged, a
 * digit too many or missing, the first place that differs. Adds nothing if they are equal. */
void resident_id_compare(const char *entered, const char *recorded, struct findings *out);

/* For the other rules, and for finding a student in a roster. */

/* Writes a number as the site wants it: digits of any width as ASCII, and x or a look-alike of X in
 * the last place as X. false: it holds other characters, or more than ID_LENGTH. */
bool id_normalise(const struct characters *number, char out[ID_LENGTH + 1]);

/* Normalises a number with blanks, full-width digits or x, and reads its parts. false: it is not
 * well-formed. */
bool id_read_loosely(const char *number, char digits[ID_LENGTH + 1], struct resident_id *out);

/* For a well-formed number: true if its check character fits; true if its last three digits were
 * lost, as a spreadsheet keeps fifteen; the document that has such numbers. */
bool id_check_fits(const char *number);
bool id_is_rounded(const char *number);
const char *id_document(const char *number);

/* Whether a number is well-formed and its check character fits. */
bool id_is_valid(const char *number);

/* Whether a number has 18 characters, of any width, and no error. */
bool id_is_sound(const struct characters *number);

/* Returns what is left of a number without the other characters around or inside it: a copy. */
struct characters id_strip(const struct characters *number);

/* How alike an entered and a recorded number are. */
enum id_match {
	ID_DIFFERENT,
	ID_MISTYPED, /* one mistake apart, or two if one is in the guessable digits */
	ID_ROUNDED,  /* the record has what a spreadsheet leaves of the number */
	ID_SAME      /* equal when normalised, and not empty */
};
enum id_match id_match(const char *entered, const char *recorded);

#endif
