/* SPDX-License-Identifier: MIT */
#include "view/frame.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/text_wrap.h"
#include "base/xalloc.h"
#include "view/layout.h"

enum {
	SIDEBAR_FROM = 60, /* columns of a window that has a sidebar */
	RULES_FROM = 10,   /* rows of a window with rules below the header and above the footer */
	SIDEBAR_GAP = 2,
	SIDEBAR_MAX = 24, /* longer step titles are cut; the step's screen shows them whole */
	CAPTION_MAX = 3,  /* rows */
	NOTICE_MAX = 3,   /* rows */
	BODY_MAX = 84     /* columns; longer lines are hard to read */
};

struct window {
	const struct page *page;
	struct frame *frame;
	bool ascii, ruled, sidebar;
	int first, height; /* rows of the body */
	int caption_rows;  /* above the last row */
	int left, columns; /* columns of the body */
};

static int digits_width(size_t n)
{
	return snprintf(NULL, 0, "%zu", n);
}

static int sidebar_width(const struct page *p)
{
	int width = text_width("e 网站提示怎么办") + 2;

	for (size_t i = 0; i < p->sidebar_count; i++) {
		int entry = text_width(p->sidebar[i].title) + 5 + digits_width(i + 1);

		width = entry > width ? entry : width;
	}
	return width < SIDEBAR_MAX ? width : SIDEBAR_MAX;
}

/* Draws text on a row, cut to room columns. */
static void draw_n(struct frame *f, int row, int column, enum style style, const char *text,
		   int room)
{
	line_put(&f->lines.items[row], column, style, text, text_fit(text, room > 0 ? room : 0));
}

static void draw(struct frame *f, int row, int column, enum style style, const char *text)
{
	draw_n(f, row, column, style, text, f->columns - column);
}

static void add_hit_region(struct frame *f, int row, int column, int width, struct hit hit)
{
	if (width <= 0)
		return;
	f->hit_regions = xgrow(f->hit_regions, f->hit_region_count, sizeof *f->hit_regions);
	f->hit_regions[f->hit_region_count++] =
		(struct hit_region){ row, column, column + width - 1, hit };
}

static struct hit key_hit(const struct binding *b)
{
	/* Its hint stands for all digits, so that a click cannot tell which. */
	if (b->action == ACTION_STEP)
		return (struct hit){ HIT_NONE, 0, 0 };
	return (struct hit){ HIT_KEY, 0, b->keys[0] };
}

static void draw_right(struct frame *f, int row, enum style style, const char *text)
{
	draw(f, row, f->columns - 1 - text_width(text), style, text);
}

/* Draws a rule with a word at its right end; "" for none. */
static void draw_rule(const struct window *w, int row, const char *word)
{
	int columns = w->frame->columns - 2 - text_width(word) - (*word != '\0');

	line_repeat(&w->frame->lines.items[row], 1, STYLE_QUIET, w->ascii ? "-" : "─", columns);
	draw_right(w->frame, row, STYLE_QUIET, word);
}

/* Without a sidebar the badge comes first, and the title only if there is room. */
static void draw_header(const struct window *w)
{
	const struct page *p = w->page;
	int place = text_width(p->badge);

	if (w->sidebar) {
		draw_n(w->frame, 0, 1, STYLE_HEADING, p->title, w->frame->columns - place - 4);
		draw_right(w->frame, 0, STYLE_PLAIN, p->badge);
	} else {
		draw(w->frame, 0, 1, STYLE_HEADING, p->badge);
		if (place + text_width(p->title) + 4 <= w->frame->columns)
			draw_right(w->frame, 0, STYLE_QUIET, p->title);
	}
	if (w->ruled)
		draw_rule(w, 1, "");
}

/* NULL if no key with a hint makes that action here. */
static const struct binding *find_hint(enum key_context context, enum action_kind action)
{
	const struct binding *b = NULL;

	while ((b = keymap_next(context, b)) != NULL && b->action != action)
		;
	return b;
}

