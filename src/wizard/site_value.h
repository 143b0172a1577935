/* SPDX-License-Identifier: MIT */
/* What a value of the site says, however it is written there: is it the same as the record's? */
#ifndef SITE_VALUE_H
#define SITE_VALUE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "model/guide.h"

/* Whether it has a Chinese character. */
bool site_value_in_words(const char *value);

/* The day, of 2007-09-01, 20070901, 2007年9月1日 and the like; no valid day if it is anything else. */
struct date site_value_day(const char *value);

/* Whether a sex or an ethnic group can be read: the site writes it in words, never as a code. */
bool site_value_read(enum guide_compare compare, const char *value);

/* The site may write a day, a group or a sex in another way than the record. A name is the same in
 * each byte only. */
bool site_value_same(enum guide_compare compare, const char *shown, const char *expected);

/* Which part of a value is another than the record's, without telling either: "第 17 位起不同",
 * "月、日不同"; "" if there is none to compare with. Owned by the caller. */
char *site_value_difference(enum guide_compare compare, const char *shown, const char *expected);

/* Characters of a value, of a name without its dots. */
size_t site_value_length(enum guide_compare compare, const char *value);

#endif
