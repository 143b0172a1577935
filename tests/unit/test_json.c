/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <dirent.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/json.h"
#include "base/json_strict.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "support/memory_file.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

enum { FILE_MAX = 1000 };

static struct json_doc *parse(const char *json, struct diag *d)
{
	struct json_doc *doc;

	*d = (struct diag){ 0 };
	doc = json_parse(json, strlen(json), d);
	if (doc == NULL)
		fail_msg("%s: %s", json, d->items[0].text);
	return doc;
}

static void expect_problem(const struct diag *d, size_t i, size_t line, size_t column,
			   const char *says)
{
	const struct problem *p = &d->items[i];

	assert_true(i < d->count);
	if (p->line != line || p->column != column || strstr(p->text, says) == NULL)
		fail_msg("%zu:%zu: %s; not %zu:%zu: %s", p->line, p->column, p->text, line, column,
			 says);
}

static void test_kinds(void **state)
{
	static const enum json_kind kinds[] = {
		JSON_NULL,   JSON_BOOL,  JSON_BOOL,   JSON_NUMBER,
		JSON_STRING, JSON_ARRAY, JSON_OBJECT, JSON_NONE,
	};
	struct diag d;
	struct json_doc *doc = parse("[null, true, false, 0, \"\", [], {}]", &d);
	struct json root = json_root(doc), v = json_first(root);

	(void)state;
	assert_int_equal(json_kind(root), JSON_ARRAY);
	assert_int_equal(json_count(root), 7);
	assert_null(json_key(root));
	assert_null(json_next(root).node);
	for (size_t i = 0; i < COUNT(kinds); i++, v = json_next(v)) {
		assert_int_equal(json_kind(v), kinds[i]);
		assert_int_equal(json_count(v), 0);
		assert_null(json_first(v).node);
		assert_null(json_key(v));
		assert_null(json_member(v, "a").node);
	}
	assert_true(json_ok(doc));
	json_close(doc);
	json_close(NULL);
}

static void test_members(void **state)
{
	static const char *const names[] = { "b", "a", "A", "", "\\" };
	struct diag d;
	struct json_doc *doc = parse("{\"b\": 1, \"a\": 2, \"A\": 3, \"\": 4, \"\\\\\": 5}", &d);
	struct json root = json_root(doc), v = json_first(root);

	(void)state;
	assert_int_equal(json_count(root), COUNT(names));
	for (size_t i = 0; i < COUNT(names); i++, v = json_next(v)) {
		assert_string_equal(json_key(v), names[i]);
		assert_ptr_equal(json_member(root, names[i]).node, v.node);
		assert_int_equal(json_integer(root, names[i], 1, 5), i + 1);
	}
	assert_null(v.node);
	assert_null(json_member(root, "B").node);
	assert_true(json_ok(doc));
	json_close(doc);
}

static void test_values(void **state)
{
	static const char *const sizes[] = { "small", "large", NULL };
	struct diag d;
	struct json_doc *doc = parse("{\"s\": \"学\\n\\ud842\\udfb7\", \"t\": true, \"f\": false, "
				     "\"n\": -7, \"e\": 15, \"a\": [\"x\"], \"o\": {\"k\": 1}, "
				     "\"c\": \"large\", \"blank\": \"\"}",
				     &d);
	struct json r = json_root(doc);

	(void)state;
	assert_string_equal(json_string(r, "s"), "学\n𠮷");
	assert_string_equal(json_string_or_null(r, "s"), "学\n𠮷");
	assert_string_equal(json_string_or_null(r, "blank"), "");
	assert_null(json_string_or_null(r, "none"));
	assert_true(json_bool(r, "t"));
	assert_false(json_bool(r, "f"));
	assert_true(json_bool_or(r, "t", false));
	assert_false(json_bool_or(r, "f", true));
	assert_true(json_bool_or(r, "none", true));
	assert_false(json_bool_or(r, "none", false));
	assert_int_equal(json_integer(r, "n", -7, -7), -7);
	assert_int_equal(json_integer(r, "e", LONG_MIN, LONG_MAX), 15);
	assert_string_equal(json_string_value(json_first(json_array(r, "a"))), "x");
	assert_int_equal(json_count(json_array_or_none(r, "a")), 1);
	assert_null(json_array_or_none(r, "none").node);
	assert_int_equal(json_integer(json_object(r, "o"), "k", 0, 9), 1);
	assert_int_equal(json_count(json_object_or_none(r, "o")), 1);
	assert_null(json_object_or_none(r, "none").node);
	assert_int_equal(json_choice(r, "c", sizes, -1), 1);
	assert_int_equal(json_choice(r, "c", sizes, 0), 1);
	assert_int_equal(json_choice(r, "none", sizes, 5), 5);
	assert_int_equal(json_choice(r, "none", sizes, 0), 0);
	assert_true(json_ok(doc));
	assert_int_equal(d.count, 0);
	json_close(doc);
}

