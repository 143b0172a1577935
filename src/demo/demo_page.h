/* SPDX-License-Identifier: MIT */
/* Builds the page that a demo shows: the wizard's page or a slide, what is pointed at, caption and
 * footer. */
#ifndef DEMO_PAGE_H
#define DEMO_PAGE_H

#include "demo/demo.h"
#include "view/page.h"

/* Builds the page. Free it with page_free(). */
void demo_build(const struct demo *d, struct page *p);

/* True if the label, text or status of a block is `shown` or, unless whole, contains it. */
bool demo_block_says(const struct block *b, const char *shown, bool whole);

/* Returns a caption, or a line of a slide, without emphasis marks; the caller frees it. */
char *demo_plain_text(const char *marked);

#endif