/* Notes, FAQ and site messages, each if its key works here. */
static void draw_sidebar_links(const struct window *w, int row, int end)
{
	static const enum action_kind links[] = { ACTION_NOTES, ACTION_FAQ, ACTION_SITE_MESSAGES };

	for (size_t i = 0; i < sizeof links / sizeof links[0]; i++) {
		const struct binding *b = find_hint(w->page->context, links[i]);

		if (b == NULL || row >= end)
			continue;
		draw(w->frame, row, 3, STYLE_QUIET, b->label);
		draw_n(w->frame, row, 4 + text_width(b->label), STYLE_QUIET, b->hint,
		       w->left - 4 - text_width(b->label));
		add_hit_region(w->frame, row++, 0, w->left - SIDEBAR_GAP, key_hit(b));
	}
}

static void draw_sidebar(const struct window *w)
{
	const struct page *p = w->page;
	int row = w->first, end = w->first + w->height;

	for (size_t i = 0; i < p->sidebar_count && row < end; i++, row++) {
		char *title = text_clean_line(p->sidebar[i].title);
		char *entry = xasprintf("%s %zu %s", mark_text(p->sidebar[i].mark, w->ascii), i + 1,
					title);

		draw_n(w->frame, row, 1, p->sidebar[i].here ? STYLE_HEADING : STYLE_PLAIN, entry,
		       w->left - 1 - SIDEBAR_GAP);
		add_hit_region(w->frame, row, 0, w->left - SIDEBAR_GAP,
			       (struct hit){ HIT_STEP, (unsigned)i + 1, 0 });
		free(entry);
		free(title);
	}
	draw_sidebar_links(w, row + 1, end);
}

/* Draws as many hints as fit before column end; with help_only, only the one for help. false: none
 * fit. */
static bool draw_hints(const struct window *w, int row, int end, bool help_only)
{
	const struct binding *b = NULL;
	int column = 1;

	while ((b = keymap_next(w->page->context, b)) != NULL) {
		int width = text_width(b->label) + 1 + text_width(b->hint);

		if (column + width + 1 > end || (help_only && b->action != ACTION_HELP))
			continue;
		draw(w->frame, row, column, STYLE_EMPHASIS, b->label);
		draw(w->frame, row, column + text_width(b->label) + 1, STYLE_QUIET, b->hint);
		add_hit_region(w->frame, row, column, width, key_hit(b));
		column += width + 2;
	}
	return column > 1;
}

/* A window without rules tells how much lies below in the row of the hints, and then of these shows
 * only the one for help. If not even that fits, the hints win. */
static void draw_few_hints(const struct window *w, int row, const char *more)
{
	bool help_only = w->page->hide_hints || find_hint(w->page->context, ACTION_HELP) != NULL;

	if (draw_hints(w, row, w->frame->columns - text_width(more) - 1, help_only) ||
	    !draw_hints(w, row, w->frame->columns, help_only))
		draw_right(w->frame, row, STYLE_QUIET, more);
}

/* A row covered by a notice cannot be clicked. */
static void drop_hit_regions(struct frame *f, int row)
{
	for (size_t i = 0; i < f->hit_region_count; i++)
		if (f->hit_regions[i].row == row)
			f->hit_regions[i].hit.kind = HIT_NONE;
}

/* Rows that a text takes, at most max. */
static int count_rows(const char *text, int columns, int max)
{
	size_t count;

	free(text_wrap(text, columns - 2, &count));
	return count < (size_t)max ? (int)count : max;
}

/* Draws the first rows of a wrapped text over what stands there. */
static void draw_wrapped(const struct window *w, int row, int rows, enum style style,
			 const char *text)
{
	size_t count;
	struct text_line *lines = text_wrap(text, w->frame->columns - 2, &count);

	for (int i = 0; i < rows; i++, row++) {
		char *part = xstrndup(text + lines[i].start, lines[i].len);

		line_clear(&w->frame->lines.items[row]);
		drop_hit_regions(w->frame, row);
		draw(w->frame, row, 1, style, part);
		free(part);
	}
	free(lines);
}

