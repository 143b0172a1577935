/* SPDX-License-Identifier: MIT */
/* The resident ID number, GB 11643-1999: 6 region, 8 birth date, 3 sequence, 1 check character. */
#ifndef RESIDENT_ID_H
#define RESIDENT_ID_H

#include <stdbool.h>

#include "base/date.h"
#include "rules/finding.h"

/* Years: younger or older people get a warning. */
enum { ID_AGE_MIN = 12, ID_AGE_MAX = 60 };

struct resident_id {
	char region[7];    /* six digits, GB/T 2260 */
	struct date birth; /* as written: may be no day of the calendar */
	bool male;         /* the 17th digit is odd */
};

/* The check character of seventeen ASCII digits, '0'..'9' or 'X' (ISO 7064 MOD 11-2). */
char resident_id_check_char(const char *digits);

/* Takes the parts out of a number of the right form (17 digits, then a digit or X). false: not of that
 * form, *out untouched. Neither date nor check character is judged. */
bool resident_id_read(const char *number, struct resident_id *out);

/* Adds what is wrong with the form of a number; everything in UTF-8 is allowed in. today is the
 * day that id.future and id.age are measured against. Adds nothing when the site would take it. */
void resident_id_check(const char *number, struct date today, struct findings *out);

/* Adds how an entered number differs from the recorded one: the first layer that makes both equal is
 * what is reported (blanks, invisibles and width; the case and look-alikes of X; 15 digits; a
 * spreadsheet's tail; neighbours exchanged, two places exchanged, a digit too many or missing, first
 * place that differs). Adds nothing when they are equal. */
void resident_id_compare(const char *entered, const char *recorded, struct findings *out);

/* A copy with all but the first and the last character as '*', at most 18 of them, owned by the
 * caller: the usual 6+8+4 mask leaves 131 candidates in a class of freshmen. */
char *resident_id_mask(const char *number);

#endif
