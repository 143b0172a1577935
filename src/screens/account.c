/* SPDX-License-Identifier: MIT */
/* The screen before the registration form: asks for the site's address, the document and whether
 * the student already has an account. */
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

/* Returns true, once until the form is changed, if the address is wrong: the student has to leave
 * that page before anything else. */
static bool refuses(struct wizard *w, const struct form_rules *rules)
{
	struct form *f = &w->account_form;
	const struct form_field *address = form_find(f, FORM_ADDRESS);
	const size_t index = address != NULL ? (size_t)(address - f->fields) : 0;

	if (f->warned || address == NULL || form_state(f, index, rules) != FORM_WRONG)
		return false;
	f->warned = true;
	wizard_say(w, "%s不对：先退出那个网页。再%s，接着练。", address->label,
		   w->line_mode ? "选一次" : "按一次 Enter");
	return true;
}

/* Takes the focused answer and goes on: to the recovery if the answer has items, else to the
 * registration form. */
static unsigned answer(struct wizard *w)
{
	const struct form *f = &w->account_form;

	w->account = &w->guide->form->account->options[f->fields[f->focus].choice];
	return wizard_push(w, w->account->item_count > 0 ? SCREEN_RECOVER : SCREEN_REGISTER);
}

static unsigned apply(struct wizard *w, struct action a)
{
	const struct form_rules rules = wizard_form_rules(w);

	switch (form_screen_apply(w, &w->account_form, &rules, a)) {
	case FORM_UNHANDLED:
		return EFFECT_UNHANDLED;
	case FORM_CHOOSING:
		return form_screen_choose(w, &w->account_form);
	case FORM_PRESSED:
		return refuses(w, &rules) ? 0 : answer(w);
	default:
		return 0;
	}
}

const struct screen account_screen = {
	.build = build,
	.apply = apply,
	.form = offsetof(struct wizard, account_form),
};
