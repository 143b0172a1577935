/* SPDX-License-Identifier: MIT */
/* Converts between UTF-8 and the terminal's charset: UTF-8, GB 18030, GBK or GB 2312. */
#ifndef CHARSET_H
#define CHARSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <wchar.h>

/* Sets LC_CTYPE from the environment, or to a UTF-8 locale if that one has no Chinese charset
 * (C, POSIX, missing, misspelt). false if this system has none. */
bool charset_choose(void);

/* Writes text in the terminal's charset, cleaned by text_clean(). Replaces what the charset
 * lacks: a Chinese character by 〓, another by '?'. */
void charset_put(const char *text, FILE *out);

/* The same for what a format makes; widths in it count bytes. */
void charset_printf(FILE *out, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The same for text that is clean. */
void charset_put_clean(const char *text, FILE *out);

/* True if the charset has this character. */
bool charset_has(uint32_t cp);

/* Decodes bytes from the terminal one at a time; drops invalid bytes and nothing else.
 * Initialised by zeroes. */
struct charset_decoder {
	mbstate_t state;
};

/* Adds one byte. true if it completes a character, which is *cp. */
bool charset_decode(struct charset_decoder *d, unsigned char byte, uint32_t *cp);

/* Text from the terminal as UTF-8, owned by the caller; invalid bytes become U+FFFD. */
char *charset_to_utf8(const char *bytes);

#endif
