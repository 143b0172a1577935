/* SPDX-License-Identifier: MIT */
#include "base/text_wrap.h"

#include <linebreak.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"

/* What may happen before a byte. */
enum seam {
	SEAM_INSIDE,    /* in the middle of a character, or before a mark */
	SEAM_FORBIDDEN, /* punctuation that belongs to its neighbour */
	SEAM_LAST,      /* only when nothing else fits on a line */
	SEAM_FREE,
	SEAM_FORCED
};

static bool is_graphic(char c)
{
	return c > ' ' && c < 0x7F;
}

/* UAX #14 lets a line break between Latin and wide opening marks since its version 6.3 (LB30); the
 * library is older. */
static bool opens(const char *s)
{
	static const char *const marks[] = { "（", "《", "〈", "「", "『", "【", "〔", "“", "‘" };

	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (strncmp(s, marks[i], strlen(marks[i])) == 0)
			return true;
	return false;
}

/* libunibreak 1.1 aborts on the regional indicators and on U+FFFF. Returns a copy, owned by the caller, in which
 * ideographs of as many bytes stand for them. */
static char *without_unknown(const char *s, size_t len)
{
	char *copy = xstrndup(s, len);

	for (char *c = copy; (c = strstr(c, "\xF0\x9F\x87")) != NULL;)
		if ((unsigned char)c[3] >= 0xA6)
			memcpy(c, "𠀀", 4);
		else
			c += 4;
	for (char *c = copy; (c = strstr(c, "\uFFFF")) != NULL;)
		memcpy(c, "一", 3);
	return copy;
}

/* For every byte of s and its end, what may happen before it, by UAX #14. */
static char *find_seams(const char *s, size_t len)
{
	static bool ready;
	char *breaks = xmalloc(len + 1);
	char *seams = xcalloc(len + 1, 1), *known = without_unknown(s, len);

	if (!ready)
		init_linebreak();
	ready = true;
	set_linebreaks_utf8((const unsigned char *)known, len, "zh", breaks);
	for (size_t i = 0; i + 1 < len; i++) {
		bool ascii = is_graphic(s[i]) && is_graphic(s[i + 1]);

		if (breaks[i] == LINEBREAK_MUSTBREAK)
			seams[i + 1] = SEAM_FORCED;
		else if (breaks[i] == LINEBREAK_ALLOWBREAK)
			seams[i + 1] = SEAM_FREE;
		else if (breaks[i] == LINEBREAK_NOBREAK)
			seams[i + 1] = ascii                                  ? SEAM_LAST
				       : is_graphic(s[i]) && opens(s + i + 1) ? SEAM_FREE
									      : SEAM_FORBIDDEN;
	}
	seams[len] = SEAM_FREE;
	free(breaks);
	xwipe(known);
	return seams;
}

/* The end of the piece that starts at `at` and holds together: up to the next free seam. */
static size_t piece_end(const char *seams, size_t at, size_t len)
{
	do
		at++;
	while (at < len && seams[at] < SEAM_FREE);
	return at;
}

/* Addresses, numbers and mail hold together where they fit on a line: UAX #14 would break them after a
 * slash. What hangs on them (a full stop, a bracket) counts as theirs. */
static void join_ascii(const char *s, char *seams, size_t len, int columns)
{
	for (size_t at = 0; at < len;) {
		size_t start = at, end = piece_end(seams, at, len), shown;

		while (end < len && is_graphic(s[end - 1]) && is_graphic(s[end]) &&
		       seams[end] == SEAM_FREE)
			end = piece_end(seams, end, len);
		shown = end;
		while (shown > start && s[shown - 1] == ' ')
			shown--;
		if (text_width_n(s + start, shown - start) <= columns)
			for (size_t i = start + 1; i < end; i++)
				if (seams[i] == SEAM_FREE)
					seams[i] = SEAM_LAST;
		at = end;
	}
}

/* The end of the line that starts at `start`: as far as fits, then back to the best seam. */
static size_t line_end(const char *s, const char *seams, size_t len, size_t start, int columns)
{
	size_t fits = start + text_fit(s + start, columns), end = fits;
	uint32_t cp;

	for (size_t i = start + 1; i < len && i <= fits; i++)
		if (seams[i] == SEAM_FORCED)
			return i;
	if (fits >= len)
		return len;
	/* Blanks that stick out at the end of a line are not printed. */
	while (end < len && s[end] == ' ')
		end++;
	if (s[end] == '\n')
		return end + 1;
	for (enum seam least = SEAM_FREE; least >= SEAM_LAST; least--)
		for (size_t i = end; i > start; i--)
			if (seams[i] >= (char)least)
				return i;
	return fits > start ? fits : start + text_decode(s + start, len - start, &cp);
}

struct text_line *text_wrap(const char *s, int columns, size_t *count)
{
	size_t len = strlen(s), start = 0;
	struct text_line *lines = NULL;
	char *seams = find_seams(s, len);

	join_ascii(s, seams, len, columns);
	*count = 0;
	do {
		size_t end = line_end(s, seams, len, start, columns), shown = end;

		while (shown > start && (s[shown - 1] == ' ' || s[shown - 1] == '\n'))
			shown--;
		lines = xgrow(lines, *count, sizeof *lines);
		lines[(*count)++] = (struct text_line){ start, shown - start,
							text_width_n(s + start, shown - start) };
		start = end;
	} while (start < len);
	free(seams);
	return lines;
}

char *text_emphasis(const char *s, struct text_span **spans, size_t *count)
{
	char *plain = xmalloc(strlen(s) + 1);
	size_t n = 0;
	const char *close;

	*spans = NULL;
	*count = 0;
	while (*s != '\0') {
		if (strncmp(s, "**", 2) != 0 || (close = strstr(s + 2, "**")) == NULL) {
			plain[n++] = *s++;
			continue;
		}
		*spans = xgrow(*spans, *count, sizeof **spans);
		(*spans)[(*count)++] = (struct text_span){ n, n + (size_t)(close - s - 2) };
		memcpy(plain + n, s + 2, (size_t)(close - s - 2));
		n += (size_t)(close - s - 2);
		s = close + 2;
	}
	plain[n] = '\0';
	return plain;
}
