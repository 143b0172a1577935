/* SPDX-License-Identifier: MIT */
/* Lists the questions of the FAQ that a search finds. */
#include "screens/screen.h"

#include "screens/blocks.h"
#include "wizard/faq_search.h"

static void add_search(struct page *p, const struct wizard *w)
{
	const struct line_edit *text = &w->search.text;
	struct block *b = page_add(p, BLOCK_FIELD, text->text);

	block_label(b, "查找");
	if (w->search.typing)
		block_caret(b, text->text, text->caret);
	else if (text->len == 0)
		block_status(b, "按 / 输入要找的字或首字母", STYLE_QUIET);
}

static void build(struct page *p, const struct wizard *w)
{
	const struct faq *faq = w->faq;
	size_t category = (size_t)-1;
	int row = 0;

	if (faq == NULL) {
		page_add(p, BLOCK_PARAGRAPH, "这份指南没有带常见问题。");
		return;
	}
	add_search(p, w);
	for (size_t i = 0; i < faq->answer_count; i++) {
		const struct faq_answer *answer = &faq->answers[i];

		if (!faq_search_matches(w, answer))
			continue;
		if (answer->category != category) {
			category = answer->category;
			page_add(p, BLOCK_GAP, "");
			page_add(p, BLOCK_HEADING, faq->categories[category]);
		}
		page_add(p, BLOCK_CHOICE, answer->question)->row = row++;
	}
	if (row == 0)
		page_add(p, BLOCK_PARAGRAPH, "没有找到。换个词，或者按 Esc 看全部。");
}

static unsigned clear(struct wizard *w)
{
	line_edit_wipe(&w->search.text);
	w->focus[SCREEN_FAQ] = 0;
	return EFFECT_NEW_SCREEN;
}

static unsigned type(struct wizard *w, struct action a)
{
	if (wizard_edit(w, &w->search.text, a)) {
		w->focus[SCREEN_FAQ] = 0;
		return EFFECT_NEW_SCREEN;
	}
	switch (a.kind) {
	case ACTION_NEXT:
	case ACTION_DOWN:
		w->search.typing = false;
		return EFFECT_NEW_SCREEN;
	case ACTION_CLOSE:
		w->search.typing = false;
		return clear(w);
	case ACTION_PICK:
		w->search.typing = false;
		return EFFECT_UNHANDLED;
	default:
		return EFFECT_UNHANDLED;
	}
}

static unsigned apply(struct wizard *w, struct action a)
{
	if (w->search.typing)
		return type(w, a);
	switch (a.kind) {
	case ACTION_SEARCH:
		w->search.typing = true;
		return 0;
	case ACTION_NEXT:
	case ACTION_TOGGLE:
		return faq_search_count(w) > 0 ? wizard_push(w, SCREEN_ANSWER) : 0;
	case ACTION_CLOSE:
		return w->search.text.len > 0 ? clear(w) : EFFECT_UNHANDLED;
	default:
		return EFFECT_UNHANDLED;
	}
}

static enum key_context context(const struct wizard *w)
{
	return w->search.typing ? CONTEXT_SEARCH : CONTEXT_FAQ;
}

static struct line_edit *editing(struct wizard *w)
{
	return w->search.typing ? &w->search.text : NULL;
}

const struct screen faq_screen = {
	.name = "常见问题",
	.build = build,
	.apply = apply,
	.context = context,
	.rows = faq_search_count,
	.editing = editing,
};
