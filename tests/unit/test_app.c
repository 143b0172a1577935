/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/app.h"
#include "base/key.h"
#include "screens/screens.h"
#include "torture/torture.h"
#include "wizard/answer.h"
#include "wizard/navigation.h"
#include "wizard/verdict.h"

static struct app app;
static size_t syncs;

/* Stands before the C library's. */
int fsync(int fd)
{
	(void)fd;
	syncs++;
	return 0;
}

static void open_app(const char *report)
{
	static const struct record record = { .name = "李明", .id_number = "110000200709010014" };

	app_open(&app, "data/guide.json", torture_guide(), &record, true, report);
	assert_string_equal(app.wizard.notice, "");
}

static void apply(enum action_kind kind, unsigned number)
{
	app_apply(&app, (struct action){ kind, number, NULL });
	app_save(&app);
}

static bool says(const char *text)
{
	return strstr(app.wizard.notice, text) != NULL;
}

/* Saving works, or does not. */
static void let_save(bool works)
{
	const char *lock = torture_path(TORTURE_FOLDER "/progress.lock");

	if (works) {
		assert_int_equal(rmdir(lock), 0);
	} else {
		unlink(lock);
		assert_int_equal(mkdir(lock, 0700), 0);
	}
}

/* Once for each time that it begins to fail; what was not kept then is kept later. */
static void test_failure_is_said_once(void **state)
{
	struct progress kept;

	(void)state;
	open_app(NULL);
	let_save(false);
	apply(ACTION_STEP, 1);
	assert_true(says("没有存上"));
	assert_true(app.wizard.unsaved);
	apply(ACTION_TOGGLE, 0);
	assert_false(says("没有存上"));
	let_save(true);
	apply(ACTION_DOWN, 0);
	apply(ACTION_TOGGLE, 0);
	assert_false(app_save(&app)); /* nothing has changed: no need to paint again */
	assert_string_equal(app.wizard.notice, "");
	assert_false(app.wizard.unsaved);
	torture_kept(&kept);
	assert_true(progress_ticked(&kept, torture_guide()->steps[0].items[0].id));
	let_save(false);
	apply(ACTION_STEP, 2);
	assert_true(says("没有存上"));
	/* And when all is over, at the last moment. */
	let_save(true);
	app_close(&app);
	torture_kept(&kept);
	assert_string_equal(kept.step, torture_guide()->steps[1].id);
}

/* The report is written by the same key as the progress: its word must not cover the other. */
static void test_failure_is_not_covered(void **state)
{
	(void)state;
	open_app(torture_path("report"));
	apply(ACTION_STEP, 5);
	apply(ACTION_NEXT, 0);
	let_save(false);
	apply(ACTION_PICK, 10); /* 看结果 */
	apply(ACTION_NEXT, 0);
	assert_int_equal(access(torture_path("report"), F_OK), 0);
	assert_true(says("没有存上"));
	let_save(true);
	app_close(&app);
}

/* What the terminal shows when the program has left it. */
static void test_what_is_kept(void **state)
{
	char said[APP_KEPT];

	(void)state;
	open_app(NULL);
	app_say_kept(&app, said);
	assert_string_equal(said, "");
	apply(ACTION_STEP, 3);
	app_say_kept(&app, said);
	assert_string_equal(said, "已记到第 3 步。下次运行 xueji 接着做。");
	let_save(false);
	apply(ACTION_STEP, 4);
	app_say_kept(&app, said);
	assert_string_equal(said, "这次没有记进度。");
	let_save(true);
	app_close(&app);
	app_open_in_memory(&app, "data/guide.json", torture_guide(), NULL);
	apply(ACTION_STEP, 3);
	app_say_kept(&app, said);
	assert_string_equal(said, "");
	app_close(&app);
}

