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
	bool joined;      /* is shown only with the next line */
};

/* Start with zeroes; free with lines_free(). */
struct lines {
	size_t count;
	struct line *items; /* owned */
	long caret_line;    /* from 0; NO_CARET: nothing is being edited */
	int caret_column;
	long kept_line;  /* the last of those that belong to what is being edited; NO_CARET */
	long focus_line; /* where the focused row begins; NO_CARET: none has the focus */
	int left_out;    /* lines with text that a fixed page has no space for */
	int pinned;      /* the last lines, which stay in sight below what scrolls */
};

/* Appends a run with a copy of len bytes of text; no run for 0 bytes. */
void line_put(struct line *line, int column, enum style style, const char *text, size_t len);

/* Appends a run of a one-column text, repeated; no run for 0 times or less. */
void line_repeat(struct line *line, int column, enum style style, const char *text, int times);

/* Gives the columns from `first` to before `end` a style, blanks included; badges keep theirs.
 * Nothing may stand before them. */
void line_fill(struct line *line, int first, int end, enum style style);

/* The column after the last run. */
int line_end(const struct line *line);

/* Appends an empty line; valid until the next one is appended. lines_last() returns that one
 * again. */
struct line *lines_add(struct lines *l);
struct line *lines_last(const struct lines *l);

/* Moves lines into others, before line `at`; the caret stays at its text. */
void lines_insert(struct lines *l, size_t at, struct lines *from);

/* Moves the runs of lines into others, to the right of them. */
void lines_beside(struct lines *l, int column, struct lines *from);

/* Columns of the longest line. */
int lines_width(const struct lines *l);

/* The same as line_put() for all of a text, on the last line. */
void lines_put(struct lines *l, int column, enum style style, const char *text);

/* The lines as text, each with its end. The caller frees it. */
char *lines_text(const struct lines *l);

/* Wipes and frees all lines; they may be used again. */
void lines_free(struct lines *l);

#endif
