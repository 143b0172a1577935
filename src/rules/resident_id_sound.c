/* SPDX-License-Identifier: MIT */
#include "rules/resident_id_sound.h"

#include "rules/resident_id_internal.h"

static uint64_t order_of(int year, int month, int day)
{
	return id_order((uint64_t)year / 100 | (uint64_t)(year % 100) << 16 |
			(uint64_t)month << 32 | (uint64_t)day << 48);
}

struct resident_id_births resident_id_births(struct date today)
{
	uint64_t first = order_of(today.year - ID_AGE_MAX - 1, today.month, today.day) + 1;
	uint64_t last = order_of(today.year - ID_AGE_MIN, today.month, today.day);

	return (struct resident_id_births){ first, last - first };
}

static uint64_t eight_digits(uint64_t digits)
{
	uint64_t lanes = id_pairs(digits);

	lanes = (lanes * (100 * 0x10000 + 1) >> 16) & 0x0000FFFF0000FFFFU;
	return lanes * (10000 * 0x100000000U + 1) >> 32;
}

/* Whether resident_id_sound_key() has an answer of its own for it. */
static bool has_sound_key(const char *number)
{
	uint64_t first = id_load_digits(number), second = id_load_digits(number + 8);
	uint64_t lanes = id_pairs(id_load_digits(number + 6));

	return number[17] == id_check_char(first, second, (unsigned char)number[16] ^ '0') &&
	       number[0] >= '1' && number[0] <= '8' && (lanes & 0xFF) >= 18 &&
	       (lanes >> 32 & 0xFF) - 1 < 12 && (lanes >> 48) - 1 < 31;
}

uint64_t resident_id_key(const char *number)
{
	uint64_t first = eight_digits(id_load_digits(number));
	uint64_t second = eight_digits(id_load_digits(number + 8));
	uint64_t check = number[17] == 'X' ? 10 : (uint64_t)(number[17] - '0');

	if (has_sound_key(number))
		return resident_id_sound_key(number);
	return (((first * 100000000 + second) * 10 + (uint64_t)(number[16] - '0')) * 11 + check) |
	       1ULL << 61;
}
