/* SPDX-License-Identifier: MIT */
#include "plain/plain.h"

#include <stdlib.h>
#include <string.h>

#include "base/charset.h"
#include "base/key.h"
#include "base/line_in.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "demo/demo_page.h"
#include "plain/plain_form.h"
#include "plain/plain_page.h"
#include "plain/plain_say.h"
#include "screens/guide_page.h"
#include "screens/screens.h"
#include "view/keymap.h"
#include "view/layout.h"
#include "wizard/navigation.h"

enum { PRINT_COLUMNS = 78 };

struct plain {
	struct app *app;
	FILE *in, *terminal;
	FILE *out; /* memory: what is being composed, to be said in portions */
	char *composed;
	size_t composed_len;
	struct plain_say say;
	char *title, *badge; /* as they were said last: once is enough */
	bool hide_hints;     /* prompts name no commands */
	bool back;           /* the page was said before: only what changed is news */
	int row;             /* of the page below a list of options */
	bool listed;         /* the commands are asked for */
	bool whole;          /* all of the page is asked for */
	bool more;           /* the next portion is asked for */
	bool ended;          /* the input ended */
	bool too_long;       /* a line was too long to be read */
};

/* All text is composed in memory first, as UTF-8. */
static void print(const struct plain *p, const char *text)
{
	fputs(text, p->out);
}

static void compose(struct plain *p)
{
	p->out = xmemstream(&p->composed, &p->composed_len);
}

/* What was composed, owned by the caller. */
static char *composed(struct plain *p)
{
	fclose(p->out);
	p->out = NULL;
	return p->composed;
}

/* The next line as UTF-8, without its end; the caller wipes it. NULL: there is no more to read, or
 * nobody reads what is printed. */
