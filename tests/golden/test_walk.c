/* SPDX-License-Identifier: MIT */
/* The way through the program by the keys that a person presses, what each page then says, and the
 * report. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "base/key.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "model/guide.h"
#include "model/record_file.h"
#include "screens/screens.h"
#include "support/shipped.h"
#include "view/screen_text.h"
#include "wizard/navigation.h"
#include "wizard/report.h"
#include "wizard/verdict.h"

/* Stand for keys without a character of their own. */
#define DOWN "\x1c"
#define UP "\x1d"
#define ESC "\x1b"
#define END "\x02"
#define CODE "\x01" /* types what the text message says */

#define TO_ACCOUNT "\r\r\r\r\r" /* four steps, each passed by Enter */
#define TO_FORM TO_ACCOUNT "\r" DOWN "\r"
#define MOBILE "13800000000\r"
#define PASSWORDS "Practice-7\rPractice-7\r"
#define NUMBER_TEXT "110000200709010014"
#define NUMBER NUMBER_TEXT "\r"
#define TO_NAME TO_FORM MOBILE "\r" CODE "\r" PASSWORDS
#define FILLED TO_NAME "李明\r" NUMBER " "
#define LOGGED_IN                          \
	FILLED DOWN DOWN DOWN "\r" UP "\r" \
			      "\r" MOBILE "Practice-7\r\r"

/* In the verification: name, sex, birth, ethnic group and number are the same; an option of a list;
 * past the groups to the result. */
#define TO_CHECKS "\r"
#define SAME " \r \r \r \r \r"
#define PICK(number) "\r" number "\r"
#define RESULT DOWN DOWN "\r"

static struct app app;
static size_t pressed; /* keys, but for characters typed into a field */

static void press(uint32_t key)
{
	pressed += key <= ' ' || key >= KEYNAME_FIRST || screens_editing(&app.wizard) == NULL ||
		   wizard_screen(&app.wizard) == SCREEN_CHOOSE;
	app_key(&app, key);
}

static void walk(const char *keys)
{
	size_t len = strlen(keys);

	for (size_t at = 0; at < len;) {
		uint32_t key;

		at += text_decode(keys + at, len - at, &key);
		if (key == 0x01)
			for (const char *digit = app.wizard.sms.code; *digit != '\0'; digit++)
				press((unsigned char)*digit);
		else
			press(key == 0x1C   ? KEYNAME_DOWN
			      : key == 0x1D ? KEYNAME_UP
			      : key == 0x02 ? KEYNAME_END
			      : key == 0x1B ? KEYNAME_ESC
					    : key);
	}
}

static void start(const struct record *known)
{
	app_close(&app);
	app_open_in_memory(&app, "data/guide.json", guide, known);
	pressed = 0;
}

static bool says(const char *text)
{
	char *shown = screen_text(text);
	struct page page;
	bool found;

	screens_build(&page, &app.wizard);
	found = strstr(page.notice, text) != NULL;
	for (size_t i = 0; i < page.count && !found; i++) {
		const struct block *b = &page.blocks[i];

		found = strstr(b->text, shown) != NULL || strstr(b->label, shown) != NULL ||
			strstr(b->status, shown) != NULL;
	}
	page_free(&page);
	free(shown);
	return found;
}

/* Each goes on from where the one before it ended. */
struct stage {
	const char *keys;
	enum screen_id screen;
	const char *says[3];
	const char *unsaid;
};

static void expect(const struct stage *stages, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct stage *s = &stages[i];

		walk(s->keys);
		if (wizard_screen(&app.wizard) != s->screen)
			fail_msg("stage %zu: screen %d", i, wizard_screen(&app.wizard));
		for (size_t k = 0; k < 3 && s->says[k] != NULL; k++)
			if (!says(s->says[k]))
				fail_msg("stage %zu: no %s", i, s->says[k]);
		if (s->unsaid != NULL && says(s->unsaid))
			fail_msg("stage %zu: %s", i, s->unsaid);
	}
}

#define EXPECT(stages) expect(stages, sizeof(stages) / sizeof(stages)[0])

