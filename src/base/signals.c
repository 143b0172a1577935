/* SPDX-License-Identifier: MIT */
#include "base/signals.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/xalloc.h"

enum { CRASH_STACK = 16 * 1024, GRACE = 2 /* seconds */ };

const int signals_fatal[SIGNALS_FATAL] = { SIGSEGV, SIGBUS,  SIGFPE,  SIGILL,  SIGABRT,   SIGSYS,
					   SIGTRAP, SIGHUP,  SIGINT,  SIGQUIT, SIGTERM,   SIGUSR1,
					   SIGUSR2, SIGALRM, SIGXCPU, SIGPROF, SIGVTALRM, SIGTSTP };
static const int *const crashing = signals_fatal, *const ending = signals_fatal + SIGNALS_CRASHING;

/* Signal handlers share state through globals. */
static volatile sig_atomic_t received, resized, writing, deadline_of;
static sigset_t mask_before, mask_writing;
static struct {
	char bytes[SIGNALS_RESCUE_MAX];
	size_t len;
	struct termios modes;
} rescue;

static void on_resize(int number)
{
	(void)number;
	resized = 1;
}

static void restore_terminal(void)
{
	ssize_t n;

	if (rescue.len == 0)
		return;
	n = write(STDOUT_FILENO, rescue.bytes, rescue.len);
	(void)n;
	tcsetattr(STDIN_FILENO, TCSANOW, &rescue.modes);
}

/* Ends the program after the deadline, without waiting for the terminal, which may be blocked. */
static void die_without_waiting(void)
{
	int flags = fcntl(STDOUT_FILENO, F_GETFL);

	fcntl(STDOUT_FILENO, F_SETFL, flags | O_NONBLOCK);
	restore_terminal();
	fcntl(STDOUT_FILENO, F_SETFL, flags);
	signals_die(deadline_of);
}

/* A signal that ends the program replaces SIGTSTP, not the other way round. */
static void on_ending(int number)
{
	if (number == SIGALRM && deadline_of != 0)
		die_without_waiting();
	if (received == 0 || received == SIGTSTP)
		received = number;
	if (writing)
		signals_hurry(number);
}

static void on_crash(int number)
{
	static const char sorry[] = "\nxueji: 程序出错，已恢复终端。\n";
	ssize_t n;

	restore_terminal();
	n = rescue.len > 0 ? write(STDERR_FILENO, sorry, sizeof sorry - 1) : 0;
	(void)n;
	raise(number); /* SA_RESETHAND has restored the default */
}

/* Restores the terminal at exit(), which ncurses calls when memory is out. */
static void on_exit_in_terminal(void)
{
	if (rescue.len == 0)
		return;
	restore_terminal();
	xalloc_die_hook = NULL;
	xalloc_die();
}

static void set_handler(int number, void (*handler)(int), int flags)
{
	struct sigaction action = { .sa_handler = handler, .sa_flags = flags };

	sigemptyset(&action.sa_mask);
	sigaction(number, &action, NULL);
}

/* Blocks or unblocks one signal. how: SIG_BLOCK or SIG_UNBLOCK. */
static void mask_one(int how, int number)
{
	sigset_t only;

	sigemptyset(&only);
	sigaddset(&only, number);
	sigprocmask(how, &only, NULL);
}

void signals_take(void)
{
	static char stack[CRASH_STACK];
	stack_t own = { .ss_sp = stack, .ss_size = sizeof stack };
	sigset_t blocked;

	sigemptyset(&blocked);
	for (size_t i = 0; i < SIGNALS_ENDING; i++)
		sigaddset(&blocked, ending[i]);
	sigaddset(&blocked, SIGWINCH);
	sigprocmask(SIG_BLOCK, &blocked, &mask_before);
	mask_writing = mask_before;
	sigaddset(&mask_writing, SIGWINCH);
	sigaddset(&mask_writing, SIGTSTP);
	sigaltstack(&own, NULL);
	for (size_t i = 0; i < SIGNALS_ENDING; i++)
		set_handler(ending[i], on_ending, 0);
	for (size_t i = 0; i < SIGNALS_CRASHING; i++)
		set_handler(crashing[i], on_crash, (int)(SA_ONSTACK | SA_RESETHAND | SA_NODEFER));
	set_handler(SIGWINCH, on_resize, 0);
	set_handler(SIGPIPE, SIG_IGN, 0);
}

void signals_release(void)
{
	for (size_t i = 0; i < SIGNALS_FATAL; i++)
		set_handler(signals_fatal[i], SIG_DFL, 0);
	set_handler(SIGWINCH, SIG_DFL, 0);
	sigprocmask(SIG_SETMASK, &mask_before, NULL);
}

const sigset_t *signals_waiting_mask(void)
{
	return &mask_before;
}

int signals_ending(void)
{
	int number = received;

	received = 0;
	return number;
}

bool signals_resized(void)
{
	bool was = resized;

	resized = 0;
	return was;
}

void signals_while_writing(bool on)
{
	static sigset_t mask;

	if (on) {
		writing = 1;
		sigprocmask(SIG_SETMASK, &mask_writing, &mask);
		return;
	}
	sigprocmask(SIG_SETMASK, &mask, NULL);
	writing = 0;
	if (deadline_of != 0)
		signals_hurry(0);
}

void signals_hurry(int number)
{
	deadline_of = number;
	alarm(number != 0 ? GRACE : 0);
	if (!writing)
		mask_one(number != 0 ? SIG_UNBLOCK : SIG_BLOCK, SIGALRM);
}

void signals_rescue(const char *bytes, size_t len, const struct termios *modes)
{
	static bool registered;

	if (!registered)
		registered = atexit(on_exit_in_terminal) == 0;
	rescue.len = len < SIGNALS_RESCUE_MAX ? len : SIGNALS_RESCUE_MAX;
	memcpy(rescue.bytes, bytes, rescue.len);
	rescue.modes = *modes;
}

void signals_raise_default(int number)
{
	signal(number, SIG_DFL);
	raise(number);
	mask_one(SIG_UNBLOCK, number);
}

_Noreturn void signals_die(int number)
{
	signals_raise_default(number);
	_exit(128 + number); /* not reached: the default action of these signals ends the program */
}

void signals_stop(void)
{
	signals_raise_default(SIGTSTP);
	mask_one(SIG_BLOCK, SIGTSTP);
	set_handler(SIGTSTP, on_ending, 0);
}
