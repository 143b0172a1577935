/* SPDX-License-Identifier: MIT */
/* Draws a figure of the guide: its panels as boxes, what to click marked by an arrow and brackets. */
#ifndef FIGURE_H
#define FIGURE_H

#include <stdbool.h>

#include "model/guide.h"
#include "view/lines.h"

/* True if that is something to click, as it is shown. */
bool figure_has(const struct guide_figure *figure, const char *target);

/* Appends the figure's lines, indent columns from the left: panels side by side, or stacked when
 * that is too wide. target: the only one that is marked; NULL: all are. false: it does not fit either way, nothing
 * is appended. ascii: boxes of + - |. */
bool figure_draw(const struct guide_figure *figure, const char *target, int indent, int columns,
		 bool ascii, struct lines *out);

/* Appends only the line of the target, which the figure has. */
void figure_draw_target(const struct guide_figure *figure, const char *target, int indent,
			bool ascii, struct lines *out);

#endif
