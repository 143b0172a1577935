/* SPDX-License-Identifier: MIT */
#include "screens/form_screen.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "rules/contact.h"
#include "rules/resident_id.h"
#include "rules/sentence.h"
#include "screens/blocks.h"

enum { ID_DIGITS = 17, BIRTH_END = 14 };

/* Checks all fields. Says how many are wrong, once for all, and focuses the first of them. */
static enum form_outcome submit(struct wizard *w, struct form *f, const struct form_rules *rules)
{
	size_t wrong;

	if (f->warned || (f->optional && !form_typed(f)))
		return FORM_SUBMITTED;
	form_visit_all(f);
	wrong = form_wrong(f, rules, SEVERITY_ERROR, &f->focus);
	if (wrong == 0)
		return FORM_SUBMITTED;
	f->warned = true;
	wizard_say(w, "有 %zu 项要改。也可以再到“%s”上按一次 Enter 照样继续。", wrong,
		   f->fields[f->count - 1].label);
	return FORM_HANDLED;
}

/* Enter on a field: the first time it stays there if something is wrong. */
static enum form_outcome enter(struct wizard *w, struct form *f, const struct form_rules *rules)
{
	struct form_field *field = &f->fields[f->focus];
	struct findings found = { 0 };

	if (field->kind == FORM_BUTTON)
		return submit(w, f, rules);
	if (field->kind == FORM_SEND)
		return FORM_PRESSED;
	if (!field->visited && field->edit.len > 0) {
		field->visited = true;
		form_check(f, f->focus, rules, &found);
		if (findings_any(&found, SEVERITY_ERROR))
			return FORM_HANDLED;
	}
	form_next(f);
	return FORM_HANDLED;
}

static enum form_outcome choose(struct wizard *w, struct form *f, const struct form_rules *rules,
				bool forward)
{
	struct form_field *field = &f->fields[f->focus];

	if (form_shape(field) == SHAPE_BUTTON)
		return enter(w, f, rules);
	if (field->choice_count == 0)
		return FORM_HANDLED;
	field->choice += forward ? 1 : field->choice_count - 1;
	field->choice %= field->choice_count;
	f->warned = false;
	return FORM_HANDLED;
}

enum form_outcome form_screen_apply(struct wizard *w, struct form *f,
				    const struct form_rules *rules, struct action a)
{
	struct line_edit *line = form_editing(f);

	if (line != NULL && wizard_edit(w, line, a)) {
		f->warned = false;
		return FORM_EDITED;
	}
	switch (a.kind) {
	case ACTION_NEXT:
		return enter(w, f, rules);
	case ACTION_DOWN:
		form_next(f);
		return FORM_HANDLED;
	case ACTION_UP:
		form_previous(f);
		return FORM_HANDLED;
	case ACTION_PICK:
		if (a.number < f->count)
			f->focus = a.number;
		return FORM_HANDLED;
	case ACTION_TOGGLE:
	case ACTION_CHOICE_NEXT:
	case ACTION_CHOICE_PREVIOUS:
		return choose(w, f, rules, a.kind != ACTION_CHOICE_PREVIOUS);
	case ACTION_REVEAL:
		f->revealed = !f->revealed;
		return FORM_HANDLED;
	default:
		return FORM_UNHANDLED;
	}
}

unsigned form_screen_want_regions(struct wizard *w, const struct form *f)
{
	const struct form_field *field = &f->fields[f->focus];

	if (w->regions_asked || field->kind != FORM_ID_NUMBER || field->edit.len < REGION_DIGITS)
		return 0;
	w->regions_asked = true;
	return EFFECT_REGIONS;
}

/* A mask has a star for each character: the caret counts characters, not bytes. */
static void set_caret(struct block *b, const struct line_edit *e, const char *value)
{
	char *before = xstrndup(e->text, e->caret);

	block_caret(b, value, text_offset(value, text_length(before)));
	xwipe(before);
}

void form_screen_status(struct block *b, const struct form_field *field,
			const struct findings *found)
{
	if (findings_any(found, SEVERITY_ERROR))
		block_status(b, "要改", STYLE_BAD);
	else if (findings_any(found, SEVERITY_WARNING))
		block_status(b, "留意", STYLE_WARNING);
	else if (field->visited && field->edit.len > 0)
		block_status(b, "无误", STYLE_GOOD);
}

