/* SPDX-License-Identifier: MIT */
/* The FAQ: the seldom needed part of a guide, read from faq.json when it is asked for. */
#ifndef FAQ_H
#define FAQ_H

#include <stddef.h>

#include "base/arena.h"
#include "base/diag.h"
#include "model/guide.h"

struct faq_answer {
	const char *id, *question;
	size_t category; /* index */
	struct guide_text text, pinyin;
	const char *source, *as_of;
};

/* A message of the real site, what it means, and the ways out in their order. */
struct faq_site_message {
	const char *id, *message, *meaning;
	struct guide_text ways;
	const char *source, *as_of;
};

/* The longest initials that a search is found by. */
enum { PINYIN_MAX = 16 };

struct faq {
	struct arena memory; /* of every string and array below */
	size_t category_count, answer_count;
	const char **categories;
	struct guide_text *pinyin; /* of each category: initials by which it is found */
	struct faq_answer *answers;
	size_t site_message_count;
	struct faq_site_message *site_messages;
};

/* Reads and checks a FAQ, as guide_load() does. Owned by the caller. */
struct faq *faq_load(const char *path, struct diag *d);
/* The FAQ that a guide names, beside the guide's own file; NULL also when it names none. */
struct faq *faq_load_beside(const struct guide *g, const char *guide_path, struct diag *d);
struct faq *faq_parse(const char *bytes, size_t len, struct diag *d);
void faq_free(struct faq *f); /* NULL is allowed */

#endif
