/* SPDX-License-Identifier: MIT */
#include "tui/tui_input.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/key.h"
#include "base/signals.h"
#include "tui/tui_terminal.h"

/* Sets up what only input needs. Called after the first page is shown, which need not wait for
 * this. */
static void begin(struct tui_input *in)
{
	in->begun = true;
	signals_while_writing(true);
	in->decoder.mouse = tui_terminal_listen();
	signals_while_writing(false);
}

/* Sends the signal that the kernel would send for Ctrl-C, Ctrl-Z or Ctrl-\, to the whole process
 * group. The next wait receives it. Returns false for any other key. */
static bool send_signal_of(uint32_t key)
{
	int number = key == KEY_CTRL('C')    ? SIGINT
		     : key == KEY_CTRL('Z')  ? SIGTSTP
		     : key == KEY_CTRL('\\') ? SIGQUIT
					     : 0;

	return number != 0 && kill(0, number) == 0;
}

/* Decodes what was read. Returns true if *e is an event. */
static bool take_event(struct tui_input *in, struct event *e)
{
	while (in->at < in->count) {
		unsigned char byte = in->bytes[in->at];

		in->bytes[in->at++] = 0;
		if (key_decoder_byte(&in->decoder, byte, clock_milliseconds(), e) &&
		    !(e->kind == EVENT_KEY && send_signal_of(e->key)))
			return true;
	}
	return false;
}

/* Reads input. Returns false if there is no more. */
static bool fill(struct tui_input *in)
{
	ssize_t n = read(STDIN_FILENO, in->bytes, sizeof in->bytes);

	in->at = 0;
	in->count = n > 0 ? (size_t)n : 0;
	return n > 0 || (n < 0 && (errno == EINTR || errno == EAGAIN));
}

/* Returns the milliseconds until incomplete input is given up, or wait_ms if that is less. */
static int time_to_wait(const struct tui_input *in, int wait_ms)
{
	int left = key_decoder_wait(&in->decoder, clock_milliseconds());

	return left < 0 || (wait_ms >= 0 && wait_ms < left) ? wait_ms : left;
}

static struct event signal_event(int number)
{
	if (number == SIGTSTP)
		return (struct event){ .kind = EVENT_STOP };
	signals_hurry(number);
	return (struct event){ .kind = EVENT_SIGNAL, .signal = number };
}

/* Waits for input, at most ms milliseconds (-1: for ever), and reads it. Returns false if no more
 * can come. *expired: the time has passed. */
static bool wait_for_input(struct tui_input *in, int ms, bool *expired)
{
	const struct timespec limit = { ms / 1000, ms % 1000 * 1000000L };
	struct pollfd fd = { .fd = STDIN_FILENO, .events = POLLIN };
	int n = ppoll(&fd, 1, ms >= 0 ? &limit : NULL, signals_waiting_mask());

	*expired = n == 0;
	if (n < 0)
		return errno == EINTR;
	if (fd.revents & (POLLERR | POLLHUP | POLLNVAL))
		return false;
	return n == 0 || fill(in);
}

struct event tui_input_next(struct tui_input *in, int wait_ms)
{
	struct event e;

	/* The previous event has been handled. */
	key_decoder_wipe(&in->decoder);
	for (;;) {
		int number = signals_ending(), ms;
		bool expired;

		if (number != 0)
			return signal_event(number);
		if (signals_resized())
			return (struct event){ .kind = EVENT_RESIZE };
		if (!in->begun) {
			begin(in);
			continue; /* a signal may have come */
		}
		if (take_event(in, &e))
			return e;
		ms = time_to_wait(in, wait_ms);
		if (!wait_for_input(in, ms, &expired))
			return (struct event){ .kind = EVENT_END };
		if (!expired)
			continue;
		if (ms == wait_ms)
			return (struct event){ .kind = EVENT_TICK };
		if (key_decoder_timeout(&in->decoder, &e))
			return e;
	}
}
