/* SPDX-License-Identifier: MIT */
/* Draws what is below the body: notice, caption, lines out of sight, key hints. */
#ifndef FRAME_FOOTER_H
#define FRAME_FOOTER_H

#include "view/window.h"

/* The last row shows the page's own footer or else key hints. The notice is above it, and so is the
 * number of lines out of sight, which in a small window is beside the hints. */
void frame_footer_draw(const struct window *w);

#endif
