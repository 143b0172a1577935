/* SPDX-License-Identifier: MIT */
/* The verification and the result it leads to, without a terminal, a disk or a clock. */
#include <stdlib.h>
#include <string.h>

#include "support/one_wizard.h"
#include "wizard/verdict.h"

/* Marks every check as matching, except the first required one, and chooses a status (-1: none). */
static void verify(int status, enum action_kind first_mark)
{
	start(true);
	go(5);
	act(ACTION_NEXT);
	for (size_t line = 0; line < guide->verification->check_count; line++) {
		size_t check = wizard_check_index(&w, line);

		screens_apply(&w, (struct action){ ACTION_PICK, (unsigned)line, NULL });
		if (!wizard_is_choice(&guide->verification->checks[check])) {
			bool first = guide->verification->checks[check].required && first_mark != 0;

			act(first ? first_mark : ACTION_MARK_MATCH);
			if (w.verify.typing)
				act(ACTION_CLOSE);
			first_mark = first ? 0 : first_mark;
		}
		for (int i = 0; i <= status &&
				guide->verification->checks[check].compare == GUIDE_COMPARE_STATUS;
		     i++)
			act(ACTION_CHOICE_NEXT);
	}
}

static void test_verdicts(void **state)
{
	static const enum verdict of_outcome[] = { VERDICT_PASS, VERDICT_WAIT, VERDICT_FAIL };

	(void)state;
	for (size_t i = 0; i < guide->verification->status_count; i++) {
		enum verdict expected = of_outcome[guide->verification->statuses[i].outcome];

		verify((int)i, ACTION_MARK_MATCH);
		assert_int_equal(wizard_verdict(&w), expected);
		assert_ptr_equal(wizard_verdict_says(&w),
				 &guide->verdicts[guide->verification->statuses[i].outcome]);
		act(ACTION_NEXT);
		assert_int_equal(wizard_screen(&w), SCREEN_RESULT);
		assert_int_equal(wizard_exit_status(&w), expected == VERDICT_PASS ? 0 : 1);
	}
	verify(0, ACTION_MARK_DIFFER);
	assert_int_equal(wizard_verdict(&w), VERDICT_FAIL);
	verify(0, ACTION_MARK_ABSENT);
	assert_int_equal(wizard_verdict(&w), VERDICT_WAIT);
	verify(0, ACTION_MARK_OPEN);
	assert_int_equal(wizard_verdict(&w), VERDICT_OPEN);
	verify(-1, ACTION_MARK_MATCH);
	assert_int_equal(wizard_verdict(&w), VERDICT_OPEN);
	assert_int_equal(wizard_verdict_says(&w)->text.count, 0);
}

/* What differs is typed, and compared with the record. */
static void test_shown_value(void **state)
{
	size_t line;
	struct findings found = { 0 };

	(void)state;
	start(true);
	go(5);
	act(ACTION_NEXT);
	line = line_of(GUIDE_COMPARE_ID_NUMBER);
	screens_apply(&w, (struct action){ ACTION_PICK, (unsigned)line, NULL });
	act(ACTION_MARK_DIFFER);
	assert_non_null(screens_editing(&w));
	type("110000200709100014");
	act(ACTION_NEXT);
	assert_null(screens_editing(&w));
	wizard_check_shown(&w, wizard_check_index(&w, line), &found);
	assert_true(findings_any(&found, SEVERITY_ERROR));
}

/* Marking a check as matching wipes what was typed for it. */
static void test_match_wipes_what_was_typed(void **state)
{
	size_t check;

	(void)state;
	start(true);
	go(5);
	act(ACTION_NEXT);
	screens_apply(&w,
		      (struct action){ ACTION_PICK, (unsigned)line_of(GUIDE_COMPARE_NAME), NULL });
	check = wizard_check_index(&w, screens_focus(&w));
	act(ACTION_MARK_DIFFER);
	type("李朋");
	act(ACTION_CLOSE);
	assert_string_equal(w.verify.shown[check].text, "李朋");
	act(ACTION_MARK_ABSENT);
	assert_string_equal(w.verify.shown[check].text, "李朋");
	act(ACTION_UP);
	act(ACTION_MARK_MATCH);
	assert_string_equal(w.verify.shown[check].text, "");
}

