/* SPDX-License-Identifier: MIT */
/* Rehearses the registration form. */
#include "screens/screen.h"

#include <stdio.h>

#include "base/text.h"
#include "screens/form_screen.h"

static void add_heading(struct page *p, const struct wizard *w, const struct form_rules *rules)
{
	const struct form *f = &w->register_form;
	struct block *b = page_add(p, BLOCK_HEADING, w->guide->form->title);
	char counts[64];
	size_t first, wrong = form_wrong(f, rules, SEVERITY_ERROR, &first);
	int len = snprintf(counts, sizeof counts, "必填 %zu/%zu", form_done(f, rules),
			   form_required(f));

	if (wrong > 0)
		snprintf(counts + len, sizeof counts - (size_t)len, "  %zu 处要改", wrong);
	block_status(b, counts, STYLE_PLAIN);
}

static void build(struct page *p, const struct wizard *w)
{
	const struct form_rules rules = wizard_form_rules(w);

	p->grows = true;
	add_heading(p, w, &rules);
	page_text(p, &w->guide->form->intro);
	/* The advice on what to do if the answer about the account turns out to be wrong takes the
	 * line of the gap. */
	if (w->account != NULL && w->account->advice.count > 0)
		page_text(p, &w->account->advice);
	else
		page_add(p, BLOCK_GAP, "");
	form_screen_build(p, w, &w->register_form, &rules, 0);
}

/* Asks for the mobile number first, like the site, if it is missing or wrong. Simulates the site's
 * rate limit: a student who asks too often is locked out for a day. */
static unsigned send_code(struct wizard *w, const struct form_rules *rules)
{
	struct form *f = &w->register_form;
	const struct form_field *mobile = form_find(f, FORM_MOBILE);
	const char *advice = f->fields[f->focus].advice;
	const size_t index = mobile != NULL ? (size_t)(mobile - f->fields) : 0;
	const bool empty = mobile != NULL && text_all_blank(mobile->edit.text);

	if (empty || (mobile != NULL && form_state(f, index, rules) == FORM_WRONG)) {
		form_go(f, index);
		wizard_say(w, "先%s%s，才收得到短信。", empty ? "填" : "改好", mobile->label);
	} else if (sms_practice_send(&w->sms, mobile != NULL ? mobile->edit.text : "", w->now)) {
		form_next(f);
	} else if (sms_practice_locked(&w->sms) && advice != NULL) {
		wizard_say(w, "%s", advice);
	} else {
		wizard_say(w, "获取过于频繁：%d 秒后才能再取。",
			   sms_practice_pause(&w->sms, w->now));
	}
	return 0;
}

static unsigned apply(struct wizard *w, struct action a)
{
	const struct form_rules rules = wizard_form_rules(w);
	const struct form_field *mobile;
	unsigned effects;

	switch (form_screen_apply(w, &w->register_form, &rules, a)) {
	case FORM_UNHANDLED:
		if (a.kind != ACTION_CLOSE || !w->register_form.reviewed)
			return EFFECT_UNHANDLED;
		w->register_form.reviewed = false;
		effects = wizard_push(w, SCREEN_REVIEW);
		w->focus[SCREEN_REVIEW] = form_review_row(&w->register_form);
		return effects;
	case FORM_EDITED:
		mobile = form_find(&w->register_form, FORM_MOBILE);
		if (mobile != NULL)
			sms_practice_note_mobile(&w->sms, mobile->edit.text);
		return form_screen_want_regions(w, &w->register_form);
	case FORM_CHOOSING:
		return form_screen_choose(w, &w->register_form);
	case FORM_PRESSED:
		return send_code(w, &rules);
	case FORM_SUBMITTED:
		return wizard_push(w, SCREEN_REVIEW);
	default:
		return 0;
	}
}

static bool ticking(const struct wizard *w)
{
	return sms_practice_life(&w->sms, w->now) > 0;
}

const struct screen register_screen = {
	.build = build,
	.apply = apply,
	.form = offsetof(struct wizard, register_form),
	.ticking = ticking,
};
