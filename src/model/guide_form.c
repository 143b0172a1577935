/* SPDX-License-Identifier: MIT */
#include "model/guide_internal.h"

static void read_field(struct json value, struct guide_form_field *field, struct guide_ids *ids)
{
	static const char *const keys[] = { "id",       "label",  "hint",   "kind",
					    "required", "button", "advice", NULL };
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
	field->advice = json_string_or_null(value, "advice");
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

static struct guide_before *read_before(struct json value, struct guide_ids *ids)
{
	static const char *const keys[] = { "title",   "intro",        "question", "options",
					    "address", "address_hint", "submit",   NULL };
	struct guide_before *before;

	if (value.node == NULL)
		return NULL;
	before = guide_take(value, 1, sizeof *before);
	json_only(value, keys);
	before->title = json_string(value, "title");
	before->submit = json_string(value, "submit");
	before->intro = guide_read_text(json_array(value, "intro"));
	before->question = json_string(value, "question");
	before->options =
		guide_read_options(json_array(value, "options"), &before->option_count, ids);
	before->address = json_string(value, "address");
	before->address_hint = json_string(value, "address_hint");
	return before;
}

static struct guide_login *read_login(struct json value)
{
	static const char *const keys[] = { "title",    "intro",  "name", "name_hint",
					    "password", "submit", NULL };
	struct guide_login *login;

	if (value.node == NULL)
		return NULL;
	login = guide_take(value, 1, sizeof *login);
	json_only(value, keys);
	login->title = json_string(value, "title");
	login->submit = json_string(value, "submit");
	login->intro = guide_read_text(json_array(value, "intro"));
	login->name = json_string(value, "name");
	login->name_hint = json_string(value, "name_hint");
	login->password = json_string(value, "password");
	return login;
}

struct guide_form *guide_read_form(struct json value, struct guide_ids *ids)
{
	static const char *const keys[] = { "title",     "submit", "intro", "fields", "documents",
					    "questions", "before", "login", NULL };
	struct json fields = json_array(value, "fields"),
		    documents = json_array(value, "documents");
	struct guide_text questions = guide_read_text(json_array(value, "questions"));
	struct guide_form *form = guide_take(value, 1, sizeof *form);

	json_only(value, keys);
	form->title = json_string(value, "title");
	form->submit = json_string(value, "submit");
	form->intro = guide_read_text(json_array(value, "intro"));
	if (guide_count(fields) > GUIDE_FIELDS_MAX)
		json_problem(fields, "表单最多 %d 项。", GUIDE_FIELDS_MAX);
	form->fields = guide_take(fields, json_count(fields), sizeof *form->fields);
	for (struct json v = json_first(fields); v.node != NULL; v = json_next(v))
		read_field(v, &form->fields[form->field_count++], ids);
	form->documents = guide_take(documents, guide_count(documents), sizeof *form->documents);
	for (struct json v = json_first(documents); v.node != NULL; v = json_next(v))
		read_document(v, &form->documents[form->document_count++], ids);
	form->questions = questions.lines;
	form->question_count = questions.count;
	form->before = read_before(json_object_or_none(value, "before"), ids);
	form->login = read_login(json_object_or_none(value, "login"));
	return form;
}
