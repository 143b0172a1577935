/* SPDX-License-Identifier: MIT */
/* Stores masked text in few bytes, for lists of millions: a run of stars or blanks becomes a
 * control character, of which clean text has none. 李**          1****************X takes nine
 * bytes with its NUL. The functions that write text or numbers return the end of what they write,
 * without a NUL; it is never longer than the text. */
#ifndef PACKED_H
#define PACKED_H

#include <stddef.h>
#include <stdint.h>

enum { PACKED_RUN_MAX = 18 };

char *packed_run(char *to, char c, size_t count); /* c: a star or a blank */
char *packed_text(char *to, const char *clean);   /* the text must be clean */
char *packed_clean(char *to, const char *text);   /* cleans the text as text_clean_line() does */
char *packed_character(char *to, uint32_t cp);    /* like packed_clean(), for one character */

/* Unpacks the text. Up to PACKED_RUN_MAX bytes behind it are overwritten. */
char *packed_expand(char *to, const char *packed);

int packed_width(const char *packed); /* columns */

/* Stores a number, seven bits per byte, the lowest first. */
char *packed_number(char *to, size_t n);
size_t packed_take_number(const char **from); /* moves *from behind it */

#endif
