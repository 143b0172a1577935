/* SPDX-License-Identifier: MIT */
#include "guide_parts.h"

#include <string.h>

#include "xalloc.h"

static void read_field(struct json value, struct guide_form_field *field, struct guide_ids *ids)
{
	static const char *const keys[] = { "id",       "label",  "hint", "kind",
					    "required", "button", NULL };
	static const char *const kinds[] = { "mobile",         "sms-code", "password",
					     "password-again", "name",     "document-type",
					     "id-number",      "email",    "question",
					     "terms",          NULL };

	json_only(value, keys);
	field->id = guide_read_id(value, ids);
	field->label = json_string(value, "label");
	field->hint = json_string_or_null(value, "hint");
	field->kind = (enum guide_field_kind)json_choice(value, "kind", kinds, -1);
	field->required = json_bool(value, "required");
	field->button = json_string_or_null(value, "button");
}

static void read_document(struct json value, struct guide_document *document, struct guide_ids *ids)
{
	static const char *const keys[] = { "id", "label", "hint", "rule", NULL };
	static const char *const rules[] = { "resident-id", "residence-permit", "permanent",
					     "other", NULL };

	json_only(value, keys);
	document->id = guide_read_id(value, ids);
	document->label = json_string(value, "label");
	document->hint = json_string_or_null(value, "hint");
	document->rule = (enum guide_document_rule)json_choice(value, "rule", rules, -1);
}

struct guide_form *guide_read_form(struct json value, struct guide_ids *ids)
{
	static const char *const keys[] = { "title",     "submit",    "intro", "fields",
					    "documents", "questions", NULL };
	struct json fields = json_array(value, "fields"),
		    documents = json_array(value, "documents");
	struct guide_text questions = guide_read_text(json_array(value, "questions"));
	struct guide_form *form = xcalloc(1, sizeof *form);

	json_only(value, keys);
	form->title = json_string(value, "title");
	form->submit = json_string(value, "submit");
	form->intro = guide_read_text(json_array(value, "intro"));
	form->fields = xcalloc(guide_count(fields), sizeof *form->fields);
	for (struct json v = json_first(fields); v.node != NULL; v = json_next(v))
		read_field(v, &form->fields[form->field_count++], ids);
	form->documents = xcalloc(guide_count(documents), sizeof *form->documents);
	for (struct json v = json_first(documents); v.node != NULL; v = json_next(v))
		read_document(v, &form->documents[form->document_count++], ids);
	form->questions = questions.lines;
	form->question_count = questions.count;
	return form;
}

static void read_check(struct json value, struct guide_check *check, struct guide_ids *ids)
{
	static const char *const keys[] = { "id", "label", "compare", "fatal", "advice", NULL };
	static const char *const compares[] = { "by-eye",      "name",       "id-number",
						"sex",         "birth-date", "ethnic-group",
						"institution", "level",      "major",
						"status",      NULL };

	json_only(value, keys);
	check->id = guide_read_id(value, ids);
	check->label = json_string(value, "label");
	check->compare = (enum guide_compare)json_choice(value, "compare", compares, -1);
	check->fatal = json_bool_or(value, "fatal", false);
	check->advice = json_string_or_null(value, "advice");
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

struct guide_verification *guide_read_verification(struct json value, struct guide_ids *ids)
{
	static const char *const keys[] = { "intro", "checks", "statuses", NULL };
	struct json checks = json_array(value, "checks"), statuses = json_array(value, "statuses");
	struct guide_verification *v = xcalloc(1, sizeof *v);

	json_only(value, keys);
	v->intro = guide_read_text(json_array(value, "intro"));
	v->checks = xcalloc(guide_count(checks), sizeof *v->checks);
	for (struct json e = json_first(checks); e.node != NULL; e = json_next(e))
		read_check(e, &v->checks[v->check_count++], ids);
	if (v->check_count > GUIDE_CHECKS_MAX)
		json_problem(checks, "核对项最多 %d 个。", GUIDE_CHECKS_MAX);
	v->statuses = xcalloc(guide_count(statuses), sizeof *v->statuses);
	for (struct json e = json_first(statuses); e.node != NULL; e = json_next(e))
		read_status(e, &v->statuses[v->status_count++], ids);
	return v;
}
