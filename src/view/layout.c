/* SPDX-License-Identifier: MIT */
#include "view/layout.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "view/layout_block.h"
#include "view/layout_figure.h"
#include "view/layout_row.h"

enum {
	TEXT_MAX = 64,   /* columns; longer lines are hard to read */
	SPACED_FROM = 21 /* minimum rows for an empty line between any two items */
};

static void layout_blocks(struct layout *l, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++)
		if (l->left_out == NULL || !l->left_out[i])
			layout_block(l, &l->page->blocks[i]);
	layout_row_end(l);
}

/* Finds the blocks from the first with a row to the last with its findings, *end excluded; none if
 * *first == *end. */
static void find_rows(const struct page *p, size_t *first, size_t *end)
{
	*first = *end = 0;
	for (size_t i = 0; i < p->count; i++) {
		if (p->blocks[i].row == NO_ROW)
			continue;
		if (*end == 0)
			*first = i;
		*end = i + 1;
	}
	while (*end > 0 && *end < p->count && p->blocks[*end].kind == BLOCK_FINDING)
		++*end;
}

/* Returns how many blocks stay above the rows when these come first: headings, a verdict or (if
 * `sentence`) a paragraph, and the search text. */
static size_t count_head(const struct page *p, size_t limit, bool sentence)
{
	size_t count = 0;

	while (count < limit && p->blocks[count].kind == BLOCK_HEADING)
		count++;
	if (count < limit && (p->blocks[count].kind == BLOCK_VERDICT ||
			      (sentence && p->blocks[count].kind == BLOCK_PARAGRAPH)))
		count++;
	while (count < limit && p->blocks[count].caret != NO_CARET)
		count++;
	return count;
}

/* Order and spacing of the blocks of a page. */
enum arrangement {
	AIRY,   /* two empty lines between any two items */
	SPACED, /* an empty line between any two items */
	AS_WRITTEN,
	ROWS_AFTER_THE_SENTENCE, /* rows above the paragraphs that explain them */
	ROWS_FIRST
};

/* Lays out all blocks. start: the state before the first block. */
static void lay_out(const struct layout *start, enum arrangement arrangement)
{
	struct layout l = *start;
	size_t head, first, end;

	l.spaced = arrangement <= SPACED;
	l.airy = arrangement == AIRY;
	lines_free(l.out);
	l.out->caret_line = l.out->kept_line = l.out->focus_line = NO_CARET;
	layout_figure_beside(&l);
	layout_row_measure(&l);
	find_rows(l.page, &first, &end);
	head = arrangement < ROWS_AFTER_THE_SENTENCE
		       ? first
		       : count_head(l.page, first, arrangement == ROWS_AFTER_THE_SENTENCE);
	layout_blocks(&l, 0, head);
	if (head < first && l.rows >= LAYOUT_GAP_FROM)
		layout_text_gap(&l);
	layout_blocks(&l, first, end);
	if (head < first)
		layout_text_gap(&l);
	layout_blocks(&l, head, first);
	layout_blocks(&l, end, l.page->count);
	layout_figure_place(&l);
	lines_free(&l.figure);
}

/* Returns true if the top of the page shows what to press: at least the first row; all rows if they
 * are few, fit into the window and are not to be filled in. */
static bool shows_rows(const struct layout *l)
{
	const struct lines *out = l->out;
	enum { FEW = 8 };
	int first = -1, last = -1, count = 0;

	for (int i = 0; i < (int)out->count; i++)
		if (out->items[i].row != NO_ROW) {
			first = first < 0 ? i : first;
			last = i;
			count++;
		}
	return first < 0 || last < l->rows ||
	       (first < l->rows &&
		(page_is_form(l->page) || count > FEW || last - first > l->rows - 2));
}

/* Returns true for the blocks that the page is about: heading, verdict, code, the figure with the
 * target, and the focused row with its findings. */
static bool is_essential(const struct page *p, size_t i)
{
	const struct block *b = &p->blocks[i];

	if (layout_figure_is_target(p, b) || b->kind == BLOCK_HEADING || b->kind == BLOCK_VERDICT ||
	    b->kind == BLOCK_QR)
		return true;
	while (i > 0 && p->blocks[i].kind == BLOCK_FINDING)
		i--;
	return p->row != NO_ROW && p->blocks[i].row == p->row;
}

static int count_written(const struct lines *out)
{
	int written = 0;

	for (size_t i = 0; i < out->count; i++)
		written += out->items[i].count > 0;
	return written;
}

/* Leaves out what follows the last essential block, then gaps, then everything else that is not
 * essential, each from the end, until the page fits. */