/* Every getter on what is not there is empty, without a further word. */
static void test_nothing_asks_nothing(void **state)
{
	static const char *const keys[] = { NULL };
	struct diag d;
	struct json_doc *doc = parse("{}", &d);
	struct json none = json_member(json_root(doc), "none");

	(void)state;
	assert_int_equal(json_kind(none), JSON_NONE);
	assert_null(json_key(none));
	assert_null(json_first(none).node);
	assert_null(json_next(none).node);
	assert_int_equal(json_count(none), 0);
	assert_string_equal(json_string(none, "a"), "");
	assert_string_equal(json_string_value(none), "");
	assert_null(json_string_or_null(none, "a"));
	assert_false(json_bool(none, "a"));
	assert_int_equal(json_integer(none, "a", 3, 4), 3);
	assert_null(json_array(none, "a").node);
	assert_null(json_object(none, "a").node);
	assert_int_equal(json_choice(none, "a", keys, -1), 0);
	json_no_others(none);
	assert_true(json_ok(doc));
	json_problem(none, "无处");
	expect_problem(&d, 0, 1, 1, "无处");
	json_close(doc);
}

static const char *const choices[] = { "甲", "乙", NULL };

static void ask_string(struct json r)
{
	assert_string_equal(json_string(r, "a"), "");
}

static void ask_string_or_null(struct json r)
{
	const char *s = json_string_or_null(r, "a");

	assert_true(s == NULL || *s == '\0');
}

static void ask_element(struct json r)
{
	assert_string_equal(json_string_value(json_first(json_array(r, "a"))), "");
}

static void ask_bool(struct json r)
{
	assert_false(json_bool(r, "a"));
}

static void ask_bool_or(struct json r)
{
	assert_true(json_bool_or(r, "a", true));
}

static void ask_integer(struct json r)
{
	assert_int_equal(json_integer(r, "a", 1, 9), 1);
}

static void ask_format(struct json r)
{
	assert_int_equal(json_integer(r, "a", 1, 1), 1);
}

static void ask_array(struct json r)
{
	assert_null(json_array(r, "a").node);
}

static void ask_array_or_none(struct json r)
{
	assert_null(json_array_or_none(r, "a").node);
}

static void ask_object(struct json r)
{
	assert_null(json_object(r, "a").node);
}

static void ask_object_or_none(struct json r)
{
	assert_null(json_object_or_none(r, "a").node);
}

static void ask_choice(struct json r)
{
	assert_int_equal(json_choice(r, "a", choices, -1), 0);
}

static void ask_choice_of_none(struct json r)
{
	static const char *const nothing[] = { NULL };

	assert_int_equal(json_choice(r, "a", nothing, -1), 0);
}

static void ask_choice_or(struct json r)
{
	assert_int_equal(json_choice(r, "a", choices, 1), 0);
}

