/* SPDX-License-Identifier: MIT */
/* A guide is read whole, or refused at each mistake. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/guide.h"
#include "support/expect_refused.h"
#include "support/memory_file.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define EVERYTHING "tests/fuzz/corpus/guide/everything.json"
#define SMALLEST "tests/fuzz/corpus/guide/smallest.json"

static struct guide *load(const char *path)
{
	struct diag d = { 0 };
	struct guide *g = guide_load(path, &d);

	if (g == NULL)
		fail_msg("%s:%zu:%zu: %s", path, d.items[0].line, d.items[0].column,
			 d.items[0].text);
	assert_int_equal(d.count, 0);
	return g;
}

static void test_all_members(void **state)
{
	struct guide *g = load(EVERYTHING);

	(void)state;
	assert_string_equal(g->title, "自查");
	assert_string_equal(g->purpose, "看**一遍**");
	assert_string_equal(g->faq_file, "faq.json");
	assert_string_equal(g->laws[0].number, "1");
	assert_string_equal(g->steps[0].links[0].label, "网站");
	assert_string_equal(g->steps[0].links[0].text, "example.org");
	assert_string_equal(g->steps[0].items[0].id, "one.a");
	assert_string_equal(g->steps[0].later[0].as_of, "2023");
	assert_string_equal(g->steps[0].figure->panels[0].lines.lines[0], "**点**");
	assert_null(g->steps[1].figure);
	assert_int_equal(g->steps[1].link_count, 0);
	assert_string_equal(g->notes[0].later[0].text, "改了");
	assert_string_equal(g->contacts[0].note, "工作日");
	assert_string_equal(g->form->fields[0].button, "获取");
	assert_int_equal(g->form->documents[0].rule, DOCUMENT_RESIDENT_ID);
	assert_string_equal(g->form->questions[0], "问");
	assert_string_equal(g->deadline, "九月底");
	assert_string_equal(g->form->fields[0].advice, "别连着点");
	assert_string_equal(g->verification->statuses[0].label, "在籍");
	assert_string_equal(g->verification->statuses[0].meaning, "好了");
	assert_string_equal(g->verdicts[OUTCOME_PASS].title, "成");
	assert_string_equal(g->verdicts[OUTCOME_WAIT].title, "等");
	assert_string_equal(g->verdicts[OUTCOME_FAIL].title, "改");
	assert_string_equal(g->verdicts[OUTCOME_FAIL].text.lines[0], "改");
	guide_free(g);
}

static void test_all_of_the_activities(void **state)
{
	struct guide *g = load(EVERYTHING);
	const struct guide_account *account = g->form->account;
	const struct guide_login *login = g->form->login;
	const struct guide_verification *v = g->verification;

	(void)state;
	assert_string_equal(account->title, "先问");
	assert_string_equal(account->intro.lines[0], "先**想**");
	assert_string_equal(account->question, "有吗");
	assert_int_equal(account->option_count, 1);
	assert_string_equal(account->options[0].advice.lines[0], "找**回**");
	assert_string_equal(account->address, "网址栏");
	assert_string_equal(account->address_hint, "抄来");
	assert_string_equal(login->submit, "登录");
	assert_string_equal(login->intro.lines[0], "再**看**");
	assert_string_equal(login->name, "用户名");
	assert_string_equal(login->name_hint, "手机号也行");
	assert_string_equal(login->password, "密码");
	assert_true(v->checks[0].fatal && !v->checks[0].required);
	assert_true(v->checks[0].empty && !v->checks[1].empty);
	assert_string_equal(v->checks[0].proof, "身份证");
	assert_string_equal(v->checks[0].corrector, "学院");
	assert_int_equal(v->checks[1].compare, GUIDE_COMPARE_STATUS);
	assert_true(v->checks[1].fatal && v->checks[1].required);
	assert_int_equal(v->checks[2].compare, GUIDE_COMPARE_STUDENT);
	assert_false(v->checks[2].fatal || v->checks[2].required);
	assert_int_equal(v->student_count, 1);
	assert_string_equal(v->students[0].label, "新生");
	assert_string_equal(v->students[0].advice.lines[0], "照做");
	guide_free(g);
}

static bool reads(const char *path, struct diag *d)
{
	struct guide *g = guide_load(path, d);

	guide_free(g);
	return g != NULL;
}

static void test_every_member_misspelt(void **state)
{
	static const struct special special[] = {
		/* what may be left out */
		{ "\"$schema\"", 1 },
		{ "\"faq\"", 1 },
		{ "\"deadline\"", 1 },
		{ "\"activity\"", 1 },
		{ "\"links\"", 1 },
		{ "\"text\": \"example.org\"", 1 },
		{ "\"later\"", 1 },
		{ "\"figure\"", 1 },
		{ "\"note\"", 1 },
		{ "\"hint\"", 1 },
		{ "\"button\"", 1 },
		{ "\"fatal\"", 1 },
		{ "\"empty\"", 1 },
		{ "\"advice\"", 1 },
		{ "\"proof\"", 1 },
		{ "\"corrector\"", 1 },
		{ "\"before\"", 1 },
		{ "\"login\"", 1 },
		{ "\"title\": \"框\"", 1 },   /* a panel's */
		{ "\"required\": true}", 1 }, /* a check's */
		/* no status is left to be asked for */
		{ "\"checks\"", 3 },
		{ "\"compare\": \"status\"", 3 },
		{ NULL, 0 },
	};
	char *text = read_all(EVERYTHING);

	(void)state;
	expect_every_key(reads, text, special);
	free(text);
}

