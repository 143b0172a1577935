/* SPDX-License-Identifier: MIT */
/* Shows the verdict, what is missing or differs, and what to do next. */
#include "screens/result.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/text.h"
#include "base/text_wrap.h"
#include "base/xalloc.h"
#include "screens/blocks.h"
#include "screens/save_report.h"
#include "screens/screen.h"
#include "screens/verify.h"
#include "view/screen_text.h"
#include "wizard/answer.h"
#include "wizard/check.h"
#include "wizard/problem.h"
#include "wizard/verdict.h"

enum line_kind { LINE_MISSING, LINE_STEP, LINE_RECORD, LINE_SAVE, LINE_AGAIN, LINE_END };

/* A row that leads somewhere. index: of the check (LINE_MISSING) or the step (LINE_STEP); else
 * 0. */
struct line {
	enum line_kind kind;
	size_t index;
};

enum { LINES_MAX = GUIDE_CHECKS_MAX + GUIDE_STEPS_MAX + 4, CONTACT_COLUMNS = 20 };

/* Lists what an unfinished self-check lacks: the record, and checks to look at; or steps, if the
 * guide has no verification. */
static size_t list_missing(const struct wizard *w, struct line out[LINES_MAX])
{
	size_t missing[GUIDE_CHECKS_MAX], count = wizard_missing(w, missing), lines = 0;

	if (w->guide->verification != NULL && wizard_lacks_record(w))
		out[lines++] = (struct line){ LINE_RECORD, 0 };
	for (size_t i = 0; i < count; i++)
		out[lines++] = (struct line){ LINE_MISSING, missing[i] };
	for (size_t i = 0; w->guide->verification == NULL && i < w->guide->step_count; i++)
		if (wizard_step_state(w, i) != STEP_DONE)
			out[lines++] = (struct line){ LINE_STEP, i };
	return lines;
}

/* Returns true if a name or number was entered that is wrong, so that nothing was compared with
 * it. */
static bool is_left_out(const struct wizard *w)
{
	char *text = wizard_left_out(w);
	bool left_out = *text != '\0';

	free(text);
	return left_out;
}

/* Lists the rows from top to bottom. Returns how many there are. */
static size_t list_lines(const struct wizard *w, struct line out[LINES_MAX])
{
	enum verdict verdict = wizard_verdict(w);
	size_t lines = verdict == VERDICT_OPEN ? list_missing(w, out) : 0;
	size_t problems[GUIDE_CHECKS_MAX];

	out[lines++] = (struct line){ LINE_SAVE, 0 };
	if (verdict != VERDICT_OPEN && (verdict != VERDICT_PASS || problem_list(w, problems) > 0))
		out[lines++] = (struct line){ LINE_AGAIN, 0 };
	if (verdict != VERDICT_OPEN && (is_left_out(w) || *wizard_doubts(w) != '\0'))
		out[lines++] = (struct line){ LINE_RECORD, 0 };
	out[lines++] = (struct line){ LINE_END, 0 };
	return lines;
}

static size_t rows(const struct wizard *w)
{
	struct line lines[LINES_MAX];

	return list_lines(w, lines);
}

static struct line focused_line(const struct wizard *w)
{
	struct line lines[LINES_MAX];
	size_t count = list_lines(w, lines), focus = w->focus[SCREEN_RESULT];

	return lines[focus < count ? focus : count - 1];
}

void result_report_done(struct wizard *w, bool written, bool exists, const char *notice)
{
	wizard_say(w, "%s", notice);
	if (written) {
		line_edit_set(&w->report.written, w->report.path.text);
		w->report.written_form = w->report.form;
		wizard_push(w, SCREEN_RESULT);
		w->focus[SCREEN_RESULT] = rows(w) - 1;
		return;
	}
	wizard_push(w, SCREEN_SAVE_REPORT);
	if (exists)
		save_report_ask_to_replace(w);
}

/* The first line of the guide's text about the verdict, which the box shows; "" if it has none. */
static const char *first_line(const struct wizard *w)
{
	const struct guide_text *words = wizard_verdict_text(w);

	return words->count > 0 ? words->lines[0] : "";
}

/* Returns a sentence on how many of the checks that must agree were compared with the record
 * itself; in the words of the guide if all were. Owned by the caller. */
