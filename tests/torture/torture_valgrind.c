/* SPDX-License-Identifier: MIT */
/* Every command under valgrind: no error and no leak, without suppressions. */
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

#include "base/xalloc.h"
#include "support/terminal.h"
#include "torture/torture.h"

enum { LIMIT_MS = 120000 };

#define VALGRIND                                                                              \
	"valgrind -q --leak-check=full --errors-for-leak-kinds=definite --error-exitcode=99 " \
	"--default-suppressions=no --log-file="

static size_t wrong;

static void note(const char *what, int status, int expected)
{
	if (WIFEXITED(status) && WEXITSTATUS(status) == expected)
		return;
	wrong++;
	print_error("%s: status %x\n", what, (unsigned)status);
	fflush(stdout);
	if (system("cat \"$HOME/valgrind\" >&2") != 0)
		print_error("no log\n");
}

/* The short form runs only the first. */
static const struct {
	const char *command;
	int status;
} commands[] = {
	{ "printf 'f\\n邮箱\\n1\\nb\\nb\\nb\\ng4\\n5\\nchsi.com.cn\\n1\\n1\\n/姓名\\n李 "
	  "明\\n/b\\n/b\\ng5\\n2\\n李鸣\\n/看结果\\n1\\nq\\ny\\n' | $X --plain --record "
	  "data/record.example.json",
	  1 },
	{ "$X </dev/null", 0 },
	{ "printf '李 明\\n110000200709010013\\n' | $X check --record data/record.example.json",
	  1 },
	{ "printf '李明\\n110000200709010014\\n' | $X check --json", 0 },
	{ "$X lint data/guide.json data/faq.json data/demo.json data/record.example.json", 0 },
	{ "echo '{\"steps\": [1, {}]}' >$HOME/g.json; $X lint $HOME/g.json", 1 },
	{ "printf '姓名,身份证号\\n李明,110000200709010014\\n' >$HOME/r; $X lint $HOME/r", 0 },
	{ "printf '姓名,身份证号\\n李明,1\\n李 明,110000200709010014\\n' | $X audit -", 1 },
	{ "$X demo --plain --auto </dev/null", 0 },
	{ "$X --help", 0 },
	{ "$X --no-such-option", 2 },
	{ "$X forget", 0 },
};

/* Valgrind cannot run a sanitized program. */
static void need_valgrind(void)
{
	if (!SANITIZED && torture_has("valgrind"))
		return;
	torture_say("valgrind: %s: skipped", SANITIZED ? "not with sanitizers" : "not there");
	skip();
}

static void test_commands(void **state)
{
	size_t count = torture_number("VALGRIND", 1, sizeof commands / sizeof commands[0]);

	(void)state;
	need_valgrind();
	torture_keep_others();
	for (size_t i = 0; i < count; i++) {
		char *line = xasprintf("X='" VALGRIND "%s %s'; { %s; } >%s 2>&1",
				       torture_path("valgrind"), terminal_program(),
				       commands[i].command, torture_path("said"));

		note(commands[i].command, system(line), commands[i].status);
		free(line);
	}
	torture_say("valgrind: %zu commands: %zu with errors or leaks", count, wrong);
	assert_int_equal(wrong, 0);
}

/* Visits every kind of screen while the window is resized, then leaves by keys or by a signal. */
static void walk(const char *last, int number)
{
	static const char *const keys[] = {
		"2 ",
		"v",
		"r",
		"\033[27u\033[B",
		"4\r",
		"\t\t\r",
		"13800000000\t\t\tPractice-7\tPractice-7\t李明",
		"\t\t110000200709010014",
		"\t \t\t\t\r",
		"\r",
		"\t\t\t\t\t\t\t\t",
		"\r",
		"\r",
		"e\r",
		"\033[27u\033[B\033[27u\033[B",
		"5\r \r \r \r \r110000200709001014\r",
		" 1\r 1\r 1\r\t\t\r",
		"s\r",
		"\033[27u\033[B",
		"f/邮箱\r\r",
		"\033[27u\033[B\033[27u\033[B",
		"n",
		"\033[27u\033[B",
		"?",
		"\033[27u\033[B",
		"t",
	};
	char shell[] = "sh", flag[] = "-c";
	char *command =
		xasprintf("exec " VALGRIND "%s %s --fresh --record data/record.example.json",
			  torture_path("valgrind"), terminal_program());
	char *argv[] = { shell, flag, command, NULL };
	struct terminal *t = terminal_start(24, 80, argv, NULL);

	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
		assert_true(terminal_settle(t, LIMIT_MS));
		terminal_resize(t, 10 + (int)i, 100 - (int)i);
		terminal_type(t, keys[i]);
	}
	assert_true(terminal_settle(t, LIMIT_MS));
	terminal_type(t, last);
	if (number != 0)
		kill(t->pid, number);
	assert_true(terminal_wait_exit(t, LIMIT_MS));
	if (number == 0)
		note("in a terminal", t->status, 1);
	else if (!WIFSIGNALED(t->status))
		note("killed in a terminal", t->status, number);
	assert_null(terminal_left_behind(t));
	terminal_end(t);
	free(command);
}

static void test_terminal(void **state)
{
	(void)state;
	need_valgrind();
	if (torture_number("VALGRIND_WALKS", 0, 1) == 0)
		skip();
	torture_keep_others();
	walk("qy", 0);
	walk("", SIGTERM);
	torture_say("valgrind: every page in a terminal, left and killed: %zu with errors or leaks",
		    wrong);
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_commands),
		cmocka_unit_test(test_terminal),
	};

	return cmocka_run_group_tests(tests, torture_make_home, torture_remove_home);
}
