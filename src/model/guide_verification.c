/* SPDX-License-Identifier: MIT */
#include "model/guide_internal.h"

static void read_check(struct json value, struct guide_check *check, struct guide_ids *ids)
{
	static const char *const keys[] = { "id",     "label", "compare",   "required", "fatal",
					    "advice", "proof", "corrector", NULL };
	static const char *const compares[] = {
		"by-eye",     "picture",      "name",        "id-number", "sex",
		"birth-date", "ethnic-group", "institution", "level",     "major",
		"status",     "student",      NULL
	};

	json_only(value, keys);
	check->id = guide_read_id(value, ids);
	check->label = json_string(value, "label");
	check->compare = (enum guide_compare)json_choice(value, "compare", compares, -1);
	check->required = json_bool_or(value, "required", false);
	check->fatal = json_bool_or(value, "fatal", check->required) || check->required;
	check->advice = json_string_or_null(value, "advice");
	check->proof = json_string_or_null(value, "proof");
	check->corrector = json_string_or_null(value, "corrector");
}

static void read_status(struct json value, struct guide_status *status, struct guide_ids *ids)
{
	static const char *const keys[] = { "id", "label", "outcome", "meaning", NULL };
	static const char *const outcomes[] = { "pass", "wait", "fail", NULL };

	json_only(value, keys);
	status->id = guide_read_id(value, ids);
	status->label = json_string(value, "label");
	status->outcome = (enum guide_outcome)json_choice(value, "outcome", outcomes, -1);
	status->meaning = json_string(value, "meaning");
}

/* The wizard asks for the status and for the kind of student once each. */
static void check_choices(struct json checks, const struct guide_verification *v)
{
	size_t statuses = 0, students = 0;

	for (size_t i = 0; i < v->check_count; i++) {
		statuses += v->checks[i].compare == GUIDE_COMPARE_STATUS;
		students += v->checks[i].compare == GUIDE_COMPARE_STUDENT;
	}
	if (statuses != 1)
		json_problem(checks, "“compare”为 status 的核对项要有一个，也只能有一个。");
	if (students > 1 || (students == 1 && v->student_count == 0))
		json_problem(checks,
			     "“compare”为 student 的核对项最多一个，还要有 students 列表。");
}

struct guide_verification *guide_read_verification(struct json value, struct guide_ids *ids)
{
	static const char *const keys[] = { "intro", "checks", "statuses", "students", NULL };
	struct json checks = json_array(value, "checks"), statuses = json_array(value, "statuses");
	struct guide_verification *v = guide_take(value, 1, sizeof *v);

	json_only(value, keys);
	v->intro = guide_read_text(json_array(value, "intro"));
	v->checks = guide_take(checks, guide_count(checks), sizeof *v->checks);
	for (struct json e = json_first(checks); e.node != NULL; e = json_next(e))
		read_check(e, &v->checks[v->check_count++], ids);
	if (v->check_count > GUIDE_CHECKS_MAX)
		json_problem(checks, "核对项最多 %d 个。", GUIDE_CHECKS_MAX);
	v->statuses = guide_take(statuses, guide_count(statuses), sizeof *v->statuses);
	for (struct json e = json_first(statuses); e.node != NULL; e = json_next(e))
		read_status(e, &v->statuses[v->status_count++], ids);
	v->students =
		guide_read_options(json_array_or_none(value, "students"), &v->student_count, ids);
	check_choices(checks, v);
	return v;
}
