/* SPDX-License-Identifier: MIT */
#include "view/frame_make.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "view/frame_body.h"
#include "view/frame_footer.h"
#include "view/frame_sidebar.h"
#include "view/layout.h"
#include "view/screen_text.h"

enum {
	SIDEBAR_FROM = 76, /* minimum columns for a sidebar */
	LINES_FROM = 16,   /* minimum rows for separate lines for progress and notices */
	GAP_FROM = 22,     /* minimum rows for an empty line above the body */
	TALL_FROM = 30,    /* minimum rows for more empty lines there */
	TALL_GAP_MAX = 8,  /* rows */
	CAPTION_FROM = 10, /* minimum rows for a caption below the page */
	CAPTION_MAX = 3,   /* rows */
	NOTICE_MAX = 4     /* rows */
};

static void ask_for_larger_window(struct frame *f)
{
	char *says = xasprintf("窗口要 %dx%d，现 %dx%d", FRAME_COLUMNS_MIN, FRAME_ROWS_MIN,
			       f->columns, f->rows);

	frame_draw_wrapped(f, 0, f->rows, says, 0);
	free(says);
}

/* Returns how many more empty rows a tall window has above the body, so that a short page is not at
 * its very top. */
static int count_tall_rows(int rows)
{
	int more = rows < TALL_FROM ? 0 : (rows - TALL_FROM) / 2 + 1;

	return more < TALL_GAP_MAX ? more : TALL_GAP_MAX;
}

/* Sets the rows that the notice has below the body. A longer notice is shown from its row
 * scroll.notice on. */
static void place_notice(struct window *w)
{
	struct frame *f = w->frame;
	int max = f->rows - 3 < NOTICE_MAX ? f->rows - 3 : NOTICE_MAX, top = w->scroll.notice, rows;

	w->notice_rows = !w->small;
	if (w->page->notice[0] == '\0')
		return;
	w->notice = screen_text_line(w->page->notice);
	rows = frame_count_rows(w->notice, f->columns, INT_MAX);
	w->notice_rows = rows < max ? rows : max;
	f->notice_top = top < rows - w->notice_rows ? top : rows - w->notice_rows;
	f->notice_below = rows - w->notice_rows - f->notice_top;
	f->notice_rows = w->notice_rows;
}

/* Divides the window into the body and what is above, below and beside it. Draws the progress. */
static void divide(struct window *w)
{
	const struct page *p = w->page;
	const struct frame *f = w->frame;
	bool progress;

	w->small = f->rows < LINES_FROM;
	w->sidebar = f->columns >= SIDEBAR_FROM && !p->presentation && p->sidebar_count > 0;
	progress = !w->sidebar && !w->small && frame_sidebar_step(p) >= 0;
	w->first = 1 + progress + (f->rows >= GAP_FROM);
	w->side_first = w->first + count_tall_rows(f->rows);
	place_notice(w);
	if (p->caption != NULL && f->rows >= CAPTION_FROM) {
		w->caption = screen_text(p->caption);
		w->caption_rows = frame_count_rows(w->caption, f->columns, CAPTION_MAX);
	}
	w->height = f->rows - 1 - w->first - w->notice_rows - w->caption_rows;
	if (w->sidebar)
		w->left = frame_sidebar_width(p) + 1 + WINDOW_SIDEBAR_GAP;
	w->columns = f->columns - w->left - 1;
	if (progress)
		frame_sidebar_progress(w, 1);
}

/* Moves the top of the body down by `rows` rows, or up if negative. */
static void lower(struct window *w, int rows)
{
	w->first += rows;
	w->height -= rows;
}

/* Returns true if a page keeps its length while it is open: nothing on it is typed, searched for or
 * filled in. */
static bool is_still(const struct page *p)
{
	if ((p->context & (CONTEXT_FAQ | CONTEXT_SEARCH | CONTEXT_CHOOSE)) != 0)
		return false;
	for (size_t i = 0; i < p->count; i++) {
		const struct block *b = &p->blocks[i];

		if (b->caret != NO_CARET ||
		    (b->row != NO_ROW && (b->kind == BLOCK_FIELD || b->kind == BLOCK_TABLE_ROW)))
			return false;
	}
	return true;
}

/* Lowers a page without a sidebar to the middle of a tall window, or a little above; beside a
 * sidebar, all headings are in one row. above: empty rows above the body. A notice of several lines
 * does not move the page if there is space for both. */
static void centre_page(struct window *w, int above)
{
	int left = w->height - (int)w->body.count, free_rows = above + left + w->notice_rows - 1;
	int more = (w->page->presentation ? free_rows / 2 : free_rows * 2 / 5) - above;

	if (above == 0 || w->sidebar || !is_still(w->page))
		return;
	more = more < left ? more : left;
	lower(w, more > 0 ? more : 0);
}

/* Lays out the body below empty rows: as many as the kind of the page asks for, so that its heading
 * does not move while somebody works on it; above a page that is always too long for that, half as
 * many. A QR code needs every row. */
static void lay_out_body(struct window *w)
{
	const struct page *p = w->page;
	bool code = p->count > 0 && p->blocks[0].kind == BLOCK_QR;
	int above = code ? 0 : count_tall_rows(w->frame->rows);

	for (;; above /= 2) {
		lower(w, above);
		layout_page(p, w->columns, w->height, w->ascii, &w->body);
		if (above == 0 || p->grows ||
		    ((int)w->body.count <= w->height && w->body.left_out == 0))
			break;
		lower(w, -above);
	}
	centre_page(w, above);
}

void frame_make(struct frame *f, const struct page *p, int rows, int columns, bool ascii,
		struct scroll scroll)
{
	struct window w = { .page = p, .frame = f, .ascii = ascii, .scroll = scroll };

	memset(f, 0, sizeof *f);
	f->rows = rows;
	f->columns = columns;
	for (int i = 0; i < rows; i++)
		lines_add(&f->lines);
	if (rows < FRAME_ROWS_MIN || columns < FRAME_COLUMNS_MIN) {
		ask_for_larger_window(f);
		return;
	}
	f->cursor_hidden = p->blank || p->fixed;
	if (p->blank)
		return;
	divide(&w);
	lay_out_body(&w);
	frame_sidebar_title(&w);
	if (w.sidebar)
		frame_sidebar_draw(&w);
	frame_body_draw(&w);
	frame_footer_draw(&w);
	lines_free(&w.body);
	free(w.notice);
	free(w.caption);
}