static char *compared(const struct wizard *w)
{
	size_t checks[GUIDE_CHECKS_MAX], count = wizard_checks(w, GROUP_MUST, checks);
	size_t texts = 0, equal = 0, fit = 0;

	for (size_t i = 0; i < count; i++) {
		bool text = !wizard_is_choice(wizard_check(w, checks[i]));

		texts += text;
		equal += text && wizard_check_equal(w, checks[i]);
		fit += text && wizard_check_state(w, checks[i]) == CHECK_FITS;
	}
	if (equal == texts && fit == 0)
		return text_unmarked(first_line(w));
	return equal == 0 ? xstrdup("主要信息都是你看着说一样的，没有逐字比过。")
			  : xasprintf("主要信息逐字比过 %zu/%zu 项，下面分开列。", equal, texts);
}

/* What is missing, how the checks are known to agree, or what to do now. Owned by the caller. */
static char *summary(const struct wizard *w)
{
	size_t missing[GUIDE_CHECKS_MAX];

	switch (wizard_verdict(w)) {
	case VERDICT_OPEN:
		return w->guide->verification == NULL
			       ? xstrdup("还有几步没做完。")
			       : xasprintf("还差 %zu 项，列在下面。", wizard_missing(w, missing));
	case VERDICT_PASS:
		return compared(w);
	default:
		return text_unmarked(first_line(w));
	}
}

/* Adds what the verdict does not tell: checks that were answered as different although the site
 * shows no record yet, and the school's advice to this kind of student. */
static void add_reserves(struct page *p, const struct wizard *w)
{
	const int student = wizard_student(w);
	const struct guide_option *kind =
		student != NO_CHOICE ? &w->guide->verification->students[student] : NULL;
	char *aside = wizard_set_aside(w);

	if (*aside != '\0')
		page_add(p, BLOCK_PARAGRAPH, aside);
	for (size_t i = 0; kind != NULL && i < kind->advice.count; i++)
		page_addf(p, BLOCK_PARAGRAPH, "%s：%s", kind->label, kind->advice.lines[i]);
	free(aside);
}

static void add_verdict(struct page *p, const struct wizard *w)
{
	static const struct {
		enum mark mark;
		enum style style;
	} looks[] = { [VERDICT_OPEN] = { MARK_LOOK, STYLE_WARNING },
		      [VERDICT_PASS] = { MARK_DONE, STYLE_GOOD },
		      [VERDICT_WAIT] = { MARK_LOOK, STYLE_WARNING },
		      [VERDICT_FAIL] = { MARK_WRONG, STYLE_BAD } };
	const enum verdict verdict = wizard_verdict(w);
	const bool bad = verdict == VERDICT_WAIT || verdict == VERDICT_FAIL;
	size_t checks[GUIDE_CHECKS_MAX], missing = wizard_missing(w, checks);
	char *problems = wizard_problem_names(w), *says = summary(w);
	char *lacks = missing > 0 ? xasprintf("还差 %zu 项。", missing) : xstrdup("");
	/* A success beside which something differs looks like VERDICT_WAIT. */
	const enum verdict look =
		verdict == VERDICT_PASS && *problems != '\0' ? VERDICT_WAIT : verdict;
	char *text = bad ? xasprintf("%s%s%s%s", problems, lacks, wizard_doubts(w), says)
			 : xasprintf("%s%s", says, problems);
	struct block *b = page_add(p, BLOCK_VERDICT, wizard_verdict_title(w));

	b->mark = looks[look].mark;
	block_status(b, text, looks[look].style);
	free(problems);
	free(says);
	free(lacks);
	free(text);
}

/* Selects the checks of one state, which are listed in one line. says: the words before their
 * names. The line of checks that need not agree is quiet and names the first four. */
struct known {
	const char *says;
	enum check_state state;
	enum mark mark;
	bool must;     /* the checks that must agree; else the others */
	bool answered; /* those that were answered before the site showed no record */
};

/* Returns true if a line lists a check. An optional choice with an acceptable answer counts as
 * seen, because it is compared with nothing. */
