/* SPDX-License-Identifier: MIT */
#include "view/frame.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/text_wrap.h"
#include "base/xalloc.h"
#include "view/layout.h"
#include "view/screen_text.h"

enum {
	SIDEBAR_FROM = 76, /* minimum columns for a sidebar */
	KEYCAPS_FROM = 72, /* minimum columns for hints with keys in reverse */
	WHOLE_FROM = 11,   /* minimum rows of a body that never shows a sentence without its "^" */
	LINES_FROM = 16,   /* minimum rows for separate lines for progress and notices */
	GAP_FROM = 22,     /* minimum rows for an empty line above the body */
	TALL_FROM = 30,    /* minimum rows for more empty lines there */
	TALL_GAP_MAX = 8,  /* rows */
	SIDEBAR_GAP = 3,
	SIDEBAR_MAX = 26,  /* columns; longer step titles are cut, but whole on the step's screen */
	CAPTION_FROM = 10, /* minimum rows for a caption below the page */
	CAPTION_MAX = 3,   /* rows */
	NOTICE_MAX = 4,    /* rows */
	HINTS_MAX = 5,
	TEXT_COLUMNS = 66 /* minimum width of a body for centring */
};

struct window {
	const struct page *page;
	struct frame *frame;
	bool ascii, sidebar, small, follow;
	int first, height;      /* first row of the body, and number of rows */
	int side_first;         /* first row of the sidebar, the same beside every page */
	int notice_rows;        /* below the body, for the notice */
	int caption_rows;       /* between the notice and the last row */
	int left, columns;      /* first column of the body, and number of columns */
	char *notice, *caption; /* owned; NULL if absent */
	struct lines body;      /* lines of the page */
};

static int sidebar_width(const struct page *p)
{
	int width = text_width("F3 网站提示怎么办") + 2;

	for (size_t i = 0; i < p->sidebar_count; i++) {
		int entry = text_width(p->sidebar[i].title) + 5 + (p->sidebar[i].count > 0 ? 4 : 0);

		width = entry > width ? entry : width;
	}
	return width < SIDEBAR_MAX ? width : SIDEBAR_MAX;
}

/* Draws text on a row, cut to `space` columns. */
static void draw_n(struct frame *f, int row, int column, enum style style, const char *text,
		   int space)
{
	line_put(&f->lines.items[row], column, style, text, text_fit(text, space > 0 ? space : 0));
}

static void draw(struct frame *f, int row, int column, enum style style, const char *text)
{
	draw_n(f, row, column, style, text, f->columns - column);
}

/* Returns the rows that a text takes, at most max, with one column free on either side. */
static int count_rows(const char *text, int columns, int max)
{
	size_t count;

	free(text_wrap(text, columns - 2, &count));
	return count < (size_t)max ? (int)count : max;
}

/* Draws at most `rows` rows of a wrapped text, without its first `skipped` rows. */
static void draw_wrapped(struct frame *f, int row, int rows, const char *text, int skipped)
{
	int margin = f->columns >= FRAME_COLUMNS_MIN; /* on either side */
	int space = f->columns - 2 * margin;
	size_t count;
	struct text_line *lines = text_wrap(text, space < 2 ? 2 : space, &count);

	for (int i = 0; i < rows && skipped + i < (int)count; i++) {
		const struct text_line *line = &lines[skipped + i];
		size_t fits = text_fit(text + line->start, f->columns - margin);

		line_put(&f->lines.items[row + i], margin, STYLE_EMPHASIS, text + line->start,
			 line->len < fits ? line->len : fits);
	}
	free(lines);
}

static void add_hit_region(struct frame *f, int row, int column, int width, struct hit hit)
{
	f->hit_regions = xgrow(f->hit_regions, f->hit_region_count, sizeof *f->hit_regions);
	f->hit_regions[f->hit_region_count++] =
		(struct hit_region){ row, column, column + width - 1, hit };
}

static struct hit key_hit(const struct binding *b)
{
	/* This hint stands for all digits, so a click does not say which one. */
	if (b->action == ACTION_STEP)
		return (struct hit){ HIT_NONE, 0, 0 };
	return (struct hit){ HIT_KEY, 0, b->keys[0] };
}

