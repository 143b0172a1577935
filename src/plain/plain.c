/* SPDX-License-Identifier: MIT */
#include "plain/plain.h"

#include <stdlib.h>
#include <string.h>

#include "base/charset.h"
#include "base/key.h"
#include "base/line_in.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "plain/plain_form.h"
#include "plain/plain_page.h"
#include "screens/guide_page.h"
#include "screens/screens.h"
#include "view/keymap.h"
#include "view/layout.h"
#include "wizard/verdict.h"

enum { PRINT_COLUMNS = 78 };

struct plain {
	struct app *app;
	FILE *in, *out;
	unsigned listed; /* the key context whose commands were listed last: once is enough */
	bool hide_hints; /* prompts name no commands... */
	bool asked;      /* ...unless they were asked for */
	bool ended;      /* the input ended */
	bool too_long;   /* a line was too long to be read */
};

static void print(const struct plain *p, const char *text)
{
	charset_put(text, p->out);
}

/* The next line as UTF-8, without its end; the caller wipes it. NULL: there is no more to read, or
 * nobody reads what is printed. */
static char *read_line(struct plain *p, bool hidden)
{
	struct line_in line;
	char *text = NULL;

	if (fflush(p->out) != 0 || ferror(p->out))
		return NULL;
	switch (line_in_read(p->in, hidden, &line)) {
	case LINE_IN_READ:
		text = charset_to_utf8(line.bytes);
		break;
	case LINE_IN_END:
		p->ended = true;
		break;
	case LINE_IN_TOO_LONG:
		p->too_long = true;
		break;
	}
	explicit_bzero(&line, sizeof line);
	return text;
}

static void act(struct plain *p, enum action_kind kind, unsigned number, const char *text)
{
	app_apply(p->app, (struct action){ kind, number, text });
}

/* The focused row, from 0; NO_ROW. */
static int focused_row(const struct plain *p)
{
	const struct wizard *w = &p->app->wizard;

	return screens_rows(w) > 0 ? (int)screens_focus(w) : NO_ROW;
}

/* The keys that a line can name: one character, or an empty line for Enter. */
static void list_commands(const struct plain *p, enum key_context context)
{
	const struct binding *b = NULL;

	if (focused_row(p) != NO_ROW)
		print(p, "数字 选一项，");
	while ((b = keymap_next(context, b)) != NULL) {
		bool enter = b->keys[0] == KEYNAME_RETURN;

		if (!enter && (b->keys[0] <= ' ' || b->keys[0] >= 0x7F || b->keys[0] == '1' ||
			       b->action == ACTION_CAPTION))
			continue;
		print(p, enter ? "回车" : b->label);
		fputc(' ', p->out);
		print(p, b->hint);
		print(p, "，");
	}
	print(p, "g 加数字 到某一步");
}

static void prompt_commands(struct plain *p)
{
	enum key_context context = screens_context(&p->app->wizard);

	if (p->hide_hints && !p->asked) {
		print(p, "选择：");
		return;
	}
	print(p, "选择（");
	if (context == p->listed)
		print(p, "? 帮助");
	else
		list_commands(p, context);
	print(p, "）：");
	p->listed = context;
	p->asked = false;
}

static void prompt(struct plain *p)
{
	if (screens_form(&p->app->wizard) != NULL)
		plain_form_prompt(p->app, p->hide_hints, p->out);
	else if (screens_editing(&p->app->wizard) == NULL)
		prompt_commands(p);
	else if (screens_context(&p->app->wizard) == CONTEXT_SEARCH)
		print(p, "查找：");
	else if (screens_context(&p->app->wizard) == CONTEXT_SAVE_REPORT)
		print(p, p->hide_hints ? "文件名："
				       : "文件名（回车 保存，/r 遮住或不遮，/b 不保存）：");
	else
		print(p, "网站上显示的是：");
}

