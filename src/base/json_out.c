/* SPDX-License-Identifier: MIT */
#include "base/json_out.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/text.h"

enum { MARKS_MAX = 2, ESCAPED = 13 };

/* True if a character is written as it is. *marks counts combining marks in a row. */
static bool is_plain(uint32_t cp, int *marks)
{
	bool common = (cp >= ' ' && cp < 0x7F) || (cp >= 0x4E00 && cp <= 0x9FFF);

	*marks = !common && text_char_width(cp) == 0 ? *marks + 1 : 0;
	if (common)
		return cp != '"' && cp != '\\';
	return cp != '\n' && text_clean_char(cp) == cp && *marks <= MARKS_MAX;
}

/* Writes the escape of a character that is not plain. */
static void escape(uint32_t cp, char out[ESCAPED])
{
	if (cp == '"' || cp == '\\')
		snprintf(out, ESCAPED, "\\%c", (char)cp);
	else if (cp < 0x10000)
		snprintf(out, ESCAPED, "\\u%04x", (unsigned)cp);
	else
		snprintf(out, ESCAPED, "\\u%04x\\u%04x",
			 (unsigned)(0xD800 + ((cp - 0x10000) >> 10 & 0x3FF)),
			 (unsigned)(0xDC00 + (cp & 0x3FF)));
}

void json_out_string(const char *s, FILE *out)
{
	size_t len = strlen(s), written = 0, step;
	int marks = 0;
	uint32_t cp;

	putc('"', out);
	for (size_t at = 0; at < len; at += step) {
		char instead[ESCAPED] = "\xEF\xBF\xBD";

		step = text_decode(s + at, len - at, &cp);
		if (step > 0 && is_plain(cp, &marks))
			continue;
		if (step > 0)
			escape(cp, instead);
		step = step > 0 ? step : 1;
		fwrite(s + written, 1, at - written, out);
		fputs(instead, out);
		written = at + step;
	}
	fwrite(s + written, 1, len - written, out);
	putc('"', out);
}
