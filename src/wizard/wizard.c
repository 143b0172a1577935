/* SPDX-License-Identifier: MIT */
#include "wizard/wizard.h"

#include <stdio.h>
#include <string.h>

#include "wizard/wizard_internal.h"

static void start_details(struct wizard *w)
{
	w->found = false;
	if (w->roster)
		form_start_lookup(&w->details);
	else
		form_start_record(&w->details);
}

static void start_forms(struct wizard *w)
{
	const struct guide_form *form = w->guide->form;

	if (form == NULL)
		return;
	form_start_before(&w->before, form);
	form_start_rehearsal(&w->rehearsal, form);
	form_start_login(&w->login, form);
	explicit_bzero(&w->sms, sizeof w->sms);
}

void wizard_start(struct wizard *w, const struct guide *guide, const struct record *record,
		  const struct progress *progress, struct date today, int64_t now)
{
	w->guide = guide;
	progress_copy(&w->progress, progress);
	w->today = today;
	w->now = now;
	if (record != NULL) {
		wizard_take_record(w, record);
		w->record_from_file = true;
	}
	start_details(w);
	start_forms(w);
}

static unsigned turn(struct wizard *w, enum wizard_screen screen)
{
	w->screen = screen;
	w->focus = 0;
	w->typing = false;
	return EFFECT_TURN;
}

/* Who goes elsewhere may come back to what was typed, but for the passwords; what is done with goes. */
static void put_away(struct wizard *w, bool done)
{
	form_forget(&w->rehearsal, !done);
	form_forget(&w->login, !done);
}

/* By index; nothing when there is none. */
static unsigned go_step(struct wizard *w, size_t step)
{
	if (step >= w->guide->step_count)
		return 0;
	if (step != w->step)
		put_away(w, false);
	w->step = step;
	if (w->progress.started == 0)
		w->progress.started = w->now;
	progress_go(&w->progress, w->guide->steps[step].id);
	return turn(w, SCREEN_STEP) | EFFECT_SAVE;
}

static unsigned go_result(struct wizard *w)
{
	if (wizard_verdict(w) != VERDICT_PASS)
		progress_finish(&w->progress, 0);
	else if (w->progress.finished == 0)
		progress_finish(&w->progress, w->now);
	/* A name given at the start: the student need not ask again. */
	if (w->slip_always)
		return turn(w, SCREEN_RESULT) | EFFECT_SAVE | wizard_write_slip(w);
	return turn(w, SCREEN_RESULT) | EFFECT_SAVE;
}

/* The step that was reached before; the first when the guide no longer has it. */
static size_t kept_step(const struct wizard *w)
{
	for (size_t i = 0; i < w->guide->step_count; i++)
		if (strcmp(w->guide->steps[i].id, w->progress.step) == 0)
			return i;
	return 0;
}

static unsigned start_afresh(struct wizard *w)
{
	progress_clear(&w->progress);
	start_forms(w);
	if (!w->record_from_file) {
		start_details(w);
		wizard_take_record(w, NULL);
	}
	explicit_bzero(w->shown, sizeof w->shown);
	return EFFECT_FRESH | EFFECT_SAVE;
}

static unsigned leave_welcome(struct wizard *w, bool go_on)
{
	unsigned effects = go_on ? 0 : start_afresh(w);

	if (!w->record_from_file)
		return effects | turn(w, SCREEN_RECORD);
	return effects | go_step(w, kept_step(w));
}

static unsigned open_activity(struct wizard *w)
{
	const struct guide_step *step = &w->guide->steps[w->step];

	if (step->activity == ACTIVITY_REGISTER)
		return turn(w, w->guide->form->before != NULL ? SCREEN_BEFORE : SCREEN_REHEARSAL);
	if (step->activity == ACTIVITY_VERIFY)
		return turn(w, SCREEN_VERIFY);
	return 0;
}

static unsigned next_step(struct wizard *w)
{
	if (w->step + 1 < w->guide->step_count)
		return go_step(w, w->step + 1);
	return go_result(w);
}

