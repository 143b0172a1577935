/* SPDX-License-Identifier: MIT */
#include "base/text_wrap.h"

#include <linebreak.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"

enum { ITEM_COLUMNS = 8 };

/* Whether a line may break before a byte. */
enum opportunity {
	BREAK_INSIDE,      /* within a character, or before a combining mark */
	BREAK_FORBIDDEN,   /* punctuation belongs to its neighbour */
	BREAK_LAST_RESORT, /* only if the line has no other */
	BREAK_ALLOWED,
	BREAK_FORCED
};

static bool is_graphic(char c)
{
	return c > ' ' && c < 0x7F;
}

/* True if s begins with a wide opening mark. Since version 6.3, UAX #14 allows a break between
 * Latin letters and such marks (LB30); libunibreak 1.1 implements an older version. */
static bool opens(const char *s)
{
	static const char *const marks[] = { "（", "《", "〈", "「", "『", "【", "〔", "“", "‘" };

	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (strncmp(s, marks[i], strlen(marks[i])) == 0)
			return true;
	return false;
}

/* Returns a copy, owned by the caller, in which ideographs of the same number of bytes replace the
 * regional indicators and U+FFFF: libunibreak 1.1 aborts on these. */
static char *without_unknown(const char *s, size_t len)
{
	char *copy = xstrndup(s, len);

	for (char *c = copy; (c = strstr(c, "\xF0\x9F\x87")) != NULL;)
		if ((unsigned char)c[3] >= 0xA6)
			c[1] = '\xA0';
		else
			c += 4;
	for (char *c = copy; (c = strstr(c, "\uFFFF")) != NULL;)
		c[0] = '\xE5';
	return copy;
}

/* Returns the break opportunities by UAX #14, owned by the caller: one for each byte of s, and one
 * for its end. */
static char *find_breaks(const char *s, size_t len)
{
	static bool ready;
	/* libunibreak 8.0 writes to the byte before the first one if the text begins with three
	 * Balinese letters. */
	char *spare = xmalloc(len + 2), *classes = spare + 1;
	char *breaks = xcalloc(len + 1, 1), *known = without_unknown(s, len);

	if (!ready)
		init_linebreak();
	ready = true;
	set_linebreaks_utf8((const unsigned char *)known, len, "zh", classes);
	for (size_t i = 0; i + 1 < len; i++) {
		bool ascii = is_graphic(s[i]) && is_graphic(s[i + 1]);
		bool scheme = ascii && i > 0 && s[i - 1] == '/' && s[i] == '/'; /* https:// */

		if (classes[i] == LINEBREAK_MUSTBREAK)
			breaks[i + 1] = BREAK_FORCED;
		else if (classes[i] == LINEBREAK_ALLOWBREAK)
			breaks[i + 1] = scheme ? BREAK_LAST_RESORT : BREAK_ALLOWED;
		else if (classes[i] == LINEBREAK_NOBREAK)
			breaks[i + 1] = ascii                                  ? BREAK_LAST_RESORT
					: is_graphic(s[i]) && opens(s + i + 1) ? BREAK_ALLOWED
									       : BREAK_FORBIDDEN;
	}
	breaks[len] = BREAK_ALLOWED;
	free(spare);
	xwipe(known);
	return breaks;
}

/* Returns the end of the piece that begins at `at`: the next place where a break is allowed. */
static size_t piece_end(const char *breaks, size_t at, size_t len)
{
	do
		at++;
	while (at < len && breaks[at] < BREAK_ALLOWED);
	return at;
}

/* Keeps addresses and numbers in ASCII on one line, with the punctuation around them, if they fit:
 * UAX #14 allows a break after a slash. */
