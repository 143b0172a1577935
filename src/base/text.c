/* SPDX-License-Identifier: MIT */
#include "base/text.h"

#include <string.h>
#include <wchar.h>

#include "base/eight_bytes.h"
#include "base/xalloc.h"

enum { REPLACEMENT = 0xFFFD, GETA = 0x3013, MARKS_MAX = 2 };

struct range {
	uint32_t first, last;
};

static bool in_ranges(uint32_t cp, const struct range *ranges, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (cp >= ranges[i].first && cp <= ranges[i].last)
			return true;
	return false;
}
#define IN(cp, ranges) in_ranges(cp, ranges, sizeof(ranges) / sizeof(ranges)[0])

static const struct range blanks[] = {
	{ 0x09, 0x0D },     { 0x20, 0x20 },     { 0x85, 0x85 },     { 0xA0, 0xA0 },
	{ 0x1680, 0x1680 }, { 0x2000, 0x200A }, { 0x2028, 0x2029 }, { 0x202F, 0x202F },
	{ 0x205F, 0x205F }, { 0x3000, 0x3000 },
};

/* Characters that a terminal does not draw: it ignores or obeys them. */
static const struct range bidi[] = {
	{ 0x061C, 0x061C },
	{ 0x200E, 0x200F },
	{ 0x202A, 0x202E },
	{ 0x2066, 0x2069 },
};
static const struct range zero_width[] = {
	{ 0xAD, 0xAD },     { 0x034F, 0x034F }, { 0x17B4, 0x17B5 },   { 0x180B, 0x180F },
	{ 0x200B, 0x200D }, { 0x2060, 0x2065 }, { 0x206A, 0x206F },   { 0xFE00, 0xFE0F },
	{ 0xFEFF, 0xFEFF }, { 0xFFF0, 0xFFFB }, { 0xE0000, 0xE0FFF },
};
static const struct range fillers[] = {
	{ 0x115F, 0x1160 },
	{ 0x2800, 0x2800 },
	{ 0x3164, 0x3164 },
	{ 0xFFA0, 0xFFA0 },
};

/* True if three bytes are a character from U+0800 to U+FFFF: most Chinese text. */
static inline bool is_three(const unsigned char *u)
{
	if (u[0] < 0xE0 || u[0] > 0xEF || (u[1] & 0xC0) != 0x80 || (u[2] & 0xC0) != 0x80)
		return false;
	return u[0] == 0xE0 ? u[1] >= 0xA0 : u[0] != 0xED || u[1] < 0xA0;
}

/* Inline version of text_decode(), for loops over a whole text. */
static inline size_t decode_sequence(const char *s, size_t n, uint32_t *cp)
{
	const unsigned char *u = (const unsigned char *)s;
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	size_t len;
	uint32_t c;

	if (n == 0)
		return 0;
	if (u[0] < 0x80) {
		*cp = u[0];
		return 1;
	}
	if (n >= 3 && is_three(u)) {
		*cp = (u[0] & 0x0FU) << 12 | (u[1] & 0x3FU) << 6 | (u[2] & 0x3FU);
		return 3;
	}
	len = u[0] >= 0xF0 ? 4 : u[0] >= 0xE0 ? 3 : 2;
	if (u[0] < 0xC2 || u[0] > 0xF4 || n < len)
		return 0;
	c = u[0] & (0x7Fu >> len);
	for (size_t i = 1; i < len; i++) {
		if ((u[i] & 0xC0) != 0x80)
			return 0;
		c = c << 6 | (u[i] & 0x3F);
	}
	if (c < least[len] || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
		return 0;
	*cp = c;
	return len;
}

size_t text_decode(const char *s, size_t n, uint32_t *cp)
{
	return decode_sequence(s, n, cp);
}

bool text_next_sequence(const char **s, uint32_t *cp)
{
	size_t len;

	if (**s == '\0')
		return false;
	len = decode_sequence(*s, 4, cp); /* the NUL ends any sequence */
	if (len == 0)
		*cp = REPLACEMENT;
	*s += len > 0 ? len : 1;
	return true;
}

unsigned text_small_number(const char *s)
{
	enum { MOST = 999 };
	unsigned number = 0;
	uint32_t cp;

	while (text_next(&s, &cp)) {
		cp = text_narrow(cp);
		if (cp < '0' || cp > '9' || number * 10 > MOST)
			return 0;
		number = number * 10 + (cp - '0');
	}
	return number;
}

size_t text_encode(uint32_t cp, char out[4])
{
	static const unsigned char lead[] = { 0, 0, 0xC0, 0xE0, 0xF0 };
	size_t len;

	if (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF))
		cp = REPLACEMENT;
	if (cp < 0x80) {
		out[0] = (char)cp;
		return 1;
	}
	len = cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
	for (size_t i = len - 1; i > 0; i--, cp >>= 6)
		out[i] = (char)(0x80 | (cp & 0x3F));
	out[0] = (char)(lead[len] | cp);
	return len;
}

