/* SPDX-License-Identifier: MIT */
#include "screens/page_internal.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "base/xalloc.h"

struct block *page_add(struct page *p, enum block_kind kind, const char *text)
{
	struct block *b;

	if (p->count == p->capacity) {
		p->capacity = p->capacity == 0 ? 32 : p->capacity * 2;
		p->blocks = xrealloc(p->blocks, p->capacity * sizeof *p->blocks);
	}
	b = &p->blocks[p->count++];
	*b = (struct block){ .kind = kind, .target = NO_TARGET, .caret = NO_CARET };
	b->text = text_clean(text);
	b->label = xstrdup("");
	b->aside = xstrdup("");
	return b;
}

struct block *page_addf(struct page *p, enum block_kind kind, const char *format, ...)
{
	struct block *b;
	va_list args;
	char *text;

	va_start(args, format);
	if (vasprintf(&text, format, args) < 0)
		xalloc_die();
	va_end(args);
	b = page_add(p, kind, text);
	xwipe(text);
	return b;
}

void block_label(struct block *b, const char *label)
{
	free(b->label);
	b->label = text_clean_line(label);
}

void block_aside(struct block *b, const char *aside, enum tone tone)
{
	free(b->aside);
	b->aside = text_clean_line(aside);
	b->tone = tone;
}

void page_text(struct page *p, const struct guide_text *text)
{
	for (size_t i = 0; i < text->count; i++)
		page_add(p, BLOCK_PARAGRAPH, text->lines[i]);
}

void page_advice(struct page *p, const struct guide_text *advice)
{
	for (size_t i = 0; i < advice->count; i++)
		page_add(p, BLOCK_FINDING, advice->lines[i])->tone = TONE_QUIET;
}

void page_later(struct page *p, const struct guide_later *later, size_t count)
{
	for (size_t i = 0; i < count; i++)
		page_addf(p, BLOCK_PARAGRAPH, "后来（%s）：%s", later[i].as_of, later[i].text)
			->tone = TONE_QUIET;
}

void page_link(struct page *p, const char *label, const char *url)
{
	block_label(page_add(p, BLOCK_LINK, url), label);
}

void block_caret(struct block *b, const char *value, size_t n)
{
	b->caret = (long)text_clean_bytes(value, n);
}

/* What cleaning takes out of a value moves what stands behind it. */
static size_t shown_place(const char *value, size_t at)
{
	char *before = xstrndup(value, at > 0 ? text_offset(value, at - 1) : 0);
	char *clean = text_clean_line(before);
	size_t place = at > 0 ? text_length(clean) + 1 : 0;

	xwipe(before);
	xwipe(clean);
	return place;
}

void page_findings(struct page *p, const char *value, const struct findings *found)
{
	static const enum tone tones[] = { [SEVERITY_NOTE] = TONE_QUIET,
					   [SEVERITY_WARNING] = TONE_WARNING,
					   [SEVERITY_ERROR] = TONE_BAD };

	for (size_t i = 0; i < found->count; i++) {
		const struct finding *f = &found->items[i];
		struct block *b = page_add(p, BLOCK_FINDING, f->message);

		b->at = shown_place(value, f->at);
		b->tone = tones[finding_code_severity(f->code)];
	}
}

void page_contacts(struct page *p, const struct guide *g)
{
	for (size_t i = 0; i < g->contact_count; i++) {
		const struct guide_contact *c = &g->contacts[i];

		block_label(page_add(p, BLOCK_LINK, c->value), c->label);
		if (c->note != NULL)
			page_addf(p, BLOCK_PARAGRAPH, "%s（%s）", c->note, c->as_of)->tone =
				TONE_QUIET;
	}
}

void page_note(struct page *p, const struct guide_note *note)
{
	page_add(p, BLOCK_HEADING, note->title);
	for (size_t i = 0; i < note->text.count; i++)
		block_label(page_add(p, BLOCK_BULLET, note->text.lines[i]), "-");
	page_later(p, note->later, note->later_count);
	page_add(p, BLOCK_GAP, "");
}

void page_laws(struct page *p, const struct guide *g)
{
	for (size_t i = 0; i < g->law_count; i++)
		block_label(page_addf(p, BLOCK_BULLET, "《%s》（%s，%s）", g->laws[i].title,
				      g->laws[i].issuer, g->laws[i].number),
			    "-");
}
