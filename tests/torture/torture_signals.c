/* SPDX-License-Identifier: MIT */
/* Ten signals at every screen, suspend and resume, a lost terminal: the terminal is restored, ticks
 * are saved, and the program dies of that signal. */
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

enum { LIMIT_MS = 20000, ARGUMENTS_MAX = 8 };

static const int numbers[] = { SIGHUP,  SIGINT,  SIGQUIT, SIGTERM, SIGUSR1,
			       SIGUSR2, SIGALRM, SIGXCPU, SIGSEGV, SIGABRT };
enum { NUMBERS = sizeof numbers / sizeof numbers[0] };

#define RECORD "--record data/record.example.json"
#define TICKED "\r2 "
#define TO_FORM TICKED "4\r\t\t\r"
#define TO_NAME TO_FORM "\t\t\t\t\t"
#define FILLED                                                                          \
	TO_FORM "13800000000\t\t\tPractice-7\tPractice-7\t李明\t\t110000200709010014" \
		"\t \t\t\t\r\r"
#define SUBMIT "\t\t\t\t\t\t\t\t\r"
#define TO_RESULT TICKED "5\r \r \r \r \r110000200709001014\r\t\t\t\t\t\r"

/* Every screen and prompt, with the keys that lead there and a text that it shows. */
static const struct place {
	const char *options, *keys, *shows;
} places[] = {
	{ RECORD, "", "接着做：第" },
	{ "", "\r李明\r1100002007090100", "证件号码" },
	{ "--mouse " RECORD, TICKED, "第 2 步，共 5 步" },
	{ RECORD, TICKED "2v", "第 2 步，共 5 步" },
	{ RECORD, TICKED "4\r", "注册之前" },
	{ RECORD, TO_NAME "阿依古丽•买买提\r", "姓名" },
	{ RECORD, TO_NAME "李明\r11000020070901001x", "第 18 位应为 4" },
	{ RECORD, FILLED, "核对" },
	{ RECORD, FILLED SUBMIT, "演练" },
	{ RECORD, FILLED SUBMIT "\r", "登录" },
	{ RECORD, TICKED "4e", "网站提示" },
	{ RECORD, TICKED "4e\r", "网站提示" },
	{ RECORD, TICKED "5\r \r \r \r \r \r ", "是我" },
	{ RECORD, TICKED "5\r李鸣", "李鸣" },
	{ RECORD, TO_RESULT, "结果" },
	{ RECORD, TO_RESULT "s\r", "结果单" },
	{ RECORD, TICKED "3?", "帮助" },
	{ RECORD, TICKED "3n", "注意事项" },
	{ RECORD, TICKED "f", "常见问题" },
	{ RECORD, TICKED "f/邮箱", "邮箱" },
	{ RECORD, TICKED "f\033[B\r", "来源" },
	{ RECORD, TICKED "2r", "二维码" },
	{ RECORD, TO_NAME "李\033[27u\033[27uq", "现在退出" },
	{ "demo", NULL, "空格 " },
	{ "notes", NULL, "演示备注" },
	{ "--plain " RECORD, "", "接着听：" },
	{ "--plain " RECORD, "1\rg4\r1\rchsi.com.cn\r1\r1\r/密码\r", "密码" },
};
enum { PLACES = sizeof places / sizeof places[0] };

static size_t wrong;

static void note(const struct place *p, const char *event, const char *fault, struct terminal *t)
{
	if (fault == NULL)
		return;
	wrong++;
	print_error("%s %s at \"%s\": %s\n%s\n", event, p->options, p->shows, fault,
		    t->slave >= 0 ? terminal_text(t) : "");
}

static struct terminal *start(const char *shell_command)
{
	char shell[] = "sh", flag[] = "-c", *command = xstrdup(shell_command);
	char *argv[] = { shell, flag, command, NULL };
	struct terminal *t;

	torture_keep_others();
	t = terminal_start(24, 80, argv, NULL);
	free(command);
	return t;
}

/* Starts the program and leads it to the place. `before` is put before its name. */
static struct terminal *go(const struct place *p, const char *before)
{
	char *command = xasprintf("%sexec %s %s", before, terminal_program(), p->options);
	struct terminal *t = start(command);

	free(command);
	if (p->keys != NULL) {
		assert_true(terminal_settle(t, LIMIT_MS));
		terminal_type(t, p->keys);
		assert_true(terminal_settle(t, LIMIT_MS));
	}
	if (!terminal_wait_text(t, p->shows, LIMIT_MS))
		print_error("\"%s\" is not on\n%s", p->shows, terminal_text(t));
	assert_true(terminal_find(t, p->shows, NULL, NULL));
	return t;
}