static void test_success(void **state)
{
	static const struct stage stages[] = {
		{ TO_ACCOUNT, SCREEN_ACCOUNT, { "地址栏", "没有，", "记不清" }, NULL },
		{ "\r" DOWN "\r", SCREEN_REGISTER, { "必填 1/8" }, "要改" },
		{ MOBILE "\r", SCREEN_REGISTER, { "必填 2/8", "演练短信", "格式对" }, "一致" },
		{ CODE "\r" PASSWORDS, SCREEN_REGISTER, { "必填 5/8" }, "一致" },
		{ "李明", SCREEN_REGISTER, { "必填 6/8", "与示例一致" }, "要改" },
		{ "\r" NUMBER " ", SCREEN_REGISTER, { "必填 8/8" }, "要改" },
		{ DOWN DOWN DOWN "\r", SCREEN_REVIEW, { "110000200709010014" }, "要改" },
		{ UP "\r", SCREEN_REGISTERED, { "没有查出错", "和示例一致" }, "要改" },
		{ "\r", SCREEN_LOGIN, { "重新登录" }, NULL },
		{ MOBILE "Practice-7", SCREEN_LOGIN, { "用户名" }, "一致" },
		{ "\r\r", SCREEN_STEP, { "核对学籍" }, NULL },
	};

	(void)state;
	start(&record);
	EXPECT(stages);
	assert_int_equal(app.wizard.step, 4);
	assert_true(progress_ticked(&app.wizard.progress, guide->steps[3].id));
	/* Nobody wants to press more of them. */
	assert_in_range(pressed, 1, 27);
}

/* From the first page to the end: nothing is typed but what a form asks for. */
static void test_start_to_success(void **state)
{
	static const struct stage stages[] = {
		{ LOGGED_IN, SCREEN_STEP, { "核对学籍", "做了 0/2" }, NULL },
		{ TO_CHECKS, SCREEN_VERIFY, { "0/8", "一样的按空格", "还差 8 项" }, "一致：" },
		{ "李明", SCREEN_VERIFY, { "1/8", "一致" }, "不一致" },
		{ "\r \r \r \r \r", SCREEN_VERIFY, { "5/8", "还差 3 项：录取照片" }, "不一致" },
		{ PICK("1") PICK("1"), SCREEN_VERIFY, { "7/8", "还差 1 项：学生类别" }, NULL },
		{ PICK("1"), SCREEN_VERIFY, { "8/8" }, "还差" },
		{ RESULT,
		  SCREEN_RESULT,
		  { "学籍自查成功", "一致：姓名", "你说一样：性别、出生日期" },
		  "还差" },
		{ "\r", SCREEN_CHOOSE, { "结果单给谁看？", "交给辅导员" }, NULL },
		{ "2\r", SCREEN_SAVE_REPORT, { "学籍自查结果单.txt" }, NULL },
		{ ESC, SCREEN_RESULT, { "学籍自查成功" }, NULL },
		{ DOWN "\r", SCREEN_RESULT, { NULL }, NULL },
	};

	(void)state;
	start(&record);
	EXPECT(stages);
	assert_true(app.quit);
	for (size_t i = 0; i < guide->step_count; i++)
		assert_int_not_equal(wizard_step_state(&app.wizard, i), STEP_OPEN);
	assert_in_range(pressed, 1, 54);
}

/* Each kind of end, from the last step on. */
static const struct ending {
	const char *keys;
	const char *says[3], *unsaid;
	const char *reported[3]; /* in the counsellor's report */
} endings[] = {
	/* the name differs on the site: told by the first Enter, left by the second */
	{ "李朋\r\r \r \r \r \r" PICK("1") PICK("1") PICK("1") RESULT,
	  { "有不对的，要更正", "姓名：不一致", "第 2 个字应为「明」，网站是「朋」。" },
	  "成功",
	  { "姓名", "李朋", "带什么" } },
	/* End reaches the last row from an empty one, too, but in a text the end of what was
	 * typed */
	{ " \r \r \r \r110000200709010041" END "\r" PICK("1") PICK("1") PICK("1") UP UP UP UP UP END
	  "\r",
	  { "有不对的，要更正", "证件号码：不一致", "第 17、18 位互换了，应为 14。" },
	  "成功",
	  { "证件号码", "1****************1", "带什么" } },
	{ SAME PICK("1") PICK("2") PICK("1") END "\r",
	  { "还不算完：要等，或要问", "学籍状态：还查不到学籍", "怎么办" },
	  "成功",
	  { "还不算完", "还查不到学籍", NULL } },
	{ SAME PICK("2") PICK("1") PICK("1") RESULT,
	  { "有不对的，要更正", "录取照片：不是我", "不是你本人，马上告诉辅导员。" },
	  "成功",
	  { "录取照片", "不是你本人", NULL } },
	{ "-\r-\r-" DOWN DOWN DOWN DOWN DOWN DOWN RESULT,
	  { "自查还没有做完", "民族", "学籍状态" },
	  "成功",
	  { "还没有做完", NULL, NULL } },
	/* a mistyped name, seen and mended */
	{ "李朋\x15李明\r \r \r \r \r" PICK("1") PICK("1") PICK("1") RESULT,
	  { "学籍自查成功", "一致：姓名", "你说一样：性别" },
	  "不一致",
	  { "学籍自查成功", NULL, NULL } },
};

