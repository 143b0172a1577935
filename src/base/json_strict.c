/* SPDX-License-Identifier: MIT */
#include "base/json_strict.h"

#include <string.h>

#include "base/eight_bytes.h"
#include "base/text.h"

/* A double keeps every whole number of up to 15 digits. */
enum { DIGITS_MAX = 15 };

/* The state of the scanner. The bytes are well-formed UTF-8. Each scan_*() begins at the first
 * byte of what it scans and ends after the last; false: *fault is set. */
struct scan {
	const char *s;
	size_t len, at, depth;
	struct json_fault *fault;
};

static bool set_fault(struct scan *c, size_t at, const char *message)
{
	c->fault->at = at;
	c->fault->message = message;
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
	int next;

	while ((next = peek(c)) == ' ' || next == '\t' || next == '\r' || next == '\n')
		c->at++;
}

/* Returns the value of the four hexadecimal digits at `at`; -1 if there are not four. */
static long hex4(const struct scan *c, size_t at)
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

static bool fail_control(struct scan *c)
{
	return set_fault(c, c->at, "文字里有控制字符，删掉它。");
}

static bool scan_unicode_escape(struct scan *c)
{
	static const char half[] = "\\u 后面的代理码不成对，直接写这个字。";
	long high = hex4(c, c->at + 2), low;
	size_t start = c->at;

	if (high < 0)
		return set_fault(c, start, "\\u 后面要有 4 位十六进制数字。");
	if ((high < ' ' && high != '\n') || (high >= 0x7F && high < 0xA0))
		return fail_control(c);
	c->at += 6;
	if (high < 0xD800 || high > 0xDFFF)
		return true;
	low = starts(c, "\\u") ? hex4(c, c->at + 2) : -1;
	if (high > 0xDBFF || low < 0xDC00 || low > 0xDFFF)
		return set_fault(c, start, half);
	c->at += 6;
	return true;
}

static bool scan_escape(struct scan *c)
{
	char escaped = c->at + 1 < c->len ? c->s[c->at + 1] : '"';

	if (escaped == 'u')
		return scan_unicode_escape(c);
	if (escaped != '\0' && strchr("bfrt", escaped) != NULL)
		return fail_control(c);
	if (escaped == '\0' || strchr("\"\\/n", escaped) == NULL)
		return set_fault(c, c->at, "没有这种转义；反斜杠本身要写成 \\\\。");
	c->at += 2;
	return true;
}

/* Skips the bytes of a string that need no check, which are most of a file. 0xC2 is the first byte
 * of the control characters above ASCII, and of others. */
static void skip_usual(struct scan *c)
{
	const char *s = c->s, *end = s + c->len, *at = s + c->at;

	for (; end - at >= EIGHT_BYTES; at += EIGHT_BYTES) {
		uint64_t word = eight_load(at);
		uint64_t other = eight_below(word, ' ') | eight_equal(word, '"') |
				 eight_equal(word, '\\') | eight_equal(word, '\x7F') |
				 eight_equal(word, '\xC2');

		if (other != 0) {
			c->at = (size_t)(at - s) + eight_first(other);
			return;
		}
	}
	while (at < end && (unsigned char)*at >= ' ' && strchr("\"\\\x7F\xC2", *at) == NULL)
		at++;
	c->at = (size_t)(at - s);
}

static bool scan_string(struct scan *c)
{
	size_t start = c->at++;

	for (skip_usual(c); peek(c) != '"'; skip_usual(c)) {
		if (peek(c) < 0)
			return set_fault(c, start, "这个引号没有结尾的 \"。");
		if (peek(c) == '\n' || peek(c) == '\r')
			return set_fault(c, c->at, "引号里不能换行：是不是少了结尾的 \"？");
		if (peek(c) == '\\') {
			if (!scan_escape(c))
				return false;
		} else if (peek(c) != 0xC2 || (unsigned char)c->s[c->at + 1] < 0xA0) {
			return fail_control(c);
		} else {
			c->at += 2;
		}
	}
	c->at++;
	return true;
}

static bool scan_number(struct scan *c)
{
	size_t start = c->at, digits;

	c->at += peek(c) == '-';
	digits = c->at;
	while (peek(c) >= '0' && peek(c) <= '9')
		c->at++;
	digits = c->at - digits;
	if (digits == 0)
		return set_fault(c, start, "减号后面要有数字。");
	if (digits > 1 && c->s[c->at - digits] == '0')
		return set_fault(c, start, "数字不能以 0 开头；号码要写进引号 \"\"。");
	if (digits > DIGITS_MAX)
		return set_fault(c, start, "数字超过 15 位会被四舍五入；证件号码要写进引号 \"\"。");
	if (peek(c) == '.' || peek(c) == 'e' || peek(c) == 'E')
		return set_fault(c, start, "这里只用整数；号码要写进引号 \"\"。");
	return true;
}

#define FULL_WIDTH(found, name, wanted)                           \
	{                                                         \
		found, "这里是" name "，应为半角的 " wanted "。" \
	}

