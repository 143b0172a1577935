/* SPDX-License-Identifier: MIT */
#include "wizard/verdict.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "wizard/answer.h"
#include "wizard/check.h"
#include "wizard/problem.h"
#include "wizard/steps.h"

/* True if a check differs from its expected value. A status has none. */
static bool differs(const struct wizard *w, size_t check)
{
	return wizard_check_state(w, check) == CHECK_DIFFERS &&
	       wizard_check(w, check)->compare != GUIDE_COMPARE_STATUS;
}

static bool any_differs(const struct wizard *w)
{
	const struct guide_verification *v = w->guide->verification;

	for (size_t i = 0; v != NULL && i < v->check_count; i++)
		if (differs(w, i))
			return true;
	return false;
}

/* The words for the kind of a problem, the same for all of its checks; of the status, its label. */
static const char *problem_words(const struct wizard *w, size_t check)
{
	const struct guide_check *c = wizard_check(w, check);

	if (wizard_check_state(w, check) == CHECK_ABSENT)
		return "网页上没有";
	if (c->compare == GUIDE_COMPARE_STATUS)
		return c->label;
	return wizard_is_choice(c) ? "不对" : wizard_check_words(w, check);
}

/* Writes the problems of a kind: "姓名、性别 2 项不一致", "网页上没有民族",
 * "学籍状态是暂缓注册". */
static void name_kind(const struct wizard *w, const char *kind, FILE *out)
{
	size_t problems[GUIDE_CHECKS_MAX], count = problem_list(w, problems), named = 0;
	const char *after = "";
	bool absent = false;
	char *names;
	FILE *list = xmemstream(&names);

	for (size_t i = 0; i < count; i++) {
		const struct guide_check *c = wizard_check(w, problems[i]);
		const bool status = c->compare == GUIDE_COMPARE_STATUS;

		if (strcmp(problem_words(w, problems[i]), kind) != 0)
			continue;
		absent = wizard_check_state(w, problems[i]) == CHECK_ABSENT;
		fprintf(list, "%s%s%s%s", named++ > 0 ? "、" : "", c->label, status ? "是" : "",
			status ? wizard_check_words(w, problems[i]) : "");
		after = status || absent ? "" : kind;
	}
	fclose(list);
	if (absent)
		fputs(kind, out);
	fputs(names, out);
	if (named > 1 && !absent)
		fprintf(out, " %zu 项", named);
	fputs(after, out);
	free(names);
}

char *wizard_problem_names(const struct wizard *w)
{
	size_t problems[GUIDE_CHECKS_MAX], count = problem_list(w, problems), before;
	const bool pass = wizard_verdict(w) == VERDICT_PASS;
	char *kinds, *text;
	FILE *out = xmemstream(&kinds);

	for (size_t i = 0; i < count; i++) {
		const char *kind = problem_words(w, problems[i]);

		for (before = 0; strcmp(problem_words(w, problems[before]), kind) != 0;)
			before++;
		if (before < i)
			continue;
		fputs(i > 0 ? "，" : "", out);
		name_kind(w, kind, out);
	}
	fclose(out);
	if (any_differs(w) || (pass && count > 0))
		text = xasprintf("%s%s。", pass ? "另外，" : "", kinds);
	else
		text = xstrdup("");
	free(kinds);
	return text;
}

char *wizard_set_aside(const struct wizard *w)
{
	const struct guide_verification *v = w->guide->verification;
	size_t named = 0;
	char *text;
	FILE *out = xmemstream(&text);

	for (size_t i = 0; v != NULL && i < v->check_count; i++) {
		if (wizard_is_unlisted(w, i) &&
		    (wizard_answer_is(w, i, RESULT_DIFFER) || wizard_answer_is(w, i, RESULT_ASK)))
			fprintf(out, "%s%s", named++ > 0 ? "、" : "前面记过不对的：",
				v->checks[i].label);
	}
	if (named > 0)
		fputs("。网站上看得到它们，学籍就查得到：回去改“学籍状态”。", out);
	fclose(out);
	return text;
}

/* The verdict of a guide without a verification, which is passed when all steps are done. */
static enum verdict verdict_of_steps(const struct wizard *w)
{
	for (size_t i = 0; i < w->guide->step_count; i++)
		if (wizard_step_state(w, i) != STEP_DONE)
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
		if (wizard_check_state(w, checks[i]) == CHECK_DIFFERS)
			return VERDICT_FAIL;
		wait = wait || wizard_is_problem(w, checks[i]);
	}
	if (wizard_missing(w, checks) > 0)
		return VERDICT_OPEN;
	return wait ? VERDICT_WAIT : VERDICT_PASS;
}

bool wizard_fails_by_status(const struct wizard *w)
{
	size_t checks[GUIDE_CHECKS_MAX], count = wizard_checks(w, GROUP_MUST, checks);

	for (size_t i = 0; i < count; i++)
		if (differs(w, checks[i]))
			return false;
	return wizard_verdict(w) == VERDICT_FAIL;
}

