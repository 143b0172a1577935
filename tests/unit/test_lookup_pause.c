/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>

#include "wizard/lookup_pause.h"

static void test_it_grows(void **state)
{
	static const int spans[] = { 1, 2, 4, 8, 16, 32, 60, 60, 60 };
	struct lookup_pause p = { 0 };
	int64_t now = 1000;

	(void)state;
	assert_int_equal(lookup_pause_left(&p, 0), 0);
	assert_int_equal(lookup_pause_left(&p, now), 0);
	for (size_t i = 0; i < sizeof spans / sizeof spans[0]; i++) {
		lookup_pause_miss(&p, now);
		assert_int_equal(lookup_pause_left(&p, now), spans[i]);
		assert_int_equal(lookup_pause_left(&p, now + spans[i] - 1), 1);
		assert_int_equal(lookup_pause_left(&p, now + spans[i]), 0);
		now += 100000; /* a long wait does not reset the count */
	}
	for (size_t i = 0; i < 100; i++)
		lookup_pause_miss(&p, now);
	assert_int_equal(lookup_pause_left(&p, now), LOOKUP_PAUSE_MAX);
}

static void test_clock_set_back(void **state)
{
	struct lookup_pause p = { 0 };

	(void)state;
	lookup_pause_miss(&p, 1000);
	lookup_pause_miss(&p, 1000);
	assert_int_equal(lookup_pause_left(&p, 999), 0);
	assert_int_equal(lookup_pause_left(&p, 1001), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_it_grows),
		cmocka_unit_test(test_clock_set_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
