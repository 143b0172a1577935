/* SPDX-License-Identifier: MIT */
#include "view/frame_footer.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"

enum {
	KEYCAPS_FROM = 72, /* minimum columns for hints with keys in reverse */
	HINTS_MAX = 5
};

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
	bool has_focus = page_focused(p) != NULL;

	switch (b->action) {
	case ACTION_DOWN:
		return scrolls || page_count_rows(p) > has_focus || (p->context & CONTEXT_QR) != 0;
	case ACTION_NEXT: /* in a list, it takes the focused row */
		return !w->frame->focus_hidden &&
		       ((p->context & (CONTEXT_SEARCH | CONTEXT_CHOOSE)) == 0 || has_focus);
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

	frame_draw(w->frame, row, column, cap ? STYLE_TITLE : STYLE_EMPHASIS, key);
	frame_draw(w->frame, row, column + text_width(key) + 1, cap ? STYLE_PLAIN : STYLE_QUIET,
		   hint_text(w, h));
	frame_add_hit(w->frame, row, column, width, frame_key_hit(h.key));
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
static size_t rank_hint(const struct hint *hints, size_t i)
{
	enum { SURE = 3 };

	if (hints[i].key->action == ACTION_TOGGLE &&
	    (hints[i].key->contexts & CONTEXT_EDITING) != 0)
		return 0;
	if (hints[i].key->action == ACTION_NEXT)
		return 1;
	return hints[i].key->action == ACTION_HELP ? 2 * SURE : i < SURE ? 2 + i : 2 * SURE + i;
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

		for (; at > 0 && rank_hint(hints, order[at - 1]) > rank_hint(hints, i); at--)
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
		memmove(hints, hints + 1, --count * sizeof *hints);
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
		frame_draw_right(w->frame, row, STYLE_QUIET, more);
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
	frame_draw_right(w->frame, row, STYLE_QUIET, more);
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

void frame_footer_draw(const struct window *w)
{
	const struct frame *f = w->frame;
	int last = f->rows - 1, notice = last - w->caption_rows - w->notice_rows;
	char *more = text_of_more(w);

	if (w->notice != NULL)
		frame_draw_wrapped(w->frame, notice, w->notice_rows, w->notice, f->notice_top);
	if (!w->small && line_end(&f->lines.items[notice]) + text_width(more) + 2 < f->columns)
		frame_draw_right(w->frame, notice, STYLE_QUIET, more);
	if (w->caption_rows > 0 && !w->page->caption_waits)
		frame_draw_wrapped(w->frame, last - w->caption_rows, w->caption_rows, w->caption,
				   0);
	if (w->page->footer != NULL)
		draw_own_footer(w, last, w->small ? more : "");
	else if (w->small && *more != '\0')
		draw_few_hints(w, last, more);
	else
		draw_hints(w, last, f->columns, w->page->hide_hints || w->page->presentation);
	free(more);
}
