/* SPDX-License-Identifier: MIT */
/* Whether the curses front end can work on this terminal. */
#ifndef TUI_POSSIBLE_H
#define TUI_POSSIBLE_H

#include <stdbool.h>

/* false: *why says in a few words, static, what is missing. */
bool tui_possible(const char **why);

/* Whether standard output is the kernel's text console, which has no Chinese glyphs. */
bool tui_is_console(void);

#endif
