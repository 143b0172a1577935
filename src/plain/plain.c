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
#include "plain/plain_line.h"
#include "plain/plain_page.h"
#include "plain/plain_say.h"
#include "screens/guide_page.h"
#include "screens/screens.h"
#include "view/keymap.h"
#include "view/layout.h"
#include "view/screen_text.h"
#include "wizard/navigation.h"
#include "wizard/shown.h"

enum { PRINT_COLUMNS = 78 };

/* Where the student is. The options listed for a row count as part of its screen. */
struct place {
	enum screen_id stack[SCREEN_COUNT];
	size_t depth, step;
	int row; /* NO_ROW */
};

/* Where the page begins in a text: `at` in bytes, with the page's line `line`, from 0. line is
 * ALL_SAID if the text contains nothing of the page. */
struct page_start {
	size_t at, line;
};

enum { ALL_SAID = 1000000 };

struct plain {
	struct app *app;
	FILE *in, *terminal;
	FILE *out; /* memory stream: what is being composed, to be said in portions */
	char *composed;
	struct plain_say say;
	struct page_start page;   /* in the text being said */
	struct page_start unsaid; /* in the text that was not said yet when an answer came */
	/* For each screen left for one above it: 1 + its first line that was not said; 0: none. */
	size_t left[SCREEN_COUNT];
	size_t question;    /* offset in the text being said at which the next row is asked for */
	bool asked_early;   /* the question may be answered before it is said: a new page, not one
			     * that an answer led back to */
	struct place place; /* when the prompt was said */
	int asked;          /* then the focused row of the screen below the present one */
	char *badge;        /* the badge said last, not to be repeated */
	char *row;          /* text of the focused row when the prompt was said */
	bool hide_hints;    /* prompts name no commands */
	bool listed;        /* the options of the row that is asked for are listed */
	bool ended;         /* the input ended */
	bool too_long;      /* a line was too long to be read */
};

/* Prints to memory: all text is composed there first, as UTF-8. */
static void print(const struct plain *p, const char *text)
{
	fputs(text, p->out);
}

static void compose(struct plain *p)
{
	p->out = xmemstream(&p->composed);
}

/* Returns what was composed, owned by the caller. */
static char *composed(struct plain *p)
{
	fclose(p->out);
	p->out = NULL;
	return p->composed;
}

/* Returns the next line as UTF-8, without its end; the caller wipes it. NULL if there is no more to
 * read, the line is too long, or the output cannot be written. */
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

static void plain_end(struct plain *p)
{
	plain_say_end(&p->say);
	free(p->badge);
	xwipe(p->row);
}

static struct place place_of(const struct plain *p)
{
	const struct wizard *w = &p->app->wizard;
	struct place place = { .depth = w->depth, .step = w->step, .row = NO_ROW };

	memcpy(place.stack, w->stack, sizeof place.stack);
	if (p->listed && wizard_screen(w) == SCREEN_CHOOSE) {
		place.depth--;
		place.row = p->place.row;
	} else if (screens_rows(w) > 0) {
		place.row = (int)screens_focus(w);
	}
	return place;
}

/* Prints where the page is, unless that was printed last or the heading says it. On a new page that
 * uses them, also prints whose invented details are in use. */
static void print_place(struct plain *p, const struct page *page, bool back)
{
	const unsigned nobodys = CONTEXT_READ | CONTEXT_FAQ | CONTEXT_SEARCH;
	const struct block *first = page->blocks;
	bool headed = !back && page->count > 0 && first->kind == BLOCK_HEADING &&
		      strstr(first->text, page->badge) != NULL;
	bool named = !back && page->sample != NULL && (page->context & nobodys) == 0;

	if (page->context == CONTEXT_CHOOSE)
		return;
	if (!headed && (p->badge == NULL || strcmp(p->badge, page->badge) != 0))
		fprintf(p->out, "%s%s%s\n", page->badge, named ? "，" : "",
			named ? page->sample : "");
	free(p->badge);
	p->badge = xstrdup(page->badge);
}

/* What to say of a page. */
enum extent {
	EXTENT_ROW,  /* the row that was answered, as the page was said before */
	EXTENT_BACK, /* the row, and where its page is */
	EXTENT_PAGE  /* all of it */
};

static enum extent extent_of(const struct plain *p, const struct place *here, bool whole)
{
	const struct place *before = &p->place;
	bool same = here->stack[here->depth] == before->stack[here->depth] &&
		    here->step == before->step;
	bool anew = (screens_context(&p->app->wizard) &
		     (CONTEXT_FAQ | CONTEXT_SEARCH | CONTEXT_CHOOSE)) != 0 &&
		    p->app->new_screen;

