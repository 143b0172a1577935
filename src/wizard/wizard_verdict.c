/* SPDX-License-Identifier: MIT */
#include "wizard/wizard.h"

#include <string.h>

#include "rules/validator.h"

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
	const char *expected = wizard_expected(w, compare);

	if (*shown == '\0')
		return;
	if (compare == GUIDE_COMPARE_NAME)
		validator_name(shown, &w->record, out);
	else if (compare == GUIDE_COMPARE_ID_NUMBER)
		validator_id_number(shown, form_document(&w->rehearsal, w->guide->form), &w->record,
				    w->today, out);
	else
		validator_shown(shown, expected, out);
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
	if (check->compare == GUIDE_COMPARE_STUDENT)
		return VERDICT_PASS;
	if (strcmp(state, STATE_MATCH) == 0)
		return VERDICT_PASS;
	if (strcmp(state, STATE_DIFFER) == 0)
		return VERDICT_FAIL;
	return strcmp(state, STATE_ABSENT) == 0 ? VERDICT_WAIT : VERDICT_OPEN;
}

/* A guide that verifies nothing is done when its steps are. */
static enum verdict verdict_of_steps(const struct wizard *w)
{
	for (size_t i = 0; i < w->guide->step_count; i++)
		if (!wizard_step_done(w, i))
			return VERDICT_OPEN;
	return VERDICT_PASS;
}

enum verdict wizard_verdict(const struct wizard *w)
{
	const struct guide_verification *v = w->guide->verification;
	bool open = false, wait = false;

	if (v == NULL)
		return verdict_of_steps(w);
	for (size_t i = 0; i < v->check_count; i++) {
		enum verdict one = verdict_of(w, &v->checks[i]);

		if (one == VERDICT_FAIL && v->checks[i].fatal)
			return VERDICT_FAIL;
		open = open || (one == VERDICT_OPEN && v->checks[i].required);
		wait = wait || (one == VERDICT_WAIT && v->checks[i].required);
	}
	return open ? VERDICT_OPEN : wait ? VERDICT_WAIT : VERDICT_PASS;
}

const struct guide_verdict *wizard_verdict_says(const struct wizard *w)
{
	static const struct guide_verdict open = { .title = "自查还没有做完" };
	static const enum guide_outcome outcomes[] = { [VERDICT_PASS] = OUTCOME_PASS,
						       [VERDICT_WAIT] = OUTCOME_WAIT,
						       [VERDICT_FAIL] = OUTCOME_FAIL };
	enum verdict verdict = wizard_verdict(w);

	return verdict == VERDICT_OPEN ? &open : &w->guide->verdicts[outcomes[verdict]];
}
