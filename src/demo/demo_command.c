/* SPDX-License-Identifier: MIT */
#include "demo/demo_command.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "demo/demo_names.h"
#include "screens/screens.h"
#include "wizard/answer.h"
#include "wizard/navigation.h"

#define SAME "一样"
#define ABSENT "没有"
#define ALL "all"

static __attribute__((format(printf, 2, 3))) enum command_result fail(char *why, const char *format,
								      ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(why, DEMO_WHY, format, args);
	va_end(args);
	return COMMAND_FAILED;
}

static void act(struct app *app, enum action_kind kind, size_t number)
{
	app_apply(app, (struct action){ kind, (unsigned)number, NULL });
}

static enum command_result unknown(const struct app *app, enum named kind, size_t check,
				   const char *word, char *why)
{
	demo_unknown(app, kind, check, word, why);
	return COMMAND_FAILED;
}

static bool pick(struct app *app, const char *name)
{
	size_t row;

	if (name == NULL || !screens_find_row(&app->wizard, name, &row))
		return false;
	act(app, ACTION_PICK, row);
	return true;
}

static size_t step_of_activity(const struct guide *g, enum guide_activity activity)
{
	for (size_t i = 0; i < g->step_count; i++)
		if (g->steps[i].activity == activity)
			return i;
	return SIZE_MAX;
}

/* Shows a step, and closes the screens on top of it. Returns false if it cannot. */
static bool show_step(struct app *app, size_t step)
{
	if (step >= app->guide->step_count)
		return false;
	for (size_t i = 0; i < SCREEN_COUNT; i++) {
		act(app, ACTION_STEP, step + 1);
		if (wizard_screen(&app->wizard) == SCREEN_STEP && app->wizard.step == step)
			return true;
		act(app, ACTION_CLOSE, 0);
	}
	return false;
}

static enum command_result do_step(struct app *app, const char *id, char *why)
{
	size_t step = demo_find(app, NAMED_STEP, 0, id);

	if (step == SIZE_MAX)
		return unknown(app, NAMED_STEP, 0, id, why);
	return show_step(app, step) ? COMMAND_DONE : fail(why, "到不了“%.40s”这一步。", id);
}

/* Types the character with this index, from 0. Returns false if the text is shorter. */
static bool type_character(struct app *app, const char *text, size_t index)
{
	const char *at = text + text_offset(text, index);
	char one[5] = "";

	memcpy(one, at, text_offset(at, 1));
	if (*at != '\0')
		app_apply(app, (struct action){ ACTION_INSERT, 0, one });
	return *at != '\0';
}

/* Leaves the field, so that its findings are shown below it, and returns to it if there is a
 * notice. */
static void leave_field(struct app *app)
{
	const struct form_field *field = screens_field(&app->wizard);
	size_t at = screens_focus(&app->wizard);

	if (field == NULL || field->visited)
		return;
	act(app, ACTION_NEXT, 0);
	if (app->wizard.notice[0] != '\0')
		act(app, ACTION_PICK, at);
}

static enum command_result type_field(struct app *app, const char *word, const char *text,
				      size_t part, char *why)
{
	if (part == 0) {
		if (screens_form(&app->wizard) == NULL)
			return fail(why, "这时没有打开表单，“%.40s”填不进去。", word);
		if (demo_field_label(app, word) == NULL)
			return unknown(app, NAMED_FIELD, 0, word, why);
		if (!pick(app, demo_field_label(app, word)))
			return fail(why, "这一页上没有“%.40s”这一项。", word);
		if (screens_editing(&app->wizard) == NULL)
			return fail(why, "“%.40s”不是打字的：用 <Choose> 或 <Tick>。", word);
		act(app, ACTION_ERASE_ALL, 0);
		return *text == '\0' ? COMMAND_DONE : COMMAND_MORE;
	}
	if (type_character(app, text, part - 1))
		return COMMAND_MORE;
	leave_field(app);
	return COMMAND_DONE;
}

/* Types the code that the rehearsal sent into the form's field for codes. */
static enum command_result type_code(struct app *app, size_t part, char *why)
{
	const struct guide_form *form = app->guide->form;
	const char *code = app->wizard.sms.code;

	for (size_t i = 0; form != NULL && i < form->field_count; i++)
		if (form->fields[i].kind == GUIDE_FIELD_SMS_CODE && *code != '\0')
			return type_field(app, form->fields[i].id, code, part, why);
	return fail(why, "还没有要过验证码：先写 <Press send>。");
}

