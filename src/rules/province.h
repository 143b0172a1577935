/* SPDX-License-Identifier: MIT */
/* Provinces, the first two digits of GB/T 2260. */
#ifndef PROVINCE_H
#define PROVINCE_H

#include <stdbool.h>
#include <stdint.h>

/* True if the first two digits are a province, or 81 to 83 of residence permits. */
static inline bool province_known(const char *digits)
{
	/* A word for each first digit, a bit for each second one. The low four bits of an ASCII
	 * digit are its value. */
	static const uint16_t known[16] = { 0, 0x3E, 0x0E, 0xFE, 0x7E, 0x1F, 0x3E, 0x02, 0x0E, 0 };

	return known[digits[0] & 15] >> (digits[1] & 15) & 1;
}

#endif
