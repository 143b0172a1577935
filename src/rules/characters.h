/* SPDX-License-Identifier: MIT */
/* A value as its characters, each with its place: what the rules look at. */
#ifndef CHARACTERS_H
#define CHARACTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/finding.h"

/* Holds personal data: wipe it. */
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

bool characters_equal(const struct characters *a, const struct characters *b);

/* The first index at which they differ; the shorter one's count when there is none before it. */
size_t characters_differ(const struct characters *a, const struct characters *b);

/* Whether the two are equal from index i of a and index j of b on; both rests are of one length. */
bool characters_same_rest(const struct characters *a, size_t i, const struct characters *b,
			  size_t j);

/* What number and name fold alike. */
uint32_t character_drop_blank(const struct characters *c, size_t i);
uint32_t character_drop_invisible(const struct characters *c, size_t i);

/* The character at index i; 0 behind the end. */
uint32_t characters_at(const struct characters *c, size_t i);

/* The place to show for index i: that of the last character when i is behind the end. */
size_t characters_place(const struct characters *c, size_t i);

/* The end of the run of characters of one kind that starts at index i. */
size_t characters_run(const struct characters *c, size_t i, bool (*is)(uint32_t cp));

/* How a sentence names a character: “•”（U+2022）; 全角空格（U+3000） for what cannot be seen. */
enum { CHARACTER_NAME = 64 };
const char *character_name(uint32_t cp, char out[CHARACTER_NAME]);

/* The same for a sentence of f: "" where f is brief and wants none. */
const char *character_name_for(const struct findings *f, uint32_t cp, char out[CHARACTER_NAME]);

/* Adds a finding for each run of blanks, and of what cannot be seen. what: 号码, 姓名. */
void characters_check_blank(const struct characters *c, enum finding_code code, const char *what,
			    struct findings *out);
void characters_check_invisible(const struct characters *c, enum finding_code code,
				struct findings *out);

#endif
