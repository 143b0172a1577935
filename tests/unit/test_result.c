/* SPDX-License-Identifier: MIT */
/* What each state of the self-check makes the screens and the report say: no two disagree. */
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "plain/plain_page.h"
#include "screens/result.h"
#include "screens/verify.h"
#include "support/count_text.h"
#include "support/one_wizard.h"
#include "wizard/report.h"

enum { LAST = 4 }; /* the step that verifies */

static void nothing(void)
{
	start(true);
}

/* The list is opened, and one row of it looked at. */
static void first_look(void)
{
	start(true);
	go(5);
	act(ACTION_NEXT);
	type(" ");
}

static void texts_only(void)
{
	start(true);
	compare_texts();
}

static void success(void)
{
	start(true);
	compare_all("1");
}

static void waiting(void)
{
	start(true);
	compare_all("3");
}

/* Whatever was compared before, a site that has no record shows none of it. */
static void unlisted(void)
{
	start(true);
	compare_texts();
	focus_on(GUIDE_COMPARE_NAME);
	act(ACTION_ERASE_ALL);
	type("李鸣");
	choose(GUIDE_COMPARE_STUDENT, "1");
	choose(GUIDE_COMPARE_STATUS, "2");
}

static void unlisted_at_once(void)
{
	start(true);
	go(5);
	act(ACTION_NEXT);
	choose(GUIDE_COMPARE_STATUS, "2");
}

static void left_school(void)
{
	start(true);
	compare_all("11");
}

/* What need not agree differs: that is told first, and is none of the main ones. */
static void other_school(void)
{
	success();
	wizard_answer(&w, check_of(GUIDE_COMPARE_INSTITUTION), RESULT_DIFFER);
}

static void left_another_school(void)
{
	left_school();
	wizard_answer(&w, check_of(GUIDE_COMPARE_INSTITUTION), RESULT_DIFFER);
}

static void name_absent(void)
{
	success();
	focus_on(GUIDE_COMPARE_NAME);
	act(ACTION_ERASE_ALL);
	type("-");
}

static void one_differs(void)
{
	success();
	focus_on(GUIDE_COMPARE_ID_NUMBER);
	act(ACTION_ERASE_ALL);
	type("110000200709010041");
}

/* While a name is typed again nothing is wrong, and it is not looked at; left so, it differs. */
static void being_typed(void)
{
	success();
	focus_on(GUIDE_COMPARE_NAME);
	act(ACTION_ERASE_ALL);
	type("王");
}

/* A number that is not typed to its end is asked about. */
static void half_typed(void)
{
	success();
	focus_on(GUIDE_COMPARE_ID_NUMBER);
	act(ACTION_ERASE_ALL);
	type("1101");
}

static void differs_at_once(void)
{
	start(true);
	go(5);
	act(ACTION_NEXT);
	type("李鸣");
}

static void rehearsed(void)
{
	start(true);
	go(4);
	progress_tick(&w.progress, guide->steps[3].id, true);
}

/* The answer about the account with that id. */
static void answer(const char *id)
{
	const struct guide_account *asked = guide->form->account;

	for (size_t i = 0; i < asked->option_count; i++)
		if (strcmp(asked->options[i].id, id) == 0)
			w.account = &asked->options[i];
}

/* Whoever has an account recovers it in place of registering, and says so with the button; not yet;
 * in the next run; or registers after all. */
static void recovered(void)
{
	start(true);
	go(4);
	answer("account.had");
	wizard_push(&w, SCREEN_RECOVER);
	act(ACTION_DOWN);
	act(ACTION_DOWN);
	act(ACTION_NEXT);
}

static void half_recovered(void)
{
	recovered();
	go(4);
	act(ACTION_FIRST_ROW);
	act(ACTION_TOGGLE); /* to the page that says how */
	assert_int_equal(wizard_screen(&w), SCREEN_RECOVER);
	act(ACTION_TOGGLE);
	act(ACTION_CLOSE);
}

static void recovered_before(void)
{
	static struct progress saved;

	half_recovered();
	progress_copy(&saved, &w.progress);
	wizard_wipe(&w);
	wizard_start(&w, guide, &record, &saved, today, 2000);
	wizard_take_progress(&w);
}

static void not_recovered(void)
{
	recovered_before();
	answer("account.none");
}

static void registers_after_all(void)
{
	recovered();
	go(4);
	act(ACTION_FIRST_ROW);
	act(ACTION_TOGGLE);
	act(ACTION_LAST_ROW);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_REGISTER);
	act(ACTION_CLOSE);
	assert_int_equal(wizard_screen(&w), SCREEN_ACCOUNT);
}

static bool has_line(const char *text)
{
	struct page page;
	bool found = false;

	screens_build(&page, &w);
	for (size_t i = 0; i < page.count; i++)
		found = found ||
			(page.blocks[i].row != NO_ROW && strcmp(page.blocks[i].text, text) == 0);
	page_free(&page);
	return found;
}

static enum mark sidebar_mark(size_t step)
{
	struct page page;
	enum mark mark;

	screens_build(&page, &w);
	mark = page.sidebar[step].mark;
	page_free(&page);
	return mark;
}

/* A success with half of the first step ticked; then all of it. */
static void half_ticked(void)
{
	success();
	progress_tick(&w.progress, guide->steps[0].items[0].id, true);
}

static void ticked(void)
{
	half_ticked();
	progress_tick(&w.progress, guide->steps[0].items[1].id, true);
}

/* A success of an earlier run, whose results certify nothing in this one. */
static void earlier_success(void)
{
	static struct progress saved;

	ticked();
	wizard_finish(&w);
	progress_copy(&saved, &w.progress);
	wizard_wipe(&w);
	wizard_start(&w, guide, &record, &saved, today, 2000);
	wizard_take_progress(&w);
}

/* Only what the number tells could be compared, and a group differs that need not agree. */
static void typed_record(void)
{
	struct record typed = { 0 };

	strcpy(typed.name, record.name);
	strcpy(typed.id_number, record.id_number);
	start(false);
	wizard_set_record(&w, &typed);
	compare_all("1");
	progress_tick(&w.progress, guide->steps[LAST].items[0].id, true);
}