char *wizard_done_text(const struct wizard *w)
{
	char *day = wizard_day(w, w->progress.finished);
	char *text = *day == '\0' ? xstrdup("")
				  : xasprintf("%s%s%s", w->verify.passed ? "" : "上次",
					      wizard_uses_sample(w) ? "示例核对完了" : "自查做完了",
					      day);

	free(day);
	return text;
}

char *wizard_kept_wrong(const struct wizard *w)
{
	const struct guide_verification *v = w->guide->verification;
	const struct progress *p = wizard_offered(w);
	size_t named = 0;
	char *names, *text;
	FILE *out = xmemstream(&names);

	for (size_t i = 0; v != NULL && p->finished != 0 && i < v->check_count; i++) {
		const char *result = progress_result(p, v->checks[i].id);

		if (strcmp(result, RESULT_DIFFER) == 0 || strcmp(result, RESULT_ASK) == 0)
			fprintf(out, "%s%s", named++ > 0 ? "、" : "", v->checks[i].label);
	}
	fclose(out);
	text = named == 0 ? xstrdup("") : xasprintf("另有 %zu 项要告诉辅导员：%s。", named, names);
	free(names);
	return text;
}

/* True if every check that makes the verdict fail differs from a value that the student typed,
 * perhaps wrongly. */
static bool fails_by_own_record(const struct wizard *w)
{
	size_t checks[GUIDE_CHECKS_MAX], count = wizard_checks(w, GROUP_MUST, checks);

	for (size_t i = 0; i < count; i++)
		if (wizard_check_state(w, checks[i]) == CHECK_DIFFERS &&
		    *wizard_doubt_words(w, checks[i]) == '\0')
			return false;
	return wizard_verdict(w) == VERDICT_FAIL;
}

/* The guide's text for the verdict; NULL if it has none. */
static const struct guide_verdict *says(const struct wizard *w)
{
	static const enum guide_outcome outcomes[] = { [VERDICT_PASS] = OUTCOME_PASS,
						       [VERDICT_WAIT] = OUTCOME_WAIT,
						       [VERDICT_FAIL] = OUTCOME_FAIL };
	const enum verdict verdict = wizard_verdict(w);

	return verdict == VERDICT_OPEN || wizard_fails_by_status(w)
		       ? NULL
		       : &w->guide->verdicts[outcomes[verdict]];
}

const char *wizard_verdict_title(const struct wizard *w)
{
	if (wizard_verdict(w) == VERDICT_OPEN)
		return w->progress.finished == 0 ? "自查还没有做完" : "这次还没有核对完";
	if (wizard_fails_by_status(w))
		return "学籍状态不对，马上问辅导员";
	return fails_by_own_record(w) ? "和你填的不一致" : says(w)->title;
}

const struct guide_text *wizard_verdict_text(const struct wizard *w)
{
	static const struct guide_text none = { 0 };

	return says(w) != NULL ? &says(w)->text : &none;
}

/* True if a self-check that succeeded implies the step. */
static bool is_implied(const struct wizard *w, size_t step)
{
	const struct guide *g = w->guide;
	size_t last = step;

	if (g->verification == NULL)
		return false;
	while (last < g->step_count && g->steps[last].activity != ACTIVITY_VERIFY)
		last++;
	if (last == g->step_count) /* the step comes after the verification */
		return false;
	/* What the site shows now has to be compared again. */
	return (last != step && w->progress.finished != 0) || wizard_verdict(w) == VERDICT_PASS;
}

enum step_state wizard_step_state(const struct wizard *w, size_t step)
{
	struct step_count c = wizard_step_count(w, step);

	if (c.done == c.count)
		return STEP_DONE;
	return is_implied(w, step) ? STEP_IMPLIED : STEP_OPEN;
}

int64_t wizard_step_time(const struct wizard *w, size_t step)
{
	return wizard_step_state(w, step) == STEP_DONE
		       ? progress_time(&w->progress, w->guide->steps[step].id)
		       : 0;
}

void wizard_note_done(struct wizard *w)
{
	enum verdict verdict = wizard_verdict(w);

	/* A success of an earlier run is kept until this run has a verdict. */
	if (verdict == VERDICT_PASS && !w->verify.passed)
		progress_finish(&w->progress, w->now);
	else if (verdict == VERDICT_WAIT || verdict == VERDICT_FAIL)
		progress_finish(&w->progress, 0);
	w->verify.passed = verdict == VERDICT_PASS;
	for (size_t i = 0; i < w->guide->step_count; i++) {
		const char *id = w->guide->steps[i].id;
		bool noted = progress_time(&w->progress, id) != 0;

		if (noted != (wizard_step_state(w, i) == STEP_DONE))
			progress_set_time(&w->progress, id, noted ? 0 : w->now);
	}
}
