/* SPDX-License-Identifier: MIT */
/* What the site shows beside what the record has. */
#include "wizard/site_value.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

/* Masked, a value that differs is told by the place alone. */
static void test_difference(void **state)
{
	static const struct {
		enum guide_compare compare;
		const char *shown, *expected, *says;
	} rows[] = {
		{ GUIDE_COMPARE_NAME, "阿依古丽·买买题", "阿依古丽·买买提", "第 8 个字不同" },
		{ GUIDE_COMPARE_NAME, "阿依古丽·买买", "阿依古丽·买买提", "第 8 个字不同" },
		{ GUIDE_COMPARE_NAME, "李 明", "李明", "第 2 个字起不同" },
		{ GUIDE_COMPARE_ID_NUMBER, "110000200709010024", "110000200709010014",
		  "第 17 位不同" },
		{ GUIDE_COMPARE_ID_NUMBER, "110000 20070901 0041", "110000200709010014",
		  "第 17 位起不同" }, /* as it is grouped on the screen */
		{ GUIDE_COMPARE_ID_NUMBER, "11000020070901001x", "11000020070901001X",
		  "第 18 位不同" },
		{ GUIDE_COMPARE_ID_NUMBER, "110000200709010014", "", "" },
		{ GUIDE_COMPARE_BIRTH_DATE, "20070902", "2007-09-01", "日不同" },
		{ GUIDE_COMPARE_BIRTH_DATE, "2007年1月9日", "2007-09-01", "月、日不同" },
		{ GUIDE_COMPARE_BIRTH_DATE, "2008.9.1", "2007-09-01", "年不同" },
		{ GUIDE_COMPARE_BIRTH_DATE, "2008-10-01", "2007-09-01", "年、月不同" },
		{ GUIDE_COMPARE_BIRTH_DATE, "2007-09", "2007-09-01", "第 8 位起不同" },
		{ GUIDE_COMPARE_BIRTH_DATE, "20070902", "", "" },
		{ GUIDE_COMPARE_STUDENT_NUMBER, "20260101", "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *says =
			site_value_difference(rows[i].compare, rows[i].shown, rows[i].expected);

		assert_string_equal(says, rows[i].says);
		free(says);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_difference) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
