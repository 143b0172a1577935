/* SPDX-License-Identifier: MIT */
/* Draws a page into a window: title bar, sidebar or progress, body, notice, key hints. A frame
 * depends only on the page, the window's size and charset, and the scroll position. */
#ifndef FRAME_MAKE_H
#define FRAME_MAKE_H

#include <stdbool.h>

#include "view/frame.h"
#include "view/page.h"

/* Draws the page into *f; free it with frame_free(). A window smaller than FRAME_ROWS_MIN x
 * FRAME_COLUMNS_MIN shows only a message that asks for a larger one. ascii: rules and boxes of + -
 * |. */
void frame_make(struct frame *f, const struct page *p, int rows, int columns, bool ascii,
		struct scroll scroll);

#endif
