/* SPDX-License-Identifier: MIT */
#include "view/layout_text.h"

#include <stdlib.h>

#include "base/text.h"
#include "base/xalloc.h"

void layout_text_line(struct layout *l, int row)
{
	lines_add(l->out)->row = row;
	if (l->side != NULL)
		lines_put(l->out, l->side_column, STYLE_QUIET, l->side);
}

void layout_text_put(const struct layout *l, int column, enum style style, const char *text)
{
	lines_put(l->out, column, style, text);
}

/* Appends one wrapped line, with runs of their own for its emphasised spans. */
static void draw_spans(const struct layout *l, int column, const char *text, struct text_line line,
		       const struct text_span *spans, size_t span_count, enum style style)
{
	size_t at = line.start, end = line.start + line.len;

	for (size_t i = 0; i < span_count; i++) {
		size_t from = spans[i].start > at ? spans[i].start : at;
		size_t to = spans[i].end < end ? spans[i].end : end;

		if (from >= to)
			continue;
		line_put(lines_last(l->out), column, style, text + at, from - at);
		column += text_width_n(text + at, from - at);
		line_put(lines_last(l->out), column, style == STYLE_PLAIN ? STYLE_EMPHASIS : style,
			 text + from, to - from);
		column += text_width_n(text + from, to - from);
		at = to;
	}
	line_put(lines_last(l->out), column, style, text + at, end - at);
}

struct text_line *layout_text_wrap(const char *text, int space, size_t *count)
{
	enum { SHORT = 4 };
	struct text_line *lines = text_wrap(text, space, count), *narrower;
	size_t narrower_count;

	for (int i = space - 1; *count > 1 && i >= space * 3 / 4; i--) {
		const struct text_line *last = &lines[*count - 1];

		if (text_width_n(text + last->start, last->len) > SHORT)
			break;
		narrower = text_wrap(text, i, &narrower_count);
		if (narrower_count != *count) {
			free(narrower);
			break;
		}
		free(lines);
		lines = narrower;
	}
	return lines;
}

/* Draws wrapped text from a column of the last line on. Further lines start in the same column and
 * belong to the same row. */
static void draw_wrapped(struct layout *l, int column, const char *text,
			 const struct text_span *spans, size_t span_count, enum style style)
{
	int space = l->columns - column, row = lines_last(l->out)->row;
	size_t count;
	struct text_line *lines = layout_text_wrap(text, space < 2 ? 2 : space, &count);

	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			layout_text_line(l, row);
		draw_spans(l, column, text, lines[i], spans, span_count, style);
	}
	free(lines);
}

void layout_text_draw(struct layout *l, int column, const char *text, enum style style)
{
	draw_wrapped(l, column, text, NULL, 0, style);
}

void layout_text_draw_marked(struct layout *l, int column, const char *marked, enum style style)
{
	struct text_span *spans;
	size_t count;
	char *text = text_emphasis(marked, &spans, &count);

	draw_wrapped(l, column, text, spans, count, style);
	free(spans);
	xwipe(text);
}

void layout_text_status(struct layout *l, int column, const struct block *b)
{
	static const enum style badges[] = { [STYLE_GOOD] = STYLE_BADGE_GOOD,
					     [STYLE_WARNING] = STYLE_BADGE_WARNING,
					     [STYLE_BAD] = STYLE_BADGE_BAD };
	char *badge;

	if (b->style < STYLE_GOOD) {
		layout_text_put(l, column, b->style, b->status);
		return;
	}
	badge = xasprintf(" %s ", b->status);
	layout_text_put(l, column, badges[b->style], badge);
	xwipe(badge);
}

int layout_text_status_width(const struct block *b)
{
	return text_width(b->status) + (b->style >= STYLE_GOOD && b->status[0] != '\0' ? 2 : 0);
}

int layout_text_used(const struct layout *l)
{
	return line_end(lines_last(l->out));
}

void layout_text_opens(const struct layout *l, const struct block *b)
{
	if (b->opens)
		layout_text_put(l, layout_text_used(l) + 1, STYLE_PLAIN,
				mark_text(MARK_HERE, l->ascii));
}

void layout_text_status_right(struct layout *l, const struct block *b)
{
	int width = layout_text_status_width(b);

	if (width == 0)
		return;
	if (layout_text_used(l) + 2 + width > l->columns)
		layout_text_line(l, b->row);
	if (l->columns - width <= l->margin)
		layout_text_draw(l, l->margin, b->status, b->style);
	else
		layout_text_status(l, l->columns - width, b);
}

void layout_text_mark(struct layout *l, const struct block *b)
{
	layout_text_put(l, l->margin, b->mark == MARK_UNTOUCHED ? STYLE_QUIET : STYLE_PLAIN,
			mark_text(b->mark, l->ascii));
}

void layout_text_gap(struct layout *l)
{
	if (l->out->count > 0 && (lines_last(l->out)->count > 0 || l->unused))
		layout_text_line(l, NO_ROW);
	l->unused = false;
}
