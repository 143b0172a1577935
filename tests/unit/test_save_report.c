/* SPDX-License-Identifier: MIT */
/* Where the report is written, and when the student is asked. */
#include <string.h>

#include "base/text.h"
#include "screens/result.h"
#include "support/one_wizard.h"

static void ask_to_save(void)
{
	act(ACTION_SAVE_REPORT);
	assert_int_equal(wizard_screen(&w), SCREEN_CHOOSE);
	type("2");
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_SAVE_REPORT);
}

/* For whom it is, is asked each time, and answered by no key that is held down. */
static void test_forms(void **state)
{
	static const struct {
		const char *typed, *says;
		enum report_form form;
	} rows[] = {
		{ "", "结果单给谁看", REPORT_MASKED },
		{ "2", "姓名、学号、考生号写全", REPORT_FOR_COUNSELLOR },
		{ "1", "自己留着", REPORT_IN_FULL },
		{ "", "结果单给谁看", REPORT_IN_FULL },
		{ "遮住：", "没有", REPORT_IN_FULL }, /* no such option: nothing is taken */
		{ "3", "姓名和号码都遮住", REPORT_MASKED },
		{ "辅导员", "证件号码遮住", REPORT_FOR_COUNSELLOR },
	};

	(void)state;
	start(true);
	wizard_finish(&w);
	assert_int_equal(w.report.form, REPORT_MASKED);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		act(ACTION_SAVE_REPORT);
		if (*rows[i].typed != '\0')
			type(rows[i].typed);
		act(ACTION_NEXT);
		assert_true(says(rows[i].says));
		assert_int_equal(w.report.form, rows[i].form);
		while (wizard_screen(&w) != SCREEN_RESULT)
			act(ACTION_CLOSE);
	}
	/* One that is written unasked shows nothing. */
	w.report.automatic = true;
	wizard_finish(&w);
	assert_int_equal(w.report.form, REPORT_MASKED);
}

/* A name that cannot be is answered, and nothing written. */
static void test_names(void **state)
{
	static const struct {
		const char *name, *says; /* NULL: it is written */
	} rows[] = {
		{ "", "先写文件名" },
		{ "  ", "先写文件名" },
		{ "a.pdf", "这种文件存不了" },
		{ "a.PDF", "存不了" },
		{ "a.docx", "存不了" },
		{ "b/c.html", "存不了" },
		{ "a.txt", NULL },
		{ "pdf", NULL },
		{ "a.pdf.md", NULL },
		{ "~/a.json", NULL },
		{ "a.txt5", "存不了" },
		{ "a.", "存不了" },
		{ "b.c/a", NULL },
		{ "a.txt  ", NULL }, /* of an input method */
		{ "～/a.txt", "用英文的 /" },
		{ "~／a.txt", "用英文的 /" },
		{ "D:\\a.txt", "用英文的 /" },
		{ "a～b.txt", NULL },
	};

	(void)state;
	start(true);
	wizard_finish(&w);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		ask_to_save();
		act(ACTION_ERASE_ALL);
		type(rows[i].name);
		assert_int_equal((act(ACTION_NEXT) & EFFECT_REPORT) != 0, rows[i].says == NULL);
		if (rows[i].says != NULL)
			assert_non_null(strstr(w.notice, rows[i].says));
		act(ACTION_CLOSE);
	}
}