static void test_every_value_of_another_kind(void **state)
{
	/* No status is left to be asked for, or no list of students. */
	static const struct special special[] = {
		{ "\"status\", \"required\"", 2 },
		{ "[\n   {\"id\": \"c\"", 2 },
		{ "{\"id\": \"c.status\"", 2 },
		{ "[{\"id\": \"w\"", 2 },
		{ NULL, 0 },
	};
	char *text = read_all(EVERYTHING);

	(void)state;
	expect_every_string(reads, text, special, "8", "是文字，要写进引号");
	expect_every_string(reads, text, special, "null", "应为文字，现在是空值 null");
	expect_every_container(reads, text, special, "null", "现在是空值 null");
	expect_every_container(reads, text, special, "\"x\"", "现在是文字");
	free(text);
}

static void test_mistakes(void **state)
{
	static const struct mistake mistakes[] = {
		{ "\"format\": 1", "\"format\": `2", "“format”应为 1。" },
		{ "\"format\": 1", "\"format\": `\"1\"", "“format”应为数字" },
		{ "\"required\": true", "\"required\": `1", "“required”应为真假值" },
		{ "\"fatal\": true", "\"fatal\": `\"true\"", "“fatal”应为真假值" },
		{ "\"faq.json\"", "`\"../faq.json\"", "只写文件名" },
		/* what may be chosen */
		{ "\"register\"", "`\"apply\"", "应为：none、register、verify。" },
		{ "\"mobile\"", "`\"phone\"", "不认得“phone”，应为：mobile、sms-code、" },
		{ "\"resident-id\"", "`\"id\"",
		  "resident-id、residence-permit、permanent、other。" },
		{ "\"name\", \"fatal\"", "`\"Name\", \"fatal\"", "应为：by-eye、picture、name、" },
		{ "\"pass\", \"meaning\"", "`\"\", \"meaning\"", "应为：pass、wait、fail。" },
		/* lists that must not be empty */
		{ "[{\"title\": \"规定\", \"issuer\": \"部\", \"number\": \"1\"}]", "`[]",
		  "“laws”至少要有一项" },
		{ "[\"**填**表\"]", "`[]", "“text”至少要有一项" },
		{ "[{\"id\": \"one.a\", \"text\": \"填好**了**\"}]", "`[]", "“items”至少要有一项" },
		{ "[{\"title\": \"框\", \"lines\": [\"**点**\"]}]", "`[]", "“panels”至少要有一项" },
		{ "[\"**点**\"]", "`[]", "“lines”至少要有一项" },
		{ "[{\"id\": \"f\", \"label\": \"手机号\", \"hint\": \"11 位\", \"kind\": "
		  "\"mobile\", "
		  "\"required\": true, \"button\": \"获取\", \"advice\": \"别连着点\"}]",
		  "`[]", "“fields”至少要有一项" },
		{ "[{\"id\": \"d\", \"label\": \"身份证\", \"hint\": \"18 位\", "
		  "\"rule\": \"resident-id\"}]",
		  "`[]", "“documents”至少要有一项" },
		{ "[{\"id\": \"o\", \"label\": \"有\", \"advice\": [\"找**回**\"]}]", "`[]",
		  "“options”至少要有一项" },
		{ "[{\"id\": \"s\", \"label\": \"在籍\", \"outcome\": \"pass\", "
		  "\"meaning\": \"好了\"}]",
		  "`[]", "“statuses”至少要有一项" },
		/* ids: one name for one thing, in the whole file */
		{ "\"two\"", "`\"one\"", "编号“one”前面已经用过" },
		{ "\"two\"", "`\"一二三四五六七八九十一二三四五六七\"",
		  "编号“一二三四五六七八九十一二三四五六”只能" },
		{ "\"one.a\"", "`\"one\"", "编号“one”前面已经用过" },
		{ "\"note\", \"title\"", "`\"two.a\", \"title\"", "编号“two.a”前面已经用过" },
		{ "\"mail\"", "`\"note\"", "编号“note”前面已经用过" },
		{ "\"f\"", "`\"mail\"", "编号“mail”前面已经用过" },
		{ "\"d\"", "`\"f\"", "编号“f”前面已经用过" },
		{ "\"c\"", "`\"d\"", "编号“d”前面已经用过" },
		{ "\"s\"", "`\"c\"", "编号“c”前面已经用过" },
		{ "\"one\"", "`\"12345678901234567890123456789012\"", "最多 31 个" },
		{ "\"one\"", "`\"One\"", "编号“One”只能用小写字母" },
		{ "\"one\"", "`\"一\"", "编号“一”只能用小写字母" },
		{ "\"one\"", "`\"a b\"", "编号“a b”只能用小写字母" },
		{ "\"one\"", "`\"\"", "不能是空的" },
		{ "\"deadline\": \"九月底\"", "\"deadline\": `\"\"", "不能是空的" },
		/* links */
		{ "\"https://example.org/\"", "`\"ftp://example.org/\"", "以 http:// 或 https://" },
		{ "\"https://example.org/\"", "`\"javascript:alert(1)\"",
		  "以 http:// 或 https://" },
		{ "\"https://example.org/\"", "`\"HTTPS://example.org/\"",
		  "以 http:// 或 https://" },
		{ "\"https://example.org/\"", "`\"example.org\"", "以 http:// 或 https://" },
		{ "\"https://example.org/\"", "`\" http://example.org\"",
		  "以 http:// 或 https://" },
		{ "\"https://example.org/\"", "`\"http://example.org/a b\"", "中间没有空格" },
		{ "\"https://example.org/\"", "`\"http://example.org\\n\"", "中间没有空格" },
		/* days that the calendar lacks */
		{ "\"as_of\": \"2023\"", "\"as_of\": `\"2023-13\"", "没有这一天" },
		{ "\"as_of\": \"2023\"", "\"as_of\": `\"2023-00\"", "没有这一天" },
		{ "\"as_of\": \"2023\"", "\"as_of\": `\"2023-02-29\"", "没有这一天" },
		/* items without an introduction */
		{ "{\"id\": \"o\", \"label\": \"有\", \"advice\": [\"找**回**\"]}",
		  "`{\"id\": \"o\", \"label\": \"有\", \"items\": [{\"id\": \"oi\", \"text\": "
		  "\"找\"}]}",
		  "“advice”就至少要有一行" },
		/* emphasis without an end */
		{ "\"看**一遍**\"", "`\"看**一遍\"", "** 没有成对" },
		{ "\"**填**表\"", "`\"**填***表**\"", "** 没有成对" },
		{ "\"填好**了**\"", "`\"填好了**\"", "** 没有成对" },
		{ "\"**变**了\"", "`\"**变*了\"", "** 没有成对" },
		{ "\"**点**\"", "`\"**点\"", "** 没有成对" },
		{ "[\"记住\"]", "[`\"记**住\"]", "** 没有成对" },
		{ "[\"演练\"]", "[`\"演练**\"]", "** 没有成对" },
		/* what a terminal would obey */
		{ "\"自查\"", "\"自`\\u001b[2J查\"", "控制字符" },
		{ "\"工作日\"", "\"工作`\\u0007日\"", "控制字符" },
		{ "\"框\"", "\"框`\\u009b\"", "控制字符" },
	};

	(void)state;
	expect_mistakes(reads, EVERYTHING, mistakes, COUNT(mistakes));
}

