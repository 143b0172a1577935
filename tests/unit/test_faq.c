/* SPDX-License-Identifier: MIT */
/* The shipped FAQ answers the help centre's eight questions; an FAQ is refused at each mistake. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/faq.h"
#include "model/guide.h"
#include "support/expect_refused.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define SHIPPED "data/faq.json"
#define SMALL "tests/fuzz/corpus/guide/faq.json"

static struct faq *load(const char *path)
{
	struct diag d = { 0 };
	struct faq *f = faq_load(path, &d);

	if (f == NULL)
		fail_msg("%s:%zu:%zu: %s", path, d.items[0].line, d.items[0].column,
			 d.items[0].text);
	assert_int_equal(d.count, 0);
	return f;
}

static bool reads(const char *path, struct diag *d)
{
	struct faq *f = faq_load(path, d);

	faq_free(f);
	return f != NULL;
}

static void test_the_five_categories(void **state)
{
	static const char *const wanted[] = { "账号注册", "账号登录", "重复注册", "信息修改",
					      "其他问题" };
	struct faq *f = load(SHIPPED);

	(void)state;
	assert_int_equal(f->category_count, COUNT(wanted));
	for (size_t i = 0; i < COUNT(wanted); i++) {
		size_t answers = 0;

		assert_string_equal(f->categories[i], wanted[i]);
		for (size_t k = 0; k < f->answer_count; k++)
			answers += f->answers[k].category == i;
		assert_true(answers > 0);
	}
	faq_free(f);
}

/* A question of the help centre about a message of the site is answered under the message, once. */
static void test_the_eight_questions(void **state)
{
	static const char *const wanted[] = {
		"学信网账号能做什么？",     "忘了用户名或密码，怎么找回？",
		"怎么重新注册？",           "重新注册了，还查得到学籍学历吗？",
		"证件号码已被注册",         "手机号已被注册",
		"操作过于频繁，操作被禁止", "邮箱IP受限",
	};
	struct faq *f = load(SHIPPED);

	(void)state;
	for (size_t i = 0; i < COUNT(wanted); i++) {
		size_t found = 0;

		for (size_t k = 0; k < f->answer_count; k++)
			found += strcmp(f->answers[k].question, wanted[i]) == 0;
		for (size_t k = 0; k < f->site_message_count; k++)
			found += strcmp(f->site_messages[k].message, wanted[i]) == 0;
		if (found != 1)
			fail_msg("%zu times: %s", found, wanted[i]);
	}
	faq_free(f);
}

/* "2021", "2021-09", "2021-09-30", or from one to another year: "2020–2025". */
static bool is_date(const char *s)
{
	static const char *const shapes[] = { "0000", "0000-00", "0000-00-00", "0000–0000" };

	for (size_t i = 0; i < COUNT(shapes); i++) {
		const char *shape = shapes[i], *c = s;

		for (; *c != '\0' && (*shape == '0' ? *c >= '0' && *c <= '9' : *c == *shape); c++)
			shape++;
		if (*c == '\0' && *shape == '\0')
			return true;
	}
	return false;
}

static void expect_told(const char *id, const char *source, const char *as_of)
{
	if (*source == '\0' || !is_date(as_of))
		fail_msg("%s: from %s, as of %s", id, source, as_of);
}

static void test_everything_says_whence_and_when(void **state)
{
	struct faq *f = load(SHIPPED);

	(void)state;
	for (size_t i = 0; i < f->answer_count; i++)
		expect_told(f->answers[i].id, f->answers[i].source, f->answers[i].as_of);
	assert_true(f->site_message_count > 0);
	for (size_t i = 0; i < f->site_message_count; i++)
		expect_told(f->site_messages[i].id, f->site_messages[i].source,
			    f->site_messages[i].as_of);
	faq_free(f);
}

static void put_lines(const struct guide_text *text, FILE *out)
{
	for (size_t i = 0; i < text->count; i++)
		fputs(text->lines[i], out);
}

/* All that an answer or a message says, owned by the caller; its date is as expected. */
static char *told_under(const struct faq *f, const char *id, const char *as_of)
{
	char *told = NULL;
	size_t size;
	FILE *out = open_memstream(&told, &size);

	for (size_t i = 0; i < f->answer_count; i++)
		if (strcmp(f->answers[i].id, id) == 0) {
			assert_string_equal(f->answers[i].as_of, as_of);
			put_lines(&f->answers[i].text, out);
		}
	for (size_t i = 0; i < f->site_message_count; i++)
		if (strcmp(f->site_messages[i].id, id) == 0) {
			assert_string_equal(f->site_messages[i].as_of, as_of);
			fputs(f->site_messages[i].meaning, out);
			put_lines(&f->site_messages[i].ways, out);
		}
	fclose(out);
	return told;
}

