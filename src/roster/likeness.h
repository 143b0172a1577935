/* SPDX-License-Identifier: MIT */
/* How much speaks for two rows being one student's, by what is left of a name or a number with a
 * slip in it. */
#ifndef LIKENESS_H
#define LIKENESS_H

#include <stdbool.h>

/* OTHER: it cannot be; NONE: nothing is known; WEAK: many others have as much in common; NEAR: few
 * have; SAME: it is written otherwise, or one slip apart. */
enum likeness { LIKENESS_OTHER = -1, LIKENESS_NONE, LIKENESS_WEAK, LIKENESS_NEAR, LIKENESS_SAME };

/* Of a student's name or ID number in a roster and one in a record, as they stand there. */
enum likeness likeness_of_names(const char *own, const char *recorded);
enum likeness likeness_of_numbers(const char *own, const char *recorded);

#endif