bool form_screen_masked(const struct wizard *w, const struct form_field *field, const char *value)
{
	return !w->line_mode && strcmp(value, field->edit.text) != 0;
}

/* True if a mask shortens one of the sentences. */
static bool quotes(const struct findings *found)
{
	for (size_t i = 0; i < found->count; i++)
		if (sentence_quotes(&found->items[i]))
			return true;
	return false;
}

/* Reads the parts of a number that is still being typed. Returns how many digits there are. */
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

/* Region, date of birth and sex, as soon as the number tells them. */
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

static void add_text(struct page *p, const struct wizard *w, const struct form *f,
		     const struct form_rules *rules, size_t index)
{
	const struct form_field *field = &f->fields[index];
	bool focused = f->focus == index, hinted = field->edit.len == 0 && field->hint != NULL;
	struct findings found = { 0 };
	char *value = form_value(f, index, w->presentation);
	struct block *b = page_add(p, BLOCK_FIELD, value);
	bool masked;

	form_check(f, index, rules, &found);
	masked = form_screen_masked(w, field, value);
	block_label(b, field->label);
	form_screen_status(b, field, &found);
	if (focused)
		set_caret(b, &field->edit, value);
	else if (hinted && found.count == 0)
		block_status(b, field->hint, STYLE_QUIET);
	b->row = (int)index;
	add_findings(p, value, &found, masked);
	xwipe(value);
	if (masked && quotes(&found))
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
		page_advice(p, &form->account->options[field->choice].advice);
}

static void add_choice(struct page *p, const struct wizard *w, const struct form *f,
		       const struct form_rules *rules, size_t index)
{
	const struct form_field *field = &f->fields[index];
	struct findings found = { 0 };
	struct block *b = page_add(p, BLOCK_FIELD, form_choice_label(field, w->guide->form));

	form_check(f, index, rules, &found);
	block_label(b, field->label);
	b->row = (int)index;
	form_screen_status(b, field, &found);
	if (f->focus == index)
		block_status(b, "← → 更换", STYLE_QUIET);
	add_findings(p, "", &found, false);
	if (f->focus == index || field->kind == FORM_ACCOUNT)
		add_advice(p, w, field);
}

static void add_tick(struct page *p, const struct form *f, const struct form_rules *rules,
		     size_t index)
{
	const struct form_field *field = &f->fields[index];
	struct findings found = { 0 };
	struct block *b = page_add(p, BLOCK_CHOICE, field->label);

	form_check(f, index, rules, &found);
	b->row = (int)index;
	block_label(b, field->choice > 0 ? "[x]" : "[ ]");
	add_findings(p, "", &found, false);
	if (f->focus == index && found.count == 0 && field->hint != NULL)
		page_add(p, BLOCK_FINDING, field->hint)->style = STYLE_QUIET;
}

static void add_button(struct page *p, const struct form_field *field, size_t index, int pause)
{
	struct block *b;

	if (pause > 0)
		b = page_addf(p, BLOCK_CHOICE, "< %s >  %d 秒后可%s", field->label, pause,
			      field->kind == FORM_SEND ? "重发" : "再找");
	else
		b = page_addf(p, BLOCK_CHOICE, "< %s >", field->label);
	b->row = (int)index;
}

void form_screen_build(struct page *p, const struct wizard *w, const struct form *f,
		       const struct form_rules *rules, int submit_pause)
{
	for (size_t i = 0; i < f->count; i++)
		switch (form_shape(&f->fields[i])) {
		case SHAPE_TEXT:
			add_text(p, w, f, rules, i);
			break;
		case SHAPE_CHOICE:
			add_choice(p, w, f, rules, i);
			break;
		case SHAPE_TICK:
			add_tick(p, f, rules, i);
			break;
		case SHAPE_BUTTON:
			add_button(p, &f->fields[i], i,
				   f->fields[i].kind == FORM_SEND
					   ? sms_practice_pause(&w->sms, w->now)
					   : submit_pause);
			break;
		}
}
