/* SPDX-License-Identifier: MIT */
#include "plain/plain_line.h"

#include <string.h>

#include "base/key.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "screens/screens.h"
#include "screens/verify.h"
#include "view/keymap.h"
#include "wizard/navigation.h"
#include "wizard/shown.h"
#include "wizard/site_value.h"

enum {
	CHECK_TEXTS = CONTEXT_VERIFY | CONTEXT_BY_EYE | CONTEXT_CHECK_TYPED,
	CHECKS = CHECK_TEXTS | CONTEXT_STATUS | CONTEXT_VERIFY_BUTTON,
	TEXTS = CONTEXT_TEXT | CHECK_TEXTS | CONTEXT_SAVE_REPORT,
	QUESTIONS = CONTEXT_FAQ | CONTEXT_SEARCH,
	TYPED = TEXTS | CONTEXT_SEARCH | CONTEXT_CHOOSE /* letters are text */
};

/* What can be entered on a page. */
enum page_kind {
	ROWS_ASKED, /* rows, asked for one after the other */
	LINE_TYPED,
	LETTERS /* no text: the letter of a command is enough */
};

/* Each command works on the kinds of pages up to `until`. */
static const struct command {
	const char *letter, *hint;
	enum page_kind until;
	enum action_kind action;
	enum line_meaning meaning;
} commands[] = {
	{ "p", "上一项", ROWS_ASKED, ACTION_UP, LINE_DONE },
	{ "r", "读全，或遮住", ROWS_ASKED, ACTION_REVEAL, LINE_DONE },
	{ "e", "网站提示怎么办", ROWS_ASKED, ACTION_SITE_MESSAGES, LINE_DONE },
	{ "b", "返回", LINE_TYPED, ACTION_CLOSE, LINE_DONE },
	{ "q", "退出", LINE_TYPED, ACTION_LEAVE, LINE_DONE },
	{ "l", "从头听", LETTERS, ACTION_NONE, LINE_WHOLE },
	{ "m", "接着听", LETTERS, ACTION_NONE, LINE_MORE },
	{ "?", NULL, LETTERS, ACTION_NONE, LINE_COMMANDS },
};

enum { COMMANDS = sizeof commands / sizeof commands[0] };

static const struct command *find_command(enum page_kind kind, const char *text)
{
	uint32_t letter = 0;
	size_t len = text_decode(text, strlen(text), &letter);

	for (size_t i = 0; i < COMMANDS && text[len] == '\0'; i++)
		if (kind <= commands[i].until &&
		    text_narrow(letter) == (unsigned char)commands[i].letter[0])
			return &commands[i];
	return NULL;
}

static bool is_context(const struct wizard *w, unsigned contexts)
{
	return (screens_context(w) & contexts) != 0;
}

static bool is_field(const struct wizard *w, enum form_kind kind)
{
	const struct form_field *field = screens_field(w);

	return field != NULL && field->kind == kind;
}

bool line_asks_rows(const struct wizard *w)
{
	return screens_form(w) != NULL || is_context(w, CHECKS);
}

bool line_is_choice(const struct wizard *w)
{
	return is_context(w, CONTEXT_CHOICE | CONTEXT_STATUS | CONTEXT_BY_EYE);
}

struct line_rows line_rows(const struct wizard *w)
{
	const struct form *form = screens_form(w);
	struct line_rows rows = { 0 };

	if (is_field(w, FORM_ACCOUNT)) {
		while (form->fields[rows.first].kind != FORM_ACCOUNT)
			rows.first++;
		while (rows.first + rows.count < form->count &&
		       form->fields[rows.first + rows.count].kind == FORM_ACCOUNT)
			rows.count++;
	} else if (!line_asks_rows(w)) {
		rows.count = screens_rows(w);
	}
	return rows;
}

bool line_is_hidden(const struct wizard *w)
{
	return is_field(w, FORM_PASSWORD) || is_field(w, FORM_PASSWORD_AGAIN) ||
	       is_field(w, FORM_LOGIN_PASSWORD);
}

/* Returns true if an empty line presses the focused row: a button of a form, or the last row. */
static bool is_last(const struct wizard *w)
{
	return is_field(w, FORM_BUTTON) || screens_focus(w) + 1 == screens_rows(w);
}

static enum line_meaning act(struct app *app, enum action_kind kind, size_t number,
			     const char *text)
{
	app_apply(app, (struct action){ kind, (unsigned)number, text });
	return LINE_DONE;
}

