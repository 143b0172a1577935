/* SPDX-License-Identifier: MIT */
#include "table/words.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"

/* Finds the first character of s in a list, by its first three bytes; begins: at the start of a
 * word. NULL: not found. */
static const char *find_first(const char *list, const char *s, bool begins)
{
	unsigned char lead = (unsigned char)*s;
	char first[5] = " ";
	size_t len = 0;

	for (; len < (lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3) && s[len] != '\0'; len++)
		first[1 + len] = s[len];
	if (len == 0 || (begins && strncmp(list, s, len) == 0))
		return len == 0 ? NULL : list;
	list = strstr(list, begins ? first : first + 1);
	return list == NULL || !begins ? list : list + 1;
}

/* The offset of the last character of s. */
static size_t last_character(const char *s, size_t len)
{
	while (len > 0 && ((unsigned char)s[--len] & 0xC0) == 0x80)
		;
	return len;
}

/* Looks only at words that contain the first character of s or, for WORDS_END, the last. */
size_t words_next(const char *s, const char **list, enum words_place place)
{
	const char *from = *list, *word, *end;
	size_t len = strlen(s), bytes;
	const char *shared = place == WORDS_END ? s + last_character(s, len) : s;

	for (const char *at = from; (at = find_first(at, shared, place != WORDS_END)) != NULL;
	     at = *list) {
		for (word = at; word > from && word[-1] != ' ';)
			word--;
		end = strchrnul(at, ' ');
		bytes = (size_t)(end - word);
		*list = end + (*end == ' ');
		if ((place == WORDS_WHOLE ? bytes == len : bytes <= len) &&
		    memcmp(place == WORDS_END ? s + len - bytes : s, word, bytes) == 0)
			return bytes;
	}
	return 0;
}

/* The characters that begin and that end the words of a list, as bits at their hashes. */
enum { EDGE_BITS = 2048 };
struct edges {
	const char *list;
	uint64_t begin[EDGE_BITS / 64], end[EDGE_BITS / 64];
};

/* The hash of the character at s, of its first three bytes. */
static inline unsigned hash_at(const char *s)
{
	const unsigned char *u = (const unsigned char *)s;
	uint32_t bytes = u[0];

	if (u[0] >= 0x80)
		bytes |= (uint32_t)u[1] << 8;
	if (u[0] >= 0xE0 && u[1] != '\0')
		bytes |= (uint32_t)u[2] << 16;
	return bytes * 0x9E3779B1U >> 21; /* below EDGE_BITS */
}

static inline bool has_bit(const uint64_t *bits, unsigned hash)
{
	return (bits[hash / 64] >> hash % 64 & 1) != 0;
}

static void make_edges(struct edges *e, const char *list)
{
	e->list = list;
	for (const char *word = list, *end; *word != '\0'; word = end + (*end == ' ')) {
		unsigned first = hash_at(word), last;

		end = strchrnul(word, ' ');
		last = hash_at(word + last_character(word, (size_t)(end - word)));
		e->begin[first / 64] |= UINT64_C(1) << first % 64;
		e->end[last / 64] |= UINT64_C(1) << last % 64;
	}
}

/* The edges of a list, made when the list is first searched and kept by its address, as all lists
 * are static. NULL: no room for them. */
static const struct edges *edges_of(const char *list)
{
	enum { LISTS = 512, PROBES = 8 };
	static struct edges all[LISTS]; /* in the order of their first use: few pages are touched */
	static uint16_t count,
		places[LISTS]; /* places: by the hash, index in all plus 1; 0: free */
	size_t start = (uint32_t)(uintptr_t)list * 0x9E3779B1U >> 23;

	for (size_t i = 0; i < PROBES; i++) {
		uint16_t *place = &places[(start + i) % LISTS];

		if (*place == 0) {
			make_edges(&all[count], list);
			*place = ++count;
		}
		if (all[*place - 1].list == list)
			return &all[*place - 1];
	}
	return NULL;
}

/* Compares words only where one may begin or end, which is rare. */
size_t words_find(const char *s, const char *list, enum words_place place)
{
	const struct edges *e = edges_of(list);
	size_t len = place == WORDS_START || place == WORDS_ANYWHERE ? 0 : strlen(s), bytes = 0;
	const char *last = s + last_character(s, len), *at = place == WORDS_END ? last : s;

	while (*at != '\0' && bytes == 0) {
		const char *rest = list;

		if (e == NULL || ((place == WORDS_END || has_bit(e->begin, hash_at(at))) &&
				  (len == 0 || has_bit(e->end, hash_at(last)))))
			bytes = words_next(place == WORDS_END ? s : at, &rest,
					   place == WORDS_ANYWHERE ? WORDS_START : place);
		if (place != WORDS_ANYWHERE)
			break;
		while (((unsigned char)*++at & 0xC0) == 0x80)
			;
	}
	return bytes;
}

void words_set_add(words_set set, const char *list, enum words_part part)
{
	uint32_t cp, before = ' ';

	for (size_t step; (step = text_decode(list, strnlen(list, 4), &cp)) > 0; list += step) {
		bool last = list[step] == ' ' || list[step] == '\0';

		if (cp != ' ' && cp <= UINT16_MAX &&
		    (part == WORDS_ALL || (part == WORDS_FIRST ? before == ' ' : last)))
			set[cp / 64] |= UINT64_C(1) << cp % 64;
		before = cp;
	}
}
