/* SPDX-License-Identifier: MIT */
#include "doubles.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "xalloc.h"

enum {
	PART_BITS = 11,
	PARTS = 1 << PART_BITS,
	CHUNK = 127,     /* entries, which make 2 KiB with what is before them */
	ARENA = 2 << 20, /* bytes asked for at once: a huge page where the kernel has them */
	SPREAD = 20      /* the bits of a hash that find a slot; the highest find the part */
};

/* All but the newest of a part are full. */
struct chunk {
	struct chunk *before;
	_Alignas(sizeof(struct doubles_entry)) struct doubles_entry entries[CHUNK];
};

/* How many are in a chunk stands here and not there: adding touches one place in memory, not two. */
struct part {
	struct chunk *newest; /* into an arena; NULL: nothing yet */
	size_t count;         /* in it */
};

struct arena {
	struct arena *before; /* owned */
	size_t count;
	struct chunk chunks[];
};

enum { ARENA_CHUNKS = (ARENA - sizeof(struct arena)) / sizeof(struct chunk) };

struct doubles {
	struct arena *arena; /* owned; the newest */
	struct part parts[PARTS];
};

static uint64_t hash(uint64_t key)
{
	return key * 0x9E3779B97F4A7C15U;
}

struct doubles *doubles_new(void)
{
	return xcalloc(1, sizeof(struct doubles));
}

static struct chunk *chunk_new(struct doubles *d, struct chunk *before)
{
	struct arena *arena = d->arena;
	struct chunk *c;

	if (arena == NULL || arena->count == ARENA_CHUNKS) {
		arena = xaligned(ARENA, ARENA);
		madvise(arena, ARENA, MADV_HUGEPAGE); /* slower without, no worse */
		arena->before = d->arena;
		arena->count = 0;
		d->arena = arena;
	}
	c = &arena->chunks[arena->count++];
	c->before = before;
	return c;
}

void doubles_add(struct doubles *d, struct doubles_entry entry)
{
	struct part *part = &d->parts[hash(entry.key) >> (64 - PART_BITS)];

	if (part->newest == NULL || part->count == CHUNK) {
		part->newest = chunk_new(d, part->newest);
		part->count = 0;
	}
	part->newest->entries[part->count++] = entry;
}

/* A growing list of entries. */
struct list {
	struct doubles_entry *entries;
	size_t count, room;
};

/* Not realloc: it would leave a copy behind. */
static void list_grow(struct list *l)
{
	size_t used = l->count * sizeof *l->entries;
	struct doubles_entry *larger;

	l->room = l->room == 0 ? 64 : l->room * 2;
	larger = xcalloc(l->room, sizeof *larger);
	if (used > 0) {
		memcpy(larger, l->entries, used);
		explicit_bzero(l->entries, used);
	}
	free(l->entries);
	l->entries = larger;
}

static void list_add(struct list *l, const struct doubles_entry *e)
{
	if (l->count == l->room)
		list_grow(l);
	l->entries[l->count++] = *e;
}

/* The entries of one part by number, and where their keys were first seen: open addressing, never more
 * than half full. */
struct table {
	const struct chunk **chunks; /* owned */
	size_t chunk_room;
	uint64_t *slots; /* owned; see slot_of() */
	size_t size;     /* of them: a power of two */
};

enum { SLOT_LISTED = 1, SLOT_SHIFT = 1 };

/* Half of the key's hash, the number of the entry from 1, and whether that one is in the list of doubles;
 * 0: empty. One word, so that hardly ever is anything else looked at. */
static uint64_t slot_of(uint64_t hash, size_t number)
{
	return (hash & 0xFFFFFFFF00000000U) | (uint64_t)(uint32_t)number << SLOT_SHIFT;
}

static const struct doubles_entry *entry_of(const struct table *t, uint64_t slot)
{
	size_t i = ((uint32_t)slot >> SLOT_SHIFT) - 1;

	return &t->chunks[i / CHUNK]->entries[i % CHUNK];
}