static void join_ascii(const char *s, char *breaks, size_t len, int columns)
{
	for (size_t at = 0; at < len;) {
		size_t start = at, end = piece_end(breaks, at, len), shown;

		while (end < len && is_graphic(s[end - 1]) && is_graphic(s[end]) &&
		       breaks[end] == BREAK_ALLOWED)
			end = piece_end(breaks, end, len);
		shown = end;
		while (shown > start && s[shown - 1] == ' ')
			shown--;
		if (text_width_n(s + start, shown - start) <= columns)
			for (size_t i = start + 1; i < end; i++)
				if (breaks[i] == BREAK_ALLOWED)
					breaks[i] = BREAK_LAST_RESORT;
		at = end;
	}
}

/* Keeps the names of menus and buttons, in 【】, on one line if they fit: the reader looks for them
 * on the site. */
static void join_names(const char *s, char *breaks, int columns)
{
	const char *name = s, *end;

	while ((name = strstr(name, "【")) != NULL && (end = strstr(name, "】")) != NULL) {
		if (text_width_n(name, (size_t)(end - name)) + 2 <= columns)
			for (const char *at = name + 1; at < end; at++)
				if (breaks[at - s] == BREAK_ALLOWED)
					breaks[at - s] = BREAK_LAST_RESORT;
		name = end;
	}
}

/* Keeps a short item of a list on one line. A list has 、 between its items. */
static void join_items(const char *s, char *breaks, size_t len, int columns)
{
	enum { ENDS = 8 };
	static const char *const ends[ENDS] = { "、", "：", "，", "。", "；", "（", "）", " " };
	const int most = columns < ITEM_COLUMNS ? columns : ITEM_COLUMNS;
	bool listed = false;

	for (size_t start = 0, at = 0; at <= len; at++) {
		size_t mark = 0;

		while (mark < ENDS && strncmp(s + at, ends[mark], strlen(ends[mark])) != 0)
			mark++;
		if (mark == ENDS && at < len)
			continue;
		if ((listed || mark == 0) && text_width_n(s + start, at - start) <= most)
			for (size_t i = start + 1; i < at; i++)
				if (breaks[i] == BREAK_ALLOWED)
					breaks[i] = BREAK_LAST_RESORT;
		listed = mark == 0;
		start = at + (at < len ? strlen(ends[mark]) : 0);
	}
}

/* Returns the end of the line that begins at `start`: the last place that fits and has the best
 * kind of opportunity. */
static size_t wrapped_end(const char *s, const char *breaks, size_t len, size_t start, int columns)
{
	size_t fits = start + text_fit(s + start, columns), end = fits;
	uint32_t cp;

	for (size_t i = start + 1; i < len && i <= fits; i++)
		if (breaks[i] == BREAK_FORCED)
			return i;
	/* Blanks at the end of a line are not printed, so they always fit. */
	while (end < len && s[end] == ' ')
		end++;
	if (s[end] == '\n')
		return end + 1;
	for (enum opportunity least = BREAK_ALLOWED; least >= BREAK_LAST_RESORT; least--)
		for (size_t i = end; i > start; i--)
			if (breaks[i] >= (char)least)
				return i;
	return fits > start ? fits : start + text_decode(s + start, len - start, &cp);
}

struct text_line *text_wrap(const char *s, int columns, size_t *count)
{
	size_t len = strlen(s), start = 0;
	struct text_line *lines = NULL;
	char *breaks = find_breaks(s, len);

	join_ascii(s, breaks, len, columns);
	join_names(s, breaks, columns);
	join_items(s, breaks, len, columns);
	*count = 0;
	do {
		size_t end = wrapped_end(s, breaks, len, start, columns), shown = end;

		while (shown > start && (s[shown - 1] == ' ' || s[shown - 1] == '\n'))
			shown--;
		lines = xgrow(lines, *count, sizeof *lines);
		lines[(*count)++] = (struct text_line){ start, shown - start,
							text_width_n(s + start, shown - start) };
		start = end;
	} while (start < len);
	free(breaks);
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

char *text_unmarked(const char *s)
{
	struct text_span *spans;
	size_t count;
	char *plain = text_emphasis(s, &spans, &count);

	free(spans);
	return plain;
}
