/* SPDX-License-Identifier: MIT */
/* The terminal, lent from whoever started us; part of tui. */
#ifndef TUI_SCREEN_H
#define TUI_SCREEN_H

#include <stdbool.h>
#include <termios.h>

#include "view/frame.h"

/* Start with zeroes. */
struct tui_screen {
	void *curses;         /* SCREEN */
	struct termios modes; /* as we found them */
	bool ascii, colours;
};

/* Takes the terminal; it is given back even when memory runs out. false: curses cannot use it. */
bool tui_screen_open(struct tui_screen *t, bool ascii, bool mouse);

/* Has the terminal tell what is pasted and, if that was wanted when it was opened, send its mouse. */
void tui_screen_listen(void);

void tui_screen_close(struct tui_screen *t);

int tui_screen_rows(void);
int tui_screen_columns(void);

/* Paints a frame: what differs is sent, in one go. */
void tui_screen_paint(const struct tui_screen *t, const struct frame *f);

/* The window has another size. */
void tui_screen_resized(void);

/* ^Z: gives the terminal back, stops, and takes it again. */
void tui_screen_stop(void);

/* OSC 52: a terminal that knows it puts the text into the clipboard. Addresses of the guide only. */
void tui_screen_copy(const char *text);

#endif