static void lay_out_fixed(struct layout *l)
{
	const struct page *p = l->page;
	bool *left_out = xcalloc(p->count, sizeof *left_out);
	size_t last = p->count;
	int written;

	while (last > 0 && !is_essential(p, last - 1))
		last--;
	l->left_out = left_out;
	lay_out(l, AS_WRITTEN);
	written = count_written(l->out);
	for (int pass = 0; pass < 3; pass++)
		for (size_t i = p->count; i-- > 0 && (int)l->out->count > l->rows;)
			if (pass == 0   ? i >= last
			    : pass == 1 ? p->blocks[i].kind == BLOCK_GAP
					: !is_essential(p, i)) {
				left_out[i] = true;
				lay_out(l, AS_WRITTEN);
			}
	l->out->left_out = written - count_written(l->out);
	free(left_out);
}

/* If the page is one line too long, leaves out gaps, the last first, until it fits. Returns true if
 * it then fits; else all its gaps are laid out. */
static bool fits_without_gap(struct layout *l)
{
	const struct page *p = l->page;
	bool *left_out, fits;

	if (l->rows == 0 || (int)l->out->count != l->rows + 1)
		return false;
	l->left_out = left_out = xcalloc(p->count, sizeof *left_out);
	for (size_t i = p->count; i-- > 0 && (int)l->out->count > l->rows;)
		/* The gap before pinned rows stays. */
		if (p->blocks[i].kind == BLOCK_GAP &&
		    !(p->pinned && i + 1 < p->count && p->blocks[i + 1].row != NO_ROW)) {
			left_out[i] = true;
			lay_out(l, AS_WRITTEN);
		}
	fits = (int)l->out->count <= l->rows;
	l->left_out = NULL;
	free(left_out);
	if (!fits)
		lay_out(l, AS_WRITTEN);
	return fits;
}

/* Pins the rows that end a page, with a gap before them if there is space; in a low window only the
 * focused one. Returns false and pins none if they would take more than half of the window. */
static bool pin_rows(struct layout *l)
{
	const struct page *p = l->page;
	struct lines *out = l->out;
	size_t first = 0;

	if (!p->pinned)
		return false;
	if (layout_is_low(l)) {
		bool *left_out = xcalloc(p->count, sizeof *left_out);

		for (size_t i = 0; i < p->count; i++)
			left_out[i] = p->blocks[i].row != NO_ROW && p->blocks[i].row != p->row;
		l->left_out = left_out;
		l->alone = true;
		lay_out(l, AS_WRITTEN);
		l->left_out = NULL;
		l->alone = false;
		free(left_out);
	}
	while (first < out->count && out->items[first].row == NO_ROW)
		first++;
	if (first > 0 && l->rows >= LAYOUT_GAP_FROM)
		first--;
	if ((int)(out->count - first) * 2 > l->rows)
		return false;
	out->pinned = (int)(out->count - first);
	return true;
}

/* Returns true if a page may be spaced out if it then fits: in a presentation, in a tall window, or
 * if it has no rows. Whether one that grows is depends only on the window. */
static bool may_be_spaced(const struct layout *l)
{
	const struct page *p = l->page;

	if (p->grows)
		return p->presentation || (page_is_form(p) && l->rows >= LAYOUT_GROWN_FROM);
	return p->presentation || l->rows >= SPACED_FROM || page_count_rows(p) == 0;
}

void layout_page(const struct page *p, int columns, int rows, bool ascii, struct lines *out)
{
	struct layout l = { .page = p,
			    .out = out,
			    .columns = rows > 0 && columns > TEXT_MAX ? TEXT_MAX : columns,
			    .rows = rows,
			    .window_columns = columns,
			    .ascii = ascii,
			    .margin = columns >= LAYOUT_WIDE_FROM ? 2 : 1,
			    .row = NO_ROW };

	/* Spreads a page over the wall, but not a form, whose rows would jump. */
	if (p->presentation && page_count_rows(p) > 0 && !page_is_form(p)) {
		lay_out(&l, AIRY);
		if ((int)out->count <= rows)
			return;
	}
	if (may_be_spaced(&l)) {
		lay_out(&l, SPACED);
		if ((int)out->count <= rows || (p->grows && !p->presentation))
			return;
	}
	if (p->fixed) {
		lay_out_fixed(&l);
		return;
	}
	for (enum arrangement a = AS_WRITTEN; a <= ROWS_FIRST; a++) {
		lay_out(&l, a);
		if (a == AS_WRITTEN && fits_without_gap(&l))
			return;
		if (rows == 0 || shows_rows(&l) || (a == AS_WRITTEN && pin_rows(&l)))
			return;
	}
}
