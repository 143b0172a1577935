/* SPDX-License-Identifier: MIT */
#include "wizard/wizard.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "rules/resident_id.h"
#include "rules/sentence.h"

enum { SECONDS_A_DAY = 24 * 60 * 60 };

static void start_record_form(struct wizard *w)
{
	w->lookup.matched = false;
	if (w->lookup.wanted)
		form_start_lookup(&w->record_form, w->lookup.candidates);
	else
		form_start_record(&w->record_form);
}

static void start_forms(struct wizard *w)
{
	const struct guide_form *form = w->guide->form;

	if (form == NULL)
		return;
	w->account = NULL;
	form_start_account(&w->account_form, form);
	form_start_register(&w->register_form, form);
	form_start_login(&w->login_form, form);
	explicit_bzero(&w->sms, sizeof w->sms);
}

void wizard_start(struct wizard *w, const struct guide *guide, const struct record *record,
		  const struct progress *progress, struct date today, int64_t now)
{
	w->guide = guide;
	progress_copy(&w->progress, progress);
	wizard_offer_progress(w);
	w->today = today;
	w->now = now;
	if (record != NULL) {
		wizard_set_record(w, record);
		w->record_from_file = true;
	}
	start_record_form(w);
	start_forms(w);
}

void wizard_offer_progress(struct wizard *w)
{
	uint16_t sample = w->progress.sample;

	progress_copy(&w->earlier, &w->progress);
	progress_clear(&w->progress);
	w->progress.sample = sample;
	if (progress_begun(&w->earlier))
		w->depth = 0;
}

void wizard_take_progress(struct wizard *w)
{
	if (progress_begun(&w->earlier))
		progress_copy(&w->progress, &w->earlier);
	progress_clear(&w->earlier);
}

const struct progress *wizard_offered(const struct wizard *w)
{
	return progress_begun(&w->earlier) ? &w->earlier : &w->progress;
}

void wizard_use_roster(struct wizard *w, bool candidates)
{
	w->lookup.candidates = candidates;
	w->lookup.wanted = true;
	start_record_form(w);
}

void wizard_reset(struct wizard *w)
{
	progress_clear(&w->earlier);
	progress_clear(&w->progress);
	w->progress.sample = w->record_from_file ? progress_sample(&w->record) : 0;
	start_forms(w);
	if (!w->record_from_file) {
		start_record_form(w);
		wizard_set_record(w, NULL);
		record_wipe(&w->former);
	}
	explicit_bzero(&w->verify, sizeof w->verify);
}

/* Sets the sex and the date of birth from the record or, where it has none, from its number, unless
 * that has an error. The birth date of a roster's record may be only a year and a month. */
static void read_record(struct wizard *w)
{
	struct findings found = { 0 };
	struct resident_id id;
	bool wrong;

	snprintf(w->sex, sizeof w->sex, "%s", w->record.sex);
	*w->birth_date = '\0';
	if (strlen(w->record.birth_date) == strlen("YYYY-MM-DD"))
		strcpy(w->birth_date, w->record.birth_date);
	resident_id_check(w->record.id_number, w->today, &found);
	wrong = findings_any(&found, SEVERITY_ERROR);
	explicit_bzero(&found, sizeof found);
	w->number_wrong = wrong && *w->record.id_number != '\0';
	if (wrong || !resident_id_read(w->record.id_number, &id))
		return;
	if (*w->sex == '\0')
		snprintf(w->sex, sizeof w->sex, "%s", id.male ? "男" : "女");
	if (*w->birth_date == '\0')
		snprintf(w->birth_date, sizeof w->birth_date, "%04u-%02u-%02u",
			 (unsigned)id.birth.year % 10000, (unsigned)id.birth.month % 100,
			 (unsigned)id.birth.day % 100);
}

unsigned wizard_reader(const struct wizard *w, bool masked)
{
	return (masked ? SENTENCE_MASKED : 0u) | (w->record.typed ? SENTENCE_OWN_RECORD : 0u);
}