static const struct claim {
	void (*make)(void);
	enum verdict verdict;
	const char *count;            /* on the verification */
	const char *missing;          /* there, and on the result if that is unfinished */
	const char *verdict_id, *box; /* of the report, of the result */
	size_t done[LAST + 1];        /* what is counted of each step */
	const char *steps;            /* of each: d done, i implied, - open */
	size_t differing;
	int status;
} claims[] = {
	{ nothing,
	  VERDICT_OPEN,
	  "0/8",
	  "还差 8 项：",
	  "open",
	  "自查还没有做完",
	  { 0 },
	  "-----",
	  0,
	  3 },
	{ first_look,
	  VERDICT_OPEN,
	  "1/8",
	  "还差 7 项：",
	  "open",
	  "自查还没有做完",
	  { 0 },
	  "-----",
	  0,
	  3 },
	{ texts_only,
	  VERDICT_OPEN,
	  "5/8",
	  "还差 3 项：录取照片、学籍状态、学生类别",
	  "open",
	  "自查还没有做完",
	  { 0 },
	  "-----",
	  0,
	  3 },
	{ success,
	  VERDICT_PASS,
	  "8/8",
	  "",
	  "pass",
	  "学籍自查成功",
	  { 0, 0, 0, 0, 1 },
	  "iiiii",
	  0,
	  0 },
	{ half_ticked,
	  VERDICT_PASS,
	  "8/8",
	  "",
	  "pass",
	  "学籍自查成功",
	  { 1, 0, 0, 0, 1 },
	  "iiiii",
	  0,
	  0 },
	{ ticked,
	  VERDICT_PASS,
	  "8/8",
	  "",
	  "pass",
	  "学籍自查成功",
	  { 2, 0, 0, 0, 1 },
	  "diiii",
	  0,
	  0 },
	{ earlier_success,
	  VERDICT_OPEN,
	  "0/8",
	  "还差 8 项：",
	  "open",
	  "这次还没有核对完",
	  { 2, 0, 0, 0, 0 },
	  "diii-",
	  0,
	  3 },
	{ typed_record,
	  VERDICT_PASS,
	  "8/8",
	  "",
	  "pass",
	  "主要信息逐字比过 4/5 项",
	  { 0, 0, 0, 0, 2 },
	  "iiiid",
	  0,
	  0 },
	{ waiting, VERDICT_WAIT, "8/8", "", "wait", "等", { 0, 0, 0, 0, 1 }, "-----", 0, 1 },
	{ unlisted, VERDICT_WAIT, "", "", "wait", "等", { 0 }, "-----", 0, 1 },
	{ unlisted_at_once, VERDICT_WAIT, "", "", "wait", "等", { 0 }, "-----", 0, 1 },
	{ left_school,
	  VERDICT_FAIL,
	  "8/8",
	  "",
	  "fail",
	  "学籍状态不对",
	  { 0, 0, 0, 0, 1 },
	  "-----",
	  0,
	  1 },
	{ left_another_school,
	  VERDICT_FAIL,
	  "8/8",
	  "",
	  "fail",
	  "学籍状态是不在籍（退学、毕业等），学校名称不对。",
	  { 0, 0, 0, 0, 1 },
	  "-----",
	  1,
	  1 },
	{ other_school,
	  VERDICT_PASS,
	  "8/8",
	  "",
	  "pass",
	  "另外，学校名称不对。",
	  { 0, 0, 0, 0, 1 },
	  "iiiii",
	  1,
	  0 },
	{ name_absent, VERDICT_WAIT, "8/8", "", "wait", "等", { 0, 0, 0, 0, 1 }, "-----", 0, 1 },
	{ one_differs,
	  VERDICT_FAIL,
	  "8/8",
	  "",
	  "fail",
	  "证件号码不一致",
	  { 0, 0, 0, 0, 1 },
	  "-----",
	  1,
	  1 },
	{ being_typed,
	  VERDICT_OPEN,
	  "7/8",
	  "还差 1 项：姓名",
	  "open",
	  "姓名不一致",
	  { 0 },
	  "iiii-",
	  0,
	  1 },
	{ half_typed,
	  VERDICT_OPEN,
	  "7/8",
	  "还差 1 项：证件号码",
	  "open",
	  "自查成功过；",
	  { 0 },
	  "iiii-",
	  0,
	  3 },
	{ differs_at_once,
	  VERDICT_FAIL,
	  "1/8",
	  "还差 7 项：",
	  "fail",
	  "姓名不一致",
	  { 0 },
	  "-----",
	  1,
	  1 },
	{ recovered,
	  VERDICT_OPEN,
	  "0/8",
	  "还差 8 项：",
	  "open",
	  "自查还没有做完",
	  { 0, 0, 0, 2, 0 },
	  "---d-",
	  0,
	  3 },
	{ half_recovered,
	  VERDICT_OPEN,
	  "0/8",
	  "还差 8 项：",
	  "open",
	  "自查还没有做完",
	  { 0, 0, 0, 1, 0 },
	  "-----",
	  0,
	  3 },
	{ recovered_before,
	  VERDICT_OPEN,
	  "0/8",
	  "还差 8 项：",
	  "open",
	  "自查还没有做完",
	  { 0, 0, 0, 1, 0 },
	  "-----",
	  0,
	  3 },
	{ not_recovered,
	  VERDICT_OPEN,
	  "0/8",
	  "还差 8 项：",
	  "open",
	  "自查还没有做完",
	  { 0, 0, 0, 0, 0 },
	  "-----",
	  0,
	  3 },
	{ registers_after_all,
	  VERDICT_OPEN,
	  "0/8",
	  "还差 8 项：",
	  "open",
	  "自查还没有做完",
	  { 0, 0, 0, 0, 0 },
	  "-----",
	  0,
	  3 },
	{ rehearsed,
	  VERDICT_OPEN,
	  "0/8",
	  "还差 8 项：",
	  "open",
	  "自查还没有做完",
	  { 0, 0, 0, 1, 0 },
	  "-----",
	  0,
	  3 },
};

/* Whether the welcome screen marks a step as done. */
static bool welcome_marks(size_t step)
{
	char *label = xasprintf("%zu  %s", step + 1, guide->steps[step].title);
	const size_t depth = w.depth;
	struct page page;
	bool marked = false;

	w.depth = 0;
	screens_build(&page, &w);
	for (size_t i = 0; i < page.count; i++)
		marked = marked || (strcmp(page.blocks[i].label, label) == 0 &&
				    page.blocks[i].mark == MARK_DONE);
	page_free(&page);
	w.depth = depth;
	free(label);
	return marked;
}

/* The page of a step, in both front ends: its heading and its boxes. */
static void expect_step_page(size_t step, size_t done, char state)
{
	const struct step_count count = wizard_step_count(&w, step);
	char *heading = xasprintf("做了 %zu/%zu%s", done, count.count,
				  state != 'd' && w.progress.finished != 0 ? "，自查成功过" : "");
	const size_t depth = w.depth, present = w.step;
	enum screen_id above = w.stack[depth + 1];
	size_t ticks = 0;
	struct page page;
	char *plain;
	FILE *out = xmemstream(&plain);

	w.stack[++w.depth] = SCREEN_STEP;
	w.step = step;
	screens_build(&page, &w);
	assert_string_equal(page.blocks[0].status, heading);
	for (size_t i = 0; i < page.count; i++)
		ticks += page.blocks[i].mark == MARK_TICKED;
	assert_int_equal(ticks, done);
	assert_int_equal(page.sidebar[step].done, done);
	assert_int_equal(page.sidebar[step].count, count.count);
	assert_int_equal(page.sidebar[step].mark, state == '-' ? MARK_HERE : MARK_DONE);
	plain_page(&page, (struct line_rows){ 0 }, false, out);
	fclose(out);
	assert_int_equal(count_text(plain, "已完成，"), done);
	page_free(&page);
	w.depth = depth;
	w.step = present;
	w.stack[depth + 1] = above;
	free(plain);
	free(heading);
}

