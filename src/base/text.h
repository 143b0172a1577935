/* SPDX-License-Identifier: MIT */
/* Decodes and measures UTF-8, and cleans text from files and users for a terminal.
 *
 * Lengths are in bytes (size_t), characters (code points) or columns (int, cells of the terminal).
 * Columns follow wcwidth(), as in curses, and depend on the locale: call charset_choose() first. */
#ifndef TEXT_H
#define TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Decodes the first character of the n bytes at s. Returns its length in bytes, 1 to 4; 0 if n
 * is 0 or the bytes are not well-formed (RFC 3629: no overlong form, no surrogate, nothing above
 * U+10FFFF). */
size_t text_decode(const char *s, size_t n, uint32_t *cp);

/* Decodes the next character of a string and moves *s past it; a byte that is not well-formed
 * counts as U+FFFD. At the end, returns false and leaves *cp unchanged. */
bool text_next_sequence(const char **s, uint32_t *cp);
static inline bool text_next(const char **s, uint32_t *cp)
{
	if ((unsigned char)**s - 1U >= 0x7F) /* not ASCII, or the end */
		return text_next_sequence(s, cp);
	*cp = (unsigned char)*(*s)++;
	return true;
}

/* Writes cp as UTF-8 without a NUL, or U+FFFD if cp is no Unicode scalar value. Returns the length
 * in bytes, 1 to 4. */
size_t text_encode(uint32_t cp, char out[4]);

/* Returns the offset of the first byte that is not well-formed; len if there is none. */
size_t text_valid_bytes(const char *s, size_t len);

/* Like strcmp() == 0, but without a call if the first bytes differ, as they usually do. */
static inline bool text_same(const char *a, const char *b)
{
	return *a == *b && strcmp(a, b) == 0;
}

/* True if none of the bytes is above 0x7F. */
bool text_is_ascii(const char *s, size_t len);

/* Returns the number of characters; each invalid byte counts as one. */
size_t text_length(const char *s);

/* Returns the offset in bytes of the character with this index, from 0; the string's length if the
 * string is shorter. */
size_t text_offset(const char *s, size_t index);

/* Returns the columns of one character: 1 or 2; 0 for combining marks. */
int text_char_width(uint32_t cp);

/* Returns the columns of the first len bytes of a string; len must not split a character. */
int text_width_n(const char *s, size_t len);
int text_width(const char *s);

/* Returns how many bytes of s fit into `columns` columns: whole characters with their combining
 * marks. */
size_t text_fit(const char *s, int columns);

/* Returns a copy for a terminal, owned by the caller. Controls, bidi controls and invalid bytes
 * become U+FFFD; invisible characters and combining marks after the second are dropped; line
 * separators and fillers become a blank; ideographs that the locale does not know become 〓. '\n'
 * stays. */
char *text_clean(const char *s);

/* Like text_clean(), for text on one line: '\n' becomes a blank. */
char *text_clean_line(const char *s);

/* Returns the offset in text_clean_line(s) that corresponds to offset n in s, such as the
 * caret's. */
size_t text_clean_bytes(const char *s, size_t n);

/* Returns what text_clean() makes of one character; 0: it is dropped. */
uint32_t text_clean_char(uint32_t cp);

/* True for the full-width form of an ASCII character. */
static inline bool text_is_fullwidth(uint32_t cp)
{
	return cp >= 0xFF01 && cp <= 0xFF5E;
}

/* Returns the value of a text of digits, which may be full-width, from 1 to 999; 0 for any other
 * text. */
unsigned text_small_number(const char *s);

/* Returns the ASCII character of a full-width form; any other character unchanged. */
static inline uint32_t text_narrow(uint32_t cp)
{
	return text_is_fullwidth(cp) ? cp - (0xFF01 - '!') : cp;
}

/* True for Chinese characters of any block. */
bool text_is_ideograph(uint32_t cp);

/* True for blanks of any width, tabs and line breaks. */
bool text_is_blank(uint32_t cp);

/* True if is() is true for all characters, and for an empty string. */
bool text_all(const char *s, bool (*is)(uint32_t cp));
static inline bool text_all_blank(const char *s)
{
	return text_all(s, text_is_blank);
}

/* True if at least six digits of either width stand in a row, ignoring blanks and invisible
 * characters: the text may hold the number of a document or a phone, whatever field it was typed
 * into. */
bool text_holds_number(const char *s);

/* True for zero-width characters, controls including bidi controls, fillers and tags. */
bool text_is_invisible(uint32_t cp);

/* Writes the digits of a number, without a NUL. Returns how many. */
enum { TEXT_NUMBER = 20 };
size_t text_number(size_t n, char out[TEXT_NUMBER]);

/* Returns the value of count (at most 9) ASCII digits. */
static inline int text_digits(const char *digits, size_t count)
{
	int n = 0;

	while (count-- > 0)
		n = n * 10 + (*digits++ - '0');
	return n;
}

#endif
