/* SPDX-License-Identifier: MIT */
/* Days that are, days that are not, and their order. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <setjmp.h>
#include <time.h>

#include <cmocka.h>

#include "base/date.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static void test_dates(void **state)
{
	static const struct {
		struct date date;
		bool valid;
	} rows[] = {
		{ { 2007, 9, 1 }, true },   { { 2008, 2, 29 }, true },  { { 2007, 2, 29 }, false },
		{ { 2000, 2, 29 }, true },  { { 1900, 2, 29 }, false }, { { 2007, 0, 1 }, false },
		{ { 2007, 13, 1 }, false }, { { 2007, 4, 31 }, false }, { { 2007, 12, 31 }, true },
		{ { 2007, 1, 0 }, false },  { { 0, 1, 1 }, false },     { { 1, 1, 1 }, true },
	};
	static const struct date sorted[] = {
		{ 2006, 12, 31 }, { 2007, 1, 31 }, { 2007, 2, 1 }, { 2007, 2, 2 }, { 2008, 1, 1 }
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(date_valid(rows[i].date), rows[i].valid);
	for (int a = 0; a < (int)COUNT(sorted); a++)
		for (int b = 0; b < (int)COUNT(sorted); b++) {
			int order = date_compare(sorted[a], sorted[b]);

			assert_int_equal((order > 0) - (order < 0), (a > b) - (a < b));
		}
}

/* The day turns at midnight here, not in Greenwich. */
static void test_today(void **state)
{
	static const struct {
		int64_t now;
		struct date date;
	} rows[] = {
		{ 0, { 1970, 1, 1 } },
		{ 1709135999, { 2024, 2, 28 } },
		{ 1709136000, { 2024, 2, 29 } },
		{ INT64_MAX, { 0, 0, 0 } },
	};

	(void)state;
	setenv("TZ", "CST-8", 1);
	tzset();
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(date_compare(date_today(rows[i].now), rows[i].date), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_dates),
		cmocka_unit_test(test_today),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