/* Returns true if an action is of use to somebody who hears the page and enters lines. */
static bool is_heard(enum action_kind kind)
{
	static const enum action_kind heard[] = {
		ACTION_BACK,          ACTION_CLOSE,       ACTION_NOTES, ACTION_FAQ,
		ACTION_SITE_MESSAGES, ACTION_OPEN,        ACTION_COPY,  ACTION_LEAVE,
		ACTION_YES,           ACTION_SAVE_REPORT, ACTION_NO,    ACTION_CAPTION
	};

	for (size_t i = 0; i < sizeof heard / sizeof heard[0]; i++)
		if (heard[i] == kind)
			return true;
	return false;
}

/* Applies a command of one letter by the key table. */
static enum line_meaning apply_key(struct app *app, const char *text)
{
	uint32_t key;
	size_t step = text_decode(text, strlen(text), &key);
	struct action action;

	if (step == 0 || text[step] != '\0')
		return LINE_UNKNOWN;
	action = keymap_find(screens_context(&app->wizard), key);
	if (action.kind == ACTION_CAPTION)
		return LINE_FIGURE;
	return is_heard(action.kind) ? act(app, action.kind, 0, NULL) : LINE_UNKNOWN;
}

/* Focuses the row of a name. */
static enum line_meaning go_to_row(struct app *app, const char *name)
{
	size_t row;

	return screens_find_row(&app->wizard, name, &row) ? act(app, ACTION_PICK, row, NULL)
							  : LINE_UNKNOWN;
}

static enum page_kind kind_of_page(const struct wizard *w)
{
	return line_asks_rows(w) ? ROWS_ASKED : is_context(w, TYPED) ? LINE_TYPED : LETTERS;
}

/* text: without its slash. */
static enum line_meaning apply_command(struct app *app, const char *text)
{
	const struct wizard *w = &app->wizard;
	enum page_kind kind = kind_of_page(w);
	const struct command *command = find_command(kind, text);
	size_t step = text[0] == 'g' ? text_small_number(text + 1 + strspn(text + 1, " ")) : 0;

	if (step > 0 && step <= w->guide->step_count) {
		act(app, ACTION_STEP, step, NULL);
		return LINE_WHOLE;
	}
	if (command != NULL) {
		act(app, command->action, 0, NULL);
		return command->meaning;
	}
	return kind == ROWS_ASKED ? go_to_row(app, text)
	       : kind == LETTERS  ? apply_key(app, text)
				  : LINE_UNKNOWN;
}

/* Applies a command while the options of a row are listed. A command that leaves the list is
 * applied to the row; if it is unknown, the list is opened again. */
static enum line_meaning apply_row_command(struct app *app, const char *text)
{
	const struct command *command = find_command(LETTERS, text);
	enum line_meaning meaning;

	if (command != NULL)
		return command->meaning;
	act(app, ACTION_CLOSE, 0, NULL);
	meaning = apply_command(app, text);
	if (meaning == LINE_UNKNOWN)
		act(app, ACTION_NEXT, 0, NULL);
	return meaning;
}

/* Picks a row by its number, from 1, and presses it. */
static enum line_meaning pick(struct app *app, size_t number)
{
	struct line_rows rows = line_rows(&app->wizard);

	if (number == 0 || number > rows.count)
		return LINE_UNKNOWN;
	act(app, ACTION_PICK, rows.first + number - 1, NULL);
	return act(app, ACTION_TOGGLE, 0, NULL);
}

static bool is_found(const char *label, const char *text)
{
	return wizard_typed_meaning(text) != TYPED_VALUE ? strncmp(label, text, strlen(text)) == 0
							 : site_value_has_words(label, text);
}

/* Picks an option by its number, by its own words, or by text that only one option contains (begins
 * with, if the text is one that answers other rows). Text that none contains may be an answer, too.
 * An empty line leaves the choice as it is and goes on to the next row. */
static enum line_meaning choose(struct app *app, const char *text)
{
	const struct wizard *w = &app->wizard;
	const struct chooser *chooser = &w->choose.chooser;
	size_t number = text_small_number(text), found = 0, matches = 0;

	if (text[0] == '\0') {
		act(app, ACTION_CLOSE, 0, NULL);
		return line_asks_rows(w) ? act(app, ACTION_DOWN, 0, NULL) : LINE_DONE;
	}
	for (size_t i = 0; i < chooser->count && number == 0; i++) {
		if (!is_found(chooser->label(w, i), text))
			continue;
		found = i + 1;
		matches++;
		if (site_value_same_words(chooser->label(w, i), text)) {
			matches = 1;
			break;
		}
	}
	if (chooser->typed != NULL && matches == 0 &&
	    (number == 0 || (number > chooser->count && chooser->digits))) {
		act(app, ACTION_INSERT, 0, text);
		if (is_context(w, CONTEXT_CHOOSE) && line_rows(w).count == 0) {
			/* a number where the site shows words: ask again */
			act(app, ACTION_ERASE_ALL, 0, NULL);
			return LINE_UNKNOWN;
		}
		/* 一样 has answered the row: ACTION_NEXT would ask for it again. */
		return act(app,
			   wizard_typed_meaning(text) == TYPED_SAME ? ACTION_DOWN : ACTION_NEXT, 0,
			   NULL);
	}
	return number > 0 ? pick(app, number) : matches == 1 ? pick(app, found) : LINE_UNKNOWN;
}

