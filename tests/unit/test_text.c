/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/charset.h"
#include "base/text.h"
#include "base/text_wrap.h"
#include "support/left_over.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const struct {
	const char *bytes;
	size_t n, used;
	uint32_t cp;
} decodings[] = {
	{ "", 0, 0, 0 },
	{ "A", 1, 1, 'A' },
	{ "\0", 1, 1, 0 },
	{ "\x7F", 1, 1, 0x7F },
	/* first and last of each length */
	{ "\xC2\x80", 2, 2, 0x80 },
	{ "\xDF\xBF", 2, 2, 0x7FF },
	{ "\xE0\xA0\x80", 3, 3, 0x800 },
	{ "\xEF\xBF\xBF", 3, 3, 0xFFFF },
	{ "\xF0\x90\x80\x80", 4, 4, 0x10000 },
	{ "\xF4\x8F\xBF\xBF", 4, 4, 0x10FFFF },
	/* either side of the surrogates */
	{ "\xED\x9F\xBF", 3, 3, 0xD7FF },
	{ "\xED\xA0\x80", 3, 0, 0 },
	{ "\xED\xBF\xBF", 3, 0, 0 },
	{ "\xEE\x80\x80", 3, 3, 0xE000 },
	/* overlong: the same value in more bytes than it needs */
	{ "\xC0\x80", 2, 0, 0 },
	{ "\xC1\xBF", 2, 0, 0 },
	{ "\xE0\x80\x80", 3, 0, 0 },
	{ "\xE0\x9F\xBF", 3, 0, 0 },
	{ "\xF0\x80\x80\x80", 4, 0, 0 },
	{ "\xF0\x8F\xBF\xBF", 4, 0, 0 },
	/* above Unicode, and bytes that never occur */
	{ "\xF4\x90\x80\x80", 4, 0, 0 },
	{ "\xF5\x80\x80\x80", 4, 0, 0 },
	{ "\xFE", 1, 0, 0 },
	{ "\xFF", 1, 0, 0 },
	/* a tail alone, cut short, broken off */
	{ "\x80", 1, 0, 0 },
	{ "\xBF", 1, 0, 0 },
	{ "\xC2", 1, 0, 0 },
	{ "\xE5\xAD", 2, 0, 0 },
	{ "\xF0\xA0\xAE", 3, 0, 0 },
	{ "\xE5\x41\xA6", 3, 0, 0 },
	{ "\xE5\xAD\x41", 3, 0, 0 },
	{ "\xC2\xC2\x80", 3, 0, 0 },
	/* n is the limit, whatever follows */
	{ "学", 2, 0, 0 },
	{ "学籍", 6, 3, 0x5B66 },
	{ "𠮷", 4, 4, 0x20BB7 },
};

static void test_decode(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(decodings); i++) {
		uint32_t cp = 0;
		size_t used = text_decode(decodings[i].bytes, decodings[i].n, &cp);

		assert_int_equal(used, decodings[i].used);
		if (used > 0)
			assert_int_equal(cp, decodings[i].cp);
	}
}

static void test_encode_and_back(void **state)
{
	char bytes[4];

	(void)state;
	for (uint32_t cp = 0; cp < 0x110000; cp++) {
		size_t len = text_encode(cp, bytes);
		uint32_t back = 0;

		assert_int_equal(len, cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4);
		assert_int_equal(text_decode(bytes, len, &back), len);
		assert_int_equal(back, cp >= 0xD800 && cp <= 0xDFFF ? 0xFFFD : cp);
	}
	assert_int_equal(text_encode(0x110000, bytes), 3);
	assert_memory_equal(bytes, "\xEF\xBF\xBD", 3);
	assert_int_equal(text_encode(UINT32_MAX, bytes), 3);
}

