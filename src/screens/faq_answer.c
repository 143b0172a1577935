/* SPDX-License-Identifier: MIT */
/* Shows the entry that is focused in the list on the screen below: an answer, a message of the site
 * or a note. The search terms in it are emphasised. */
#include "screens/screen.h"

#include "base/xalloc.h"
#include "screens/blocks.h"
#include "wizard/faq_search.h"

static void mark_found(struct page *p, const struct faq_search *found)
{
	for (size_t i = 0; i < p->count; i++) {
		struct block *b = &p->blocks[i];
		char *marked;

		if (b->kind != BLOCK_PARAGRAPH && b->kind != BLOCK_BULLET)
			continue;
		marked = faq_search_mark(found, b->text, false);
		xwipe(b->text);
		b->text = marked;
	}
}

static void build(struct page *p, const struct wizard *w)
{
	struct faq_search found;
	struct faq_hit hit;

	faq_search_begin(&found, w);
	hit = found.hits[w->focus[w->stack[w->depth - 1]]];
	switch (hit.kind) {
	case FAQ_ANSWER:
		add_answer(p, &w->faq->answers[hit.index]);
		break;
	case FAQ_SITE_MESSAGE:
		add_site_message(p, &w->faq->site_messages[hit.index]);
		break;
	case FAQ_NOTE:
		add_note(p, &w->guide->notes[hit.index]);
		break;
	}
	mark_found(p, &found);
	faq_search_end(&found);
}

const struct screen faq_answer_screen = { .name = "常见问题",
					  .build = build,
					  .keys = CONTEXT_READ };

const struct screen site_message_screen = { .name = "网站提示怎么办",
					    .build = build,
					    .keys = CONTEXT_READ };
