/* SPDX-License-Identifier: MIT */
/* Breaks Chinese text into lines. Apart from text.h, so that the rules need no line breaking library. */
#ifndef TEXT_WRAP_H
#define TEXT_WRAP_H

#include <stddef.h>

/* One line of wrapped text: the bytes to print, trailing blanks left out. */
struct text_line {
	size_t start, len; /* bytes */
	int columns;
};

/* Breaks s (well-formed: cleaned) into lines of at most `columns` (>= 2) columns, by UAX #14 as
 * Chinese wants it: no closing punctuation at a line's start, no opening one at its end; a run of
 * ASCII (address, number, mail) is split only when it fits on no line. '\n' ends a line. Returns
 * the lines, owned by the caller, and their number in *count (at least 1). */
struct text_line *text_wrap(const char *s, int columns, size_t *count);

/* Takes the `**` marks out of s. Returns the plain text, owned; *spans (owned, may be NULL when
 * *count is 0) holds the emphasised stretches in bytes of the plain text. An unpaired mark stays. */
struct text_span {
	size_t start, end; /* bytes, end not included */
};
char *text_emphasis(const char *s, struct text_span **spans, size_t *count);

#endif