static void test_valid_bytes(void **state)
{
	static const struct {
		const char *bytes;
		size_t len, valid;
	} rows[] = {
		{ "", 0, 0 },
		{ "学籍", 6, 6 },
		{ "学籍", 5, 3 },
		{ "ab\xFF"
		  "c",
		  4, 2 },
		{ "\xD1\xA7", 2, 2 },
		{ "a\0b", 3, 3 },
		{ "\xC4\xE3\xBA\xC3", 4, 0 }, /* 你好 in GBK */
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(text_valid_bytes(rows[i].bytes, rows[i].len), rows[i].valid);
}

static void test_length_and_offset(void **state)
{
	static const struct {
		const char *text;
		size_t length, index, offset;
	} rows[] = {
		{ "", 0, 0, 0 },
		{ "李明", 2, 0, 0 },
		{ "李明", 2, 1, 3 },
		{ "李明", 2, 2, 6 },
		{ "李明", 2, 3, 6 },
		{ "阿依古丽·买买提", 8, 4, 12 },
		{ "a𠮷b", 3, 2, 5 },
		{ "a\xFF"
		  "b",
		  3, 2, 2 },
		{ "a\xE5\xAD", 3, 2, 2 },
		{ "e\xCC\x81x", 3, 2, 3 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_int_equal(text_length(rows[i].text), rows[i].length);
		assert_int_equal(text_offset(rows[i].text, rows[i].index), rows[i].offset);
	}
}

static void test_width(void **state)
{
	static const struct {
		const char *text;
		int columns;
	} rows[] = {
		{ "", 0 },
		{ "abc", 3 },
		{ "李明", 4 },
		{ "李·明", 5 },
		{ "𠮷", 2 },
		{ "e\xCC\x81", 1 },
		{ "，。", 4 },
		{ "“”", 2 },
		{ "ＡＢ", 4 },
		{ "\x1B[31m", 5 },
		{ "a\xFF"
		  "b",
		  3 },
		{ "\xE5\xAD", 2 },
		{ "a\u200Bb", 2 },
		{ "\U00031350", 2 },
		{ "한", 2 },
		{ "\u3000", 2 },
		{ "丽·买•", 6 }, /* dots of names */
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(text_width(rows[i].text), rows[i].columns);
	assert_int_equal(text_width_n("李明", 3), 2);
}

static void test_fit(void **state)
{
	static const struct {
		const char *text;
		int columns;
		size_t bytes;
	} rows[] = {
		{ "李明", 0, 0 },     { "李明", 1, 0 },  { "李明", 2, 3 }, { "李明", 3, 3 },
		{ "李明", 4, 6 },     { "李明", 99, 6 }, { "abc", 2, 2 },  { "e\xCC\x81x", 1, 3 },
		{ "\xFF\xFF", 1, 1 }, { "", 5, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(text_fit(rows[i].text, rows[i].columns), rows[i].bytes);
}

static const struct {
	const char *text, *clean;
} cleanings[] = {
	{ "", "" },
	{ "李明 Li-Ming 2007", "李明 Li-Ming 2007" },
	{ "a\nb", "a\nb" },
	/* C0, DEL */
	{ "\x1B[31mred\x1B[m", "\uFFFD[31mred\uFFFD[m" },
	{ "\x1B]0;title\a", "\uFFFD]0;title\uFFFD" },
	{ "a\rb\tc\bd\x7F", "a\uFFFD"
			    "b\uFFFD"
			    "c\uFFFD"
			    "d\uFFFD" },
	/* C1, as U+009B and U+0085, and as a bare byte */
	{ "\xC2\x9B"
	  "31m",
	  "\uFFFD"
	  "31m" },
	{ "a\xC2\x85"
	  "b",
	  "a\uFFFD"
	  "b" },
	{ "\x9B"
	  "31m",
	  "\uFFFD"
	  "31m" },
	/* bidi */
	{ "a\u202Eb\u202C", "a\uFFFD"
			    "b\uFFFD" },
	{ "\u2066\u2067\u2068\u2069", "\uFFFD\uFFFD\uFFFD\uFFFD" },
	{ "\u200E\u200F\u061C", "\uFFFD\uFFFD\uFFFD" },
	/* zero width */
	{ "李\u200B明\uFEFF", "李明" },
	{ "a\u00ADb\u034Fc\u2060d\uFE0Fe\U000E0041f", "abcdef" },
	{ "邊\U000E0101", "邊" },
	{ "a\u200C\u200Db", "ab" },
	/* at most two marks, also across what vanishes */
	{ "e\u0301", "e\u0301" },
	{ "e\u0301\u0302\u0303\u0304x", "e\u0301\u0302x" },
	{ "e\u0301\u200B\u0302\u200B\u0303x", "e\u0301\u0302x" },
	{ "a\u0301\u0302b\u0303\u0304", "a\u0301\u0302b\u0303\u0304" },
	/* fillers and separators */
	{ "a\u3164b\u2800c\uFFA0d\u115Fe", "a b c d e" },
	{ "a\u2028b\u2029c", "a b c" },
	{ "a\u3000b", "a\u3000b" },
	/* bad bytes, each one visible */
	{ "a\xFF\xFE"
	  "b",
	  "a\uFFFD\uFFFD"
	  "b" },
	{ "\xC0\x80", "\uFFFD\uFFFD" },
	{ "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD" },
	{ "学\xE5\xAD", "学\uFFFD\uFFFD" },
	/* not a character, private use and newer than any C library */
	{ "\U0003FF00", "〓" },
	{ "\uFFFE", "\uFFFD" },
};

static void test_clean(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cleanings); i++) {
		char *clean = text_clean(cleanings[i].text), *again = text_clean(clean);

		assert_string_equal(clean, cleanings[i].clean);
		assert_string_equal(again, clean);
		free(clean);
		free(again);
	}
}

static void test_clean_line(void **state)
{
	char *clean = text_clean_line("一\n二\r\n三\u2028四");

	(void)state;
	assert_string_equal(clean, "一 二\uFFFD 三 四");
	free(clean);
}

/* Every code point alone: cleaned, it is nothing that a terminal obeys or hides, and stays so. */
static void test_clean_every_character(void **state)
{
	char bytes[5];

	(void)state;
	for (uint32_t cp = 1; cp < 0x110000; cp++) {
		uint32_t shown = text_clean_char(cp);
		char *clean;

		if (shown != 0) {
			assert_int_equal(text_clean_char(shown), shown);
			assert_true(shown == '\n' || !text_is_invisible(shown));
			assert_true(shown == '\n' || shown >= ' ');
		}
		bytes[text_encode(cp, bytes)] = '\0';
		clean = text_clean(bytes);
		assert_int_equal(text_length(clean), shown == 0 ? 0 : 1);
		free(clean);
	}
}

static void test_kinds(void **state)
{
	static const struct {
		uint32_t cp;
		bool blank, invisible;
	} rows[] = {
		{ ' ', true, false },    { '\t', true, false },    { '\n', true, false },
		{ 0xA0, true, false },   { 0x3000, true, false },  { 0x2003, true, false },
		{ 0x2028, true, false }, { 0x85, true, false },    { 0x200B, false, true },
		{ 0xFEFF, false, true }, { 0x202E, false, true },  { 0x00, false, true },
		{ 0x1B, false, true },   { 0x7F, false, true },    { 0x9B, false, true },
		{ 0x3164, false, true }, { 0xE0041, false, true }, { 0x2800, false, true },
		{ 'a', false, false },   { 0x5B66, false, false }, { 0xB7, false, false },
		{ 0x301, false, false }, { 0xFFFD, false, false }, { 0x20BB7, false, false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_int_equal(text_is_blank(rows[i].cp), rows[i].blank);
		assert_int_equal(text_is_invisible(rows[i].cp), rows[i].invisible);
	}
}

static void test_narrow(void **state)
{
	static const struct {
		uint32_t cp, narrow;
	} rows[] = {
		{ 0xFF01, '!' },    { 0xFF11, '1' },    { 0xFF38, 'X' },    { 0xFF5E, '~' },
		{ 0xFF00, 0xFF00 }, { 0xFF5F, 0xFF5F }, { 0x3000, 0x3000 }, { 'X', 'X' },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_int_equal(text_narrow(rows[i].cp), rows[i].narrow);
		assert_int_equal(text_is_fullwidth(rows[i].cp), rows[i].cp != rows[i].narrow);
	}
}

static void test_number(void **state)
{
	static const size_t numbers[] = { 0, 9, 10, 1234567890, SIZE_MAX };

	(void)state;
	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
		char expected[TEXT_NUMBER + 1], digits[TEXT_NUMBER + 1] = "";

		snprintf(expected, sizeof expected, "%zu", numbers[i]);
		assert_int_equal(text_number(numbers[i], digits), strlen(expected));
		assert_string_equal(digits, expected);
	}
}

static void test_emphasis(void **state)
{
	static const struct {
		const char *text, *plain, *first, *second;
		size_t count;
	} rows[] = {
		{ "", "", NULL, NULL, 0 },
		{ "请**务必**自己注册", "请务必自己注册", "务必", NULL, 1 },
		{ "**一**二**三**", "一二三", "一", "三", 2 },
		{ "**一****二**", "一二", "一", "二", 2 },
		{ "2 ** 3", "2 ** 3", NULL, NULL, 0 },
		{ "**一**二**", "一二**", "一", NULL, 1 },
		{ "一*二*", "一*二*", NULL, NULL, 0 },
		{ "****", "", "", NULL, 1 },
		{ "**", "**", NULL, NULL, 0 },
		{ "***", "***", NULL, NULL, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *wanted[] = { rows[i].first, rows[i].second };
		struct text_span *spans;
		size_t count;
		char *plain = text_emphasis(rows[i].text, &spans, &count);

		assert_string_equal(plain, rows[i].plain);
		assert_int_equal(count, rows[i].count);
		for (size_t n = 0; n < count; n++) {
			assert_int_equal(spans[n].end - spans[n].start, strlen(wanted[n]));
			assert_memory_equal(plain + spans[n].start, wanted[n], strlen(wanted[n]));
		}
		free(plain);
		free(spans);
	}
}

/* Where the locale knows no Chinese, widths are guessed, and nothing readable is replaced. */
static void test_locale_without_chinese(void **state)
{
	char *clean;

	(void)state;
	assert_non_null(setlocale(LC_CTYPE, "C"));
	assert_int_equal(text_width("李明a，"), 7);
	assert_int_equal(text_width("e\xCC\x81"), 1);
	clean = text_clean("李明·𠮷\x1B");
	assert_string_equal(clean, "李明·𠮷\uFFFD");
	free(clean);
	assert_non_null(setlocale(LC_CTYPE, "C.UTF-8"));
}

static int set_up(void **state)
{
	(void)state;
	return setlocale(LC_CTYPE, "C.UTF-8") == NULL;
}

/* What a field holds passes through copies. */
static void test_no_copy_is_left(void **state)
{
	static const char secret[] = "110000200709010014";
	FILE *null;
	size_t count;

	(void)state;
	if (!LEFT_OVER_POSSIBLE)
		skip();
	null = fopen("/dev/null", "w");
	assert_non_null(null);
	setvbuf(null, NULL, _IONBF, 0);
	left_over_start(secret, sizeof secret - 1);
	text_clean_bytes("110000200709010014\n", sizeof secret - 1);
	charset_put(secret, null);
	free(text_wrap(secret, 40, &count));
	assert_int_equal(left_over_end(), 0);
	fclose(null);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_decode),
		cmocka_unit_test(test_encode_and_back),
		cmocka_unit_test(test_valid_bytes),
		cmocka_unit_test(test_length_and_offset),
		cmocka_unit_test(test_width),
		cmocka_unit_test(test_fit),
		cmocka_unit_test(test_clean),
		cmocka_unit_test(test_clean_line),
		cmocka_unit_test(test_clean_every_character),
		cmocka_unit_test(test_kinds),
		cmocka_unit_test(test_narrow),
		cmocka_unit_test(test_emphasis),
		cmocka_unit_test(test_no_copy_is_left),
		cmocka_unit_test(test_number),
		cmocka_unit_test(test_locale_without_chinese),
	};

	return cmocka_run_group_tests(tests, set_up, NULL);
}
