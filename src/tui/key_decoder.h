/* SPDX-License-Identifier: MIT */
/* What the terminal sends, once the names of its keys are known: bytes into characters, and what is
 * pasted kept apart from what is typed. */
#ifndef KEY_DECODER_H
#define KEY_DECODER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/charset.h"

enum { PASTE_MAX = 1024 };

/* Start with zeroes. Holds what is pasted. */
struct key_decoder {
	struct charset_decoder charset;
	bool pasting;
	size_t len;
	char pasted[PASTE_MAX + 8]; /* UTF-8; what is longer is cut */
};

/* Feeds one byte. true: *key is the key it completes (key.h; never NUL). A bad byte is dropped. */
bool key_decoder_byte(struct key_decoder *d, unsigned char byte, uint32_t *key);

/* A key of name (key.h), 0 for one that has none here. true: *key is it. Dropped amid a paste. */
bool key_decoder_name(struct key_decoder *d, uint32_t name, uint32_t *key);

/* Around what is pasted. end: the text, borrowed until key_decoder_wipe(); NULL when nothing was begun. */
void key_decoder_paste_begin(struct key_decoder *d);
const char *key_decoder_paste_end(struct key_decoder *d);

/* Forgets what was pasted last; not while more of it is to come. */
void key_decoder_wipe(struct key_decoder *d);

#endif
