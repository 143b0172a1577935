/* SPDX-License-Identifier: MIT */
#include "view/frame_sidebar.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "view/screen_text.h"

static const enum key_context anywhere = (enum key_context) ~0U;

enum { SIDEBAR_MAX = 26 }; /* columns; longer step titles are cut, but whole on the step's screen */

int frame_sidebar_width(const struct page *p)
{
	/* of the longest link */
	int width = text_width(keymap_shown(anywhere, ACTION_SITE_MESSAGES)->hint) + 5;

	for (size_t i = 0; i < p->sidebar_count; i++) {
		int entry = text_width(p->sidebar[i].title) + 5 + (p->sidebar[i].count > 0 ? 4 : 0);

		width = entry > width ? entry : width;
	}
	return width < SIDEBAR_MAX ? width : SIDEBAR_MAX;
}

int frame_sidebar_step(const struct page *p)
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
	int here = frame_sidebar_step(p);
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

		frame_draw(w->frame, row, column, style_of_step(step), entry);
		frame_add_hit(w->frame, row, column, text_width(entry),
			      (struct hit){ HIT_STEP, (unsigned)i + 1, 0 });
		column += text_width(entry) + 2;
		free(entry);
		free(title);
	}
	return true;
}

void frame_sidebar_progress(const struct window *w, int row)
{
	char *line;

	if (draw_long_progress(w, row))
		return;
	line = short_progress(w, w->frame->columns - 1);
	frame_draw(w->frame, row, 1, STYLE_EMPHASIS, line);
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

void frame_sidebar_title(const struct window *w)
{
	const struct page *p = w->page;
	struct line *bar = &w->frame->lines.items[0];
	bool progress = w->small && frame_sidebar_step(p) >= 0;
	int columns = w->frame->columns, width, space;
	char *least = progress ? short_progress(w, 0) : xstrdup("");
	char *badge =
		     title_badge(p, columns - 2 - (progress ? text_width(least) + 2 : 0), progress),
	     *title;

	width = text_width(badge) <= columns - 2 ? text_width(badge) : 0;
	space = columns - width - 4;
	title = progress ? short_progress(w, space) : xstrdup(p->title);
	if (text_width(title) <= space || width == 0)
		frame_draw_n(w->frame, 0, 1, STYLE_TITLE, title, space);
	line_fill(bar, 0, columns - width - 1, STYLE_TITLE);
	frame_draw_n(w->frame, 0, columns - width - 1, STYLE_TITLE, badge, width);
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

	for (size_t i = 0; i < sizeof links / sizeof links[0] && row < end; i++, row++) {
		const struct binding *b = keymap_shown(w->page->context, links[i]);

		if (b != NULL) {
			frame_draw(w->frame, row, 3 - text_width(b->label), STYLE_EMPHASIS,
				   b->label);
			frame_add_hit(w->frame, row, 0, w->left - WINDOW_SIDEBAR_GAP,
				      frame_key_hit(b));
		}
		frame_draw_n(w->frame, row, 4, STYLE_QUIET, keymap_shown(anywhere, links[i])->hint,
			     w->left - WINDOW_SIDEBAR_GAP - 4);
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
	int end = w->left - WINDOW_SIDEBAR_GAP, width = text_width(count) + 1;

	if (step->here)
		frame_draw(w->frame, row, 1, style, mark_text(MARK_HERE, w->ascii));
	else
		frame_draw(w->frame, row, 1, done ? STYLE_BADGE_GOOD : style, mark);
	frame_draw_n(w->frame, row, 3, style, entry, end - 3 - (width > 1 ? width + 1 : 0));
	frame_draw(w->frame, row, end - width, done ? STYLE_BADGE_GOOD : STYLE_QUIET, count);
	if (step->here)
		line_fill(&w->frame->lines.items[row], 0, end, STYLE_TITLE);
	free(count);
	free(mark);
	free(entry);
	free(title);
}

void frame_sidebar_draw(const struct window *w)
{
	int row = w->side_first, end = w->first + w->height;

	for (size_t i = 0; i < w->page->sidebar_count && row < end; i++, row++) {
		draw_sidebar_step(w, i, row);
		frame_add_hit(w->frame, row, 0, w->left - WINDOW_SIDEBAR_GAP,
			      (struct hit){ HIT_STEP, (unsigned)i + 1, 0 });
	}
	draw_sidebar_links(w, row + 1, end);
	for (int i = 1; i < end; i++)
		frame_draw(w->frame, i, w->left - 2, STYLE_QUIET, w->ascii ? "|" : "│");
}
