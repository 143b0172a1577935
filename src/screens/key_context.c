/* SPDX-License-Identifier: MIT */
#include "screens/pages.h"

static enum key_context overlay_context(const struct wizard *w)
{
	switch (w->overlay) {
	case OVERLAY_FAQ:
		return w->searching ? CONTEXT_SEARCH : CONTEXT_FAQ;
	case OVERLAY_COMPLAINTS:
		return CONTEXT_COMPLAINTS;
	case OVERLAY_QR:
		return CONTEXT_QR;
	case OVERLAY_SLIP:
		return CONTEXT_SLIP;
	case OVERLAY_REPLACE:
		return CONTEXT_REPLACE;
	case OVERLAY_LEAVE:
		return CONTEXT_LEAVE;
	default:
		return CONTEXT_READ;
	}
}

static enum key_context form_context(const struct form *f)
{
	switch (form_shape(&f->fields[f->focus])) {
	case SHAPE_TEXT:
		return CONTEXT_TEXT;
	case SHAPE_BUTTON:
		return CONTEXT_BUTTON;
	default:
		return CONTEXT_CHOICE;
	}
}

static enum key_context verify_context(const struct wizard *w)
{
	const struct guide_verification *v = w->guide->verification;
	const struct guide_check *check;

	if (w->typing)
		return CONTEXT_TEXT;
	check = &v->checks[wizard_check_index(w, w->focus)];
	return wizard_is_choice(check) ? CONTEXT_STATUS : CONTEXT_VERIFY;
}

enum key_context screen_key_context(const struct wizard *w)
{
	return w->overlay != OVERLAY_NONE ? overlay_context(w) : screen_key_context_beneath(w);
}

enum key_context screen_key_context_beneath(const struct wizard *w)
{
	const struct form *form = wizard_form(w);

	if (form != NULL)
		return form_context(form);
	switch (w->screen) {
	case SCREEN_WELCOME:
		return CONTEXT_WELCOME;
	case SCREEN_REVIEW:
		return CONTEXT_REVIEW;
	case SCREEN_REGISTERED:
		return CONTEXT_REGISTERED;
	case SCREEN_VERIFY:
		return verify_context(w);
	case SCREEN_RESULT:
		return CONTEXT_RESULT;
	default:
		return wizard_activity_open(w) ? CONTEXT_ACTIVITY : CONTEXT_STEP;
	}
}
