/* SPDX-License-Identifier: MIT */
/* Draws a page into a window: title bar, sidebar or progress, body, notice, key hints. A frame
 * depends only on the page, the window's size and charset, and the scroll position. */
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
	HIT_KEY   /* key: handle it as if pressed (key.h) */
};

struct hit {
	enum hit_kind kind;
	unsigned number;
	uint32_t key;
};

/* Adjacent cells of one row with the same meaning. */
struct hit_region {
	int row, first, last; /* first and last column, both included */
	struct hit hit;
};

/* Which part of the body to show. */
struct scroll {
	int top;     /* first line to show, from 0; larger values show the end */
	bool follow; /* scroll further if the focused row is not visible */
	int notice;  /* first row to show of a notice that is longer than its space */
};

struct frame {
	int rows, columns;
	struct lines lines;            /* one for each row of the window */
	int cursor_row, cursor_column; /* from 0 */
	bool cursor_hidden;            /* on a blank or fixed page, or with no row to point at */
	int top;                       /* the first line of the body that is shown */
	int body_rows, body_lines; /* of the part that scrolls: rows in the window, and all lines */
	int below; /* lines of the body out of sight below, including those left out */
	int notice_top, notice_rows, notice_below; /* first row shown, rows shown, rows below */
	bool row_hidden;   /* scrolling or a notice hides what the focused row asks about */
	bool focus_hidden; /* scrolled away from the focused row, which Enter acts on */
	size_t hit_region_count;
	struct hit_region *hit_regions; /* owned */
};

/* Draws the page into *f; free it with frame_free(). A window smaller than FRAME_ROWS_MIN x
 * FRAME_COLUMNS_MIN shows only a message that asks for a larger one. ascii: rules and boxes of + -
 * |. */
void frame_make(struct frame *f, const struct page *p, int rows, int columns, bool ascii,
		struct scroll scroll);
void frame_free(struct frame *f);

/* Returns what a click on a cell means; row and column from 0, any value allowed. */
struct hit frame_at(const struct frame *f, int row, int column);

#endif