static bool is_known(const struct wizard *w, size_t check, const struct known *k)
{
	const struct guide_check *c = wizard_check(w, check);
	enum check_state state = wizard_check_state(w, check);

	if (c->compare == GUIDE_COMPARE_STUDENT)
		return false;
	if (wizard_is_unlisted(w, check))
		return k->must && k->state == CHECK_OPEN &&
		       (*wizard_result(w, check) != '\0') == k->answered &&
		       !wizard_answer_is(w, check, RESULT_DIFFER) &&
		       !wizard_answer_is(w, check, RESULT_ASK);
	if (state == CHECK_AGREES && wizard_is_choice(c))
		return !k->must && k->state == CHECK_SEEN;
	return state == k->state && (state != CHECK_SEEN || !wizard_is_missing(w, check));
}

static void add_known(struct page *p, const struct wizard *w, const struct known *k)
{
	const size_t most = k->must ? GUIDE_CHECKS_MAX : 4;
	size_t checks[GUIDE_CHECKS_MAX], count = wizard_checks(w, GROUP_OTHER, checks), named = 0;
	char *text;
	FILE *out = xmemstream(&text);

	if (k->must)
		count = wizard_checks(w, GROUP_MUST, checks);
	else
		count += wizard_checks(w, GROUP_EMPTY, checks + count);
	for (size_t i = 0; i < count; i++)
		if (is_known(w, checks[i], k) && named++ < most)
			fprintf(out, "%s%s", named == 1 ? k->says : "、",
				wizard_check(w, checks[i])->label);
	if (named > most)
		fprintf(out, "等 %zu 项", named);
	fclose(out);
	if (named > 0 && k->must)
		page_add(p, BLOCK_BULLET, text)->mark = k->mark;
	else if (named > 0)
		page_add(p, BLOCK_PARAGRAPH, text)->style = STYLE_QUIET;
	free(text);
}

/* Adds the required choices with an acceptable answer, in the student's words, because they were
 * compared with nothing. */
static void add_choices(struct page *p, const struct wizard *w)
{
	size_t checks[GUIDE_CHECKS_MAX], count = wizard_checks(w, GROUP_MUST, checks);
	size_t named = 0;
	char *text;
	FILE *out = xmemstream(&text);

	for (size_t i = 0; i < count; i++) {
		const struct guide_check *check = wizard_check(w, checks[i]);

		if (wizard_is_choice(check) && wizard_check_state(w, checks[i]) == CHECK_AGREES)
			fprintf(out, "%s%s：%s", named++ > 0 ? "；" : "", check->label,
				wizard_check_words(w, checks[i]));
	}
	fclose(out);
	if (named > 0)
		page_add(p, BLOCK_BULLET, text)->mark = MARK_DONE;
	free(text);
}

/* Adds the state of each check. Problems are listed by add_problems(), and what an unfinished
 * self-check lacks by add_lines(). */
static void add_states(struct page *p, const struct wizard *w)
{
	static const struct known before[] = {
		{ "一致：", CHECK_AGREES, MARK_DONE, true, false },
		{ "与号码一致：", CHECK_FITS, MARK_DONE, true, false },
		{ "你说一样：", CHECK_SAME, MARK_DONE, true, false },
	};
	static const struct known after[] = {
		{ "看过，没有可比的：", CHECK_SEEN, MARK_LOOK, true, false },
		{ "另外一致：", CHECK_AGREES, MARK_NONE, false, false },
		{ "另外与号码一致：", CHECK_FITS, MARK_NONE, false, false },
		{ "另外你说一样：", CHECK_SAME, MARK_NONE, false, false },
		{ "另外看过：", CHECK_SEEN, MARK_NONE, false, false },
		{ "另外网页上没有：", CHECK_ABSENT, MARK_NONE, false, false },
	};
	static const struct known unseen[] = {
		{ "还看不到：", CHECK_OPEN, MARK_UNTOUCHED, true, false },
		{ "等有了再看：", CHECK_OPEN, MARK_UNTOUCHED, true, true },
	};
	static const struct known skipped = { "没看：", CHECK_OPEN, MARK_NONE, false, false };

	for (size_t i = 0; i < sizeof before / sizeof before[0]; i++)
		add_known(p, w, &before[i]);
	add_choices(p, w);
	for (size_t i = 0; i < sizeof after / sizeof after[0]; i++)
		add_known(p, w, &after[i]);
	for (size_t i = 0; !wizard_is_listed(w) && i < sizeof unseen / sizeof unseen[0]; i++)
		add_known(p, w, &unseen[i]);
	if (wizard_verdict(w) != VERDICT_OPEN) {
		char *missing = wizard_missing_text(w);

		if (*missing != '\0')
			page_add(p, BLOCK_BULLET, missing)->mark = MARK_UNTOUCHED;
		free(missing);
		add_known(p, w, &skipped);
	}
	page_add(p, BLOCK_GAP, "");
}

