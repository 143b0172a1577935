/* SPDX-License-Identifier: MIT */
/* What a search of the FAQ finds: answers, messages of the site and notes; by their words, by
 * full pinyin or by its initials. */
#ifndef FAQ_SEARCH_H
#define FAQ_SEARCH_H

#include "wizard/wizard.h"

enum faq_kind { FAQ_ANSWER, FAQ_SITE_MESSAGE, FAQ_NOTE };

struct faq_hit {
	enum faq_kind kind;
	size_t index;  /* in faq->answers, faq->site_messages or guide->notes */
	unsigned rank; /* 0: found in the title; more: further down */
};

/* Shows the FAQ or the list of the site's messages, each with an empty search; closes the other.
 * Returns a set of enum effect. */
unsigned faq_search_open(struct wizard *w);
unsigned site_messages_open(struct wizard *w);

enum { FAQ_TERMS_MAX = 32, FAQ_RANK_PARTLY = 3 }; /* from this rank on, not all parts were found */

/* The hits of the present search, best first: all answers (or all messages of the site, in the
 * list of them) if it is empty, none without a FAQ. If
 * nothing has all parts of what was typed, what has at least half of its pairs of characters.
 * End it with faq_search_end(). */
struct faq_search {
	size_t count;
	struct faq_hit *hits; /* owned */
	size_t term_count, needed;
	char *terms[FAQ_TERMS_MAX]; /* owned */
	const struct pinyin *readings;
};

void faq_search_begin(struct faq_search *q, const struct wizard *w);
void faq_search_end(struct faq_search *q);

/* Only how many hits there are. */
size_t faq_search_count(const struct wizard *w);

const char *faq_hit_title(const struct wizard *w, struct faq_hit hit);

/* Where a hit was found, if not in its title: a word to find it by, its category or a sentence, with what was
 * searched for between `**`. Owned by the caller; NULL if the title has it. */
char *faq_hit_sentence(const struct faq_search *q, const struct wizard *w, struct faq_hit hit);

/* text with what was found in it between `**`, owned by the caller; unchanged if nothing was.
 * is_short: a title, in which initials are looked for, too. */
char *faq_search_mark(const struct faq_search *q, const char *text, bool is_short);

#endif
