/* SPDX-License-Identifier: MIT */
/* Recognises placeholders in a recorded name for characters that a system could not hold. */
#ifndef NAME_PLACEHOLDER_H
#define NAME_PLACEHOLDER_H

#include "rules/characters.h"

/* Matches a name against a recorded one in which ?, □, pinyin, components in brackets or a
 * character reference (&#…;) stand for ideographs or for the interpunct. Both are normalised,
 * except the dots of the record. *first: the index of the first such character in both; *length:
 * how many characters of the record stand for it. false: they do not match, and *first and *length
 * are not set. */
bool name_placeholder_match(const struct characters *name, const struct characters *recorded,
			    size_t *first, size_t *length);

/* The length of a description of a character that could not be typed, from index i on: (王+文),
 * ⿰王文, &#x7396;, or text in brackets between two characters or after a single one. 0: none.
 * *dot: it stands for the interpunct, &middot;. */
size_t name_placeholder_described(const struct characters *name, size_t i, bool *dot);

/* True if changing one character of a name of at most 8 makes it match the record with its
 * placeholders. *at: its index in the name; *should: the record's ideograph; both are undefined
 * if it returns false. */
bool name_placeholder_slip(const struct characters *name, const struct characters *recorded,
			   size_t *at, uint32_t *should);

/* The length of a record that is only the beginning of the name, because a system cut it; 0: it
 * is not. Both are normalised; recorded: the record as it was given. */
size_t name_placeholder_cut(const struct characters *name, const struct characters *record,
			    const struct characters *recorded);

/* Replaces character references by the characters that they stand for, if these are known. A name
 * that equals the record after that also matches it by name_placeholder_match(). */
void name_placeholder_decode(struct characters *recorded);

#endif
