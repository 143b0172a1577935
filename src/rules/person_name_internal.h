/* SPDX-License-Identifier: MIT */
/* Kinds of characters in names, for the other rules of names. */
#ifndef PERSON_NAME_INTERNAL_H
#define PERSON_NAME_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/characters.h"

/* A letter of a Latin name, full-width letters too. */
bool name_is_latin(uint32_t cp);
bool name_is_fullwidth_latin(uint32_t cp);

/* A unified ideograph, also 々, 〇 and the twelve in the block of compatibility ideographs. */
bool name_is_ideograph(uint32_t cp);

bool name_is_private(uint32_t cp);

/* The character itself, or the one that it is taken for where it stands: an interpunct between ideographs,
 * an apostrophe, hyphen, comma or full stop between Latin letters. */
uint32_t name_mark(const struct characters *c, size_t i);

/* True for what name_mark() may take for another character. */
bool name_is_mark_lookalike(uint32_t cp);

bool name_has_ideographs(const struct characters *c);

/* Drops what no name holds, and letters from a name of ideographs. */
character_fold name_drop_stray;

/* The bracket or quote that closes this one; 0: it opens none. */
uint32_t name_closing_bracket(uint32_t opening);

#endif
