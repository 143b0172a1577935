/* SPDX-License-Identifier: MIT */
/* UTF-8, columns, and the cleaning of text from outside.
 *
 * Three measures, never mixed: bytes (size_t), characters (code points, places counted from 1) and
 * columns (int, cells of the terminal). Widths are those of wcwidth(), which is what curses uses,
 * so they follow the locale: a caller sets LC_CTYPE first. The dots of names take two columns. */
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Reads one character of the n bytes at s into *cp. Returns its bytes, 1 to 4; 0 when n is 0 or the
 * bytes are no well-formed UTF-8 (RFC 3629: no overlong form, no surrogate, nothing above
 * U+10FFFF). */
size_t text_decode(const char *s, size_t n, uint32_t *cp);

/* Writes cp as UTF-8, no NUL after it. Returns the bytes, 1 to 4; U+FFFD stands for what is no
 * Unicode scalar value. */
size_t text_encode(uint32_t cp, char out[4]);

/* The offset of the first byte that is no well-formed UTF-8; len when all is well. */
size_t text_valid_bytes(const char *s, size_t len);

/* Whether two strings are the same bytes. Most that are not differ in the first: no call is needed. */
static inline bool text_same(const char *a, const char *b)
{
	return *a == *b && strcmp(a, b) == 0;
}

/* Characters of a well-formed string; each bad byte counts as one. */
size_t text_length(const char *s);

/* Bytes before the character at index `index` (from 0) of a string; its length when it is shorter. */
size_t text_offset(const char *s, size_t index);

/* Columns of one character: 0 for marks, 1, or 2. A character that the C library cannot draw counts
 * as what text_clean() puts in its stead. */
int text_char_width(uint32_t cp);

/* Columns of the first len bytes of a string. */
int text_width_n(const char *s, size_t len);
int text_width(const char *s);

/* Bytes of s that fit into `columns` columns, whole characters only, marks kept with their base. */
size_t text_fit(const char *s, int columns);

/* A copy fit for a terminal, owned by the caller: controls, bidi controls and bad bytes become
 * U+FFFD, invisible characters vanish, wide blanks (U+2028, U+3164 …) become a blank, more than two
 * marks in a row are dropped, ideographs newer than the C library become 〓. '\n' stays. */
char *text_clean(const char *s);

/* The same for what must stay on one line: '\n' becomes a blank. */
char *text_clean_line(const char *s);

/* Bytes of text_clean_line(s) that come from the first n bytes of s: where a caret in s stands. */
size_t text_clean_bytes(const char *s, size_t n);

/* The same for one character: what to draw in its stead; 0 to draw nothing. */
uint32_t text_clean_char(uint32_t cp);

/* A letter, digit or sign of ASCII in the width of an ideograph. */
static inline bool text_is_fullwidth(uint32_t cp)
{
	return cp >= 0xFF01 && cp <= 0xFF5E;
}

/* The same in ASCII; any other character is left as it is. */
static inline uint32_t text_narrow(uint32_t cp)
{
	return text_is_fullwidth(cp) ? cp - (0xFF01 - '!') : cp;
}

/* A Chinese character, of any block. */
bool text_is_ideograph(uint32_t cp);

bool text_is_blank(uint32_t cp); /* a blank of any width, tab and line breaks included */
bool text_is_invisible(
	uint32_t cp); /* zero width, joiners, bidi and other controls, fillers, tags */

/* The number that the next `count` (at most 9) characters make, which are all ASCII digits. */
static inline int text_digits(const char *digits, size_t count)
{
	int n = 0;

	while (count-- > 0)
		n = n * 10 + (*digits++ - '0');
	return n;
}

#endif
