/* SPDX-License-Identifier: MIT */
#include "view/layout_block.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "view/layout_figure.h"
#include "view/layout_row.h"

enum {
	SEARCH_GAP_FROM = 18, /* minimum rows for an empty line below a search text */
	APART_FROM = 26       /* minimum rows for a second one between groups of items */
};

/* The first heading of a page is underlined, and has an empty line below if there is space. */
static void layout_heading(struct layout *l, const struct block *b)
{
	const bool first = l->out->count == 0;

	layout_text_line(l, NO_ROW);
	layout_text_draw_marked(l, l->margin, b->text, l->headed ? STYLE_EMPHASIS : STYLE_HEADING);
	layout_text_status_right(l, b);
	if (first && (l->rows == 0 || l->rows >= LAYOUT_GAP_FROM))
		layout_text_line(l, NO_ROW);
	l->headed = true;
}

static void layout_paragraph(struct layout *l, const struct block *b)
{
	layout_text_line(l, NO_ROW);
	layout_text_draw_marked(l, l->margin, b->text, b->style);
}

/* Draws mark and label of a row. Returns the column after them. */
static int draw_item_start(struct layout *l, const struct block *b)
{
	int mark = text_width(mark_text(b->mark, l->ascii)), label = text_width(b->label);
	int column = l->margin + (mark > 0 ? mark + 1 : 0);

	layout_text_mark(l, b);
	layout_text_put(l, column, STYLE_PLAIN, b->label);
	return column + (label > 0 ? label + 1 : 0);
}

/* Bullets, choices and groups: a mark, and text indented after it. */
static void layout_item(struct layout *l, const struct block *b)
{
	enum style style = b->kind == BLOCK_GROUP ? STYLE_EMPHASIS
			   : b->status[0] != '\0' ? STYLE_PLAIN
						  : b->style;
	const int opens = b->opens ? 2 : 0; /* columns */
	int column;

	layout_text_line(l, b->row);
	column = draw_item_start(l, b);
	l->columns -= opens;
	layout_text_draw_marked(l, column, b->text, style);
	l->columns += opens;
	layout_text_opens(l, b);
	layout_text_status_right(l, b);
	layout_row_close(l, b, column);
}

/* Draws which of how many rows the only one shown is, if there is space. */
static void draw_place(const struct layout *l, const struct block *b)
{
	char *place = xasprintf("%d/%d", b->row + 1, page_count_rows(l->page));

	if (layout_text_used(l) + 1 + text_width(place) <= l->columns)
		layout_text_put(l, l->columns - text_width(place), STYLE_QUIET, place);
	free(place);
}

/* A button that is shown alone takes one line if it can: without the remark in brackets. */
static void layout_button(struct layout *l, const struct block *b)
{
	char *button = xasprintf("[ %s ]", b->text), *remark = strstr(button, "（");

	if (l->alone && remark != NULL && l->margin + text_width(button) > l->columns)
		strcpy(remark, " ]");
	layout_text_line(l, b->row);
	layout_text_draw(l, l->margin, button, STYLE_EMPHASIS);
	layout_text_status_right(l, b);
	if (l->alone)
		draw_place(l, b);
	layout_row_close(l, b, l->margin + 2);
	free(button);
}

/* Begins or ends the box around a verdict. */
static void draw_box_edge(struct layout *l, bool top)
{
	static const char *const edges[2][2][3] = { { { "└", "─", "┘" }, { "+", "-", "+" } },
						    { { "┌", "─", "┐" }, { "+", "-", "+" } } };
	const char *const *edge = edges[top][l->ascii];

	layout_text_line(l, NO_ROW);
	layout_text_put(l, l->margin, STYLE_QUIET, edge[0]);
	line_repeat(lines_last(l->out), l->margin + 1, STYLE_QUIET, edge[1],
		    l->columns - l->margin - 2);
	layout_text_put(l, l->columns - 1, STYLE_QUIET, edge[2]);
}

/* A verdict is boxed, but not in a low window, where the box would leave few lines to read. */
static void layout_verdict(struct layout *l, const struct block *b)
{
	struct layout inside = *l;
	struct block title = *b;
	size_t first = l->out->count + 1;
	bool boxed = !layout_is_low(l);

	if (boxed) {
		inside.side = l->ascii ? "|" : "│";
		inside.side_column = l->margin;
		inside.margin += 3;
		inside.columns -= 3;
		draw_box_edge(l, true);
	}
	layout_text_line(&inside, NO_ROW);
	title.status = xasprintf("%s%s%s", mark_text(b->mark, l->ascii),
				 b->mark != MARK_NONE ? " " : "", b->text);
	/* A badge is one line: a longer title is drawn without one. */
	if (inside.margin + layout_text_status_width(&title) > inside.columns)
		layout_text_draw_marked(&inside, inside.margin, title.status, STYLE_EMPHASIS);
	else
		layout_text_status(&inside, inside.margin, &title);
	free(title.status);
	if (b->status[0] != '\0') {
		layout_text_line(&inside, NO_ROW);
		layout_text_draw_marked(&inside, inside.margin, b->status, STYLE_PLAIN);
	}
	if (!boxed)
		return;
	for (size_t i = first; i < l->out->count; i++)
		line_repeat(&l->out->items[i], l->columns - 1, STYLE_QUIET, inside.side, 1);
	draw_box_edge(l, false);
}

