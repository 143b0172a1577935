/* SPDX-License-Identifier: MIT */
#include "demo/handout.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/key.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "demo/demo_page.h"
#include "view/qr.h"

struct handout {
	enum handout_format format;
	FILE *out;
};

bool handout_format(const char *path, enum handout_format *out)
{
	static const char *const endings[] = { ".txt", ".md", ".html" };
	size_t len = strlen(path);

	for (int i = 0; i < 3; i++) {
		size_t ending = strlen(endings[i]);

		if (len > ending && strcasecmp(path + len - ending, endings[i]) == 0) {
			*out = (enum handout_format)i;
			return true;
		}
	}
	return false;
}

/* Writes text, escaped for the format, with the quotation marks “” of paper in place of 「」. */
static void put(const struct handout *h, const char *text)
{
	char *clean = text_clean(text);

	for (const char *at = clean; *at != '\0'; at++) {
		if (strncmp(at, "「", strlen("「")) == 0 || strncmp(at, "」", strlen("」")) == 0) {
			fputs(strncmp(at, "「", strlen("「")) == 0 ? "“" : "”", h->out);
			at += strlen("「") - 1;
		} else if (h->format == HANDOUT_HTML && *at == '<')
			fputs("&lt;", h->out);
		else if (h->format == HANDOUT_HTML && *at == '&')
			fputs("&amp;", h->out);
		else if (h->format == HANDOUT_MARKDOWN && strchr("*_<`#[]|\\", *at) != NULL)
			fprintf(h->out, "\\%c", *at);
		else
			fputc(*at, h->out);
	}
	xwipe(clean);
}

/* Marks before and after a text, for each format. */
struct marks {
	const char *before[3], *after[3];
};

static const struct marks title = { { "", "# ", "<h1>" }, { "\n\n", "\n", "</h1>\n" } };
static const struct marks heading = { { "\n", "\n## ", "<h2>" }, { "\n", "\n", "</h2>\n" } };
static const struct marks paragraph = { { "  ", "\n", "<p>" }, { "\n", "\n", "</p>\n" } };
static const struct marks entry = { { "  ", "- ", "<p>" }, { "\n", "\n", "</p>\n" } };
static const struct marks finding = { { "    ", "- ", "<p class=\"finding\">" },
				      { "\n", "\n", "</p>\n" } };

static void put_marked(const struct handout *h, const struct marks *marks, const char *text)
{
	fputs(marks->before[h->format], h->out);
	put(h, text);
	fputs(marks->after[h->format], h->out);
}

static void put_labelled(const struct handout *h, const struct marks *marks, const char *label,
			 const char *text)
{
	char *pair = xasprintf("%s：%s", label, text);

	put_marked(h, marks, pair);
	xwipe(pair);
}

static void put_finding(const struct handout *h, const struct page *page)
{
	for (size_t i = 0; i < page->count; i++) {
		const struct block *b = &page->blocks[i];

		if (b->kind == BLOCK_FIELD || b->kind == BLOCK_TABLE_ROW)
			put_labelled(h, &finding, b->label, b->text);
		else if (b->kind == BLOCK_FINDING)
			put_marked(h, &finding, b->text);
	}
}

static void put_beat(const struct handout *h, const struct demo_beat *beat, const struct page *page)
{
	char *caption = demo_plain_text(beat->caption);

	put_marked(h, &heading, beat->title);
	put_marked(h, &paragraph, caption);
	for (size_t i = 0; i < beat->slide.text.count; i++) {
		char *plain = demo_plain_text(beat->slide.text.lines[i]);

		put_marked(h, &finding, plain);
		free(plain);
	}
	if (beat->expect.finding != NULL)
		put_finding(h, page);
	free(caption);
}

/* Draws the code as a picture of unit squares, which can be scanned and printed with any font. */
static void put_squares(const struct handout *h, const struct qr *qr)
{
	fprintf(h->out, "<svg viewBox=\"0 0 %d %d\"><path d=\"", qr->width, qr->width);
	for (int y = 0; y < qr->width; y++)
		for (int x = 0; x < qr->width; x++)
			if (qr_is_dark(qr, x, y))
				fprintf(h->out, "M%d %dh1v1h-1z", x, y);
	fputs("\"/></svg>\n", h->out);
}

static void put_code(const struct handout *h, const char *url)
{
	const char *fence = h->format == HANDOUT_MARKDOWN ? "```\n" : "";
	struct qr qr = qr_make(url);

	if (qr.width > 0 && h->format == HANDOUT_HTML) {
		put_squares(h, &qr);
	} else if (qr.width > 0) {
		fprintf(h->out, "\n%s", fence);
		for (int i = 0; i < qr_lines(&qr, false); i++) {
			char *line = qr_line(&qr, i, false);

			fprintf(h->out, "%s\n", line);
			free(line);
		}
		fputs(fence, h->out);
	}
	qr_free(&qr);
}

static void put_end(const struct handout *h, const struct guide *g)
{
	put_marked(h, &heading, "截止时间和找谁");
	if (g->deadline != NULL)
		put_labelled(h, &entry, "截止", g->deadline);
	for (size_t i = 0; i < g->contact_count; i++)
		put_labelled(h, &entry, g->contacts[i].label, g->contacts[i].value);
	if (g->steps[0].link_count > 0) {
		put_labelled(h, &entry, g->steps[0].links[0].label, g->steps[0].links[0].url);
		put_code(h, g->steps[0].links[0].url);
	}
	put_marked(h, &paragraph, "例子里的学生都是虚构的。");
}

/* Two columns, so that everything fits on one page of paper. */
static const char style[] =
	"<!DOCTYPE html>\n<html lang=\"zh-CN\"><meta charset=\"utf-8\">\n"
	"<meta name=\"viewport\" content=\"width=device-width\">\n"
	"<style>body{font:15px/1.5 sans-serif;max-width:50em;margin:1em auto;padding:0 1em;"
	"columns:22em}h1{column-span:all}h2{font-size:1em;margin:.8em 0 0}p{margin:.2em 0}"
	".finding{margin-left:1em;border-left:3px solid;padding-left:.5em;white-space:pre-wrap}"
	"svg{width:12em;background:#fff}h2{break-after:avoid}h2,p,svg{break-inside:avoid}"
	"@page{margin:15mm}@media print{body{font-size:9.5pt;columns:2;max-width:none;"
	"margin:0;padding:0}}</style>\n";

static void put_beats(const struct handout *h, struct demo *demo)
{
	const struct demo_script *s = demo->script;
	struct page page;

	demo_start(demo, 0);
	for (size_t i = 0; i < s->beat_count; i++) {
		wizard_set_line_mode(&demo->app->wizard); /* like line mode, paper has no keys */
		demo_key(demo, KEYNAME_PAGE_DOWN, 0);     /* finishes the beat */
		demo_build(demo, &page);
		if (!s->beats[i].hands)
			put_beat(h, &s->beats[i], &page);
		page_free(&page);
		demo_key(demo, KEYNAME_PAGE_DOWN, 0); /* begins the next */
	}
	demo_end(demo);
}

char *handout_make(const struct demo *d, enum handout_format format)
{
	struct demo demo = demo_unattended(d);
	struct handout h = { .format = format };
	char *text;

	h.out = xmemstream(&text);
	if (format == HANDOUT_HTML)
		fputs(style, h.out);
	put_marked(&h, &title, d->guide->title);
	put_marked(&h, &paragraph, d->guide->publisher);
	put_beats(&h, &demo);
	put_end(&h, d->guide);
	fclose(h.out);
	return text;
}
