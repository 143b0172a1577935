/* SPDX-License-Identifier: MIT */
/* Shows the answer that is focused on the FAQ screen. */
#include "screens/screen.h"

#include "screens/blocks.h"
#include "wizard/faq_search.h"

static void build(struct page *p, const struct wizard *w)
{
	add_answer(p, faq_search_result(w, w->focus[SCREEN_FAQ]));
}

const struct screen answer_screen = { .name = "常见问题", .build = build, .keys = CONTEXT_READ };
