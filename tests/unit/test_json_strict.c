/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/json_strict.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define BYTES(literal) literal, sizeof(literal) - 1
#define BOM "\xEF\xBB\xBF"
#define TEN(x) x x x x x x x x x x
#define SIXTY_FOUR(x) TEN(x) TEN(x) TEN(x) TEN(x) TEN(x) TEN(x) x x x x

/* A block of exactly this size, so that a sanitizer sees the first byte read behind it. */
static char *exact(const char *bytes, size_t len)
{
	char *copy = malloc(len > 0 ? len : 1);

	assert_non_null(copy);
	memcpy(copy, bytes, len);
	return copy;
}

struct refused {
	const char *bytes;
	size_t len, line, column;
	const char *says; /* a part of the sentence */
};

static const struct refused numbers[] = {
	{ BYTES("[01]"), 1, 2, "以 0 开头" },
	{ BYTES("[-01]"), 1, 2, "以 0 开头" },
	{ BYTES("[00]"), 1, 2, "以 0 开头" },
	{ BYTES("{\"tel\":013800138000}"), 1, 8, "要写进引号" },
	{ BYTES("[-]"), 1, 2, "减号" },
	{ BYTES("[-a]"), 1, 2, "减号" },
	{ BYTES("[--1]"), 1, 2, "减号" },
	{ BYTES("[-.5]"), 1, 2, "减号" },
	{ BYTES("[+1]"), 1, 2, "应该是一个值" },
	{ BYTES("[.5]"), 1, 2, "应该是一个值" },
	{ BYTES("[1.]"), 1, 2, "整数" },
	{ BYTES("[1.2.3]"), 1, 2, "整数" },
	{ BYTES("[1e]"), 1, 2, "整数" },
	{ BYTES("[1e400]"), 1, 2, "整数" },
	{ BYTES("[0x1F]"), 1, 3, "逗号" },
	{ BYTES("[1 000]"), 1, 4, "逗号" },
	{ BYTES("[1a]"), 1, 3, "逗号" },
	{ BYTES("[NaN]"), 1, 2, "应该是一个值" },
	{ BYTES("[Infinity]"), 1, 2, "应该是一个值" },
	{ BYTES("[-Infinity]"), 1, 2, "减号" },
	{ BYTES("[１]"), 1, 2, "应该是一个值" },
	{ BYTES("{\"id\":110000200709010014}"), 1, 7, "超过 15 位" },
	{ BYTES("[1234567890123456]"), 1, 2, "要写进引号" },
	{ BYTES("[1000000000000000]"), 1, 2, "超过 15 位" },
	{ BYTES("[0.1234567890123456]"), 1, 2, "整数" },
	{ BYTES("1."), 1, 1, "整数" },
	{ BYTES("-"), 1, 1, "减号" },
	{ BYTES("1e"), 1, 1, "整数" },
};

