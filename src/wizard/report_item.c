/* SPDX-License-Identifier: MIT */
#include "wizard/report_internal.h"

#include <string.h>
#include <time.h>

#include "base/xalloc.h"
#include "rules/person_name.h"
#include "rules/resident_id.h"

static const struct guide_check *check_at(const struct wizard *w, size_t check)
{
	return &w->guide->verification->checks[check];
}

bool report_is_problem(const struct wizard *w, size_t check)
{
	const struct guide_check *c = check_at(w, check);
	int status = wizard_status(w);

	if (c->compare == GUIDE_COMPARE_STUDENT)
		return false;
	if (c->compare == GUIDE_COMPARE_STATUS)
		return status != NO_CHOICE &&
		       w->guide->verification->statuses[status].outcome != OUTCOME_PASS;
	return progress_result_is(&w->progress, c->id, RESULT_DIFFER) ||
	       (c->required && progress_result_is(&w->progress, c->id, RESULT_ABSENT));
}

static bool is_masked(const struct guide_check *c)
{
	return c->compare == GUIDE_COMPARE_NAME || c->compare == GUIDE_COMPARE_ID_NUMBER ||
	       c->compare == GUIDE_COMPARE_BIRTH_DATE;
}

static char *masked(const struct guide_check *c, const char *value, bool reveal)
{
	if (reveal || !is_masked(c))
		return xstrdup(value);
	return c->compare == GUIDE_COMPARE_NAME ? person_name_mask(value) : resident_id_mask(value);
}

void report_item_make(const struct wizard *w, size_t check, bool reveal, struct report_item *out)
{
	const struct guide_check *c = check_at(w, check);
	int status = wizard_status(w);

	*out = (struct report_item){
		.label = c->label, .advice = c->advice, .proof = c->proof, .corrector = c->corrector
	};
	if (c->compare == GUIDE_COMPARE_STATUS && status != NO_CHOICE) {
		out->shown = xstrdup(w->guide->verification->statuses[status].label);
		out->advice = w->guide->verification->statuses[status].meaning;
	} else if (progress_result_is(&w->progress, c->id, RESULT_ABSENT)) {
		out->shown = xstrdup("（未显示）");
	} else {
		out->shown = masked(c, w->verify.shown[check].text, reveal);
		wizard_check_shown(w, check, &out->found);
		if (!reveal && is_masked(c))
			findings_mask(&out->found);
	}
	out->right = masked(c, wizard_expected(w, c->compare), reveal);
}

void report_item_wipe(struct report_item *item)
{
	xwipe(item->shown);
	xwipe(item->right);
	explicit_bzero(item, sizeof *item);
}

char *report_name(const struct wizard *w, bool reveal)
{
	return reveal ? xstrdup(w->record.name) : person_name_mask(w->record.name);
}

char *report_number(const struct wizard *w, bool reveal)
{
	return reveal ? xstrdup(w->record.id_number) : resident_id_mask(w->record.id_number);
}

const char *report_time(int64_t when)
{
	static char text[32];
	time_t t = (time_t)when;
	struct tm tm;

	if (when == 0 || localtime_r(&t, &tm) == NULL ||
	    strftime(text, sizeof text, "%Y-%m-%d %H:%M", &tm) == 0)
		text[0] = '\0';
	return text;
}

const char *report_verdict(const struct wizard *w)
{
	static const char *const names[] = { [VERDICT_OPEN] = "open",
					     [VERDICT_PASS] = "pass",
					     [VERDICT_WAIT] = "wait",
					     [VERDICT_FAIL] = "fail" };

	return names[wizard_verdict(w)];
}