/* A long notice takes more rows above its last one, over the body. */
static void draw_notice(const struct window *w, int last)
{
	char *notice = text_clean_line(w->page->notice);
	int rows = count_rows(notice, w->frame->columns, NOTICE_MAX);

	draw_wrapped(w, last - rows + 1, rows, STYLE_WARNING, notice);
	free(notice);
}

/* The last row shows the notice, else the page's own footer, else key hints. How many lines are out
 * of sight below stands in the rule, or beside the hints. */
static void draw_footer(const struct window *w)
{
	const struct frame *f = w->frame;
	int row = f->rows - 1 - w->caption_rows, below = f->body_lines - f->top - w->height;
	char *more = below > 0    ? xasprintf("%s还有 %d 行", w->ruled ? "下面" : "", below)
		     : f->top > 0 ? xstrdup("已到底")
				  : NULL;

	if (w->ruled)
		draw_rule(w, row - 1, more != NULL ? more : "");
	if (w->caption_rows > 0)
		draw_wrapped(w, row, w->caption_rows, STYLE_EMPHASIS, w->page->caption);
	if (w->page->notice[0] != '\0')
		draw_notice(w, w->caption_rows > 0 ? row - 2 : row);
	else if (w->page->footer != NULL)
		draw(w->frame, f->rows - 1, 1, STYLE_QUIET, w->page->footer);
	else if (!w->ruled && more != NULL)
		draw_few_hints(w, row, more);
	else
		draw_hints(w, row, f->columns, w->page->hide_hints);
	free(more);
}

/* First and last line of the focused row; false: none has the focus. */
static bool find_row(const struct lines *body, int row, int *first, int *last)
{
	*first = -1;
	for (int i = 0; i < (int)body->count && row != NO_ROW; i++)
		if (body->items[i].row == row) {
			if (*first < 0)
				*first = i;
			*last = i;
		}
	return *first >= 0;
}

/* The first line to show: scroll.top, moved to where the focused row is visible if that is wanted,
 * but never past the end. */
static int choose_top(const struct lines *body, int row, int height, struct scroll scroll)
{
	int top = scroll.top, first, last;

	if (scroll.follow && find_row(body, row, &first, &last)) {
		/* Of a row that is higher than the window, the line being edited must be visible, and then as
		 * much as possible of the findings below it. */
		if (first < body->caret_line && last >= first + height)
			first = (int)body->caret_line;
		if (last >= top + height)
			top = last - height + 1;
		if (first < top)
			top = first;
		/* A search text stands above the focused row of what it finds. */
		if (body->caret_line != NO_CARET && body->caret_line < top)
			top = (int)body->caret_line;
	}
	if (top > (int)body->count - height)
		top = (int)body->count - height;
	return top > 0 ? top : 0;
}

/* The column of a row's text, behind the mark: a cursor that inverts a cell would cancel a reversed mark. */
static int text_column(const struct line *line)
{
	for (size_t i = 0; i < line->count; i++)
		if (line->runs[i].column > 0)
			return line->runs[i].column;
	return 0;
}

/* At the caret, else on the text of the focused row, else at the start of the body. */
static void place_cursor(const struct window *w, const struct lines *body)
{
	struct frame *f = w->frame;
	int line = (int)body->caret_line, column = body->caret_column, last;

	f->cursor_row = w->first;
	f->cursor_column = w->left;
	if (body->caret_line == NO_CARET) {
		if (!find_row(body, w->page->row, &line, &last))
			return;
		column = text_column(&body->items[line]);
	}
	if (line < f->top || line >= f->top + w->height)
		return;
	f->cursor_row = w->first + line - f->top;
	f->cursor_column = w->left + column;
}

