/* SPDX-License-Identifier: MIT */
#include "wizard/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/json_out.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "rules/sentence.h"
#include "wizard/answer.h"
#include "wizard/check.h"
#include "wizard/mask.h"
#include "wizard/problem.h"
#include "wizard/steps.h"
#include "wizard/verdict.h"

/* What differs between text and Markdown. */
struct style {
	const char *title, *heading, *item, *done, *open;
};

static const struct style styles[] = {
	[REPORT_TEXT] = { "", "", "  ", "[x]", "[ ]" },
	[REPORT_MARKDOWN] = { "# ", "## ", "- ", "- [x]", "- [ ]" },
};

/* The extension of a file name, from its last dot on; NULL if there is none. */
static const char *ending(const char *path)
{
	const char *slash = strrchr(path, '/');

	return strrchr(slash != NULL ? slash : path, '.');
}

enum report_format report_format(const char *path)
{
	const char *dot = ending(path);

	if (dot != NULL && strcasecmp(dot, ".md") == 0)
		return REPORT_MARKDOWN;
	return dot != NULL && strcasecmp(dot, ".json") == 0 ? REPORT_JSON : REPORT_TEXT;
}

const char *report_refused(const char *path)
{
	const char *dot = ending(path);

	if (path[strspn(path, " ")] == '\0')
		return "先写文件名，如 学籍自查结果单.txt。";
	if (strchr(path, '\\') != NULL || strstr(path, "／") != NULL ||
	    strncmp(path, "～", strlen("～")) == 0)
		return "文件夹之间用英文的 / 隔开，如 ~/结果单.txt。";
	if (dot != NULL && strcasecmp(dot, ".txt") != 0 && report_format(path) == REPORT_TEXT)
		return "这种文件存不了：换成 .txt、.md 或 .json 结尾。";
	return NULL;
}

/* The student number that was typed from the site; "" if the student called it wrong or the reader
 * must not see it. Owned by the caller, who wipes it. */
static char *student_number(const struct wizard *w, enum report_form form)
{
	const struct guide_verification *v = w->guide->verification;

	for (size_t i = 0; v != NULL && form != REPORT_MASKED && i < v->check_count; i++)
		if (v->checks[i].compare == GUIDE_COMPARE_STUDENT_NUMBER &&
		    wizard_check_state(w, i) == CHECK_SEEN)
			return mask_in(w, GUIDE_COMPARE_STUDENT_NUMBER, w->verify.shown[i].text,
				       form);
	return xstrdup("");
}

/* The same for the record's candidate number. */
static char *candidate_number(const struct wizard *w, enum report_form form)
{
	return form == REPORT_MASKED
		       ? xstrdup("")
		       : mask_in(w, GUIDE_COMPARE_STUDENT_NUMBER, w->record.candidate_number, form);
}

/* "2026-09-12 10:24" in local time; "" for 0. Valid until the next call. */
static const char *time_text(int64_t when)
{
	static char text[32];
	time_t t = (time_t)when;
	struct tm tm;

	if (when == 0 || localtime_r(&t, &tm) == NULL ||
	    strftime(text, sizeof text, "%Y-%m-%d %H:%M", &tm) == 0)
		text[0] = '\0';
	return text;
}

/* The report while it is written, as text or as JSON. */
struct writer {
	const struct wizard *w;
	enum report_form form;
	const struct style *style; /* NULL: JSON */
	FILE *out;
	const char *between; /* JSON: text to write before the next member */
	size_t entries;      /* JSON: how many entries the open list has */
};

/* Writes a text, with what means something in Markdown escaped. */
static void put(const struct writer *s, const char *text)
{
	char *clean = text_clean_line(text);

	for (const char *p = clean; *p != '\0'; p++) {
		if (s->style == &styles[REPORT_MARKDOWN] && strchr("\\`*_[]<>#|", *p) != NULL)
			fputc('\\', s->out);
		fputc(*p, s->out);
	}
	xwipe(clean);
}

