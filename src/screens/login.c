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

static unsigned finish(struct wizard *w, const struct form_rules *rules)
{
	size_t first;
	bool wrong = form_wrong(&w->login_form, rules, SEVERITY_ERROR, &first) > 0;
	unsigned effects;

	wizard_wipe_inputs(w, false);
	effects = wizard_next_step(w);
	if (!wrong)
		wizard_say(w, "登录练成了。在真的网站上也这样登录。");
	return effects;
}

static unsigned apply(struct wizard *w, struct action a)
{
	const struct form_rules rules = wizard_form_rules(w);

	switch (form_screen_apply(w, &w->login_form, &rules, a)) {
	case FORM_UNHANDLED:
		return EFFECT_UNHANDLED;
	case FORM_SUBMITTED:
		return finish(w, &rules);
	default:
		return 0;
	}
}

const struct screen login_screen = {
	.build = build,
	.apply = apply,
	.form = offsetof(struct wizard, login_form),
};
