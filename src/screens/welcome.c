/* SPDX-License-Identifier: MIT */
/* Introduces the program; begins, goes on, or starts afresh. */
#include "screens/screen.h"

#include "screens/blocks.h"

static void build(struct page *p, const struct wizard *w)
{
	const struct guide *g = w->guide;
	struct block *b;

	page_add(p, BLOCK_HEADING, g->title);
	page_add(p, BLOCK_PARAGRAPH, g->purpose);
	add_laws(p, g);
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

static unsigned apply(struct wizard *w, struct action a)
{
	bool again = progress_begun(&w->progress) && w->focus[SCREEN_WELCOME] == 1;
	unsigned effects = 0;

	if (a.kind != ACTION_NEXT && a.kind != ACTION_TOGGLE)
		return EFFECT_UNHANDLED;
	if (again) {
		wizard_reset(w);
		w->focus[SCREEN_WELCOME] = 0; /* the row is gone */
		effects = EFFECT_RESET | EFFECT_SAVE;
	}
	if (!w->record_from_file)
		return effects | wizard_push(w, SCREEN_RECORD);
	return effects | wizard_resume(w);
}

static size_t rows(const struct wizard *w)
{
	return progress_begun(&w->progress) ? 2 : 1;
}

const struct screen welcome_screen = {
	.name = "欢迎",
	.build = build,
	.apply = apply,
	.keys = CONTEXT_WELCOME,
	.rows = rows,
};
