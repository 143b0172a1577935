/* SPDX-License-Identifier: MIT */
#include "view/layout.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "view/qr.h"

/* Columns from which a figure helps more than it takes. */
enum { FIGURE_FROM = 48 };

/* What all blocks of a page share. */
struct sheet {
	const struct page *page;
	struct lines *out;
	int columns, rows;
	bool ascii;
	int margin;      /* before the text: room for the mark */
	int label_width; /* of fields and rows, with the gap after it */
	int text_width;  /* of rows */
	/* the field above, for its findings */
	int value_column;
	const char *value;
	size_t value_start; /* bytes of it that are scrolled out to the left */
	size_t pointed;     /* the place that a caret points at already */
	int target;
};

static enum style style_of(enum tone tone)
{
	static const enum style styles[] = {
		[TONE_PLAIN] = STYLE_PLAIN,     [TONE_GOOD] = STYLE_GOOD,
		[TONE_WARNING] = STYLE_WARNING, [TONE_BAD] = STYLE_BAD,
		[TONE_QUIET] = STYLE_QUIET,
	};

	return styles[tone];
}

static bool is_marked(const struct sheet *s, const struct block *b)
{
	return b->target != NO_TARGET && b->target == s->page->target;
}

static void add_line(struct sheet *s, int target)
{
	lines_add(s->out)->target = target;
}

/* One wrapped line, its emphasised stretches in runs of their own. */
static void put_spans(struct sheet *s, int column, const char *text, struct text_line line,
		      const struct text_span *spans, size_t span_count, enum style style)
{
	size_t at = line.start, end = line.start + line.len;

	for (size_t i = 0; i < span_count; i++) {
		size_t from = spans[i].start > at ? spans[i].start : at;
		size_t to = spans[i].end < end ? spans[i].end : end;

		if (from >= to)
			continue;
		lines_put_n(s->out, column, style, text + at, from - at);
		column += text_width_n(text + at, from - at);
		lines_put_n(s->out, column, style == STYLE_PLAIN ? STYLE_EMPHASIS : style,
			    text + from, to - from);
		column += text_width_n(text + from, to - from);
		at = to;
	}
	lines_put_n(s->out, column, style, text + at, end - at);
}

static void put_wrapped(struct sheet *s, int column, const char *text,
			const struct text_span *spans, size_t span_count, enum style style,
			int target)
{
	int room = s->columns - column;
	size_t count;
	struct text_line *lines = text_wrap(text, room < 2 ? 2 : room, &count);

	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			add_line(s, target);
		put_spans(s, column, text, lines[i], spans, span_count, style);
	}
	free(lines);
}

/* Wrapped text that starts at a column of the present line; its later lines start there, too. */
static void put_text(struct sheet *s, int column, const char *text, enum style style, int target)
{
	put_wrapped(s, column, text, NULL, 0, style, target);
}

/* The same for text with `**` marks: none that was typed or measured, where stars may be a mask. */
static void put_marked(struct sheet *s, int column, const char *marked, enum style style,
		       int target)
{
	struct text_span *spans;
	size_t count;
	char *text = text_emphasis(marked, &spans, &count);

	put_wrapped(s, column, text, spans, count, style, target);
	free(spans);
	xwipe(text);
}

static void lay_paragraph(struct sheet *s, const struct block *b)
{
	bool heading = b->kind == BLOCK_HEADING && b->tone == TONE_PLAIN;

	add_line(s, NO_TARGET);
	put_marked(s, s->margin, b->text, heading ? STYLE_HEADING : style_of(b->tone), NO_TARGET);
}

/* In a list the mark alone says it: a move then costs two cells, not two lines of Chinese. */
static void put_mark(struct sheet *s, const struct block *b)
{
	if (is_marked(s, b))
		lines_put(s->out, 0, STYLE_MARKED, ">");
}

