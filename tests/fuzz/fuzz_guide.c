/* SPDX-License-Identifier: MIT */
/* A guide or FAQ that is accepted fulfils what its header documents; one that is refused gives a
 * reason. */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "fuzz/fuzz_file.h"
#include "model/faq.h"
#include "model/guide.h"
#include "model/progress.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void check_maybe(const char *s)
{
	size_t len = s == NULL ? 0 : strlen(s);

	require(text_valid_bytes(s == NULL ? "" : s, len) == len);
	for (size_t i = 0; i < len; i++)
		require(((unsigned char)s[i] >= 0x20 && s[i] != 0x7F) || s[i] == '\n');
}

static void check_string(const char *s)
{
	require(s != NULL && *s != '\0');
	check_maybe(s);
}

static void check_text(const struct guide_text *text)
{
	for (size_t i = 0; i < text->count; i++) {
		size_t marks = 0;

		check_string(text->lines[i]);
		for (const char *m = text->lines[i]; (m = strstr(m, "**")) != NULL; m += 2)
			marks++;
		require(marks % 2 == 0);
	}
}

/* All ids seen so far. */
struct seen_ids {
	size_t count;
	const char *ids[GUIDE_IDS_MAX];
};

static void check_id(const char *id, struct seen_ids *seen)
{
	require(*id != '\0' && strlen(id) < PROGRESS_RESULT);
	require(id[strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789._-")] == '\0');
	for (size_t i = 0; i < seen->count; i++)
		require(strcmp(seen->ids[i], id) != 0);
	require(seen->count < GUIDE_IDS_MAX);
	seen->ids[seen->count++] = id;
}

static void check_later(const struct guide_later *later, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		check_string(later[i].as_of);
		check_string(later[i].text);
	}
}

static void check_figure(const struct guide_figure *figure)
{
	check_string(figure->title);
	check_string(figure->caption);
	require(figure->panel_count > 0);
	for (size_t i = 0; i < figure->panel_count; i++) {
		check_maybe(figure->panels[i].title);
		require(figure->panels[i].lines.count > 0);
		check_text(&figure->panels[i].lines);
	}
}

static void check_items(const struct guide_item *items, size_t count, struct seen_ids *seen)
{
	for (size_t i = 0; i < count; i++) {
		check_id(items[i].id, seen);
		check_string(items[i].text);
	}
}

static void check_step(const struct guide_step *step, struct seen_ids *seen)
{
	check_id(step->id, seen);
	check_string(step->title);
	require(step->text.count > 0 && step->item_count > 0);
	require(step->activity >= ACTIVITY_NONE && step->activity <= ACTIVITY_VERIFY);
	check_text(&step->text);
	for (size_t i = 0; i < step->link_count; i++) {
		const char *url = step->links[i].url;

		check_string(step->links[i].label);
		check_string(step->links[i].text);
		check_string(url);
		require(strncmp(url, "http://", 7) == 0 || strncmp(url, "https://", 8) == 0);
		require(strpbrk(url, " \n") == NULL);
	}
	check_items(step->items, step->item_count, seen);
	check_later(step->later, step->later_count);
	if (step->figure != NULL)
		check_figure(step->figure);
}

static void check_options(const struct guide_option *options, size_t count, struct seen_ids *seen)
{
	for (size_t i = 0; i < count; i++) {
		check_id(options[i].id, seen);
		check_string(options[i].label);
		check_text(&options[i].advice);
		require(options[i].item_count == 0 || options[i].advice.count > 0);
		check_items(options[i].items, options[i].item_count, seen);
	}
}

static void check_account(const struct guide_account *account, struct seen_ids *seen)
{
	check_string(account->title);
	check_text(&account->intro);
	check_string(account->question);
	require(account->option_count > 0);
	check_options(account->options, account->option_count, seen);
	check_string(account->address);
	check_string(account->address_hint);
}

static void check_login(const struct guide_login *login)
{
	check_string(login->title);
	check_string(login->submit);
	check_text(&login->intro);
	check_string(login->name);
	check_string(login->name_hint);
	check_string(login->password);
}

static void check_form(const struct guide_form *form, struct seen_ids *seen)
{
	check_string(form->title);
	check_string(form->submit);
	check_text(&form->intro);
	require(form->field_count > 0 && form->field_count <= GUIDE_FIELDS_MAX);
	require(form->document_count > 0);
	for (size_t i = 0; i < form->field_count; i++) {
		check_id(form->fields[i].id, seen);
		check_string(form->fields[i].label);
		check_maybe(form->fields[i].hint);
		check_maybe(form->fields[i].button);
		check_maybe(form->fields[i].advice);
		require(form->fields[i].kind <= GUIDE_FIELD_TERMS);
	}
	for (size_t i = 0; i < form->document_count; i++) {
		check_id(form->documents[i].id, seen);
		check_string(form->documents[i].label);
		check_maybe(form->documents[i].hint);
		require(form->documents[i].rule <= DOCUMENT_OTHER);
	}
	for (size_t i = 0; i < form->question_count; i++)
		check_string(form->questions[i]);
	if (form->account != NULL)
		check_account(form->account, seen);
	if (form->login != NULL)
		check_login(form->login);
}

static void check_verification(const struct guide_verification *v, struct seen_ids *seen)
{
	size_t statuses = 0, students = 0;

	check_text(&v->intro);
	require(v->check_count > 0 && v->check_count <= GUIDE_CHECKS_MAX && v->status_count > 0);
	for (size_t i = 0; i < v->check_count; i++) {
		check_id(v->checks[i].id, seen);
		check_string(v->checks[i].label);
		check_maybe(v->checks[i].advice);
		check_maybe(v->checks[i].proof);
		check_maybe(v->checks[i].corrector);
		require(v->checks[i].fatal || !v->checks[i].required);
		require(v->checks[i].compare <= GUIDE_COMPARE_STUDENT);
		statuses += v->checks[i].compare == GUIDE_COMPARE_STATUS;
		students += v->checks[i].compare == GUIDE_COMPARE_STUDENT;
	}
	require(statuses == 1 && students <= 1 && (students == 0 || v->student_count > 0));
	check_options(v->students, v->student_count, seen);
	for (size_t i = 0; i < v->status_count; i++) {
		check_id(v->statuses[i].id, seen);
		check_string(v->statuses[i].label);
		check_string(v->statuses[i].meaning);
		require(v->statuses[i].outcome < OUTCOME_COUNT);
	}
}

/* Checks the parts of the guide other than the steps. */
static void check_frame(const struct guide *g, struct seen_ids *seen)
{
	const char *const strings[] = { g->title, g->purpose, g->publisher, g->published,
					g->source_title };

	for (size_t i = 0; i < sizeof strings / sizeof strings[0]; i++)
		check_string(strings[i]);
	require(g->law_count > 0);
	for (size_t i = 0; i < g->law_count; i++) {
		check_string(g->laws[i].title);
		check_string(g->laws[i].issuer);
		check_string(g->laws[i].number);
	}
	for (size_t i = 0; i < g->note_count; i++) {
		check_id(g->notes[i].id, seen);
		check_string(g->notes[i].title);
		check_text(&g->notes[i].text);
		check_later(g->notes[i].later, g->notes[i].later_count);
	}
	for (size_t i = 0; i < g->contact_count; i++) {
		check_id(g->contacts[i].id, seen);
		check_string(g->contacts[i].label);
		check_string(g->contacts[i].value);
		check_string(g->contacts[i].as_of);
		check_maybe(g->contacts[i].note);
	}
	for (size_t i = 0; i < OUTCOME_COUNT; i++) {
		check_string(g->verdicts[i].title);
		check_text(&g->verdicts[i].text);
	}
}

static void check_guide(const struct guide *g)
{
	struct seen_ids seen = { 0 };

	require(g->step_count > 0 && g->step_count <= GUIDE_STEPS_MAX);
	for (size_t i = 0; i < g->step_count; i++) {
		check_step(&g->steps[i], &seen);
		require(g->steps[i].activity != ACTIVITY_REGISTER || g->form != NULL);
		require(g->steps[i].activity != ACTIVITY_VERIFY || g->verification != NULL);
	}
	check_frame(g, &seen);
	if (g->form != NULL)
		check_form(g->form, &seen);
	if (g->verification != NULL)
		check_verification(g->verification, &seen);
	check_maybe(g->faq_file);
	check_maybe(g->deadline);
	require(g->faq_file == NULL || strchr(g->faq_file, '/') == NULL);
}

static void check_faq(const struct faq *f)
{
	struct seen_ids seen = { 0 };

	require(f->category_count > 0 && f->answer_count > 0);
	for (size_t i = 0; i < f->category_count; i++)
		check_string(f->categories[i]);
	for (size_t i = 0; i < f->answer_count; i++) {
		check_id(f->answers[i].id, &seen);
		require(f->answers[i].category < f->category_count);
		check_string(f->answers[i].question);
		require(f->answers[i].text.count > 0);
		check_text(&f->answers[i].text);
		check_text(&f->answers[i].words);
		check_string(f->answers[i].source);
		check_string(f->answers[i].as_of);
	}
	for (size_t i = 0; i < f->site_message_count; i++) {
		check_id(f->site_messages[i].id, &seen);
		check_string(f->site_messages[i].message);
		check_string(f->site_messages[i].meaning);
		require(f->site_messages[i].ways.count > 0);
		check_text(&f->site_messages[i].ways);
		check_text(&f->site_messages[i].words);
		check_string(f->site_messages[i].source);
		check_string(f->site_messages[i].as_of);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct diag guide_says = { 0 }, faq_says = { 0 };
	struct guide *g = guide_load(path_of(bytes, len), &guide_says);
	struct faq *f = faq_load(path_of(bytes, len), &faq_says);

	require((g == NULL) == (guide_says.count > 0));
	require((f == NULL) == (faq_says.count > 0));
	if (g != NULL)
		check_guide(g);
	if (f != NULL)
		check_faq(f);
	guide_free(g);
	faq_free(f);
	return 0;
}
