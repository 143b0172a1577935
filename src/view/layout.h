/* SPDX-License-Identifier: MIT */
/* Lays out a page: its blocks become lines of a given width. */
#ifndef LAYOUT_H
#define LAYOUT_H

#include <stdbool.h>

#include "view/lines.h"
#include "view/page.h"

/* Makes lines of at most `columns` (>= 10) columns of the page. *out: zeroes, or earlier lines,
 * which are freed. rows: rows of the window for the page, which decide on spacing, order and
 * whether a QR code fits, which cannot be scrolled; 0: no window. ascii: boxes of + - |, and QR
 * codes only in the large form. */
void layout_page(const struct page *p, int columns, int rows, bool ascii, struct lines *out);

#endif
