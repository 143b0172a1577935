/* SPDX-License-Identifier: MIT */
/* What stands where a name belongs, and is none: a word, a masked name, a number, another script. */
#ifndef NAME_OTHER_H
#define NAME_OTHER_H

#include "rules/characters.h"

enum { NAME_DAMAGED = 0xFFFD };

/* What a character becomes where a charset lacks it. */
static inline bool name_is_lost(uint32_t cp)
{
	return cp == '?' || cp == NAME_DAMAGED;
}

/* Adds what stands in the place of a name. given: as it was entered; bare: without blanks and invisible
 * characters, marks folded, at least one character. false: it may be a name. */
bool name_check_other(const struct characters *given, const struct characters *bare,
		      struct findings *out);

/* Adds that characters of the name, as it was entered, are hidden; false: none is, or another mistake is in it. */
bool name_check_masked(const struct characters *name, struct findings *out);

#endif
