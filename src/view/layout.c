/* SPDX-License-Identifier: MIT */
#include "view/layout.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/text_wrap.h"
#include "base/xalloc.h"
#include "view/figure.h"
#include "view/qr.h"

/* Columns from which a figure helps more than it takes. */
enum { FIGURE_FROM = 48 };

/* What all blocks of a page share. */
struct layout {
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
	int row;
};

static bool is_marked(const struct layout *l, const struct block *b)
{
	return b->row != NO_ROW && b->row == l->page->row;
}

static void add_line(struct layout *l, int row)
{
	lines_add(l->out)->row = row;
}

/* One wrapped line, its emphasised stretches in runs of their own. */
static void draw_spans(struct layout *l, int column, const char *text, struct text_line line,
		       const struct text_span *spans, size_t span_count, enum style style)
{
	size_t at = line.start, end = line.start + line.len;

	for (size_t i = 0; i < span_count; i++) {
		size_t from = spans[i].start > at ? spans[i].start : at;
		size_t to = spans[i].end < end ? spans[i].end : end;

		if (from >= to)
			continue;
		lines_put_n(l->out, column, style, text + at, from - at);
		column += text_width_n(text + at, from - at);
		lines_put_n(l->out, column, style == STYLE_PLAIN ? STYLE_EMPHASIS : style,
			    text + from, to - from);
		column += text_width_n(text + from, to - from);
		at = to;
	}
	lines_put_n(l->out, column, style, text + at, end - at);
}

static void draw_wrapped(struct layout *l, int column, const char *text,
			 const struct text_span *spans, size_t span_count, enum style style,
			 int row)
{
	int room = l->columns - column;
	size_t count;
	struct text_line *lines = text_wrap(text, room < 2 ? 2 : room, &count);

	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			add_line(l, row);
		draw_spans(l, column, text, lines[i], spans, span_count, style);
	}
	free(lines);
}

/* Wrapped text that starts at a column of the present line; its later lines start there, too. */
static void draw_text(struct layout *l, int column, const char *text, enum style style, int row)
{
	draw_wrapped(l, column, text, NULL, 0, style, row);
}

/* The same for text with `**` marks: none that was typed or measured, where stars may be a mask. */
static void draw_marked(struct layout *l, int column, const char *marked, enum style style, int row)
{
	struct text_span *spans;
	size_t count;
	char *text = text_emphasis(marked, &spans, &count);

	draw_wrapped(l, column, text, spans, count, style, row);
	free(spans);
	xwipe(text);
}

static void layout_paragraph(struct layout *l, const struct block *b)
{
	bool heading = b->kind == BLOCK_HEADING && b->style == STYLE_PLAIN;

	add_line(l, NO_ROW);
	draw_marked(l, l->margin, b->text, heading ? STYLE_HEADING : b->style, NO_ROW);
}

/* In a list the mark alone says it: a move then costs two cells, not two lines of Chinese. */
static void draw_mark(struct layout *l, const struct block *b)
{
	if (is_marked(l, b))
		lines_put(l->out, 0, STYLE_MARKED, ">");
}

