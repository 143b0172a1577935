/* SPDX-License-Identifier: MIT */
/* Cache of sentences: a roster may have many findings, but few different sentences. */
#ifndef SENTENCE_CACHE_H
#define SENTENCE_CACHE_H

#include <stdbool.h>
#include <stddef.h>

#include "rules/finding.h"

/* A finding and its sentence, which the sink keeps as text or by number. */
struct cached_sentence {
	bool made;
	struct finding finding;
	char *text; /* owned by the sink */
	size_t number;
};

enum { SENTENCE_CACHE_SLOTS = 1024 };

/* Holds personal data: wipe it. */
struct sentence_cache {
	bool quotes[FINDING_KIND_COUNT]; /* by kind: the sentence quotes the value */
	struct cached_sentence slots[SENTENCE_CACHE_SLOTS];
};

/* Empties the table, whose texts must be free. how: as for sentence_make(). */
void sentence_cache_init(struct sentence_cache *t, unsigned how);

/* Finds the slot of a finding. Returns true if the slot holds its sentence. If not, the sink must
 * make the sentence and store it there, and free a text that is already there. */
bool sentence_cache_find(struct sentence_cache *t, const struct finding *f,
			 struct cached_sentence **slot);

#endif
