/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/key.h"
#include "demo/demo_script.h"
#include "support/memory_file.h"

#define BEAT(more)                                                                      \
	"{\"format\":1,\"title\":\"t\",\"record\":\"r.json\",\"beats\":[{\"id\":\"a\"," \
	"\"title\":\"t\",\"caption\":\"c\",\"seconds\":1," more "}]}"

#define ONLY(members)                                                                           \
	"{\"format\":1,\"title\":\"t\",\"record\":\"r.json\",\"beats\":[{\"id\":\"a\"," members \
	"}]}"
#define LONG                                                                                                                                   \
	"第五步逐项核对。还查不到学籍，就过几天再看。第五步逐项核对。还查不到学籍，就过几天再看。" \
	"第五步逐项核对。还查不到学籍，就过几天再看。"

static struct guide_step steps[] = { { .id = "one" }, { .id = "two" } };
static const struct guide two_steps = { .step_count = 2, .steps = steps };

static struct demo_script *parse(const char *json, const struct guide *guide, struct diag *d)
{
	*d = (struct diag){ 0 };
	return demo_script_load(path_of_text(json), guide, d);
}

static void test_events(void **state)
{
	static const struct demo_event expected[] = {
		{ DEMO_KEY, 'a', 0, "", "" },
		{ DEMO_KEY, 0x674E, 0, "", "" },
		{ DEMO_KEY, '<', 0, "", "" },
		{ DEMO_KEY, KEYNAME_RETURN, 0, "", "" },
		{ DEMO_PAUSE, 0, 1500, "", "" },
		{ DEMO_PAUSE, 0, 60000, "", "" },
		{ DEMO_KEY, KEY_CTRL('R'), 0, "", "" },
		{ DEMO_KEY, KEYNAME_PAGE_DOWN, 0, "", "" },
		{ DEMO_KEY, '>', 0, "", "" },
		{ DEMO_STEP, 0, 0, "", "" },
		{ DEMO_STEP, 0, 0, "one", "" },
		{ DEMO_FIELD, 0, 0, "name", "李 明" },
		{ DEMO_FIELD, 0, 0, "name", "" },
		{ DEMO_CODE, 0, 0, "", "" },
		{ DEMO_CHECK, 0, 0, "id", "一样" },
		{ DEMO_CHOOSE, 0, 0, "a", "b" },
		{ DEMO_TICK, 0, 0, "", "" },
		{ DEMO_TICK, 0, 0, "x.y", "" },
		{ DEMO_OPEN, 0, 0, "messages", "taken" },
		{ DEMO_PRESS, 0, 0, "send", "" },
	};
	struct diag d;
	struct demo_script *s = parse(
		BEAT("\"step\":\"two\",\"keys\":\"a李<<<Enter><pause 1.5><pause 60><Ctrl-R><PgDn>>"
		     "<Step><Step  one><Field name 李 明><Field name><Code><Check id 一样><Choose "
		     "a "
		     "b>"
		     "<Tick><Tick x.y><Open messages taken><Press send>\""),
		NULL, &d);

	(void)state;
	assert_non_null(s);
	assert_int_equal(s->beats[0].event_count, sizeof expected / sizeof expected[0]);
	for (size_t i = 0; i < s->beats[0].event_count; i++) {
		const struct demo_event *event = &s->beats[0].events[i];

		assert_int_equal(event->kind, expected[i].kind);
		assert_int_equal(event->key, expected[i].key);
		assert_int_equal(event->pause_ms, expected[i].pause_ms);
		assert_string_equal(event->target, expected[i].target);
		assert_string_equal(event->text, expected[i].text);
	}
	demo_script_free(s);
}

