/* SPDX-License-Identifier: MIT */
/* The real program in a real pseudo-terminal, read by a real terminal emulator. */
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
#include <unistd.h>

#include "support/terminal.h"

enum { LIMIT_MS = 20000, ARGUMENTS_MAX = 12 };

#if defined(__SANITIZE_ADDRESS__)
enum { SANITIZED = 1 };
#else
enum { SANITIZED = 0 };
#endif

/* Starts afresh with the invented student, and more options; both lists end with NULL. */
static struct terminal *start_with(int rows, int columns, const char *const options[],
				   char *const environment[])
{
	char record[] = "--record", file[] = "data/record.example.json", *program,
	     *argv[ARGUMENTS_MAX];
	char *copies[ARGUMENTS_MAX] = { NULL };
	struct terminal *t;
	int n = 0;

	program = strdup(terminal_program());
	argv[n++] = program;
	argv[n++] = record;
	argv[n++] = file;
	for (int i = 0; options[i] != NULL; i++)
		argv[n++] = copies[i] = strdup(options[i]);
	argv[n] = NULL;
	t = terminal_start(rows, columns, argv, environment);
	for (int i = 0; copies[i] != NULL; i++)
		free(copies[i]);
	free(program);
	return t;
}

/* From the welcome page to the name in the rehearsal, past what comes before it. */
#define TO_FORM "4\r\t\t\r"
#define TO_NAME TO_FORM "\t\t\t\t\t"

static struct terminal *start(int rows, int columns)
{
	static const char *const fresh[] = { "--fresh", NULL };
	struct terminal *t = start_with(rows, columns, fresh, NULL);

	assert_true(terminal_settle(t, LIMIT_MS));
	return t;
}

static void type(struct terminal *t, const char *keys)
{
	terminal_type(t, keys);
	assert_true(terminal_settle(t, LIMIT_MS));
}

static void finish(struct terminal *t, int status)
{
	assert_true(terminal_wait_exit(t, LIMIT_MS));
	assert_true(WIFEXITED(t->status));
	assert_int_equal(WEXITSTATUS(t->status), status);
	assert_null(terminal_left_behind(t));
	terminal_end(t);
}

static void assert_shows(struct terminal *t, const char *text)
{
	if (!terminal_find(t, text, NULL, NULL))
		print_error("\"%s\" is not on\n%s", text, terminal_text(t));
	assert_true(terminal_find(t, text, NULL, NULL));
}

static void test_five_steps(void **state)
{
	static const char *const titles[] = { "登录学信网", "进入新生学籍", "找到注册入口",
					      "实名注册", "核对学籍" };
	struct terminal *t = start(24, 80);

	(void)state;
	assert_shows(t, "什么也不会发出去");
	for (int i = 0; i < 5; i++) {
		char keys[] = { (char)('1' + i), '\0' }, place[64], mark[64];

		type(t, keys);
		snprintf(place, sizeof place, "第 %d 步，共 5 步", i + 1);
		snprintf(mark, sizeof mark, "▸ %d %s", i + 1, titles[i]);
		assert_shows(t, place);
		assert_shows(t, mark);
	}
	assert_int_equal(t->questions, 0);
	terminal_type(t, "q");
	finish(t, 3);
}

static void test_success(void **state)
{
	struct terminal *t = start(40, 100);

	(void)state;
	type(t, "5\r \r \r \r \r \r 1\r 1\r 1\r");
	assert_shows(t, "在籍（注册学籍）");
	assert_shows(t, "8/8");
	type(t, "\t\t\r");
	assert_shows(t, "学籍自查成功");
	terminal_type(t, "\t\r");
	finish(t, 0);
}

static void test_problem(void **state)
{
	struct terminal *t = start(40, 100);

	(void)state;
	type(t, "5\r李鸣\r\t\t\t\t\t\t\t\t\t\t\r");
	assert_shows(t, "有不对的，要更正");
	type(t, "\t\t\r");
	assert_shows(t, "只写在结果单里，还没有存");
	terminal_type(t, "y");
	finish(t, 1);
}

/* What a small window has no space for is left out while the demo shows a page, until the presenter
 * scrolls; the next page is shown from its top. */
