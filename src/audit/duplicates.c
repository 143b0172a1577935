/* SPDX-License-Identifier: MIT */
#include "audit/duplicates.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/xalloc.h"

/* An entry is a word: the bits of the key's hash that the number of its part does not imply, then
 * the tag. A byte beside it holds how many rows it is after the part's previous entry: about 64 if
 * each row has a key. */
enum {
	KEY_BITS = 47,
	PART_BITS = 6, /* each part is a write stream: as many as the first-level cache holds */
	PARTS = 1 << PART_BITS,
	TAG_BITS = 64 - (KEY_BITS - PART_BITS),
	JUMP = DUPLICATES_TAG_MAX, /* in place of a tag: the word is a row to count on from */
	LINE = 64,                 /* bytes of a cache line; the next one is prefetched */
	CHUNK = 453,               /* entries: a chunk is 4 KiB */
	SLAB = 2 << 20             /* bytes mapped at once: a huge page, if the kernel has them */
};

#define KEY_MASK ((UINT64_C(1) << KEY_BITS) - 1)
#define TAG_MASK ((UINT64_C(1) << TAG_BITS) - 1)
_Static_assert(TAG_MASK == DUPLICATES_TAG_MAX, "the tag fills what the key leaves");

/* Multiplying by an odd number modulo a power of two is a hash without collisions; multiplying by
 * its inverse gives the key back. */
#define FACTOR UINT64_C(0x9E3779B97F4A7C15)
#define INVERSE UINT64_C(0xF1DE83E19937733D)
_Static_assert(1 == FACTOR * INVERSE, "each undoes the other");

struct chunk {
	struct chunk *next; /* all but the last of a part are full */
	uint64_t words[CHUNK];
	uint8_t rows[CHUNK]; /* rows after the previous entry; 0 after a jump */
};

struct part {
	struct chunk *first, *last; /* into a slab; NULL: none yet */
	uint32_t count;             /* entries in the last chunk */
	uint32_t row;               /* of the newest entry */
	size_t chunks;
};

struct slab {
	struct slab *before; /* owned */
	size_t count;
	struct chunk chunks[];
};

enum { SLAB_CHUNKS = (SLAB - sizeof(struct slab)) / sizeof(struct chunk) };

/* A growing list of entries. */
struct list {
	struct duplicates_entry *entries;
	size_t count, capacity;
};

struct duplicates {
	struct slab *slab; /* owned; the newest */
	struct part parts[PARTS];
	struct list wide; /* keys above KEY_BITS: rare in a roster */
};

/* Does not use realloc(), which would leave a copy in freed memory. */
static void list_grow(struct list *l)
{
	size_t used = l->count * sizeof *l->entries;
	struct duplicates_entry *larger;

	l->capacity = l->capacity == 0 ? 64 : l->capacity * 2;
	larger = xcalloc(l->capacity, sizeof *larger);
	if (used > 0) {
		memcpy(larger, l->entries, used);
		explicit_bzero(l->entries, used);
	}
	free(l->entries);
	l->entries = larger;
}

static void list_add(struct list *l, const struct duplicates_entry *e)
{
	if (l->count == l->capacity)
		list_grow(l);
	l->entries[l->count++] = *e;
}

static void list_wipe(struct list *l)
{
	if (l->count > 0)
		explicit_bzero(l->entries, l->count * sizeof *l->entries);
	free(l->entries);
}

struct duplicates *duplicates_new(void)
{
	struct duplicates *d = xcalloc(1, sizeof *d);

	for (size_t i = 0; i < PARTS; i++)
		d->parts[i].count = CHUNK; /* full, so that the first entry adds a chunk */
	return d;
}

