/* SPDX-License-Identifier: MIT */
/* Finds a term in a text by its characters, by full pinyin or by the initials of the pinyin. */
#ifndef TEXT_SEARCH_H
#define TEXT_SEARCH_H

#include <stdbool.h>

enum { TEXT_SEARCH_NONE = -1 };

/* How many bytes at the start of text match a term; TEXT_SEARCH_NONE if none do. is_short: initials
 * are searched for as well; in long texts they match everywhere. */
long text_search_here(const char *text, const char *term, bool is_short);

/* True if a term is found anywhere in a text, whose marks of emphasis are ignored. */
bool text_search_in(const char *text, const char *term, bool is_short);

#endif
