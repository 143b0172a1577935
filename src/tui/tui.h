/* SPDX-License-Identifier: MIT */
/* The curses front end: the only room that knows curses. */
#ifndef TUI_H
#define TUI_H

#include <stdbool.h>

#include "app/app.h"
#include "demo/demo.h"

enum { TUI_NO_SCREEN = -1 };

struct tui_look {
	bool ascii;      /* frames drawn with + - | */
	bool mouse;      /* clicks and the wheel are ours, no longer the terminal's own selection */
	bool hide_hints; /* no keys in the last row but ? */
};

/* The key loop, demo NULL or playing in that session, until the student leaves, the input ends or a
 * signal asks to end. The terminal is as it was afterwards. Returns that signal's number, else 0;
 * TUI_NO_SCREEN: curses could not take the terminal after all. */
int tui_run(struct app *app, struct demo *demo, struct tui_look look);

/* The presenter's notes, until q, the end of input or a signal. Returns the same. */
int tui_run_notes(struct tui_look look);

#endif
