/* SPDX-License-Identifier: MIT */
#include "page_parts.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"
#include "xalloc.h"

struct block *page_add(struct page *p, enum block_kind kind, const char *text)
{
	struct block *b;

	if (p->count == p->capacity) {
		p->capacity = p->capacity == 0 ? 32 : p->capacity * 2;
		p->blocks = xrealloc(p->blocks, p->capacity * sizeof *p->blocks);
	}
	b = &p->blocks[p->count++];
	*b = (struct block){ .kind = kind, .target = NO_TARGET, .caret = NO_CARET };
	b->text = text_clean(text);
	b->label = xstrdup("");
	b->aside = xstrdup("");
	return b;
}

struct block *page_addf(struct page *p, enum block_kind kind, const char *format, ...)
{
	struct block *b;
	va_list args;
	char *text;

	va_start(args, format);
	if (vasprintf(&text, format, args) < 0)
		xalloc_die();
	va_end(args);
	b = page_add(p, kind, text);
	xwipe(text);
	return b;
}

void block_label(struct block *b, const char *label)
{
	free(b->label);
	b->label = text_clean_line(label);
}

void block_aside(struct block *b, const char *aside, enum tone tone)
{
	free(b->aside);
	b->aside = text_clean_line(aside);
	b->tone = tone;
}

void page_text(struct page *p, const struct guide_text *text)
{
	for (size_t i = 0; i < text->count; i++)
		page_add(p, BLOCK_PARAGRAPH, text->lines[i]);
}

void page_advice(struct page *p, const struct guide_text *advice)
{
	for (size_t i = 0; i < advice->count; i++)
		page_add(p, BLOCK_FINDING, advice->lines[i])->tone = TONE_QUIET;
}

void page_later(struct page *p, const struct guide_later *later, size_t count)
{
	for (size_t i = 0; i < count; i++)
		page_addf(p, BLOCK_PARAGRAPH, "后来（%s）：%s", later[i].as_of, later[i].text)
			->tone = TONE_QUIET;
}

void page_link(struct page *p, const char *label, const char *url)
{
	block_label(page_add(p, BLOCK_LINK, url), label);
}

void block_caret(struct block *b, const char *value, size_t n)
{
	b->caret = (long)text_clean_bytes(value, n);
}

/* What cleaning takes out of a value moves what stands behind it. */
static size_t shown_place(const char *value, size_t at)
{
	char *before = xstrndup(value, at > 0 ? text_offset(value, at - 1) : 0);
	char *clean = text_clean_line(before);
	size_t place = at > 0 ? text_length(clean) + 1 : 0;

	xwipe(before);
	xwipe(clean);
	return place;
}

void page_findings(struct page *p, const char *value, const struct findings *found)
{
	static const enum tone tones[] = { [SEVERITY_NOTE] = TONE_QUIET,
					   [SEVERITY_WARNING] = TONE_WARNING,
					   [SEVERITY_ERROR] = TONE_BAD };

	for (size_t i = 0; i < found->count; i++) {
		const struct finding *f = &found->items[i];
		struct block *b = page_add(p, BLOCK_FINDING, f->message);

		b->at = shown_place(value, f->at);
		b->tone = tones[finding_code_severity(f->code)];
	}
}

void page_contacts(struct page *p, const struct guide *g)
{
	for (size_t i = 0; i < g->contact_count; i++) {
		const struct guide_contact *c = &g->contacts[i];

		block_label(page_add(p, BLOCK_LINK, c->value), c->label);
		if (c->note != NULL)
			page_addf(p, BLOCK_PARAGRAPH, "%s（%s）", c->note, c->as_of)->tone =
				TONE_QUIET;
	}
}

void page_note(struct page *p, const struct guide_note *note)
{
	page_add(p, BLOCK_HEADING, note->title);
	for (size_t i = 0; i < note->text.count; i++)
		block_label(page_add(p, BLOCK_BULLET, note->text.lines[i]), "-");
	page_later(p, note->later, note->later_count);
	page_add(p, BLOCK_GAP, "");
}

void page_laws(struct page *p, const struct guide *g)
{
	for (size_t i = 0; i < g->law_count; i++)
		block_label(page_addf(p, BLOCK_BULLET, "《%s》（%s，%s）", g->laws[i].title,
				      g->laws[i].issuer, g->laws[i].number),
			    "-");
}

static void make_road(struct page *p, const struct wizard *w)
{
	bool on_the_way = w->screen != SCREEN_WELCOME && w->screen != SCREEN_RECORD &&
			  w->screen != SCREEN_RESULT;

	p->road_count = w->guide->step_count;
	for (size_t i = 0; i < p->road_count; i++) {
		p->road[i].title = w->guide->steps[i].title;
		p->road[i].mark = on_the_way && i == w->step ? '>'
				  : wizard_step_done(w, i)   ? 'x'
							     : ' ';
	}
}

static char *make_place(const struct wizard *w)
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
	p->place = make_place(w);
	p->notice = w->notice;
	p->context = keymap_context(w);
	p->captions = w->captions;
	p->projected = w->projected;
	p->target = wizard_target_count(w) > 0 ? (int)wizard_target(w) : NO_TARGET;
	make_road(p, w);
	if (w->overlay != OVERLAY_NONE)
		page_overlay(p, w);
	else
		make_screen(p, w);
}

void page_make_guide(struct page *p, const struct guide *g, const struct faq *faq)
{
	memset(p, 0, sizeof *p);
	p->title = text_clean_line(g->title);
	p->place = xasprintf("共 %zu 步", g->step_count);
	p->notice = "";
	p->target = NO_TARGET;
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

/* What was typed may be among the texts. */
void page_free(struct page *p)
{
	for (size_t i = 0; i < p->count; i++) {
		xwipe(p->blocks[i].text);
		xwipe(p->blocks[i].label);
		xwipe(p->blocks[i].aside);
	}
	free(p->blocks);
	free(p->title);
	free(p->place);
	free(p->caption);
	free(p->status);
	memset(p, 0, sizeof *p);
}
