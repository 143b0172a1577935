/* SPDX-License-Identifier: MIT */
#include "tui/tui_input.h"

#include <curses.h>
#include <errno.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/key.h"
#include "base/signals.h"
#include "tui/tui_terminal.h"

enum { KEY_PASTE_BEGIN = KEY_MAX + 1, KEY_PASTE_END, KEY_MOUSE_SGR, KEY_MOUSE_OLD };

enum { WHEEL_LINES = 3 };

/* Tells curses the sequences it does not know: terminfo has the keys of application mode only; some terminals
 * send the others all the same. */
static void define_keys(void)
{
	static const struct {
		const char *bytes;
		int code;
	} sequences[] = {
		{ "\033[200~", KEY_PASTE_BEGIN },
		{ "\033[201~", KEY_PASTE_END },
		{ "\033[<", KEY_MOUSE_SGR },
		{ "\033[M", KEY_MOUSE_OLD },
		{ "\033[A", KEY_UP },
		{ "\033OA", KEY_UP },
		{ "\033[B", KEY_DOWN },
		{ "\033OB", KEY_DOWN },
		{ "\033[C", KEY_RIGHT },
		{ "\033OC", KEY_RIGHT },
		{ "\033[D", KEY_LEFT },
		{ "\033OD", KEY_LEFT },
		{ "\033[H", KEY_HOME },
		{ "\033OH", KEY_HOME },
		{ "\033[1~", KEY_HOME },
		{ "\033[F", KEY_END },
		{ "\033OF", KEY_END },
		{ "\033[4~", KEY_END },
		{ "\033[3~", KEY_DC },
		{ "\033[5~", KEY_PPAGE },
		{ "\033[6~", KEY_NPAGE },
		{ "\033[Z", KEY_BTAB },
	};

	for (size_t i = 0; i < sizeof sequences / sizeof sequences[0]; i++)
		define_key(sequences[i].bytes, sequences[i].code);
}

/* Not before the first page is shown: it need not wait for what only keys need. */
static void begin(struct tui_input *in)
{
	in->begun = true;
	signals_while_writing(true);
	nodelay(stdscr, TRUE);
	keypad(stdscr, TRUE);
	/* Long enough for ssh; Esc destroys nothing, so a split arrow does no harm. */
	set_escdelay(100);
	define_keys();
	tui_terminal_listen();
	signals_while_writing(false);
}

static uint32_t name_of(int code)
{
	switch (code) {
	case KEY_UP:
		return KEYNAME_UP;
	case KEY_DOWN:
		return KEYNAME_DOWN;
	case KEY_LEFT:
		return KEYNAME_LEFT;
	case KEY_RIGHT:
		return KEYNAME_RIGHT;
	case KEY_HOME:
		return KEYNAME_HOME;
	case KEY_END:
		return KEYNAME_END;
	case KEY_PPAGE:
		return KEYNAME_PAGE_UP;
	case KEY_NPAGE:
		return KEYNAME_PAGE_DOWN;
	case KEY_BACKSPACE:
		return KEYNAME_BACKSPACE;
	case KEY_DC:
		return KEYNAME_DELETE;
	case KEY_BTAB:
		return KEYNAME_BACK_TAB;
	case KEY_ENTER:
		return KEYNAME_RETURN;
	case KEY_F(1):
		return KEYNAME_F1;
	case KEY_F(3):
		return KEYNAME_F3;
	case KEY_F(2):
		return KEYNAME_F2;
	default:
		return 0;
	}
}

/* A byte of the mouse's; true when it completes an event. */
static bool take_mouse(struct tui_input *in, unsigned char byte, struct event *e)
{
	enum mouse_action action;

	*e = (struct event){ .kind = EVENT_CLICK };
	if (!mouse_report_take(&in->mouse, byte, &action, &e->row, &e->column) ||
	    action == MOUSE_NOTHING)
		return false;
	if (action == MOUSE_CLICK)
		return true;
	e->kind = EVENT_WHEEL;
	e->lines = action == MOUSE_WHEEL_DOWN ? WHEEL_LINES : -WHEEL_LINES;
	return true;
}

/* A key's code or byte; true when it completes an event. */
static bool take_key(struct key_decoder *keys, int code, struct event *e)
{
	*e = (struct event){ .kind = EVENT_KEY };
	switch (code) {
	case KEY_PASTE_BEGIN:
		key_decoder_paste_begin(keys);
		return false;
	case KEY_PASTE_END:
		e->kind = EVENT_PASTE;
		e->text = key_decoder_paste_end(keys);
		return e->text != NULL;
	default:
		return code < 256 ? key_decoder_byte(keys, (unsigned char)code, &e->key)
				  : key_decoder_name(keys, name_of(code), &e->key);
	}
}

/* One code of getch(); true when it completes an event. */
static bool take(struct tui_input *in, int code, struct event *e)
{
	if (in->mouse.form != MOUSE_NONE && code < 256)
		return take_mouse(in, (unsigned char)code, e);
	if (code == KEY_MOUSE_SGR || code == KEY_MOUSE_OLD) {
		/* What is pasted clicks nowhere. */
		if (!in->keys.pasting)
			mouse_report_begin(&in->mouse,
					   code == KEY_MOUSE_SGR ? MOUSE_SGR : MOUSE_OLD);
		return false;
	}
	in->mouse.form = MOUSE_NONE;
	return take_key(&in->keys, code, e);
}

/* poll() says there is something, curses says there is not: the end. */
static bool has_ended(short revents)
{
	int unread = 0;

	if (revents & (POLLERR | POLLHUP | POLLNVAL))
		return true;
	return (revents & POLLIN) && ioctl(STDIN_FILENO, FIONREAD, &unread) == 0 && unread == 0;
}

struct event tui_input_next(struct tui_input *in, int wait_ms)
{
	const struct timespec limit = { wait_ms / 1000, wait_ms % 1000 * 1000000L };
	struct pollfd fd = { .fd = STDIN_FILENO, .events = POLLIN };
	struct event e;

	/* The event before has been taken care of. */
	key_decoder_wipe(&in->keys);
	for (;;) {
		int number = signals_ending(), code;

		if (number != 0 && number != SIGTSTP)
			signals_hurry(number);
		if (number != 0)
			return (struct event){ .kind = number == SIGTSTP ? EVENT_STOP
									 : EVENT_SIGNAL,
					       .signal = number };
		if (signals_resized())
			return (struct event){ .kind = EVENT_RESIZE };
		if (!in->begun) {
			begin(in);
			continue; /* a signal may have come */
		}
		code = getch();
		if (code != ERR) {
			fd.revents = 0;
			if (take(in, code, &e))
				return e;
			continue;
		}
		if (has_ended(fd.revents))
			return (struct event){ .kind = EVENT_END };
		fd.revents = 0;
		switch (ppoll(&fd, 1, wait_ms >= 0 ? &limit : NULL, signals_waiting_mask())) {
		case 0:
			return (struct event){ .kind = EVENT_TICK };
		case -1:
			if (errno != EINTR)
				return (struct event){ .kind = EVENT_END };
		}
	}
}
