/* SPDX-License-Identifier: MIT */
#include "plain/plain_form.h"

#include <stdlib.h>
#include <string.h>

#include "base/charset.h"
#include "screens/screens.h"

/* NULL if no form is shown. */
static const struct form_field *focused(const struct app *app)
{
	const struct form *form = screens_form(&app->wizard);

	return form == NULL ? NULL : &form->fields[form->focus];
}

unsigned plain_number(const char *text)
{
	char *end;
	unsigned long n = strtoul(text, &end, 10);

	return text[0] >= '0' && text[0] <= '9' && *end == '\0' && n < 1000 ? (unsigned)n : 0;
}

/* The label of one of a field's choices, by its index. */
static const char *label_of(const struct form_field *field, const struct guide_form *guide,
			    size_t choice)
{
	struct form_field asked = *field;

	asked.choice = choice;
	return form_choice_label(&asked, guide);
}

void plain_form_options(const struct app *app, FILE *out)
{
	const struct form_field *field = focused(app);
	const struct guide_account *account = app->guide->form->account;

	for (size_t i = 0; field->kind == FORM_ACCOUNT && i < account->option_count; i++)
		fprintf(out, "%zu. %s\n", i + 1, account->options[i].label);
	for (size_t i = 0; form_shape(field) == SHAPE_CHOICE && i < field->choice_count; i++)
		fprintf(out, "%zu. %s\n", i + 1, label_of(field, app->guide->form, i));
}

/* What may be entered, or what the field has now. */
static const char *hint_of(const struct form_field *field, bool hide_hints)
{
	switch (form_shape(field)) {
	case SHAPE_TICK:
		return field->choice > 0 ? "，勾了，1 取消" : "，没有勾，1 勾选";
	case SHAPE_BUTTON:
		return hide_hints                 ? ""
		       : field->kind == FORM_SEND ? "，1 获取"
		       : field->kind == FORM_FOLD ? "，1 展开或收起"
						  : "，回车 确定";
	default:
		return field->edit.len > 0 && !hide_hints ? "，回车 不改" : "";
	}
}

void plain_form_prompt(const struct app *app, bool hide_hints, FILE *out)
{
	const struct form_field *field = focused(app);

	if (field->kind == FORM_ACCOUNT) {
		fprintf(out, "%s输入编号：", app->guide->form->account->question);
		return;
	}
	fputs(field->label, out);
	if (form_shape(field) == SHAPE_CHOICE)
		fprintf(out, "，现在是“%s”", form_choice_label(field, app->guide->form));
	else
		fputs(plain_form_hides(app) ? "（输入时不显示）" : hint_of(field, hide_hints), out);
	fputs("：", out);
}

bool plain_form_hides(const struct app *app)
{
	const struct form_field *field = focused(app);

	return field != NULL &&
	       (field->kind == FORM_PASSWORD || field->kind == FORM_PASSWORD_AGAIN ||
		field->kind == FORM_LOGIN_PASSWORD);
}

static void act(struct app *app, enum action_kind kind, unsigned number)
{
	app_apply(app, (struct action){ kind, number, NULL });
}

/* The index of the choice that text names by its number from 1 or by its label; choice_count or
 * more: none. */
static size_t find_choice(const struct form_field *field, const struct guide_form *guide,
			  const char *text)
{
	size_t choice = plain_number(text) - (size_t)1;

	for (size_t i = 0; i < field->choice_count && choice >= field->choice_count; i++)
		if (strcmp(label_of(field, guide, i), text) == 0)
			choice = i;
	return choice;
}

/* Whether an empty line passes over the field: nothing is pressed or listed by it. */
static bool goes_on(const struct form_field *field)
{
	return form_shape(field) == SHAPE_CHOICE || field->kind == FORM_SEND ||
	       field->kind == FORM_FOLD;
}

/* Nothing is answered by an empty line. false: no such answer. */
static bool answer_account(struct app *app, const char *text)
{
	const struct form *form = screens_form(&app->wizard);
	unsigned number = plain_number(text);

	for (size_t i = 0; i < form->count && number > 0; i++)
		if (form->fields[i].kind == FORM_ACCOUNT && form->fields[i].choice == number - 1) {
			act(app, ACTION_PICK, (unsigned)i);
			act(app, ACTION_NEXT, 0);
			return true;
		}
	return *text == '\0';
}

bool plain_form_choose(struct app *app, const char *text)
{
	const struct form_field *field = focused(app);
	size_t choice;

	if (field->kind == FORM_ACCOUNT)
		return answer_account(app, text);
	if (*text == '\0') {
		act(app, goes_on(field) ? ACTION_DOWN : ACTION_NEXT, 0);
		return true;
	}
	if (form_shape(field) != SHAPE_CHOICE) {
		if (strcmp(text, "1") != 0 && strcmp(text, " ") != 0)
			return false;
		act(app, ACTION_TOGGLE, 0);
		return true;
	}
	choice = find_choice(field, app->guide->form, text);
	if (choice >= field->choice_count)
		return false;
	while (field->choice != choice)
		act(app, ACTION_CHOICE_NEXT, 0);
	act(app, ACTION_DOWN, 0);
	return true;
}

bool plain_form_command(struct app *app, const char *text)
{
	static const struct {
		const char *name;
		enum action_kind kind;
	} commands[] = {
		{ "b", ACTION_CLOSE },         { "q", ACTION_LEAVE }, { "r", ACTION_REVEAL },
		{ "e", ACTION_SITE_MESSAGES }, { "p", ACTION_UP },
	};
	if (plain_number(text) > 0) {
		act(app, ACTION_PICK, plain_number(text) - 1);
		return true;
	}
	for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
		if (strcmp(text, commands[i].name) == 0) {
			act(app, commands[i].kind, 0);
			app->new_screen = app->new_screen || commands[i].kind == ACTION_REVEAL;
			return true;
		}
	return false;
}

void plain_form_list_commands(bool compares, FILE *out)
{
	if (compares)
		fputs("一样 和高考时一样\n没有 网页上没有\n", out);
	fputs("回车 下一项\n/p 上一项\n/数字 到那一项\n/b 返回\n/q 退出\n/l 从头听这一页\n"
	      "/r 显示或遮住\n/e 网站提示怎么办\n其他都当作填的内容\n",
	      out);
}
