/* SPDX-License-Identifier: MIT */
/* The scroll position of the terminal's window, which affects only what is shown. */
#ifndef SCROLL_H
#define SCROLL_H

#include "app/app.h"
#include "view/frame.h"

/* Scrolls as the app has requested since the frame was drawn, and resets the request. */
void scroll_follow_app(struct scroll *s, struct app *app, const struct frame *drawn);

/* Returns true if a key would answer a row that is out of sight. Then shows the row, and the caller
 * must drop the key. */
bool scroll_shows_row(struct app *app, const struct frame *drawn, uint32_t key);

/* Scrolls by lines, down if positive. */
void scroll_lines(struct scroll *s, int lines);

/* Scrolls the page of a demo with j and k, which the demo does not use; any other key scrolls to
 * its top. */
void scroll_demo_key(struct scroll *s, uint32_t key);

#endif