/* false: not a command. */
static bool do_command(struct plain *p, const char *text)
{
	uint32_t key = KEYNAME_RETURN;
	struct action action;
	size_t len = strlen(text), step = text_decode(text, len, &key);

	if (strcmp(text, "?") == 0) {
		p->listed = 0;
		p->asked = true;
		return true;
	}
	if (text[0] == 'g' && plain_number(text + 1) > 0) {
		act(p, ACTION_STEP, plain_number(text + 1), NULL);
		return true;
	}
	if (len != step)
		return false;
	action = keymap_find(screens_context(&p->app->wizard), key);
	if (action.kind == ACTION_NONE)
		return false;
	app_apply(p->app, action);
	return true;
}

static void list_options(const struct plain *p, size_t check)
{
	const struct wizard *w = &p->app->wizard;

	for (size_t i = 0; i < wizard_option_count(w, check); i++) {
		fprintf(p->out, "     %zu ", i + 1);
		print(p, wizard_option_label(w, check, i));
		fputc('\n', p->out);
	}
	print(p, "     输入行号、空格和上面的编号，如 ");
	fprintf(p->out, "%zu 1\n", screens_focus(w) + 1);
}

/* What may follow a row's number in the verification: a mark, or the number of an option. */
static bool do_check(struct plain *p, const char *text)
{
	const struct wizard *w = &p->app->wizard;
	size_t check = wizard_check_index(w, screens_focus(w));
	size_t count = wizard_option_count(w, check);
	unsigned number = plain_number(text);

	if (*text == '\0' && count > 0)
		list_options(p, check);
	if (*text == '\0')
		return true;
	if (number == 0 || number > count)
		return do_command(p, text);
	for (size_t i = 0; i < count && wizard_choice(w, check) != (int)number - 1; i++)
		act(p, ACTION_CHOICE_NEXT, 0, NULL);
	return true;
}

/* A number picks a row and does what the row is for; in the verification a mark may follow: "3 n". */
static bool do_pick(struct plain *p, const char *text)
{
	const char *rest = text + strspn(text, "0123456789");
	char *digits = xstrndup(text, (size_t)(rest - text));
	unsigned number = plain_number(digits);

	free(digits);
	rest += strspn(rest, " ");
	if (number == 0 || number > screens_rows(&p->app->wizard))
		return false;
	act(p, ACTION_PICK, number - 1, NULL);
	if (screens_context(&p->app->wizard) & (CONTEXT_VERIFY | CONTEXT_STATUS))
		return do_check(p, rest);
	if (*rest != '\0')
		return false;
	act(p, ACTION_TOGGLE, 0, NULL);
	return true;
}

static bool do_line(struct plain *p, const char *text)
{
	bool numbers = (screens_context(&p->app->wizard) & (CONTEXT_LEAVE | CONTEXT_REPLACE)) == 0;

	return (numbers && do_pick(p, text)) || do_command(p, text);
}

/* A line that begins with a slash is a command: anything else may be a name. */
static bool fill_in(struct plain *p, const char *text)
{
	struct line_edit entry = { 0 };

	/* The name of a file may begin with a slash, too. */
	if (text[0] == '/' &&
	    (screens_context(&p->app->wizard) != CONTEXT_SAVE_REPORT || strlen(text) == 2))
		return plain_form_command(p->app, text + 1);
	if (screens_editing(&p->app->wizard) == NULL)
		return plain_form_choose(p->app, text);
	if (!line_edit_set(&entry, text)) {
		wizard_say_too_long(&p->app->wizard);
		return true;
	}
	line_edit_wipe(&entry);
	if (text[0] != '\0') {
		act(p, ACTION_ERASE_ALL, 0, NULL);
		act(p, ACTION_INSERT, 0, text);
	}
	act(p, ACTION_NEXT, 0, NULL);
	return true;
}

/* Prints a new screen whole, else only the row; then the notice. */
static void print_changes(struct plain *p, int row)
{
	struct page page;

	/* There is no clipboard here. */
	if (p->app->clipboard != NULL)
		wizard_say(&p->app->wizard, "网址：%.200s", p->app->clipboard);
	p->app->clipboard = NULL;
	screens_build(&page, &p->app->wizard);
	if (p->app->new_screen)
		plain_page(&page, p->out);
	else if (row != NO_ROW)
		plain_row(&page, row, p->out);
	plain_notice(&page, p->out);
	page_free(&page);
	p->app->new_screen = false;
}

