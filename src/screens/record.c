/* SPDX-License-Identifier: MIT */
#include "screens/record.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "screens/form_screen.h"
#include "screens/screen.h"
#include "screens/verify.h"

enum { TROUBLE_SHOWN = 150 }; /* bytes */

/* The rules of the form: it is compared with a record only if that was found in a roster. */
static struct form_rules rules_of(const struct wizard *w)
{
	struct form_rules rules = wizard_form_rules(w);

	if (!w->lookup.wanted)
		rules.record = NULL;
	return rules;
}

static void build(struct page *p, const struct wizard *w)
{
	const struct form_rules rules = rules_of(w);

	page_add(p, BLOCK_HEADING, "你的高考信息");
	page_add(
		p, BLOCK_PARAGRAPH,
		w->lookup.wanted
			? "都填对，才能在学校的**名册**里找到你，后面好逐字比对；别人的查不到。"
			  "不填也行。只在内存里，退出就没了。"
			: "照**高考报名表**填，后面好逐字比对。不填也行。只在内存里，退出就没了。");
	page_add(p, BLOCK_GAP, "");
	form_screen_build(p, w, &w->record_form, &rules,
			  lookup_pause_left(&w->lookup.pause, w->now));
}

static unsigned look_up(struct wizard *w)
{
	if (lookup_pause_left(&w->lookup.pause, w->now) == 0)
		return EFFECT_LOOKUP;
	wizard_say(w, "先核对填的内容：%s，才能再找。",
		   w->line_mode ? "过几秒" : "按钮旁的秒数走完");
	return 0;
}

/* Returns what was typed, borrowed; NULL if the form has no such field. */
static const char *typed(const struct wizard *w, enum form_kind kind)
{
	const struct form_field *field = form_find(&w->record_form, kind);

	return field != NULL ? field->edit.text : NULL;
}

/* Returns to the verification if that asked for the record; else goes on to the step to resume. */
static unsigned go_on(struct wizard *w)
{
	bool verifying = w->verify.wants_record;
	unsigned effects = wizard_resume(w);

	w->verify.wants_record = false;
	verifying = verifying && w->guide->steps[w->step].activity == ACTIVITY_VERIFY;
	return verifying ? effects | verify_open(w, FIRST_MISSING) : effects;
}

/* The text typed for a field of the record; "" if it has an error or is masked, because then
 * nothing is compared with it. */
static const char *typed_right(const struct wizard *w, enum form_kind kind)
{
	const struct form *f = &w->record_form;
	const struct form_rules rules = rules_of(w);
	size_t index = (size_t)(form_find(f, kind) - f->fields);

	struct finding finding = { 0 };
	bool masked = form_finding(f, index, &rules, &finding) &&
		      (finding.code == FINDING_NAME_MASKED || finding.code == FINDING_ID_MASKED);

	explicit_bzero(&finding, sizeof finding);
	return masked || form_state(f, index, &rules) == FORM_WRONG ? ""
								    : f->fields[index].edit.text;
}

static unsigned take_typed(struct wizard *w)
{
	struct record record = { 0 };

	snprintf(record.name, sizeof record.name, "%s", typed_right(w, FORM_NAME));
	snprintf(record.id_number, sizeof record.id_number, "%s", typed_right(w, FORM_ID_NUMBER));
	record.typed = true;
	wizard_set_record(w, record_given(&record) ? &record : NULL);
	record_wipe(&record);
	return go_on(w);
}

/* Goes on without a record: nothing is compared. */
static unsigned leave_out(struct wizard *w)
{
	wizard_set_record(w, NULL);
	return go_on(w);
}

static unsigned finish(struct wizard *w)
{
	if (!form_typed(&w->record_form))
		return leave_out(w);
	if (!w->lookup.wanted)
		return take_typed(w);
	if (w->lookup.matched)
		return go_on(w);
	wizard_set_record(w, NULL);
	return look_up(w);
}