/* "a" and "b" may stand there, however often one of them was asked for. */
static void ask_no_others(struct json r)
{
	json_member(r, "a");
	json_member(r, "b");
	json_member(r, "a");
	json_no_others(r);
}

static void ask_among_many(struct json r)
{
	static const char *const many[] = {
		"institution_one",  "institution_two", "institution_three", "institution_four",
		"institution_five", "institution_six", "institution_seven", "institution_eight",
		"institution_nine", "institution_ten",
	};

	for (size_t i = 0; i < COUNT(many); i++)
		json_member(r, many[i]);
	json_no_others(r);
}

/* What one object may have says nothing of another, and ending one forgets nothing of the
 * others. */
static void ask_each_of_its_own(struct json r)
{
	struct json x = json_object(r, "x"), y = json_object(r, "y");

	json_bool(x, "a");
	json_no_others(y);
	json_no_others(x);
	json_no_others(r);
}

/* What problems cost does not grow with the square of a hostile list's length. */
static void test_many_problems(void **state)
{
	enum { ELEMENTS = 200000 };
	char *text = malloc(3 * ELEMENTS + 2);
	struct json_doc *doc;
	struct diag d;

	(void)state;
	assert_non_null(text);
	for (size_t i = 0; i < ELEMENTS; i++)
		memcpy(text + 3 * i, i == 0 ? "[{}" : ",{}", 3);
	strcpy(text + 3 * ELEMENTS, "]");
	doc = parse(text, &d);
	for (struct json v = json_first(json_root(doc)); v.node != NULL; v = json_next(v))
		json_string(v, "a");
	assert_int_equal(d.count, ELEMENTS);
	expect_problem(&d, 1, 1, 5, "第 2 项少了“a”");
	json_close(doc);
	free(text);
}

