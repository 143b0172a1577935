/* SPDX-License-Identifier: MIT */
#include "roster/words.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"

bool words_hold_first(const char *s, const char *list)
{
	unsigned char lead = (unsigned char)*s;
	char first[4] = { s[0] };

	if (lead < 0x80)
		return lead == '\0' || strchr(list, s[0]) != NULL;
	for (size_t i = 1; i < (lead < 0xE0 ? 2 : 3) && first[i - 1] != '\0'; i++)
		first[i] = s[i];
	return strstr(list, first) != NULL;
}

/* Faster than memmem() in a short text. */
static bool holds(const char *s, const char *word, size_t bytes)
{
	while ((s = strchr(s, *word)) != NULL && strncmp(s, word, bytes) != 0)
		s++;
	return s != NULL;
}

/* Where it begins. */
static size_t last_character(const char *s, size_t len)
{
	while (len > 0 && ((unsigned char)s[--len] & 0xC0) == 0x80)
		;
	return len;
}

size_t words_next(const char *s, const char **list, enum words_place place)
{
	size_t len = place == WORDS_START ? 0 : strlen(s);
	const char *shared = s; /* a character of any word that is found */

	if (place == WORDS_END)
		shared = s + last_character(s, len);
	if (place != WORDS_ANYWHERE && !words_hold_first(shared, *list))
		return 0;
	while (**list != '\0') {
		const char *word = *list, *end = strchrnul(word, ' ');
		size_t bytes = (size_t)(end - word);
		bool found;

		*list = end + (*end == ' ');
		if (place == WORDS_START)
			found = *s == *word && strncmp(s, word, bytes) == 0;
		else if (place == WORDS_ANYWHERE)
			found = bytes <= len && holds(s, word, bytes);
		else
			found = (len == bytes || (len > bytes && place == WORDS_END)) &&
				memcmp(s + len - bytes, word, bytes) == 0;
		if (found)
			return bytes;
	}
	return 0;
}

size_t words_find(const char *s, const char *list, enum words_place place)
{
	return words_next(s, &list, place);
}

void words_set_add(words_set set, const char *list, enum words_part part)
{
	uint32_t cp, before = ' ';

	for (size_t step; (step = text_decode(list, strnlen(list, 4), &cp)) > 0; list += step) {
		bool last = list[step] == ' ' || list[step] == '\0';

		if (cp != ' ' && cp <= UINT16_MAX &&
		    (part == WORDS_ALL || (part == WORDS_FIRST ? before == ' ' : last)))
			set[cp / 64] |= UINT64_C(1) << cp % 64;
		before = cp;
	}
}