/* Enter on a step: the activity first, when it is still open. */
static unsigned leave_step(struct wizard *w)
{
	if (wizard_activity_open(w))
		return open_activity(w);
	return next_step(w);
}

static unsigned apply_welcome(struct wizard *w, struct action a)
{
	bool begun = progress_begun(&w->progress);

	switch (a.kind) {
	case ACTION_NEXT:
	case ACTION_TOGGLE:
		return leave_welcome(w, !begun || w->focus == 0);
	case ACTION_STEP:
		return go_step(w, a.number - 1);
	default:
		return wizard_move_focus(w, a);
	}
}

static unsigned apply_step(struct wizard *w, struct action a)
{
	const struct guide_step *step = &w->guide->steps[w->step];
	const char *id;

	switch (a.kind) {
	case ACTION_NEXT:
		return leave_step(w);
	case ACTION_FORWARD:
		return next_step(w);
	case ACTION_BACK:
		if (w->step > 0)
			return go_step(w, w->step - 1);
		return turn(w, w->record_from_file ? SCREEN_WELCOME : SCREEN_RECORD);
	case ACTION_CAPTION:
		w->captions = !w->captions;
		return 0;
	case ACTION_TOGGLE:
		if (w->focus >= step->item_count)
			return open_activity(w);
		id = step->items[w->focus].id;
		progress_set(&w->progress, id,
			     progress_is(&w->progress, id, STATE_DONE) ? "" : STATE_DONE);
		if (w->focus + 1 < step->item_count && progress_is(&w->progress, id, STATE_DONE))
			w->focus++;
		return EFFECT_SAVE;
	default:
		return wizard_move_focus(w, a);
	}
}

/* Its last line submits; any other leads back to its field. */
static unsigned apply_review(struct wizard *w, struct action a)
{
	struct form *f = &w->rehearsal;

	switch (a.kind) {
	case ACTION_REVEAL:
		f->revealed = !f->revealed;
		return 0;
	case ACTION_BACK:
	case ACTION_CLOSE:
		f->revealed = false;
		return turn(w, SCREEN_REHEARSAL);
	case ACTION_NEXT:
	case ACTION_TOGGLE:
		f->revealed = false;
		f->focus = w->focus;
		if (w->focus + 1 < f->count)
			return turn(w, SCREEN_REHEARSAL);
		progress_set(&w->progress, w->guide->steps[w->step].id,
			     wizard_wrong(w) == 0 ? STATE_DONE : "");
		return turn(w, SCREEN_REGISTERED) | EFFECT_SAVE;
	default:
		return wizard_move_focus(w, a);
	}
}

static unsigned apply_registered(struct wizard *w, struct action a)
{
	if (a.kind == ACTION_NEXT && w->login.count > 0)
		return turn(w, SCREEN_LOGIN);
	if (a.kind == ACTION_NEXT) {
		put_away(w, true);
		return next_step(w);
	}
	if (a.kind == ACTION_BACK || a.kind == ACTION_CLOSE)
		return turn(w, SCREEN_REHEARSAL);
	return 0;
}

static unsigned apply_result(struct wizard *w, struct action a)
{
	unsigned effects = 0;

	if (a.kind == ACTION_BACK)
		return go_step(w, w->guide->step_count - 1);
	if (a.kind == ACTION_SLIP)
		return wizard_open_slip(w);
	if (a.kind == ACTION_NEXT)
		wizard_open_overlay(w, (struct action){ .kind = ACTION_LEAVE }, &effects);
	return effects;
}

static unsigned apply_screen(struct wizard *w, struct action a)
{
	switch (w->screen) {
	case SCREEN_WELCOME:
		return apply_welcome(w, a);
	case SCREEN_RECORD:
	case SCREEN_BEFORE:
	case SCREEN_REHEARSAL:
	case SCREEN_LOGIN:
		return wizard_apply_form(w, a);
	case SCREEN_STEP:
		return apply_step(w, a);
	case SCREEN_REVIEW:
		return apply_review(w, a);
	case SCREEN_REGISTERED:
		return apply_registered(w, a);
	case SCREEN_VERIFY:
		return wizard_apply_verify(w, a);
	case SCREEN_RESULT:
		return apply_result(w, a);
	}
	return 0;
}