/* Writes a value with its key in JSON or its label in a text. A NULL key or label leaves it out of
 * that format; a value of NULL or "" is not written at all. */
static void pair(struct writer *s, const char *key, const char *label, const char *value)
{
	const char *name = s->style == NULL ? key : label;

	if (name == NULL || value == NULL || *value == '\0')
		return;
	if (s->style == NULL) {
		fputs(s->between, s->out);
		json_out_string(name, s->out);
		fputs(": ", s->out);
		json_out_string(value, s->out);
		s->between = *s->between == '\0' ? ", " : s->between;
		return;
	}
	fputs(s->style->item, s->out);
	put(s, name);
	fputs("：", s->out);
	put(s, value);
	fputc('\n', s->out);
}

static void heading(const struct writer *s, const char *text)
{
	if (s->style == NULL)
		return;
	fprintf(s->out, "\n%s", s->style->heading);
	put(s, text);
	fputs(*s->style->heading != '\0' ? "\n\n" : "\n", s->out);
}

/* Writes brackets and commas, in JSON only. */
static void json(const struct writer *s, const char *text)
{
	if (s->style == NULL)
		fputs(text, s->out);
}

/* Write a list of objects in JSON, and the start of each object. */
static void open_list(struct writer *s, const char *key)
{
	s->entries = 0;
	json(s, ",\n  \"");
	json(s, key);
	json(s, "\": [");
}

static void open_entry(struct writer *s)
{
	s->between = "";
	json(s, s->entries++ > 0 ? ",\n    {" : "\n    {");
}

static void close_list(struct writer *s)
{
	s->between = ",\n  ";
	json(s, "\n  ]");
}

static const char *verdict_id(const struct wizard *w)
{
	static const char *const names[] = { [VERDICT_OPEN] = "open",
					     [VERDICT_PASS] = "pass",
					     [VERDICT_WAIT] = "wait",
					     [VERDICT_FAIL] = "fail" };

	return names[wizard_verdict(w)];
}

/* Writes a value that may be masked, and wipes it. */
static void secret(struct writer *s, const char *key, const char *label, char *value)
{
	pair(s, key, label, value);
	xwipe(value);
}

static void write_head(struct writer *s)
{
	const struct wizard *w = s->w;
	char *missing = wizard_missing_text(w), *aside = wizard_set_aside(w);
	char *problems = wizard_problem_names(w), *left_out = wizard_left_out(w);
	int student = wizard_student(w);

	fputs(s->style == NULL ? "{\n  \"format\": 1" : s->style->title, s->out);
	s->between = ",\n  ";
	if (s->style != NULL)
		fputs("学籍自查结果单\n\n", s->out);
	else if (wizard_uses_sample(w))
		fputs(",\n  \"sample\": true", s->out);
	if (wizard_uses_sample(w))
		pair(s, NULL, "示例", "学生是虚构的，不是真的自查");
	if (*w->record.name == '\0')
		pair(s, NULL, "姓名", "没有填");
	secret(s, "name", "姓名", mask_in(w, GUIDE_COMPARE_NAME, w->record.name, s->form));
	secret(s, "student_number", "学号", student_number(w, s->form));
	secret(s, "candidate_number", "考生号", candidate_number(w, s->form));
	secret(s, "id_number", "证件号码",
	       mask_in(w, GUIDE_COMPARE_ID_NUMBER, w->record.id_number, s->form));
	/* Of another record it says nothing, as its source is unknown. */
	if (w->record.typed || w->lookup.matched)
		pair(s, "compared_with", "高考信息",
		     w->record.typed ? "本人填的，没有拿学校的名册比过" : "学校的名册");
	if (student != NO_CHOICE)
		pair(s, "student", "学生类别", w->guide->verification->students[student].label);
	pair(s, "verdict", NULL, verdict_id(w));
	pair(s, "verdict_text", "结论", wizard_verdict_title(w));
	pair(s, NULL, "核对", missing);
	pair(s, NULL, "注意", left_out);
	pair(s, NULL, "注意", wizard_doubts(w));
	pair(s, NULL, "注意", problems);
	pair(s, NULL, "注意", aside);
	pair(s, "started", "开始", time_text(w->progress.started));
	if (wizard_verdict(w) == VERDICT_PASS)
		pair(s, "finished", "完成", time_text(w->progress.finished));
	pair(s, "written", "写于", time_text(w->now));
	pair(s, "deadline", "截止", w->guide->deadline);
	free(missing);
	free(aside);
	free(problems);
	free(left_out);
}

