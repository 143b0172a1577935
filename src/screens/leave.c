/* SPDX-License-Identifier: MIT */
/* Asks whether to leave and lose what was typed. */
#include "screens/screen.h"

#include "wizard/check.h"
#include "wizard/verdict.h"

static void build(struct page *p, const struct wizard *w)
{
	size_t missing[GUIDE_CHECKS_MAX];
	bool again;

	page_add(p, BLOCK_HEADING, "现在退出？");
	again = !w->unsaved && wizard_missing(w, missing) < wizard_asked(w) &&
		wizard_verdict(w) != VERDICT_PASS;
	page_addf(p, BLOCK_PARAGRAPH, "%s%s",
		  w->unsaved ? "这次不记进度：勾过的、填过的，退出就都没了。"
			     : "勾过的都记着；填过的姓名和号码不记，退出就没了。",
		  again ? "核对下次要重来。" : "");
	if (wizard_at_result(w) && wizard_verdict(w) != VERDICT_OPEN)
		page_add(p, BLOCK_PARAGRAPH,
			 "不一致的内容只写在结果单里，还没有存：要留着就回去，再按 s。");
	if (!w->line_mode) /* in line mode the prompt says it */
		page_add(p, BLOCK_PARAGRAPH, "Enter 留下，y 退出。");
}

/* Ignores everything but an answer. */
static unsigned apply(struct wizard *w, struct action a)
{
	switch (a.kind) {
	case ACTION_YES:
		return EFFECT_QUIT;
	case ACTION_NO:
	case ACTION_CLOSE:
		return wizard_pop(w);
	default:
		return 0;
	}
}

const struct screen leave_screen = {
	.name = "退出",
	.build = build,
	.apply = apply,
	.keys = CONTEXT_LEAVE,
};
