/* SPDX-License-Identifier: MIT */
/* Recognises what is no resident ID number in the place of one: nothing, a masked number, what a
 * spreadsheet left of one, another document's. Also tells which characters a number has. */
#ifndef RESIDENT_ID_OTHER_H
#define RESIDENT_ID_OTHER_H

#include <stdbool.h>
#include <stdint.h>

#include "rules/characters.h"
#include "rules/finding.h"

enum { ID_LENGTH = 18, ID_LENGTH_OLD = 15 };

/* X, x or what is taken for one. */
bool id_is_x(uint32_t cp);

/* True for characters that are taken for the capital X, full-width ones too; not for x. */
bool id_is_x_lookalike(uint32_t cp);

/* True for a number as a spreadsheet shows it: 1.1E+17. */
bool id_is_scientific(const struct characters *number);

/* True for 17 digits, then a digit or what is taken for an X. */
bool id_is_whole(const struct characters *number);

/* Adds what stands in the place of a resident ID number. *rest: the resident ID number that is part
 * of it, for its own check; borrowed, its count 0 if there is none. false: it may be one. */
bool id_check_other(const struct characters *number, struct characters *rest, struct findings *out);

/* True for kinds of a value that is no number of one person at all: nothing in it is a second
 * mistake. */
bool id_is_none(enum finding_kind kind);

/* How many characters stand before a spreadsheet's .0 or .00; all of them if it has none. */
size_t id_before_point(const struct characters *number);

#endif