/* Bullets and choices: a mark, and text that hangs behind it. */
static void lay_item(struct sheet *s, const struct block *b)
{
	int column = s->margin;

	add_line(s, b->target);
	put_mark(s, b);
	if (b->label[0] != '\0') {
		lines_put(s->out, column, STYLE_PLAIN, b->label);
		column += text_width(b->label) + 1;
	}
	put_marked(s, column, b->text, style_of(b->tone), b->target);
	s->target = b->target;
	s->value = NULL;
	s->value_column = column;
}

/* The part of a value that is shown: around the caret when it is longer than its room. */
static size_t value_start(const struct block *b, int room)
{
	size_t start = 0, caret = b->caret == NO_CARET ? 0 : (size_t)b->caret;

	while (start < caret && text_width_n(b->text + start, caret - start) >= room) {
		uint32_t cp;
		size_t step = text_decode(b->text + start, strlen(b->text) - start, &cp);

		start += step > 0 ? step : 1;
	}
	return start;
}

static void put_value(struct sheet *s, const struct block *b, int column, int room)
{
	size_t start = value_start(b, room);

	/* What is being typed stays plain: a character then costs its own bytes, and no attributes. */
	lines_put_n(s->out, column,
		    is_marked(s, b) && b->caret == NO_CARET ? STYLE_MARKED : STYLE_PLAIN,
		    b->text + start, text_fit(b->text + start, room));
	if (b->caret != NO_CARET) {
		s->out->caret_line = (long)s->out->count - 1;
		s->out->caret_column =
			column + text_width_n(b->text + start, (size_t)b->caret - start);
	}
	s->value = b->text;
	s->value_start = start;
	s->value_column = column;
	s->pointed = 0;
}

static void lay_field(struct sheet *s, const struct block *b)
{
	int column = s->margin + s->label_width, aside = text_width(b->aside);
	int room = s->columns - column - (aside > 0 ? aside + 2 : 0);
	bool below = room < text_width(b->text) + 1 && aside > 0;

	add_line(s, b->target);
	put_mark(s, b);
	lines_put(s->out, s->margin, is_marked(s, b) ? STYLE_HEADING : STYLE_PLAIN, b->label);
	if (s->label_width == 0) {
		add_line(s, b->target);
		column = s->margin + 2;
	}
	if (below || s->label_width == 0)
		room = s->columns - column;
	put_value(s, b, column, room);
	if (aside == 0)
		return;
	if (below || s->label_width == 0) {
		add_line(s, b->target);
		put_text(s, column, b->aside, style_of(b->tone), b->target);
	} else {
		lines_put(s->out, s->columns - aside, style_of(b->tone), b->aside);
	}
}

/* A caret under the character that the finding is about, unless that is scrolled out of its field. */
static void point(struct sheet *s, const struct block *b)
{
	size_t at = text_offset(s->value, b->at - 1);
	int caret;

	s->pointed = b->at;
	if (at < s->value_start)
		return;
	caret = s->value_column + text_width_n(s->value + s->value_start, at - s->value_start);
	if (caret >= s->columns)
		return;
	add_line(s, s->target);
	lines_put(s->out, caret, style_of(b->tone), "^");
}

/* The sentence stands under the value. */
static void lay_finding(struct sheet *s, const struct block *b)
{
	int column = s->value_column < s->columns / 2 ? s->value_column : s->margin + 2;

	if (b->at > 0 && s->value != NULL && b->at != s->pointed)
		point(s, b);
	add_line(s, s->target);
	put_text(s, column, b->text, style_of(b->tone), s->target);
}

static void lay_row(struct sheet *s, const struct block *b)
{
	int column = s->margin + s->label_width, aside = column + s->text_width;
	int tail = text_width(b->aside);

	add_line(s, b->target);
	put_mark(s, b);
	lines_put(s->out, s->margin, STYLE_PLAIN, b->label);
	if (s->label_width == 0 || (tail > 0 && aside + tail > s->columns)) {
		column = s->margin + 2;
		aside = column + text_width(b->text) + (b->text[0] != '\0' ? 2 : 0);
		add_line(s, b->target);
	}
	put_text(s, column, b->text, STYLE_PLAIN, b->target);
	if (tail > 0 && aside + tail > s->columns) {
		add_line(s, b->target);
		aside = column;
	}
	lines_put(s->out, aside, style_of(b->tone), b->aside);
	s->target = b->target;
	s->value = NULL;
	s->value_column = column;
}