static void test_endings(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++) {
		const struct ending *e = &endings[i];
		char *report;

		start(&record);
		walk("5" TO_CHECKS);
		walk(e->keys);
		if (wizard_screen(&app.wizard) != SCREEN_RESULT)
			fail_msg("ending %zu: screen %d", i, wizard_screen(&app.wizard));
		report = report_make(&app.wizard, REPORT_TEXT, REPORT_FOR_COUNSELLOR);
		for (size_t k = 0; k < 3; k++) {
			if (e->says[k] != NULL && !says(e->says[k]))
				fail_msg("ending %zu: no %s", i, e->says[k]);
			if (e->reported[k] != NULL && strstr(report, e->reported[k]) == NULL)
				fail_msg("ending %zu: no %s in\n%s", i, e->reported[k], report);
		}
		if (says(e->unsaid) || strstr(report, NUMBER_TEXT) != NULL)
			fail_msg("ending %zu: %s", i, e->unsaid);
		xwipe(report);
		/* What was found wrong is as easy to come back to. */
		walk(ESC);
		assert_int_equal(wizard_screen(&app.wizard), SCREEN_VERIFY);
	}
}

/* Without a record nothing agrees, and nothing is an error. */
static void test_own_details_left_out(void **state)
{
	static const struct stage stages[] = {
		{ "\r", SCREEN_RECORD, { "照**高考报名表**填", "先不填" }, NULL },
		{ DOWN DOWN DOWN "\r", SCREEN_STEP, { "登录学信网" }, "要改" },
		{ "\r\r\r\r\r" DOWN "\r" MOBILE "\r" CODE "\r" PASSWORDS "李明\r" NUMBER " ",
		  SCREEN_REGISTER,
		  { "必填 8/8" },
		  "一致" },
		{ DOWN DOWN DOWN "\r" UP "\r",
		  SCREEN_REGISTERED,
		  { "没有查出错", "没有比过高考信息" },
		  "与高考一致" },
	};

	(void)state;
	start(NULL);
	EXPECT(stages);
	/* With nothing to compare with, nothing is certified. */
	walk("5" TO_CHECKS DOWN "李明\r" DOWN);
	assert_false(says("一致"));
	/* Both given, they are compared with. */
	start(NULL);
	walk("\r李明\r" NUMBER "\r");
	assert_int_equal(wizard_screen(&app.wizard), SCREEN_STEP);
	walk("\r\r\r\r\r" DOWN "\r" DOWN DOWN DOWN DOWN DOWN "李明");
	assert_true(says("与先填的一致"));
}