static void test_demo_scrolls(void **state)
{
	char *program = strdup(terminal_program()), demo[] = "demo";
	char *argv[] = { program, demo, NULL };
	struct terminal *t = terminal_start(12, 40, argv, NULL);

	(void)state;
	assert_true(terminal_wait_text(t, "空格", LIMIT_MS));
	type(t, "g4\r ");
	assert_shows(t, "j 还有 3 行");
	assert_shows(t, "▸ [注册学信网账号]");
	assert_false(terminal_find(t, "下一步：实名注册", NULL, NULL));
	type(t, "jjjjjjjjjjjjjjjjjjjj");
	assert_shows(t, "下一步：实名注册");
	assert_shows(t, "上面");
	type(t, "kkkkkkkkkkkkkkkkkkkk");
	assert_shows(t, "j 还有 3 行");
	type(t, "jjjjj  ");
	assert_shows(t, "错一：假网址");
	assert_false(terminal_find(t, "上面", NULL, NULL));
	terminal_type(t, "q");
	finish(t, 0);
	free(program);
}

/* The key that begins a beat takes away what the beat before typed: not even one painting shows it
 * under the name of the next student. The last row of the last beat says how to end. */
static void test_demo_begins(void **state)
{
	char *program = strdup(terminal_program()), demo[] = "demo";
	char *argv[] = { program, demo, NULL };
	struct terminal *t = terminal_start(24, 80, argv, NULL);
	size_t before;

	(void)state;
	assert_true(terminal_wait_text(t, "空格", LIMIT_MS));
	terminal_type(t, "g7\r ");
	assert_true(terminal_wait_text(t, "第 2 个字是空格", LIMIT_MS));
	before = t->output_len;
	terminal_type(t, " ");
	assert_true(terminal_wait_text(t, "短信验证码", LIMIT_MS));
	assert_true(terminal_wait_text(t, "示例：艾力", LIMIT_MS));
	assert_null(strstr(t->output + before, "第 2 个字是空格"));
	terminal_resize(t, 12, 40);
	terminal_type(t, "\033[F  ");
	assert_true(terminal_wait_text(t, "演完了  q 结束", LIMIT_MS));
	terminal_type(t, "q");
	finish(t, 0);
	free(program);
}

/* The caret stands where an input method wants it: in cells, not bytes. */
static void test_chinese(void **state)
{
	struct terminal *t = start(24, 80);
	int row, column;

	(void)state;
	type(t, TO_NAME "欧阳娜娜");
	assert_true(terminal_find(t, "欧阳娜娜", &row, &column));
	assert_int_equal(t->cursor.row, row);
	assert_int_equal(t->cursor.col, column + 8);
	type(t, "\033[D\033[D\177一\033[F中");
	assert_shows(t, "欧一娜娜中");
	type(t, "\001𠮷");
	assert_shows(t, "𠮷欧一娜娜中");
	assert_int_equal(t->cursor.col, column + 2);
	terminal_end(t);
}

/* A character in three reads is one; a bad byte costs no other. */
static void test_split_and_bad_bytes(void **state)
{
	struct terminal *t = start(24, 80);

	(void)state;
	type(t, TO_NAME "\xE6");
	type(t, "\x9D");
	type(t, "\x8E");
	assert_shows(t, "李");
	type(t, "\xD6\xD0\xCE明");
	assert_shows(t, "李明");
	terminal_end(t);
}

static void test_finding_while_typing(void **state)
{
	struct terminal *t = start(24, 80);
	int row, column, caret_row, caret_column;

	(void)state;
	type(t, TO_NAME "李明\r11000020070901001x");
	assert_shows(t, "第 18 位应为 4");
	assert_true(terminal_find(t, "11000020070901001x", &row, &column));
	assert_true(terminal_find(t, "^", &caret_row, &caret_column));
	assert_int_equal(caret_row, row + 1);
	assert_int_equal(caret_column, column + 17);
	type(t, "\r\t");
	assert_shows(t, "1****************x");
	terminal_end(t);
}

static void test_paste_never_submits(void **state)
{
	struct terminal *t = start(24, 80);
	const char *asked = strstr(t->output, "\033[?2004h");
	const char *page = strstr(t->output, "退出");

	(void)state;
	/* The first page waits for nothing that only keys need. */
	assert_true(page != NULL && asked != NULL && page < asked);
	type(t, TO_NAME);
	terminal_paste(t, "李明\n110000200709010014\n");
	assert_true(terminal_settle(t, LIMIT_MS));
	assert_shows(t, "姓名        李明 ");
	assert_shows(t, "贴的不止一项，只取了第一项。");
	terminal_end(t);
}

