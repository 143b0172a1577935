/* SPDX-License-Identifier: MIT */
#include "screens/guide_page.h"

#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "screens/blocks.h"

static void add_box(struct page *p, const char *text)
{
	block_label(page_add(p, BLOCK_BULLET, text), "[ ]");
}

/* The rehearsal comes before the items of its step, the comparison after them. */
static void add_boxes(struct page *p, const struct guide *g, const struct guide_step *step)
{
	if (step->activity == ACTIVITY_REGISTER)
		add_box(p, activity_text(step));
	for (size_t i = 0; i < step->item_count; i++)
		add_box(p, step->items[i].text);
	if (step->activity != ACTIVITY_VERIFY)
		return;
	page_addf(p, BLOCK_PARAGRAPH, "%s：", activity_text(step));
	for (size_t i = 0; i < g->verification->check_count; i++)
		if (g->verification->checks[i].fatal)
			add_box(p, g->verification->checks[i].label);
}

void guide_page_build(struct page *p, const struct guide *g, const struct faq *faq)
{
	memset(p, 0, sizeof *p);
	p->title = text_clean_line(g->title);
	p->badge = xasprintf("共 %zu 步", g->step_count);
	p->notice = "";
	p->row = NO_ROW;
	p->captions = true;
	page_add(p, BLOCK_PARAGRAPH, g->purpose);
	if (g->deadline != NULL)
		page_addf(p, BLOCK_PARAGRAPH, "截止：%s", g->deadline);
	add_laws(p, g);
	for (size_t i = 0; i < g->step_count; i++) {
		const struct guide_step *step = &g->steps[i];

		page_add(p, BLOCK_GAP, "");
		page_addf(p, BLOCK_HEADING, "第 %zu 步，共 %zu 步：%s", i + 1, g->step_count,
			  step->title);
		add_step_text(p, step);
		add_figure(p, step);
		add_boxes(p, g, step);
	}
	page_add(p, BLOCK_GAP, "");
	add_notes(p, g);
	page_add(p, BLOCK_HEADING, "联系");
	add_contacts(p, g);
	for (size_t i = 0; faq != NULL && i < faq->answer_count; i++) {
		page_add(p, BLOCK_GAP, "");
		add_answer(p, &faq->answers[i]);
	}
	for (size_t i = 0; faq != NULL && i < faq->site_message_count; i++) {
		page_add(p, BLOCK_GAP, "");
		add_site_message(p, &faq->site_messages[i]);
	}
	page_add(p, BLOCK_GAP, "");
	page_addf(p, BLOCK_PARAGRAPH, "依据：%s，%s，%s。", g->source_title, g->publisher,
		  g->published);
}
