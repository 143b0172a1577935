/* SPDX-License-Identifier: MIT */
#include "base/charset.h"

#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <stdarg.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"

static bool knows_chinese(void)
{
	static const char *const codesets[] = { "UTF-8", "utf8", "GB18030", "GBK", "GB2312" };
	const char *codeset = nl_langinfo(CODESET);

	for (size_t i = 0; i < sizeof codesets / sizeof codesets[0]; i++)
		if (strcmp(codeset, codesets[i]) == 0)
			return true;
	return false;
}

bool charset_choose(void)
{
	static const char *const fallbacks[] = { "C.UTF-8", "C.utf8", "en_US.UTF-8", "zh_CN.UTF-8",
						 "UTF-8" };

	/* Not LC_ALL: cJSON reads numbers by LC_NUMERIC, and every category costs time at start. */
	if (setlocale(LC_CTYPE, "") != NULL && knows_chinese())
		return true;
	for (size_t i = 0; i < sizeof fallbacks / sizeof fallbacks[0]; i++)
		if (setlocale(LC_CTYPE, fallbacks[i]) != NULL)
			return true;
	return false;
}

static bool is_utf8(void)
{
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

bool charset_has(uint32_t cp)
{
	char bytes[MB_LEN_MAX];
	mbstate_t state = { 0 };

	return cp < 0x80 || is_utf8() || wcrtomb(bytes, (wchar_t)cp, &state) != (size_t)-1;
}

/* Writes one character in the terminal's charset. */
static void put_character(uint32_t cp, FILE *out)
{
	char bytes[MB_LEN_MAX];
	mbstate_t state = { 0 };
	size_t n = wcrtomb(bytes, (wchar_t)cp, &state);

	if (n != (size_t)-1)
		fwrite(bytes, 1, n, out);
	else
		fputc('?', out);
}

void charset_put_clean(const char *text, FILE *out)
{
	uint32_t cp;

	if (is_utf8())
		fputs(text, out);
	else
		while (text_next(&text, &cp))
			put_character(cp, out);
}

void charset_put(const char *text, FILE *out)
{
	char *clean = text_clean(text);

	charset_put_clean(clean, out);
	xwipe(clean);
}

void charset_printf(FILE *out, const char *format, ...)
{
	va_list args;
	char *text;

	va_start(args, format);
	text = xvasprintf(format, args);
	va_end(args);
	charset_put(text, out);
	xwipe(text);
}

bool charset_decode(struct charset_decoder *d, unsigned char byte, uint32_t *cp)
{
	bool fresh = mbsinit(&d->state);
	char c = (char)byte;
	wchar_t wide;
	size_t n = mbrtowc(&wide, &c, 1, &d->state);

	if (n == (size_t)-2)
		return false;
	if (n == (size_t)-1) {
		memset(&d->state, 0, sizeof d->state);
		/* The byte may begin another character. */
		return !fresh && charset_decode(d, byte, cp);
	}
	*cp = (uint32_t)wide;
	/* mbrtowc() accepts more than Unicode. */
	return *cp < 0x110000 && (*cp < 0xD800 || *cp > 0xDFFF);
}

char *charset_to_utf8(const char *bytes)
{
	bool utf8 = is_utf8();
	size_t len = strlen(bytes), n = 0;
	char *out = xmalloc(len * 4 + 1);

	for (size_t at = 0; at < len;) {
		mbstate_t state = { 0 };
		wchar_t wide;
		uint32_t cp = 0;
		size_t step = utf8 ? text_decode(bytes + at, len - at, &cp)
				   : mbrtowc(&wide, bytes + at, len - at, &state);

		if (step == 0 || step == (size_t)-1 || step == (size_t)-2) {
			step = 1;
			cp = 0xFFFD;
		} else if (!utf8) {
			cp = (uint32_t)wide;
		}
		n += text_encode(cp, out + n);
		at += step;
	}
	out[n] = '\0';
	return out;
}
