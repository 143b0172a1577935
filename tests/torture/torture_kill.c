/* SPDX-License-Identifier: MIT */
/* Kills the program with SIGKILL while it saves ticks. A tick that it has shown must be in the
 * file. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "app/app.h"
#include "support/count_text.h"
#include "support/terminal.h"
#include "torture/torture.h"

/* The step with the rehearsal, whose row comes first. */
enum { STEP = 3, ITEMS = 4, TICKS_MAX = 4000, DELAY_MAX_US = 4000 };

static struct {
	size_t kills, saves, lost, damaged, stuck;
} sum;

/* A run that ticks and unticks the items of the fourth step in turn. */
struct victim {
	pid_t pid;
	int out;          /* read end of its standard output */
	size_t before;    /* marks printed before the first tick */
	const char *mark; /* text printed once for each tick */
};

static const char *item(size_t i)
{
	return torture_guide()->steps[STEP].items[i % ITEMS].id;
}

/* Only the app's saving code; prints a plus for each tick that is saved. */
_Noreturn static void tick(size_t ticks)
{
	static struct app app;

	app_open(&app, "data/guide.json", torture_guide(), torture_sample(), false, NULL);
	app_apply(&app, (struct action){ ACTION_NEXT, 0, NULL });
	app_apply(&app, (struct action){ ACTION_STEP, STEP + 1, NULL });
	for (size_t i = 0; i < ticks; i++) {
		app_apply(&app, (struct action){ ACTION_PICK, i % ITEMS + 1, NULL });
		app_apply(&app, (struct action){ ACTION_TOGGLE, 0, NULL });
		app_save(&app);
		if (app.save_failed || write(STDOUT_FILENO, "+", 1) != 1)
			_exit(1);
	}
	_exit(0);
}

/* The program in line mode; it prompts again after each tick, as before the first one, before its
 * step, and before it goes on. */
_Noreturn static void become_program(size_t ticks)
{
	char plain[] = "--plain", option[] = "--record", record[] = "data/record.example.json";
	char program[512], *argv[] = { program, plain, option, record, NULL };
	int lines[2];

	snprintf(program, sizeof program, "%s", terminal_program());
	if (pipe(lines) != 0)
		_exit(1);
	dprintf(lines[1], "1\ng%d\n", STEP + 1);
	for (size_t i = 0; i < ticks; i++)
		dprintf(lines[1], "%zu\n", i % ITEMS + 2);
	dup2(lines[0], STDIN_FILENO);
	close(lines[0]);
	close(lines[1]);
	execv(program, argv);
	_exit(1);
}

static struct victim start(bool program, size_t ticks, bool traced)
{
	struct victim r = { .before = program ? 3 : 0, .mark = program ? "接着听" : "+" };
	int out[2];

	assert_int_equal(pipe(out), 0);
	torture_guide();
	r.pid = fork();
	assert_int_not_equal(r.pid, -1);
	if (r.pid == 0) {
		dup2(out[1], STDOUT_FILENO);
		close(out[0]);
		close(out[1]);
		if (traced && ptrace(PTRACE_TRACEME, 0, NULL, NULL) == 0)
			raise(SIGSTOP);
		if (program)
			become_program(ticks);
		tick(ticks);
	}
	close(out[1]);
	r.out = out[0];
	return r;
}

/* Counts the ticks that it has shown. */
static size_t ticks_shown(const struct victim *r)
{
	static char text[1 << 20];
	size_t len = 0, marks;
	ssize_t n;

	while ((n = read(r->out, text + len, sizeof text - 1 - len)) > 0)
		len += (size_t)n;
	close(r->out);
	text[len] = '\0';
	marks = count_text(text, r->mark);
	return marks > r->before ? marks - r->before : 0;
}

static bool is_after(const struct progress *now, const struct progress *before, size_t ticks)
{
	for (size_t i = 0; i < ITEMS; i++) {
		size_t times = ticks / ITEMS + (i < ticks % ITEMS);
		bool was = progress_ticked(before, item(i));

		if (progress_ticked(now, item(i)) != (was != (times % 2 == 1)))
			return false;
	}
	return true;
}