static void draw_right(struct frame *f, int row, enum style style, const char *text)
{
	draw(f, row, f->columns - 1 - text_width(text), style, text);
}

/* Returns the index of the current step, from 0; -1 if there is none. */
static int present_step(const struct page *p)
{
	for (size_t i = 0; i < p->sidebar_count; i++)
		if (p->sidebar[i].here)
			return (int)i;
	return -1;
}

static enum style style_of_step(const struct sidebar_entry *step)
{
	return step->here                     ? STYLE_EMPHASIS
	       : step->mark == MARK_UNTOUCHED ? STYLE_QUIET
					      : STYLE_PLAIN;
}

/* Returns "2/5 ✓▸◦◦◦ 进入新生学籍", without the title if the whole takes more than `space` columns.
 * The caller frees it. */
static char *short_progress(const struct window *w, int space)
{
	const struct page *p = w->page;
	int here = present_step(p);
	char marks[GUIDE_STEPS_MAX * 4 + 1], *end = marks, *title, *line;

	*end = '\0';
	for (size_t i = 0; i < p->sidebar_count; i++)
		end = stpcpy(end, mark_text(p->sidebar[i].mark, w->ascii));
	title = screen_text_line(p->sidebar[here].title);
	line = xasprintf("%d/%zu %s %s", here + 1, p->sidebar_count, marks, title);
	if (text_width(line) > space)
		line[strlen(line) - strlen(title) - 1] = '\0';
	free(title);
	return line;
}

/* Draws all steps on one row. Returns false and draws nothing if there is no space. */
static bool draw_long_progress(const struct window *w, int row)
{
	const struct page *p = w->page;
	int column = 1, width = 0;

	for (size_t i = 0; i < p->sidebar_count; i++)
		width += text_width(p->sidebar[i].title) + 4;
	if (width + 1 > w->frame->columns) /* the current step may have two marks */
		return false;
	for (size_t i = 0; i < p->sidebar_count; i++) {
		const struct sidebar_entry *step = &p->sidebar[i];
		bool both = step->here && step->mark == MARK_DONE;
		char *title = screen_text_line(step->title);
		char *entry = xasprintf("%s%s %s", both ? mark_text(MARK_HERE, w->ascii) : "",
					mark_text(step->mark, w->ascii), title);

		draw(w->frame, row, column, style_of_step(step), entry);
		add_hit_region(w->frame, row, column, text_width(entry),
			       (struct hit){ HIT_STEP, (unsigned)i + 1, 0 });
		column += text_width(entry) + 2;
		free(entry);
		free(title);
	}
	return true;
}

static void draw_progress(const struct window *w, int row)
{
	char *line;

	if (draw_long_progress(w, row))
		return;
	line = short_progress(w, w->frame->columns - 1);
	draw(w->frame, row, 1, STYLE_EMPHASIS, line);
	free(line);
}

/* Returns the text at the right of the title bar, at most `space` columns if possible: the sample
 * and the badge; only the sample, which is on every screen, if both do not fit. Beside the
 * progress, omits a badge that only numbers the step. The caller frees it. */
static char *title_badge(const struct page *p, int space, bool progress)
{
	const char *sample = p->sample != NULL ? p->sample : "";
	char *both;

	if (progress && p->badge_is_step)
		return xstrdup(sample);
	both = xasprintf("%s%s%s", sample, p->sample != NULL ? "  " : "", p->badge);
	if (text_width(both) <= space)
		return both;
	free(both);
	return xstrdup(p->sample != NULL ? sample : p->badge);
}

/* In a small window the progress is in the title bar in place of the title. Badges have priority
 * over the title, but not over the progress. */
