/* SPDX-License-Identifier: MIT */
/* Finds the encoding of a text file and decodes it to UTF-8. */
#ifndef ENCODING_H
#define ENCODING_H

#include <iconv.h>
#include <stdbool.h>
#include <stddef.h>

#include "table/table.h"

/* ENCODING_ASCII: only ASCII bytes have been seen so far. */
enum encoding { ENCODING_ASCII, ENCODING_UTF8, ENCODING_GB18030 };

const char *encoding_name(enum encoding encoding); /* "ASCII", "UTF-8", "GB18030" */

/* Returns true if all bytes, NUL included, are ASCII, and so the same in every encoding. */
bool encoding_is_ascii(struct slice s);

/* Returns the encoding of most lines. complete: the last line is whole. */
enum encoding encoding_find(struct slice head, bool complete);

/* Counts the characters of s in this encoding; an invalid byte counts as one. */
size_t encoding_count(enum encoding encoding, struct slice s);

struct decoder {
	enum encoding encoding;
	iconv_t gb18030;  /* owned; (iconv_t)-1: not opened, or not supported by the system */
	size_t row;       /* number of the row that is read; 0: not known */
	size_t other_row; /* the last row with a cell in the other encoding; 0: none */
};

/* Opens the conversion from GB 18030 if it is not open yet. Returns false if the system has
 * none. */
bool decoder_ready(struct decoder *d);

/* Decodes s into out, NUL-terminated, cut between characters to fit; NUL and invalid bytes become
 * U+FFFD. Returns false if s was decoded from the encoding that is not the file's: it is almost
 * certainly in that, or its row is next to one that is. */
bool decoder_read(struct decoder *d, struct slice s, char *out, size_t size);

#endif
