/* SPDX-License-Identifier: MIT */
#include "view/lines.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

void line_put(struct line *line, int column, enum style style, const char *text, size_t len)
{
	if (len == 0)
		return;
	line->runs = xgrow(line->runs, line->count, sizeof *line->runs);
	line->runs[line->count++] = (struct run){ column, style, xstrndup(text, len) };
}

void line_repeat(struct line *line, int column, enum style style, const char *text, int times)
{
	char *run = xmalloc(strlen(text) * (size_t)times + 1), *end = run;

	for (int i = 0; i < times; i++)
		end = stpcpy(end, text);
	line_put(line, column, style, run, (size_t)(end - run));
	free(run);
}

struct line *lines_add(struct lines *l)
{
	l->items = xgrow(l->items, l->count, sizeof *l->items);
	l->items[l->count] = (struct line){ .row = NO_ROW };
	return &l->items[l->count++];
}

void lines_put_n(struct lines *l, int column, enum style style, const char *text, size_t len)
{
	line_put(&l->items[l->count - 1], column, style, text, len);
}

void lines_put(struct lines *l, int column, enum style style, const char *text)
{
	lines_put_n(l, column, style, text, strlen(text));
}

void line_clear(struct line *line)
{
	for (size_t k = 0; k < line->count; k++)
		xwipe(line->runs[k].text);
	free(line->runs);
	line->runs = NULL;
	line->count = 0;
}

void lines_free(struct lines *l)
{
	for (size_t i = 0; i < l->count; i++)
		line_clear(&l->items[i]);
	free(l->items);
	memset(l, 0, sizeof *l);
}
