/* SPDX-License-Identifier: MIT */
#include "model/guide.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "model/guide_read.h"

static void read_link(struct json value, struct guide_link *link)
{
	link->label = json_string(value, "label");
	link->url = json_string(value, "url");
	link->text = json_string_or_null(value, "text");
	if (link->text == NULL)
		link->text = link->url;
	if (*link->url != '\0' &&
	    ((strncmp(link->url, "http://", 7) != 0 && strncmp(link->url, "https://", 8) != 0) ||
	     strpbrk(link->url, " \n") != NULL))
		json_problem(json_member(value, "url"),
			     "网址要以 http:// 或 https:// 开头，中间没有空格。");
	json_no_others(value);
}

static void read_panel(struct json value, struct guide_panel *panel)
{
	panel->title = json_string_or_null(value, "title");
	panel->lines = guide_read_lines(value, "lines");
	json_no_others(value);
}

static struct guide_figure *read_figure(struct json value)
{
	struct guide_figure *figure;
	struct json panels;

	if (value.node == NULL)
		return NULL;
	panels = json_array(value, "panels");
	figure = guide_take(value, 1, sizeof *figure);
	figure->title = json_string(value, "title");
	figure->caption = json_string(value, "caption");
	figure->panels = guide_take(panels, guide_count(panels), sizeof *figure->panels);
	for (struct json v = json_first(panels); v.node != NULL; v = json_next(v))
		read_panel(v, &figure->panels[figure->panel_count++]);
	json_no_others(value);
	return figure;
}

static void read_step(struct json value, struct guide_step *step, struct guide_ids *ids)
{
	static const char *const activities[] = { "none", "register", "verify", NULL };
	struct json links = json_array_or_none(value, "links"), items = json_array(value, "items");

	step->id = guide_read_id(value, ids);
	step->title = json_string(value, "title");
	step->summary = json_string_or_null(value, "summary");
	step->text = guide_read_lines(value, "text");
	step->links = guide_take(links, json_count(links), sizeof *step->links);
	for (struct json v = json_first(links); v.node != NULL; v = json_next(v))
		read_link(v, &step->links[step->link_count++]);
	step->items = guide_read_items(items, &step->item_count, ids);
	guide_count(items);
	step->figure = read_figure(json_object_or_none(value, "figure"));
	step->later = guide_read_later(value, &step->later_count);
	step->activity =
		(enum guide_activity)json_choice(value, "activity", activities, ACTIVITY_NONE);
	json_no_others(value);
}

static void read_field(struct json value, struct guide_form_field *field, struct guide_ids *ids)
{
	static const char *const kinds[] = { "mobile",         "sms-code", "password",
					     "password-again", "name",     "document-type",
					     "id-number",      "email",    "question",
					     "terms",          NULL };

	field->id = guide_read_id(value, ids);
	field->label = json_string(value, "label");
	field->hint = json_string_or_null(value, "hint");
	field->kind = (enum guide_field_kind)json_choice(value, "kind", kinds, -1);
	field->required = json_bool(value, "required");
	field->button = json_string_or_null(value, "button");
	field->advice = json_string_or_null(value, "advice");
	json_no_others(value);
}

static void read_document(struct json value, struct guide_document *document, struct guide_ids *ids)
{
	static const char *const rules[] = { "resident-id", "residence-permit", "permanent",
					     "other", NULL };

	document->id = guide_read_id(value, ids);
	document->label = json_string(value, "label");
	document->hint = json_string_or_null(value, "hint");
	document->rule = (enum document_type)json_choice(value, "rule", rules, -1);
	json_no_others(value);
}

static struct guide_account *read_account(struct json value, struct guide_ids *ids)
{
	struct guide_account *account;

	if (value.node == NULL)
		return NULL;
	account = guide_take(value, 1, sizeof *account);
	account->title = json_string(value, "title");
	account->intro = guide_read_text(json_array(value, "intro"));
	account->question = json_string(value, "question");
	account->options =
		guide_read_options(json_array(value, "options"), &account->option_count, ids);
	account->address = json_string(value, "address");
	account->address_hint = json_string(value, "address_hint");
	json_no_others(value);
	return account;
}

