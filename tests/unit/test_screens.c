/* SPDX-License-Identifier: MIT */
/* What actions do on the screens, without a terminal, a disk or a clock. */
#include <stdlib.h>
#include <string.h>

#include "model/faq.h"
#include "screens/guide_page.h"
#include "screens/save_report.h"
#include "support/one_wizard.h"
#include "wizard/faq_search.h"
#include "wizard/links.h"

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
	assert_true(act(ACTION_LEAVE) & EFFECT_QUIT);
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
	/* The focus stays: the same key takes the tick back. */
	act(ACTION_TOGGLE);
	assert_false(progress_ticked(&w.progress, first));
	act(ACTION_TOGGLE);
	assert_int_not_equal(wizard_step_state(&w, 1), STEP_DONE);
	act(ACTION_DOWN);
	act(ACTION_TOGGLE);
	assert_int_equal(wizard_step_state(&w, 1), STEP_DONE);
	screens_apply(&w, (struct action){ ACTION_PICK, 0, NULL });
	act(ACTION_TOGGLE);
	assert_false(progress_ticked(&w.progress, first));
	assert_int_not_equal(wizard_step_state(&w, 1), STEP_DONE);
}

/* A step is opened on what is to be done there first, and Enter does it; done, it can be opened
 * again. */
static void test_first_row(void **state)
{
	const struct guide_step *rehearsal = &guide->steps[3];

	(void)state;
	start(true);
	go(2);
	assert_int_equal(screens_focus(&w), 0);
	act(ACTION_TOGGLE);
	go(2);
	assert_int_equal(screens_focus(&w), 1);
	act(ACTION_TOGGLE);
	go(2);
	assert_int_equal(screens_focus(&w), 2);
	assert_int_equal(screens_context(&w), CONTEXT_STEP_BUTTON);
	act(ACTION_NEXT);
	assert_int_equal(w.step, 2);
	for (size_t done = 0; done < 2; done++) {
		progress_tick(&w.progress, rehearsal->id, done);
		go(4);
		assert_int_equal(screens_focus(&w), done);
		screens_apply(&w, (struct action){ ACTION_PICK, 0, NULL });
		assert_int_equal(screens_context(&w), CONTEXT_TO_DO);
		act(ACTION_NEXT);
		assert_int_equal(wizard_screen(&w), SCREEN_ACCOUNT);
	}
	for (size_t i = 0; i < rehearsal->item_count; i++)
		progress_tick(&w.progress, rehearsal->items[i].id, true);
	go(4);
	assert_int_equal(screens_focus(&w), rehearsal->item_count + 1);
}

