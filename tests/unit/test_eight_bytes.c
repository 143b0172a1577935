/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdbool.h>

#include "base/eight_bytes.h"

/* What an answer says of the byte at `at`; nothing but the bytes' highest bits may be set in it. */
static bool says(uint64_t answer, size_t at)
{
	assert_int_equal(answer & ~(0x80 * EIGHT_EACH), 0);
	return answer >> (8 * at + 7) & 1;
}

/* Every byte at every place, between neighbours that a carry would come from or go to. */
static void test_every_byte(void **state)
{
	static const unsigned char around[] = { 0, 1, 0x1F, 0x20, '"', 0x7F, 0x80, 0xC2, 0xFF };
	static const unsigned bounds[] = { 1, 2, 0x20, ',' + 1, 0x7F, 0x80 };
	char bytes[EIGHT_BYTES];

	(void)state;
	for (size_t a = 0; a < sizeof around; a++)
		for (size_t at = 0; at < EIGHT_BYTES; at++)
			for (unsigned c = 0; c < 256; c++) {
				uint64_t word;

				memset(bytes, around[a], sizeof bytes);
				bytes[at] = (char)c;
				word = eight_load(bytes);
				for (size_t b = 0; b < sizeof bounds / sizeof bounds[0]; b++)
					assert_int_equal(says(eight_below(word, bounds[b]), at),
							 c < bounds[b]);
				assert_true(says(eight_equal(word, (char)c), at));
				assert_int_equal(says(eight_equal(word, (char)around[a]), at),
						 c == around[a]);
			}
}

static void test_first(void **state)
{
	(void)state;
	assert_int_equal(eight_first(eight_equal(eight_load("a,b,,\"cd"), ',')), 1);
	assert_int_equal(eight_first(eight_equal(eight_load("a,b,,\"cd"), '"')), 5);
	assert_int_equal(eight_first(eight_below(eight_load("abcdefg\n"), 0x20)), 7);
	assert_int_equal(eight_first(eight_below(eight_load("\0bcdefgh"), 0x20)), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_byte),
		cmocka_unit_test(test_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
