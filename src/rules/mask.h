/* SPDX-License-Identifier: MIT */
/* What is shown of a personal value: its first character, and the last one of a number. */
#ifndef RULES_MASK_H
#define RULES_MASK_H

#include <stddef.h>
#include <stdint.h>

struct mask {
	uint32_t first, last; /* 0: none; a byte that is no UTF-8 is U+FFFD */
	size_t stars;         /* between them, one a character; of a number at most ID_LENGTH */
};

struct mask mask_name(const char *name);

/* The usual 6+8+4 mask leaves 131 candidates in a class of freshmen. */
struct mask mask_number(const char *number);

/* As text, 李** or 1****************X, owned by the caller. */
char *mask_text(struct mask mask);

#endif
