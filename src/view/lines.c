/* SPDX-License-Identifier: MIT */
#include "view/lines.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
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
	size_t count = times > 0 ? (size_t)times : 0;
	char *run = xmalloc(strlen(text) * count + 1), *end = run;

	for (int i = 0; i < times; i++)
		end = stpcpy(end, text);
	line_put(line, column, style, run, (size_t)(end - run));
	free(run);
}

int line_end(const struct line *line)
{
	const struct run *last;

	if (line->count == 0)
		return 0;
	last = &line->runs[line->count - 1];
	return last->column + text_width(last->text);
}

static bool is_badge(enum style style)
{
	return style == STYLE_BADGE_GOOD || style == STYLE_BADGE_WARNING ||
	       style == STYLE_BADGE_BAD;
}

void line_fill(struct line *line, int first, int end, enum style style)
{
	struct line filled = { .row = line->row };
	int column = first;

	for (size_t i = 0; i < line->count; i++) {
		struct run *run = &line->runs[i];

		if (run->column < end) {
			line_repeat(&filled, column, style, " ", run->column - column);
			run->style = is_badge(run->style) ? run->style : style;
			column = run->column + text_width(run->text);
		} else {
			line_repeat(&filled, column, style, " ", end - column);
			column = end;
		}
		filled.runs = xgrow(filled.runs, filled.count, sizeof *filled.runs);
		filled.runs[filled.count++] = *run;
	}
	line_repeat(&filled, column, style, " ", end - column);
	free(line->runs);
	*line = filled;
}

struct line *lines_add(struct lines *l)
{
	l->items = xgrow(l->items, l->count, sizeof *l->items);
	l->items[l->count] = (struct line){ .row = NO_ROW };
	return &l->items[l->count++];
}

struct line *lines_last(const struct lines *l)
{
	return &l->items[l->count - 1];
}

void lines_put(struct lines *l, int column, enum style style, const char *text)
{
	line_put(lines_last(l), column, style, text, strlen(text));
}

void lines_insert(struct lines *l, size_t at, struct lines *from)
{
	size_t tail = l->count - at;

	for (size_t i = 0; i < from->count; i++)
		lines_add(l);
	memmove(l->items + at + from->count, l->items + at, tail * sizeof *l->items);
	memcpy(l->items + at, from->items, from->count * sizeof *l->items);
	if (l->caret_line >= (long)at)
		l->caret_line += (long)from->count;
	if (l->kept_line >= (long)at)
		l->kept_line += (long)from->count;
	if (l->focus_line >= (long)at)
		l->focus_line += (long)from->count;
	from->count = 0;
}

void lines_beside(struct lines *l, int column, struct lines *from)
{
	for (size_t i = 0; i < from->count; i++) {
		struct line *line = i < l->count ? &l->items[i] : lines_add(l);
		const struct line *right = &from->items[i];

		for (size_t k = 0; k < right->count; k++)
			line_put(line, column + right->runs[k].column, right->runs[k].style,
				 right->runs[k].text, strlen(right->runs[k].text));
	}
}

int lines_width(const struct lines *l)
{
	int width = 0;

	for (size_t i = 0; i < l->count; i++)
		width = line_end(&l->items[i]) > width ? line_end(&l->items[i]) : width;
	return width;
}

char *lines_text(const struct lines *l)
{
	char *text;
	FILE *out = xmemstream(&text);

	for (size_t i = 0; i < l->count; i++) {
		int column = 0;

		for (size_t k = 0; k < l->items[i].count; k++) {
			const struct run *run = &l->items[i].runs[k];

			fprintf(out, "%*s%s", run->column - column, "", run->text);
			column = run->column + text_width(run->text);
		}
		fputc('\n', out);
	}
	fclose(out);
	return text;
}

static void line_clear(struct line *line)
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
