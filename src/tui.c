/* SPDX-License-Identifier: MIT */
#include "tui.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <wchar.h>
#include <termios.h>
#include <unistd.h>

#include "charset.h"
#include "frame.h"
#include "key.h"
#include "notes.h"
#include "page.h"
#include "signals.h"
#include "text.h"
#include "tui_input.h"
#include "xalloc.h"

enum { PAIR_GOOD = 1, PAIR_BAD, PAIR_CODE };

/* Of 256 colours: true black and white, whatever the palette of the first sixteen. */
enum { TRUE_BLACK = 16, TRUE_WHITE = 231, MANY_COLORS = 256 };

struct tui {
	SCREEN *screen;
	struct termios modes; /* as we found them */
	struct demo *demo;    /* borrowed; NULL: none */
	bool ascii, colours;
	struct tui_input input;
};

/* A capability that is a string of bytes to send; "" when the terminal has none. */
static const char *capability(const char *name)
{
	const char *bytes = tigetstr(name);

	return bytes == NULL || bytes == (const char *)-1 ? "" : bytes;
}

/* putp() writes to stdio, curses to a buffer of its own: in their order they come only by flushing. */
static void send(const char *name)
{
	putp(capability(name));
	fflush(stdout);
}

/* What a crash must send: nothing may be asked of curses then. */
static void prepare_rescue(const struct tui *t)
{
	static const char *const names[] = { "BD", "sgr0", "rmkx", "cnorm", "rmcup" };
	char bytes[256] = "";

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		strncat(bytes, capability(names[i]), sizeof bytes - strlen(bytes) - 1);
	strncat(bytes, "\r", sizeof bytes - strlen(bytes) - 1);
	signals_rescue(bytes, strlen(bytes), &t->modes);
}

/* A code has its own two colours, or no camera reads it: they carry what it says, whatever NO_COLOR. */
static void set_up_colours(struct tui *t)
{
	const char *unwanted = getenv("NO_COLOR");

	if (!has_colors() || start_color() == ERR || use_default_colors() == ERR)
		return;
	if (COLORS >= MANY_COLORS)
		init_pair(PAIR_CODE, TRUE_BLACK, TRUE_WHITE);
	else
		init_pair(PAIR_CODE, COLOR_BLACK, COLOR_WHITE);
	init_pair(PAIR_GOOD, COLOR_GREEN, -1);
	init_pair(PAIR_BAD, COLOR_RED, -1);
	t->colours = unwanted == NULL || *unwanted == '\0';
}

static bool open_screen(struct tui *t)
{
	/* An exported size would override the real one. */
	unsetenv("LINES");
	unsetenv("COLUMNS");
	tcgetattr(STDIN_FILENO, &t->modes);
	t->screen = newterm(NULL, stdout, stdin);
	if (t->screen == NULL)
		return false;
	cbreak();
	noecho();
	nonl();
	nodelay(stdscr, TRUE);
	keypad(stdscr, TRUE);
	/* Long enough for ssh; Esc destroys nothing, so a split arrow does no harm. */
	set_escdelay(100);
	tui_input_setup();
	set_up_colours(t);
	send("BE");
	prepare_rescue(t);
	return true;
}

/* Leaves the terminal to others, for a while or for good. */
static void lend_terminal(void)
{
	send("BD");
	endwin();
}

static void take_terminal_back(void)
{
	struct winsize size;

	send("BE");
	if (ioctl(STDIN_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0)
		resizeterm(size.ws_row, size.ws_col);
	clearok(curscr, TRUE);
}

static void close_screen(struct tui *t)
{
	static const struct termios none;

	lend_terminal();
	delscreen(t->screen);
	signals_rescue("", 0, &none);
	tcsetattr(STDIN_FILENO, TCSADRAIN, &t->modes);
}

static attr_t attributes(const struct tui *t, enum style style, short *pair)
{
	*pair = 0;
	switch (style) {
	case STYLE_HEADING:
	case STYLE_EMPHASIS:
	case STYLE_WARNING:
		return A_BOLD;
	case STYLE_GOOD:
		*pair = t->colours ? PAIR_GOOD : 0;
		return A_BOLD;
	case STYLE_BAD:
		*pair = t->colours ? PAIR_BAD : 0;
		return A_BOLD;
	case STYLE_CODE:
		*pair = PAIR_CODE;
		return A_NORMAL;
	case STYLE_MARKED:
		return A_REVERSE;
	case STYLE_TARGET:
		return A_REVERSE | A_BOLD;
	default:
		return A_NORMAL;
	}
}

static wchar_t *to_wide(const char *text)
{
	size_t len = strlen(text), n = 0;
	wchar_t *wide = xmalloc((len + 1) * sizeof *wide);
	uint32_t cp;

	for (size_t at = 0; at < len;) {
		size_t step = text_decode(text + at, len - at, &cp);

		at += step > 0 ? step : 1;
		wide[n++] = step > 0 && charset_has(cp) ? (wchar_t)cp : L'?';
	}
	wide[n] = L'\0';
	return wide;
}

static void paint(const struct tui *t, const struct frame *f)
{
	erase();
	for (int row = 0; row < f->rows; row++)
		for (size_t i = 0; i < f->lines.items[row].count; i++) {
			const struct run *run = &f->lines.items[row].runs[i];
			wchar_t *wide = to_wide(run->text);
			short pair;
			attr_t on = attributes(t, run->style, &pair);
			attr_t bold = f->bold && run->style != STYLE_CODE ? A_BOLD : 0;

			attr_set(on | bold, pair, NULL);
			mvaddwstr(row, run->column, wide);
			explicit_bzero(wide, wcslen(wide) * sizeof *wide);
			free(wide);
		}
	attr_set(A_NORMAL, 0, NULL);
	move(f->cursor_row, f->cursor_column);
	refresh();
}

static int64_t milliseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void show(const struct tui *t, struct session *s)
{
	struct page page;
	struct frame frame;

	page_make(&page, &s->wizard);
	if (t->demo != NULL)
		demo_page(t->demo, &page);
	frame_make(&frame, &page, LINES, COLS, t->ascii, &s->viewport);
	paint(t, &frame);
	frame_free(&frame);
	page_free(&page);
}

/* OSC 52: a terminal that knows it puts the text into the clipboard. Addresses of the guide only. */
static void copy(const char *text)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	size_t len = strlen(text);

	fputs("\033]52;c;", stdout);
	for (size_t i = 0; i < len; i += 3) {
		unsigned three = 0;

		for (size_t k = 0; k < 3; k++)
			three = three << 8 | (i + k < len ? (unsigned char)text[i + k] : 0U);
		for (size_t k = 0; k < 4; k++)
			putchar(i + k > len ? '=' : digits[three >> (18 - 6 * k) & 63]);
	}
	fputs("\033\\", stdout);
	fflush(stdout);
}