static struct guide *everything_with(const char *from, const char *to)
{
	struct diag d = { 0 };
	char *text = read_with(EVERYTHING, from, to);
	struct guide *g = guide_load(path_of_text(text), &d);

	if (g == NULL)
		fail_msg("%s: %zu:%zu: %s", to, d.items[0].line, d.items[0].column,
			 d.items[0].text);
	free(text);
	return g;
}

static void test_what_is_left_out(void **state)
{
	struct guide *g =
		everything_with(", \"fatal\": true, \"empty\": true, \"advice\": \"找学院\"", "");

	(void)state;
	assert_false(g->verification->checks[0].fatal);
	assert_null(g->verification->checks[0].advice);
	guide_free(g);
	g = everything_with(", \"text\": \"example.org\"", "");
	assert_string_equal(g->steps[0].links[0].text, g->steps[0].links[0].url);
	guide_free(g);
	g = load(SMALLEST);
	assert_null(g->faq_file);
	assert_null(g->form);
	assert_null(g->verification);
	assert_int_equal(g->steps[0].activity, ACTIVITY_NONE);
	assert_null(g->steps[0].figure);
	assert_int_equal(g->steps[0].link_count, 0);
	assert_int_equal(g->steps[0].later_count, 0);
	assert_int_equal(g->note_count, 0);
	assert_int_equal(g->contact_count, 0);
	assert_int_equal(g->verdicts[OUTCOME_PASS].text.count, 0);
	guide_free(g);
}

