/* SPDX-License-Identifier: MIT */
/* Prints findings as a line of text, and checks what holds for all findings. */
#ifndef EXPECT_FINDINGS_H
#define EXPECT_FINDINGS_H

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "rules/finding.h"

/* Writes "id.space@7 id.lowercase-x@19", or "" if there is none. Returns out. */
static inline const char *codes_of(const struct findings *f, char *out, size_t size)
{
	size_t n = 0;

	out[0] = '\0';
	for (size_t i = 0; i < f->count && n < size; i++)
		n += (size_t)snprintf(out + n, size - n, "%s%s@%zu", i > 0 ? " " : "",
				      finding_code_name(f->items[i].code), f->items[i].at);
	return out;
}

/* Whether the places are within the value and in order, and each message a short sentence of clean
 * text. */
static inline bool findings_sound(const struct findings *f, const char *value)
{
	enum { TWO_LINES = 110 };
	size_t length = text_length(value), before = 0;

	if (f->count > FINDINGS_MAX)
		return false;
	for (size_t i = 0; i < f->count; i++) {
		const struct finding *item = &f->items[i];
		size_t len = strlen(item->message);

		if (item->at > length || item->at < before || len == 0 ||
		    text_valid_bytes(item->message, len) != len ||
		    strcmp(item->message + len - 3, "。") != 0 ||
		    text_width(item->message) > TWO_LINES)
			return false;
		for (size_t b = 0; b < len;) {
			uint32_t cp = 0;

			b += text_decode(item->message + b, len - b, &cp);
			if (text_is_invisible(cp) || text_clean_char(cp) != cp || cp == '\n')
				return false;
		}
		before = item->at;
	}
	return true;
}

#endif