static char *read_line(struct plain *p, bool hidden)
{
	struct line_in line;
	char *text = NULL;

	if (fflush(p->terminal) != 0 || ferror(p->terminal))
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

static void plain_end(struct plain *p)
{
	plain_say_end(&p->say);
	free(p->title);
	free(p->badge);
}

/* A form, a search or another line is filled in: commands begin with a slash. */
static bool is_filling(const struct plain *p)
{
	return screens_form(&p->app->wizard) != NULL || screens_editing(&p->app->wizard) != NULL;
}

/* The focused row, from 0; NO_ROW. */
static int focused_row(const struct plain *p)
{
	const struct wizard *w = &p->app->wizard;

	return screens_rows(w) > 0 ? (int)screens_focus(w) : NO_ROW;
}

/* Whether a key can be named by a line, and means something to who does not look at a screen. */
static bool is_command(const struct binding *b)
{
	switch (b->action) {
	case ACTION_CAPTION:
	case ACTION_PRESENTATION:
	case ACTION_QR:
	case ACTION_DOWN:
	case ACTION_STEP:
		return false;
	default:
		return b->keys[0] == KEYNAME_RETURN || (b->keys[0] > ' ' && b->keys[0] < 0x7F);
	}
}

/* One command a line. */
static void list_commands(const struct plain *p)
{
	const struct binding *b = NULL;

	if (focused_row(p) != NO_ROW)
		print(p, "数字 选一项\n");
	while ((b = keymap_next(screens_context(&p->app->wizard), b)) != NULL) {
		if (!is_command(b))
			continue;
		print(p, b->keys[0] == KEYNAME_RETURN ? "回车" : b->label);
		print(p, " ");
		print(p, b->hint);
		print(p, "\n");
	}
	print(p, "g 加数字 到某一步\nl 从头听这一页\n");
}

/* The focused row of a page: what it is called, and what stands in the record. */
static void prompt_row(struct plain *p, const char *asks)
{
	struct page page;

	screens_build(&page, &p->app->wizard);
	for (size_t i = 0; i < page.count; i++) {
		const struct block *b = &page.blocks[i];

		if (b->row != page.row)
			continue;
		print(p, *b->label != '\0' ? b->label : b->text);
		print(p, *b->label != '\0' && *b->text != '\0' ? "，应为 " : "");
		print(p, *b->label != '\0' ? b->text : "");
	}
	page_free(&page);
	print(p, asks);
}

static void prompt(struct plain *p)
{
	enum key_context context = screens_context(&p->app->wizard);

	if (screens_form(&p->app->wizard) != NULL)
		plain_form_prompt(p->app, p->hide_hints, p->out);
	else if (context & (CONTEXT_VERIFY | CONTEXT_BY_EYE))
		prompt_row(p, "，网站上是：");
	else if (context & (CONTEXT_STATUS | CONTEXT_VERIFY_BUTTON))
		prompt_row(p, p->hide_hints               ? "："
			      : context == CONTEXT_STATUS ? "，回车 选："
							  : "，回车 打开：");
	else if (context == CONTEXT_SEARCH)
		print(p, "查找：");
	else if (context == CONTEXT_SAVE_REPORT)
		print(p, p->hide_hints ? "文件名：" : "文件名（回车 保存，/b 不保存）：");
	else
		print(p, context == CONTEXT_CHOOSE ? "编号：" : "选择：");
}

/* Commands of this front end, with or without a slash. false: not one of them. */
static bool do_own_command(struct plain *p, const char *text)
{
	text += text[0] == '/';
	p->listed = strcmp(text, "?") == 0;
	p->whole = strcmp(text, "l") == 0;
	p->more = strcmp(text, "m") == 0;
	return p->listed || p->whole || p->more;
}

/* false: not a command. */
static bool do_command(struct plain *p, const char *text)
{
	uint32_t key = KEYNAME_RETURN;
	struct action action;
	size_t len, step;

	text += text[0] == '/' && text[1] != '\0';
	len = strlen(text);
	step = text_decode(text, len, &key);
	if (text[0] == 'g' && plain_number(text + 1) > 0) {
		act(p, ACTION_STEP, plain_number(text + 1), NULL);
		return true;
	}
	if (len != step)
		return false;
	action = keymap_find(screens_context(&p->app->wizard), key);
	if (action.kind == ACTION_NONE || action.kind == ACTION_CAPTION ||
	    action.kind == ACTION_PRESENTATION || action.kind == ACTION_QR)
		return false;
	app_apply(p->app, action);
	return true;
}

/* A number picks a row and does what the row is for, unless it is to be typed. */
static bool do_pick(struct plain *p, const char *line)
{
	const char *text = line + (line[0] == '/');
	const char *rest = text + strspn(text, "0123456789");
	char *digits = xstrndup(text, (size_t)(rest - text));
	unsigned number = plain_number(digits);

	free(digits);
	if (*rest != '\0' || number == 0 || number > screens_rows(&p->app->wizard))
		return false;
	act(p, ACTION_PICK, number - 1, NULL);
	if ((screens_context(&p->app->wizard) & (CONTEXT_VERIFY | CONTEXT_BY_EYE)) == 0)
		act(p, ACTION_TOGGLE, 0, NULL);
	return true;
}

/* A number opens a hit, an empty line the first one, b ends the search; anything else is
 * searched for. */
static bool search(struct plain *p, const char *text)
{
	if (do_pick(p, text))
		return true;
	if (text[0] == '\0' || strcmp(text, "b") == 0) {
		act(p, text[0] == '\0' ? ACTION_NEXT : ACTION_CLOSE, 0, NULL);
		return true;
	}
	if (screens_editing(&p->app->wizard) == NULL)
		act(p, ACTION_SEARCH, 0, NULL);
	act(p, ACTION_ERASE_ALL, 0, NULL);
	act(p, ACTION_INSERT, 0, text);
	return true;
}

static bool do_line(struct plain *p, const char *text)
{
	return do_pick(p, text) || do_own_command(p, text) || do_command(p, text) ||
	       (screens_context(&p->app->wizard) == CONTEXT_FAQ && search(p, text));
}

/* The key that a word stands for in the verification; NULL: it is what the site shows. */
static const char *answer_key(const struct plain *p, const char *text)
{
	static const struct {
		const char *word, *key;
	} words[] = {
		{ " ", " " },    { "　", " " },   { "=", " " },          { "＝", " " },
		{ "一样", " " }, { "相同", " " }, { "-", "-" },          { "－", "-" },
		{ "—", "-" },    { "没有", "-" }, { "网页上没有", "-" },
	};

	if ((screens_context(&p->app->wizard) & (CONTEXT_VERIFY | CONTEXT_BY_EYE)) == 0)
		return NULL;
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (strcmp(text, words[i].word) == 0)
			return words[i].key;
	return NULL;
}

/* Replaces what is typed in the focused field and goes on. */
static bool type(struct plain *p, const char *text)
{
	struct line_edit entry = { 0 };

	if (!line_edit_set(&entry, text)) {
		wizard_say_too_long(&p->app->wizard);
		return true;
	}
	line_edit_wipe(&entry);
	if (answer_key(p, text) != NULL) {
		act(p, ACTION_ERASE_ALL, 0, NULL);
		act(p, ACTION_INSERT, 0, answer_key(p, text));
		return true;
	}
	if (text[0] != '\0') {
		act(p, ACTION_ERASE_ALL, 0, NULL);
		act(p, ACTION_INSERT, 0, text);
	}
	act(p, ACTION_NEXT, 0, NULL);
	return true;
}

/* A line that begins with a slash is a command: anything else may be a name. */
static bool fill_in(struct plain *p, const char *text)
{
	enum key_context context = screens_context(&p->app->wizard);

	/* The name of a file may begin with a slash, too. */
	if (text[0] == '/' && (context != CONTEXT_SAVE_REPORT || strlen(text) == 2))
		return do_own_command(p, text) || plain_form_command(p->app, text + 1);
	if (context == CONTEXT_SEARCH)
		return do_own_command(p, text) || search(p, text);
	if (screens_editing(&p->app->wizard) == NULL)
		return do_own_command(p, text) || plain_form_choose(p->app, text);
	return type(p, text);
}

/* Prints a text that is not the one said before, and remembers it. */
static void print_once(const struct plain *p, char **said, const char *text)
{
	if (*said == NULL || strcmp(*said, text) != 0) {
		print(p, text);
		print(p, "\n");
	}
	free(*said);
	*said = xstrdup(text);
}

/* Prints where this is, if that is news and the heading does not say it. */
static void print_place(struct plain *p, const struct page *page)
{
	bool headed = page->count > 0 && page->blocks[0].kind == BLOCK_HEADING &&
		      strcmp(page->blocks[0].text, page->badge) == 0;

	print_once(p, &p->title, page->title);
	if (page->context == CONTEXT_CHOOSE)
		return;
	if (headed && !p->back) {
		free(p->badge);
		p->badge = xstrdup(page->badge);
	}
	print_once(p, &p->badge, page->badge);
}

/* Prints the notice, and a new screen or else only the row. A form asks for one row after the
 * other: they are printed only if the whole page is asked for. Of a page that was said before, the row is enough. */
static void print_changes(struct plain *p, int row)
{
	struct wizard *w = &p->app->wizard;
	bool asks = screens_form(w) != NULL ||
		    (screens_editing(w) != NULL &&
		     (screens_context(w) & (CONTEXT_SEARCH | CONTEXT_CHOOSE)) == 0);
	struct page page;

	/* There is no clipboard here. */
	if (p->app->clipboard != NULL)
		wizard_say(w, "网址：%.200s", p->app->clipboard);
	p->app->clipboard = NULL;
	screens_build(&page, w);
	plain_notice(&page, p->out);
	if (p->app->new_screen || p->whole)
		print_place(p, &page);
	if (p->back && !p->whole) {
		if (row != NO_ROW && screens_form(w) == NULL)
			plain_row(&page, row, false, p->out);
	} else if (p->app->new_screen || p->whole) {
		plain_page(&page, asks && !p->whole, p->out);
	} else if (row != NO_ROW) {
		plain_row(&page, row, screens_form(w) == NULL, p->out);
	}
	if (screens_form(w) != NULL)
		plain_hints(&page, page.row, p->out);
	page_free(&page);
	p->app->new_screen = false;
}

/* Composes what an answer changed. */
static void print_answer(struct plain *p, int row)
{
	if (p->listed && is_filling(p))
		plain_form_list_commands(screens_form(&p->app->wizard) == NULL, p->out);
	else if (p->listed)
		list_commands(p);
	else
		print_changes(p, row);
	if (screens_form(&p->app->wizard) != NULL && !p->listed)
		plain_form_options(p->app, p->out);
}

static void say_not_understood(const struct plain *p, const char *text, bool filling)
{
	char *clean = text_clean_line(text);

	print(p, "没有看懂“");
	print(p, clean);
	print(p, filling ? "”，输入 /? 看帮助。\n" : "”，输入 ? 看帮助。\n");
	xwipe(clean);
}

/* Says the next portion of what was composed, saves the progress once that is on its way, and
 * asks. */
static void ask(struct plain *p)
{
	char *asked;

	compose(p);
	prompt(p);
	asked = composed(p);
	plain_say_next(&p->say, asked, p->terminal);
	fflush(p->terminal);
	if (app_save(p->app)) {
		compose(p);
		print_changes(p, NO_ROW);
		plain_say_set(&p->say, composed(p), false);
		plain_say_next(&p->say, asked, p->terminal);
	}
	plain_say_ask(&p->say, asked, p->terminal);
	xwipe(asked);
}

/* Does what a line says and composes what that changed; asked for more, there may be none. */
static void answer(struct plain *p, const char *text)
{
	const struct wizard *w = &p->app->wizard;
	bool filling = is_filling(p), choosing = screens_context(w) == CONTEXT_CHOOSE, understood;
	enum screen_id stack[SCREEN_COUNT];
	size_t depth = w->depth, step = w->step;
	int row = choosing ? p->row : focused_row(p);

	if (!filling && strtoul(text, NULL, 10) > 0)
		row = (int)strtoul(text, NULL, 10) - 1;
	p->listed = p->whole = p->more = false;
	compose(p);
	memcpy(stack, w->stack, sizeof stack);
	p->row = row;
	understood = filling ? fill_in(p, text) : do_line(p, text);
	if (w->depth < depth && !choosing)
		row = focused_row(p);
	p->back = w->depth < depth && stack[w->depth] == wizard_screen(w) && w->step == step;
	if (!understood)
		say_not_understood(p, text, filling);
	else if (p->more)
		print(p, plain_say_has_more(&p->say) ? "" : "没有了。\n");
	else if (!p->app->quit)
		print_answer(p, row);
	plain_say_set(&p->say, composed(p), p->more);
}

/* Says what there is to say, asks for a line and does what it says; false: there is no line. */
static bool answer_line(struct plain *p)
{
	char *text;

	ask(p);
	text = read_line(p, plain_form_hides(p->app));
	if (text == NULL)
		return false;
	answer(p, text);
	xwipe(text);
	return true;
}

bool plain_run(struct app *app, FILE *in, FILE *out, const char *why, bool hide_hints)
{
	struct plain p = { .app = app, .in = in, .terminal = out, .hide_hints = hide_hints };

	wizard_set_line_mode(&app->wizard);
	p.title = text_clean_line(app->guide->title);
	compose(&p);
	print(&p, p.title);
	print(&p, "，逐行模式（");
	print(&p, why);
	print(&p, "）。? 看有哪些命令。\n");
	print_changes(&p, NO_ROW);
	plain_say_set(&p.say, composed(&p), false);
	while (!app->quit && answer_line(&p))
		;
	if (p.ended)
		charset_put("\n输入结束了。\n", out);
	plain_end(&p);
	return !p.too_long;
}

static void print_caption(const struct plain *p, const struct demo_beat *beat)
{
	char *caption = demo_plain_text(beat->caption);

	print(p, "\n【");
	print(p, beat->title);
	print(p, "】");
	print(p, caption);
	fputc('\n', p->out);
	free(caption);
}

/* Prints all that was composed. */
static void print_composed(struct plain *p)
{
	char *text = composed(p);

	charset_put(text, p->terminal);
	xwipe(text);
}

/* What the audience sees: a mistake alone, a slide, or the page. */
static void print_beat(const struct demo *d, FILE *out)
{
	struct page page;

	demo_build(d, &page);
	plain_page(&page, false, out);
	page_free(&page);
}

/* false: the demo is to end. */
static bool wait_for_enter(struct plain *p)
{
	bool goes_on;
	char *text;

	charset_put("（回车 下一段，q 结束）：", p->terminal);
	text = read_line(p, false);
	goes_on = text != NULL && text[0] != 'q';
	free(text);
	return goes_on;
}

bool plain_demo(struct demo *d, FILE *in, FILE *out, const char *why)
{
	struct plain p = { .app = d->app, .in = in, .terminal = out };
	bool automatic = d->automatic;

	charset_put("学籍自查演示，逐行模式（", out);
	charset_put(why, out);
	charset_put("）。\n", out);
	d->automatic = false; /* or it would begin again */
	demo_start(d, 0);
	for (size_t i = 0; i < d->script->beat_count; i++) {
		wizard_set_line_mode(&d->app->wizard);
		compose(&p);
		print_caption(&p, &d->script->beats[i]);
		demo_key(d, KEYNAME_PAGE_DOWN, 0); /* finishes the beat */
		print_beat(d, p.out);
		print_composed(&p);
		if (i + 1 == d->script->beat_count || (!automatic && !wait_for_enter(&p)))
			break;
		demo_key(d, KEYNAME_PAGE_DOWN, 0); /* begins the next */
	}
	plain_end(&p);
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
