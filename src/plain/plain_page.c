/* SPDX-License-Identifier: MIT */
#include "plain/plain_page.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/text_wrap.h"
#include "base/xalloc.h"
#include "view/screen_text.h"

/* Prints the program's own words without emphasis marks, and with what to enter in place of the
 * keys to press. */
static void print_words(const char *text, FILE *out)
{
	static const struct {
		const char *key, *line;
	} keys[] = {
		{ "按 Enter", "按回车" },
		{ " Enter", "回车" },
		{ "Enter", "回车" },
		{ "按空格", "输入 1 " },
		{ "按 Ctrl-R 显示", "/r 听全" },
		{ "按 Esc", "输入 /b " },
		{ "Esc", "/b" },
		{ "再按 s", "再输入 /s" },
		{ "，y ", "，/y " },
		{ "按 r 扫码，或按 y 复制网址", "/y 听网址" },
		{ "按 r 扫码", "输入 /y 听网址" },
		{ "，按 r 让大家扫码", "" },
	};
	struct text_span *spans;
	size_t count;
	char *plain = text_emphasis(text, &spans, &count);

	for (const char *at = plain; *at != '\0';) {
		size_t i = 0, n = sizeof keys / sizeof keys[0];

		while (i < n && strncmp(at, keys[i].key, strlen(keys[i].key)) != 0)
			i++;
		if (i < n)
			fputs(keys[i].line, out);
		else
			fputc(*at, out);
		at += i < n ? strlen(keys[i].key) : 1;
	}
	xwipe(plain);
	free(spans);
}

static bool is_masked(const char *text)
{
	return strstr(text, "****") != NULL;
}

/* Prints a value, which may begin with a box to tick. Of a masked value, prints length and last
 * character, so that asterisks are not read one by one. */
static void print_value(const char *text, FILE *out)
{
	bool ticked = strncmp(text, "[x] ", 4) == 0, unticked = strncmp(text, "[ ] ", 4) == 0;
	const char *last = text + strlen(text);

	if (is_masked(text)) {
		fprintf(out, "%zu 位", text_length(text));
		last -= last > text;
		if (*last != '*')
			fprintf(out, "，末位 %s", last);
		return;
	}
	fprintf(out, "%s%s",
		ticked     ? "勾了，"
		: unticked ? "没有勾，"
			   : "",
		text + (ticked || unticked ? 4 : 0));
}

/* Returns the meaning of a mark such as "[x]", which a screen reader would spell. */
static const char *mark_words(const struct block *b)
{
	if (b->mark == MARK_TICKED || strcmp(b->label, "[x]") == 0)
		return "已完成，";
	if (b->mark == MARK_UNTICKED || strcmp(b->label, "[ ]") == 0)
		return "未完成，";
	return "";
}

static void print_number(const struct block *b, struct line_rows picked, FILE *out)
{
	size_t row = (size_t)b->row - picked.first;

	if (b->row != NO_ROW && row < picked.count)
		fprintf(out, "%zu. ", row + 1);
}

static void print_status(const struct block *b, bool after, FILE *out)
{
	if (b->status[0] == '\0')
		return;
	fputs(after ? "，" : "", out);
	print_words(b->status, out);
}

static void print_pair(const struct block *b, FILE *out)
{
	fputs(b->label, out);
	fputs(b->label[0] != '\0' && (b->text[0] != '\0' || b->status[0] != '\0') ? "：" : "", out);
	print_value(b->text, out);
	/* A quiet status beside a value names keys, which do not work here. */
	if (b->kind != BLOCK_FIELD || b->style != STYLE_QUIET || b->text[0] == '\0')
		print_status(b, b->text[0] != '\0', out);
}

static void print_item(const struct block *b, FILE *out)
{
	fputs(mark_words(b), out);
	if (b->kind == BLOCK_BULLET && *mark_words(b) == '\0' && strspn(b->label, "0123456789") > 0)
		fprintf(out, "%s ", b->label);
	print_words(b->text, out);
	if (b->row != NO_ROW && b->kind != BLOCK_CHOICE)
		print_status(b, true, out);
}

static void print_block(const struct block *b, struct line_rows picked, FILE *out)
{
	print_number(b, picked, out);
	switch (b->kind) {
	case BLOCK_VERDICT:
		print_words(b->text, out);
		fputs("。\n", out);
		print_words(b->status, out);
		break;
	case BLOCK_FIELD:
	case BLOCK_TABLE_ROW:
	case BLOCK_LINK:
	case BLOCK_QR:
		print_pair(b, out);
		break;
	case BLOCK_FIGURE: /* only on request */
	case BLOCK_GAP:
		return;
	default:
		print_item(b, out);
	}
	fputc('\n', out);
}

/* Prints block i. A row of the verification whose text is not the record's is one line with the
 * block below it: what the site shows, how it was judged, and the record's value unless that is
 * masked. Returns the last block that was printed. */