static const struct refused strings[] = {
	{ BYTES("[\"a"), 1, 2, "没有结尾" },
	{ BYTES("[\""), 1, 2, "没有结尾" },
	{ BYTES("[\"\\"), 1, 2, "没有结尾" },
	{ BYTES("[\"\\\"]"), 1, 2, "没有结尾" },
	{ BYTES("[\"a\nb\"]"), 1, 4, "不能换行" },
	{ BYTES("[\n \"李明\n]"), 2, 5, "不能换行" },
	{ BYTES("[\"a\r\n\"]"), 1, 4, "不能换行" },
	{ BYTES("[\"a\tb\"]"), 1, 4, "控制字符" },
	{ BYTES("[\"\x1B[31m\"]"), 1, 3, "控制字符" },
	{ BYTES("[\"\x1F\"]"), 1, 3, "控制字符" },
	{ BYTES("[\"a\0b\"]"), 1, 4, "控制字符" },
	{ BYTES("[\"李\\u0000\"]"), 1, 4, "控制字符" },
	{ BYTES("{\"\\u0000\":1}"), 1, 3, "控制字符" },
	{ BYTES("[\"12345678\\t\"]"), 1, 11, "控制字符" },
	{ BYTES("[\"\\r\\n\"]"), 1, 3, "控制字符" },
	{ BYTES("[\"\\b\"]"), 1, 3, "控制字符" },
	{ BYTES("[\"\\f\"]"), 1, 3, "控制字符" },
	{ BYTES("[\"\\u001f\"]"), 1, 3, "控制字符" },
	{ BYTES("[\"\\u007F\"]"), 1, 3, "控制字符" },
	{ BYTES("[\"\\u009f\"]"), 1, 3, "控制字符" },
	{ BYTES("[\"1234567\x7F\"]"), 1, 10, "控制字符" },
	{ BYTES("[\"\x7F\"]"), 1, 3, "控制字符" },
	{ BYTES("[\"学\xC2\x80\"]"), 1, 4, "控制字符" },
	{ BYTES("[\"12345678\xC2\x9F\"]"), 1, 11, "控制字符" },
	{ BYTES("[\"\\x41\"]"), 1, 3, "没有这种转义" },
	{ BYTES("[\"C:\\dir\"]"), 1, 5, "没有这种转义" },
	{ BYTES("[\"\\\0\"]"), 1, 3, "没有这种转义" },
	{ BYTES("[\"\\'\"]"), 1, 3, "没有这种转义" },
	{ BYTES("[\"\\U0041\"]"), 1, 3, "没有这种转义" },
	{ BYTES("[\"\\学\"]"), 1, 3, "没有这种转义" },
	{ BYTES("[\"\\u00\"]"), 1, 3, "4 位" },
	{ BYTES("[\"\\u00"), 1, 3, "4 位" },
	{ BYTES("[\"\\u"), 1, 3, "4 位" },
	{ BYTES("[\"\\u00g0\"]"), 1, 3, "4 位" },
	{ BYTES("[\"\\u004\x11\"]"), 1, 3, "4 位" },
	{ BYTES("[\"\\u+041\"]"), 1, 3, "4 位" },
	{ BYTES("[\"\\ud800\"]"), 1, 3, "不成对" },
	{ BYTES("[\"a\\uDBFFx\"]"), 1, 4, "不成对" },
	{ BYTES("[\"\\udc00\"]"), 1, 3, "不成对" },
	{ BYTES("[\"\\uDFFF\\uD800\"]"), 1, 3, "不成对" },
	{ BYTES("[\"\\ud842\\ud842\"]"), 1, 3, "不成对" },
	{ BYTES("[\"\\ud842\\u0041\"]"), 1, 3, "不成对" },
	{ BYTES("[\"\\ud842\\u12"), 1, 3, "不成对" },
	{ BYTES("[\"\\ud842\\n\"]"), 1, 3, "不成对" },
};

