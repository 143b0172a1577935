/* SPDX-License-Identifier: MIT */
#include "screens/save_report.h"

#include "screens/screen.h"

#define REPORT_NAME "学籍自查结果单.txt"

static void build(struct page *p, const struct wizard *w)
{
	const struct line_edit *path = &w->report.path;
	struct block *b;

	page_add(p, BLOCK_HEADING, "保存结果单");
	page_add(p, BLOCK_PARAGRAPH,
		 "写到哪个文件？以 .md 结尾存成 Markdown，以 .json 结尾存成 JSON，其余是文字。"
		 "只有你自己能读这个文件。");
	page_add(p, BLOCK_GAP, "");
	b = page_add(p, BLOCK_FIELD, path->text);
	block_label(b, "文件名");
	block_caret(b, path->text, path->caret);
	page_add(p, BLOCK_GAP, "");
	page_add(p, BLOCK_PARAGRAPH,
		 w->report.revealed
			 ? "姓名和号码会**完整写出**：交给老师前想一想给谁看。按 Ctrl-R 改为遮住。"
			 : "姓名和号码会**遮住**。老师要完整的，按 Ctrl-R。");
}

unsigned save_report_open(struct wizard *w)
{
	if (w->report.path.len == 0)
		line_edit_set(&w->report.path, REPORT_NAME);
	return wizard_push(w, SCREEN_SAVE_REPORT);
}

void save_report_done(struct wizard *w, bool written, bool exists, const char *notice)
{
	wizard_say(w, "%s", notice);
	if (written) {
		line_edit_set(&w->report.written, w->report.path.text);
		wizard_push(w, SCREEN_RESULT);
		return;
	}
	wizard_push(w, SCREEN_SAVE_REPORT);
	if (exists)
		wizard_push(w, SCREEN_REPLACE);
}

static unsigned apply(struct wizard *w, struct action a)
{
	if (wizard_edit(w, &w->report.path, a))
		return 0;
	switch (a.kind) {
	case ACTION_NEXT:
		return w->report.path.len > 0 ? wizard_write_report(w) | EFFECT_NEW_SCREEN : 0;
	case ACTION_REVEAL:
		w->report.revealed = !w->report.revealed;
		return 0;
	case ACTION_STEP: /* a click beside the question is no answer */
		return 0;
	default:
		return EFFECT_UNHANDLED;
	}
}

static struct line_edit *editing(struct wizard *w)
{
	return &w->report.path;
}

const struct screen save_report_screen = {
	.name = "保存结果单",
	.build = build,
	.apply = apply,
	.keys = CONTEXT_SAVE_REPORT,
	.editing = editing,
};
