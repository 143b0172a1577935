/* SPDX-License-Identifier: MIT */
#include "json_strict.h"

#include <stdint.h>
#include <string.h>

#include "json_in.h"
#include "text.h"

enum { DIGITS_MAX = 15 };

struct scan {
	const char *s;
	size_t len, at;
	size_t depth;
	char open[JSON_DEPTH_MAX]; /* '{' or '[' */
	struct json_fault *fault;
};

static bool fail(struct scan *c, size_t at, const char *says)
{
	c->fault->at = at;
	c->fault->says = says;
	return false;
}

static bool starts(const struct scan *c, const char *word)
{
	size_t n = strlen(word);

	return c->len - c->at >= n && memcmp(c->s + c->at, word, n) == 0;
}

static int peek(const struct scan *c)
{
	return c->at < c->len ? (unsigned char)c->s[c->at] : -1;
}

static void skip_blanks(struct scan *c)
{
	while (c->at < c->len && memchr(" \t\r\n", c->s[c->at], 4) != NULL)
		c->at++;
}

/* What people write in place of what JSON wants. */
static bool fail_expecting(struct scan *c, const char *expected)
{
	static const struct {
		const char *found, *says;
	} slips[] = {
		{ "，", "这里是全角逗号，应为半角的 ,。" },
		{ "：", "这里是全角冒号，应为半角的 :。" },
		{ "“", "这里是中文引号，应为半角的 \"。" },
		{ "”", "这里是中文引号，应为半角的 \"。" },
		{ "'", "这里是单引号，应为双引号 \"。" },
		{ "//", "JSON 里不能写注释，请删掉。" },
		{ "/*", "JSON 里不能写注释，请删掉。" },
		{ "\xC2\xA0", "这里是不换行空格，请换成普通空格。" },
		{ "　", "这里是全角空格，请换成普通空格。" },
		{ "\xEF\xBB\xBF", "这里多了一个看不见的字节序标记，请删掉。" },
	};

	if (c->at == c->len)
		return fail(c, c->at, "文件在这里断了，后面少了内容。");
	for (size_t i = 0; i < sizeof slips / sizeof slips[0]; i++)
		if (starts(c, slips[i].found))
			return fail(c, c->at, slips[i].says);
	if ((unsigned char)c->s[c->at] < 0x20)
		return fail(c, c->at, "这里有控制字符，请删掉。");
	return fail(c, c->at, expected);
}

/* Four digits of a \u escape at `at`; -1: they are not. */
static long hex4(const struct scan *c, size_t at)
{
	long value = 0;

	for (size_t i = at; i < at + 4; i++) {
		const char *digits = "0123456789abcdef";
		const char *d;

		if (i >= c->len || c->s[i] == '\0' || (d = strchr(digits, c->s[i] | 0x20)) == NULL)
			return -1;
		value = value * 16 + (d - digits);
	}
	return value;
}

static bool scan_unicode_escape(struct scan *c)
{
	static const char half[] = "\\u 后面的代理码不成对，请直接写这个字。";
	size_t start = c->at;
	long high = hex4(c, c->at + 2), low;

	if (high < 0)
		return fail(c, start, "\\u 后面要有 4 位十六进制数字。");
	if (high == 0)
		return fail(c, start, "文字里不能有 NUL（\\u0000）。");
	c->at += 6;
	if (high >= 0xDC00 && high <= 0xDFFF)
		return fail(c, start, half);
	if (high < 0xD800 || high > 0xDBFF)
		return true;
	low = starts(c, "\\u") ? hex4(c, c->at + 2) : -1;
	if (low < 0xDC00 || low > 0xDFFF)
		return fail(c, start, half);
	c->at += 6;
	return true;
}

static bool scan_escape(struct scan *c)
{
	if (c->at + 1 >= c->len)
		return fail(c, c->len, "文件在引号里断了，少了结尾的 \"。");
	if (c->s[c->at + 1] == 'u')
		return scan_unicode_escape(c);
	if (c->s[c->at + 1] == '\0' || strchr("\"\\/bfnrt", c->s[c->at + 1]) == NULL)
		return fail(c, c->at, "没有这种转义；反斜杠本身要写成 \\\\。");
	c->at += 2;
	return true;
}

static bool scan_string(struct scan *c)
{
	size_t start = c->at++, step;
	uint32_t cp;

	while (c->at < c->len && c->s[c->at] != '"') {
		if (c->s[c->at] == '\\') {
			if (!scan_escape(c))
				return false;
			continue;
		}
		if (c->s[c->at] == '\n' || c->s[c->at] == '\r')
			return fail(c, c->at, "引号里不能换行：是不是少了结尾的 \"？");
		if ((unsigned char)c->s[c->at] < 0x20)
			return fail(c, c->at, "文字里有控制字符，请删掉。");
		step = text_decode(c->s + c->at, c->len - c->at, &cp);
		if (step == 0)
			return fail(c, c->at, "这里不是 UTF-8，请把文件另存为 UTF-8。");
		c->at += step;
	}
	if (c->at == c->len)
		return fail(c, start, "这个引号没有结尾的 \"。");
	c->at++;
	return true;
}