/* OSC 52, base64 (RFC 4648): U+00B7. The field is left as it was. */
static void test_copy_the_interpunct(void **state)
{
	struct terminal *t = start(24, 80);

	(void)state;
	type(t, TO_NAME "阿依古丽•买买提");
	assert_shows(t, "Ctrl-Y 复制");
	type(t, "\031");
	assert_non_null(strstr(t->output, "\033]52;c;wrc=\033\\"));
	assert_shows(t, "已复制；贴不出来，就从屏幕上抄这一个。");
	type(t, "\025李明");
	assert_shows(t, "姓名        李明");
	assert_false(terminal_find(t, "Ctrl-Y 复制", NULL, NULL));
	terminal_end(t);
}

/* Regional indicators, at which a library that breaks lines aborts. */
static void test_a_flag_in_a_name(void **state)
{
	struct terminal *t = start(24, 80);

	(void)state;
	type(t, TO_NAME "李🇨🇳\r");
	assert_shows(t, "第 2、3 个字应为「明」");
	terminal_end(t);
}

static void test_resize(void **state)
{
	static const int sizes[][2] = { { 12, 40 }, { 5, 20 }, { 2, 2 }, { 40, 120 }, { 24, 80 } };
	struct terminal *t = start(24, 80);

	(void)state;
	type(t, TO_NAME "欧阳娜娜");
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		terminal_resize(t, sizes[i][0], sizes[i][1]);
		assert_true(terminal_settle(t, LIMIT_MS));
	}
	assert_shows(t, "姓名        欧阳娜娜");
	terminal_end(t);
}

static void test_no_input(void **state)
{
	char shell[] = "sh", flag[] = "-c", command[256];
	char *argv[] = { shell, flag, command, NULL };
	struct terminal *t;

	(void)state;
	snprintf(command, sizeof command, "%s notes </dev/null", terminal_program());
	t = terminal_start(24, 80, argv, NULL);
	assert_true(terminal_wait_exit(t, LIMIT_MS));
	assert_int_equal(WEXITSTATUS(t->status), 2);
	assert_shows(t, "备注要在终端里放：标准输入不是终端");
	terminal_end(t);
}

/* Typing costs the terminal what the character costs, and nothing more. */
static void test_bytes_per_character(void **state)
{
	struct terminal *t = start(24, 80);
	size_t before;

	(void)state;
	type(t, TO_NAME "欧");
	before = t->output_len;
	type(t, "阳");
	assert_int_equal(t->output_len - before, strlen("阳"));
	terminal_end(t);
}

/* Keys mean the same whether the page is drawn between them or, typed ahead, after them all; also
 * in a window that shows neither all fields nor the focused one. */
static void test_typed_ahead(void **state)
{
	static const char *const keys[] = { "4", "\r", "\t", "\t", "\r", "1380", "\t" };
	struct terminal *t = start(6, 24);
	char *shown;

	(void)state;
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		type(t, keys[i]);
	shown = strdup(terminal_text(t));
	terminal_end(t);
	t = start(6, 24);
	type(t, "4\r\t\t\r1380\t");
	assert_string_equal(terminal_text(t), shown);
	terminal_end(t);
	free(shown);
}

/* A move costs what the two rows hold. */
static void test_bytes_per_move(void **state)
{
	struct terminal *t = start(24, 80);
	size_t before;

	(void)state;
	type(t, "4j"); /* from item to item: the hints stay */
	for (int i = 0; i < 4; i++) {
		before = t->output_len;
		type(t, i < 2 ? "j" : "k");
		assert_in_range(t->output_len - before, 1, 300);
	}
	terminal_end(t);
}

/* Every way out gives the terminal back, and the status tells the signal. */
static void test_signals(void **state)
{
	static const int numbers[] = { SIGINT,  SIGTERM, SIGHUP,  SIGQUIT,
				       SIGUSR1, SIGALRM, SIGXCPU, SIGSEGV };

	(void)state;
	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
		struct terminal *t;

		if (numbers[i] == SIGSEGV && SANITIZED)
			continue;
		t = start(24, 80);
		type(t, TO_NAME "李明");
		kill(t->pid, numbers[i]);
		assert_true(terminal_wait_exit(t, LIMIT_MS));
		assert_true(WIFSIGNALED(t->status));
		assert_int_equal(WTERMSIG(t->status), numbers[i]);
		assert_null(terminal_left_behind(t));
		terminal_end(t);
	}
}

