/* SPDX-License-Identifier: MIT */
/* A page in a window: where am I, the road, the matter, the keys that work. Pure: rows and columns in,
 * runs out. */
#ifndef FRAME_H
#define FRAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "view/page.h"
#include "view/lines.h"
#include "view/viewport.h"

enum { FRAME_ROWS_MIN = 5, FRAME_COLUMNS_MIN = 20 };

/* What a click means at a place. */
enum hit_kind {
	HIT_NONE,
	HIT_ROW,  /* number: which line of the list, from 0 */
	HIT_STEP, /* number: of the step, from 1 */
	HIT_KEY   /* key (key.h): as if it were pressed */
};

struct hit {
	enum hit_kind kind;
	unsigned number;
	uint32_t key;
};

/* A stretch of a row that means something. */
struct hit_region {
	int row, first, last; /* columns, the last one too */
	struct hit hit;
};

struct frame {
	int rows, columns;
	struct lines lines;            /* one a row */
	bool bold;                     /* for a hall: everything */
	int cursor_row, cursor_column; /* from 0: at the caret, else at the marked line */
	size_t hit_region_count;
	struct hit_region *hit_regions; /* owned */
};

/* Draws the page; v is clamped to what there is. A window under FRAME_ROWS_MIN x FRAME_COLUMNS_MIN gets
 * a line that says what is needed. ascii: rules and frames drawn with + - |. */
void frame_make(struct frame *f, const struct page *p, int rows, int columns, bool ascii,
		struct viewport *v);
void frame_free(struct frame *f);

/* What stands at a cell, from 0. */
struct hit frame_at(const struct frame *f, int row, int column);

/* As text, a line a row, blanks at the ends left out; owned by the caller. */
char *frame_text(const struct frame *f);

#endif
