/* SPDX-License-Identifier: MIT */
/* RFC 8259 to the letter, in front of cJSON, which takes much that is no JSON. Allocates nothing. */
#ifndef JSON_STRICT_H
#define JSON_STRICT_H

#include <stdbool.h>
#include <stddef.h>

/* Where a document breaks the rules, and which sentence says so. */
struct json_fault {
	size_t at;        /* byte */
	const char *says; /* static */
};

/* Scans a whole document in UTF-8, without a byte order mark. false: *fault says where and why.
 * Refused beyond RFC 8259: NUL in strings, for C cannot hold it; depth over JSON_DEPTH_MAX; numbers of
 * more than 15 digits, for they are rounded. */
bool json_strict(const char *bytes, size_t len, struct json_fault *fault);

/* The end of the string that begins with the quote at bytes[at]; of a document that json_strict()
 * has passed. */
size_t json_strict_string_end(const char *bytes, size_t at);

#endif
