/* SPDX-License-Identifier: MIT */
#include "base/date.h"

#include <time.h>

bool date_valid(struct date d)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	bool leap = (d.year % 4 == 0 && d.year % 100 != 0) || d.year % 400 == 0;

	if (d.year < 1 || d.month < 1 || d.month > 12 || d.day < 1)
		return false;
	return d.day <= days[d.month - 1] + (d.month == 2 && leap ? 1 : 0);
}

int date_compare(struct date a, struct date b)
{
	return ((a.year - b.year) * 100 + a.month - b.month) * 100 + a.day - b.day;
}

struct date date_today(int64_t now)
{
	time_t seconds = (time_t)now;
	struct tm tm;

	if (localtime_r(&seconds, &tm) == NULL)
		return (struct date){ 0 };
	return (struct date){ tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday };
}
