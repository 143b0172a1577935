/* SPDX-License-Identifier: MIT */
/* One line of text being typed, with a caret that moves by characters. Pure: no keys, no screen. */
#ifndef LINE_EDIT_H
#define LINE_EDIT_H

#include <stdbool.h>
#include <stddef.h>

enum {
	LINE_EDIT_MAX = 255
}; /* bytes: 50 characters of 4 bytes, and room to see what is too much */

/* Holds personal data in place, never on the heap; start with zeroes, end with line_edit_wipe(). */
struct line_edit {
	char text[LINE_EDIT_MAX + 1]; /* well-formed UTF-8, NUL-terminated */
	size_t len, caret;            /* bytes; caret <= len, never inside a character */
};

/* Inserts text at the caret, which moves behind it. Line breaks at either end are left out, those
 * inside become blanks, other control characters and bad bytes are left out; a blank stays, for it is
 * one of the slips to be shown. false: it did not fit whole, and nothing was inserted. */
bool line_edit_insert(struct line_edit *e, const char *text);

/* Replaces everything; the caret stands at the end. false as above, and the line is empty then. */
bool line_edit_set(struct line_edit *e, const char *text);

void line_edit_backspace(struct line_edit *e);
void line_edit_delete(struct line_edit *e);
void line_edit_left(struct line_edit *e);
void line_edit_right(struct line_edit *e);
void line_edit_home(struct line_edit *e);
void line_edit_end(struct line_edit *e);
void line_edit_kill_to_start(struct line_edit *e);
void line_edit_kill_to_end(struct line_edit *e);
void line_edit_kill_word(
	struct line_edit *e); /* blanks before the caret, then what is before them */
void line_edit_wipe(struct line_edit *e);

#endif
