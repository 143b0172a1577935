/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "doubles.h"

/* `key@place/tag` of each, in order. */
static void expect_found(const struct doubles *d, const char *expected)
{
	size_t count, used = 0;
	struct doubles_entry *found = doubles_find(d, &count);
	char text[512] = "";

	for (size_t i = 0; i < count; i++)
		used += (size_t)snprintf(text + used, sizeof text - used, "%llu@%u/%u ",
					 (unsigned long long)found[i].key, found[i].place,
					 found[i].tag);
	assert_string_equal(text, expected);
	free(found);
}

static void test_found_by_first_place(void **state)
{
	struct doubles *d = doubles_new();

	(void)state;
	expect_found(d, "");
	doubles_add(d, (struct doubles_entry){ 7, 1, 10 });
	expect_found(d, "");
	doubles_add(d, (struct doubles_entry){ UINT64_MAX, 2, 20 });
	doubles_add(d, (struct doubles_entry){ 7, 3, 30 });
	doubles_add(d, (struct doubles_entry){ UINT64_MAX, 2, 5 });
	doubles_add(d, (struct doubles_entry){ 8, 4, 40 });
	doubles_add(d, (struct doubles_entry){ 7, 1, 50 });
	expect_found(d, "18446744073709551615@5/2 18446744073709551615@20/2 7@10/1 7@30/3 7@50/1 ");
	doubles_free(d);
	doubles_free(NULL);
}

/* More than a chunk holds, and keys that differ in their lowest or their highest bits only. */
static void test_many(void **state)
{
	enum { KEYS = 100000 };
	struct doubles *d = doubles_new();
	struct doubles_entry *found;
	size_t count;

	(void)state;
	for (uint32_t i = 0; i < KEYS; i++) {
		doubles_add(d, (struct doubles_entry){ i + 1, 0, 2 * i });
		doubles_add(d, (struct doubles_entry){ (i + 1ULL) << 40, 0, 2 * i + 1 });
	}
	for (uint32_t i = 0; i < KEYS; i += 1000)
		doubles_add(d, (struct doubles_entry){ i + 1, 0, 2 * KEYS + i });
	found = doubles_find(d, &count);
	assert_int_equal(count, 2 * KEYS / 1000);
	for (uint32_t i = 0; i < count; i += 2) {
		assert_int_equal(found[i].key, i / 2 * 1000 + 1);
		assert_int_equal(found[i].place, i * 1000);
		assert_int_equal(found[i + 1].key, found[i].key);
	}
	free(found);
	doubles_free(d);
}

/* One key all the way. */
static void test_all_the_same(void **state)
{
	enum { ENTRIES = 200000 };
	struct doubles *d = doubles_new();
	struct doubles_entry *found;
	size_t count;

	(void)state;
	for (uint32_t i = 0; i < ENTRIES; i++)
		doubles_add(d, (struct doubles_entry){ 1, i, ENTRIES - i });
	found = doubles_find(d, &count);
	assert_int_equal(count, ENTRIES);
	for (uint32_t i = 0; i < ENTRIES; i++)
		assert_int_equal(found[i].place, i + 1);
	free(found);
	doubles_free(d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_found_by_first_place),
		cmocka_unit_test(test_many),
		cmocka_unit_test(test_all_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