static void test_refused(void **state)
{
	static const struct {
		const char *json, *says;
	} rows[] = {
		{ BEAT("\"keys\":\"<F9>\""), "<F9>" },
		{ BEAT("\"keys\":\"<Enter\""), "“<Enter”少了后面的 >" },
		{ BEAT("\"keys\":\"<Field name 李<Enter>\""), "“<Field name 李”少了后面的 >" },
		{ BEAT("\"keys\":\"<Fill name 李>\""),
		  "（a）里的“<Fill name 李>”不认得：有 Step、Field、" },
		{ BEAT("\"keys\":\"<open form>\""), "“<open form>”不认得" },
		{ BEAT("\"keys\":\"<Tick>\""), "“<Tick>”要知道是哪一步" },
		{ BEAT("\"keys\":\"a\",\"expect\":{}"), "finding、verdict 或 text" },
		{ BEAT("\"keys\":\"a\",\"expect\":{\"finding\":\"name.nonsense\"}"),
		  "没有“name.nonsense”这种错" },
		{ BEAT("\"keys\":\"a\",\"expect\":{\"finding\":\"roster.missing\"}"),
		  "没有“roster.missing”这种错" },
		{ BEAT("\"keys\":\"a\",\"expect\":{\"verdict\":\"ok\"}"),
		  "open、pass、wait、fail" },
		{ BEAT("\"keys\":\"<pause>\""), "<pause>" },
		{ BEAT("\"keys\":\"<pause 61>\""),
		  "“<pause 61>”不对：停顿写成 <pause 1.5>，最长 60 秒。" },
		{ BEAT("\"keys\":\"<pause -1>\""), "<pause -1>" },
		{ BEAT("\"keys\":\"<pause 1.55>\""), "<pause 1.55>" },
		{ BEAT("\"keys\":\"<pause 99999999999999999999>\""), "pause" },
		{ BEAT("\"keys\":\"a\",\"speed\":1"), "speed" },
		{ BEAT("\"notes\":\"a\",\"keys\":\"a\""), "notes" },
		{ BEAT("\"steps\":1"), "steps" },
		{ BEAT("\"keys\":\"<Field>\""), "“<Field>”没写完：写成 <Field name" },
		{ BEAT("\"keys\":\"<Code 123456>\""), "“<Code 123456>”后面多了字，删掉。" },
		{ BEAT("\"keys\":\"<Press next x>\""), "“<Press next x>”后面多了字，删掉。" },
		{ BEAT("\"keys\":\"<Open  >\""), "“<Open  >”没写完：写成 <Open form>" },
		{ BEAT("\"keys\":\"<Check name>\""),
		  "“<Check name>”没写完：写成 <Check name 一样>" },
		{ BEAT("\"keys\":\"<Choose a>\""), "<Choose a>" },
		{ BEAT("\"keys\":\"<Open>\""), "<Open>" },
		{ BEAT("\"keys\":\"<Press>\""), "<Press>" },
		{ BEAT("\"keys\":\"<Fields name x>\""), "<Fields" },
		{ BEAT("\"record\":\"a/b\""), "只写文件名" },
		{ BEAT("\"expect\":{\"verdict\":\"good\"}"), "verdict" },
		{ BEAT("\"expect\":{\"code\":\"x\"}"), "code" },
		{ BEAT("\"slide\":{\"text\":[\"x\"]}"), "heading" },
		{ BEAT("\"hands\":1"), "hands" },
		{ BEAT("\"step\":\"one\",\"keys\":\"<step>\""), "<step>" },
		{ ONLY("\"caption\":\"c\",\"seconds\":1"), "第 1 项少了“title”" },
		{ ONLY("\"title\":\"t\",\"caption\":\"c\",\"seconds\":1},{\"id\":\"b\","
		       "\"title\":\"t\",\"seconds\":1"),
		  "第 2 项少了“caption”" },
		{ ONLY("\"title\":\"t\",\"caption\":\"\",\"seconds\":1"), "不能是空的" },
		{ ONLY("\"title\":\"t\",\"caption\":\"" LONG "\",\"seconds\":1"), "字幕太长" },
		{ ONLY("\"title\":\"t\",\"caption\":\"c\""), "少了“seconds”" },
		{ ONLY("\"title\":\"t\",\"caption\":\"c\",\"seconds\":0"), "1 到 3600" },
		{ ONLY("\"title\":\"t\",\"caption\":\"c\",\"seconds\":-5"), "1 到 3600" },
		{ ONLY("\"title\":\"t\",\"caption\":\"c\",\"seconds\":\"20\""), "应为数字" },
		{ ONLY("\"title\":\"t\",\"caption\":\"c\",\"seconds\":1},{\"id\":\"a\",\"title\":"
		       "\"t\","
		       "\"caption\":\"c\",\"seconds\":1"),
		  "编号“a”前面已经用过" },
		{ "{\"format\":1,\"title\":\"t\",\"record\":\"r\",\"beats\":[]}", "beats" },
		{ "{\"format\":2,\"title\":\"t\",\"record\":\"../r\",\"beats\":[]}", "format" },
	};
	struct diag d;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_null(parse(rows[i].json, NULL, &d));
		assert_true(d.count > 0 && d.items[0].line == 1 && d.items[0].column > 0);
		if (strstr(d.items[0].text, rows[i].says) == NULL &&
		    (d.count < 2 || strstr(d.items[1].text, rows[i].says) == NULL))
			fail_msg("%s: %s", rows[i].json, d.items[0].text);
	}
}

