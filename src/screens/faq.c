/* SPDX-License-Identifier: MIT */
/* Lists the questions of the FAQ, or the messages that the real site may show, or the hits of a
 * search in them and in the notes. */
#include "screens/screen.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "screens/blocks.h"
#include "wizard/faq_search.h"

static bool of_site(const struct wizard *w)
{
	return wizard_screen(w) == SCREEN_SITE_MESSAGES;
}

static void add_search(struct page *p, const struct wizard *w)
{
	const struct line_edit *text = &w->search.text;
	struct block *b;

	if (w->line_mode && text->len == 0) {
		page_add(p, BLOCK_PARAGRAPH, "输入编号看回答，输入别的就查找。");
		return;
	}
	b = page_add(p, BLOCK_FIELD, text->text);
	block_label(b, "查找");
	b->typed = true;
	if (w->search.typing)
		block_caret(b, text->text, text->caret);
	if (text->len == 0)
		block_status(b, "打几个字，拼音也行", STYLE_QUIET);
}

/* All questions, by category. */
static void add_questions(struct page *p, const struct wizard *w)
{
	const struct faq *faq = w->faq;
	size_t category = (size_t)-1;

	for (size_t i = 0; i < faq->answer_count; i++) {
		const struct faq_answer *answer = &faq->answers[i];

		if (answer->category != category) {
			category = answer->category;
			page_add(p, BLOCK_GAP, "");
			page_add(p, BLOCK_HEADING, faq->categories[category]);
		}
		page_add(p, BLOCK_CHOICE, answer->question)->row = (int)i;
	}
}

/* All messages, whose first row is `row`. */
static void add_messages(struct page *p, const struct wizard *w, size_t row)
{
	for (size_t i = 0; i < w->faq->site_message_count; i++)
		page_add(p, BLOCK_CHOICE, w->faq->site_messages[i].message)->row = (int)(row + i);
}

/* A hit: its title, and the sentence where it was found if that is not the title. */
static void add_hit(struct page *p, const struct wizard *w, const struct faq_search *found,
		    size_t row)
{
	static const char *const kinds[] = {
		[FAQ_ANSWER] = "", [FAQ_SITE_MESSAGE] = "网站提示：", [FAQ_NOTE] = "注意事项："
	};
	struct faq_hit hit = found->hits[row];
	char *title = faq_search_mark(found, faq_hit_title(w, hit), true),
	     *sentence = faq_hit_sentence(found, w, hit);

	page_addf(p, BLOCK_CHOICE, "%s%s", kinds[hit.kind], title)->row = (int)row;
	if (sentence != NULL)
		block_label(page_add(p, BLOCK_BULLET, sentence), " ");
	free(title);
	free(sentence);
}

static void add_hits(struct page *p, const struct wizard *w)
{
	struct faq_search found;

	faq_search_begin(&found, w);
	page_add(p, BLOCK_GAP, "");
	if (found.count == 0)
		page_add(p, BLOCK_PARAGRAPH, "没有找到，换个短一点的词。Esc 看全部。");
	else if (found.hits[0].rank >= FAQ_RANK_PARTLY)
		page_add(p, BLOCK_PARAGRAPH, "没有一字不差的，这几条最接近：");
	for (size_t i = 0; i < found.count; i++)
		add_hit(p, w, &found, i);
	faq_search_end(&found);
}

static void build(struct page *p, const struct wizard *w)
{
	if (w->faq == NULL) {
		page_add(p, BLOCK_PARAGRAPH, "这份指南没有带常见问题和网站提示。");
		return;
	}
	p->grows = true;
	if (of_site(w))
		page_add(p, BLOCK_HEADING, "你在网站上看到了哪句话？");
	else if (!w->line_mode) /* line mode says the name */
		page_add(p, BLOCK_HEADING, faq_screen.name);
	add_search(p, w);
	if (w->search.text.len > 0) {
		p->escape = "看全部";
		add_hits(p, w);
	} else if (of_site(w)) {
		page_add(p, BLOCK_GAP, "");
		add_messages(p, w, 0);
	} else {
		add_questions(p, w);
		if (w->faq->site_message_count > 0) {
			page_add(p, BLOCK_GAP, "");
			page_add(p, BLOCK_HEADING, site_messages_screen.name);
		}
		add_messages(p, w, w->faq->answer_count);
	}
}

static unsigned clear(struct wizard *w)
{
	line_edit_wipe(&w->search.text);
	w->search.typing = !w->line_mode;
	w->focus[wizard_screen(w)] = 0;
	return EFFECT_NEW_SCREEN;
}

/* Edits the search text and focuses the first hit. */
static unsigned edit(struct wizard *w, struct action a)
{
	if (w->faq == NULL || !wizard_edit(w, &w->search.text, a))
		return EFFECT_UNHANDLED;
	w->search.typing = true;
	w->focus[wizard_screen(w)] = 0;
	return EFFECT_NEW_SCREEN;
}

static unsigned open_answer(struct wizard *w)
{
	const enum screen_id answer = of_site(w) ? SCREEN_SITE_MESSAGE : SCREEN_FAQ_ANSWER;

	return faq_search_count(w) > 0 ? wizard_push(w, answer) : 0;
}

/* Handles the first character of a search. The keys for search, toggle and help keep their meaning;
 * any other character begins the search text, as it may begin a word in pinyin. */
static unsigned begin(struct wizard *w, struct action a)
{
	uint32_t cp = 0;
	size_t len = text_decode(a.text, strlen(a.text), &cp);

	switch (a.text[len] == '\0' ? keymap_find(CONTEXT_FAQ, cp).kind : ACTION_NONE) {
	case ACTION_SEARCH:
		return 0;
	case ACTION_TOGGLE:
		return open_answer(w);
	case ACTION_HELP:
		w->help_context = CONTEXT_SEARCH;
		return wizard_push(w, SCREEN_HELP);
	default:
		return edit(w, a);
	}
}

static unsigned apply(struct wizard *w, struct action a)
{
	switch (a.kind) {
	case ACTION_SEARCH:
		w->search.typing = true;
		return 0;
	case ACTION_NEXT:
	case ACTION_TOGGLE:
		return open_answer(w);
	case ACTION_CLOSE:
		return w->search.text.len > 0 || (w->line_mode && w->search.typing)
			       ? clear(w)
			       : EFFECT_UNHANDLED;
	case ACTION_INSERT:
		return w->search.text.len == 0 ? begin(w, a) : edit(w, a);
	default:
		return edit(w, a);
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

const struct screen site_messages_screen = {
	.name = "网站提示怎么办",
	.build = build,
	.apply = apply,
	.context = context,
	.rows = faq_search_count,
	.editing = editing,
};
