/* SPDX-License-Identifier: MIT */
/* The shipped script with the guides that schools make of the shipped one: it plays as it should,
 * or is refused with a place; and scripts that would go wrong. */
#include "support/memory_file.h"
#include "support/shipped_demo.h"

/* text with the first `from` replaced; owned by the caller. */
static char *replace(const char *text, const char *from, const char *to)
{
	const char *at = strstr(text, from);

	assert_non_null(at);
	return xasprintf("%.*s%s%s", (int)(at - text), text, to, at + strlen(from));
}

#define NAME_FIELD                                                                          \
	"{\"id\": \"form.name\", \"label\": \"姓名\", \"kind\": \"name\", \"required\": " \
	"true, \"hint\": \"与高考登记的一字不差，至少两个字\"},"
#define MOBILE_FIELD "{\"id\": \"form.mobile\","
#define FIND_STEP "\"id\": \"find\","

/* Each edit is one or two replacements. */
static const struct edit {
	const char *what, *from, *to, *from2, *to2;
	const char *refused; /* NULL: it plays; else what is said */
	const char *part;    /* of the script, on the line that is named */
} edits[] = {
	{ "as it is", "\"format\": 1", "\"format\": 1", NULL, NULL, NULL, NULL },
	{ "fields in another order", NAME_FIELD, "", MOBILE_FIELD, NAME_FIELD MOBILE_FIELD, NULL,
	  NULL },
	{ "one more check", "{\"id\": \"check.name\",",
	  "{\"id\": \"check.code\", \"label\": \"校验码\", \"compare\": \"by-eye\", \"fatal\": "
	  "true}, "
	  "{\"id\": \"check.name\",",
	  NULL, NULL, NULL, NULL },
	{ "one more status", "{\"id\": \"status.registered\",",
	  "{\"id\": \"status.new\", \"label\": \"待注册\", \"outcome\": \"wait\", \"meaning\": "
	  "\"等\"}, "
	  "{\"id\": \"status.registered\",",
	  NULL, NULL, NULL, NULL },
	{ "renamed menus", "点“新生学籍”，", "点“学籍查验”，", "\"label\": \"姓名\"",
	  "\"label\": \"真实姓名\"", NULL, NULL },
	{ "a step more", "\"steps\": [",
	  "\"steps\": [{\"id\": \"network\", \"title\": \"连上校园网\", \"text\": [\"连上。\"], "
	  "\"items\": [{\"id\": \"network.on\", \"text\": \"能上网\"}]},",
	  NULL, NULL, NULL, NULL },
	{ "a step renamed", FIND_STEP, "\"id\": \"seek\",", NULL, NULL, "指南里没有“find”这一步",
	  "\"step\": \"find\"" },
	{ "no mobile number", "\"form.mobile\"", "\"form.phone\"", NULL, NULL,
	  "这一段（code）演不下去：指南的表单里没有“mobile”这一项；有：phone、sms、",
	  "<Field mobile" },
	{ "another status", "\"status.none\"", "\"status.nothing\"", NULL, NULL,
	  "这一段（waiting）演不下去：没有“none”这个选项；有：registered、nothing、",
	  "<Choose status none>" },
	{ "a status and a button of other names", "\"label\": \"还查不到学籍\"",
	  "\"label\": \"没有学籍\"", "\"button\": \"免费获取\"", "\"button\": \"发送验证码\"", NULL,
	  NULL },
	{ "an item of other words", "\"text\": \"看清地址栏，是真的学信网\"",
	  "\"text\": \"地址栏没错\"", NULL, NULL, NULL, NULL },
	{ "a menu of another name", "[\"**学籍学历学位**\"]", "[\"**学籍查验**\"]",
	  "点“**学籍学历学位**”", "点“**学籍查验**”",
	  "这一段（enter）指的“学籍学历学位”不在屏幕上。", "\"point\": \"学籍学历学位\"" },
	{ "a note more, an item of another id", "\"notes\": [",
	  "\"notes\": [{\"id\": \"x\", \"title\": \"四\", \"text\": [\"好。\"]}, ",
	  "\"id\": \"verify.login\"", "\"id\": \"verify.again\"", NULL, NULL },
	{ "no button for the code", "\"button\": \"免费获取\", ", "", NULL, NULL,
	  "这一段（code）演不下去：这一页上没有要验证码的按钮。", "<Press send>" },
	{ "a figure of other words", "**www.chsi.com.cn**", "www.chsi.com.cn", NULL, NULL,
	  "这一段（visit）指的“www.chsi.com.cn”不在屏幕上。", "\"point\": \"www.chsi.com.cn\"" },
	{ "one more picture", "{\"id\": \"check.name\",",
	  "{\"id\": \"check.card\", \"label\": \"学生证照片\", \"compare\": \"picture\", "
	  "\"fatal\": true}, "
	  "{\"id\": \"check.name\",",
	  NULL, NULL, "这一段（done）演完，结论是 open，不是 pass；还差 1 项：学生证照片。",
	  "\"verdict\": \"pass\"" },
	{ "no deadline", "\"deadline\": \"以本校通知为准（短的只有五天）\",", "", NULL, NULL, NULL,
	  NULL },
	{ "a status that passes too early", "\"outcome\": \"wait\"", "\"outcome\": \"pass\"", NULL,
	  NULL, "这一段（waiting）演完，结论是 pass，不是 wait。", "\"verdict\": \"wait\"" },
};

