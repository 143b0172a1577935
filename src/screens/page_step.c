/* SPDX-License-Identifier: MIT */
#include "screens/page_internal.h"

void page_welcome(struct page *p, const struct wizard *w)
{
	const struct guide *g = w->guide;
	struct block *b;

	page_add(p, BLOCK_HEADING, g->title);
	page_add(p, BLOCK_PARAGRAPH, g->purpose);
	page_laws(p, g);
	page_add(p, BLOCK_GAP, "");
	page_add(
		p, BLOCK_PARAGRAPH,
		"这里是演练：什么也不会发送出去，姓名、号码、密码一概不保存，只记住做到了哪一步。");
	page_add(p, BLOCK_GAP, "");
	if (!progress_begun(&w->progress)) {
		page_addf(p, BLOCK_CHOICE, "开始，共 %zu 步", g->step_count)->row = 0;
		return;
	}
	b = page_add(p, BLOCK_CHOICE, "接着上次继续");
	b->row = 0;
	b = page_add(p, BLOCK_CHOICE, "从头开始（忘掉已勾选的）");
	b->row = 1;
}

void page_step_text(struct page *p, const struct guide_step *step)
{
	page_text(p, &step->text);
	for (size_t i = 0; i < step->link_count; i++)
		page_link(p, step->links[i].label, step->links[i].url);
	page_later(p, step->later, step->later_count);
	if (step->figure != NULL) {
		page_add(p, BLOCK_GAP, "");
		page_add(p, BLOCK_FIGURE, step->figure->caption)->figure = step->figure;
	}
}

static void add_activity(struct page *p, const struct wizard *w)
{
	const struct guide_step *step = &w->guide->steps[w->step];
	bool registering = step->activity == ACTIVITY_REGISTER;
	struct block *b;

	if (step->activity == ACTIVITY_NONE)
		return;
	b = page_add(p, BLOCK_CHOICE,
		     registering ? "在这里演练填写注册表单" : "逐项核对网站上显示的");
	b->row = (int)step->item_count;
	block_label(b, wizard_activity_open(w) ? "[ ]" : "[x]");
}

void page_step(struct page *p, const struct wizard *w)
{
	const struct guide_step *step = &w->guide->steps[w->step];

	page_add(p, BLOCK_HEADING, step->title);
	page_step_text(p, step);
	page_add(p, BLOCK_GAP, "");
	for (size_t i = 0; i < step->item_count; i++) {
		struct block *b = page_add(p, BLOCK_CHOICE, step->items[i].text);

		b->row = (int)i;
		block_label(b, progress_is(&w->progress, step->items[i].id, STATE_DONE) ? "[x]"
											: "[ ]");
	}
	add_activity(p, w);
}
