/* SPDX-License-Identifier: MIT */
/* Paints frames; part of tui. */
#ifndef TUI_PAINT_H
#define TUI_PAINT_H

#include "tui/tui_terminal.h"
#include "view/frame.h"

/* Sets up the colours. To be called after tui_terminal_open(). */
void tui_paint_begin(struct tui_terminal *t);

/* Shows a frame; sends only what differs from the previous one. */
void tui_paint(struct tui_terminal *t, const struct frame *f);

#endif
