/* SPDX-License-Identifier: MIT */
/* Draws a page into a window: title bar, sidebar or progress, body, notice, key hints. A frame
 * depends on nothing but the page, the size of the window and the scroll position. */
#ifndef FRAME_H
#define FRAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "view/lines.h"
#include "view/page.h"

enum { FRAME_ROWS_MIN = 5, FRAME_COLUMNS_MIN = 20 };

/* What a click on a cell means. */
enum hit_kind {
	HIT_NONE,
	HIT_ROW,  /* number: of the row, from 0 */
	HIT_STEP, /* number: of the step, from 1 */
	HIT_KEY   /* key: to be treated as pressed (key.h) */
};

struct hit {
	enum hit_kind kind;
	unsigned number;
	uint32_t key;
};

/* Cells of one row that mean the same. */
struct hit_region {
	int row, first, last; /* first and last column, both included */
	struct hit hit;
};

/* Which part of the body to show. */
struct scroll {
	int top;     /* first line, from 0; one past the end means the end */
	bool follow; /* scroll on until the focused row is visible */
	int notice;  /* the same as top, of a notice that is longer than its rows */
};

struct frame {
	int rows, columns;
	struct lines lines;            /* one for each row of the window */
	int cursor_row, cursor_column; /* from 0 */
	bool cursor_hidden;            /* there is nothing to point at */
	int top;                       /* the first line of the body that is shown */
	int body_rows, body_lines;     /* of the window; of the whole body */
	int below; /* lines of the body out of sight below, left out ones included */
	int notice_top, notice_rows, notice_below; /* the same of the notice */
	bool row_hidden; /* scrolled by hand, or below a notice: what the focused row asks about */
	size_t hit_region_count;
	struct hit_region *hit_regions; /* owned */
};

/* Draws the page; free the frame with frame_free(). A window smaller than FRAME_ROWS_MIN x
 * FRAME_COLUMNS_MIN gets a message that asks for more. ascii: rules and boxes of + - |. */
void frame_make(struct frame *f, const struct page *p, int rows, int columns, bool ascii,
		struct scroll scroll);
void frame_free(struct frame *f);

/* What a click on a cell means; row and column from 0, any value allowed. */
struct hit frame_at(const struct frame *f, int row, int column);

#endif
