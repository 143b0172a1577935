/* SPDX-License-Identifier: MIT */
/* Draws the lines of the page that are in sight, and places the cursor. */
#ifndef FRAME_BODY_H
#define FRAME_BODY_H

#include "view/window.h"

void frame_body_draw(struct window *w);

#endif