/* Adds a row to a problem, with the text as it is; adds nothing if there is no text. */
static void add_value(struct page *p, const char *label, const char *value)
{
	if (value != NULL && *value != '\0')
		block_label(page_add(p, BLOCK_TABLE_ROW, value), label);
}

/* Adds what the site shows and what is right: in one row if that tells the difference. */
static void add_problem(struct page *p, const struct wizard *w, size_t check)
{
	struct check_problem problem;
	struct block *b;
	char *both;

	problem_make(w, check, REPORT_ON_SCREEN, &problem);
	both = xasprintf("%s，%s %s", problem.shown, problem.expected_label, problem.expected);
	b = page_addf(p, BLOCK_BULLET, "**%s：%s%s**", problem.check->label,
		      wizard_by_eye(w, check) ? "你说" : "", problem.words);
	b->mark = wizard_check_state(w, check) == CHECK_DIFFERS ? MARK_WRONG : MARK_LOOK;
	if (strcmp(problem.shown, problem.words) != 0)
		add_value(p, "网站上", problem.plain ? both : problem.shown);
	if (!problem.plain) {
		add_value(p, problem.expected_label, problem.expected);
		add_findings(p, "", &problem.found, problem.how);
	}
	xwipe(both);
	problem_wipe(&problem);
}

/* Names in one item the checks for which the site shows nothing. */
static void add_absent(struct page *p, const struct wizard *w, const size_t *problems, size_t count)
{
	size_t named = 0;
	char *text;
	FILE *out = xmemstream(&text);

	for (size_t i = 0; i < count; i++)
		if (wizard_check_state(w, problems[i]) == CHECK_ABSENT)
			fprintf(out, "%s%s", named++ > 0 ? "、" : "**网页上没有：",
				wizard_check(w, problems[i])->label);
	fputs("**", out);
	fclose(out);
	if (named > 0)
		page_add(p, BLOCK_BULLET, text)->mark = MARK_LOOK;
	free(text);
}

/* Adds a remedy of problems[at] unless the box or a problem before it has it. Names the checks that
 * it is for unless it is for all. */
static void add_remedy(struct page *p, const struct wizard *w, const size_t *problems, size_t count,
		       size_t at, enum remedy remedy)
{
	const char *words = problem_remedy(w, problems[at], remedy), *other;
	size_t named = 0, before = 0;
	char *names, *text;
	FILE *out;

	if (words == NULL || strcmp(words, first_line(w)) == 0)
		return;
	out = xmemstream(&names);
	for (size_t i = 0; i < count; i++) {
		other = problem_remedy(w, problems[i], remedy);
		if (other == NULL || strcmp(other, words) != 0)
			continue;
		before += i < at;
		fprintf(out, "%s%s", named++ > 0 ? "、" : "", wizard_check(w, problems[i])->label);
	}
	fclose(out);
	text = screen_text(words);
	if (before == 0)
		page_addf(p, BLOCK_TABLE_ROW, "%s%s%s", named < count ? names : "",
			  named < count ? "：" : "", text);
	free(text);
	free(names);
}

/* Labels the rows from `first` on: only the first one, but in line mode, which says them in
 * portions, each. */
static void label_rows(struct page *p, const struct wizard *w, size_t first, const char *label)
{
	for (size_t i = first; i < p->count && (i == first || w->line_mode); i++)
		block_label(&p->blocks[i], label);
}

/* Adds the laws, because the advice about a status names their articles. */
static void add_law_rows(struct page *p, const struct wizard *w)
{
	const struct guide *g = w->guide;
	const size_t first = p->count;

	for (size_t i = 0; i < g->law_count; i++)
		page_addf(p, BLOCK_TABLE_ROW, "《%s》（%s）", g->laws[i].title, g->laws[i].number);
	label_rows(p, w, first, "依据");
}

