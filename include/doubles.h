/* SPDX-License-Identifier: MIT */
/* Which of millions of keys come more than once. Keeps them all, sixteen bytes each, parted by their
 * hash so that each part is gone through within the processor's cache. */
#ifndef DOUBLES_H
#define DOUBLES_H

#include <stddef.h>
#include <stdint.h>

struct doubles_entry {
	uint64_t key;
	uint32_t tag, place; /* the caller's */
};

struct doubles;

struct doubles *doubles_new(void);
void doubles_add(struct doubles *d, struct doubles_entry entry);

/* All entries whose key was added more than once, owned by the caller; those of one key together, by
 * place, and the keys by their first place. *count: how many. */
struct doubles_entry *doubles_find(const struct doubles *d, size_t *count);

/* Overwrites and frees the keys; NULL is allowed. */
void doubles_free(struct doubles *d);

#endif