/* Goes back to where the record was asked for; to the sample, if nothing replaced it. */
static unsigned close(struct wizard *w)
{
	if (w->verify.wants_record)
		return go_on(w);
	return wizard_pop(w) | (wizard_use_sample_again(w) ? EFFECT_PROGRESS : 0);
}

static unsigned apply(struct wizard *w, struct action a)
{
	const struct form_rules rules = rules_of(w);

	switch (form_screen_apply(w, &w->record_form, &rules, a)) {
	case FORM_UNHANDLED:
		return a.kind == ACTION_CLOSE ? close(w) : EFFECT_UNHANDLED;
	case FORM_EDITED:
		w->lookup.matched = false;
		return form_screen_want_regions(w, &w->record_form);
	case FORM_PRESSED:
		return leave_out(w);
	case FORM_SUBMITTED:
		return finish(w);
	default:
		return 0;
	}
}

struct record_search record_search_wanted(const struct wizard *w)
{
	return (struct record_search){ .candidate_number = typed(w, FORM_CANDIDATE),
				       .name = typed(w, FORM_NAME),
				       .id_number = typed(w, FORM_ID_NUMBER) };
}

/* Returns how many fields differ from the record by the record's fault, or perhaps by it. *first:
 * the first of them, unchanged if there is none. */
static size_t at_fault(const struct form *f, const struct form_rules *rules, size_t *first)
{
	size_t count = 0;

	for (size_t i = f->count; i-- > 0;) {
		struct finding finding;

		if (!form_finding(f, i, rules, &finding))
			continue;
		if (finding_blames_record(finding.kind) ||
		    finding.kind == KIND_PLACEHOLDER_OR_NAME) {
			*first = i;
			count++;
		}
		explicit_bzero(&finding, sizeof finding);
	}
	return count;
}

/* Takes the record found in the roster. Differences between it and the form are shown in the fields
 * first, before anything is compared with the site. */
static unsigned adopt(struct wizard *w, const struct record *record)
{
	struct form *f = &w->record_form;
	struct form_rules rules;
	unsigned effects = 0;
	size_t differ, wrong;

	wizard_set_record(w, record);
	w->lookup.matched = true;
	rules = rules_of(w);
	form_visit_all(f);
	differ = at_fault(f, &rules, &f->focus);
	wrong = form_wrong(f, &rules, SEVERITY_ERROR, &f->focus);
	if (differ + wrong == 0) {
		effects = go_on(w);
		wizard_say(w, "在名册里找到了你的高考信息，后面逐字比对。");
		return effects;
	}
	if (wrong > 0)
		wizard_say(w,
			   "有 %zu 项和名册不一样，照身份证改。没填错就再按一次 Enter，以后"
			   "请辅导员更正。",
			   wrong);
	else
		wizard_say(w,
			   "找到了。有 %zu 处和名册里写得不同，看看那一行的说明，再按 Enter 继续。",
			   differ);
	f->warned = f->insisting = true;
	return effects;
}

unsigned record_search_done(struct wizard *w, enum record_found result, const struct record *record,
			    const char *trouble)
{
	if (result == RECORD_FOUND)
		return adopt(w, record);
	if (result == RECORD_MISSED)
		lookup_pause_miss(&w->lookup.pause, w->now);
	if (result == RECORD_UNREAD)
		wizard_say(w, "名册读不出来：%.*s",
			   (int)text_valid_bytes(trouble, strnlen(trouble, TROUBLE_SHOWN)),
			   trouble);
	else
		wizard_say(w, "%s", record_search_message(result));
	return 0;
}

static bool ticking(const struct wizard *w)
{
	return lookup_pause_left(&w->lookup.pause, w->now) > 0;
}

const struct screen record_screen = {
	.name = "高考信息",
	.build = build,
	.apply = apply,
	.form = offsetof(struct wizard, record_form),
	.ticking = ticking,
};