static void layout_link(struct layout *l, const struct block *b)
{
	int label = text_width(b->label) + 2;

	layout_text_line(l, NO_ROW);
	layout_text_put(l, l->margin, STYLE_PLAIN, b->label);
	if (l->margin + label + text_width(b->text) > l->columns) {
		layout_text_line(l, NO_ROW);
		label = 2;
	}
	layout_text_draw(l, l->margin + label, b->text, STYLE_EMPHASIS);
}

/* Whether there is a line below a search text does not depend on the number of hits, so that the
 * list does not move when the first character is typed. */
static void layout_gap(struct layout *l, const struct block *b)
{
	bool searched = b > l->page->blocks && b[-1].kind == BLOCK_FIELD &&
			(l->page->context & (CONTEXT_FAQ | CONTEXT_SEARCH)) != 0;

	if (!searched || l->rows == 0 || l->rows >= SEARCH_GAP_FROM)
		layout_text_gap(l);
}

static void (*const layouts[])(struct layout *l, const struct block *b) = {
	[BLOCK_HEADING] = layout_heading,     [BLOCK_GROUP] = layout_item,
	[BLOCK_PARAGRAPH] = layout_paragraph, [BLOCK_BULLET] = layout_item,
	[BLOCK_CHOICE] = layout_item,         [BLOCK_BUTTON] = layout_button,
	[BLOCK_FIELD] = layout_row_field,     [BLOCK_FINDING] = layout_row_finding,
	[BLOCK_VERDICT] = layout_verdict,     [BLOCK_FIGURE] = layout_figure_draw,
	[BLOCK_LINK] = layout_link,           [BLOCK_TABLE_ROW] = layout_row_table,
	[BLOCK_QR] = layout_figure_qr,        [BLOCK_GAP] = layout_gap,
};

/* Highlights the lines from `first` on: the whole row, but of a text field only the label. The
 * cursor is before the row: a block cursor there lengthens the row by a column, while on the row it
 * would look like a hole. */
static void show_focus(struct layout *l, const struct block *b, size_t first)
{
	struct lines *out = l->out;

	for (size_t i = first; i < out->count; i++) {
		bool typed = b->caret != NO_CARET && (long)i >= out->caret_line;

		line_fill(&out->items[i], 1, typed ? l->value_column - 1 : l->columns, STYLE_FOCUS);
	}
	out->focus_line = (long)first;
}

static bool wants_gap(const struct layout *l, const struct block *b)
{
	return l->spaced && (b->kind == BLOCK_CHOICE || b->kind == BLOCK_BUTTON ||
			     b->kind == BLOCK_LINK || layout_row_is_heading(b) ||
			     (b->kind == BLOCK_PARAGRAPH && b->style != STYLE_QUIET));
}

/* Returns true for the first of a group of choices or buttons, in a window that is tall enough to
 * set groups apart. Forms have no groups. */
static bool begins_group(const struct layout *l, const struct block *b)
{
	return l->rows >= APART_FROM && b > l->page->blocks && b->row != NO_ROW &&
	       (b->kind == BLOCK_CHOICE || b->kind == BLOCK_BUTTON) && b[-1].kind != b->kind &&
	       !page_is_form(l->page);
}

/* Returns true for the block below the first heading, which has its own empty line; on a projector
 * it has two. */
static bool is_below_heading(const struct layout *l, const struct block *b)
{
	return b == l->page->blocks + 1 && b[-1].kind == BLOCK_HEADING && !l->page->presentation;
}

void layout_block(struct layout *l, const struct block *b)
{
	size_t first;

	if (b->kind != BLOCK_FINDING)
		layout_row_end(l);
	if (wants_gap(l, b)) {
		layout_text_gap(l);
		if ((l->airy || begins_group(l, b)) && !is_below_heading(l, b))
			layout_text_line(l, NO_ROW);
	}
	first = l->out->count;
	layouts[b->kind](l, b);
	/* A verdict has a badge, which is not highlighted. */
	if (layout_is_focused(l, b) && b->kind != BLOCK_VERDICT)
		show_focus(l, b, first);
	layout_row_reserve(l, b);
}