	if (whole || !same || here->depth > before->depth)
		return EXTENT_PAGE;
	if (here->depth < before->depth)
		return EXTENT_BACK;
	return anew ? EXTENT_PAGE : EXTENT_ROW;
}

/* Returns the text of a row, owned by the caller, who wipes it. */
static char *row_text(const struct page *page, int row, struct line_rows picked)
{
	char *text;
	FILE *out = xmemstream(&text);

	plain_row(page, row, picked, out);
	fclose(out);
	return text;
}

/* Prints the row that was answered, if the answer changed it or something was entered there. */
static void print_row(const struct plain *p, const struct page *page, int row, bool entered)
{
	char *text = row_text(page, row, line_rows(&p->app->wizard));

	if (entered || p->row == NULL || strcmp(text, p->row) != 0)
		print(p, text);
	xwipe(text);
}

/* Returns where the page begins in the text that has not been said yet. */
static struct page_start find_unsaid(const struct plain *p)
{
	struct page_start unsaid = p->page;

	if (!plain_say_has_more(&p->say))
		return (struct page_start){ 0, ALL_SAID };
	for (; unsaid.at < p->say.at; unsaid.at++)
		unsaid.line += p->say.text[unsaid.at] == '\n';
	unsaid.at -= p->say.at;
	return unsaid;
}

/* Prints the page from a line on. */
static void print_lines(struct plain *p, const struct page *page, size_t line, bool brief)
{
	char *text, *rest;
	FILE *out = xmemstream(&text);

	plain_page(page, line_rows(&p->app->wizard), brief, out);
	fclose(out);
	rest = text;
	for (size_t i = 0; i < line && *rest != '\0'; i++) {
		rest += strcspn(rest, "\n");
		rest += *rest == '\n';
	}
	p->page = (struct page_start){ strlen(p->composed), line };
	print(p, rest);
	xwipe(text);
}

/* Prints what has not been said yet, after a line that changed nothing. early: the question is in
 * that text, at byte `ahead`. */
static void print_unsaid(struct plain *p, bool early, size_t ahead)
{
	fflush(p->out);
	if (early)
		p->question = strlen(p->composed) + ahead;
	p->page = (struct page_start){ strlen(p->composed) + p->unsaid.at, p->unsaid.line };
	if (plain_say_has_more(&p->say))
		print(p, p->say.text + p->say.at);
}

/* Prints the notice, and a new page or only the row that was answered. Rows that are asked for one
 * after the other are printed when they are asked for. */
static void print_page(struct plain *p, const struct place *here, enum extent extent, bool whole,
		       bool entered)
{
	const struct wizard *w = &p->app->wizard;
	struct line_rows picked = line_rows(w);
	bool asks = line_asks_rows(w);
	struct page page;

	screens_build(&page, w);
	plain_notice(&page, p->out);
	if (extent != EXTENT_ROW)
		print_place(p, &page, extent == EXTENT_BACK);
	if (extent == EXTENT_PAGE)
		print_lines(p, &page, 0, asks && !whole);
	else if (extent == EXTENT_ROW || !asks)
		print_row(p, &page, extent == EXTENT_ROW && asks ? p->place.row : here->row,
			  extent == EXTENT_BACK || (entered && asks));
	else if (entered && p->place.stack[p->place.depth] == SCREEN_CHOOSE &&
		 p->asked != here->row)
		print_row(p, &page, p->asked, true);
	if (extent == EXTENT_ROW && !asks && plain_say_has_more(&p->say))
		print_lines(p, &page, p->unsaid.line, false);
	if (extent == EXTENT_BACK && !asks && p->left[here->stack[here->depth]] > 0)
		print_lines(p, &page, p->left[here->stack[here->depth]] - 1, false);
	/* After an answer that changed nothing, repeats the question. */
	if (asks && (extent != EXTENT_ROW || here->row != p->place.row || *p->composed == '\0')) {
		fflush(p->out);
		p->question = strlen(p->composed);
		p->asked_early = extent == EXTENT_PAGE;
		plain_question(&page, picked, p->out);
	}
	xwipe(p->row);
	p->row = row_text(&page, here->row, picked);
	page_free(&page);
}

/* Lists the options of a choice when it is asked for. Where text can be typed, too, does not list
 * them again: after choosing, the student may type what the site shows. */
static void list_options(struct plain *p, bool asked)
{
	struct page page;

	p->listed = line_is_choice(&p->app->wizard) &&
		    (asked || screens_editing(&p->app->wizard) == NULL);
	if (!p->listed)
		return;
	app_apply(p->app, (struct action){ .kind = ACTION_NEXT });
	screens_build(&page, &p->app->wizard);
	plain_rows(&page, line_rows(&p->app->wizard), p->out);
	page_free(&page);
}

