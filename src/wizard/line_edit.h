/* SPDX-License-Identifier: MIT */
/* One line of text being typed, with a caret that moves by characters. */
#ifndef LINE_EDIT_H
#define LINE_EDIT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/action.h"

/* Bytes: enough for 50 characters of 4 bytes, and for showing what exceeds them. */
enum { LINE_EDIT_MAX = 255 };

/* Holds personal data, never on the heap. Starts as zeroes; end with line_edit_wipe(). */
struct line_edit {
	char text[LINE_EDIT_MAX + 1]; /* well-formed UTF-8, NUL-terminated */
	size_t len, caret;            /* bytes; caret <= len, never inside a character */
};

/* Inserts text at the caret and moves the caret after it. Drops line breaks at either end, bad
 * bytes and control characters other than tabs; turns other line breaks into blanks. Keeps blanks,
 * as they are among the mistakes to report. Returns false and inserts nothing if it does not
 * fit. */
bool line_edit_insert(struct line_edit *e, const char *text);

/* Replaces the whole text. Returns false if it does not fit; the line is empty then. */
bool line_edit_set(struct line_edit *e, const char *text);

/* Carries out an action that moves the caret or deletes. A character includes its combining marks;
 * a word includes the blanks between it and the caret. Returns false for other actions. */
bool line_edit_apply(struct line_edit *e, enum action_kind kind);

/* The text as stars, one per character, so that the caret and the positions of findings stay the
 * same. Owned by the caller. */
char *line_edit_stars(const struct line_edit *e);

void line_edit_wipe(struct line_edit *e);

#endif
