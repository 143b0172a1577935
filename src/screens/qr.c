/* SPDX-License-Identifier: MIT */
/* Shows a link as a QR code. */
#include "screens/screen.h"

#include "wizard/links.h"

static void build(struct page *p, const struct wizard *w)
{
	size_t focus = w->focus[SCREEN_QR], count = wizard_link_count(w);
	struct guide_link link = wizard_link(w, focus);

	block_label(page_add(p, BLOCK_QR, link.url), link.label);
	if (count > 1)
		page_addf(p, BLOCK_PARAGRAPH, "第 %zu 个，共 %zu 个。", focus + 1, count)->style =
			STYLE_QUIET;
}

/* Another row is another code. */
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