/* Writes the guide's advice for the kind of student, in a text only. */
static void write_advice(struct writer *s)
{
	const struct guide_verification *v = s->w->guide->verification;
	int student = wizard_student(s->w);

	for (size_t i = 0; student != NO_CHOICE && i < v->students[student].advice.count; i++)
		pair(s, NULL, v->students[student].label, v->students[student].advice.lines[i]);
}

/* Writes the ids of the missing checks, in JSON only: a text names the checks in its head. */
static void write_missing(const struct writer *s)
{
	size_t missing[GUIDE_CHECKS_MAX], count = wizard_missing(s->w, missing);

	json(s, ",\n  \"missing\": [");
	for (size_t i = 0; s->style == NULL && i < count; i++) {
		json(s, i > 0 ? ", " : "");
		json_out_string(wizard_check(s->w, missing[i])->id, s->out);
	}
	json(s, "]");
}

static void write_finding(struct writer *s, const struct check_problem *p)
{
	char sentence[SENTENCE_MAX];

	json(s, ", \"findings\": [");
	if (p->found.count > 0) {
		const struct finding *f = &p->found.items[0];

		pair(s, NULL, "差别", p->plain ? "" : sentence_make(f, p->how, sentence));
		json(s, "{");
		if (s->style == NULL)
			sentence_write_json(f, finding_severity(f), p->how, s->out);
		json(s, "}");
	}
	json(s, "]");
	explicit_bzero(sentence, sizeof sentence);
}

/* Writes the laws whose articles the advice about a status names, in a text only. */
static void write_laws(struct writer *s)
{
	const struct guide *g = s->w->guide;

	for (size_t i = 0; i < g->law_count; i++) {
		char *law = xasprintf("《%s》（%s，%s）", g->laws[i].title, g->laws[i].issuer,
				      g->laws[i].number);

		pair(s, NULL, "依据", law);
		free(law);
	}
}

static void write_problem(struct writer *s, size_t check)
{
	const struct wizard *w = s->w;
	const bool right = !w->record.typed && wizard_check_state(w, check) != CHECK_ASK;
	struct check_problem p;

	problem_make(w, check, s->form, &p);
	open_entry(s);
	heading(s, p.check->label);
	pair(s, "id", NULL, p.check->id);
	pair(s, "label", NULL, p.check->label);
	pair(s, "outcome", NULL, wizard_check_id(w, check));
	pair(s, "shown", strcmp(p.shown, p.words) == 0 ? "本人说" : "网站上", p.shown);
	if (strcmp(p.shown, p.words) != 0 && wizard_by_eye(w, check))
		pair(s, NULL, "本人说", p.words);
	pair(s, right ? "right" : "recorded", p.expected_label, p.expected);
	write_finding(s, &p);
	pair(s, "advice", "怎么办", problem_remedy(w, check, REMEDY_ADVICE));
	pair(s, "corrector", "找谁", problem_remedy(w, check, REMEDY_CORRECTOR));
	pair(s, "proof", "带什么", problem_remedy(w, check, REMEDY_PROOF));
	if (p.check->compare == GUIDE_COMPARE_STATUS && wizard_is_listed(w))
		write_laws(s);
	json(s, "}");
	problem_wipe(&p);
}

static void write_problems(struct writer *s)
{
	size_t problems[GUIDE_CHECKS_MAX], count = problem_list(s->w, problems);

	open_list(s, "items");
	for (size_t i = 0; i < count; i++)
		write_problem(s, problems[i]);
	close_list(s);
}

