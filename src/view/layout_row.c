/* SPDX-License-Identifier: MIT */
#include "view/layout_row.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "rules/finding.h"

enum {
	LABELLED_FROM = 7, /* minimum rows for the label of an input line below a table row */
	VALUE_MIN = 20, /* minimum columns for values beside their labels; else labels are above */
	FIELD_EXTENT = 24 /* columns of an empty text field */
};

/* Returns the first byte of a value to show, so that the caret is visible in `space` columns. */
static size_t value_start(const struct block *b, int space)
{
	size_t start = 0, caret = b->caret == NO_CARET ? 0 : (size_t)b->caret;

	while (start < caret && text_width_n(b->text + start, caret - start) >= space) {
		uint32_t cp;
		size_t step = text_decode(b->text + start, strlen(b->text) - start, &cp);

		start += step > 0 ? step : 1;
	}
	return start;
}

/* Shows the extent of a field by underlined blanks after the value. The value itself stays plain,
 * so that a typed character costs only its own bytes of output. */
static void draw_extent(struct layout *l, const struct block *b, int column, int space)
{
	int width = FIELD_EXTENT < space ? FIELD_EXTENT : space,
	    used = layout_text_used(l) - column;

	if (b->caret != NO_CARET || (b->typed && b->text[0] == '\0'))
		line_repeat(lines_last(l->out), used > 0 ? column + used : column, STYLE_FIELD, " ",
			    width - (used > 0 ? used : 0));
}

