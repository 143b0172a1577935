/* SPDX-License-Identifier: MIT */
#include "hidden.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <termios.h>

static const int ending[] = { SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP };
enum { ENDING = sizeof ending / sizeof ending[0] };

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

static ssize_t get(char **line, size_t *size, FILE *in)
{
	ssize_t n;

	while ((n = getline(line, size, in)) < 0 && errno == EINTR && !feof(in))
		clearerr(in);
	return n;
}

ssize_t hidden_getline(char **line, size_t *size, FILE *in, bool hidden)
{
	struct sigaction action = { .sa_handler = restore }, before[ENDING];
	ssize_t n;

	terminal.fd = fileno(in);
	if (!hidden || tcgetattr(terminal.fd, &terminal.modes) < 0)
		return get(line, size, in);
	terminal.quiet = terminal.modes;
	terminal.quiet.c_lflag &= ~(tcflag_t)ECHO;
	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < ENDING; i++)
		sigaction(ending[i], &action, &before[i]);
	tcsetattr(terminal.fd, TCSADRAIN, &terminal.quiet);
	n = get(line, size, in);
	tcsetattr(terminal.fd, TCSADRAIN, &terminal.modes);
	for (size_t i = 0; i < ENDING; i++)
		sigaction(ending[i], &before[i], NULL);
	return n;
}