static void expect_steps(const struct claim *c, const char *text, const char *json)
{
	static const enum step_state states[] = { ['d'] = STEP_DONE, ['i'] = STEP_IMPLIED };

	for (size_t i = 0; i <= LAST; i++) {
		const struct step_count count = wizard_step_count(&w, i);
		const char *title = guide->steps[i].title;
		const bool marked = c->steps[i] != '-';
		char *line = xasprintf("[%c] %zu %s %zu/%zu", marked ? 'x' : ' ', i + 1, title,
				       c->done[i], count.count);
		char *member = xasprintf("\"title\": \"%s\", \"done\": %s, \"ticked\": %zu", title,
					 marked ? "true" : "false", c->done[i]);

		assert_int_equal(count.done, c->done[i]);
		assert_int_equal(wizard_step_state(&w, i),
				 marked ? states[(unsigned char)c->steps[i]] : STEP_OPEN);
		assert_int_equal(wizard_step_time(&w, i) != 0,
				 progress_time(&w.progress, guide->steps[i].id) != 0 &&
					 c->steps[i] == 'd');
		assert_int_equal(sidebar_mark(i) == MARK_DONE, marked);
		assert_int_equal(welcome_marks(i), marked);
		expect_step_page(i, c->done[i], c->steps[i]);
		if (strstr(text, line) == NULL || strstr(json, member) == NULL)
			fail_msg("no %s or %s in %s%s", line, member, text, json);
		free(line);
		free(member);
	}
	assert_int_equal(count_text(text, "没有全勾的：自查成功过，就算做到了"),
			 strchr(c->steps, 'i') != NULL);
}

/* Each check and its outcome is listed, in the words of the verification. */
static void expect_checks(const char *text, const char *json)
{
	for (size_t i = 0; i < guide->verification->check_count; i++) {
		const char *label = guide->verification->checks[i].label;
		char *line = xasprintf("  %s：%s\n", label, wizard_check_words(&w, i));
		char *member = xasprintf("\"label\": \"%s\", \"outcome\": \"", label);

		if (strstr(text, line) == NULL || strstr(json, member) == NULL)
			fail_msg("no %s or %s in %s%s", line, member, text, json);
		free(line);
		free(member);
	}
}

static void expect_report(const struct claim *c)
{
	char *json = report_make(&w, REPORT_JSON, REPORT_MASKED);
	char *text = report_make(&w, REPORT_TEXT, REPORT_MASKED);
	char *verdict = xasprintf("\"verdict\": \"%s\"", c->verdict_id);

	assert_non_null(strstr(json, verdict));
	assert_non_null(strstr(text, wizard_verdict_title(&w)));
	assert_non_null(strstr(text, "不是学信网的证明。"));
	assert_int_equal(strstr(text, "还差") != NULL, *c->missing != '\0');
	if (*c->missing != '\0')
		assert_non_null(strstr(text, c->missing));
	assert_int_equal(strstr(json, "\"missing\": []") != NULL, *c->missing == '\0');
	assert_int_equal(strstr(text, "完成：") != NULL,
			 c->verdict == VERDICT_PASS && w.progress.finished != 0);
	assert_non_null(strstr(json, "\"contacts\""));
	expect_steps(c, text, json);
	expect_checks(text, json);
	free(json);
	free(text);
	free(verdict);
}

/* The heading counts as many checks as have the mark of a wrong one. */
static void expect_counted(void)
{
	struct page page;
	const char *count = NULL;
	size_t marks = 0;

	w.verify.unfolded[0] = w.verify.unfolded[1] = true;
	screens_build(&page, &w);
	for (size_t i = 0; i < page.count; i++) {
		const struct block *b = &page.blocks[i];

		if (b->kind == BLOCK_HEADING)
			count = strstr(b->status, "  ");
		marks += b->kind == BLOCK_TABLE_ROW && b->mark == MARK_WRONG;
	}
	assert_int_equal(count != NULL ? strtoul(count, NULL, 10) : 0, marks);
	page_free(&page);
	w.verify.unfolded[0] = w.verify.unfolded[1] = false;
}

static void test_claims(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof claims / sizeof claims[0]; i++) {
		const struct claim *c = &claims[i];

		c->make();
		if (wizard_verdict(&w) != c->verdict)
			fail_msg("claim %zu: verdict %d", i, wizard_verdict(&w));
		expect_report(c);
		if (!wizard_has_screen(&w, SCREEN_VERIFY)) {
			go(5);
			verify_open(&w, FIRST_MISSING);
		}
		assert_true(says(c->count));
		assert_int_equal(says("还差"), *c->missing != '\0');
		assert_true(says(c->missing));
		expect_counted();
		wizard_finish(&w);
		if (!says(c->box))
			fail_msg("claim %zu: no %s", i, c->box);
		assert_true(says(wizard_verdict_title(&w)));
		assert_string_equal(enter_hint(),
				    c->verdict == VERDICT_OPEN && wizard_verdict(&w) == VERDICT_OPEN
					    ? "去看"
					    : "保存");
		assert_int_equal(wizard_exit_status(&w), c->status);
		if (c->verdict != VERDICT_OPEN)
			assert_int_equal(w.progress.finished != 0, c->verdict == VERDICT_PASS);
		assert_int_equal(says("照上面写的，告诉辅导员。"),
				 c->verdict == VERDICT_PASS && c->differing > 0);
		assert_int_equal(says("就做完了"), c->verdict == VERDICT_PASS && c->differing == 0);
		assert_int_equal(says("再看一遍网页；真的不同，马上告诉辅导员。"),
				 wizard_verdict(&w) == VERDICT_FAIL && !wizard_fails_by_status(&w));
		assert_int_equal(says("自查做完。"), c->verdict == VERDICT_PASS);
		assert_true(says("截止："));
		assert_int_equal(says("自查成功过；"),
				 c->verdict == VERDICT_OPEN && w.progress.finished != 0);
	}
}

/* What was typed, what the student says, and what nobody looked at stand apart. */
static void test_how_it_is_known(void **state)
{
	(void)state;
	success();
	focus_on(GUIDE_COMPARE_SEX);
	act(ACTION_ERASE_ALL);
	type(" ");
	assert_true(says("一样"));
	wizard_finish(&w);
	assert_int_equal(wizard_verdict(&w), VERDICT_PASS);
	assert_true(says("一致：姓名、出生日期、民族、证件号码") && says("你说一样：性别"));
	assert_true(says("主要信息逐字比过 4/5 项"));
	assert_true(says("没看：学校名称、层次、专业、学制等 12 项"));
	assert_false(says("另外"));
	wizard_answer(&w, check_of(GUIDE_COMPARE_BY_EYE), RESULT_SEEN);
	wizard_answer(&w, check_of(GUIDE_COMPARE_MAJOR), RESULT_DIFFER);
	wizard_answer(&w, check_of(GUIDE_COMPARE_LEVEL), RESULT_SAME);
	assert_true(says("另外看过：学制") && says("专业不对。") && says("另外你说一样：层次"));
	assert_true(says("没看：学校名称、学历类别、学习形式、学号等 9 项"));
	/* A photo is compared with nothing. */
	for (size_t check = 0; check < guide->verification->check_count; check++)
		if (wizard_check_group(&guide->verification->checks[check]) == GROUP_EMPTY)
			wizard_answer(&w, check, RESULT_MATCH);
	assert_true(says("另外看过：学制、学历照片"));
	wizard_answer(&w, check_of(GUIDE_COMPARE_INSTITUTION), RESULT_ABSENT);
	assert_true(says("另外网页上没有：学校名称"));
	waiting();
	wizard_finish(&w);
	assert_true(says("没看："));
}

/* What the student only says is the same is no comparison, and what is missing on the site no
 * mark. */
