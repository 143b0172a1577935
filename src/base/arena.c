/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

/* Whole pages, less room for the headers of the block and of malloc(). */
enum { BLOCK_BYTES = 8 * 1024 - 64 };

struct arena_block {
	struct arena_block *before;
	size_t used, capacity; /* bytes */
	alignas(max_align_t) char bytes[];
};

static struct arena_block *add_block(struct arena *a, size_t capacity)
{
	struct arena_block *block = xmalloc(sizeof *block + capacity);

	*block = (struct arena_block){ .before = a->last, .capacity = capacity };
	return a->last = block;
}

void *arena_take(struct arena *a, size_t size)
{
	const size_t align = alignof(max_align_t);
	struct arena_block *block = a->last;
	void *taken;

	size = (size + align - 1) / align * align;
	if (block == NULL || block->capacity - block->used < size)
		block = add_block(a, size > BLOCK_BYTES ? size : BLOCK_BYTES);
	taken = block->bytes + block->used;
	block->used += size;
	return taken;
}

void *arena_zeroes(struct arena *a, size_t count, size_t size)
{
	return memset(arena_take(a, count * size), 0, count * size);
}

void arena_wipe(struct arena *a)
{
	while (a->last != NULL) {
		struct arena_block *block = a->last;

		a->last = block->before;
		explicit_bzero(block->bytes, block->used);
		free(block);
	}
}
