/* SPDX-License-Identifier: MIT */
#include "page_parts.h"

#include <stdio.h>
#include <string.h>

#include "resident_id.h"
#include "text.h"
#include "xalloc.h"

static bool is_typed(enum form_kind kind)
{
	return kind == FORM_NAME || kind == FORM_ID_NUMBER;
}

/* Digits are shown in the focused field only: who stands behind should not read them. */
static char *shown_value(const struct form *f, size_t index)
{
	const struct form_field *field = &f->fields[index];

	if (field->kind == FORM_ID_NUMBER && f->focus != index && !f->revealed)
		return resident_id_mask(field->edit.text);
	return xstrdup(field->edit.text);
}

/* Bytes of the cleaned text before the caret: cleaning may lengthen what is before it. */
static long clean_caret(const struct line_edit *e)
{
	char *before = xstrndup(e->text, e->caret), *clean = text_clean_line(before);
	long caret = (long)strlen(clean);

	xwipe(before);
	xwipe(clean);
	return caret;
}

static void set_state(struct block *b, const struct form_field *field, const struct findings *found)
{
	if (findings_any(found, SEVERITY_ERROR))
		block_aside(b, "要改", TONE_BAD);
	else if (findings_any(found, SEVERITY_WARNING))
		block_aside(b, "留意", TONE_WARNING);
	else if (field->left && field->edit.len > 0)
		block_aside(b, "无误", TONE_GOOD);
}

/* What the number says of its owner, to recognise themselves by. */
static void add_reading(struct page *p, const char *number)
{
	struct resident_id id;

	if (!resident_id_read(number, &id) || !date_valid(id.birth))
		return;
	page_addf(p, BLOCK_FINDING, "%d 年 %d 月 %d 日 · %s", id.birth.year, id.birth.month,
		  id.birth.day, id.male ? "男" : "女")
		->tone = TONE_QUIET;
}

static void add_typed(struct page *p, const struct wizard *w, const struct form *f, size_t index)
{
	const struct form_field *field = &f->fields[index];
	bool focused = f->focus == index;
	char *value = shown_value(f, index);
	struct findings found = { 0 };
	struct block *b;

	form_check(f, index, w->guide->form, f == &w->rehearsal ? wizard_record(w) : NULL, w->today,
		   &found);
	b = page_add(p, BLOCK_FIELD, value);
	xwipe(value);
	block_label(b, field->label);
	set_state(b, field, &found);
	if (focused)
		b->caret = clean_caret(&field->edit);
	if (field->edit.len == 0 && !focused && found.count == 0 && field->hint != NULL)
		block_aside(b, field->hint, TONE_QUIET);
	b->target = 0; /* numbered by add_form() */
	page_findings(p, &found);
	if (field->kind == FORM_ID_NUMBER && (focused || f->revealed))
		add_reading(p, field->edit.text);
	if (focused && found.count == 0 && field->edit.len == 0 && field->hint != NULL)
		page_add(p, BLOCK_FINDING, field->hint)->tone = TONE_QUIET;
}

static void add_choice(struct page *p, const struct wizard *w, const struct form *f, size_t index)
{
	const struct form_field *field = &f->fields[index];
	const struct guide_document *document = &w->guide->form->documents[field->choice];
	struct block *b = page_add(p, BLOCK_FIELD, document->label);

	block_label(b, field->label);
	b->target = 0;
	if (f->focus != index)
		return;
	block_aside(b, "← → 更换", TONE_QUIET);
	if (document->hint != NULL)
		page_add(p, BLOCK_FINDING, document->hint)->tone = TONE_QUIET;
}

static void add_shown(struct page *p, const struct form_field *field)
{
	const char *need = field->required ? "必填" : "选填";
	struct block *b = field->hint != NULL
				  ? page_addf(p, BLOCK_ROW, "（%s）%s", need, field->hint)
				  : page_addf(p, BLOCK_ROW, "（%s）", need);

	block_label(b, field->label);
}

static void add_form(struct page *p, const struct wizard *w, const struct form *f)
{
	int target = 0;

	for (size_t i = 0; i < f->count; i++) {
		const struct form_field *field = &f->fields[i];
		size_t first = p->count;

		if (is_typed(field->kind))
			add_typed(p, w, f, i);
		else if (field->kind == FORM_DOCUMENT)
			add_choice(p, w, f, i);
		else if (field->kind == FORM_SHOWN)
			add_shown(p, field);
		else
			page_addf(p, BLOCK_CHOICE, "< %s >", field->label)->target = 0;
		if (p->blocks[first].target != NO_TARGET)
			p->blocks[first].target = target++;
	}
}