/* The cursor is shown last, on every way out: a terminal may hide it again when it leaves the other
 * screen. */
static void test_cursor_shown_last(void **state)
{
	static const int numbers[] = { 0, SIGTERM, SIGABRT };

	(void)state;
	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
		struct terminal *t;
		const char *left;

		if (numbers[i] == SIGABRT && SANITIZED)
			continue;
		t = start(24, 80);
		if (numbers[i] == 0)
			terminal_type(t, "q");
		else
			kill(t->pid, numbers[i]);
		assert_true(terminal_wait_exit(t, LIMIT_MS));
		left = strstr(t->output, "\033[?1049l");
		assert_non_null(left);
		assert_non_null(strstr(left, "\033[?25h"));
		terminal_end(t);
	}
}

/* A tick is kept whatever ends the program; the next start goes on where it was. */
static void test_progress_survives(void **state)
{
	static const int numbers[] = { SIGINT, SIGTERM, SIGHUP, SIGKILL, 0 };
	static const char *const none[] = { NULL };

	(void)state;
	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
		struct terminal *t = start(24, 80);

		type(t, "2 ");
		assert_shows(t, "[x] 找到「学籍」（老版「学籍查询」）");
		if (numbers[i] != 0)
			kill(t->pid, numbers[i]);
		else
			terminal_type(t, "q");
		assert_true(terminal_wait_exit(t, LIMIT_MS));
		terminal_end(t);
		t = start_with(24, 80, none, NULL);
		assert_true(terminal_wait_text(t, "接着做：第", LIMIT_MS));
		type(t, "\r");
		assert_shows(t, "第 2 步，共 5 步");
		assert_shows(t, "[x] 找到「学籍」（老版「学籍查询」）");
		terminal_end(t);
	}
}

static void test_window_closed(void **state)
{
	struct terminal *t = start(24, 80);

	(void)state;
	terminal_hang_up(t);
	assert_true(terminal_wait_exit(t, LIMIT_MS));
	terminal_end(t);
}

static void test_suspend(void **state)
{
	struct terminal *t = start(24, 80);

	(void)state;
	type(t, TO_NAME "李明");
	/* Its process group has no shell that could continue it: the stop is refused, and it
	 * redraws. */
	kill(t->pid, SIGTSTP);
	assert_true(terminal_settle(t, LIMIT_MS));
	assert_shows(t, "姓名        李明");
	type(t, "好");
	assert_shows(t, "李明好");
	terminal_end(t);
}

/* Chinese whatever the locale says; in words where the terminal cannot be drawn on, and then a
 * signal ends the program as it does any other. */
static void test_environments(void **state)
{
	static const struct {
		const char *change, *shows;
	} rows[] = {
		{ "LC_ALL=C", "什么也不会发出去" },
		{ "LC_ALL=POSIX", "什么也不会发出去" },
		{ "LC_ALL=zh_CN.UFT-8", "什么也不会发出去" },
		{ "LC_ALL=", "什么也不会发出去" },
		{ "TERM=linux", "什么也不会发出去" },
		{ "TERM=vt100", "什么也不会发出去" },
		{ "TERM=dumb", "逐行模式" },
		{ "ACCESSIBLE=1", "逐行模式（环境变量 ACCESSIBLE）" },
		{ "ACCESSIBLE=0", "什么也不会发出去" },
		{ "ACCESSIBLE=", "什么也不会发出去" },
		{ "TERM=no-such-terminal", "逐行模式" },
		{ "TERM", "逐行模式" },
		{ "LINES=3", "什么也不会发出去" },
	};
	static const char *const fresh[] = { "--fresh", NULL };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *change = strdup(rows[i].change), *environment[] = { change, NULL };
		struct terminal *t = start_with(24, 80, fresh, environment);

		if (!terminal_wait_text(t, rows[i].shows, LIMIT_MS))
			print_error("%s:\n%s", change, terminal_text(t));
		assert_shows(t, rows[i].shows);
		if (strncmp(rows[i].shows, "逐行", strlen("逐行")) == 0) {
			terminal_type(t, "\003");
			assert_true(terminal_wait_exit(t, LIMIT_MS));
			assert_true(WIFSIGNALED(t->status) && WTERMSIG(t->status) == SIGINT);
		}
		terminal_end(t);
		free(change);
	}
}

