/* SPDX-License-Identifier: MIT */
#include "screens/page_internal.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "rules/contact.h"
#include "rules/resident_id.h"

enum { ID_DIGITS = 17, BIRTH_END = 14 };

/* A mask has a star for each character: the caret counts characters, not bytes. */
static void set_caret(struct block *b, const struct line_edit *e, const char *value)
{
	char *before = xstrndup(e->text, e->caret);

	block_caret(b, value, text_offset(value, text_length(before)));
	xwipe(before);
}

void page_form_state(struct block *b, const struct form_field *field, const struct findings *found)
{
	if (findings_any(found, SEVERITY_ERROR))
		block_status(b, "要改", STYLE_BAD);
	else if (findings_any(found, SEVERITY_WARNING))
		block_status(b, "留意", STYLE_WARNING);
	else if (field->left && field->edit.len > 0)
		block_status(b, "无误", STYLE_GOOD);
}

bool page_mask(const struct wizard *w, const struct form_field *field, const char *value,
	       struct findings *found)
{
	return !w->by_line && strcmp(value, field->edit.text) != 0 && findings_mask(found);
}

/* The parts of a number that has only come so far; how many digits there are. */
static size_t read_so_far(const char *number, struct resident_id *id)
{
	char whole[ID_DIGITS + 2];
	size_t digits = strspn(number, "0123456789");

	memset(whole, '0', ID_DIGITS);
	memcpy(whole, number, digits < ID_DIGITS ? digits : ID_DIGITS);
	whole[ID_DIGITS] = 'X';
	whole[ID_DIGITS + 1] = '\0';
	resident_id_read(whole, id);
	explicit_bzero(whole, sizeof whole);
	return digits;
}

/* What the number says of its owner, to recognise themselves by, as it is typed. */
static void add_reading(struct page *p, const struct wizard *w, const char *number)
{
	struct resident_id id = { 0 };
	struct region region = { 0 };
	size_t digits = read_so_far(number, &id);
	bool dated = digits >= BIRTH_END && date_valid(id.birth);
	bool placed = digits >= REGION_DIGITS && w->regions != NULL &&
		      region_find(w->regions, id.region, dated ? id.birth.year : 0, &region);
	char birth[64] = "";

	if (dated)
		snprintf(birth, sizeof birth, "%s%d 年 %d 月 %d 日%s", placed ? " · " : "",
			 id.birth.year, id.birth.month, id.birth.day,
			 digits < ID_DIGITS ? ""
			 : id.male          ? " · 男"
					    : " · 女");
	if (placed || dated)
		page_addf(p, BLOCK_FINDING, "%s%s%s", region.name,
			  region.until != 0 ? "（曾用）" : "", birth)
			->style = STYLE_QUIET;
}

/* What stands beside or beneath a field of that kind. */
static void add_remark(struct page *p, const struct wizard *w, const struct form_field *field,
		       bool focused)
{
	int life = sms_practice_life(&w->sms, w->now);

	if (field->kind == FORM_PASSWORD && field->edit.len > 0 && focused)
		page_addf(p, BLOCK_FINDING, "强度：%s。这里只是演练，编一个假的，不要用真密码。",
			  contact_strength_name(contact_password_strength(field->edit.text)))
			->style = STYLE_QUIET;
	if (field->kind == FORM_SMS_CODE && life > 0)
		page_addf(p, BLOCK_FINDING, "演练短信：校验码 %s，%d 分 %02d 秒内有效。",
			  w->sms.code, life / 60, life % 60)
			->style = STYLE_QUIET;
}