static void test_said_same(void **state)
{
	(void)state;
	start(true);
	go(5);
	act(ACTION_NEXT);
	for (size_t i = 0; i < 5; i++) {
		type(" ");
		act(ACTION_NEXT);
	}
	choose(GUIDE_COMPARE_PICTURE, "1");
	choose(GUIDE_COMPARE_STATUS, "1");
	choose(GUIDE_COMPARE_STUDENT, "保留");
	wizard_finish(&w);
	assert_int_equal(wizard_verdict(&w), VERDICT_PASS);
	assert_true(says("都是你看着说一样的，没有逐字比过。"));
	assert_false(says("主要信息和高考时一致"));
	assert_true(says("保留资格后入学：和今年的新生一样查"));
	/* It succeeded, wherever the student leaves. */
	act(ACTION_CLOSE);
	assert_int_equal(wizard_screen(&w), SCREEN_VERIFY);
	assert_int_equal(wizard_exit_status(&w), 0);
}

/* What must agree and is not shown does not: the result waits for it, and says it once. */
static void test_absent(void **state)
{
	static const struct {
		enum guide_compare compare;
		const char *says;
	} rows[] = {
		{ GUIDE_COMPARE_PICTURE, "网页上没有：录取照片" },
		{ GUIDE_COMPARE_BIRTH_DATE, "网页上没有：出生日期" },
		{ GUIDE_COMPARE_ETHNIC_GROUP, "网页上没有：民族" },
		{ GUIDE_COMPARE_SEX, "网页上没有：性别" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		start(true);
		compare_all("1");
		assert_int_equal(wizard_verdict(&w), VERDICT_PASS);
		wizard_answer(&w, check_of(rows[i].compare), RESULT_ABSENT);
		wizard_finish(&w);
		assert_int_equal(wizard_verdict(&w), VERDICT_WAIT);
		assert_true(says("还不算完") && says(rows[i].says));
		assert_true(says("过几天再看看；还没有，告诉辅导员。"));
		assert_false(says("再看一遍") || says("就做完了"));
		assert_int_equal(wizard_exit_status(&w), 1);
	}
}

/* From the verification that a line of the result opened Esc leads back to it, and the way on,
 * too. */
static void test_back_to_the_result(void **state)
{
	(void)state;
	start(true);
	go(5);
	act(ACTION_NEXT);
	type("李鸣");
	wizard_finish(&w);
	act(ACTION_DOWN); /* 回去再核对一遍 */
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_VERIFY);
	assert_int_equal(wizard_exit_status(&w), 3);
	act(ACTION_CLOSE);
	assert_int_equal(wizard_screen(&w), SCREEN_RESULT);
	assert_int_equal(wizard_exit_status(&w), 1);
	act(ACTION_CLOSE);
	assert_int_equal(wizard_screen(&w), SCREEN_STEP);
	/* What the verification led to goes back to its row, and then to the step. */
	go(5);
	verify_open(&w, FIRST_MISSING);
	act(ACTION_LAST_ROW);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_RESULT);
	assert_int_equal(wizard_exit_status(&w), 1);
	act(ACTION_CLOSE);
	assert_int_equal(wizard_screen(&w), SCREEN_VERIFY);
	assert_int_equal(screens_focus(&w), screens_rows(&w) - 1);
	act(ACTION_CLOSE);
	assert_int_equal(wizard_screen(&w), SCREEN_STEP);
}

/* Leaving asks whenever an answer of this run would have to be given again. */
static void test_leaving(void **state)
{
	static const struct {
		const char *name, *school; /* typed; "": not */
		bool photo, rest, result, asks;
	} rows[] = {
		{ "", "", false, false, false, false },
		{ "", "", false, false, true, false },
		{ " ", "", false, false, false, true },
		{ "李明", "", false, false, false, true },
		{ "李明", "", false, false, true, true },
		{ "李鸣", "", false, false, false, true },
		{ "李鸣", "", false, false, true, true },
		{ "", "", true, false, false, true },
		{ "", "", true, false, true, true },
		{ "", "示例大学", false, false, false, true },
		{ "", "", true, true, false, false }, /* it succeeded */
		{ "", "", true, true, true, false },
		{ "李鸣", "", true, true, true, true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		start(true);
		if (rows[i].rest)
			compare_all("1");
		go(5);
		verify_open(&w, check_of(GUIDE_COMPARE_NAME));
		if (*rows[i].name != '\0') {
			act(ACTION_ERASE_ALL);
			type(rows[i].name);
		}
		if (*rows[i].school != '\0') {
			w.verify.unfolded[1] = true;
			verify_open(&w, check_of(GUIDE_COMPARE_INSTITUTION));
			type(rows[i].school);
		}
		if (rows[i].photo)
			choose(GUIDE_COMPARE_PICTURE, "1");
		if (rows[i].result)
			wizard_finish(&w);
		wizard_leave(&w);
		if ((wizard_screen(&w) == SCREEN_LEAVE) != rows[i].asks)
			fail_msg("row %zu", i);
	}
}

/* What is missing is a line each, and leads there. */
static void test_missing_lines(void **state)
{
	(void)state;
	texts_only();
	wizard_finish(&w);
	assert_true(has_line("录取照片") && has_line("学籍状态") && has_line("学生类别"));
	act(ACTION_DOWN);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_VERIFY);
	assert_int_equal(screens_focus(&w), line_of(GUIDE_COMPARE_STATUS));
	assert_int_equal(w.step, LAST);
	choose(GUIDE_COMPARE_STATUS, "1");
	wizard_finish(&w);
	assert_false(has_line("学籍状态"));
	assert_true(says("一致：姓名、性别、出生日期、民族、证件号码"));
	/* What was chosen is compared with nothing. */
	assert_false(says("证件号码、录取照片") || says("证件号码、学籍状态"));
	assert_true(says("学籍状态：在籍（注册学籍）"));
}

/* The lines under each verdict, and where they lead; Enter leads to saving first unless something
 * is missing. */
static void test_lines(void **state)
{
	static const struct {
		void (*make)(void);
		size_t count;
		const char *first;
	} rows[] = {
		{ success, 2, "保存结果单（可交给辅导员）" },
		{ waiting, 3, "保存结果单（可交给辅导员）" },
		{ one_differs, 3, "保存结果单（可交给辅导员）" },
		{ texts_only, 5, "录取照片" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		rows[i].make();
		wizard_finish(&w);
		assert_int_equal(screens_rows(&w), rows[i].count);
		assert_true(has_line(rows[i].first));
		assert_int_equal(has_line("回去再核对一遍"), rows[i].count == 3);
		act(ACTION_NEXT);
		assert_int_equal(wizard_screen(&w), i < 3 ? SCREEN_CHOOSE : SCREEN_VERIFY);
	}
	one_differs();
	wizard_finish(&w);
	act(ACTION_DOWN);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_VERIFY);
	assert_int_equal(screens_focus(&w), line_of(GUIDE_COMPARE_ID_NUMBER));
	wizard_finish(&w);
	act(ACTION_CLOSE);
	assert_int_equal(wizard_screen(&w), SCREEN_VERIFY);
	success();
	wizard_finish(&w);
	act(ACTION_DOWN);
	assert_true(act(ACTION_NEXT) & EFFECT_QUIT);
}

/* Without a record it cannot be finished; a line leads to filling it in. */
static void test_no_record(void **state)
{
	(void)state;
	start(false);
	compare_all("1");
	wizard_finish(&w);
	assert_true(has_line("填上高考信息，才能逐项比"));
	assert_true(has_line("姓名"));
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_RECORD);
}

/* What the student entered and nothing was compared with is named in the verification, the result
 * and the report; one Enter leads to its field, and the way on leads back. */