static struct guide_login *read_login(struct json value)
{
	struct guide_login *login;

	if (value.node == NULL)
		return NULL;
	login = guide_take(value, 1, sizeof *login);
	login->title = json_string(value, "title");
	login->submit = json_string(value, "submit");
	login->intro = guide_read_text(json_array(value, "intro"));
	login->name = json_string(value, "name");
	login->name_hint = json_string(value, "name_hint");
	login->password = json_string(value, "password");
	json_no_others(value);
	return login;
}

static struct guide_form *read_form(struct json value, struct guide_ids *ids)
{
	struct json fields = json_array(value, "fields"),
		    documents = json_array(value, "documents");
	struct guide_text questions = guide_read_text(json_array(value, "questions"));
	struct guide_form *form = guide_take(value, 1, sizeof *form);

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
	form->account = read_account(json_object_or_none(value, "before"), ids);
	form->login = read_login(json_object_or_none(value, "login"));
	json_no_others(value);
	return form;
}

static void read_check(struct json value, struct guide_check *check, struct guide_ids *ids)
{
	static const char *const compares[] = {
		"by-eye",         "picture",      "name",        "id-number", "sex",
		"birth-date",     "ethnic-group", "institution", "level",     "major",
		"student-number", "status",       "student",     NULL
	};

	check->id = guide_read_id(value, ids);
	check->label = json_string(value, "label");
	check->compare = (enum guide_compare)json_choice(value, "compare", compares, -1);
	check->required = json_bool_or(value, "required", false);
	check->fatal = json_bool_or(value, "fatal", check->required) || check->required;
	check->empty = json_bool_or(value, "empty", false);
	check->advice = json_string_or_null(value, "advice");
	check->proof = json_string_or_null(value, "proof");
	check->corrector = json_string_or_null(value, "corrector");
	json_no_others(value);
}

static const char *const outcomes[] = { "pass", "wait", "fail", NULL };

static void read_status(struct json value, struct guide_status *status, struct guide_ids *ids)
{
	status->id = guide_read_id(value, ids);
	status->label = json_string(value, "label");
	status->outcome = (enum guide_outcome)json_choice(value, "outcome", outcomes, -1);
	status->unlisted = json_bool_or(value, "unlisted", false);
	status->other = json_bool_or(value, "other", false);
	status->meaning = json_string(value, "meaning");
	json_no_others(value);
}

/* The wizard asks for the status once, and for the kind of student at most once. */
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

static struct guide_verification *read_verification(struct json value, struct guide_ids *ids)
{
	struct json checks = json_array(value, "checks"), statuses = json_array(value, "statuses");
	struct guide_verification *v = guide_take(value, 1, sizeof *v);

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
	json_no_others(value);
	return v;
}

static void read_laws(struct json root, struct guide *g)
{
	struct json laws = json_array(root, "laws");

	g->laws = guide_take(laws, guide_count(laws), sizeof *g->laws);
	for (struct json v = json_first(laws); v.node != NULL; v = json_next(v)) {
		struct guide_law *law = &g->laws[g->law_count++];

		law->title = json_string(v, "title");
		law->issuer = json_string(v, "issuer");
		law->number = json_string(v, "number");
		json_no_others(v);
	}
}

static void read_steps(struct json root, struct guide *g, struct guide_ids *ids)
{
	struct json steps = json_array(root, "steps");

	if (guide_count(steps) > GUIDE_STEPS_MAX)
		json_problem(steps, "步骤最多 %d 步。", GUIDE_STEPS_MAX);
	g->steps = guide_take(steps, json_count(steps), sizeof *g->steps);
	for (struct json v = json_first(steps); v.node != NULL; v = json_next(v))
		read_step(v, &g->steps[g->step_count++], ids);
}

