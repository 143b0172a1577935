/* SPDX-License-Identifier: MIT */
/* Transitions, without a terminal, a disk or a clock. */
#include <stdlib.h>
#include <string.h>

#include "model/faq.h"
#include "screens/guide_page.h"
#include "screens/save_report.h"
#include "support/one_wizard.h"
#include "wizard/faq_search.h"
#include "wizard/links.h"
#include "wizard/verdict.h"

static const struct date today = { 2026, 9, 12 };

static void start(bool known)
{
	static struct progress none;

	wizard_wipe(&w);
	wizard_start(&w, guide, known ? &record : NULL, &none, today, 1000);
}

static unsigned type(const char *text)
{
	return screens_apply(&w, (struct action){ ACTION_INSERT, 0, text });
}

static unsigned go(unsigned step)
{
	return screens_apply(&w, (struct action){ ACTION_STEP, step, NULL });
}

static bool in_page(const struct page *page, const char *text)
{
	for (size_t i = 0; i < page->count; i++) {
		const struct block *b = &page->blocks[i];

		if (strstr(b->text, text) != NULL || strstr(b->label, text) != NULL ||
		    strstr(b->status, text) != NULL)
			return true;
	}
	return false;
}

/* Whether the focused row has that label. */
static bool has_label(const char *label)
{
	struct page page;
	bool found = false;

	screens_build(&page, &w);
	for (size_t i = 0; i < page.count; i++)
		found = found || (page.blocks[i].row == page.row &&
				  strcmp(page.blocks[i].label, label) == 0);
	page_free(&page);
	return found;
}

/* Whether the present screen shows a text, however far down. */
static bool says(const char *text)
{
	struct page page;
	bool found;

	screens_build(&page, &w);
	found = in_page(&page, text);
	page_free(&page);
	return found;
}

static void test_forward_through_all(void **state)
{
	(void)state;
	start(true);
	assert_int_equal(wizard_screen(&w), SCREEN_WELCOME);
	assert_true(act(ACTION_NEXT) & EFFECT_SAVE);
	for (size_t i = 0; i < guide->step_count; i++) {
		assert_int_equal(wizard_screen(&w), SCREEN_STEP);
		assert_int_equal(w.step, i);
		assert_string_equal(w.progress.step, guide->steps[i].id);
		act(ACTION_FORWARD);
	}
	assert_int_equal(wizard_screen(&w), SCREEN_RESULT);
	assert_true(act(ACTION_NEXT) & EFFECT_QUIT);
	assert_int_equal(wizard_exit_status(&w), 3);
}

static void test_enter_opens_what_is_open(void **state)
{
	(void)state;
	start(true);
	go(4);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_ACCOUNT);
	act(ACTION_CLOSE);
	assert_int_equal(wizard_screen(&w), SCREEN_STEP);
	assert_int_equal(w.step, 3);
	go(5);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_VERIFY);
}

static void test_back_and_jump(void **state)
{
	(void)state;
	start(true);
	go(3);
	act(ACTION_BACK);
	assert_int_equal(w.step, 1);
	go(1);
	act(ACTION_BACK);
	assert_int_equal(wizard_screen(&w), SCREEN_WELCOME);
	go(9);
	assert_int_equal(wizard_screen(&w), SCREEN_WELCOME);
	assert_int_equal(go(0), 0);
}

static void test_tick(void **state)
{
	const char *first = guide->steps[1].items[0].id;

	(void)state;
	start(true);
	go(2);
	assert_true(act(ACTION_TOGGLE) & EFFECT_SAVE);
	assert_true(progress_ticked(&w.progress, first));
	assert_int_equal(w.focus[wizard_screen(&w)], 1);
	assert_false(wizard_step_done(&w, 1));
	act(ACTION_TOGGLE);
	assert_true(wizard_step_done(&w, 1));
	screens_apply(&w, (struct action){ ACTION_PICK, 0, NULL });
	act(ACTION_TOGGLE);
	assert_false(progress_ticked(&w.progress, first));
	assert_false(wizard_step_done(&w, 1));
}

