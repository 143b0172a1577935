/* SPDX-License-Identifier: MIT */
#include "wizard_parts.h"

static size_t form_target(const struct form *f, size_t end)
{
	size_t target = 0;

	for (size_t i = 0; i < end; i++)
		target += f->fields[i].kind != FORM_SHOWN;
	return target;
}

static size_t faq_count(const struct wizard *w)
{
	size_t count = 0;

	for (size_t i = 0; w->faq != NULL && i < w->faq->answer_count; i++)
		count += wizard_answer_matches(w, &w->faq->answers[i]);
	return count;
}

size_t wizard_target_count(const struct wizard *w)
{
	const struct guide_step *step = &w->guide->steps[w->step];

	if (w->overlay != OVERLAY_NONE)
		return w->overlay == OVERLAY_FAQ ? faq_count(w) : 0;
	switch (w->screen) {
	case SCREEN_WELCOME:
		return progress_begun(&w->progress) ? 2 : 1;
	case SCREEN_RECORD:
		return form_target(&w->details, w->details.count);
	case SCREEN_REHEARSAL:
		return form_target(&w->rehearsal, w->rehearsal.count);
	case SCREEN_STEP:
		return step->item_count + (step->activity != ACTIVITY_NONE);
	case SCREEN_VERIFY:
		return w->guide->verification->check_count;
	default:
		return 0;
	}
}

size_t wizard_target(const struct wizard *w)
{
	if (w->overlay != OVERLAY_NONE)
		return w->overlay_focus;
	if (w->screen == SCREEN_RECORD)
		return form_target(&w->details, w->details.focus);
	if (w->screen == SCREEN_REHEARSAL)
		return form_target(&w->rehearsal, w->rehearsal.focus);
	return w->focus;
}

unsigned wizard_move_focus(struct wizard *w, struct action a)
{
	size_t *focus = w->overlay != OVERLAY_NONE ? &w->overlay_focus : &w->focus;
	size_t count = wizard_target_count(w);

	if (a.kind == ACTION_UP && *focus > 0)
		(*focus)--;
	else if (a.kind == ACTION_DOWN && *focus + 1 < count)
		(*focus)++;
	else if (a.kind == ACTION_PICK && a.number < count)
		*focus = a.number;
	return 0;
}

struct line_edit *wizard_editing(struct wizard *w)
{
	if (w->overlay != OVERLAY_NONE)
		return w->searching ? &w->search : NULL;
	if (w->screen == SCREEN_RECORD)
		return form_editing(&w->details);
	if (w->screen == SCREEN_REHEARSAL)
		return form_editing(&w->rehearsal);
	return w->screen == SCREEN_VERIFY && w->typing ? &w->shown[wizard_check_index(w, w->focus)]
						       : NULL;
}

const struct record *wizard_record(const struct wizard *w)
{
	return record_given(&w->record) ? &w->record : NULL;
}

bool wizard_activity_done(const struct wizard *w, size_t step)
{
	const struct guide_step *s = &w->guide->steps[step];

	if (s->activity == ACTIVITY_REGISTER)
		return progress_is(&w->progress, s->id, STATE_DONE);
	return s->activity != ACTIVITY_VERIFY || wizard_verdict(w) != VERDICT_OPEN;
}

bool wizard_activity_open(const struct wizard *w)
{
	return w->guide->steps[w->step].activity != ACTIVITY_NONE &&
	       !wizard_activity_done(w, w->step);
}

bool wizard_step_done(const struct wizard *w, size_t step)
{
	const struct guide_step *s = &w->guide->steps[step];

	for (size_t i = 0; i < s->item_count; i++)
		if (!progress_is(&w->progress, s->items[i].id, STATE_DONE))
			return false;
	return wizard_activity_done(w, step);
}

int wizard_exit_status(const struct wizard *w)
{
	if (w->screen != SCREEN_RESULT)
		return 3;
	switch (wizard_verdict(w)) {
	case VERDICT_PASS:
		return 0;
	case VERDICT_OPEN:
		return 3;
	default:
		return 1;
	}
}
