/* SPDX-License-Identifier: MIT */
#include "wizard/wizard_internal.h"

#include <stdio.h>

#include "rules/resident_id.h"

void wizard_read_record(struct wizard *w)
{
	struct resident_id id;

	snprintf(w->sex, sizeof w->sex, "%s", w->record.sex);
	snprintf(w->birth_date, sizeof w->birth_date, "%s", w->record.birth_date);
	if (!resident_id_read(w->record.id_number, &id))
		return;
	if (*w->sex == '\0')
		snprintf(w->sex, sizeof w->sex, "%s", id.male ? "男" : "女");
	if (*w->birth_date == '\0')
		snprintf(w->birth_date, sizeof w->birth_date, "%04u-%02u-%02u",
			 (unsigned)id.birth.year % 10000, (unsigned)id.birth.month % 100,
			 (unsigned)id.birth.day % 100);
}

void wizard_take_record(struct wizard *w, const struct record *record)
{
	record_wipe(&w->record);
	if (record != NULL)
		w->record = *record;
	wizard_read_record(w);
}

const struct form *wizard_form(const struct wizard *w)
{
	switch (w->screen) {
	case SCREEN_RECORD:
		return &w->details;
	case SCREEN_BEFORE:
		return &w->before;
	case SCREEN_REHEARSAL:
		return &w->rehearsal;
	case SCREEN_LOGIN:
		return &w->login;
	default:
		return NULL;
	}
}

bool wizard_ticking(const struct wizard *w)
{
	if (w->overlay != OVERLAY_NONE)
		return false;
	return w->screen == SCREEN_RECORD
		       ? lookup_pause_left(&w->pause, w->now) > 0
		       : w->screen == SCREEN_REHEARSAL && sms_practice_life(&w->sms, w->now) > 0;
}

static size_t faq_count(const struct wizard *w)
{
	size_t count = 0;

	for (size_t i = 0; w->faq != NULL && i < w->faq->answer_count; i++)
		count += wizard_answer_matches(w, &w->faq->answers[i]);
	return count;
}

size_t wizard_row_count(const struct wizard *w)
{
	const struct guide_step *step = &w->guide->steps[w->step];
	const struct form *form = wizard_form(w);

	if (w->overlay == OVERLAY_COMPLAINTS)
		return w->faq == NULL ? 0 : w->faq->complaint_count;
	if (w->overlay == OVERLAY_QR)
		return wizard_link_count(w);
	if (w->overlay != OVERLAY_NONE)
		return w->overlay == OVERLAY_FAQ ? faq_count(w) : 0;
	if (form != NULL)
		return form->count;
	switch (w->screen) {
	case SCREEN_WELCOME:
		return progress_begun(&w->progress) ? 2 : 1;
	case SCREEN_REVIEW:
		return w->rehearsal.count;
	case SCREEN_STEP:
		return step->item_count + (step->activity != ACTIVITY_NONE);
	case SCREEN_VERIFY:
		return w->guide->verification->check_count;
	default:
		return 0;
	}
}

size_t wizard_row(const struct wizard *w)
{
	const struct form *form = wizard_form(w);

	if (w->overlay != OVERLAY_NONE)
		return w->overlay_focus;
	return form != NULL ? form->focus : w->focus;
}

unsigned wizard_move_focus(struct wizard *w, struct action a)
{
	size_t *focus = w->overlay != OVERLAY_NONE ? &w->overlay_focus : &w->focus;
	size_t count = wizard_row_count(w);

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
	struct form *form = (struct form *)wizard_form(w);

	if (w->overlay == OVERLAY_SLIP)
		return &w->slip;
	if (w->overlay != OVERLAY_NONE)
		return w->searching ? &w->search : NULL;
	if (form != NULL)
		return form_editing(form);
	return w->screen == SCREEN_VERIFY && w->typing ? &w->shown[wizard_check_index(w, w->focus)]
						       : NULL;
}

const struct record *wizard_record(const struct wizard *w)
{
	return record_given(&w->record) ? &w->record : NULL;
}

/* Whether the rehearsal or the verification of a step has been gone through. */
static bool activity_done(const struct wizard *w, size_t step)
{
	const struct guide_step *s = &w->guide->steps[step];

	if (s->activity == ACTIVITY_REGISTER)
		return progress_is(&w->progress, s->id, STATE_DONE);
	return s->activity != ACTIVITY_VERIFY || wizard_verdict(w) != VERDICT_OPEN;
}

bool wizard_activity_open(const struct wizard *w)
{
	return w->guide->steps[w->step].activity != ACTIVITY_NONE && !activity_done(w, w->step);
}

void wizard_when_id(const struct wizard *w, size_t step, char id[PROGRESS_ID])
{
	snprintf(id, PROGRESS_ID, "%s.when", w->guide->steps[step].id);
}

bool wizard_step_done(const struct wizard *w, size_t step)
{
	const struct guide_step *s = &w->guide->steps[step];

	for (size_t i = 0; i < s->item_count; i++)
		if (!progress_is(&w->progress, s->items[i].id, STATE_DONE))
			return false;
	return activity_done(w, step);
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
