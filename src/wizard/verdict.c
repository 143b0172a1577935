/* SPDX-License-Identifier: MIT */
#include "wizard/verdict.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "rules/validator.h"

/* What a row without a list of the guide may be answered with, and how the progress keeps it. */
struct answer {
	const char *result, *label;
};

static const struct answer of_picture[] = {
	{ RESULT_MATCH, "是我" },
	{ RESULT_DIFFER, "不是我" },
	{ RESULT_ABSENT, "没有照片" },
};
static const struct answer by_eye[] = {
	{ RESULT_SEEN, "看过，没问题" },
	{ RESULT_DIFFER, "不对" },
	{ RESULT_ABSENT, "网页上没有" },
};

static const struct guide_check *check_at(const struct wizard *w, size_t check)
{
	return &w->guide->verification->checks[check];
}

static const char *result_of(const struct wizard *w, size_t check)
{
	return progress_result(&w->progress, check_at(w, check)->id);
}

/* NULL for the lists of the guide. */
static const struct answer *answers(const struct wizard *w, size_t check)
{
	return check_at(w, check)->compare == GUIDE_COMPARE_PICTURE ? of_picture
	       : wizard_by_eye(w, check)                            ? by_eye
								    : NULL;
}

size_t wizard_option_count(const struct wizard *w, size_t check)
{
	const struct guide_verification *v = w->guide->verification;

	if (answers(w, check) != NULL)
		return sizeof by_eye / sizeof by_eye[0];
	return v->checks[check].compare == GUIDE_COMPARE_STATUS    ? v->status_count
	       : v->checks[check].compare == GUIDE_COMPARE_STUDENT ? v->student_count
								   : 0;
}

const char *wizard_option_label(const struct wizard *w, size_t check, size_t option)
{
	const struct guide_verification *v = w->guide->verification;

	if (answers(w, check) != NULL)
		return answers(w, check)[option].label;
	return v->checks[check].compare == GUIDE_COMPARE_STATUS ? v->statuses[option].label
								: v->students[option].label;
}

static const char *option_id(const struct wizard *w, size_t check, size_t option)
{
	const struct guide_verification *v = w->guide->verification;

	if (answers(w, check) != NULL)
		return answers(w, check)[option].result;
	return v->checks[check].compare == GUIDE_COMPARE_STATUS ? v->statuses[option].id
								: v->students[option].id;
}

int wizard_choice(const struct wizard *w, size_t check)
{
	for (size_t i = 0; i < wizard_option_count(w, check); i++)
		if (strcmp(result_of(w, check), option_id(w, check, i)) == 0)
			return (int)i;
	return NO_CHOICE;
}