static void draw_title_bar(const struct window *w)
{
	const struct page *p = w->page;
	struct line *bar = &w->frame->lines.items[0];
	bool progress = w->small && present_step(p) >= 0;
	int columns = w->frame->columns, width, space;
	char *least = progress ? short_progress(w, 0) : xstrdup("");
	char *badge =
		     title_badge(p, columns - 2 - (progress ? text_width(least) + 2 : 0), progress),
	     *title;

	width = text_width(badge) <= columns - 2 ? text_width(badge) : 0;
	space = columns - width - 4;
	title = progress ? short_progress(w, space) : xstrdup(p->title);
	if (text_width(title) <= space || width == 0)
		draw_n(w->frame, 0, 1, STYLE_TITLE, title, space);
	line_fill(bar, 0, columns - width - 1, STYLE_TITLE);
	draw_n(w->frame, 0, columns - width - 1, STYLE_TITLE, badge, width);
	line_fill(bar, 0, columns, STYLE_TITLE);
	free(least);
	free(badge);
	free(title);
}

/* Draws the links to notes, FAQ and site messages. They are the same on every screen; each shows
 * its key only where the key works. */
static void draw_sidebar_links(const struct window *w, int row, int end)
{
	static const enum action_kind links[] = { ACTION_NOTES, ACTION_FAQ, ACTION_SITE_MESSAGES };
	const enum key_context anywhere = (enum key_context) ~0U;

	for (size_t i = 0; i < sizeof links / sizeof links[0] && row < end; i++, row++) {
		const struct binding *b = keymap_shown(w->page->context, links[i]);

		if (b != NULL) {
			draw(w->frame, row, 3 - text_width(b->label), STYLE_EMPHASIS, b->label);
			add_hit_region(w->frame, row, 0, w->left - SIDEBAR_GAP, key_hit(b));
		}
		draw_n(w->frame, row, 4, STYLE_QUIET, keymap_shown(anywhere, links[i])->hint,
		       w->left - SIDEBAR_GAP - 4);
	}
}

/* Draws mark, number and title of a step; at the right, how much is done of a step in progress, or
 * the mark of a current step that is done. */
static void draw_sidebar_step(const struct window *w, size_t i, int row)
{
	const struct sidebar_entry *step = &w->page->sidebar[i];
	enum style style = style_of_step(step);
	char *title = screen_text_line(step->title);
	char *entry = xasprintf("%zu %s", i + 1, title);
	bool done = step->mark == MARK_DONE;
	/* The usual Chinese font draws a part of this mark in the next column, so a blank gives
	 * that column the same colours. */
	char *mark = xasprintf("%s%s", mark_text(step->mark, w->ascii), done ? " " : "");
	char *count = done && step->here ? xstrdup(mark)
		      : step->done > 0 && step->done < step->count && !done
			      ? xasprintf("%u/%u", step->done, step->count)
			      : xstrdup("");
	int end = w->left - SIDEBAR_GAP, width = text_width(count) + 1;

	if (step->here)
		draw(w->frame, row, 1, style, mark_text(MARK_HERE, w->ascii));
	else
		draw(w->frame, row, 1, done ? STYLE_BADGE_GOOD : style, mark);
	draw_n(w->frame, row, 3, style, entry, end - 3 - (width > 1 ? width + 1 : 0));
	draw(w->frame, row, end - width, done ? STYLE_BADGE_GOOD : STYLE_QUIET, count);
	if (step->here)
		line_fill(&w->frame->lines.items[row], 0, end, STYLE_TITLE);
	free(count);
	free(mark);
	free(entry);
	free(title);
}

static void draw_sidebar(const struct window *w)
{
	int row = w->side_first, end = w->first + w->height;

	for (size_t i = 0; i < w->page->sidebar_count && row < end; i++, row++) {
		draw_sidebar_step(w, i, row);
		add_hit_region(w->frame, row, 0, w->left - SIDEBAR_GAP,
			       (struct hit){ HIT_STEP, (unsigned)i + 1, 0 });
	}
	draw_sidebar_links(w, row + 1, end);
	for (int i = 1; i < end; i++)
		draw(w->frame, i, w->left - 2, STYLE_QUIET, w->ascii ? "|" : "│");
}

