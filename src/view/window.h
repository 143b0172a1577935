/* SPDX-License-Identifier: MIT */
/* The parts of a window while a frame is made: frame_make.c divides it, each part is drawn in a
 * file of its own. */
#ifndef WINDOW_H
#define WINDOW_H

#include <stdbool.h>

#include "view/frame.h"
#include "view/lines.h"
#include "view/page.h"

enum { WINDOW_SIDEBAR_GAP = 3 }; /* columns between sidebar and body */

struct window {
	const struct page *page;
	struct frame *frame;
	struct scroll scroll;
	bool ascii, sidebar, small;
	int first, height;      /* first row of the body, and number of rows */
	int side_first;         /* first row of the sidebar, the same beside every page */
	int notice_rows;        /* below the body, for the notice */
	int caption_rows;       /* between the notice and the last row */
	int left, columns;      /* first column of the body, and number of columns */
	char *notice, *caption; /* owned; NULL if absent */
	struct lines body;      /* lines of the page */
};

#endif
