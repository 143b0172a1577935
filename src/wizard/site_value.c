/* SPDX-License-Identifier: MIT */
#include "wizard/site_value.h"

#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "roster/ethnic_group.h"
#include "rules/name_character.h"
#include "table/cell.h"

bool site_value_in_words(const char *text)
{
	uint32_t cp;

	while (text_next(&text, &cp))
		if (text_is_ideograph(cp))
			return true;
	return false;
}

/* The value as it is compared: half-width and without blanks. Owned by the caller, who wipes it. */
static char *comparable(const char *value)
{
	char *out = xmalloc(strlen(value) * 3 + 1); /* U+FFFD has three bytes */
	size_t n = 0;
	uint32_t cp;

	while (text_next(&value, &cp))
		if (!text_is_blank(cp))
			n += text_encode(text_narrow(cp), out + n);
	out[n] = '\0';
	return out;
}

/* The words of a text: without brackets, otherwise as it is compared. Owned by the caller. */
static char *words_of(const char *text)
{
	char *out = comparable(text), *to = out;

	for (const char *from = out; *from != '\0'; from++)
		if (*from != '(' && *from != ')')
			*to++ = *from;
	*to = '\0';
	return out;
}

bool site_value_has_words(const char *text, const char *words)
{
	char *in = words_of(text), *sought = words_of(words);
	const bool has = *sought != '\0' && strcasestr(in, sought) != NULL;

	xwipe(in);
	xwipe(sought);
	return has;
}

bool site_value_same_words(const char *text, const char *other)
{
	return site_value_has_words(text, other) && site_value_has_words(other, text);
}

/* Returns the number at the start of *text and moves *text past it and past a separator that may
 * follow; 0 if there are no digits or more than `most`. */
static int take_number(const char **text, size_t most, const char *const separators[4])
{
	size_t digits = strspn(*text, "0123456789");
	int number = digits > 0 && digits <= most ? text_digits(*text, digits) : 0;

	*text += digits;
	for (size_t i = 0; i < 4; i++)
		if (strncmp(*text, separators[i], strlen(separators[i])) == 0) {
			*text += strlen(separators[i]);
			break;
		}
	return number;
}

/* Reads 2007-09-01, 20070901, 2007年9月1日 and the like; no valid day if it is anything else. */
static struct date read_day(const char *text)
{
	static const char *const parts[3][4] = { { "-", "/", ".", "年" },
						 { "-", "/", ".", "月" },
						 { "日", "号", "日", "号" } };
	struct date d;

	if (strspn(text, "0123456789") == 8 && text[8] == '\0')
		return (struct date){ text_digits(text, 4), text_digits(text + 4, 2),
				      text_digits(text + 6, 2) };
	d.year = take_number(&text, 4, parts[0]);
	d.month = take_number(&text, 2, parts[1]);
	d.day = take_number(&text, 2, parts[2]);
	return *text == '\0' && d.year >= 1000 ? d : (struct date){ 0 };
}

struct date site_value_day(const char *value)
{
	char *plain = comparable(value);
	struct date day = read_day(plain);

	xwipe(plain);
	return day;
}

bool site_value_read(enum guide_compare compare, const char *shown)
{
	char sex[CELL_SEX];

	return site_value_in_words(shown) &&
	       (compare == GUIDE_COMPARE_SEX ? cell_sex(shown, sex)
					     : ethnic_group_read(shown) != 0);
}

bool site_value_same(enum guide_compare compare, const char *shown, const char *expected)
{
	char *s, *e, sexes[2][CELL_SEX];
	bool same;

	if (compare == GUIDE_COMPARE_NAME)
		return strcmp(shown, expected) == 0;
	if (compare == GUIDE_COMPARE_SEX && site_value_read(compare, shown) &&
	    cell_sex(shown, sexes[0]) && cell_sex(expected, sexes[1]))
		return strcmp(sexes[0], sexes[1]) == 0;
	if (compare == GUIDE_COMPARE_ETHNIC_GROUP && site_value_read(compare, shown))
		return ethnic_group_read(shown) == ethnic_group_read(expected);
	if (compare == GUIDE_COMPARE_BIRTH_DATE && date_valid(site_value_day(shown)))
		return date_compare(site_value_day(shown), site_value_day(expected)) == 0;
	s = comparable(shown);
	e = comparable(expected);
	same = strcmp(s, e) == 0;
	xwipe(s);
	xwipe(e);
	return same;
}

/* The first character in which two texts differ, from 1; 0 if they are equal. *several: true if
 * they differ in more than one. */
static size_t first_difference(const char *text, const char *other, bool *several)
{
	size_t at = 0, first = 0;
	uint32_t cp = 0, as = 0;

	*several = false;
	while (text_next(&text, &cp) | text_next(&other, &as)) {
		at++;
		*several = *several || (cp != as && first > 0);
		first = first == 0 && cp != as ? at : first;
		cp = as = 0;
	}
	return first;
}

char *site_value_difference(enum guide_compare compare, const char *shown, const char *expected)
{
	bool name = compare == GUIDE_COMPARE_NAME, several;
	struct date day = site_value_day(shown), other = site_value_day(expected);
	char *s, *e;
	size_t at;

	if (*expected == '\0')
		return xstrdup("");
	if (compare == GUIDE_COMPARE_BIRTH_DATE && date_valid(day) && date_valid(other)) {
		const bool year = day.year != other.year, month = day.month != other.month;

		return xasprintf("%s%s%s不同", year ? "年" : "",
				 month && year ? "、月"
				 : month       ? "月"
					       : "",
				 day.day == other.day ? ""
				 : year || month      ? "、日"
						      : "日");
	}
	s = name ? xstrdup(shown) : comparable(shown);
	e = name ? xstrdup(expected) : comparable(expected);
	at = first_difference(s, e, &several);
	xwipe(s);
	xwipe(e);
	if (at == 0)
		return xstrdup("");
	return xasprintf("第 %zu %s%s不同", at, name ? "个字" : "位", several ? "起" : "");
}

char *site_value_written(enum guide_compare compare, const char *value)
{
	const struct date day = site_value_day(value);

	return compare == GUIDE_COMPARE_BIRTH_DATE && date_valid(day)
		       ? xasprintf("%04d-%02d-%02d", day.year, day.month, day.day)
		       : xstrdup(value);
}

size_t site_value_length(enum guide_compare compare, const char *text)
{
	size_t count = 0;
	uint32_t cp;

	while (text_next(&text, &cp))
		count += compare != GUIDE_COMPARE_NAME || (cp != INTERPUNCT && !name_is_dot(cp));
	return count;
}
