/* SPDX-License-Identifier: MIT */
/* Finds the pinyin of the 3,755 most common Chinese characters, without tones; ü is v. */
#ifndef PINYIN_H
#define PINYIN_H

#include <stddef.h>
#include <stdint.h>

enum { PINYIN_READINGS = 2 };

/* Sets the readings of a character; the more common one is not always first. Returns how many, 0 to
 * 2. The first call makes the table; if iconv lacks GB 18030, no character has a reading. */
size_t pinyin_readings(uint32_t cp, const char *readings[PINYIN_READINGS]);

#endif