static enum line_meaning search(struct app *app, const char *text)
{
	if (screens_editing(&app->wizard) == NULL)
		act(app, ACTION_SEARCH, 0, NULL);
	act(app, ACTION_ERASE_ALL, 0, NULL);
	return act(app, ACTION_INSERT, 0, text);
}

/* Answers a box or a button: 1 presses it. An empty line presses it only if it is the last, and
 * else goes on to the next row. */
static enum line_meaning press(struct app *app, const char *text)
{
	const struct wizard *w = &app->wizard;
	bool tick = is_context(w, CONTEXT_TICK), group = is_context(w, CONTEXT_VERIFY_BUTTON);

	if (text[0] == '\0' && !is_last(w))
		return act(app, ACTION_DOWN, 0, NULL);
	if (text[0] != '\0' && text_small_number(text) != 1)
		return LINE_UNKNOWN;
	act(app, ACTION_TOGGLE, 0, NULL);
	if (tick || (group && is_context(w, CONTEXT_VERIFY_BUTTON)))
		act(app, ACTION_DOWN, 0, NULL);
	return LINE_DONE;
}

/* Replaces the text of the focused row and goes on to the next. */
static enum line_meaning type(struct app *app, const char *text)
{
	const struct wizard *w = &app->wizard;
	bool answer = is_context(w, CHECK_TEXTS) && wizard_typed_meaning(text) != TYPED_VALUE;
	struct line_edit entry = { 0 };

	if (!line_edit_set(&entry, text)) {
		wizard_say_too_long(&app->wizard);
		return LINE_DONE;
	}
	line_edit_wipe(&entry);
	if (text[0] == '\0' && is_context(w, CONTEXT_BY_EYE))
		return act(app, ACTION_DOWN, 0, NULL);
	if (text[0] != '\0') {
		/* Erasing an empty text would undo the choice made before. */
		if (!is_context(w, CONTEXT_BY_EYE) || screens_editing(&app->wizard)->len > 0)
			act(app, ACTION_ERASE_ALL, 0, NULL);
		act(app, ACTION_INSERT, 0, text);
	}
	/* A notice rejects "the same" for a masked value, so the row stays. */
	if (answer && w->notice[0] != '\0')
		return LINE_DONE;
	act(app, ACTION_NEXT, 0, NULL);
	/* Skips the document number, which was asked for before the form and is filled in. */
	if (is_field(w, FORM_DOCUMENT) && screens_form(w) == &w->register_form &&
	    w->guide->form->account != NULL)
		act(app, ACTION_DOWN, 0, NULL);
	return LINE_DONE;
}

/* Applies a line that answers the prompt and is no command. */
static enum line_meaning apply_answer(struct app *app, const char *text)
{
	const struct wizard *w = &app->wizard;

	if (is_context(w, TEXTS))
		return type(app, text);
	if (is_context(w, CONTEXT_CHOOSE))
		return choose(app, text);
	if (line_rows(w).count == 0 && line_asks_rows(w))
		return press(app, text);
	if (text_small_number(text) > 0)
		return pick(app, text_small_number(text));
	if (text[0] != '\0')
		return is_context(w, QUESTIONS) ? search(app, text) : LINE_UNKNOWN;
	if (!is_context(w, CONTEXT_READ | CONTEXT_LEAVE))
		return LINE_MORE;
	return act(app, keymap_find(screens_context(w), KEYNAME_RETURN).kind, 0, NULL);
}

/* Returns the bytes of the slash before a command; 0 if there is none. Input methods put two other
 * characters on its key. */
static size_t slash_of(const char *text)
{
	static const char *const slashes[] = { "/", "／", "、" };

	for (size_t i = 0; i < sizeof slashes / sizeof slashes[0]; i++)
		if (strncmp(text, slashes[i], strlen(slashes[i])) == 0)
			return strlen(slashes[i]);
	return 0;
}

enum line_meaning line_apply(struct app *app, const char *text, bool listed)
{
	const struct wizard *w = &app->wizard;
	size_t slash = slash_of(text);
	enum line_meaning meaning = LINE_UNKNOWN;

