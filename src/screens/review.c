/* SPDX-License-Identifier: MIT */
/* Shows the register form once more before it is submitted. */
#include "screens/screen.h"

#include "base/xalloc.h"
#include "screens/blocks.h"
#include "screens/form_screen.h"

static void add_review(struct page *p, const struct wizard *w, size_t row)
{
	const struct form *f = &w->register_form;
	const size_t index = form_review_field(f, row);
	const struct form_field *field = &f->fields[index];
	const struct form_rules rules = wizard_form_rules(w);
	struct findings found = { 0 };
	char *value = form_masked(f, index, w->presentation);
	struct block *b;

	form_check(f, index, &rules, &found);
	if (form_shape(field) == SHAPE_CHOICE)
		b = page_add(p, BLOCK_FIELD, form_choice_label(field, w->guide->form));
	else
		b = page_add(p, form_shape(field) == SHAPE_TICK ? BLOCK_CHOICE : BLOCK_FIELD,
			     form_shape(field) == SHAPE_TICK ? field->label : value);
	block_label(b, form_shape(field) != SHAPE_TICK ? field->label
		       : field->choice > 0             ? "[x]"
						       : "[ ]");
	b->row = (int)row;
	form_screen_status(b, field, &found);
	add_findings(p, value, &found, form_screen_masked(w, field, value));
	xwipe(value);
}

static void build(struct page *p, const struct wizard *w)
{
	size_t last = form_review_rows(&w->register_form) - 1;
	size_t wrong = wizard_register_errors(w);

	page_addf(p, BLOCK_HEADING, "点“%s”之前，再看一遍", w->guide->form->submit);
	page_add(p, BLOCK_PARAGRAPH,
		 "提交后证件号码不能再改，逐字看一遍。遮住的按 Ctrl-R 显示，要改的移到那一行按 "
		 "Enter。");
	if (wrong > 0)
		page_addf(p, BLOCK_PARAGRAPH, "还有 %zu 项有误。", wrong)->style = STYLE_BAD;
	page_add(p, BLOCK_GAP, "");
	for (size_t row = 0; row < last; row++)
		add_review(p, w, row);
	page_addf(p, BLOCK_CHOICE, "< %s >", w->guide->form->submit)->row = (int)last;
}

/* Enter on the last row submits; on any other row it returns to that field. */
static unsigned enter(struct wizard *w)
{
	struct form *f = &w->register_form;

	f->revealed = false;
	f->focus = form_review_field(f, w->focus[SCREEN_REVIEW]);
	if (f->focus + 1 < f->count)
		return wizard_pop(w);
	progress_tick(&w->progress, w->guide->steps[w->step].id, wizard_register_errors(w) == 0);
	return wizard_replace(w, SCREEN_REGISTERED) | EFFECT_SAVE;
}

static unsigned apply(struct wizard *w, struct action a)
{
	struct form *f = &w->register_form;

	switch (a.kind) {
	case ACTION_REVEAL:
		f->revealed = !f->revealed;
		return 0;
	case ACTION_NEXT:
	case ACTION_TOGGLE:
		return enter(w);
	case ACTION_BACK:
	case ACTION_CLOSE:
		f->revealed = false;
		return wizard_pop(w);
	default:
		return EFFECT_UNHANDLED;
	}
}

static size_t rows(const struct wizard *w)
{
	return form_review_rows(&w->register_form);
}

const struct screen review_screen = {
	.build = build,
	.apply = apply,
	.keys = CONTEXT_REVIEW,
	.rows = rows,
};
