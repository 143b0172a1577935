/* SPDX-License-Identifier: MIT */
/* Converts between UTF-8 and the terminal's charset: UTF-8, GB 18030, GBK or GB 2312. */
#ifndef CHARSET_H
#define CHARSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <wchar.h>

/* Sets LC_CTYPE from the environment, or to a UTF-8 locale if the environment's locale has no
 * Chinese charset (C, POSIX, missing, misspelt). Returns false if this system has no UTF-8
 * locale. */
bool charset_choose(void);

/* Writes text in the terminal's charset, cleaned by text_clean(). Replaces what the charset
 * lacks: a Chinese character by 〓, another by '?'. */
void charset_put(const char *text, FILE *out);

/* Like charset_put(), for a printf() format; its field widths count bytes. */
void charset_printf(FILE *out, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Like charset_put(), for text that is already clean. */
void charset_put_clean(const char *text, FILE *out);

/* True if the charset has this character. */
bool charset_has(uint32_t cp);

/* Decodes bytes from the terminal one at a time; drops invalid bytes and nothing else.
 * Initialised by zeroes. */
struct charset_decoder {
	mbstate_t state;
};

/* Adds one byte. Returns true if it completes a character, and sets *cp to it. */
bool charset_decode(struct charset_decoder *d, unsigned char byte, uint32_t *cp);

/* Converts text from the terminal to UTF-8, owned by the caller; invalid bytes become U+FFFD. */
char *charset_to_utf8(const char *bytes);

#endif