static void test_resume_and_fresh(void **state)
{
	struct progress kept = { 0 };

	(void)state;
	progress_tick(&kept, guide->steps[0].items[0].id, true);
	progress_go(&kept, guide->steps[2].id);
	wizard_wipe(&w);
	wizard_start(&w, guide, &record, &kept, today, 1000);
	assert_int_equal(screens_rows(&w), 2);
	act(ACTION_NEXT);
	assert_int_equal(w.step, 2);
	wizard_wipe(&w);
	wizard_start(&w, guide, &record, &kept, today, 1000);
	act(ACTION_DOWN);
	assert_true(act(ACTION_NEXT) & EFFECT_RESET);
	assert_int_equal(w.step, 0);
	assert_false(progress_ticked(&w.progress, guide->steps[0].items[0].id));
	/* A step that the guide no longer has. */
	strcpy(kept.step, "gone");
	wizard_wipe(&w);
	wizard_start(&w, guide, &record, &kept, today, 1000);
	act(ACTION_NEXT);
	assert_int_equal(w.step, 0);
}

static void test_details(void **state)
{
	(void)state;
	start(false);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_RECORD);
	assert_non_null(screens_editing(&w));
	type("李明");
	act(ACTION_NEXT);
	type("110000200709010014");
	act(ACTION_NEXT);
	assert_null(screens_editing(&w));
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_STEP);
	assert_string_equal(wizard_record(&w)->name, "李明");
	assert_string_equal(wizard_expected(&w, GUIDE_COMPARE_SEX), "男");
	assert_string_equal(wizard_expected(&w, GUIDE_COMPARE_BIRTH_DATE), "2007-09-01");
}

/* Nothing typed: the wizard goes on without anything to compare with. */
static void test_details_skipped(void **state)
{
	(void)state;
	start(false);
	act(ACTION_NEXT);
	act(ACTION_NEXT);
	act(ACTION_NEXT);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_STEP);
	assert_null(wizard_record(&w));
}

static void to_form(void)
{
	start(true);
	go(4);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_ACCOUNT);
	screens_apply(&w, (struct action){ ACTION_PICK, (unsigned)w.account_form.count - 1, NULL });
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_REGISTER);
}

static size_t place_of(enum form_kind kind)
{
	return (size_t)(form_find(&w.register_form, kind) - w.register_form.fields);
}

static void to_field(enum form_kind kind)
{
	screens_apply(&w, (struct action){ ACTION_PICK, (unsigned)place_of(kind), NULL });
}

static void fill(enum form_kind kind, const char *text)
{
	to_field(kind);
	act(ACTION_ERASE_ALL);
	type(text);
}

/* Everything that is required, right. */
static void fill_all(void)
{
	to_form();
	fill(FORM_MOBILE, "13800000000");
	to_field(FORM_SEND);
	act(ACTION_NEXT);
	fill(FORM_SMS_CODE, w.sms.code);
	fill(FORM_PASSWORD, "Practice-7");
	fill(FORM_PASSWORD_AGAIN, "Practice-7");
	fill(FORM_NAME, "李明");
	fill(FORM_ID_NUMBER, "110000200709010014");
	to_field(FORM_TERMS);
	act(ACTION_TOGGLE);
}

/* A wrong field says why, and never locks the student in. */
static void test_wrong_field(void **state)
{
	(void)state;
	fill_all();
	fill(FORM_NAME, "李 明");
	act(ACTION_NEXT);
	assert_int_equal(screens_focus(&w), place_of(FORM_NAME));
	act(ACTION_NEXT);
	assert_int_equal(screens_focus(&w), place_of(FORM_DOCUMENT));
	fill(FORM_ID_NUMBER, "110000200709010013");
	to_field(FORM_BUTTON);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_REGISTER);
	assert_int_equal(screens_focus(&w), place_of(FORM_NAME));
	assert_non_null(strstr(w.notice, "有 2 项要改。也可以再到“检查并注册”上"));
	to_field(FORM_BUTTON);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_REVIEW);
	assert_int_equal(wizard_register_errors(&w), 2);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_REGISTERED);
	assert_true(says("有 2 项有误"));
	assert_false(progress_ticked(&w.progress, guide->steps[3].id));
}

