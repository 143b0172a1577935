/* SPDX-License-Identifier: MIT */
#include "wizard/navigation.h"

#include <string.h>

#include "wizard/check.h"
#include "wizard/problem.h"
#include "wizard/steps.h"
#include "wizard/verdict.h"

enum screen_id wizard_screen(const struct wizard *w)
{
	return w->stack[w->depth];
}

bool wizard_has_screen(const struct wizard *w, enum screen_id id)
{
	for (size_t i = 0; i <= w->depth; i++)
		if (w->stack[i] == id)
			return true;
	return false;
}

bool wizard_at_result(const struct wizard *w)
{
	for (size_t i = w->depth; i > 0; i--)
		if (w->stack[i] == SCREEN_RESULT || w->stack[i] == SCREEN_VERIFY)
			return w->stack[i] == SCREEN_RESULT;
	return false;
}

unsigned wizard_push(struct wizard *w, enum screen_id id)
{
	size_t at = 0;

	while (at <= w->depth && w->stack[at] != id)
		at++;
	w->depth = at;
	return wizard_replace(w, id);
}

unsigned wizard_pop(struct wizard *w)
{
	if (w->depth == 0)
		return 0;
	w->depth--;
	return EFFECT_NEW_SCREEN;
}

unsigned wizard_replace(struct wizard *w, enum screen_id id)
{
	w->stack[w->depth] = id;
	w->focus[id] = 0;
	return EFFECT_NEW_SCREEN;
}

unsigned wizard_move_focus(struct wizard *w, size_t rows, struct action a)
{
	size_t *focus = &w->focus[wizard_screen(w)];

	switch (a.kind) {
	case ACTION_UP:
		*focus -= *focus > 0;
		return 0;
	case ACTION_DOWN:
		*focus += *focus + 1 < rows;
		return 0;
	case ACTION_FIRST_ROW:
		*focus = 0;
		return 0;
	case ACTION_LAST_ROW:
		*focus = rows > 0 ? rows - 1 : 0;
		return 0;
	case ACTION_PICK:
		if (a.number < rows)
			*focus = a.number;
		return 0;
	default:
		return EFFECT_UNHANDLED;
	}
}

/* Pushes a step or the result above the record screen, or above the welcome screen if the record is
 * from a file. */
static unsigned push_on_base(struct wizard *w, enum screen_id id)
{
	w->depth = 0;
	w->verify.typing = w->search.typing = false;
	if (!w->record_from_file)
		wizard_push(w, SCREEN_RECORD);
	return wizard_push(w, id);
}

size_t wizard_activity_row(const struct wizard *w)
{
	const struct guide_step *step = &w->guide->steps[w->step];

	switch (step->activity) {
	case ACTIVITY_REGISTER:
		return 0;
	case ACTIVITY_VERIFY:
		return step->item_count;
	default:
		return SIZE_MAX;
	}
}

/* The row of the present step to do first: its rehearsal or verification while that is open, else
 * the first item without a tick, else the row after all these. */
static size_t row_to_do(const struct wizard *w)
{
	const size_t activity = wizard_activity_row(w);
	size_t item = 0, count;
	const struct guide_item *items = wizard_items(w, w->step, &count);

	if (wizard_activity_open(w))
		return activity;
	while (item < count && progress_ticked(&w->progress, items[item].id))
		item++;
	return item + (activity <= item);
}

/* The step that the progress keeps, from 0; the first if there is none. */
static size_t kept_step(const struct wizard *w, const struct progress *p)
{
	size_t step = w->guide->step_count;

	while (step > 0 && strcmp(w->guide->steps[step - 1].id, p->step) != 0)
		step--;
	return step > 0 ? step - 1 : 0;
}

unsigned wizard_go_to_step(struct wizard *w, size_t step)
{
	unsigned effects;

	if (step >= w->guide->step_count)
		return 0;
	if (step != w->step && wizard_wipe_inputs(w, true))
		wizard_say(w, "演练的密码不留着，再来时重新填。");
	w->step = step;
	if (w->progress.started == 0)
		w->progress.started = w->now;
	if (step >= kept_step(w, &w->progress)) /* a look back is no step back */
		progress_go(&w->progress, w->guide->steps[step].id);
	effects = push_on_base(w, SCREEN_STEP) | EFFECT_SAVE;
	w->focus[SCREEN_STEP] = row_to_do(w);
	return effects;
}