static void test_left_out(void **state)
{
	static const struct {
		const char *name, *number, *says, *row;
		enum form_kind field;
	} rows[] = {
		{ "李明", "110000200709010041", "证件号码要改，没有拿来比", "：去改",
		  FORM_ID_NUMBER },
		{ "李1", "110000200709010014", "姓名要改，没有拿来比", "：去改", FORM_NAME },
		{ "李1", "1100002007", "姓名、证件号码要改，没有拿来比", "：去改", FORM_NAME },
		{ "李明", "1****************4", "证件号码要改，没有拿来比", "：去改",
		  FORM_ID_NUMBER },
		{ "李明", "", "填上证件号码，才能逐项比", "", FORM_ID_NUMBER },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *row = xasprintf("%s%s", rows[i].says, rows[i].row), *text;

		start(false);
		wizard_push(&w, SCREEN_RECORD);
		type(rows[i].name);
		act(ACTION_DOWN);
		type(rows[i].number);
		for (size_t k = 0; k < 3 && wizard_screen(&w) == SCREEN_RECORD; k++)
			act(ACTION_NEXT);
		go(5);
		verify_open(&w, FIRST_MISSING);
		assert_true(has_line(row));
		wizard_finish(&w);
		assert_true(has_line(row));
		text = report_make(&w, REPORT_TEXT, REPORT_MASKED);
		assert_int_equal(strstr(text, rows[i].says) != NULL, *rows[i].row != '\0');
		free(text);
		act(ACTION_NEXT);
		assert_int_equal(wizard_screen(&w), SCREEN_RECORD);
		assert_int_equal(screens_field(&w)->kind, rows[i].field);
		act(ACTION_CLOSE);
		assert_int_equal(wizard_screen(&w), SCREEN_VERIFY);
		/* Also where it fails by something else; what comes first is saving. */
		wizard_answer(&w, check_of(GUIDE_COMPARE_PICTURE), RESULT_DIFFER);
		wizard_finish(&w);
		assert_int_equal(wizard_verdict(&w), VERDICT_FAIL);
		assert_int_equal(has_line(row), *rows[i].row != '\0');
		assert_int_equal(screens_rows(&w), *rows[i].row != '\0' ? 4 : 3);
		assert_string_equal(enter_hint(), "保存");
		free(row);
	}
	/* What a roster does not have is not found: nothing of it is to be mended for that. */
	start(false);
	wizard_use_roster(&w, true);
	wizard_push(&w, SCREEN_RECORD);
	for (size_t i = 0; i < 3; i++) {
		type("110000200709010041");
		act(ACTION_DOWN);
	}
	go(5);
	verify_open(&w, FIRST_MISSING);
	assert_true(has_line("填上高考信息，才能逐项比"));
}

/* What differs from what the student typed may be a slip there: that is said first, and one line
 * leads to mending it. */