static size_t print_at(const struct page *p, size_t i, struct line_rows picked, FILE *out)
{
	const struct block *b = &p->blocks[i];

	if (b->kind != BLOCK_TABLE_ROW || b->mark != MARK_WRONG || b->opens ||
	    b->expected == NULL || i + 1 == p->count || b[1].kind != BLOCK_FIELD ||
	    b[1].row != NO_ROW) {
		print_block(b, picked, out);
		return i;
	}
	fprintf(out, "%s：", b->label);
	print_value(b[1].text, out);
	print_status(b, true, out);
	if (b->text[0] != '\0' && !is_masked(b->text))
		fprintf(out, "，%s %s", b->expected, b->text);
	fputc('\n', out);
	return i + 1;
}

void plain_figure(const struct page *p, FILE *out)
{
	size_t i = 0;

	while (i < p->count && p->blocks[i].kind != BLOCK_FIGURE)
		i++;
	fprintf(out, "%s\n", i < p->count ? p->blocks[i].text : "这一页没有示意图。");
}

void plain_notice(const struct page *p, FILE *out)
{
	char *notice;

	if (p->notice[0] == '\0')
		return;
	notice = screen_text_line(p->notice);
	print_words(notice, out);
	fputc('\n', out);
	free(notice);
}

/* Returns true for blocks that are said last: addresses and quiet paragraphs, such as sources. */
static bool is_aside(const struct block *b)
{
	return b->kind == BLOCK_LINK || (b->kind == BLOCK_PARAGRAPH && b->style == STYLE_QUIET);
}

/* Returns true for the program's title, which was said at the start. */
static bool is_title(const struct page *p, const struct block *b)
{
	return b->kind == BLOCK_HEADING && strcmp(b->text, p->title) == 0;
}

void plain_rows(const struct page *p, struct line_rows picked, FILE *out)
{
	for (size_t i = 0; i < p->count; i++)
		if (p->blocks[i].row != NO_ROW &&
		    (size_t)p->blocks[i].row - picked.first < picked.count)
			print_block(&p->blocks[i], picked, out);
}

void plain_page(const struct page *p, struct line_rows picked, bool brief, FILE *out)
{
	bool welcome = p->context == CONTEXT_WELCOME;

	if (welcome)
		plain_rows(p, picked, out);
	for (size_t i = 0; i < p->count && !(brief && p->blocks[i].row != NO_ROW); i++)
		if (!is_aside(&p->blocks[i]) && !is_title(p, &p->blocks[i]) &&
		    !(welcome && p->blocks[i].row != NO_ROW))
			i = print_at(p, i, picked, out);
	for (size_t i = 0; i < p->count && !brief; i++)
		if (is_aside(&p->blocks[i]))
			print_block(&p->blocks[i], picked, out);
}

static bool is_hint(const struct block *b)
{
	return b->kind == BLOCK_FINDING && b->style == STYLE_QUIET;
}

void plain_row(const struct page *p, int row, struct line_rows picked, FILE *out)
{
	bool ours = false;

	for (size_t i = 0; i < p->count; i++) {
		const struct block *b = &p->blocks[i];

		ours = b->row != NO_ROW
			       ? b->row == row
			       : ours && (b->kind == BLOCK_FINDING || b->kind == BLOCK_FIELD);
		if (ours && !is_hint(b))
			i = print_at(p, i, picked, out);
	}
}

/* Prints a row of the verification that is asked for: its name, the record's value, and the answer
 * that was given. */
static void print_expected(const struct block *b, FILE *out)
{
	fputs(b->label, out);
	if (b->text[0] != '\0' && b->expected != NULL) {
		fprintf(out, "，%s ", b->expected);
		print_value(b->text, out);
	}
	if (b->status[0] != '\0')
		fprintf(out, "，%s%s",
			b->mark != MARK_UNTOUCHED && b->text[0] == '\0' ? "现在是 " : "",
			b->status);
	fputs(is_masked(b->text) ? "，/r 听全\n" : "\n", out);
}

void plain_question(const struct page *p, struct line_rows picked, FILE *out)
{
	const struct line_rows none = { 0 };
	const struct block *group = NULL;
	bool ours = false, field = false;

	for (size_t i = 0; i < p->count; i++) {
		const struct block *b = &p->blocks[i];

		group = b->kind == BLOCK_GROUP ? b : group;
		ours = b->row != NO_ROW ? b->row == p->row : ours;
		field = b->row != NO_ROW ? b->kind == BLOCK_FIELD : field;
		if (!ours || (b->row == NO_ROW && !is_hint(b) && b->kind != BLOCK_FIELD &&
			      !(field && b->kind == BLOCK_FINDING)))
			continue;
		if (picked.count > 0 && group != NULL) {
			print_block(group, none, out);
			break;
		}
		if (b->row != NO_ROW && b->text[0] == '\0' && b->label[0] != '\0' &&
		    (b->kind != BLOCK_TABLE_ROW || b->status[0] == '\0'))
			fprintf(out, i + 1 < p->count && is_hint(b + 1) ? "%s：" : "%s\n",
				b->label);
		else if (b->kind == BLOCK_TABLE_ROW)
			print_expected(b, out);
		else
			print_block(b, none, out);
	}
	plain_rows(p, picked, out);
}