/* Comparing is not kept; a success with the sample is none of one's own. */
static void test_what_is_kept_of_comparing(void **state)
{
	static const struct {
		bool sample;
		size_t answered; /* of the checks */
		const char *says;
	} rows[] = {
		{ false, 0, "已记到第 5 步。下次运行 xueji 接着做。" },
		{ false, 3, "已记到第 5 步。下次运行 xueji 接着做，核对要重来。" },
		{ false, SIZE_MAX, "自查做完了（今天）。" },
		{ true, SIZE_MAX, "示例核对完了（今天），你自己的还没有核对。" },
	};
	const struct guide_verification *v = torture_guide()->verification;
	struct record known = { .name = "李明",
				.id_number = "110000200709010014",
				.ethnic_group = "汉族" };
	char said[APP_KEPT];

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		unlink(torture_path(TORTURE_KEPT));
		known.sample = rows[i].sample;
		app_open(&app, "data/guide.json", torture_guide(), &known, true, NULL);
		apply(ACTION_STEP, 5);
		for (size_t k = 0; k < v->check_count && k < rows[i].answered; k++)
			wizard_answer(
				&app.wizard, k,
				v->checks[k].compare == GUIDE_COMPARE_STATUS    ? v->statuses[0].id
				: v->checks[k].compare == GUIDE_COMPARE_STUDENT ? v->students[0].id
										: RESULT_MATCH);
		wizard_note_done(&app.wizard);
		app_say_kept(&app, said);
		assert_string_equal(said, rows[i].says);
		apply(ACTION_STEP, 1); /* saves */
		app_close(&app);
		if (rows[i].sample || rows[i].answered != SIZE_MAX)
			continue;
		/* the next run has compared nothing: it leaves with status 3 */
		app_open(&app, "data/guide.json", torture_guide(), &known, false, NULL);
		app_say_kept(&app, said);
		assert_string_equal(said, "上次的进度还留着。");
		apply(ACTION_NEXT, 0);
		app_say_kept(&app, said);
		assert_string_equal(said, "上次自查做完了（今天），这次没有核对完。");
		assert_int_equal(app_close(&app), 3);
	}
}

/* What was done with the sample is never shown as one's own, nor the other way round; and one's own
 * is never lost. */
static void test_whose_progress(void **state)
{
	static const struct {
		const char *what;
		/* s with the sample, S afresh, t with another sample, e with the sample of another
		 * 民族, o with one's own record; each ticks a step of its own */
		const char *runs;
		const char *sees; /* of the last run: the steps whose first item is ticked */
		const char *notice;
	} rows[] = {
		{ "one's own, twice", "oo", "1", "" },
		{ "the sample, twice", "ss", "1", "" },
		{ "a sample, then another", "st", "", "" },
		{ "a sample that was changed", "se", "", "" },
		{ "the last sample is kept", "stt", "2", "" },
		{ "the sample, then one's own", "so", "", "" },
		{ "one's own outlasts another sample", "oto", "1", "" },
		{ "the sample never comes back", "sos", "",
		  "你自己的进度留着不动；用示例练的，这次不记。" },
		{ "one's own outlasts the sample", "osso", "1", "" },
		{ "even afresh", "oSo", "1", "" },
		{ "what the sample did beside it is not kept", "osos", "",
		  "你自己的进度留着不动；用示例练的，这次不记。" },
	};
	struct record known;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		size_t last = strlen(rows[i].runs) - 1;

		unlink(torture_path(TORTURE_KEPT));
		for (size_t run = 0; run <= last; run++) {
			bool fresh = rows[i].runs[run] == 'S';

			known = (struct record){ .id_number = "110000200709010014",
						 .sample = rows[i].runs[run] != 'o' };
			strcpy(known.name, rows[i].runs[run] == 't' ? "艾力·买买提" : "李明");
			strcpy(known.ethnic_group, rows[i].runs[run] == 'e' ? "回族" : "");
			app_open(&app, "data/guide.json", torture_guide(), &known, fresh, NULL);
			if (run == last)
				break;
			/* Below the row that leads to one's own. */
			apply(ACTION_PICK, progress_begun(&app.wizard.own));
			apply(ACTION_NEXT, 0);
			apply(ACTION_STEP, (unsigned)run + 1);
			apply(ACTION_TOGGLE, 0);
			app_close(&app);
		}
		for (size_t step = 0; step < 4; step++)
			if (progress_ticked(wizard_offered(&app.wizard),
					    torture_guide()->steps[step].items[0].id) !=
			    (strchr(rows[i].sees, '1' + (int)step) != NULL))
				fail_msg("%s: step %zu", rows[i].what, step + 1);
		assert_string_equal(app.wizard.notice, rows[i].notice);
		assert_int_equal(app.wizard.unsaved, rows[i].notice[0] != '\0');
		app_close(&app);
	}
}

