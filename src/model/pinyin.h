/* SPDX-License-Identifier: MIT */
/* Finds the pinyin of the 3,755 most common Chinese characters, without tones; ü is v. */
#ifndef PINYIN_H
#define PINYIN_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct pinyin;

/* Builds the table of readings in the arena. If iconv lacks GB 18030, no character has a
 * reading. */
const struct pinyin *pinyin_make(struct arena *a);

enum { PINYIN_READINGS = 2 };

/* Sets the readings of a character; the more common one is not always first. Returns how many, 0 to
 * 2. */
size_t pinyin_readings(const struct pinyin *p, uint32_t cp, const char *readings[PINYIN_READINGS]);

#endif
