/* SPDX-License-Identifier: MIT */
/* What keys mean, whatever the input method and CapsLock make of them. */
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>

#include "base/key.h"
#include "view/keymap.h"

static void test_same_key(void **state)
{
	static const struct {
		enum key_context context;
		uint32_t plain, other;
	} rows[] = {
		{ CONTEXT_STEP, 'e', 'E' },
		{ CONTEXT_STEP, 'e', 0xFF45 },
		{ CONTEXT_STEP, 'e', 0xFF25 },
		{ CONTEXT_STEP, '?', 0xFF1F },
		{ CONTEXT_STEP, '3', 0xFF13 },
		{ CONTEXT_STEP, ' ', 0x3000 },
		{ CONTEXT_LEAVE, 'y', 0xFF39 },
		{ CONTEXT_FAQ, '/', 0x3001 },
		{ CONTEXT_FAQ, '/', 0xFF0F },
		{ CONTEXT_STEP, KEYNAME_RETURN, '\n' },
		{ CONTEXT_WELCOME, 'q', 'Q' },
		{ CONTEXT_READ, 'q', 0xFF31 },
		/* the key that works in a field works beside it, too */
		{ CONTEXT_WELCOME, 'e', KEYNAME_F3 },
		{ CONTEXT_STEP, 'e', KEYNAME_F3 },
		{ CONTEXT_FAQ, 'e', KEYNAME_F3 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct action plain = keymap_find(rows[i].context, rows[i].plain);
		struct action other = keymap_find(rows[i].context, rows[i].other);

		assert_int_not_equal(plain.kind, ACTION_NONE);
		assert_int_equal(other.kind, plain.kind);
		assert_int_equal(other.number, plain.number);
	}
}

/* Digits jump from the welcome screen and from steps, and from nowhere else. */
static void test_digits(void **state)
{
	(void)state;
	for (unsigned bit = 0; bit < 31; bit++) {
		enum key_context context = (enum key_context)(1U << bit);
		bool jumps = context == CONTEXT_WELCOME || context == CONTEXT_STEP ||
			     context == CONTEXT_ACTIVITY || context == CONTEXT_STEP_BUTTON ||
			     context == CONTEXT_TO_DO;

		assert_int_equal(keymap_find(context, '3').kind == ACTION_STEP, jumps);
	}
}

/* Home and End go to the first and the last row of lists that are filled in or checked, and scroll
 * other pages. */
static void test_home_and_end(void **state)
{
	static const struct {
		enum key_context context;
		enum action_kind first, last;
	} rows[] = {
		{ CONTEXT_VERIFY, ACTION_FIRST_ROW, ACTION_LAST_ROW },
		{ CONTEXT_STATUS, ACTION_FIRST_ROW, ACTION_LAST_ROW },
		{ CONTEXT_REVIEW, ACTION_FIRST_ROW, ACTION_LAST_ROW },
		{ CONTEXT_REVIEW_MASKED, ACTION_FIRST_ROW, ACTION_LAST_ROW },
		{ CONTEXT_REVIEW_BUTTON, ACTION_FIRST_ROW, ACTION_LAST_ROW },
		{ CONTEXT_READ, ACTION_TOP, ACTION_BOTTOM },
		{ CONTEXT_STEP, ACTION_TOP, ACTION_BOTTOM },
		{ CONTEXT_TEXT, ACTION_CARET_HOME, ACTION_CARET_END },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_int_equal(keymap_find(rows[i].context, KEYNAME_HOME).kind, rows[i].first);
		assert_int_equal(keymap_find(rows[i].context, KEYNAME_END).kind, rows[i].last);
	}
}

/* Esc leads back from everywhere, and help is a key away; in a field it is Ctrl-G. */
static void test_everywhere(void **state)
{
	(void)state;
	for (unsigned bit = 0; bit < 31; bit++) {
		enum key_context context = (enum key_context)(1U << bit);

		if (context == CONTEXT_RESULT || keymap_next(context, NULL) == NULL)
			continue; /* the result has no screen below it */
		assert_int_not_equal(keymap_find(context, KEYNAME_ESC).kind, ACTION_NONE);
		if (context == CONTEXT_LEAVE)
			continue;
		if (context & CONTEXT_EDITING)
			assert_int_equal(keymap_find(context, KEY_CTRL('G')).kind, ACTION_HELP);
		else
			assert_int_equal(keymap_find(context, '?').kind, ACTION_HELP);
		if (!(context & CONTEXT_EDITING))
			assert_int_equal(keymap_find(context, 'q').kind, ACTION_LEAVE);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_same_key),
		cmocka_unit_test(test_digits),
		cmocka_unit_test(test_home_and_end),
		cmocka_unit_test(test_everywhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
