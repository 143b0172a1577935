/* SPDX-License-Identifier: MIT */
#include "wizard/check.h"

#include <stdio.h>
#include <string.h>

#include "base/xalloc.h"
#include "wizard/answer.h"
#include "wizard/shown.h"

/* For each state: the result of a text or a picture that means it (NULL: none does), the words for
 * the student and the name for a program. */
static const struct {
	const char *result, *words, *id;
} states[] = {
	[CHECK_OPEN] = { NULL, "还没看", "open" },
	[CHECK_AGREES] = { RESULT_MATCH, "一致", "agrees" },
	[CHECK_FITS] = { RESULT_NUMBER, "与号码一致", "agrees-with-number" },
	[CHECK_SAME] = { RESULT_SAME, "一样", "said-same" },
	[CHECK_SEEN] = { RESULT_SEEN, "看过", "seen" },
	[CHECK_ABSENT] = { RESULT_ABSENT, "网页上没有", "absent" },
	[CHECK_WAITS] = { NULL, "等一等", "waits" },
	[CHECK_ASK] = { RESULT_ASK, "要问", "ask" },
	[CHECK_DIFFERS] = { RESULT_DIFFER, "不一致", "differs" },
};

static enum check_state state_of_result(const char *result)
{
	for (size_t i = 0; i < sizeof states / sizeof states[0]; i++)
		if (states[i].result != NULL && strcmp(result, states[i].result) == 0)
			return (enum check_state)i;
	return CHECK_OPEN;
}

static enum check_state state_of_status(const struct wizard *w)
{
	static const enum check_state outcomes[OUTCOME_COUNT] = {
		[OUTCOME_PASS] = CHECK_AGREES,
		[OUTCOME_WAIT] = CHECK_WAITS,
		[OUTCOME_FAIL] = CHECK_DIFFERS,
	};
	int status = wizard_status(w);

	return status == NO_CHOICE ? CHECK_OPEN
				   : outcomes[w->guide->verification->statuses[status].outcome];
}

enum check_state wizard_check_state(const struct wizard *w, size_t check)
{
	const struct guide_check *c = wizard_check(w, check);
	const bool typing = w->verify.typing && w->verify.typed == check;
	enum check_state state;

	if (c->compare == GUIDE_COMPARE_STATUS)
		return state_of_status(w);
	if (c->compare == GUIDE_COMPARE_STUDENT)
		return wizard_student(w) == NO_CHOICE ? CHECK_OPEN : CHECK_SEEN;
	if (wizard_is_unlisted(w, check))
		return CHECK_OPEN;
	state = state_of_result(wizard_result(w, check));
	/* An unfinished text always differs: do not report that yet. */
	if ((state == CHECK_DIFFERS || state == CHECK_ASK) && typing &&
	    *wizard_expected(w, c->compare) != '\0' && !wizard_shown_complete(w, check))
		return CHECK_OPEN;
	return state;
}

bool wizard_check_equal(const struct wizard *w, size_t check)
{
	enum check_state state = wizard_check_state(w, check);

	return state == CHECK_AGREES || state == CHECK_FITS;
}

/* True if the student called a value wrong that was compared with nothing. */
static bool is_said_wrong(const struct wizard *w, size_t check)
{
	return wizard_check_state(w, check) == CHECK_DIFFERS && wizard_by_eye(w, check);
}

const char *wizard_check_words(const struct wizard *w, size_t check)
{
	int choice = wizard_choice(w, check);

	if (wizard_is_unlisted(w, check))
		return *wizard_result(w, check) == '\0' ? "还看不到" : "等有了再看";
	if (wizard_is_choice(wizard_check(w, check)) && choice != NO_CHOICE)
		return wizard_option_label(w, check, (size_t)choice);
	if (wizard_check_state(w, check) == CHECK_SEEN && wizard_is_missing(w, check))
		return "看过，还没比";
	return is_said_wrong(w, check) ? "不对" : states[wizard_check_state(w, check)].words;
}

const char *wizard_check_id(const struct wizard *w, size_t check)
{
	return is_said_wrong(w, check) ? "said-different" : states[wizard_check_state(w, check)].id;
}

const char *wizard_earlier_words(const struct wizard *w, size_t check)
{
	const char *result = progress_result(&w->progress, wizard_check(w, check)->id);
	int option = wizard_option_of(w, check, result);

	/* The progress does not say whose answers it keeps; only the invented student is sure to be
	 * the same one. */
	if (!wizard_uses_sample(w) || wizard_check_state(w, check) != CHECK_OPEN ||
	    w->verify.shown[check].len > 0 || *result == '\0')
		return "";
	if (wizard_is_choice(wizard_check(w, check)))
		return option == NO_CHOICE ? "" : wizard_option_label(w, check, (size_t)option);
	return state_of_result(result) == CHECK_OPEN ? "" : states[state_of_result(result)].words;
}