static void test_register(void **state)
{
	(void)state;
	fill_all();
	assert_int_equal(form_missing(&w.register_form), 0);
	to_field(FORM_BUTTON);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_REVIEW);
	assert_true(act(ACTION_NEXT) & EFFECT_SAVE);
	assert_int_equal(wizard_screen(&w), SCREEN_REGISTERED);
	assert_true(progress_ticked(&w.progress, guide->steps[3].id));
	assert_true(says("演练成功"));
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_LOGIN);
	type("13800000000");
	act(ACTION_NEXT);
	type("Practice-7");
	act(ACTION_NEXT);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_STEP);
	assert_int_equal(w.step, 4);
}

/* Any row of the review leads back to its field; nothing is lost on the way. */
static void test_review_leads_back(void **state)
{
	size_t rows, seen = 0;

	(void)state;
	fill_all();
	to_field(FORM_BUTTON);
	act(ACTION_NEXT);
	rows = screens_rows(&w);
	assert_int_equal(screens_focus(&w), rows - 1);
	for (unsigned row = 0; row + 1 < rows; row++) {
		wizard_push(&w, SCREEN_REVIEW);
		w.register_form.revealed = true;
		screens_apply(&w, (struct action){ ACTION_PICK, row, NULL });
		act(ACTION_NEXT);
		assert_int_equal(wizard_screen(&w), SCREEN_REGISTER);
		assert_false(w.register_form.revealed);
		/* Each field once, in their order, and never the button that sends the code. */
		assert_true(row == 0 || w.register_form.focus > seen);
		seen = w.register_form.focus;
		assert_int_not_equal(w.register_form.fields[seen].kind, FORM_SEND);
		if (w.register_form.fields[seen].kind == FORM_ID_NUMBER)
			assert_string_equal(screens_editing(&w)->text, "110000200709010014");
	}
	assert_int_equal(rows, w.register_form.count - 1);
}

static void test_login_wrong(void **state)
{
	(void)state;
	fill_all();
	to_field(FORM_BUTTON);
	act(ACTION_NEXT);
	act(ACTION_NEXT);
	act(ACTION_NEXT);
	type("20260001");
	act(ACTION_NEXT);
	type("Practice-7");
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_LOGIN);
	assert_int_equal(w.login_form.focus, 1);
	act(ACTION_DOWN);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_LOGIN);
	assert_non_null(strstr(w.notice, "1 项"));
}

/* The brake: sixty seconds, and the lock is explained to who does not wait. */
static void test_code_too_soon(void **state)
{
	char first[SMS_DIGITS + 1];

	(void)state;
	to_form();
	to_field(FORM_SEND);
	act(ACTION_NEXT);
	strcpy(first, w.sms.code);
	for (int i = 0; i < 3; i++) {
		w.now += 10;
		to_field(FORM_SEND);
		act(ACTION_NEXT);
		assert_string_equal(w.sms.code, first);
		assert_int_equal(strstr(w.notice, "24 小时") != NULL, i == 2);
	}
	w.now += SMS_PAUSE;
	act(ACTION_NEXT);
	assert_string_not_equal(w.sms.code, first);
	assert_true(screens_ticking(&w));
	w.now += SMS_LIFE;
	assert_false(screens_ticking(&w));
}

static void test_document_is_asked_once(void **state)
{
	(void)state;
	start(true);
	go(4);
	act(ACTION_NEXT);
	act(ACTION_DOWN);
	act(ACTION_CHOICE_NEXT);
	screens_apply(&w, (struct action){ ACTION_PICK, (unsigned)w.account_form.count - 1, NULL });
	act(ACTION_NEXT);
	assert_int_equal(form_find(&w.register_form, FORM_DOCUMENT)->choice, 1);
}

/* In the register form it can still be changed, both ways round. */
static void test_choices_go_round(void **state)
{
	const struct form_field *field;

	(void)state;
	to_form();
	to_field(FORM_DOCUMENT);
	field = &w.register_form.fields[w.register_form.focus];
	assert_int_equal(field->choice, 0);
	act(ACTION_CHOICE_PREVIOUS);
	assert_int_equal(field->choice, guide->form->document_count - 1);
	act(ACTION_CHOICE_NEXT);
	assert_int_equal(field->choice, 0);
	act(ACTION_TOGGLE);
	assert_int_equal(field->choice, 1);
	/* A tick goes on and off. */
	to_field(FORM_TERMS);
	assert_true(has_label("[ ]"));
	act(ACTION_TOGGLE);
	assert_true(has_label("[x]"));
	act(ACTION_TOGGLE);
	assert_true(has_label("[ ]"));
}

