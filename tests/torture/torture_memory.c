/* SPDX-License-Identifier: MIT */
/* Each allocation fails in turn, once or from then on: the program prints an error and exits with
 * status 2, or works as usual. The terminal is restored and the saved progress intact. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/xalloc.h"
#include "support/terminal.h"
#include "torture/torture.h"

enum { ANY_END = -1, OUTPUT_MAX = 256 * 1024, LIMIT_MS = 20000, STATUS_LEFT = 3 };

/* Settings of no_memory.c, appended to its environment. */
#define FOR_GOOD " NO_MEMORY_FOR_GOOD=1"
#define IN_CURSES " NO_MEMORY_IN_CURSES=1"
static const char *const ways[] = { "", FOR_GOOD };
#define COUNT(array) (sizeof array / sizeof array[0])

static char output[OUTPUT_MAX], usual[OUTPUT_MAX]; /* of this run; of one without failures */
static size_t wrong;

static const char *build_folder(void)
{
	const char *build = getenv("XUEJI_BUILD");

	return build != NULL ? build : "build";
}

/* The environment in which the n-th allocation, from 1, fails; with 0 they are only counted. Owned
 * by the caller. */
static char *refusing(size_t n, const char *how)
{
	return xasprintf(
		"LD_PRELOAD=%s/tests/support/no_memory.so NO_MEMORY_AT=%zu NO_MEMORY_COUNT=%s%s",
		build_folder(), n, torture_path("count"), how);
}

static size_t counted(void)
{
	FILE *f = fopen(torture_path("count"), "r");
	size_t count = 0;

	if (f == NULL)
		return 0;
	if (fscanf(f, "%zu", &count) != 1)
		count = 0;
	fclose(f);
	return count;
}

/* Compares the outputs except for digits: some are seconds left. */
static bool said_as_usual(void)
{
	const char *a = output, *b = usual;

	for (;; a++, b++) {
		a += strspn(a, "0123456789");
		b += strspn(b, "0123456789");
		if (*a != *b || *a == '\0')
			return *a == *b;
	}
}

/* Returns NULL, or what is wrong. complete: the exit status without failures; ANY_END if the
 * program may also crash. */
static const char *judge(int status, int complete)
{
	static struct progress kept;

	if (!torture_kept(&kept))
		return "what was kept is damaged";
	if (!WIFEXITED(status))
		return complete == ANY_END ? NULL : "it died of a signal";
	/* ncurses prints this and exits before it changes the terminal. */
	if (complete == ANY_END && WEXITSTATUS(status) == 1 &&
	    strstr(output, "Out of memory") != NULL)
		return NULL;
	if (complete == ANY_END && WEXITSTATUS(status) == STATUS_LEFT)
		return NULL;
	if (WEXITSTATUS(status) == complete)
		return said_as_usual() ? NULL : "it went on with less";
	if (WEXITSTATUS(status) != STATUS_TROUBLE)
		return "it ended as if something else had happened";
	if (strstr(output, "xueji: ") == NULL)
		return "it did not say why it ended";
	return NULL;
}

static void note(const char *what, size_t n, const char *how, const char *fault)
{
	if (fault == NULL)
		return;
	wrong++;
	print_error("%s, allocation %zu%s: %s\n%.2000s\n", what, n, how, fault, output);
}

/* The distance between the allocations to try: all in the long form, a few in the short one. */
static size_t stride_of(size_t count)
{
	size_t wanted = torture_number("ALLOCATIONS", 2, SIZE_MAX);

	return count > wanted ? count / wanted : 1;
}

static void sum_up(const char *what, size_t count, size_t tried)
{
	size_t failed = wrong;

	wrong = 0;
	torture_say("memory: %s: %zu allocations, %zu refusals: %zu went wrong", what, count, tried,
		    failed);
	assert_true(count > 0);
	assert_int_equal(failed, 0);
}

/* Runs a shell command in which $X is the program with this environment. */
static int run(const char *command, const char *environment)
{
	char *line =
		xasprintf("exec 2>&1; X='env %s %s'; %s", environment, terminal_program(), command);
	FILE *p = popen(line, "r");
	size_t n;

	assert_non_null(p);
	n = fread(output, 1, sizeof output - 1, p);
	output[n] = '\0';
	free(line);
	return pclose(p);
}

static int run_without(const char *command, size_t n, const char *how)
{
	char *environment = refusing(n, how);
	int status;

	torture_keep_others();
	status = run(command, environment);
	free(environment);
	return status;
}

/* In a build for gcov only: its writer runs at exit, and crashes when it is refused memory. */
extern void __gcov_exit(void) __attribute__((weak));

/* Skips the test where refusals cannot be had: a sanitizer has an allocator of its own, and
 * no_memory.so needs glibc. */
static void need_refusals(void)
{
	if (!SANITIZED && __gcov_exit == NULL && run_without("$X --version", 0, "") == 0 &&
	    counted() > 0)
		return;
	torture_say("memory: cannot be refused to this program: skipped");
	skip();
}

