/* SPDX-License-Identifier: MIT */
/* What is shown of a personal value: its first character, and the last one of a number. */
#ifndef RULES_MASK_H
#define RULES_MASK_H

#include <stddef.h>
#include <stdint.h>

struct mask {
	uint32_t first, last; /* code points; 0: none; U+FFFD for an invalid byte */
	size_t stars;         /* one per character between them; at most ID_LENGTH in a number */
};

struct mask mask_name(const char *name);

/* Hides all but the first and the last character: the usual 6+8+4 mask leaves 131 candidates in a
 * class of freshmen. */
struct mask mask_number(const char *number);

/* Returns the mask as text, 李** or 1****************X, owned by the caller. */
char *mask_text(struct mask mask);

#endif
