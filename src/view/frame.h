/* SPDX-License-Identifier: MIT */
/* A frame: what a window shows, as text with styles, and what a click on it means. */
#ifndef FRAME_H
#define FRAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "view/keymap.h"
#include "view/lines.h"

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

void frame_free(struct frame *f);

/* Returns what a click on a cell means; row and column from 0, any value allowed. */
struct hit frame_at(const struct frame *f, int row, int column);

/* Draws text on a row, up to the edge of the window. */
void frame_draw(struct frame *f, int row, int column, enum style style, const char *text);

/* The same, cut to `space` columns; or at the right edge. */
void frame_draw_n(struct frame *f, int row, int column, enum style style, const char *text,
		  int space);
void frame_draw_right(struct frame *f, int row, enum style style, const char *text);

/* Draws at most `rows` rows of a wrapped text, without its first `skipped` rows. */
void frame_draw_wrapped(struct frame *f, int row, int rows, const char *text, int skipped);

/* Returns the rows that a text takes, at most max, with one column free on either side. */
int frame_count_rows(const char *text, int columns, int max);

/* Says what a click on `width` cells means. */
void frame_add_hit(struct frame *f, int row, int column, int width, struct hit hit);

/* Returns what a click on the hint of a key means. */
struct hit frame_key_hit(const struct binding *b);

#endif