static void test_commands(void **state)
{
	static const struct {
		const char *name, *command;
		int complete;
	} rows[] = {
		{ "--plain",
		  "printf "
		  "'g4\\n5\\nchsi.com.cn\\n1\\n1\\n/姓名\\n李明\\n/b\\n/b\\ng5\\nf\\nq\\nn\\n' |"
		  "$X --plain --record data/record.example.json",
		  3 },
		{ "the guide printed", "$X </dev/null", 0 },
		{ "check",
		  "printf '李 明\\n110000200709010013\\n' |"
		  "$X check --record data/record.example.json",
		  1 },
		{ "check --json", "printf '李明\\n110000200709010014\\n' | $X check --json", 0 },
		{ "lint", "$X lint data/faq.json data/record.example.json", 0 },
		{ "lint of a roster",
		  "F=$HOME/r.csv; printf '姓名,身份证号\\n李明,1\\n' >$F; $X lint $F", 0 },
		{ "audit",
		  "F=$HOME/a.csv; printf '姓名,身份证号\\n李明,1\\n李 明,110000200709010014\\n' "
		  ">$F;"
		  "$X audit $F",
		  1 },
		{ "audit --json",
		  "printf '姓名,身份证号\\n李明,1\\n' | iconv -f UTF-8 -t GB18030 | $X audit "
		  "--json -",
		  1 },
		{ "demo --plain", "$X demo --plain --auto </dev/null", 0 },
	};

	(void)state;
	need_refusals();
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		size_t count, tried = 0, stride;
		int status = run_without(rows[i].command, 0, "");

		strcpy(usual, output);
		assert_int_equal(WEXITSTATUS(status), rows[i].complete);
		count = counted();
		stride = stride_of(count);
		for (size_t n = 1; n <= count; n += stride)
			for (size_t k = 0; k < COUNT(ways); k++, tried++) {
				status = run_without(rows[i].command, n, ways[k]);
				note(rows[i].name, n, ways[k], judge(status, rows[i].complete));
			}
		sum_up(rows[i].name, count, tried);
	}
}

/* Ticks, fills in a form, opens the QR code, help and FAQ, searches, checks, writes a report,
 * quits. */
static const char *const keys[] = {
	"4 ",
	"\r",
	"\t\t\r",
	"\t\t\t\t\t李 明",
	"\033",
	"\033",
	"2r",
	"\033",
	"?",
	"\033",
	"f/邮箱\r",
	"\r",
	"\033[27u\033[27u",
	"5\r\r",
	"s\033",
	"q",
	"y",
	"\r\004" /* ends --plain, to which it may have fallen back */
};

/* Runs that with the n-th allocation failing. Returns NULL, or what is wrong. */
static const char *try_on_terminal(size_t n, const char *how)
{
	char program[512], record[] = "--record", file[] = "data/record.example.json";
	char *argv[] = { program, record, file, NULL }, *set[8] = { NULL };
	char *environment = refusing(n, how), *rest = environment;
	const char *fault, *left;
	struct terminal *t;

	snprintf(program, sizeof program, "%s", terminal_program());
	for (size_t i = 0; rest != NULL && i < 7; i++)
		set[i] = strsep(&rest, " ");
	torture_keep_others();
	t = terminal_start(24, 80, argv, set);
	for (size_t i = 0; i < sizeof keys / sizeof keys[0] && !t->exited; i++) {
		if (!terminal_settle(t, LIMIT_MS) || t->exited)
			break;
		terminal_type(t, keys[i]);
	}
	fault = terminal_wait_exit(t, LIMIT_MS) ? NULL : "it did not end";
	snprintf(output, sizeof output, "%s", terminal_text(t));
	if (fault == NULL && WIFEXITED(t->status) && !t->ever_alternate &&
	    output[strspn(output, " \n")] == '\0')
		fault = "it ended without a word";
	left = terminal_left_behind(t);
	fault = fault != NULL ? fault
		: left != NULL
			? left
			: judge(t->status, strcmp(how, IN_CURSES) == 0 ? ANY_END : STATUS_LEFT);
	terminal_end(t);
	free(environment);
	return fault;
}

static void test_terminal(void **state)
{
	size_t count, tried = 0, stride;

	(void)state;
	need_refusals();
	try_on_terminal(0, "");
	strcpy(usual, output);
	note("in a terminal", 0, "", try_on_terminal(0, ""));
	count = counted();
	stride = stride_of(count);
	for (size_t n = 1; n <= count; n += stride)
		for (size_t k = 0; k < COUNT(ways); k++, tried++)
			note("in a terminal", n, ways[k], try_on_terminal(n, ways[k]));
	sum_up("in a terminal", count, tried);
}

/* ncurses may crash or draw less; the terminal is restored all the same. */
static void test_curses(void **state)
{
	size_t count, tried = 0, stride;

	(void)state;
	need_refusals();
	try_on_terminal(0, IN_CURSES);
	count = counted();
	stride = stride_of(count);
	for (size_t n = 1; n <= count; n += stride, tried++)
		note("in ncurses", n, IN_CURSES, try_on_terminal(n, IN_CURSES));
	sum_up("in ncurses", count, tried);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_commands),
		cmocka_unit_test(test_terminal),
		cmocka_unit_test(test_curses),
	};

	return cmocka_run_group_tests(tests, torture_make_home, torture_remove_home);
}
