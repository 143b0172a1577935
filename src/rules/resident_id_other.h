/* SPDX-License-Identifier: MIT */
/* Recognises what is typed in place of a resident ID number: nothing, a masked number, what a
 * spreadsheet left of one, another document's number. Also tells which characters a number has. */
#ifndef RESIDENT_ID_OTHER_H
#define RESIDENT_ID_OTHER_H

#include <stdbool.h>
#include <stdint.h>

#include "rules/characters.h"
#include "rules/finding.h"

enum { ID_LENGTH = 18, ID_LENGTH_OLD = 15 };

/* True for X, x and look-alikes of X. */
bool id_is_x(uint32_t cp);

/* True for look-alikes of the capital X, also full-width ones; not for x. */
bool id_is_x_lookalike(uint32_t cp);

/* True if a number ends in an X behind a digit: there it is the check character, not a masked
 * place. The second is for ASCII. */
bool id_ends_in_x(const struct characters *number);
bool id_text_ends_in_x(const char *number);

/* True for a number as a spreadsheet shows it: 1.1E+17. */
bool id_is_scientific(const struct characters *number);

/* True for 17 digits, then a digit, X, x or a look-alike of X. */
bool id_is_whole(const struct characters *number);

/* Adds a finding for a value that is not a resident ID number. *rest: the resident ID number that
 * is part of it, to be checked by itself; borrowed, its count 0 if there is none. false: the value
 * may be a resident ID number. */
bool id_check_other(const struct characters *number, struct characters *rest, struct findings *out);

/* True for kinds of finding that say that a value is not the number of one person: nothing in it is
 * a second mistake. */
bool id_is_none(enum finding_kind kind);

/* How many characters stand before a spreadsheet's .0 or .00; all of them if it has none. */
size_t id_before_point(const struct characters *number);

#endif
