/* SPDX-License-Identifier: MIT */
#include "plain/plain_say.h"

#include <stdbool.h>
#include <string.h>

#include "base/charset.h"
#include "base/text.h"
#include "base/xalloc.h"

#define MORE "回车 接着听："

/* Returns the number of Chinese characters in a text. */
static size_t heard(const char *text)
{
	size_t count = 0;
	uint32_t cp;

	while (text_next(&text, &cp))
		count += text_is_ideograph(cp);
	return count;
}

/* Where a text can be cut, from the best place to the worst: after a sentence, half a sentence, a
 * clause, a few words. */
enum cut { CUT_SENTENCE, CUT_HALF, CUT_CLAUSE, CUT_WORDS, CUT_NONE };

static enum cut cut_after(uint32_t cp)
{
	static const uint32_t marks[CUT_NONE][4] = {
		[CUT_SENTENCE] = { '\n', 0x3002, 0xFF1F, 0xFF01 }, /* 。？！ */
		[CUT_HALF] = { 0xFF1B, 0xFF1A },                   /* ；： */
		[CUT_CLAUSE] = { 0xFF0C },                         /* ， */
		[CUT_WORDS] = { 0x3001 },                          /* 、 */
	};

	for (size_t i = 0; i < sizeof marks / sizeof marks[0][0]; i++)
		if (marks[i / 4][i % 4] == cp)
			return (enum cut)(i / 4);
	return CUT_NONE;
}

size_t plain_say_portion(const char *text, size_t most)
{
	size_t cuts[CUT_NONE + 1] = { 0 }, count = 0, at = 0, left = strlen(text), n;
	uint32_t cp;

	for (; (n = text_decode(text + at, left - at, &cp)) > 0; at += n) {
		enum cut cut = cut_after(cp);

		count += text_is_ideograph(cp);
		if (count > most)
			break;
		if (cut == CUT_HALF && count < most / 2)
			cut = CUT_WORDS;
		cuts[cut] = at + n;
	}
	if (n == 0)
		return left;
	for (enum cut cut = CUT_SENTENCE; cut < CUT_NONE; cut++)
		if (cuts[cut] > 0)
			return cuts[cut];
	return at > 0 ? at : n;
}

bool plain_say_has_more(const struct plain_say *say)
{
	return say->text != NULL && say->text[say->at] != '\0';
}

void plain_say_set(struct plain_say *say, char *text)
{
	plain_say_end(say);
	say->text = text;
}

static size_t left_after(size_t most, const char *prompt)
{
	size_t asked = heard(prompt);

	return asked < most ? most - asked : 0;
}

void plain_say_next(struct plain_say *say, const char *prompt, FILE *out)
{
	const char *text = say->text == NULL ? "" : say->text + say->at;
	size_t len = plain_say_portion(text, left_after(SAY_MAX, prompt));
	size_t longer = plain_say_portion(text, left_after(SAY_MAX, MORE));
	char *portion;

	if (text[len] != '\0' && text[longer] != '\0')
		len = longer;
	portion = xstrndup(text, len);
	charset_put(portion, out);
	if (len > 0 && portion[len - 1] != '\n')
		fputc('\n', out);
	xwipe(portion);
	say->at += len;
}

void plain_say_ask(const struct plain_say *say, const char *prompt, FILE *out)
{
	charset_put(plain_say_has_more(say) ? MORE : prompt, out);
}

void plain_say_end(struct plain_say *say)
{
	xwipe(say->text);
	*say = (struct plain_say){ 0 };
}
