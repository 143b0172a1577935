/* SPDX-License-Identifier: MIT */
/* Compares a name or a number, which may have a mistake in it, with another: how likely both are
 * one student's. */
#ifndef LIKENESS_H
#define LIKENESS_H

#include <stdbool.h>

/* OTHER: different students. NONE: unknown. WEAK: many others have as much in common. NEAR: few
 * have. SAME: written differently, or one typing mistake apart. */
enum likeness { LIKENESS_OTHER = -1, LIKENESS_NONE, LIKENESS_WEAK, LIKENESS_NEAR, LIKENESS_SAME };

/* Compare a student's name or ID number in a roster with one in a record, both as written. */
enum likeness likeness_of_names(const char *own, const char *recorded);
enum likeness likeness_of_numbers(const char *own, const char *recorded);

#endif