static void lay_link(struct sheet *s, const struct block *b)
{
	int label = text_width(b->label) + 2;

	add_line(s, NO_TARGET);
	lines_put(s->out, s->margin, STYLE_PLAIN, b->label);
	if (s->margin + label + text_width(b->text) > s->columns) {
		add_line(s, NO_TARGET);
		label = 2;
	}
	put_text(s, s->margin + label, b->text, STYLE_EMPHASIS, NO_TARGET);
}

static void lay_figure(struct sheet *s, const struct block *b)
{
	bool narrow = s->columns < FIGURE_FROM;
	char *words;

	if (!s->page->captions && !narrow &&
	    layout_figure(b->figure, s->margin, s->columns, s->ascii, s->out))
		return;
	words = !s->page->captions && narrow ? xstrdup("（窗口较窄，示意图略；按 v 看文字说明）")
					     : xasprintf("图：%s", b->text);
	add_line(s, NO_TARGET);
	put_text(s, s->margin, words, STYLE_PLAIN, NO_TARGET);
	free(words);
}

static void lay_qr(struct sheet *s, const struct block *b)
{
	bool drawable = !s->ascii && qr_possible();

	if (drawable && layout_qr(b->text, s->columns, s->rows, s->out))
		return;
	add_line(s, NO_TARGET);
	put_text(s, s->margin,
		 drawable ? "窗口太小，放不下二维码：拉大一些（40 列、24 行就够），或者照抄网址。"
			  : "这里画不出二维码，请照抄网址。",
		 STYLE_PLAIN, NO_TARGET);
}

static void lay_gap(struct sheet *s)
{
	if (s->out->count > 0 && s->out->items[s->out->count - 1].count > 0)
		add_line(s, NO_TARGET);
}

/* Labels of fields and rows stand in one column, unless that leaves no room for what they label. */
static void measure(struct sheet *s)
{
	for (size_t i = 0; i < s->page->count; i++) {
		const struct block *b = &s->page->blocks[i];
		int label = text_width(b->label) + 2, text = text_width(b->text) + 2;

		if (b->kind != BLOCK_FIELD && b->kind != BLOCK_ROW)
			continue;
		if (label > s->label_width)
			s->label_width = label;
		if (b->kind == BLOCK_ROW && b->aside[0] != '\0' && text > s->text_width)
			s->text_width = text;
	}
	if (s->columns - s->margin - s->label_width < 20)
		s->label_width = 0;
}

void layout_page(const struct page *p, int columns, int rows, bool ascii, struct lines *out)
{
	struct sheet s = { .page = p,
			   .out = out,
			   .columns = columns,
			   .rows = rows,
			   .ascii = ascii,
			   .margin = columns >= 50 ? 2 : 1,
			   .target = NO_TARGET };

	out->caret_line = NO_CARET;
	measure(&s);
	for (size_t i = 0; i < p->count; i++) {
		const struct block *b = &p->blocks[i];

		switch (b->kind) {
		case BLOCK_HEADING:
		case BLOCK_PARAGRAPH:
			lay_paragraph(&s, b);
			break;
		case BLOCK_BULLET:
		case BLOCK_CHOICE:
			lay_item(&s, b);
			break;
		case BLOCK_FIELD:
			s.target = b->target;
			lay_field(&s, b);
			break;
		case BLOCK_FINDING:
			lay_finding(&s, b);
			break;
		case BLOCK_FIGURE:
			lay_figure(&s, b);
			break;
		case BLOCK_LINK:
			lay_link(&s, b);
			break;
		case BLOCK_ROW:
			lay_row(&s, b);
			break;
		case BLOCK_QR:
			lay_qr(&s, b);
			break;
		case BLOCK_GAP:
			lay_gap(&s);
			break;
		}
	}
}
