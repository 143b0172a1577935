/* SPDX-License-Identifier: MIT */
/* The terminal, lent from whoever started us; part of tui. */
#ifndef TUI_TERMINAL_H
#define TUI_TERMINAL_H

#include <stdbool.h>
#include <termios.h>

#include "view/frame.h"

/* Start with zeroes. */
struct tui_terminal {
	void *curses;         /* SCREEN */
	struct termios modes; /* as we found them */
	bool ascii, colours;
};

/* Takes the terminal; it is given back even when memory runs out. false: curses cannot use it. */
bool tui_terminal_open(struct tui_terminal *t, bool ascii, bool mouse);

/* Has the terminal mark what is pasted and, if that was asked for when it was opened, report its mouse.
 * Returns whether it reports its mouse. */
bool tui_terminal_listen(void);

void tui_terminal_close(struct tui_terminal *t);

int tui_terminal_rows(void);
int tui_terminal_columns(void);

/* Paints a frame: what differs is sent, in one go. */
void tui_terminal_paint(const struct tui_terminal *t, const struct frame *f);

/* The window has another size. */
void tui_terminal_resized(void);

/* ^Z: gives the terminal back, stops, and takes it again. */
void tui_terminal_stop(void);

/* OSC 52: a terminal that knows it puts the text into the clipboard. Addresses of the guide only. */
void tui_terminal_copy(const char *text);

#endif
