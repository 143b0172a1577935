/* SPDX-License-Identifier: MIT */
/* A hand on the mouse, as a terminal emulator reports it. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "support/terminal.h"

enum { LIMIT_MS = 20000, LEFT = 1, WHEEL_UP = 4, WHEEL_DOWN = 5 };

#if defined(__SANITIZE_ADDRESS__)
enum { SANITIZED = 1 };
#else
enum { SANITIZED = 0 };
#endif

static struct terminal *start(int rows, int columns, const char *option)
{
	char record[] = "--record", file[] = "data/record.example.json", fresh[] = "--fresh";
	char *program = strdup(terminal_program()), *last = strdup(option);
	char *argv[] = { program, record, file, fresh, last, NULL };
	struct terminal *t = terminal_start(rows, columns, argv, NULL);

	assert_true(terminal_settle(t, LIMIT_MS));
	free(program);
	free(last);
	return t;
}

static void settle(struct terminal *t)
{
	assert_true(terminal_settle(t, LIMIT_MS));
}

static void type(struct terminal *t, const char *keys)
{
	terminal_type(t, keys);
	settle(t);
}

static void press(struct terminal *t, int button, int row, int column)
{
	vterm_mouse_move(t->emulator, row, column, VTERM_MOD_NONE);
	vterm_mouse_button(t->emulator, button, true, VTERM_MOD_NONE);
	vterm_mouse_button(t->emulator, button, false, VTERM_MOD_NONE);
	settle(t);
}

static void click(struct terminal *t, const char *text)
{
	int row, column;

	if (!terminal_find(t, text, &row, &column))
		fail_msg("\"%s\" is not on\n%s", text, terminal_text(t));
	press(t, LEFT, row, column);
}

static void assert_shows(struct terminal *t, const char *text)
{
	if (!terminal_find(t, text, NULL, NULL))
		fail_msg("\"%s\" is not on\n%s", text, terminal_text(t));
}

/* The terminal's own selection works: nothing is switched on that nobody asked for. */
static void test_off_by_default(void **state)
{
	static const char *const modes[] = { "?9h",    "?1000", "?1001", "?1002", "?1003",
					     "?1005h", "?1006", "?1015", "?1016" };
	struct terminal *t = start(24, 80, "--ascii");

	(void)state;
	type(t, "4n\033");
	type(t, "f");
	kill(t->pid, SIGTSTP);
	settle(t);
	type(t, "\033[27u\033[27uq");
	assert_true(terminal_wait_exit(t, LIMIT_MS));
	for (size_t i = 0; i < sizeof modes / sizeof modes[0]; i++)
		assert_null(strstr(t->output, modes[i]));
	terminal_end(t);
}

static void test_ticks(void **state)
{
	static const int sizes[][2] = { { 24, 80 }, { 12, 40 } };

	(void)state;
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		struct terminal *t = start(sizes[i][0], sizes[i][1], "--mouse");

		click(t, "开始");
		assert_shows(t, i == 0 ? "第 1 步，共 5 步" : "1/5");
		type(t, "2");
		click(t, "点「新生学籍」");
		assert_shows(t, "[x] 点「新生学籍」");
		assert_shows(t, "[ ] 找到「学籍」（老版「学籍查询」）");
		click(t, "点「新生学籍」");
		assert_shows(t, "[ ] 点「新生学籍」");
		terminal_end(t);
	}
}

/* The sidebar leads away from screens that are only read, not past a question. */
static void test_sidebar(void **state)
{
	struct terminal *t = start(24, 80, "--mouse");

	(void)state;
	type(t, "1");
	click(t, "4 实名注册");
	assert_shows(t, "第 4 步，共 5 步");
	type(t, "n");
	click(t, "2 进入新生学籍");
	assert_shows(t, "第 2 步，共 5 步");
	type(t, "4\r\t\t\r13800000000\033");
	type(t, "\033[27uq");
	assert_shows(t, "现在退出？");
	click(t, "2 进入新生学籍");
	assert_shows(t, "现在退出？");
	click(t, "Enter  留下");
	click(t, "2 进入新生学籍");
	assert_shows(t, "第 2 步，共 5 步");
	terminal_end(t);
}

static void test_keys_shown(void **state)
{
	struct terminal *t = start(12, 40, "--mouse");

	(void)state;
	type(t, "2");
	click(t, "Enter 下一步");
	assert_shows(t, "3/5");
	type(t, "2");
	terminal_resize(t, 24, 80);
	settle(t);
	click(t, "Esc  上一步");
	assert_shows(t, "第 1 步，共 5 步");
	click(t, "Esc  上一步");
	click(t, "q  退出");
	assert_true(terminal_wait_exit(t, LIMIT_MS));
	assert_true(WIFEXITED(t->status) && WEXITSTATUS(t->status) == 3);
	assert_null(terminal_left_behind(t));
	terminal_end(t);
}

