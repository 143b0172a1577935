/* SPDX-License-Identifier: MIT */
/* Finds words of a list in a text. A list is one string, a blank between its words. */
#ifndef WORDS_H
#define WORDS_H

#include <stdbool.h>
#include <stddef.h>

enum words_place { WORDS_WHOLE, WORDS_START, WORDS_END, WORDS_ANYWHERE };

/* False if the first character of s stands in no word of a list: so it is with most. */
bool words_hold_first(const char *s, const char *list);

/* The bytes of the first word of *list that s is, starts with, ends in or holds; 0: none. *list goes
 * behind that word. */
size_t words_next(const char *s, const char **list, enum words_place place);

/* The same for a whole list. */
size_t words_find(const char *s, const char *list, enum words_place place);

#endif
