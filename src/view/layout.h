/* SPDX-License-Identifier: MIT */
/* Blocks into lines of a given width. Pure. */
#ifndef LAYOUT_H
#define LAYOUT_H

#include <stdbool.h>

#include "view/page.h"
#include "view/lines.h"

/* The page in lines of at most `columns` (>= 10) columns. rows: of the window, for what cannot be scrolled;
 * 0: no window. ascii: frames of figures drawn with + - |. */
void layout_page(const struct page *p, int columns, int rows, bool ascii, struct lines *out);

#endif
