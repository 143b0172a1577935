/* SPDX-License-Identifier: MIT */
#include "plain/plain.h"

#include <stdlib.h>
#include <string.h>

#include "base/charset.h"
#include "base/key.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "plain/hidden_line.h"
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
	char *line; /* owned by getline(): what was read last; may be personal */
	size_t size;
	unsigned explained; /* the context whose commands have just been listed: once is enough */
	bool hide_hints;    /* prompts name no commands, */
	bool asked;         /* but when they are asked for */
};

/* The next line as UTF-8, without its end, owned by the caller; NULL at the end of input or output. */
static char *read_line(struct plain *p)
{
	ssize_t n;
	char *text;

	if (fflush(p->out) != 0)
		return NULL; /* nobody reads the questions any more */
	n = hidden_getline(&p->line, &p->size, p->in, plain_form_hides(&p->app->wizard));
	if (n < 0)
		return NULL;
	p->line[strcspn(p->line, "\r\n")] = '\0';
	text = charset_to_utf8(p->line);
	explicit_bzero(p->line, p->size);
	return text;
}

static void act(struct plain *p, enum action_kind kind, unsigned number, const char *text)
{
	app_apply(p->app, (struct action){ kind, number, text });
}

/* The keys that a line can name: one character, or nothing for Enter. */
static void list_commands(struct plain *p, enum key_context context)
{
	const struct binding *binding = NULL;

	if (screens_rows(&p->app->wizard) > 0)
		charset_put("数字 选一项，", p->out);
	while ((binding = keymap_next(context, binding)) != NULL) {
		bool enter = binding->key == KEYNAME_RETURN;

		if (!enter && (binding->key <= ' ' || binding->key >= 0x7F || binding->key == '1' ||
			       binding->action == ACTION_CAPTION))
			continue;
		charset_put(enter ? "回车" : binding->label, p->out);
		fputc(' ', p->out);
		charset_put(binding->hint, p->out);
		charset_put("，", p->out);
	}
	charset_put("g 加数字 到某一步", p->out);
}

static void prompt_commands(struct plain *p)
{
	enum key_context context = screens_context(&p->app->wizard);

	if (p->hide_hints && !p->asked) {
		charset_put("选择：", p->out);
		return;
	}
	charset_put("选择（", p->out);
	if (context == p->explained)
		charset_put("? 帮助", p->out);
	else
		list_commands(p, context);
	charset_put("）：", p->out);
	p->explained = context;
	p->asked = false;
}

static void prompt(struct plain *p)
{
	struct wizard *w = &p->app->wizard;

	if (screens_form(w) != NULL)
		plain_form_prompt(w, p->hide_hints, p->out);
	else if (screens_editing(w) == NULL)
		prompt_commands(p);
	else if (screens_context(w) == CONTEXT_SEARCH)
		charset_put("查找：", p->out);
	else if (screens_context(w) == CONTEXT_SLIP)
		charset_put(p->hide_hints ? "文件名："
					  : "文件名（回车 保存，/r 遮住或不遮，/b 不保存）：",
			    p->out);
	else
		charset_put("网站上显示的是：", p->out);
}

