/* SPDX-License-Identifier: MIT */
#include "page_parts.h"

#include <stdio.h>
#include <string.h>

/* The keys of the page beneath: the same rows that bind them. */
static void add_help(struct page *p, const struct wizard *w)
{
	const struct binding *row = NULL;
	enum context context = keymap_page_context(w);

	page_add(p, BLOCK_HEADING, "这一页上能用的键");
	while ((row = keymap_next(context, row)) != NULL)
		block_label(page_add(p, BLOCK_ROW, row->hint), row->label);
	page_add(p, BLOCK_GAP, "");
	page_add(
		p, BLOCK_PARAGRAPH,
		"标着 > 的一行是当前行。Esc 只返回，不会丢东西；Ctrl-C 随时退出，勾选的进度都在。");
}

static void add_notes(struct page *p, const struct guide *g)
{
	for (size_t i = 0; i < g->note_count; i++)
		page_note(p, &g->notes[i]);
	page_add(p, BLOCK_HEADING, "联系");
	page_contacts(p, g);
}

static void add_faq(struct page *p, const struct wizard *w)
{
	const struct faq *faq = w->faq;
	size_t category = (size_t)-1;
	int target = 0;
	struct block *b;

	if (faq == NULL) {
		page_add(p, BLOCK_PARAGRAPH, "这份指南没有带常见问题。");
		return;
	}
	b = page_add(p, BLOCK_FIELD, w->search.text);
	block_label(b, "查找");
	if (w->searching)
		b->caret = (long)w->search.caret;
	else if (w->search.len == 0)
		block_aside(b, "按 / 输入要找的字", TONE_QUIET);
	for (size_t i = 0; i < faq->answer_count; i++) {
		const struct guide_answer *answer = &faq->answers[i];

		if (!wizard_answer_matches(w, answer))
			continue;
		if (answer->category != category) {
			category = answer->category;
			page_add(p, BLOCK_GAP, "");
			page_add(p, BLOCK_HEADING, faq->categories[category]);
		}
		page_add(p, BLOCK_CHOICE, answer->question)->target = target++;
	}
	if (target == 0)
		page_add(p, BLOCK_PARAGRAPH, "没有找到。换个词，或者按 Esc 看全部。");
}

void page_answer(struct page *p, const struct guide_answer *answer)
{
	page_add(p, BLOCK_HEADING, answer->question);
	page_text(p, &answer->text);
	page_addf(p, BLOCK_PARAGRAPH, "来源：%s（%s）", answer->source, answer->as_of)->tone =
		TONE_QUIET;
}

static void add_leave(struct page *p)
{
	page_add(p, BLOCK_HEADING, "现在退出？");
	page_add(p, BLOCK_PARAGRAPH,
		 "勾选的进度已经存好。填过的姓名和号码不保存，退出就没了，下次要重填。");
	page_add(p, BLOCK_PARAGRAPH, "按 y 退出，按 n 留下。");
}

void page_overlay(struct page *p, const struct wizard *w)
{
	switch (w->overlay) {
	case OVERLAY_HELP:
		add_help(p, w);
		break;
	case OVERLAY_NOTES:
		add_notes(p, w->guide);
		break;
	case OVERLAY_FAQ:
		add_faq(p, w);
		break;
	case OVERLAY_ANSWER:
		page_answer(p, &w->faq->answers[w->answer]);
		break;
	case OVERLAY_LEAVE:
		add_leave(p);
		break;
	case OVERLAY_NONE:
		break;
	}
}
