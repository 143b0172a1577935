/* SPDX-License-Identifier: MIT */
/* The shipped guide says all that the notice says. The questions of its FAQ: test_faq.c. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/text_wrap.h"
#include "model/faq.h"
#include "model/guide.h"
#include "support/expect_refused.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define SHIPPED "data/guide.json"

static struct guide *load(void)
{
	struct diag d = { 0 };
	struct guide *g = guide_load(SHIPPED, &d);

	if (g == NULL)
		fail_msg("%s:%zu:%zu: %s", SHIPPED, d.items[0].line, d.items[0].column,
			 d.items[0].text);
	assert_int_equal(d.count, 0);
	return g;
}

static void test_the_five_steps(void **state)
{
	static const struct {
		const char *id, *title;
		enum guide_activity activity;
		bool figure;
	} rows[] = {
		{ "visit", "登录学信网", ACTIVITY_NONE, true },
		{ "enter", "进入新生学籍", ACTIVITY_NONE, true },
		{ "find", "找到注册入口", ACTIVITY_NONE, true },
		{ "register", "实名注册", ACTIVITY_REGISTER, true },
		{ "verify", "核对学籍", ACTIVITY_VERIFY, true },
	};
	struct guide *g = load();

	(void)state;
	assert_int_equal(g->step_count, COUNT(rows));
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_string_equal(g->steps[i].id, rows[i].id);
		assert_string_equal(g->steps[i].title, rows[i].title);
		assert_int_equal(g->steps[i].activity, rows[i].activity);
		assert_int_equal(g->steps[i].figure != NULL, rows[i].figure);
	}
	assert_string_equal(g->steps[0].links[0].url, "https://www.chsi.com.cn");
	assert_string_equal(g->steps[0].links[0].text, "https://www.chsi.com.cn");
	assert_int_equal(g->note_count, 3);
	guide_free(g);
}

/* Projected, a step has its first sentence and its figure: what decides is there. */
static void test_what_is_projected(void **state)
{
	static const char *const says[][3] = {
		{ "第一个“/”之前", "**chsi.com.cn**", "**.chsi.com.cn** 结尾（点也要在）" },
		{ "认准“**学籍**”", "首页左侧", "“**新生学籍**”" },
		{ "“**注册学信网账号**”", "没有账号才注册", "有账号的先找回" },
		{ "姓名和证件号码", "高考登记的", "**一字不差**" },
		{ "和高考时一致", "“**在籍（注册学籍）**”", "就自查成功" },
	};
	static const char *const figure[] = { "https://**www.chsi.com.cn**/",
					      "www.wchsi.com.cn  多一个 w" };
	struct guide *g = load();

	(void)state;
	for (size_t i = 0; i < COUNT(says); i++)
		for (size_t k = 0; k < COUNT(says[i]); k++)
			if (strstr(g->steps[i].text.lines[0], says[i][k]) == NULL)
				fail_msg("step %zu does not say %s", i + 1, says[i][k]);
	for (size_t i = 0; i < COUNT(figure); i++)
		assert_string_equal(g->steps[0].figure->panels[i].lines.lines[0], figure[i]);
	guide_free(g);
}

/* What the verification compares cannot be ticked by hand beside it. */
static void test_no_tick_for_a_comparison(void **state)
{
	struct guide *g = load();

	(void)state;
	for (size_t i = 0; i < g->step_count; i++)
		for (size_t k = 0;
		     g->steps[i].activity == ACTIVITY_VERIFY && k < g->steps[i].item_count; k++)
			for (size_t c = 0; c < g->verification->check_count; c++)
				assert_null(strstr(g->steps[i].items[k].text,
						   g->verification->checks[c].label));
	guide_free(g);
}

