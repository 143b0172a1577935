/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <string.h>

#include "rules/candidate_number.h"
#include "support/expect_rows.h"

static void test_check(void **state)
{
	static const struct {
		const char *number, *codes;
	} rows[] = {
		{ "", "" },
		{ "26110101010001", "" },
		{ "26650101010001", "" },
		{ "26990101010001", "candidate.format@3" },
		{ "26000101010001", "candidate.format@3" },
		{ "2611010101000", "candidate.format@0" },
		{ "261101010100011", "candidate.format@0" },
		{ "2611010101000A", "candidate.format@14" },
		{ "A6110101010001", "candidate.format@1" },
		{ "２6110101010001", "candidate.character@1" },
		{ "2633 0115150003", "candidate.character@5" },
		{ "2633 0115 150003", "candidate.character@5" },
		{ "\xE2\x80\x8B"
		  "26330115150003",
		  "candidate.character@1" },
		{ "########", "candidate.spreadsheet@0" },
		{ "110000200709010014", "candidate.character@0" },
		{ "2611O1010100l1", "candidate.character@5 candidate.character@13" },
		{ "26I1oo01010001", "candidate.character@3 candidate.character@5" },
		{ "2611010101O00A", "candidate.character@11" },
		{ "2611O10101001", "candidate.format@0" },
		{ "考生号考生号考生号考生号考生", "candidate.format@1" },
		{ "2.61101E+13", "candidate.spreadsheet@0" },
		{ "26110100000000", "candidate.spreadsheet@0" },
		{ "26110101000000", "" },
		{ "３E＋13", "candidate.spreadsheet@0" },
		{ "3E13", "candidate.format@0" },
		{ "#N/A", "candidate.spreadsheet@0" },
		{ "=A2", "candidate.format@0" },
		{ "=VLOOKUP(A2,B:C,2,0)", "candidate.spreadsheet@0" },
		{ "26,110,101,110,001", "candidate.spreadsheet@0" },
		{ "2611 0101 1100 01", "candidate.character@5" },
		{ "2611-0101-1100-01", "candidate.spreadsheet@0" },
		{ "26-110101-110001", "candidate.spreadsheet@0" },
		{ "26110101110001.0", "candidate.spreadsheet@0" },
		{ "261101011100010", "candidate.format@0" },
		{ "26110101110001.5", "candidate.format@0" },
		{ "26,110,101,110,00", "candidate.format@0" },
		{ "26+11010111000", "candidate.format@3" },
		{ "26110101110001？", "candidate.character@15" },
		{ "KS26110101110001", "candidate.character@1" },
		{ "考26110101110001（补）", "candidate.character@1 candidate.character@16" },
		{ "26/110101/110001", "candidate.character@3 candidate.character@10" },
		{ "2611****000005", "candidate.masked@0" },
		{ "2611＊＊", "candidate.masked@0" },
		{ "2611010101000X", "candidate.format@14" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct findings f = { 0 };

		candidate_number_check(rows[i].number, &f);
		expect_codes(rows[i].number, &f, rows[i].codes);
		if (strlen(rows[i].number) == CANDIDATE_DIGITS)
			assert_int_equal(candidate_number_valid(rows[i].number), f.count == 0);
		/* A roster's number is masked: no sentence tells a digit of it. */
		for (size_t n = 0; n < f.count; n++)
			assert_null(strstr(says(&f.items[n]), "99"));
	}
}

static void test_key(void **state)
{
	(void)state;
	assert_int_equal(candidate_number_key("00000000000001"), 1);
	assert_int_equal(candidate_number_key("26110101010001"), 26110101010001);
	assert_int_equal(candidate_number_key("99999999999999"), 99999999999999);
}

#define DIGITS_31 "1234567890123456789012345678901"

static void test_read(void **state)
{
	static const struct {
		const char *cell, *digits;
	} rows[] = {
		{ "26110101110001", "26110101110001" },
		{ " 26110101110001　", "26110101110001" },
		{ "２６１１０１０１１１０００１", "26110101110001" },
		{ "\xEF\xBB\xBF"
		  "2611\xE2\x80\x8B",
		  "2611" },
		{ "0", "0" },
		{ DIGITS_31, DIGITS_31 },
		{ DIGITS_31 "2", "" },
		{ "", "" },
		{ "　", "" },
		{ "2.61101E+13", "" },
		{ "2611 0101", "" },
		{ "无", "" },
		{ "26110101110001A", "" },
		{ DIGITS_31 DIGITS_31 DIGITS_31, "" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char out[CANDIDATE_NUMBER_MAX] = "xxx";

		assert_int_equal(candidate_number_read(rows[i].cell, out), *rows[i].digits != '\0');
		assert_string_equal(out, rows[i].digits);
	}
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_check),
		cmocka_unit_test(test_key),
		cmocka_unit_test(test_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