/* Composes what changed since the prompt was said. entered: the line was neither empty nor a
 * command. */
static void print_changes(struct plain *p, bool whole, bool entered)
{
	struct wizard *w = &p->app->wizard;
	struct place here = place_of(p);
	enum extent extent = extent_of(p, &here, whole);
	bool asked = extent != EXTENT_ROW || here.row != p->place.row;

	/* Line mode has no clipboard: says the address. */
	if (p->app->clipboard != NULL)
		wizard_say(w, "网址：%.200s", p->app->clipboard);
	p->app->clipboard = NULL;
	if (p->place.step != SIZE_MAX && here.depth > p->place.depth)
		p->left[p->place.stack[p->place.depth]] =
			p->unsaid.line == ALL_SAID ? 0 : p->unsaid.line + 1;
	print_page(p, &here, extent, whole, entered);
	p->place = here;
	if (wizard_screen(w) != SCREEN_CHOOSE)
		list_options(p, asked);
	p->app->new_screen = false;
}

/* Says the next portion of what was composed, then saves the progress, then asks. */
static void ask(struct plain *p)
{
	char *asked, *hints;

	compose(p);
	line_prompt(&p->app->wizard, p->out);
	asked = composed(p);
	if (p->hide_hints && (hints = strstr(asked, "，")) != NULL)
		strcpy(hints, "：");
	plain_say_next(&p->say, asked, p->terminal);
	fflush(p->terminal);
	if (app_save(p->app)) {
		charset_put(p->app->wizard.notice, p->terminal);
		fputc('\n', p->terminal);
	}
	plain_say_ask(&p->say, asked, p->terminal);
	xwipe(asked);
}

/* Returns true if this is the verification and the line says that the site shows the same as the
 * record. */
static bool says_same(const struct plain *p, const char *text)
{
	return wizard_screen(&p->app->wizard) == SCREEN_VERIFY &&
	       wizard_typed_meaning(text) >= TYPED_YES;
}

/* Prints what the page's figure shows. */
static void print_figure(const struct plain *p)
{
	struct page page;

	screens_build(&page, &p->app->wizard);
	plain_figure(&page, p->out);
	page_free(&page);
}

/* Does what a line says and composes what that changed. While there is more to say, an empty line
 * only continues it. */
static void answer(struct plain *p, const char *text)
{
	const struct wizard *w = &p->app->wizard;
	bool more = plain_say_has_more(&p->say);
	bool early = more && p->say.at <= p->question;
	size_t ahead = early ? p->question - p->say.at : 0;
	enum line_meaning meaning;

	if (more && text[0] == '\0')
		return;
	/* A line cannot answer a question that was not said yet. On a new page it can, but cannot
	 * say that something is the same as a value that was not said yet. */
	p->asked = w->depth > 0 ? (int)w->focus[w->stack[w->depth - 1]] : NO_ROW;
	meaning = early && text[0] != '/' && (says_same(p, text) || !p->asked_early)
			  ? LINE_UNKNOWN
			  : line_apply(p->app, text, p->listed);
	if (meaning == LINE_MORE && more)
		return;
	p->unsaid = find_unsaid(p);
	p->page.line = ALL_SAID;
	p->question = 0;
	compose(p);
	switch (meaning) {
	case LINE_UNKNOWN:
		print(p, !early               ? "没有看懂，/? 听命令。\n"
			 : says_same(p, text) ? "先听高考时登记的，再说一样。\n"
					      : "先听完要填哪一项，再填。\n");
		print_unsaid(p, early, ahead);
		break;
	case LINE_COMMANDS:
		line_list_commands(&p->app->wizard, p->out);
		print_unsaid(p, early, ahead);
		break;
	case LINE_FIGURE:
		print_figure(p);
		print_unsaid(p, early, ahead);
		break;
	case LINE_MORE:
		print(p, "听完了，/l 从头听。\n");
		break;
	default:
		if (!p->app->quit)
			print_changes(p, meaning == LINE_WHOLE, text[0] != '\0' && text[0] != '/');
	}
	plain_say_set(&p->say, composed(p));
}

/* Says the next portion, asks for a line and does what the line says. Returns false if there is no
 * line. */
static bool answer_line(struct plain *p)
{
	char *text;

	ask(p);
	text = read_line(p, line_is_hidden(&p->app->wizard));
	if (text == NULL)
		return false;
	answer(p, text);
	xwipe(text);
	return true;
}

