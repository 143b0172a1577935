/* SPDX-License-Identifier: MIT */
/* Allocates many small objects that are freed together, and wiped: they may be personal. */
#ifndef ARENA_H
#define ARENA_H

#include <stddef.h>

struct arena_block;

/* Initialised by zeroes. */
struct arena {
	struct arena_block *last;
};

/* size bytes, aligned for any type, valid until arena_wipe(). */
void *arena_take(struct arena *a, size_t size);

/* The same for count objects of size bytes, all zero. */
void *arena_zeroes(struct arena *a, size_t count, size_t size);

/* Overwrites and frees everything; the arena can be used again. */
void arena_wipe(struct arena *a);

#endif