/* Returns NULL if the saved progress is intact and has the tick; otherwise what is wrong. */
static const char *lost(const struct place *p)
{
	static struct progress kept;
	const char *ticked = torture_guide()->steps[1].items[0].id;

	if (!torture_kept(&kept) || !torture_lock_is_free())
		return "what was kept is damaged";
	if (p->keys != NULL && strncmp(p->keys, TICKED, strlen(TICKED)) == 0 &&
	    !progress_ticked(&kept, ticked))
		return "the tick is lost";
	return NULL;
}

static const char *die_at(const struct place *p, int number, struct terminal *t)
{
	const char *left;

	kill(t->pid, number);
	if (!terminal_wait_exit(t, LIMIT_MS))
		return "it did not die";
	if (!WIFSIGNALED(t->status) || WTERMSIG(t->status) != number)
		return "it did not die of the signal";
	left = terminal_left_behind(t);
	return left != NULL ? left : lost(p);
}

static void test_every_signal(void **state)
{
	size_t each = torture_number("SIGNALS", 1, NUMBERS), deaths = 0;

	(void)state;
	for (size_t i = 0; i < PLACES; i++)
		for (size_t k = 0; k < each; k++) {
			int number = numbers[(i + k) % NUMBERS];
			struct terminal *t;

			/* Sanitizers handle these themselves. */
			if (SANITIZED && (number == SIGSEGV || number == SIGABRT))
				continue;
			t = go(&places[i], "");
			note(&places[i], strsignal(number), die_at(&places[i], number, t), t);
			terminal_end(t);
			deaths++;
		}
	torture_say("signals: %zu deaths by %zu signals at %d places: %zu went wrong", deaths,
		    NUMBERS < deaths ? (size_t)NUMBERS : deaths, PLACES, wrong);
	assert_int_equal(wrong, 0);
}

/* With SIGHUP, and with SIGHUP ignored as under nohup, where only read() reports it. */
static void test_terminal_gone(void **state)
{
	static const char *const before[] = { "", "trap '' HUP; " };
	size_t stride = torture_number("GONE_STRIDE", 5, 1), gone = 0;

	(void)state;
	for (size_t k = 0; k < 2; k++)
		for (size_t i = 0; i < PLACES; i += stride, gone++) {
			struct terminal *t = go(&places[i], before[k]);

			terminal_hang_up(t);
			note(&places[i], "hang-up",
			     terminal_wait_exit(t, LIMIT_MS) ? lost(&places[i]) : "it goes on", t);
			terminal_end(t);
		}
	torture_say("signals: the terminal gone %zu times: %zu went wrong", gone, wrong);
	assert_int_equal(wrong, 0);
}

/* Ctrl-S does not stop the output: the next key is answered, and a signal ends the program. */
static void test_flow_control(void **state)
{
	static const struct place step = { RECORD, TICKED, "第 2 步，共 5 步" };
	struct terminal *t = go(&step, "");

	(void)state;
	terminal_type(t, "\023"
			 "3");
	assert_true(terminal_wait_text(t, "第 3 步，共 5 步", LIMIT_MS));
	note(&step, "SIGTERM after Ctrl-S", die_at(&step, SIGTERM, t), t);
	terminal_end(t);
	assert_int_equal(wrong, 0);
}

static const char *end_unheard(int number, struct terminal *t)
{
	struct termios modes;

	kill(t->pid, number);
	if (!terminal_wait_exit(t, LIMIT_MS))
		return "it did not die";
	if (!WIFSIGNALED(t->status) || WTERMSIG(t->status) != number)
		return "it did not die of the signal";
	tcgetattr(t->slave, &modes);
	if (modes.c_lflag != t->before.c_lflag || modes.c_iflag != t->before.c_iflag)
		return "the terminal has not got its modes back";
	return NULL;
}

/* The terminal takes no more output: with a key, the program blocks in painting; without, while it
 * restores the terminal. The screen cannot be restored then, the terminal's modes are. */
static const char *die_unheard(const struct place *p, const char *key, int number,
			       struct terminal *t)
{
	const char *fault;

	tcflow(t->slave, TCOOFF);
	terminal_type(t, key);
	if (*key != '\0' && !terminal_wait_writing(t, LIMIT_MS))
		return "it did not paint";
	fault = end_unheard(number, t);
	return fault != NULL ? fault : lost(p);
}