/* Starting afresh leaves nothing of what was typed, and no code to type. */
static void test_reset(void **state)
{
	(void)state;
	fill_all();
	w.verify.shown[3].len = 1;
	wizard_reset(&w);
	assert_false(form_typed(&w.register_form));
	assert_int_equal(w.verify.shown[3].len, 0);
	assert_string_equal(w.sms.code, "");
	assert_int_equal(w.sms.sent, 0);
	assert_non_null(wizard_record(&w));
	start(false);
	wizard_push(&w, SCREEN_RECORD);
	type("李明");
	act(ACTION_DOWN);
	act(ACTION_DOWN);
	act(ACTION_NEXT);
	act(ACTION_DOWN);
	act(ACTION_DOWN);
	act(ACTION_NEXT);
	assert_non_null(wizard_record(&w));
	wizard_reset(&w);
	assert_null(wizard_record(&w));
	assert_string_equal(w.sex, "");
	assert_false(form_typed(&w.record_form));
}

/* When each step was done, until it no longer is. */
static void test_step_times(void **state)
{
	(void)state;
	start(true);
	for (unsigned step = 1; step <= 2; step++) {
		w.now = 1000 * step;
		go(step);
		for (size_t i = 0; i < guide->steps[step - 1].item_count; i++)
			act(ACTION_TOGGLE);
	}
	assert_int_equal(wizard_step_time(&w, 0), 1000);
	assert_int_equal(wizard_step_time(&w, 1), 2000);
	assert_int_equal(wizard_step_time(&w, 2), 0);
	w.now = 3000;
	act(ACTION_TOGGLE);
	assert_int_equal(wizard_step_time(&w, 1), 0);
	act(ACTION_TOGGLE);
	assert_int_equal(wizard_step_time(&w, 1), 3000);
}

static void test_too_long(void **state)
{
	char text[400];

	(void)state;
	memset(text, 'a', sizeof text - 1);
	text[sizeof text - 1] = '\0';
	to_form();
	fill(FORM_NAME, "李明");
	type(text);
	assert_string_equal(screens_editing(&w)->text, "李明");
	assert_non_null(strstr(w.notice, "太长了"));
}

/* Marks every check, those that must agree first, with the given status. */
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

static size_t line_of(enum guide_compare compare)
{
	for (size_t line = 0; line < guide->verification->check_count; line++)
		if (guide->verification->checks[wizard_check_index(&w, line)].compare == compare)
			return line;
	return 0;
}

/* What differs is typed, and compared by the validator's layers. */
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

/* What agrees after all was not what was typed before. */
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

/* Each row that can be focused is shown, once; but of the codes one at a time. */
static void expect_rows(const struct page *page, size_t rows)
{
	for (int row = 0; row < (int)rows; row++) {
		int shown = 0;

		for (size_t i = 0; i < page->count; i++)
			shown += page->blocks[i].row == row;
		assert_int_equal(shown, 1);
	}
}

/* Each screen has a row of the table, shows something, and has keys. */
static void test_every_screen(void **state)
{
	struct diag d = { 0 };
	struct faq *faq = faq_load("data/faq.json", &d);

	(void)state;
	for (int id = 0; id < SCREEN_COUNT; id++) {
		struct page page;

		start(true);
		w.faq = faq;
		w.help_context = CONTEXT_STEP;
		go(4);
		wizard_push(&w, (enum screen_id)id);
		screens_build(&page, &w);
		assert_true(page.count > 0);
		assert_non_null(keymap_next(page.context, NULL));
		assert_int_equal(page.context, screens_context(&w));
		assert_int_equal(page.row, screens_rows(&w) > 0 ? (int)screens_focus(&w) : NO_ROW);
		if (id != SCREEN_QR)
			expect_rows(&page, screens_rows(&w));
		assert_int_equal(strstr(page.title, "演练，") != NULL,
				 id == SCREEN_ACCOUNT || id == SCREEN_REGISTER);
		page_free(&page);
	}
	faq_free(faq);
}

