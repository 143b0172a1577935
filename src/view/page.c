/* SPDX-License-Identifier: MIT */
#include "view/page.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "view/screen_text.h"

const char *mark_text(enum mark mark, bool ascii)
{
	/* Measured: one column wide in every terminal, also where East Asian Ambiguous characters
	 * take two. */
	static const char *const marks[][2] = {
		[MARK_NONE] = { "", "" },         [MARK_DONE] = { "✓", "v" },
		[MARK_HERE] = { "▸", ">" },       [MARK_UNTOUCHED] = { "◦", "." },
		[MARK_LOOK] = { "!", "!" },       [MARK_WRONG] = { "✗", "X" },
		[MARK_TICKED] = { "[x]", "[x]" }, [MARK_UNTICKED] = { "[ ]", "[ ]" },
	};

	return marks[mark][ascii];
}

struct block *page_add(struct page *p, enum block_kind kind, const char *text)
{
	struct block *b;

	p->blocks = xgrow(p->blocks, p->count, sizeof *p->blocks);
	b = &p->blocks[p->count++];
	*b = (struct block){ .kind = kind, .row = NO_ROW, .caret = NO_CARET };
	/* Values keep their typography. */
	b->text = kind == BLOCK_FIELD || kind == BLOCK_TABLE_ROW || kind == BLOCK_LINK ||
				  kind == BLOCK_QR
			  ? text_clean(text)
			  : screen_text(text);
	b->label = xstrdup("");
	b->status = xstrdup("");
	return b;
}

struct block *page_addf(struct page *p, enum block_kind kind, const char *format, ...)
{
	struct block *b;
	va_list args;
	char *text;

	va_start(args, format);
	text = xvasprintf(format, args);
	va_end(args);
	b = page_add(p, kind, text);
	xwipe(text);
	return b;
}

void block_label(struct block *b, const char *label)
{
	free(b->label);
	b->label = screen_text_line(label);
}

void block_status(struct block *b, const char *status, enum style style)
{
	free(b->status);
	b->status = screen_text_line(status);
	b->style = style;
}

void page_text(struct page *p, const struct guide_text *text)
{
	for (size_t i = 0; i < text->count; i++)
		page_add(p, BLOCK_PARAGRAPH, text->lines[i]);
}

void block_caret(struct block *b, const char *value, size_t n)
{
	b->caret = (long)text_clean_bytes(value, n);
}

static void free_block(struct block *b)
{
	xwipe(b->text);
	xwipe(b->label);
	xwipe(b->status);
}

void page_clear(struct page *p)
{
	for (size_t i = 0; i < p->count; i++)
		free_block(&p->blocks[i]);
	p->count = 0;
	p->row = NO_ROW;
}

void page_remove(struct page *p, size_t index)
{
	free_block(&p->blocks[index]);
	p->count--;
	memmove(&p->blocks[index], &p->blocks[index + 1], (p->count - index) * sizeof *p->blocks);
}

void page_free(struct page *p)
{
	page_clear(p);
	free(p->blocks);
	free(p->title);
	free(p->badge);
	free(p->sample);
	free(p->caption);
	free(p->footer);
	memset(p, 0, sizeof *p);
}

int page_count_rows(const struct page *p)
{
	int count = 0;

	for (size_t i = 0; i < p->count; i++)
		count += p->blocks[i].row != NO_ROW;
	return count;
}

const struct block *page_focused(const struct page *p)
{
	for (size_t i = 0; i < p->count && p->row != NO_ROW; i++)
		if (p->blocks[i].row == p->row)
			return &p->blocks[i];
	return NULL;
}

bool page_is_form(const struct page *p)
{
	for (size_t i = 0; i < p->count; i++)
		if (p->blocks[i].row != NO_ROW &&
		    (p->blocks[i].kind == BLOCK_FIELD || p->blocks[i].kind == BLOCK_TABLE_ROW))
			return true;
	return false;
}
