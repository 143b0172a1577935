/* SPDX-License-Identifier: MIT */
/* Runs a program in a pseudo-terminal with a terminal emulator (libvterm): tests send keys and read
 * the screen. Waits end on output or on the state of the process, as the kernel reports it, not
 * after a time. */
#ifndef TERMINAL_H
#define TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <termios.h>
#include <time.h>
#include <vterm.h>

/* Callers only read the fields. Rows and columns count from 0. */
struct terminal {
	int master, slave; /* owned; -1 after terminal_hang_up() */
	pid_t pid;
	bool exited;
	int status;      /* wait status, once exited */
	VTerm *emulator; /* owned */
	VTermScreen *screen;
	int rows, columns;
	VTermPos cursor;
	bool cursor_visible, alternate, ever_alternate;
	size_t bells, questions;  /* questions: queries sent to the terminal */
	struct termios before;    /* modes before the program started */
	struct timespec *started; /* owned: time of exec */
	char *output;             /* owned: all output, ends with NUL */
	size_t output_len, output_capacity;
	bool reading;    /* the emulator is reading output: what it sends is an answer, not a key */
	unsigned quirks; /* a set of enum terminal_quirk */
	char tail[4];    /* of the output: bytes of a character that is not complete */
	size_t tail_len;
	char *shown;    /* owned: the text returned last */
	char *scrolled; /* owned: lines scrolled off the top, each with \n */
	size_t scrolled_len;
};

/* The program under test: $XUEJI, else build/xueji. */
const char *terminal_program(void);

/* Starts argv with TERM=xterm-256color and LC_ALL=C.UTF-8, signals as a shell leaves them.
 * environment (NULL, or ended by NULL): "NAME=value" sets, "NAME" unsets. Fails the running test
 * if no pseudo-terminal can be opened; skips it without /proc, which terminal_settle() reads. */
struct terminal *terminal_start(int rows, int columns, char *const argv[],
				char *const environment[]);

/* What some terminals do otherwise. */
enum terminal_quirk {
	TERMINAL_ONE_SCREEN = 1 << 0, /* there is no alternate screen, whatever terminfo says */
	TERMINAL_WIDE = 1 << 1        /* East Asian Ambiguous characters take two columns */
};

/* The same in a terminal with some of these quirks. */
struct terminal *terminal_start_quirky(int rows, int columns, char *const argv[],
				       char *const environment[], unsigned quirks);

/* Kills and reaps the program if it runs, and frees t. NULL is allowed. */
void terminal_end(struct terminal *t);

/* Sends bytes unchanged: UTF-8 text, "\r", "\033[A". */
void terminal_type(struct terminal *t, const char *bytes);
void terminal_type_n(struct terminal *t, const char *bytes, size_t len);

/* Sends a key or pasted text as the emulator does in its current modes (bracketed paste, cursor
 * keys). */
void terminal_key(struct terminal *t, VTermKey key, VTermModifier modifier);
void terminal_paste(struct terminal *t, const char *text);

void terminal_resize(struct terminal *t, int rows, int columns);

/* Closes the terminal: the program gets SIGHUP, and no more output can be read. */
void terminal_hang_up(struct terminal *t);

/* One row, or all rows each with '\n', as UTF-8 without trailing blanks. Valid until the next call.
 * */
const char *terminal_row(struct terminal *t, int row);
const char *terminal_text(struct terminal *t);

/* Finds the text within a row; row and column, in cells, may be NULL. False if it is not on the
 * screen. */
bool terminal_find(struct terminal *t, const char *text, int *row, int *column);
VTermScreenCell terminal_cell(const struct terminal *t, int row, int column);

/* Wait until the text is shown, is gone, the program has exited. False after ms milliseconds, or
 * when the program has ended without it. */
bool terminal_wait_text(struct terminal *t, const char *text, int ms);
bool terminal_wait_gone(struct terminal *t, const char *text, int ms);
bool terminal_wait_exit(struct terminal *t, int ms);

/* Waits until the program blocks in a write to the terminal. */
bool terminal_wait_writing(struct terminal *t, int ms);

/* Waits until the program has read all input and waits for more, even if only for a moment, as it
 * does within an escape sequence. */
bool terminal_wait_taken(struct terminal *t, int ms);

/* Waits until the program has read all input, all its output is on the screen, and it waits for
 * more without a timeout, or has ended. False after ms milliseconds. Reads /proc/PID/syscall, which
 * is not readable for the user if the program has cleared PR_SET_DUMPABLE. */
bool terminal_settle(struct terminal *t, int ms);

/* Returns what the program has not restored in the terminal, in a few words; NULL if nothing. */
const char *terminal_left_behind(struct terminal *t);

#endif
