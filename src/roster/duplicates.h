/* SPDX-License-Identifier: MIT */
/* Which of millions of keys come more than once. Keeps them all: nine bytes each for keys of up to 47 bits in
 * the order of their rows, which is what a roster has; more for others. Parted by their hash, so that each
 * part is gone through within the processor's cache. */
#ifndef DUPLICATES_H
#define DUPLICATES_H

#include <stddef.h>
#include <stdint.h>

enum { DUPLICATES_TAG_MAX = (1 << 23) - 1 };

struct duplicates_entry {
	uint64_t key;
	uint32_t row;
	uint32_t tag; /* the caller's, below DUPLICATES_TAG_MAX */
};

struct duplicates;

struct duplicates *duplicates_new(void);
void duplicates_add(struct duplicates *d, struct duplicates_entry entry);

/* All entries whose key was added more than once, owned by the caller; those of one key together, by
 * row, and the keys by their first row. *count: how many. */
struct duplicates_entry *duplicates_find(const struct duplicates *d, size_t *count);

/* Gives the memory back, and nobody finds a key in it; NULL is allowed. */
void duplicates_free(struct duplicates *d);

#endif
