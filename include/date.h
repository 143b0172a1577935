/* SPDX-License-Identifier: MIT */
/* A day of the calendar. */
#ifndef DATE_H
#define DATE_H

#include <stdbool.h>

struct date {
	int year, month, day; /* month and day from 1; year 0: not known */
};

/* A day of the Gregorian calendar. */
bool date_valid(struct date d);
/* < 0, 0 or > 0 as a is before, equal to or after b. */
int date_compare(struct date a, struct date b);

#endif
