/* SPDX-License-Identifier: MIT */
#include "tui/tui_terminal.h"

#include <curses.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "base/charset.h"
#include "base/signals.h"
#include "base/text.h"
#include "base/xalloc.h"

/* Returns the bytes of a terminfo capability; "" if the terminal does not have it. */
static const char *capability(const char *name)
{
	const char *bytes = tigetstr(name);

	return bytes == NULL || bytes == (const char *)-1 ? "" : bytes;
}

/* Bracketed paste. Many terminals that have it do not list it in terminfo; the others ignore it. */
#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"

/* Presses and the wheel, in SGR form, which has no limit of 223 columns. The terminal then no
 * longer selects text by itself. */
#define MOUSE_ON "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1000l"

static bool mouse_wanted;

/* Flushes stdio at once: curses has a buffer of its own, and output must keep its order. */
static void send(const char *bytes)
{
	fputs(bytes, stdout);
	fflush(stdout);
}

/* Sets or resets the modes that curses does not know. */
static void set_modes(bool on)
{
	if (mouse_wanted)
		send(on ? MOUSE_ON : MOUSE_OFF);
	send(on ? PASTE_ON : PASTE_OFF);
}

/* Appends bytes of terminfo without their delays, which only very old terminals need. */
static void append(char *to, size_t size, const char *bytes)
{
	size_t n = strlen(to);

	while (*bytes != '\0' && n + 1 < size) {
		if (bytes[0] == '$' && bytes[1] == '<' && strchr(bytes, '>') != NULL)
			bytes = strchr(bytes, '>') + 1;
		else
			to[n++] = *bytes++;
	}
	to[n] = '\0';
}

/* Appends the bytes that erase the page. Attributes are reset first, as some terminals erase with
 * the colour of the text. The first row is erased by itself, as some terminals move the page into
 * the scrollback if it is erased from the first cell on. */
static void append_wipe(char *to, size_t size)
{
	const char *below = capability("ed"), *move = capability("cup");

	append(to, size, capability("sgr0"));
	append(to, size, tiparm(move, 0, 0));
	append(to, size, capability("el"));
	append(to, size, tiparm(move, 1, 0));
	append(to, size, *below != '\0' ? below : capability("clear"));
}

/* Prepares the bytes to send in a crash, when curses cannot be called. */
static void prepare_rescue(const struct tui_terminal *t)
{
	static const char *const names[] = { "rmkx", "rmcup", "cnorm" };
	char bytes[SIGNALS_RESCUE_MAX] = "";

	append_wipe(bytes, sizeof bytes);
	append(bytes, sizeof bytes, PASTE_OFF);
	if (mouse_wanted)
		append(bytes, sizeof bytes, MOUSE_OFF);
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		append(bytes, sizeof bytes, capability(names[i]));
	append(bytes, sizeof bytes, "\r");
	signals_rescue(bytes, strlen(bytes), &t->modes);
}

/* Many terminals have no alternate screen, or are set not to use it, whatever terminfo says. There
 * the page would stay visible. */
static void wipe_page(void)
{
	char bytes[SIGNALS_RESCUE_MAX] = "";

	append_wipe(bytes, sizeof bytes);
	send(bytes);
}

/* Gives the terminal back, until refresh() or for good. */
static void release_terminal(void)
{
	char bytes[SIGNALS_RESCUE_MAX] = "";

	set_modes(false);
	wipe_page();
	endwin();
	/* On leaving the alternate screen, libvterm, the terminal of Vim, restores a cursor that
	 * was hidden meanwhile. */
	append(bytes, sizeof bytes, capability("cnorm"));
	send(bytes);
}

/* Returns true under GNU screen in a Chinese, Japanese or Korean locale. There, it counts two
 * columns for a line drawing character, but the terminal around it may draw one. */
