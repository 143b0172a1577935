/* SPDX-License-Identifier: MIT */
#include "wizard_parts.h"

#include <stdio.h>
#include <string.h>

#include "validator.h"

size_t wizard_check_index(const struct wizard *w, size_t line)
{
	const struct guide_verification *v = w->guide->verification;

	for (int fatal = 1; fatal >= 0; fatal--)
		for (size_t i = 0; i < v->check_count; i++)
			if (v->checks[i].fatal == fatal && line-- == 0)
				return i;
	return 0;
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

/* What is typed only helps where there is something to compare it with. */
static bool asks_for_text(const struct wizard *w, const struct guide_check *check)
{
	return check->compare == GUIDE_COMPARE_NAME || check->compare == GUIDE_COMPARE_ID_NUMBER
		       ? *wizard_expected(w, check->compare) != '\0'
		       : false;
}

static void choose_status(struct wizard *w, bool forward)
{
	const struct guide_verification *v = w->guide->verification;
	int count = (int)v->status_count, status = wizard_status(w);

	if (count == 0)
		return;
	status = forward ? status + 1 : status <= 0 ? count - 1 : status - 1;
	progress_set(&w->progress, marked(w)->id, v->statuses[status % count].id);
}

static unsigned mark(struct wizard *w, const char *state)
{
	const struct guide_check *check = marked(w);

	if (check->compare == GUIDE_COMPARE_STATUS) {
		if (strcmp(state, STATE_MATCH) == 0 || strcmp(state, STATE_DIFFER) == 0)
			snprintf(w->notice, sizeof w->notice, "用 ← → 选网站上显示的状态。");
		else
			progress_set(&w->progress, check->id, "");
		return EFFECT_SAVE;
	}
	progress_set(&w->progress, check->id, state);
	w->typing = strcmp(state, STATE_DIFFER) == 0 && asks_for_text(w, check);
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
		wizard_edit(&w->shown[wizard_check_index(w, w->focus)], a);
		return 0;
	}
}

unsigned wizard_apply_verify(struct wizard *w, struct action a)
{
	const struct guide_check *check;

	if (w->typing)
		return type(w, a);
	if (a.kind == ACTION_NEXT || a.kind == ACTION_FORWARD)
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
		if (check->compare == GUIDE_COMPARE_STATUS)
			choose_status(w, a.kind != ACTION_CHOICE_PREVIOUS);
		else if (a.kind == ACTION_TOGGLE)
			return mark(w, progress_is(&w->progress, check->id, STATE_MATCH)
					       ? ""
					       : STATE_MATCH);
		return EFFECT_SAVE;
	default:
		return wizard_move_focus(w, a);
	}
}

int wizard_status(const struct wizard *w)
{
	const struct guide_verification *v = w->guide->verification;

	for (size_t i = 0; v != NULL && i < v->check_count; i++)
		for (size_t s = 0;
		     v->checks[i].compare == GUIDE_COMPARE_STATUS && s < v->status_count; s++)
			if (progress_is(&w->progress, v->checks[i].id, v->statuses[s].id))
				return (int)s;
	return NO_CHOICE;
}

const char *wizard_expected(const struct wizard *w, enum guide_compare compare)
{
	const struct record *r = &w->record;

	switch (compare) {
	case GUIDE_COMPARE_NAME:
		return r->name;
	case GUIDE_COMPARE_ID_NUMBER:
		return r->id_number;
	case GUIDE_COMPARE_SEX:
		return w->sex;
	case GUIDE_COMPARE_BIRTH_DATE:
		return w->birth_date;
	case GUIDE_COMPARE_ETHNIC_GROUP:
		return r->ethnic_group;
	case GUIDE_COMPARE_INSTITUTION:
		return r->institution;
	case GUIDE_COMPARE_LEVEL:
		return r->level;
	case GUIDE_COMPARE_MAJOR:
		return r->major;
	default:
		return "";
	}
}

void wizard_check_shown(const struct wizard *w, size_t check, struct findings *out)
{
	enum guide_compare compare = w->guide->verification->checks[check].compare;
	const char *shown = w->shown[check].text;

	if (*shown == '\0')
		return;
	if (compare == GUIDE_COMPARE_NAME)
		validator_name(shown, &w->record, out);
	else if (compare == GUIDE_COMPARE_ID_NUMBER)
		validator_id_number(shown, DOCUMENT_RESIDENT_ID, &w->record, w->today, out);
}

static enum verdict verdict_of_status(const struct wizard *w)
{
	static const enum verdict verdicts[OUTCOME_COUNT] = {
		[OUTCOME_PASS] = VERDICT_PASS,
		[OUTCOME_WAIT] = VERDICT_WAIT,
		[OUTCOME_FAIL] = VERDICT_FAIL,
	};
	int status = wizard_status(w);

	return status == NO_CHOICE ? VERDICT_OPEN
				   : verdicts[w->guide->verification->statuses[status].outcome];
}

static enum verdict verdict_of(const struct wizard *w, const struct guide_check *check)
{
	const char *state = progress_state(&w->progress, check->id);

	if (check->compare == GUIDE_COMPARE_STATUS)
		return verdict_of_status(w);
	if (strcmp(state, STATE_MATCH) == 0)
		return VERDICT_PASS;
	if (strcmp(state, STATE_DIFFER) == 0)
		return VERDICT_FAIL;
	return strcmp(state, STATE_ABSENT) == 0 ? VERDICT_WAIT : VERDICT_OPEN;
}

enum verdict wizard_verdict(const struct wizard *w)
{
	const struct guide_verification *v = w->guide->verification;
	bool open = false, wait = false;

	if (v == NULL)
		return VERDICT_OPEN;
	for (size_t i = 0; i < v->check_count; i++) {
		enum verdict one = verdict_of(w, &v->checks[i]);

		if (one == VERDICT_FAIL && v->checks[i].fatal)
			return VERDICT_FAIL;
		open = open || (one == VERDICT_OPEN && v->checks[i].fatal);
		wait = wait || (one == VERDICT_WAIT && v->checks[i].fatal);
	}
	return open ? VERDICT_OPEN : wait ? VERDICT_WAIT : VERDICT_PASS;
}