static void test_questions(void **state)
{
	struct terminal *t = start(24, 80, "--mouse");

	(void)state;
	click(t, "f  常见问题");
	click(t, "学信网账号能做什么？");
	assert_shows(t, "学信网各平台都能用");
	type(t, "\r");
	type(t, "/证件");
	click(t, "证件号码已被注册");
	assert_shows(t, "来源：");
	terminal_end(t);
}

/* A field is gone to; what has several answers lists them when it is clicked again. */
static void test_form(void **state)
{
	struct terminal *t = start(24, 80, "--mouse");

	(void)state;
	type(t, "4\r");
	click(t, "证件类型");
	assert_shows(t, "证件类型  居民身份证");
	click(t, "证件类型");
	click(t, "港澳台居民居住证");
	assert_shows(t, "证件类型  港澳台居民居住证");
	click(t, "没有，这几样都没做过");
	assert_shows(t, "手机号");
	click(t, "短信验证码");
	type(t, "4321");
	assert_shows(t, "短信验证码  4321");
	click(t, "4321");
	assert_shows(t, "短信验证码  4321");
	terminal_end(t);
}

/* What the site shows is typed on, or left, and kept. */
static void test_verification(void **state)
{
	struct terminal *t = start(40, 100, "--mouse");

	(void)state;
	type(t, "5\r李鸣");
	click(t, "姓名");
	type(t, "二");
	assert_shows(t, "李鸣二");
	click(t, "证件号码");
	assert_shows(t, "李鸣二");
	click(t, "性别");
	click(t, "性别");
	assert_shows(t, " 一样");
	/* what has one meaning is done at once */
	click(t, "[ 看结果 ]");
	assert_shows(t, "保存结果单");
	terminal_end(t);
}

static void test_wheel(void **state)
{
	struct terminal *t = start(12, 40, "--mouse");

	(void)state;
	type(t, "n");
	assert_shows(t, "一、填写");
	press(t, WHEEL_DOWN, 5, 5);
	press(t, WHEEL_DOWN, 5, 5);
	assert_false(terminal_find(t, "一、填写", NULL, NULL));
	for (int i = 0; i < 40; i++)
		press(t, WHEEL_DOWN, 5, 5);
	assert_shows(t, "上面");
	for (int i = 0; i < 40; i++)
		press(t, WHEEL_UP, 5, 5);
	assert_shows(t, "还有");
	assert_false(terminal_find(t, "上面", NULL, NULL));
	terminal_end(t);
}

/* A report in three reads is one; beside what means anything, and behind the window, nothing
 * happens. */
static void test_hostile(void **state)
{
	struct terminal *t = start(24, 80, "--mouse");
	int row, column;
	char report[32];

	(void)state;
	type(t, "2");
	assert_true(terminal_find(t, "点「新生学籍」", &row, &column));
	snprintf(report, sizeof report, "%d;%dM", column + 1, row + 1);
	terminal_type(t, "\033[<0;");
	assert_true(terminal_wait_taken(t, LIMIT_MS));
	type(t, report);
	assert_shows(t, "[x] 点「新生学籍」");
	type(t, "\033[<0;999;999M\033[<0;1;24M\033[<0;1;1M\033[<;;M\033[<9q");
	assert_shows(t, "第 2 步，共 5 步");
	terminal_end(t);
}

/* Whatever ends the program, or stops it, the mouse is the terminal's again. */
static void test_given_back(void **state)
{
	static const int numbers[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGSEGV };
	struct terminal *t;

	(void)state;
	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
		if (numbers[i] == SIGSEGV && SANITIZED)
			continue;
		t = start(24, 80, "--mouse");
		assert_non_null(strstr(t->output, "\033[?1000h"));
		kill(t->pid, numbers[i]);
		assert_true(terminal_wait_exit(t, LIMIT_MS));
		assert_null(terminal_left_behind(t));
		terminal_end(t);
	}
	t = start(24, 80, "--mouse");
	t->output_len = 0;
	kill(t->pid, SIGTSTP);
	settle(t);
	assert_non_null(strstr(t->output, "\033[?1000l"));
	assert_non_null(strstr(strstr(t->output, "\033[?1000l"), "\033[?1000h"));
	click(t, "f  常见问题");
	type(t, "\033[27u"
		"1");
	click(t, "2 进入新生学籍");
	assert_shows(t, "第 2 步，共 5 步");
	terminal_end(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_off_by_default), cmocka_unit_test(test_ticks),
		cmocka_unit_test(test_sidebar),        cmocka_unit_test(test_keys_shown),
		cmocka_unit_test(test_questions),      cmocka_unit_test(test_form),
		cmocka_unit_test(test_verification),   cmocka_unit_test(test_wheel),
		cmocka_unit_test(test_hostile),        cmocka_unit_test(test_given_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