/* The first row of a run with the sample leads to one's own progress, if there is any; from there
 * one's own details are asked for, and then its step is shown. */
static void test_own_row(void **state)
{
	static const struct {
		unsigned step;        /* visited with one's own details; 0: none */
		bool finished, fresh; /* fresh: the run with the sample starts afresh */
		const char *row;      /* its beginning */
	} rows[] = {
		{ 0, false, false, "开始" },
		{ 2, false, false, "接着做我自己的：第 2 步，" },
		{ 5, false, false, "接着做我自己的：第 5 步，核对学籍（今天）" },
		{ 5, true, false, "接着做我自己的：再核对一遍" },
		{ 5, true, true, "开始" },
	};
	struct record known = { .name = "李明", .id_number = "110000200709010014" };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const bool own = rows[i].step > 0 && !rows[i].fresh;
		struct page page;
		size_t first = 0;

		unlink(torture_path(TORTURE_KEPT));
		known.sample = false;
		app_open(&app, "data/guide.json", torture_guide(), &known, true, NULL);
		if (rows[i].finished)
			progress_finish(&app.wizard.progress, app_now(&app));
		if (rows[i].step > 0)
			apply(ACTION_STEP, rows[i].step);
		app_close(&app);
		known.sample = true;
		app_open(&app, "data/guide.json", torture_guide(), &known, rows[i].fresh, NULL);
		screens_build(&page, &app.wizard);
		while (page.blocks[first].row != 0)
			first++;
		assert_memory_equal(page.blocks[first].text, rows[i].row, strlen(rows[i].row));
		page_free(&page);
		assert_int_equal(screens_rows(&app.wizard), own ? 3 : 2);
		apply(ACTION_NEXT, 0);
		assert_int_equal(wizard_screen(&app.wizard), own ? SCREEN_RECORD : SCREEN_STEP);
		assert_int_equal(wizard_uses_sample(&app.wizard), !own);
		if (own)
			assert_int_equal(wizard_resume_step(&app.wizard, &app.wizard.progress) + 1,
					 rows[i].step);
		assert_int_equal(app.wizard.unsaved, rows[i].fresh);
		app_close(&app);
	}
}

/* The row for one's own details stays, because the kept progress may be somebody else's: it is
 * offered there once more, with a way to start afresh. */
static void test_own_row_of_another(void **state)
{
	struct record known = { .name = "李明", .id_number = "110000200709010014" };

	(void)state;
	app_open(&app, "data/guide.json", torture_guide(), &known, true, NULL);
	apply(ACTION_STEP, 3);
	apply(ACTION_TOGGLE, 0);
	app_close(&app);
	known.sample = true;
	app_open(&app, "data/guide.json", torture_guide(), &known, false, NULL);
	apply(ACTION_PICK, 2); /* 换成我自己的高考信息 */
	apply(ACTION_NEXT, 0);
	assert_int_equal(wizard_screen(&app.wizard), SCREEN_WELCOME);
	assert_false(wizard_uses_sample(&app.wizard));
	assert_int_equal(screens_rows(&app.wizard), 2); /* 接着做, 从头开始 */
	assert_false(progress_begun(&app.wizard.progress));
	assert_true(progress_begun(wizard_offered(&app.wizard)));
	app_close(&app);
}