/* Returns true if the page has a row other than the focused one. */
static bool has_other_row(const struct page *p)
{
	for (size_t i = 0; i < p->count; i++)
		if (p->blocks[i].row != NO_ROW && p->blocks[i].row != p->row)
			return true;
	return false;
}

static bool has_focused_row(const struct page *p)
{
	for (size_t i = 0; i < p->count; i++)
		if (p->blocks[i].row != NO_ROW && p->blocks[i].row == p->row)
			return true;
	return false;
}

/* Returns true if the edited text is not empty. */
static bool has_typed(const struct page *p)
{
	for (size_t i = 0; i < p->count; i++)
		if (p->blocks[i].caret != NO_CARET)
			return p->blocks[i].text[0] != '\0';
	return false;
}

/* Returns false if the key does nothing on this row, or only what Enter does. */
static bool hint_works(const struct window *w, const struct binding *b)
{
	const struct page *p = w->page;
	bool scrolls = w->frame->body_lines > w->frame->body_rows;

	switch (b->action) {
	case ACTION_DOWN:
		return scrolls || has_other_row(p) || (p->context & CONTEXT_QR) != 0;
	case ACTION_NEXT: /* in a list, it takes the focused row */
		return !w->frame->focus_hidden &&
		       ((p->context & (CONTEXT_SEARCH | CONTEXT_CHOOSE)) == 0 ||
			has_focused_row(p));
	case ACTION_TOGGLE:
	case ACTION_MARK_ABSENT:
	case ACTION_ERASE_BEFORE:
		return !w->frame->focus_hidden;
	case ACTION_PAGE_DOWN:
		return scrolls;
	case ACTION_ERASE_ALL:
	case ACTION_CARET_HOME:
		return has_typed(p);
	case ACTION_SAVE_REPORT: /* not beside Enter if that saves, too */
		return p->enter == NULL || strcmp(p->enter, keymap_brief(b->hint)) != 0;
	case ACTION_ERASE_WORD: /* only the help lists these */
	case ACTION_ERASE_TO_END:
		return false;
	default:
		return true;
	}
}

/* A key hint. brief: in fewer words, as not all hints fit. */
struct hint {
	const struct binding *key;
	bool brief;
};

/* Returns the text of a hint: what the key does on this page. */
static const char *hint_text(const struct window *w, struct hint h)
{
	if (h.key->action == ACTION_NEXT && w->page->enter != NULL)
		return w->page->enter;
	if (h.key->action == ACTION_CLOSE && w->page->escape != NULL)
		return w->page->escape;
	return h.brief ? keymap_brief(h.key->hint) : h.key->hint;
}

static bool has_keycaps(const struct window *w)
{
	return w->frame->columns >= KEYCAPS_FROM;
}

/* Draws one hint. Returns its columns. */
static int draw_hint(const struct window *w, int row, int column, struct hint h)
{
	bool cap = has_keycaps(w);
	char *key = xasprintf(cap ? " %s " : "%s", h.key->label);
	int width = text_width(key) + 1 + text_width(hint_text(w, h));

	draw(w->frame, row, column, cap ? STYLE_TITLE : STYLE_EMPHASIS, key);
	draw(w->frame, row, column + text_width(key) + 1, cap ? STYLE_PLAIN : STYLE_QUIET,
	     hint_text(w, h));
	add_hit_region(w->frame, row, column, width, key_hit(h.key));
	free(key);
	return width;
}

/* Returns the columns of hints with `gap` columns between any two. */
static int hints_width(const struct window *w, const struct hint *hints, size_t count, int gap)
{
	int width = -gap;

	for (size_t i = 0; i < count; i++)
		width += text_width(hints[i].key->label) + 2 * has_keycaps(w) + 1 +
			 text_width(hint_text(w, hints[i])) + gap;
	return width;
}

/* Removes one hint. Returns how many are left. */
static size_t leave_out(struct hint *hints, size_t count, size_t at)
{
	memmove(hints + at, hints + at + 1, (count - at - 1) * sizeof *hints);
	return count - 1;
}

