/* SPDX-License-Identifier: MIT */
#include "doubles.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

enum { PART_BITS = 10, PARTS = 1 << PART_BITS, CHUNK_FIRST = 14, CHUNK_LATER = 254 };

struct chunk {
	struct chunk *before; /* owned */
	size_t count, room;
	struct doubles_entry entries[];
};

struct doubles {
	struct chunk *parts[PARTS]; /* owned; the newest chunk first */
};

static uint64_t hash(uint64_t key)
{
	return key * 0x9E3779B97F4A7C15U;
}

struct doubles *doubles_new(void)
{
	return xcalloc(1, sizeof(struct doubles));
}

static struct chunk *chunk_new(struct chunk *before)
{
	size_t room = before == NULL ? CHUNK_FIRST : CHUNK_LATER;
	struct chunk *c = xmalloc(sizeof *c + room * sizeof c->entries[0]);

	c->before = before;
	c->count = 0;
	c->room = room;
	return c;
}

void doubles_add(struct doubles *d, struct doubles_entry entry)
{
	struct chunk **part = &d->parts[hash(entry.key) >> (64 - PART_BITS)];

	if (*part == NULL || (*part)->count == (*part)->room)
		*part = chunk_new(*part);
	(*part)->entries[(*part)->count++] = entry;
}

/* A growing list of entries. */
struct list {
	struct doubles_entry *entries;
	size_t count, room;
};

static void list_add(struct list *l, const struct doubles_entry *e)
{
	if (l->count == l->room) {
		l->room = l->room == 0 ? 64 : l->room * 2;
		l->entries = xrealloc(l->entries, l->room * sizeof *l->entries);
	}
	l->entries[l->count++] = *e;
}

static size_t part_count(const struct chunk *c)
{
	size_t count = 0;

	for (; c != NULL; c = c->before)
		count += c->count;
	return count;
}

/* Where keys of one part were first seen: open addressing, never more than half full. */
struct table {
	const struct doubles_entry **slots;
	size_t mask;
	bool *told; /* the first of the slot is in the list */
};

static void look_up(struct table *t, const struct doubles_entry *e, struct list *out)
{
	size_t i = hash(e->key) >> 20 & t->mask;

	while (t->slots[i] != NULL && t->slots[i]->key != e->key)
		i = (i + 1) & t->mask;
	if (t->slots[i] == NULL) {
		t->slots[i] = e;
		return;
	}
	if (!t->told[i])
		list_add(out, t->slots[i]);
	t->told[i] = true;
	list_add(out, e);
}

static void find_in_part(const struct chunk *part, struct list *out)
{
	size_t size = 4, count = part_count(part);
	struct table t;

	while (size < count * 2)
		size *= 2;
	t = (struct table){ xcalloc(size, sizeof *t.slots), size - 1, xcalloc(size, 1) };
	for (const struct chunk *c = part; c != NULL; c = c->before)
		for (size_t i = 0; i < c->count; i++)
			look_up(&t, &c->entries[i], out);
	free(t.slots);
	free(t.told);
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

	for (size_t i = 0; i < PARTS; i++)
		if (d->parts[i] != NULL)
			find_in_part(d->parts[i], &found);
	if (found.count > 0)
		sort(found.entries, found.count);
	*count = found.count;
	return found.entries;
}

void doubles_free(struct doubles *d)
{
	if (d == NULL)
		return;
	for (size_t i = 0; i < PARTS; i++) {
		struct chunk *next;

		for (struct chunk *c = d->parts[i]; c != NULL; c = next) {
			next = c->before;
			explicit_bzero(c->entries, c->count * sizeof c->entries[0]);
			free(c);
		}
	}
	free(d);
}
