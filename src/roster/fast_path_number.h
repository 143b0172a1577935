/* SPDX-License-Identifier: MIT */
/* ID numbers in the fast path: checks them without a loop or a call, and turns them into keys.
 *
 * Contract: fast_path_number_valid() is true only if resident_id_check() finds nothing; it may be
 * false for a number without a finding (29 February). tests/unit/test_fast_path_number.c compares
 * both. */
#ifndef FAST_PATH_NUMBER_H
#define FAST_PATH_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/date.h"
#include "base/eight_bytes.h"
#include "rules/check_character.h"
#include "rules/province.h"

/* The dates of birth that have no finding today: from `first` to first + span, as birth_order()
 * counts. */
struct fast_path_births {
	uint64_t first, span;
};
struct fast_path_births fast_path_births(struct date today);

/* The highest bit of each byte that is no digit. */
static inline uint64_t not_digits(uint64_t digits)
{
	return (digits | (digits + (0x80 - 10) * EIGHT_EACH)) & 0x80 * EIGHT_EACH;
}

/* Combines each two digits into a number, in four 16-bit lanes. */
static inline uint64_t digit_pairs(uint64_t digits)
{
	return (digits * (10 * 0x100 + 1) >> 8) & 0x00FF00FF00FF00FFU;
}

/* Turns the lanes of century, year, month and day into a number that grows with the date, by
 * reversing their order. */
static inline uint64_t birth_order(uint64_t lanes)
{
	return __builtin_bswap64(lanes);
}

/* digits: YYYYMMDD. Rejects 29 February. */
static inline bool birth_date_valid(uint64_t digits, const struct fast_path_births *births)
{
	static const uint8_t days[256] = { 0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	uint64_t lanes = digit_pairs(digits);

	return (lanes >> 48) - 1 < days[(uint8_t)(lanes >> 32)] &&
	       birth_order(lanes) - births->first <= births->span;
}

/* Returns true if the 18 bytes at `number` are certainly a valid ID number. */
static inline bool fast_path_number_valid(const char *number, const struct fast_path_births *births)
{
	uint64_t first = load_digits(number), second = load_digits(number + 8);
	unsigned last = (unsigned char)number[16] ^ '0';

	return (not_digits(first) | not_digits(second)) == 0 && last < 10 &&
	       number[17] == check_character(first, second, last) && province_known(number) &&
	       birth_date_valid(load_digits(number + 6), births);
}

/* Turns the 18 bytes of a valid number into a unique key, below 2^47 for births from 1800 to
 * 2199. */
static inline uint64_t fast_path_valid_key(const char *number)
{
	enum { ORDERS = 1000, REGIONS = 800000, DAYS = 31, MONTHS = 12 };
	const uint64_t day = (uint64_t)REGIONS * ORDERS, month = DAYS * day, year = MONTHS * month;
	uint64_t first = digit_pairs(load_digits(number));
	uint64_t second = digit_pairs(load_digits(number + 8));
	uint64_t region =
		(first & 0xFF) * 10000 + (first >> 16 & 0xFF) * 100 + (first >> 32 & 0xFF);
	uint64_t order = (second >> 48) * 10 + ((unsigned char)number[16] ^ '0');

	return (first >> 48) * 100 * year + (second & 0xFF) * year + (second >> 16 & 0xFF) * month +
	       (second >> 32 & 0xFF) * day + region * ORDERS + order -
	       (1800 * year + month + day + 100000 * ORDERS);
}

/* Turns any 18 bytes of the right form into a unique key: fast_path_valid_key() if it applies to
 * the number, else a number from 2^61 to 2^62. */
uint64_t fast_path_key(const char *number);

#endif
