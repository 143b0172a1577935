/* SPDX-License-Identifier: MIT */
/* Eight bytes looked at together, as a word whose lowest byte is the first in memory. What is asked of each
 * byte is answered by the highest bit of that byte, all others 0. */
#ifndef EIGHT_BYTES_H
#define EIGHT_BYTES_H

#include <endian.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { EIGHT_BYTES = 8 };
#define EIGHT_EACH 0x0101010101010101U

/* All eight from p on can be read. */
static inline uint64_t eight_load(const char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof word);
	return le64toh(word);
}

/* Which are below `below`, 1 to 0x80; never one of 0x80 and more. */
static inline uint64_t eight_below(uint64_t word, unsigned below)
{
	return ~(((word & 0x7F * EIGHT_EACH) + (0x80 - below) * EIGHT_EACH) | word) &
	       0x80 * EIGHT_EACH;
}

/* Which are c. */
static inline uint64_t eight_equal(uint64_t word, char c)
{
	return eight_below(word ^ (unsigned char)c * EIGHT_EACH, 1);
}

/* The offset of the first that an answer, not 0, tells of. */
static inline size_t eight_first(uint64_t answer)
{
	return (size_t)__builtin_ctzll(answer) / 8;
}

#endif