/* In a roster, or without one where nothing was entered. */
static unsigned finish_lookup(struct wizard *w)
{
	if (!w->found)
		wizard_take_record(w, NULL);
	if (!w->found && form_typed(&w->details))
		return wizard_ask_roster(w);
	return go_step(w, kept_step(w));
}

static unsigned finish_record(struct wizard *w)
{
	const struct form_field *name = form_find(&w->details, FORM_NAME);
	const struct form_field *number = form_find(&w->details, FORM_ID_NUMBER);

	snprintf(w->record.name, sizeof w->record.name, "%s", name->edit.text);
	snprintf(w->record.id_number, sizeof w->record.id_number, "%s", number->edit.text);
	wizard_read_record(w);
	return go_step(w, kept_step(w));
}

/* The document was chosen once: the form begins with it. */
static unsigned finish_before(struct wizard *w)
{
	const struct form_field *chosen = form_find(&w->before, FORM_DOCUMENT);

	for (size_t i = 0; i < w->rehearsal.count && chosen != NULL; i++)
		if (w->rehearsal.fields[i].kind == FORM_DOCUMENT)
			w->rehearsal.fields[i].choice = chosen->choice;
	return turn(w, SCREEN_REHEARSAL);
}

unsigned wizard_finish_form(struct wizard *w)
{
	unsigned effects;

	switch (w->screen) {
	case SCREEN_BEFORE:
		return finish_before(w);
	case SCREEN_REHEARSAL:
		effects = turn(w, SCREEN_REVIEW);
		w->focus = w->rehearsal.count - 1;
		return effects;
	case SCREEN_LOGIN:
		put_away(w, true);
		return next_step(w);
	default:
		return w->roster ? finish_lookup(w) : finish_record(w);
	}
}

unsigned wizard_leave_form(struct wizard *w)
{
	switch (w->screen) {
	case SCREEN_REHEARSAL:
		return w->before.count > 0 ? turn(w, SCREEN_BEFORE) : go_step(w, w->step);
	case SCREEN_LOGIN:
		return turn(w, SCREEN_REGISTERED);
	case SCREEN_BEFORE:
		return go_step(w, w->step);
	default:
		return turn(w, SCREEN_WELCOME);
	}
}

unsigned wizard_leave_verify(struct wizard *w, bool finished)
{
	return finished ? go_result(w) : go_step(w, w->step);
}

/* Keeps when a step became done, until it is no longer. */
static void stamp(struct wizard *w)
{
	char id[PROGRESS_ID], when[PROGRESS_STATE];
	bool stamped;

	for (size_t i = 0; i < w->guide->step_count; i++) {
		wizard_when_id(w, i, id);
		snprintf(when, sizeof when, "%lld", (long long)w->now);
		stamped = *progress_state(&w->progress, id) != '\0';
		if (stamped != wizard_step_done(w, i))
			progress_set(&w->progress, id, stamped ? "" : when);
	}
}

unsigned wizard_apply(struct wizard *w, struct action action)
{
	unsigned effects;

	if (action.kind == ACTION_CLICK)
		return wizard_click(w, action.number);
	if (action.kind == ACTION_STEP)
		wizard_close_reading(w);
	w->notice[0] = '\0';
	if (wizard_apply_link(w, action, &effects))
		return effects;
	if (w->overlay != OVERLAY_NONE)
		return wizard_apply_overlay(w, action);
	if (wizard_open_overlay(w, action, &effects))
		return effects;
	/* Steps can be jumped to from any page where digits are not typed. */
	if (action.kind == ACTION_STEP && w->screen != SCREEN_WELCOME)
		return go_step(w, action.number - 1);
	effects = apply_screen(w, action);
	if (effects & EFFECT_SAVE)
		stamp(w);
	return effects;
}

void wizard_wipe(struct wizard *w)
{
	explicit_bzero(w, sizeof *w);
}
