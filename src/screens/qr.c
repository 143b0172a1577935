/* SPDX-License-Identifier: MIT */
/* Shows a link as a QR code. */
#include "screens/screen.h"

#include <stdlib.h>

#include "base/xalloc.h"
#include "wizard/links.h"

/* Hides the sidebar, so that the code and its address have the full width of the window. */
static void build(struct page *p, const struct wizard *w)
{
	size_t focus = w->focus[SCREEN_QR], count = wizard_link_count(w);
	struct guide_link link = wizard_link(w, focus);

	struct block *b = page_add(p, BLOCK_QR, link.url);
	char *label = count > 1 ? xasprintf("%zu/%zu %s", focus + 1, count, link.label)
				: xstrdup(link.label);

	p->sidebar_count = 0;
	block_label(b, label);
	free(label);
}

/* Each row is one link: moving the focus shows the code of another. */
static unsigned apply(struct wizard *w, struct action a)
{
	return wizard_move_focus(w, wizard_link_count(w), a) | EFFECT_NEW_SCREEN;
}

const struct screen qr_screen = {
	.name = "二维码",
	.build = build,
	.apply = apply,
	.keys = CONTEXT_QR,
	.rows = wizard_link_count,
};
