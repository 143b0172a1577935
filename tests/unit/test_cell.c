/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdbool.h>
#include <string.h>

#include "roster/cell.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define BLANKS_60 "                                                            "

struct row {
	const char *cell, *says;
};

static void expect(bool is, const char *out, const struct row *row)
{
	if (is != (*row->says != '\0') || strcmp(out, row->says) != 0)
		fail_msg("“%s”: “%s”, not “%s”", row->cell, out, row->says);
}

static void test_sex(void **state)
{
	static const struct row rows[] = {
		{ "男", "男" },
		{ "女", "女" },
		{ "1", "男" },
		{ "2", "女" },
		{ "M", "男" },
		{ "F", "女" },
		{ "m", "男" },
		{ "f", "女" },
		{ "男性", "男" },
		{ "女性", "女" },
		{ "Male", "男" },
		{ "FEMALE", "女" },
		{ "１", "男" },
		{ "２", "女" },
		{ "Ｍ", "男" },
		{ "ｆ", "女" },
		{ " 男　", "男" },
		{ "\t女", "女" },
		{ "男生", "男" },
		{ "\xE2\x80\x8B女", "女" },
		{ "", "" },
		{ "0", "" },
		{ "9", "" },
		{ "男女", "" },
		{ "未知", "" },
		{ "12", "" },
		{ "男 性", "" },
		{ "\xC4\xD0", "" },
		{ BLANKS_60 "男", "男" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		char out[CELL_SEX] = "xxx";

		expect(cell_sex(rows[i].cell, out), out, &rows[i]);
	}
	(void)state;
}

static void test_birth(void **state)
{
	static const struct row rows[] = {
		{ "20070901", "2007-09-01" },
		{ "2007-09-01", "2007-09-01" },
		{ "2007-9-1", "2007-09-01" },
		{ "2007/9/1", "2007-09-01" },
		{ "2007/09/01", "2007-09-01" },
		{ "2007.9.1", "2007-09-01" },
		{ "2007年9月1日", "2007-09-01" },
		{ "2007年09月01日", "2007-09-01" },
		{ "2007 年 9 月 1 日", "2007-09-01" },
		{ "2007年9月1", "2007-09-01" },
		{ "２００７－０９－０１", "2007-09-01" },
		{ "２００７年９月１日", "2007-09-01" },
		{ " 2007-09-01　", "2007-09-01" },
		{ "2007-09-01 00:00:00", "2007-09-01" },
		{ "2007-09-01T00:00:00", "2007-09-01" },
		{ "2007/9/1 0:00", "2007-09-01" },
		{ "2007-09-01 00:00:00.000", "2007-09-01" },
		{ "20070901 00:00:00", "2007-09-01" },
		{ "20070901.0", "2007-09-01" },
		/* the days of a spreadsheet, leap years and ends of the year among them */
		{ "39326", "2007-09-01" },
		{ "39326.0", "2007-09-01" },
		{ "39507", "2008-02-29" },
		{ "39508", "2008-03-01" },
		{ "39447", "2007-12-31" },
		{ "39448", "2008-01-01" },
		{ "25569", "1970-01-01" },
		{ "25568", "1969-12-31" },
		{ "20080229", "2008-02-29" },
		/* what is no day, or not all of one */
		{ "", "" },
		{ "20070229", "" },
		{ "2007-02-30", "" },
		{ "2007-13-01", "" },
		{ "2007-9", "2007-09" },
		{ "2007-9-", "2007-09" },
		{ "2007-9-0", "" },
		{ "2007年9月", "2007-09" },
		{ "200709", "2007-09" },
		{ "2007", "" },
		{ "070901", "" },
		{ "7-9-1", "" },
		{ "9/1/2007", "2007-09-01" },
		{ "25/9/2007", "2007-09-25" },
		{ "2007.02", "2007-02" },
		{ "2007.13", "" },
		{ "二〇〇七年九月", "2007-09" },
		{ "二〇〇七年十二月三十一日", "2007-12-31" },
		{ "二○○七年十月二十日", "2007-10-20" },
		{ "1/9/2007", "2007-01-09" },
		{ "2007-09-01 08:00", "" },
		{ "2007-09-011", "" },
		{ "2007-09-01x", "" },
		{ "x2007-09-01", "" },
		{ "39326.5", "" },
		{ "3932", "" },
		{ "393260", "" },
		{ "200709010", "" },
		{ "-2007-09-01", "" },
		{ "2.0070901E+7", "" },
		{ "不详", "" },
		{ "\xC4\xEA", "" },
	};

	for (size_t i = 0; i < COUNT(rows); i++) {
		char out[CELL_BIRTH] = "xxx";

		expect(cell_birth(rows[i].cell, out), out, &rows[i]);
	}
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sex),
		cmocka_unit_test(test_birth),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
