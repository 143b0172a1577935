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

/* A handler can be given nothing: this is all it shares with the program. */
static volatile sig_atomic_t came, resized, writing, hurried;
static sigset_t before, while_writing;
static struct {
	char bytes[SIGNALS_RESCUE_MAX];
	size_t len;
	struct termios modes;
} rescue;

static void note_resize(int number)
{
	(void)number;
	resized = 1;
}

static void give_back(void)
{
	ssize_t n;

	if (rescue.len == 0)
		return;
	n = write(STDOUT_FILENO, rescue.bytes, rescue.len);
	(void)n;
	tcsetattr(STDIN_FILENO, TCSANOW, &rescue.modes);
}

/* The terminal takes nothing: it is not waited for again. */
static void give_up(void)
{
	int flags = fcntl(STDOUT_FILENO, F_GETFL);

	fcntl(STDOUT_FILENO, F_SETFL, flags | O_NONBLOCK);
	give_back();
	fcntl(STDOUT_FILENO, F_SETFL, flags);
	signals_die(hurried);
}

/* To end outweighs to stop. */
static void note(int number)
{
	if (number == SIGALRM && hurried != 0)
		give_up();
	if (came == 0 || came == SIGTSTP)
		came = number;
	if (writing)
		signals_hurry(number);
}

static void crash(int number)
{
	static const char sorry[] = "\nxueji: 程序出错，已恢复终端。\n";
	ssize_t n;

	give_back();
	n = rescue.len > 0 ? write(STDERR_FILENO, sorry, sizeof sorry - 1) : 0;
	(void)n;
	raise(number); /* SA_RESETHAND: the default now */
}

/* exit() while the terminal is ours: ncurses has got no memory. */
static void end_early(void)
{
	if (rescue.len == 0)
		return;
	give_back();
	xalloc_die_hook = NULL;
	xalloc_die();
}

static void catch (const int *numbers, size_t count, void (*handler)(int), int flags)
{
	struct sigaction action = { .sa_handler = handler, .sa_flags = flags };

	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < count; i++)
		sigaction(numbers[i], &action, NULL);
}

void signals_take(void)
{
	static char stack[CRASH_STACK];
	static const int winch[] = { SIGWINCH };
	static const int silent[] = { SIGPIPE };
	stack_t own = { .ss_sp = stack, .ss_size = sizeof stack };
	sigset_t blocked;

	sigemptyset(&blocked);
	for (size_t i = 0; i < SIGNALS_ENDING; i++)
		sigaddset(&blocked, ending[i]);
	sigaddset(&blocked, SIGWINCH);
	sigprocmask(SIG_BLOCK, &blocked, &before);
	while_writing = before;
	sigaddset(&while_writing, SIGWINCH);
	sigaddset(&while_writing, SIGTSTP);
	sigaltstack(&own, NULL);
	catch (ending, SIGNALS_ENDING, note, 0);
	catch (winch, 1, note_resize, 0);
	catch (silent, 1, SIG_IGN, 0);
	catch (crashing, SIGNALS_CRASHING, crash, (int)(SA_ONSTACK | SA_RESETHAND | SA_NODEFER));
}

const sigset_t *signals_waiting_mask(void)
{
	return &before;
}

int signals_ending(void)
{
	int number = came;

	came = 0;
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
		sigprocmask(SIG_SETMASK, &while_writing, &mask);
		return;
	}
	sigprocmask(SIG_SETMASK, &mask, NULL);
	writing = 0;
	if (hurried != 0)
		signals_hurry(0);
}

void signals_hurry(int number)
{
	sigset_t only;

	hurried = number;
	alarm(number != 0 ? GRACE : 0);
	sigemptyset(&only);
	sigaddset(&only, SIGALRM);
	if (!writing)
		sigprocmask(number != 0 ? SIG_UNBLOCK : SIG_BLOCK, &only, NULL);
}

void signals_rescue(const char *bytes, size_t len, const struct termios *modes)
{
	static bool registered;

	if (!registered)
		registered = atexit(end_early) == 0;
	rescue.len = len < SIGNALS_RESCUE_MAX ? len : SIGNALS_RESCUE_MAX;
	memcpy(rescue.bytes, bytes, rescue.len);
	rescue.modes = *modes;
}

static void raise_default(int number)
{
	sigset_t only;

	signal(number, SIG_DFL);
	sigemptyset(&only);
	sigaddset(&only, number);
	raise(number);
	sigprocmask(SIG_UNBLOCK, &only, NULL);
}

_Noreturn void signals_die(int number)
{
	raise_default(number);
	_exit(128 + number); /* not reached: the default of all of them is to end */
}

void signals_stop(void)
{
	static const int stop[] = { SIGTSTP };
	sigset_t only;

	raise_default(SIGTSTP);
	sigemptyset(&only);
	sigaddset(&only, SIGTSTP);
	sigprocmask(SIG_BLOCK, &only, NULL);
	catch (stop, 1, note, 0);
}
