/* SPDX-License-Identifier: MIT */
/* The curses front end. Only the tui*.c files include curses. */
#ifndef TUI_H
#define TUI_H

#include <stdbool.h>

#include "app/app.h"
#include "demo/demo.h"

enum { TUI_NO_TERMINAL = -1 };

/* Returns true if standard output is the kernel's text console, which has no Chinese glyphs. */
bool tui_is_console(void);

struct tui_options {
	bool ascii; /* rules and boxes of + - | */
	bool mouse; /* take clicks and the wheel; the terminal then selects no text with them */
	bool hide_hints; /* show no key hint but the one for help */
};

/* Runs the key loop until the student leaves, the input ends or a signal asks to end, and restores
 * the terminal. demo: plays in the app; NULL if absent. Returns the signal's number, else 0;
 * TUI_NO_TERMINAL if curses cannot use the terminal: *why is then a static string that says what is
 * missing. */
int tui_run(struct app *app, struct demo *demo, struct tui_options options, const char **why);

/* Shows the presenter's notes until q, the end of input or a signal. Returns as tui_run() does. */
int tui_run_notes(struct tui_options options, const char **why);

#endif