void wizard_choose(struct wizard *w, size_t check, size_t option)
{
	progress_set_result(&w->progress, check_at(w, check)->id, option_id(w, check, option));
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

/* Reads 2007-09-01, 20070901, 2007年9月1日 and the like. */
static struct date read_day(const char *text)
{
	struct date d = { 0 };

	if (strspn(text, "0123456789") == 8)
		sscanf(text, "%4d%2d%2d", &d.year, &d.month, &d.day);
	else
		sscanf(text, "%4d%*[^0-9]%2d%*[^0-9]%2d", &d.year, &d.month, &d.day);
	return d;
}

/* shown: not empty. The site may write a day in another way, and a group without 族. */
static bool is_same(enum guide_compare compare, const char *shown, const char *expected)
{
	size_t len = strlen(shown);
	struct date day = read_day(shown);

	if (compare == GUIDE_COMPARE_BIRTH_DATE && date_valid(day))
		return date_compare(day, read_day(expected)) == 0;
	if (compare == GUIDE_COMPARE_ETHNIC_GROUP && strncmp(shown, expected, len) == 0 &&
	    strcmp(expected + len, "族") == 0)
		return true;
	return strcmp(shown, expected) == 0;
}

bool wizard_note_shown(struct wizard *w, size_t check)
{
	const struct guide_check *c = check_at(w, check);
	const char *shown = w->verify.shown[check].text, *expected = wizard_expected(w, c->compare);
	const char *result = RESULT_DIFFER;

	if (*shown == '\0')
		result = "";
	else if (*expected == '\0')
		result = strcmp(result_of(w, check), RESULT_DIFFER) == 0 ? RESULT_DIFFER
									 : RESULT_SEEN;
	else if (is_same(c->compare, shown, expected))
		result = RESULT_MATCH;
	if (strcmp(result_of(w, check), result) == 0)
		return false;
	return progress_set_result(&w->progress, c->id, result);
}

bool wizard_shown_complete(const struct wizard *w, size_t check)
{
	const char *expected = wizard_expected(w, check_at(w, check)->compare);

	return *expected != '\0' &&
	       text_length(w->verify.shown[check].text) >= text_length(expected);
}

void wizard_check_shown(const struct wizard *w, size_t check, struct findings *out)
{
	enum guide_compare compare = check_at(w, check)->compare;
	const char *shown = w->verify.shown[check].text;
	const char *expected = wizard_expected(w, compare);

	if (*shown == '\0' || (*expected != '\0' && is_same(compare, shown, expected)))
		return;
	if (compare == GUIDE_COMPARE_NAME)
		validator_name(shown, &w->record, out);
	else if (compare == GUIDE_COMPARE_ID_NUMBER)
		validator_id_number(shown, form_document(&w->register_form, w->guide->form),
				    &w->record, w->today, out);
	else
		validator_shown(shown, expected, out);
	if (out->count > 1)
		out->count = 1;
}

static enum check_state state_of_status(const struct wizard *w)
{
	static const enum check_state states[OUTCOME_COUNT] = {
		[OUTCOME_PASS] = CHECK_AGREES,
		[OUTCOME_WAIT] = CHECK_WAITS,
		[OUTCOME_FAIL] = CHECK_DIFFERS,
	};
	int status = wizard_status(w);

	return status == NO_CHOICE ? CHECK_OPEN
				   : states[w->guide->verification->statuses[status].outcome];
}

enum check_state wizard_check_state(const struct wizard *w, size_t check)
{
	const struct guide_check *c = check_at(w, check);
	const char *result = result_of(w, check);
	const bool typing = w->verify.typing && w->verify.typed == check;

	if (c->compare == GUIDE_COMPARE_STATUS)
		return state_of_status(w);
	if (c->compare == GUIDE_COMPARE_STUDENT)
		return wizard_student(w) == NO_CHOICE ? CHECK_OPEN : CHECK_SEEN;
	if (strcmp(result, RESULT_MATCH) == 0)
		return c->compare == GUIDE_COMPARE_BY_EYE ||
				       c->compare == GUIDE_COMPARE_STUDENT_NUMBER
			       ? CHECK_SEEN /* of a former version */
			       : CHECK_AGREES;
	if (strcmp(result, RESULT_DIFFER) == 0)
		return typing && *wizard_expected(w, c->compare) != '\0' &&
				       !wizard_shown_complete(w, check)
			       ? CHECK_OPEN
			       : CHECK_DIFFERS;
	if (strcmp(result, RESULT_SEEN) == 0)
		return CHECK_SEEN;
	return strcmp(result, RESULT_ABSENT) == 0 ? CHECK_ABSENT : CHECK_OPEN;
}

enum check_group wizard_check_group(const struct guide_check *check)
{
	if (check->fatal || check->compare == GUIDE_COMPARE_STATUS ||
	    check->compare == GUIDE_COMPARE_STUDENT)
		return GROUP_MUST;
	return check->empty ? GROUP_EMPTY : GROUP_OTHER;
}

static int rank(const struct guide_check *check)
{
	return check->compare == GUIDE_COMPARE_PICTURE   ? 1
	       : check->compare == GUIDE_COMPARE_STATUS  ? 2
	       : check->compare == GUIDE_COMPARE_STUDENT ? 3
							 : 0;
}

size_t wizard_checks(const struct wizard *w, enum check_group group, size_t out[GUIDE_CHECKS_MAX])
{
	const struct guide_verification *v = w->guide->verification;
	size_t count = 0;

	for (int wanted = 0; v != NULL && wanted <= 3; wanted++)
		for (size_t i = 0; i < v->check_count; i++)
			if (rank(&v->checks[i]) == wanted &&
			    wizard_check_group(&v->checks[i]) == group)
				out[count++] = i;
	return count;
}

static bool is_missing(const struct wizard *w, size_t check)
{
	enum check_state state = wizard_check_state(w, check);

	return state == CHECK_OPEN ||
	       (state == CHECK_SEEN && check_at(w, check)->required && wizard_record(w) == NULL);
}

size_t wizard_missing(const struct wizard *w, size_t out[GUIDE_CHECKS_MAX])
{
	size_t must[GUIDE_CHECKS_MAX], count = wizard_checks(w, GROUP_MUST, must), missing = 0;

	for (size_t i = 0; i < count; i++)
		if (is_missing(w, must[i]))
			out[missing++] = must[i];
	return missing;
}

char *wizard_missing_text(const struct wizard *w)
{
	size_t missing[GUIDE_CHECKS_MAX], count = wizard_missing(w, missing), len;
	char *text;
	FILE *out = xmemstream(&text, &len);

	if (count > 0)
		fprintf(out, "还差 %zu 项：", count);
	for (size_t i = 0; i < count; i++)
		fprintf(out, "%s%s", i > 0 ? "、" : "", check_at(w, missing[i])->label);
	fclose(out);
	return text;
}

size_t wizard_differing(const struct wizard *w)
{
	const struct guide_verification *v = w->guide->verification;
	size_t count = 0;

	for (size_t i = 0; v != NULL && i < v->check_count; i++)
		count += wizard_check_state(w, i) == CHECK_DIFFERS;
	return count;
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
	size_t checks[GUIDE_CHECKS_MAX], count;
	bool wait = false;

	if (w->guide->verification == NULL)
		return verdict_of_steps(w);
	count = wizard_checks(w, GROUP_MUST, checks);
	for (size_t i = 0; i < count; i++) {
		enum check_state state = wizard_check_state(w, checks[i]);

		if (state == CHECK_DIFFERS)
			return VERDICT_FAIL;
		wait = wait || state == CHECK_WAITS ||
		       (state == CHECK_ABSENT && check_at(w, checks[i])->required);
	}
	return wizard_missing(w, checks) > 0 ? VERDICT_OPEN : wait ? VERDICT_WAIT : VERDICT_PASS;
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
	size_t missing[GUIDE_CHECKS_MAX];

	if (s->activity == ACTIVITY_REGISTER)
		return progress_ticked(&w->progress, s->id);
	return s->activity != ACTIVITY_VERIFY || wizard_missing(w, missing) == 0;
}

bool wizard_activity_open(const struct wizard *w)
{
	return !activity_done(w, w->step);
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

static void tick_all(struct wizard *w)
{
	for (size_t i = 0; i < w->guide->step_count; i++) {
		const struct guide_step *s = &w->guide->steps[i];

		for (size_t k = 0; k < s->item_count; k++)
			progress_tick(&w->progress, s->items[k].id, true);
		if (s->activity == ACTIVITY_REGISTER)
			progress_tick(&w->progress, s->id, true);
	}
}

void wizard_note_done(struct wizard *w)
{
	bool passed = wizard_verdict(w) == VERDICT_PASS;

	if (passed && w->progress.finished == 0) {
		tick_all(w);
		progress_finish(&w->progress, w->now);
	} else if (!passed && w->progress.finished != 0) {
		progress_finish(&w->progress, 0);
	}
	for (size_t i = 0; i < w->guide->step_count; i++) {
		const char *id = w->guide->steps[i].id;
		bool noted = progress_time(&w->progress, id) != 0;

		if (noted != wizard_step_done(w, i))
			progress_set_time(&w->progress, id, noted ? 0 : w->now);
	}
}
