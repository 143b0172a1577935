/* SPDX-License-Identifier: MIT */
#include "wizard/wizard_internal.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

enum { TROUBLE_SHOWN = 150 }; /* bytes */

void wizard_use_roster(struct wizard *w)
{
	w->roster = true;
	form_start_lookup(&w->details);
}

static const char *entered(const struct wizard *w, enum form_kind kind)
{
	return form_find(&w->details, kind)->edit.text;
}

struct record_search wizard_lookup(const struct wizard *w)
{
	return (struct record_search){ .candidate_number = entered(w, FORM_CANDIDATE),
				       .name = entered(w, FORM_NAME),
				       .id_number = entered(w, FORM_ID_NUMBER) };
}

unsigned wizard_ask_roster(struct wizard *w)
{
	int left = lookup_pause_left(&w->pause, w->now);

	if (left == 0)
		return EFFECT_LOOKUP;
	snprintf(w->notice, sizeof w->notice, "刚才没有找到，%d 秒后才能再找：先核对填的内容。",
		 left);
	return 0;
}

/* What the site would compare is told here first. Returns how many fields differ. */
static size_t compare(struct wizard *w)
{
	struct form *f = &w->details;
	struct form_rules rules = wizard_rules(w, f);
	size_t differ = 0;

	for (size_t i = f->count; i-- > 0;) {
		struct findings found = { 0 };

		f->fields[i].left = true;
		form_check(f, i, &rules, &found);
		if (!findings_any(&found, SEVERITY_WARNING))
			continue;
		f->focus = i;
		differ++;
	}
	return differ;
}

static unsigned adopt(struct wizard *w, const struct record *record)
{
	size_t differ;

	wizard_take_record(w, record);
	w->found = true;
	differ = compare(w);
	if (differ == 0) {
		unsigned effects = wizard_finish_form(w);

		snprintf(w->notice, sizeof w->notice, "在名册里找到了你的高考信息，后面逐字比对。");
		return effects;
	}
	snprintf(w->notice, sizeof w->notice,
		 "找到了，有 %zu 项和名册不一样：照身份证改。没填错的，到“%s”上按 Enter 继续，"
		 "再请老师更正。",
		 differ, w->details.fields[w->details.count - 1].label);
	return 0;
}

unsigned wizard_lookup_done(struct wizard *w, enum record_found result, const struct record *record,
			    const char *trouble)
{
	if (result == RECORD_FOUND)
		return adopt(w, record);
	if (result == RECORD_MISSED)
		lookup_pause_miss(&w->pause, w->now);
	if (result == RECORD_UNREAD)
		snprintf(w->notice, sizeof w->notice, "名册读不出来：%.*s",
			 (int)text_valid_bytes(trouble, strnlen(trouble, TROUBLE_SHOWN)), trouble);
	else
		snprintf(w->notice, sizeof w->notice, "%s", record_search_message(result));
	return 0;
}
