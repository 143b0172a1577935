/* SPDX-License-Identifier: MIT */
#include "wizard/answer.h"

#include <stdio.h>
#include <string.h>

#include "wizard/shown.h"

/* An option of a check: the result that the progress keeps, and the label. The tables have the
 * options that are not listed in the guide. */
struct answer {
	const char *result, *label;
};

static const struct answer of_picture[] = {
	{ RESULT_MATCH, "是我" },
	{ RESULT_DIFFER, "不是我" },
	{ RESULT_ABSENT, "没有照片" },
};

/* For a difference that may be a typing mistake, such as one that the eye cannot see. */
static const struct answer in_doubt[] = {
	{ RESULT_DIFFER, "网页上真是这样" },
	{ "", "打错了，重新打" },
};

/* What is masked on the site cannot be compared there. */
static const struct answer masked = { RESULT_ASK, "网页上就是遮着的" };

static const struct answer by_eye[] = {
	{ RESULT_SEEN, "看过，没问题" },
	{ RESULT_DIFFER, "不对" },
	{ RESULT_ABSENT, "网页上没有" },
};

static bool is_compared(const struct wizard *w, size_t check)
{
	return *wizard_expected(w, wizard_check(w, check)->compare) != '\0';
}

const char *wizard_result(const struct wizard *w, size_t check)
{
	const struct check_answer *answer = &w->verify.answers[check];

	return *answer->result != '\0' && answer->compared == is_compared(w, check)
		       ? answer->result
		       : wizard_judge_shown(w, check);
}

size_t wizard_option_count(const struct wizard *w, size_t check)
{
	const struct guide_verification *v = w->guide->verification;

	switch (wizard_check(w, check)->compare) {
	case GUIDE_COMPARE_STATUS:
		return v->status_count;
	case GUIDE_COMPARE_STUDENT:
		return v->student_count;
	case GUIDE_COMPARE_PICTURE:
		return sizeof of_picture / sizeof of_picture[0];
	default:
		return wizard_by_eye(w, check)        ? sizeof by_eye / sizeof by_eye[0]
		       : wizard_is_doubtful(w, check) ? sizeof in_doubt / sizeof in_doubt[0]
						      : 0;
	}
}

static struct answer option_at(const struct wizard *w, size_t check, size_t option)
{
	const struct guide_verification *v = w->guide->verification;

	switch (wizard_check(w, check)->compare) {
	case GUIDE_COMPARE_STATUS:
		return (struct answer){ v->statuses[option].id, v->statuses[option].label };
	case GUIDE_COMPARE_STUDENT:
		return (struct answer){ v->students[option].id, v->students[option].label };
	case GUIDE_COMPARE_PICTURE:
		return of_picture[option];
	default:
		if (wizard_by_eye(w, check))
			return by_eye[option];
		return option == 0 && wizard_is_shown_masked(w, check) ? masked : in_doubt[option];
	}
}

const char *wizard_option_label(const struct wizard *w, size_t check, size_t option)
{
	return option_at(w, check, option).label;
}

int wizard_option_of(const struct wizard *w, size_t check, const char *result)
{
	for (size_t i = 0; i < wizard_option_count(w, check); i++)
		if (*result != '\0' && strcmp(result, option_at(w, check, i).result) == 0)
			return (int)i;
	return NO_CHOICE;
}

void wizard_answer(struct wizard *w, size_t check, const char *result)
{
	struct check_answer *answer = &w->verify.answers[check];

	snprintf(answer->result, sizeof answer->result, "%s", result);
	answer->compared = is_compared(w, check);
	progress_set_result(&w->progress, wizard_check(w, check)->id, result);
}

bool wizard_answer_is(const struct wizard *w, size_t check, const char *result)
{
	return strcmp(wizard_result(w, check), result) == 0;
}

int wizard_choice(const struct wizard *w, size_t check)
{
	return wizard_option_of(w, check, wizard_result(w, check));
}

void wizard_choose(struct wizard *w, size_t check, size_t option)
{
	wizard_answer(w, check, option_at(w, check, option).result);
}

bool wizard_note_shown(struct wizard *w, size_t check)
{
	const struct check_answer before = w->verify.answers[check];
	const char *result = wizard_judge_shown(w, check);

	/* A check by eye that the student called wrong stays wrong while its text is typed. */
	if (wizard_by_eye(w, check) && strcmp(before.result, RESULT_DIFFER) == 0 &&
	    w->verify.shown[check].len > 0)
		result = RESULT_DIFFER;
	wizard_answer(w, check, result);
	return strcmp(before.result, result) != 0;
}

bool wizard_takes_text(const struct wizard *w, size_t check)
{
	const struct guide_check *c = wizard_check(w, check);
	int choice = wizard_choice(w, check);

	return !wizard_is_choice(c) || (c->compare == GUIDE_COMPARE_STATUS && choice != NO_CHOICE &&
					w->guide->verification->statuses[choice].other);
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

bool wizard_is_listed(const struct wizard *w)
{
	int status = wizard_status(w);

	return status == NO_CHOICE || !w->guide->verification->statuses[status].unlisted;
}

bool wizard_is_unlisted(const struct wizard *w, size_t check)
{
	enum guide_compare compare = wizard_check(w, check)->compare;

	return compare != GUIDE_COMPARE_STATUS && compare != GUIDE_COMPARE_STUDENT &&
	       !wizard_is_listed(w);
}