/* The mark of the step one is at, and of those that are done. */
static void test_sidebar(void **state)
{
	struct page page;

	(void)state;
	start(true);
	go(1);
	act(ACTION_TOGGLE);
	act(ACTION_TOGGLE);
	assert_true(wizard_step_done(&w, 0));
	screens_build(&page, &w);
	assert_int_equal(page.sidebar_count, guide->step_count);
	assert_int_equal(page.sidebar[0].mark, '>');
	assert_int_equal(page.sidebar[1].mark, ' ');
	assert_string_equal(page.breadcrumb, "第 1 步，共 5 步");
	page_free(&page);
	act(ACTION_BACK);
	screens_build(&page, &w);
	assert_int_equal(page.sidebar[0].mark, 'x');
	assert_int_equal(page.sidebar[1].mark, ' ');
	page_free(&page);
}

/* A click focuses a row and does what Space does there; of several answers only the next click picks one. */
static void test_click(void **state)
{
	const char *first = guide->steps[1].items[0].id;
	struct action click = { ACTION_CLICK, 0, NULL };

	(void)state;
	start(true);
	go(2);
	screens_apply(&w, click);
	assert_true(progress_ticked(&w.progress, first));
	click.number = 99;
	assert_int_equal(screens_apply(&w, click), 0);
	go(4);
	act(ACTION_NEXT);
	click.number = 1;
	screens_apply(&w, click);
	assert_int_equal(w.account_form.focus, 1);
	assert_int_equal(w.account_form.fields[1].choice, 0);
	screens_apply(&w, click);
	assert_int_equal(w.account_form.fields[1].choice, 1);
	go(5);
	act(ACTION_NEXT);
	click.number = (unsigned)line_of(GUIDE_COMPARE_NAME);
	screens_apply(&w, click);
	assert_int_equal(screens_focus(&w), click.number);
	assert_int_equal(wizard_verdict(&w), VERDICT_OPEN);
	act(ACTION_MARK_DIFFER);
	type("李朋");
	/* In the row that is typed in it changes nothing; elsewhere it ends the typing. */
	screens_apply(&w, click);
	assert_non_null(screens_editing(&w));
	click.number++;
	screens_apply(&w, click);
	assert_null(screens_editing(&w));
	assert_int_equal(screens_focus(&w), click.number);
	screens_apply(&w, click);
	assert_true(progress_result_is(
		&w.progress, guide->verification->checks[wizard_check_index(&w, click.number)].id,
		RESULT_MATCH));
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

/* A choice has no “agrees” and no “differs”; the other marks take it back. */
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
	/* Around, in both directions. */
	act(ACTION_CHOICE_PREVIOUS);
	assert_int_equal(wizard_status(&w), guide->verification->status_count - 1);
	act(ACTION_CHOICE_NEXT);
	assert_int_equal(wizard_status(&w), 0);
	act(ACTION_CHOICE_PREVIOUS);
	act(ACTION_CHOICE_PREVIOUS);
	assert_int_equal(wizard_status(&w), guide->verification->status_count - 2);
	act(ACTION_TOGGLE);
	assert_int_equal(wizard_status(&w), guide->verification->status_count - 1);
}

/* What was typed as different and is the same after all. */
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

/* What to do about a difference stands at the focused row only. */
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

/* Region and date of birth appear as soon as the digits tell them. */
static void test_number_says(void **state)
{
	static const struct {
		const char *typed, *region, *birth;
	} rows[] = {
		{ "11000", "", "" },
		{ "110000", "北京市", "" },
		{ "11000020070901", "北京市", "2007 年 9 月 1 日" },
		{ "99999920070901", "", "2007 年 9 月 1 日" },
		{ "11000020071301", "北京市", "" },
		{ "110000200709010014", "北京市", "2007 年 9 月 1 日 · 男" },
		{ "110000200709010022", "北京市", "2007 年 9 月 1 日 · 女" },
	};
	struct regions *regions = region_load_usual();

	(void)state;
	assert_non_null(regions);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		to_form();
		w.regions = regions;
		fill(FORM_ID_NUMBER, rows[i].typed);
		assert_int_equal(says("北京市"), *rows[i].region != '\0');
		assert_int_equal(says("2007 年"), *rows[i].birth != '\0');
		assert_true(says(rows[i].region) && says(rows[i].birth));
	}
	region_free(regions);
}

