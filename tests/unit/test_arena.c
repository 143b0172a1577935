/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

/* Sizes around those of a block, each piece filled to its last byte: none touches another. */
static void test_pieces_lie_apart(void **state)
{
	static const size_t sizes[] = {
		1, 15, 16, 17, 64, 4000, 8127, 8128, 8129, 100000, 1, 0, 33
	};
	enum { COUNT = sizeof sizes / sizeof sizes[0] };
	struct arena a = { 0 };
	unsigned char *pieces[COUNT];

	(void)state;
	for (size_t i = 0; i < COUNT; i++) {
		pieces[i] = arena_take(&a, sizes[i]);
		assert_int_equal((uintptr_t)pieces[i] % _Alignof(max_align_t), 0);
		memset(pieces[i], (int)i + 1, sizes[i]);
	}
	for (size_t i = 0; i < COUNT; i++)
		for (size_t k = 0; k < sizes[i]; k++)
			assert_int_equal(pieces[i][k], i + 1);
	arena_wipe(&a);
	assert_null(a.last);
}

static void test_it_begins_anew(void **state)
{
	struct arena a = { 0 };

	(void)state;
	arena_wipe(&a);
	strcpy(arena_take(&a, 8), "1234567");
	arena_wipe(&a);
	assert_string_equal(strcpy(arena_take(&a, 8), "7654321"), "7654321");
	arena_wipe(&a);
}

/* In memory that others left full. */
static void test_zeroes(void **state)
{
	enum { SIZE = 100000 };
	static const char zeroes[SIZE];
	struct arena a = { 0 };
	char *left = malloc(SIZE);

	(void)state;
	assert_non_null(left);
	memset(left, 'x', SIZE);
	assert_memory_not_equal(left, zeroes, SIZE); /* or the compiler leaves it out */
	free(left);
	assert_memory_equal(arena_zeroes(&a, SIZE / 8, 8), zeroes, SIZE);
	assert_non_null(arena_zeroes(&a, 0, 8));
	assert_non_null(arena_zeroes(&a, 8, 0));
	arena_wipe(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pieces_lie_apart),
		cmocka_unit_test(test_it_begins_anew),
		cmocka_unit_test(test_zeroes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