/* The first check that need not agree and is no choice. */
static unsigned optional_line(void)
{
	unsigned line = 0;

	while (guide->verification->checks[wizard_check_index(&w, line)].fatal ||
	       wizard_option_count(&w, wizard_check_index(&w, line)) > 0)
		line++;
	return line;
}

static void test_verification_says(void **state)
{
	static const struct {
		int status;
		enum action_kind first_mark;
		const char *text;
	} rows[] = {
		{ 0, ACTION_MARK_MATCH, "结论：必须一致的都一致，学籍自查成功。" },
		{ 0, ACTION_MARK_OPEN, "结论：必须一致的还没有核对完。" },
		{ 0, ACTION_MARK_ABSENT, "结论：还不算成功：有的要等一等，再来看。" },
		{ 0, ACTION_MARK_DIFFER, "结论：还不算成功：有不一致的，要找人更正。" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		verify(rows[i].status, rows[i].first_mark);
		assert_true(says(rows[i].text));
		assert_true(says("不必着急"));
		assert_true(says(guide->verification->intro.lines[0]));
		assert_false(says("其余有不一致的"));
	}
	verify(0, ACTION_MARK_MATCH);
	screens_apply(&w, (struct action){ ACTION_PICK, optional_line(), NULL });
	act(ACTION_MARK_DIFFER);
	assert_true(says("其余有不一致的，告诉学院。"));
	assert_true(says(guide->verification->statuses[0].label));
}

/* A choice refuses “agrees” and “differs”; the other marks clear it. */
static void test_marks_on_a_choice(void **state)
{
	static const enum action_kind refused[] = { ACTION_MARK_MATCH, ACTION_MARK_DIFFER };
	static const enum action_kind clearing[] = { ACTION_MARK_ABSENT, ACTION_MARK_OPEN };
	struct action pick = { ACTION_PICK, 0, NULL };

	(void)state;
	start(true);
	go(5);
	act(ACTION_NEXT);
	pick.number = (unsigned)line_of(GUIDE_COMPARE_STATUS);
	screens_apply(&w, pick);
	for (size_t i = 0; i < 2; i++) {
		assert_int_equal(screens_context(&w), CONTEXT_STATUS);
		act(ACTION_CHOICE_NEXT);
		assert_int_equal(wizard_status(&w), 0);
		act(refused[i]);
		assert_non_null(strstr(w.notice, "用 ← → 选"));
		assert_int_equal(wizard_status(&w), 0);
		act(clearing[i]);
		assert_int_equal(wizard_status(&w), NO_CHOICE);
		assert_string_equal(w.notice, "");
	}
	/* It goes round in both directions. */
	act(ACTION_CHOICE_PREVIOUS);
	assert_int_equal(wizard_status(&w), guide->verification->status_count - 1);
	act(ACTION_CHOICE_NEXT);
	assert_int_equal(wizard_status(&w), 0);
	act(ACTION_CHOICE_PREVIOUS);
	act(ACTION_CHOICE_PREVIOUS);
	assert_int_equal(wizard_status(&w), guide->verification->status_count - 2);
	act(ACTION_TOGGLE);
	assert_int_equal(wizard_status(&w), guide->verification->status_count - 1);
	pick.number = (unsigned)line_of(GUIDE_COMPARE_STUDENT);
	screens_apply(&w, pick);
	for (size_t i = 0; i < guide->verification->student_count; i++) {
		const struct guide_option *student = &guide->verification->students[i];

		act(ACTION_CHOICE_NEXT);
		assert_int_equal(wizard_student(&w), i);
		assert_true(says(student->label));
		for (size_t k = 0; k < student->advice.count; k++)
			assert_true(says(student->advice.lines[k]));
	}
}

/* Typed as different, but equal to the record. */
static void test_typed_and_the_same(void **state)
{
	(void)state;
	start(true);
	go(5);
	act(ACTION_NEXT);
	screens_apply(&w,
		      (struct action){ ACTION_PICK, (unsigned)line_of(GUIDE_COMPARE_NAME), NULL });
	assert_int_equal(screens_context(&w), CONTEXT_VERIFY);
	act(ACTION_MARK_DIFFER);
	assert_int_equal(screens_context(&w), CONTEXT_TEXT);
	type("李明");
	assert_false(says("和高考信息一样"));
	act(ACTION_NEXT);
	assert_true(says("和高考信息一样：再看一遍网页，真的一样就按 y。"));
	assert_true(says("网站上是"));
}

/* What to do about a difference is shown at the focused row only. */
static void test_advice_at_the_focus(void **state)
{
	const char *advice;
	unsigned line;

	(void)state;
	start(true);
	go(5);
	act(ACTION_NEXT);
	line = (unsigned)line_of(GUIDE_COMPARE_NAME);
	advice = guide->verification->checks[wizard_check_index(&w, line)].advice;
	screens_apply(&w, (struct action){ ACTION_PICK, line, NULL });
	assert_false(says(advice));
	act(ACTION_MARK_DIFFER);
	act(ACTION_CLOSE);
	assert_true(says(advice));
	screens_apply(&w, (struct action){ ACTION_PICK, line > 0 ? line - 1 : line + 1, NULL });
	assert_false(says(advice));
}

/* A picture is not typed. A mark moves the focus to the next row, clearing one does not. */
static void test_marks_move_on(void **state)
{
	unsigned picture;

	(void)state;
	start(true);
	go(5);
	act(ACTION_NEXT);
	picture = (unsigned)line_of(GUIDE_COMPARE_PICTURE);
	screens_apply(&w, (struct action){ ACTION_PICK, picture, NULL });
	act(ACTION_MARK_DIFFER);
	assert_null(screens_editing(&w));
	assert_int_equal(screens_focus(&w), picture + 1);
	act(ACTION_UP);
	act(ACTION_MARK_OPEN);
	assert_int_equal(screens_focus(&w), picture);
}

/* What the result lists: each problem with what to do, the steps with their ticks, the deadline. */
static void test_result_says(void **state)
{
	const struct guide_verification *v = guide->verification;
	struct guide due = *guide;
	size_t wait = 0;

	(void)state;
	while (v->statuses[wait].outcome == OUTCOME_PASS)
		wait++;
	verify((int)wait, ACTION_MARK_DIFFER);
	screens_apply(&w,
		      (struct action){ ACTION_PICK, (unsigned)line_of(GUIDE_COMPARE_NAME), NULL });
	act(ACTION_MARK_DIFFER);
	act(ACTION_CLOSE);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_RESULT);
	assert_true(says("要带："));
	assert_true(says(v->statuses[wait].label));
	assert_true(says(v->statuses[wait].meaning));
	assert_true(says("不一致。"));
	assert_true(says("找谁："));
	assert_true(says("登录学信网（勾了 0 项，共 2 项）"));
	assert_false(says("完成于"));
	due.deadline = NULL;
	w.guide = &due;
	assert_false(says("学校的截止时间"));
	due.deadline = "9 月 30 日";
	assert_true(says("学校的截止时间：9 月 30 日"));
	w.guide = guide;
	verify(0, ACTION_MARK_ABSENT);
	act(ACTION_NEXT);
	assert_true(says("网站上未显示"));
	verify(0, ACTION_MARK_MATCH);
	w.now += 61;
	act(ACTION_NEXT);
	assert_true(says("从开始到完成 1 分钟。"));
	/* Coming back later does not change when it was finished. */
	w.now += 1000;
	act(ACTION_BACK);
	act(ACTION_NEXT);
	assert_int_equal(w.progress.finished, w.now - 1000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_verdicts),
		cmocka_unit_test(test_shown_value),
		cmocka_unit_test(test_match_wipes_what_was_typed),
		cmocka_unit_test(test_verification_says),
		cmocka_unit_test(test_marks_on_a_choice),
		cmocka_unit_test(test_typed_and_the_same),
		cmocka_unit_test(test_advice_at_the_focus),
		cmocka_unit_test(test_marks_move_on),
		cmocka_unit_test(test_result_says),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
