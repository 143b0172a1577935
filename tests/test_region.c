/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <string.h>

#include "region.h"

static struct regions *shipped;

static void test_names(void **state)
{
	static const struct {
		const char *digits;
		int year;
		const char *name;
		bool known;
		int until;
	} rows[] = {
		{ "110101", 2007, "北京市东城区", true, 0 },
		{ "110103", 2007, "北京市崇文区", true, 2009 },
		{ "110000", 2007, "北京市", true, 0 },
		{ "320902", 1999, "江苏省盐城市城区", true, 0 },
		{ "320902", 2007, "江苏省盐城市亭湖区", true, 0 },
		{ "320902", 0, "江苏省盐城市亭湖区", true, 0 },
		{ "320902", 1949, "江苏省盐城市城区", true, 0 },
		{ "320999", 2007, "江苏省盐城市", false, 0 },
		{ "329999", 2007, "江苏省", false, 0 },
		{ "441900", 2007, "广东省东莞市", true, 0 },
		{ "810000", 2007, "香港特别行政区", true, 0 },
		{ "820000", 2007, "澳门特别行政区", true, 0 },
		{ "830000", 2007, "台湾地区", true, 0 },
	};
	struct region region;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_true(region_find(shipped, rows[i].digits, rows[i].year, &region));
		assert_string_equal(region.name, rows[i].name);
		assert_int_equal(region.known, rows[i].known);
		assert_int_equal(region.until, rows[i].until);
	}
	assert_false(region_find(shipped, "990000", 2007, &region));
	assert_string_equal(region.name, "");
	assert_false(region_find(shipped, "11010", 2007, &region));
	assert_false(region_find(shipped, "X10101", 2007, &region));
}

/* A note, never an error; and nothing where nothing is known. */
static void test_check(void **state)
{
	static const struct {
		const char *number;
		size_t count;
	} rows[] = {
		{ "11010519491231002X", 0 }, { "110000200709010014", 0 },
		{ "810000200705200019", 0 }, { "320999200709010018", 1 },
		{ "990000200709010018", 0 }, { "3209", 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct findings found = { 0 };

		region_check(NULL, rows[i].number, &found);
		assert_int_equal(found.count, 0);
		region_check(shipped, rows[i].number, &found);
		assert_int_equal(found.count, rows[i].count);
		if (found.count > 0) {
			assert_int_equal(found.items[0].code, FINDING_ID_REGION);
			assert_int_equal(found.items[0].at, 1);
			assert_false(findings_any(&found, SEVERITY_WARNING));
			assert_non_null(strstr(found.items[0].message, "盐城市"));
		}
	}
}

static void test_bad_tables(void **state)
{
	static const struct {
		const char *text;
		size_t line, column;
	} rows[] = {
		{ "11000\t1980\t\t北京市\n", 1, 1 },
		{ "# a\n1100OO\t1980\t\t北京市\n", 2, 1 },
		{ "110000\t80\t\t北京市\n", 1, 8 },
		{ "110000\n", 1, 1 },
		{ "110000\t1980\t20x1\t北京市\n", 1, 13 },
		{ "110000\t1980\t\t\n", 1, 14 },
		{ "110000\t1980\t\t\xFF\n", 1, 14 },
		{ "110000\t1980\t\t北京市\t\n", 1, 14 },
		{ "120000\t1980\t\t天津市\n110000\t1980\t\t北京市\n", 2, 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct diag d = { 0 };

		assert_null(region_parse(rows[i].text, strlen(rows[i].text), &d));
		assert_int_equal(d.count, 1);
		assert_int_equal(d.items[0].line, rows[i].line);
		assert_int_equal(d.items[0].column, rows[i].column);
	}
}

static void test_edited_by_hand(void **state)
{
	static const char text[] =
		"# mine\r\n\r\n110000\t1980\t\t北京市\r\n110101\t1980\t1999\t东城区";
	struct diag d = { 0 };
	struct regions *r = region_parse(text, strlen(text), &d);
	struct region region;

	(void)state;
	assert_non_null(r);
	assert_true(region_find(r, "110101", 0, &region));
	assert_string_equal(region.name, "北京市东城区");
	assert_int_equal(region.until, 1999);
	region_free(r);
	assert_null(region_parse("a\0b", 3, &d));
	assert_null(region_load("/no/such.tsv", &d));
}

static int load(void **state)
{
	struct diag d = { 0 };

	(void)state;
	shipped = region_load("data/regions.tsv", &d);
	return shipped == NULL ? -1 : 0;
}

static int unload(void **state)
{
	(void)state;
	region_free(shipped);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_check),
		cmocka_unit_test(test_bad_tables),
		cmocka_unit_test(test_edited_by_hand),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
