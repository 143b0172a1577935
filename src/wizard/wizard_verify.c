/* SPDX-License-Identifier: MIT */
#include "wizard/wizard_internal.h"

#include <stdio.h>
#include <string.h>

/* Who somebody is decides what holds for them; then what must agree. */
static int rank(const struct guide_check *check)
{
	return check->compare == GUIDE_COMPARE_STUDENT ? 0 : check->fatal ? 1 : 2;
}

size_t wizard_check_index(const struct wizard *w, size_t line)
{
	const struct guide_verification *v = w->guide->verification;

	for (int wanted = 0; wanted <= 2; wanted++)
		for (size_t i = 0; i < v->check_count; i++)
			if (rank(&v->checks[i]) == wanted && line-- == 0)
				return i;
	return 0;
}

bool wizard_is_choice(const struct guide_check *check)
{
	return check->compare == GUIDE_COMPARE_STATUS || check->compare == GUIDE_COMPARE_STUDENT;
}

static size_t option_count(const struct wizard *w, const struct guide_check *check)
{
	const struct guide_verification *v = w->guide->verification;

	return check->compare == GUIDE_COMPARE_STATUS    ? v->status_count
	       : check->compare == GUIDE_COMPARE_STUDENT ? v->student_count
							 : 0;
}

static const char *option_id(const struct wizard *w, const struct guide_check *check, size_t option)
{
	const struct guide_verification *v = w->guide->verification;

	return check->compare == GUIDE_COMPARE_STATUS ? v->statuses[option].id
						      : v->students[option].id;
}

int wizard_choice(const struct wizard *w, size_t check)
{
	const struct guide_check *c = &w->guide->verification->checks[check];

	for (size_t i = 0; i < option_count(w, c); i++)
		if (progress_is(&w->progress, c->id, option_id(w, c, i)))
			return (int)i;
	return NO_CHOICE;
}

static int choice_of(const struct wizard *w, enum guide_compare compare)
{
	const struct guide_verification *v = w->guide->verification;

	for (size_t i = 0; v != NULL && i < v->check_count; i++)
		if (v->checks[i].compare == compare)
			return wizard_choice(w, i);
	return NO_CHOICE;
}

size_t wizard_option_count(const struct wizard *w, size_t check)
{
	return option_count(w, &w->guide->verification->checks[check]);
}

const char *wizard_option_label(const struct wizard *w, size_t check, size_t option)
{
	const struct guide_verification *v = w->guide->verification;

	return v->checks[check].compare == GUIDE_COMPARE_STATUS ? v->statuses[option].label
								: v->students[option].label;
}

int wizard_status(const struct wizard *w)
{
	return choice_of(w, GUIDE_COMPARE_STATUS);
}

int wizard_student(const struct wizard *w)
{
	return choice_of(w, GUIDE_COMPARE_STUDENT);
}

static const struct guide_check *marked(const struct wizard *w)
{
	return &w->guide->verification->checks[wizard_check_index(w, w->focus)];
}

static void go_down(struct wizard *w)
{
	if (w->focus + 1 < w->guide->verification->check_count)
		w->focus++;
}

static void choose(struct wizard *w, bool forward)
{
	const struct guide_check *check = marked(w);
	int count = (int)option_count(w, check);
	int option = wizard_choice(w, wizard_check_index(w, w->focus));

	if (count == 0)
		return;
	option = forward ? option + 1 : option <= 0 ? count - 1 : option - 1;
	progress_set(&w->progress, check->id, option_id(w, check, (size_t)(option % count)));
}

static unsigned mark(struct wizard *w, const char *state)
{
	const struct guide_check *check = marked(w);

	if (wizard_is_choice(check)) {
		if (strcmp(state, STATE_MATCH) == 0 || strcmp(state, STATE_DIFFER) == 0)
			snprintf(w->notice, sizeof w->notice, "用 ← → 选“%s”。", check->label);
		else
			progress_set(&w->progress, check->id, "");
		return EFFECT_SAVE;
	}
	progress_set(&w->progress, check->id, state);
	/* It agrees after all: what was typed then was not what the site shows. */
	if (strcmp(state, STATE_MATCH) == 0)
		line_edit_wipe(&w->shown[wizard_check_index(w, w->focus)]);
	w->typing = strcmp(state, STATE_DIFFER) == 0 && check->compare != GUIDE_COMPARE_PICTURE;
	if (!w->typing && *state != '\0')
		go_down(w);
	return EFFECT_SAVE;
}

static unsigned type(struct wizard *w, struct action a)
{
	switch (a.kind) {
	case ACTION_NEXT:
	case ACTION_DOWN:
		w->typing = false;
		go_down(w);
		return 0;
	case ACTION_UP:
	case ACTION_CLOSE:
		w->typing = false;
		return 0;
	default:
		wizard_edit(w, &w->shown[wizard_check_index(w, w->focus)], a);
		return 0;
	}
}

unsigned wizard_apply_verify(struct wizard *w, struct action a)
{
	const struct guide_check *check;

	if (w->typing)
		return type(w, a);
	if (a.kind == ACTION_NEXT)
		return wizard_leave_verify(w, true);
	if (a.kind == ACTION_BACK || a.kind == ACTION_CLOSE)
		return wizard_leave_verify(w, false);
	if (a.kind == ACTION_REVEAL) {
		w->rehearsal.revealed = !w->rehearsal.revealed;
		return 0;
	}
	check = marked(w);
	switch (a.kind) {
	case ACTION_MARK_MATCH:
		return mark(w, STATE_MATCH);
	case ACTION_MARK_DIFFER:
		return mark(w, STATE_DIFFER);
	case ACTION_MARK_ABSENT:
		return mark(w, STATE_ABSENT);
	case ACTION_MARK_OPEN:
		return mark(w, "");
	case ACTION_TOGGLE:
	case ACTION_CHOICE_NEXT:
	case ACTION_CHOICE_PREVIOUS:
		if (wizard_is_choice(check))
			choose(w, a.kind != ACTION_CHOICE_PREVIOUS);
		else if (a.kind == ACTION_TOGGLE)
			return mark(w, progress_is(&w->progress, check->id, STATE_MATCH)
					       ? ""
					       : STATE_MATCH);
		return EFFECT_SAVE;
	default:
		return wizard_move_focus(w, a);
	}
}