bool text_is_ascii(const char *s, size_t len)
{
	uint64_t all = 0;

	for (; len >= EIGHT_BYTES; s += EIGHT_BYTES, len -= EIGHT_BYTES)
		all |= eight_load(s);
	while (len > 0)
		all |= (unsigned char)s[--len];
	return (all & 0x80 * EIGHT_EACH) == 0;
}

size_t text_valid_bytes(const char *s, size_t len)
{
	size_t at = 0, step = 1;
	uint32_t cp;

	for (; at < len && step > 0; at += step)
		if (len - at >= EIGHT_BYTES && (eight_load(s + at) & 0x80 * EIGHT_EACH) == 0)
			step = EIGHT_BYTES;
		else
			step = decode_sequence(s + at, len - at, &cp);
	return at;
}

size_t text_length(const char *s)
{
	size_t count = 0;
	uint32_t cp;

	while (text_next(&s, &cp))
		count++;
	return count;
}

size_t text_offset(const char *s, size_t index)
{
	const char *here = s;
	uint32_t cp;

	while (index > 0 && text_next(&here, &cp))
		index--;
	return (size_t)(here - s);
}

/* Returns the width that nearly every terminal draws, for locales without Chinese. */
static int guess_width(uint32_t cp)
{
	static const struct range wide[] = {
		{ 0x1100, 0x115F },   { 0x2E80, 0x303E },   { 0x3041, 0xA4CF }, { 0xAC00, 0xD7A3 },
		{ 0xF900, 0xFAFF },   { 0xFE30, 0xFE6F },   { 0xFF00, 0xFF60 }, { 0xFFE0, 0xFFE6 },
		{ 0x1F300, 0x1FAFF }, { 0x20000, 0x3FFFD },
	};
	static const struct range marks[] = { { 0x0300, 0x036F }, { 0x20D0, 0x20FF } };

	if (IN(cp, marks) || IN(cp, zero_width) || IN(cp, bidi))
		return 0;
	return IN(cp, wide) ? 2 : 1;
}

/* Visible ASCII and the main block of ideographs: a fast answer for most characters. */
static bool is_common(uint32_t cp)
{
	return cp - 0x21 < 0x7F - 0x21 || cp - 0x4E00 <= 0x9FFF - 0x4E00;
}

int text_char_width(uint32_t cp)
{
	int width;

	if (cp < 0x7F)
		return 1;
	if (is_common(cp))
		return 2;
	width = wcwidth((wchar_t)cp);
	return width >= 0 ? width : guess_width(cp);
}

int text_width_n(const char *s, size_t len)
{
	const char *end = s + len;
	int columns = 0;
	uint32_t cp;

	while (s < end && text_next(&s, &cp))
		columns += text_char_width(cp);
	return columns;
}

int text_width(const char *s)
{
	return text_width_n(s, strlen(s));
}

