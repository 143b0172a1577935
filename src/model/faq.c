/* SPDX-License-Identifier: MIT */
#include "model/faq.h"

#include <stdlib.h>
#include <string.h>

#include "base/paths.h"
#include "base/xalloc.h"
#include "model/guide_read.h"

static void read_answer(struct json value, struct faq *f, struct faq_answer *answer,
			struct guide_ids *ids)
{
	answer->id = guide_read_id(value, ids);
	answer->category = (size_t)json_choice(value, "category", f->categories, -1);
	answer->question = json_string(value, "question");
	answer->text = guide_read_lines(value, "text");
	answer->source = json_string(value, "source");
	answer->as_of = guide_read_as_of(value);
	answer->words = guide_read_text(json_array_or_none(value, "words"));
	json_no_others(value);
}

static void read_site_message(struct json value, struct faq_site_message *c, struct guide_ids *ids)
{
	c->id = guide_read_id(value, ids);
	c->message = json_string(value, "message");
	c->meaning = json_string(value, "meaning");
	c->ways = guide_read_lines(value, "ways");
	c->words = guide_read_text(json_array_or_none(value, "words"));
	c->source = json_string(value, "source");
	c->as_of = guide_read_as_of(value);
	json_no_others(value);
}

static void read_faq(struct json root, struct faq *f)
{
	struct json categories = json_array(root, "categories"),
		    answers = json_array(root, "answers"),
		    complaints = json_array_or_none(root, "complaints");
	struct guide_ids ids = { 0 };

	guide_read_format(root);
	/* NULL ends the names. */
	f->categories = guide_take(categories, guide_count(categories) + 1, sizeof *f->categories);
	for (struct json v = json_first(categories); v.node != NULL; v = json_next(v))
		f->categories[f->category_count++] = json_string_value(v);
	f->answers = guide_take(answers, guide_count(answers), sizeof *f->answers);
	for (struct json v = json_first(answers); v.node != NULL; v = json_next(v))
		read_answer(v, f, &f->answers[f->answer_count++], &ids);
	f->site_messages = guide_take(complaints, json_count(complaints), sizeof *f->site_messages);
	for (struct json v = json_first(complaints); v.node != NULL; v = json_next(v))
		read_site_message(v, &f->site_messages[f->site_message_count++], &ids);
	json_no_others(root);
}

struct faq *faq_load(const char *path, struct diag *d)
{
	struct faq *f = xcalloc(1, sizeof *f);
	struct json_doc *doc = json_load_kept(path, GUIDE_BYTES_MAX, &f->memory, d);

	if (doc != NULL) {
		read_faq(json_root(doc), f);
	}
	if (json_close(doc))
		return f;
	faq_free(f);
	return NULL;
}

struct faq *faq_load_beside(const struct guide *g, const char *guide_path, struct diag *d)
{
	struct faq *f;
	char *path;

	if (g->faq_file == NULL)
		return NULL;
	path = paths_beside(guide_path, g->faq_file);
	f = faq_load(path, d);
	free(path);
	return f;
}

void faq_free(struct faq *f)
{
	if (f == NULL)
		return;
	arena_wipe(&f->memory);
	free(f);
}