/* A picture is not typed; marking goes on to the next row, but not when a mark is taken back. */
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

static void test_nothing_to_show(void **state)
{
	static struct guide_step step;
	struct guide bare = *guide;

	(void)state;
	start(true);
	act(ACTION_FAQ);
	assert_true(says("这份指南没有带常见问题。"));
	assert_int_equal(act(ACTION_NEXT), 0);
	assert_int_equal(wizard_screen(&w), SCREEN_FAQ);
	act(ACTION_CLOSE);
	act(ACTION_SITE_MESSAGES);
	assert_true(says("这份指南没有带网站提示的说明。"));
	assert_int_equal(act(ACTION_NEXT), 0);
	assert_int_equal(wizard_screen(&w), SCREEN_SITE_MESSAGES);
	act(ACTION_CLOSE);
	step = guide->steps[0];
	step.link_count = 0;
	bare.steps = &step;
	bare.contact_count = 0;
	w.guide = &bare;
	assert_int_equal(act(ACTION_QR) | act(ACTION_OPEN), 0);
	assert_string_equal(w.notice, "这份指南没有写网址。");
	assert_int_equal(wizard_screen(&w), SCREEN_WELCOME);
	w.guide = guide;
	assert_int_equal(act(ACTION_OPEN), EFFECT_OPEN);
	assert_string_equal(w.link, guide->steps[0].links[0].url);
	assert_int_equal(act(ACTION_COPY), EFFECT_COPY);
}

/* A file that is there is replaced only after a yes; a no asks for another name. */
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

/* The caret stands where the next character goes, in a masked value as well. */
static void test_carets(void **state)
{
	struct page page;

	(void)state;
	start(true);
	wizard_push(&w, SCREEN_RESULT);
	act(ACTION_SAVE_REPORT);
	act(ACTION_CARET_LEFT);
	screens_build(&page, &w);
	for (size_t i = 0; i < page.count; i++)
		if (page.blocks[i].kind == BLOCK_FIELD)
			assert_int_equal(page.blocks[i].caret, strlen(w.report.path.text) - 1);
	page_free(&page);
	to_form();
	fill(FORM_PASSWORD, "Pä7");
	act(ACTION_CARET_LEFT);
	screens_build(&page, &w);
	for (size_t i = 0; i < page.count; i++)
		if (page.blocks[i].row == page.row)
			assert_int_equal(page.blocks[i].caret, strlen("**"));
	page_free(&page);
}

/* First those of the step, then the contacts that are pages. */
static void test_links(void **state)
{
	size_t count;

	(void)state;
	start(true);
	count = guide->steps[0].link_count;
	for (size_t i = 0; i < guide->contact_count; i++) {
		const char *value = guide->contacts[i].value;

		if (strncmp(value, "http", 4) == 0)
			assert_ptr_equal(wizard_link(&w, count++).url, value);
	}
	assert_true(count > guide->steps[0].link_count);
	assert_int_equal(wizard_link_count(&w), count);
	assert_null(wizard_link(&w, count).url);
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
	/* Who comes back later has still finished then. */
	w.now += 1000;
	act(ACTION_BACK);
	act(ACTION_NEXT);
	assert_int_equal(w.progress.finished, w.now - 1000);
}

/* The table of regions is asked for once, and not before there are digits to look up. */
static void test_regions_are_asked_for_once(void **state)
{
	(void)state;
	start(false);
	wizard_push(&w, SCREEN_RECORD);
	assert_int_equal(type("李明123456"), 0);
	act(ACTION_DOWN);
	assert_int_equal(type("11000"), 0);
	assert_int_equal(type("0"), EFFECT_REGIONS);
	assert_int_equal(type("2"), 0);
	start(true);
	to_form();
	to_field(FORM_ID_NUMBER);
	assert_int_equal(type("110000"), EFFECT_REGIONS);
}