/* SGR 30 to 37, alone or in a list: a colour of the foreground. */
static bool has_colour(const char *output)
{
	for (const char *c = output; (c = strstr(c, "\033[")) != NULL;) {
		const char *end;

		c += 2;
		end = c + strspn(c, "0123456789;");
		for (; *end == 'm' && c < end; c += strcspn(c, ";m") + 1)
			if (*c == '3' && c[1] >= '0' && c[1] <= '7' && strchr(";m", c[2]) != NULL)
				return true;
	}
	return false;
}

static void test_no_color(void **state)
{
	static const char *const fresh[] = { "--fresh", NULL };
	char no_color[] = "NO_COLOR=1", *environment[] = { no_color, NULL };
	struct terminal *t = start_with(24, 80, fresh, environment);

	(void)state;
	assert_true(terminal_settle(t, LIMIT_MS));
	type(t, TO_NAME "李 明\r\t");
	assert_shows(t, "要改");
	assert_false(has_colour(t->output));
	terminal_end(t);
	t = start(24, 80);
	type(t, TO_NAME "李 明\r\t");
	assert_true(has_colour(t->output));
	terminal_end(t);
}

/* Nothing personal stays behind the program's own screen. */
static void test_screen_is_left(void **state)
{
	struct terminal *t = start(24, 80);

	(void)state;
	type(t, TO_NAME "李明\033");
	type(t, "\033");
	type(t, "qy");
	assert_true(terminal_wait_exit(t, LIMIT_MS));
	assert_null(strstr(terminal_text(t), "李明"));
	terminal_end(t);
}

/* Not found, a pause that is counted down on the page, found. */
static void test_roster(void **state)
{
	static const char rows[] = "姓名,身份证号,考生号\n李明,110000200709010014,26110101110001\n"
				   "欧阳娜娜,110000200709010022,26110101110002\n";
	char path[] = "/tmp/xueji-roster-XXXXXX", away[sizeof path + 1];
	const char *const options[] = { "--record", path, "--fresh", NULL };
	struct terminal *t;
	int fd = mkstemp(path);

	(void)state;
	assert_int_equal(write(fd, rows, strlen(rows)), strlen(rows));
	close(fd);
	snprintf(away, sizeof away, "%s-", path);
	t = start_with(24, 80, options, NULL);
	assert_true(terminal_settle(t, LIMIT_MS));
	type(t, "\r26110101110002\r李明\r110000200709010014\r");
	terminal_type(t, "\r");
	assert_true(terminal_wait_text(t, "名册里没有找到你", LIMIT_MS));
	assert_shows(t, "秒后可再找");
	assert_true(terminal_wait_gone(t, "秒后可再找", LIMIT_MS));
	assert_int_equal(rename(path, away), 0);
	type(t, "\r");
	assert_shows(t, "名册读不出来：打不开");
	assert_int_equal(rename(away, path), 0);
	type(t, "\033[Z\033[Z\033[Z\177"
		"1\t\t\t\r");
	assert_shows(t, "在名册里找到了你的高考信息");
	assert_shows(t, "第 1 步，共 5 步");
	assert_int_equal(t->questions, 0);
	assert_null(strstr(t->output, "欧阳"));
	terminal_type(t, "qy");
	finish(t, 3);
	unlink(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_five_steps),
		cmocka_unit_test(test_success),
		cmocka_unit_test(test_cursor_shown_last),
		cmocka_unit_test(test_problem),
		cmocka_unit_test(test_demo_scrolls),
		cmocka_unit_test(test_demo_begins),
		cmocka_unit_test(test_chinese),
		cmocka_unit_test(test_split_and_bad_bytes),
		cmocka_unit_test(test_finding_while_typing),
		cmocka_unit_test(test_paste_never_submits),
		cmocka_unit_test(test_copy_the_interpunct),
		cmocka_unit_test(test_a_flag_in_a_name),
		cmocka_unit_test(test_resize),
		cmocka_unit_test(test_no_input),
		cmocka_unit_test(test_bytes_per_character),
		cmocka_unit_test(test_typed_ahead),
		cmocka_unit_test(test_bytes_per_move),
		cmocka_unit_test(test_signals),
		cmocka_unit_test(test_progress_survives),
		cmocka_unit_test(test_window_closed),
		cmocka_unit_test(test_suspend),
		cmocka_unit_test(test_environments),
		cmocka_unit_test(test_no_color),
		cmocka_unit_test(test_screen_is_left),
		cmocka_unit_test(test_roster),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
