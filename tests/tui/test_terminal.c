/* SPDX-License-Identifier: MIT */
/* The harness itself: what it says of a program must be true before it says anything of ours. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#include "support/terminal.h"

enum { LIMIT_MS = 10000 };

static struct terminal *start_shell(int rows, int columns, const char *script)
{
	char shell[] = "sh", flag[] = "-c", commands[512];
	char *argv[] = { shell, flag, commands, NULL };

	assert_true(strlen(script) < sizeof commands);
	strcpy(commands, script);
	return terminal_start(rows, columns, argv, NULL);
}

static void test_text(void **state)
{
	struct terminal *t = start_shell(4, 20,
					 "printf '一二ab\\r\\n  三 \\033[1m四\\033[m';"
					 "exec cat");
	int row, column;

	(void)state;
	assert_true(terminal_settle(t, LIMIT_MS));
	assert_string_equal(terminal_row(t, 0), "一二ab");
	assert_string_equal(terminal_text(t), "一二ab\n  三 四\n\n\n");
	assert_true(terminal_find(t, "ab", &row, &column));
	assert_int_equal(row, 0);
	assert_int_equal(column, 4);
	assert_true(terminal_find(t, "四", &row, &column));
	assert_int_equal(row, 1);
	assert_int_equal(column, 5);
	assert_true(terminal_cell(t, 1, 5).attrs.bold);
	assert_false(terminal_cell(t, 1, 2).attrs.bold);
	assert_false(terminal_find(t, "二三", NULL, NULL));
	assert_int_equal(t->cursor.col, 7);
	terminal_end(t);
}

static void test_typing(void **state)
{
	struct terminal *t = start_shell(5, 20, "read -r line; echo \"<$line>\"; exit 7");

	(void)state;
	assert_true(terminal_settle(t, LIMIT_MS));
	assert_false(t->exited);
	terminal_type(t, "欧阳\r");
	assert_true(terminal_wait_text(t, "<欧阳>", LIMIT_MS));
	assert_true(terminal_wait_exit(t, LIMIT_MS));
	assert_int_equal(WEXITSTATUS(t->status), 7);
	assert_false(terminal_wait_text(t, "never", LIMIT_MS));
	assert_null(terminal_left_behind(t));
	terminal_end(t);
}

static void test_resize(void **state)
{
	struct terminal *t = start_shell(24, 80, "trap 'stty size' WINCH; stty size; read -r a");

	(void)state;
	assert_true(terminal_wait_text(t, "24 80", LIMIT_MS));
	assert_true(terminal_settle(t, LIMIT_MS));
	terminal_resize(t, 12, 40);
	assert_true(terminal_wait_text(t, "12 40", LIMIT_MS));
	terminal_end(t);
}

static void test_left_behind(void **state)
{
	static const struct {
		const char *script, *what;
	} rows[] = {
		{ "printf '\\033[?1049h'", "the alternate screen is on" },
		{ "printf '\\033[?1049h\\033[?1049l'", NULL },
		{ "printf '\\033[?25l'", "the cursor is hidden" },
		{ "printf '\\033[?2004l\\033[?2004h'", "bracketed paste is on" },
		{ "printf '\\033[?2004h\\033[?2004l'", NULL },
		{ "printf '\\033[?1h'", "cursor keys are in application mode" },
		{ "stty -echo", "echo, line or signal mode differs" },
		{ "stty -onlcr", "input or output mode differs" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct terminal *t = start_shell(24, 80, rows[i].script);
		const char *what;

		assert_true(terminal_wait_exit(t, LIMIT_MS));
		what = terminal_left_behind(t);
		if (rows[i].what == NULL)
			assert_null(what);
		else
			assert_string_equal(what, rows[i].what);
		terminal_end(t);
	}
}

static void test_questions_are_seen(void **state)
{
	struct terminal *t = start_shell(24, 80, "printf '\\033[6n'; exec cat");

	(void)state;
	assert_true(terminal_settle(t, LIMIT_MS));
	assert_int_equal(t->questions, 1);
	terminal_end(t);
}

static void test_hang_up(void **state)
{
	struct terminal *t = start_shell(24, 80, "exec cat");

	(void)state;
	assert_true(terminal_settle(t, LIMIT_MS));
	terminal_hang_up(t);
	assert_true(terminal_wait_exit(t, LIMIT_MS));
	assert_true(WIFSIGNALED(t->status));
	assert_int_equal(WTERMSIG(t->status), SIGHUP);
	terminal_end(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text),    cmocka_unit_test(test_typing),
		cmocka_unit_test(test_resize),  cmocka_unit_test(test_left_behind),
		cmocka_unit_test(test_hang_up), cmocka_unit_test(test_questions_are_seen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
