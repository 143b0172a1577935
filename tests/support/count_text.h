/* SPDX-License-Identifier: MIT */
/* Counts how often a text has a part. */
#ifndef COUNT_TEXT_H
#define COUNT_TEXT_H

#include <stddef.h>
#include <string.h>

/* Parts do not overlap. part: not empty. */
static inline size_t count_text(const char *text, const char *part)
{
	size_t found = 0;

	for (; (text = strstr(text, part)) != NULL; text += strlen(part))
		found++;
	return found;
}

#endif
