/* SPDX-License-Identifier: MIT */
/* The FAQ and the messages of the site, read from faq.json when needed. */
#ifndef FAQ_H
#define FAQ_H

#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/guide.h"

struct faq_answer {
	const char *id, *question;
	size_t category; /* index */
	struct guide_text text;
	struct guide_text words; /* further words that a search finds it by */
	const char *source, *as_of;
};

/* A message of the site, its meaning, and the ways to deal with it, in order. */
struct faq_site_message {
	const char *id, *message, *meaning;
	struct guide_text ways, words;
	const char *source, *as_of;
};

struct faq {
	struct arena memory; /* owns all strings and arrays below */
	size_t category_count, answer_count;
	const char **categories;
	struct faq_answer *answers;
	size_t site_message_count;
	struct faq_site_message *site_messages;
};

/* Reads a FAQ, owned by the caller. Returns NULL on failure; d has every problem with its place. */
struct faq *faq_load(const char *path, struct diag *d);
/* Reads the FAQ that a guide names, from the folder of the guide. Returns NULL without a problem if
 * the guide names none. */
struct faq *faq_load_beside(const struct guide *g, const char *guide_path, struct diag *d);
void faq_free(struct faq *f); /* NULL is allowed */

#endif
