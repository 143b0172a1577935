/* SPDX-License-Identifier: MIT */
#include "tui/scroll.h"

void scroll_lines(struct scroll *s, int lines)
{
	s->top = s->top + lines > 0 ? s->top + lines : 0;
	s->follow = false;
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
	int page = drawn->body_rows > 1 ? drawn->body_rows - 1 : 1;

	if (app->new_screen)
		*s = (struct scroll){ 0 };
	if (app->scroll == SCROLL_FOLLOW)
		s->follow = true;
	else if (app->scroll != SCROLL_KEEP)
		scroll_lines(s, ways[app->scroll].lines + ways[app->scroll].pages * page);
	app->new_screen = false;
	app->scroll = SCROLL_KEEP;
}

void scroll_demo_key(struct scroll *s, uint32_t key)
{
	scroll_lines(s, key == 'j' ? 1 : key == 'k' ? -1 : -s->top);
}
