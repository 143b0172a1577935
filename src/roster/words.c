/* SPDX-License-Identifier: MIT */
#include "roster/words.h"

#include <stdbool.h>
#include <string.h>

/* False if no word of the list begins as s does: so it is with most. */
static bool has_first(const char *list, const char *s)
{
	unsigned char lead = (unsigned char)*s;
	char first[4] = "";

	strncpy(first, s, lead < 0x80 ? 1 : lead < 0xE0 ? 2 : 3);
	return strstr(list, first) != NULL;
}

size_t words_next(const char *s, const char **list, enum words_place place)
{
	size_t len;

	if ((place == WORDS_START || place == WORDS_WHOLE) && !has_first(*list, s))
		return 0;
	len = place == WORDS_START ? 0 : strlen(s);
	while (**list != '\0') {
		const char *word = *list, *end = strchrnul(word, ' ');
		size_t bytes = (size_t)(end - word);
		bool found;

		*list = end + (*end == ' ');
		if (place == WORDS_START)
			found = *s == *word && strncmp(s, word, bytes) == 0;
		else if (place == WORDS_ANYWHERE)
			found = memmem(s, len, word, bytes) != NULL;
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
