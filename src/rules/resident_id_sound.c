/* SPDX-License-Identifier: MIT */
#include "resident_id.h"

#include <endian.h>
#include <string.h>

#include "resident_id_parts.h"

/* Eight digits are worked on in one word, the first in its lowest byte: no loop, no branch, since a
 * roster of a nation has ten million numbers. */
static const uint64_t each = 0x0101010101010101U;

/* Eight bytes less '0': digits become their values. */
static inline uint64_t load_digits(const char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof word);
	return le64toh(word) ^ '0' * each;
}

/* Some byte's highest bit is set when it is no digit. */
static inline uint64_t not_digits(uint64_t digits)
{
	return (digits | (digits + (0x80 - 10) * each)) & 0x80 * each;
}

/* Four 16-bit lanes of a byte, each times its weight: the sum is in the highest lane, into which the
 * lower ones cannot carry. */
static inline uint64_t weigh(uint64_t lanes, uint64_t first, uint64_t second, uint64_t third,
			     uint64_t fourth)
{
	return (lanes & 0x00FF00FF00FF00FFU) * (first << 48 | second << 32 | third << 16 | fourth);
}

/* The weights of GB 11643: 7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2. */
static inline char check_char(uint64_t first, uint64_t second, unsigned last)
{
	uint64_t sum = weigh(first, 7, 10, 8, 2) + weigh(first >> 8, 9, 5, 4, 1) +
		       weigh(second, 6, 7, 10, 8) + weigh(second >> 8, 3, 9, 5, 4);

	return "10X98765432"[((unsigned)(sum >> 48) + last * 2) % 11];
}

/* Two digits each in four 16-bit lanes. */
static inline uint64_t pairs(uint64_t digits)
{
	return (digits * (10 * 0x100 + 1) >> 8) & 0x00FF00FF00FF00FFU;
}

/* Century, year, month and day in the order of days: the lanes the other way round. */
static inline uint64_t order(uint64_t lanes)
{
	return __builtin_bswap64(lanes);
}

static uint64_t order_of(int year, int month, int day)
{
	return order((uint64_t)year / 100 | (uint64_t)(year % 100) << 16 | (uint64_t)month << 32 |
		     (uint64_t)day << 48);
}

/* The 29th of February is left to those who know the leap years. */
static inline bool birth_sound(uint64_t digits, const struct resident_id_births *births)
{
	static const uint8_t days[256] = { 0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	uint64_t lanes = pairs(digits);

	return (lanes >> 48) - 1 < days[(uint8_t)(lanes >> 32)] &&
	       order(lanes) - births->first <= births->span;
}

struct resident_id_births resident_id_births(struct date today)
{
	uint64_t first = order_of(today.year - ID_AGE_MAX - 1, today.month, today.day) + 1;
	uint64_t last = order_of(today.year - ID_AGE_MIN, today.month, today.day);

	return (struct resident_id_births){ first, last - first };
}

bool resident_id_sound(const char *number, const struct resident_id_births *births)
{
	uint64_t first = load_digits(number), second = load_digits(number + 8);
	unsigned last = (unsigned char)number[16] ^ '0';

	return (not_digits(first) | not_digits(second)) == 0 && last < 10 &&
	       number[17] == check_char(first, second, last) && id_province_known(number) &&
	       birth_sound(load_digits(number + 6), births);
}

static uint64_t eight_digits(uint64_t digits)
{
	uint64_t lanes = pairs(digits);

	lanes = (lanes * (100 * 0x10000 + 1) >> 16) & 0x0000FFFF0000FFFFU;
	return lanes * (10000 * 0x100000000U + 1) >> 32;
}

uint64_t resident_id_key(const char *number)
{
	uint64_t first = eight_digits(load_digits(number));
	uint64_t second = eight_digits(load_digits(number + 8));
	uint64_t check = number[17] == 'X' ? 10 : (uint64_t)(number[17] - '0');

	return ((first * 100000000 + second) * 10 + (uint64_t)(number[16] - '0')) * 11 + check;
}
