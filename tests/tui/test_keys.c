/* SPDX-License-Identifier: MIT */
/* What terminals send, typed into the real program under many values of TERM; and what is left on
 * the screen when it ends. */
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

#include "base/xalloc.h"
#include "support/terminal.h"

enum { LIMIT_MS = 20000 };

#if defined(__SANITIZE_ADDRESS__)
enum { SANITIZED = 1 };
#else
enum { SANITIZED = 0 };
#endif

#define TO_NAME "4\r\t\t\r\t\t\t\t\t"

static const char *const terms[] = {
	"TERM=xterm-256color", "TERM=xterm", "TERM=screen", "TERM=tmux-256color", "TERM=linux",
	"TERM=rxvt",           "TERM=vt100", "TERM=vt220",  "TERM=ansi",          "TERM=xterm-mono",
};
enum { TERMS = sizeof terms / sizeof terms[0] };

static struct terminal *start(const char *term, unsigned quirks)
{
	char record[] = "--record", file[] = "data/record.example.json", fresh[] = "--fresh";
	char *program = xstrdup(terminal_program()), *setting = xstrdup(term);
	char *argv[] = { program, record, file, fresh, NULL }, *environment[] = { setting, NULL };
	struct terminal *t = terminal_start_quirky(24, 80, argv, environment, quirks);

	assert_true(terminal_settle(t, LIMIT_MS));
	free(program);
	free(setting);
	return t;
}

static void type(struct terminal *t, const char *keys)
{
	terminal_type(t, keys);
	assert_true(terminal_settle(t, LIMIT_MS));
}

/* The row in which the caret stands must show this, with the caret so many columns behind its
 * start. */
static void expect(struct terminal *t, const char *what, const char *text, int caret)
{
	int row = t->cursor.row, found, column;
	char *shown = xstrdup(terminal_row(t, row));

	if (strstr(shown, text) == NULL)
		fail_msg("%s: \"%s\", not \"%s\"", what, shown, text);
	free(shown);
	assert_true(terminal_find(t, text, &found, &column));
	assert_int_equal(found, row);
	if (t->cursor.col != column + caret)
		fail_msg("%s: the caret is at %d, not %d", what, t->cursor.col - column, caret);
}

/* In a field that holds "欧a阳", between a and 阳. Then "z" is typed. */
static const struct {
	const char *bytes, *text;
	int caret;
} keys[] = {
	{ "\033[D", "欧za阳", 3 },
	{ "\033OD", "欧za阳", 3 },
	{ "\033[C", "欧a阳z", 6 },
	{ "\033OC", "欧a阳z", 6 },
	{ "\033[H", "z欧a阳", 1 },
	{ "\033OH", "z欧a阳", 1 },
	{ "\033[1~", "z欧a阳", 1 },
	{ "\033[7~", "z欧a阳", 1 },
	{ "\033[F", "欧a阳z", 6 },
	{ "\033OF", "欧a阳z", 6 },
	{ "\033[4~", "欧a阳z", 6 },
	{ "\033[8~", "欧a阳z", 6 },
	{ "\033[3~", "欧az", 4 },
	{ "\177", "欧z阳", 3 },
	{ "\b", "欧z阳", 3 },
	{ "\033[127;2u", "欧z阳", 3 },
	{ "\033[27;5;8~", "欧z阳", 3 },
	{ "\033[98u", "欧abz阳", 5 },
	{ "\033[98;2u", "欧aBz阳", 5 },
	{ "\033[27;2;66~", "欧aBz阳", 5 },
	{ "\033[117;5u", "z", 1 },       /* Ctrl-U */
	{ "\033[27;5;107~", "欧az", 4 }, /* Ctrl-K */
	{ "\033[97;5u", "z欧a阳", 1 },   /* Ctrl-A */
	{ "\033Op\033Oy\033On\033[57400u", "欧a09.1z阳", 8 },
	{ "\033[7$", "z欧a阳", 1 },
	{ "\033[8^", "欧a阳z", 6 },
	/* No keys: */
	{ "\033[I\033[O", "欧az阳", 4 },
	{ "\033[?62;22c\033[0n\033[5;10R\033[1;1R\033[?2026;2$y", "欧az阳", 4 },
	{ "\033]11;rgb:1e1e/1e1e/2e2e\033\\\033]l标题\007", "欧az阳", 4 },
	{ "\033P>|x(1)\033\\\033_G\r\033\\\033^q\033\\\033Xq\033\\", "欧az阳", 4 },
	{ "\033b\033q\033\r\033\177\033\t\033李", "欧az阳", 4 },
	{ "\033\033[D\033\033OD\033\033q", "欧az阳", 4 },
	{ "\033[3$\033[3^\033Od\033[d", "欧az阳", 4 },
	{ "\033[1;5D\033[1;2D\033[1;3A\033O2P\033[1;2P", "欧az阳", 4 },
	{ "\033[E\033OE\033[2~\033[15~\033[24~\033[[D", "欧az阳", 4 },
	{ "\033[M !!\033[<0;3;3M\033[<64;3;3M\033[32;3;3M", "欧az阳", 4 },
	{ "\033[13;3u\033[27;3;13~\033[9;5u\033[57358u\033[97;1:3u", "欧az阳", 4 },
	{ "\033(B\033#8\033 F\033%G", "欧az阳", 4 },
	{ "\033O1;5D\033O5D\033[3;5~\033[3$\033[1;1;1R\033[2;1~", "欧az阳", 4 },
	{ "\xC2\x9D"
	  "11;rgb:1e/1e/1e\xC2\x9C\xC2\x90q\r\033\\\x9B"
	  "1;5D\x9D"
	  "0;q\007",
	  "欧az阳", 4 },
	{ "\033]52;c;5p2O\007\033]10;rgb:0/0/0\xC2\x9C\033[M#!!\033[38;5M", "欧az阳", 4 },
	{ "\033[201~\033[57358u\033[57441;2:1u\033[1;1:3D\033[127;1:3u", "欧az阳", 4 },
	{ "\033[200~q\r\n1\t\033[201~", "欧aq 1z阳", -1 },
};

