/* SPDX-License-Identifier: MIT */
#include "audit/packed.h"

#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"

/* The control characters 1 to STARS stand for as many stars, those above for blanks. */
enum { STARS = PACKED_RUN_MAX, BLANKS = ' ' - 1 - STARS };

static size_t run_length(unsigned char c)
{
	return c <= STARS ? c : (size_t)(c - STARS);
}

char *packed_run(char *to, char c, size_t count)
{
	size_t most = c == '*' ? STARS : BLANKS, one;

	for (; count > 0; count -= one) {
		one = count < most ? count : most;
		*to++ = (char)(c == '*' ? one : STARS + one);
	}
	return to;
}

char *packed_text(char *to, const char *text)
{
	while (*text != '\0') {
		size_t run = *text == '*'   ? strspn(text, "*")
			     : *text == ' ' ? strspn(text, " ")
					    : 0;

		if (run > 0)
			to = packed_run(to, *text, run);
		else
			*to++ = *text++;
		text += run;
	}
	return to;
}

char *packed_expand(char *to, const char *packed)
{
	for (; *packed != '\0'; packed++) {
		unsigned char c = (unsigned char)*packed;

		if (c >= ' ') {
			*to++ = (char)c;
			continue;
		}
		memset(to, c <= STARS ? '*' : ' ', STARS);
		to += run_length(c);
	}
	return to;
}

/* All bytes but the last have the highest bit set. */
char *packed_number(char *to, size_t n)
{
	for (; n >= 0x80; n >>= 7)
		*to++ = (char)(n | 0x80);
	*to++ = (char)n;
	return to;
}

size_t packed_take_number(const char **from)
{
	size_t n = 0;
	unsigned char byte;

	for (unsigned shift = 0;; shift += 7) {
		byte = (unsigned char)*(*from)++;
		n |= (size_t)(byte & 0x7F) << shift;
		if (byte < 0x80)
			return n;
	}
}

char *packed_clean(char *to, const char *text)
{
	char *clean = text_clean_line(text);

	to = packed_text(to, clean);
	xwipe(clean);
	return to;
}

char *packed_character(char *to, uint32_t cp)
{
	if (cp > ' ' && cp < 0x7F) {
		*to++ = (char)cp;
		return to;
	}
	cp = cp == '\n' ? ' ' : text_clean_char(cp);
	return cp == 0 ? to : to + text_encode(cp, to);
}

int packed_width(const char *packed)
{
	size_t left = strlen(packed), step;
	int width = 0;
	uint32_t cp;

	for (; left > 0; packed += step, left -= step) {
		cp = (unsigned char)*packed;
		step = 1;
		if (cp >= 0x80 && (step = text_decode(packed, left, &cp)) == 0)
			break;
		width += cp >= ' ' ? text_char_width(cp) : (int)run_length((unsigned char)cp);
	}
	return width;
}
