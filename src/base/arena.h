/* SPDX-License-Identifier: MIT */
/* Allocates many small objects that are wiped and freed together, as they may be personal data. */
#ifndef ARENA_H
#define ARENA_H

#include <stddef.h>

struct arena_block;

/* Initialised by zeroes. */
struct arena {
	struct arena_block *last;
};

/* Returns size bytes, aligned for any type and valid until arena_wipe(). */
void *arena_take(struct arena *a, size_t size);

/* Like arena_take(), for count objects of size bytes, set to zero. */
void *arena_zeroes(struct arena *a, size_t count, size_t size);

/* Overwrites and frees everything; the arena can be used again. */
void arena_wipe(struct arena *a);

#endif
