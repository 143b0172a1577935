/* SPDX-License-Identifier: MIT */
/* Shows the register form once more before it is submitted. */
#include "screens/screen.h"

#include <stdio.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "screens/blocks.h"
#include "screens/form_screen.h"

/* The value of a field, in full unless in a presentation, because a masked value cannot be checked.
 * Owned by the caller, who wipes it. */
static char *value_of(const struct wizard *w, size_t index)
{
	const struct form *f = &w->register_form;
	const struct form_field *field = &f->fields[index];

	switch (form_shape(field)) {
	case SHAPE_CHOICE:
		return xstrdup(form_choice_label(field, w->guide->form));
	case SHAPE_TICK:
		return xstrdup(field->choice > 0 ? "同意" : "没有勾选");
	default:
		return w->presentation ? form_masked(f, index, true) : xstrdup(field->edit.text);
	}
}

static void add_review(struct page *p, const struct wizard *w, const struct form_rules *rules,
		       size_t row)
{
	const struct form *f = &w->register_form;
	const size_t index = form_review_field(f, row);
	const struct form_field *field = &f->fields[index];
	bool masked = w->presentation && !f->revealed;
	struct findings one = { .count = 1 };
	char *value = value_of(w, index);
	struct block *b = page_add(p, BLOCK_FIELD, value);

	block_label(b, field->label);
	b->row = (int)row;
	form_screen_mark(b, form_state(f, index, rules), rules);
	if (form_state(f, index, rules) >= FORM_SUSPECT &&
	    form_finding(f, index, rules, &one.items[0]) &&
	    one.items[0].code != FINDING_ID_OTHER_DOCUMENT) /* shown in the document's row */
		add_findings(p, value, &one, wizard_reader(w, masked));
	explicit_bzero(&one, sizeof one);
	xwipe(value);
}

static void build(struct page *p, const struct wizard *w)
{
	const struct form_rules rules = wizard_form_rules(w);
	size_t last = form_review_rows(&w->register_form) - 1;
	size_t wrong = wizard_register_errors(w);
	struct block *b =
		page_addf(p, BLOCK_HEADING, "点“%s”之前，再看一遍", w->guide->form->submit);

	if (wrong > 0) {
		char text[32];

		snprintf(text, sizeof text, "%zu 处要改", wrong);
		block_status(b, text, STYLE_BAD);
	}
	page_add(p, BLOCK_PARAGRAPH, "提交后证件号码不能再改，逐字看一遍。");
	page_add(p, BLOCK_GAP, "");
	for (size_t row = 0; row < last; row++)
		add_review(p, w, &rules, row);
	page_add(p, BLOCK_GAP, "");
	page_add(p, BLOCK_BUTTON, w->guide->form->submit)->row = (int)last;
}

static bool on_button(const struct wizard *w)
{
	return w->focus[SCREEN_REVIEW] + 1 == form_review_rows(&w->register_form);
}

/* Goes back to the form, with the field of the focused row focused. */
static unsigned change(struct wizard *w)
{
	struct form *f = &w->register_form;

	f->revealed = false;
	f->focus = form_review_field(f, w->focus[SCREEN_REVIEW]);
	if (form_hidden(f, f->focus))
		f->folded = false;
	f->reviewed = true;
	return wizard_pop(w);
}

/* Enter moves down row by row and submits only on the button, so that the Enter that opened this
 * screen cannot submit as well when it is repeated. */
static unsigned enter(struct wizard *w)
{
	if (!on_button(w)) {
		w->focus[SCREEN_REVIEW]++;
		return 0;
	}
	w->register_form.revealed = false;
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
	case ACTION_UP:
		if (w->focus[SCREEN_REVIEW] > 0)
			return EFFECT_UNHANDLED;
		w->focus[SCREEN_REVIEW] = form_review_rows(f) - 1; /* wrap around */
		return 0;
	case ACTION_NEXT:
		return enter(w);
	case ACTION_TOGGLE:
		return on_button(w) ? enter(w) : change(w);
	case ACTION_BACK:
	case ACTION_CLOSE:
		f->revealed = f->reviewed = false;
		return wizard_pop(w);
	default:
		return EFFECT_UNHANDLED;
	}
}

static size_t rows(const struct wizard *w)
{
	return form_review_rows(&w->register_form);
}

static enum key_context context(const struct wizard *w)
{
	if (on_button(w))
		return CONTEXT_REVIEW_BUTTON;
	return w->presentation ? CONTEXT_REVIEW_MASKED : CONTEXT_REVIEW;
}

const struct screen review_screen = {
	.build = build,
	.apply = apply,
	.context = context,
	.rows = rows,
};
