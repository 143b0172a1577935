/* SPDX-License-Identifier: MIT */
#include "plain/plain_say.h"

#include <stdbool.h>
#include <string.h>

#include "base/charset.h"
#include "base/text.h"
#include "base/xalloc.h"

#define MORE "m 接着听，"

/* Chinese characters of a text. */
static size_t heard(const char *text)
{
	size_t count = 0, left = strlen(text), n;
	uint32_t cp;

	for (; (n = text_decode(text, left, &cp)) > 0; text += n, left -= n)
		count += text_is_ideograph(cp);
	return count;
}

static bool is_among(uint32_t cp, const uint32_t *set, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (set[i] == cp)
			return true;
	return false;
}

size_t plain_say_portion(const char *text, size_t most)
{
	static const uint32_t ends[] = { '\n', 0x3002, 0xFF1B, 0xFF1F, 0xFF01 }, /* 。；？！ */
		pauses[] = { 0xFF0C, 0x3001, 0xFF1A };                           /* ，、： */
	size_t count = 0, end = 0, pause = 0, at = 0, left = strlen(text), n;
	bool full = false; /* the sentences up to end are enough */
	uint32_t cp;

	for (; (n = text_decode(text + at, left - at, &cp)) > 0; at += n) {
		count += text_is_ideograph(cp);
		if (count > most)
			return end > 0 && (full || pause < end) ? end
			       : pause > 0                      ? pause
			       : at > 0                         ? at
								: n;
		if (is_among(cp, ends, sizeof ends / sizeof ends[0])) {
			end = at + n;
			full = count >= most / 2;
		}
		if (is_among(cp, pauses, sizeof pauses / sizeof pauses[0]))
			pause = at + n;
	}
	return left;
}

bool plain_say_has_more(const struct plain_say *say)
{
	return say->text != NULL && say->text[say->at] != '\0';
}

void plain_say_set(struct plain_say *say, char *text, bool on)
{
	if (on && plain_say_has_more(say)) {
		xwipe(text);
		return;
	}
	plain_say_end(say);
	say->text = text;
}

void plain_say_next(struct plain_say *say, const char *prompt, FILE *out)
{
	size_t asked = heard(prompt), space = asked < SAY_MAX ? SAY_MAX - asked : 0, len;
	const char *text = say->text == NULL ? "" : say->text + say->at;
	char *portion;

	len = plain_say_portion(text, space);
	if (text[len] != '\0') {
		space -= heard(MORE) < space ? heard(MORE) : space;
		len = plain_say_portion(text, space);
	}
	portion = xstrndup(text, len);
	charset_put(portion, out);
	if (len > 0 && portion[len - 1] != '\n')
		fputc('\n', out);
	xwipe(portion);
	say->at += len;
}

void plain_say_ask(const struct plain_say *say, const char *prompt, FILE *out)
{
	charset_put(plain_say_has_more(say) ? MORE : "", out);
	charset_put(prompt, out);
}

void plain_say_end(struct plain_say *say)
{
	xwipe(say->text);
	*say = (struct plain_say){ 0 };
}
