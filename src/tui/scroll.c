/* SPDX-License-Identifier: MIT */
#include "tui/scroll.h"

#include "base/key.h"
#include "base/text.h"
#include "screens/screens.h"
#include "view/keymap.h"

void scroll_lines(struct scroll *s, int lines)
{
	s->top = s->top + lines > 0 ? s->top + lines : 0;
	s->follow = false;
}

/* Pages through a notice that is longer than its space. Returns false if it has no more in that
 * direction. */
static bool scroll_notice(struct scroll *s, enum scroll_request request, const struct frame *drawn)
{
	if (request == SCROLL_PAGE_DOWN && drawn->notice_below > 0)
		s->notice = drawn->notice_top + drawn->notice_rows;
	else if (request == SCROLL_PAGE_UP && drawn->notice_top > 0)
		s->notice = drawn->notice_top > drawn->notice_rows
				    ? drawn->notice_top - drawn->notice_rows
				    : 0;
	else
		return false;
	return true;
}

void scroll_follow_app(struct scroll *s, struct app *app, const struct frame *drawn)
{
	enum { ALL = 1000000 /* more lines than any page has */ };
	static const struct {
		int lines, pages;
	} ways[] = {
		[SCROLL_LINE_UP] = { -1, 0 }, [SCROLL_LINE_DOWN] = { 1, 0 },
		[SCROLL_PAGE_UP] = { 0, -1 }, [SCROLL_PAGE_DOWN] = { 0, 1 },
		[SCROLL_TOP] = { -ALL, 0 },   [SCROLL_BOTTOM] = { ALL, 0 },
	};
	/* A line of the page before stays in sight, unless there are few. */
	int rows = drawn->body_rows > 1 ? drawn->body_rows : 1;
	int page = rows > PAGE_CRAMPED ? rows - 1 : rows;

	if (app->new_screen)
		*s = (struct scroll){ 0 };
	if (app->scroll == SCROLL_FOLLOW) {
		s->follow = true;
		s->notice = 0;
	} else if (app->scroll != SCROLL_KEEP && !scroll_notice(s, app->scroll, drawn))
		scroll_lines(s, ways[app->scroll].lines + ways[app->scroll].pages * page);
	app->new_screen = false;
	app->scroll = SCROLL_KEEP;
}

/* Returns true if a key other than a blank answers the focused row. */
static bool is_answer(enum key_context context, uint32_t key)
{
	const enum action_kind action = keymap_find(context, key).kind;

	return key == KEYNAME_RETURN || action == ACTION_MARK_ABSENT ||
	       (action == ACTION_ERASE_BEFORE && context == CONTEXT_CHECK_SETTLED);
}

bool scroll_shows_row(struct app *app, const struct frame *drawn, uint32_t key)
{
	if (!(drawn->row_hidden && key >= ' ' && text_is_blank(key)) &&
	    !(drawn->focus_hidden && is_answer(screens_context(&app->wizard), key)))
		return false;
	app_show_row(app);
	return true;
}

void scroll_demo_key(struct scroll *s, uint32_t key)
{
	scroll_lines(s, key == 'j' ? 1 : key == 'k' ? -1 : -s->top);
}
