/* SPDX-License-Identifier: MIT */
#include "demo/demo_page.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/text_wrap.h"
#include "base/xalloc.h"
#include "demo/demo_names.h"
#include "screens/screens.h"
#include "view/figure.h"
#include "view/screen_text.h"

enum { POINTED = 999 /* the number of a row that no page has */ };

char *demo_plain_text(const char *marked)
{
	char *plain = text_unmarked(marked), *clean = text_clean(plain);

	free(plain);
	return clean;
}

static void list_keys(struct page *p)
{
	static const char *const rows[][2] = {
		{ "空格 Enter", "下一段（PgDn、右、下也行）" },
		{ "PgUp", "上一段（左、上、退格也行）" },
		{ "Home End", "第一段、最后一段" },
		{ "g 数字 Enter", "到第几段" },
		{ "数字", "到第几步" },
		{ ". b", "黑屏，再按一下回来" },
		{ "t", "投影模式，或平常的样子" },
		{ "j k", "一屏放不下的，上下翻" },
		{ "h", "自己来，PgDn 交还" },
		{ "q", "结束演示（Esc 不会）" },
	};

	page_clear(p);
	page_add(p, BLOCK_HEADING, "演示的键");
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		block_label(page_add(p, BLOCK_TABLE_ROW, rows[i][1]), rows[i][0]);
}

/* True if the page does not yet show what the caption is about: the beat has events left other than
 * pauses and ticks. */
static bool caption_waits(const struct demo *d)
{
	const struct demo_beat *beat = demo_beat(d);

	for (size_t i = d->event; i < beat->event_count; i++)
		if (beat->events[i].kind != DEMO_PAUSE && beat->events[i].kind != DEMO_TICK)
			return true;
	return false;
}

/* Returns what works in a state, for the footer, owned by the caller. */
static char *keys_of(const struct demo *d)
{
	static const char *const states[] = {
		[DEMO_PLAYING] = "空格 放完这段",
		[DEMO_WAITING] = "空格 下一段",
		[DEMO_BY_HAND] = "手动：PgDn 交还演示  别的键都归向导",
		[DEMO_OVER] = "演完了  q 结束",
	};
	const bool last = d->state == DEMO_WAITING && d->beat + 1 == d->script->beat_count;

	if (d->state == DEMO_BY_HAND)
		return xstrdup(states[d->state]);
	return xasprintf("%s%s%s%s", d->automatic ? "自动放映  " : "",
			 last && !d->automatic ? "空格 演完" : states[d->state],
			 d->beat > 0 ? "  PgUp 上一段" : "", d->state != DEMO_OVER ? "  ? 键" : "");
}

/* Returns the footer, owned by the caller: the position, and the keys of demo and wizard. */
static char *footer(const struct demo *d)
{
	char *title, *keys, *text;

	if (d->asking && d->asked == 0)
		return xasprintf("到第几段（1-%zu）：", d->script->beat_count);
	if (d->asking)
		return xasprintf("到第几段（1-%zu）：%u  Enter 就去", d->script->beat_count,
				 d->asked);
	/* Like the caption, the title would tell the audience too early what it is going to see. */
	title = caption_waits(d) ? xstrdup("") : text_clean_line(demo_beat(d)->title);
	keys = d->keys_listed ? xstrdup("按任一键回来") : keys_of(d);
	text = xasprintf(*title != '\0' ? "%zu/%zu  %s  【%s】" : "%zu/%zu  %s", d->beat + 1,
			 d->script->beat_count, keys, title);
	free(keys);
	free(title);
	return text;
}

static void add_slide(const struct demo *d, const struct demo_slide *slide, struct page *p)
{
	const struct guide *g = d->guide;

	page_clear(p);
	free(p->badge);
	p->badge = xstrdup("演示：什么也不会发出去");
	p->badge_is_step = false;
	p->sidebar_count = 0;
	page_add(p, BLOCK_HEADING, slide->heading);
	page_add(p, BLOCK_GAP, "");
	for (size_t i = 0; i < slide->text.count; i++)
		page_add(p, BLOCK_BULLET, slide->text.lines[i]);
	if (slide->school || (slide->deadline && g->deadline != NULL) || slide->contacts)
		page_add(p, BLOCK_GAP, "");
	if (slide->school)
		block_label(page_add(p, BLOCK_TABLE_ROW, g->publisher), "发布");
	if (slide->deadline && g->deadline != NULL)
		block_label(page_add(p, BLOCK_TABLE_ROW, g->deadline), "截止");
	/* An audience cannot copy a web address from the screen; the handout has it. */
	for (size_t i = 0; slide->contacts && i < g->contact_count; i++)
		if (strstr(g->contacts[i].value, "://") == NULL)
			block_label(page_add(p, BLOCK_TABLE_ROW, g->contacts[i].value),
				    g->contacts[i].label);
	if (slide->qr && g->steps[0].link_count > 0) {
		page_add(p, BLOCK_GAP, "");
		block_label(page_add(p, BLOCK_QR, g->steps[0].links[0].url),
			    g->steps[0].links[0].label);
	}
}

