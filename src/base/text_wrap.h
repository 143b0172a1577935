/* SPDX-License-Identifier: MIT */
/* Breaks Chinese text into lines. Separate from text.h because it needs libunibreak, which the
 * rules do not need. */
#ifndef TEXT_WRAP_H
#define TEXT_WRAP_H

#include <stddef.h>

/* One line, without trailing blanks. */
struct text_line {
	size_t start, len; /* bytes */
	int columns;
};

/* Breaks s, which is well-formed, into lines of at most `columns` (>= 2) columns by UAX #14:
 * closing punctuation begins no line, opening punctuation ends none. An address or number in ASCII,
 * or a name in 【】, is split only if it is longer than a line. '\n' ends a line. Returns an array
 * owned by the caller, and its size, at least 1, in *count. */
struct text_line *text_wrap(const char *s, int columns, size_t *count);

/* An emphasised part of a text. */
struct text_span {
	size_t start, end; /* bytes, end not included */
};

/* Removes the pairs of `**` from s. Returns the plain text, and in *spans where it is
 * emphasised; both are owned by the caller, *spans is NULL if *count is 0. */
char *text_emphasis(const char *s, struct text_span **spans, size_t *count);
char *text_unmarked(const char *s); /* the plain text alone */

#endif
