/* SPDX-License-Identifier: MIT */
/* Stored is a bitmap of the words that are not zero, then these words. */
#include "roster/row_store.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"

enum { WORD = sizeof(uint64_t), FIRST = 1 << 14 };

static size_t map_size(size_t size)
{
	return (size / WORD + 7) / 8;
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
	size_t place = s->used;
	unsigned char *map, *to;

	make_space(s, place + map_size(size) + size);
	map = s->bytes + place;
	to = map + map_size(size);
	memset(map, 0, map_size(size));
	for (size_t i = 0; i < size / WORD; i++) {
		uint64_t word;

		memcpy(&word, (const char *)item + i * WORD, WORD);
		if (word == 0)
			continue;
		map[i / 8] |= (unsigned char)(1U << i % 8);
		memcpy(to, &word, WORD);
		to += WORD;
	}
	s->used = (size_t)(to - s->bytes);
	return place;
}

bool row_store_next(const struct row_store *s, size_t *place, void *item, size_t size)
{
	const unsigned char *map = s->bytes + *place, *from = map + map_size(size);

	if (*place >= s->used)
		return false;
	memset(item, 0, size);
	for (size_t i = 0; i < size / WORD; i++) {
		if ((map[i / 8] >> i % 8 & 1) == 0)
			continue;
		memcpy((char *)item + i * WORD, from, WORD);
		from += WORD;
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
