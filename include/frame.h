/* SPDX-License-Identifier: MIT */
/* A page in a window: where am I, the road, the matter, the keys that work. Pure: rows and columns in,
 * runs out. */
#ifndef FRAME_H
#define FRAME_H

#include <stdbool.h>

#include "layout.h"
#include "page.h"

enum { FRAME_ROWS_MIN = 5, FRAME_COLUMNS_MIN = 20 };

/* What part of a page's lines is seen; kept from frame to frame. Start with zeroes. */
struct viewport {
	int top;           /* the first line shown, from 0 */
	bool follow;       /* bring the marked line into view */
	int height, total; /* lines of the window and of the page: set by frame_make() */
	int target_first, target_last; /* lines of what is marked; -1: nothing is */
};

struct frame {
	int rows, columns;
	struct lines lines;            /* one a row */
	bool bold;                     /* for a hall: everything */
	int cursor_row, cursor_column; /* from 0: at the caret, else at the marked line */
};

/* Draws the page; v is clamped to what there is. A window under FRAME_ROWS_MIN x FRAME_COLUMNS_MIN gets
 * a line that says what is needed. ascii: rules and frames drawn with + - |. */
void frame_make(struct frame *f, const struct page *p, int rows, int columns, bool ascii,
		struct viewport *v);
void frame_free(struct frame *f);

/* As text, a line a row, blanks at the ends left out; owned by the caller. */
char *frame_text(const struct frame *f);

/* Scrolls by lines (down is positive); the next frame clamps. */
void viewport_scroll(struct viewport *v, int lines);

/* Whether the marked line lies out of sight below (direction > 0) or above: going there needs a
 * scroll first, so that what lies between can be read. */
bool viewport_beyond(const struct viewport *v, int direction);

#endif
