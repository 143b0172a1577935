/* SPDX-License-Identifier: MIT */
/* Digits of ASCII. */
#ifndef DIGITS_H
#define DIGITS_H

#include <stddef.h>

/* The number that the next `count` (at most 9) digits are: all of them are known to be digits. */
static inline int digits_number(const char *digits, size_t count)
{
	int n = 0;

	while (count-- > 0)
		n = n * 10 + (*digits++ - '0');
	return n;
}

#endif