static bool check_answered(const struct app *app, size_t check)
{
	return !wizard_answer_is(&app->wizard, check, "");
}

/* Leaves the row, so that the wizard judges what was typed, and returns to it. */
static void end_check(struct app *app, size_t check, const char *text)
{
	const struct guide_check *c = &app->guide->verification->checks[check];
	bool equal = strcmp(text, wizard_expected(&app->wizard, c->compare)) == 0;

	act(app, ACTION_NEXT, 0);
	pick(app, c->label);
	if (equal && wizard_answer_is(&app->wizard, check, RESULT_DIFFER))
		act(app, ACTION_TOGGLE, 0);
}

/* Types the recorded value into the focused row. If there is none, or the row asks about it, marks
 * the row as the same. */
static void type_same(struct app *app, size_t check)
{
	const struct guide_check *c = &app->guide->verification->checks[check];
	const char *value = wizard_expected(&app->wizard, c->compare);

	if (*value != '\0') {
		act(app, ACTION_ERASE_ALL, 0);
		app_apply(app, (struct action){ ACTION_INSERT, 0, value });
		end_check(app, check, value);
	}
	if (check_answered(app, check))
		return;
	act(app, ACTION_ERASE_ALL, 0);
	act(app, ACTION_TOGGLE, 0);
}

/* Fills in the next check that must agree and is still open. */
static enum command_result check_all(struct app *app, char *why)
{
	const struct guide_verification *v = app->guide->verification;

	for (size_t i = 0; i < v->check_count; i++) {
		const struct guide_check *check = &v->checks[i];

		if (!(check->required || check->fatal) || wizard_is_choice(check) ||
		    check_answered(app, i) || !pick(app, check->label))
			continue;
		type_same(app, i);
		return check_answered(app, i) ? COMMAND_MORE
					      : fail(why, "“%.40s”没有可比的。", check->id);
	}
	return COMMAND_DONE;
}

static enum command_result begin_check(struct app *app, const char *word, const char *text,
				       char *why)
{
	size_t check = demo_find(app, NAMED_CHECK, 0, word);

	if (check == SIZE_MAX)
		return unknown(app, NAMED_CHECK, 0, word, why);
	if (wizard_is_choice(&app->guide->verification->checks[check]))
		return fail(why, "“%.40s”不是打字的：用 <Choose>。", word);
	if (!pick(app, app->guide->verification->checks[check].label))
		return fail(why, "这一页上没有“%.40s”这一项。", word);
	if (strcmp(text, SAME) == 0) {
		if (!check_answered(app, check))
			type_same(app, check);
		return check_answered(app, check) ? COMMAND_DONE
						  : fail(why, "“%.40s”没有可比的。", word);
	}
	if (strcmp(text, ABSENT) == 0) {
		act(app, ACTION_MARK_ABSENT, 0);
		return COMMAND_DONE;
	}
	if (screens_editing(&app->wizard) == NULL)
		return fail(why, "“%.40s”不是打字的：用 <Choose>。", word);
	act(app, ACTION_ERASE_ALL, 0);
	return COMMAND_MORE;
}

static enum command_result do_check(struct app *app, const struct demo_event *e, size_t part,
				    char *why)
{
	if (wizard_screen(&app->wizard) != SCREEN_VERIFY)
		return fail(why, "这时没有打开核对：先写 <Open verify>。");
	if (strcmp(e->target, ALL) == 0 && strcmp(e->text, SAME) != 0)
		return fail(why, "<Check all 后面只能写“一样”。");
	if (strcmp(e->target, ALL) == 0)
		return check_all(app, why);
	if (part == 0)
		return begin_check(app, e->target, e->text, why);
	if (type_character(app, e->text, part - 1))
		return COMMAND_MORE;
	end_check(app, demo_find(app, NAMED_CHECK, 0, e->target), e->text);
	return COMMAND_DONE;
}

/* What an event chooses: an option of a check, of the document type or of the question about an
 * account. */
struct choice {
	const char *name; /* of the row; NULL: no row of this id has options */
	enum named kind;
	size_t check; /* SIZE_MAX: it is a field */
	size_t wanted;
};

static struct choice choice_of(const struct app *app, const char *target)
{
	const struct guide *g = app->guide;
	size_t field = demo_find(app, NAMED_FIELD, 0, target);
	struct choice o = { .check = SIZE_MAX };