void page_details(struct page *p, const struct wizard *w)
{
	page_add(p, BLOCK_HEADING, "你的高考信息");
	page_add(p, BLOCK_PARAGRAPH,
		 "照**高考报名表**"
		 "或准考证填：学籍就是按它建的。填了，后面才能逐字比对；不想填就直接按“继续”。只放"
		 "在内存里，退出即抹去。");
	page_add(p, BLOCK_GAP, "");
	add_form(p, w, &w->details);
}

void page_rehearsal(struct page *p, const struct wizard *w)
{
	page_add(p, BLOCK_HEADING, w->guide->form->title);
	page_text(p, &w->guide->form->intro);
	page_add(p, BLOCK_GAP, "");
	add_form(p, w, &w->rehearsal);
}

static size_t add_review(struct page *p, const struct wizard *w, size_t index)
{
	const struct form *f = &w->rehearsal;
	const struct form_field *field = &f->fields[index];
	struct findings found = { 0 };
	struct block *b;

	if (field->kind == FORM_DOCUMENT) {
		b = page_add(p, BLOCK_FIELD, w->guide->form->documents[field->choice].label);
		block_label(b, field->label);
		return 0;
	}
	form_check(f, index, w->guide->form, wizard_record(w), w->today, &found);
	if (field->kind == FORM_ID_NUMBER && !f->revealed) {
		char *masked = resident_id_mask(field->edit.text);

		b = page_add(p, BLOCK_FIELD, masked);
		xwipe(masked);
	} else {
		b = page_add(p, BLOCK_FIELD, field->edit.text);
	}
	block_label(b, field->label);
	set_state(b, field, &found);
	page_findings(p, &found);
	return findings_any(&found, SEVERITY_ERROR);
}

static size_t add_reviews(struct page *p, const struct wizard *w)
{
	size_t wrong = 0;

	for (size_t i = 0; i < w->rehearsal.count; i++)
		if (is_typed(w->rehearsal.fields[i].kind) ||
		    w->rehearsal.fields[i].kind == FORM_DOCUMENT)
			wrong += add_review(p, w, i);
	return wrong;
}

void page_review(struct page *p, const struct wizard *w)
{
	size_t wrong;

	page_addf(p, BLOCK_HEADING, "点“%s”之前，再看一遍", w->guide->form->submit);
	page_add(p, BLOCK_PARAGRAPH, "提交后证件号码不能再改。逐字看，号码按 Ctrl-R 显示。");
	page_add(p, BLOCK_GAP, "");
	wrong = add_reviews(p, w);
	page_add(p, BLOCK_GAP, "");
	if (wrong > 0)
		page_addf(p, BLOCK_PARAGRAPH, "还有 %zu 项有误：按 b 回去改。", wrong)->tone =
			TONE_BAD;
	page_addf(p, BLOCK_PARAGRAPH, "按 Enter 模拟“%s”，按 b 回去改。", w->guide->form->submit);
}

/* What a real registration would come to with what was typed. */
void page_registered(struct page *p, const struct wizard *w)
{
	struct page scratch = { 0 };
	size_t wrong = add_reviews(&scratch, w);

	page_free(&scratch);
	if (wrong > 0) {
		page_add(p, BLOCK_HEADING, "演练走完了，但这样注册不行");
		page_addf(p, BLOCK_PARAGRAPH,
			  "有 %zu 项有误：真的网站会不接受，或者注册了也查不到学籍。按 b "
			  "回到这一步，改好再走一遍。",
			  wrong)
			->tone = TONE_BAD;
	} else {
		page_add(p, BLOCK_HEADING, "演练成功");
		page_add(p, BLOCK_PARAGRAPH, "在真的网站上照样填，就能注册。")->tone = TONE_GOOD;
	}
	page_add(p, BLOCK_GAP, "");
	page_add(p, BLOCK_PARAGRAPH,
		 "真的注册成功后，要回到学信网首页**重新登录**，打开个人信息**再核实一遍**"
		 "：那就是下一步。");
}
