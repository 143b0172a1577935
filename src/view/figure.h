/* SPDX-License-Identifier: MIT */
/* Draws a figure of the guide: panels as boxes, texts to click in brackets after an arrow. */
#ifndef FIGURE_H
#define FIGURE_H

#include <stdbool.h>

#include "model/guide.h"
#include "view/lines.h"

/* Returns true if target is a text to click in the figure, written as the figure shows it. */
bool figure_has(const struct guide_figure *figure, const char *target);

/* Appends the figure's lines, indented by `indent` columns: panels side by side, or stacked if that
 * is too wide. target: the only text to mark; NULL marks all. ascii: boxes of + - |. Returns false
 * and appends nothing if neither form fits into `columns`. */
bool figure_draw(const struct guide_figure *figure, const char *target, int indent, int columns,
		 bool ascii, struct lines *out);

/* Appends only the line with the target, which must be in the figure. */
void figure_draw_target(const struct guide_figure *figure, const char *target, int indent,
			bool ascii, struct lines *out);

#endif