static size_t line_of(const char *text, const char *part)
{
	size_t line = 1;

	for (const char *at = text; at < strstr(text, part); at++)
		line += *at == '\n';
	return line;
}

/* The problems of a script with a guide, both as JSON. */
static bool rehearse(const char *script_json, const char *guide_json, struct diag *d)
{
	bool fine = false;

	guide = guide_load(path_of_text(guide_json), d);
	if (guide == NULL)
		fail_msg("guide: %s", d->items[0].text);
	script = demo_script_load(path_of_text(script_json), guide, d);
	records = script == NULL ? NULL : demo_records_load(script, "data/demo.json", d);
	demo = prepared();
	fine = records != NULL && demo_rehearse(&demo, d);
	unload(NULL);
	return fine;
}

static void test_edited_guides(void **state)
{
	char *shipped = whole_file("data/guide.json", NULL),
	     *demo_json = whole_file("data/demo.json", NULL);

	(void)state;
	for (size_t i = 0; i < sizeof edits / sizeof edits[0]; i++) {
		const struct edit *e = &edits[i];
		char *once = replace(shipped, e->from, e->to);
		char *twice = e->from2 == NULL ? xstrdup(once) : replace(once, e->from2, e->to2);
		struct diag d = { 0 };

		if (rehearse(demo_json, twice, &d) != (e->refused == NULL))
			fail_msg("%s: %s", e->what, d.items[0].text);
		if (e->refused != NULL) {
			if (strstr(d.items[0].text, e->refused) == NULL)
				fail_msg("%s: %s", e->what, d.items[0].text);
			assert_int_equal(d.items[0].line, line_of(demo_json, e->part));
		}
		free(once);
		free(twice);
	}
	free(shipped);
	free(demo_json);
}

#define BEATS(keys, more)                                                                      \
	"{\"format\":1,\"title\":\"t\",\"record\":\"record.example.json\",\"beats\":[\n"       \
	"{\"id\":\"a\",\"title\":\"t\",\"caption\":\"c\",\"seconds\":1,\"step\":\"visit\","    \
	"\"keys\":\"<Open form><Field name>\"},\n"                                             \
	"{\"id\":\"b\",\"title\":\"t\",\"caption\":\"c\",\"seconds\":1,\"step\":\"register\"," \
	"\"keys\":\"" keys "\"" more "}]}"

#define FIVE "\"一\",\"二\",\"三\",\"四\",\"五\","
#define SLIDE(lines) ",\"slide\":{\"heading\":\"h\",\"text\":[" lines "\"末\"]}"

