/* SPDX-License-Identifier: MIT */
#include "screens/blocks.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "rules/sentence.h"

/* Converts places (bit n: character n of value, from 0) to those of the cleaned text, which may
 * lack some of the characters. */
static uint64_t shown_places(const char *value, uint64_t places)
{
	uint64_t shown = 0;

	for (size_t i = 0; i < PLACES_MAX && places >> i != 0; i++) {
		char *before, *clean;

		if ((places >> i & 1) == 0)
			continue;
		before = xstrndup(value, text_offset(value, i));
		clean = text_clean_line(before);
		shown |= UINT64_C(1) << text_length(clean);
		xwipe(before);
		xwipe(clean);
	}
	return shown;
}

void add_findings(struct page *p, const char *value, const struct findings *found, unsigned how)
{
	static const enum style styles[] = { [SEVERITY_NOTE] = STYLE_QUIET,
					     [SEVERITY_WARNING] = STYLE_WARNING,
					     [SEVERITY_ERROR] = STYLE_BAD };

	for (size_t i = 0; i < found->count; i++) {
		const struct finding *f = &found->items[i];
		char sentence[SENTENCE_MAX];
		struct block *b = page_add(p, BLOCK_FINDING, sentence_make(f, how, sentence));

		explicit_bzero(sentence, sizeof sentence);
		b->places = shown_places(value, sentence_places(f));
		b->style = styles[finding_severity(f)];
	}
}

void add_hidden(struct page *p)
{
	page_add(p, BLOCK_FINDING, "投影时遮住，Ctrl-R 显示。")->style = STYLE_QUIET;
}

void add_laws(struct page *p, const struct guide *g)
{
	for (size_t i = 0; i < g->law_count; i++)
		page_addf(p, BLOCK_PARAGRAPH, "依据：《%s》（%s，%s）", g->laws[i].title,
			  g->laws[i].issuer, g->laws[i].number)
			->style = STYLE_QUIET;
}

/* Adds each update with its date: "2023" is written as a year, "2025-12" as a year and month, any
 * other date as it is. */
void add_later(struct page *p, const struct guide_later *later, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char *date = later[i].as_of, *text = later[i].text;

		if (strlen(date) == strlen("2023"))
			page_addf(p, BLOCK_PARAGRAPH, "%s 年起：%s", date, text);
		else if (strlen(date) == strlen("2025-12"))
			page_addf(p, BLOCK_PARAGRAPH, "%.4s 年 %d 月起：%s", date, atoi(date + 5),
				  text);
		else
			page_addf(p, BLOCK_PARAGRAPH, "%s 起：%s", date, text);
	}
}

void add_step_text(struct page *p, const struct guide_step *step)
{
	add_later(p, step->later, step->later_count);
	page_text(p, &step->text);
	for (size_t i = 0; i < step->link_count; i++)
		block_label(page_add(p, BLOCK_LINK, step->links[i].text), step->links[i].label);
}

void add_figure(struct page *p, const struct guide_step *step)
{
	if (step->figure == NULL)
		return;
	page_add(p, BLOCK_GAP, "");
	page_add(p, BLOCK_FIGURE, step->figure->caption)->figure = step->figure;
}

const char *activity_text(const struct guide_step *step)
{
	static const char *const texts[] = {
		[ACTIVITY_REGISTER] = "演练填写注册表单", [ACTIVITY_VERIFY] = "逐项核对网站上显示的"
	};

	return texts[step->activity];
}

void add_contacts(struct page *p, const struct guide *g)
{
	for (size_t i = 0; i < g->contact_count; i++) {
		const struct guide_contact *c = &g->contacts[i];

		block_label(page_add(p, BLOCK_LINK, c->value), c->label);
		if (c->note != NULL)
			page_addf(p, BLOCK_PARAGRAPH, "%s（%s）", c->note, c->as_of)->style =
				STYLE_QUIET;
	}
}

void add_note(struct page *p, const struct guide_note *note)
{
	page_add(p, BLOCK_HEADING, note->title);
	for (size_t i = 0; i < note->text.count; i++)
		block_label(page_add(p, BLOCK_BULLET, note->text.lines[i]), "-");
	add_later(p, note->later, note->later_count);
	page_add(p, BLOCK_GAP, "");
}

void add_notes(struct page *p, const struct guide *g)
{
	for (size_t i = 0; i < g->note_count; i++)
		add_note(p, &g->notes[i]);
}

static void add_source(struct page *p, const char *source, const char *as_of)
{
	page_add(p, BLOCK_GAP, "");
	page_addf(p, BLOCK_PARAGRAPH, "来源：%s（%s）", source, as_of)->style = STYLE_QUIET;
}

void add_answer(struct page *p, const struct faq_answer *answer)
{
	page_add(p, BLOCK_HEADING, answer->question);
	page_text(p, &answer->text);
	add_source(p, answer->source, answer->as_of);
}

void add_site_message(struct page *p, const struct faq_site_message *message)
{
	page_addf(p, BLOCK_HEADING, "“%s”", message->message);
	page_add(p, BLOCK_PARAGRAPH, message->meaning);
	page_add(p, BLOCK_GAP, "");
	for (size_t i = 0; i < message->ways.count; i++) {
		char number[24];

		snprintf(number, sizeof number, "%zu", i + 1);
		block_label(page_add(p, BLOCK_BULLET, message->ways.lines[i]), number);
	}
	add_source(p, message->source, message->as_of);
}
