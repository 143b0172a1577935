/* SPDX-License-Identifier: MIT */
/* A person's name as CHSI takes it: GB 18030 ideographs, and U+00B7 between the parts of a name
 * (民委发〔2016〕33号). Simplified, traditional and variant forms are different names. */
#ifndef PERSON_NAME_H
#define PERSON_NAME_H

#include <stdint.h>

#include "rules/finding.h"

enum { INTERPUNCT = 0x00B7, NAME_LENGTH_MIN = 2, NAME_LENGTH_MAX = 50 };

/* Adds what is wrong with the form of a name in UTF-8. */
void person_name_check(const char *name, struct findings *out);

/* Adds how an entered name differs from the recorded one, by layers: the first that makes both equal
 * is what is reported (blanks and invisibles, width, dots, look-alikes and private use, placeholder,
 * truncation, real difference). Adds nothing when they are equal. */
void person_name_compare(const char *entered, const char *recorded, struct findings *out);

/* The real character behind a look-alike (Kangxi radical, CJK radical, compatibility ideograph) or a
 * private-use code point of GBK and GB 18030; cp itself when it is none. */
uint32_t person_name_fold_lookalike(uint32_t cp);
uint32_t person_name_fold_private(uint32_t cp);

/* Whether cp is one of the dots that are taken for an interpunct (U+00B7 itself is not). */
bool person_name_is_dot(uint32_t cp);

/* 李明 → 李*, 欧阳娜娜 → 欧***: owned by the caller. */
char *person_name_mask(const char *name);

#endif
