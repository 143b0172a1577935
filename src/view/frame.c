/* SPDX-License-Identifier: MIT */
#include "view/frame.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "view/layout.h"

enum {
	ROAD_FROM = 60,  /* columns from which the road stands beside the matter */
	RULES_FROM = 10, /* rows from which head and foot are ruled off */
	ROAD_GAP = 2,
	ROAD_MAX = 24,   /* a longer title is cut here, and stands whole over its page */
	CAPTION_MAX = 3, /* rows */
	NOTICE_MAX = 3,  /* rows */
	MATTER_MAX = 84  /* longer lines are hard to read */
};

struct window {
	const struct page *page;
	struct frame *frame;
	bool ascii, ruled, road;
	int first, height; /* rows of the matter */
	int foot;          /* rows of the caption above the last row */
	int left, columns; /* columns of the matter */
};

static int digits_width(size_t n)
{
	return snprintf(NULL, 0, "%zu", n);
}

static int road_width(const struct page *p)
{
	int width = text_width("e 网站提示怎么办") + 2;

	for (size_t i = 0; i < p->road_count; i++) {
		int entry = text_width(p->road[i].title) + 5 + digits_width(i + 1);

		width = entry > width ? entry : width;
	}
	return width < ROAD_MAX ? width : ROAD_MAX;
}

/* Puts text on a row of the frame; what does not fit in that many columns is cut. */
static void put_n(struct frame *f, int row, int column, enum style style, const char *text,
		  int room)
{
	line_put(&f->lines.items[row], column, style, text, text_fit(text, room > 0 ? room : 0));
}

static void put(struct frame *f, int row, int column, enum style style, const char *text)
{
	put_n(f, row, column, style, text, f->columns - column);
}

static void add_spot(struct frame *f, int row, int column, int width, struct place place)
{
	if (width <= 0)
		return;
	f->spots = xrealloc(f->spots, (f->spot_count + 1) * sizeof *f->spots);
	f->spots[f->spot_count++] = (struct spot){ row, column, column + width - 1, place };
}

static struct place key_place(const struct binding *b)
{
	/* Of the digits the row tells only that there are such. */
	if (b->action == ACTION_STEP)
		return (struct place){ PLACE_NONE, 0, 0 };
	return (struct place){ PLACE_KEY, 0, b->key };
}

static void put_right(struct frame *f, int row, enum style style, const char *text)
{
	put(f, row, f->columns - 1 - text_width(text), style, text);
}

static char *repeat(const char *s, int times)
{
	size_t len = strlen(s);
	char *out = xmalloc(len * (size_t)times + 1);

	for (int i = 0; i < times; i++)
		memcpy(out + (size_t)i * len, s, len);
	out[len * (size_t)times] = '\0';
	return out;
}

/* A rule that ends in a word. */
static void put_rule(const struct window *w, int row, const char *word)
{
	int columns = w->frame->columns - 2 - text_width(word) - (*word != '\0');
	char *rule = repeat(w->ascii ? "-" : "─", columns > 0 ? columns : 0);

	put(w->frame, row, 1, STYLE_QUIET, rule);
	put_right(w->frame, row, STYLE_QUIET, word);
	free(rule);
}

/* Where there is no road, the place comes first and the title when there is room. */
static void put_head(const struct window *w)
{
	const struct page *p = w->page;
	int place = text_width(p->place);

	if (w->road) {
		put_n(w->frame, 0, 1, STYLE_HEADING, p->title, w->frame->columns - place - 4);
		put_right(w->frame, 0, STYLE_PLAIN, p->place);
	} else {
		put(w->frame, 0, 1, STYLE_HEADING, p->place);
		if (place + text_width(p->title) + 4 <= w->frame->columns)
			put_right(w->frame, 0, STYLE_QUIET, p->title);
	}
	if (w->ruled)
		put_rule(w, 1, "");
}

/* NULL: there is none. */
static const struct binding *hint_of(enum context context, enum action_kind action)
{
	const struct binding *b = NULL;

	while ((b = keymap_next(context, b)) != NULL && b->action != action)
		;
	return b;
}

/* What lies beside the road, where its key works. */
static void put_sides(const struct window *w, int row, int end)
{
	static const enum action_kind sides[] = { ACTION_NOTES, ACTION_FAQ, ACTION_COMPLAINTS };

	for (size_t i = 0; i < sizeof sides / sizeof sides[0]; i++) {
		const struct binding *b = hint_of(w->page->context, sides[i]);

		if (b == NULL || row >= end)
			continue;
		put(w->frame, row, 3, STYLE_QUIET, b->label);
		put_n(w->frame, row, 4 + text_width(b->label), STYLE_QUIET, b->hint,
		      w->left - 4 - text_width(b->label));
		add_spot(w->frame, row++, 0, w->left - ROAD_GAP, key_place(b));
	}
}

