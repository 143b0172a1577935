/* SPDX-License-Identifier: MIT */
#include "base/json_strict_internal.h"

#include <string.h>

#include "base/eight_bytes.h"

/* What a double holds of any decimal number. */
enum { DIGITS_MAX = 15 };

/* Four digits of a \u escape at `at`; -1: they are not. */
static long hex4(const struct json_scan *c, size_t at)
{
	static const char digits[] = "0123456789abcdefABCDEF";
	long value = 0;

	if (c->len < at + 4)
		return -1;
	for (size_t i = at; i < at + 4; i++) {
		const char *digit = memchr(digits, c->s[i], sizeof digits - 1);

		if (digit == NULL)
			return -1;
		value = value * 16 + (digit - digits < 16 ? digit - digits : digit - digits - 6);
	}
	return value;
}

static bool scan_unicode_escape(struct json_scan *c)
{
	static const char half[] = "\\u 后面的代理码不成对，请直接写这个字。";
	size_t start = c->at;
	long high = hex4(c, c->at + 2), low;

	if (high < 0)
		return json_scan_fail(c, start, "\\u 后面要有 4 位十六进制数字。");
	if (high == 0)
		return json_scan_fail(c, start, "文字里不能有 NUL（\\u0000）。");
	c->at += 6;
	if (high >= 0xDC00 && high <= 0xDFFF)
		return json_scan_fail(c, start, half);
	if (high < 0xD800 || high > 0xDBFF)
		return true;
	low = json_scan_starts(c, "\\u") ? hex4(c, c->at + 2) : -1;
	if (low < 0xDC00 || low > 0xDFFF)
		return json_scan_fail(c, start, half);
	c->at += 6;
	return true;
}

static bool scan_escape(struct json_scan *c)
{
	if (c->at + 1 >= c->len)
		return json_scan_fail(c, c->len, "文件在引号里断了，少了结尾的 \"。");
	if (c->s[c->at + 1] == 'u')
		return scan_unicode_escape(c);
	if (c->s[c->at + 1] == '\0' || strchr("\"\\/bfnrt", c->s[c->at + 1]) == NULL)
		return json_scan_fail(c, c->at, "没有这种转义；反斜杠本身要写成 \\\\。");
	c->at += 2;
	return true;
}

/* Most of a file: what neither ends a string nor is special in it. */
static void skip_usual(struct json_scan *c)
{
	const char *s = c->s, *end = s + c->len, *at = s + c->at;

	for (; end - at >= EIGHT_BYTES; at += EIGHT_BYTES) {
		uint64_t word = eight_load(at);
		uint64_t other =
			eight_below(word, 0x20) | eight_equal(word, '"') | eight_equal(word, '\\');

		if (other != 0) {
			c->at = (size_t)(at - s) + eight_first(other);
			return;
		}
	}
	while (at < end && (unsigned char)*at >= 0x20 && *at != '"' && *at != '\\')
		at++;
	c->at = (size_t)(at - s);
}

bool json_scan_string(struct json_scan *c)
{
	size_t start = c->at++;

	for (skip_usual(c); c->at < c->len && c->s[c->at] != '"'; skip_usual(c)) {
		if (c->s[c->at] == '\n' || c->s[c->at] == '\r')
			return json_scan_fail(c, c->at, "引号里不能换行：是不是少了结尾的 \"？");
		if ((unsigned char)c->s[c->at] < 0x20)
			return json_scan_fail(c, c->at, "文字里有控制字符，请删掉。");
		if (!scan_escape(c))
			return false;
	}
	if (c->at == c->len)
		return json_scan_fail(c, start, "这个引号没有结尾的 \"。");
	c->at++;
	return true;
}

static size_t scan_digits(struct json_scan *c)
{
	size_t start = c->at;

	while (c->at < c->len && c->s[c->at] >= '0' && c->s[c->at] <= '9')
		c->at++;
	return c->at - start;
}

/* Zeros before the first other digit cost no precision. */
static size_t significant_digits(const struct json_scan *c, size_t start)
{
	size_t count = 0;

	for (size_t i = start; i < c->at; i++)
		if (c->s[i] > '0' || (c->s[i] == '0' && count > 0))
			count++;
	return count;
}

static bool scan_exponent(struct json_scan *c, size_t start)
{
	bool zero;

	c->at++;
	c->at += json_scan_peek(c) == '+' || json_scan_peek(c) == '-';
	zero = json_scan_peek(c) == '0';
	while (json_scan_peek(c) == '0')
		c->at++;
	switch (scan_digits(c)) {
	case 0:
		return zero || json_scan_fail(c, start, "指数里要有数字。");
	case 1:
	case 2:
		return true;
	default:
		return json_scan_fail(c, start, "这个数字太大或太小，读不准。");
	}
}

bool json_scan_number(struct json_scan *c)
{
	size_t start = c->at, whole;

	c->at += json_scan_peek(c) == '-';
	whole = scan_digits(c);
	if (whole == 0)
		return json_scan_fail(c, start, "减号后面要有数字。");
	if (whole > 1 && c->s[c->at - whole] == '0')
		return json_scan_fail(c, start, "数字不能以 0 开头；号码请写进引号 \"\"。");
	if (json_scan_peek(c) == '.') {
		c->at++;
		if (scan_digits(c) == 0)
			return json_scan_fail(c, start, "小数点后面要有数字。");
	}
	if (significant_digits(c, start) > DIGITS_MAX)
		return json_scan_fail(c, start,
				      "数字超过 15 位会被四舍五入；证件号码请写进引号 \"\"。");
	return (json_scan_peek(c) != 'e' && json_scan_peek(c) != 'E') || scan_exponent(c, start);
}