/* True if the name or the number is the same: a student may correct a mistake in one of the two. */
static bool is_same_student(const struct record *a, const struct record *b)
{
	return (*a->name != '\0' && strcmp(a->name, b->name) == 0) ||
	       (*a->id_number != '\0' && strcmp(a->id_number, b->id_number) == 0);
}

/* Forgets all answers: what the site shows for one student says nothing about another. */
static void forget_answers(struct wizard *w)
{
	const struct guide_verification *v = w->guide->verification;

	for (size_t i = 0; v != NULL && i < v->check_count; i++)
		progress_set_result(&w->progress, v->checks[i].id, "");
	progress_finish(&w->progress, 0);
	explicit_bzero(&w->verify, sizeof w->verify);
}

const struct guide_check *wizard_check(const struct wizard *w, size_t check)
{
	return &w->guide->verification->checks[check];
}

/* The record's own value for a check; "" if there is none. */
static const char *recorded(const struct record *r, enum guide_compare compare)
{
	switch (compare) {
	case GUIDE_COMPARE_NAME:
		return r->name;
	case GUIDE_COMPARE_ID_NUMBER:
		return r->id_number;
	case GUIDE_COMPARE_SEX:
		return r->sex;
	case GUIDE_COMPARE_BIRTH_DATE:
		return r->birth_date;
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

/* True if two records give different values to compare a check with. */
static bool is_outdated(enum guide_compare compare, const struct record *last,
			const struct record *next)
{
	bool in_number = compare == GUIDE_COMPARE_SEX || compare == GUIDE_COMPARE_BIRTH_DATE;

	return strcmp(recorded(last, compare), recorded(next, compare)) != 0 ||
	       (in_number && strcmp(last->id_number, next->id_number) != 0);
}

/* Forgets the answers that were compared with another value; typed text is judged again. */
static void forget_outdated(struct wizard *w, const struct record *last, const struct record *next)
{
	const struct guide_verification *v = w->guide->verification;

	if (!is_same_student(last, next))
		forget_answers(w);
	for (size_t i = 0; v != NULL && i < v->check_count; i++)
		if (is_outdated(v->checks[i].compare, last, next)) {
			w->verify.answers[i] = (struct check_answer){ 0 };
			progress_set_result(&w->progress, v->checks[i].id, "");
		}
}

void wizard_set_record(struct wizard *w, const struct record *record)
{
	const struct record *last = record_given(&w->record) ? &w->record : &w->former;

	if (record == NULL) {
		if (last == &w->record)
			w->former = w->record;
		record_wipe(&w->record);
	} else {
		if (record_given(last))
			forget_outdated(w, last, record);
		record_wipe(&w->former);
		w->record = *record;
	}
	read_record(w);
}

void wizard_use_own_record(struct wizard *w)
{
	struct record sample = w->record;

	w->record_from_file = false;
	wizard_reset(w);
	w->former = sample;
	record_wipe(&sample);
}

bool wizard_use_sample_again(struct wizard *w)
{
	struct record sample = w->former;
	bool again =
		sample.sample && !form_typed(&w->record_form) && !progress_begun(wizard_offered(w));

	if (again) {
		wizard_set_record(w, &sample);
		w->record_from_file = true;
		wizard_reset(w);
	}
	record_wipe(&sample);
	return again;
}

const struct record *wizard_record(const struct wizard *w)
{
	return record_given(&w->record) ? &w->record : NULL;
}

bool wizard_lacks_record(const struct wizard *w)
{
	return !w->record_from_file && (*w->record.name == '\0' || *w->record.id_number == '\0');
}

/* True if the student typed a value that the record has not taken. */
static bool is_left_out(const struct wizard *w, enum form_kind kind, const char *recorded)
{
	return !w->lookup.wanted && *recorded == '\0' &&
	       form_find(&w->record_form, kind)->edit.len > 0;
}

char *wizard_left_out(const struct wizard *w)
{
	bool name = is_left_out(w, FORM_NAME, w->record.name);
	bool number = is_left_out(w, FORM_ID_NUMBER, w->record.id_number);

	return !name && !number ? xstrdup("")
				: xasprintf("%s%s%s要改，没有拿来比", name ? "姓名" : "",
					    name && number ? "、" : "", number ? "证件号码" : "");
}

char *wizard_record_wanted(const struct wizard *w)
{
	char *left_out = wizard_left_out(w), *text;
	const char *lacks = *w->record.id_number != '\0' ? "姓名"
			    : *w->record.name != '\0'    ? "证件号码"
							 : "高考信息";

	if (*left_out != '\0')
		text = xasprintf("%s：去改", left_out);
	else if (wizard_lacks_record(w))
		text = xasprintf("填上%s，才能逐项比", lacks);
	else
		text = xstrdup("看看填的高考信息，错了就改");
	free(left_out);
	return text;
}

const char *wizard_expected(const struct wizard *w, enum guide_compare compare)
{
	if (compare == GUIDE_COMPARE_SEX)
		return w->sex;
	return compare == GUIDE_COMPARE_BIRTH_DATE ? w->birth_date : recorded(&w->record, compare);
}

bool wizard_from_number(const struct wizard *w, enum guide_compare compare)
{
	return *wizard_expected(w, compare) != '\0' && *recorded(&w->record, compare) == '\0';
}

bool wizard_is_choice(const struct guide_check *check)
{
	return check->compare == GUIDE_COMPARE_STATUS || check->compare == GUIDE_COMPARE_STUDENT ||
	       check->compare == GUIDE_COMPARE_PICTURE;
}

bool wizard_by_eye(const struct wizard *w, size_t check)
{
	const struct guide_check *c = wizard_check(w, check);

	return !wizard_is_choice(c) && *wizard_expected(w, c->compare) == '\0';
}

bool wizard_uses_sample(const struct wizard *w)
{
	return w->record.sample;
}

char *wizard_day(const struct wizard *w, int64_t time)
{
	struct date day = date_today(time);

	if (time == 0)
		return xstrdup("");
	if (date_compare(day, w->today) == 0)
		return xstrdup("（今天）");
	if (date_compare(date_today(time + SECONDS_A_DAY), w->today) == 0)
		return xstrdup("（昨天）");
	if (day.year == w->today.year)
		return xasprintf("（%d 月 %d 日）", day.month, day.day);
	return xasprintf("（%d 年 %d 月 %d 日）", day.year, day.month, day.day);
}

void wizard_say(struct wizard *w, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(w->notice, sizeof w->notice, format, args);
	va_end(args);
}

void wizard_say_too_long(struct wizard *w)
{
	wizard_say(w, "太长了，没有填进去。");
}

void wizard_set_presentation(struct wizard *w, bool on)
{
	w->presentation = on;
}

void wizard_set_line_mode(struct wizard *w)
{
	w->captions = true;
	w->line_mode = true;
}

bool wizard_edit(struct wizard *w, struct line_edit *line, struct action a)
{
	static const char ends[] = "\r\n\t";
	const char *cell, *rest;
	char *text;

	if (a.kind != ACTION_INSERT)
		return line_edit_apply(line, a.kind);
	cell = a.text + strspn(a.text, ends);
	rest = cell + strcspn(cell, ends);
	text = xstrndup(cell, (size_t)(rest - cell));
	if (!line_edit_insert(line, text))
		wizard_say_too_long(w);
	else if (rest[strspn(rest, ends)] != '\0')
		wizard_say(w, "贴的不止一项，只取了第一项。");
	xwipe(text);
	return true;
}

struct form_rules wizard_form_rules(const struct wizard *w)
{
	return (struct form_rules){
		.guide = w->guide->form,
		.record = wizard_record(w),
		.registered = &w->register_form,
		.sms = &w->sms,
		.regions = w->regions,
		.today = w->today,
		.now = w->now,
	};
}

size_t wizard_register_errors(const struct wizard *w)
{
	const struct form_rules rules = wizard_form_rules(w);
	size_t first;

	return form_wrong(&w->register_form, &rules, SEVERITY_ERROR, &first);
}

bool wizard_wipe_inputs(struct wizard *w, bool passwords_only)
{
	bool registering = form_forget(&w->register_form, passwords_only);

	return form_forget(&w->login_form, passwords_only) || registering;
}

void wizard_wipe(struct wizard *w)
{
	explicit_bzero(w, sizeof *w);
}