static void put_road(const struct window *w)
{
	const struct page *p = w->page;
	int row = w->first, end = w->first + w->height;

	for (size_t i = 0; i < p->road_count && row < end; i++, row++) {
		char *title = text_clean_line(p->road[i].title);
		char *entry = xasprintf("[%c] %zu %s", p->road[i].mark, i + 1, title);

		put_n(w->frame, row, 1, p->road[i].mark == '>' ? STYLE_HEADING : STYLE_PLAIN, entry,
		      w->left - 1 - ROAD_GAP);
		add_spot(w->frame, row, 0, w->left - ROAD_GAP,
			 (struct place){ PLACE_STEP, (unsigned)i + 1, 0 });
		free(entry);
		free(title);
	}
	put_sides(w, row + 1, end);
}

/* As many as fit before that column; of those the help alone when `bare`. false: none did. */
static bool put_hints(const struct window *w, int row, int end, bool bare)
{
	const struct binding *b = NULL;
	int column = 1;

	while ((b = keymap_next(w->page->context, b)) != NULL) {
		int width = text_width(b->label) + 1 + text_width(b->hint);

		if (column + width + 1 > end || (bare && b->action != ACTION_HELP))
			continue;
		put(w->frame, row, column, STYLE_EMPHASIS, b->label);
		put(w->frame, row, column + text_width(b->label) + 1, STYLE_QUIET, b->hint);
		add_spot(w->frame, row, column, width, key_place(b));
		column += width + 2;
	}
	return column > 1;
}

/* In few rows the keys share theirs with how much lies below: of them then the one that tells the others.
 * Where there is no room for both, a key says more. */
static void put_few_hints(const struct window *w, int row, const char *more)
{
	bool bare = w->page->bare || hint_of(w->page->context, ACTION_HELP) != NULL;

	if (put_hints(w, row, w->frame->columns - text_width(more) - 1, bare) ||
	    !put_hints(w, row, w->frame->columns, bare))
		put_right(w->frame, row, STYLE_QUIET, more);
}

/* What is covered cannot be clicked. */
static void drop_spots(struct frame *f, int row)
{
	for (size_t i = 0; i < f->spot_count; i++)
		if (f->spots[i].row == row)
			f->spots[i].place.kind = PLACE_NONE;
}

/* A notice grows upwards over the matter rather than be cut. */
static void put_notice(const struct window *w, int last)
{
	char *notice = text_clean_line(w->page->notice);
	size_t count;
	struct text_line *lines = text_wrap(notice, w->frame->columns - 2, &count);
	int rows = count < NOTICE_MAX ? (int)count : NOTICE_MAX;

	for (int i = 0; i < rows; i++) {
		char *part = xstrndup(notice + lines[i].start, lines[i].len);
		int row = last - rows + 1 + i;

		line_clear(&w->frame->lines.items[row]);
		drop_spots(w->frame, row);
		put(w->frame, row, 1, STYLE_WARNING, part);
		free(part);
	}
	free(lines);
	free(notice);
}

/* The caption's lines of *plain, which is it without marks; both are the caller's. */
static struct text_line *wrap_caption(const struct page *p, int columns, char **plain,
				      size_t *count)
{
	struct text_span *spans;
	size_t span_count;

	*plain = text_emphasis(p->caption, &spans, &span_count);
	free(spans);
	return text_wrap(*plain, columns - 2, count);
}

/* What the hall reads, from that row on. */
static void put_caption(const struct window *w, int row)
{
	size_t count;
	char *plain;
	struct text_line *lines = wrap_caption(w->page, w->frame->columns, &plain, &count);

	for (size_t i = 0; i < count && (int)i < w->foot; i++) {
		char *part = xstrndup(plain + lines[i].start, lines[i].len);

		put(w->frame, row + (int)i, 1, STYLE_EMPHASIS, part);
		free(part);
	}
	free(lines);
	free(plain);
}

/* Rows that the caption takes. */
static int caption_rows(const struct page *p, int columns)
{
	size_t count;
	char *plain;

	if (p->caption == NULL || columns < FRAME_COLUMNS_MIN)
		return 0;
	free(wrap_caption(p, columns, &plain, &count));
	free(plain);
	return count < CAPTION_MAX ? (int)count : CAPTION_MAX;
}

