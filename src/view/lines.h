/* SPDX-License-Identifier: MIT */
/* What is shown, line by line, in stretches of one style. */
#ifndef LINES_H
#define LINES_H

#include <stddef.h>

#include "view/page.h"

/* A stretch of one style; columns from 0. */
struct run {
	int column;
	enum style style;
	char *text; /* owned */
};

struct line {
	size_t count;
	struct run *runs; /* owned */
	int row;          /* which line of the list it belongs to; NO_ROW */
};

struct lines {
	size_t count;
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
