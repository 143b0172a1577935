/* SPDX-License-Identifier: MIT */
#include "plain/plain_page.h"

#include <stdlib.h>
#include <string.h>

#include "base/charset.h"
#include "base/text.h"
#include "base/text_wrap.h"
#include "base/xalloc.h"

static void say(FILE *out, const char *text)
{
	charset_put(text, out);
}

/* Text with `**` marks, said without them. */
static void say_marked(FILE *out, const char *text)
{
	struct text_span *spans;
	size_t count;
	char *plain = text_emphasis(text, &spans, &count);

	say(out, plain);
	xwipe(plain);
	free(spans);
}

/* A mark is a picture: said in words. */
static const char *mark_words(const char *mark)
{
	if (strcmp(mark, "[x]") == 0)
		return "[已完成] ";
	if (strcmp(mark, "[ ]") == 0)
		return "[未完成] ";
	return "";
}

static void say_number(const struct block *b, FILE *out)
{
	if (b->row != NO_ROW)
		fprintf(out, "  %d. ", b->row + 1);
	else if (b->kind == BLOCK_FIELD || b->kind == BLOCK_TABLE_ROW)
		fputs("  ", out);
}

static void say_pair(const struct block *b, FILE *out)
{
	say_number(b, out);
	say(out, b->label);
	say(out, b->label[0] != '\0' && (b->text[0] != '\0' || b->row != NO_ROW) ? "：" : "");
	say(out, b->text);
	/* A quiet word beside a value names a key of the screen's. */
	if (b->kind == BLOCK_FIELD && b->style == STYLE_QUIET && b->text[0] != '\0')
		return;
	if (b->status[0] != '\0') {
		say(out, b->text[0] != '\0' ? "，" : "");
		say(out, b->status);
	}
}

static void say_item(const struct block *b, FILE *out)
{
	say_number(b, out);
	if (*mark_words(b->label) != '\0') {
		say(out, mark_words(b->label));
	} else if (b->kind == BLOCK_BULLET) {
		say(out, b->label);
		fputc(' ', out);
	}
	say_marked(out, b->text);
}

static void say_block(const struct block *b, FILE *out)
{
	switch (b->kind) {
	case BLOCK_HEADING:
	case BLOCK_PARAGRAPH:
		say_marked(out, b->text);
		break;
	case BLOCK_BULLET:
	case BLOCK_CHOICE:
		say_item(b, out);
		break;
	case BLOCK_FIELD:
	case BLOCK_TABLE_ROW:
	case BLOCK_LINK:
		say_pair(b, out);
		break;
	case BLOCK_FINDING:
		say(out, "     ");
		say(out, b->text);
		break;
	case BLOCK_FIGURE:
		say(out, "图：");
		say(out, b->text);
		break;
	case BLOCK_QR: /* the link follows in words */
	case BLOCK_GAP:
		break;
	}
	fputc('\n', out);
}

void plain_notice(const struct page *p, FILE *out)
{
	char *notice;

	if (p->notice[0] == '\0')
		return;
	notice = text_clean_line(p->notice);
	say(out, notice);
	fputc('\n', out);
	free(notice);
}

void plain_page(const struct page *p, FILE *out)
{
	bool gap = false;

	fputc('\n', out);
	say(out, p->breadcrumb);
	say(out, "  ");
	say(out, p->title);
	fputc('\n', out);
	for (size_t i = 0; i < p->count; i++) {
		/* One empty line is a pause; two say nothing more. */
		if (p->blocks[i].kind != BLOCK_GAP || !gap)
			say_block(&p->blocks[i], out);
		gap = p->blocks[i].kind == BLOCK_GAP;
	}
}

void plain_row(const struct page *p, int row, FILE *out)
{
	bool ours = false;

	for (size_t i = 0; i < p->count; i++) {
		const struct block *b = &p->blocks[i];

		ours = b->row == row || (ours && b->row == NO_ROW &&
					 (b->kind == BLOCK_FINDING || b->kind == BLOCK_FIELD));
		if (ours)
			say_block(b, out);
	}
}
