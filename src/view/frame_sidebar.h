/* SPDX-License-Identifier: MIT */
/* Draws where the student is: title bar, and the steps in a sidebar or on one row. */
#ifndef FRAME_SIDEBAR_H
#define FRAME_SIDEBAR_H

#include "view/window.h"

/* In a small window the progress is in the title bar in place of the title. Badges have priority
 * over the title, but not over the progress. */
void frame_sidebar_title(const struct window *w);

/* Draws the steps on a row: all, or how many are done and the current one. */
void frame_sidebar_progress(const struct window *w, int row);

void frame_sidebar_draw(const struct window *w);
int frame_sidebar_width(const struct page *p); /* columns */

/* Returns the index of the current step, from 0; -1 if there is none. */
int frame_sidebar_step(const struct page *p);

#endif
