/* SPDX-License-Identifier: MIT */
/* A value as its characters, each with its place: what the rules look at. */
#ifndef CHARACTERS_H
#define CHARACTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <uchar.h>

#include "rules/finding.h"

/* A capital of ASCII as a small letter. */
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

/* Of either width. */
static inline bool is_digit(uint32_t cp)
{
	return is_ascii_digit(cp) || is_fullwidth_digit(cp);
}

/* Letters and signs that are taken for 0 or 1. */
bool is_like_digit(uint32_t cp);

static inline bool is_ascii_letter(uint32_t cp)
{
	return lower_case(cp) >= 'a' && lower_case(cp) <= 'z';
}

/* Holds personal data: wipe it, if it is not a part of another. */
struct characters {
	size_t count;
	size_t *place; /* owned; in the value as it was given, from 1 */
	uint32_t *cp;  /* in the same block; a byte that is no UTF-8 is U+FFFD */
};

/* What stands for the character at index i: itself, another, or 0 for nothing. */
typedef uint32_t character_fold(const struct characters *c, size_t i);

struct characters characters_read(const char *s);
struct characters characters_fold(const struct characters *c, character_fold *fold);
struct characters characters_bare(const struct characters *c); /* no blanks, nothing invisible */
void characters_wipe(struct characters *c);

/* The `count` characters from index `from` on, or as many as there are; borrowed from c. */
struct characters characters_part(const struct characters *c, size_t from, size_t count);

bool characters_equal(struct characters a, struct characters b);

/* The first index at which they differ; the shorter one's count when there is none before it. */
size_t characters_differ(const struct characters *a, const struct characters *b);

/* Where two values differ: what stands between their equal beginnings and ends. */
struct difference {
	size_t first;      /* index in both */
	size_t is, should; /* characters of the one and of the other */
};
struct difference characters_difference(const struct characters *is,
					const struct characters *should);

/* A word as its code points; 0 ends it. */
enum { CHARACTER_WORD = 10 };
typedef char32_t character_word[CHARACTER_WORD];

/* True if they are one of the words. The case of ASCII is ignored. */
bool characters_one_of(const struct characters *c, const character_word words[], size_t count);

/* True for what a spreadsheet shows of a formula that fails: #REF!. */
bool characters_are_formula_error(const struct characters *c);

/* True for brackets, stops and dashes alone, which stand for no number: ---. */
bool characters_are_marks(const struct characters *c);

/* True for what stands for nothing in any field: 无, （跳过）, NULL, #REF!. */
bool characters_are_nothing(const struct characters *c);

/* What several rules fold alike. */
character_fold character_drop_blank, character_drop_invisible;
character_fold character_narrow, character_lower; /* width; case of ASCII */

/* A copy of one byte a character, owned by the caller (xwipe()): what the fold, which drops none,
 * makes of each; DEL if that is not ASCII. */
char *characters_ascii(const struct characters *c, character_fold *fold);

/* The character at index i; 0 after the end. */
uint32_t characters_at(const struct characters *c, size_t i);

/* The index of the first cp from `from` on; the count when there is none. */
size_t characters_find(const struct characters *c, size_t from, uint32_t cp);

/* True if the ASCII word stands at index i. */
bool characters_hold(const struct characters *c, size_t i, const char *word);

/* The place to show for index i: that of the last character when i is after the end. */
size_t characters_place(const struct characters *c, size_t i);

/* The end of the run of characters of one kind that starts at index i. */
size_t characters_run(const struct characters *c, size_t i, bool (*is)(uint32_t cp));

/* Whether all are of one kind; how many are. */
bool characters_all(const struct characters *c, bool (*is)(uint32_t cp));
size_t characters_count(const struct characters *c, bool (*is)(uint32_t cp));

/* The part without those of one kind at either end; borrowed from c. */
struct characters characters_trim(const struct characters *c, bool (*is)(uint32_t cp));

/* _x000D_, as a library for spreadsheets writes a line break, up to the last of several; of no
 * characters if there is none; borrowed from c. */
struct characters characters_escape(const struct characters *c);

/* Writes as UTF-8 what a finding quotes: one character, or as many as fit. */
void character_quote(uint32_t cp, char out[FINDING_TEXT]);
void characters_quote(struct characters c, char out[FINDING_TEXT]);

/* Adds a finding of a part of at least one character, at its place, which it quotes. */
struct finding *characters_report(struct characters part, enum finding_code code,
				  enum finding_kind kind, struct findings *out);

/* Adds a finding for each run of characters of one kind. Returns how many characters that are. */
size_t characters_report_runs(const struct characters *c, bool (*is)(uint32_t cp),
			      enum finding_code code, enum finding_kind kind, struct findings *out);

/* The same for blanks and for invisible characters. */
void characters_report_unseen(const struct characters *c, enum finding_code blank,
			      enum finding_code invisible, struct findings *out);

#endif
