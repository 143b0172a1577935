/* SPDX-License-Identifier: MIT */
/* Memory for many small things that go together, and may be personal: wiped when they go. */
#ifndef ARENA_H
#define ARENA_H

#include <stddef.h>

struct arena_block;

/* Start with zeroes. */
struct arena {
	struct arena_block *last;
};

/* size bytes, aligned for anything; they live until arena_wipe(). */
void *arena_take(struct arena *a, size_t size);

/* count things of size bytes, all zeroes. */
void *arena_zeroes(struct arena *a, size_t count, size_t size);

/* Overwrites and frees all that was taken. */
void arena_wipe(struct arena *a);

#endif