/* An existing file is replaced only where that is chosen; what else is typed is another name. */
static void test_another_name(void **state)
{
	static const struct {
		const char *typed;
		bool replaced;
		const char *name;
	} rows[] = {
		{ "", false, "a.txt" },
		{ "beiyong.txt", false, "beiyong.txt" }, /* with y, n, q and o */
		{ "y", false, "y" },
		{ "2 班.txt", false, "2 班.txt" },
		{ "Y", false, "Y" },
		{ "结果单2.md", false, "结果单2.md" },
		{ "2026结果", false, "2026结果" },
		{ "~/another.txt", false, "~/another.txt" },
		{ "1", false, "a.txt" },
		{ "2", true, "a.txt" },
		{ "换掉", true, "a.txt" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		unsigned effects;
		uint32_t cp;

		start(true);
		wizard_finish(&w);
		ask_to_save();
		act(ACTION_ERASE_ALL);
		type("a.txt");
		act(ACTION_NEXT);
		result_report_done(&w, false, true, "有了");
		for (const char *at = rows[i].typed; text_next(&at, &cp);) {
			char key[5] = "";

			text_encode(cp, key);
			type(key);
		}
		effects = act(ACTION_NEXT);
		assert_int_equal((effects & EFFECT_REPORT) != 0, rows[i].replaced);
		assert_int_equal(w.report.overwrite, rows[i].replaced);
		assert_int_equal(wizard_screen(&w), SCREEN_SAVE_REPORT);
		assert_string_equal(screens_editing(&w)->text, rows[i].name);
	}
}

/* A no asks for another name. */
static void test_replace(void **state)
{
	(void)state;
	start(true);
	wizard_finish(&w);
	ask_to_save();
	assert_true(act(ACTION_NEXT) & EFFECT_REPORT);
	assert_false(w.report.overwrite);
	result_report_done(&w, false, true, "有了");
	assert_true(says("已经有这个文件了"));
	assert_int_equal(go(1), 0);
	act(ACTION_CLOSE);
	assert_int_equal(wizard_screen(&w), SCREEN_SAVE_REPORT);
	assert_int_equal(go(1), 0);
	result_report_done(&w, false, true, "有了");
	act(ACTION_DOWN);
	assert_true(act(ACTION_NEXT) & EFFECT_REPORT);
	assert_true(w.report.overwrite);
	result_report_done(&w, false, false, "没有存上");
	assert_int_equal(wizard_screen(&w), SCREEN_SAVE_REPORT);
	assert_string_equal(w.notice, "没有存上");
	result_report_done(&w, true, false, "存好了");
	assert_int_equal(wizard_screen(&w), SCREEN_RESULT);
	assert_string_equal(w.report.written.text, w.report.path.text);
	/* The name is kept for the next time. */
	ask_to_save();
	act(ACTION_ERASE_ALL);
	type("a.md");
	act(ACTION_CLOSE);
	ask_to_save();
	assert_string_equal(screens_editing(&w)->text, "a.md");
}

/* What another reader gets has a name of its own, and replaces nothing unasked. */
static void test_a_file_each(void **state)
{
	(void)state;
	start(true);
	wizard_finish(&w);
	ask_to_save();
	act(ACTION_ERASE_ALL);
	type("a.md");
	assert_true(act(ACTION_NEXT) & EFFECT_REPORT);
	assert_true(w.report.asked);
	result_report_done(&w, true, false, "");
	act(ACTION_SAVE_REPORT);
	type("1");
	act(ACTION_NEXT);
	assert_string_equal(w.report.path.text, "学籍自查结果单-自己留.txt");
	act(ACTION_ERASE_ALL);
	type("a.md");
	act(ACTION_NEXT);
	assert_false(w.report.overwrite);
	result_report_done(&w, true, false, "");
	act(ACTION_SAVE_REPORT);
	type("1");
	act(ACTION_NEXT);
	act(ACTION_NEXT);
	assert_true(w.report.overwrite);
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
	type("李朋");
	wizard_finish(&w);
	assert_int_equal(wizard_screen(&w), SCREEN_RESULT);
	assert_false(act(ACTION_LEAVE) & EFFECT_QUIT);
	assert_int_equal(wizard_screen(&w), SCREEN_LEAVE);
	act(ACTION_NO);
	assert_int_equal(wizard_screen(&w), SCREEN_RESULT);
	/* Enter leads to saving first, and then ends. */
	act(ACTION_NEXT);
	type("2");
	act(ACTION_NEXT);
	assert_true(act(ACTION_NEXT) & EFFECT_REPORT);
	result_report_done(&w, true, false, "");
	assert_true(act(ACTION_NEXT) & EFFECT_QUIT);
	assert_int_equal(wizard_exit_status(&w), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_forms),        cmocka_unit_test(test_names),
		cmocka_unit_test(test_another_name), cmocka_unit_test(test_replace),
		cmocka_unit_test(test_a_file_each),  cmocka_unit_test(test_leave_the_result),
	};

	return cmocka_run_group_tests(tests, load_shipped, unload);
}
