/* SPDX-License-Identifier: MIT */
/* The answers of the FAQ that a search finds: by their words, or by the initials of their pinyin. */
#ifndef FAQ_SEARCH_H
#define FAQ_SEARCH_H

#include "wizard/wizard.h"

/* Shows the FAQ with an empty search, or the list of the site's messages. Returns a set of enum effect. */
unsigned faq_search_open(struct wizard *w);
unsigned site_messages_open(struct wizard *w);

/* Whether the present search finds an answer; an empty one finds all. w->faq is not NULL. */
bool faq_search_matches(const struct wizard *w, const struct faq_answer *answer);

/* How many it finds, 0 without a FAQ, and the n-th of them, from 0. */
size_t faq_search_count(const struct wizard *w);
const struct faq_answer *faq_search_result(const struct wizard *w, size_t n);

#endif
