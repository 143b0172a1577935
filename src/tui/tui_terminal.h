/* SPDX-License-Identifier: MIT */
/* The terminal while curses has it; part of tui. However the program ends, the terminal is given
 * back as it was found. */
#ifndef TUI_TERMINAL_H
#define TUI_TERMINAL_H

#include <stdbool.h>
#include <stdint.h>
#include <termios.h>

/* Start with zeroes. */
struct tui_terminal {
	void *curses;         /* SCREEN */
	struct termios modes; /* before the program changed them */
	bool ascii, colours;
	bool in_use; /* something has been sent */
	bool cursor_hidden;
	bool adrift; /* the cursor may not be where curses expects it */
	int rows, columns;
	uint64_t *cells; /* owned; a hash of what each cell shows, 0 for nothing; NULL: not known */
};

/* Takes the terminal, but sends nothing yet. Returns NULL, or a static string that says what is
 * missing. ascii: draw with + - |, which is also done where line drawing characters are known not
 * to be one column wide. mouse: have clicks and the wheel reported, if possible. */
const char *tui_terminal_open(struct tui_terminal *t, bool ascii, bool mouse);

/* To be called before anything is sent: from then on a crash wipes the page. */
void tui_terminal_use(struct tui_terminal *t);

/* Has the terminal mark pasted text and, if that was asked for, report its mouse. Returns true if
 * it is to report its mouse. */
bool tui_terminal_listen(void);

/* Wipes and frees the record of what the terminal's cells show, which is then not known. */
void tui_terminal_forget(struct tui_terminal *t);

void tui_terminal_close(struct tui_terminal *t);

int tui_terminal_rows(void);
int tui_terminal_columns(void);

/* To be called when the window has a new size. */
void tui_terminal_resized(struct tui_terminal *t);

/* ^Z: gives the terminal back, stops the program, and takes the terminal again. */
void tui_terminal_stop(struct tui_terminal *t);

/* Has the terminal copy a text to the clipboard, if it knows OSC 52. Not for text that the student
 * typed. */
void tui_terminal_copy(const char *text);

#endif