	if (wizard_screen(&app->wizard) == SCREEN_VERIFY) {
		const struct guide_check *check;

		o.check = demo_find(app, NAMED_CHECK, 0, target);
		if (o.check == SIZE_MAX)
			return o;
		check = &g->verification->checks[o.check];
		o.name = wizard_is_choice(check) ? check->label : NULL;
		o.kind = check->compare == GUIDE_COMPARE_STATUS    ? NAMED_STATUS
			 : check->compare == GUIDE_COMPARE_STUDENT ? NAMED_STUDENT
								   : NAMED_PICTURE;
	} else if (field != SIZE_MAX && g->form->fields[field].kind == GUIDE_FIELD_DOCUMENT_TYPE) {
		o.name = g->form->fields[field].label;
		o.kind = NAMED_DOCUMENT;
	} else if (g->form != NULL && g->form->account != NULL &&
		   (strcmp(target, "account") == 0 || strcmp(target, "before.account") == 0)) {
		o.name = g->form->account->question;
		o.kind = NAMED_ACCOUNT;
	}
	return o;
}

/* Chooses from the list that the focused row opens. */
static bool choose(struct app *app, const struct choice *o)
{
	act(app, ACTION_TOGGLE, 0);
	if (wizard_screen(&app->wizard) != SCREEN_CHOOSE)
		return false;
	act(app, ACTION_PICK, o->wanted);
	act(app, ACTION_NEXT, 0);
	pick(app, o->name);
	return true;
}

static enum command_result do_choose(struct app *app, const struct demo_event *e, char *why)
{
	struct choice o = choice_of(app, e->target);

	if (o.name == NULL)
		return fail(why, "这一页上没有可选的“%.40s”。", e->target);
	o.wanted = demo_find(app, o.kind, o.check, e->text);
	if (o.wanted == SIZE_MAX)
		return unknown(app, o.kind, o.check, e->text, why);
	/* An answer about the account may be a row of its own, which leads to the next screen. */
	if (o.kind == NAMED_ACCOUNT &&
	    pick(app, app->guide->form->account->options[o.wanted].label)) {
		act(app, ACTION_NEXT, 0);
		return COMMAND_DONE;
	}
	if (!pick(app, o.name) || !choose(app, &o))
		return fail(why, "“%.40s”这里选不了。", e->text);
	return COMMAND_DONE;
}

/* Returns the index of the step with this id, or with an item of this id; of the beat's step if
 * word is ""; SIZE_MAX if there is none. */
static size_t step_with(const struct app *app, const char *word, const char *step)
{
	size_t i;

	if (*word != '\0' && demo_find_item(app->guide, word, &i) != NULL)
		return i;
	return demo_find(app, NAMED_STEP, 0, *word != '\0' ? word : step);
}

static enum command_result tick_field(struct app *app, const char *word, char *why)
{
	if (!pick(app, demo_field_label(app, word)) || screens_field(&app->wizard) == NULL ||
	    form_shape(screens_field(&app->wizard)) != SHAPE_TICK)
		return fail(why, "这一页上没有可勾的“%.40s”。", word);
	if (screens_field(&app->wizard)->choice == 0)
		act(app, ACTION_TOGGLE, 0);
	return COMMAND_DONE;
}

/* Ticks one item in each part, so that the audience sees them one after the other. */
static enum command_result do_tick(struct app *app, const char *word, const char *beat_step,
				   char *why)
{
	const struct wizard *w = &app->wizard;
	size_t index = step_with(app, word, beat_step);
	const struct guide_step *step;

	if (index == SIZE_MAX)
		return tick_field(app, word, why);
	if (!show_step(app, index))
		return fail(why, "到不了“%.40s”这一步。", app->guide->steps[index].id);
	step = &app->guide->steps[index];
	for (size_t i = 0; i < step->item_count; i++) {
		const char *id = step->items[i].id;
		bool all = *word == '\0' || strcmp(step->id, word) == 0;

		if ((!all && strcmp(id, word) != 0) || progress_ticked(&w->progress, id))
			continue;
		if (pick(app, step->items[i].text))
			act(app, ACTION_TOGGLE, 0);
		return progress_ticked(&w->progress, id) ? COMMAND_MORE
							 : fail(why, "“%.40s”勾不上。", id);
	}
	return COMMAND_DONE;
}

/* Opens a screen that belongs to a step, on top of the step. */
static enum command_result open_on_step(struct app *app, enum guide_activity activity,
					enum screen_id screen, char *why)
{
	if (!show_step(app, step_of_activity(app->guide, activity)))
		return fail(why, "指南里没有这样的一步。");
	wizard_push(&app->wizard, screen);
	app->new_screen = true;
	return COMMAND_DONE;
}

