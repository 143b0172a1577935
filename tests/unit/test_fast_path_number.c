/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "roster/fast_path_number.h"
#include "rules/resident_id.h"

static uint64_t seed = 20260901;

static int below(int limit)
{
	seed ^= seed >> 12;
	seed ^= seed << 25;
	seed ^= seed >> 27;
	return (int)((seed * 0x2545F4914F6CDD1DU >> 33) % (unsigned)limit);
}

/* A number with any province, birth and order, right but for what is done to it. */
static void make(char number[32])
{
	static const char others[] = "Xx0123456789 -\xFF\x80/:";

	snprintf(number, 32, "%02d%04d%04d%02d%02d%03dX", below(100), below(10000),
		 1960 + below(80), below(14), below(33), below(1000));
	number[17] = resident_id_check_char(number);
	if (below(3) == 0)
		number[below(18)] = others[below(sizeof others - 1)];
	if (below(8) == 0)
		memcpy(number + 15, "000", 3);
	number[18] = '\0';
	/* what follows in a roster is no part of it */
	memcpy(number + 19, ",12345678901", 12);
}

static void expect_agreement(const char *number, struct date today)
{
	struct fast_path_births births = fast_path_births(today);
	struct findings f = { 0 };
	bool sound = fast_path_number_valid(number, &births);

	resident_id_check(number, today, &f);
	if (sound != (f.count == 0) && (sound || memcmp(number + 10, "0229", 4) != 0))
		fail_msg("%s on %d-%d-%d: %s", number, today.year, today.month, today.day,
			 sound ? "sound" : "not sound");
}

static void test_against_the_rules(void **state)
{
	(void)state;
	for (int i = 0; i < 400000; i++) {
		struct date today = { 2020 + below(20), 1 + below(12), 1 + below(28) };
		char number[48];

		make(number);
		expect_agreement(number, today);
	}
}

/* Every day of 70 years, on days at which ages turn. */
static void test_every_birth(void **state)
{
	static const struct date days[] = {
		{ 2026, 9, 1 }, { 2028, 2, 29 }, { 2026, 1, 1 }, { 2026, 12, 31 }, { 2060, 3, 1 }
	};

	(void)state;
	for (size_t d = 0; d < sizeof days / sizeof days[0]; d++)
		for (int year = days[d].year - 70; year <= days[d].year + 1; year++)
			for (int day = 0; day < 14 * 33; day++) {
				char number[48];

				snprintf(number, sizeof number, "110000%04d%02d%02d001X%012d", year,
					 day / 33, day % 33, 0);
				number[17] = resident_id_check_char(number);
				number[18] = '\0';
				expect_agreement(number, days[d]);
			}
}

static void test_every_province(void **state)
{
	(void)state;
	for (int province = 0; province < 100; province++) {
		char number[48];

		snprintf(number, sizeof number, "%02d000020070901001X%012d", province, 0);
		number[17] = resident_id_check_char(number);
		number[18] = '\0';
		expect_agreement(number, (struct date){ 2026, 9, 1 });
	}
}

static int by_value(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

/* Neighbours in every place, all check characters: another number, another key. */
static void test_keys(void **state)
{
	static uint64_t keys[17 * 9 + 11];
	static const char first[] = "110000200709010010";
	size_t count = 0;

	(void)state;
	for (size_t place = 0; place < 17; place++)
		for (char digit = '0'; digit <= '9'; digit++) {
			char number[sizeof first];

			memcpy(number, first, sizeof first);
			number[place] = digit;
			if (digit != first[place])
				keys[count++] = fast_path_key(number);
		}
	for (size_t check = 0; check < 11; check++) {
		char number[sizeof first];

		memcpy(number, first, sizeof first);
		number[17] = "0123456789X"[check];
		keys[count++] = fast_path_key(number);
	}
	assert_int_equal(count, sizeof keys / sizeof keys[0]);
	qsort(keys, count, sizeof keys[0], by_value);
	for (size_t i = 1; i < count; i++)
		assert_true(keys[i - 1] < keys[i]);
	assert_true(keys[count - 1] < 1ULL << 62); /* apart from those of other documents */
	assert_true(fast_path_key("99999999999999999X") < 1ULL << 62);
}

/* The key of any valid number is that of the slow path, and fits the table of duplicates. */
static void test_sound_keys(void **state)
{

	(void)state;
	for (int i = 0; i < 200000; i++) {
		char number[19];

		seed = seed * 6364136223846793005U + 1442695040888963407U;
		sprintf(number, "%06u%04u%02u%02u%03u", 100000 + (unsigned)(seed >> 33) % 800000,
			1800 + (unsigned)(seed >> 21) % 400, 1 + (unsigned)(seed >> 11) % 12,
			1 + (unsigned)(seed >> 5) % 31, (unsigned)(seed >> 13) % 1000);
		number[17] = resident_id_check_char(number);
		number[18] = '\0';
		assert_int_equal(fast_path_valid_key(number), fast_path_key(number));
		assert_true(fast_path_key(number) < 1ULL << 47);
		number[17] = number[17] == '1' ? '2' : '1';
		assert_true(fast_path_key(number) >= 1ULL << 61);
	}
	assert_int_equal(fast_path_valid_key("100000180001010008"), 0);
	assert_int_equal(fast_path_valid_key("899999219912319999"), 400ULL * 372 * 800000000 - 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_against_the_rules), cmocka_unit_test(test_every_birth),
		cmocka_unit_test(test_every_province),    cmocka_unit_test(test_keys),
		cmocka_unit_test(test_sound_keys),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