/* Facts found since the notice: where each is told, and the dates that it holds for. */
static void test_the_later_facts(void **state)
{
	static const struct {
		const char *id, *as_of, *says[4];
	} rows[] = {
		/* the account was made with a wrong name or number: three ways */
		{ "faq.account-wrong", "2026-11", { "个人信息", "重新注册", "kefu@chsi.com.cn" } },
		/* first access, of who has not passed the check of the face */
		{ "say.first-access",
		  "2020-07-01",
		  { "院校名称", "全称", "人工审核", "实人验证" } },
		/* to be bound by oneself, and the wait after it */
		{ "say.no-record",
		  "2019–2026",
		  { "姓名和证件号码", "还有学籍／学历没显示出来", "自己绑定", "24 小时" } },
		{ "faq.photo", "2026-11", { "晚一些", "不是你本人", "截止日期", "学历照片" } },
		{ "faq.change-mobile", "2026-11", { "改绑", "旧号", "实人核验" } },
		/* both numbers, their years and hours */
		{ "faq.hotline",
		  "2023",
		  { "010-82199588（2020 至 2022 年）", "010-67410388", "工作日 9:00–17:00",
		    "以官网为准" } },
		{ "say.face-failed",
		  "2025-09",
		  { "白墙", "退出", "换一部手机", "kefu@chsi.com.cn" } },
		/* what stands in records by 教学司函〔2019〕1 号 */
		{ "faq.rare", "2021", { "大写拼音", "“•”", "“·”" } },
		{ "faq.document", "2021", { "录取时登记的", "“其他”", "学籍号" } },
	};
	struct faq *f = load(SHIPPED);

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char *told = told_under(f, rows[i].id, rows[i].as_of);

		for (size_t k = 0; k < COUNT(rows[i].says) && rows[i].says[k] != NULL; k++)
			if (strstr(told, rows[i].says[k]) == NULL)
				fail_msg("%s does not say %s", rows[i].id, rows[i].says[k]);
		free(told);
	}
	faq_free(f);
}

static void test_all_members(void **state)
{
	struct faq *f = load(SMALL);

	(void)state;
	assert_int_equal(f->category_count, 2);
	assert_string_equal(f->categories[1], "其他");
	assert_null(f->categories[2]);
	assert_int_equal(f->answers[0].words.count, 2);
	assert_string_equal(f->answers[0].words.lines[1], "怎么办");
	assert_int_equal(f->answers[1].words.count, 0);
	assert_int_equal(f->site_messages[0].words.count, 1);
	assert_string_equal(f->site_messages[0].words.lines[0], "占用");
	assert_int_equal(f->answer_count, 2);
	assert_string_equal(f->answers[0].id, "q");
	assert_int_equal(f->answers[0].category, 0);
	assert_string_equal(f->answers[0].question, "问？");
	assert_int_equal(f->answers[0].text.count, 1);
	assert_string_equal(f->answers[0].text.lines[0], "**答**");
	assert_string_equal(f->answers[0].source, "通知");
	assert_string_equal(f->answers[0].as_of, "2021");
	assert_int_equal(f->answers[1].category, 1);
	assert_int_equal(f->site_message_count, 1);
	assert_string_equal(f->site_messages[0].id, "s");
	assert_string_equal(f->site_messages[0].message, "已被注册");
	assert_string_equal(f->site_messages[0].meaning, "有了");
	assert_string_equal(f->site_messages[0].ways.lines[0], "**找回**");
	assert_string_equal(f->site_messages[0].source, "网站");
	assert_string_equal(f->site_messages[0].as_of, "2023");
	faq_free(f);
}