/* Lists the hints for this row: at most HINTS_MAX keys, the last of which is the one for help,
 * where all keys are listed. Hints for typing, which is no key, come on top of these. Returns their
 * number. */
static size_t list_hints(const struct window *w, bool help_only, struct hint hints[HINTS_MAX + 1])
{
	const struct binding *help = keymap_shown(w->page->context, ACTION_HELP), *b = NULL;
	size_t count = 0, keys = help != NULL;

	while (keys < HINTS_MAX && count < HINTS_MAX && !help_only &&
	       (b = keymap_next(w->page->context, b)) != NULL) {
		if (b == help || !hint_works(w, b))
			continue;
		keys += b->action != ACTION_NONE;
		hints[count++] = (struct hint){ b, false };
	}
	if (help != NULL)
		hints[count++] = (struct hint){ help, false };
	return count;
}

/* Returns the rank of a hint; hints of higher rank are left out first. From the lowest: the space
 * key that answers a row, Enter, the first hints, help, the others. */
static size_t rank_hint(const struct hint *hints, size_t count, size_t i)
{
	enum { SURE = 3 };

	if (hints[i].key->action == ACTION_TOGGLE &&
	    (hints[i].key->contexts & CONTEXT_EDITING) != 0)
		return 0;
	if (hints[i].key->action == ACTION_NEXT)
		return 1;
	return hints[i].key->action == ACTION_HELP ? 2 * SURE
	       : i < SURE                          ? 2 + i
						   : count + 2 * SURE + i;
}

/* Keeps as many hints as fit, from the lowest rank on, in their original order; none if the one of
 * lowest rank does not fit. Returns their number. */
static size_t choose_hints(const struct window *w, struct hint *hints, size_t count, int space)
{
	struct hint kept[HINTS_MAX + 1];
	size_t order[HINTS_MAX + 1], kept_count = 0;
	bool chosen[HINTS_MAX + 1] = { false };

	for (size_t i = 0; i < count; i++) {
		size_t at = i;

		for (;
		     at > 0 && rank_hint(hints, count, order[at - 1]) > rank_hint(hints, count, i);
		     at--)
			order[at] = order[at - 1];
		order[at] = i;
	}
	for (size_t n = 0; n < count; n++) {
		chosen[order[n]] = true;
		kept_count = 0;
		for (size_t i = 0; i < count; i++)
			if (chosen[i])
				kept[kept_count++] = hints[i];
		chosen[order[n]] = hints_width(w, kept, kept_count, 1) <= space;
		if (!chosen[order[0]])
			return 0;
	}
	kept_count = 0;
	for (size_t i = 0; i < count; i++)
		if (chosen[i])
			hints[kept_count++] = hints[i];
	return kept_count;
}

/* Draws as many hints as fit before column `end`, with brief words if necessary. Returns false if
 * none fits. */
static bool draw_hints(const struct window *w, int row, int end, bool help_only)
{
	struct hint hints[HINTS_MAX + 1];
	size_t count = list_hints(w, help_only, hints);
	int column = 1, space = end - 2, gap = 2;

	for (size_t i = 0; i < count && hints_width(w, hints, count, gap) > space; i++)
		hints[i].brief = true;
	if (hints_width(w, hints, count, gap) > space && count > 0 &&
	    hints[0].key->action == ACTION_NONE)
		count = leave_out(hints, count, 0);
	if (hints_width(w, hints, count, gap) > space) {
		gap = 1;
		count = choose_hints(w, hints, count, space);
	}
	for (size_t i = 0; i < count; i++)
		column += draw_hint(w, row, column, hints[i]) + gap;
	return count > 0;
}

/* In a small window, draws `more` (how many lines are out of sight) at the right of the hints. If
 * no hint fits beside it, hints replace it, unless it names the key for the rest of a notice. */
static void draw_few_hints(const struct window *w, int row, const char *more)
{
	bool help_only = w->page->hide_hints;

	if (draw_hints(w, row, w->frame->columns - text_width(more) - 1, help_only) ||
	    w->frame->notice_below > 0 || !draw_hints(w, row, w->frame->columns, help_only))
		draw_right(w->frame, row, STYLE_QUIET, more);
}

