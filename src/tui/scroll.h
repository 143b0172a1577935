/* SPDX-License-Identifier: MIT */
/* The scroll position of the terminal's window. It changes what is seen and nothing else. */
#ifndef SCROLL_H
#define SCROLL_H

#include "app/app.h"
#include "view/frame.h"

/* Scrolls as the app asked since the frame was drawn, and resets what it asked for. */
void scroll_follow_app(struct scroll *s, struct app *app, const struct frame *drawn);

/* Whether a key would answer a row that is out of sight: it shows the row instead, and answers nothing. */
bool scroll_shows_row(struct app *app, const struct frame *drawn, uint32_t key);

/* Scrolls by lines, down if positive. */
void scroll_lines(struct scroll *s, int lines);

/* Scrolls the page of a demo with j and k, which mean nothing to the demo; any other key shows it from its top. */
void scroll_demo_key(struct scroll *s, uint32_t key);

#endif
