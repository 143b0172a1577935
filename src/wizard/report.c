/* SPDX-License-Identifier: MIT */
#include "wizard/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/json_out.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "rules/person_name.h"
#include "rules/resident_id.h"
#include "rules/sentence.h"
#include "wizard/verdict.h"

/* How text and Markdown differ. */
struct style {
	const char *title, *heading, *item, *done, *open;
};

static const struct style styles[] = {
	[REPORT_TEXT] = { "", "", "  ", "[x]", "[ ]" },
	[REPORT_MARKDOWN] = { "# ", "## ", "- ", "- [x]", "- [ ]" },
};

/* One problem. Borrowed from the guide: what is const; NULL if absent, but never the label. */
struct item {
	const char *label, *advice, *proof, *corrector;
	char *shown, *expected; /* owned; masked or not */
	struct findings found;
	bool masked;   /* shown and expected are */
	bool doubtful; /* it is the record that seems wrong: expected is not what is right */
};

enum report_format report_format(const char *path)
{
	const char *dot = strrchr(path, '.');

	if (dot != NULL && strcasecmp(dot, ".md") == 0)
		return REPORT_MARKDOWN;
	return dot != NULL && strcasecmp(dot, ".json") == 0 ? REPORT_JSON : REPORT_TEXT;
}

const char *report_refused(const char *path)
{
	static const char *const others[] = { ".pdf",  ".doc", ".docx", ".wps", ".rtf", ".xls",
					      ".xlsx", ".htm", ".html", ".png", ".jpg", ".jpeg" };
	const char *dot = strrchr(path, '.');

	if (path[strspn(path, " ")] == '\0')
		return "先写文件名，如 学籍自查结果单.txt。";
	for (size_t i = 0; dot != NULL && i < sizeof others / sizeof others[0]; i++)
		if (strcasecmp(dot, others[i]) == 0)
			return "这种文件存不了：换成 .txt、.md 或 .json 结尾。";
	return NULL;
}

bool report_is_personal(enum guide_compare compare, const char *value)
{
	return compare == GUIDE_COMPARE_NAME || compare == GUIDE_COMPARE_ID_NUMBER ||
	       compare == GUIDE_COMPARE_BIRTH_DATE || text_holds_number(value);
}

/* Whether a text has as many digits as only the number of a document has. */
static bool is_long_number(const char *value)
{
	enum { DIGITS = 17 };
	size_t len = strlen(value), step, digits = 0;
	uint32_t cp;

	for (size_t at = 0; at<len; at += step> 0 ? step : 1) {
		step = text_decode(value + at, len - at, &cp);
		cp = step > 0 ? text_narrow(cp) : 0;
		digits += cp >= '0' && cp <= '9';
	}
	return digits >= DIGITS;
}

bool report_is_secret(enum guide_compare compare, const char *value)
{
	if (compare == GUIDE_COMPARE_STUDENT_NUMBER)
		return is_long_number(value);
	return compare == GUIDE_COMPARE_ID_NUMBER || text_holds_number(value);
}

/* A number typed for a name is masked as one, and the other way round: of a short name a number's mask hides nothing. */
char *report_mask(const char *value)
{
	uint32_t cp = 0;

	text_decode(value, strlen(value), &cp);
	cp = text_narrow(cp);
	return cp >= '0' && cp <= '9' ? resident_id_mask(value) : person_name_mask(value);
}

static bool is_masked(enum guide_compare compare, const char *value, enum report_form form)
{
	if (form == REPORT_FOR_COUNSELLOR && compare != GUIDE_COMPARE_BIRTH_DATE)
		return report_is_secret(compare, value);
	return form != REPORT_IN_FULL && report_is_personal(compare, value);
}

static char *masked(enum guide_compare compare, const char *value, enum report_form form)
{
	return is_masked(compare, value, form) ? report_mask(value) : xstrdup(value);
}

static void make_item(const struct wizard *w, size_t check, enum report_form form, struct item *out)
{
	const struct guide_check *c = wizard_check(w, check);
	int status = wizard_status(w);
	char *value;

	*out = (struct item){
		.label = c->label, .advice = c->advice, .proof = c->proof, .corrector = c->corrector
	};
	if (c->compare == GUIDE_COMPARE_STATUS && status != NO_CHOICE)
		out->advice = w->guide->verification->statuses[status].meaning;
	if (c->compare == GUIDE_COMPARE_STATUS && w->verify.shown[check].len == 0) {
		out->shown = xstrdup(wizard_check_words(w, check));
	} else if (wizard_answer_is(w, check, RESULT_ABSENT)) {
		out->shown = xstrdup("（网页上没有）");
	} else {
		out->shown = masked(c->compare, w->verify.shown[check].text, form);
		wizard_check_shown(w, check, &out->found);
		out->masked = is_masked(c->compare, w->verify.shown[check].text, form);
	}
	if (wizard_check_state(w, check) == CHECK_ASK) {
		out->doubtful = true;
		out->advice = NULL; /* the finding says what to do */
	}
	value = masked(c->compare, wizard_expected(w, c->compare), form);
	out->expected = xasprintf("%s%s", value, wizard_source_words(w, check));
	xwipe(value);
}

