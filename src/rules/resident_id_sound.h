/* SPDX-License-Identifier: MIT */
/* Resident ID numbers by the ten million: a nation's roster asks so often that a call would cost as much as
 * the answer, so all of it stands here, without a loop, and with no branch but where it says no. */
#ifndef RESIDENT_ID_SOUND_H
#define RESIDENT_ID_SOUND_H

#include <stdbool.h>
#include <stdint.h>

#include "base/date.h"
#include "base/eight_bytes.h"

/* The births of those who are neither too young nor too old for a note on a day: all days from one on,
 * in an order of resident_id_sound()'s own. */
struct resident_id_births {
	uint64_t first, span;
};
struct resident_id_births resident_id_births(struct date today);

/* Eight bytes less '0': digits become their values. */
static inline uint64_t id_load_digits(const char *p)
{
	return eight_load(p) ^ '0' * EIGHT_EACH;
}

/* Some byte's highest bit is set when it is no digit. */
static inline uint64_t id_not_digits(uint64_t digits)
{
	return (digits | (digits + (0x80 - 10) * EIGHT_EACH)) & 0x80 * EIGHT_EACH;
}

/* To GB 11643 a digit counts two to the power of its distance from the end, modulo 11, where two to the tenth
 * is 1: the second eight digits count four times as much as the first, and of what both add up to, each two
 * a fourth of the two before. */
static inline char id_check_char(uint64_t first, uint64_t second, unsigned last)
{
	uint64_t both = first + 4 * second; /* bytes of at most 45 */
	uint64_t twos = (both + (both << 9)) >> 8 & 0x00FF00FF00FF00FFU;
	uint64_t sum = twos * (64ULL << 48 | 16ULL << 32 | 4ULL << 16 | 1) >> 48;

	return "10X98765432"[((unsigned)sum + last * 2) % 11];
}

/* Whether the first two digits of GB/T 2260 are a province's, or 81 to 83 of the residence permits. */
static inline bool id_province_known(const char *digits)
{
	/* One bit a province, a word for each first digit. */
	static const uint16_t known[10] = { 0, 0x3E, 0x0E, 0xFE, 0x7E, 0x1F, 0x3E, 0x02, 0x0E, 0 };

	return known[digits[0] - '0'] >> (digits[1] - '0') & 1;
}

/* Two digits each in four 16-bit lanes. */
static inline uint64_t id_pairs(uint64_t digits)
{
	return (digits * (10 * 0x100 + 1) >> 8) & 0x00FF00FF00FF00FFU;
}

/* Century, year, month and day in the order of days: the lanes the other way round. */
static inline uint64_t id_order(uint64_t lanes)
{
	return __builtin_bswap64(lanes);
}

/* The 29th of February is left to those who know the leap years. */
static inline bool id_birth_sound(uint64_t digits, const struct resident_id_births *births)
{
	static const uint8_t days[256] = { 0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	uint64_t lanes = id_pairs(digits);

	return (lanes >> 48) - 1 < days[(uint8_t)(lanes >> 32)] &&
	       id_order(lanes) - births->first <= births->span;
}

/* Whether resident_id_check() would find nothing in the 18 bytes at `number`; says no too often (29
 * February), yes never. */
static inline bool resident_id_sound(const char *number, const struct resident_id_births *births)
{
	uint64_t first = id_load_digits(number), second = id_load_digits(number + 8);
	unsigned last = (unsigned char)number[16] ^ '0';

	return (id_not_digits(first) | id_not_digits(second)) == 0 && last < 10 &&
	       number[17] == id_check_char(first, second, last) && id_province_known(number) &&
	       id_birth_sound(id_load_digits(number + 6), births);
}

/* The 18 bytes of a sound number as one number, another for each: below 2^47 for who is born from 1800 to
 * 2199. Each of its parts counts as many of the one behind it as there can be. */
static inline uint64_t resident_id_sound_key(const char *number)
{
	enum { ORDERS = 1000, REGIONS = 800000, DAYS = 31, MONTHS = 12 };
	const uint64_t day = (uint64_t)REGIONS * ORDERS, month = DAYS * day, year = MONTHS * month;
	uint64_t first = id_pairs(id_load_digits(number));
	uint64_t second = id_pairs(id_load_digits(number + 8));
	uint64_t region =
		(first & 0xFF) * 10000 + (first >> 16 & 0xFF) * 100 + (first >> 32 & 0xFF);
	uint64_t order = (second >> 48) * 10 + ((unsigned char)number[16] ^ '0');

	return (first >> 48) * 100 * year + (second & 0xFF) * year + (second >> 16 & 0xFF) * month +
	       (second >> 32 & 0xFF) * day + region * ORDERS + order -
	       (1800 * year + month + day + 100000 * ORDERS);
}

/* The same for any 18 bytes of the right form; those of what is not sound are below 2^62. */
uint64_t resident_id_key(const char *number);

#endif