static bool is_screen_of_cjk(void)
{
	static const char *const languages[] = { "zh", "ja", "ko" };
	const char *locale = getenv("LC_ALL");

	if (locale == NULL || *locale == '\0')
		locale = getenv("LC_CTYPE");
	if (locale == NULL || *locale == '\0')
		locale = getenv("LANG");
	for (size_t i = 0; i < 3 && locale != NULL && getenv("STY") != NULL; i++)
		if (strncmp(locale, languages[i], 2) == 0)
			return true;
	return false;
}

/* Returns NULL, or a static string that says what is missing. */
static const char *find_missing(void)
{
	const char *term = getenv("TERM");

	if (!isatty(STDOUT_FILENO))
		return "标准输出不是终端";
	if (!isatty(STDIN_FILENO))
		return "标准输入不是终端";
	return term == NULL || *term == '\0' ? "没有设置 TERM" : NULL;
}

/* Gives back a terminal to which nothing has been sent. */
static void give_up(struct tui_terminal *t)
{
	delscreen(t->curses);
	tcsetattr(STDIN_FILENO, TCSANOW, &t->modes);
}

const char *tui_terminal_open(struct tui_terminal *t, bool ascii, bool mouse)
{
	const char *missing = find_missing();

	if (missing != NULL)
		return missing;
	/* If a shell exports these, they override the real size. */
	unsetenv("LINES");
	unsetenv("COLUMNS");
	tcgetattr(STDIN_FILENO, &t->modes);
	t->curses = newterm(NULL, stdout, stdin);
	if (t->curses == NULL)
		return "系统不认识 TERM 写的这种终端";
	if (*capability("cup") == '\0' || *capability("clear") == '\0') {
		give_up(t);
		return "这种终端不会移动光标";
	}
	mouse_wanted = mouse && *capability("kmous") != '\0';
	signals_rescue("\r", 1, &t->modes);
	/* The kernel must not act on Ctrl-C, Ctrl-S and the like, which pasted text may contain. */
	raw();
	noecho();
	nonl();
	/* Curses does not read the input, and must not stop painting when some is waiting. */
	typeahead(-1);
	/* Some terminals split wide characters when characters are inserted or deleted. */
	idcok(stdscr, FALSE);
	t->ascii = ascii || text_char_width(0x2500) != 1 || is_screen_of_cjk();
	return NULL;
}

void tui_terminal_use(struct tui_terminal *t)
{
	if (t->in_use)
		return;
	t->in_use = true;
	prepare_rescue(t);
	xalloc_die_hook = release_terminal;
}

bool tui_terminal_listen(void)
{
	keypad(stdscr, TRUE);
	set_modes(true);
	return mouse_wanted;
}

void tui_terminal_forget(struct tui_terminal *t)
{
	if (t->cells != NULL)
		explicit_bzero(t->cells, (size_t)t->rows * (size_t)t->columns * sizeof *t->cells);
	free(t->cells);
	t->cells = NULL;
}

void tui_terminal_resized(struct tui_terminal *t)
{
	struct winsize size;

	tui_terminal_listen();
	wipe_page(); /* clearing all at once moves the page into the scrollback of some terminals */
	if (ioctl(STDIN_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0)
		resizeterm(size.ws_row, size.ws_col);
	clearok(curscr, TRUE);
	tui_terminal_forget(t);
}

void tui_terminal_close(struct tui_terminal *t)
{
	static const struct termios none;

	xalloc_die_hook = NULL;
	release_terminal();
	tui_terminal_forget(t);
	delscreen(t->curses);
	signals_rescue("", 0, &none);
	/* Discards unread input, which was meant for this program and not for the shell. */
	tcsetattr(STDIN_FILENO, TCSAFLUSH, &t->modes);
	signals_hurry(0);
}

void tui_terminal_stop(struct tui_terminal *t)
{
	release_terminal();
	signals_stop();
	tui_terminal_resized(t);
}

int tui_terminal_rows(void)
{
	return LINES;
}

int tui_terminal_columns(void)
{
	return COLS;
}

void tui_terminal_copy(const char *text)
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