static void test_beside_the_guide(void **state)
{
	static const struct {
		const char *file, *guide, *wanted;
		size_t answers, problems;
	} rows[] = {
		{ "faq.json", SMALL, SMALL, 2, 0 },
		{ "faq.json", "tests/fuzz/corpus/guide/", SMALL, 2, 0 },
		{ "none.json", SMALL, "tests/fuzz/corpus/guide/none.json", 0, 1 },
		{ "none.json", "guide.json", "none.json", 0, 1 },
		{ NULL, SMALL, "", 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct guide g = { .faq_file = rows[i].file };
		struct diag d = { 0 };
		struct faq *f = faq_load_beside(&g, rows[i].guide, &d);

		assert_int_equal(f == NULL ? 0 : f->answer_count, rows[i].answers);
		assert_int_equal(d.count, rows[i].problems);
		assert_string_equal(d.file, rows[i].wanted);
		faq_free(f);
	}
}

static void test_every_member_misspelt(void **state)
{
	static const struct special special[] = {
		{ "\"$schema\"", 1 },
		{ "\"complaints\"", 1 },
		{ "\"words\"", 1 },
		{ "\"categories\"", 4 }, /* each of the two answers is in an unknown one */
		{ NULL, 0 },
	};
	char *text = read_all(SMALL);

	(void)state;
	expect_every_key(reads, text, special);
	free(text);
}

static void test_mistakes(void **state)
{
	static const struct mistake mistakes[] = {
		{ "\"format\": 1", "\"format\": `2", "“format”应为 1。" },
		{ "\"format\": 1", "\"format\": `true", "“format”应为数字" },
		{ "[\"登录\", ", "[\"登录\", `1, ", "“这一项”是文字，要写进引号" },
		{ "[\"登录\", ", "[\"登录\", `\"\", ", "不能是空的" },
		{ "[\"占用\"]", "[`\"\"]", "不能是空的" },
		{ "[\"占用\"]", "[`1]", "要写进引号" },
		{ "[\"占用\"]", "`\"占用\"", "“words”应为列表" },
		{ "\"category\": \"登录\"", "\"category\": `\"注册\"", "应为：登录、其他。" },
		{ "\"category\": \"登录\"", "\"category\": `\"登录 \"", "应为：登录、其他。" },
		{ "\"category\": \"登录\"", "\"category\": `0", "要写进引号" },
		{ "[\"**答**\"]", "`[]", "“text”至少要有一项" },
		{ "[\"**答**\"]", "`\"答\"", "“text”应为列表" },
		{ "\"**答**\"", "`\"**答\"", "** 没有成对" },
		{ "\"**答**\"", "\"答`\\u0008\"", "控制字符" },
		{ "\"问？\"", "`\"\"", "不能是空的" },
		{ "\"通知\"", "`null", "“source”应为文字" },
		{ "\"2021\"", "`2021", "要写进引号" },
		{ "\"r\"", "`\"q\"", "编号“q”前面已经用过" },
		{ "\"s\"", "`\"r\"", "编号“r”前面已经用过" },
		{ "[\"**找回**\"]", "`[]", "“ways”至少要有一项" },
		{ "\"**找回**\"", "`\"找回**\"", "** 没有成对" },
		{ "\"已被注册\"", "`\"\"", "不能是空的" },
		{ "\"2023\"", "`2023", "要写进引号" },
		{ "\"r\"", "`\"R\"", "编号“R”只能用小写字母" },
		{ "\"r\"", "`\"12345678901234567890123456789012\"", "最多 31 个" },
	};

	(void)state;
	expect_mistakes(reads, SMALL, mistakes, COUNT(mistakes));
}

static void test_nothing_in_it(void **state)
{
	static const struct {
		const char *text, *at, *says;
		size_t problems;
	} rows[] = {
		{ "[]", "[", "应为对象", 1 },
		{ "{\"format\":1,\"categories\":[\"x\"],\"answers\":[]}", "[]", "“answers”至少",
		  1 },
		{ "{\"format\":1,\"categories\":[\"x\"],\"answers\":{}}", "{}", "“answers”应为",
		  1 },
		{ "{\"format\":1,\"categories\":[\"x\"],\"answers\":[1]}", "1]", "应为对象", 1 },
		{ "{\"format\":1,\"categories\":[],\"answers\":[]}", "[]", "“categories”至少", 2 },
		{ "{\"format\":1,\"categories\":1,\"answers\":[]}", "1,\"a", "“categories”应为",
		  2 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		expect_refused(reads, rows[i].text,
			       (size_t)(strstr(rows[i].text, rows[i].at) - rows[i].text),
			       rows[i].problems, rows[i].says);
}

static void test_so_many_answers(void **state)
{
	struct diag d = { 0 };
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	(void)state;
	assert_non_null(out);
	fputs("{\"format\":1,\"categories\":[\"登录\"],\"answers\":[", out);
	for (int i = 0; i <= GUIDE_IDS_MAX; i++)
		fprintf(out,
			"%s{\"id\":\"a%d\",\"category\":\"登录\",\"question\":\"问\",\"text\":["
			"\"答\"],"
			"\"source\":\"校\",\"as_of\":\"2021\"}",
			i > 0 ? ",\n" : "", i);
	fputs("]}", out);
	fclose(out);
	expect_refused(reads, text, (size_t)(strstr(text, "\"a512\"") - text), 1,
		       "编号太多，最多 512 个。");
	strcpy(strstr(text, ",\n{\"id\":\"a512\""), "]}");
	assert_true(reads(path_of_text(text), &d));
	free(text);
}

static void test_no_faq(void **state)
{
	static const char *const paths[] = { "data", "data/none.json", "data/guide.json" };

	(void)state;
	for (size_t i = 0; i < COUNT(paths); i++) {
		struct diag d = { 0 };

		assert_null(faq_load(paths[i], &d));
		assert_true(d.count > 0);
		assert_string_equal(d.file, paths[i]);
	}
	faq_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_five_categories),
		cmocka_unit_test(test_the_eight_questions),
		cmocka_unit_test(test_everything_says_whence_and_when),
		cmocka_unit_test(test_the_later_facts),
		cmocka_unit_test(test_all_members),
		cmocka_unit_test(test_beside_the_guide),
		cmocka_unit_test(test_every_member_misspelt),
		cmocka_unit_test(test_mistakes),
		cmocka_unit_test(test_nothing_in_it),
		cmocka_unit_test(test_so_many_answers),
		cmocka_unit_test(test_no_faq),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