/* Whether a command was understood. */
static bool do_command(struct plain *p, const char *text)
{
	uint32_t key = KEYNAME_RETURN;
	struct action action;
	size_t len = strlen(text), step = text_decode(text, len, &key);

	if (strcmp(text, "?") == 0) {
		p->explained = 0;
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

static void list_options(struct plain *p, size_t check)
{
	const struct wizard *w = &p->app->wizard;

	for (size_t i = 0; i < wizard_option_count(w, check); i++) {
		fprintf(p->out, "     %zu ", i + 1);
		charset_put(wizard_option_label(w, check, i), p->out);
		fputc('\n', p->out);
	}
	charset_put("     输入行号、空格和上面的编号，如 ", p->out);
	fprintf(p->out, "%zu 1\n", screens_focus(w) + 1);
}

/* What may follow the number of a line in the verification: a mark, or an option by its number. */
static bool do_check(struct plain *p, const char *text)
{
	struct wizard *w = &p->app->wizard;
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

/* A number picks a line and does what a line is for; in the verification a mark may follow: "3 n". */
static bool do_pick(struct plain *p, const char *text)
{
	struct wizard *w = &p->app->wizard;
	const char *rest = text + strspn(text, "0123456789");
	char *digits = xstrndup(text, (size_t)(rest - text));
	unsigned number = plain_number(digits);

	free(digits);
	rest += strspn(rest, " ");
	if (number == 0 || number > screens_rows(w))
		return false;
	act(p, ACTION_PICK, number - 1, NULL);
	if (screens_context(w) & (CONTEXT_VERIFY | CONTEXT_STATUS))
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

/* Lines that begin with a slash are commands: anything else may be a name. */
static bool fill_in(struct plain *p, const char *text)
{
	struct wizard *w = &p->app->wizard;
	struct line_edit entry = { 0 };

	if (text[0] == '/' && (screens_context(w) != CONTEXT_SLIP || strlen(text) == 2))
		return plain_form_command(p->app, text + 1);
	if (screens_editing(w) == NULL)
		return plain_form_choose(p->app, text);
	if (!line_edit_set(&entry, text)) {
		wizard_say_too_long(w);
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

/* What there is to say after a line: a new page whole, else what changed on this one. */
static void report(struct plain *p, int row, bool turned)
{
	struct page page;

	screens_build(&page, &p->app->wizard);
	if (turned) {
		plain_page(&page, p->out);
	} else if (row != NO_ROW) {
		plain_row(&page, row, p->out);
	}
	plain_notice(&page, p->out);
	page_free(&page);
}

/* No clipboard here: the address itself. */
static void say_address(struct plain *p)
{
	struct wizard *w = &p->app->wizard;

	if (p->app->copy != NULL)
		snprintf(w->notice, sizeof w->notice, "网址：%.200s", p->app->copy);
	p->app->copy = NULL;
}

/* One line; false at the end of input. */
static bool turn(struct plain *p)
{
	struct wizard *w = &p->app->wizard;
	int row = screens_rows(w) > 0 ? (int)screens_focus(w) : NO_ROW;
	bool filling = screens_form(w) != NULL || screens_editing(w) != NULL, understood;
	char *text;

	prompt(p);
	text = read_line(p);
	if (text == NULL)
		return false;
	p->app->new_screen = false;
	if (!filling && strtoul(text, NULL, 10) > 0)
		row = (int)strtoul(text, NULL, 10) - 1;
	understood = filling ? fill_in(p, text) : do_line(p, text);
	if (!understood) {
		char *clean = text_clean_line(text);

		charset_put("没有看懂“", p->out);
		charset_put(clean, p->out);
		charset_put(filling ? "”，输入 /? 看帮助。\n" : "”，输入 ? 看帮助。\n", p->out);
		xwipe(clean);
	} else if (!p->app->quit) {
		say_address(p);
		report(p, row, p->app->new_screen);
	}
	xwipe(text);
	return true;
}

void plain_run(struct app *app, FILE *in, FILE *out, const char *why, bool hide_hints)
{
	struct plain p = { .app = app, .in = in, .out = out, .hide_hints = hide_hints };

	wizard_set_line_mode(&app->wizard);
	charset_put("学籍自查向导，逐行模式（", out);
	charset_put(why, out);
	charset_put("）。输入数字选择，输入 ? 看帮助。\n", out);
	report(&p, NO_ROW, true);
	while (!app->quit && turn(&p))
		;
	if (!app->quit)
		charset_put(app->wizard.unsaved ? "\n输入结束了。这次没有地方保存进度。\n"
						: "\n输入结束了。勾选的进度都在，下次接着做。\n",
			    out);
	fflush(out);
	free(p.line);
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
