/* SPDX-License-Identifier: MIT */
/* How the strict scanner's own sources share the work; nobody else includes this. */
#ifndef JSON_STRICT_INTERNAL_H
#define JSON_STRICT_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/json_in.h"
#include "base/json_strict.h"

/* The bytes are well-formed UTF-8. */
struct json_scan {
	const char *s;
	size_t len, at;
	size_t depth;
	char open[JSON_DEPTH_MAX]; /* '{' or '[' */
	struct json_fault *fault;
};

/* Always false. says is static. */
bool json_scan_fail(struct json_scan *c, size_t at, const char *says);

int json_scan_peek(const struct json_scan *c); /* -1 at the end */
bool json_scan_starts(const struct json_scan *c, const char *word);

/* Each begins at the first byte of what it scans and ends behind the last. */
bool json_scan_string(struct json_scan *c);
bool json_scan_number(struct json_scan *c);

#endif
