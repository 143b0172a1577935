/* SPDX-License-Identifier: MIT */
/* Whether the curses front end can work on this terminal. */
#ifndef TUI_POSSIBLE_H
#define TUI_POSSIBLE_H

#include <stdbool.h>

/* false: *why says in a few words what is missing, static. */
bool tui_possible(const char **why);

/* The kernel's own text console: it has no Chinese glyphs at all. */
bool tui_is_console(void);

#endif