static const struct refused structure[] = {
	{ BYTES(""), 0, 0, "空的" },
	{ BYTES(" \n\t "), 2, 3, "空的" },
	{ BYTES("["), 1, 2, "断了" },
	{ BYTES("{"), 1, 2, "断了" },
	{ BYTES("[1"), 1, 3, "断了" },
	{ BYTES("[1,"), 1, 4, "断了" },
	{ BYTES("{\"a\""), 1, 5, "断了" },
	{ BYTES("{\"a\":"), 1, 6, "断了" },
	{ BYTES("{\"a\":1"), 1, 7, "断了" },
	{ BYTES("{\"a\":1,"), 1, 8, "断了" },
	{ BYTES("[1,]"), 1, 4, "多了一个逗号" },
	{ BYTES("{\"a\": 1,\n}"), 2, 1, "多了一个逗号" },
	{ BYTES("[,1]"), 1, 2, "少了一个值" },
	{ BYTES("[1,,2]"), 1, 4, "少了一个值" },
	{ BYTES("[,]"), 1, 2, "少了一个值" },
	{ BYTES("{\"a\":}"), 1, 6, "少了一个值" },
	{ BYTES("{\"a\":,\"b\":1}"), 1, 6, "少了一个值" },
	{ BYTES("]"), 1, 1, "少了一个值" },
	{ BYTES("{,}"), 1, 2, "名称" },
	{ BYTES("{1:1}"), 1, 2, "名称" },
	{ BYTES("{name:1}"), 1, 2, "名称" },
	{ BYTES("{[1]:1}"), 1, 2, "名称" },
	{ BYTES("{\"a\":1 \"b\":2}"), 1, 8, "右花括号" },
	{ BYTES("{\"a\" 1}"), 1, 6, "冒号" },
	{ BYTES("{\"a\"}"), 1, 5, "冒号" },
	{ BYTES("{\"a\",1}"), 1, 5, "冒号" },
	{ BYTES("{\"a\"::1}"), 1, 6, "应该是一个值" },
	{ BYTES("[1 2]"), 1, 4, "右方括号" },
	{ BYTES("[\"a\":1]"), 1, 5, "右方括号" },
	{ BYTES("[1}"), 1, 3, "右方括号" },
	{ BYTES("{\"a\":1]"), 1, 7, "右花括号" },
	{ BYTES("[]]"), 1, 3, "已经结束" },
	{ BYTES("{}{}"), 1, 3, "已经结束" },
	{ BYTES("{},"), 1, 3, "已经结束" },
	{ BYTES("1 2"), 1, 3, "已经结束" },
	{ BYTES("{}\nx"), 2, 1, "已经结束" },
	{ BYTES("[ture]"), 1, 2, "应该是一个值" },
	{ BYTES("[True]"), 1, 2, "应该是一个值" },
	{ BYTES("[tru"), 1, 2, "应该是一个值" },
	{ BYTES("[nullx]"), 1, 6, "逗号" },
	{ BYTES("[李明]"), 1, 2, "引号" },
	{ BYTES("{\"甲\": 1, \"乙\" 2}"), 1, 14, "冒号" },
	{ BYTES(SIXTY_FOUR("[") "["), 1, 65, "64 层" },
	{ BYTES(SIXTY_FOUR("[") "{}"), 1, 65, "64 层" },
};

static const struct refused mistakes[] = {
	{ BYTES("{\"a\":\"打开\"学信网\"\"}"), 1, 9, "要写成 \\\"" },
	{ BYTES("[\"\"学信网\"是\"]"), 1, 3, "要写成 \\\"" },
	{ BYTES("{\"a\"b\":1}"), 1, 4, "要写成 \\\"" },
	{ BYTES("[\"a\" \"b\"]"), 1, 6, "右方括号" },
	{ BYTES("[\"a\"\"b\"]"), 1, 5, "右方括号" },
	{ BYTES("{\"a\":1，\"b\":2}"), 1, 7, "全角逗号" },
	{ BYTES("{\"李明\"：1}"), 1, 6, "全角冒号" },
	{ BYTES("{“a”:1}"), 1, 2, "中文引号" },
	{ BYTES("{\"a\":“b”}"), 1, 6, "中文引号" },
	{ BYTES("[”a”]"), 1, 2, "中文引号" },
	{ BYTES("[＂a＂]"), 1, 2, "全角引号" },
	{ BYTES("｛\"a\":1}"), 1, 1, "全角括号" },
	{ BYTES("{\"a\":1｝"), 1, 7, "全角括号" },
	{ BYTES("［1]"), 1, 1, "全角括号" },
	{ BYTES("[1］"), 1, 3, "全角括号" },
	{ BYTES("【1]"), 1, 1, "中文括号" },
	{ BYTES("[1】"), 1, 3, "中文括号" },
	{ BYTES("['a']"), 1, 2, "单引号" },
	{ BYTES("{'a':1}"), 1, 2, "单引号" },
	{ BYTES("{ // 姓名\n\"a\":1}"), 1, 3, "注释" },
	{ BYTES("[1 /* 一 */]"), 1, 4, "注释" },
	{ BYTES("{}\n# 完"), 2, 1, "注释" },
	{ BYTES("[1,\xC2\xA0"
		"2]"),
	  1, 4, "空格" },
	{ BYTES("{　\"a\":1}"), 1, 2, "空格" },
	{ BYTES("[\f1]"), 1, 2, "空格" },
	{ BYTES("[\v1]"), 1, 2, "空格" },
	{ BYTES("[\0]"), 1, 2, "看不见" },
	{ BYTES("1\0"), 1, 2, "看不见" },
	{ BYTES("[\x01]"), 1, 2, "看不见" },
	{ BYTES("[\x7F]"), 1, 2, "看不见" },
	{ BYTES("[\xE2\x80\x8B]"), 1, 2, "看不见" },
	{ BYTES("[" BOM "]"), 1, 2, "看不见" },
};

