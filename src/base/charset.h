/* SPDX-License-Identifier: MIT */
/* What the terminal speaks: UTF-8, or a Chinese charset of its locale (GB 18030, GBK, GB 2312). */
#ifndef CHARSET_H
#define CHARSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <wchar.h>

/* Sets LC_CTYPE from the environment, and to a UTF-8 one where that knows no Chinese (C, POSIX,
 * missing, misspelt). false: there is none on this system. */
bool charset_choose(void);

/* Writes text in the terminal's charset, cleaned by text_clean(). Replaces what the charset lacks: a Chinese
 * character by 〓, another by '?'. */
void charset_put(const char *text, FILE *out);

/* Whether the terminal can be sent this character. */
bool charset_has(uint32_t cp);

/* Bytes from the terminal into characters, one byte at a time; a bad byte is dropped alone, and costs
 * no other. Start with zeroes. */
struct charset_decoder {
	mbstate_t state;
};

/* Feeds one byte. true: *cp is a character. */
bool charset_decode(struct charset_decoder *d, unsigned char byte, uint32_t *cp);

/* A line of the terminal as UTF-8, owned by the caller; bad bytes become U+FFFD. */
char *charset_to_utf8(const char *bytes);

#endif