/* Adds the remedies of one kind. */
static void add_remedies(struct page *p, const struct wizard *w, const size_t *problems,
			 size_t count, enum remedy remedy)
{
	static const char *const labels[] = {
		[REMEDY_ADVICE] = "怎么办", [REMEDY_CORRECTOR] = "找谁", [REMEDY_PROOF] = "带什么"
	};
	const size_t first = p->count;

	for (size_t i = 0; i < count; i++)
		add_remedy(p, w, problems, count, i, remedy);
	label_rows(p, w, first, labels[remedy]);
}

/* Adds the problems, and below them what to do: each sentence once. */
static void add_problems(struct page *p, const struct wizard *w)
{
	size_t problems[GUIDE_CHECKS_MAX], count = problem_list(w, problems);
	bool status = false;

	page_add(p, BLOCK_GAP, "");
	for (size_t i = 0; i < count; i++) {
		status = status || wizard_check(w, problems[i])->compare == GUIDE_COMPARE_STATUS;
		if (wizard_check_state(w, problems[i]) != CHECK_ABSENT)
			add_problem(p, w, problems[i]);
	}
	add_absent(p, w, problems, count);
	if (count > 1)
		page_add(p, BLOCK_GAP, "");
	for (int remedy = 0; remedy < REMEDY_COUNT; remedy++)
		add_remedies(p, w, problems, count, (enum remedy)remedy);
	if (status && wizard_is_listed(w))
		add_law_rows(p, w);
	page_add(p, BLOCK_GAP, "");
}

static void add_deadline(struct page *p, const struct guide *g)
{
	if (g->deadline != NULL)
		page_addf(p, BLOCK_PARAGRAPH, "截止：%s", g->deadline);
}

/* Adds the guide's advice without its first line, which is in the box. */
static void add_next(struct page *p, const struct wizard *w)
{
	const struct guide_text *text = wizard_verdict_text(w);
	bool passed = wizard_verdict(w) == VERDICT_PASS && w->guide->verification != NULL;
	size_t problems[GUIDE_CHECKS_MAX];

	if (text->count > 1 || passed)
		page_add(p, BLOCK_GROUP, "接下来");
	if (passed)
		block_label(page_add(p, BLOCK_BULLET,
				     problem_list(w, problems) > 0 ? "照上面写的，告诉辅导员。"
								   : "关掉网页，就做完了。"),
			    "-");
	for (size_t i = 1; i < text->count; i++)
		block_label(page_add(p, BLOCK_BULLET, text->lines[i]), "-");
	add_deadline(p, w->guide);
	page_add(p, BLOCK_GAP, "");
}

/* Adds a line for each of the short contacts: mail and phone numbers, which may change. Longer
 * ones, such as pages and offices, are shown in the notes and in each problem. */
static void add_questions(struct page *p, const struct guide *g)
{
	size_t last = g->contact_count;
	bool first = true;

	while (last > 0 && text_width(g->contacts[last - 1].value) > CONTACT_COLUMNS)
		last--;
	for (size_t i = 0; i < last; i++) {
		const struct guide_contact *c = &g->contacts[i];

		if (text_width(c->value) > CONTACT_COLUMNS)
			continue;
		page_addf(p, BLOCK_PARAGRAPH, "%s%s %s%s", first ? "有疑问：" : "", c->label,
			  c->value, i + 1 == last ? "（以官网为准）" : "")
			->style = STYLE_QUIET;
		first = false;
	}
}

/* Adds when the self-check succeeded: in this run, or in an earlier one, which says nothing about
 * the site as it is now. */
static void add_time(struct page *p, const struct wizard *w)
{
	enum verdict verdict = wizard_verdict(w);
	time_t when = (time_t)w->progress.finished;
	struct tm tm;

	if (when == 0 || localtime_r(&when, &tm) == NULL)
		return;
	page_addf(p, BLOCK_PARAGRAPH, "%04d-%02d-%02d %02d:%02d %s", tm.tm_year + 1900,
		  tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min,
		  verdict == VERDICT_PASS ? "自查做完。" : "自查成功过；这次要重新核对，才算数。")
		->style = STYLE_QUIET;
}

/* The text of a row, owned by the caller. */
static char *line_text(const struct wizard *w, struct line line)
{
	switch (line.kind) {
	case LINE_MISSING:
		return xstrdup(wizard_check(w, line.index)->label);
	case LINE_STEP:
		return xstrdup(w->guide->steps[line.index].title);
	case LINE_RECORD:
		return wizard_record_wanted(w);
	case LINE_SAVE:
		return xstrdup("保存结果单（可交给辅导员）");
	case LINE_AGAIN:
		return xstrdup("回去再核对一遍");
	default:
		return xstrdup("结束");
	}
}