/* Bullets and choices: a mark, and text that hangs behind it. */
static void layout_item(struct layout *l, const struct block *b)
{
	int column = l->margin;

	add_line(l, b->row);
	draw_mark(l, b);
	if (b->label[0] != '\0') {
		lines_put(l->out, column, STYLE_PLAIN, b->label);
		column += text_width(b->label) + 1;
	}
	draw_marked(l, column, b->text, b->style, b->row);
	l->row = b->row;
	l->value = NULL;
	l->value_column = column;
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

static void draw_value(struct layout *l, const struct block *b, int column, int room)
{
	size_t start = value_start(b, room);

	/* What is being typed stays plain: a character then costs its own bytes, and no attributes. */
	lines_put_n(l->out, column,
		    is_marked(l, b) && b->caret == NO_CARET ? STYLE_MARKED : STYLE_PLAIN,
		    b->text + start, text_fit(b->text + start, room));
	if (b->caret != NO_CARET) {
		l->out->caret_line = (long)l->out->count - 1;
		l->out->caret_column =
			column + text_width_n(b->text + start, (size_t)b->caret - start);
	}
	l->value = b->text;
	l->value_start = start;
	l->value_column = column;
	l->pointed = 0;
}

static void layout_field(struct layout *l, const struct block *b)
{
	int column = l->margin + l->label_width, status = text_width(b->status);
	int room = l->columns - column - (status > 0 ? status + 2 : 0);
	bool below = room < text_width(b->text) + 1 && status > 0;

	add_line(l, b->row);
	draw_mark(l, b);
	lines_put(l->out, l->margin, is_marked(l, b) ? STYLE_HEADING : STYLE_PLAIN, b->label);
	if (l->label_width == 0) {
		add_line(l, b->row);
		column = l->margin + 2;
	}
	if (below || l->label_width == 0)
		room = l->columns - column;
	draw_value(l, b, column, room);
	if (status == 0)
		return;
	if (below || l->label_width == 0) {
		add_line(l, b->row);
		draw_text(l, column, b->status, b->style, b->row);
	} else {
		lines_put(l->out, l->columns - status, b->style, b->status);
	}
}

/* A caret under the character that the finding is about, unless that is scrolled out of its field. */
static void point(struct layout *l, const struct block *b)
{
	size_t at = text_offset(l->value, b->at - 1);
	int caret;

	l->pointed = b->at;
	if (at < l->value_start)
		return;
	caret = l->value_column + text_width_n(l->value + l->value_start, at - l->value_start);
	if (caret >= l->columns)
		return;
	add_line(l, l->row);
	lines_put(l->out, caret, b->style, "^");
}

/* The sentence stands under the value. */
static void layout_finding(struct layout *l, const struct block *b)
{
	int column = l->value_column < l->columns / 2 ? l->value_column : l->margin + 2;

	if (b->at > 0 && l->value != NULL && b->at != l->pointed)
		point(l, b);
	add_line(l, l->row);
	draw_text(l, column, b->text, b->style, l->row);
}

static void layout_row(struct layout *l, const struct block *b)
{
	int column = l->margin + l->label_width, status = column + l->text_width;
	int tail = text_width(b->status);

	add_line(l, b->row);
	draw_mark(l, b);
	lines_put(l->out, l->margin, STYLE_PLAIN, b->label);
	if (l->label_width == 0 || (tail > 0 && status + tail > l->columns)) {
		column = l->margin + 2;
		status = column + text_width(b->text) + (b->text[0] != '\0' ? 2 : 0);
		add_line(l, b->row);
	}
	draw_text(l, column, b->text, STYLE_PLAIN, b->row);
	if (tail > 0 && status + tail > l->columns) {
		add_line(l, b->row);
		status = column;
	}
	lines_put(l->out, status, b->style, b->status);
	l->row = b->row;
	l->value = NULL;
	l->value_column = column;
}

static void layout_link(struct layout *l, const struct block *b)
{
	int label = text_width(b->label) + 2;

	add_line(l, NO_ROW);
	lines_put(l->out, l->margin, STYLE_PLAIN, b->label);
	if (l->margin + label + text_width(b->text) > l->columns) {
		add_line(l, NO_ROW);
		label = 2;
	}
	draw_text(l, l->margin + label, b->text, STYLE_EMPHASIS, NO_ROW);
}

static void layout_figure(struct layout *l, const struct block *b)
{
	bool narrow = l->columns < FIGURE_FROM;
	char *words;

	if (!l->page->captions && !narrow &&
	    figure_draw(b->figure, l->margin, l->columns, l->ascii, l->out))
		return;
	words = !l->page->captions && narrow ? xstrdup("（窗口较窄，示意图略；按 v 看文字说明）")
					     : xasprintf("图：%s", b->text);
	add_line(l, NO_ROW);
	draw_text(l, l->margin, words, STYLE_PLAIN, NO_ROW);
	free(words);
}

/* false: the code does not fit, nothing is drawn. */
static bool draw_qr(struct layout *l, const char *text)
{
	struct qr qr = qr_make(text);
	/* One more row, for the address below it. */
	bool fits = qr.count > 0 && qr.columns <= l->columns && (int)qr.count + 1 <= l->rows;

	for (size_t i = 0; i < qr.count && fits; i++) {
		add_line(l, NO_ROW);
		lines_put(l->out, 0, STYLE_CODE, qr.lines[i]);
	}
	qr_free(&qr);
	return fits;
}

static void layout_qr(struct layout *l, const struct block *b)
{
	bool drawable = !l->ascii && qr_possible();

	if (drawable && draw_qr(l, b->text))
		return;
	add_line(l, NO_ROW);
	draw_text(l, l->margin,
		  drawable ? "窗口太小，放不下二维码：拉大一些（40 列、24 行就够），或者照抄网址。"
			   : "这里画不出二维码，请照抄网址。",
		  STYLE_PLAIN, NO_ROW);
}

static void layout_gap(struct layout *l)
{
	if (l->out->count > 0 && l->out->items[l->out->count - 1].count > 0)
		add_line(l, NO_ROW);
}

/* Labels of fields and rows stand in one column, unless that leaves no room for what they label. */
static void measure(struct layout *l)
{
	for (size_t i = 0; i < l->page->count; i++) {
		const struct block *b = &l->page->blocks[i];
		int label = text_width(b->label) + 2, text = text_width(b->text) + 2;

		if (b->kind != BLOCK_FIELD && b->kind != BLOCK_TABLE_ROW)
			continue;
		if (label > l->label_width)
			l->label_width = label;
		if (b->kind == BLOCK_TABLE_ROW && b->status[0] != '\0' && text > l->text_width)
			l->text_width = text;
	}
	if (l->columns - l->margin - l->label_width < 20)
		l->label_width = 0;
}

void layout_page(const struct page *p, int columns, int rows, bool ascii, struct lines *out)
{
	struct layout l = { .page = p,
			    .out = out,
			    .columns = columns,
			    .rows = rows,
			    .ascii = ascii,
			    .margin = columns >= 50 ? 2 : 1,
			    .row = NO_ROW };

	out->caret_line = NO_CARET;
	measure(&l);
	for (size_t i = 0; i < p->count; i++) {
		const struct block *b = &p->blocks[i];

		switch (b->kind) {
		case BLOCK_HEADING:
		case BLOCK_PARAGRAPH:
			layout_paragraph(&l, b);
			break;
		case BLOCK_BULLET:
		case BLOCK_CHOICE:
			layout_item(&l, b);
			break;
		case BLOCK_FIELD:
			l.row = b->row;
			layout_field(&l, b);
			break;
		case BLOCK_FINDING:
			layout_finding(&l, b);
			break;
		case BLOCK_FIGURE:
			layout_figure(&l, b);
			break;
		case BLOCK_LINK:
			layout_link(&l, b);
			break;
		case BLOCK_TABLE_ROW:
			layout_row(&l, b);
			break;
		case BLOCK_QR:
			layout_qr(&l, b);
			break;
		case BLOCK_GAP:
			layout_gap(&l);
			break;
		}
	}
}
