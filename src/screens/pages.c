/* SPDX-License-Identifier: MIT */
#include "screens/pages.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "screens/page_internal.h"

static void make_sidebar(struct page *p, const struct wizard *w)
{
	bool on_the_way = w->screen != SCREEN_WELCOME && w->screen != SCREEN_RECORD &&
			  w->screen != SCREEN_RESULT;

	p->sidebar_count = w->guide->step_count;
	for (size_t i = 0; i < p->sidebar_count; i++) {
		p->sidebar[i].title = w->guide->steps[i].title;
		p->sidebar[i].mark = on_the_way && i == w->step ? '>'
				     : wizard_step_done(w, i)   ? 'x'
								: ' ';
	}
}

static char *make_breadcrumb(const struct wizard *w)
{
	static const char *const overlays[] = {
		[OVERLAY_HELP] = "帮助",
		[OVERLAY_NOTES] = "注意事项",
		[OVERLAY_FAQ] = "常见问题",
		[OVERLAY_ANSWER] = "常见问题",
		[OVERLAY_COMPLAINTS] = "网站提示怎么办",
		[OVERLAY_REMEDY] = "网站提示怎么办",
		[OVERLAY_QR] = "二维码",
		[OVERLAY_SLIP] = "保存结果单",
		[OVERLAY_REPLACE] = "保存结果单",
		[OVERLAY_LEAVE] = "退出",
	};

	if (w->overlay != OVERLAY_NONE)
		return xstrdup(overlays[w->overlay]);
	if (w->screen == SCREEN_WELCOME)
		return xstrdup("欢迎");
	if (w->screen == SCREEN_RECORD)
		return xstrdup("高考信息");
	if (w->screen == SCREEN_RESULT)
		return xstrdup("结果");
	return xasprintf("第 %zu 步，共 %zu 步", w->step + 1, w->guide->step_count);
}

static bool is_rehearsal(const struct wizard *w)
{
	return w->screen == SCREEN_BEFORE || w->screen == SCREEN_REHEARSAL ||
	       w->screen == SCREEN_REVIEW || w->screen == SCREEN_REGISTERED ||
	       w->screen == SCREEN_LOGIN;
}

static void make_screen(struct page *p, const struct wizard *w)
{
	switch (w->screen) {
	case SCREEN_WELCOME:
		page_welcome(p, w);
		break;
	case SCREEN_RECORD:
		page_details(p, w);
		break;
	case SCREEN_STEP:
		page_step(p, w);
		break;
	case SCREEN_BEFORE:
		page_before(p, w);
		break;
	case SCREEN_REHEARSAL:
		page_rehearsal(p, w);
		break;
	case SCREEN_REVIEW:
		page_review(p, w);
		break;
	case SCREEN_REGISTERED:
		page_registered(p, w);
		break;
	case SCREEN_LOGIN:
		page_login(p, w);
		break;
	case SCREEN_VERIFY:
		page_verify(p, w);
		break;
	case SCREEN_RESULT:
		page_result(p, w);
		break;
	}
}

void page_make(struct page *p, const struct wizard *w)
{
	char *title = text_clean_line(w->guide->title);

	memset(p, 0, sizeof *p);
	p->title = xasprintf(is_rehearsal(w) ? "%s · 演练，不会发送任何内容" : "%s", title);
	free(title);
	p->breadcrumb = make_breadcrumb(w);
	p->notice = w->notice;
	p->context = screen_key_context(w);
	p->captions = w->captions;
	p->presentation = w->presentation;
	p->row = wizard_row_count(w) > 0 ? (int)wizard_row(w) : NO_ROW;
	make_sidebar(p, w);
	if (w->overlay != OVERLAY_NONE)
		page_overlay(p, w);
	else
		make_screen(p, w);
}

void page_make_guide(struct page *p, const struct guide *g, const struct faq *faq)
{
	memset(p, 0, sizeof *p);
	p->title = text_clean_line(g->title);
	p->breadcrumb = xasprintf("共 %zu 步", g->step_count);
	p->notice = "";
	p->row = NO_ROW;
	p->captions = true;
	page_add(p, BLOCK_PARAGRAPH, g->purpose);
	page_laws(p, g);
	for (size_t i = 0; i < g->step_count; i++) {
		const struct guide_step *step = &g->steps[i];

		page_add(p, BLOCK_GAP, "");
		page_addf(p, BLOCK_HEADING, "第 %zu 步，共 %zu 步：%s", i + 1, g->step_count,
			  step->title);
		page_step_text(p, step);
		for (size_t k = 0; k < step->item_count; k++)
			block_label(page_add(p, BLOCK_BULLET, step->items[k].text), "[ ]");
	}
	page_add(p, BLOCK_GAP, "");
	for (size_t i = 0; i < g->note_count; i++)
		page_note(p, &g->notes[i]);
	page_add(p, BLOCK_HEADING, "联系");
	page_contacts(p, g);
	for (size_t i = 0; faq != NULL && i < faq->answer_count; i++) {
		page_add(p, BLOCK_GAP, "");
		page_answer(p, &faq->answers[i]);
	}
	for (size_t i = 0; faq != NULL && i < faq->complaint_count; i++) {
		page_add(p, BLOCK_GAP, "");
		page_complaint(p, &faq->complaints[i]);
	}
	page_add(p, BLOCK_GAP, "");
	page_addf(p, BLOCK_PARAGRAPH, "依据：%s，%s，%s。", g->source_title, g->publisher,
		  g->published);
}