static void test_own_slip(void **state)
{
	static const struct {
		bool typed;
		const char *name; /* of the record; the site shows 李明 */
		const char *photo, *title;
		bool doubts;
	} rows[] = {
		{ true, "李朋", "1", "和你填的不一致", true },
		{ true, "李朋", "不是我", "有不对的，要更正", true },
		{ true, "李明", "不是我", "有不对的，要更正", false },
		{ false, "李朋", "1", "有不对的，要更正", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct record own = { .typed = rows[i].typed };
		char *text;

		strcpy(own.name, rows[i].name);
		strcpy(own.id_number, record.id_number);
		start(false);
		wizard_set_record(&w, &own);
		go(5);
		act(ACTION_NEXT);
		focus_on(GUIDE_COMPARE_NAME);
		type("李明");
		choose(GUIDE_COMPARE_PICTURE, rows[i].photo);
		wizard_finish(&w);
		assert_string_equal(wizard_verdict_title(&w), rows[i].title);
		assert_true(says(rows[i].title));
		assert_int_equal(says("。先看是不是自己填错了高考信息。再看一遍"), rows[i].doubts);
		assert_int_equal(has_line("看看填的高考信息，错了就改"), rows[i].doubts);
		text = report_make(&w, REPORT_TEXT, REPORT_MASKED);
		assert_non_null(strstr(text, rows[i].title));
		assert_int_equal(strstr(text, "注意：先看是不是自己填错了") != NULL,
				 rows[i].doubts);
		free(text);
		if (!rows[i].doubts)
			continue;
		act(ACTION_DOWN);
		act(ACTION_DOWN);
		act(ACTION_NEXT);
		assert_int_equal(wizard_screen(&w), SCREEN_RECORD);
		assert_int_equal(screens_field(&w)->kind, FORM_NAME);
	}
}

/* Read aloud, the record's value is asked for as what it is. */
static void test_asked_aloud(void **state)
{
	static const struct {
		bool typed;
		enum guide_compare compare;
		const char *says;
	} rows[] = {
		{ false, GUIDE_COMPARE_SEX, "性别，应为 男\n" },
		{ true, GUIDE_COMPARE_SEX, "性别，按号码 男\n" },
		{ true, GUIDE_COMPARE_ETHNIC_GROUP, "民族：" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct record own = { .typed = true };
		struct page page;
		char *heard;
		FILE *out = xmemstream(&heard);

		strcpy(own.name, record.name);
		strcpy(own.id_number, record.id_number);
		start(!rows[i].typed);
		if (rows[i].typed)
			wizard_set_record(&w, &own);
		wizard_set_line_mode(&w);
		go(5);
		verify_open(&w, check_of(rows[i].compare));
		screens_build(&page, &w);
		plain_question(&page, (struct line_rows){ 0 }, out);
		fclose(out);
		if (strstr(heard, rows[i].says) == NULL)
			fail_msg("%s: %s", rows[i].says, heard);
		page_free(&page);
		free(heard);
	}
}

/* A success does not hide what differs without having to agree. */
static void test_success_with_a_difference(void **state)
{
	size_t check = check_of(GUIDE_COMPARE_BY_EYE);
	struct page page;

	(void)state;
	success();
	assert_false(says("另外，"));
	wizard_answer(&w, check, RESULT_DIFFER);
	wizard_finish(&w);
	assert_int_equal(wizard_verdict(&w), VERDICT_PASS);
	assert_true(says("学制：你说不对") && !says("不一致：学制"));
	screens_build(&page, &w);
	assert_int_equal(page.blocks[0].kind, BLOCK_VERDICT);
	assert_int_equal(page.blocks[0].mark, MARK_LOOK);
	assert_int_equal(page.blocks[0].style, STYLE_WARNING);
	assert_non_null(strstr(page.blocks[0].status, "。另外，学制不对。"));
	assert_true(has_line("回去再核对一遍"));
	page_free(&page);
	assert_true(says(guide->verification->checks[check].advice));
	/* So does what the site masks: the box names what is to be asked about. */
	success();
	strcpy(w.record.institution, "江苏大学");
	w.verify.unfolded[1] = true;
	verify_open(&w, check_of(GUIDE_COMPARE_INSTITUTION));
	type("江苏**");
	act(ACTION_NEXT);
	type("1");
	act(ACTION_NEXT);
	wizard_finish(&w);
	assert_int_equal(wizard_verdict(&w), VERDICT_PASS);
	assert_true(says("另外，学校名称要问。") && says("学校名称：要问"));
	screens_build(&page, &w);
	assert_int_equal(page.blocks[0].style, STYLE_WARNING);
	page_free(&page);
}

/* The first line of what a verdict means stands in the box, and nowhere else. */
static void test_first_line(void **state)
{
	static const struct {
		void (*make)(void);
		enum guide_outcome outcome;
	} rows[] = {
		{ success, OUTCOME_PASS },
		{ waiting, OUTCOME_WAIT },
		{ one_differs, OUTCOME_FAIL },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const struct guide_text *text = &guide->verdicts[rows[i].outcome].text;
		size_t boxed = 0, listed = 0;
		struct page page;

		rows[i].make();
		wizard_finish(&w);
		screens_build(&page, &w);
		for (size_t k = 0; k < page.count; k++) {
			/* up to the first emphasis, which the box leaves out */
			char *plain = xstrndup(text->lines[0], strcspn(text->lines[0], "*"));

			boxed += strstr(page.blocks[k].status, plain) != NULL;
			listed += strstr(page.blocks[k].text, plain) != NULL;
			free(plain);
		}
		page_free(&page);
		assert_int_equal(boxed, 1);
		assert_int_equal(listed, 0);
		assert_int_equal(says("接下来"), text->count > 1);
	}
}

/* A guide that verifies nothing: its steps. */
static void test_steps_only(void **state)
{
	struct guide bare = *guide;

	(void)state;
	start(true);
	w.guide = &bare;
	bare.verification = NULL;
	bare.step_count = 2;
	wizard_finish(&w);
	assert_int_equal(wizard_verdict(&w), VERDICT_OPEN);
	assert_true(says("还有几步没做完。"));
	assert_true(has_line(guide->steps[0].title) && has_line(guide->steps[1].title));
	act(ACTION_DOWN);
	act(ACTION_NEXT);
	assert_int_equal(w.step, 1);
	for (size_t i = 0; i < 2; i++)
		for (size_t k = 0; k < guide->steps[i].item_count; k++)
			progress_tick(&w.progress, guide->steps[i].items[k].id, true);
	wizard_finish(&w);
	assert_int_equal(wizard_verdict(&w), VERDICT_PASS);
}

/* Each problem with what the site has, what is right, whom to ask and what to bring; masked on a
 * projector. */
static void test_problems(void **state)
{
	const struct guide_check *check;
	struct guide due = *guide;
	struct record odd = record;

	(void)state;
	one_differs();
	choose(GUIDE_COMPARE_STATUS, "3");
	wizard_finish(&w);
	check = &guide->verification->checks[check_of(GUIDE_COMPARE_ID_NUMBER)];
	assert_true(says("证件号码：不一致"));
	assert_true(says("1****************1") && says("1****************4"));
	act(ACTION_REVEAL);
	assert_true(says("110000200709010041") && says("110000200709010014"));
	act(ACTION_REVEAL);
	assert_true(says("第 17、18 位互换了，应为 14。"));
	assert_true(says("网站上") && says("应为") && says("找谁") && says("带什么"));
	assert_true(says(check->advice) && says(check->corrector) && says(check->proof));
	assert_true(says("学籍状态：暂缓注册"));
	assert_true(says(guide->verification->statuses[2].meaning) && says(guide->laws[0].title) &&
		    says("依据"));
	act(ACTION_PRESENTATION);
	assert_false(says("1100002007"));
	assert_true(says("第 17、18 位互换了"));
	assert_false(says("应为 14"));
	due.deadline = NULL;
	w.guide = &due;
	assert_false(says("截止："));
	due.deadline = "9 月 30 日";
	assert_true(says("截止：9 月 30 日"));
	name_absent();
	wizard_finish(&w);
	assert_true(says("网页上没有：姓名") && says("还没有，告诉辅导员。"));
	assert_false(says("网站上") || says("应为") || says("找谁") || says("带什么"));
	/* Of what the record is to blame for nothing is to be looked at again. */
	strcpy(odd.sex, "女");
	start(true);
	wizard_set_record(&w, &odd);
	compare_all("1");
	wizard_finish(&w);
	assert_true(says("性别：要问") && says("高考信息里") && says("请辅导员更正"));
	assert_false(says("再看一遍") || says("应为"));
}

/* The place of a block from the top, by its label or text; the page must have it. */
static size_t place_of(const struct page *page, const char *words, size_t from)
{
	for (size_t i = from; i < page->count; i++)
		if (strcmp(page->blocks[i].label, words) == 0 ||
		    strcmp(page->blocks[i].text, words) == 0)
			return i;
	fail_msg("no %s", words);
	return 0;
}

/* The problems stand in the order of the verification, what to do about them below, the buttons
 * last. */
static void test_order(void **state)
{
	static const char *const order[] = { "**姓名：不一致**",
					     "网站上",
					     "应为",
					     "**证件号码：不一致**",
					     "网站上",
					     "应为",
					     "找谁",
					     "带什么",
					     "接下来",
					     "保存结果单（可交给辅导员）",
					     "回去再核对一遍",
					     "结束" };
	struct page page;
	size_t at = 0;

	(void)state;
	one_differs();
	focus_on(GUIDE_COMPARE_NAME);
	act(ACTION_ERASE_ALL);
	type("李朋");
	wizard_finish(&w);
	screens_build(&page, &w);
	assert_true(page.pinned);
	for (size_t i = 0; i < sizeof order / sizeof order[0]; i++)
		at = place_of(&page, order[i], at) + 1;
	assert_int_equal(at, page.count);
	page_free(&page);
}

/* What the site shows in the finding's case: five texts that differ, another person's photo and a
 * status that waits. */
static void many_differ(void)
{
	static const struct {
		enum guide_compare compare;
		const char *shown;
	} rows[] = { { GUIDE_COMPARE_NAME, "黎明" },
		     { GUIDE_COMPARE_SEX, "女" },
		     { GUIDE_COMPARE_BIRTH_DATE, "2007/9/2" },
		     { GUIDE_COMPARE_ETHNIC_GROUP, "回族" },
		     { GUIDE_COMPARE_ID_NUMBER, "110000200709010041" } };

	success();
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		focus_on(rows[i].compare);
		act(ACTION_ERASE_ALL);
		type(rows[i].shown);
		act(ACTION_DOWN);
	}
	choose(GUIDE_COMPARE_PICTURE, "2");
	choose(GUIDE_COMPARE_STATUS, "3");
}

/* The group is compared with nothing: the student says that it is wrong. */
static void group_said_wrong(void)
{
	typed_record();
	focus_on(GUIDE_COMPARE_ETHNIC_GROUP);
	act(ACTION_ERASE_ALL);
	type("维吾尔");
	wizard_answer(&w, check_of(GUIDE_COMPARE_ETHNIC_GROUP), RESULT_DIFFER);
}

static void all_absent(void)
{
	waiting();
	for (size_t i = 0; i < guide->verification->check_count; i++)
		if (!wizard_is_choice(wizard_check(&w, i)))
			wizard_answer(&w, i, RESULT_ABSENT);
	choose(GUIDE_COMPARE_PICTURE, "3");
	choose(GUIDE_COMPARE_STATUS, "1");
}

/* The box names the problems by kind, then says what to do; below, nothing is said twice, and each
 * label of what to do stands once. */
static void test_box(void **state)
{
	static const struct {
		void (*make)(void);
		const char *box, *item;
	} rows[] = {
		{ one_differs, "证件号码不一致。再看一遍网页；真的不同，马上告诉辅导员。",
		  "**证件号码：不一致**" },
		{ differs_at_once,
		  "姓名不一致。还差 7 项。再看一遍网页；真的不同，马上告诉辅导员。",
		  "**姓名：不一致**" },
		{ many_differ,
		  "姓名、性别、出生日期、民族、证件号码 5 项不一致，录取照片不对，"
		  "学籍状态是暂缓注册。再看一遍网页；真的不同，马上告诉辅导员。",
		  "**录取照片：不是我**" },
		{ group_said_wrong, "民族不对。再看一遍网页；真的不同，马上告诉辅导员。",
		  "**民族：你说不对**" },
		{ all_absent, "照下面写的办，截止以前再登录看一遍。",
		  "**网页上没有：姓名、性别、出生日期、民族、证件号码、录取照片**" },
		{ waiting, "照下面写的办，截止以前再登录看一遍。", "**学籍状态：暂缓注册**" },
	};
	static const char *const labels[] = { "怎么办", "找谁", "带什么", "依据" };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct page page;

		rows[i].make();
		wizard_finish(&w);
		screens_build(&page, &w);
		assert_string_equal(page.blocks[0].status, rows[i].box);
		place_of(&page, rows[i].item, 0);
		for (size_t k = 0; k < sizeof labels / sizeof labels[0]; k++) {
			size_t labelled = 0;

			for (size_t j = 0; j < page.count; j++)
				labelled += strcmp(page.blocks[j].label, labels[k]) == 0;
			assert_true(labelled <= 1);
		}
		for (size_t k = 0; k < page.count; k++)
			for (size_t j = 0; j < k; j++)
				if (*page.blocks[k].text != '\0' &&
				    strcmp(page.blocks[k].text, page.blocks[j].text) == 0)
					fail_msg("row %zu: %s", i, page.blocks[k].text);
		page_free(&page);
	}
}