/* The whole guide on one page. */
static void test_guide_page(void **state)
{
	struct diag d = { 0 };
	struct faq *faq = faq_load("data/faq.json", &d);
	struct page page;

	(void)state;
	guide_page_build(&page, guide, faq);
	for (size_t i = 0; i < guide->step_count; i++) {
		assert_true(in_page(&page, guide->steps[i].title));
		assert_true(in_page(&page, guide->steps[i].items[0].text));
	}
	for (size_t i = 0; i < guide->note_count; i++)
		assert_true(in_page(&page, guide->notes[i].title));
	for (size_t i = 0; i < guide->contact_count; i++)
		assert_true(in_page(&page, guide->contacts[i].value));
	for (size_t i = 0; i < guide->law_count; i++)
		assert_true(in_page(&page, guide->laws[i].number));
	for (size_t i = 0; i < faq->answer_count; i++)
		assert_true(in_page(&page, faq->answers[i].question));
	for (size_t i = 0; i < faq->site_message_count; i++)
		assert_true(in_page(&page, faq->site_messages[i].meaning));
	page_free(&page);
	guide_page_build(&page, guide, NULL);
	assert_false(in_page(&page, faq->answers[0].question));
	page_free(&page);
	faq_free(faq);
}

/* Leaving asks only when something typed would be lost; Esc never destroys anything. */
static void test_leave(void **state)
{
	(void)state;
	start(true);
	assert_true(act(ACTION_LEAVE) & EFFECT_QUIT);
	to_form();
	fill(FORM_NAME, "李明");
	act(ACTION_CLOSE);
	act(ACTION_CLOSE);
	assert_false(act(ACTION_LEAVE) & EFFECT_QUIT);
	assert_int_equal(wizard_screen(&w), SCREEN_LEAVE);
	act(ACTION_CLOSE);
	assert_int_equal(wizard_screen(&w), SCREEN_STEP);
	act(ACTION_NEXT);
	assert_string_equal(form_find(&w.register_form, FORM_NAME)->edit.text, "李明");
	act(ACTION_CLOSE);
	act(ACTION_CLOSE);
	act(ACTION_LEAVE);
	assert_true(act(ACTION_YES) & EFFECT_QUIT);
}

/* At the result: what the site shows would be lost unless a slip has it. */
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

static void test_overlays(void **state)
{
	static const struct {
		enum action_kind action;
		enum screen_id screen;
	} rows[] = {
		{ ACTION_HELP, SCREEN_HELP },
		{ ACTION_NOTES, SCREEN_NOTES },
		{ ACTION_FAQ, SCREEN_FAQ },
	};

	(void)state;
	start(true);
	go(2);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		act(rows[i].action);
		assert_int_equal(wizard_screen(&w), rows[i].screen);
		act(ACTION_CLOSE);
		assert_int_equal(wizard_screen(&w), SCREEN_STEP);
		assert_int_equal(w.step, 1);
	}
}

static void test_faq(void **state)
{
	struct diag d = { 0 };
	struct faq *faq = faq_load("data/faq.json", &d);
	size_t all, some;

	(void)state;
	assert_non_null(faq);
	start(true);
	assert_true(act(ACTION_FAQ) & EFFECT_FAQ);
	w.faq = faq;
	all = screens_rows(&w);
	assert_int_equal(all, faq->answer_count);
	act(ACTION_SEARCH);
	type("邮箱ip");
	some = screens_rows(&w);
	assert_in_range(some, 1, all - 1);
	act(ACTION_NEXT);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_ANSWER);
	assert_non_null(strstr(faq_search_result(&w, w.focus[SCREEN_FAQ])->question, "邮箱IP"));
	act(ACTION_CLOSE);
	assert_int_equal(wizard_screen(&w), SCREEN_FAQ);
	act(ACTION_SEARCH);
	type("没有这样的词");
	act(ACTION_NEXT);
	assert_int_equal(screens_rows(&w), 0);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_FAQ);
	faq_free(faq);
}

