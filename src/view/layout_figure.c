/* SPDX-License-Identifier: MIT */
#include "view/layout_figure.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/xalloc.h"
#include "view/figure.h"
#include "view/qr.h"

enum {
	FIGURE_FROM = 48,      /* minimum columns for figures */
	TEXT_BESIDE = 44,      /* columns that the text keeps beside a figure */
	TEXT_BESIDE_CODE = 46, /* columns that the text and the gap keep beside a QR code */
	FIGURE_GAP = 3         /* columns between text and figure */
};

bool layout_figure_is_target(const struct page *p, const struct block *b)
{
	return b->kind == BLOCK_FIGURE && p->target != NULL && figure_has(b->figure, p->target);
}

void layout_figure_draw(struct layout *l, const struct block *b)
{
	bool narrow = l->columns < FIGURE_FROM && !l->beside;
	char *words;

	if (!l->page->captions && !narrow && l->drawn == NULL &&
	    figure_draw(b->figure, l->page->target, l->margin, l->columns, l->ascii, &l->figure)) {
		l->drawn = b;
		l->figure_line = l->out->count;
	}
	if (l->drawn == b)
		return;
	if (layout_figure_is_target(l->page, b)) {
		figure_draw_target(b->figure, l->page->target, l->margin, l->ascii, l->out);
		return;
	}
	words = !l->page->captions && narrow ? xstrdup("（示意图放不下，按 v 看文字）")
					     : xasprintf("图：%s", b->text);
	layout_text_line(l, NO_ROW);
	layout_text_draw(l, l->margin, words, STYLE_QUIET);
	free(words);
}

static void draw_code(struct lines *out, int column, const struct qr *qr, bool large)
{
	for (int i = 0; i < qr_lines(qr, large); i++) {
		char *line = qr_line(qr, i, large);

		lines_add(out);
		lines_put(out, column, STYLE_CODE, line);
		free(line);
	}
}

static bool code_fits(const struct layout *l, const struct qr *qr, bool large)
{
	return l->margin + qr_columns(qr, large) <= l->window_columns &&
	       (int)l->out->count + qr_lines(qr, large) <= l->rows;
}

/* Returns what the window lacks for a code, owned by the caller. */
static char *text_of_lack(const struct layout *l, const struct qr *qr)
{
	int rows = (int)l->out->count + qr_lines(qr, l->ascii) - l->rows;
	int columns = l->margin + qr_columns(qr, l->ascii) - l->window_columns;
	char *high = rows > 0 ? xasprintf("再高 %d 行", rows) : xstrdup(""), *lack;
	char *wide = columns > 0 ? xasprintf("再宽 %d 列", columns) : xstrdup("");

	lack = xasprintf("窗口太小，放不下二维码：%s%s%s就够，或者照抄网址。", high,
			 *high != '\0' && *wide != '\0' ? "、" : "", wide);
	free(high);
	free(wide);
	return lack;
}

/* Draws a code in the large form, which needs no glyphs, or else in the small form. Returns NULL,
 * or why neither is drawn, owned by the caller. */
static char *draw_qr(struct layout *l, const char *text)
{
	struct qr qr = qr_make(text);
	bool large = code_fits(l, &qr, true);
	char *why = NULL;

	if (qr.width == 0)
		why = xstrdup("这里画不出二维码，照抄网址。");
	else if (large || (!l->ascii && code_fits(l, &qr, false)))
		draw_code(l->out, l->margin, &qr, large);
	else
		why = text_of_lack(l, &qr);
	qr_free(&qr);
	return why;
}

void layout_figure_qr(struct layout *l, const struct block *b)
{
	int columns = l->columns;
	char *says = xasprintf("%s%s**%s**", b->label, *b->label != '\0' ? "  " : "", b->text),
	     *why;

	layout_text_line(l, NO_ROW);
	l->columns = l->window_columns;
	layout_text_draw_marked(l, l->margin, says, STYLE_PLAIN);
	l->columns = columns;
	free(says);
	why = l->beside ? NULL : draw_qr(l, b->text);
	if (why != NULL && b == l->page->blocks) {
		layout_text_line(l, NO_ROW);
		layout_text_draw(l, l->margin, why, STYLE_PLAIN);
	}
	free(why);
}

/* Draws a code below other text for the right half of the window, if it fits. */
static void draw_code_beside(struct layout *l, const struct block *b, int space)
{
	struct qr qr = qr_make(b->text);

	l->beside = !l->ascii && qr.width > 0 && qr_columns(&qr, false) <= space &&
		    qr_lines(&qr, false) <= l->rows;
	if (l->beside)
		draw_code(&l->figure, 0, &qr, false);
	qr_free(&qr);
}

void layout_figure_beside(struct layout *l)
{
	int columns = l->window_columns, space = columns - TEXT_BESIDE - FIGURE_GAP;

	for (size_t i = 0; i < l->page->count && !l->beside && !l->page->captions; i++) {
		const struct block *b = &l->page->blocks[i];

		l->beside = b->kind == BLOCK_FIGURE &&
			    figure_draw(b->figure, l->page->target, 0, space, l->ascii, &l->figure);
		l->drawn = l->beside ? b : NULL;
	}
	for (size_t i = 1; i < l->page->count && !l->beside; i++)
		if (l->page->blocks[i].kind == BLOCK_QR)
			draw_code_beside(l, &l->page->blocks[i], columns - TEXT_BESIDE_CODE);
	if (!l->beside)
		return;
	columns -= lines_width(&l->figure) + FIGURE_GAP;
	if (columns < l->columns)
		l->columns = columns;
}

void layout_figure_place(struct layout *l)
{
	size_t rows = l->rows > 0 ? (size_t)l->rows : SIZE_MAX, at;

	if (l->figure.count == 0)
		return;
	if (l->beside) {
		lines_beside(l->out, l->columns + FIGURE_GAP, &l->figure);
		return;
	}
	if (l->out->count + l->figure.count <= rows) {
		if (l->out->count + l->figure.count < rows)
			lines_add(&l->figure);
		lines_insert(l->out, l->figure_line, &l->figure);
		return;
	}
	at = l->out->count;
	while (at > 0 && l->out->items[at - 1].row == NO_ROW)
		at--;
	if (at == 0)
		at = l->out->count;
	lines_insert(l->out, at,
		     &(struct lines){ .count = 1, .items = &(struct line){ .row = NO_ROW } });
	lines_insert(l->out, at + 1, &l->figure);
}
