/* SPDX-License-Identifier: MIT */
/* Reads the values of the site in the forms in which it writes them, and compares them with the
 * record's. */
#ifndef SITE_VALUE_H
#define SITE_VALUE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "model/guide.h"

/* True if the value has a Chinese character. */
bool site_value_in_words(const char *value);

/* Reads a day: 2007-09-01, 20070901, 2007年9月1日 and the like. Returns an invalid day for anything
 * else. */
struct date site_value_day(const char *value);

/* True if a sex or an ethnic group can be read. The site writes both in words, never as a code. */
bool site_value_read(enum guide_compare compare, const char *value);

/* True if two values mean the same. The site may write a day, an ethnic group or a sex in another
 * way than the record; names must be equal byte for byte. */
bool site_value_same(enum guide_compare compare, const char *shown, const char *expected);

/* True if two texts have the same words: blanks, brackets, width and capitals do not count, as they
 * are copied inexactly. site_value_has_words(): if the first contains the words of the second. */
bool site_value_same_words(const char *text, const char *other);
bool site_value_has_words(const char *text, const char *words);

/* Says which part of a value differs from the record's without revealing either: "第 17 位起不同",
 * "月、日不同"; "" if there is nothing to compare with. Owned by the caller. */
char *site_value_difference(enum guide_compare compare, const char *shown, const char *expected);

/* The value as it is shown beside the record's: a day as 2007-09-01, anything else unchanged. Owned
 * by the caller, who wipes it. */
char *site_value_written(enum guide_compare compare, const char *value);

/* Length of a value in characters; the dots of a name are not counted. */
size_t site_value_length(enum guide_compare compare, const char *value);

#endif
