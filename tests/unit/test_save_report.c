/* SPDX-License-Identifier: MIT */
/* Where the report is written, and when the student is asked. */
#include <string.h>

#include "screens/save_report.h"
#include "support/one_wizard.h"
#include "wizard/verdict.h"

/* An existing file is replaced only after a yes; a no asks for another name. */
static void test_replace(void **state)
{
	(void)state;
	start(true);
	wizard_finish(&w);
	act(ACTION_SAVE_REPORT);
	assert_true(act(ACTION_NEXT) & EFFECT_REPORT);
	assert_false(w.report.replace);
	save_report_done(&w, false, true, "有了");
	assert_int_equal(wizard_screen(&w), SCREEN_REPLACE);
	assert_true(says(w.report.path.text));
	assert_int_equal(act(ACTION_LEAVE) | go(1), 0);
	act(ACTION_NO);
	assert_int_equal(wizard_screen(&w), SCREEN_SAVE_REPORT);
	assert_int_equal(go(1), 0);
	save_report_done(&w, false, true, "有了");
	assert_int_equal(act(ACTION_YES), EFFECT_REPORT | EFFECT_NEW_SCREEN);
	assert_true(w.report.replace);
	save_report_done(&w, false, false, "没有存上");
	assert_int_equal(wizard_screen(&w), SCREEN_SAVE_REPORT);
	assert_string_equal(w.notice, "没有存上");
	save_report_done(&w, true, false, "存好了");
	assert_int_equal(wizard_screen(&w), SCREEN_RESULT);
	assert_string_equal(w.report.written.text, w.report.path.text);
	/* The name is kept for the next time; an empty one saves nothing. */
	act(ACTION_SAVE_REPORT);
	act(ACTION_ERASE_ALL);
	assert_int_equal(act(ACTION_NEXT), 0);
	type("a.md");
	act(ACTION_CLOSE);
	act(ACTION_SAVE_REPORT);
	assert_string_equal(screens_editing(&w)->text, "a.md");
}

/* At the result, what the site shows would be lost unless a report holds it. */
static void test_leave_the_result(void **state)
{
	(void)state;
	start(true);
	go(5);
	act(ACTION_NEXT);
	screens_apply(&w,
		      (struct action){ ACTION_PICK, (unsigned)line_of(GUIDE_COMPARE_NAME), NULL });
	act(ACTION_MARK_DIFFER);
	type("李朋");
	act(ACTION_NEXT);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_RESULT);
	assert_false(act(ACTION_NEXT) & EFFECT_QUIT);
	assert_int_equal(wizard_screen(&w), SCREEN_LEAVE);
	act(ACTION_NO);
	assert_int_equal(wizard_screen(&w), SCREEN_RESULT);
	act(ACTION_SAVE_REPORT);
	assert_true(act(ACTION_NEXT) & EFFECT_REPORT);
	save_report_done(&w, true, false, "");
	assert_true(act(ACTION_NEXT) & EFFECT_QUIT);
	assert_int_equal(wizard_exit_status(&w), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_replace),
		cmocka_unit_test(test_leave_the_result),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
