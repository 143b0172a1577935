/* SPDX-License-Identifier: MIT */
/* Finds words of a list in a text. A list is one string, a blank between its words. */
#ifndef WORDS_H
#define WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum words_place { WORDS_WHOLE, WORDS_START, WORDS_END, WORDS_ANYWHERE };

/* The bytes of the first word of *list that s is, starts with or ends in; 0: none. *list goes
 * behind that word. */
size_t words_next(const char *s, const char **list, enum words_place place);

/* The same for a whole list, which is static; or those of a word that stands anywhere in s. */
size_t words_find(const char *s, const char *list, enum words_place place);

/* A set of characters of the basic plane: what has none of them needs no word to be searched.
 * Starts with zeros. */
typedef uint64_t words_set[UINT16_MAX / 64 + 1];

/* Adds of each word of a list one character, or all. */
enum words_part { WORDS_FIRST, WORDS_LAST, WORDS_ALL };
void words_set_add(words_set set, const char *list, enum words_part part);

static inline bool words_set_has(const words_set set, uint32_t cp)
{
	return cp <= UINT16_MAX && (set[cp / 64] >> cp % 64 & 1) != 0;
}

#endif