	/* The name of a file may begin with a slash, too. */
	if (slash > 0 && is_context(w, CONTEXT_SAVE_REPORT) && text_length(text + slash) != 1)
		return type(app, text);
	if (slash > 0 || kind_of_page(w) == LETTERS || is_context(w, CONTEXT_SEARCH))
		meaning = listed ? apply_row_command(app, text + slash)
				 : apply_command(app, text + slash);
	return meaning == LINE_UNKNOWN && slash == 0 ? apply_answer(app, text) : meaning;
}

/* Returns the label of the row below a button that goes on without submitting; NULL if there is
 * none. */
static const char *skip_button(const struct wizard *w)
{
	const struct form *form = screens_form(w);

	if (form == NULL || !is_field(w, FORM_BUTTON) || form->focus + 1 == form->count ||
	    form->fields[form->focus + 1].kind != FORM_SKIP)
		return NULL;
	return form->fields[form->focus + 1].label;
}

/* Returns what pressing the focused row does, in a word. */
static const char *press_words(const struct wizard *w)
{
	return is_field(w, FORM_SEND)                                           ? "获取"
	       : is_field(w, FORM_FOLD) || is_context(w, CONTEXT_VERIFY_BUTTON) ? "打开"
	       : !is_context(w, CONTEXT_TICK)                                   ? "确定"
	       : screens_field(w)->choice == 0                                  ? "勾选"
										: "取消勾选";
}

/* Returns true if the focused field may be left out. */
static bool may_be_empty(const struct wizard *w)
{
	return !screens_field(w)->required && screens_form(w) != &w->login_form;
}

void line_prompt(const struct wizard *w, FILE *out)
{
	static const struct {
		unsigned contexts;
		const char *prompt;
	} prompts[] = {
		{ CONTEXT_SAVE_REPORT, "文件名，回车 保存，/b 不保存：" },
		{ CONTEXT_LEAVE, "回车 留下，/y 退出：" },
		{ CONTEXT_READ, "回车 返回：" },
	};
	const char *more = is_context(w, QUESTIONS)         ? "，或输入要找的词"
			   : !is_context(w, CONTEXT_CHOOSE) ? ""
			   : w->choose.chosen == NO_OPTION  ? "，回车 跳过"
							    : "，回车 不改";
	const char *skip = skip_button(w);
	size_t count = line_rows(w).count, i = 0;

	while (i < sizeof prompts / sizeof prompts[0] && !is_context(w, prompts[i].contexts))
		i++;
	if (is_context(w, CHECK_TEXTS))
		fprintf(out, "网站上是什么？回车 %s：", verify_answered(w) ? "不改" : "跳过");
	else if (count == 1)
		fprintf(out, "选 1%s：", more);
	else if (count > 1)
		fprintf(out, "选 1 到 %zu%s：", count, more);
	else if (i < sizeof prompts / sizeof prompts[0])
		fputs(prompts[i].prompt, out);
	else if (is_context(w, QUESTIONS))
		fputs("输入要找的词，/b 返回：", out);
	else if (is_context(w, CONTEXT_TEXT))
		fprintf(out, "输入%s%s：", line_is_hidden(w) ? "，不显示" : "",
			screens_field(w)->edit.len > 0 ? "，回车 不改"
			: may_be_empty(w)              ? "，回车 跳过"
						       : "");
	else if (is_last(w))
		fprintf(out, "回车 确定%s%s：", skip != NULL ? "，/" : "",
			skip != NULL ? skip : "");
	else
		fprintf(out, "1 %s，回车 跳过：", press_words(w));
}

/* Returns the ASCII character among a binding's keys; 0 if there is none. */
static char letter_of(const struct binding *b)
{
	for (size_t i = 0; i < BINDING_KEYS; i++)
		if (b->keys[i] > ' ' && b->keys[i] < 0x7F)
			return (char)b->keys[i];
	return 0;
}

void line_list_commands(const struct wizard *w, FILE *out)
{
	enum page_kind kind = kind_of_page(w);
	const struct binding *b = NULL;

	if (is_context(w, CHECK_TEXTS))
		fputs("一样 和高考时一样\n没有 网页上没有\n", out);
	if (line_rows(w).count > 0)
		fputs("数字 选一项\n", out);
	if (line_asks_rows(w))
		fputs("/项目名 到那一项\n", out);
	while (kind == LETTERS && (b = keymap_next(screens_context(w), b)) != NULL)
		if (is_heard(b->action) && letter_of(b) != 0)
			fprintf(out, "/%c %s\n", letter_of(b), b->hint);
	for (size_t i = 0; i < COMMANDS; i++)
		if (kind <= commands[i].until && commands[i].hint != NULL)
			fprintf(out, "/%s %s\n", commands[i].letter, commands[i].hint);
	fputs("/g 加数字 到某一步\n", out);
}
