/* SPDX-License-Identifier: MIT */
/* Asks what to settle before the registration: whether there is an account, which document, which address. */
#include "screens/screen.h"

#include "screens/form_screen.h"

static void build(struct page *p, const struct wizard *w)
{
	const struct form_rules rules = wizard_form_rules(w);

	page_add(p, BLOCK_HEADING, w->guide->form->account->title);
	page_text(p, &w->guide->form->account->intro);
	page_add(p, BLOCK_GAP, "");
	form_screen_build(p, w, &w->account_form, &rules, 0);
}

/* The document was chosen here: the register form begins with it. */
static unsigned finish(struct wizard *w)
{
	const struct form_field *chosen = form_find(&w->account_form, FORM_DOCUMENT);

	for (size_t i = 0; i < w->register_form.count && chosen != NULL; i++)
		if (w->register_form.fields[i].kind == FORM_DOCUMENT)
			w->register_form.fields[i].choice = chosen->choice;
	return wizard_push(w, SCREEN_REGISTER);
}

static unsigned apply(struct wizard *w, struct action a)
{
	const struct form_rules rules = wizard_form_rules(w);

	switch (form_screen_apply(w, &w->account_form, &rules, a)) {
	case FORM_UNHANDLED:
		return EFFECT_UNHANDLED;
	case FORM_SUBMITTED:
		return finish(w);
	default:
		return 0;
	}
}

static struct line_edit *editing(struct wizard *w)
{
	return form_editing(&w->account_form);
}

static const struct form *form(const struct wizard *w)
{
	return &w->account_form;
}

const struct screen account_screen = {
	.build = build,
	.apply = apply,
	.editing = editing,
	.form = form,
};