/* Whoever goes on with one's own details in place of the sample finds one's own progress. */
static void test_own_in_place_of_the_sample(void **state)
{
	struct record known = { .name = "李明", .id_number = "110000200709010014" };
	const char *own = torture_guide()->steps[0].items[0].id,
		   *practised = torture_guide()->steps[1].items[0].id;
	struct progress kept;

	(void)state;
	app_open(&app, "data/guide.json", torture_guide(), &known, true, NULL);
	apply(ACTION_STEP, 1);
	apply(ACTION_TOGGLE, 0);
	app_close(&app);
	known.sample = true;
	app_open(&app, "data/guide.json", torture_guide(), &known, false, NULL);
	apply(ACTION_STEP, 2);
	apply(ACTION_TOGGLE, 0);
	assert_true(progress_ticked(&app.wizard.progress, practised));
	apply(ACTION_BACK, 0);
	apply(ACTION_BACK, 0);
	assert_int_equal(wizard_screen(&app.wizard), SCREEN_WELCOME);
	apply(ACTION_PICK, 0); /* 接着做我自己的 */
	apply(ACTION_NEXT, 0);
	assert_int_equal(wizard_screen(&app.wizard), SCREEN_RECORD);
	assert_true(progress_ticked(&app.wizard.progress, own));
	assert_false(progress_ticked(&app.wizard.progress, practised));
	assert_false(app.wizard.unsaved);
	apply(ACTION_STEP, 3);
	app_close(&app);
	torture_kept(&kept);
	assert_true(progress_ticked(&kept, own) && !progress_ticked(&kept, practised));
	assert_false(kept.sample);
}

/* Esc gives the sample back, and what was practised with it, until something of one's own is typed
 * or begun. */
static void test_sample_again(void **state)
{
	static const struct {
		const char *typed;
		unsigned step; /* gone to from the form; 0: none */
		bool again;
	} rows[] = {
		{ "", 0, true },
		{ "王芳", 0, false },
		{ "", 2, false },
	};
	const struct record sample = { .name = "李明",
				       .id_number = "110000200709010014",
				       .sample = true };
	const char *practised = torture_guide()->steps[1].items[0].id;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		open_app(NULL); /* nothing is saved of one's own */
		app_close(&app);
		app_open(&app, "data/guide.json", torture_guide(), &sample, true, NULL);
		apply(ACTION_STEP, 2);
		apply(ACTION_TOGGLE, 0);
		apply(ACTION_BACK, 0);
		apply(ACTION_BACK, 0);
		apply(ACTION_LAST_ROW, 0); /* 换成我自己的高考信息 */
		apply(ACTION_NEXT, 0);
		assert_int_equal(wizard_screen(&app.wizard), SCREEN_RECORD);
		assert_false(wizard_uses_sample(&app.wizard));
		app_paste(&app, rows[i].typed);
		apply(ACTION_STEP, rows[i].step);
		while (wizard_screen(&app.wizard) != SCREEN_WELCOME)
			apply(ACTION_CLOSE, 0);
		assert_int_equal(wizard_uses_sample(&app.wizard), rows[i].again);
		assert_string_equal(app.wizard.record.name, rows[i].again ? "李明" : "");
		assert_int_equal(progress_ticked(wizard_offered(&app.wizard), practised),
				 rows[i].again);
		app_close(&app);
	}
}

/* A FAQ that cannot be read says why, and closes nothing. */
static void test_no_faq(void **state)
{
	(void)state;
	app_open(&app, "none/guide.json", torture_guide(), NULL, true, NULL);
	apply(ACTION_FAQ, 0);
	assert_true(says("常见问题读不出来：打不开"));
	app_close(&app);
}

