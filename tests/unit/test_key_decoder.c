/* SPDX-License-Identifier: MIT */
/* From the terminal's bytes to keys and pasted text. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <locale.h>
#include <string.h>

#include "base/key.h"
#include "base/text.h"
#include "tui/key_decoder.h"

/* The keys of some bytes as UTF-8, names as their number from KEYNAME_FIRST in angles. */
static const char *keys_of(struct key_decoder *d, const char *bytes)
{
	static char out[256];
	size_t n = 0;
	uint32_t key;

	for (; *bytes != '\0'; bytes++) {
		if (!key_decoder_byte(d, (unsigned char)*bytes, &key))
			continue;
		if (key < KEYNAME_FIRST)
			n += text_encode(key, out + n);
		else
			out[n++] = '<', out[n++] = (char)('A' + key - KEYNAME_FIRST),
			out[n++] = '>';
	}
	out[n] = '\0';
	return out;
}

static void test_typed(void **state)
{
	static const struct {
		const char *bytes, *keys;
	} rows[] = {
		{ "李明\r", "李明\r" },
		{ "\xC5\xC0z学", "z学" }, /* bad bytes cost no other */
		{ "\xE5\xAD学", "学" },   /* one broken off neither */
		{ "\xED\xA0\x80\xC0\x80\xF4\x90\x80\x80k", "k" },
		{ "a\177\b", "a<I><I>" },
		{ "\x1B\x01", "\x1B\x01" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct key_decoder d = { 0 };

		assert_string_equal(keys_of(&d, rows[i].bytes), rows[i].keys);
	}
}

static void test_named(void **state)
{
	struct key_decoder d = { 0 };
	uint32_t key;

	(void)state;
	assert_true(key_decoder_name(&d, KEYNAME_UP, &key));
	assert_int_equal(key, KEYNAME_UP);
	assert_false(key_decoder_name(&d, 0, &key));
	assert_string_equal(keys_of(&d, "\xE5\xAD"), "");
	assert_true(key_decoder_name(&d, KEYNAME_UP, &key));
	assert_string_equal(keys_of(&d, "\xA6x"), "x");
}

static void test_pasted(void **state)
{
	struct key_decoder d = { 0 };
	uint32_t key;

	(void)state;
	assert_null(key_decoder_paste_end(&d));
	key_decoder_paste_begin(&d);
	assert_string_equal(keys_of(&d, "李 明\r\n\xFF"), "");
	assert_false(key_decoder_name(&d, KEYNAME_UP, &key));
	assert_string_equal(key_decoder_paste_end(&d), "李 明\r\n");
	assert_string_equal(keys_of(&d, "a"), "a");
	key_decoder_paste_begin(&d);
	keys_of(&d, "b");
	assert_string_equal(key_decoder_paste_end(&d), "b");
}

/* What is longer is cut at a character; nothing is written behind. */
static void test_pasted_too_much(void **state)
{
	struct key_decoder d = { 0 };
	const char *text;

	(void)state;
	key_decoder_paste_begin(&d);
	for (size_t i = 0; i < PASTE_MAX; i++)
		keys_of(&d, i % 2 == 0 ? "𠮷" : "a学");
	text = key_decoder_paste_end(&d);
	assert_in_range(strlen(text), PASTE_MAX, PASTE_MAX + 3);
	assert_int_equal(text_valid_bytes(text, strlen(text)), strlen(text));
}

/* It may have been a password: nothing of it stays, but not while it is still coming. */
static void test_wiped(void **state)
{
	static const struct key_decoder fresh;
	struct key_decoder d = { 0 };

	(void)state;
	key_decoder_paste_begin(&d);
	keys_of(&d, "Prac");
	key_decoder_wipe(&d);
	keys_of(&d, "tice-7");
	assert_string_equal(key_decoder_paste_end(&d), "Practice-7");
	key_decoder_wipe(&d);
	assert_memory_equal(&d, &fresh, sizeof d);
	key_decoder_paste_begin(&d);
	keys_of(&d, "Practice-7");
	key_decoder_paste_begin(&d);
	assert_memory_equal(d.pasted, fresh.pasted, sizeof d.pasted);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_typed),  cmocka_unit_test(test_named),
		cmocka_unit_test(test_pasted), cmocka_unit_test(test_pasted_too_much),
		cmocka_unit_test(test_wiped),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