static void test_in_a_field(void **state)
{
	(void)state;
	for (size_t i = 0; i < TERMS; i++) {
		struct terminal *t = start(terms[i], 0);

		type(t, TO_NAME);
		for (size_t k = 0; k < sizeof keys / sizeof keys[0]; k++) {
			char *what = xasprintf("%s, row %zu", terms[i], k);

			type(t, "\005\025欧a阳\033[D");
			type(t, keys[k].bytes);
			type(t, "z");
			if (keys[k].caret >= 0)
				expect(t, what, keys[k].text, keys[k].caret);
			free(what);
		}
		terminal_end(t);
	}
}

/* Cut in two by a slow line, but not after ESC, for which the program waits 100 ms only. */
static void test_cut(void **state)
{
	static const struct {
		const char *first, *rest, *text;
		int caret;
	} cuts[] = {
		{ "\033[", "D", "欧za阳", 3 },
		{ "\033O", "D", "欧za阳", 3 },
		{ "\033[1;5", "D", "欧az阳", 4 },
		{ "\033]11;r", "gb\033\\", "欧az阳", 4 },
		{ "\033]11;rgb\033", "\\", "欧az阳", 4 },
		{ "\033[20", "0~b\033[201~", "欧abz阳", 5 },
		{ "\033[200~b\033[20", "1~", "欧abz阳", 5 },
		{ "\033[200~\xE6\x9D", "\x8E\033[201~", "欧a李z阳", 6 },
		{ "\033[20", "0~李\033[200~明\033[201~", "欧a明z阳", 6 },
		{ "\xE6\x9D", "\x8E", "欧a李z阳", 6 },
		{ "\xE6\x9D", "\033[I学", "欧a学z阳", 6 },
		{ "\xC2\x9D"
		  "11;",
		  "rgb:0\xC2\x9C", "欧az阳", 4 },
	};
	struct terminal *t = start(terms[0], 0);

	(void)state;
	type(t, TO_NAME);
	for (size_t i = 0; i < sizeof cuts / sizeof cuts[0]; i++) {
		type(t, "\005\025欧a阳\033[D");
		terminal_type(t, cuts[i].first);
		assert_true(terminal_wait_taken(t, LIMIT_MS));
		type(t, cuts[i].rest);
		type(t, "z");
		expect(t, cuts[i].first + 1, cuts[i].text, cuts[i].caret);
	}
	terminal_end(t);
}

/* Keys that lead elsewhere, and back. */
static void test_leading_elsewhere(void **state)
{
	static const char *const help[] = { "\033OP", "\033[11~", "\033[[A",
					    "\033[P", "\007",     "\033[103;5u" };
	static const char *const back[] = { "\033", "\033[27u", "\033[27;2;27~", "\033[91;5u" };
	static const char *const down[] = { "\t",          "\r",         "\033[B",
					    "\033OB",      "\033OM",     "\033[9u",
					    "\033[13u",    "\033[13;2u", "\033[27;2;13~",
					    "\033[57414u", "\033[105;5u" };
	static const char *const up[] = { "\033[Z", "\033[A", "\033OA", "\033[9;2u",
					  "\033[27;2;9~" };

	(void)state;
	for (size_t i = 0; i < TERMS; i++) {
		struct terminal *t = start(terms[i], 0);
		int row;

		type(t, TO_NAME "欧阳");
		for (size_t k = 0; k < sizeof help / sizeof help[0]; k++) {
			type(t, help[k]);
			if (terminal_find(t, "欧阳", NULL, NULL))
				fail_msg("%s: ESC%s\n%s", terms[i], help[k] + 1, terminal_text(t));
			type(t, back[k % 4]);
			expect(t, terms[i], "欧阳", 4);
		}
		for (size_t k = 0; k < sizeof down / sizeof down[0]; k++) {
			type(t, down[k]);
			assert_null(strstr(terminal_row(t, t->cursor.row), "欧阳"));
			type(t, up[k % 5]);
			if (strstr(terminal_row(t, t->cursor.row), "证件类型") != NULL)
				type(t, up[k % 5]); /* Enter passed over it */
			row = t->cursor.row;
			assert_non_null(strstr(terminal_row(t, row), "欧阳"));
		}
		terminal_end(t);
	}
}

