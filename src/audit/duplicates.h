/* SPDX-License-Identifier: MIT */
/* Finds which of millions of keys occur more than once. Keeps all of them in memory: nine bytes for
 * a key of up to 47 bits if keys are added in the order of their rows, as in a roster; more for
 * others. Keys are partitioned by their hash so that a part fits into the processor's cache. */
#ifndef DUPLICATES_H
#define DUPLICATES_H

#include <stddef.h>
#include <stdint.h>

enum { DUPLICATES_TAG_MAX = (1 << 23) - 1 };

struct duplicates_entry {
	uint64_t key;
	uint32_t row;
	uint32_t tag; /* for the caller, below DUPLICATES_TAG_MAX */
};

struct duplicates;

struct duplicates *duplicates_new(void);
void duplicates_add(struct duplicates *d, struct duplicates_entry entry);

/* Returns all entries whose key was added more than once; the caller frees them. Entries of one key
 * are together, sorted by row; keys are sorted by their first row. *count: how many entries. */
struct duplicates_entry *duplicates_find(const struct duplicates *d, size_t *count);

/* Wipes and frees it; NULL is allowed. */
void duplicates_free(struct duplicates *d);

#endif
