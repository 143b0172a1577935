/* SPDX-License-Identifier: MIT */
#include "view/frame_body.h"

enum {
	WHOLE_FROM = 11,  /* minimum rows of a body that never shows a sentence without its "^" */
	TEXT_COLUMNS = 66 /* minimum width of a body for centring */
};

/* Finds the first and last line of the focused row. Returns false if no row has the focus. */
static bool find_row(const struct window *w, int *first, int *last)
{
	const struct lines *body = &w->body;
	int row = w->page->row;

	*first = -1;
	for (int i = 0; i < (int)body->count && row != NO_ROW; i++)
		if (body->items[i].row == row) {
			if (*first < 0)
				*first = i;
			*last = i;
		}
	return *first >= 0;
}

/* Returns true if the edited field is not empty. */
static bool is_typed_in(const struct lines *body)
{
	const struct line *line = &body->items[body->caret_line];

	return line->count > 0 && line->runs[0].style != STYLE_FIELD;
}

/* Finds the lines to keep in sight: those of the focused row or, on a page without one, of the
 * field that is edited. Returns false if there are none. */
static bool find_focus(const struct window *w, int *first, int *last)
{
	if (find_row(w, first, last))
		return true;
	*last = (int)w->body.caret_line;
	*first = w->height > 1 ? (int)w->body.focus_line : *last;
	return *last != NO_CARET;
}

/* Returns the line of the "^" below the caret; the caret's if there is none. */
static int pointer_line(const struct lines *body)
{
	int line = (int)body->caret_line;

	return line + (line + 1 < (int)body->count && body->items[line + 1].joined);
}

/* Returns the first line to show: scroll.top or, with scroll.follow, the nearest line from which
 * the focused row is visible; never past the end. */
static int choose_top(const struct window *w)
{
	const struct lines *body = &w->body;
	int top = w->scroll.top, height = w->height, first, last;

	if (w->scroll.follow && body->pinned == 0 && find_focus(w, &first, &last)) {
		if (body->kept_line > last)
			last = (int)body->kept_line;
		/* Of a row that is higher than the window, shows the beginning or, if text is typed
		 * there, the lines up to the caret and its "^". A window of one line shows the
		 * label of a row. */
		if (first < body->caret_line && last >= first + height) {
			int end = height > 2 ? pointer_line(body) : (int)body->caret_line;

			last = first + height - 1;
			if (last < end && height > 1 && is_typed_in(body))
				last = end;
			first = last - height + 1;
		}
		if (last >= top + height)
			top = last - height + 1;
		if (first < top)
			top = first;
		/* A search text is above the focused row of its results: shows both if they fit,
		 * else the text on row 0 in place of the line there (line_at()). */
		if (body->caret_line != NO_CARET && body->caret_line < top) {
			if (last < body->caret_line + height)
				top = (int)body->caret_line;
			else if (first == top && height > 1 && is_typed_in(body))
				top--;
		}
	}
	if (top > (int)body->count - height)
		top = (int)body->count - height;
	return top > 0 ? top : 0;
}

/* Returns the line to show on row i of the body. The last rows show the pinned lines. While text is
 * typed below a label that has scrolled out, row 0 shows the label, but the value to compare if
 * that and a "^" leave no space. A search text that would have scrolled out is shown there, too,
 * unless somebody scrolls. */
static int line_at(const struct window *w, int i)
{
	const struct lines *body = &w->body;
	int top = w->frame->top, first, last;

	if (i >= w->frame->body_rows)
		return (int)body->count - w->height + i;
	if (i == 0 && w->scroll.follow && w->height > 1 && body->caret_line != NO_CARET &&
	    body->caret_line < top && is_typed_in(body))
		return (int)body->caret_line;
	if (i == 0 && body->caret_line > top + (w->height > 2) &&
	    body->caret_line < top + w->height && find_row(w, &first, &last) && first < top)
		return first;
	return top + i;
}

/* Returns true if text that the focused row asks about is out of sight. That text is above the
 * row's input line; a field has none. */
