/* SPDX-License-Identifier: MIT */
/* Rehearses logging in with what was registered. */
#include "screens/screen.h"

#include "screens/form_screen.h"

static void build(struct page *p, const struct wizard *w)
{
	const struct form_rules rules = wizard_form_rules(w);

	page_add(p, BLOCK_HEADING, w->guide->form->login->title);
	page_text(p, &w->guide->form->login->intro);
	page_add(p, BLOCK_GAP, "");
	form_screen_build(p, w, &w->login_form, &rules, 0);
}

static unsigned finish(struct wizard *w, bool done)
{
	unsigned effects;

	wizard_wipe_inputs(w, false);
	effects = wizard_next_step(w);
	if (done)
		wizard_say(w, "登录练成了。在真的网站上也这样登录。");
	return effects;
}

static unsigned apply(struct wizard *w, struct action a)
{
	const struct form_rules rules = wizard_form_rules(w);
	enum form_outcome outcome = form_screen_apply(w, &w->login_form, &rules, a);

	switch (outcome) {
	case FORM_UNHANDLED:
		return EFFECT_UNHANDLED;
	case FORM_PRESSED:
	case FORM_SUBMITTED:
		return finish(w, outcome == FORM_SUBMITTED);
	default:
		return 0;
	}
}

const struct screen login_screen = {
	.build = build,
	.apply = apply,
	.form = offsetof(struct wizard, login_form),
};