/* In the notice's order: what is to be read, pressed, dialled or written to. */
static void test_every_fact_of_the_notice(void **state)
{
	static const char *const facts[] = {
		/* its head */
		"新生学信网学籍信息自查流程", "普通高等学校学生管理规定", "第 41 号", "教育部",
		"高等学校学生学籍学历电子注册办法", "及时", "身份信息", "学籍注册信息",
		"真实、准确",
		/* steps 1 and 2, and the home page */
		"本人", "中国高等教育学生信息网", "“学信网”", "https://www.chsi.com.cn", "首页左侧",
		"导航栏", "首页、学籍查询、学历查询", "学籍学历信息查询与认证服务", "学籍学历查询",
		"学籍学历认证", "出国教育背景信息服务", "“学籍查询”", "“**新生学籍**”", "学历查询",
		"本人查询", "零散查询", "图像校对", "会员查询", "要点的是“学籍查询”和“新生学籍”",
		"右侧是“学籍档案”",
		/* step 3 */
		"进入“学籍档案”页面", "“**注册学信网账号**”",
		/* step 4, and the form */
		"照网站提示绑定", "**手机号**", "**证件号码**", "实名注册", "实名认证注册",
		"学信网的标志", "“实名认证”", "“登录 | 注册”", "绿色横条", "“学信网账号”",
		"服务平台", "手机号", "短信验证码", "“免费获取”按钮", "\"button\": \"免费获取\"",
		"密码", "密码确认", "姓名", "证件类型", "默认“居民身份证”", "推荐大陆用户选它",
		"证件号码", "安全邮箱", "忘记密码时靠它找回", "三个密保问题", "下拉列表", "答案框",
		"密保问题 1", "密保问题 2", "密保问题 3", "我已阅读并同意", "服务条款",
		"绿色的“立即注册”按钮",
		/* step 5 */
		"注册成功后", "回学信网首页", "重新点“**新生学籍**”", "“**登录学信档案**”", "性别",
		"身份证号", "主要信息", "和高考时一致", "学籍状态", "“**在籍（注册学籍）**”",
		"学籍自查成功", "关掉网页即可",
		/* the first note */
		"个人信息才安全", "**自己本人**注册", "姓名、证件号码、邮箱、密保问题", "认真填",
		"姓名和证件号码**必须**", "高考时登记的", "连不到你的学籍", "别多打空格和别的字符",
		"大写 X", "密保问题的答案要真实", "密码一定要记牢", "找不回来", "登录不了学信网",
		"学历认定", "各类成绩认证", "就业", "考研",
		/* the second */
		"点“注册”之前", "再仔细检查一次", "注册完成后", "**重新登录**", "**再核实一次**",
		/* the third */
		"每位同学都要注册并核查", "手机号或证件号码被别人注册了", "注册不了或登录不了",
		"学校没有权限处理", "帮助中心",
		"https://account.chsi.com.cn/account/help/index.jsp", "客服热线", "010-82199588",
		"客服邮箱", "kefu@chsi.com.cn", "遇到问题请一搜", "学信网机器人",
		/* its foot */
		"教务处", "2022-04-29"
	};
	char *bytes = read_all(SHIPPED);

	(void)state;
	for (size_t i = 0; i < COUNT(facts); i++)
		if (strstr(bytes, facts[i]) == NULL)
			fail_msg("the guide does not say %s", facts[i]);
	free(bytes);
}

/* The last year of this century that a text names; 0: none. */
static int last_year(const char *text)
{
	int last = 0;

	for (const char *at = text; (at = strstr(at, "20")) != NULL; at++) {
		bool year = (at == text || at[-1] < '0' || at[-1] > '9') &&
			    strspn(at, "0123456789") == 4;

		if (year && atoi(at) > last)
			last = atoi(at);
	}
	return last;
}

/* Nothing is dated earlier than what it speaks of, and of what changed the newest comes first. */
static void test_dates(void **state)
{
	struct diag d = { 0 };
	struct guide *g = load();
	struct faq *f = faq_load_beside(g, SHIPPED, &d);

	(void)state;
	assert_int_equal(last_year("在 2021-09 至 2023 年，82199588，20255"), 2023);
	assert_non_null(f);
	for (size_t i = 0; i < g->contact_count; i++)
		assert_true(g->contacts[i].note == NULL ||
			    last_year(g->contacts[i].note) <= last_year(g->contacts[i].as_of));
	for (size_t i = 0; i < f->answer_count; i++)
		for (size_t k = 0; k < f->answers[i].text.count; k++)
			if (last_year(f->answers[i].text.lines[k]) > last_year(f->answers[i].as_of))
				fail_msg("%s is as of %s", f->answers[i].id, f->answers[i].as_of);
	for (size_t i = 0; i < g->step_count; i++)
		for (size_t k = 1; k < g->steps[i].later_count; k++)
			assert_true(last_year(g->steps[i].later[k].as_of) <=
				    last_year(g->steps[i].later[k - 1].as_of));
	faq_free(f);
	guide_free(g);
}

