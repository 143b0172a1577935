/* SPDX-License-Identifier: MIT */
#include "view/layout.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/text_wrap.h"
#include "base/xalloc.h"
#include "view/figure.h"
#include "view/qr.h"

enum {
	FIGURE_FROM = 48, /* columns of a window that shows figures */
	WIDE_FROM = 50,   /* columns of a window with a margin of 2 */
	VALUE_MIN = 20    /* columns left beside the labels, or they stand above the values */
};

/* State while the blocks are laid out one after the other. */
struct layout {
	const struct page *page;
	struct lines *out;
	int columns, rows;
	bool ascii;
	int margin;      /* columns before the text, for the mark of the focused row */
	int label_width; /* of fields and table rows, with the gap after it; 0: labels stand above */
	int text_width;  /* of table rows, with the gap after it */
	int row;         /* findings belong to the row before them */
	/* Of the field laid out last, for its findings: */
	int value_column;
	const char *value;
	size_t value_start; /* bytes of it that are scrolled out at the left */
	size_t pointed;     /* the character that has a "^" under it, from 1; 0: none */
};

static bool is_focused(const struct layout *l, const struct block *b)
{
	return b->row != NO_ROW && b->row == l->page->row;
}

static void add_line(struct layout *l, int row)
{
	lines_add(l->out)->row = row;
}

/* Appends one wrapped line, with runs of their own for its emphasised spans. */
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

/* Appends text from a column of the last line on; lines that it wraps to start there, too. */
static void draw_text(struct layout *l, int column, const char *text, enum style style, int row)
{
	draw_wrapped(l, column, text, NULL, 0, style, row);
}

/* The same for text with `**` marks. Not for values, in which stars are a mask. */
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

/* Only the mark shows the focus, so that moving it repaints two cells instead of two lines. */
static void draw_mark(struct layout *l, const struct block *b)
{
	if (is_focused(l, b))
		lines_put(l->out, 0, STYLE_FOCUS, ">");
}

/* Bullets and choices: a label, and text indented behind it. */
static void layout_item(struct layout *l, const struct block *b)
{
	int column = l->margin;

	add_line(l, b->row);
	draw_mark(l, b);
	if (b->mark != MARK_NONE || b->label[0] != '\0') {
		const char *mark = b->mark != MARK_NONE ? mark_text(b->mark, l->ascii) : b->label;

		lines_put(l->out, column, STYLE_PLAIN, mark);
		column += text_width(mark) + 1;
	}
	draw_marked(l, column, b->text, b->style, b->row);
	l->row = b->row;
	l->value = NULL;
	l->value_column = column;
}

static void layout_button(struct layout *l, const struct block *b)
{
	char *button = xasprintf("[ %s ]", b->text);

	add_line(l, b->row);
	draw_mark(l, b);
	draw_text(l, l->margin, button, STYLE_PLAIN, b->row);
	lines_put(l->out, l->margin + text_width(button) + 2, STYLE_QUIET, b->status);
	l->row = b->row;
	l->value = NULL;
	l->value_column = l->margin;
	free(button);
}

static void layout_verdict(struct layout *l, const struct block *b)
{
	add_line(l, NO_ROW);
	lines_put(l->out, l->margin, b->style, mark_text(b->mark, l->ascii));
	draw_text(l, l->margin + 2, b->text, STYLE_EMPHASIS, NO_ROW);
	add_line(l, NO_ROW);
	draw_text(l, l->margin + 2, b->status, STYLE_PLAIN, NO_ROW);
}

/* The first byte of a value to show, so that the caret is visible in room columns. */
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

	/* While it is edited it stays plain: a typed character then costs its own bytes and no
	 * attributes. */
	lines_put_n(l->out, column,
		    is_focused(l, b) && b->caret == NO_CARET ? STYLE_FOCUS : STYLE_PLAIN,
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

	l->row = b->row;
	add_line(l, b->row);
	draw_mark(l, b);
	lines_put(l->out, l->margin, is_focused(l, b) ? STYLE_HEADING : STYLE_PLAIN, b->label);
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

/* Puts a "^" under the character that a finding is about, unless it is scrolled out of the field. */
static void point_at(struct layout *l, const struct block *b)
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
	l->out->items[l->out->count - 1].joined = true;
	lines_put(l->out, caret, STYLE_POINTER, "^");
}

