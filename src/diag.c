/* SPDX-License-Identifier: MIT */
#include "diag.h"

#include <stdarg.h>
#include <stdlib.h>

#include "text.h"

void diag_file(struct diag *d, const char *file)
{
	if (d != NULL)
		snprintf(d->file, sizeof d->file, "%s", file);
}

bool diag_add(struct diag *d, size_t line, size_t column, const char *format, ...)
{
	struct problem *p;
	va_list args;

	if (d == NULL || d->count++ >= DIAG_MAX)
		return false;
	p = &d->items[d->count - 1];
	p->line = line;
	p->column = column;
	va_start(args, format);
	vsnprintf(p->text, sizeof p->text, format, args);
	va_end(args);
	return false;
}

void diag_print(const struct diag *d, FILE *out, size_t max)
{
	size_t kept = d->count < DIAG_MAX ? d->count : DIAG_MAX;
	size_t shown = max > 0 && max < kept ? max : kept;
	char *file = text_clean_line(d->file);

	for (size_t i = 0; i < shown; i++) {
		const struct problem *p = &d->items[i];
		char *text = text_clean_line(p->text);

		fputs("xueji: ", out);
		if (d->file[0] != '\0')
			fprintf(out, p->line > 0 ? "%s:" : "%s: ", file);
		if (p->line > 0)
			fprintf(out, "%zu:%zu: ", p->line, p->column);
		fprintf(out, "%s\n", text);
		free(text);
	}
	if (d->count > shown)
		fprintf(out, "xueji: 另有 %zu 处问题。\n", d->count - shown);
	free(file);
}
