/* SPDX-License-Identifier: MIT */
#include "signals.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { RESCUE_MAX = 256, CRASH_STACK = 16 * 1024 };

static const int ending[] = { SIGHUP,  SIGINT,  SIGQUIT, SIGTERM,   SIGUSR1, SIGUSR2,
			      SIGALRM, SIGXCPU, SIGPROF, SIGVTALRM, SIGTSTP };
static const int crashes[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGSYS, SIGTRAP };

/* A handler can be given nothing: this is all it shares with the program. */
static volatile sig_atomic_t came, resized;
static sigset_t before;
static struct {
	char bytes[RESCUE_MAX];
	size_t len;
	struct termios modes;
} rescue;

static void note(int number)
{
	came = number;
}

static void note_resize(int number)
{
	(void)number;
	resized = 1;
}

static void crash(int number)
{
	static const char sorry[] = "\nxueji: 程序出错，已恢复终端。\n";

	if (rescue.len > 0) {
		ssize_t n = write(STDOUT_FILENO, rescue.bytes, rescue.len);

		(void)n;
		tcsetattr(STDIN_FILENO, TCSANOW, &rescue.modes);
		n = write(STDERR_FILENO, sorry, sizeof sorry - 1);
		(void)n;
	}
	raise(number); /* SA_RESETHAND: the default now */
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
	static const int silent[] = { SIGPIPE, SIGXFSZ };
	stack_t own = { .ss_sp = stack, .ss_size = sizeof stack };
	sigset_t blocked;

	sigemptyset(&blocked);
	for (size_t i = 0; i < sizeof ending / sizeof ending[0]; i++)
		sigaddset(&blocked, ending[i]);
	sigaddset(&blocked, SIGWINCH);
	sigprocmask(SIG_BLOCK, &blocked, &before);
	sigaltstack(&own, NULL);
	catch (ending, sizeof ending / sizeof ending[0], note, 0);
	catch (winch, 1, note_resize, 0);
	catch (silent, sizeof silent / sizeof silent[0], SIG_IGN, 0);
	catch (crashes, sizeof crashes / sizeof crashes[0], crash,
	       (int)(SA_ONSTACK | SA_RESETHAND | SA_NODEFER));
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

void signals_rescue(const char *bytes, size_t len, const struct termios *modes)
{
	rescue.len = len < RESCUE_MAX ? len : RESCUE_MAX;
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