/* Below the value, or near the margin if the value starts too far right. */
static void layout_finding(struct layout *l, const struct block *b)
{
	int column = l->value_column < l->columns / 2 ? l->value_column : l->margin + 2;

	if (b->at > 0 && l->value != NULL && b->at != l->pointed)
		point_at(l, b);
	add_line(l, l->row);
	draw_text(l, column, b->text, b->style, l->row);
}

static void layout_table_row(struct layout *l, const struct block *b)
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

static void draw_code(struct layout *l, const struct qr *qr)
{
	for (size_t i = 0; i < qr->count; i++) {
		add_line(l, NO_ROW);
		lines_put(l->out, 0, STYLE_CODE, qr->lines[i]);
	}
}

static bool code_fits(const struct layout *l, const struct qr *qr)
{
	return qr->count > 0 && qr->columns <= l->columns &&
	       (int)(l->out->count + qr->count) <= l->rows;
}

/* Draws the larger form, which needs no glyphs, or else the smaller. false: neither fits. */
static bool draw_qr(struct layout *l, const char *text)
{
	struct qr large = qr_make(text, true), small = { 0 };
	bool drawn = code_fits(l, &large);

	if (drawn) {
		draw_code(l, &large);
	} else if (!l->ascii) {
		small = qr_make(text, false);
		drawn = code_fits(l, &small);
		if (drawn)
			draw_code(l, &small);
	}
	qr_free(&large);
	qr_free(&small);
	return drawn;
}

/* The address stands above the code, where it is seen in the smallest window that has room for both. */
static void layout_qr(struct layout *l, const struct block *b)
{
	int label = text_width(b->label) + 2;
	char *why;

	add_line(l, NO_ROW);
	if (l->margin + label + text_width(b->text) <= l->columns)
		lines_put(l->out, l->margin, STYLE_PLAIN, b->label);
	else
		label = 0;
	draw_text(l, l->margin + label, b->text, STYLE_EMPHASIS, NO_ROW);
	if (qr_possible() && draw_qr(l, b->text))
		return;
	add_line(l, NO_ROW);
	why = qr_possible()
		      ? xasprintf("窗口太小，放不下二维码：拉大一些（%s就够），或者照抄网址。",
				  l->ascii ? "110 列、44 行" : "40 列、24 行")
		      : xstrdup("这里画不出二维码，请照抄网址。");
	draw_text(l, l->margin, why, STYLE_PLAIN, NO_ROW);
	free(why);
}

static void layout_gap(struct layout *l, const struct block *b)
{
	(void)b;
	if (l->out->count > 0 && l->out->items[l->out->count - 1].count > 0)
		add_line(l, NO_ROW);
}

/* Aligns the values of fields and table rows after the longest label, if that leaves room for them. */
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
	if (l->columns - l->margin - l->label_width < VALUE_MIN)
		l->label_width = 0;
}

static void (*const layouts[])(struct layout *l, const struct block *b) = {
	[BLOCK_HEADING] = layout_paragraph,
	[BLOCK_GROUP] = layout_paragraph,
	[BLOCK_PARAGRAPH] = layout_paragraph,
	[BLOCK_BULLET] = layout_item,
	[BLOCK_CHOICE] = layout_item,
	[BLOCK_BUTTON] = layout_button,
	[BLOCK_FIELD] = layout_field,
	[BLOCK_FINDING] = layout_finding,
	[BLOCK_VERDICT] = layout_verdict,
	[BLOCK_FIGURE] = layout_figure,
	[BLOCK_LINK] = layout_link,
	[BLOCK_TABLE_ROW] = layout_table_row,
	[BLOCK_QR] = layout_qr,
	[BLOCK_GAP] = layout_gap,
};

void layout_page(const struct page *p, int columns, int rows, bool ascii, struct lines *out)
{
	struct layout l = { .page = p,
			    .out = out,
			    .columns = columns,
			    .rows = rows,
			    .ascii = ascii,
			    .margin = columns >= WIDE_FROM ? 2 : 1,
			    .row = NO_ROW };

	out->caret_line = NO_CARET;
	measure(&l);
	for (size_t i = 0; i < p->count; i++)
		layouts[p->blocks[i].kind](&l, &p->blocks[i]);
}