static void wipe_item(struct item *item)
{
	xwipe(item->shown);
	xwipe(item->expected);
	explicit_bzero(item, sizeof *item);
}

/* The student's number that was typed from the site and not called wrong, else ""; owned by the caller, who wipes it. */
static char *student_number(const struct wizard *w, enum report_form form)
{
	const struct guide_verification *v = w->guide->verification;

	for (size_t i = 0; v != NULL && form != REPORT_MASKED && i < v->check_count; i++)
		if (v->checks[i].compare == GUIDE_COMPARE_STUDENT_NUMBER &&
		    wizard_check_state(w, i) == CHECK_SEEN)
			return masked(GUIDE_COMPARE_STUDENT_NUMBER, w->verify.shown[i].text, form);
	return xstrdup("");
}

/* The same of the candidate's. */
static char *candidate_number(const struct wizard *w, enum report_form form)
{
	return form == REPORT_MASKED
		       ? xstrdup("")
		       : masked(GUIDE_COMPARE_STUDENT_NUMBER, w->record.candidate_number, form);
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

/* Escapes what means something in Markdown. */
static void put(const struct style *style, const char *text, FILE *out)
{
	char *clean = text_clean_line(text);

	for (const char *p = clean; *p != '\0'; p++) {
		if (style == &styles[REPORT_MARKDOWN] && strchr("\\`*_[]<>#|", *p) != NULL)
			fputc('\\', out);
		fputc(*p, out);
	}
	xwipe(clean);
}

static void put_pair(const struct style *style, const char *label, const char *value, FILE *out)
{
	if (value == NULL || *value == '\0')
		return;
	fputs(style->item, out);
	put(style, label, out);
	fputs("：", out);
	put(style, value, out);
	fputc('\n', out);
}

static void put_heading(const struct style *style, const char *text, FILE *out)
{
	fprintf(out, "\n%s", style->heading);
	put(style, text, out);
	fputs(*style->heading != '\0' ? "\n\n" : "\n", out);
}

static void put_steps(const struct wizard *w, const struct style *style, FILE *out)
{
	put_heading(style, "步骤", out);
	for (size_t i = 0; i < w->guide->step_count; i++) {
		const char *when = time_text(wizard_step_time(w, i));
		enum step_state state = wizard_step_state(w, i);
		struct step_count c = wizard_step_count(w, i);

		fprintf(out, "%s%s %zu ", *style->heading == '\0' ? style->item : "",
			state != STEP_OPEN ? style->done : style->open, i + 1);
		put(style, w->guide->steps[i].title, out);
		fprintf(out, " %zu/%zu%s%s%s%s\n", c.done, c.count,
			state == STEP_IMPLIED ? "（没有全勾，自查成功过，就算做到了）" : "",
			*when != '\0' ? "（" : "", when, *when != '\0' ? "）" : "");
	}
}

/* Each check and what is known of it. */
static void put_checks(const struct wizard *w, const struct style *style, FILE *out)
{
	size_t checks[GUIDE_CHECKS_MAX];
	bool said = false;

	if (w->guide->verification == NULL)
		return;
	put_heading(style, "逐项", out);
	for (int group = GROUP_MUST; group < GROUP_COUNT; group++) {
		size_t count = wizard_checks(w, (enum check_group)group, checks);

		for (size_t i = 0; i < count; i++) {
			said = said || wizard_check_state(w, checks[i]) == CHECK_SAME;
			put_pair(style, wizard_check(w, checks[i])->label,
				 wizard_check_words(w, checks[i]), out);
		}
	}
	if (said)
		put_pair(style, "写“一样”的", "本人看的，没有逐字比过", out);
}

static void put_item(const struct wizard *w, size_t check, const struct style *style,
		     enum report_form form, FILE *out)
{
	struct item item;
	char sentence[SENTENCE_MAX];

	make_item(w, check, form, &item);
	put_heading(style, item.label, out);
	put_pair(style, "网站上", item.shown, out);
	put_pair(style, wizard_expected_label(w, check), item.expected, out);
	for (size_t i = 0; i < item.found.count; i++)
		put_pair(style, "差别",
			 sentence_make(&item.found.items[i],
				       SENTENCE_SITE | wizard_reader(w, item.masked), sentence),
			 out);
	explicit_bzero(sentence, sizeof sentence);
	put_pair(style, "注意", wizard_doubt_words(w, check), out);
	put_pair(style, "怎么办", item.advice, out);
	put_pair(style, "带什么", item.proof, out);
	put_pair(style, "找谁", item.corrector, out);
	wipe_item(&item);
}

/* When the self-check succeeded; 0 unless it is a success now. */
static int64_t finished(const struct wizard *w)
{
	return wizard_verdict(w) == VERDICT_PASS ? w->progress.finished : 0;
}

static void put_head(const struct wizard *w, const struct style *style, enum report_form form,
		     FILE *out)
{
	char *name = masked(GUIDE_COMPARE_NAME, w->record.name, form);
	char *number = masked(GUIDE_COMPARE_ID_NUMBER, w->record.id_number, form);
	char *of_student = student_number(w, form), *of_candidate = candidate_number(w, form);
	char *missing = wizard_missing_text(w), *aside = wizard_set_aside(w);
	int student = wizard_student(w);

	fprintf(out, "%s学籍自查结果单\n\n", style->title);
	if (wizard_uses_sample(w))
		put_pair(style, "示例", "学生是虚构的，不是真的自查", out);
	put_pair(style, "姓名", name, out);
	put_pair(style, "学号", of_student, out);
	put_pair(style, "考生号", of_candidate, out);
	put_pair(style, "证件号码", number, out);
	if (student != NO_CHOICE)
		put_pair(style, "学生类别", w->guide->verification->students[student].label, out);
	put_pair(style, "结论", wizard_verdict_says(w)->title, out);
	put_pair(style, "核对", missing, out);
	put_pair(style, "注意", aside, out);
	put_pair(style, "开始", time_text(w->progress.started), out);
	put_pair(style, "完成", time_text(finished(w)), out);
	put_pair(style, "写于", time_text(w->now), out);
	put_pair(style, "截止", w->guide->deadline, out);
	free(missing);
	free(aside);
	xwipe(name);
	xwipe(number);
	xwipe(of_student);
	xwipe(of_candidate);
}

static void write_text(const struct wizard *w, const struct style *style, enum report_form form,
		       FILE *out)
{
	const struct guide *g = w->guide;
	int student = wizard_student(w);

	put_head(w, style, form, out);
	for (size_t i = 0;
	     student != NO_CHOICE && i < g->verification->students[student].advice.count; i++)
		put_pair(style, g->verification->students[student].label,
			 g->verification->students[student].advice.lines[i], out);
	for (size_t i = 0; g->verification != NULL && i < g->verification->check_count; i++)
		if (wizard_is_problem(w, i))
			put_item(w, i, style, form, out);
	put_checks(w, style, out);
	put_steps(w, style, out);
	put_heading(style, "有问题找谁", out);
	for (size_t i = 0; i < g->contact_count; i++)
		put_pair(style, g->contacts[i].label, g->contacts[i].value, out);
	fprintf(out, "\n");
	put(style, "本人对照网页自填，不是学信网的证明。", out);
	fprintf(out, "\n");
}

static const char *verdict_id(const struct wizard *w)
{
	static const char *const names[] = { [VERDICT_OPEN] = "open",
					     [VERDICT_PASS] = "pass",
					     [VERDICT_WAIT] = "wait",
					     [VERDICT_FAIL] = "fail" };

	return names[wizard_verdict(w)];
}

/* A member after the separator `before`; nothing if the value is NULL or "". */
static void member(const char *key, const char *value, const char *before, FILE *out)
{
	if (value == NULL || *value == '\0')
		return;
	fputs(before, out);
	json_out_string(key, out);
	fputs(": ", out);
	json_out_string(value, out);
}

static void json_steps(const struct wizard *w, FILE *out)
{
	for (size_t i = 0; i < w->guide->step_count; i++) {
		fputs(i > 0 ? ",\n    {" : "\n    {", out);
		member("id", w->guide->steps[i].id, "", out);
		member("title", w->guide->steps[i].title, ", ", out);
		fprintf(out, ", \"done\": %s, \"ticked\": %zu, \"items\": %zu",
			wizard_step_state(w, i) != STEP_OPEN ? "true" : "false",
			wizard_step_count(w, i).done, wizard_step_count(w, i).count);
		member("when", time_text(wizard_step_time(w, i)), ", ", out);
		fputc('}', out);
	}
}

static void json_item(const struct wizard *w, size_t check, enum report_form form, FILE *out)
{
	struct item item;

	make_item(w, check, form, &item);
	member("id", w->guide->verification->checks[check].id, "", out);
	member("label", item.label, ", ", out);
	member("shown", item.shown, ", ", out);
	member(item.doubtful || w->record.typed ? "recorded" : "right", item.expected, ", ", out);
	member("advice", item.advice, ", ", out);
	member("proof", item.proof, ", ", out);
	member("corrector", item.corrector, ", ", out);
	fputs(", \"findings\": [", out);
	for (size_t i = 0; i < item.found.count; i++) {
		fputs(i > 0 ? ", {" : "{", out);
		sentence_write_json(&item.found.items[i],
				    SENTENCE_SITE | wizard_reader(w, item.masked), out);
		fputc('}', out);
	}
	fputc(']', out);
	wipe_item(&item);
}

static void json_items(const struct wizard *w, enum report_form form, FILE *out)
{
	const struct guide_verification *v = w->guide->verification;
	size_t count = 0;

	for (size_t i = 0; v != NULL && i < v->check_count; i++)
		if (wizard_is_problem(w, i)) {
			fputs(count++ > 0 ? ",\n    {" : "\n    {", out);
			json_item(w, i, form, out);
			fputc('}', out);
		}
}

static void json_checks(const struct wizard *w, FILE *out)
{
	const struct guide_verification *v = w->guide->verification;

	for (size_t i = 0; v != NULL && i < v->check_count; i++) {
		fputs(i > 0 ? ",\n    {" : "\n    {", out);
		member("id", v->checks[i].id, "", out);
		member("label", v->checks[i].label, ", ", out);
		member("outcome", wizard_check_id(w, i), ", ", out);
		member("text", wizard_check_words(w, i), ", ", out);
		fputc('}', out);
	}
}

static void json_missing(const struct wizard *w, FILE *out)
{
	size_t missing[GUIDE_CHECKS_MAX], count = wizard_missing(w, missing);

	for (size_t i = 0; i < count; i++) {
		fputs(i > 0 ? ", " : "", out);
		json_out_string(wizard_check(w, missing[i])->id, out);
	}
}

static void json_contacts(const struct guide *g, FILE *out)
{
	for (size_t i = 0; i < g->contact_count; i++) {
		fputs(i > 0 ? ",\n    {" : "\n    {", out);
		member("label", g->contacts[i].label, "", out);
		member("value", g->contacts[i].value, ", ", out);
		fputc('}', out);
	}
}

static void write_json(const struct wizard *w, enum report_form form, FILE *out)
{
	char *name = masked(GUIDE_COMPARE_NAME, w->record.name, form);
	char *number = masked(GUIDE_COMPARE_ID_NUMBER, w->record.id_number, form);
	char *of_student = student_number(w, form), *of_candidate = candidate_number(w, form);
	int student = wizard_student(w);

	fputs("{\n  \"format\": 1", out);
	if (wizard_uses_sample(w))
		fputs(",\n  \"sample\": true", out);
	member("name", name, ",\n  ", out);
	member("student_number", of_student, ",\n  ", out);
	member("candidate_number", of_candidate, ",\n  ", out);
	member("id_number", number, ",\n  ", out);
	if (student != NO_CHOICE)
		member("student", w->guide->verification->students[student].label, ",\n  ", out);
	member("verdict", verdict_id(w), ",\n  ", out);
	member("verdict_text", wizard_verdict_says(w)->title, ",\n  ", out);
	member("started", time_text(w->progress.started), ",\n  ", out);
	member("finished", time_text(finished(w)), ",\n  ", out);
	member("written", time_text(w->now), ",\n  ", out);
	member("deadline", w->guide->deadline, ",\n  ", out);
	fputs(",\n  \"steps\": [", out);
	json_steps(w, out);
	fputs("\n  ],\n  \"missing\": [", out);
	json_missing(w, out);
	fputs("],\n  \"checks\": [", out);
	json_checks(w, out);
	fputs("\n  ],\n  \"items\": [", out);
	json_items(w, form, out);
	fputs("\n  ],\n  \"contacts\": [", out);
	json_contacts(w->guide, out);
	fputs("\n  ]\n}\n", out);
	xwipe(name);
	xwipe(number);
	xwipe(of_student);
	xwipe(of_candidate);
}

char *report_make(const struct wizard *w, enum report_format format, enum report_form form)
{
	char *bytes;
	size_t len;
	FILE *out = xmemstream(&bytes, &len);

	if (format == REPORT_JSON)
		write_json(w, form, out);
	else
		write_text(w, &styles[format], form, out);
	fclose(out);
	return bytes;
}
