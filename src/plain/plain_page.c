/* SPDX-License-Identifier: MIT */
#include "plain/plain_page.h"

#include <stdlib.h>
#include <string.h>

#include "base/charset.h"
#include "base/text.h"
#include "base/text_wrap.h"
#include "base/xalloc.h"

/* Prints text without its emphasis marks. */
static void print_marked(FILE *out, const char *text)
{
	struct text_span *spans;
	size_t count;
	char *plain = text_emphasis(text, &spans, &count);

	charset_put(plain, out);
	xwipe(plain);
	free(spans);
}

/* The meaning of a mark such as "[x]", which a screen reader would spell. */
static const char *mark_words(const struct block *b)
{
	if (b->mark == MARK_TICKED || strcmp(b->label, "[x]") == 0)
		return "[已完成] ";
	if (b->mark == MARK_UNTICKED || strcmp(b->label, "[ ]") == 0)
		return "[未完成] ";
	return "";
}

static void print_number(const struct block *b, FILE *out)
{
	if (b->row != NO_ROW)
		fprintf(out, "  %d. ", b->row + 1);
	else if (b->kind == BLOCK_FIELD || b->kind == BLOCK_TABLE_ROW)
		fputs("  ", out);
}

static void print_pair(const struct block *b, FILE *out)
{
	print_number(b, out);
	charset_put(b->label, out);
	charset_put(b->label[0] != '\0' && (b->text[0] != '\0' || b->row != NO_ROW) ? "：" : "",
		    out);
	charset_put(b->text, out);
	/* A quiet status beside a value names keys, which do not work here. */
	if (b->kind == BLOCK_FIELD && b->style == STYLE_QUIET && b->text[0] != '\0')
		return;
	if (b->status[0] != '\0') {
		charset_put(b->text[0] != '\0' ? "，" : "", out);
		charset_put(b->status, out);
	}
}

static void print_item(const struct block *b, FILE *out)
{
	print_number(b, out);
	if (*mark_words(b) != '\0') {
		charset_put(mark_words(b), out);
	} else if (b->kind == BLOCK_BULLET) {
		charset_put(b->label, out);
		fputc(' ', out);
	}
	print_marked(out, b->text);
	if (b->kind == BLOCK_BUTTON && b->status[0] != '\0') {
		charset_put("，", out);
		charset_put(b->status, out);
	}
}

static void print_block(const struct block *b, FILE *out)
{
	switch (b->kind) {
	case BLOCK_HEADING:
	case BLOCK_GROUP:
	case BLOCK_PARAGRAPH:
	case BLOCK_VERDICT:
		print_marked(out, b->text);
		break;
	case BLOCK_BULLET:
	case BLOCK_CHOICE:
	case BLOCK_BUTTON:
		print_item(b, out);
		break;
	case BLOCK_FIELD:
	case BLOCK_TABLE_ROW:
	case BLOCK_LINK:
	case BLOCK_QR:
		print_pair(b, out);
		break;
	case BLOCK_FINDING:
		charset_put("     ", out);
		charset_put(b->text, out);
		break;
	case BLOCK_FIGURE:
		charset_put("图：", out);
		charset_put(b->text, out);
		break;
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
	charset_put(notice, out);
	fputc('\n', out);
	free(notice);
}

void plain_page(const struct page *p, FILE *out)
{
	bool gap = false;

	fputc('\n', out);
	charset_put(p->badge, out);
	charset_put("  ", out);
	charset_put(p->title, out);
	fputc('\n', out);
	for (size_t i = 0; i < p->count; i++) {
		/* One gap is a pause; a second one adds nothing. */
		if (p->blocks[i].kind != BLOCK_GAP || !gap)
			print_block(&p->blocks[i], out);
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
			print_block(b, out);
	}
}
