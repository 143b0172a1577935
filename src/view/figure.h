/* SPDX-License-Identifier: MIT */
/* Draws a figure of the guide: its panels as boxes, what to click marked by an arrow and brackets. */
#ifndef FIGURE_H
#define FIGURE_H

#include <stdbool.h>

#include "model/guide.h"
#include "view/lines.h"

/* Appends the figure's lines, indent columns from the left: panels side by side, or stacked when
 * that is too wide. false: it does not fit either way, nothing is appended. ascii: boxes of + - |. */
bool figure_draw(const struct guide_figure *figure, int indent, int columns, bool ascii,
		 struct lines *out);

#endif