/* Says the page, then asks and answers until the student leaves or there is no line. tried: in a
 * demo, returns as soon as the student asks to leave. */
static void converse(struct plain *p, bool tried)
{
	const struct wizard *w = &p->app->wizard;

	p->place.step = SIZE_MAX; /* none, so that the page is new */
	print_changes(p, false, false);
	plain_say_set(&p->say, composed(p));
	while (!p->app->quit && !(tried && wizard_screen(w) == SCREEN_LEAVE) && answer_line(p))
		;
}

bool plain_run(struct app *app, FILE *in, FILE *out, const char *why, bool hide_hints)
{
	struct plain p = { .app = app, .in = in, .terminal = out, .hide_hints = hide_hints };
	char *title;

	wizard_set_line_mode(&app->wizard);
	title = text_clean_line(app->guide->title);
	compose(&p);
	fprintf(p.out, "%s，逐行模式（%s）。/? 听命令。\n", title, why);
	free(title);
	converse(&p, false);
	if (p.ended)
		charset_put("\n输入结束了。\n", out);
	plain_end(&p);
	return !p.too_long;
}

static void print_caption(const struct plain *p, const struct demo_beat *beat)
{
	char *plain = demo_plain_text(beat->caption), *caption = screen_text(plain);

	print(p, "\n【");
	print(p, beat->title);
	print(p, "】");
	print(p, caption);
	fputc('\n', p->out);
	free(caption);
	free(plain);
}

/* Prints all that was composed. */
static void print_composed(struct plain *p)
{
	char *text = composed(p);

	charset_put(text, p->terminal);
	xwipe(text);
}

/* Prints what the audience sees: a mistake alone, a slide, or the page. Leaves out buttons without
 * a status, as none can be pressed here. */
static void print_beat(const struct demo *d, FILE *out)
{
	struct page page;

	demo_build(d, &page);
	for (size_t i = page.count; i-- > 0;)
		if (page.blocks[i].kind == BLOCK_BUTTON && *page.blocks[i].status == '\0')
			page_remove(&page, i);
	plain_page(&page, (struct line_rows){ 0 }, false, out);
	page_free(&page);
}

/* Lets the audience try what is shown, then restores it. */
static void try_by_hand(struct plain *p, struct demo *d)
{
	if (d->state != DEMO_BY_HAND)
		demo_key(d, 'h', 0);
	compose(p);
	print(p, "/q 回到演示。\n");
	converse(p, true);
	demo_key(d, KEYNAME_PAGE_UP, 0);
	wizard_set_line_mode(&d->app->wizard);
}

/* Reads the presenter's lines until one goes on. Returns false if the demo is to end. */
static bool goes_on(struct plain *p, struct demo *d)
{
	bool on = true, waits = true;

	while (on && waits) {
		char *text;

		charset_put("（回车 下一段，h 自己试，q 结束）：", p->terminal);
		text = read_line(p, false);
		on = text != NULL && text[0] != 'q';
		waits = on && text[0] == 'h';
		if (waits)
			try_by_hand(p, d);
		free(text);
	}
	return on;
}

bool plain_demo(struct demo *d, FILE *in, FILE *out, const char *why)
{
	struct plain p = { .app = d->app, .in = in, .terminal = out };
	bool automatic = d->automatic;

	charset_put("学籍自查演示，逐行模式（", out);
	charset_put(why, out);
	charset_put("）。\n", out);
	d->automatic = false; /* an automatic demo would begin again */
	demo_start(d, 0);
	for (size_t i = 0; i < d->script->beat_count; i++) {
		wizard_set_line_mode(&d->app->wizard);
		compose(&p);
		print_caption(&p, &d->script->beats[i]);
		demo_key(d, KEYNAME_PAGE_DOWN, 0); /* finishes the beat */
		print_beat(d, p.out);
		print_composed(&p);
		if (i + 1 == d->script->beat_count || (!automatic && !goes_on(&p, d)))
			break;
		demo_key(d, KEYNAME_PAGE_DOWN, 0); /* begins the next beat */
	}
	plain_end(&p);
	return !p.too_long;
}

void plain_print_guide(const struct guide *g, const struct faq *faq, FILE *out)
{
	struct page page;
	struct lines lines = { 0 };
	char *text;

	guide_page_build(&page, g, faq);
	layout_page(&page, PRINT_COLUMNS, 0, true, &lines);
	charset_put(page.title, out);
	fputc('\n', out);
	text = lines_text(&lines);
	charset_put(text, out);
	free(text);
	lines_free(&lines);
	page_free(&page);
}
