/* SPDX-License-Identifier: MIT */
/* The curses front end: the only room that knows curses. */
#ifndef TUI_H
#define TUI_H

#include <stdbool.h>

#include "demo.h"
#include "session.h"

/* The key loop, demo NULL or playing in that session, until the student leaves, the input ends or a signal asks to end. The terminal is as it
 * was afterwards. Returns that signal's number, else 0. */
int tui_run(struct session *s, struct demo *demo, bool ascii);

/* The presenter's notes, until q, the end of input or a signal; its number, else 0. */
int tui_run_notes(bool ascii);

#endif
