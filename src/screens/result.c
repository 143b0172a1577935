/* SPDX-License-Identifier: MIT */
/* Shows the verdict, the problems and the steps. */
#include "screens/screen.h"

#include <time.h>

#include "screens/blocks.h"
#include "screens/save_report.h"
#include "wizard/report.h"
#include "wizard/verdict.h"

static void add_verdict(struct page *p, const struct wizard *w)
{
	static const enum style styles[] = { [VERDICT_OPEN] = STYLE_PLAIN,
					     [VERDICT_PASS] = STYLE_GOOD,
					     [VERDICT_WAIT] = STYLE_WARNING,
					     [VERDICT_FAIL] = STYLE_BAD };
	enum verdict verdict = wizard_verdict(w);
	const struct guide_verdict *said = wizard_verdict_says(w);

	page_add(p, BLOCK_HEADING, said->title)->style = styles[verdict];
	page_text(p, &said->text);
	if (verdict == VERDICT_OPEN)
		page_add(p, BLOCK_PARAGRAPH,
			 "进度都记着：下次打开从这里接着做，或者按数字回到某一步。");
}

static void add_steps(struct page *p, const struct wizard *w)
{
	page_add(p, BLOCK_HEADING, "每一步做到哪里了");
	for (size_t i = 0; i < w->guide->step_count; i++) {
		const struct guide_step *step = &w->guide->steps[i];
		size_t done = 0;

		for (size_t k = 0; k < step->item_count; k++)
			done += progress_ticked(&w->progress, step->items[k].id);
		block_label(page_addf(p, BLOCK_BULLET, "%zu %s（勾了 %zu 项，共 %zu 项）", i + 1,
				      step->title, done, step->item_count),
			    wizard_step_done(w, i) ? "[x]" : "[ ]");
	}
}

static void add_problem(struct page *p, const struct wizard *w, size_t index)
{
	const struct guide_verification *v = w->guide->verification;
	const struct guide_check *check = &v->checks[index];
	const char *what = progress_result_is(&w->progress, check->id, RESULT_DIFFER)
				   ? "不一致"
				   : "网站上未显示";
	const char *advice = check->advice;
	struct findings found = { 0 };

	if (check->compare == GUIDE_COMPARE_STATUS) {
		what = v->statuses[wizard_status(w)].label;
		advice = v->statuses[wizard_status(w)].meaning;
	}
	block_label(page_addf(p, BLOCK_BULLET, "%s：%s。%s", check->label, what,
			      advice != NULL ? advice : ""),
		    "-");
	wizard_check_shown(w, index, &found);
	add_findings(p, "", &found, false);
	if (check->proof != NULL)
		page_addf(p, BLOCK_FINDING, "要带：%s", check->proof)->style = STYLE_QUIET;
	if (check->corrector != NULL)
		page_addf(p, BLOCK_FINDING, "找谁：%s", check->corrector)->style = STYLE_QUIET;
}

static void add_time(struct page *p, const struct wizard *w)
{
	time_t when = (time_t)w->progress.finished;
	long minutes = (long)((w->progress.finished - w->progress.started) / 60);
	struct tm tm;

	if (w->progress.finished == 0 || localtime_r(&when, &tm) == NULL)
		return;
	page_addf(p, BLOCK_PARAGRAPH, "完成于 %04d-%02d-%02d %02d:%02d，从开始到完成 %ld 分钟。",
		  tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min, minutes)
		->style = STYLE_QUIET;
}

static void build(struct page *p, const struct wizard *w)
{
	const struct guide_verification *v = w->guide->verification;
	int student = wizard_student(w);

	add_verdict(p, w);
	if (student != NO_CHOICE)
		page_text(p, &v->students[student].advice);
	if (w->guide->deadline != NULL)
		page_addf(p, BLOCK_PARAGRAPH, "学校的截止时间：%s", w->guide->deadline);
	page_add(p, BLOCK_GAP, "");
	for (size_t i = 0; v != NULL && i < v->check_count; i++)
		if (report_is_problem(w, i))
			add_problem(p, w, i);
	page_add(p, BLOCK_GAP, "");
	add_steps(p, w);
	page_add(p, BLOCK_GAP, "");
	page_add(p, BLOCK_HEADING, "有问题找谁");
	add_contacts(p, w->guide);
	add_time(p, w);
}

static unsigned apply(struct wizard *w, struct action a)
{
	switch (a.kind) {
	case ACTION_NEXT:
		return wizard_leave(w);
	case ACTION_BACK:
		return wizard_go_to_step(w, w->guide->step_count - 1);
	case ACTION_SAVE_REPORT:
		return save_report_open(w);
	default:
		return EFFECT_UNHANDLED;
	}
}

const struct screen result_screen = {
	.name = "结果",
	.build = build,
	.apply = apply,
	.keys = CONTEXT_RESULT,
};
