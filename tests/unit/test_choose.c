/* SPDX-License-Identifier: MIT */
/* The list of the options of a choice. */
#include <string.h>

#include "screens/choose.h"
#include "support/one_wizard.h"
#include "view/keymap.h"

static size_t taken;

static const char *label(const struct wizard *wizard, size_t option)
{
	static const char *const labels[] = { "居民身份证", "护照", "Passport 2", "其他" };

	(void)wizard;
	return labels[option % 4];
}

static unsigned take(struct wizard *wizard, size_t option)
{
	assert_int_equal(wizard_screen(wizard), SCREEN_STEP);
	taken = option;
	return EFFECT_SAVE;
}

static void list(size_t count, size_t chosen)
{
	const struct chooser chooser = { "证件类型", count, label, take };

	start(true);
	go(1);
	taken = 99;
	assert_true(choose_open(&w, &chooser, chosen) & EFFECT_NEW_SCREEN);
	assert_int_equal(wizard_screen(&w), SCREEN_CHOOSE);
	assert_int_equal(screens_context(&w), CONTEXT_CHOOSE);
	assert_non_null(screens_editing(&w));
}

/* What is typed, how many options are left, and which one Enter takes (99: none). */
static void test_typing(void **state)
{
	static const struct {
		const char *typed, *heading;
		size_t rows, taken;
	} rows[] = {
		{ "", "打编号，按 Enter", 4, 99 },
		{ "2", "2/4", 4, 1 }, /* a number before a text */
		{ "4", "4/4", 4, 3 },
		{ "３", "3/4", 4, 2 },
		{ "４０", "0/4", 0, 99 },
		{ "0004", "4/4", 4, 3 },
		{ "5", "0/4", 0, 99 },
		{ "0", "0/4", 0, 99 },
		{ "护", "2/4", 1, 1 },
		{ "pass", "3/4", 1, 2 },
		{ "证", "1/4", 1, 0 },
		/* blanks, brackets, width and capitals do not count */
		{ "passport2", "3/4", 1, 2 },
		{ "（护 照）", "2/4", 1, 1 },
		{ "ＰＡＳＳ", "3/4", 1, 2 },
		/* pinyin, whole, begun or its initials */
		{ "huzhao", "2/4", 1, 1 },
		{ "huz", "2/4", 1, 1 },
		{ "sfz", "1/4", 1, 0 },
		{ "QiTa", "4/4", 1, 3 },
		{ "zaiji", "再选上面这项", 1, 99 },
		{ "没有的", "再选上面这项", 1, 99 }, /* what is not on the list */
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		list(4, NO_OPTION);
		type(rows[i].typed);
		assert_int_equal(screens_rows(&w), rows[i].rows);
		assert_true(says(rows[i].heading));
		assert_true(says("证件类型"));
		assert_int_equal(says("没有这一项"), rows[i].rows == 0);
		assert_int_equal(says("/4"), strchr(rows[i].heading, '/') != NULL);
		assert_int_equal(act(ACTION_NEXT) != 0, rows[i].taken != 99);
		assert_int_equal(taken, rows[i].taken);
		assert_int_equal(wizard_screen(&w),
				 rows[i].taken != 99 ? SCREEN_STEP : SCREEN_CHOOSE);
	}
}

/* Blanks and a click take the focused option, too; a digit goes to no step; Esc takes none. */
static void test_keys(void **state)
{
	(void)state;
	list(4, 2);
	assert_int_equal(screens_focus(&w), 2);
	assert_true(says("现在选的"));
	act(ACTION_DOWN);
	assert_true(type(" ") & EFFECT_SAVE);
	assert_int_equal(taken, 3);
	list(4, NO_OPTION);
	assert_false(says("现在选的"));
	act(ACTION_DOWN);
	type("　");
	assert_int_equal(taken, 0);
	list(4, NO_OPTION);
	act(ACTION_UP);
	act(ACTION_NEXT);
	assert_int_equal(taken, 3);
	list(4, NO_OPTION);
	screens_apply(&w, (struct action){ ACTION_CLICK, 2, NULL });
	assert_int_equal(taken, 2);
	list(4, NO_OPTION);
	assert_int_equal(go(2), 0);
	type("护");
	act(ACTION_ERASE_BEFORE);
	assert_int_equal(screens_rows(&w), 4);
	assert_true(act(ACTION_CLOSE) & EFFECT_NEW_SCREEN);
	assert_int_equal(taken, 99);
	assert_int_equal(wizard_screen(&w), SCREEN_STEP);
}

/* The text that is sought has a line where the list is long, or when there is one. */
static void test_sought(void **state)
{
	(void)state;
	list(4, NO_OPTION);
	assert_false(says("找"));
	type("护");
	assert_true(says("找"));
	list(9, NO_OPTION);
	assert_false(says("找"));
	list(10, NO_OPTION);
	assert_true(says("找"));
	assert_true(says("打编号或几个字"));
	assert_true(says("10"));
	type("护");
	assert_false(says("打编号或几个字"));
	/* Asked again, it lists all. */
	list(10, NO_OPTION);
	assert_int_equal(screens_rows(&w), 10);
}

/* The bar stands on the first row, which is no answer before it was moved to, however often a key
 * that is held down repeats. */
static void test_not_by_itself(void **state)
{
	static const struct {
		enum action_kind first;
		size_t taken;
	} rows[] = {
		{ ACTION_NEXT, 99 },      { ACTION_DOWN, 0 },      { ACTION_UP, 3 },
		{ ACTION_CARET_HOME, 0 }, { ACTION_CARET_END, 3 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		list(4, NO_OPTION);
		assert_int_equal(screens_focus(&w), 4); /* none */
		assert_int_equal(act(rows[i].first), 0);
		assert_int_equal(strcmp(w.notice, "先选一项：打编号，或按上下。") == 0,
				 rows[i].first == ACTION_NEXT);
		assert_int_equal(taken, 99);
		act(ACTION_NEXT);
		assert_int_equal(taken, rows[i].taken);
	}
	/* nor is what is listed because nothing was found */
	list(4, NO_OPTION);
	type("没有的");
	act(ACTION_NEXT);
	assert_string_equal(w.notice, "先选一项：打编号，或按上下。");
	act(ACTION_DOWN);
	act(ACTION_NEXT);
	assert_int_equal(taken, 3);
	/* Read line by line, nothing has a bar. */
	list(4, NO_OPTION);
	act(ACTION_CLOSE);
	w.line_mode = true;
	choose_open(&w, &(struct chooser){ "证件类型", 4, label, take }, NO_OPTION);
	act(ACTION_NEXT);
	assert_string_equal(w.notice, "先选一项。");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_typing),
		cmocka_unit_test(test_keys),
		cmocka_unit_test(test_sought),
		cmocka_unit_test(test_not_by_itself),
	};

	return cmocka_run_group_tests(tests, load_shipped, unload);
}
