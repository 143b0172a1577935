/* SPDX-License-Identifier: MIT */
#include "wizard/faq_search.h"

#include <string.h>

#include "wizard/navigation.h"

static unsigned show(struct wizard *w, enum screen_id id)
{
	return wizard_push(w, id) | (w->faq == NULL ? EFFECT_FAQ : 0);
}

unsigned faq_search_open(struct wizard *w)
{
	line_edit_wipe(&w->search.text);
	return show(w, SCREEN_FAQ);
}

unsigned site_messages_open(struct wizard *w)
{
	return show(w, SCREEN_SITE_MESSAGES);
}

/* Ignores the case of Latin letters. */
static bool contains(const char *text, const char *sought)
{
	return strcasestr(text, sought) != NULL;
}

static bool has_initials(const struct guide_text *pinyin, const char *sought)
{
	for (size_t i = 0; i < pinyin->count; i++)
		if (strncasecmp(pinyin->lines[i], sought, strlen(sought)) == 0)
			return true;
	return false;
}

bool faq_search_matches(const struct wizard *w, const struct faq_answer *answer)
{
	const char *sought = w->search.text.text;

	if (*sought == '\0' || contains(answer->question, sought) ||
	    contains(w->faq->categories[answer->category], sought) ||
	    has_initials(&answer->pinyin, sought) ||
	    has_initials(&w->faq->pinyin[answer->category], sought))
		return true;
	for (size_t i = 0; i < answer->text.count; i++)
		if (contains(answer->text.lines[i], sought))
			return true;
	return false;
}

size_t faq_search_count(const struct wizard *w)
{
	size_t count = 0;

	for (size_t i = 0; w->faq != NULL && i < w->faq->answer_count; i++)
		count += faq_search_matches(w, &w->faq->answers[i]);
	return count;
}

const struct faq_answer *faq_search_result(const struct wizard *w, size_t n)
{
	for (size_t i = 0; i < w->faq->answer_count; i++)
		if (faq_search_matches(w, &w->faq->answers[i]) && n-- == 0)
			return &w->faq->answers[i];
	return NULL;
}
