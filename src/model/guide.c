/* SPDX-License-Identifier: MIT */
#include "model/guide.h"

#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "model/guide_internal.h"

enum { FORMAT = 1 };

static void read_laws(struct json root, struct guide *g)
{
	static const char *const keys[] = { "title", "issuer", "number", NULL };
	struct json laws = json_array(root, "laws");

	g->laws = guide_take(laws, guide_count(laws), sizeof *g->laws);
	for (struct json v = json_first(laws); v.node != NULL; v = json_next(v)) {
		struct guide_law *law = &g->laws[g->law_count++];

		json_only(v, keys);
		law->title = json_string(v, "title");
		law->issuer = json_string(v, "issuer");
		law->number = json_string(v, "number");
	}
}

static void read_steps(struct json root, struct guide *g, struct guide_ids *ids)
{
	struct json steps = json_array(root, "steps");

	if (guide_count(steps) > GUIDE_STEPS_MAX)
		json_problem(steps, "步骤最多 %d 步。", GUIDE_STEPS_MAX);
	g->steps = guide_take(steps, json_count(steps), sizeof *g->steps);
	for (struct json v = json_first(steps); v.node != NULL; v = json_next(v))
		guide_read_step(v, &g->steps[g->step_count++], ids);
}

static void read_notes(struct json root, struct guide *g, struct guide_ids *ids)
{
	static const char *const keys[] = { "id", "title", "text", "later", NULL };
	struct json notes = json_array(root, "notes");

	g->notes = guide_take(notes, json_count(notes), sizeof *g->notes);
	for (struct json v = json_first(notes); v.node != NULL; v = json_next(v)) {
		struct guide_note *note = &g->notes[g->note_count++];

		json_only(v, keys);
		note->id = guide_read_id(v, ids);
		note->title = json_string(v, "title");
		note->text = guide_read_text(json_array(v, "text"));
		note->later = guide_read_later(v, &note->later_count);
	}
}

static void read_contacts(struct json root, struct guide *g, struct guide_ids *ids)
{
	static const char *const keys[] = { "id", "label", "value", "as_of", "note", NULL };
	struct json contacts = json_array(root, "contacts");

	g->contacts = guide_take(contacts, json_count(contacts), sizeof *g->contacts);
	for (struct json v = json_first(contacts); v.node != NULL; v = json_next(v)) {
		struct guide_contact *contact = &g->contacts[g->contact_count++];

		json_only(v, keys);
		contact->id = guide_read_id(v, ids);
		contact->label = json_string(v, "label");
		contact->value = json_string(v, "value");
		contact->as_of = json_string(v, "as_of");
		contact->note = json_string_or_null(v, "note");
	}
}

/* What a step opens must be there; what is there is read, opened or not. */
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
		g->form = guide_read_form(form, ids);
	if (verification.node != NULL)
		g->verification = guide_read_verification(verification, ids);
}

static void read_verdicts(struct json root, struct guide *g)
{
	static const char *const names[] = { "pass", "wait", "fail", NULL };
	static const char *const keys[] = { "title", "text", NULL };
	struct json verdicts = json_object(root, "verdicts");

	json_only(verdicts, names);
	for (size_t i = 0; i < OUTCOME_COUNT && verdicts.node != NULL; i++) {
		struct json verdict = json_object(verdicts, names[i]);

		if (verdict.node == NULL)
			continue;
		json_only(verdict, keys);
		g->verdicts[i].title = json_string(verdict, "title");
		g->verdicts[i].text = guide_read_text(json_array(verdict, "text"));
	}
}

static void read_guide(struct json root, struct guide *g)
{
	static const char *const keys[] = {
		"$schema",      "format",       "title",    "purpose",  "publisher", "published",
		"source_title", "faq",          "laws",     "steps",    "notes",     "contacts",
		"form",         "verification", "verdicts", "deadline", NULL,
	};
	struct guide_ids ids = { 0 };

	json_only(root, keys);
	json_integer(root, "format", FORMAT, FORMAT);
	g->title = json_string(root, "title");
	g->purpose = guide_read_marked(root, "purpose");
	g->publisher = json_string(root, "publisher");
	g->published = json_string(root, "published");
	g->source_title = json_string(root, "source_title");
	g->faq_file = json_string_or_null(root, "faq");
	g->deadline = json_string_or_null(root, "deadline");
	if (g->faq_file != NULL && strchr(g->faq_file, '/') != NULL)
		json_problem(json_member(root, "faq"), "只写文件名：它要和指南放在一起。");
	read_laws(root, g);
	read_steps(root, g, &ids);
	read_notes(root, g, &ids);
	read_contacts(root, g, &ids);
	read_activities(root, g, &ids);
	read_verdicts(root, g);
}

static struct guide *take_doc(struct json_doc *doc)
{
	struct guide *g;

	if (doc == NULL)
		return NULL;
	g = xcalloc(1, sizeof *g);
	json_keep(doc, &g->memory);
	read_guide(json_root(doc), g);
	if (!json_ok(doc)) {
		guide_free(g);
		g = NULL;
	}
	json_close(doc);
	return g;
}

struct guide *guide_load(const char *path, struct diag *d)
{
	return take_doc(json_load(path, GUIDE_BYTES_MAX, d));
}

struct guide *guide_parse(const char *bytes, size_t len, struct diag *d)
{
	return take_doc(json_parse(bytes, len, d));
}

void guide_free(struct guide *g)
{
	if (g == NULL)
		return;
	arena_wipe(&g->memory);
	free(g);
}