static void test_the_form_in_order(void **state)
{
	static const struct {
		const char *label;
		enum guide_field_kind kind;
		bool required;
	} rows[] = {
		{ "手机号", GUIDE_FIELD_MOBILE, true },
		{ "短信验证码", GUIDE_FIELD_SMS_CODE, true },
		{ "密码", GUIDE_FIELD_PASSWORD, true },
		{ "密码确认", GUIDE_FIELD_PASSWORD_AGAIN, true },
		{ "姓名", GUIDE_FIELD_NAME, true },
		{ "证件类型", GUIDE_FIELD_DOCUMENT_TYPE, true },
		{ "证件号码", GUIDE_FIELD_ID_NUMBER, true },
		{ "安全邮箱", GUIDE_FIELD_EMAIL, false },
		{ "密保问题 1", GUIDE_FIELD_QUESTION, false },
		{ "密保问题 2", GUIDE_FIELD_QUESTION, false },
		{ "密保问题 3", GUIDE_FIELD_QUESTION, false },
		{ "服务条款", GUIDE_FIELD_TERMS, true },
	};
	struct guide *g = load();

	(void)state;
	assert_int_equal(g->form->field_count, COUNT(rows));
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_string_equal(g->form->fields[i].label, rows[i].label);
		assert_int_equal(g->form->fields[i].kind, rows[i].kind);
		assert_int_equal(g->form->fields[i].required, rows[i].required);
	}
	assert_string_equal(g->form->submit, "立即注册");
	assert_string_equal(g->form->documents[0].label, "居民身份证");
	assert_true(g->form->question_count >= 3);
	guide_free(g);
}

/* The notice names four things to agree; the site's status says whether it is done. */
static void test_what_must_agree(void **state)
{
	static const enum guide_compare wanted[] = { GUIDE_COMPARE_NAME, GUIDE_COMPARE_SEX,
						     GUIDE_COMPARE_ID_NUMBER,
						     GUIDE_COMPARE_STATUS };
	struct guide *g = load();
	const struct guide_verification *v = g->verification;
	size_t passing = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(wanted); i++) {
		size_t required = 0;

		for (size_t k = 0; k < v->check_count; k++)
			required += v->checks[k].compare == wanted[i] && v->checks[k].required;
		assert_int_equal(required, 1);
	}
	for (size_t i = 0; i < v->status_count; i++)
		if (v->statuses[i].outcome == OUTCOME_PASS) {
			assert_string_equal(v->statuses[i].label, "在籍（注册学籍）");
			passing++;
		}
	assert_int_equal(passing, 1);
	guide_free(g);
}

/* Step, hint, demo and message judge an address in the same way: by what stands before the first
 * slash, and with the dot before the name. */
static void test_one_rule_of_the_address(void **state)
{
	static const struct {
		const char *file;
		size_t times;
	} rows[] = { { SHIPPED, 2 }, { "data/demo.json", 1 }, { "data/faq.json", 0 } };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char *bytes = read_all(rows[i].file);
		size_t rules = 0, ends = 0;

		for (const char *at = bytes; (at = strstr(at, "第一个“/”之前")) != NULL; at++) {
			const char *end = strstr(at, "结尾"), *next = strchr(at, '\n');

			rules++;
			assert_true(end != NULL && end < next);
		}
		for (const char *at = bytes; (at = strstr(at, "结尾")) != NULL; at++) {
			const char *name = at;

			ends++;
			while (name > bytes && strncmp(name, "chsi.com.cn", 11) != 0)
				name--;
			assert_true(at - name < 20);
			assert_int_equal(name[-1], '.');
		}
		assert_int_equal(rules, rows[i].times);
		assert_int_equal(ends, rows[i].times);
		free(bytes);
	}
}

/* The last text of a line of JSON, as wide as it is shown: without the marks of emphasis. */
static int width_of_last(char *line)
{
	struct text_span *spans;
	size_t count;
	char *end = strrchr(line, '"'), *plain;
	int width;

	if (end == NULL)
		return 0;
	*end = '\0';
	plain = text_emphasis(strrchr(line, '"') == NULL ? "" : strrchr(line, '"') + 1, &spans,
			      &count);
	width = text_width(plain);
	free(plain);
	free(spans);
	return width;
}

/* What is shown takes two lines of 60 columns at most; captions describe a whole picture. */
static void test_no_text_is_long(void **state)
{
	static const char *const files[] = { SHIPPED, "data/faq.json", "data/demo.json" };

	(void)state;
	for (size_t i = 0; i < COUNT(files); i++) {
		char *bytes = read_all(files[i]), *rest = bytes, *line;

		while ((line = strsep(&rest, "\n")) != NULL) {
			bool is_picture = strstr(line, "\"caption\": \"") != NULL ||
					  strstr(line, "\"keys\": ") != NULL;
			int width = width_of_last(line);

			if (!is_picture && width > 2 * 58)
				fail_msg("%s: %d columns: %s", files[i], width, line);
		}
		free(bytes);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_five_steps),
		cmocka_unit_test(test_what_is_projected),
		cmocka_unit_test(test_no_tick_for_a_comparison),
		cmocka_unit_test(test_every_fact_of_the_notice),
		cmocka_unit_test(test_dates),
		cmocka_unit_test(test_the_form_in_order),
		cmocka_unit_test(test_what_must_agree),
		cmocka_unit_test(test_one_rule_of_the_address),
		cmocka_unit_test(test_no_text_is_long),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