size_t wizard_resume_step(const struct wizard *w, const struct progress *p)
{
	const struct guide *g = w->guide;
	size_t step = kept_step(w, p);

	for (size_t i = 0; p->finished != 0 && i < g->step_count; i++)
		if (g->steps[i].activity == ACTIVITY_VERIFY)
			return i;
	while (step + 1 < g->step_count && progress_time(p, g->steps[step].id) != 0)
		step++;
	return step;
}

unsigned wizard_resume(struct wizard *w)
{
	return wizard_go_to_step(w, wizard_resume_step(w, wizard_offered(w)));
}

unsigned wizard_next_step(struct wizard *w)
{
	return w->step + 1 < w->guide->step_count ? wizard_go_to_step(w, w->step + 1)
						  : wizard_finish(w);
}

unsigned wizard_enter_record(struct wizard *w)
{
	struct form *f = &w->record_form;
	const bool number = *w->record.name != '\0' && *w->record.id_number == '\0';

	w->verify.wants_record = true;
	if (!w->lookup.wanted)
		form_go(f, (size_t)(form_find(f, number ? FORM_ID_NUMBER : FORM_NAME) - f->fields));
	return wizard_push(w, SCREEN_RECORD);
}

unsigned wizard_finish(struct wizard *w)
{
	const bool verifying = wizard_screen(w) == SCREEN_VERIFY;
	const size_t row = w->focus[SCREEN_VERIFY];
	unsigned effects = EFFECT_SAVE;

	if (verifying) { /* Esc goes back to the verification */
		wizard_go_to_step(w, w->step);
		wizard_push(w, SCREEN_VERIFY);
		w->focus[SCREEN_VERIFY] = row;
		effects |= wizard_push(w, SCREEN_RESULT);
	} else {
		effects |= push_on_base(w, SCREEN_RESULT);
	}
	wizard_note_done(w);
	w->report.form = REPORT_MASKED;
	w->report.asked = false;
	return w->report.automatic ? effects | wizard_write_report(w) : effects;
}

/* True if quitting would lose something. Typed text is saved nowhere but in a report, and answers
 * that led to no result have to be given again. */
static bool would_lose(const struct wizard *w)
{
	const struct guide_verification *v = w->guide->verification;
	enum verdict verdict = wizard_verdict(w);
	bool shown = false, answered = false;

	for (size_t i = 0; v != NULL && i < v->check_count; i++) {
		shown = shown || (w->verify.shown[i].len > 0 && !wizard_check_equal(w, i));
		answered = answered || wizard_check_state(w, i) != CHECK_OPEN;
	}
	if (answered &&
	    (verdict == VERDICT_OPEN || (verdict != VERDICT_PASS && !wizard_at_result(w))))
		return true;
	if (wizard_at_result(w))
		return shown && w->report.written.len == 0;
	return shown || form_typed(&w->register_form) ||
	       (!w->record_from_file && form_typed(&w->record_form));
}

unsigned wizard_leave(struct wizard *w)
{
	return would_lose(w) ? wizard_push(w, SCREEN_LEAVE) : EFFECT_QUIT;
}

unsigned wizard_write_report(struct wizard *w)
{
	w->report.overwrite = w->report.written.len > 0 &&
			      w->report.written_form == w->report.form &&
			      strcmp(w->report.path.text, w->report.written.text) == 0;
	return EFFECT_REPORT;
}

int wizard_exit_status(const struct wizard *w)
{
	enum verdict verdict = w->guide != NULL ? wizard_verdict(w) : VERDICT_OPEN;
	size_t missing[GUIDE_CHECKS_MAX];
	bool ended;

	if (verdict == VERDICT_OPEN)
		return 3;
	if (verdict == VERDICT_PASS)
		return 0;
	ended = wizard_at_result(w) || wizard_missing(w, missing) == 0;
	return ended ? 1 : 3;
}