static void test_problems(void **state)
{
	static const struct {
		void (*ask)(struct json root);
		const char *json;
		size_t line, column;
		const char *says;
	} rows[] = {
		{ ask_string, "{}", 1, 1, "少了“a”" },
		{ ask_string, "\n {\"A\": \"x\"}", 2, 2, "少了“a”" },
		{ ask_string, "{\"a\": 7}", 1, 7, "要写进引号" },
		{ ask_string, "{\n\t\"a\" :\n\t\t7}", 3, 3, "要写进引号" },
		{ ask_string, "{\"李\": 1, \"a\": null}", 1, 15, "应为文字，现在是空值 null" },
		{ ask_string, "{\"a\": true}", 1, 7, "真假值" },
		{ ask_string, "{\"a\": []}", 1, 7, "列表" },
		{ ask_string, "{\"a\": {}}", 1, 7, "对象" },
		{ ask_string, "{\"a\": \"\"}", 1, 7, "不能是空的" },
		{ ask_string_or_null, "{\"a\": 7}", 1, 7, "要写进引号" },
		{ ask_string_or_null, "{\"a\": null}", 1, 7, "空值" },
		{ ask_element, "{\"a\": [110000]}", 1, 8, "“这一项”是文字，要写进引号" },
		{ ask_element, "{\"a\": [[], \"\"]}", 1, 8, "应为文字" },
		{ ask_element, "{\"a\": [ \"\"]}", 1, 9, "不能是空的" },
		{ ask_bool, "{}", 1, 1, "少了" },
		{ ask_bool, "{\"a\": 1}", 1, 7, "应为真假值，现在是数字" },
		{ ask_bool, "{\"a\": \"false\"}", 1, 7, "现在是文字" },
		{ ask_bool_or, "{\"a\": null}", 1, 7, "真假值" },
		{ ask_integer, "{}", 1, 1, "少了" },
		{ ask_integer, "{\"a\": \"1\"}", 1, 7, "应为数字，现在是文字" },
		{ ask_integer, "{\"a\": 0}", 1, 7, "1 到 9 的整数" },
		{ ask_integer, "{\"a\": 10}", 1, 7, "1 到 9 的整数" },
		{ ask_format, "{\"a\": 2}", 1, 7, "“a”应为 1。" },
		{ ask_array, "{}", 1, 1, "少了" },
		{ ask_array, "{\"a\": {}}", 1, 7, "应为列表 []，现在是对象 {}" },
		{ ask_array_or_none, "{\"a\": \"x\"}", 1, 7, "应为列表" },
		{ ask_object, "{}", 1, 1, "少了" },
		{ ask_object, "{\"a\": []}", 1, 7, "应为对象 {}，现在是列表 []" },
		{ ask_object_or_none, "{\"a\": 1}", 1, 7, "应为对象" },
		{ ask_choice, "{}", 1, 1, "少了" },
		{ ask_choice, "{\"a\": 1}", 1, 7, "要写进引号" },
		{ ask_choice, "{\"a\": \"丙\"}", 1, 7, "“a”不认得“丙”，应为：甲、乙。" },
		{ ask_choice, "{\"a\": \"\"}", 1, 7, "应为：甲、乙" },
		{ ask_choice_of_none, "{\"a\": \"丙\"}", 1, 7, "应为：。" },
		{ ask_choice_or, "{\"a\": \"丙\"}", 1, 7, "应为：甲、乙" },
		{ ask_choice_or, "{\"a\": []}", 1, 7, "应为文字" },
		{ ask_each_of_its_own, "{\"x\": {\"a\": true}, \"y\": {\"a\": true}}", 1, 26,
		  "不认得“a”这一项，这里可以有：。" },
		{ ask_no_others, "{\"a\": 1, \"c\": 2}", 1, 10,
		  "不认得“c”这一项，这里可以有：a、b。" },
		{ ask_no_others, "{\"A\"\n:\n1}", 1, 2, "不认得“A”" },
		{ ask_among_many, "{\"a\": 1}", 1, 2, "institution_seven…。" },
		{ ask_no_others, "{\"a\": 1, \"b\": 2,\n \"a\": 3}", 2, 2, "“a”写了两次" },
		{ ask_no_others, "{\"a\": 1, \"\\u0061\": 3}", 1, 10, "“a”写了两次" },
		{ ask_no_others, "[1]", 1, 1, "应为对象 {}，现在是列表" },
		{ ask_no_others, " \"x\"", 1, 2, "应为对象" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct diag d;
		struct json_doc *doc = parse(rows[i].json, &d);

		rows[i].ask(json_root(doc));
		if (d.count != 1)
			fail_msg("%s: %zu problems", rows[i].json, d.count);
		expect_problem(&d, 0, rows[i].line, rows[i].column, rows[i].says);
		assert_false(json_ok(doc));
		json_close(doc);
	}
}

/* Every value of a document, by its place. */
static void test_places(void **state)
{
	static const char json[] = "\xEF\xBB\xBF{\n"
				   "  \"一\": [ 1 ,\"二\\\"]\", [],\r\n"
				   "\t[ [ ] , { \"]\" : { } } ] ],\n"
				   "  \"三\"\n"
				   "    :\n"
				   "  -5, \"四\":true}";
	static const size_t places[][2] = {
		{ 1, 1 }, { 2, 8 },  { 2, 10 }, { 2, 13 }, { 2, 21 }, { 3, 2 },
		{ 3, 4 }, { 3, 10 }, { 3, 18 }, { 6, 3 },  { 6, 11 },
	};
	struct diag d;
	struct json_doc *doc = parse(json, &d);
	struct json open[JSON_DEPTH_MAX], v = json_root(doc);
	size_t depth = 0, seen = 0;

	(void)state;
	while (v.node != NULL) {
		assert_true(seen < COUNT(places));
		json_problem(v, "这里");
		expect_problem(&d, seen, places[seen][0], places[seen][1], "这里");
		seen++;
		open[depth++] = v;
		v = json_first(v);
		while (v.node == NULL && depth > 0)
			v = json_next(open[--depth]);
	}
	assert_int_equal(seen, COUNT(places));
	json_close(doc);
}

static void test_only_new_problems_count(void **state)
{
	struct diag d = { 0 };
	struct json_doc *doc;

	(void)state;
	diag_add(&d, 9, 9, "从前的");
	doc = json_parse("{}", 2, &d);
	assert_non_null(doc);
	assert_true(json_ok(doc));
	json_problem(json_root(doc), "%d 个", 3);
	assert_false(json_ok(doc));
	assert_int_equal(d.count, 2);
	expect_problem(&d, 1, 1, 1, "3 个");
	json_close(doc);
}

/* Sentences with long names in them keep their end, and break no character. */
static void test_long_names(void **state)
{
	char json[2000], name[1001];

	(void)state;
	for (size_t shift = 0; shift < 4; shift++) {
		struct diag d;
		struct json_doc *doc;

		memset(name, 'a', shift);
		for (size_t i = shift; i + 4 < sizeof name; i += 4)
			memcpy(name + i, "𬱖", 5);
		snprintf(json, sizeof json, "{\"%s\": 1, \"a\": \"b\"}", name);
		doc = parse(json, &d);
		ask_no_others(json_root(doc));
		json_string_value(json_first(json_root(doc)));
		json_problem(json_root(doc), "%s", name);
		/* As long as the buffer, its NUL, and less. */
		for (int cut = 0; cut < 6; cut++)
			json_problem(json_root(doc), "%.*s学", DIAG_TEXT - cut - (int)sizeof "学",
				     name);
		assert_int_equal(d.count, 9);
		assert_non_null(strstr(d.items[0].text, "”这一项，这里可以有：a、b。"));
		assert_non_null(strstr(d.items[1].text, "要写进引号"));
		for (size_t i = 0; i < d.count; i++) {
			size_t len = strlen(d.items[i].text);

			assert_int_equal(text_valid_bytes(d.items[i].text, len), len);
		}
		assert_true(strlen(d.items[2].text) > DIAG_TEXT - 6);
		json_close(doc);
	}
}

/* What is past DIAG_MAX is counted only; a hostile file must not make it slow. */
static void test_very_many_problems(void **state)
{
	enum { TIMES = 100000 };
	struct diag d;
	struct json_doc *doc;
	char *json = xmalloc(2 * TIMES + 2);

	(void)state;
	for (size_t i = 0; i < TIMES; i++)
		memcpy(json + 1 + 2 * i, "0,", 2);
	json[0] = '[';
	memcpy(json + 2 * TIMES, "]", 2);
	doc = parse(json, &d);
	for (struct json v = json_first(json_root(doc)); v.node != NULL; v = json_next(v))
		json_string_value(v);
	assert_int_equal(d.count, TIMES);
	expect_problem(&d, DIAG_MAX - 1, 1, 2 * DIAG_MAX, "引号");
	json_close(doc);
	free(json);
}

/* Files. */

static char folder[256];

static const char *path_of(const char *name)
{
	static char path[512];

	snprintf(path, sizeof path, "%s/%s", folder, name);
	return path;
}

static void write_file(const char *name, const char *text, size_t blanks)
{
	FILE *f = fopen(path_of(name), "wb");

	assert_non_null(f);
	fputs(text, f);
	while (blanks-- > 0)
		fputc(' ', f);
	assert_int_equal(fclose(f), 0);
}

static void test_files(void **state)
{
	static const struct {
		const char *name, *says;
		size_t line, column;
	} rows[] = {
		{ "none", "没有这个文件", 0, 0 },    { "none/none", "没有这个文件", 0, 0 },
		{ "good/none", "不是文件夹", 0, 0 }, { ".", "这是文件夹", 0, 0 },
		{ "pipe", "不是普通文件", 0, 0 },    { "empty", "空的", 0, 0 },
		{ "blank", "空的", 1, 4 },           { "large", "太大", 0, 0 },
		{ "secret", "没有权限", 0, 0 },      { "broken", "断了", 1, 2 },
	};

	(void)state;
	write_file("good", "{}", 0);
	write_file("empty", "", 0);
	write_file("blank", "", 3);
	write_file("large", "{}", FILE_MAX - 1);
	write_file("broken", "{", 0);
	write_file("secret", "{}", 0);
	assert_int_equal(chmod(path_of("secret"), 0), 0);
	assert_int_equal(mkfifo(path_of("pipe"), 0600), 0);
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct diag d = { 0 };

		if (geteuid() == 0 && strcmp(rows[i].name, "secret") == 0)
			continue; /* root may read it */
		assert_null(json_load(path_of(rows[i].name), FILE_MAX, &d));
		assert_int_equal(d.count, 1);
		assert_string_equal(d.file, path_of(rows[i].name));
		expect_problem(&d, 0, rows[i].line, rows[i].column, rows[i].says);
	}
}

