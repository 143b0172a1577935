/* SPDX-License-Identifier: MIT */
#include "resident_id_sound.h"

#include "resident_id_parts.h"

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
