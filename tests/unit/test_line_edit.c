/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <locale.h>
#include <stdbool.h>
#include <string.h>

#include "base/text.h"
#include "wizard/line_edit.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* A key of the scripts below; any other character is typed. */
static bool press(struct line_edit *e, char key)
{
	static const struct {
		char key;
		enum action_kind kind;
	} keys[] = {
		{ '<', ACTION_CARET_LEFT },   { '>', ACTION_CARET_RIGHT },
		{ 'H', ACTION_CARET_HOME },   { 'E', ACTION_CARET_END },
		{ 'B', ACTION_ERASE_BEFORE }, { 'D', ACTION_ERASE_AFTER },
		{ 'K', ACTION_ERASE_TO_END }, { 'W', ACTION_ERASE_WORD },
		{ 'X', ACTION_ERASE_ALL },
	};

	for (size_t i = 0; i < COUNT(keys); i++)
		if (keys[i].key == key)
			return line_edit_apply(e, keys[i].kind);
	return false;
}

/* What must hold after every key. */
static void check_sound(const struct line_edit *e)
{
	assert_true(e->len <= LINE_EDIT_MAX);
	assert_true(e->caret <= e->len);
	assert_int_equal(e->text[e->len], '\0');
	assert_int_equal(strlen(e->text), e->len);
	assert_int_equal(text_valid_bytes(e->text, e->len), e->len);
	assert_int_equal(text_valid_bytes(e->text, e->caret), e->caret);
	for (size_t i = e->len; i < sizeof e->text; i++)
		assert_int_equal(e->text[i], '\0');
}

static void run(struct line_edit *e, const char *script)
{
	char character[5];
	uint32_t cp;

	while (*script != '\0') {
		size_t len = text_decode(script, strlen(script), &cp);

		memcpy(character, script, len);
		character[len] = '\0';
		if (!press(e, *script))
			assert_true(line_edit_insert(e, character));
		check_sound(e);
		script += len;
	}
}

static const struct {
	const char *keys, *text; /* | is the caret */
} scripts[] = {
	{ "", "|" },
	{ "abc", "abc|" },
	{ "欧阳娜娜", "欧阳娜娜|" },
	{ "欧阳娜娜HE中", "欧阳娜娜中|" },
	{ "欧阳娜娜B", "欧阳娜|" },
	{ "欧阳娜娜<<中", "欧阳中|娜娜" },
	{ "欧阳娜娜H>B", "|阳娜娜" },
	{ "欧阳娜娜HD", "|阳娜娜" },
	{ "欧阳娜娜BBBBB", "|" },
	{ "a一二三四B", "a一二三|" },
	{ "a一二三四H>D", "a|二三四" },
	/* at either end, nothing */
	{ "一H<<B", "|一" },
	{ "一E>>DK", "一|" },
	/* beyond the basic plane */
	{ "𠮷𬱖B", "𠮷|" },
	{ "𠮷𬱖<<x", "x|𠮷𬱖" },
	{ "\U00031350>B", "|" },
	{ "a𠮷b<<B", "|𠮷b" },
	/* combining marks belong to their base */
	{ "ae\u0301x<", "ae\u0301|x" },
	{ "ae\u0301x<<", "a|e\u0301x" },
	{ "ae\u0301x<B", "a|x" },
	{ "ae\u0301x<<D", "a|x" },
	{ "e\u0301\u0302H>", "e\u0301\u0302|" },
	{ "e\u0301\u0302B", "|" },
	{ "\u0301<", "|\u0301" },
	{ "\u0301HD", "|" },
	/* invisible characters belong to the visible one before them */
	{ "李\u200B明<<", "|李\u200B明" },
	/* to the end, words */
	{ "一二三<K", "一二|" },
	{ "一二三HK", "|" },
	{ "ab cdW", "ab |" },
	{ "ab cd  W", "ab |" },
	{ "ab cdWW", "|" },
	{ "ab cd<W", "ab |d" },
	{ "欧阳 娜娜W", "欧阳 |" },
	{ "欧阳\u3000娜娜W", "欧阳\u3000|" },
	{ "W", "|" },
	{ "一二三<X", "|" },
	/* a blank is kept where it was typed */
	{ " 李 明 ", " 李 明 |" },
};

static void test_scripts(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(scripts); i++) {
		struct line_edit e = { 0 }, marked;

		run(&e, scripts[i].keys);
		marked = e;
		assert_true(line_edit_insert(&marked, "|"));
		assert_string_equal(marked.text, scripts[i].text);
	}
}