static void look_up(struct table *t, const struct doubles_entry *e, size_t number, struct list *out)
{
	uint64_t h = hash(e->key), new = slot_of(h, number), *slot;
	size_t mask = t->size - 1, i = h >> SPREAD & mask;

	for (; *(slot = &t->slots[i]) != 0; i = (i + 1) & mask)
		if ((*slot ^ new) >> 32 == 0 && entry_of(t, *slot)->key == e->key)
			break;
	if (*slot == 0) {
		*slot = new;
		return;
	}
	if ((*slot & SLOT_LISTED) == 0)
		list_add(out, entry_of(t, *slot));
	*slot |= SLOT_LISTED;
	list_add(out, e);
}

static void wipe_slots(struct table *t)
{
	if (t->size > 0)
		explicit_bzero(t->slots, t->size * sizeof *t->slots);
	free(t->slots);
}

/* Returns how many chunks there are: all but the first are full. */
static size_t take_part(struct table *t, const struct part *part)
{
	size_t chunks = 0, size = 64;

	for (const struct chunk *c = part->newest; c != NULL; c = c->before) {
		if (chunks == t->chunk_room) {
			t->chunk_room = 2 * t->chunk_room + 64;
			t->chunks = xrealloc(t->chunks, t->chunk_room * sizeof *t->chunks);
		}
		t->chunks[chunks++] = c;
	}
	while (size < chunks * CHUNK * 2)
		size *= 2;
	if (size > t->size) {
		wipe_slots(t);
		t->slots = xmalloc(size * sizeof *t->slots);
		t->size = size;
	}
	memset(t->slots, 0, t->size * sizeof *t->slots);
	return chunks;
}

static void find_in_part(struct table *t, const struct part *part, struct list *out)
{
	size_t chunks = take_part(t, part), count = part->count;

	for (size_t c = 0; c < chunks; c++, count = CHUNK)
		for (size_t i = 0; i < count; i++)
			look_up(t, &t->chunks[c]->entries[i], c * CHUNK + i + 1, out);
}

static int compare(uint64_t a, uint64_t b)
{
	return (a > b) - (a < b);
}

static int by_key(const void *a, const void *b)
{
	const struct doubles_entry *x = a, *y = b;

	return x->key != y->key ? compare(x->key, y->key) : compare(x->place, y->place);
}

/* An entry, and the first place of its key. */
struct placed {
	uint32_t first;
	struct doubles_entry entry;
};

static int by_place(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	return x->first != y->first ? compare(x->first, y->first)
				    : compare(x->entry.place, y->entry.place);
}

static void sort(struct doubles_entry *entries, size_t count)
{
	struct placed *placed = xcalloc(count, sizeof *placed);

	qsort(entries, count, sizeof *entries, by_key);
	for (size_t i = 0; i < count; i++) {
		bool same = i > 0 && entries[i].key == entries[i - 1].key;

		placed[i] = (struct placed){ same ? placed[i - 1].first : entries[i].place,
					     entries[i] };
	}
	qsort(placed, count, sizeof *placed, by_place);
	for (size_t i = 0; i < count; i++)
		entries[i] = placed[i].entry;
	explicit_bzero(placed, count * sizeof *placed);
	free(placed);
}

struct doubles_entry *doubles_find(const struct doubles *d, size_t *count)
{
	struct list found = { 0 };
	struct table t = { 0 };

	for (size_t i = 0; i < PARTS; i++)
		if (d->parts[i].newest != NULL)
			find_in_part(&t, &d->parts[i], &found);
	wipe_slots(&t);
	free(t.chunks);
	if (found.count > 0)
		sort(found.entries, found.count);
	*count = found.count;
	return found.entries;
}

void doubles_free(struct doubles *d)
{
	struct arena *before;

	if (d == NULL)
		return;
	for (struct arena *arena = d->arena; arena != NULL; arena = before) {
		before = arena->before;
		explicit_bzero(arena->chunks, arena->count * sizeof arena->chunks[0]);
		free(arena);
	}
	free(d);
}