/* Handles one event; false: leave the loop. */
static bool handle(const struct tui *t, struct session *s, const struct event *e)
{
	switch (e->kind) {
	case EVENT_KEY:
		if (t->demo != NULL)
			return demo_key(t->demo, e->key, milliseconds());
		session_key(s, e->key);
		if (s->copy != NULL)
			copy(s->copy);
		s->copy = NULL;
		return !s->quit;
	case EVENT_PASTE:
		if (t->demo == NULL || t->demo->state == DEMO_TAKEN)
			session_paste(s, e->text);
		return true;
	case EVENT_TICK:
		if (t->demo != NULL)
			demo_tick(t->demo, milliseconds());
		else
			session_tick(s);
		return true;
	case EVENT_RESIZE:
		take_terminal_back();
		return true;
	case EVENT_STOP:
		lend_terminal();
		signals_stop();
		take_terminal_back();
		return true;
	default:
		return false;
	}
}

/* The terminal as the dying find it. */
static void die_hook(void)
{
	lend_terminal();
}

static int wait_ms(const struct tui *t, const struct session *s)
{
	if (t->demo != NULL)
		return demo_wait(t->demo);
	return wizard_ticking(&s->wizard) ? 1000 : -1;
}

enum { NOTES_MS = 250 /* how far the notes may lag behind */ };

/* Scrolled by hand, in case they are long. */
static bool handle_notes(struct viewport *v, const struct event *e)
{
	if (e->kind == EVENT_RESIZE)
		take_terminal_back();
	if (e->kind == EVENT_STOP) {
		lend_terminal();
		signals_stop();
		take_terminal_back();
	}
	if (e->kind == EVENT_KEY && (e->key == KEYNAME_DOWN || e->key == KEYNAME_UP))
		viewport_scroll(v, e->key == KEYNAME_DOWN ? 1 : -1);
	return e->kind != EVENT_SIGNAL && e->kind != EVENT_END &&
	       !(e->kind == EVENT_KEY && e->key == 'q');
}

static void show_notes(const struct tui *t, struct notes *n, struct viewport *v)
{
	struct page page;
	struct frame frame;

	notes_update(n);
	notes_page(n, (int64_t)time(NULL), &page);
	frame_make(&frame, &page, LINES, COLS, t->ascii, v);
	paint(t, &frame);
	frame_free(&frame);
	page_free(&page);
}

int tui_run_notes(bool ascii)
{
	static struct tui t;
	struct notes notes = { 0 };
	struct viewport viewport = { 0 };
	struct event e = { .kind = EVENT_END };

	signals_take();
	if (!open_screen(&t))
		return 0;
	xalloc_die_hook = die_hook;
	t.ascii = ascii || text_char_width(0x2500) != 1;
	do {
		show_notes(&t, &notes, &viewport);
		e = tui_input_next(&t.input, NOTES_MS);
	} while (handle_notes(&viewport, &e));
	xalloc_die_hook = NULL;
	close_screen(&t);
	notes_close(&notes);
	return e.kind == EVENT_SIGNAL ? e.signal : 0;
}

int tui_run(struct session *s, struct demo *demo, bool ascii)
{
	/* Zeroed, and off the stack: pasted text passes through. */
	static struct tui t;
	struct event e = { .kind = EVENT_END };

	signals_take();
	if (!open_screen(&t))
		return 0;
	xalloc_die_hook = die_hook;
	t.demo = demo;
	if (demo != NULL)
		demo_start(demo, milliseconds());
	t.ascii = ascii || text_char_width(0x2500) != 1;
	do {
		show(&t, s);
		e = tui_input_next(&t.input, wait_ms(&t, s));
	} while (handle(&t, s, &e));
	xalloc_die_hook = NULL;
	close_screen(&t);
	explicit_bzero(&t.input, sizeof t.input);
	return e.kind == EVENT_SIGNAL ? e.signal : 0;
}
