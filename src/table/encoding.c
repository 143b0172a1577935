/* SPDX-License-Identifier: MIT */
#include "table/encoding.h"

#include <string.h>

#include "base/text.h"

const char *encoding_name(enum encoding encoding)
{
	static const char *const names[] = { "ASCII", "UTF-8", "GB18030" };

	return names[encoding];
}

bool encoding_is_ascii(struct slice s)
{
	return text_is_ascii(s.bytes, s.len);
}

/* Returns the bytes of the GB 18030 character at p, by its structure alone; 0 if it is invalid. */
static size_t gb18030_step(const unsigned char *p, size_t n)
{
	if (n == 0)
		return 0;
	if (p[0] <= 0x80) /* 0x80 is the euro sign in GBK of Windows */
		return 1;
	if (p[0] == 0xFF || n < 2)
		return 0;
	if (p[1] >= 0x40 && p[1] != 0x7F && p[1] != 0xFF)
		return 2;
	if (n < 4 || p[1] < 0x30 || p[1] > 0x39)
		return 0;
	return p[2] > 0x80 && p[2] < 0xFF && p[3] >= 0x30 && p[3] <= 0x39 ? 4 : 0;
}

static bool is_utf8(struct slice s)
{
	return text_valid_bytes(s.bytes, s.len) == s.len;
}

/* Counts the characters that are not ASCII; 0 if s is not valid GB 18030. */
static size_t count_gb18030(struct slice s)
{
	const unsigned char *bytes = (const unsigned char *)s.bytes;
	size_t count = 0, step;

	for (size_t at = 0; at < s.len; at += step) {
		if ((step = gb18030_step(bytes + at, s.len - at)) == 0)
			return 0;
		count += bytes[at] >= 0x80;
	}
	return count;
}

/* Returns true if s has only ASCII and the GB 2312 rows of ideographs and full-width marks: bytes
 * of UTF-8 hardly ever fall into these. */
static bool is_common_gb(struct slice s)
{
	const unsigned char *p = (const unsigned char *)s.bytes, *end = p + s.len;

	while (p < end) {
		if (*p < 0x80) {
			p++;
			continue;
		}
		if (end - p < 2 || p[1] < 0xA1 || p[1] == 0xFF || p[0] < 0xA1 || p[0] > 0xF7 ||
		    (p[0] > 0xA3 && p[0] < 0xB0))
			return false;
		p += 2;
	}
	return true;
}

/* Returns true if s is UTF-8 with at least two characters that are not ASCII, all of them
 * ideographs or Chinese marks. */
static bool is_chinese_utf8(struct slice s)
{
	size_t count = 0, step;
	uint32_t cp;

	for (size_t at = 0; at < s.len; at += step) {
		step = text_decode(s.bytes + at, s.len - at, &cp);
		if (step == 0 || (cp >= 0x80 && cp < 0x3000) || (cp > 0xFFFF && cp < 0x20000))
			return false;
		count += cp >= 0x80;
	}
	return count >= 2;
}

/* Lines counted by encoding; `either`: lines that may be both. first: the encoding of the first
 * line that is counted for one. */
struct votes {
	size_t utf8, gb18030, either;
	enum encoding first;
};

static void vote(struct slice line, struct votes *votes)
{
	if (encoding_is_ascii(line))
		return;
	if (is_utf8(line) && is_common_gb(line)) {
		votes->either++;
		return;
	}
	if (votes->utf8 + votes->gb18030 == 0)
		votes->first = is_utf8(line) ? ENCODING_UTF8 : ENCODING_GB18030;
	if (is_utf8(line))
		votes->utf8++;
	else
		votes->gb18030++;
}

static size_t line_end(struct slice s, size_t from)
{
	while (from < s.len && s.bytes[from] != '\n' && s.bytes[from] != '\r')
		from++;
	return from;
}

enum encoding encoding_find(struct slice head, bool complete)
{
	struct votes votes = { 0 };
	size_t from = 0;

	while (from < head.len) {
		size_t end = line_end(head, from);

		/* The end of the block may have cut a character in two. */
		if (end < head.len || complete || from == 0)
			vote((struct slice){ head.bytes + from, end - from }, &votes);
		from = end + 1;
	}
	if (votes.gb18030 != votes.utf8)
		return votes.gb18030 > votes.utf8 ? ENCODING_GB18030 : ENCODING_UTF8;
	if (votes.utf8 > 0)
		return votes.first;
	return votes.either > 0 ? ENCODING_UTF8 : ENCODING_ASCII;
}

/* Returns true if s is valid in this encoding and not more likely in the other. */
static bool fits_encoding(enum encoding encoding, struct slice s)
{
	if (encoding_is_ascii(s))
		return true;
	if (encoding == ENCODING_UTF8)
		return is_utf8(s);
	return count_gb18030(s) > 0 && (is_common_gb(s) || !is_chinese_utf8(s));
}

bool decoder_ready(struct decoder *d)
{
	if (d->gb18030 == (iconv_t)-1)
		d->gb18030 = iconv_open("UTF-8", "GB18030");
	return d->gb18030 != (iconv_t)-1;
}

/* Replaces U+E5E5, which iconv makes of A3A0, by the full-width blank that GBK has there. */
static void mend_blanks(char *s)
{
	static const char blank[] = { '\xE3', '\x80', '\x80' }; /* U+3000 */

	while ((s = strstr(s, "\uE5E5")) != NULL)
		memcpy(s, blank, sizeof blank);
}

/* Decodes one character to UTF-8; out[0] is '\0' if it cannot be read. Returns the bytes it
 * takes. */