/* Common mistakes and the messages for them. */
static const struct {
	const char *found, *says;
} mistakes[] = {
	FULL_WIDTH("，", "全角逗号", ","),       FULL_WIDTH("：", "全角冒号", ":"),
	FULL_WIDTH("“", "中文引号", "\""),       FULL_WIDTH("”", "中文引号", "\""),
	FULL_WIDTH("＂", "全角引号", "\""),      FULL_WIDTH("｛", "全角括号", "{"),
	FULL_WIDTH("｝", "全角括号", "}"),       FULL_WIDTH("［", "全角括号", "["),
	FULL_WIDTH("］", "全角括号", "]"),       FULL_WIDTH("【", "中文括号", "["),
	FULL_WIDTH("】", "中文括号", "]"),       { "'", "这里是单引号，应为双引号 \"。" },
	{ "//", "JSON 里不能写注释，删掉它。" }, { "/*", "JSON 里不能写注释，删掉它。" },
	{ "#", "JSON 里不能写注释，删掉它。" },
};

/* True if a string ends right before this place and text follows it, as in "打开"学信网"". */
static bool is_behind_inner_quote(const struct scan *c)
{
	return c->at > 0 && c->s[c->at - 1] == '"' && strchr("\"'#/,:[]{}", peek(c)) == NULL;
}

static bool fail_expecting(struct scan *c, const char *expected)
{
	uint32_t cp;

	if (c->at == c->len)
		return set_fault(c, c->at, "文件在这里断了，后面少了内容。");
	for (size_t i = 0; i < sizeof mistakes / sizeof mistakes[0]; i++)
		if (starts(c, mistakes[i].found))
			return set_fault(c, c->at, mistakes[i].says);
	text_decode(c->s + c->at, c->len - c->at, &cp);
	if (text_is_blank(cp))
		return set_fault(c, c->at, "这里的空格 JSON 不认，换成普通空格。");
	if (text_is_invisible(cp))
		return set_fault(c, c->at, "这里有看不见的字符，删掉它。");
	if (is_behind_inner_quote(c))
		return set_fault(c, c->at - 1,
				 "文字到这个引号就结束了：文字里面的引号要写成 \\\"。");
	return set_fault(c, c->at, expected);
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
		return set_fault(c, c->at, "这里少了一个值，或者前面多了一个逗号。");
	return fail_expecting(c, "这里应该是一个值：文字要写在半角引号 \"\" 里。");
}

/* Scans a member's name and colon. */
static bool scan_key(struct scan *c)
{
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

static bool scan_value(struct scan *c);

/* Scans an object or an array, which ends with close: '}' or ']'. */
static bool scan_container(struct scan *c, char close)
{
	c->at++;
	skip_blanks(c);
	if (peek(c) == close) {
		c->at++;
		return true;
	}
	for (;;) {
		if ((close == '}' && !scan_key(c)) || !scan_value(c))
			return false;
		if (peek(c) != ',' && peek(c) != close)
			return fail_expecting(c, close == '}' ? "这里应该是逗号 , 或右花括号 }。"
							      : "这里应该是逗号 , 或右方括号 ]。");
		if (c->s[c->at++] == close)
			return true;
		skip_blanks(c);
		if (peek(c) == close)
			return set_fault(c, c->at, "最后一项后面多了一个逗号。");
	}
}

/* Scans a value and the blanks around it. */
static bool scan_value(struct scan *c)
{
	bool good;

	skip_blanks(c);
	if (peek(c) != '{' && peek(c) != '[') {
		good = scan_scalar(c);
	} else if (c->depth == JSON_DEPTH_MAX) {
		good = set_fault(c, c->at, "嵌套太深（最多 64 层）。");
	} else {
		c->depth++;
		good = scan_container(c, peek(c) == '{' ? '}' : ']');
		c->depth--;
	}
	skip_blanks(c);
	return good;
}

bool json_strict(const char *bytes, size_t len, struct json_fault *fault)
{
	struct scan c = { .s = bytes, .len = len, .fault = fault };
	size_t valid = text_valid_bytes(bytes, len);

	if (valid < len)
		return set_fault(&c, valid, "这里不是 UTF-8（多半是 GBK），把文件另存为 UTF-8。");
	skip_blanks(&c);
	if (c.at == len)
		return set_fault(&c, c.at, "文件是空的。");
	return scan_value(&c) &&
	       (c.at == len || fail_expecting(&c, "内容到前面已经结束，这里多了东西。"));
}

size_t json_strict_string_end(const char *bytes, size_t at)
{
	for (at++; bytes[at] != '"'; at++)
		if (bytes[at] == '\\')
			at++;
	return at + 1;
}

size_t json_strict_value_end(const char *bytes, size_t at)
{
	size_t depth = 0;

	do {
		at += strcspn(bytes + at, depth > 0 ? "\"[]{}" : "\"[]{}, \t\r\n");
		if (bytes[at] == '"')
			at = json_strict_string_end(bytes, at);
		else if (bytes[at] == '[' || bytes[at] == '{')
			depth++, at++;
		else if (depth > 0)
			depth--, at++;
	} while (depth > 0);
	return at;
}
