/* SPDX-License-Identifier: MIT */
#include "json_out.h"

#include <stdint.h>
#include <string.h>

#include "text.h"

void json_out_string(const char *s, FILE *out)
{
	size_t len = strlen(s);
	char bytes[4];
	uint32_t cp;

	fputc('"', out);
	for (size_t at = 0; at < len;) {
		size_t step = text_decode(s + at, len - at, &cp);

		if (step == 0)
			cp = 0xFFFD;
		at += step > 0 ? step : 1;
		if (cp == '"' || cp == '\\')
			fprintf(out, "\\%c", (char)cp);
		else if (cp < 0x10000 && (cp < 0x20 || text_is_invisible(cp)))
			fprintf(out, "\\u%04x", (unsigned)cp);
		else
			fwrite(bytes, 1, text_encode(cp, bytes), out);
	}
	fputc('"', out);
}

void json_out_finding(const struct finding *f, FILE *out)
{
	fprintf(out, "\"field\": \"%s\", \"code\": \"%s\", \"severity\": \"%s\", \"at\": %zu, ",
		finding_field_name(finding_code_field(f->code)), finding_code_name(f->code),
		severity_name(finding_code_severity(f->code)), f->at);
	fputs("\"message\": ", out);
	json_out_string(f->message, out);
}
