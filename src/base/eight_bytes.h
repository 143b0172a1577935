/* SPDX-License-Identifier: MIT */
/* Tests eight bytes at once, in a word whose lowest byte is the first in memory. The result has the
 * highest bit set in each byte that passes, and no other bit. */
#ifndef EIGHT_BYTES_H
#define EIGHT_BYTES_H

#include <endian.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { EIGHT_BYTES = 8 };
#define EIGHT_EACH 0x0101010101010101U

/* Reads the eight bytes at p, at any alignment. */
static inline uint64_t eight_load(const char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof word);
	return le64toh(word);
}

/* Tests for bytes less than `below`, which is 1 to 0x80. */
static inline uint64_t eight_below(uint64_t word, unsigned below)
{
	return ~(((word & 0x7F * EIGHT_EACH) + (0x80 - below) * EIGHT_EACH) | word) &
	       0x80 * EIGHT_EACH;
}

/* Tests for bytes equal to c. */
static inline uint64_t eight_equal(uint64_t word, char c)
{
	return eight_below(word ^ (unsigned char)c * EIGHT_EACH, 1);
}

/* Tests for bytes that are not ASCII digits. */
static inline uint64_t eight_not_digits(uint64_t word)
{
	uint64_t values = word ^ '0' * EIGHT_EACH;

	return (values | ((values & 0x7F * EIGHT_EACH) + (0x80 - 10) * EIGHT_EACH)) &
	       0x80 * EIGHT_EACH;
}

/* Returns how many bytes passed the test. */
static inline size_t eight_count(uint64_t answer)
{
	return (size_t)((answer >> 7) * EIGHT_EACH >> 56);
}

/* Returns the offset of the first byte that passed the test; answer must not be 0. */
static inline size_t eight_first(uint64_t answer)
{
	return (size_t)__builtin_ctzll(answer) / 8;
}

#endif