static unsigned seed;

/* A number below `end`. */
static size_t any(size_t end)
{
	seed = seed * 1103515245 + 12345;
	return (seed >> 16) % end;
}

/* One of several students: of the record, of one that contradicts itself, of what was typed, of
 * half of that; nobody. */
static void start_as_any(void)
{
	struct record own = { .typed = true };
	const size_t who = any(5);

	start(who < 2);
	if (who == 1) {
		own = record;
		strcpy(own.sex, "女");
		wizard_set_record(&w, &own);
	} else if (who < 4) {
		strcpy(own.name, record.name);
		strcpy(own.id_number, who == 2 ? record.id_number : "");
		wizard_set_record(&w, &own);
	}
}

/* Answers a check, or types something for it; or neither. */
static void answer_any(size_t check)
{
	static const char *const results[] = { RESULT_MATCH, RESULT_NUMBER, RESULT_SAME,
					       RESULT_SEEN,  RESULT_ABSENT, RESULT_DIFFER };
	static const char *const texts[] = { "李明", "李朋",       "男",
					     "女",   "2007-01-09", "110000200709010041" };
	const char *expected = wizard_expected(&w, wizard_check(&w, check)->compare);
	const size_t kind = any(8);

	if (kind == 0)
		return;
	if (wizard_is_choice(wizard_check(&w, check))) {
		wizard_choose(&w, check, any(kind < 5 ? 1 : wizard_option_count(&w, check)));
	} else if (kind == 1) {
		wizard_answer(&w, check, results[any(sizeof results / sizeof results[0])]);
	} else {
		line_edit_set(&w.verify.shown[check],
			      kind < 6 && *expected != '\0'
				      ? expected
				      : texts[any(sizeof texts / sizeof texts[0])]);
		wizard_note_shown(&w, check);
	}
}

/* How often a list such as 一致：姓名、性别 names a label. */
static size_t names(const char *text, const char *label)
{
	char *copy = xstrdup(text), *rest = copy, *word;
	size_t count = 0;

	for (char *p = copy; *p != '\0'; p++)
		*p = *p == '*' ? ' ' : *p;
	while ((word = strstr(rest, label)) != NULL) {
		const char *end = word + strlen(label);
		const bool begins = word == copy || word[-1] == ' ' ||
				    strncmp(word - strlen("、"), "、", strlen("、")) == 0 ||
				    strncmp(word - strlen("："), "：", strlen("：")) == 0 ||
				    strncmp(word - strlen("；"), "；", strlen("；")) == 0;
		const bool ends = *end == '\0' || *end == ' ' ||
				  strncmp(end, "、", strlen("、")) == 0 ||
				  strncmp(end, "：", strlen("：")) == 0;

		count += begins && ends;
		rest = word + strlen(label);
	}
	free(copy);
	return count;
}

/* Where the page of the result names a check, and whether as a problem. */
static void find_named(const struct page *page, const char *label, size_t *named, size_t *problem)
{
	*named = *problem = 0;
	for (size_t i = 0; i < page->count; i++) {
		const struct block *b = &page->blocks[i];

		if (b->kind != BLOCK_BULLET && b->kind != BLOCK_CHOICE)
			continue;
		*problem += strncmp(b->text, "**", 2) == 0 && names(b->text, label) > 0;
		*named += names(b->text, label);
	}
}

/* Whatever was answered: what must agree is named once on the result, as a problem only if it is
 * one; page and reports have the same problems, and none differs from the verdict. */
static void test_any_answers(void **state)
{
	enum { STATES = 1500 };

	(void)state;
	seed = 17;
	for (size_t n = 0; n < STATES; n++) {
		size_t must[GUIDE_CHECKS_MAX], count, problems = 0, listed;
		struct page page;
		char *text;

		start_as_any();
		for (size_t i = 0; i < guide->verification->check_count; i++)
			answer_any(i);
		wizard_finish(&w);
		screens_build(&page, &w);
		text = report_make(&w, REPORT_TEXT, REPORT_IN_FULL);
		count = wizard_checks(&w, GROUP_MUST, must);
		for (size_t i = 0; i < guide->verification->check_count; i++) {
			const char *label = wizard_check(&w, i)->label;
			char *heading = xasprintf("\n%s\n", label);
			size_t named, problem;

			find_named(&page, label, &named, &problem);
			if (problem != wizard_is_problem(&w, i) ||
			    problem != (strstr(text, heading) != NULL))
				fail_msg("state %zu: %s is a problem %zu times", n, label, problem);
			problems += problem;
			free(heading);
		}
		for (size_t i = 0; i < count; i++) {
			const struct guide_check *check = wizard_check(&w, must[i]);
			const bool missing = wizard_is_missing(&w, must[i]);
			size_t named, problem;

			find_named(&page, check->label, &named, &problem);
			listed = check->compare != GUIDE_COMPARE_STUDENT || missing;
			/* A sentence above the lists names it. */
			if (wizard_is_unlisted(&w, must[i]) &&
			    (wizard_answer_is(&w, must[i], RESULT_DIFFER) ||
			     wizard_answer_is(&w, must[i], RESULT_ASK)))
				listed = 0;
			if (named != listed)
				fail_msg("state %zu: %s is named %zu times, not %zu", n,
					 check->label, named, listed);
		}
		assert_true(problems > 0 || wizard_verdict(&w) == VERDICT_OPEN ||
			    wizard_verdict(&w) == VERDICT_PASS);
		assert_int_equal(page.blocks[0].mark == MARK_DONE,
				 wizard_verdict(&w) == VERDICT_PASS && problems == 0);
		assert_int_equal(wizard_exit_status(&w), wizard_verdict(&w) == VERDICT_OPEN   ? 3
							 : wizard_verdict(&w) == VERDICT_PASS ? 0
											      : 1);
		page_free(&page);
		xwipe(text);
	}
}