static bool hides_row(const struct window *w)
{
	const struct lines *body = &w->body;
	const struct block *b = page_focused(w->page);
	int first, last, end, top = w->frame->top;

	if (b == NULL || body->pinned > 0 || b->caret != NO_CARET || !find_row(w, &first, &last))
		return false;
	end = body->caret_line > first ? (int)body->caret_line : first + 1;
	for (int i = first; i < end; i++)
		if (i != line_at(w, 0) && (i <= top || i >= top + w->height))
			return true;
	return false;
}

/* Returns true if no line of the focused row is in sight, unless Enter does the same on every row
 * of the page. */
static bool hides_focus(const struct window *w)
{
	int first, last, top = w->frame->top;

	return (w->page->context & (CONTEXT_STEP | CONTEXT_STEP_BUTTON)) == 0 &&
	       w->body.pinned == 0 && find_row(w, &first, &last) &&
	       (last < top || first >= top + w->height);
}

/* Puts the cursor at the caret if that is visible, else before the focused row, else at the start
 * of the body. */
static void place_cursor(const struct window *w)
{
	const struct lines *body = &w->body;
	struct frame *f = w->frame;
	int line = (int)body->caret_line, column = body->caret_column;

	f->cursor_row = w->first;
	f->cursor_column = w->left;
	if (line < f->top && line == line_at(w, 0)) {
		line = f->top;
	} else if (line < f->top) {
		line = (int)body->focus_line;
		column = 0;
		f->cursor_hidden = f->cursor_hidden || line == NO_CARET;
	}
	if (line >= f->body_lines) /* pinned */
		line -= f->body_lines - f->top - f->body_rows;
	if (line < f->top || line >= f->top + w->height)
		return;
	f->cursor_row = w->first + line - f->top;
	f->cursor_column = w->left + column;
}

/* Centres the text together with a figure beside it in a window without a sidebar; beside a
 * sidebar, all pages begin in the same column. */
static void centre_body(struct window *w)
{
	int width = lines_width(&w->body);
	int space = w->frame->columns - (width > TEXT_COLUMNS ? width : TEXT_COLUMNS);

	if (w->sidebar || space <= WINDOW_SIDEBAR_GAP)
		return;
	w->left = space / 2;
	w->columns = w->frame->columns - w->left - 1;
}

/* Returns true if a line must not be shown because the window cuts off the line that it belongs
 * with: the sentence below a "^" or, after scrolling, the "^" above its sentence. In a body of few
 * rows, which one sentence may fill, the sentence is shown without its "^", and in a cramped one
 * the "^" below the caret without its sentence. */
static bool is_torn(const struct window *w, int line)
{
	const struct lines *body = &w->body;
	int top = w->frame->top, first = line, last = line;

	while (first > 0 && body->items[first - 1].joined)
		first--;
	while (body->items[last].joined && last + 1 < (int)body->count)
		last++;
	if (last > first && line == first && line + 1 == top + w->frame->body_rows)
		return w->height > PAGE_CRAMPED || line != body->caret_line + 1;
	return last > first && w->height >= WHOLE_FROM && first < top;
}

void frame_body_draw(struct window *w)
{
	struct frame *f = w->frame;
	const struct lines *body = &w->body;

	centre_body(w);
	f->body_rows = w->height - body->pinned;
	f->body_lines = (int)body->count - body->pinned;
	f->top = choose_top(w);
	f->below = body->left_out;
	if (f->body_lines > f->top + f->body_rows)
		f->below += f->body_lines - f->top - f->body_rows;
	for (int i = 0; i < w->height && f->top + i < (int)body->count; i++) {
		const struct line *line = &body->items[line_at(w, i)];

		if (i < f->body_rows && is_torn(w, f->top + i))
			continue;
		for (size_t k = 0; k < line->count; k++)
			frame_draw(f, w->first + i, w->left + line->runs[k].column,
				   line->runs[k].style, line->runs[k].text);
		if (line->row != NO_ROW)
			frame_add_hit(f, w->first + i, w->left, w->columns,
				      (struct hit){ HIT_ROW, (unsigned)line->row, 0 });
	}
	f->focus_hidden = !w->scroll.follow && hides_focus(w);
	f->row_hidden = (!w->scroll.follow || w->notice != NULL) && hides_row(w);
	place_cursor(w);
}
