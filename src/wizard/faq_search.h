/* SPDX-License-Identifier: MIT */
/* Searches the FAQ, the site's messages and the notes of the guide by characters, by full pinyin or
 * by its initials. */
#ifndef FAQ_SEARCH_H
#define FAQ_SEARCH_H

#include "wizard/wizard.h"

enum faq_kind { FAQ_ANSWER, FAQ_SITE_MESSAGE, FAQ_NOTE };

struct faq_hit {
	enum faq_kind kind;
	size_t index;  /* in faq->answers, faq->site_messages or guide->notes */
	unsigned rank; /* 0: best, found in the title or the keywords */
};

/* Show the FAQ or the list of the site's messages with an empty search; each closes the other.
 * Return a set of enum effect. */
unsigned faq_search_open(struct wizard *w);
unsigned site_messages_open(struct wizard *w);

enum { FAQ_TERMS_MAX = 32, FAQ_RANK_PARTLY = 3 }; /* from this rank on, hits lack a term */

/* The hits of the current search, best first. An empty search finds all answers and then all
 * messages (in the list of the site's messages, only these); without a FAQ nothing is found. If no
 * entry has all terms, words such as 怎么 are left out and 不对 is searched for as 错了; if none
 * has these terms either, entries are found that have at least half of the pairs of characters. End
 * it with faq_search_end(). */
struct faq_search {
	size_t count;
	struct faq_hit *hits; /* owned */
	size_t term_count, needed;
	char *terms[FAQ_TERMS_MAX]; /* owned */
};

void faq_search_begin(struct faq_search *q, const struct wizard *w);
void faq_search_end(struct faq_search *q);

/* How many hits the current search has. */
size_t faq_search_count(const struct wizard *w);

const char *faq_hit_title(const struct wizard *w, struct faq_hit hit);

/* The place where a hit was found, if not in its title: a keyword, the category or a sentence, with
 * the matches between `**`. Owned by the caller; NULL if the title has a match. */
char *faq_hit_sentence(const struct faq_search *q, const struct wizard *w, struct faq_hit hit);

/* Returns text with the matches between `**`, owned by the caller; a plain copy if there are none.
 * is_short: initials are matched as well, as in a title. */
char *faq_search_mark(const struct faq_search *q, const char *text, bool is_short);

#endif
