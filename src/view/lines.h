/* SPDX-License-Identifier: MIT */
/* What is shown, line by line, in stretches of one style. */
#ifndef LINES_H
#define LINES_H

#include <stddef.h>

#include "screens/page.h"

enum style {
	STYLE_PLAIN,
	STYLE_HEADING,
	STYLE_EMPHASIS,
	STYLE_QUIET,
	STYLE_GOOD,
	STYLE_WARNING,
	STYLE_BAD,
	STYLE_MARKED, /* the mark of the line that the student is on, and a value to be changed there */
	STYLE_CODE,  /* dark on light, whatever the terminal */
	STYLE_TARGET /* what is to be clicked, in a figure */
};

/* A stretch of one style; columns from 0. */
struct run {
	int column;
	enum style style;
	char *text; /* owned */
};

struct line {
	size_t count;
	struct run *runs; /* owned */
	int target;       /* which line of the list it belongs to; NO_TARGET */
};

struct lines {
	size_t count, capacity;
	struct line *items; /* owned; start with zeroes */
	long caret_line;    /* where the caret stands, from 0; NO_CARET: nothing is being typed */
	int caret_column;
};

/* Adds a run of len bytes of a text, copied, to a line; nothing where there are none. */
void line_put(struct line *line, int column, enum style style, const char *text, size_t len);
void line_clear(struct line *line);

/* Adds an empty line; adds a run to the last line (text copied). */
struct line *lines_add(struct lines *l);
void lines_put(struct lines *l, int column, enum style style, const char *text);
void lines_put_n(struct lines *l, int column, enum style style, const char *text, size_t len);
void lines_free(struct lines *l);

#endif