/* By the initials that the guide gives, from the first letter on, whatever their case. */
static void test_pinyin(void **state)
{
	static const struct {
		const char *typed, *category,
			*question; /* what every hit is in; what is among them */
	} rows[] = {
		{ "zczh", "账号注册", "学信网账号可以做什么？" },
		{ "zhzc", "账号注册", "学信网账号可以做什么？" },
		{ "ZCZ", "账号注册", "填写手机号码时提示已被注册是什么原因？" },
		{ "cfzc", "重复注册", "如何重新注册？" },
		{ "wjmm", NULL, "如何找回用户名和密码？" },
	};
	struct diag d = { 0 };
	struct faq *faq = faq_load("data/faq.json", &d);

	(void)state;
	assert_non_null(faq);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		bool found = false;

		start(true);
		act(ACTION_FAQ);
		w.faq = faq;
		act(ACTION_SEARCH);
		type(rows[i].typed);
		for (size_t k = 0; k < faq->answer_count; k++) {
			const struct faq_answer *answer = &faq->answers[k];

			if (!faq_search_matches(&w, answer))
				continue;
			found = found || strcmp(answer->question, rows[i].question) == 0;
			if (rows[i].category != NULL)
				assert_string_equal(faq->categories[answer->category],
						    rows[i].category);
		}
		assert_true(found);
	}
	type("q");
	assert_int_equal(screens_rows(&w), 0);
	faq_free(faq);
}

/* Every action on every screen is harmless. */
static void test_any_action_anywhere(void **state)
{
	unsigned seed = 1;

	(void)state;
	start(false);
	for (int i = 0; i < 200000; i++) {
		struct action a = { ACTION_NONE, 0, "7" };

		seed = seed * 1103515245 + 12345;
		a.kind = (enum action_kind)((seed >> 16) % (ACTION_NO + 1));
		a.number = (seed >> 8) % 40;
		screens_apply(&w, a);
		assert_true(w.step < guide->step_count);
		assert_true(screens_rows(&w) == 0 || screens_focus(&w) < screens_rows(&w));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_forward_through_all),
		cmocka_unit_test(test_enter_opens_what_is_open),
		cmocka_unit_test(test_back_and_jump),
		cmocka_unit_test(test_tick),
		cmocka_unit_test(test_resume_and_fresh),
		cmocka_unit_test(test_details),
		cmocka_unit_test(test_details_skipped),
		cmocka_unit_test(test_wrong_field),
		cmocka_unit_test(test_register),
		cmocka_unit_test(test_review_leads_back),
		cmocka_unit_test(test_login_wrong),
		cmocka_unit_test(test_code_too_soon),
		cmocka_unit_test(test_document_is_asked_once),
		cmocka_unit_test(test_choices_go_round),
		cmocka_unit_test(test_reset),
		cmocka_unit_test(test_step_times),
		cmocka_unit_test(test_too_long),
		cmocka_unit_test(test_verdicts),
		cmocka_unit_test(test_shown_value),
		cmocka_unit_test(test_match_wipes_what_was_typed),
		cmocka_unit_test(test_every_screen),
		cmocka_unit_test(test_sidebar),
		cmocka_unit_test(test_click),
		cmocka_unit_test(test_verification_says),
		cmocka_unit_test(test_marks_on_a_choice),
		cmocka_unit_test(test_typed_and_the_same),
		cmocka_unit_test(test_advice_at_the_focus),
		cmocka_unit_test(test_number_says),
		cmocka_unit_test(test_marks_move_on),
		cmocka_unit_test(test_nothing_to_show),
		cmocka_unit_test(test_replace),
		cmocka_unit_test(test_carets),
		cmocka_unit_test(test_links),
		cmocka_unit_test(test_result_says),
		cmocka_unit_test(test_regions_are_asked_for_once),
		cmocka_unit_test(test_guide_page),
		cmocka_unit_test(test_leave),
		cmocka_unit_test(test_leave_the_result),
		cmocka_unit_test(test_overlays),
		cmocka_unit_test(test_faq),
		cmocka_unit_test(test_pinyin),
		cmocka_unit_test(test_any_action_anywhere),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