/* A success keeps when it was, until something else is found; ticks stay what the student made
 * them. */
static void test_after_success(void **state)
{
	(void)state;
	start(true);
	go(1);
	compare_all("1");
	wizard_finish(&w);
	assert_true(says("自查做完。"));
	w.now += 1000;
	go(1);
	assert_int_equal(wizard_step_state(&w, 0), STEP_IMPLIED);
	act(ACTION_TOGGLE);
	assert_int_equal(wizard_step_count(&w, 0).done, 1);
	wizard_finish(&w);
	assert_int_equal(w.progress.finished, w.now - 1000);
	go(5);
	verify_open(&w, FIRST_MISSING);
	choose(GUIDE_COMPARE_STATUS, "3");
	assert_int_equal(w.progress.finished, 0);
	assert_int_equal(wizard_step_state(&w, 0), STEP_OPEN);
	choose(GUIDE_COMPARE_STATUS, "1");
	assert_int_equal(w.progress.finished, w.now);
}

/* Of an earlier run that nobody has gone on with: it may be somebody else's. */
static void expect_nothing_claimed(const char *row)
{
	char *done = wizard_done_text(&w);

	assert_string_equal(done, "");
	free(done);
	assert_true(says(row) && says("换了人也选它"));
	w.line_mode = true;
	assert_true(has_line("从头开始，换了人也选它"));
	w.line_mode = false;
	for (size_t i = 0; i <= LAST; i++) {
		assert_int_equal(wizard_step_state(&w, i), STEP_OPEN);
		assert_int_equal(wizard_step_count(&w, i).done, 0);
		assert_false(welcome_marks(i));
	}
	assert_int_equal(wizard_exit_status(&w), 3);
	/* Also beside what is read from here, which leads to no step. */
	act(ACTION_NOTES);
	for (size_t i = 0; i <= LAST; i++)
		assert_true(sidebar_mark(i) == MARK_UNTOUCHED);
	assert_int_equal(go(1), 0);
	assert_string_equal(w.notice, "先选一行：接着做，还是从头开始。");
	act(ACTION_CLOSE);
	assert_int_equal(go(1), 0);
	assert_int_equal(w.depth, 0);
}

/* What the first page and the exit status say after the result was left, and in the next run. */
static void test_done(void **state)
{
	static const struct {
		void (*make)(void);
		bool sample;
		int status; /* on the result, and where one is led from it */
		const char *says, *again;
		const char *here; /* in the next run, before it is gone on with */
	} rows[] = {
		{ success, false, 0, "自查做完了（今天）", "再核对一遍",
		  "这台电脑上次做完了（今天）" },
		{ success, true, 0, "示例核对完了（今天）", "再核对一遍",
		  "这台电脑上次做完了（今天）" },
		{ one_differs, false, 1, "", "接着做：第 5 步", "这台电脑上次做到这里" },
		{ waiting, false, 1, "", "接着做：第 5 步", "这台电脑上次做到这里" },
		{ texts_only, false, 3, "", "接着做：第 5 步", "这台电脑上次做到这里" },
	};
	static struct progress saved;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		record.sample = rows[i].sample;
		rows[i].make();
		w.today = date_today(w.now);
		wizard_finish(&w);
		wizard_note_done(&w);
		assert_int_equal(wizard_exit_status(&w), rows[i].status);
		act(ACTION_CLOSE); /* to the last step */
		assert_int_equal(wizard_exit_status(&w), rows[i].status);
		w.depth = 0;
		assert_int_equal(wizard_exit_status(&w), rows[i].status);
		for (size_t run = 0; run < 2; run++) {
			char *done = wizard_done_text(&w), *heard;
			char *expected = xasprintf("%s%s", run > 0 ? "上次" : "", rows[i].says);

			assert_string_equal(done, expected);
			free(expected);
			assert_true(says(done) && says(rows[i].again));
			w.line_mode = true; /* where no heading is read out, a row says it */
			heard = xasprintf("%s%s%s", rows[i].again, *done != '\0' ? "，" : "", done);
			assert_true(*done == '\0' || has_line(heard));
			w.line_mode = false;
			free(heard);
			free(done);
			progress_copy(&saved, &w.progress);
			wizard_wipe(&w);
			wizard_start(&w, guide, &record, &saved, date_today(1000), 1000);
			expect_nothing_claimed(rows[i].here);
			assert_true(says(rows[i].again));
			act(ACTION_NEXT);
			go(1); /* a look at a step changes nothing where all is done */
			w.depth = 0;
			if (rows[i].says[0] == '\0')
				break;
		}
		assert_int_equal(wizard_exit_status(&w), 3);
	}
	record.sample = false;
}

/* School, level and major differ beside a success. */
static void others_differ(void)
{
	success();
	wizard_answer(&w, check_of(GUIDE_COMPARE_INSTITUTION), RESULT_DIFFER);
	wizard_answer(&w, check_of(GUIDE_COMPARE_LEVEL), RESULT_DIFFER);
	wizard_answer(&w, check_of(GUIDE_COMPARE_MAJOR), RESULT_ASK);
}

/* What was found beside a success is still said on the first page, now and in the next run. */
static void test_kept_wrong(void **state)
{
	static const struct {
		void (*make)(void);
		const char *says;
	} rows[] = {
		{ success, "" },
		{ other_school, "另有 1 项要告诉辅导员：学校名称。" },
		{ others_differ, "另有 3 项要告诉辅导员：学校名称、层次、专业。" },
		{ one_differs, "" }, /* no success: the way on leads to the verification */
	};
	static struct progress saved;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		rows[i].make();
		wizard_finish(&w);
		for (size_t run = 0; run < 3; run++) {
			char *kept = wizard_kept_wrong(&w);

			w.depth = 0;
			assert_string_equal(kept, rows[i].says);
			assert_int_equal(says("要告诉辅导员"), *kept != '\0');
			assert_true(says(kept));
			w.line_mode = true; /* where a row may say it */
			assert_true(says(kept));
			w.line_mode = false;
			free(kept);
			progress_copy(&saved, wizard_offered(&w));
			wizard_wipe(&w);
			wizard_start(&w, guide, &record, &saved, today, 2000);
			if (run == 1)
				wizard_take_progress(&w);
		}
	}
}

static int load_own(void **state)
{
	int failed = load_shipped(state);

	record.sample = false;
	return failed;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_claims),
		cmocka_unit_test(test_how_it_is_known),
		cmocka_unit_test(test_said_same),
		cmocka_unit_test(test_absent),
		cmocka_unit_test(test_back_to_the_result),
		cmocka_unit_test(test_leaving),
		cmocka_unit_test(test_missing_lines),
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_no_record),
		cmocka_unit_test(test_left_out),
		cmocka_unit_test(test_own_slip),
		cmocka_unit_test(test_asked_aloud),
		cmocka_unit_test(test_steps_only),
		cmocka_unit_test(test_first_line),
		cmocka_unit_test(test_success_with_a_difference),
		cmocka_unit_test(test_problems),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_box),
		cmocka_unit_test(test_any_answers),
		cmocka_unit_test(test_after_success),
		cmocka_unit_test(test_done),
		cmocka_unit_test(test_kept_wrong),
	};

	return cmocka_run_group_tests(tests, load_own, unload);
}