/* Neither the first page, with or without --fresh, nor that behind a key waits for the disk. */
static void test_pages_come_before_the_disk(void **state)
{
	(void)state;
	syncs = 0;
	open_app(NULL);
	assert_int_equal(syncs, 0);
	app_save(&app);
	assert_int_equal(syncs, 2);
	app_apply(&app, (struct action){ ACTION_STEP, 1, NULL });
	app_apply(&app, (struct action){ ACTION_TOGGLE, 0, NULL });
	assert_int_equal(syncs, 2);
	app_save(&app);
	assert_int_equal(syncs, 4);
	app_save(&app);
	app_apply(&app, (struct action){ ACTION_DOWN, 0, NULL });
	app_save(&app);
	assert_int_equal(syncs, 4);
	app_apply(&app, (struct action){ ACTION_TOGGLE, 0, NULL });
	app_close(&app);
	assert_int_equal(syncs, 6);
}

/* What is asked of the front end after the last of some keys. */
static void test_scroll_requests(void **state)
{
	static const struct {
		const char *what;
		uint32_t keys[9];
		enum scroll_request scroll;
		bool new_screen;
	} rows[] = {
		{ "another screen", { '2' }, SCROLL_KEEP, true },
		{ "one whose text field is edited", { 'f', '/' }, SCROLL_FOLLOW, false },
		{ "a form", { '4', '\r', '\t', '\t', '\r' }, SCROLL_FOLLOW, true },
		{ "the focus moves", { '2', KEYNAME_DOWN }, SCROLL_FOLLOW, false },
		{ "it cannot move up", { '2', KEYNAME_UP }, SCROLL_LINE_UP, false },
		{ "nor down", { 'n', KEYNAME_DOWN }, SCROLL_LINE_DOWN, false },
		{ "the focus of a search moves", { 'f', '/', KEYNAME_DOWN }, SCROLL_FOLLOW, false },
		{ "a tick", { '2', ' ' }, SCROLL_FOLLOW, false },
		{ "PgDn", { '2', KEYNAME_PAGE_DOWN }, SCROLL_PAGE_DOWN, false },
		{ "PgUp", { '2', KEYNAME_PAGE_UP }, SCROLL_PAGE_UP, false },
		{ "Home", { '2', KEYNAME_HOME }, SCROLL_TOP, false },
		{ "End", { '2', KEYNAME_END }, SCROLL_BOTTOM, false },
		{ "a key that means nothing", { '2', 'Z' }, SCROLL_KEEP, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		open_app(NULL);
		for (size_t k = 0; rows[i].keys[k] != 0; k++) {
			app.new_screen = false;
			app.scroll = SCROLL_KEEP;
			app_key(&app, rows[i].keys[k]);
		}
		if (app.scroll != rows[i].scroll || app.new_screen != rows[i].new_screen)
			fail_msg("%s: %d %d", rows[i].what, app.scroll, app.new_screen);
		app_close(&app);
	}
}

/* A key that only scrolls leaves the notice, which may not have been read yet. */
static void test_scrolling_changes_nothing(void **state)
{
	(void)state;
	open_app(NULL);
	app_key(&app, '1');
	app_key(&app, 'y');
	assert_true(says("网址已复制"));
	app_key(&app, KEYNAME_PAGE_DOWN);
	assert_true(says("网址已复制"));
	app_key(&app, KEYNAME_DOWN);
	assert_false(says("网址已复制"));
	app_close(&app);
}

/* The report is asked for, written, and what is shown is new. */
static void test_report_is_a_new_screen(void **state)
{
	(void)state;
	open_app(torture_path("report"));
	apply(ACTION_STEP, 5);
	apply(ACTION_NEXT, 0);
	apply(ACTION_PICK, 10);
	app.new_screen = false;
	apply(ACTION_NEXT, 0);
	assert_true(app.new_screen);
	app_close(&app);
}

/* No key that one tries erases what was typed. */
static void test_function_keys_keep_the_text(void **state)
{
	static const uint32_t keys[] = { KEYNAME_F1, KEYNAME_F2, KEYNAME_F3, KEY_CTRL('R') };

	(void)state;
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
		open_app(NULL);
		wizard_push(&app.wizard, SCREEN_RECORD);
		app_paste(&app, "李明");
		app_key(&app, keys[i]);
		assert_string_equal(app.wizard.record_form.fields[0].edit.text, "李明");
		app_close(&app);
	}
}

