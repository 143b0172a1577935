/* SPDX-License-Identifier: MIT */
/* The pinyin of the 3,755 commonest Chinese characters, without tones; ü is v. */
#ifndef PINYIN_H
#define PINYIN_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct pinyin;

/* Readings in the arena's memory. Where iconv lacks GB 18030, no character has one. */
const struct pinyin *pinyin_make(struct arena *a);

enum { PINYIN_READINGS = 2 };

/* Sets the readings of a character, the commoner one not always first. Returns how many, 0 to 2. */
size_t pinyin_readings(const struct pinyin *p, uint32_t cp, const char *readings[PINYIN_READINGS]);

#endif
