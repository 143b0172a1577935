/* SPDX-License-Identifier: MIT */
#include "tui/scroll.h"

void scroll_lines(struct scroll *s, int lines)
{
	s->top = s->top + lines > 0 ? s->top + lines : 0;
	s->follow = false;
}

void scroll_follow_app(struct scroll *s, struct app *app, const struct frame *drawn)
{
	int page = drawn->body_rows > 1 ? drawn->body_rows - 1 : 1;

	if (app->new_screen)
		*s = (struct scroll){ 0 };
	switch (app->scroll) {
	case SCROLL_KEEP:
		break;
	case SCROLL_FOLLOW:
		s->follow = true;
		break;
	case SCROLL_LINE_UP:
		scroll_lines(s, -1);
		break;
	case SCROLL_LINE_DOWN:
		scroll_lines(s, 1);
		break;
	case SCROLL_PAGE_UP:
		scroll_lines(s, -page);
		break;
	case SCROLL_PAGE_DOWN:
		scroll_lines(s, page);
		break;
	case SCROLL_TOP:
		scroll_lines(s, -s->top);
		break;
	case SCROLL_BOTTOM:
		scroll_lines(s, drawn->body_lines);
		break;
	}
	app->new_screen = false;
	app->scroll = SCROLL_KEEP;
}

void scroll_demo_key(struct scroll *s, uint32_t key)
{
	scroll_lines(s, key == 'j' ? 1 : key == 'k' ? -1 : -s->top);
}
