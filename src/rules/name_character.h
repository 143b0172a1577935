/* SPDX-License-Identifier: MIT */
/* Kinds of characters in names, for the other rules of names. */
#ifndef NAME_CHARACTER_H
#define NAME_CHARACTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/characters.h"

enum {
	INTERPUNCT = 0x00B7,
	NAME_LONG = 5, /* least length of a name that is likely to have an interpunct */
	STROKE_DOT = 0x4E36,
	IDEOGRAPH_ZERO = 0x3007
};

/* True for nearly every character of a name: an ideograph that does not look like a mark. */
static inline bool name_is_plain(uint32_t cp)
{
	return cp >= 0x4E00 && cp <= 0x9FFF && cp != STROKE_DOT;
}

/* True for a common surname that begins no part of a transcribed name: not for 马, 艾, 古 and the
 * like. */
bool name_is_surname(uint32_t cp);

/* True for a letter of a Latin name, also a full-width one. */
bool name_is_latin(uint32_t cp);
bool name_is_fullwidth_latin(uint32_t cp);

/* True for a unified ideograph, also 々, 〇 and the twelve in the block of compatibility
 * ideographs. */
bool name_is_ideograph(uint32_t cp);

bool name_is_private(uint32_t cp);

/* The real character behind a look-alike (Kangxi radical, CJK radical, compatibility ideograph) or
 * a private-use code point of GBK and GB 18030; cp itself when it is none. */
uint32_t name_fold_lookalike(uint32_t cp);
uint32_t name_fold_private(uint32_t cp);

/* True for characters that are mistaken for an interpunct; not for U+00B7 itself. */
bool name_is_dot(uint32_t cp);

/* True if the character belongs in no name; false for blanks, invisible and private-use characters
 * and look-alikes, which have findings of their own. */
bool name_is_foreign(uint32_t cp);

/* The punctuation mark of a Latin name at index i, or the one that a look-alike there stands for;
 * 0: none. */
uint32_t name_latin_mark(const struct characters *c, size_t i);

/* The character at index i, or the one that it stands for there: an interpunct between ideographs,
 * an apostrophe, hyphen, comma or full stop between Latin letters. */
uint32_t name_mark(const struct characters *c, size_t i);

/* True for characters that name_mark() may replace. */
bool name_is_mark_lookalike(uint32_t cp);

bool name_has_ideographs(const struct characters *c);
bool name_is_in_latin(const struct characters *c); /* begins with a letter, has no ideographs */

/* Drops characters that belong in no name, and letters from a name of ideographs. */
character_fold name_drop_foreign;

/* The bracket or quote that closes this one; 0: it opens none. */
uint32_t name_closing_bracket(uint32_t opening);
bool name_is_bracket(uint32_t cp); /* opening or closing, also a quote */

#endif