static void add_line(struct page *p, const struct wizard *w, struct line line, size_t row)
{
	const bool lacks = line.kind == LINE_MISSING || line.kind == LINE_STEP;
	char *text = line_text(w, line);
	struct block *b = page_add(p, lacks ? BLOCK_CHOICE : BLOCK_BUTTON, text);

	b->mark = lacks ? MARK_UNTOUCHED : MARK_NONE;
	b->row = (int)row;
	free(text);
}

static void add_lines(struct page *p, const struct wizard *w)
{
	struct line lines[LINES_MAX];
	size_t count = list_lines(w, lines);

	for (size_t i = 0; i < count; i++) {
		if (lines[i].kind == LINE_SAVE ||
		    (lines[i].kind == LINE_MISSING && i > 0 && lines[i - 1].kind == LINE_RECORD))
			page_add(p, BLOCK_GAP, "");
		if (lines[i].kind == LINE_SAVE && wizard_verdict(w) == VERDICT_OPEN)
			add_deadline(p, w->guide);
		add_line(p, w, lines[i], i);
	}
}

static void build(struct page *p, const struct wizard *w)
{
	/* The key hint says what Enter does, because the focused row may be scrolled out of
	 * sight. */
	static const char *const presses[] = {
		[LINE_MISSING] = "去看", [LINE_STEP] = "去做",    [LINE_RECORD] = "填写",
		[LINE_SAVE] = "保存",    [LINE_AGAIN] = "再核对", [LINE_END] = "结束",
	};
	const enum verdict verdict = wizard_verdict(w);

	p->enter = presses[focused_line(w).kind];
	p->pinned = verdict != VERDICT_OPEN;
	add_verdict(p, w);
	if (verdict == VERDICT_OPEN)
		add_time(p, w);
	add_reserves(p, w);
	add_problems(p, w);
	add_states(p, w);
	if (verdict == VERDICT_OPEN)
		add_lines(p, w);
	else
		add_next(p, w);
	page_add(p, BLOCK_GAP, "");
	add_questions(p, w->guide);
	if (verdict == VERDICT_PASS)
		add_time(p, w);
	if (verdict != VERDICT_OPEN)
		add_lines(p, w);
}

/* Goes to a check in the step with the verification. */
static unsigned go_to_check(struct wizard *w, size_t check)
{
	unsigned effects = 0;

	for (size_t i = 0; i < w->guide->step_count; i++)
		if (w->guide->steps[i].activity == ACTIVITY_VERIFY)
			effects = wizard_go_to_step(w, i);
	effects |= wizard_push(w, SCREEN_RESULT); /* so that Esc returns to the result */
	return effects | verify_open(w, check);
}

static unsigned enter(struct wizard *w)
{
	struct line line = focused_line(w);

	switch (line.kind) {
	case LINE_MISSING:
		return go_to_check(w, line.index);
	case LINE_STEP:
		return wizard_go_to_step(w, line.index);
	case LINE_RECORD:
		return wizard_enter_record(w);
	case LINE_SAVE:
		return save_report_open(w);
	case LINE_AGAIN:
		return go_to_check(w, FIRST_MISSING);
	default:
		return wizard_leave(w);
	}
}

static unsigned apply(struct wizard *w, struct action a)
{
	switch (a.kind) {
	case ACTION_NEXT:
	case ACTION_TOGGLE:
		return enter(w);
	case ACTION_BACK:
	case ACTION_CLOSE:
		return w->stack[w->depth - 1] == SCREEN_VERIFY
			       ? wizard_pop(w)
			       : wizard_go_to_step(w, w->guide->step_count - 1);
	case ACTION_SAVE_REPORT:
		return save_report_open(w);
	case ACTION_REVEAL:
		w->verify.revealed = !w->verify.revealed;
		return 0;
	default:
		return EFFECT_UNHANDLED;
	}
}

const struct screen result_screen = {
	.name = "结果",
	.build = build,
	.apply = apply,
	.keys = CONTEXT_RESULT,
	.rows = rows,
};