/* Home and End go to the first and the last row from rows without text, and in a text to its
 * ends. */
static void test_home_and_end(void **state)
{
	static const struct {
		enum screen_id screen;
		enum form_kind from;
		uint32_t key;
		enum form_kind to;
	} rows[] = {
		{ SCREEN_REGISTER, FORM_DOCUMENT, KEYNAME_HOME, FORM_MOBILE },
		{ SCREEN_REGISTER, FORM_DOCUMENT, KEYNAME_END, FORM_BUTTON },
		{ SCREEN_REGISTER, FORM_TERMS, KEYNAME_HOME, FORM_MOBILE },
		{ SCREEN_REGISTER, FORM_SEND, KEYNAME_END, FORM_BUTTON },
		{ SCREEN_REGISTER, FORM_FOLD, KEYNAME_HOME, FORM_MOBILE },
		{ SCREEN_REGISTER, FORM_BUTTON, KEYNAME_HOME, FORM_MOBILE },
		{ SCREEN_REGISTER, FORM_NAME, KEYNAME_HOME, FORM_NAME },
		{ SCREEN_REGISTER, FORM_NAME, KEYNAME_END, FORM_NAME },
		{ SCREEN_ACCOUNT, FORM_DOCUMENT, KEYNAME_HOME, FORM_ADDRESS },
		{ SCREEN_ACCOUNT, FORM_DOCUMENT, KEYNAME_END, FORM_ACCOUNT },
		{ SCREEN_RECORD, FORM_SKIP, KEYNAME_HOME, FORM_NAME },
		{ SCREEN_RECORD, FORM_BUTTON, KEYNAME_END, FORM_SKIP },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const struct form *f;

		open_app(NULL);
		wizard_push(&app.wizard, rows[i].screen);
		f = screens_form(&app.wizard);
		apply(ACTION_PICK, (unsigned)(form_find(f, rows[i].from) - f->fields));
		app_key(&app, rows[i].key);
		if (f->fields[f->focus].kind != rows[i].to || app.wizard.notice[0] != '\0')
			fail_msg("row %zu: to field %zu, %s", i, f->focus, app.wizard.notice);
		app_close(&app);
	}
}

/* A key without a meaning is answered once, and never in place of another notice or where nothing
 * lists the keys. */