/* The last row: what to say, or the keys. Above it, when ruled: how much lies below. */
static void put_foot(const struct window *w, const struct viewport *v)
{
	int row = w->frame->rows - 1 - w->foot, below = v->total - v->top - v->height;
	char *more = below > 0    ? xasprintf("%s还有 %d 行", w->ruled ? "下面" : "", below)
		     : v->top > 0 ? xstrdup("已到底")
				  : NULL;

	if (w->ruled)
		put_rule(w, row - 1, more != NULL ? more : "");
	if (w->foot > 0)
		put_caption(w, row);
	if (w->page->notice[0] != '\0')
		put_notice(w, w->foot > 0 ? row - 2 : row);
	else if (w->page->status != NULL)
		put(w->frame, w->frame->rows - 1, 1, STYLE_QUIET, w->page->status);
	else if (!w->ruled && more != NULL)
		put_few_hints(w, row, more);
	else
		put_hints(w, row, w->frame->columns, w->page->bare);
	free(more);
}

static void place_cursor(const struct window *w, const struct viewport *v,
			 const struct lines *matter)
{
	long line = matter->caret_line != NO_CARET ? matter->caret_line : v->target_first;
	int column = matter->caret_line != NO_CARET ? matter->caret_column : 0;

	w->frame->cursor_row = w->first;
	w->frame->cursor_column = w->left;
	if (line < v->top || line >= v->top + v->height)
		return;
	w->frame->cursor_row = w->first + (int)line - v->top;
	w->frame->cursor_column = w->left + column;
	if (w->frame->cursor_column >= w->frame->columns)
		w->frame->cursor_column = w->frame->columns - 1;
}

static void put_matter(const struct window *w, struct viewport *v)
{
	struct lines matter = { 0 };

	layout_page(w->page, w->columns, w->height, w->ascii, &matter);
	viewport_fit(v, &matter, w->page->target, w->height);
	for (int i = 0; i < w->height && v->top + i < v->total; i++) {
		struct line *line = &matter.items[v->top + i];

		for (size_t k = 0; k < line->count; k++)
			put(w->frame, w->first + i, w->left + line->runs[k].column,
			    line->runs[k].style, line->runs[k].text);
		if (line->target != NO_TARGET)
			add_spot(w->frame, w->first + i, w->left, w->columns,
				 (struct place){ PLACE_TARGET, (unsigned)line->target, 0 });
	}
	place_cursor(w, v, &matter);
	lines_free(&matter);
}

static void ask_for_room(struct frame *f)
{
	char *says = xasprintf("窗口要 %dx%d，现 %dx%d", FRAME_COLUMNS_MIN, FRAME_ROWS_MIN,
			       f->columns, f->rows);

	if (f->rows > 0)
		put(f, 0, 0, STYLE_PLAIN, says);
	free(says);
}

void frame_make(struct frame *f, const struct page *p, int rows, int columns, bool ascii,
		struct viewport *v)
{
	struct window w = { .page = p,
			    .frame = f,
			    .ascii = ascii,
			    .ruled = rows >= RULES_FROM,
			    .road = columns >= ROAD_FROM && !p->projected && p->road_count > 0 };

	memset(f, 0, sizeof *f);
	f->rows = rows;
	f->columns = columns;
	f->bold = p->projected;
	for (int i = 0; i < rows; i++)
		lines_add(&f->lines);
	if (rows < FRAME_ROWS_MIN || columns < FRAME_COLUMNS_MIN) {
		ask_for_room(f);
		return;
	}
	if (p->blank)
		return;
	w.first = w.ruled ? 2 : 1;
	w.foot = rows > RULES_FROM + CAPTION_MAX ? caption_rows(p, columns) : 0;
	w.height = rows - 2 * w.first - w.foot;
	if (w.road)
		w.left = road_width(p) + 1 + ROAD_GAP;
	w.columns = columns - w.left - 1;
	if (w.columns > MATTER_MAX)
		w.columns = MATTER_MAX;
	put_head(&w);
	if (w.road)
		put_road(&w);
	put_matter(&w, v);
	put_foot(&w, v);
}

void frame_free(struct frame *f)
{
	lines_free(&f->lines);
	free(f->spots);
	f->spots = NULL;
	f->spot_count = 0;
}

struct place frame_at(const struct frame *f, int row, int column)
{
	for (size_t i = 0; i < f->spot_count; i++) {
		const struct spot *spot = &f->spots[i];

		if (spot->row == row && spot->first <= column && column <= spot->last)
			return spot->place;
	}
	return (struct place){ PLACE_NONE, 0, 0 };
}