static struct slab *add_slab(struct duplicates *d)
{
	struct slab *slab =
		mmap(NULL, SLAB, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (slab == MAP_FAILED)
		xalloc_die();
	madvise(slab, SLAB, MADV_HUGEPAGE); /* failure only costs speed */
	slab->before = d->slab;
	return d->slab = slab;
}

static void add_chunk(struct duplicates *d, struct part *part)
{
	struct slab *slab = d->slab;
	struct chunk *c;

	if (slab == NULL || slab->count == SLAB_CHUNKS)
		slab = add_slab(d);
	c = &slab->chunks[slab->count++];
	if (part->last != NULL)
		part->last->next = c;
	else
		part->first = c;
	part->last = c;
	part->count = 0;
	part->chunks++;
}

static inline void put(struct part *part, uint64_t word, uint32_t rows)
{
	part->last->words[part->count] = word;
	__builtin_prefetch((void *)((uintptr_t)&part->last->words[part->count] + LINE), 1);
	part->last->rows[part->count++] = (uint8_t)rows;
}

/* Handles the rare cases, kept out of the fast path: a wide key, a full chunk, a jump. Then adds
 * the entry. */
static __attribute__((noinline)) void add_slow(struct duplicates *d, struct part *part,
					       struct duplicates_entry entry)
{
	if (entry.key > KEY_MASK) {
		list_add(&d->wide, &entry);
		return;
	}
	if (part->count == CHUNK) {
		add_chunk(d, part);
	} else {
		put(part, (uint64_t)entry.row << TAG_BITS | JUMP, 0);
		part->row = entry.row;
	}
	duplicates_add(d, entry);
}

void duplicates_add(struct duplicates *d, struct duplicates_entry entry)
{
	uint64_t hash = entry.key * FACTOR & KEY_MASK;
	struct part *part = &d->parts[hash >> (KEY_BITS - PART_BITS)];
	uint32_t rows = entry.row - part->row;

	if (entry.key > KEY_MASK || rows > UINT8_MAX || part->count == CHUNK) {
		add_slow(d, part, entry);
		return;
	}
	part->row = entry.row;
	put(part, hash << TAG_BITS | entry.tag, rows); /* the shift drops the part's bits */
}

/* One bit for each hash that was seen, and one for each that was seen again. There are at least
 * eight times as many bits as entries, so that few different hashes share one. */
struct filter {
	uint64_t *seen, *again; /* owned, one behind the other */
	size_t capacity;        /* words of each */
	unsigned shift;         /* a hash shifted right by it is the number of a bit */
};

static void filter_wipe(struct filter *s)
{
	if (s->capacity > 0)
		explicit_bzero(s->seen, 2 * s->capacity * sizeof *s->seen);
	free(s->seen);
}

/* Clears the filter and sizes it for count entries. */
static void filter_clear(struct filter *s, size_t count)
{
	size_t words = 1;

	for (s->shift = 64 - 6; words * 8 < count; s->shift--)
		words *= 2;
	if (words > s->capacity) {
		filter_wipe(s);
		s->seen = xmalloc(2 * words * sizeof *s->seen);
		s->capacity = words;
	}
	s->again = s->seen + words;
	memset(s->seen, 0, 2 * words * sizeof *s->seen);
}

static inline void filter_put(struct filter *s, uint64_t hash)
{
	uint64_t at = hash >> s->shift, bit = UINT64_C(1) << (at & 63);

	s->again[at >> 6] |= s->seen[at >> 6] & bit;
	s->seen[at >> 6] |= bit;
}

static inline bool filter_holds(const struct filter *s, uint64_t hash)
{
	uint64_t at = hash >> s->shift;

	return (s->again[at >> 6] >> (at & 63) & 1) != 0;
}

/* Two odd numbers without a pattern. */
#define FACTOR_1 UINT64_C(0xD6E8FEB86659FD93)
#define FACTOR_2 UINT64_C(0xA0761D6478BD642F)

static inline uint64_t mixed(uint64_t key, uint64_t factor)
{
	return (key ^ key >> 29) * factor;
}

/* Adds to out the entries whose key may occur twice. */
static void filter_list(struct filter *s, const struct list *l, uint64_t factor, struct list *out)
{
	filter_clear(s, l->count);
	for (size_t i = 0; i < l->count; i++)
		filter_put(s, mixed(l->entries[i].key, factor));
	for (size_t i = 0; i < l->count; i++)
		if (filter_holds(s, mixed(l->entries[i].key, factor)))
			list_add(out, &l->entries[i]);
}

static size_t count_in(const struct part *part, const struct chunk *c)
{
	return c == part->last ? part->count : CHUNK;
}

/* Like filter_list(), for the entries of a part, whose words begin with a hash. number: of the
 * part. */
static void filter_part(struct filter *s, const struct part *part, uint64_t number,
			struct list *out)
{
	uint32_t row = 0;