static void test_scripts(void **state)
{
	static const struct {
		const char *json, *says; /* NULL: nothing */
	} rows[] = {
		{ BEATS("<Step>", ",\"expect\":{\"text\":\"下一步：核对学籍\"}"), NULL },
		{ BEATS("<Enter>", ""), NULL },
		{ BEATS(" ", ""), "按键“ ”会打进正在填的那一项" },
		{ BEATS("李", ""), "按键“李”会打进正在填的那一项" },
		{ BEATS("<Step>李", ""), "按键“李”在这一页上没有用" },
		{ BEATS("<Step><F2>", ""), "在这一页上没有用" },
		{ BEATS("<Step seek>", ""),
		  "指南里没有“seek”这一步；有：visit、enter、find、register、verify。" },
		{ BEATS("<Step><Enter>李 明<Enter>", ""), "会打进正在填的那一项" },
		{ BEATS("<Step><Field name 李明>", ""), "没有打开表单，“name”填不进去" },
		{ BEATS("<Field nome 李明>", ""), "表单里没有“nome”这一项；有：mobile、sms、" },
		{ BEATS("<Field document x>", ""), "“document”不是打字的" },
		{ BEATS("<Code>", ""), "还没有要过验证码" },
		{ BEATS("<Press sent>", ""), "没有“sent”这个按钮" },
		{ BEATS("<Tick vizit.open>", ""), "没有可勾的“vizit.open”" },
		{ BEATS("<Tick name>", ""), "没有可勾的“name”" },
		{ BEATS("<Check name 一样>", ""), "先写 <Open verify>" },
		{ BEATS("<Open verify><Check nome 一样>", ""),
		  "核对里没有“nome”这一项；有：who、" },
		{ BEATS("<Open verify><Check all 是我>", ""), "<Check all 后面只能写“一样”" },
		{ BEATS("<Open verify><Check status 一样>", ""), "“status”" },
		{ BEATS("<Open verify><Choose name x>", ""), "没有可选的“name”" },
		{ BEATS("<Open verify><Choose status x>", ""),
		  "没有“x”这个选项；有：registered、none、" },
		{ BEATS("<Open elsewhere>", ""), "没有“elsewhere”这一页" },
		{ BEATS("<Open result>", ""), "结果从核对打开：先写 <Open verify>" },
		{ BEATS("<Open messages x>", ""), "没有“x”这条网站提示" },
		{ BEATS("<Open faq x>", ""), "常见问题里没有“x”" },
		{ BEATS("<Open messages number-taken>", ""), NULL },
		{ BEATS("<Open faq change-mobile>", ""), NULL },
		{ BEATS("<Choose document passport>", ",\"expect\":{\"text\":\"护照\"}"), NULL },
		{ BEATS("<Field name 李明>", ",\"expect\":{\"finding\":\"name.space\"}"),
		  "没有查出 name.space" },
		{ BEATS("<Field name 李 明>", ",\"expect\":{\"finding\":\"name.interpunct\"}"),
		  "没有查出 name.interpunct；查出的是 name.space。" },
		{ BEATS("<Open verify><Check number 110000200709010041>",
			",\"expect\":{\"finding\":\"id.mismatch\"}"),
		  NULL },
		{ BEATS("<Open verify><Check name 李明><Check sex 没有>",
			",\"expect\":{\"verdict\":\"pass\"}"),
		  "不是 pass" },
		{ BEATS("<Field number 110000200709010041><Field mobile 13800000000>",
			",\"expect\":{\"finding\":\"id.mismatch\"}"),
		  "查出了 id.mismatch，但光标不在那一项" },
		{ BEATS("<Field name 李明><Field number 110000200709010041>",
			",\"expect\":{\"finding\":\"id.mismatch\"}"),
		  NULL },
		{ BEATS("<Step>", ",\"expect\":{\"text\":\"成功了\"}"), "屏幕上没有“成功了”" },
		{ BEATS("<Step>", ",\"point\":\"不在这里\""), "指的“不在这里”不在屏幕上" },
		{ BEATS("<Step enter>", ",\"point\":\"number\""), "指的“number”不在屏幕上" },
		{ BEATS("<Open form>", ",\"point\":\"number\""), NULL },
		{ BEATS("<Open verify>", ",\"point\":\"check.status\""), NULL },
		{ BEATS("<Step>", ",\"point\":\"register.mobile\""), NULL },
		{ BEATS("<Step>", ",\"point\":\"免费获取\""), NULL },
		{ BEATS("<Open account><Choose account had>",
			",\"expect\":{\"text\":\"先找回账号\"}"),
		  NULL },
		{ BEATS("<Open account><Choose account maybe>", ""),
		  "没有“maybe”这个选项；有：none、had、unsure。" },
		{ BEATS("<Open notes>", ",\"expect\":{\"text\":\"一、填写\"}"), NULL },
		{ BEATS("<Step><Open qr>", ",\"expect\":{\"text\":\"https://\"}"), NULL },
		{ BEATS("<Open faq>", ",\"expect\":{\"text\":\"查找\"}"), NULL },
		{ BEATS("<Step>q", ""), "退出了向导" },
		{ BEATS("<Step>", ",\"record\":\"nobody.json\""), "nobody.json" },
		{ BEATS("<Step>", SLIDE(FIVE FIVE)), NULL },
		{ BEATS("<Step>", SLIDE(FIVE FIVE FIVE FIVE)), "（b）的 slide 太长：80 列" },
	};
	char *guide_json = whole_file("data/guide.json", NULL);

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct diag d = { 0 };

		if (rehearse(rows[i].json, guide_json, &d) != (rows[i].says == NULL))
			fail_msg("%s: %s", rows[i].json, d.items[0].text);
		if (rows[i].says == NULL)
			continue;
		if (strstr(d.items[0].text, rows[i].says) == NULL &&
		    strstr(d.file, rows[i].says) == NULL)
			fail_msg("%s: %s", rows[i].json, d.items[0].text);
		assert_true(d.items[0].line == 3 || strstr(d.file, "nobody") != NULL);
	}
	free(guide_json);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_edited_guides),
		cmocka_unit_test(test_scripts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
