/* SPDX-License-Identifier: MIT */
/* Lays out a block of a page below those before it. */
#ifndef LAYOUT_BLOCK_H
#define LAYOUT_BLOCK_H

#include "view/layout_text.h"

/* Draws the block, highlights it if it is focused, and reserves the lines for its findings. */
void layout_block(struct layout *l, const struct block *b);

#endif