static void test_device(void **state)
{
	struct diag d = { 0 };

	(void)state;
	assert_null(json_load("/dev/zero", FILE_MAX, &d));
	assert_int_equal(d.count, 1);
	expect_problem(&d, 0, 0, 0, "不是普通文件");
}

static void test_largest_file(void **state)
{
	struct diag d = { 0 };
	struct json_doc *doc;

	(void)state;
	write_file("largest", "{\"a\": \"学\"}", 30000);
	assert_null(json_load(path_of("largest"), 30011, &d));
	expect_problem(&d, 0, 0, 0, "太大");
	d = (struct diag){ 0 };
	doc = json_load(path_of("largest"), 30012, &d);
	assert_non_null(doc);
	assert_string_equal(d.file, path_of("largest"));
	assert_string_equal(json_string(json_root(doc), "a"), "学");
	json_close(doc);
}

/* A list is read an element at a time; each problem has its place in the file. */
static void test_list(void **state)
{
	static const struct {
		const char *json;
		size_t good; /* elements before the end or a problem */
		size_t line, column;
		const char *says; /* NULL: none */
	} rows[] = {
		{ "[]", 0, 0, 0, NULL },
		{ "[ 1 ]", 1, 0, 0, NULL },
		{ "\xEF\xBB\xBF [1,25 , \"a,]\\\"\", [[]],{\"]\": [1, {}]} ,true,null]\n", 7, 0, 0,
		  NULL },
		{ "{\"a\": [1, 2]}", 1, 0, 0, NULL },
		{ "\"a\"", 1, 0, 0, NULL },
		{ "[[1], [2]]", 2, 0, 0, NULL },
		{ "[1, 2", 0, 1, 6, "断了" },
		{ "[1, x]", 0, 1, 5, "应该是一个值" },
		{ "[1, \"2345678901234567890\", 3]", 1, 1, 5, "最多 20 字节" },
		{ "[1, \"345678901234567890\", 3]", 3, 0, 0, NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct diag d = { 0 };
		struct json_doc *doc;
		size_t good = 0;

		write_file("good", rows[i].json, 0);
		doc = json_load_list(path_of("good"), FILE_MAX, &d);
		assert_int_equal(doc == NULL, rows[i].says != NULL && rows[i].good == 0);
		while (doc != NULL && json_next_element(doc, 20).node != NULL)
			good++;
		if (good != rows[i].good)
			fail_msg("%s: %zu elements", rows[i].json, good);
		assert_int_equal(d.count, rows[i].says != NULL);
		if (rows[i].says != NULL)
			expect_problem(&d, 0, rows[i].line, rows[i].column, rows[i].says);
		json_close(doc);
	}
}

/* The places of problems in the second element. */
static void test_list_places(void **state)
{
	struct diag d = { 0 };
	struct json_doc *doc;
	struct json element;

	(void)state;
	write_file("good", "[{\"a\": 1},\n  {\"李\": 1, \"a\":\"\"}]", 0);
	doc = json_load_list(path_of("good"), FILE_MAX, &d);
	element = json_next_element(doc, FILE_MAX);
	assert_int_equal(json_integer(element, "a", 0, 9), 1);
	json_member(element, "李"); /* is nothing to the next element */
	element = json_next_element(doc, FILE_MAX);
	json_problem(element, "这里");
	json_string(element, "a");
	ask_no_others(element);
	expect_problem(&d, 0, 2, 3, "这里");
	expect_problem(&d, 1, 2, 16, "不能是空的");
	expect_problem(&d, 2, 2, 4, "不认得“李”");
	assert_null(json_next_element(doc, FILE_MAX).node);
	json_close(doc);
}

/* Strings are the document's own, or copies that outlive it. */
static void test_kept_strings(void **state)
{
	struct arena kept = { 0 };
	struct diag d;
	static const char text[] = "{\"a\": \"学\\n籍\", \"b\": [\"信\"], \"c\": \"\"}";
	struct json_doc *plain = parse(text, &d);
	struct json_doc *doc = json_load_kept(path_of_text(text), FILE_MAX, &kept, &d);
	struct json root = json_root(doc);
	const char *own = json_string(json_root(plain), "a"), *a, *b, *c;

	(void)state;
	assert_ptr_equal(json_string(json_root(plain), "a"), own);
	assert_null(json_kept(json_root(plain)));
	json_close(plain);
	assert_ptr_equal(json_kept(json_first(root)), &kept);
	a = json_string(root, "a");
	b = json_string_value(json_first(json_array(root, "b")));
	c = json_string_or_null(root, "c");
	assert_null(json_string_or_null(root, "d"));
	json_close(doc);
	assert_string_equal(a, "学\n籍");
	assert_string_equal(b, "信");
	assert_string_equal(c, "");
	arena_wipe(&kept);
}

/* The classes of mistakes that make a parser famous, a file each; the name's first letter tells
 * whether it is JSON. */
static void test_corpus(void **state)
{
	static const char corpus[] = "tests/fuzz/corpus/json";
	struct dirent **entries;
	int count = scandir(corpus, &entries, NULL, alphasort), known = 0;

	(void)state;
	for (int i = 0; i < count; i++) {
		const char *name = entries[i]->d_name;
		char *path = xasprintf("%s/%s", corpus, name);
		struct diag d = { 0 };
		struct json_doc *doc = name[1] == '-' ? json_load(path, 4096, &d) : NULL;

		if (name[1] == '-' && (doc != NULL) != (name[0] == 'y'))
			fail_msg("%s: %s", name, d.items[0].text);
		known += name[1] == '-';
		json_close(doc);
		free(path);
		free(entries[i]);
	}
	free(entries);
	assert_true(known >= 100);
}

static int make_folder(void **state)
{
	const char *tmp = getenv("TMPDIR");

	(void)state;
	snprintf(folder, sizeof folder, "%s/xueji-json-XXXXXX", tmp != NULL ? tmp : P_tmpdir);
	return mkdtemp(folder) == NULL ? -1 : 0;
}

static int remove_folder(void **state)
{
	static const char *const names[] = { "good",   "empty",  "blank", "large",
					     "broken", "secret", "pipe",  "largest" };

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++)
		unlink(path_of(names[i]));
	return rmdir(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_kinds),        cmocka_unit_test(test_members),
		cmocka_unit_test(test_values),       cmocka_unit_test(test_nothing_asks_nothing),
		cmocka_unit_test(test_problems),     cmocka_unit_test(test_many_problems),
		cmocka_unit_test(test_places),       cmocka_unit_test(test_only_new_problems_count),
		cmocka_unit_test(test_long_names),   cmocka_unit_test(test_very_many_problems),
		cmocka_unit_test(test_files),        cmocka_unit_test(test_device),
		cmocka_unit_test(test_largest_file), cmocka_unit_test(test_list),
		cmocka_unit_test(test_list_places),  cmocka_unit_test(test_kept_strings),
		cmocka_unit_test(test_corpus),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