/* Opens the list of messages or answers, or one entry of it. */
static enum command_result open_entry(struct app *app, enum named kind, const char *id, char *why)
{
	const char *label;
	size_t i;

	act(app, kind == NAMED_MESSAGE ? ACTION_SITE_MESSAGES : ACTION_FAQ, 0);
	if (*id == '\0')
		return COMMAND_DONE;
	if (app->faq == NULL)
		return fail(why, "指南没有写“faq”，或那个文件打不开。");
	i = demo_find(app, kind, 0, id);
	if (i == SIZE_MAX)
		return unknown(app, kind, 0, id, why);
	label = kind == NAMED_MESSAGE ? app->faq->site_messages[i].message
				      : app->faq->answers[i].question;
	if (!pick(app, label))
		return fail(why, "这一页上没有“%.40s”。", id);
	act(app, ACTION_NEXT, 0);
	return COMMAND_DONE;
}

/* Presses the last row, which leads to the next screen. */
static enum command_result press_last(struct app *app)
{
	if (screens_rows(&app->wizard) > 0)
		act(app, ACTION_PICK, screens_rows(&app->wizard) - 1);
	act(app, ACTION_NEXT, 0);
	return COMMAND_DONE;
}

static enum command_result do_press(struct app *app, const char *what, char *why)
{
	if (strcmp(what, "next") == 0)
		return press_last(app);
	if (strcmp(what, "send") != 0)
		return fail(why, "没有“%.40s”这个按钮；有 send、next。", what);
	if (!pick(app, demo_label(app, what)))
		return fail(why, "这一页上没有要验证码的按钮。");
	act(app, ACTION_NEXT, 0);
	return COMMAND_DONE;
}

static enum command_result do_open(struct app *app, const char *what, const char *id, char *why)
{
	bool asks_account = app->guide->form != NULL && app->guide->form->account != NULL;

	if (strcmp(what, "account") == 0)
		return asks_account ? open_on_step(app, ACTIVITY_REGISTER, SCREEN_ACCOUNT, why)
				    : fail(why, "指南里没有注册之前的那一页。");
	if (strcmp(what, "form") == 0)
		return open_on_step(app, ACTIVITY_REGISTER, SCREEN_REGISTER, why);
	if (strcmp(what, "verify") == 0)
		return open_on_step(app, ACTIVITY_VERIFY, SCREEN_VERIFY, why);
	if (strcmp(what, "messages") == 0)
		return open_entry(app, NAMED_MESSAGE, id, why);
	if (strcmp(what, "faq") == 0)
		return open_entry(app, NAMED_ANSWER, id, why);
	if (strcmp(what, "notes") == 0)
		act(app, ACTION_NOTES, 0);
	else if (strcmp(what, "qr") == 0)
		act(app, ACTION_QR, 0);
	else if (strcmp(what, "result") == 0)
		return wizard_screen(&app->wizard) == SCREEN_VERIFY
			       ? press_last(app)
			       : fail(why, "结果从核对打开：先写 <Open verify>。");
	else
		return fail(why,
			    "没有“%.40s”这一页；有 account、form、verify、result、messages、faq、"
			    "notes、qr。",
			    what);
	return COMMAND_DONE;
}

enum command_result demo_command(struct app *app, const struct demo_event *e, const char *step,
				 size_t part, char *why)
{
	switch (e->kind) {
	case DEMO_KEY:
		app_key(app, e->key);
		return COMMAND_DONE;
	case DEMO_STEP:
		return do_step(app, *e->target != '\0' ? e->target : step, why);
	case DEMO_FIELD:
		return type_field(app, e->target, e->text, part, why);
	case DEMO_CODE:
		return type_code(app, part, why);
	case DEMO_CHECK:
		return do_check(app, e, part, why);
	case DEMO_CHOOSE:
		return do_choose(app, e, why);
	case DEMO_TICK:
		return do_tick(app, e->target, step, why);
	case DEMO_OPEN:
		return do_open(app, e->target, e->text, why);
	case DEMO_PRESS:
		return do_press(app, e->target, why);
	default: /* a pause */
		return COMMAND_DONE;
	}
}

bool demo_command_whole(struct app *app, const struct demo_event *event, const char *step,
			char *why)
{
	enum command_result result = COMMAND_MORE;

	for (size_t part = 0; result == COMMAND_MORE; part++)
		result = demo_command(app, event, step, part, why);
	return result == COMMAND_DONE;
}