/* Each kind of mistake is met once, said where it is, and mended. */
static void test_mistakes(void **state)
{
	static const struct stage stages[] = {
		{ TO_ACCOUNT "https://www.wchsi.com.cn\r",
		  SCREEN_ACCOUNT,
		  { "这不是学信网的网址，不要打开。" },
		  NULL },
		{ UP, SCREEN_ACCOUNT, { "不要打开", "仿冒" }, "要改" },
		{ "\x15https://www.chsi.com.cn\r", SCREEN_ACCOUNT, { "没有，" }, "要改" },
		{ DOWN "\r138\r", SCREEN_REGISTER, { "要改", "必填 1/8" }, NULL },
		{ UP "\x15", SCREEN_REGISTER, { "必填 1/8" }, "要改" },
		{ MOBILE "\r" UP "\r", SCREEN_REGISTER, { "获取过于频繁" }, NULL },
		{ DOWN "1\r", SCREEN_REGISTER, { "照最新一条演练短信", "1 处要改" }, NULL },
		{ UP "\x15" CODE "\r" PASSWORDS, SCREEN_REGISTER, { "必填 5/8" }, "要改" },
		{ "李 明\r", SCREEN_REGISTER, { "第 2 个字是空格，删掉它。" }, "一致" },
		{ UP UP "\x15李明\r", SCREEN_REGISTER, { "与示例一致" }, "要改" },
		{ "110000200709010041\r", SCREEN_REGISTER, { "互换了。" }, NULL },
		{ DOWN DOWN DOWN "\r",
		  SCREEN_REGISTER,
		  { "还有 2 项要改。先不改也行，再按一次 Enter。", "互换了" },
		  NULL },
		/* Not mended, it goes on all the same, and back from its end. */
		{ "\r", SCREEN_REVIEW, { "2 处要改", "应为 14", "服务条款" }, NULL },
		{ UP "\r", SCREEN_REGISTERED, { "这样注册不行", "证件号码、服务条款" }, "成功" },
		{ "\r", SCREEN_REGISTER, { "互换了" }, NULL },
		{ "\x15" NUMBER " " DOWN DOWN DOWN "\r" UP "\r",
		  SCREEN_REGISTERED,
		  { "没有查出错" },
		  "要改" },
		{ "\r20260001\rPractice-7\r\r", SCREEN_LOGIN, { "别填学号" }, NULL },
		{ UP UP "\x15" MOBILE "\r\r", SCREEN_STEP, { "核对学籍" }, NULL },
	};

	(void)state;
	start(&record);
	EXPECT(stages);
}

/* Esc leads back one screen at a time; nothing typed is lost. */
static void test_back(void **state)
{
	static const struct stage stages[] = {
		{ FILLED ESC, SCREEN_ACCOUNT, { "没有，" }, NULL },
		{ ESC, SCREEN_STEP, { "实名注册" }, NULL },
		{ "\r\r", SCREEN_REGISTER, { "必填 8/8" }, NULL },
		{ DOWN DOWN DOWN "\r" UP "\r", SCREEN_REGISTERED, { "没有查出错" }, NULL },
		{ ESC, SCREEN_REGISTER, { "必填 8/8" }, NULL },
		{ "\r", SCREEN_REVIEW, { "110000200709010014" }, NULL },
		{ ESC ESC, SCREEN_ACCOUNT, { "没有，" }, NULL },
		{ ESC, SCREEN_STEP, { "实名注册" }, NULL },
	};

	(void)state;
	start(&record);
	EXPECT(stages);
}

/* Who has an account recovers it. Digits lead nowhere from a choice. */
static void test_account(void **state)
{
	static const struct stage stages[] = {
		{ TO_ACCOUNT DOWN "345", SCREEN_ACCOUNT, { "证件类型" }, NULL },
		{ DOWN DOWN "\r", SCREEN_RECOVER, { "先找回", "找回用户名" }, NULL },
		{ " " ESC, SCREEN_ACCOUNT, { "证件类型" }, NULL },
		{ "\r", SCREEN_RECOVER, { "找回用户名" }, NULL },
		{ "\r", SCREEN_STEP, { "核对学籍" }, NULL },
	};

	(void)state;
	start(&record);
	EXPECT(stages);
	assert_true(progress_ticked(&app.wizard.progress, "account.had.name"));
	assert_int_equal(app.wizard.step, 4);
	walk(TO_CHECKS SAME PICK("1") PICK("1") PICK("1") RESULT);
	assert_int_equal(wizard_screen(&app.wizard), SCREEN_RESULT);
	assert_true(says("学籍自查成功"));
}

static int unload(void **state)
{
	app_close(&app);
	return unload_shipped(state);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_start_to_success),
		cmocka_unit_test(test_endings),
		cmocka_unit_test(test_success),
		cmocka_unit_test(test_own_details_left_out),
		cmocka_unit_test(test_mistakes),
		cmocka_unit_test(test_back),
		cmocka_unit_test(test_account),
	};

	return cmocka_run_group_tests(tests, load_shipped, unload);
}
