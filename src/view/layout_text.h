/* SPDX-License-Identifier: MIT */
/* Draws texts, marks and statuses into the lines of a layout; holds the state that the files
 * layout_*.c share. */
#ifndef LAYOUT_TEXT_H
#define LAYOUT_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text_wrap.h"
#include "view/lines.h"
#include "view/page.h"

enum {
	LAYOUT_WIDE_FROM = 50, /* minimum columns of a window for a margin of 2 */
	LAYOUT_GAP_FROM = 15,  /* minimum rows for an empty line below the heading */
	LAYOUT_GROWN_FROM = 24 /* minimum rows for empty lines between items of a growing form */
};

/* State while the blocks are laid out one after the other. */
struct layout {
	const struct page *page;
	const bool *left_out; /* for each block, whether it is left out; NULL: none is */
	struct lines *out;
	int columns, rows;
	int window_columns; /* of the window; the text takes fewer, but a QR code may need all */
	bool ascii;
	int margin;       /* columns before the text */
	int mark_width;   /* of fields and table rows, with the gap after it; 0: none has a mark */
	int label_width;  /* of fields and table rows, with the gap after it; 0: labels are above */
	int text_width;   /* of table rows, with the gap after it */
	int row;          /* of the last block laid out, to which findings belong */
	bool headed;      /* the first heading is laid out */
	bool spaced;      /* an empty line between any two items */
	bool airy;        /* two empty lines between any two items */
	bool alone;       /* only the focused row is laid out */
	const char *side; /* left border of the box around the lines; NULL: none */
	int side_column;
	/* The field laid out last, for its findings: */
	int value_column;
	const char *value;
	size_t value_start; /* bytes of the value that are scrolled out at the left */
	uint64_t pointed;   /* characters of the value with a "^" below; bits as in block.places */
	int reserved;       /* lines below the field that are still kept for findings */
	int saved;          /* lines that the value to compare takes less while one is typed */
	bool found;         /* a finding has been drawn in these lines */
	const struct block *pending; /* table row whose status goes into these lines; NULL: none */
	bool unused;                 /* the last line is an unused one of these */
	const struct block *drawn;   /* the only figure that is drawn; NULL: none yet */
	struct lines figure;         /* its lines, to be placed when all else is laid out */
	size_t figure_line;          /* index of the line before which the figure belongs */
	bool beside;
};

/* Returns true for the focused row, and for the only field of a page without rows. */
static inline bool layout_is_focused(const struct layout *l, const struct block *b)
{
	return b->row == l->page->row && (b->row != NO_ROW || b->caret != NO_CARET);
}

static inline bool layout_is_cramped(const struct layout *l)
{
	return l->rows > 0 && l->rows <= PAGE_CRAMPED;
}

static inline bool layout_is_low(const struct layout *l)
{
	return l->rows > 0 && l->rows < LAYOUT_GAP_FROM;
}

/* Adds a line, of a row of the page or NO_ROW; or an empty one, unless there is one or this is the
 * top. */
void layout_text_line(struct layout *l, int row);
void layout_text_gap(struct layout *l);

/* Returns the column after the text of the last line. */
int layout_text_used(const struct layout *l);

/* Puts text into the last line, from a column on. */
void layout_text_put(const struct layout *l, int column, enum style style, const char *text);

/* Draws wrapped text from a column of the last line on. Further lines start in the same column and
 * belong to the same row. */
void layout_text_draw(struct layout *l, int column, const char *text, enum style style);

/* The same for text with `**` marks. Not for values, in which asterisks hide characters. */
void layout_text_draw_marked(struct layout *l, int column, const char *marked, enum style style);

/* Wraps text so that the last line has more than one Chinese character and a full stop, if that
 * takes no additional line. The caller frees it. */
struct text_line *layout_text_wrap(const char *text, int space, size_t *count);

/* Draws a status, as a badge if its style is good, warning or bad. */
void layout_text_status(struct layout *l, int column, const struct block *b);
int layout_text_status_width(const struct block *b); /* columns; 0: there is none */

/* Puts the status at the right end of the last line, or of a new line if that has no space. */
void layout_text_status_right(struct layout *l, const struct block *b);

/* Draws the mark of a block at the left; or the one of a block that Enter opens, after its text. */
void layout_text_mark(struct layout *l, const struct block *b);
void layout_text_opens(const struct layout *l, const struct block *b);

#endif
