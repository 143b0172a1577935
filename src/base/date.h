/* SPDX-License-Identifier: MIT */
/* A day of the calendar. */
#ifndef DATE_H
#define DATE_H

#include <stdbool.h>
#include <stdint.h>

struct date {
	int year, month, day; /* month and day from 1; year 0: unknown */
};

/* True if the Gregorian calendar has this day. */
bool date_valid(struct date d);
/* Returns < 0, 0 or > 0 if a is before, equal to or after b. */
int date_compare(struct date a, struct date b);
/* Returns the local day of a time in seconds since 1970; year 0 if the C library cannot tell. */
struct date date_today(int64_t now);

#endif
