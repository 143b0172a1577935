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
#include <unistd.h>

#include "model/record_file.h"
#include "rules/record.h"
#include "support/left_over.h"
#include "support/memory_file.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define NUMBER "\"id_number\":\"110000200709010014\""
#define BOTH "\"name\":\"李明\"," NUMBER
#define WITH(more) "{" BOTH "," more "}"
#define DIGITS_31 "1234567890123456789012345678901"
#define HANZI_5 "汉汉汉汉汉"
#define HANZI_85                                                                                \
	HANZI_5 HANZI_5 HANZI_5 HANZI_5 HANZI_5 HANZI_5 HANZI_5 HANZI_5 HANZI_5 HANZI_5 HANZI_5 \
		HANZI_5 HANZI_5 HANZI_5 HANZI_5 HANZI_5 HANZI_5

static bool parse(const char *json, struct record *out, struct diag *d)
{
	*d = (struct diag){ 0 };
	memset(out, 'x', sizeof *out);
	return record_load(path_of_text(json), out, d);
}

static bool is_empty(const struct record *r)
{
	static const struct record empty;

	return memcmp(r, &empty, sizeof empty) == 0;
}

static void test_the_example(void **state)
{
	struct record r;
	struct diag d = { 0 };

	(void)state;
	if (!record_load("data/record.example.json", &r, &d))
		fail_msg("%zu:%zu: %s", d.items[0].line, d.items[0].column, d.items[0].text);
	assert_string_equal(r.name, "李明");
	assert_string_equal(r.id_number, "110000200709010014");
	assert_string_equal(r.sex, "男");
	assert_string_equal(r.birth_date, "2007-09-01");
	assert_true(record_given(&r));
	assert_true(r.sample);
	record_wipe(&r);
	assert_true(is_empty(&r));
	assert_false(record_given(&r));
}

static void test_every_member(void **state)
{
	struct record r;
	struct diag d;

	(void)state;
	assert_true(
		parse(WITH("\"$schema\":\"record.schema.json\",\"format\":1,\"sex\":\"女\","
			   "\"birth_date\":\"2008-02-29\","
			   "\"candidate_number\":\"" DIGITS_31
			   "\",\"exam_year\":\"2026\",\"ethnic_group\":\"汉族\","
			   "\"institution\":\"某某大学\",\"level\":\"本科\",\"major\":\"数学\""),
		      &r, &d));
	assert_string_equal(r.name, "李明");
	assert_string_equal(r.id_number, "110000200709010014");
	assert_string_equal(r.sex, "女");
	assert_string_equal(r.birth_date, "2008-02-29");
	assert_string_equal(r.candidate_number, DIGITS_31);
	assert_string_equal(r.ethnic_group, "汉族");
	assert_string_equal(r.institution, "某某大学");
	assert_string_equal(r.level, "本科");
	assert_string_equal(r.major, "数学");
	assert_false(r.sample);
	assert_true(parse(WITH("\"sample\":true"), &r, &d) && r.sample);
	assert_true(parse(WITH("\"sample\":false"), &r, &d) && !r.sample);
	assert_false(parse(WITH("\"sample\":1"), &r, &d));
}

static void test_what_is_not_given_is_empty(void **state)
{
	static const char *const rows[] = {
		"{" BOTH "}",
		WITH("\"sex\":\"\",\"birth_date\":\"\",\"candidate_number\":\"\","
		     "\"exam_year\":\"\",\"ethnic_group\":\"\",\"institution\":\"\",\"level\":\"\","
		     "\"major\":\"\""),
	};
	struct record r, wanted = { .name = "李明", .id_number = "110000200709010014" };
	struct diag d;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_true(parse(rows[i], &r, &d));
		assert_memory_equal(&r, &wanted, sizeof r);
	}
}

static void test_words_that_are_no_value(void **state)
{
	struct record r;
	struct diag d;

	(void)state;
	assert_true(parse("{\"name\":\"NULL\"," NUMBER "}", &r, &d));
	assert_string_equal(r.name, "");
	assert_string_equal(r.id_number, "110000200709010014");
	assert_true(parse("{\"name\":\"李明\",\"id_number\":\"待补\"}", &r, &d));
	assert_string_equal(r.name, "李明");
	assert_string_equal(r.id_number, "");
}

