/* SPDX-License-Identifier: MIT */
#include "wizard/wizard_internal.h"

#include <stdio.h>

void wizard_say_too_long(struct wizard *w)
{
	snprintf(w->notice, sizeof w->notice, "太长了，这一项装不下，没有填进去。");
}

bool wizard_edit(struct wizard *w, struct line_edit *line, struct action a)
{
	switch (a.kind) {
	case ACTION_INSERT:
		if (!line_edit_insert(line, a.text))
			wizard_say_too_long(w);
		return true;
	case ACTION_ERASE_BEFORE:
		return line_edit_backspace(line), true;
	case ACTION_ERASE_AFTER:
		return line_edit_delete(line), true;
	case ACTION_ERASE_TO_START:
		return line_edit_kill_to_start(line), true;
	case ACTION_ERASE_TO_END:
		return line_edit_kill_to_end(line), true;
	case ACTION_ERASE_WORD:
		return line_edit_kill_word(line), true;
	case ACTION_ERASE_ALL:
		return line_edit_wipe(line), true;
	case ACTION_CARET_LEFT:
		return line_edit_left(line), true;
	case ACTION_CARET_RIGHT:
		return line_edit_right(line), true;
	case ACTION_CARET_HOME:
		return line_edit_home(line), true;
	case ACTION_CARET_END:
		return line_edit_end(line), true;
	default:
		return false;
	}
}

struct form_rules wizard_rules(const struct wizard *w, const struct form *f)
{
	return (struct form_rules){
		.guide = w->guide->form,
		.record = f == &w->details && !w->roster ? NULL : wizard_record(w),
		.registered = &w->rehearsal,
		.sms = &w->sms,
		.regions = w->regions,
		.today = w->today,
		.now = w->now,
	};
}

static void check(const struct wizard *w, const struct form *f, size_t index, struct findings *out)
{
	struct form_rules rules = wizard_rules(w, f);

	form_check(f, index, &rules, out);
}

size_t wizard_wrong(const struct wizard *w)
{
	size_t wrong = 0;

	for (size_t i = 0; i < w->rehearsal.count; i++) {
		struct findings found = { 0 };

		check(w, &w->rehearsal, i, &found);
		wrong += findings_any(&found, SEVERITY_ERROR);
	}
	return wrong;
}

/* The button: what is wrong is said once, at its place; after that the student may go on. */
static unsigned submit(struct wizard *w, struct form *f)
{
	size_t wrong = 0, first = f->focus;
	bool skipped = f == &w->details && !form_typed(f);

	for (size_t i = 0; i < f->count && !skipped && !f->warned; i++) {
		struct findings found = { 0 };

		f->fields[i].left = true;
		check(w, f, i, &found);
		if (!findings_any(&found, SEVERITY_ERROR))
			continue;
		first = wrong == 0 ? i : first;
		wrong++;
	}
	if (wrong == 0)
		return wizard_finish_form(w);
	f->warned = true;
	f->focus = first;
	snprintf(w->notice, sizeof w->notice,
		 "有 %zu 项要改。也可以再到“%s”上按一次 Enter 照样继续。", wrong,
		 f->fields[f->count - 1].label);
	return 0;
}

/* Practised, brakes and all: who presses again and again is locked out by the real site. */
static unsigned send_code(struct wizard *w, struct form *f)
{
	const struct form_field *field = &f->fields[f->focus];

	if (sms_practice_send(&w->sms, w->now))
		form_next(f);
	else if (sms_practice_locked(&w->sms) && field->advice != NULL)
		snprintf(w->notice, sizeof w->notice, "%.250s", field->advice);
	else
		snprintf(w->notice, sizeof w->notice, "获取过于频繁：%d 秒后才能再取。",
			 sms_practice_pause(&w->sms, w->now));
	return 0;
}

/* Enter on a field: the reason first, then on. */
static unsigned enter(struct wizard *w, struct form *f)
{
	struct form_field *field = &f->fields[f->focus];
	struct findings found = { 0 };

	if (field->kind == FORM_BUTTON)
		return submit(w, f);
	if (field->kind == FORM_SEND)
		return send_code(w, f);
	if (!field->left && field->edit.len > 0) {
		field->left = true;
		check(w, f, f->focus, &found);
		if (findings_any(&found, SEVERITY_ERROR))
			return 0;
	}
	form_next(f);
	return 0;
}

static unsigned choose(struct wizard *w, struct form *f, bool forward)
{
	struct form_field *field = &f->fields[f->focus];

	if (form_shape(field) == SHAPE_BUTTON)
		return enter(w, f);
	if (field->choice_count == 0)
		return 0;
	field->choice += forward ? 1 : field->choice_count - 1;
	field->choice %= field->choice_count;
	f->warned = false;
	return 0;
}

/* The table is read when there are digits to look up, once. */
static unsigned want_regions(struct wizard *w, const struct form *f)
{
	const struct form_field *field = &f->fields[f->focus];

	if (w->regions_asked || field->kind != FORM_ID_NUMBER || field->edit.len < REGION_DIGITS)
		return 0;
	w->regions_asked = true;
	return EFFECT_REGIONS;
}

unsigned wizard_apply_form(struct wizard *w, struct action a)
{
	struct form *f = (struct form *)wizard_form(w);
	struct line_edit *line = form_editing(f);

	if (line != NULL && wizard_edit(w, line, a)) {
		f->warned = false;
		w->found = w->found && f != &w->details;
		return want_regions(w, f);
	}
	switch (a.kind) {
	case ACTION_NEXT:
		return enter(w, f);
	case ACTION_DOWN:
		form_next(f);
		return 0;
	case ACTION_UP:
		form_previous(f);
		return 0;
	case ACTION_PICK:
		if (a.number < f->count)
			f->focus = a.number;
		return 0;
	case ACTION_TOGGLE:
	case ACTION_CHOICE_NEXT:
	case ACTION_CHOICE_PREVIOUS:
		return choose(w, f, a.kind != ACTION_CHOICE_PREVIOUS);
	case ACTION_REVEAL:
		f->revealed = !f->revealed;
		return 0;
	case ACTION_CLOSE:
		return wizard_leave_form(w);
	default:
		return 0;
	}
}
