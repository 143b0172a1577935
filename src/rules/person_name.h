/* SPDX-License-Identifier: MIT */
/* A person's name as CHSI takes it: GB 18030 ideographs, and U+00B7 between the parts of a name
 * (民委发〔2016〕33号). Simplified, traditional and variant forms are different names. */
#ifndef PERSON_NAME_H
#define PERSON_NAME_H

#include <stdbool.h>

#include "rules/finding.h"
#include "rules/record.h"

enum { NAME_LENGTH_MIN = 2, NAME_LENGTH_MAX = 50 };

/* Adds what is wrong with a name by itself. name: UTF-8, any characters. */
void person_name_check(const char *name, struct findings *out);

/* The same, but a sign that may hide a character, as the star of 李*明, is reported as a wrong
 * character: a record tells the right one. */
void person_name_check_unmasked(const char *name, struct findings *out);

/* Copies a name without what person_name_check() finds beside it: a row number, a remark in
 * brackets, a label, a class: 1.李明, 李明（退学）, 李明同学, 1班李明. */
void person_name_bare(const char *name, char out[RECORD_TEXT]);

/* Adds how an entered name differs from the recorded one; nothing if they are equal. Both are
 * normalised step by step (blanks, invisible characters, width, dots, look-alikes, private use),
 * and the first step that makes them equal is reported; else a missing dot, a placeholder or a cut
 * of the record, or a real difference. */
void person_name_compare(const char *entered, const char *recorded, struct findings *out);

/* Changes the findings on marks that may be surplus: the recorded name shows where an interpunct
 * is. */
void person_name_settle_marks(const char *recorded, struct findings *found);

/* True if the value is not a name, or a name and more, so that it cannot be compared with a
 * recorded name. */
bool person_name_is_none(const struct finding *f);

#endif
