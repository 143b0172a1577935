/* SPDX-License-Identifier: MIT */
#include "demo/demo_names.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "wizard/answer.h"
#include "wizard/navigation.h"

static bool names_id(const char *id, const char *word)
{
	const char *dot = strchr(id, '.');

	return strcmp(id, word) == 0 || (dot != NULL && strcmp(dot + 1, word) == 0);
}

/* Returns the i-th id of a kind, from 0; NULL if there are fewer. */
static const char *id_of(const struct app *app, enum named kind, size_t check, size_t i)
{
	const struct guide *g = app->guide;
	const struct guide_form *form = g->form;
	const struct guide_account *account = form == NULL ? NULL : form->account;
	const struct guide_verification *v = g->verification;
	const struct faq *faq = app->faq;

	switch (kind) {
	case NAMED_STEP:
		return i < g->step_count ? g->steps[i].id : NULL;
	case NAMED_FIELD:
		return form != NULL && i < form->field_count ? form->fields[i].id : NULL;
	case NAMED_DOCUMENT:
		return form != NULL && i < form->document_count ? form->documents[i].id : NULL;
	case NAMED_ACCOUNT:
		return account != NULL && i < account->option_count ? account->options[i].id : NULL;
	case NAMED_CHECK:
		return v != NULL && i < v->check_count ? v->checks[i].id : NULL;
	case NAMED_STATUS:
		return i < v->status_count ? v->statuses[i].id : NULL;
	case NAMED_STUDENT:
		return i < v->student_count ? v->students[i].id : NULL;
	case NAMED_PICTURE:
		return i < wizard_option_count(&app->wizard, check)
			       ? wizard_option_label(&app->wizard, check, i)
			       : NULL;
	case NAMED_MESSAGE:
		return faq != NULL && i < faq->site_message_count ? faq->site_messages[i].id : NULL;
	default:
		return faq != NULL && i < faq->answer_count ? faq->answers[i].id : NULL;
	}
}

size_t demo_find(const struct app *app, enum named kind, size_t check, const char *word)
{
	const char *id;

	for (size_t i = 0; (id = id_of(app, kind, check, i)) != NULL; i++)
		if (names_id(id, word))
			return i;
	return SIZE_MAX;
}

/* The parts of the message before and after the unknown word. */
static const struct {
	const char *before, *after;
} sentences[] = {
	[NAMED_STEP] = { "指南里没有", "这一步" },
	[NAMED_FIELD] = { "指南的表单里没有", "这一项" },
	[NAMED_CHECK] = { "指南的核对里没有", "这一项" },
	[NAMED_STATUS] = { "没有", "这个选项" },
	[NAMED_STUDENT] = { "没有", "这个选项" },
	[NAMED_PICTURE] = { "没有", "这个选项" },
	[NAMED_DOCUMENT] = { "没有", "这个选项" },
	[NAMED_ACCOUNT] = { "没有", "这个选项" },
	[NAMED_MESSAGE] = { "没有", "这条网站提示" },
	[NAMED_ANSWER] = { "常见问题里没有", "" },
};

void demo_unknown(const struct app *app, enum named kind, size_t check, const char *word, char *why)
{
	const size_t most = DEMO_WHY - sizeof "；有：…。";
	const char *id;
	size_t len = (size_t)snprintf(why, most, "%s“%.40s”%s", sentences[kind].before, word,
				      sentences[kind].after);

	for (size_t i = 0; (id = id_of(app, kind, check, i)) != NULL; i++) {
		const char *dot = strchr(id, '.');

		/* The rest of a list that is too long is left out. */
		if (len + strlen(id) > most) {
			len += (size_t)sprintf(why + len, "…");
			break;
		}
		len += (size_t)sprintf(why + len, "%s%s", i == 0 ? "；有：" : "、",
				       dot != NULL ? dot + 1 : id);
	}
	strcpy(why + len, "。");
}

const struct guide_item *demo_find_item(const struct guide *g, const char *id, size_t *step)
{
	for (*step = 0; *step < g->step_count; ++*step)
		for (size_t k = 0; k < g->steps[*step].item_count; k++)
			if (strcmp(g->steps[*step].items[k].id, id) == 0)
				return &g->steps[*step].items[k];
	return NULL;
}

const char *demo_field_label(const struct app *app, const char *word)
{
	const struct guide_form *form = app->guide->form;
	size_t field = demo_find(app, NAMED_FIELD, 0, word);

	if (form == NULL)
		return NULL;
	if (form->login != NULL && wizard_screen(&app->wizard) == SCREEN_LOGIN)
		return names_id("login.name", word)       ? form->login->name
		       : names_id("login.password", word) ? form->login->password
							  : NULL;
	if (form->account != NULL && names_id("before.address", word))
		return form->account->address;
	if (form->account != NULL && names_id("before.account", word))
		return form->account->question;
	return field == SIZE_MAX ? NULL : form->fields[field].label;
}

const char *demo_label(const struct app *app, const char *word)
{
	const struct form_field *send = form_find(&app->wizard.register_form, FORM_SEND);
	size_t check = demo_find(app, NAMED_CHECK, 0, word), step;
	const struct guide_item *item = demo_find_item(app->guide, word, &step);
	const char *field = demo_field_label(app, word);

	if (strcmp(word, "send") == 0 && send != NULL)
		return send->label;
	if (item != NULL)
		return item->text;
	if (check != SIZE_MAX && (field == NULL || wizard_screen(&app->wizard) == SCREEN_VERIFY))
		return app->guide->verification->checks[check].label;
	return field != NULL ? field : word;
}
