/* SPDX-License-Identifier: MIT */
/* Checks that a document is strict JSON (RFC 8259), limited to what the files of this program need;
 * cJSON accepts more. Allocates nothing. */
#ifndef JSON_STRICT_H
#define JSON_STRICT_H

#include <stdbool.h>
#include <stddef.h>

enum { JSON_DEPTH_MAX = 64 };

/* Where a document is not strict JSON, and the message to report. */
struct json_fault {
	size_t at;           /* offset in bytes, from 0 */
	const char *message; /* static */
};

/* Scans a whole document in UTF-8, without a byte order mark. false: *fault says where and why.
 * Beyond RFC 8259, refuses in strings all control characters but \n, which a terminal would
 * obey; nesting deeper than JSON_DEPTH_MAX; and numbers that are not whole or have more than 15
 * digits, which a double would change. */
bool json_strict(const char *bytes, size_t len, struct json_fault *fault);

/* Return the offset after the string, or after any value, that begins at bytes[at] in a document
 * that json_strict() accepted. The document ends with NUL. */
size_t json_strict_string_end(const char *bytes, size_t at);
size_t json_strict_value_end(const char *bytes, size_t at);

#endif
