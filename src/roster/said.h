/* SPDX-License-Identifier: MIT */
/* Sentences that were made before: the findings of a roster, however many, have few. */
#ifndef SAID_H
#define SAID_H

#include <stdbool.h>
#include <stddef.h>

#include "rules/finding.h"

/* What one of the last findings says; as the sink keeps it. */
struct said {
	bool made;
	struct finding finding;
	char *text; /* the sink's */
	size_t number;
};

enum { SAID_SLOTS = 1024 };

/* Holds personal data: wipe it. */
struct said_table {
	bool quotes[FINDING_KIND_COUNT]; /* the sentence holds characters of the value */
	struct said slots[SAID_SLOTS];
};

/* how: as of sentence_make(). */
void said_init(struct said_table *t, unsigned how);

/* The slot of a finding; true if what stands there is what it says. If not, the sink makes the sentence, and puts it
 * there in the place of what may be there. */
bool said_find(struct said_table *t, const struct finding *f, struct said **slot);

#endif
