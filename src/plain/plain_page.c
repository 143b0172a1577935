/* SPDX-License-Identifier: MIT */
#include "plain/plain_page.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/text_wrap.h"
#include "base/xalloc.h"

/* Prints text without its emphasis marks. */
static void print_marked(FILE *out, const char *text)
{
	struct text_span *spans;
	size_t count;
	char *plain = text_emphasis(text, &spans, &count);

	fputs(plain, out);
	xwipe(plain);
	free(spans);
}

/* A value, which may begin with a box to tick. */
static void print_value(const char *text, FILE *out)
{
	bool ticked = strncmp(text, "[x] ", 4) == 0, unticked = strncmp(text, "[ ] ", 4) == 0;

	fprintf(out, "%s%s",
		ticked     ? "勾了，"
		: unticked ? "没有勾，"
			   : "",
		text + (ticked || unticked ? 4 : 0));
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
	fputs(b->label, out);
	fputs(b->label[0] != '\0' && (b->text[0] != '\0' || b->row != NO_ROW) ? "：" : "", out);
	print_value(b->text, out);
	/* A quiet status beside a value names keys, which do not work here. */
	if (b->kind == BLOCK_FIELD && b->style == STYLE_QUIET && b->text[0] != '\0')
		return;
	if (b->status[0] != '\0') {
		fputs(b->text[0] != '\0' ? "，" : "", out);
		fputs(b->status, out);
	}
}

static void print_item(const struct block *b, FILE *out)
{
	print_number(b, out);
	if (*mark_words(b) != '\0') {
		fputs(mark_words(b), out);
	} else if (b->kind == BLOCK_BULLET && *b->label != '\0') {
		fputs(b->label, out);
		fputc(' ', out);
	}
	print_marked(out, b->text);
	if (b->kind == BLOCK_BUTTON && b->status[0] != '\0') {
		fputs("，", out);
		fputs(b->status, out);
	}
}

static void print_block(const struct block *b, FILE *out)
{
	switch (b->kind) {
	case BLOCK_GROUP:
		print_number(b, out);
		print_marked(out, b->text);
		break;
	case BLOCK_HEADING:
	case BLOCK_PARAGRAPH:
		print_marked(out, b->text);
		break;
	case BLOCK_VERDICT:
		fprintf(out, "%s：%s", b->text, b->status);
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
		fputs("     ", out);
		fputs(b->text, out);
		break;
	case BLOCK_FIGURE: /* its caption tells what only the eye needs */
	case BLOCK_GAP:
		return;
	}
	fputc('\n', out);
}

void plain_notice(const struct page *p, FILE *out)
{
	char *notice;

	if (p->notice[0] == '\0')
		return;
	notice = text_clean_line(p->notice);
	fputs(notice, out);
	fputc('\n', out);
	free(notice);
}

/* What can wait: later facts, sources, addresses. */
static bool is_aside(const struct block *b)
{
	return b->kind == BLOCK_LINK || (b->kind == BLOCK_PARAGRAPH && b->style == STYLE_QUIET);
}

void plain_page(const struct page *p, bool brief, FILE *out)
{
	for (size_t i = 0; i < p->count && !(brief && p->blocks[i].row != NO_ROW); i++)
		if (!is_aside(&p->blocks[i]))
			print_block(&p->blocks[i], out);
	for (size_t i = 0; i < p->count && !brief; i++)
		if (is_aside(&p->blocks[i]))
			print_block(&p->blocks[i], out);
}

static bool is_hint(const struct block *b)
{
	return b->kind == BLOCK_FINDING && b->style == STYLE_QUIET;
}

/* Prints of the blocks of a row those that are hints, or the others, or all. */
static void print_row(const struct page *p, int row, bool hints, bool others, FILE *out)
{
	bool ours = false;

	for (size_t i = 0; i < p->count; i++) {
		const struct block *b = &p->blocks[i];

		ours = b->row == row || (ours && b->row == NO_ROW &&
					 (b->kind == BLOCK_FINDING || b->kind == BLOCK_FIELD));
		if (ours && (is_hint(b) ? hints : others))
			print_block(b, out);
	}
}

void plain_row(const struct page *p, int row, bool hints, FILE *out)
{
	print_row(p, row, hints, true, out);
}

void plain_hints(const struct page *p, int row, FILE *out)
{
	print_row(p, row, true, false, out);
}
