/* SPDX-License-Identifier: MIT */
/* Explains the message that is focused in the list of them. */
#include "screens/screen.h"

#include "screens/blocks.h"

static void build(struct page *p, const struct wizard *w)
{
	add_site_message(p, &w->faq->site_messages[w->focus[SCREEN_SITE_MESSAGES]]);
}

const struct screen site_message_screen = { .name = "网站提示怎么办",
					    .build = build,
					    .keys = CONTEXT_READ };