/* Draws the page's own footer. Its parts are separated by two blanks; the last ones are left out if
 * there is no space for them beside `more`. */
static void draw_own_footer(const struct window *w, int row, const char *more)
{
	const char *footer = w->page->footer, *end = footer + strlen(footer);
	int space = w->frame->columns - 1 - (*more != '\0' ? text_width(more) + 2 : 0);

	while (end > footer && text_width_n(footer, (size_t)(end - footer)) > space)
		do
			end--;
		while (end > footer && strncmp(end, "  ", 2) != 0);
	line_put(&w->frame->lines.items[row], 1, STYLE_QUIET, footer,
		 end > footer ? (size_t)(end - footer) : text_fit(footer, space));
	draw_right(w->frame, row, STYLE_QUIET, more);
}

/* Returns a text that says how many lines are out of sight, "" if none are. The caller frees it. */
static char *text_of_more(const struct window *w)
{
	int above = w->frame->top, below = w->frame->below;
	/* Named only where the arrow keys move among pinned rows and do not scroll. */
	const char *key = w->body.pinned == 0 ? "" : below > 0 ? "PgDn " : "PgUp ";

	if (w->frame->notice_below > 0)
		return xasprintf("PgDn 提示还有 %d 行", w->frame->notice_below);
	if (below > 0 && w->page->fixed)
		return xasprintf("j 还有 %d 行", below);
	if (below > 0 && w->small)
		return xasprintf("%s还有 %d 行", key, below);
	if (below > 0 && above > 0 && w->notice == NULL)
		return xasprintf("上面 %d 行，%s下面还有 %d 行", above, key, below);
	if (below > 0)
		return xasprintf("%s下面还有 %d 行", key, below);
	if (above > 0)
		return xasprintf("%s上面%s %d 行", key, w->small ? "" : "还有", above);
	return xstrdup("");
}

/* The last row shows the page's own footer or else key hints. The notice is above it, and so is the
 * number of lines out of sight, which in a small window is beside the hints. */
static void draw_footer(const struct window *w)
{
	const struct frame *f = w->frame;
	int last = f->rows - 1, notice = last - w->caption_rows - w->notice_rows;
	char *more = text_of_more(w);

	if (w->notice != NULL)
		draw_wrapped(w->frame, notice, w->notice_rows, w->notice, f->notice_top);
	if (!w->small && line_end(&f->lines.items[notice]) + text_width(more) + 2 < f->columns)
		draw_right(w->frame, notice, STYLE_QUIET, more);
	if (w->caption_rows > 0 && !w->page->caption_waits)
		draw_wrapped(w->frame, last - w->caption_rows, w->caption_rows, w->caption, 0);
	if (w->page->footer != NULL)
		draw_own_footer(w, last, w->small ? more : "");
	else if (w->small && *more != '\0')
		draw_few_hints(w, last, more);
	else
		draw_hints(w, last, f->columns, w->page->hide_hints || w->page->presentation);
	free(more);
}

/* Finds the first and last line of the focused row. Returns false if no row has the focus. */
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

/* Returns true if the edited field is not empty. */
static bool is_typed_in(const struct lines *body)
{
	const struct line *line = &body->items[body->caret_line];

	return line->count > 0 && line->runs[0].style != STYLE_FIELD;
}

/* Finds the lines to keep in sight: those of the focused row or, on a page without one, of the
 * field that is edited. Returns false if there are none. */
static bool find_focus(const struct lines *body, int row, int height, int *first, int *last)
{
	if (find_row(body, row, first, last))
		return true;
	*last = (int)body->caret_line;
	*first = height > 1 ? (int)body->focus_line : *last;
	return body->caret_line != NO_CARET;
}

/* Returns the line of the "^" below the caret; the caret's if there is none. */
static int pointer_line(const struct lines *body)
{
	int line = (int)body->caret_line;

	return line + (line + 1 < (int)body->count && body->items[line + 1].joined);
}

/* Returns the first line to show: scroll.top or, with scroll.follow, the nearest line from which
 * the focused row is visible; never past the end. */