/* What a guide may say in another way. */
static void test_taken(void **state)
{
	static const struct {
		const char *from, *to;
	} rows[] = {
		{ "\"one\"", "\"1234567890123456789012345678901\"" },
		{ "\"https://example.org/\"", "\"http://例子.中国/\"" },
		{ "\"**点**\"", "\"*点* ** ** ****\"" },
		{ "\"看**一遍**\"", "\"看\\n一遍\"" },
		{ "[\"记住\"]", "[]" },
		{ "[\"演练\"]", "[]" },
		{ "[\"问\"]", "[]" },
		{ "[\"好\"]", "[]" },
		{ "\"title\": \"框\", ", "" },
		{ "\"title\": \"框\", ", "\"title\": \"\", " },
		{ ", \"activity\": \"register\"", "" },
		{ "\"register\"", "\"none\"" },
		{ ", \"note\": \"工作日\"", "" },
		{ "\"as_of\": \"2023\"", "\"as_of\": \"2023-02\"" },
		{ "\"as_of\": \"2023\"", "\"as_of\": \"2023-02-28\"" },
		{ "\"as_of\": \"2023\"", "\"as_of\": \"2023-1\"" },
		{ "\"as_of\": \"2023\"", "\"as_of\": \"9999999\"" },
		{ "\"as_of\": \"2023\"", "\"as_of\": \"去年 13 月\"" },
		{ "\"advice\": [\"找**回**\"]",
		  "\"advice\": [\"一\"], \"items\": [{\"id\": \"oi\", \"text\": \"**找**\"}]" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		guide_free(everything_with(rows[i].from, rows[i].to));
}

/* In the order of their enums. */
static void test_what_may_be_chosen(void **state)
{
	static const struct {
		const char *member, *value, *names[12];
	} rows[] = {
		{ "\"kind\": ",
		  "\"mobile\"",
		  { "mobile", "sms-code", "password", "password-again", "name", "document-type",
		    "id-number", "email", "question", "terms" } },
		{ "\"rule\": ",
		  "\"resident-id\"",
		  { "resident-id", "residence-permit", "permanent", "other" } },
		{ "\"compare\": ",
		  "\"name\"",
		  { "by-eye", "picture", "name", "id-number", "sex", "birth-date", "ethnic-group",
		    "institution", "level", "major", "student-number" } },
		{ "\"outcome\": ", "\"pass\"", { "pass", "wait", "fail" } },
		{ "\"activity\": ", "\"register\"", { "none", "register", "verify" } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		for (size_t k = 0; rows[i].names[k] != NULL; k++) {
			char *to = xasprintf("%s\"%s\"", rows[i].member, rows[i].names[k]);
			char *from = xasprintf("%s%s", rows[i].member, rows[i].value);
			struct guide *g = everything_with(from, to);
			const size_t chosen[] = {
				g->form->fields[0].kind,
				g->form->documents[0].rule,
				g->verification->checks[0].compare,
				g->verification->statuses[0].outcome,
				g->steps[0].activity,
			};

			assert_int_equal(chosen[i], k);
			guide_free(g);
			free(from);
			free(to);
		}
}

/* The smallest guide with steps of so many items; owned by the caller. */
static char *guide_of(size_t steps, size_t items)
{
	char *list = NULL, *guide_text;
	size_t len;
	FILE *out = open_memstream(&list, &len);

	assert_non_null(out);
	fputc('[', out);
	for (size_t i = 0; i < steps; i++) {
		fprintf(out,
			"%s{\"id\":\"s%zu\",\"title\":\"第 %zu 步\",\"text\":[\"做\"],\"items\":[",
			i > 0 ? ",\n" : "", i, i + 1);
		for (size_t k = 0; k < items; k++)
			fprintf(out, "%s{\"id\":\"s%zu.%zu\",\"text\":\"做好\"}", k > 0 ? "," : "",
				i, k);
		fputs("]}", out);
	}
	fputc(']', out);
	fclose(out);
	guide_text = read_with(SMALLEST,
			       "[{\"id\": \"a\", \"title\": \"甲\", \"text\": [\"做\"], "
			       "\"items\": [{\"id\": \"b\", \"text\": \"做好\"}]}]",
			       list);
	free(list);
	return guide_text;
}

static void test_so_many_steps(void **state)
{
	static const size_t counts[] = { 1, 3, GUIDE_STEPS_MAX };

	(void)state;
	for (size_t i = 0; i < COUNT(counts); i++) {
		struct diag d = { 0 };
		char *text = guide_of(counts[i], 2), title[32];
		struct guide *g = guide_load(path_of_text(text), &d);

		assert_non_null(g);
		assert_int_equal(d.count, 0);
		assert_int_equal(g->step_count, counts[i]);
		snprintf(title, sizeof title, "第 %zu 步", counts[i]);
		assert_string_equal(g->steps[counts[i] - 1].title, title);
		assert_int_equal(g->steps[counts[i] - 1].item_count, 2);
		assert_null(g->form);
		assert_null(g->verification);
		guide_free(g);
		free(text);
	}
}

static void test_too_few_or_too_many(void **state)
{
	static const struct {
		size_t steps, items;
		const char *at, *says;
	} rows[] = {
		{ 0, 0, "[]", "“steps”至少要有一项" },
		{ 10, 1, "[{\"id\":\"s0\"", "步骤最多 9 步。" },
		{ 1, 0, "[]}]", "“items”至少要有一项" },
		{ 1, GUIDE_IDS_MAX, "\"s0.511\"", "编号太多，最多 512 个。" },
	};
	char *text = guide_of(1, GUIDE_IDS_MAX - 1);
	struct diag d = { 0 };

	(void)state;
	assert_true(reads(path_of_text(text), &d));
	free(text);
	for (size_t i = 0; i < COUNT(rows); i++) {
		text = guide_of(rows[i].steps, rows[i].items);
		expect_refused(reads, text, (size_t)(strstr(text, rows[i].at) - text), 1,
			       rows[i].says);
		free(text);
	}
}

static void test_lists_of_so_many(void **state)
{
	static const struct {
		const char *head, *tail, *says;
		int before, most;
	} rows[] = {
		{ "\"checks\": [", "\"label\": \"项\", \"compare\": \"by-eye\"},",
		  "核对项最多 32 个。", 3, GUIDE_CHECKS_MAX },
		{ "\"fields\": [", "\"label\": \"项\", \"kind\": \"terms\", \"required\": false},",
		  "表单最多 16 项。", 1, GUIDE_FIELDS_MAX },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char *text = read_all(EVERYTHING);
		size_t at = (size_t)(strstr(text, rows[i].head) - text) + strlen(rows[i].head);

		for (int n = rows[i].before; n <= rows[i].most; n++) {
			struct diag d = { 0 };
			char *one = xasprintf("{\"id\": \"n%d\", %s", n, rows[i].tail);
			char *longer = put(text, (struct part){ at, 0 }, one);

			assert_true(reads(path_of_text(text), &d));
			free(one);
			free(text);
			text = longer;
		}
		expect_refused(reads, text, at - 1, 1, rows[i].says);
		free(text);
	}
}

/* The status is asked for once, the kind of student at most once. */
static void test_which_checks(void **state)
{
	static const char *const statuses = "“compare”为 status 的核对项要有一个";
	static const char *const students = "“compare”为 student 的核对项最多一个";
	const struct {
		const char *from, *to, *says;
	} rows[] = {
		{ "\"status\", \"required\"", "\"by-eye\", \"required\"", statuses },
		{ "\"compare\": \"name\"", "\"compare\": \"status\"", statuses },
		{ "\"compare\": \"name\"", "\"compare\": \"student\"", students },
		{ ",\n  \"students\": [{\"id\": \"w\", \"label\": \"新生\", \"advice\": "
		  "[\"照做\"]}]",
		  "", students },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		static const char head[] = "\"checks\": ";
		char *text = read_with(EVERYTHING, rows[i].from, rows[i].to);

		expect_refused(reads, text, (size_t)(strstr(text, head) - text) + strlen(head), 1,
			       rows[i].says);
		free(text);
	}
	guide_free(everything_with("\"student\"", "\"by-eye\""));
}

static void test_no_checks(void **state)
{
	char *text = read_all(EVERYTHING), *from = strstr(text, "[\n   {\"id\": \"c\""), *spoilt;
	struct part part = { 0 };

	(void)state;
	assert_non_null(from);
	part.at = (size_t)(from - text);
	part.len = (size_t)(strstr(from, ",\n  \"statuses\"") - from);
	spoilt = put(text, part, "[]");
	/* The other: no status is left to be asked for. */
	expect_refused(reads, spoilt, part.at, 2, "“checks”至少要有一项");
	free(spoilt);
	free(text);
}

static void test_nothing_to_open(void **state)
{
	static const struct {
		const char *activity, *says;
	} rows[] = {
		{ "\"id\": \"a\", \"activity\": \"register\"", "少了“form”" },
		{ "\"id\": \"a\", \"activity\": \"verify\"", "少了“verification”" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char *text = read_with(SMALLEST, "\"id\": \"a\"", rows[i].activity);

		expect_refused(reads, text, 0, 1, rows[i].says);
		free(text);
	}
}

static void test_all_problems_at_once(void **state)
{
	static const char text[] =
		"{\"format\":2,\"steps\":[{\"id\":\"A\",\"items\":[]}],\"laws\":1}";
	struct diag d = { 0 };

	(void)state;
	/* format, five texts, laws, id, title, text, items, notes, contacts, verdicts */
	assert_null(guide_load(path_of_text(text), &d));
	assert_int_equal(d.count, 14);
}

static void test_no_guide(void **state)
{
	static const struct {
		const char *path;
		size_t line;
	} rows[] = { { "data", 0 }, { "data/none.json", 0 }, { "data/faq.json", 1 } };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct diag d = { 0 };

		assert_null(guide_load(rows[i].path, &d));
		assert_true(d.count > 0);
		assert_string_equal(d.file, rows[i].path);
		assert_true((d.items[0].line > 0) == (rows[i].line > 0));
	}
	guide_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_all_members),
		cmocka_unit_test(test_all_of_the_activities),
		cmocka_unit_test(test_every_member_misspelt),
		cmocka_unit_test(test_every_value_of_another_kind),
		cmocka_unit_test(test_mistakes),
		cmocka_unit_test(test_what_is_left_out),
		cmocka_unit_test(test_taken),
		cmocka_unit_test(test_what_may_be_chosen),
		cmocka_unit_test(test_so_many_steps),
		cmocka_unit_test(test_too_few_or_too_many),
		cmocka_unit_test(test_lists_of_so_many),
		cmocka_unit_test(test_which_checks),
		cmocka_unit_test(test_no_checks),
		cmocka_unit_test(test_nothing_to_open),
		cmocka_unit_test(test_all_problems_at_once),
		cmocka_unit_test(test_no_guide),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