/* Writes each check and its state. */
static void write_checks(struct writer *s)
{
	const struct wizard *w = s->w;
	size_t checks[GUIDE_CHECKS_MAX];
	bool said = false;

	if (w->guide->verification != NULL)
		heading(s, "逐项");
	open_list(s, "checks");
	for (int group = GROUP_MUST; group < GROUP_COUNT; group++) {
		size_t count = wizard_checks(w, (enum check_group)group, checks);

		for (size_t i = 0; i < count; i++) {
			const struct guide_check *check = wizard_check(w, checks[i]);

			said = said || strncmp(wizard_check_id(w, checks[i]), "said-", 5) == 0;
			open_entry(s);
			pair(s, "id", NULL, check->id);
			pair(s, "label", NULL, check->label);
			pair(s, "outcome", NULL, wizard_check_id(w, checks[i]));
			pair(s, "text", check->label, wizard_check_words(w, checks[i]));
			json(s, "}");
		}
	}
	close_list(s);
	if (said)
		pair(s, NULL, "写“一样”“不对”的", "本人看的，没有逐字比过");
}

static void write_step(struct writer *s, size_t step)
{
	const char *when = time_text(wizard_step_time(s->w, step));
	const char *title = s->w->guide->steps[step].title;
	enum step_state state = wizard_step_state(s->w, step);
	struct step_count c = wizard_step_count(s->w, step);

	if (s->style == NULL) {
		pair(s, "id", NULL, s->w->guide->steps[step].id);
		pair(s, "title", NULL, title);
		fprintf(s->out, ", \"done\": %s, \"ticked\": %zu, \"items\": %zu",
			state != STEP_OPEN ? "true" : "false", c.done, c.count);
		pair(s, "when", NULL, when);
		return;
	}
	fprintf(s->out, "%s%s %zu ", *s->style->heading == '\0' ? s->style->item : "",
		state != STEP_OPEN ? s->style->done : s->style->open, step + 1);
	put(s, title);
	fprintf(s->out, " %zu/%zu%s%s%s\n", c.done, c.count, *when != '\0' ? "（" : "", when,
		*when != '\0' ? "）" : "");
}

static void write_steps(struct writer *s)
{
	bool implied = false;

	heading(s, "步骤");
	open_list(s, "steps");
	for (size_t i = 0; i < s->w->guide->step_count; i++) {
		open_entry(s);
		write_step(s, i);
		json(s, "}");
		implied = implied || wizard_step_state(s->w, i) == STEP_IMPLIED;
	}
	close_list(s);
	if (implied)
		pair(s, NULL, "没有全勾的", "自查成功过，就算做到了");
}

static void write_contacts(struct writer *s)
{
	const struct guide *g = s->w->guide;

	heading(s, "有问题找谁");
	open_list(s, "contacts");
	for (size_t i = 0; i < g->contact_count; i++) {
		const struct guide_contact *c = &g->contacts[i];
		char *noted = c->note != NULL ? xasprintf("%s（%s）", c->value, c->note)
					      : xstrdup(c->value);

		open_entry(s);
		pair(s, "label", NULL, c->label);
		pair(s, "value", NULL, c->value);
		pair(s, "note", NULL, c->note);
		pair(s, NULL, c->label, noted);
		json(s, "}");
		free(noted);
	}
	close_list(s);
}

char *report_make(const struct wizard *w, enum report_format format, enum report_form form)
{
	struct writer s = { .w = w, .form = form };
	char *bytes;

	s.style = format == REPORT_JSON ? NULL : &styles[format];
	s.out = xmemstream(&bytes);
	write_head(&s);
	write_advice(&s);
	write_missing(&s);
	write_problems(&s);
	write_checks(&s);
	write_steps(&s);
	write_contacts(&s);
	fputs(s.style == NULL ? "\n}\n" : "\n本人对照网页自填，不是学信网的证明。\n", s.out);
	fclose(s.out);
	return bytes;
}
