/* SPDX-License-Identifier: MIT */
#include "screens/page_internal.h"

#include "base/text.h"
#include "base/xalloc.h"

void page_later(struct page *p, const struct guide_later *later, size_t count)
{
	for (size_t i = 0; i < count; i++)
		page_addf(p, BLOCK_PARAGRAPH, "后来（%s）：%s", later[i].as_of, later[i].text)
			->style = STYLE_QUIET;
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
	static const enum style styles[] = { [SEVERITY_NOTE] = STYLE_QUIET,
					     [SEVERITY_WARNING] = STYLE_WARNING,
					     [SEVERITY_ERROR] = STYLE_BAD };

	for (size_t i = 0; i < found->count; i++) {
		const struct finding *f = &found->items[i];
		struct block *b = page_add(p, BLOCK_FINDING, f->message);

		b->at = shown_place(value, f->at);
		b->style = styles[finding_code_severity(f->code)];
	}
}

void page_contacts(struct page *p, const struct guide *g)
{
	for (size_t i = 0; i < g->contact_count; i++) {
		const struct guide_contact *c = &g->contacts[i];

		block_label(page_add(p, BLOCK_LINK, c->value), c->label);
		if (c->note != NULL)
			page_addf(p, BLOCK_PARAGRAPH, "%s（%s）", c->note, c->as_of)->style =
				STYLE_QUIET;
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
