/* SPDX-License-Identifier: MIT */
/* Paints frames; part of tui. */
#ifndef TUI_PAINT_H
#define TUI_PAINT_H

#include "tui/tui_terminal.h"
#include "view/frame.h"

/* Sets up the colours. To be called once curses has the terminal. */
void tui_paint_begin(struct tui_terminal *t);

/* Shows a frame; sends only what differs from the one before. */
void tui_paint(struct tui_terminal *t, const struct frame *f);

/* To be called when the window no longer shows what was painted, and at the end. */
void tui_paint_forget(struct tui_terminal *t);

#endif
