/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "audit/duplicates.h"
#include "audit/repeats.h"

/* `key@row/tag` of each, in order. */
static void expect_found(const struct duplicates *d, const char *expected)
{
	size_t count, used = 0;
	struct duplicates_entry *found = duplicates_find(d, &count);
	char text[512] = "";

	for (size_t i = 0; i < count; i++)
		used += (size_t)snprintf(text + used, sizeof text - used, "%llu@%u/%u ",
					 (unsigned long long)found[i].key, found[i].row,
					 found[i].tag);
	assert_string_equal(text, expected);
	free(found);
}

static void test_found_by_first_row(void **state)
{
	struct duplicates *d = duplicates_new();

	(void)state;
	expect_found(d, "");
	duplicates_add(d, (struct duplicates_entry){ 7, 10, 1 });
	expect_found(d, "");
	duplicates_add(d, (struct duplicates_entry){ UINT64_MAX, 5, 2 });
	duplicates_add(d, (struct duplicates_entry){ 7, 30, DUPLICATES_TAG_MAX - 1 });
	duplicates_add(d, (struct duplicates_entry){ UINT64_MAX, 20, 2 });
	duplicates_add(d, (struct duplicates_entry){ 8, 40, 4 });
	duplicates_add(d, (struct duplicates_entry){ 7, 50, 0 });
	expect_found(d, "18446744073709551615@5/2 18446744073709551615@20/2 "
			"7@10/1 7@30/8388606 7@50/0 ");
	duplicates_free(d);
	duplicates_free(NULL);
}

/* Far apart, back again, and at both ends of what a row can be: the key's part counts on from
 * there. */
static void test_rows_far_apart(void **state)
{
	static const uint32_t rows[] = { 0,      65535,   65536,     131072,         131071,
					 200000, 4000000, 400000000, UINT32_MAX - 1, UINT32_MAX,
					 1,      70000 };
	enum { COUNT = sizeof rows / sizeof rows[0] };
	struct duplicates *d = duplicates_new();
	struct duplicates_entry *found;
	size_t count;

	(void)state;
	for (uint32_t i = 0; i < COUNT; i++)
		duplicates_add(d, (struct duplicates_entry){ 99, rows[i], i });
	found = duplicates_find(d, &count);
	assert_int_equal(count, COUNT);
	for (uint32_t i = 0; i < COUNT; i++) {
		assert_int_equal(found[i].row, rows[found[i].tag]);
		assert_true(i == 0 || found[i].row > found[i - 1].row);
	}
	free(found);
	duplicates_free(d);
}

/* More than a chunk holds, and keys that differ in their lowest or their highest bits only: on both
 * sides of what is kept in little space. */
static void test_many(void **state)
{
	enum { KEYS = 100000 };
	struct duplicates *d = duplicates_new();
	struct duplicates_entry *found;
	size_t count;

	(void)state;
	for (uint32_t i = 0; i < KEYS; i++) {
		duplicates_add(d, (struct duplicates_entry){ i + 1, 2 * i, 0 });
		duplicates_add(d, (struct duplicates_entry){ (i + 1ULL) << 40, 2 * i + 1, 0 });
	}
	for (uint32_t i = 0; i < KEYS; i += 1000) {
		duplicates_add(d, (struct duplicates_entry){ i + 1, 2 * KEYS + i, 0 });
		duplicates_add(d,
			       (struct duplicates_entry){ (i + 1ULL) << 40, 2 * KEYS + i + 1, 0 });
	}
	found = duplicates_find(d, &count);
	assert_int_equal(count, 4 * KEYS / 1000);
	for (uint32_t i = 0; i < count; i += 2) {
		uint64_t key = i / 4 * 1000 + 1;

		assert_int_equal(found[i].key, i % 4 == 0 ? key : key << 40);
		assert_int_equal(found[i].row, i / 4 * 2000 + i % 4 / 2);
		assert_int_equal(found[i + 1].key, found[i].key);
		assert_int_equal(found[i + 1].row, 2 * KEYS + i / 4 * 1000 + i % 4 / 2);
	}
	free(found);
	duplicates_free(d);
}

/* One key all the way. */
static void test_all_the_same(void **state)
{
	enum { ENTRIES = 200000 };
	struct duplicates *d = duplicates_new();
	struct duplicates_entry *found;
	size_t count;

	(void)state;
	for (uint32_t i = 0; i < ENTRIES; i++)
		duplicates_add(d, (struct duplicates_entry){ 1, ENTRIES - i, i });
	found = duplicates_find(d, &count);
	assert_int_equal(count, ENTRIES);
	for (uint32_t i = 0; i < ENTRIES; i++) {
		assert_int_equal(found[i].row, i + 1);
		assert_int_equal(found[i].tag, ENTRIES - i - 1);
	}
	free(found);
	duplicates_free(d);
}

/* No row has the tag that is kept for jumps; the same name has the same bits in all of them. */
static void test_tags(void **state)
{
	static const uint32_t names[] = { 0, UINT32_MAX, UINT32_MAX - 4096, 0x12345678 };

	(void)state;
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		for (unsigned s = 0; s < 2 * AUDIT_STATES; s++) {
			uint32_t tag = repeats_tag(names[i], s / 2, s % 2 == 1);

			assert_true(tag < DUPLICATES_TAG_MAX);
			assert_int_equal(tag & REPEATS_STATE_MASK, s / 2);
			assert_int_equal(tag >> REPEATS_NAME_SHIFT,
					 repeats_tag(names[i], 0, false) >> REPEATS_NAME_SHIFT);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_found_by_first_row),
		cmocka_unit_test(test_rows_far_apart),
		cmocka_unit_test(test_tags),
		cmocka_unit_test(test_many),
		cmocka_unit_test(test_all_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
