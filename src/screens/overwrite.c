/* SPDX-License-Identifier: MIT */
/* Asks whether to replace a file by the report. */
#include "screens/screen.h"

static void build(struct page *p, const struct wizard *w)
{
	page_add(p, BLOCK_HEADING, "已经有这个文件了，要换掉吗？");
	page_add(p, BLOCK_PARAGRAPH, w->report.path.text);
	page_add(p, BLOCK_PARAGRAPH, "y 换掉，原来的内容就没了；Enter 换个名字。");
}

/* Ignores everything but an answer. */
static unsigned apply(struct wizard *w, struct action a)
{
	switch (a.kind) {
	case ACTION_YES:
		w->report.overwrite = true;
		return EFFECT_REPORT | EFFECT_NEW_SCREEN;
	case ACTION_NO:
		return wizard_pop(w);
	default:
		return 0;
	}
}

const struct screen overwrite_screen = {
	.name = "保存结果单",
	.build = build,
	.apply = apply,
	.keys = CONTEXT_OVERWRITE,
};