static void draw_value(struct layout *l, const struct block *b, int column, int space)
{
	size_t start = value_start(b, space);

	line_put(lines_last(l->out), column, STYLE_PLAIN, b->text + start,
		 text_fit(b->text + start, space));
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

bool layout_row_is_heading(const struct block *b)
{
	return b->kind == BLOCK_TABLE_ROW && b->style == STYLE_EMPHASIS;
}

/* Returns true if the label of an input line below a table row is left out: in few rows, values
 * need its line. */
static bool omits_label(const struct layout *l, const struct block *b)
{
	return b->kind == BLOCK_FIELD && b->row != l->page->row && l->label_width == 0 &&
	       l->rows > 0 && l->rows < LABELLED_FROM && b->row == NO_ROW;
}

/* Draws mark and label of a field or table row. Returns the column of the value. */
static int draw_label(struct layout *l, const struct block *b)
{
	layout_text_line(l, b->row);
	layout_text_mark(l, b);
	if (layout_row_is_heading(b))
		layout_text_put(l, l->margin, STYLE_EMPHASIS, b->label);
	else if (!omits_label(l, b))
		layout_text_put(l, l->margin + l->mark_width, STYLE_PLAIN, b->label);
	if (l->label_width > 0)
		return l->margin + l->mark_width + l->label_width;
	if (b->label[0] != '\0' && !omits_label(l, b))
		layout_text_line(l, b->row);
	return l->margin + l->mark_width;
}

void layout_row_field(struct layout *l, const struct block *b)
{
	int column = draw_label(l, b), status = layout_text_status_width(b);
	int space = l->columns - column - (status > 0 ? status + 2 : 0) - (b->opens ? 2 : 0);
	/* A value that is not being typed is cut for a bad status, which no finding repeats
	 * there; it needs no space for the caret. */
	const bool may_cut = l->label_width > 0 && b->style == STYLE_BAD && b->caret == NO_CARET;
	const bool wide = space < text_width(b->text) + !may_cut;
	const bool cut = wide && may_cut;
	const bool below = l->label_width == 0 || (wide && !cut);

	if (below)
		space = l->columns - column - (b->opens ? 2 : 0);
	l->row = b->row;
	draw_value(l, b, column, cut ? space - 3 : space);
	if (cut)
		layout_text_put(l, layout_text_used(l), STYLE_PLAIN, "...");
	draw_extent(l, b, column, space);
	layout_text_opens(l, b);
	/* A bad status below is left out: the finding follows at once, and the mark shows the
	 * error. */
	if (status > 0 && below && b->style != STYLE_BAD) {
		layout_text_line(l, b->row);
		if (b->style < STYLE_GOOD)
			layout_text_draw(l, column, b->status, b->style);
		else
			layout_text_status(l, column, b);
	} else if (status > 0 && !below) {
		layout_text_status(l, l->columns - status, b);
	}
}

/* Draws the status on a line of its own: its text aligned with the second column of a table or, if
 * it does not fit there, at the right end; as wrapped text if it is longer than the line. */
static void draw_status_below(struct layout *l, const struct block *b, int column)
{
	int badge = b->style >= STYLE_GOOD, width = text_width(b->status) + badge;
	int second = column + (l->label_width > 0 ? l->text_width : 0);

	layout_text_line(l, b->row);
	if (column + width > l->columns)
		layout_text_draw(l, column, b->status, b->style);
	else
		layout_text_status(
			l, (second + width <= l->columns ? second : l->columns - width) - badge, b);
}

/* Returns true if the next block is the input line of the row, which must not move. */
static bool is_typed_below(const struct layout *l, const struct block *b)
{
	const struct block *end = l->page->blocks + l->page->count;

	return b + 1 < end && b[1].kind == BLOCK_FIELD && b[1].row == NO_ROW &&
	       b[1].caret != NO_CARET;
}

/* Draws the text of a table row. While something is typed below, draws one line, cut at the same
 * character as the input line, so that characters to compare are below each other; the lines that
 * saves are reserved below. */
static void draw_row_text(struct layout *l, const struct block *b, int column)
{
	int space = l->columns - column;
	const char *typed = is_typed_below(l, b) ? b[1].text : "";
	size_t lines, start;

	if (*typed == '\0') {
		layout_text_draw(l, column, b->text,
				 layout_row_is_heading(b) ? STYLE_EMPHASIS : STYLE_PLAIN);
		return;
	}
	free(layout_text_wrap(b->text, space, &lines));
	start = value_start(&b[1], space);
	start = text_offset(b->text, text_length(typed) - text_length(typed + start));
	if (b->text[start] == '\0')
		start = 0;
	line_put(lines_last(l->out), column, STYLE_PLAIN, b->text + start,
		 text_fit(b->text + start, space));
	l->saved = lines > 1 ? (int)lines - 1 : 0;
}

void layout_row_table(struct layout *l, const struct block *b)
{
	/* The text of badges is aligned with that of plain statuses. */
	int badge = b->style >= STYLE_GOOD && b->status[0] != '\0',
	    width = layout_text_status_width(b) - badge;
	int column = draw_label(l, b), status = column + l->text_width;

	draw_row_text(l, b, column);
	layout_text_opens(l, b);
	layout_row_close(l, b, column);
	if (b->status[0] == '\0')
		return;
	if (l->label_width == 0 || status < layout_text_used(l) + 2)
		status = layout_text_used(l) + (b->text[0] != '\0' ? 2 : 0);
	if (status + width > l->columns && layout_text_used(l) + 2 + width <= l->columns)
		status = l->columns - width;
	if (status + width <= l->columns)
		layout_text_status(l, status - badge, b);
	else if (is_typed_below(l, b))
		l->pending = b;
	else
		draw_status_below(l, b, column);
}

/* Returns the column of character n of the value, from 0; -1 if it is out of sight. */
static int character_column(const struct layout *l, size_t n)
{
	size_t at = text_offset(l->value, n);
	int column;

	if (at < l->value_start)
		return -1;
	column = l->value_column + text_width_n(l->value + l->value_start, at - l->value_start);
	return column < l->columns ? column : -1;
}

/* Returns the first column that gets a "^", and in *end the one after the last; -1 if all have one
 * already, none is in sight, or there is no line for it. The sentence names the place, too. In few
 * rows, only the input line below a value gets a "^", which is then seen, but not the sentence. */
static int find_pointers(const struct layout *l, const struct block *b, int *end)
{
	int first = -1;

	*end = 0;
	if (l->value == NULL ||
	    (layout_is_cramped(l) && (l->row != NO_ROW || l->out->caret_line == NO_CARET)))
		return -1;
	for (size_t i = 0; b->places != l->pointed && i < PLACES_MAX; i++) {
		int column = b->places >> i & 1 ? character_column(l, i) : -1;

		if (column < 0)
			continue;
		first = first < 0 ? column : first;
		*end = column + 1;
	}
	return first;
}

/* Draws "^" under the characters, one for each. */
static void draw_pointers(struct layout *l, const struct block *b)
{
	for (size_t i = 0; i < PLACES_MAX; i++)
		if ((b->places >> i & 1) != 0 && character_column(l, i) >= 0)
			layout_text_put(l, character_column(l, i), STYLE_POINTER, "^");
	l->pointed = b->places;
}

/* Returns the bytes of a sentence that fit into `space` columns right of its "^", if the rest then
 * fits into the reserved lines, `below` columns wide; else 0. */
static size_t fit_beside(const struct layout *l, const char *sentence, int space, int below)
{
	enum { SPACE_MIN = 16 };
	size_t count, first = 0, rest = 0;
	struct text_line *lines;

	if (space < SPACE_MIN)
		return 0;
	lines = text_wrap(sentence, space, &count);
	if (count > 1)
		first = lines[1].start;
	free(lines);
	free(text_wrap(sentence + first, below, &rest));
	return 1 + rest <= (size_t)l->reserved ? first : 0;
}

/* Returns true if the block after a finding asks a question about the same row. */
static bool asks_below(const struct layout *l, const struct block *b)
{
	const struct block *end = l->page->blocks + l->page->count;

	return b + 1 < end && b[1].kind == BLOCK_FINDING && b[1].style == STYLE_PLAIN;
}

void layout_row_finding(struct layout *l, const struct block *b)
{
	int column = l->margin + (layout_is_cramped(l) ? 0 : 2), space = l->columns - column,
	    width = text_width(b->text), end;
	int pointer = find_pointers(l, b, &end), lines = (width + space - 1) / space;
	size_t first = l->out->count, beside = 0;
	const bool more = b + 1 < l->page->blocks + l->page->count && b[1].kind == BLOCK_FINDING;
	bool pointed;

	/* Where a question follows, it takes the line of a "^" alone. */
	if (pointer <= column + width && l->columns - end - 1 < width && asks_below(l, b) &&
	    l->reserved <= lines + 1)
		pointer = -1;
	/* Neither a "^" nor advice after an error may move what is below. The sentence names the
	 * place, too. */
	if (pointer >= 0 && l->reserved > 1 && lines > 1 && lines >= l->reserved) {
		beside = fit_beside(l, b->text, l->columns - end - 1, space);
		pointer = beside > 0 ? pointer : -1;
	}
	if (l->found && b->style == STYLE_QUIET && lines > l->reserved)
		return;
	l->found = l->reserved > 0;
	pointed = pointer >= 0;
	layout_text_line(l, l->row);
	if (pointer >= 0 && (pointer <= column + width || l->reserved > lines + (int)more)) {
		draw_pointers(l, b);
		line_put(lines_last(l->out), end + 1, b->style, b->text, beside);
		if (beside == 0 && l->columns - end - 1 >= width)
			column = end + 1;
		else
			layout_text_line(l, l->row);
		pointer = -1;
	}
	layout_text_draw(l, column, b->text + beside, b->style);
	if (pointer >= 0)
		draw_pointers(l, b);
	for (size_t i = first; pointed && i + 1 < l->out->count; i++)
		l->out->items[i].joined = true;
	l->reserved -= (int)(l->out->count - first);
}

void layout_row_end(struct layout *l)
{
	l->unused = l->reserved > 0;
	for (; l->reserved > 0; l->reserved--)
		layout_text_line(l, l->row);
	l->reserved = 0;
	if (l->out->caret_line != NO_CARET && l->out->kept_line == NO_CARET)
		l->out->kept_line = (long)l->out->count - 1;
}

/* Returns the row that the reserved lines are below: the focused one, or the last above it if it
 * reserves none, so that they do not move to a button; NULL if there is none. */
static const struct block *find_reserving(const struct page *p)
{
	const struct block *found = NULL;

	for (size_t i = 0; i < p->count; i++)
		if (p->blocks[i].row != NO_ROW && p->blocks[i].row <= p->row &&
		    p->blocks[i].reserved > 0)
			found = &p->blocks[i];
	return found;
}

/* Returns the lines to reserve below a field. An input line below a table row gets one more in a
 * narrow window. A field of a form gets only one in a narrow or low window or a presentation, so
 * that the next rows stay visible. */
static int lines_to_reserve(const struct layout *l, const struct block *b)
{
	bool narrow = l->window_columns < LAYOUT_WIDE_FROM;

	if (b->reserved == 0 || (b != find_reserving(l->page) && b->caret == NO_CARET))
		return 0;
	if (b->row == NO_ROW)
		return b->reserved + (narrow || l->rows >= LAYOUT_GROWN_FROM) + l->saved;
	return narrow || l->page->presentation || layout_is_low(l) ? 1 : b->reserved;
}

void layout_row_reserve(struct layout *l, const struct block *b)
{
	if (b->kind == BLOCK_FINDING)
		return;
	l->found = false;
	l->reserved = lines_to_reserve(l, b);
	if (b->kind == BLOCK_FIELD)
		l->saved = 0;
	if (l->pending != NULL && b != l->pending) {
		/* A bad status is left out: the finding follows at once, and the mark shows the
		 * error. */
		if (l->pending->style != STYLE_BAD) {
			draw_status_below(l, l->pending, l->value_column);
			l->reserved--;
		}
		l->pending = NULL;
	}
}

/* Moves the second column of a table to the left until its heading fits. */
static void fit_second_column(struct layout *l)
{
	int used = l->margin + l->mark_width + l->label_width;

	for (size_t i = 0; i < l->page->count; i++) {
		const struct block *b = &l->page->blocks[i];

		if (layout_row_is_heading(b) &&
		    used + l->text_width + text_width(b->status) > l->columns)
			l->text_width = l->columns - used - text_width(b->status);
	}
}

void layout_row_measure(struct layout *l)
{
	if (l->window_columns >= LAYOUT_WIDE_FROM && l->page->label_width > 0)
		l->label_width = l->page->label_width + 1;
	if (l->page->text_width > 0)
		l->text_width = l->page->text_width + 2;
	for (size_t i = 0; i < l->page->count; i++) {
		const struct block *b = &l->page->blocks[i];
		int label = text_width(b->label) + (l->page->label_width > 0 ? 1 : 2),
		    text = text_width(b->text) + 2;

		if (b->kind == BLOCK_BULLET && b->mark != MARK_NONE)
			l->mark_width = 2;
		if (b->kind != BLOCK_FIELD && b->kind != BLOCK_TABLE_ROW)
			continue;
		if (b->mark != MARK_NONE || b->row != NO_ROW)
			l->mark_width = 2;
		if (label > l->label_width)
			l->label_width = label;
		if (b->kind == BLOCK_TABLE_ROW && b->status[0] != '\0' &&
		    l->page->text_width == 0 && text > l->text_width)
			l->text_width = text;
	}
	if (l->columns - l->margin - l->mark_width - l->label_width < VALUE_MIN)
		l->label_width = 0;
	fit_second_column(l);
}

void layout_row_close(struct layout *l, const struct block *b, int column)
{
	l->row = b->row;
	l->value = NULL;
	l->value_column = column;
}