/* A step is what the guide calls it; without a guide any will do. */
static void test_step(void **state)
{
	static const char json[] = BEAT("\"step\":\"two\",\"keys\":\"a<Step>\"");
	static const struct guide *const guides[] = { NULL, &two_steps };
	struct diag d;

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct demo_script *s = parse(json, guides[i], &d);

		assert_non_null(s);
		assert_string_equal(s->beats[0].step, "two");
		assert_int_equal(s->beats[0].event_count, 2);
		demo_script_free(s);
	}
}

static void test_step_refused(void **state)
{
	static const struct {
		const char *json, *at, *says;
		const struct guide *guide;
	} rows[] = {
		{ BEAT("\"step\":\"three\",\"keys\":\"<Step>\""), "\"three\"",
		  "指南里没有“three”这一步；有：one、two。", &two_steps },
		{ BEAT("\"step\":2,\"keys\":\"<Step>\""), "2,", "编号，如 \"register\"", NULL },
		{ BEAT("\"step\":\"\",\"keys\":\"<Step>\""), "\"\",", "空", NULL },
		{ BEAT("\"step\":[],\"keys\":\"a\""), "[],", "“step”应为文字", NULL },
		{ BEAT("\"keys\":\"a<Step><Step>\""), "\"a<", "“<Step>”要知道是哪一步", NULL },
		{ BEAT("\"keys\":\"a<Step>\""), "\"a<", "“<Step>”要知道是哪一步", &two_steps },
	};
	struct diag d;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_null(parse(rows[i].json, rows[i].guide, &d));
		assert_int_equal(d.count, 1);
		assert_int_equal(d.items[0].line, 1);
		assert_int_equal(d.items[0].column,
				 strstr(rows[i].json, rows[i].at) - rows[i].json + 1);
		if (strstr(d.items[0].text, rows[i].says) == NULL)
			fail_msg("%s: %s", rows[i].json, d.items[0].text);
	}
}

/* All the steps there may be, each with the longest id. */
static void test_many_steps(void **state)
{
	static const char *const ids[GUIDE_STEPS_MAX] = {
		"abcdefghijklmnopqrstuvwxyz01231",
		"abcdefghijklmnopqrstuvwxyz01232",
		"abcdefghijklmnopqrstuvwxyz01233",
		"abcdefghijklmnopqrstuvwxyz01234",
		"abcdefghijklmnopqrstuvwxyz01235",
		"abcdefghijklmnopqrstuvwxyz01236",
		"abcdefghijklmnopqrstuvwxyz01237",
		"abcdefghijklmnopqrstuvwxyz01238",
		"last",
	};
	static struct guide_step nine[GUIDE_STEPS_MAX];
	struct demo_script *s;
	static const struct guide guide = { .step_count = GUIDE_STEPS_MAX, .steps = nine };
	struct diag d;

	(void)state;
	for (size_t i = 0; i < GUIDE_STEPS_MAX; i++)
		nine[i].id = ids[i];
	assert_null(parse(BEAT("\"step\":\"x\",\"keys\":\"a\""), &guide, &d));
	assert_int_equal(d.count, 1);
	assert_non_null(strstr(d.items[0].text, "01231、abc"));
	s = parse(BEAT("\"step\":\"last\",\"keys\":\"<Step>\""), &guide, &d);
	assert_non_null(s);
	demo_script_free(s);
	assert_null(parse(BEAT("\"step\":\"Last!\",\"keys\":\"a\""), NULL, &d));
	assert_non_null(strstr(d.items[0].text, "“Last!”只能用小写字母"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_events),     cmocka_unit_test(test_refused),
		cmocka_unit_test(test_step),       cmocka_unit_test(test_step_refused),
		cmocka_unit_test(test_many_steps),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
