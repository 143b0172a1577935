/* SPDX-License-Identifier: MIT */
#include "roster/fast_path_number.h"

#include "rules/resident_id.h"

static uint64_t order_of(int year, int month, int day)
{
	return birth_order((uint64_t)year / 100 | (uint64_t)(year % 100) << 16 |
			   (uint64_t)month << 32 | (uint64_t)day << 48);
}

struct fast_path_births fast_path_births(struct date today)
{
	uint64_t first = order_of(today.year - ID_AGE_MAX - 1, today.month, today.day) + 1;
	uint64_t last = order_of(today.year - ID_AGE_MIN, today.month, today.day);

	return (struct fast_path_births){ first, last - first };
}

static uint64_t eight_digits(uint64_t digits)
{
	uint64_t lanes = digit_pairs(digits);

	lanes = (lanes * (100 * 0x10000 + 1) >> 16) & 0x0000FFFF0000FFFFU;
	return lanes * (10000 * 0x100000000U + 1) >> 32;
}

static bool has_valid_key(const char *number)
{
	uint64_t first = load_digits(number), second = load_digits(number + 8);
	uint64_t lanes = digit_pairs(load_digits(number + 6));

	return number[17] == check_character(first, second, (unsigned char)number[16] ^ '0') &&
	       number[0] >= '1' && number[0] <= '8' && (lanes & 0xFF) >= 18 &&
	       (lanes >> 32 & 0xFF) - 1 < 12 && (lanes >> 48) - 1 < 31;
}

uint64_t fast_path_key(const char *number)
{
	uint64_t first = eight_digits(load_digits(number));
	uint64_t second = eight_digits(load_digits(number + 8));
	uint64_t check = number[17] == 'X' ? 10 : (uint64_t)(number[17] - '0');

	if (has_valid_key(number))
		return fast_path_valid_key(number);
	return (((first * 100000000 + second) * 10 + (uint64_t)(number[16] - '0')) * 11 + check) |
	       1ULL << 61;
}
