/* SPDX-License-Identifier: MIT */
/* Cache of sentences: a roster may have many findings, but few different sentences. */
#ifndef SAID_H
#define SAID_H

#include <stdbool.h>
#include <stddef.h>

#include "rules/finding.h"

/* A finding and its sentence, which the sink keeps as text or by number. */
struct said {
	bool made;
	struct finding finding;
	char *text; /* owned by the sink */
	size_t number;
};

enum { SAID_SLOTS = 1024 };

/* Holds personal data: wipe it. */
struct said_table {
	bool quotes[FINDING_KIND_COUNT]; /* by kind: the sentence quotes the value */
	struct said slots[SAID_SLOTS];
};

/* Initialises a table of zeros. how: as for sentence_make(). */
void said_init(struct said_table *t, unsigned how);

/* Finds the slot of a finding. Returns true if the slot holds its sentence. If not, the sink must
 * make the sentence and store it there, and free a text that is already there. */
bool said_find(struct said_table *t, const struct finding *f, struct said **slot);

#endif
