/* SPDX-License-Identifier: MIT */
#include "wizard/verdict.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rules/validator.h"

/* Order of the rows: the kind of student, which decides what applies; what must agree; the others. */
static int rank(const struct guide_check *check)
{
	return check->compare == GUIDE_COMPARE_STUDENT ? 0 : check->fatal ? 1 : 2;
}

size_t wizard_check_index(const struct wizard *w, size_t row)
{
	const struct guide_verification *v = w->guide->verification;

	for (int wanted = 0; wanted <= 2; wanted++)
		for (size_t i = 0; i < v->check_count; i++)
			if (rank(&v->checks[i]) == wanted && row-- == 0)
				return i;
	return 0;
}

bool wizard_is_choice(const struct guide_check *check)
{
	return check->compare == GUIDE_COMPARE_STATUS || check->compare == GUIDE_COMPARE_STUDENT;
}

size_t wizard_option_count(const struct wizard *w, size_t check)
{
	const struct guide_verification *v = w->guide->verification;

	return v->checks[check].compare == GUIDE_COMPARE_STATUS    ? v->status_count
	       : v->checks[check].compare == GUIDE_COMPARE_STUDENT ? v->student_count
								   : 0;
}

const char *wizard_option_label(const struct wizard *w, size_t check, size_t option)
{
	const struct guide_verification *v = w->guide->verification;

	return v->checks[check].compare == GUIDE_COMPARE_STATUS ? v->statuses[option].label
								: v->students[option].label;
}

static const char *option_id(const struct wizard *w, size_t check, size_t option)
{
	const struct guide_verification *v = w->guide->verification;

	return v->checks[check].compare == GUIDE_COMPARE_STATUS ? v->statuses[option].id
								: v->students[option].id;
}

int wizard_choice(const struct wizard *w, size_t check)
{
	const char *id = w->guide->verification->checks[check].id;

	for (size_t i = 0; i < wizard_option_count(w, check); i++)
		if (progress_result_is(&w->progress, id, option_id(w, check, i)))
			return (int)i;
	return NO_CHOICE;
}

void wizard_choose(struct wizard *w, size_t check, size_t option)
{
	progress_set_result(&w->progress, w->guide->verification->checks[check].id,
			    option_id(w, check, option));
}

static int choice_of(const struct wizard *w, enum guide_compare compare)
{
	const struct guide_verification *v = w->guide->verification;

	for (size_t i = 0; v != NULL && i < v->check_count; i++)
		if (v->checks[i].compare == compare)
			return wizard_choice(w, i);
	return NO_CHOICE;
}

int wizard_status(const struct wizard *w)
{
	return choice_of(w, GUIDE_COMPARE_STATUS);
}

int wizard_student(const struct wizard *w)
{
	return choice_of(w, GUIDE_COMPARE_STUDENT);
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
	const char *shown = w->verify.shown[check].text;
	const char *expected = wizard_expected(w, compare);

	if (*shown == '\0')
		return;
	if (compare == GUIDE_COMPARE_NAME)
		validator_name(shown, &w->record, out);
	else if (compare == GUIDE_COMPARE_ID_NUMBER)
		validator_id_number(shown, form_document(&w->register_form, w->guide->form),
				    &w->record, w->today, out);
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
	const char *state = progress_result(&w->progress, check->id);

	if (check->compare == GUIDE_COMPARE_STATUS)
		return verdict_of_status(w);
	if (check->compare == GUIDE_COMPARE_STUDENT)
		return VERDICT_PASS;
	if (strcmp(state, RESULT_MATCH) == 0)
		return VERDICT_PASS;
	if (strcmp(state, RESULT_DIFFER) == 0)
		return VERDICT_FAIL;
	return strcmp(state, RESULT_ABSENT) == 0 ? VERDICT_WAIT : VERDICT_OPEN;
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

static bool activity_done(const struct wizard *w, size_t step)
{
	const struct guide_step *s = &w->guide->steps[step];

	if (s->activity == ACTIVITY_REGISTER)
		return progress_ticked(&w->progress, s->id);
	return s->activity != ACTIVITY_VERIFY || wizard_verdict(w) != VERDICT_OPEN;
}

bool wizard_activity_open(const struct wizard *w)
{
	return w->guide->steps[w->step].activity != ACTIVITY_NONE && !activity_done(w, w->step);
}

struct step_count wizard_step_count(const struct wizard *w, size_t step)
{
	const struct guide_step *s = &w->guide->steps[step];
	bool active = s->activity != ACTIVITY_NONE;
	struct step_count c = { 0, s->item_count + active };

	for (size_t i = 0; i < s->item_count; i++)
		c.done += progress_ticked(&w->progress, s->items[i].id);
	c.done += active && activity_done(w, step);
	return c;
}

bool wizard_step_done(const struct wizard *w, size_t step)
{
	struct step_count c = wizard_step_count(w, step);

	return c.done == c.count;
}

int64_t wizard_step_time(const struct wizard *w, size_t step)
{
	return wizard_step_done(w, step) ? progress_time(&w->progress, w->guide->steps[step].id)
					 : 0;
}

void wizard_note_times(struct wizard *w)
{
	for (size_t i = 0; i < w->guide->step_count; i++) {
		const char *id = w->guide->steps[i].id;
		bool noted = progress_time(&w->progress, id) != 0;

		if (noted != wizard_step_done(w, i))
			progress_set_time(&w->progress, id, noted ? 0 : w->now);
	}
}