static void add_text(struct page *p, const struct wizard *w, const struct form *f, size_t index)
{
	const struct form_field *field = &f->fields[index];
	const struct form_rules rules = wizard_rules(w, f);
	bool focused = f->focus == index, hinted = field->edit.len == 0 && field->hint != NULL;
	struct findings found = { 0 };
	char *value = form_value(f, index, w->presentation);
	struct block *b = page_add(p, BLOCK_FIELD, value);
	bool masked;

	form_check(f, index, &rules, &found);
	masked = page_mask(w, field, value, &found);
	block_label(b, field->label);
	page_form_state(b, field, &found);
	if (focused)
		set_caret(b, &field->edit, value);
	else if (hinted && found.count == 0)
		block_status(b, field->hint, STYLE_QUIET);
	b->row = (int)index;
	page_findings(p, value, &found);
	xwipe(value);
	if (masked)
		page_add(p, BLOCK_FINDING, "光标回到这一项，再看是怎么回事。")->style = STYLE_QUIET;
	add_remark(p, w, field, focused);
	if (field->kind == FORM_ID_NUMBER && (focused || f->revealed))
		add_reading(p, w, field->edit.text);
	if (focused && hinted && found.count == 0)
		page_add(p, BLOCK_FINDING, field->hint)->style = STYLE_QUIET;
}

static void add_advice(struct page *p, const struct wizard *w, const struct form_field *field)
{
	const struct guide_form *form = w->guide->form;
	const char *hint =
		field->kind == FORM_DOCUMENT ? form->documents[field->choice].hint : NULL;

	if (hint == NULL && field->choice == 0)
		hint = field->hint;
	if (hint != NULL)
		page_add(p, BLOCK_FINDING, hint)->style = STYLE_QUIET;
	if (field->kind == FORM_ACCOUNT)
		page_advice(p, &form->before->options[field->choice].advice);
}

static void add_choice(struct page *p, const struct wizard *w, const struct form *f, size_t index)
{
	const struct form_field *field = &f->fields[index];
	const struct form_rules rules = wizard_rules(w, f);
	struct findings found = { 0 };
	struct block *b = page_add(p, BLOCK_FIELD, form_choice_label(field, w->guide->form));

	form_check(f, index, &rules, &found);
	block_label(b, field->label);
	b->row = (int)index;
	page_form_state(b, field, &found);
	if (f->focus == index)
		block_status(b, "← → 更换", STYLE_QUIET);
	page_findings(p, "", &found);
	if (f->focus == index || field->kind == FORM_ACCOUNT)
		add_advice(p, w, field);
}

static void add_tick(struct page *p, const struct wizard *w, const struct form *f, size_t index)
{
	const struct form_field *field = &f->fields[index];
	const struct form_rules rules = wizard_rules(w, f);
	struct findings found = { 0 };
	struct block *b = page_add(p, BLOCK_CHOICE, field->label);

	form_check(f, index, &rules, &found);
	b->row = (int)index;
	block_label(b, field->choice > 0 ? "[x]" : "[ ]");
	page_findings(p, "", &found);
	if (f->focus == index && found.count == 0 && field->hint != NULL)
		page_add(p, BLOCK_FINDING, field->hint)->style = STYLE_QUIET;
}

static void add_button(struct page *p, const struct wizard *w, const struct form *f, size_t index)
{
	const struct form_field *field = &f->fields[index];
	int pause = 0;

	if (field->kind == FORM_SEND)
		pause = sms_practice_pause(&w->sms, w->now);
	else if (f == &w->details)
		pause = lookup_pause_left(&w->pause, w->now);
	if (pause > 0)
		page_addf(p, BLOCK_CHOICE, "< %s >  %d 秒后可%s", field->label, pause,
			  field->kind == FORM_SEND ? "重发" : "再找")
			->row = (int)index;
	else
		page_addf(p, BLOCK_CHOICE, "< %s >", field->label)->row = (int)index;
}

void page_form(struct page *p, const struct wizard *w, const struct form *f)
{
	for (size_t i = 0; i < f->count; i++)
		switch (form_shape(&f->fields[i])) {
		case SHAPE_TEXT:
			add_text(p, w, f, i);
			break;
		case SHAPE_CHOICE:
			add_choice(p, w, f, i);
			break;
		case SHAPE_TICK:
			add_tick(p, w, f, i);
			break;
		case SHAPE_BUTTON:
			add_button(p, w, f, i);
			break;
		}
}
