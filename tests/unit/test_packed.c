/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <locale.h>
#include <string.h>

#include "audit/packed.h"
#include "audit/sentence_cache.h"
#include "base/text.h"
#include "rules/sentence.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* Packed and expanded again each text is itself, in as few bytes as its header says, or fewer. */
static void test_text(void **state)
{
	static const struct {
		const char *text;
		size_t bytes;
	} rows[] = {
		{ "", 0 },
		{ "李**          1****************X", 9 },
		{ "a b", 3 },
		{ "*******************", 2 },
		{ "                          ", 2 },
		{ "阿依古丽·买买提", 23 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char packed[64], text[64 + PACKED_RUN_MAX];

		*packed_text(packed, rows[i].text) = '\0';
		*packed_expand(text, packed) = '\0';
		assert_string_equal(text, rows[i].text);
		assert_true(strlen(packed) <= rows[i].bytes);
		assert_int_equal(packed_width(packed), text_width(rows[i].text));
	}
}

/* What a terminal must not get never is a run. */
static void test_clean(void **state)
{
	char packed[64], text[64 + PACKED_RUN_MAX];

	(void)state;
	*packed_clean(packed, "\x01李\n\x1F") = '\0';
	*packed_expand(text, packed) = '\0';
	assert_string_equal(text, "\uFFFD李 \uFFFD");
	*packed_character(packed, '\t') = '\0';
	*packed_expand(text, packed) = '\0';
	assert_string_equal(text, "\uFFFD");
}

static void test_number(void **state)
{
	static const size_t numbers[] = { 0, 127, 128, 16383, 16384, 1234567890, SIZE_MAX };

	(void)state;
	for (size_t i = 0; i < COUNT(numbers); i++) {
		char bytes[16], *end = packed_number(bytes, numbers[i]);
		const char *from = bytes;

		assert_int_equal(packed_take_number(&from), numbers[i]);
		assert_ptr_equal(from, end);
	}
}

/* A sentence is known if all that it says is the same, and only then. */
static void test_said(void **state)
{
	static struct sentence_cache masked, revealed;
	struct finding f = {
		.code = FINDING_ID_PROVINCE, .kind = KIND_PROVINCE, .at = 1, .count = 2, .is = "99"
	};
	struct cached_sentence *slot;

	(void)state;
	sentence_cache_init(&masked, SENTENCE_ROSTER | SENTENCE_MASKED);
	sentence_cache_init(&revealed, SENTENCE_ROSTER);
	assert_false(sentence_cache_find(&masked, &f, &slot));
	assert_false(sentence_cache_find(&revealed, &f, &slot));
	assert_true(sentence_cache_find(&revealed, &f, &slot));
	strcpy(f.is, "00");
	assert_true(sentence_cache_find(&masked, &f, &slot));
	assert_false(sentence_cache_find(&revealed, &f, &slot));
	f.at = 2;
	assert_false(sentence_cache_find(&masked, &f, &slot));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_clean),
		cmocka_unit_test(test_number),
		cmocka_unit_test(test_said),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