static size_t scan_digits(struct scan *c)
{
	size_t start = c->at;

	while (c->at < c->len && c->s[c->at] >= '0' && c->s[c->at] <= '9')
		c->at++;
	return c->at - start;
}

/* Zeros before the first digit that counts, of a number with that many digits. */
static size_t leading_zeros(const char *number, size_t digits)
{
	size_t zeros = 0;

	for (; zeros < digits && strchr("-.0", *number) != NULL; number++)
		zeros += *number == '0';
	return zeros;
}

static bool scan_number(struct scan *c)
{
	size_t start = c->at, whole, part = 0, significant;

	c->at += c->s[c->at] == '-';
	if (peek(c) == '0' && c->at + 1 < c->len && c->s[c->at + 1] >= '0' && c->s[c->at + 1] <= '9')
		return fail(c, start, "数字不能以 0 开头；号码请写进引号。");
	whole = scan_digits(c);
	if (whole == 0)
		return fail(c, start, "减号后面要有数字。");
	if (peek(c) == '.') {
		c->at++;
		part = scan_digits(c);
		if (part == 0)
			return fail(c, start, "小数点后面要有数字。");
	}
	if (peek(c) == 'e' || peek(c) == 'E') {
		size_t exponent;

		c->at++;
		c->at += peek(c) == '+' || peek(c) == '-';
		exponent = scan_digits(c);
		if (exponent == 0)
			return fail(c, start, "指数里要有数字。");
		if (exponent > 2)
			return fail(c, start, "数字太大或太小，读不准。");
	}
	significant = whole + part - leading_zeros(c->s + start, whole + part);
	if (significant > DIGITS_MAX)
		return fail(c, start, "数字超过 15 位会被四舍五入；证件号码请写进引号 \"\"。");
	return true;
}

static bool scan_scalar(struct scan *c)
{
	static const char *const words[] = { "true", "false", "null" };

	if (peek(c) == '"')
		return scan_string(c);
	if (peek(c) == '-' || (peek(c) >= '0' && peek(c) <= '9'))
		return scan_number(c);
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (starts(c, words[i])) {
			c->at += strlen(words[i]);
			return true;
		}
	if (peek(c) == ',' || peek(c) == ']' || peek(c) == '}')
		return fail(c, c->at, "这里少了一个值，或者前面多了一个逗号。");
	return fail_expecting(c, "这里应该是一个值：文字要写在半角引号 \"\" 里。");
}

/* A member's name and colon. */
static bool scan_key(struct scan *c)
{
	skip_blanks(c);
	if (peek(c) == '}')
		return fail(c, c->at, "最后一项后面多了一个逗号。");
	if (peek(c) != '"')
		return fail_expecting(c, "这里应该是写在半角引号 \"\" 里的名称。");
	if (!scan_string(c))
		return false;
	skip_blanks(c);
	if (peek(c) != ':')
		return fail_expecting(c, "名称后面应该是冒号 :。");
	c->at++;
	return true;
}

/* Opens as many containers as stand here, then takes a scalar or closes an empty one. */
static bool scan_value(struct scan *c)
{
	for (;;) {
		int open;

		skip_blanks(c);
		open = peek(c);
		if (open != '{' && open != '[')
			return scan_scalar(c);
		if (c->depth == JSON_DEPTH_MAX)
			return fail(c, c->at, "嵌套太深（最多 64 层）。");
		c->open[c->depth++] = (char)open;
		c->at++;
		skip_blanks(c);
		if (peek(c) == (open == '{' ? '}' : ']')) {
			c->depth--;
			c->at++;
			return true;
		}
		if (open == '{' && !scan_key(c))
			return false;
	}
}

/* What follows a value inside its container: commas and ends. *more: another value is next. */
static bool scan_after(struct scan *c, bool *more)
{
	*more = false;
	while (c->depth > 0) {
		char open = c->open[c->depth - 1];

		skip_blanks(c);
		if (peek(c) == ',') {
			c->at++;
			*more = true;
			skip_blanks(c);
			if (open == '[' && peek(c) == ']')
				return fail(c, c->at, "最后一项后面多了一个逗号。");
			return open == '[' || scan_key(c);
		}
		if (peek(c) != (open == '{' ? '}' : ']'))
			return fail_expecting(c, open == '{' ? "这里应该是逗号 , 或右花括号 }。"
							     : "这里应该是逗号 , 或右方括号 ]。");
		c->depth--;
		c->at++;
	}
	return true;
}

bool json_strict(const char *bytes, size_t len, struct json_fault *fault)
{
	struct scan c = { .s = bytes, .len = len, .fault = fault };
	bool more = true;

	skip_blanks(&c);
	if (c.at == len)
		return fail(&c, c.at, "文件是空的。");
	while (more)
		if (!scan_value(&c) || !scan_after(&c, &more))
			return false;
	skip_blanks(&c);
	if (c.at < len)
		return fail_expecting(&c, "内容到前面已经结束，这里多了东西。");
	return true;
}

size_t json_strict_string_end(const char *bytes, size_t at)
{
	for (at++; bytes[at] != '"'; at++)
		if (bytes[at] == '\\')
			at++;
	return at + 1;
}
