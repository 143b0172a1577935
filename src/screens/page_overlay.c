/* SPDX-License-Identifier: MIT */
#include "screens/page_internal.h"

#include <stdio.h>

#include "screens/pages.h"

/* The keys of the page beneath: the same rows that bind them. */
static void add_help(struct page *p, const struct wizard *w)
{
	const struct binding *binding = NULL;
	enum key_context context = screen_key_context_beneath(w);

	page_add(p, BLOCK_HEADING, "这一页上能用的键");
	while ((binding = keymap_next(context, binding)) != NULL)
		block_label(page_add(p, BLOCK_TABLE_ROW, binding->hint), binding->label);
	page_add(p, BLOCK_GAP, "");
	page_add(p, BLOCK_PARAGRAPH,
		 "标着 > 的一行是当前行。Esc 只返回，不会丢东西；Ctrl-C 随时退出。");
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
	int row = 0;
	struct block *b;

	if (faq == NULL) {
		page_add(p, BLOCK_PARAGRAPH, "这份指南没有带常见问题。");
		return;
	}
	b = page_add(p, BLOCK_FIELD, w->search.text);
	block_label(b, "查找");
	if (w->searching)
		block_caret(b, w->search.text, w->search.caret);
	else if (w->search.len == 0)
		block_status(b, "按 / 输入要找的字或首字母", STYLE_QUIET);
	for (size_t i = 0; i < faq->answer_count; i++) {
		const struct faq_answer *answer = &faq->answers[i];

		if (!wizard_answer_matches(w, answer))
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

static void add_source(struct page *p, const char *source, const char *as_of)
{
	page_addf(p, BLOCK_PARAGRAPH, "来源：%s（%s）", source, as_of)->style = STYLE_QUIET;
}

void page_answer(struct page *p, const struct faq_answer *answer)
{
	page_add(p, BLOCK_HEADING, answer->question);
	page_text(p, &answer->text);
	add_source(p, answer->source, answer->as_of);
}

static void add_complaints(struct page *p, const struct wizard *w)
{
	if (w->faq == NULL || w->faq->complaint_count == 0) {
		page_add(p, BLOCK_PARAGRAPH, "这份指南没有带网站提示的说明。");
		return;
	}
	page_add(p, BLOCK_HEADING, "你在网站上看到了哪句话？");
	page_add(p, BLOCK_GAP, "");
	for (size_t i = 0; i < w->faq->complaint_count; i++)
		page_add(p, BLOCK_CHOICE, w->faq->complaints[i].message)->row = (int)i;
}

void page_complaint(struct page *p, const struct faq_complaint *complaint)
{
	page_addf(p, BLOCK_HEADING, "“%s”", complaint->message);
	page_add(p, BLOCK_PARAGRAPH, complaint->meaning);
	page_add(p, BLOCK_GAP, "");
	for (size_t i = 0; i < complaint->ways.count; i++) {
		char number[24];

		snprintf(number, sizeof number, "%zu", i + 1);
		block_label(page_add(p, BLOCK_BULLET, complaint->ways.lines[i]), number);
	}
	add_source(p, complaint->source, complaint->as_of);
}

static void add_slip(struct page *p, const struct wizard *w)
{
	struct block *b;

	page_add(p, BLOCK_HEADING, "保存结果单");
	page_add(p, BLOCK_PARAGRAPH,
		 "写到哪个文件？以 .md 结尾存成 Markdown，以 .json 结尾存成 JSON，其余是文字。"
		 "只有你自己能读这个文件。");
	page_add(p, BLOCK_GAP, "");
	b = page_add(p, BLOCK_FIELD, w->slip.text);
	block_label(b, "文件名");
	block_caret(b, w->slip.text, w->slip.caret);
	page_add(p, BLOCK_GAP, "");
	page_add(p, BLOCK_PARAGRAPH,
		 w->slip_revealed
			 ? "姓名和号码会**完整写出**：交给老师前想一想给谁看。按 Ctrl-R 改为遮住。"
			 : "姓名和号码会**遮住**。老师要完整的，按 Ctrl-R。");
}

/* The code first: it needs the room. */
static void add_qr(struct page *p, const struct wizard *w)
{
	struct guide_link link = wizard_link(w, w->overlay_focus);
	size_t count = wizard_link_count(w);

	page_add(p, BLOCK_QR, link.url);
	page_link(p, link.label, link.url);
	if (count > 1)
		page_addf(p, BLOCK_PARAGRAPH, "第 %zu 个，共 %zu 个。", w->overlay_focus + 1, count)
			->style = STYLE_QUIET;
}

static void add_replace(struct page *p, const struct wizard *w)
{
	page_add(p, BLOCK_HEADING, "已经有这个文件了，要换掉吗？");
	page_add(p, BLOCK_PARAGRAPH, w->slip.text);
	page_add(p, BLOCK_PARAGRAPH, "按 y 换掉，原来的内容就没了；按 n 换个名字。");
}

static void add_leave(struct page *p, const struct wizard *w)
{
	page_add(p, BLOCK_HEADING, "现在退出？");
	page_add(p, BLOCK_PARAGRAPH,
		 w->unsaved
			 ? "这次没有地方保存进度：勾选的、填过的，退出就都没了。"
			 : "勾选的进度已经存好。填过的姓名和号码不保存，退出就没了，下次要重填。");
	if (w->screen == SCREEN_RESULT)
		page_add(p, BLOCK_PARAGRAPH,
			 "网站上显示的内容只写在结果单里，还没有存：要留着，按 n 回去，再按 s。");
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
	case OVERLAY_COMPLAINTS:
		add_complaints(p, w);
		break;
	case OVERLAY_REMEDY:
		page_complaint(p, &w->faq->complaints[w->complaint]);
		break;
	case OVERLAY_QR:
		add_qr(p, w);
		break;
	case OVERLAY_SLIP:
		add_slip(p, w);
		break;
	case OVERLAY_REPLACE:
		add_replace(p, w);
		break;
	case OVERLAY_LEAVE:
		add_leave(p, w);
		break;
	case OVERLAY_NONE:
		break;
	}
}
