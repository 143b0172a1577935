/* SPDX-License-Identifier: MIT */
#include "base/json_strict.h"

#include <string.h>

#include "base/json_strict_internal.h"
#include "base/text.h"

bool json_scan_fail(struct json_scan *c, size_t at, const char *says)
{
	c->fault->at = at;
	c->fault->says = says;
	return false;
}

bool json_scan_starts(const struct json_scan *c, const char *word)
{
	size_t n = strlen(word);

	return c->len - c->at >= n && memcmp(c->s + c->at, word, n) == 0;
}

int json_scan_peek(const struct json_scan *c)
{
	return c->at < c->len ? (unsigned char)c->s[c->at] : -1;
}

static void skip_blanks(struct json_scan *c)
{
	int next;

	while ((next = json_scan_peek(c)) == ' ' || next == '\t' || next == '\r' || next == '\n')
		c->at++;
}

#define FULL_WIDTH(found, name, wanted)                           \
	{                                                         \
		found, "这里是" name "，应为半角的 " wanted "。" \
	}

/* What people write in place of what JSON wants. */
static const struct {
	const char *found, *says;
} slips[] = {
	FULL_WIDTH("，", "全角逗号", ","),       FULL_WIDTH("：", "全角冒号", ":"),
	FULL_WIDTH("“", "中文引号", "\""),       FULL_WIDTH("”", "中文引号", "\""),
	FULL_WIDTH("＂", "全角引号", "\""),      FULL_WIDTH("｛", "全角括号", "{"),
	FULL_WIDTH("｝", "全角括号", "}"),       FULL_WIDTH("［", "全角括号", "["),
	FULL_WIDTH("］", "全角括号", "]"),       FULL_WIDTH("【", "中文括号", "["),
	FULL_WIDTH("】", "中文括号", "]"),       { "'", "这里是单引号，应为双引号 \"。" },
	{ "//", "JSON 里不能写注释，请删掉。" }, { "/*", "JSON 里不能写注释，请删掉。" },
	{ "#", "JSON 里不能写注释，请删掉。" },
};

static bool fail_expecting(struct json_scan *c, const char *expected)
{
	uint32_t cp;

	if (c->at == c->len)
		return json_scan_fail(c, c->at, "文件在这里断了，后面少了内容。");
	for (size_t i = 0; i < sizeof slips / sizeof slips[0]; i++)
		if (json_scan_starts(c, slips[i].found))
			return json_scan_fail(c, c->at, slips[i].says);
	if (text_decode(c->s + c->at, c->len - c->at, &cp) == 0)
		return json_scan_fail(c, c->at, "这里不是 UTF-8，请把文件另存为 UTF-8。");
	if (text_is_blank(cp))
		return json_scan_fail(c, c->at, "这里的空格 JSON 不认，请换成普通空格。");
	if (text_is_invisible(cp))
		return json_scan_fail(c, c->at, "这里有看不见的字符，请删掉。");
	return json_scan_fail(c, c->at, expected);
}

static bool scan_scalar(struct json_scan *c)
{
	static const char *const words[] = { "true", "false", "null" };

	if (json_scan_peek(c) == '"')
		return json_scan_string(c);
	if (json_scan_peek(c) == '-' || (json_scan_peek(c) >= '0' && json_scan_peek(c) <= '9'))
		return json_scan_number(c);
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (json_scan_starts(c, words[i])) {
			c->at += strlen(words[i]);
			return true;
		}
	if (json_scan_peek(c) == ',' || json_scan_peek(c) == ']' || json_scan_peek(c) == '}')
		return json_scan_fail(c, c->at, "这里少了一个值，或者前面多了一个逗号。");
	return fail_expecting(c, "这里应该是一个值：文字要写在半角引号 \"\" 里。");
}

/* A member's name and colon. */
static bool scan_key(struct json_scan *c)
{
	skip_blanks(c);
	if (json_scan_peek(c) == '}')
		return json_scan_fail(c, c->at, "最后一项后面多了一个逗号。");
	if (json_scan_peek(c) != '"')
		return fail_expecting(c, "这里应该是写在半角引号 \"\" 里的名称。");
	if (!json_scan_string(c))
		return false;
	skip_blanks(c);
	if (json_scan_peek(c) != ':')
		return fail_expecting(c, "名称后面应该是冒号 :。");
	c->at++;
	return true;
}

/* Opens as many containers as stand here, then takes a scalar or closes an empty one. */
static bool scan_value(struct json_scan *c)
{
	for (;;) {
		int open;

		skip_blanks(c);
		open = json_scan_peek(c);
		if (open != '{' && open != '[')
			return scan_scalar(c);
		if (c->depth == JSON_DEPTH_MAX)
			return json_scan_fail(c, c->at, "嵌套太深（最多 64 层）。");
		c->open[c->depth++] = (char)open;
		c->at++;
		skip_blanks(c);
		if (json_scan_peek(c) == (open == '{' ? '}' : ']')) {
			c->depth--;
			c->at++;
			return true;
		}
		if (open == '{' && !scan_key(c))
			return false;
	}
}

/* What follows a value inside its container: commas and ends. *more: another value is next. */
static bool scan_after(struct json_scan *c, bool *more)
{
	*more = false;
	while (c->depth > 0) {
		char open = c->open[c->depth - 1];

		skip_blanks(c);
		if (json_scan_peek(c) == ',') {
			c->at++;
			*more = true;
			skip_blanks(c);
			if (open == '[' && json_scan_peek(c) == ']')
				return json_scan_fail(c, c->at, "最后一项后面多了一个逗号。");
			return open == '[' || scan_key(c);
		}
		if (json_scan_peek(c) != (open == '{' ? '}' : ']'))
			return fail_expecting(c, open == '{' ? "这里应该是逗号 , 或右花括号 }。"
							     : "这里应该是逗号 , 或右方括号 ]。");
		c->depth--;
		c->at++;
	}
	return true;
}

bool json_strict(const char *bytes, size_t len, struct json_fault *fault)
{
	struct json_scan c = { .s = bytes, .len = len, .fault = fault };
	size_t valid = text_valid_bytes(bytes, len);
	bool more = true;

	if (valid < len)
		return json_scan_fail(&c, valid,
				      "这里不是 UTF-8（多半是 GBK），请把文件另存为 UTF-8。");
	skip_blanks(&c);
	if (c.at == len)
		return json_scan_fail(&c, c.at, "文件是空的。");
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
