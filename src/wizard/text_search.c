/* SPDX-License-Identifier: MIT */
#include "wizard/text_search.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/text_wrap.h"
#include "model/pinyin.h"

/* How many bytes at the start of text have readings that spell the term, whose last syllable may be
 * incomplete; TEXT_SEARCH_NONE if none do. initials: only the first letter of each syllable
 * counts. */
static long spelled(const char *text, const char *term, bool initials)
{
	const char *readings[PINYIN_READINGS];
	uint32_t cp;
	size_t n = text_decode(text, strnlen(text, 4), &cp);
	size_t count = n > 0 ? pinyin_readings(cp, readings) : 0;

	for (size_t i = 0; i < count; i++) {
		size_t same = 0;
		long rest;

		while (readings[i][same] != '\0' && readings[i][same] == (term[same] | 0x20) &&
		       !(initials && same == 1))
			same++;
		if (same > 0 && term[same] == '\0')
			return (long)n;
		if (same == 0 || (!initials && readings[i][same] != '\0'))
			continue;
		rest = spelled(text + n, term + same, initials);
		if (rest != TEXT_SEARCH_NONE)
			return (long)n + rest;
	}
	return TEXT_SEARCH_NONE;
}

/* How many bytes at the start of text equal the term, ignoring case and blanks between the
 * characters of text: 24小时 finds 24 小时. TEXT_SEARCH_NONE if none do. */
static long written(const char *text, const char *term)
{
	const char *at = text;

	for (; *term != '\0'; term++, at++) {
		while (*at == ' ' && at > text)
			at++;
		if (tolower((unsigned char)*at) != tolower((unsigned char)*term))
			return TEXT_SEARCH_NONE;
	}
	return at - text;
}

long text_search_here(const char *text, const char *term, bool is_short)
{
	long found = written(text, term);

	if (found == TEXT_SEARCH_NONE)
		found = spelled(text, term, false);
	return found == TEXT_SEARCH_NONE && is_short ? spelled(text, term, true) : found;
}

bool text_search_in(const char *text, const char *term, bool is_short)
{
	char *plain = text_unmarked(text);
	bool found = false;

	for (const char *c = plain; *c != '\0' && !found; c++)
		found = text_search_here(c, term, is_short) != TEXT_SEARCH_NONE;
	free(plain);
	return found;
}