static void test_resume_and_fresh(void **state)
{
	struct progress kept = { 0 };

	(void)state;
	progress_tick(&kept, guide->steps[0].items[0].id, true);
	progress_go(&kept, guide->steps[2].id);
	wizard_wipe(&w);
	wizard_start(&w, guide, &record, &kept, today, 1000);
	assert_int_equal(screens_rows(&w),
			 3); /* the third: one's own details instead of the sample */
	act(ACTION_NEXT);
	assert_int_equal(w.step, 2);
	wizard_wipe(&w);
	wizard_start(&w, guide, &record, &kept, today, 1000);
	act(ACTION_DOWN);
	/* A key that is held down wipes nothing. */
	for (int i = 0; i < 9; i++)
		assert_int_equal(act(i < 5 ? ACTION_NEXT : ACTION_TOGGLE) & EFFECT_RESET, 0);
	assert_true(progress_ticked(wizard_offered(&w), guide->steps[0].items[0].id));
	type("1");
	assert_int_equal(act(ACTION_NEXT) & EFFECT_RESET, 0);
	assert_int_equal(wizard_screen(&w), SCREEN_WELCOME);
	act(ACTION_NEXT);
	type("2");
	assert_true(act(ACTION_NEXT) & EFFECT_RESET);
	assert_int_equal(w.step, 0);
	assert_false(progress_ticked(wizard_offered(&w), guide->steps[0].items[0].id));
	/* The guide no longer has the saved step. */
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

/* The number of another document is taken as it is: nothing here asks for the document. */
static void test_details_of_another_document(void **state)
{
	static const struct {
		const char *number, *masked, *notice;
	} rows[] = {
		{ "E12345678", "E*******8",
		  "证件号码：这不像居民身份证的号码；高考登记的是它，就这样填。" },
		{ "H12345678", "H*******8",
		  "证件号码：这不像居民身份证的号码；高考登记的是它，就这样填。" },
		{ "AB-12-345", "A*******5",
		  "证件号码：这不像居民身份证的号码；高考登记的是它，就这样填。" },
		{ "110000200709010014", "1****************4", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		start(false);
		act(ACTION_NEXT);
		type("李明");
		act(ACTION_NEXT);
		type(rows[i].number);
		act(ACTION_NEXT);
		assert_string_equal(w.notice, rows[i].notice);
		assert_false(says("证件类型"));
		assert_true(says(rows[i].masked));
		assert_int_equal(says("留意"), *rows[i].notice != '\0');
		act(ACTION_NEXT);
		assert_string_equal(wizard_expected(&w, GUIDE_COMPARE_ID_NUMBER), rows[i].number);
		go(5);
		act(ACTION_NEXT);
		focus_on(GUIDE_COMPARE_NAME);
		assert_true(says(rows[i].masked));
	}
}

/* With nothing typed the wizard goes on without a record. */
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

/* The time at which each step was done; 0 once it is undone. */
static void test_step_times(void **state)
{
	(void)state;
	start(true);
	for (unsigned step = 1; step <= 2; step++) {
		w.now = 1000 * step;
		go(step);
		for (size_t i = 0; i < guide->steps[step - 1].item_count; i++) {
			act(ACTION_TOGGLE);
			act(ACTION_DOWN);
		}
	}
	assert_int_equal(wizard_step_time(&w, 0), 1000);
	assert_int_equal(wizard_step_time(&w, 1), 2000);
	assert_int_equal(wizard_step_time(&w, 2), 0);
	w.now = 3000;
	act(ACTION_UP); /* from the way on */
	act(ACTION_TOGGLE);
	assert_int_equal(wizard_step_time(&w, 1), 0);
	act(ACTION_TOGGLE);
	assert_int_equal(wizard_step_time(&w, 1), 3000);
}

/* Each row that can be focused is shown once. */
static void expect_rows(const struct page *page, size_t rows)
{
	const struct form *form = screens_form(&w);

	for (int row = 0; row < (int)rows; row++) {
		int shown = form != NULL && form_hidden(form, (size_t)row);

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
		w.choose.chooser.title = "类别";
		w.account = &guide->form->account->options[1];
		go(4);
		wizard_push(&w, (enum screen_id)id);
		screens_build(&page, &w);
		assert_true(page.count > 0);
		assert_non_null(keymap_next(page.context, NULL));
		assert_int_equal(page.context, screens_context(&w));
		assert_int_equal(page.row, screens_rows(&w) > 0 ? (int)screens_focus(&w) : NO_ROW);
		if (id != SCREEN_QR)
			expect_rows(&page, screens_rows(&w));
		assert_int_equal(strstr(page.badge, "演练，") != NULL,
				 id == SCREEN_ACCOUNT || id == SCREEN_REGISTER);
		page_free(&page);
	}
	faq_free(faq);
}

/* The marks of the present step and of those that are done. */
static void test_sidebar(void **state)
{
	struct page page;

	(void)state;
	start(true);
	go(1);
	act(ACTION_TOGGLE);
	act(ACTION_DOWN);
	act(ACTION_TOGGLE);
	assert_int_equal(wizard_step_state(&w, 0), STEP_DONE);
	screens_build(&page, &w);
	assert_int_equal(page.sidebar_count, guide->step_count);
	assert_true(page.sidebar[0].here);
	assert_int_equal(page.sidebar[1].mark, MARK_UNTOUCHED);
	assert_string_equal(page.badge, "第 1 步，共 5 步");
	page_free(&page);
	act(ACTION_BACK);
	screens_build(&page, &w);
	assert_int_equal(page.sidebar[0].mark, MARK_DONE);
	assert_int_equal(page.sidebar[1].mark, MARK_UNTOUCHED);
	page_free(&page);
}

/* A click focuses a row and acts like Space; where there are several answers, only the second click
 * does. */
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
	assert_int_equal(wizard_screen(&w), SCREEN_CHOOSE);
	act(ACTION_CLOSE);
	go(5);
	act(ACTION_NEXT);
	click.number = (unsigned)line_of(GUIDE_COMPARE_SEX);
	screens_apply(&w, click);
	assert_int_equal(screens_focus(&w), click.number);
	assert_int_equal(wizard_verdict(&w), VERDICT_OPEN);
	type("女");
	/* A click in the row being typed changes nothing; elsewhere it ends the typing. */
	screens_apply(&w, click);
	assert_string_equal(screens_editing(&w)->text, "女");
	click.number++;
	screens_apply(&w, click);
	assert_int_equal(screens_focus(&w), click.number);
	assert_int_equal(wizard_check_state(&w, check_of(GUIDE_COMPARE_BIRTH_DATE)), CHECK_OPEN);
	screens_apply(&w, click);
	assert_int_equal(wizard_check_state(&w, check_of(GUIDE_COMPARE_BIRTH_DATE)), CHECK_SAME);
}

static void test_nothing_to_show(void **state)
{
	static struct guide_step step;
	struct guide bare = *guide;

	(void)state;
	start(true);
	act(ACTION_FAQ);
	assert_true(says("这份指南没有带常见问题和网站提示。"));
	assert_int_equal(act(ACTION_NEXT), 0);
	assert_int_equal(wizard_screen(&w), SCREEN_FAQ);
	act(ACTION_CLOSE);
	act(ACTION_SITE_MESSAGES);
	assert_true(says("这份指南没有带常见问题和网站提示。"));
	assert_int_equal(act(ACTION_NEXT), 0);
	assert_int_equal(wizard_screen(&w), SCREEN_SITE_MESSAGES);
	act(ACTION_CLOSE);
	step = guide->steps[0];
	step.link_count = 0;
	bare.steps = &step;
	bare.step_count = 1;
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

/* The links of the step, then the contacts that are pages. */
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
		assert_true(in_page(&page, guide->laws[i].number) &&
			    in_page(&page, "依据：《高等学校学生学籍"));
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

/* The help names the keys of the screen below; where something is typed, those of editing, too. */
static void test_help(void **state)
{
	static const struct {
		unsigned context;
		const char *keys, *not ;
	} rows[] = {
		{ CONTEXT_STEP, "勾选", "Ctrl-U" },
		{ CONTEXT_TEXT, "Ctrl-U", "勾选" },
		{ CONTEXT_TEXT, "Ctrl-W", "数字" },
		{ CONTEXT_TEXT, "Ctrl-A Ctrl-E", "看回答" },
		{ CONTEXT_TEXT, "Ctrl-K", "?" },
		{ CONTEXT_SEARCH, "Ctrl-W", "勾选" },
		{ CONTEXT_SAVE_REPORT, "Ctrl-W", "勾选" },
		{ CONTEXT_CHOOSE, "Ctrl-W", "勾选" },
		{ CONTEXT_FAQ, "查找", "Ctrl-W" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		start(true);
		act(ACTION_HELP);
		w.help_context = rows[i].context;
		if (!says(rows[i].keys) || says(rows[i].not ))
			fail_msg("%zu: %s, and not %s", i, rows[i].keys, rows[i].not );
	}
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
		/* In a list none may be focused yet. */
		assert_true(screens_rows(&w) == 0 || screens_focus(&w) < screens_rows(&w) ||
			    (wizard_screen(&w) == SCREEN_CHOOSE &&
			     screens_focus(&w) == w.choose.chooser.count));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_forward_through_all),
		cmocka_unit_test(test_enter_opens_what_is_open),
		cmocka_unit_test(test_back_and_jump),
		cmocka_unit_test(test_tick),
		cmocka_unit_test(test_first_row),
		cmocka_unit_test(test_resume_and_fresh),
		cmocka_unit_test(test_details),
		cmocka_unit_test(test_details_of_another_document),
		cmocka_unit_test(test_details_skipped),
		cmocka_unit_test(test_step_times),
		cmocka_unit_test(test_every_screen),
		cmocka_unit_test(test_sidebar),
		cmocka_unit_test(test_click),
		cmocka_unit_test(test_nothing_to_show),
		cmocka_unit_test(test_links),
		cmocka_unit_test(test_guide_page),
		cmocka_unit_test(test_overlays),
		cmocka_unit_test(test_help),
		cmocka_unit_test(test_any_action_anywhere),
	};

	return cmocka_run_group_tests(tests, load_shipped, unload);
}
