/* SPDX-License-Identifier: MIT */
/* Lines of styled text: what a layout produces and a frame is made of. */
#ifndef LINES_H
#define LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "view/page.h"

/* Text of one style. */
struct run {
	int column; /* from 0 */
	enum style style;
	char *text; /* owned */
};

struct line {
	size_t count;
	struct run *runs; /* owned */
	int row;          /* the focusable row it belongs to; NO_ROW */
	bool joined;      /* shown only together with the next line */
};

/* Start with zeroes; free with lines_free(). */
struct lines {
	size_t count;
	struct line *items; /* owned */
	long caret_line;    /* from 0; NO_CARET: nothing is being edited */
	int caret_column;
	long kept_line;  /* last line of what is being edited, reserved lines included; NO_CARET */
	long focus_line; /* first line of the focused row; NO_CARET: no row has the focus */
	int left_out;    /* number of lines with text that a fixed page has no space for */
	int pinned;      /* number of last lines that stay in sight below what scrolls */
};

/* Appends a run with a copy of len bytes of text; no run for 0 bytes. */
void line_put(struct line *line, int column, enum style style, const char *text, size_t len);

/* Appends a run of a one-column text, repeated; no run for 0 times or less. */
void line_repeat(struct line *line, int column, enum style style, const char *text, int times);

/* Sets the style of the columns from `first` to `end`, `end` excluded, and fills gaps with blanks;
 * badges keep their style. No text may be before `first`. */
void line_fill(struct line *line, int first, int end, enum style style);

/* The column after the last run. */
int line_end(const struct line *line);

/* Appends an empty line. The pointer is valid until the next line is appended; lines_last() returns
 * it again. */
struct line *lines_add(struct lines *l);
struct line *lines_last(const struct lines *l);

/* Moves the lines of `from` into l, before line `at`. The caret stays with its text. */
void lines_insert(struct lines *l, size_t at, struct lines *from);

/* Copies the text of `from` into the lines of l, from a column on; adds lines if there are too
 * few. */
void lines_beside(struct lines *l, int column, struct lines *from);

/* Columns of the longest line. */
int lines_width(const struct lines *l);

/* Appends a run with a whole text to the last line, like line_put(). */
void lines_put(struct lines *l, int column, enum style style, const char *text);

/* Returns the lines as text, each ended by a newline. The caller frees it. */
char *lines_text(const struct lines *l);

/* Wipes and frees all lines; they may be used again. */
void lines_free(struct lines *l);

#endif
