/* SPDX-License-Identifier: MIT */
#include "json_out.h"

#include <stdint.h>
#include <string.h>

#include "text.h"

/* What stands for a character that cannot be written as it is; NULL: it can. */
static const char *escape(uint32_t cp, char out[8])
{
	if (cp == '"' || cp == '\\') {
		out[0] = '\\';
		out[1] = (char)cp;
		out[2] = '\0';
	} else if (cp < 0x10000 && (cp < 0x20 || text_is_invisible(cp))) {
		snprintf(out, 8, "\\u%04x", (unsigned)cp);
	} else {
		return NULL;
	}
	return out;
}

void json_out_string(const char *s, FILE *out)
{
	size_t len = strlen(s), written = 0, step;
	char escaped[8];
	uint32_t cp;

	putc('"', out);
	for (size_t at = 0; at < len; at += step) {
		const char *instead = "\xEF\xBF\xBD";

		step = text_decode(s + at, len - at, &cp);
		if (step > 0 && (instead = escape(cp, escaped)) == NULL)
			continue;
		step = step > 0 ? step : 1;
		fwrite(s + written, 1, at - written, out);
		fputs(instead, out);
		written = at + step;
	}
	fwrite(s + written, 1, len - written, out);
	putc('"', out);
}