/* Ctrl-C and Ctrl-\ are signals, even where the kernel does not see them. */
static void test_signal_keys(void **state)
{
	static const struct {
		const char *bytes;
		int number;
	} rows[] = { { "\003", SIGINT },
		     { "\033[99;5u", SIGINT },
		     { "\033[27;5;99~", SIGINT },
		     { "\034", SIGQUIT },
		     { "\033[92;5u", SIGQUIT } };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct terminal *t = start(terms[0], 0);

		type(t, TO_NAME "欧阳");
		terminal_type(t, rows[i].bytes);
		assert_true(terminal_wait_exit(t, LIMIT_MS));
		assert_true(WIFSIGNALED(t->status));
		assert_int_equal(WTERMSIG(t->status), rows[i].number);
		assert_null(terminal_left_behind(t));
		terminal_end(t);
	}
}

/* Where nothing is typed, a paste does nothing but say so. */
static void test_paste_elsewhere(void **state)
{
	(void)state;
	for (size_t i = 0; i < TERMS; i++) {
		struct terminal *t = start(terms[i], 0);

		type(t, "2");
		type(t, "\033[200~q\r \ty1\003\033[A李明\033[201~");
		assert_false(t->exited);
		assert_true(terminal_find(t, "粘贴的内容没有用上", NULL, NULL));
		assert_true(terminal_find(t, "找到「学籍」（老版「学籍查询」）", NULL, NULL));
		assert_null(strstr(t->output, "\033]52;"));
		assert_null(strstr(terminal_text(t), "[x]"));
		type(t, "q");
		assert_true(terminal_wait_exit(t, LIMIT_MS));
		assert_null(terminal_left_behind(t));
		terminal_end(t);
	}
}

/* A whole file by mistake, with everything a file may hold. */
static void test_large_paste(void **state)
{
	enum { SIZE = 100 * 1000 };
	struct terminal *t = start(terms[0], 0);
	char *bytes = xmalloc(SIZE + 64), *end = stpcpy(bytes, "\033[200~");

	(void)state;
	type(t, TO_NAME "欧阳");
	while (end < bytes + SIZE)
		end = stpcpy(end, "李明,110000200709010014 \001\033[A\033]0;\007");
	end = stpcpy(end, "\033[201~");
	terminal_type_n(t, bytes, (size_t)(end - bytes));
	assert_true(terminal_settle(t, LIMIT_MS));
	expect(t, "100 kB", "欧阳", 4);
	type(t, "z");
	expect(t, "100 kB", "欧阳z", 5);
	free(bytes);
	terminal_end(t);
}

/* 10 kB of one sequence is still one. */
static void test_long_sequence(void **state)
{
	enum { SIZE = 10 * 1000 };
	static const struct {
		const char *begin, *more, *end;
	} rows[] = { { "\033[1", ";1", "q" }, { "\033[", "9", "~" }, { "\033]0;", "q\r", "\007" } };
	struct terminal *t = start(terms[0], 0);

	(void)state;
	type(t, TO_NAME "欧阳");
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *bytes = xmalloc(SIZE + 64), *end = stpcpy(bytes, rows[i].begin);

		while (end < bytes + SIZE)
			end = stpcpy(end, rows[i].more);
		end = stpcpy(end, rows[i].end);
		terminal_type_n(t, bytes, (size_t)(end - bytes));
		assert_true(terminal_settle(t, LIMIT_MS));
		expect(t, rows[i].begin + 1, "欧阳", 4);
		free(bytes);
	}
	type(t, "z");
	expect(t, "10 kB", "欧阳z", 5);
	terminal_end(t);
}

/* Nobody waits while typing after a sequence that never ends; in the end, what is typed is taken
 * again. */
static void test_no_end(void **state)
{
	struct terminal *t = start(terms[0], 0);

	(void)state;
	type(t, TO_NAME "欧阳\033]0;");
	for (int i = 0; i < LIMIT_MS / 100 && !terminal_wait_text(t, "欧阳z", 100); i++)
		terminal_type(t, "z");
	assert_true(terminal_find(t, "欧阳z", NULL, NULL));
	terminal_end(t);
}