static const struct refused encodings[] = {
	{ BYTES("{\"name\":\"\xC0\xEE\xC3\xF7\"}"), 1, 10, "另存为 UTF-8" }, /* GBK */
	{ BYTES("{\n\"a\":1, \xA1\xB0"
		"b\":1}"),
	  2, 8, "另存为 UTF-8" },
	{ BYTES("[\"\x80\"]"), 1, 3, "UTF-8" },
	{ BYTES("[\"\xFF\"]"), 1, 3, "UTF-8" },
	{ BYTES("\xFF"), 1, 1, "UTF-8" },
	{ BYTES("[\"\xC0\x80\"]"), 1, 3, "UTF-8" }, /* overlong */
	{ BYTES("[\"\xE0\x80\x80\"]"), 1, 3, "UTF-8" },
	{ BYTES("[\"\xF0\x80\x80\xAF\"]"), 1, 3, "UTF-8" },
	{ BYTES("[\"\xED\xA0\x80\"]"), 1, 3, "UTF-8" },     /* a surrogate */
	{ BYTES("[\"\xF4\x90\x80\x80\"]"), 1, 3, "UTF-8" }, /* above U+10FFFF */
	{ BYTES("[\"\xE6\x9D\"]"), 1, 3, "UTF-8" },
	{ BYTES("[\"李\xE6\x9D"), 1, 4, "UTF-8" },
};

static void expect_refused(const struct refused *r)
{
	struct diag d = { 0 };
	char *bytes = exact(r->bytes, r->len);
	const struct problem *p = &d.items[0];

	assert_null(json_parse(bytes, r->len, &d));
	assert_int_equal(d.count, 1);
	if (p->line != r->line || p->column != r->column || strstr(p->text, r->says) == NULL)
		fail_msg("%.*s: %zu:%zu: %s; not %zu:%zu: %s", (int)r->len, r->bytes, p->line,
			 p->column, p->text, r->line, r->column, r->says);
	free(bytes);
}

static void expect_strict(const struct refused *r)
{
	struct json_fault fault = { 0 };
	char *bytes = exact(r->bytes, r->len);

	assert_false(json_strict(bytes, r->len, &fault));
	assert_true(fault.at <= r->len);
	assert_non_null(strstr(fault.message, r->says));
	free(bytes);
	expect_refused(r);
}

#define EXPECT_STRICT(rows)                      \
	for (size_t i = 0; i < COUNT(rows); i++) \
	expect_strict(&(rows)[i])

static void test_numbers(void **state)
{
	(void)state;
	EXPECT_STRICT(numbers);
}

static void test_strings(void **state)
{
	(void)state;
	EXPECT_STRICT(strings);
}

static void test_structure(void **state)
{
	(void)state;
	EXPECT_STRICT(structure);
}

static void test_mistakes(void **state)
{
	(void)state;
	EXPECT_STRICT(mistakes);
}

static void test_encodings(void **state)
{
	(void)state;
	EXPECT_STRICT(encodings);
}

static const struct {
	const char *bytes;
	size_t len;
} accepted[] = {
	{ BYTES("{}") },
	{ BYTES("[]") },
	{ BYTES(" \t\r\n[ \t\r\n] \t\r\n") },
	{ BYTES("null") },
	{ BYTES("true") },
	{ BYTES("false") },
	{ BYTES("0") },
	{ BYTES("\"\"") },
	{ BYTES("[true,false,null,1,\"a\",[],{}]") },
	{ BYTES("{\"a\":{\"b\":[{}]},\"\":[]}") },
	{ BYTES("[[],[[]],{\"a\":[]}]") },
	{ BYTES("[0,-0,1,-1,10,123456789012345,-123456789012345]") },
	{ BYTES("[\"\\\"\\\\\\/"
		"\\n\\u000a\\u0020\\u007e\\u00a0\\u0041\\u00e9\\u5B66\\uD842\\uDFB7\"]") },
	{ BYTES("[\"\\uD800\\uDC00\\uDBFF\\uDFFF\\uD7FF\\uE000\"]") },
	{ BYTES("[\"\\uFFFF\\ufffe\\ufdd0\"]") },
	{ BYTES("[\"~\xC2\xA0·\xE2\x80\xA8\xF0\xA0\xAE\xB7\xF4\x8F\xBF\xBF\"]") },
	{ BYTES("[\"“李明”，：// /* # ' 　\"]") },
	{ BYTES("{\"a\":1,\"A\":2,\"ａ\":3}") },
	{ BYTES("{\"a\":{\"a\":{\"a\":1}}}") },
	{ BYTES(SIXTY_FOUR("[") SIXTY_FOUR("]")) },
	{ BYTES(SIXTY_FOUR("{\"a\":") "1" SIXTY_FOUR("}")) },
};

