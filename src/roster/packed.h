/* SPDX-License-Identifier: MIT */
/* Masked text in few bytes, for lists of millions: runs of stars and of blanks are control characters, which text that
 * is clean has none of. 李**          1****************X takes nine bytes. All functions but packed_width() return
 * the end of what they write, without a NUL; it is never longer than the text. */
#ifndef PACKED_H
#define PACKED_H

#include <stddef.h>
#include <stdint.h>

enum { PACKED_RUN_MAX = 18 };

char *packed_run(char *to, char c, size_t count); /* c: a star or a blank */
char *packed_text(char *to, const char *clean);   /* text that is clean */
char *packed_clean(char *to, const char *text);   /* text, cleaned as by text_clean_line() */
char *packed_character(char *to, uint32_t cp);    /* the same for one character */

/* The text itself. Up to PACKED_RUN_MAX bytes behind it are overwritten. */
char *packed_expand(char *to, const char *packed);

int packed_width(const char *packed); /* columns */

/* A number, seven bits a byte, the lowest first. */
char *packed_number(char *to, size_t n);
size_t packed_take_number(const char **from); /* goes behind it */

#endif