static void expect_nothing_left(struct terminal *t, const char *how)
{
	static const char *const secrets[] = { "欧阳", "110000", "Practice" };

	for (size_t i = 0; i < sizeof secrets / sizeof secrets[0]; i++)
		if (strstr(terminal_text(t), secrets[i]) != NULL ||
		    strstr(t->scrolled, secrets[i]) != NULL)
			fail_msg("%s: \"%s\" is left on\n%s", how, secrets[i], terminal_text(t));
}

#define SECRETS TO_NAME "欧阳\t\t110000200709010014"

/* In a terminal that has no other screen to go back to, whatever terminfo says. */
static void test_nothing_left(void **state)
{
	static const int numbers[] = { 0,       SIGINT,  SIGTERM, SIGHUP,  SIGQUIT, SIGUSR1,
				       SIGALRM, SIGXCPU, SIGSEGV, SIGABRT, SIGBUS,  SIGILL };

	(void)state;
	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
		for (size_t k = 0; k < 6; k++) {
			struct terminal *t;

			if (SANITIZED && (numbers[i] == SIGSEGV || numbers[i] == SIGABRT ||
					  numbers[i] == SIGBUS || numbers[i] == SIGILL))
				continue;
			t = start(terms[k], TERMINAL_ONE_SCREEN);
			type(t, SECRETS);
			assert_true(terminal_find(t, "欧阳", NULL, NULL));
			if (numbers[i] != 0) {
				kill(t->pid, numbers[i]);
			} else {
				type(t, "\033");
				type(t, "\033");
				terminal_type(t, "qy");
			}
			assert_true(terminal_wait_exit(t, LIMIT_MS));
			assert_null(terminal_left_behind(t));
			expect_nothing_left(t, terms[k]);
			terminal_end(t);
		}
}

/* While it is stopped, too; then it comes back. */
static void test_nothing_left_by_a_stop(void **state)
{
	char shell[] = "sh", interactive[] = "-i", prompt[] = "PS1=$ ", no_file[] = "ENV=";
	char *argv[] = { shell, interactive, NULL }, *environment[] = { prompt, no_file, NULL };
	struct terminal *t = terminal_start_quirky(24, 80, argv, environment, TERMINAL_ONE_SCREEN);
	char *command =
		xasprintf("%s --fresh --record data/record.example.json\r", terminal_program());

	(void)state;
	assert_true(terminal_wait_text(t, "$", LIMIT_MS));
	assert_true(terminal_settle(t, LIMIT_MS));
	terminal_type(t, command);
	assert_true(terminal_wait_text(t, "q  退出", LIMIT_MS));
	terminal_type(t, TO_NAME);
	terminal_type(t, "欧阳");
	assert_true(terminal_wait_text(t, "欧阳", LIMIT_MS));
	terminal_type(t, "\032");
	assert_true(terminal_wait_text(t, "Stopped", LIMIT_MS));
	assert_true(terminal_settle(t, LIMIT_MS));
	expect_nothing_left(t, "stopped");
	terminal_type(t, "fg\r");
	assert_true(terminal_wait_text(t, "姓名", LIMIT_MS));
	assert_true(terminal_wait_text(t, "欧阳", LIMIT_MS));
	terminal_type(t, "\003");
	assert_true(terminal_wait_gone(t, "姓名", LIMIT_MS));
	assert_true(terminal_settle(t, LIMIT_MS));
	expect_nothing_left(t, "ended");
	free(command);
	terminal_end(t);
}

/* Nor is it kept for scrolling back when the window changes. */
static void test_nothing_left_by_a_resize(void **state)
{
	struct terminal *t = start(terms[0], TERMINAL_ONE_SCREEN);

	(void)state;
	type(t, SECRETS);
	terminal_resize(t, 24, 100);
	assert_true(terminal_settle(t, LIMIT_MS));
	terminal_resize(t, 30, 100);
	assert_true(terminal_settle(t, LIMIT_MS));
	kill(t->pid, SIGTERM);
	assert_true(terminal_wait_exit(t, LIMIT_MS));
	expect_nothing_left(t, "resized");
	terminal_end(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_in_a_field),
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_leading_elsewhere),
		cmocka_unit_test(test_signal_keys),
		cmocka_unit_test(test_paste_elsewhere),
		cmocka_unit_test(test_large_paste),
		cmocka_unit_test(test_long_sequence),
		cmocka_unit_test(test_no_end),
		cmocka_unit_test(test_nothing_left),
		cmocka_unit_test(test_nothing_left_by_a_stop),
		cmocka_unit_test(test_nothing_left_by_a_resize),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
