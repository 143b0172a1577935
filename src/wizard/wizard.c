/* SPDX-License-Identifier: MIT */
#include "wizard/wizard.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "rules/resident_id.h"

static void start_record_form(struct wizard *w)
{
	w->lookup.matched = false;
	if (w->lookup.wanted)
		form_start_lookup(&w->record_form);
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
	w->today = today;
	w->now = now;
	if (record != NULL) {
		w->record = *record; /* the progress of earlier runs is its too */
		wizard_set_record(w, record);
		w->record_from_file = true;
	}
	start_record_form(w);
	start_forms(w);
}

void wizard_use_roster(struct wizard *w)
{
	w->lookup.wanted = true;
	start_record_form(w);
}

void wizard_reset(struct wizard *w)
{
	progress_clear(&w->progress);
	start_forms(w);
	if (!w->record_from_file) {
		start_record_form(w);
		wizard_set_record(w, NULL);
		record_wipe(&w->former);
	}
	explicit_bzero(&w->verify, sizeof w->verify);
}

/* Sex and date of birth as the record has them, or else its number. */
static void read_record(struct wizard *w)
{
	struct resident_id id;

	snprintf(w->sex, sizeof w->sex, "%s", w->record.sex);
	snprintf(w->birth_date, sizeof w->birth_date, "%s", w->record.birth_date);
	if (!resident_id_read(w->record.id_number, &id))
		return;
	if (*w->sex == '\0')
		snprintf(w->sex, sizeof w->sex, "%s", id.male ? "男" : "女");
	if (*w->birth_date == '\0')
		snprintf(w->birth_date, sizeof w->birth_date, "%04u-%02u-%02u",
			 (unsigned)id.birth.year % 10000, (unsigned)id.birth.month % 100,
			 (unsigned)id.birth.day % 100);
}

static bool is_same_person(const struct record *a, const struct record *b)
{
	return strcmp(a->name, b->name) == 0 && strcmp(a->id_number, b->id_number) == 0;
}

/* What the site shows of somebody else says nothing about this student. */
static void forget_results(struct wizard *w)
{
	const struct guide_verification *v = w->guide->verification;

	for (size_t i = 0; v != NULL && i < v->check_count; i++)
		progress_set_result(&w->progress, v->checks[i].id, "");
	explicit_bzero(&w->verify, sizeof w->verify);
}

/* What an earlier run compared, or nobody yet, was not compared with this record. */
static void forget_compared(struct wizard *w)
{
	const struct guide_verification *v = w->guide->verification;

	for (size_t i = 0; v != NULL && i < v->check_count; i++) {
		const char *id = v->checks[i].id;

		if (wizard_is_choice(&v->checks[i]) ||
		    (wizard_by_eye(w, i) && !progress_result_is(&w->progress, id, RESULT_MATCH)))
			continue;
		progress_set_result(&w->progress, id, "");
		line_edit_wipe(&w->verify.shown[i]);
	}
}

void wizard_set_record(struct wizard *w, const struct record *record)
{
	const struct record *last = record_given(&w->record) ? &w->record : &w->former;
	bool known = record_given(last), same = record != NULL && is_same_person(last, record);

	if (record == NULL) {
		if (last == &w->record)
			w->former = w->record;
		record_wipe(&w->record);
		read_record(w);
		return;
	}
	record_wipe(&w->former);
	w->record = *record;
	read_record(w);
	if (!known)
		forget_compared(w);
	else if (!same)
		forget_results(w);
}

void wizard_use_own_record(struct wizard *w)
{
	w->record_from_file = false;
	wizard_set_record(w, NULL);
	record_wipe(&w->former);
	forget_results(w);
	start_record_form(w);
}

const struct record *wizard_record(const struct wizard *w)
{
	return record_given(&w->record) ? &w->record : NULL;
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

bool wizard_is_choice(const struct guide_check *check)
{
	return check->compare == GUIDE_COMPARE_STATUS || check->compare == GUIDE_COMPARE_STUDENT ||
	       check->compare == GUIDE_COMPARE_PICTURE;
}

bool wizard_by_eye(const struct wizard *w, size_t check)
{
	const struct guide_check *c = &w->guide->verification->checks[check];

	return !wizard_is_choice(c) && *wizard_expected(w, c->compare) == '\0';
}

bool wizard_uses_sample(const struct wizard *w)
{
	return w->record.sample;
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
	if (a.kind != ACTION_INSERT)
		return line_edit_apply(line, a.kind);
	if (!line_edit_insert(line, a.text))
		wizard_say_too_long(w);
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

void wizard_wipe_inputs(struct wizard *w, bool passwords_only)
{
	form_forget(&w->register_form, passwords_only);
	form_forget(&w->login_form, passwords_only);
}

void wizard_wipe(struct wizard *w)
{
	explicit_bzero(w, sizeof *w);
}
