/* SPDX-License-Identifier: MIT */
/* A program in a pseudo-terminal, seen through a real terminal emulator (libvterm): tests drive it
 * as a person would, and see what a person would see. Waits are for what the kernel says, never for
 * time to pass. */
#ifndef TERMINAL_H
#define TERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <termios.h>
#include <time.h>
#include <vterm.h>

/* Read the fields, change none. Rows and columns count from 0. */
struct terminal {
	int master, slave; /* owned; slave -1 where the program has it alone */
	pid_t pid;
	bool exited;
	int status;      /* as waitpid() gives it, once exited */
	VTerm *emulator; /* owned */
	VTermScreen *screen;
	int rows, columns;
	VTermPos cursor;
	bool cursor_visible, alternate, ever_alternate;
	size_t bells, questions;  /* questions: times the program asked the terminal something */
	struct termios before;    /* as the program found it */
	struct timespec *started; /* owned: when the program was called */
	char *output;             /* owned: every byte the program wrote, NUL behind them */
	size_t output_len, output_capacity;
	bool reading;   /* what the emulator sends now is an answer, not a key */
	char *shown;    /* owned: the last text handed out */
	char *scrolled; /* owned: what went out at the top, a line each, "" at first */
	size_t scrolled_len;
};

/* The program under test: $XUEJI, else build/xueji. */
const char *terminal_program(void);

/* Starts argv with TERM=xterm-256color and LC_ALL=C.UTF-8, signals as a shell leaves them.
 * environment (NULL, or ended by NULL): "NAME=value" sets, "NAME" unsets. Fails the running test
 * when there is no terminal to be had. */
struct terminal *terminal_start(int rows, int columns, char *const argv[],
				char *const environment[]);

/* Kills and reaps the program if need be, frees everything. NULL is allowed. */
void terminal_end(struct terminal *t);

/* Bytes as they are: UTF-8 text, "\r", "\033[A". */
void terminal_type(struct terminal *t, const char *bytes);
void terminal_type_n(struct terminal *t, const char *bytes, size_t len);

/* A key, and pasted text, as the emulator sends them in its present mode (bracketed if asked). */
void terminal_key(struct terminal *t, VTermKey key, VTermModifier modifier);
void terminal_paste(struct terminal *t, const char *text);

void terminal_resize(struct terminal *t, int rows, int columns);

/* The window is closed: the program is told by SIGHUP, and nothing more can be read. */
void terminal_hang_up(struct terminal *t);

/* A row, or all of them each with its '\n', as UTF-8 without blanks at line ends. Borrowed until
 * anything else is asked of the terminal. */
const char *terminal_row(struct terminal *t, int row);
const char *terminal_text(struct terminal *t);

/* Where the text stands, in cells; row and column may be NULL. false: nowhere on one row. */
bool terminal_find(struct terminal *t, const char *text, int *row, int *column);
VTermScreenCell terminal_cell(const struct terminal *t, int row, int column);

/* false after ms milliseconds, or once the program has ended without it. */
bool terminal_wait_text(struct terminal *t, const char *text, int ms);
bool terminal_wait_gone(struct terminal *t, const char *text, int ms);
bool terminal_wait_exit(struct terminal *t, int ms);

/* Until the program sleeps in a write that the terminal does not take. */
bool terminal_wait_writing(struct terminal *t, int ms);

/* Until the program has eaten all input, all its output is on the screen, and it waits without
 * limit for more, or has ended. false after ms milliseconds. The program's /proc/PID/syscall must
 * be readable: not so, for other users than root, when it has cleared PR_SET_DUMPABLE. */
bool terminal_settle(struct terminal *t, int ms);

/* What the program left behind in the terminal, in a few words; NULL: it is as it was lent. */
const char *terminal_left_behind(struct terminal *t);

#endif