static void test_insert(void **state)
{
	static const struct {
		const char *pasted, *kept;
	} rows[] = {
		{ "", "" },
		{ "李明", "李明" },
		{ "李明\n", "李明" },
		{ "\r\n李明\r\n\n", "李明" },
		{ "\n\n", "" },
		{ "一\n二", "一 二" },
		{ "一\r二", "一 二" },
		{ " 李明 \n", " 李明 " },
		{ "a\tb", "a\tb" },
		{ "a\x1B[31mb", "a[31mb" },
		{ "a\a\b\x7F"
		  "b",
		  "ab" },
		{ "a\xC2\x9B"
		  "b",
		  "ab" },
		{ "a\xFF\xE5\xAD"
		  "b",
		  "ab" },
		{ "\xC0\x80\xED\xA0\x80", "" },
		{ "a\u200Bb\u202Ec", "a\u200Bb\u202Ec" }, /* shown and reported, not hidden */
		{ "11000020070901009X", "11000020070901009X" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct line_edit e = { 0 };

		assert_true(line_edit_insert(&e, rows[i].pasted));
		check_sound(&e);
		assert_string_equal(e.text, rows[i].kept);
		assert_int_equal(e.caret, e.len);
	}
}

static void test_paste_inside(void **state)
{
	struct line_edit e = { 0 };

	(void)state;
	run(&e, "阿依<");
	assert_true(line_edit_insert(&e, "古丽·买买提\n"));
	check_sound(&e);
	assert_string_equal(e.text, "阿古丽·买买提依");
	assert_string_equal(e.text + e.caret, "依");
}

/* Text that does not fit is refused as a whole. */
static void test_overflow(void **state)
{
	char long_text[2000];

	(void)state;
	for (size_t len = LINE_EDIT_MAX - 5; len < LINE_EDIT_MAX + 8; len++) {
		struct line_edit e = { 0 };

		memset(long_text, 'x', len);
		long_text[len] = '\0';
		assert_int_equal(line_edit_insert(&e, long_text), len <= LINE_EDIT_MAX);
		check_sound(&e);
		assert_int_equal(e.len, len <= LINE_EDIT_MAX ? len : 0);
	}
	for (size_t space = 0; space < 6; space++) {
		struct line_edit e = { 0 };

		memset(long_text, 'x', LINE_EDIT_MAX - space);
		long_text[LINE_EDIT_MAX - space] = '\0';
		assert_true(line_edit_insert(&e, long_text));
		line_edit_apply(&e, ACTION_CARET_HOME);
		assert_int_equal(line_edit_insert(&e, "𠮷"), space >= 4);
		check_sound(&e);
		assert_int_equal(e.caret, space >= 4 ? 4 : 0);
	}
}

static void test_overflow_by_far(void **state)
{
	struct line_edit e = { 0 };
	char long_text[6001] = "";

	(void)state;
	for (int i = 0; i < 2000; i++)
		memcpy(long_text + 3 * i, "学", 3);
	run(&e, "李");
	assert_false(line_edit_insert(&e, long_text));
	assert_string_equal(e.text, "李");
	assert_false(line_edit_set(&e, long_text));
	assert_string_equal(e.text, "");
	/* dropped characters do not count */
	memset(long_text, '\a', sizeof long_text - 1);
	memcpy(long_text + 3000, "李", 3);
	assert_true(line_edit_set(&e, long_text));
	assert_string_equal(e.text, "李");
}

static void test_set(void **state)
{
	struct line_edit e = { 0 };

	(void)state;
	run(&e, "abcdef<<");
	assert_true(line_edit_set(&e, "李明"));
	check_sound(&e);
	assert_string_equal(e.text, "李明");
	assert_int_equal(e.caret, 6);
}

/* Deleted text is overwritten: check_sound() looks at the bytes behind the end. */
static void test_wipe(void **state)
{
	static const struct line_edit nothing;
	struct line_edit e = { 0 };

	(void)state;
	run(&e, "secret<<BB");
	run(&e, "一二三W");
	line_edit_wipe(&e);
	assert_memory_equal(&e, &nothing, sizeof e);
}

static int set_up(void **state)
{
	(void)state;
	return setlocale(LC_CTYPE, "C.UTF-8") == NULL;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_scripts),
		cmocka_unit_test(test_insert),
		cmocka_unit_test(test_paste_inside),
		cmocka_unit_test(test_overflow),
		cmocka_unit_test(test_overflow_by_far),
		cmocka_unit_test(test_set),
		cmocka_unit_test(test_wipe),
	};

	return cmocka_run_group_tests(tests, set_up, NULL);
}