static void test_accepted(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(accepted); i++) {
		struct json_fault fault = { 0 };
		struct diag d = { 0 };
		char *bytes = exact(accepted[i].bytes, accepted[i].len);
		struct json_doc *doc;

		if (!json_strict(bytes, accepted[i].len, &fault))
			fail_msg("%s: byte %zu: %s", accepted[i].bytes, fault.at, fault.message);
		doc = json_parse(bytes, accepted[i].len, &d);
		if (doc == NULL)
			fail_msg("%s: %s", accepted[i].bytes, d.items[0].text);
		assert_true(json_ok(doc));
		json_close(doc);
		free(bytes);
	}
}

/* No beginning of a document is one. */
static void test_cut_anywhere(void **state)
{
	static const char whole[] =
		"{\"名\": [15, true, null, {\"\\u5b66\\n\": \"李\"}, []], \"b\": {}}";

	(void)state;
	for (size_t len = 0; len < sizeof whole - 1; len++) {
		struct json_fault fault = { 0 };
		char *bytes = exact(whole, len);

		assert_false(json_strict(bytes, len, &fault));
		assert_true(fault.at <= len);
		assert_non_null(fault.message);
		free(bytes);
	}
}

static void test_mark(void **state)
{
	static const struct refused rows[] = {
		{ BYTES(BOM), 0, 0, "空的" },
		{ BYTES(BOM "x"), 1, 1, "应该是一个值" },
		{ BYTES(BOM "{\"a\":1，}"), 1, 7, "全角逗号" },
		{ BYTES(BOM "\n [ture]"), 2, 3, "应该是一个值" },
		{ BYTES(BOM BOM "[]"), 1, 1, "看不见" },
		{ BYTES("\xEF\xBB"), 1, 1, "UTF-8" },
		{ BYTES("\xFF\xFE[\0]\0"), 1, 1, "UTF-16" },
		{ BYTES("\xFF\xFE\0\0[\0\0\0"), 1, 1, "UTF-32" },
		{ BYTES("\0\0\xFE\xFF\0\0\0["), 1, 1, "UTF-32" },
		{ BYTES("[\0\0\0]\0\0\0"), 1, 1, "UTF-32" },
		{ BYTES("\0\0\0[\0\0\0]"), 1, 1, "UTF-32" },
		{ BYTES("\xFE\xFF\0[\0]"), 1, 1, "UTF-16" },
		{ BYTES("\xFF\xFE"), 1, 1, "UTF-16" },
		{ BYTES("{\0\"\0"), 1, 1, "UTF-16" },
		{ BYTES("\0{\0\""), 1, 1, "UTF-16" },
	};
	struct diag d = { 0 };
	struct json_doc *doc;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_refused(&rows[i]);
	doc = json_parse(BYTES(BOM "{\"a\": \"b\"}"), &d);
	assert_non_null(doc);
	assert_string_equal(json_string(json_root(doc), "a"), "b");
	json_close(doc);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_numbers),      cmocka_unit_test(test_strings),
		cmocka_unit_test(test_structure),    cmocka_unit_test(test_mistakes),
		cmocka_unit_test(test_encodings),    cmocka_unit_test(test_accepted),
		cmocka_unit_test(test_cut_anywhere), cmocka_unit_test(test_mark),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
