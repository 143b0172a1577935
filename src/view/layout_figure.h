/* SPDX-License-Identifier: MIT */
/* Lays out figures and QR codes, beside the text or between it. */
#ifndef LAYOUT_FIGURE_H
#define LAYOUT_FIGURE_H

#include "view/layout_text.h"

/* Draws the first figure, or else a code, for the right half of a wide window, and narrows the
 * text. */
void layout_figure_beside(struct layout *l);

/* Keeps the first figure for layout_figure_place(), or draws words in its place. */
void layout_figure_draw(struct layout *l, const struct block *b);

/* Draws label and address above the code, where they are visible in the smallest window that has
 * space for both. Below other text, a code that does not fit is left out silently. */
void layout_figure_qr(struct layout *l, const struct block *b);

/* Places the figure beside the text; or where it belongs, if the page then fits into the window; or
 * after the last row, so that everything to be done comes first. */
void layout_figure_place(struct layout *l);

/* Returns true for the figure with the only text that is marked. */
bool layout_figure_is_target(const struct page *p, const struct block *b);

#endif
