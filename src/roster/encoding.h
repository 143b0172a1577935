/* SPDX-License-Identifier: MIT */
/* Which encoding a file of text is in, and its bytes as UTF-8. */
#ifndef ENCODING_H
#define ENCODING_H

#include <iconv.h>
#include <stdbool.h>
#include <stddef.h>

#include "roster/table.h"

/* ASCII: nothing else has been seen yet. */
enum encoding { ENCODING_ASCII, ENCODING_UTF8, ENCODING_GB18030 };

const char *encoding_name(enum encoding encoding); /* "ASCII", "UTF-8", "GB18030" */

/* Whether all bytes are ASCII, NUL included, and so the same in every encoding. */
bool encoding_is_ascii(struct slice s);

/* The encoding of most lines. complete: the last line is whole. */
enum encoding encoding_find(struct slice head, bool complete);

/* Characters in bytes of this encoding; an invalid byte counts as one. */
size_t encoding_count(enum encoding encoding, struct slice s);

struct decoder {
	enum encoding encoding;
	iconv_t gb18030; /* owned; (iconv_t)-1: not opened, or the system has none */
};

/* Opens the conversion from GB 18030 if it is not open yet. false: the system has none. */
bool decoder_ready(struct decoder *d);

enum decoded {
	DECODED,
	DECODED_OTHER, /* the bytes are of the other encoding, and were read so */
	DECODED_BAD    /* some are of neither, or too few to tell */
};

/* Decodes s into out, cut at a whole character to fit, NUL-terminated; NUL and invalid bytes become
 * U+FFFD. */
enum decoded decoder_read(struct decoder *d, struct slice s, char *out, size_t size);

#endif