static void test_unknown_key(void **state)
{
	static const struct {
		enum screen_id screen;
		const char *notice, *says;
	} rows[] = {
		{ SCREEN_WELCOME, "", "这里没有这个键，按 ? 看有哪些。" },
		{ SCREEN_REGISTER, "", "这里没有这个键，按 Ctrl-G 看有哪些。" },
		{ SCREEN_WELCOME, "别的", "别的" },
		{ SCREEN_LEAVE, "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		open_app(NULL);
		wizard_push(&app.wizard, rows[i].screen);
		wizard_say(&app.wizard, "%s", rows[i].notice);
		app_key(&app, KEY_CTRL('B'));
		assert_string_equal(app.wizard.notice, rows[i].says);
		apply(ACTION_DOWN, 0);
		assert_string_equal(app.wizard.notice, "");
		if (rows[i].notice[0] == '\0') {
			app_key(&app, KEY_CTRL('B'));
			assert_string_equal(app.wizard.notice, "");
		}
		app_close(&app);
	}
}

/* A character that is typed where no text is wanted is answered, also by what to do first. */
static void test_typed_too_early(void **state)
{
	static const struct {
		enum screen_id screen;
		unsigned step;
		const char *says;
	} rows[] = {
		{ SCREEN_STEP, 4, "先按 Enter 开始核对，到那里再打。" },
		{ SCREEN_STEP, 3, "先按 Enter 开始演练，到那里再打。" },
		{ SCREEN_STEP, 0, "这里不用打字，刚才打的没有用上。" },
		{ SCREEN_NOTES, 0, "这里不用打字，刚才打的没有用上。" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		open_app(NULL);
		wizard_go_to_step(&app.wizard, rows[i].step);
		if (rows[i].screen != SCREEN_STEP)
			wizard_push(&app.wizard, rows[i].screen);
		app_key(&app, 0x674E);
		assert_string_equal(app.wizard.notice, rows[i].says);
		assert_int_equal(wizard_screen(&app.wizard), rows[i].screen);
		app_close(&app);
	}
}

/* A digit beyond the last step says how many there are. */
static void test_digit_beyond_steps(void **state)
{
	(void)state;
	open_app(NULL);
	wizard_go_to_step(&app.wizard, 1);
	app_key(&app, '6');
	assert_string_equal(app.wizard.notice, "一共 5 步。");
	assert_int_equal(app.wizard.step, 1);
	app_close(&app);
}

/* A y in the middle of a word that was meant for the page below leaves nothing. */
static void test_word_at_the_question(void **state)
{
	static const struct {
		const char *typed;
		bool quits;
	} rows[] = {
		{ "y", true },   { "Y", true },   { "n", false },
		{ "uy", false }, { " y", false }, { "xiyi", false },
		{ "1y", false }, { "qy", true },  { "Qy", true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		open_app(NULL);
		wizard_push(&app.wizard, SCREEN_NOTES);
		wizard_push(&app.wizard, SCREEN_LEAVE);
		for (const char *key = rows[i].typed; *key != '\0'; key++)
			app_key(&app, (unsigned char)*key);
		assert_int_equal(app.quit, rows[i].quits);
		assert_int_equal(wizard_screen(&app.wizard),
				 rows[i].quits ? SCREEN_LEAVE : SCREEN_NOTES);
		app_close(&app);
	}
}

/* A record that is wrong by itself says so when it is opened. */
static void test_faulty_record(void **state)
{
	static const struct {
		const char *number, *sex, *birth_date, *says;
	} rows[] = {
		{ "110000200709010014", "男", "2007-09-01", "" },
		{ "110000200709010041", "男", "2007-09-01", "证件号码不像对的" },
		{ "110000200709010014", "女", "2007-09-01", "性别和号码第 17 位对不上" },
		{ "110000200709010014", "", "2007-09-10", "出生日期和号码第 7–14 位对不上" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct record given = { .name = "李明" };

		strcpy(given.id_number, rows[i].number);
		strcpy(given.sex, rows[i].sex);
		strcpy(given.birth_date, rows[i].birth_date);
		app_open(&app, "data/guide.json", torture_guide(), &given, true, NULL);
		assert_int_equal(app.wizard.notice[0] == '\0', rows[i].says[0] == '\0');
		assert_non_null(strstr(app.wizard.notice, rows[i].says));
		app_close(&app);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_faulty_record),
		cmocka_unit_test(test_function_keys_keep_the_text),
		cmocka_unit_test(test_home_and_end),
		cmocka_unit_test(test_unknown_key),
		cmocka_unit_test(test_typed_too_early),
		cmocka_unit_test(test_digit_beyond_steps),
		cmocka_unit_test(test_word_at_the_question),
		cmocka_unit_test(test_failure_is_said_once),
		cmocka_unit_test(test_failure_is_not_covered),
		cmocka_unit_test(test_scroll_requests),
		cmocka_unit_test(test_scrolling_changes_nothing),
		cmocka_unit_test(test_report_is_a_new_screen),
		cmocka_unit_test(test_what_is_kept),
		cmocka_unit_test(test_what_is_kept_of_comparing),
		cmocka_unit_test(test_whose_progress),
		cmocka_unit_test(test_own_row),
		cmocka_unit_test(test_own_row_of_another),
		cmocka_unit_test(test_own_in_place_of_the_sample),
		cmocka_unit_test(test_sample_again),
		cmocka_unit_test(test_no_faq),
		cmocka_unit_test(test_pages_come_before_the_disk),
	};

	return cmocka_run_group_tests(tests, torture_make_home, torture_remove_home);
}