static void say_not_understood(const struct plain *p, const char *text, bool filling)
{
	char *clean = text_clean_line(text);

	print(p, "没有看懂“");
	print(p, clean);
	print(p, filling ? "”，输入 /? 看帮助。\n" : "”，输入 ? 看帮助。\n");
	xwipe(clean);
}

/* Asks for a line and does what it says; false: there is no line. */
static bool answer_line(struct plain *p)
{
	bool filling = screens_form(&p->app->wizard) != NULL ||
		       screens_editing(&p->app->wizard) != NULL,
	     understood;
	int row = focused_row(p);
	char *text;

	fflush(p->out);
	if (app_save(p->app))
		print_changes(p, NO_ROW);
	prompt(p);
	text = read_line(p, plain_form_hides(p->app));
	if (text == NULL)
		return false;
	if (!filling && strtoul(text, NULL, 10) > 0)
		row = (int)strtoul(text, NULL, 10) - 1;
	understood = filling ? fill_in(p, text) : do_line(p, text);
	if (!understood)
		say_not_understood(p, text, filling);
	else if (!p->app->quit)
		print_changes(p, row);
	xwipe(text);
	return true;
}

bool plain_run(struct app *app, FILE *in, FILE *out, const char *why, bool hide_hints)
{
	struct plain p = { .app = app, .in = in, .out = out, .hide_hints = hide_hints };

	wizard_set_line_mode(&app->wizard);
	print(&p, "学籍自查向导，逐行模式（");
	print(&p, why);
	print(&p, "）。输入数字选择，输入 ? 看帮助。\n");
	print_changes(&p, NO_ROW);
	while (!app->quit && answer_line(&p))
		;
	if (p.ended)
		print(&p, app_saves(app) ? "\n输入结束了。勾选的进度都在，下次接着做。\n"
					 : "\n输入结束了。这次没有地方保存进度。\n");
	return !p.too_long;
}

static void print_caption(const struct plain *p, const struct demo_beat *beat)
{
	char *caption = demo_caption(beat);

	print(p, "\n【");
	print(p, beat->title);
	print(p, "】");
	print(p, caption);
	fputc('\n', p->out);
	free(caption);
}

/* false: the demo is to end. */
static bool wait_for_enter(struct plain *p)
{
	bool goes_on;
	char *text;

	print(p, "（回车 下一段，q 结束）：");
	text = read_line(p, false);
	goes_on = text != NULL && text[0] != 'q';
	free(text);
	return goes_on;
}

bool plain_demo(struct demo *d, FILE *in, FILE *out, const char *why)
{
	struct plain p = { .app = d->app, .in = in, .out = out };
	bool automatic = d->automatic;

	print(&p, "学籍自查演示，逐行模式（");
	print(&p, why);
	print(&p, "）。\n");
	d->automatic = false; /* or it would begin again */
	demo_start(d, 0);
	wizard_set_line_mode(&d->app->wizard);
	for (size_t i = 0; i < d->script->beat_count; i++) {
		print_caption(&p, &d->script->beats[i]);
		demo_key(d, KEYNAME_RIGHT, 0); /* finishes the beat */
		d->app->new_screen = true;
		print_changes(&p, NO_ROW);
		if (i + 1 == d->script->beat_count || (!automatic && !wait_for_enter(&p)))
			break;
		demo_key(d, KEYNAME_RIGHT, 0); /* begins the next */
	}
	return !p.too_long;
}

void plain_print_guide(const struct guide *g, const struct faq *faq, FILE *out)
{
	struct page page;
	struct lines lines = { 0 };

	guide_page_build(&page, g, faq);
	layout_page(&page, PRINT_COLUMNS, 0, true, &lines);
	charset_put(page.title, out);
	fputc('\n', out);
	for (size_t i = 0; i < lines.count; i++) {
		int column = 0;

		for (size_t k = 0; k < lines.items[i].count; k++) {
			const struct run *run = &lines.items[i].runs[k];

			fprintf(out, "%*s", run->column - column, "");
			charset_put(run->text, out);
			column = run->column + text_width(run->text);
		}
		fputc('\n', out);
	}
	lines_free(&lines);
	page_free(&page);
}