/* The rules judge name and number, not the loader. */
static void test_taken_as_they_stand(void **state)
{
	struct record r;
	struct diag d;

	(void)state;
	assert_true(parse("{\"name\":\" 李\xE2\x80\x8B明　\",\"id_number\":\"１１x 号\"}", &r, &d));
	assert_string_equal(r.name, " 李\xE2\x80\x8B明　");
	assert_string_equal(r.id_number, "１１x 号");
	assert_true(parse("{\"name\":\"" HANZI_85 "\"," NUMBER "}", &r, &d));
	assert_string_equal(r.name, HANZI_85);
}

static void test_refused(void **state)
{
	static const struct {
		const char *json;
		size_t line, column;
		const char *says;
	} rows[] = {
		{ "", 0, 0, "空的" },
		{ "[]", 1, 1, "应为对象" },
		{ "\"李明\"", 1, 1, "应为对象" },
		{ "{" NUMBER "}", 1, 1, "少了“name”" },
		{ "{\"name\":\"李明\"}", 1, 1, "少了“id_number”" },
		{ "{\"name\":\"\"," NUMBER "}", 1, 9, "空的" },
		{ "{\"name\":null," NUMBER "}", 1, 9, "应为文字" },
		{ "{\"name\":\"李\\u001b[2J\"," NUMBER "}", 1, 11, "控制字符" },
		{ "{\"name\":\"李明\",\n \"id_number\":110000200709010014}", 2, 14, "超过 15 位" },
		{ "{\"name\":\"李明\",\n \"id_number\":11000020}", 2, 14, "要写进引号" },
		{ "{\"name\":\"" HANZI_85 "汉\"," NUMBER "}", 1, 9, "太长，最多 85 个汉字" },
		{ "{\"name\":\"李\xE6\"," NUMBER "}", 1, 11, "UTF-8" },
		{ "{" BOTH ",\"name\":\"李明\"}", 1, 47, "“name”写了两次" },
		{ WITH("\"Sex\":\"男\""), 1, 47, "不认得“Sex”" },
		{ WITH("\"password\":\"x\""), 1, 47, "这里可以有：name、id_number、sex" },
		{ WITH("\"format\":2"), 1, 56, "“format”应为 1。" },
		{ WITH("\"format\":\"1\""), 1, 56, "应为数字" },
		{ WITH("\"sex\":\"M\""), 1, 53, "应为“男”或“女”" },
		{ WITH("\"sex\":\"男生和女生\""), 1, 53, "应为“男”或“女”" },
		{ WITH("\"sex\":1"), 1, 53, "“sex”是文字" },
		{ WITH("\"birth_date\":\"2007-02-29\""), 1, 60, "真实的日期" },
		{ WITH("\"birth_date\":\"2007-04-31\""), 1, 60, "真实的日期" },
		{ WITH("\"birth_date\":\"2007-13-01\""), 1, 60, "真实的日期" },
		{ WITH("\"birth_date\":\"2007-00-01\""), 1, 60, "真实的日期" },
		{ WITH("\"birth_date\":\"2007-01-00\""), 1, 60, "真实的日期" },
		{ WITH("\"birth_date\":\"1900-02-29\""), 1, 60, "真实的日期" },
		{ WITH("\"birth_date\":\"0000-01-01\""), 1, 60, "真实的日期" },
		{ WITH("\"birth_date\":\"2007-9-1\""), 1, 60, "2007-09-01 这样" },
		{ WITH("\"birth_date\":\"2007- 9-01\""), 1, 60, "真实的日期" },
		{ WITH("\"birth_date\":\"2007-09- 1\""), 1, 60, "真实的日期" },
		{ WITH("\"birth_date\":\"+007-09-01\""), 1, 60, "真实的日期" },
		{ WITH("\"birth_date\":\"2007/09/01\""), 1, 60, "真实的日期" },
		{ WITH("\"birth_date\":\"20070901\""), 1, 60, "真实的日期" },
		{ WITH("\"birth_date\":\"2007-09-011\""), 1, 60, "真实的日期" },
		{ WITH("\"birth_date\":\"２００７-09-01\""), 1, 60, "真实的日期" },
		{ WITH("\"birth_date\":20070901"), 1, 60, "要写进引号" },
		{ WITH("\"exam_year\":\"26\""), 1, 59, "4 位年份" },
		{ WITH("\"exam_year\":\"20266\""), 1, 59, "4 位年份" },
		{ WITH("\"exam_year\":\"２０２６\""), 1, 59, "4 位年份" },
		{ WITH("\"exam_year\":2026"), 1, 59, "要写进引号" },
		{ WITH("\"candidate_number\":\"26-1\""), 1, 66, "31 位数字" },
		{ WITH("\"candidate_number\":\"" DIGITS_31 "2\""), 1, 66, "31 位数字" },
		{ WITH("\"candidate_number\":261100"), 1, 66, "要写进引号" },
		{ WITH("\"major\":\"" HANZI_85 "a\""), 1, 55, "“major”太长" },
		{ WITH("\"major\":\"数学\\t\""), 1, 58, "控制字符" },
		{ WITH("\"level\":[\"本科\"]"), 1, 55, "现在是列表" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct record r;
		struct diag d;
		const struct problem *p = &d.items[0];

		if (parse(rows[i].json, &r, &d))
			fail_msg("taken: %s", rows[i].json);
		if (p->line != rows[i].line || p->column != rows[i].column ||
		    strstr(p->text, rows[i].says) == NULL)
			fail_msg("%s: %zu:%zu: %s; not %zu:%zu: %s", rows[i].json, p->line,
				 p->column, p->text, rows[i].line, rows[i].column, rows[i].says);
		assert_true(is_empty(&r));
		assert_int_equal(d.count, 1);
	}
}

static void test_all_problems_at_once(void **state)
{
	struct record r;
	struct diag d;

	(void)state;
	assert_false(
		parse("{\"name\": 1, \"sex\": \"?\", \"exam_year\": [], \"more\": 0}", &r, &d));
	assert_int_equal(d.count, 5);
	assert_true(is_empty(&r));
}

static void test_no_file(void **state)
{
	struct record r;
	struct diag d = { 0 };

	(void)state;
	memset(&r, 'x', sizeof r);
	assert_false(record_load("data", &r, &d));
	assert_int_equal(d.count, 1);
	assert_int_equal(d.items[0].line, 0);
	assert_string_equal(d.file, "data");
	assert_true(is_empty(&r));
}

static void test_given(void **state)
{
	static const struct record name = { .name = "李明" }, number = { .id_number = "1" },
				   other = { .sex = "男" };

	(void)state;
	assert_true(record_given(&name));
	assert_true(record_given(&number));
	assert_false(record_given(&other));
}

/* Neither a good record nor a refused one leaves its number behind; what was read is wiped with
 * the caller's copy. */
static void test_nothing_is_left(void **state)
{
	static const char *const files[] = {
		"{" BOTH "}",   "{" BOTH ",\"sex\":\"x\"}", "{" BOTH "," BOTH "}", "{" BOTH,
		"[" NUMBER "]",
	};
	static char path[] = P_tmpdir "/xueji-record-XXXXXX";
	int fd;

	(void)state;
	if (!LEFT_OVER_POSSIBLE)
		skip();
	fd = mkstemp(path);
	assert_true(fd >= 0);
	for (size_t i = 0; i < COUNT(files); i++) {
		struct diag d = { 0 };
		struct record r;

		assert_int_equal(pwrite(fd, files[i], strlen(files[i]), 0), strlen(files[i]));
		assert_int_equal(ftruncate(fd, (off_t)strlen(files[i])), 0);
		left_over_start("110000200709010014", 18);
		record_load(path, &r, &d);
		record_wipe(&r);
		assert_int_equal(left_over_end(), 0);
	}
	close(fd);
	unlink(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing_is_left),
		cmocka_unit_test(test_the_example),
		cmocka_unit_test(test_every_member),
		cmocka_unit_test(test_what_is_not_given_is_empty),
		cmocka_unit_test(test_words_that_are_no_value),
		cmocka_unit_test(test_taken_as_they_stand),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_all_problems_at_once),
		cmocka_unit_test(test_no_file),
		cmocka_unit_test(test_given),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
