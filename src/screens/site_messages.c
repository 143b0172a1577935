/* SPDX-License-Identifier: MIT */
/* Lists the messages that the real site may show. */
#include "screens/screen.h"

static size_t rows(const struct wizard *w)
{
	return w->faq == NULL ? 0 : w->faq->site_message_count;
}

static void build(struct page *p, const struct wizard *w)
{
	if (rows(w) == 0) {
		page_add(p, BLOCK_PARAGRAPH, "这份指南没有带网站提示的说明。");
		return;
	}
	page_add(p, BLOCK_HEADING, "你在网站上看到了哪句话？");
	page_add(p, BLOCK_GAP, "");
	for (size_t i = 0; i < rows(w); i++)
		page_add(p, BLOCK_CHOICE, w->faq->site_messages[i].message)->row = (int)i;
}

static unsigned apply(struct wizard *w, struct action a)
{
	if ((a.kind != ACTION_NEXT && a.kind != ACTION_TOGGLE) || rows(w) == 0)
		return EFFECT_UNHANDLED;
	return wizard_push(w, SCREEN_SITE_MESSAGE);
}

const struct screen site_messages_screen = {
	.name = "网站提示怎么办",
	.build = build,
	.apply = apply,
	.keys = CONTEXT_SITE_MESSAGES,
	.rows = rows,
};
