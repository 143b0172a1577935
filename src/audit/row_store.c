/* SPDX-License-Identifier: MIT */
/* Stored is a bitmap of the words that are not zero, in words, then these words. */
#include "audit/row_store.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

enum { WORD = sizeof(uint64_t), WORD_BITS = 64, FIRST = 1 << 14 };

static size_t map_size(size_t size)
{
	return (size / WORD + WORD_BITS - 1) / WORD_BITS * WORD;
}

/* Not realloc(): it would leave an unwiped copy. */
static void make_space(struct row_store *s, size_t needed)
{
	size_t space = s->space > 0 ? s->space : FIRST;
	unsigned char *bytes;

	while (space < needed)
		space *= 2;
	if (space == s->space)
		return;
	bytes = xmalloc(space);
	if (s->used > 0)
		memcpy(bytes, s->bytes, s->used);
	if (s->bytes != NULL)
		explicit_bzero(s->bytes, s->used);
	free(s->bytes);
	s->bytes = bytes;
	s->space = space;
}

size_t row_store_add(struct row_store *s, const void *item, size_t size)
{
	const char *from = item;
	size_t place = s->used, words = size / WORD;
	unsigned char *map, *to;

	make_space(s, place + map_size(size) + size + WORD);
	map = s->bytes + place;
	to = map + map_size(size);
	for (size_t i = 0; i < words; map += WORD) {
		size_t end = words - i < WORD_BITS ? words : i + WORD_BITS;
		uint64_t bits = 0, word;

		for (size_t bit = 0; i < end; i++, bit++) {
			memcpy(&word, from + i * WORD, WORD);
			if (word == 0)
				continue;
			memcpy(to, &word, WORD);
			bits |= UINT64_C(1) << bit;
			to += WORD;
		}
		memcpy(map, &bits, WORD);
	}
	s->used = (size_t)(to - s->bytes);
	return place;
}

bool row_store_next(const struct row_store *s, size_t *place, void *item, size_t size)
{
	const unsigned char *map = s->bytes + *place, *from = map + map_size(size);
	char *to = item;

	if (*place >= s->used)
		return false;
	memset(item, 0, size);
	for (const unsigned char *end = from; map < end; map += WORD, to += WORD_BITS * WORD) {
		uint64_t bits;

		memcpy(&bits, map, WORD);
		for (; bits != 0; bits &= bits - 1) {
			memcpy(to + __builtin_ctzll(bits) * WORD, from, WORD);
			from += WORD;
		}
	}
	*place = (size_t)(from - s->bytes);
	return true;
}

void row_store_free(struct row_store *s)
{
	if (s->bytes != NULL)
		explicit_bzero(s->bytes, s->used);
	free(s->bytes);
	*s = (struct row_store){ 0 };
}
