/* SPDX-License-Identifier: MIT */
#include "screens/save_report.h"

#include "screens/choose.h"
#include "screens/screen.h"
#include "wizard/report.h"

/* Each form of the report has its own file name, so that the unmasked one is not sent by
 * mistake. */
static const struct {
	enum report_form form;
	const char *label, *file;
} forms[] = {
	{ REPORT_IN_FULL, "自己留着：姓名和号码都写全", "学籍自查结果单-自己留.txt" },
	{ REPORT_FOR_COUNSELLOR, "交给辅导员：姓名、学号、考生号写全，证件号码遮住",
	  "学籍自查结果单.txt" },
	{ REPORT_MASKED, "给别人看：姓名和号码都遮住", "学籍自查结果单-遮住.txt" },
};

enum { FORMS = sizeof forms / sizeof forms[0] };

static void build(struct page *p, const struct wizard *w)
{
	const struct line_edit *path = &w->report.path;
	struct block *b;

	page_add(p, BLOCK_HEADING, "保存结果单");
	for (size_t i = 0; i < FORMS; i++)
		if (forms[i].form == w->report.form)
			page_add(p, BLOCK_PARAGRAPH, forms[i].label);
	page_add(p, BLOCK_GAP, "");
	b = page_add(p, BLOCK_FIELD, path->text);
	block_label(b, "文件名");
	b->typed = true;
	block_caret(b, path->text, path->caret);
	page_add(p, BLOCK_GAP, "");
	page_add(p, BLOCK_PARAGRAPH,
		 "结尾写 .txt，也可以写 .md、.json。"
		 "放别的文件夹，连文件夹一起写，如 ~/结果单.txt。")
		->style = STYLE_QUIET;
}

static const char *form_label(const struct wizard *w, size_t option)
{
	(void)w;
	return forms[option].label;
}

static unsigned take_form(struct wizard *w, size_t option)
{
	bool other = w->report.path_form != forms[option].form;

	w->report.form = w->report.path_form = forms[option].form;
	if (w->report.path.len == 0 || (other && !w->report.automatic))
		line_edit_set(&w->report.path, forms[option].file);
	return wizard_push(w, SCREEN_SAVE_REPORT);
}

unsigned save_report_open(struct wizard *w)
{
	const struct chooser chooser = {
		.title = "结果单给谁看？", .count = FORMS, .label = form_label, .take = take_form
	};

	return choose_open(w, &chooser, NO_OPTION);
}

/* The first option is the answer if other text is typed. Its label begins with 别的, so that
 * choose.c keeps listing it for any text, and typing never leads to replacing the file. */
static const char *replace_label(const struct wizard *w, size_t option)
{
	(void)w;
	return option == 0 ? "别的名字，原来的文件不动" : "换掉它，原来的内容就没了";
}

static unsigned take_replace(struct wizard *w, size_t option)
{
	if (option == 0) {
		if (*choose_unlisted(w) != '\0')
			line_edit_set(&w->report.path, choose_unlisted(w));
		return 0;
	}
	w->report.overwrite = true;
	return EFFECT_REPORT;
}

void save_report_ask_to_replace(struct wizard *w)
{
	const struct chooser chooser = { .title = "已经有这个文件了，要换掉吗？",
					 .count = 2,
					 .label = replace_label,
					 .take = take_replace,
					 .other = true };

	choose_open(w, &chooser, NO_OPTION);
	w->focus[SCREEN_CHOOSE] = 0;
}

/* Removes blanks at the end: the blank that confirms a word in an input method may remain there. */
static void trim(struct line_edit *path)
{
	path->caret = path->len;
	while (path->len > 0 && path->text[path->len - 1] == ' ')
		line_edit_apply(path, ACTION_ERASE_BEFORE);
}

static unsigned save(struct wizard *w)
{
	const char *why;

	trim(&w->report.path);
	why = report_refused(w->report.path.text);
	if (why != NULL) {
		wizard_say(w, "%s", why);
		return 0;
	}
	w->report.asked = true;
	return wizard_write_report(w) | EFFECT_NEW_SCREEN;
}

static unsigned apply(struct wizard *w, struct action a)
{
	if (wizard_edit(w, &w->report.path, a))
		return 0;
	switch (a.kind) {
	case ACTION_NEXT:
		return save(w);
	case ACTION_STEP: /* a click on the sidebar does not answer the question */
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