bool demo_block_says(const struct block *b, const char *shown, bool whole)
{
	const char *const parts[] = { b->label, b->text, b->status };
	bool says = false;

	for (size_t i = 0; i < sizeof parts / sizeof parts[0] && !says; i++) {
		char *part = screen_text(parts[i]);

		says = whole ? strcmp(part, shown) == 0 : strstr(part, shown) != NULL;
		xwipe(part);
	}
	return says;
}

static bool point_at_block(struct page *p, const char *shown, bool whole)
{
	for (size_t i = 0; i < p->count; i++)
		/* The text of a figure is its description, which is shown only in its place. */
		if (p->blocks[i].kind != BLOCK_FIGURE &&
		    demo_block_says(&p->blocks[i], shown, whole)) {
			if (p->blocks[i].row == NO_ROW)
				p->blocks[i].row = POINTED;
			p->row = p->blocks[i].row;
			return true;
		}
	return false;
}

static bool point_at_target(struct page *p, const char *text)
{
	for (size_t i = 0; i < p->count && p->target == NULL; i++)
		if (p->blocks[i].kind == BLOCK_FIGURE && figure_has(p->blocks[i].figure, text))
			p->target = text;
	return p->target != NULL;
}

/* Points at one thing: a block with exactly this text, or with the text that the id stands for;
 * else a target of the figure; else a block that contains the text. Points at nothing if the page
 * has none of these. */
static void point(const struct app *app, const char *what, struct page *p)
{
	char *shown = screen_text(demo_label(app, what));

	p->row = NO_ROW;
	if (!point_at_block(p, shown, true) && !point_at_target(p, what))
		point_at_block(p, shown, false);
	free(shown);
}

/* True if block i belongs to the row that begins at block `first`: the row itself, its field and
 * its findings. */
static bool is_of_row(const struct page *p, size_t first, size_t i)
{
	while (i > first && p->blocks[i].row == NO_ROW &&
	       (p->blocks[i].kind == BLOCK_FINDING || p->blocks[i].kind == BLOCK_FIELD))
		i--;
	return i == first;
}

/* Removes all but the focused row and its findings; puts the title above them unless it is
 * NULL. */
static void show_row(struct page *p, const char *title)
{
	size_t first = 0;

	while (first < p->count &&
	       (p->blocks[first].row == NO_ROW || p->blocks[first].row != p->row))
		first++;
	if (first == p->count)
		return;
	if (p->blocks[first].style == STYLE_BAD)
		block_status(&p->blocks[first], "", STYLE_PLAIN); /* the mark shows it already */
	for (size_t i = p->count; i-- > 0;) {
		struct block *b = &p->blocks[i];
		bool heads = title != NULL && i < first &&
			     (b->kind == BLOCK_HEADING || b->kind == BLOCK_GAP);

		b->caret = NO_CARET;
		b->typed = false;
		b->reserved = 0;
		if (!heads && !is_of_row(p, first, i))
			page_remove(p, i);
	}
	if (title == NULL || p->blocks[0].kind != BLOCK_HEADING)
		return;
	free(p->blocks[0].text);
	p->blocks[0].text = screen_text(title);
	block_status(&p->blocks[0], "", STYLE_PLAIN);
}

/* Reduces the page of a finished beat to its point: an audience sees only the mistake; in line
 * mode, only the focused row of a form is read aloud. */
static void show_point(const struct demo *d, struct page *p)
{
	const struct demo_beat *beat = demo_beat(d);
	bool aloud = d->app->wizard.line_mode;
	bool form = screens_form(&d->app->wizard) != NULL && beat->slide.heading == NULL;

	if (beat->point != NULL && (form || !aloud))
		point(d->app, beat->point, p);
	if ((beat->expect.finding != NULL && p->presentation) || (form && aloud))
		show_row(p, aloud ? NULL : beat->title); /* the title is read with the caption */
}

void demo_build(const struct demo *d, struct page *p)
{
	const struct demo_beat *beat = demo_beat(d);
	bool shown = d->state != DEMO_BY_HAND || d->app->wizard.line_mode;
	bool finished = shown && d->state != DEMO_PLAYING;

	screens_build(p, &d->app->wizard);
	if (shown)
		p->notice = ""; /* it may name the wizard's keys, which are the demo's now */
	if (d->keys_listed)
		list_keys(p);
	else if (shown && beat->slide.heading != NULL)
		add_slide(d, &beat->slide, p);
	if (finished && !d->keys_listed)
		show_point(d, p);
	p->fixed = d->keys_listed || finished || (shown && beat->slide.heading != NULL);
	if (!d->keys_listed)
		p->caption = demo_plain_text(beat->caption);
	p->caption_waits = caption_waits(d);
	p->footer = footer(d);
	p->blank = d->blank;
}