const char *wizard_expected_label(const struct wizard *w, size_t check)
{
	if (w->record.typed)
		return wizard_from_number(w, wizard_check(w, check)->compare) ? "按号码" : "你填的";
	return wizard_check_state(w, check) == CHECK_ASK ? "高考信息里" : "应为";
}

const char *wizard_doubt_words(const struct wizard *w, size_t check)
{
	return w->record.typed && wizard_check_state(w, check) == CHECK_DIFFERS &&
			       *wizard_expected(w, wizard_check(w, check)->compare) != '\0'
		       ? "先看是不是自己填错了高考信息。"
		       : "";
}

const char *wizard_doubts(const struct wizard *w)
{
	const struct guide_verification *v = w->guide->verification;
	const char *words = "";

	for (size_t i = 0; v != NULL && i < v->check_count && *words == '\0'; i++)
		words = wizard_doubt_words(w, i);
	return words;
}

const char *wizard_source_words(const struct wizard *w, size_t check)
{
	return wizard_from_number(w, wizard_check(w, check)->compare) ? " 按号码" : "";
}

bool wizard_is_problem(const struct wizard *w, size_t check)
{
	enum check_state state = wizard_check_state(w, check);

	return state == CHECK_DIFFERS || state == CHECK_WAITS || state == CHECK_ASK ||
	       (state == CHECK_ABSENT && wizard_check_group(wizard_check(w, check)) == GROUP_MUST);
}

enum check_group wizard_check_group(const struct guide_check *check)
{
	if (check->fatal || check->compare == GUIDE_COMPARE_STATUS ||
	    check->compare == GUIDE_COMPARE_STUDENT)
		return GROUP_MUST;
	return check->empty ? GROUP_EMPTY : GROUP_OTHER;
}

/* The position of a check in its group: lower ranks come first. */
static int rank(const struct guide_check *check)
{
	switch (check->compare) {
	case GUIDE_COMPARE_PICTURE:
		return 1;
	case GUIDE_COMPARE_STATUS:
		return 2;
	case GUIDE_COMPARE_STUDENT:
		return 3;
	default:
		return 0;
	}
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

/* True if a check is asked. If the site shows no record, only the status is: there is nothing else
 * to look at, and the kind of student can wait. */
static bool is_asked(const struct wizard *w, size_t check)
{
	return wizard_is_listed(w) || wizard_check(w, check)->compare == GUIDE_COMPARE_STATUS;
}

/* True if the answer to a check is missing. Name and number identify the student, so looking at
 * them does not replace comparing them. */
static bool is_missing(const struct wizard *w, size_t check)
{
	enum check_state state = wizard_check_state(w, check);
	const struct guide_check *c = wizard_check(w, check);

	if (!is_asked(w, check))
		return false;
	return state == CHECK_OPEN || (state == CHECK_SEEN && c->compare != GUIDE_COMPARE_STUDENT &&
				       (wizard_record(w) == NULL ||
					(c->required && (c->compare == GUIDE_COMPARE_NAME ||
							 c->compare == GUIDE_COMPARE_ID_NUMBER))));
}

bool wizard_is_missing(const struct wizard *w, size_t check)
{
	return wizard_check_group(wizard_check(w, check)) == GROUP_MUST && is_missing(w, check);
}

size_t wizard_missing(const struct wizard *w, size_t out[GUIDE_CHECKS_MAX])
{
	size_t must[GUIDE_CHECKS_MAX], count = wizard_checks(w, GROUP_MUST, must), missing = 0;

	for (size_t i = 0; i < count; i++)
		if (is_missing(w, must[i]))
			out[missing++] = must[i];
	return missing;
}

size_t wizard_asked(const struct wizard *w)
{
	size_t must[GUIDE_CHECKS_MAX], count = wizard_checks(w, GROUP_MUST, must), asked = 0;

	for (size_t i = 0; i < count; i++)
		asked += is_asked(w, must[i]);
	return asked;
}

char *wizard_missing_text(const struct wizard *w)
{
	size_t missing[GUIDE_CHECKS_MAX], count = wizard_missing(w, missing);
	char *text;
	FILE *out = xmemstream(&text);

	if (count > 0)
		fprintf(out, "还差 %zu 项：", count);
	for (size_t i = 0; i < count; i++)
		fprintf(out, "%s%s", i > 0 ? "、" : "", wizard_check(w, missing[i])->label);
	fclose(out);
	return text;
}
