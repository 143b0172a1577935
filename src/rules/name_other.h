/* SPDX-License-Identifier: MIT */
/* Recognises what is typed in place of a name: a word, a masked name, a number, another script. */
#ifndef NAME_OTHER_H
#define NAME_OTHER_H

#include "rules/characters.h"

enum { NAME_DAMAGED = 0xFFFD };

/* True for what replaces a character that a charset lacks. */
static inline bool name_is_lost(uint32_t cp)
{
	return cp == '?' || cp == NAME_DAMAGED;
}

/* Adds a finding for a value that is not a name. given: as it was entered; bare: without blanks and
 * invisible characters, marks folded, at least one character. false: it may be a name. */
bool name_check_other(const struct characters *given, const struct characters *bare,
		      struct findings *out);

/* Adds a finding if characters of the name, as it was entered, are hidden. false: none is, or it
 * has another mistake. */
bool name_check_masked(const struct characters *name, struct findings *out);

#endif
