/* SPDX-License-Identifier: MIT */
/* A value as its characters, each with its place: the input of the rules. */
#ifndef CHARACTERS_H
#define CHARACTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <uchar.h>

#include "rules/finding.h"

/* Returns an ASCII capital as a small letter, any other character as it is. */
static inline uint32_t lower_case(uint32_t cp)
{
	return cp >= 'A' && cp <= 'Z' ? cp + ('a' - 'A') : cp;
}

static inline bool is_ascii_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

static inline bool is_fullwidth_digit(uint32_t cp)
{
	return cp >= 0xFF10 && cp <= 0xFF19;
}

/* True for ASCII and full-width digits. */
static inline bool is_digit(uint32_t cp)
{
	return is_ascii_digit(cp) || is_fullwidth_digit(cp);
}

/* True for letters and signs that are mistaken for 0 or 1. */
bool is_like_digit(uint32_t cp);

static inline bool is_ascii_letter(uint32_t cp)
{
	return lower_case(cp) >= 'a' && lower_case(cp) <= 'z';
}

/* The characters of a value. Holds personal data: call characters_wipe(), unless it is borrowed
 * from another. */
struct characters {
	size_t count;
	size_t *place; /* owned; position in the original value, from 1 */
	uint32_t *cp;  /* code points, in the same block; U+FFFD for an invalid byte */
};

/* Returns what replaces the character at index i: itself, another one, or 0 to drop it. */
typedef uint32_t character_fold(const struct characters *c, size_t i);

struct characters characters_read(const char *s);
struct characters characters_fold(const struct characters *c, character_fold *fold);
struct characters characters_bare(const struct characters *c); /* no blanks, nothing invisible */
void characters_wipe(struct characters *c);

/* The `count` characters from index `from` on, or as many as there are; borrowed from c. */
struct characters characters_part(const struct characters *c, size_t from, size_t count);

bool characters_equal(struct characters a, struct characters b);

/* The first index at which they differ; the count of the shorter one if the other begins with
 * it. */
size_t characters_differ(const struct characters *a, const struct characters *b);

/* The part in which two values differ, between their equal beginnings and ends. */
struct difference {
	size_t first;      /* index in both */
	size_t is, should; /* differing characters of each */
};
struct difference characters_difference(const struct characters *is,
					const struct characters *should);

/* A word as code points, ended by 0. */
enum { CHARACTER_WORD = 10 };
typedef char32_t character_word[CHARACTER_WORD];

/* True if the characters are one of the words; the case of ASCII letters is ignored. */
bool characters_one_of(const struct characters *c, const character_word words[], size_t count);

/* True for the error that a spreadsheet shows for a failed formula: #REF!, Err:502. */
bool characters_are_formula_error(const struct characters *c);

/* True if all are brackets, stops or dashes, which some type instead of a number: ---. */
bool characters_are_marks(const struct characters *c);

/* True for words that mean "no value" in any field: 无, （跳过）, NULL, #REF!. */
bool characters_are_nothing(const struct characters *c);

/* True for the text of a formula with a function: =VLOOKUP(A2,B:C,2,0). */
bool characters_are_formula(const struct characters *c);

/* Folds that several rules share. */
character_fold character_drop_blank, character_drop_invisible;
character_fold character_narrow, character_lower; /* width; case of ASCII */

/* Returns a string of one byte per character: what the fold returns for each, or DEL where that is
 * not ASCII. The fold must drop none. Owned by the caller (xwipe()). */
char *characters_ascii(const struct characters *c, character_fold *fold);

/* The character at index i; 0 after the end. */
uint32_t characters_at(const struct characters *c, size_t i);

/* The index of the first cp from `from` on; the count when there is none. */
size_t characters_find(const struct characters *c, size_t from, uint32_t cp);

/* True if the ASCII word stands at index i. */
bool characters_hold(const struct characters *c, size_t i, const char *word);

/* The place of the character at index i, or of the last one if i is past the end; 0 if there are
 * none. */
size_t characters_place(const struct characters *c, size_t i);

/* The index after the run of characters from index i on for which is() is true. */
static inline size_t characters_run(const struct characters *c, size_t i, bool (*is)(uint32_t cp))
{
	while (i < c->count && is(c->cp[i]))
		i++;
	return i;
}

/* True if is() is true for all characters; how many it is true for. */
static inline bool characters_all(const struct characters *c, bool (*is)(uint32_t cp))
{
	return characters_run(c, 0, is) == c->count;
}
size_t characters_count(const struct characters *c, bool (*is)(uint32_t cp));

/* The part without the characters at either end for which is() is true; borrowed from c. */
struct characters characters_trim(const struct characters *c, bool (*is)(uint32_t cp));

/* The part from the first to the last escape like _x000D_, as spreadsheet libraries write a line
 * break; empty if there is none; borrowed from c. */
struct characters characters_escape(const struct characters *c);

/* Writes what a finding quotes as UTF-8: one character, or as many as fit. */
void character_quote(uint32_t cp, char out[FINDING_TEXT]);
void characters_quote(struct characters c, char out[FINDING_TEXT]);

/* Adds a finding that quotes a part of at least one character, at the place of the part. */
struct finding *characters_report(struct characters part, enum finding_code code,
				  enum finding_kind kind, struct findings *out);

/* Adds a finding for each run of characters for which is() is true. Returns their number. */
size_t characters_report_runs(const struct characters *c, bool (*is)(uint32_t cp),
			      enum finding_code code, enum finding_kind kind, struct findings *out);

/* The same for blanks and for invisible characters. */
void characters_report_unseen(const struct characters *c, enum finding_code blank,
			      enum finding_code invisible, struct findings *out);

#endif
