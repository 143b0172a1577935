/* SPDX-License-Identifier: MIT */
/* Finds words of a list in a text. A list is one string, its words separated by single blanks. */
#ifndef WORDS_H
#define WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum words_place { WORDS_WHOLE, WORDS_START, WORDS_END, WORDS_ANYWHERE };

/* Returns the bytes of the first word of *list that s equals, starts with or ends with; 0: none.
 * Moves *list behind that word. */
size_t words_next(const char *s, const char **list, enum words_place place);

/* The same for a whole list, which must be static. WORDS_ANYWHERE finds a word anywhere in s. */
size_t words_find(const char *s, const char *list, enum words_place place);

/* A set of characters of the basic plane, zeroed before use. A text that has none of the characters
 * of a list need not be searched for its words. */
typedef uint64_t words_set[UINT16_MAX / 64 + 1];

/* Adds the first, the last or all characters of each word of a list. */
enum words_part { WORDS_FIRST, WORDS_LAST, WORDS_ALL };
void words_set_add(words_set set, const char *list, enum words_part part);

static inline bool words_set_has(const words_set set, uint32_t cp)
{
	return cp <= UINT16_MAX && (set[cp / 64] >> cp % 64 & 1) != 0;
}

#endif