static int choose_top(const struct lines *body, int row, int height, struct scroll scroll)
{
	int top = scroll.top, first, last;

	if (scroll.follow && body->pinned == 0 && find_focus(body, row, height, &first, &last)) {
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
static int line_at(const struct window *w, const struct lines *body, int i)
{
	int top = w->frame->top, first, last;

	if (i >= w->frame->body_rows)
		return (int)body->count - w->height + i;
	if (i == 0 && w->follow && w->height > 1 && body->caret_line != NO_CARET &&
	    body->caret_line < top && is_typed_in(body))
		return (int)body->caret_line;
	if (i == 0 && body->caret_line > top + (w->height > 2) &&
	    body->caret_line < top + w->height && find_row(body, w->page->row, &first, &last) &&
	    first < top)
		return first;
	return top + i;
}

/* Returns the block of the focused row; NULL if no row has the focus. */
static const struct block *focused_block(const struct page *p)
{
	for (size_t i = 0; i < p->count && p->row != NO_ROW; i++)
		if (p->blocks[i].row == p->row)
			return &p->blocks[i];
	return NULL;
}

/* Returns true if text that the focused row asks about is out of sight. That text is above the
 * row's input line; a field has none. */
static bool hides_row(const struct window *w, const struct lines *body)
{
	const struct block *b = focused_block(w->page);
	int first, last, end, top = w->frame->top;

	if (b == NULL || body->pinned > 0 || b->caret != NO_CARET ||
	    !find_row(body, w->page->row, &first, &last))
		return false;
	end = body->caret_line > first ? (int)body->caret_line : first + 1;
	for (int i = first; i < end; i++)
		if (i != line_at(w, body, 0) && (i <= top || i >= top + w->height))
			return true;
	return false;
}

/* Returns true if no line of the focused row is in sight, unless Enter does the same on every row
 * of the page. */
static bool hides_focus(const struct window *w, const struct lines *body)
{
	int first, last, top = w->frame->top;

	return (w->page->context & (CONTEXT_STEP | CONTEXT_STEP_BUTTON)) == 0 &&
	       body->pinned == 0 && find_row(body, w->page->row, &first, &last) &&
	       (last < top || first >= top + w->height);
}

/* Puts the cursor at the caret if that is visible, else before the focused row, else at the start
 * of the body. */
static void place_cursor(const struct window *w, const struct lines *body)
{
	struct frame *f = w->frame;
	int line = (int)body->caret_line, column = body->caret_column;

	f->cursor_row = w->first;
	f->cursor_column = w->left;
	if (line < f->top && line == line_at(w, body, 0)) {
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
static void centre_body(struct window *w, const struct lines *body)
{
	int width = lines_width(body) > TEXT_COLUMNS ? lines_width(body) : TEXT_COLUMNS;
	int space = w->frame->columns - width;

	if (w->sidebar || space <= SIDEBAR_GAP)
		return;
	w->left = space / 2;
	w->columns = w->frame->columns - w->left - 1;
}

/* Returns true if a line must not be shown because the window cuts off the line that it belongs
 * with: the sentence below a "^" or, after scrolling, the "^" above its sentence. In a body of few
 * rows, which one sentence may fill, the sentence is shown without its "^", and in a cramped one
 * the "^" below the caret without its sentence. */
static bool is_torn(const struct window *w, const struct lines *body, int line)
{
	int top = w->frame->top, first = line, last = line;

	while (first > 0 && body->items[first - 1].joined)
		first--;
	while (body->items[last].joined && last + 1 < (int)body->count)
		last++;
	if (last > first && line == first && line + 1 == top + w->frame->body_rows)
		return w->height > LAYOUT_CRAMPED || line != body->caret_line + 1;
	return last > first && w->height >= WHOLE_FROM && first < top;
}

static void draw_body(struct window *w, struct scroll scroll)
{
	struct frame *f = w->frame;
	const struct lines *body = &w->body;

	centre_body(w, body);
	f->body_rows = w->height - body->pinned;
	f->body_lines = (int)body->count - body->pinned;
	f->top = choose_top(body, w->page->row, w->height, scroll);
	f->below = body->left_out;
	if (f->body_lines > f->top + f->body_rows)
		f->below += f->body_lines - f->top - f->body_rows;
	for (int i = 0; i < w->height && f->top + i < (int)body->count; i++) {
		const struct line *line = &body->items[line_at(w, body, i)];

		if (i < f->body_rows && is_torn(w, body, f->top + i))
			continue;
		for (size_t k = 0; k < line->count; k++)
			draw(f, w->first + i, w->left + line->runs[k].column, line->runs[k].style,
			     line->runs[k].text);
		if (line->row != NO_ROW)
			add_hit_region(f, w->first + i, w->left, w->columns,
				       (struct hit){ HIT_ROW, (unsigned)line->row, 0 });
	}
	f->focus_hidden = !scroll.follow && hides_focus(w, body);
	f->row_hidden = (!scroll.follow || w->notice != NULL) && hides_row(w, body);
	place_cursor(w, body);
}

static void ask_for_larger_window(struct frame *f)
{
	char *says = xasprintf("窗口要 %dx%d，现 %dx%d", FRAME_COLUMNS_MIN, FRAME_ROWS_MIN,
			       f->columns, f->rows);

	draw_wrapped(f, 0, f->rows, says, 0);
	free(says);
}

/* Returns how many more empty rows a tall window has above the body, so that a short page is not at
 * its very top. */
static int count_tall_rows(int rows)
{
	int more = rows < TALL_FROM ? 0 : (rows - TALL_FROM) / 2 + 1;

	return more < TALL_GAP_MAX ? more : TALL_GAP_MAX;
}

/* Sets the rows that the notice has below the body. A longer notice is shown from its row `top`
 * on. */
static void place_notice(struct window *w, int top)
{
	struct frame *f = w->frame;
	int max = f->rows - 3 < NOTICE_MAX ? f->rows - 3 : NOTICE_MAX, rows;

	w->notice_rows = !w->small;
	if (w->page->notice[0] == '\0')
		return;
	w->notice = screen_text_line(w->page->notice);
	rows = count_rows(w->notice, f->columns, INT_MAX);
	w->notice_rows = rows < max ? rows : max;
	f->notice_top = top < rows - w->notice_rows ? top : rows - w->notice_rows;
	f->notice_below = rows - w->notice_rows - f->notice_top;
	f->notice_rows = w->notice_rows;
}

/* Divides the window into the body and what is above, below and beside it. Draws the progress. */
static void divide(struct window *w, struct scroll scroll)
{
	const struct page *p = w->page;
	const struct frame *f = w->frame;
	bool progress;

	w->small = f->rows < LINES_FROM;
	w->sidebar = f->columns >= SIDEBAR_FROM && !p->presentation && p->sidebar_count > 0;
	progress = !w->sidebar && !w->small && present_step(p) >= 0;
	w->first = 1 + progress + (f->rows >= GAP_FROM);
	w->side_first = w->first + count_tall_rows(f->rows);
	place_notice(w, scroll.notice);
	if (p->caption != NULL && f->rows >= CAPTION_FROM) {
		w->caption = screen_text(p->caption);
		w->caption_rows = count_rows(w->caption, f->columns, CAPTION_MAX);
	}
	w->height = f->rows - 1 - w->first - w->notice_rows - w->caption_rows;
	if (w->sidebar)
		w->left = sidebar_width(p) + 1 + SIDEBAR_GAP;
	w->columns = f->columns - w->left - 1;
	if (progress)
		draw_progress(w, 1);
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
	struct window w = { .page = p, .frame = f, .ascii = ascii, .follow = scroll.follow };

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
	divide(&w, scroll);
	lay_out_body(&w);
	draw_title_bar(&w);
	if (w.sidebar)
		draw_sidebar(&w);
	draw_body(&w, scroll);
	draw_footer(&w);
	lines_free(&w.body);
	free(w.notice);
	free(w.caption);
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
