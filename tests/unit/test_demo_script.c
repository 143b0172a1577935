/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "base/key.h"
#include "base/xalloc.h"
#include "demo/demo_script.h"
#include "model/record_file.h"
#include "screens/screens.h"

#define BEAT(more)                                                                      \
	"{\"format\":1,\"title\":\"t\",\"record\":\"r.json\",\"beats\":[{\"id\":\"a\"," \
	"\"title\":\"t\",\"caption\":\"c\",\"seconds\":1," more "}]}"

static struct app app;
static struct guide_step steps[] = { { .id = "one" }, { .id = "two" } };
static const struct guide two_steps = { .step_count = 2, .steps = steps };

static struct demo_script *parse(const char *json, const struct guide *guide, struct diag *d)
{
	*d = (struct diag){ 0 };
	return demo_script_parse(json, strlen(json), guide, d);
}

static void test_events(void **state)
{
	static const struct demo_event expected[] = {
		{ 'a', 0 },  { 0x674E, 0 }, { '<', 0 },           { KEYNAME_RETURN, 0 },
		{ 0, 1500 }, { 0, 60000 },  { KEY_CTRL('R'), 0 }, { KEYNAME_PAGE_DOWN, 0 },
		{ '>', 0 },
	};
	struct diag d;
	struct demo_script *s = parse(
		BEAT("\"keys\":\"a李<<<Enter><pause 1.5><pause 60><Ctrl-R><PgDn>>\""), NULL, &d);

	(void)state;
	assert_non_null(s);
	assert_int_equal(s->beats[0].event_count, sizeof expected / sizeof expected[0]);
	for (size_t i = 0; i < s->beats[0].event_count; i++) {
		assert_int_equal(s->beats[0].events[i].key, expected[i].key);
		assert_int_equal(s->beats[0].events[i].pause_ms, expected[i].pause_ms);
	}
	demo_script_free(s);
}

static void test_refused(void **state)
{
	static const struct {
		const char *json, *says;
	} rows[] = {
		{ BEAT("\"keys\":\"<F9>\""), "<F9>" },
		{ BEAT("\"keys\":\"<Enter\""), "<Enter" },
		{ BEAT("\"keys\":\"<pause>\""), "<pause>" },
		{ BEAT("\"keys\":\"<pause 61>\""), "<pause 61>" },
		{ BEAT("\"keys\":\"<pause -1>\""), "<pause -1>" },
		{ BEAT("\"keys\":\"<pause 1.55>\""), "<pause 1.55>" },
		{ BEAT("\"keys\":\"<pause 99999999999999999999>\""), "pause" },
		{ BEAT("\"keys\":\"a\",\"speed\":1"), "speed" },
		{ BEAT("\"notes\":\"a\",\"keys\":\"a\""), "notes" },
		{ BEAT("\"steps\":1"), "keys" },
		{ BEAT("\"step\":\"one\",\"keys\":\"<step>\""), "<step>" },
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

/* A step is what the guide calls it, and <Step> its digit there; without a guide any will do. */
static void test_step(void **state)
{
	static const char json[] = BEAT("\"step\":\"two\",\"keys\":\"a<Step>\"");
	static const struct guide *const guides[] = { NULL, &two_steps };
	static const uint32_t digits[] = { 0, '2' };
	struct diag d;

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct demo_script *s = parse(json, guides[i], &d);

		assert_non_null(s);
		assert_string_equal(s->beats[0].step, "two");
		assert_int_equal(s->beats[0].event_count, 2);
		assert_int_equal(s->beats[0].events[1].key, digits[i]);
		assert_int_equal(s->beats[0].events[1].pause_ms, 0);
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
		{ BEAT("\"keys\":\"a<Step><Step>\""), "\"a<", "<Step> 要知道是哪一步", NULL },
		{ BEAT("\"keys\":\"a<Step>\""), "\"a<", "<Step> 要知道是哪一步", &two_steps },
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
	assert_int_equal(s->beats[0].events[0].key, '9');
	demo_script_free(s);
	assert_null(parse(BEAT("\"step\":\"Last!\",\"keys\":\"a\""), NULL, &d));
	assert_non_null(strstr(d.items[0].text, "“Last!”只能用小写字母"));
}

static char *draw(void)
{
	struct page page;
	struct frame frame;
	char *text;

	screens_build(&page, &app.wizard);
	frame_make(&frame, &page, 40, 100, false, (struct scroll){ 0, true });
	text = frame_text(&frame);
	for (size_t i = 0; i < page.count; i++)
		if (page.row != NO_ROW && page.blocks[i].row == page.row) {
			char *marked = xasprintf("%s> %s\n", text, page.blocks[i].label);

			free(text);
			text = marked;
		}
	frame_free(&frame);
	page_free(&page);
	return text;
}

/* The shipped script walks a person's own way through the whole product: after each beat the page says
 * what its caption promised, and at the end the self-check has succeeded. */
static void test_the_shipped_script(void **state)
{
	static const struct {
		const char *id, *shows;
	} promised[] = {
		{ "open", "什么也不会发出去" },
		{ "visit", "[x] 看清地址栏" },
		{ "enter", "[x] 点「新生学籍」" },
		{ "find", "[x] 点「注册学信网账号」" },
		{ "account", "实名注册（演练）" },
		{ "code", "> 姓名" },
		{ "blank", "与示例一致" },
		{ "dot", "> 证件类型" },
		{ "lower-x", "> 证件号码" },
		{ "one-digit", "1****************4" },
		{ "taken", "> 服务条款" },
		{ "waiting", "还不算成功：有的要等一等" },
		{ "done", "学籍自查成功" },
	};
	struct diag d = { 0 };
	struct guide *guide = guide_load("data/guide.json", &d);
	struct demo_script *s = demo_script_load("data/demo.json", guide, &d);
	char *path;
	static struct record record;

	(void)state;
	assert_non_null(guide);
	assert_non_null(s);
	path = xasprintf("data/%s", s->record);
	assert_true(record_load(path, &record, &d));
	free(path);
	app_open(&app, "data/guide.json", guide, &record, true, NULL);
	free(draw());
	assert_int_equal(s->beat_count, sizeof promised / sizeof promised[0]);
	for (size_t b = 0; b < s->beat_count; b++) {
		char *shown;

		for (size_t i = 0; i < s->beats[b].event_count; i++)
			if (s->beats[b].events[i].key != 0) {
				app_key(&app, s->beats[b].events[i].key);
				free(draw());
			}
		shown = draw();
		assert_string_equal(s->beats[b].id, promised[b].id);
		if (strstr(shown, promised[b].shows) == NULL)
			fail_msg("%s: no \"%s\" in\n%s", s->beats[b].id, promised[b].shows, shown);
		free(shown);
	}
	assert_int_equal(app_close(&app), 0);
	demo_script_free(s);
	guide_free(guide);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_events),     cmocka_unit_test(test_refused),
		cmocka_unit_test(test_step),       cmocka_unit_test(test_step_refused),
		cmocka_unit_test(test_many_steps), cmocka_unit_test(test_the_shipped_script),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