/* Checks that every tick shown is saved and that the next run can save. One more tick may be saved
 * than was shown. */
static void examine(const struct victim *r, struct progress *kept)
{
	static struct progress now;
	size_t shown = ticks_shown(r);

	sum.kills++;
	sum.saves += shown;
	if (!torture_kept(&now))
		sum.damaged++;
	else if (!is_after(&now, kept, shown) && !is_after(&now, kept, shown + 1))
		sum.lost++;
	if (!torture_lock_is_free())
		sum.stuck++;
	*kept = now;
}

static void begin(struct progress *kept)
{
	memset(&sum, 0, sizeof sum);
	torture_keep_others();
	assert_true(torture_kept(kept));
}

static void end(const char *what)
{
	torture_say("kill: %s: %zu kills, %zu saves, %zu lost, %zu damaged, %zu stuck", what,
		    sum.kills, sum.saves, sum.lost, sum.damaged, sum.stuck);
	assert_true(sum.kills > 0);
	assert_int_equal(sum.lost + sum.damaged + sum.stuck, 0);
}

/* Runs it to the n-th stop, one before and one after each system call, and kills it. False if it
 * ends before that. */
static bool run_to(pid_t pid, size_t n)
{
	int status;

	assert_int_equal(waitpid(pid, &status, 0), pid);
	for (size_t i = 0; i < n && WIFSTOPPED(status); i++) {
		ptrace(PTRACE_SYSCALL, pid, NULL, NULL);
		assert_int_equal(waitpid(pid, &status, 0), pid);
	}
	if (!WIFSTOPPED(status))
		return false;
	kill(pid, SIGKILL);
	waitpid(pid, &status, 0);
	return true;
}

/* Files change only in system calls, so these are all the different moments. */
static void test_every_moment(void **state)
{
	size_t ticks = torture_number("TICKS", 1, 4);
	static struct progress kept;
	bool killed;

	(void)state;
	begin(&kept);
	for (size_t n = 0;; n++) {
		struct victim r = start(false, ticks, true);

		killed = run_to(r.pid, n);
		examine(&r, &kept);
		if (!killed)
			break;
	}
	end("between any two system calls");
}

static void test_program_at_every_moment(void **state)
{
	size_t stride = torture_number("STRIDE", 61, 1);
	static struct progress kept;
	bool killed = true;

	(void)state;
	begin(&kept);
	for (size_t n = 0; killed; n += stride) {
		struct victim r = start(true, 3, true);

		killed = run_to(r.pid, n);
		examine(&r, &kept);
	}
	end("the program, between system calls");
}

/* Kills also within system calls, half of the time during the start. The delay only chooses the
 * moment. */
static void kill_at_random(bool program, size_t kills, const char *what)
{
	static struct progress kept;
	uint64_t seed = torture_seed();

	begin(&kept);
	for (size_t n = 0; n < kills; n++) {
		struct victim r = start(program, TICKS_MAX, false);
		size_t us = torture_below(&seed, DELAY_MAX_US);
		const struct timespec delay = { 0, (long)us * 1000 };
		struct pollfd said = { .fd = r.out, .events = POLLIN };
		int status;

		if (n % 2 == 0)
			poll(&said, 1, -1);
		nanosleep(&delay, NULL);
		kill(r.pid, SIGKILL);
		waitpid(r.pid, &status, 0);
		examine(&r, &kept);
	}
	end(what);
}

static void test_random_moments(void **state)
{
	size_t kills = torture_number("KILLS", 0, 10000);

	(void)state;
	if (kills == 0)
		skip();
	kill_at_random(false, kills, "at random moments");
	kill_at_random(true, kills / 20 + 1, "the program, at random moments");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_moment),
		cmocka_unit_test(test_program_at_every_moment),
		cmocka_unit_test(test_random_moments),
	};

	return cmocka_run_group_tests(tests, torture_make_home, torture_remove_home);
}