static void read_notes(struct json root, struct guide *g, struct guide_ids *ids)
{
	struct json notes = json_array(root, "notes");

	g->notes = guide_take(notes, json_count(notes), sizeof *g->notes);
	for (struct json v = json_first(notes); v.node != NULL; v = json_next(v)) {
		struct guide_note *note = &g->notes[g->note_count++];

		note->id = guide_read_id(v, ids);
		note->title = json_string(v, "title");
		note->text = guide_read_text(json_array(v, "text"));
		note->later = guide_read_later(v, &note->later_count);
		json_no_others(v);
	}
}

static void read_contacts(struct json root, struct guide *g, struct guide_ids *ids)
{
	struct json contacts = json_array(root, "contacts");

	g->contacts = guide_take(contacts, json_count(contacts), sizeof *g->contacts);
	for (struct json v = json_first(contacts); v.node != NULL; v = json_next(v)) {
		struct guide_contact *contact = &g->contacts[g->contact_count++];

		contact->id = guide_read_id(v, ids);
		contact->label = json_string(v, "label");
		contact->value = json_string(v, "value");
		contact->as_of = guide_read_as_of(v);
		contact->note = json_string_or_null(v, "note");
		json_no_others(v);
	}
}

/* The form and the verification are required if a step opens them. */
static void read_activities(struct json root, struct guide *g, struct guide_ids *ids)
{
	bool registers = false, verifies = false;
	struct json form, verification;

	for (size_t i = 0; i < g->step_count; i++) {
		registers = registers || g->steps[i].activity == ACTIVITY_REGISTER;
		verifies = verifies || g->steps[i].activity == ACTIVITY_VERIFY;
	}
	form = registers ? json_object(root, "form") : json_object_or_none(root, "form");
	verification = verifies ? json_object(root, "verification")
				: json_object_or_none(root, "verification");
	if (form.node != NULL)
		g->form = read_form(form, ids);
	if (verification.node != NULL)
		g->verification = read_verification(verification, ids);
}

static void read_verdicts(struct json root, struct guide *g)
{
	struct json verdicts = json_object(root, "verdicts");

	for (size_t i = 0; i < OUTCOME_COUNT && verdicts.node != NULL; i++) {
		struct json verdict = json_object(verdicts, outcomes[i]);

		if (verdict.node == NULL)
			continue;
		g->verdicts[i].title = json_string(verdict, "title");
		g->verdicts[i].text = guide_read_text(json_array(verdict, "text"));
		json_no_others(verdict);
	}
	json_no_others(verdicts);
}

static void read_guide(struct json root, struct guide *g)
{
	struct guide_ids ids = { 0 };

	guide_read_format(root);
	g->title = json_string(root, "title");
	g->purpose = guide_read_marked(root, "purpose");
	g->publisher = json_string(root, "publisher");
	g->published = json_string(root, "published");
	g->source_title = json_string(root, "source_title");
	g->faq_file = json_string_or_null(root, "faq");
	if (json_member(root, "deadline").node != NULL)
		g->deadline = json_string(root, "deadline");
	if (g->faq_file != NULL && (*g->faq_file == '\0' || strchr(g->faq_file, '/') != NULL))
		json_problem(json_member(root, "faq"), "只写文件名：它要和指南放在一起。");
	read_laws(root, g);
	read_steps(root, g, &ids);
	read_notes(root, g, &ids);
	read_contacts(root, g, &ids);
	read_activities(root, g, &ids);
	read_verdicts(root, g);
	json_no_others(root);
}

struct guide *guide_load(const char *path, struct diag *d)
{
	struct guide *g = xcalloc(1, sizeof *g);
	struct json_doc *doc = json_load_kept(path, GUIDE_BYTES_MAX, &g->memory, d);

	if (doc != NULL)
		read_guide(json_root(doc), g);
	if (json_close(doc))
		return g;
	guide_free(g);
	return NULL;
}

void guide_free(struct guide *g)
{
	if (g == NULL)
		return;
	arena_wipe(&g->memory);
	free(g);
}
