/* SPDX-License-Identifier: MIT */
/* What part of a page is seen. Pure. */
#ifndef VIEWPORT_H
#define VIEWPORT_H

#include <stdbool.h>

#include "view/lines.h"

/* What part of a page's lines is seen; kept from frame to frame. Start with zeroes. */
struct viewport {
	int top;           /* the first line shown, from 0 */
	bool follow;       /* bring the marked line into view */
	int height, total; /* lines of the window and of the page: set by viewport_fit() */
	int target_first, target_last; /* lines of what is marked; -1: nothing is */
};

/* Brings it to the lines that there are, in a window of that height; target: the marked line of the list,
 * NO_ROW when there is none. */
void viewport_fit(struct viewport *v, const struct lines *matter, int target, int height);

/* Scrolls by lines (down is positive); the next frame clamps. */
void viewport_scroll(struct viewport *v, int lines);

/* Whether the marked line lies out of sight below (direction > 0) or above: going there needs a
 * scroll first, so that what lies between can be read. */
bool viewport_beyond(const struct viewport *v, int direction);

#endif
