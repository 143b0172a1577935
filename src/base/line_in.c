/* SPDX-License-Identifier: MIT */
#include "base/line_in.h"

#include <errno.h>
#include <signal.h>
#include <termios.h>

#include "base/signals.h"

/* Signal handlers share state through globals. */
static struct {
	int fd;
	struct termios echo, no_echo;
} terminal;

/* Turns the echo on and lets the signal have its usual effect; returns when the program is
 * continued. Calls only async-signal-safe functions (POSIX.1-2017 2.4.3). */
static void restore(int number)
{
	struct sigaction own;
	int before = errno;

	tcsetattr(terminal.fd, TCSADRAIN, &terminal.echo);
	sigaction(number, NULL, &own);
	signals_raise_default(number);
	sigaction(number, &own, NULL);
	tcsetattr(terminal.fd, TCSADRAIN, &terminal.no_echo);
	errno = before;
}

/* Like getc(), but reads again after an interrupted read. */
static int next_byte(FILE *in)
{
	int c;

	do {
		errno = 0;
		c = getc(in);
		if (c == EOF && errno == EINTR)
			clearerr(in);
	} while (c == EOF && errno == EINTR);
	return c;
}

static enum line_in_result read_line(FILE *in, struct line_in *line)
{
	int c;

	line->len = 0;
	while ((c = next_byte(in)) != EOF && c != '\n') {
		if (line->len == LINE_IN_MAX)
			return LINE_IN_TOO_LONG;
		line->bytes[line->len++] = (char)c;
	}
	if (c == EOF && line->len == 0)
		return LINE_IN_END;
	if (line->len > 0 && line->bytes[line->len - 1] == '\r')
		line->len--;
	line->bytes[line->len] = '\0';
	return LINE_IN_READ;
}

enum line_in_result line_in_read(FILE *in, bool hidden, struct line_in *line)
{
	struct sigaction action = { .sa_handler = restore }, before[SIGNALS_FATAL];
	enum line_in_result result;

	terminal.fd = fileno(in);
	if (!hidden || tcgetattr(terminal.fd, &terminal.echo) < 0)
		return read_line(in, line);
	terminal.no_echo = terminal.echo;
	terminal.no_echo.c_lflag &= ~(tcflag_t)ECHO;
	terminal.no_echo.c_lflag |= ECHONL; /* the end of the line is shown */
	sigemptyset(&action.sa_mask);
	for (size_t i = 0; i < SIGNALS_FATAL; i++)
		sigaction(signals_fatal[i], &action, &before[i]);
	tcsetattr(terminal.fd, TCSADRAIN, &terminal.no_echo);
	result = read_line(in, line);
	tcsetattr(terminal.fd, TCSADRAIN, &terminal.echo);
	for (size_t i = 0; i < SIGNALS_FATAL; i++)
		sigaction(signals_fatal[i], &before[i], NULL);
	return result;
}
