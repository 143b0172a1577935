/* SPDX-License-Identifier: MIT */
#include "screens/screen.h"

#include "screens/blocks.h"
#include "wizard/faq_search.h"

/* The answer focused on the FAQ screen. */
static void build(struct page *p, const struct wizard *w)
{
	add_answer(p, faq_search_result(w, w->focus[SCREEN_FAQ]));
}

const struct screen answer_screen = { .name = "常见问题", .build = build, .keys = CONTEXT_READ };