	filter_clear(s, part->chunks * CHUNK);
	for (const struct chunk *c = part->first; c != NULL; c = c->next)
		for (size_t i = 0, count = count_in(part, c); i < count; i++)
			filter_put(s, c->words[i]);
	for (const struct chunk *c = part->first; c != NULL; c = c->next)
		for (size_t i = 0, count = count_in(part, c); i < count; i++) {
			uint64_t word = c->words[i], tag = word & TAG_MASK;
			uint64_t hash = number << (KEY_BITS - PART_BITS) | word >> TAG_BITS;

			if (tag == JUMP) {
				row = (uint32_t)(word >> TAG_BITS);
				continue;
			}
			row += c->rows[i];
			if (filter_holds(s, word))
				list_add(out, &(struct duplicates_entry){ hash * INVERSE & KEY_MASK,
									  row, (uint32_t)tag });
		}
}

static int compare(uint64_t a, uint64_t b)
{
	return (a > b) - (a < b);
}

static int by_key(const void *a, const void *b)
{
	const struct duplicates_entry *x = a, *y = b;

	return x->key != y->key ? compare(x->key, y->key) : compare(x->row, y->row);
}

/* An entry, and the first row of its key. */
struct placed {
	uint32_t first;
	struct duplicates_entry entry;
};

static int by_row(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	return x->first != y->first ? compare(x->first, y->first)
				    : compare(x->entry.row, y->entry.row);
}

/* Sorts as duplicates_find() promises, and drops keys that occur only once. */
static void sort(struct list *l)
{
	struct placed *placed = xcalloc(l->count, sizeof *placed);
	struct duplicates_entry *e = l->entries;
	size_t kept = 0, first = 0;

	qsort(e, l->count, sizeof *e, by_key);
	for (size_t i = 0; i < l->count; i++) {
		first = i > 0 && e[i].key == e[i - 1].key ? first : i;
		if (first < i || (i + 1 < l->count && e[i].key == e[i + 1].key))
			placed[kept++] = (struct placed){ e[first].row, e[i] };
	}
	qsort(placed, kept, sizeof *placed, by_row);
	for (size_t i = 0; i < kept; i++)
		e[i] = placed[i].entry;
	explicit_bzero(placed, kept * sizeof *placed);
	explicit_bzero(e + kept, (l->count - kept) * sizeof *e);
	free(placed);
	l->count = kept;
}

struct duplicates_entry *duplicates_find(const struct duplicates *d, size_t *count)
{
	struct list found = { 0 }, few = { 0 };
	struct filter s = { 0 };

	filter_list(&s, &d->wide, FACTOR_1, &few);
	filter_list(&s, &few, FACTOR_2, &found);
	for (size_t i = 0; i < PARTS; i++) {
		few.count = 0;
		filter_part(&s, &d->parts[i], i, &few);
		filter_list(&s, &few, FACTOR_2, &found);
	}
	few.count = few.capacity;
	list_wipe(&few);
	filter_wipe(&s);
	if (found.count > 0)
		sort(&found);
	*count = found.count;
	return found.entries;
}

void duplicates_free(struct duplicates *d)
{
	struct slab *before;

	if (d == NULL)
		return;
	for (struct slab *slab = d->slab; slab != NULL; slab = before) {
		before = slab->before;
		munmap(slab, SLAB); /* the kernel clears it */
	}
	list_wipe(&d->wide);
	free(d);
}