static void test_terminal_stopped(void **state)
{
	static const size_t at[] = { 2, 6, 13, 8 };
	static const int ending[] = { SIGTERM, SIGHUP, SIGALRM, SIGINT };
	static const char *const keys[] = { "?", "" };
	size_t tried = torture_number("STOPPED", 1, sizeof at / sizeof at[0]);

	(void)state;
	for (size_t i = 0; i < tried; i++)
		for (size_t k = 0; k < sizeof keys / sizeof keys[0]; k++) {
			const struct place *p = &places[at[i]];
			struct terminal *t = go(p, "");

			note(p, "a stopped terminal", die_unheard(p, keys[k], ending[i], t), t);
			terminal_end(t);
		}
	torture_say("signals: a terminal that takes nothing %zu times: %zu went wrong", 2 * tried,
		    wrong);
	assert_int_equal(wrong, 0);
}

/* The terminal takes no output from the start. */
static void test_terminal_never_heard(void **state)
{
	static const int ending[] = { SIGTERM, SIGHUP, SIGINT };
	size_t tried = torture_number("UNHEARD", 1, sizeof ending / sizeof ending[0]);

	(void)state;
	for (size_t i = 0; i < tried; i++) {
		char *command = xasprintf("read go; exec %s", terminal_program());
		struct terminal *t = start(command);
		const char *fault = "it did not paint";

		free(command);
		tcflow(t->slave, TCOOFF);
		terminal_type(t, "\r");
		if (terminal_wait_writing(t, LIMIT_MS))
			fault = end_unheard(ending[i], t);
		note(&places[0], "a terminal that never took a byte", fault, t);
		terminal_end(t);
	}
	torture_say("signals: a terminal that never took a byte %zu times: %zu went wrong", tried,
		    wrong);
	assert_int_equal(wrong, 0);
}

/* Suspends the program from a shell with job control, resizes the window and resumes. Returns NULL,
 * or what is wrong. */
static const char *stop_and_go_on(const struct place *p, struct terminal *t)
{
	char *command = xasprintf("%s %s\r", terminal_program(), p->options);
	const char *left;
	int row = 0;

	terminal_type(t, command);
	free(command);
	if (!terminal_wait_text(t, "接着做", LIMIT_MS))
		return "it did not start";
	/* ^Z discards unread input, so each text is waited for. */
	terminal_type(t, TICKED);
	if (!terminal_wait_text(t, "[x] 找到", LIMIT_MS))
		return "it did not tick";
	terminal_type(t, p->keys + strlen(TICKED));
	if (!terminal_wait_text(t, p->shows, LIMIT_MS))
		return "it did not come there";
	terminal_type(t, "\032");
	/* The shell is idle once it has taken back the terminal. */
	if (!terminal_wait_text(t, "Stopped", LIMIT_MS) || !terminal_settle(t, LIMIT_MS))
		return "it did not stop";
	left = terminal_left_behind(t);
	if (left != NULL)
		return left;
	terminal_resize(t, 30, 90);
	terminal_type(t, "fg\r");
	if (!terminal_wait_text(t, p->shows, LIMIT_MS) || !t->alternate)
		return "it did not come back";
	terminal_type(t, "n\033[27u\033[27u"
			 "3");
	if (!terminal_wait_text(t, "第 3 步，共 5 步", LIMIT_MS))
		return "it does not hear";
	if (!terminal_find(t, "?  帮助", &row, NULL) || row != t->rows - 1)
		return "it did not see that the window had changed";
	terminal_type(t, "qy");
	if (!terminal_settle(t, LIMIT_MS) || t->alternate)
		return "it did not leave";
	terminal_type(t, "\rexit\r");
	if (!terminal_wait_exit(t, LIMIT_MS))
		return "the shell did not end";
	left = terminal_left_behind(t);
	return left != NULL ? left : lost(p);
}

static void test_suspended(void **state)
{
	static const size_t at[] = { 2, 6, 13, 22 };
	size_t places_tried = torture_number("STOPS", 1, sizeof at / sizeof at[0]);

	(void)state;
	if (!torture_has("dash")) {
		torture_say("signals: no plain shell with job control: ^Z skipped");
		skip();
	}
	for (size_t i = 0; i < places_tried; i++) {
		struct terminal *t = start("exec dash -i");

		note(&places[at[i]], "^Z", stop_and_go_on(&places[at[i]], t), t);
		terminal_end(t);
	}
	torture_say("signals: ^Z and back at %zu places: %zu went wrong", places_tried, wrong);
	assert_int_equal(wrong, 0);
}

static int begin(void **state)
{
	(void)state;
	wrong = 0;
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_every_signal, begin),
		cmocka_unit_test_setup(test_terminal_gone, begin),
		cmocka_unit_test_setup(test_flow_control, begin),
		cmocka_unit_test_setup(test_terminal_stopped, begin),
		cmocka_unit_test_setup(test_terminal_never_heard, begin),
		cmocka_unit_test_setup(test_suspended, begin),
	};

	return cmocka_run_group_tests(tests, torture_make_home, torture_remove_home);
}
