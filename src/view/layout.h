/* SPDX-License-Identifier: MIT */
/* Blocks into lines of a given width. Pure. */
#ifndef LAYOUT_H
#define LAYOUT_H

#include <stdbool.h>

#include "screens/page.h"
#include "view/lines.h"

/* The page in lines of at most `columns` (>= 10) columns. rows: of the window, for what cannot be scrolled;
 * 0: no window. ascii: frames of figures drawn with + - |. */
void layout_page(const struct page *p, int columns, int rows, bool ascii, struct lines *out);

/* A figure alone, its frames drawn; false, and nothing added, when it does not fit: its caption is to
 * stand in its stead. indent: columns left free. */
bool layout_figure(const struct guide_figure *figure, int indent, int columns, bool ascii,
		   struct lines *out);

/* A QR code of a text alone; false, and nothing added, when it does not fit. */
bool layout_qr(const char *text, int columns, int rows, struct lines *out);

#endif
