/* SPDX-License-Identifier: MIT */
#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

#include "base/charset.h"
#include "base/text.h"

void diag_file(struct diag *d, const char *file)
{
	if (d != NULL)
		snprintf(d->file, sizeof d->file, "%s", file);
}

void diag_vadd(struct diag *d, size_t line, size_t column, const char *format, va_list args)
{
	struct problem *p;

	if (d == NULL || d->count++ >= DIAG_MAX)
		return;
	p = &d->items[d->count - 1];
	p->line = line;
	p->column = column;
	vsnprintf(p->text, sizeof p->text, format, args);
	/* The end of the buffer may split a character. */
	p->text[text_valid_bytes(p->text, strlen(p->text))] = '\0';
}

bool diag_add(struct diag *d, size_t line, size_t column, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	diag_vadd(d, line, column, format, args);
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
		char *text = text_clean_line(p->text), place[48] = "";

		if (p->line > 0)
			snprintf(place, sizeof place, "%s%zu:%zu", *file != '\0' ? ":" : "",
				 p->line, p->column);
		charset_printf(out, "xueji: %s%s%s%s\n", file, place,
			       *file != '\0' || p->line > 0 ? ": " : "", text);
		free(text);
	}
	if (d->count > shown)
		charset_printf(out, "xueji: +%zu 处问题没有列出。\n", d->count - shown);
	free(file);
}