static size_t decode_one(const struct decoder *d, enum encoding encoding, struct slice s,
			 char out[8])
{
	char *from = (char *)(uintptr_t)s.bytes, *to = out;
	size_t left = 7, step;
	uint32_t cp;

	memset(out, 0, 8);
	step = encoding == ENCODING_GB18030 ? gb18030_step((const unsigned char *)s.bytes, s.len)
					    : text_decode(s.bytes, s.len, &cp);
	if (step == 0)
		return 1;
	if (encoding == ENCODING_GB18030 && *s.bytes == '\x80') {
		strcpy(out, "€");
	} else if (step == 1 || encoding != ENCODING_GB18030) {
		memcpy(out, s.bytes, step);
	} else if (d->gb18030 != (iconv_t)-1) {
		size_t bytes = step;

		if (iconv(d->gb18030, &from, &bytes, &to, &left) == (size_t)-1) {
			iconv(d->gb18030, NULL, NULL, NULL, NULL);
			memset(out, 0, 8);
		}
		mend_blanks(out);
	}
	return step;
}

static void decode(const struct decoder *d, enum encoding encoding, struct slice s, char *out,
		   size_t size)
{
	size_t used = 0;
	bool full = false;

	/* Reads on when out is full: the result must not depend on the size of out. */
	for (size_t at = 0; at < s.len;) {
		struct slice rest = { s.bytes + at, s.len - at };
		char one[8];
		size_t step = decode_one(d, encoding, rest, one), len;

		if (one[0] == '\0')
			text_encode(0xFFFD, one);
		at += step;
		len = strlen(one);
		full = full || used + len >= size;
		if (full)
			continue;
		memcpy(out + used, one, len);
		used += len;
	}
	out[used] = '\0';
}

/* Returns true if s needs no decoding. */
static bool stands_as_is(enum encoding encoding, struct slice s)
{
	return (encoding == ENCODING_UTF8 ? is_utf8(s) : encoding_is_ascii(s)) &&
	       memchr(s.bytes, '\0', s.len) == NULL;
}

/* Decodes s with one call of iconv. Returns false if a part of it cannot be read or does not
 * fit. */
static bool decode_at_once(iconv_t gb18030, struct slice s, char *out, size_t size)
{
	char *from = (char *)(uintptr_t)s.bytes, *to = out;
	size_t left = s.len, space = size - 1;

	if (iconv(gb18030, &from, &left, &to, &space) == (size_t)-1) {
		iconv(gb18030, NULL, NULL, NULL, NULL);
		return false;
	}
	*to = '\0';
	mend_blanks(out);
	return strlen(out) == (size_t)(to - out);
}

/* Returns true if an ideograph in UTF-8 is among the bytes of s. */
static bool has_utf8_ideograph(struct slice s)
{
	uint32_t cp;

	for (size_t at = 0; at < s.len; at++)
		if (text_decode(s.bytes + at, s.len - at, &cp) >= 3 && text_is_ideograph(cp))
			return true;
	return false;
}

/* Returns true if s, which is not valid in the other encoding, is almost certainly in this one: it
 * has two characters or more, and is not UTF-8 that has lost a byte or its end. */
static bool is_surely(enum encoding encoding, struct slice s)
{
	if (encoding == ENCODING_UTF8)
		return is_chinese_utf8(s);
	return count_gb18030(s) >= 2 && !has_utf8_ideograph(s);
}

/* Returns true if s, valid UTF-8, is more likely GB 18030: two characters or more and no letter
 * beside them, as in José·Li. */
static bool is_rather_gb(struct slice s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((s.bytes[i] | 0x20) >= 'a' && (s.bytes[i] | 0x20) <= 'z')
			return false;
	return is_common_gb(s) && count_gb18030(s) >= 2 && !is_chinese_utf8(s);
}

/* Returns true if s is in this encoding, which is not the file's. near: it is in a row beside one
 * that is, so that it need only be valid and not more likely in the file's. */
static bool is_other(enum encoding encoding, struct slice s, bool fits_own, bool near)
{
	if (!fits_own)
		return fits_encoding(encoding, s) && (near || is_surely(encoding, s));
	return near && (encoding == ENCODING_UTF8 ? is_chinese_utf8(s) : is_rather_gb(s));
}

bool decoder_read(struct decoder *d, struct slice s, char *out, size_t size)
{
	enum encoding own = d->encoding;
	enum encoding other = own == ENCODING_GB18030 ? ENCODING_UTF8 : ENCODING_GB18030;
	bool near = d->other_row > 0 && d->row <= d->other_row + 1 && !encoding_is_ascii(s), fits;

	if (s.len > 0 && s.len < size && !near && stands_as_is(own, s)) {
		memcpy(out, s.bytes, s.len);
		out[s.len] = '\0';
		return true;
	}
	fits = fits_encoding(own, s);
	if ((own == ENCODING_GB18030 || near || !fits) && d->gb18030 == (iconv_t)-1)
		decoder_ready(d);
	if (is_other(other, s, fits, near)) {
		decode(d, other, s, out, size);
		d->other_row = d->row;
		return false;
	}
	if (!fits || own != ENCODING_GB18030 || d->gb18030 == (iconv_t)-1 ||
	    !decode_at_once(d->gb18030, s, out, size))
		decode(d, own, s, out, size);
	return true;
}

size_t encoding_count(enum encoding encoding, struct slice s)
{
	size_t count = 0, step;
	uint32_t cp;

	for (size_t at = 0; at < s.len; at += step, count++) {
		struct slice rest = { s.bytes + at, s.len - at };

		step = encoding == ENCODING_GB18030
			       ? gb18030_step((const unsigned char *)rest.bytes, rest.len)
			       : text_decode(rest.bytes, rest.len, &cp);
		step = step > 0 ? step : 1;
	}
	return count;
}