static void draw_body(const struct window *w, struct scroll scroll)
{
	struct frame *f = w->frame;
	struct lines body = { 0 };

	layout_page(w->page, w->columns, w->height, w->ascii, &body);
	f->body_rows = w->height;
	f->body_lines = (int)body.count;
	f->top = choose_top(&body, w->page->row, w->height, scroll);
	for (int i = 0; i < w->height && f->top + i < f->body_lines; i++) {
		struct line *line = &body.items[f->top + i];

		/* A "^" without its sentence says nothing. */
		if (line->joined && i + 1 == w->height)
			break;
		for (size_t k = 0; k < line->count; k++)
			draw(f, w->first + i, w->left + line->runs[k].column, line->runs[k].style,
			     line->runs[k].text);
		if (line->row != NO_ROW)
			add_hit_region(f, w->first + i, w->left, w->columns,
				       (struct hit){ HIT_ROW, (unsigned)line->row, 0 });
	}
	place_cursor(w, &body);
	lines_free(&body);
}

static void ask_for_room(struct frame *f)
{
	char *says = xasprintf("窗口要 %dx%d，现 %dx%d", FRAME_COLUMNS_MIN, FRAME_ROWS_MIN,
			       f->columns, f->rows);
	size_t count;
	struct text_line *lines = text_wrap(says, f->columns < 2 ? 2 : f->columns, &count);

	for (size_t i = 0; i < count && (int)i < f->rows; i++) {
		char *part = xstrndup(says + lines[i].start, lines[i].len);

		draw(f, (int)i, 0, STYLE_PLAIN, part);
		free(part);
	}
	free(lines);
	free(says);
}

void frame_make(struct frame *f, const struct page *p, int rows, int columns, bool ascii,
		struct scroll scroll)
{
	struct window w = { .page = p,
			    .frame = f,
			    .ascii = ascii,
			    .ruled = rows >= RULES_FROM,
			    .sidebar = columns >= SIDEBAR_FROM && !p->presentation &&
				       p->sidebar_count > 0 };

	memset(f, 0, sizeof *f);
	f->rows = rows;
	f->columns = columns;
	f->bold = p->presentation;
	for (int i = 0; i < rows; i++)
		lines_add(&f->lines);
	if (rows < FRAME_ROWS_MIN || columns < FRAME_COLUMNS_MIN) {
		ask_for_room(f);
		return;
	}
	f->cursor_hidden = p->blank;
	if (p->blank)
		return;
	w.first = w.ruled ? 2 : 1;
	if (p->caption != NULL && rows > RULES_FROM + CAPTION_MAX)
		w.caption_rows = count_rows(p->caption, columns, CAPTION_MAX);
	w.height = rows - 2 * w.first - w.caption_rows;
	if (w.sidebar)
		w.left = sidebar_width(p) + 1 + SIDEBAR_GAP;
	w.columns = columns - w.left - 1;
	if (w.columns > BODY_MAX)
		w.columns = BODY_MAX;
	draw_header(&w);
	if (w.sidebar)
		draw_sidebar(&w);
	draw_body(&w, scroll);
	draw_footer(&w);
}

void frame_free(struct frame *f)
{
	lines_free(&f->lines);
	free(f->hit_regions);
	f->hit_regions = NULL;
	f->hit_region_count = 0;
}

struct hit frame_at(const struct frame *f, int row, int column)
{
	for (size_t i = 0; i < f->hit_region_count; i++) {
		const struct hit_region *region = &f->hit_regions[i];

		if (region->row == row && region->first <= column && column <= region->last)
			return region->hit;
	}
	return (struct hit){ HIT_NONE, 0, 0 };
}

char *frame_text(const struct frame *f)
{
	size_t len;
	char *out;
	FILE *stream = xmemstream(&out, &len);

	for (int row = 0; row < f->rows; row++) {
		const struct line *line = &f->lines.items[row];
		int column = 0;

		for (size_t i = 0; i < line->count; i++) {
			fprintf(stream, "%*s%s", line->runs[i].column - column, "",
				line->runs[i].text);
			column = line->runs[i].column + text_width(line->runs[i].text);
		}
		fputc('\n', stream);
	}
	fclose(stream);
	return out;
}
