/* SPDX-License-Identifier: MIT */
/* Days that are, days that are not, and their order. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>

#include "date.h"

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
		for (int b = 0; b < (int)COUNT(sorted); b++)
			assert_int_equal(date_compare(sorted[a], sorted[b]), (a > b) - (a < b));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_dates) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
