/* SPDX-License-Identifier: MIT */
#include "plain/hidden_line.h"

#include <errno.h>
#include <stddef.h>

#include "base/signals.h"
#include "base/xalloc.h"

static struct {
	int fd;
	struct termios modes, quiet;
} terminal; /* for the handler, which can be given nothing */

/* tcsetattr() and raise() are safe here (POSIX.1-2017 §2.4.3). Comes back when ^Z is over. */
static void restore(int number)
{
	struct sigaction standard = { .sa_handler = SIG_DFL }, own;
	int before = errno;
	sigset_t only;

	tcsetattr(terminal.fd, TCSADRAIN, &terminal.modes);
	sigaction(number, &standard, &own);
	raise(number);
	sigemptyset(&only);
	sigaddset(&only, number);
	sigprocmask(SIG_UNBLOCK, &only, NULL);
	sigaction(number, &own, NULL);
	tcsetattr(terminal.fd, TCSADRAIN, &terminal.quiet);
	errno = before;
}

/* -1 only at the end of input: getline() says the same when there is no memory for the line. */
static ssize_t get(char **line, size_t *size, FILE *in)
{
	ssize_t n;

	errno = 0;
	while ((n = getline(line, size, in)) < 0 && errno == EINTR && !feof(in))
		clearerr(in);
	if (n < 0 && errno == ENOMEM)
		xalloc_die();
	return n;
}

static void show_again(void)
{
	tcsetattr(terminal.fd, TCSADRAIN, &terminal.modes);
}

ssize_t hidden_getline(char **line, size_t *size, FILE *in, bool hidden)
{
	struct sigaction action = { .sa_handler = restore }, before[SIGNALS_FATAL];
	ssize_t n;

	terminal.fd = fileno(in);
	if (!hidden || tcgetattr(terminal.fd, &terminal.modes) < 0)
		return get(line, size, in);
	terminal.quiet = terminal.modes;
	terminal.quiet.c_lflag &= ~(tcflag_t)ECHO;
	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < SIGNALS_FATAL; i++)
		sigaction(signals_fatal[i], &action, &before[i]);
	xalloc_die_hook = show_again;
	tcsetattr(terminal.fd, TCSADRAIN, &terminal.quiet);
	n = get(line, size, in);
	show_again();
	xalloc_die_hook = NULL;
	for (size_t i = 0; i < SIGNALS_FATAL; i++)
		sigaction(signals_fatal[i], &before[i], NULL);
	return n;
}
