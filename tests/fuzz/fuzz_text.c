/* SPDX-License-Identifier: MIT */
/* Cleaned text is valid UTF-8 without control characters, and cleaning it again changes nothing;
 * wrapped lines are within the width and lose only blanks between them. */
#include <locale.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/text_wrap.h"
#include "base/xalloc.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void check_clean(const char *text, bool one_line)
{
	char *clean = one_line ? text_clean_line(text) : text_clean(text);
	char *again = one_line ? text_clean_line(clean) : text_clean(clean);
	size_t len = strlen(clean);
	uint32_t cp;

	require(text_valid_bytes(clean, len) == len);
	require(strcmp(clean, again) == 0);
	for (size_t at = 0; at < len; at += text_decode(clean + at, len - at, &cp)) {
		text_decode(clean + at, len - at, &cp);
		require(cp == '\n' ? !one_line : !text_is_invisible(cp) && cp >= ' ');
	}
	free(clean);
	free(again);
}

static void check_wrap(const char *text, int columns)
{
	size_t count, done = 0, len = strlen(text);
	struct text_line *lines = text_wrap(text, columns, &count);

	require(count >= 1);
	for (size_t i = 0; i < count; i++) {
		require(lines[i].columns <= columns);
		require(lines[i].columns == text_width_n(text + lines[i].start, lines[i].len));
		for (; done < lines[i].start; done++)
			require(text[done] == ' ' || text[done] == '\n');
		require(done == lines[i].start);
		done += lines[i].len;
		require(done <= len);
	}
	for (; done < len; done++)
		require(text[done] == ' ' || text[done] == '\n');
	free(lines);
}

static void check_emphasis(const char *text)
{
	struct text_span *spans;
	size_t count, from = 0;
	char *plain = text_emphasis(text, &spans, &count);

	for (size_t i = 0; i < count; i++) {
		require(spans[i].start >= from && spans[i].end >= spans[i].start);
		from = spans[i].end;
	}
	require(from <= strlen(plain) && strlen(plain) + count * 4 == strlen(text));
	free(plain);
	free(spans);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static bool ready;
	char *text = xstrndup((const char *)bytes, len), *clean;

	if (!ready)
		ready = setlocale(LC_CTYPE, "C.UTF-8") != NULL;
	require(ready);
	check_clean(text, false);
	check_clean(text, true);
	check_emphasis(text);
	clean = text_clean(text);
	/* Only clean text is wrapped: libunibreak stops at truncated UTF-8. */
	check_wrap(clean, 2);
	check_wrap(clean, len > 0 ? 2 + bytes[0] % 79 : 80);
	free(clean);
	free(text);
	return 0;
}