size_t text_fit(const char *s, int columns)
{
	const char *end = s, *next = s;
	uint32_t cp;

	while (text_next(&next, &cp) && (columns -= text_char_width(cp)) >= 0)
		end = next;
	return (size_t)(end - s);
}

bool text_is_blank(uint32_t cp)
{
	return !is_common(cp) && IN(cp, blanks);
}

bool text_all(const char *s, bool (*is)(uint32_t cp))
{
	uint32_t cp;

	while (text_next(&s, &cp))
		if (!is(cp))
			return false;
	return true;
}

bool text_holds_number(const char *s)
{
	enum { DIGITS = 6 };
	size_t digits = 0;
	uint32_t cp;

	while (digits < DIGITS && text_next(&s, &cp)) {
		if (text_is_blank(cp) || text_is_invisible(cp))
			continue;
		cp = text_narrow(cp);
		digits = cp >= '0' && cp <= '9' ? digits + 1 : 0;
	}
	return digits == DIGITS;
}

bool text_is_invisible(uint32_t cp)
{
	if (is_common(cp))
		return false;
	return (cp < 0x20 && !text_is_blank(cp)) || (cp >= 0x7F && cp < 0xA0 && cp != 0x85) ||
	       IN(cp, bidi) || IN(cp, zero_width) || IN(cp, fillers);
}

bool text_is_ideograph(uint32_t cp)
{
	static const struct range ideographs[] = {
		{ 0x3400, 0x4DBF },
		{ 0x4E00, 0x9FFF },
		{ 0xF900, 0xFAFF },
		{ 0x20000, 0x3FFFD },
	};

	return cp >= ideographs[0].first && IN(cp, ideographs);
}

uint32_t text_clean_char(uint32_t cp)
{
	if (cp == '\n' || (cp >= 0x20 && cp < 0x7F))
		return cp;
	if (cp < 0xA0)
		return REPLACEMENT;
	if (!is_common(cp)) {
		if (IN(cp, bidi))
			return REPLACEMENT;
		if (IN(cp, zero_width))
			return 0;
		if (IN(cp, fillers) || cp == 0x2028 || cp == 0x2029)
			return ' ';
	}
	/* wcwidth() is -1 for a character newer than the C library or outside of the charset, and
	 * curses would draw a blank. In a locale without Chinese, its answer is of no use. */
	if (wcwidth((wchar_t)cp) < 0 && wcwidth(GETA) == 2)
		return text_is_ideograph(cp) ? GETA : REPLACEMENT;
	return cp;
}

static char *clean(const char *s, bool one_line)
{
	char *out = xmalloc(strlen(s) * 3 + 1); /* U+FFFD has three bytes */
	size_t n = 0;
	int marks = 0;
	uint32_t cp;

	while (text_next(&s, &cp)) {
		if (cp >= ' ' && cp < 0x7F) { /* the most common case */
			out[n++] = (char)cp;
			marks = 0;
			continue;
		}
		cp = cp == '\n' && one_line ? ' ' : text_clean_char(cp);
		if (cp == 0)
			continue;
		marks = cp != '\n' && text_char_width(cp) == 0 ? marks + 1 : 0;
		if (marks <= MARKS_MAX)
			n += text_encode(cp, out + n);
	}
	out[n] = '\0';
	return out;
}

size_t text_number(size_t n, char out[TEXT_NUMBER])
{
	char digits[TEXT_NUMBER];
	size_t count = 0;

	do {
		digits[TEXT_NUMBER - ++count] = (char)('0' + n % 10);
		n /= 10;
	} while (n > 0);
	memcpy(out, digits + TEXT_NUMBER - count, count);
	return count;
}

char *text_clean(const char *s)
{
	return clean(s, false);
}

char *text_clean_line(const char *s)
{
	return clean(s, true);
}

size_t text_clean_bytes(const char *s, size_t n)
{
	char *before = xstrndup(s, n), *cleaned = text_clean_line(before);
	size_t bytes = strlen(cleaned);

	xwipe(before);
	xwipe(cleaned);
	return bytes;
}
