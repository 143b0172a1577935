/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/key.h"
#include "demo/demo.h"
#include "model/record_file.h"
#include "screens/screens.h"
#include "wizard/navigation.h"
#include "wizard/verdict.h"

static struct app app;
static struct guide *guide;
static struct demo_script *script;
static struct record record;
static struct demo demo;
static int64_t now;

struct stop {
	enum screen_id screen;
	size_t step, focus;
};

static void start(bool automatic)
{
	demo = (struct demo){ .script = script,
			      .app = &app,
			      .guide_path = "data/guide.json",
			      .guide = guide,
			      .record = &record,
			      .automatic = automatic,
			      .speed = DEMO_SPEED_USUAL };
	now = 1000;
	demo_start(&demo, now);
}

/* As the key loop does, but without waiting; false: longer than that, in milliseconds. */
static bool play_until(size_t beat, int64_t limit)
{
	int64_t end = now + limit;

	while (demo.beat != beat && now < end) {
		int wait = demo_wait(&demo);

		assert_in_range(wait, 0, 1000);
		now += wait > 0 ? wait : 1;
		demo_tick(&demo, now);
	}
	return demo.beat == beat;
}

static bool press(uint32_t key)
{
	return demo_key(&demo, key, now);
}

static void test_plays_by_itself(void **state)
{
	(void)state;
	start(false);
	assert_true(play_until(script->beat_count - 1, 400000));
	while (demo.state == DEMO_PLAYING) {
		now += 1000;
		demo_tick(&demo, now);
	}
	assert_int_equal(demo.state, DEMO_OVER);
	assert_int_equal(wizard_screen(&app.wizard), SCREEN_RESULT);
	assert_int_equal(wizard_verdict(&app.wizard), VERDICT_PASS);
	assert_true(now < 400000);
	demo_end(&demo);
}

/* Twice the speed takes half the time, within a clock's tick a beat. */
static void test_speed(void **state)
{
	int64_t usual, twice;

	(void)state;
	start(false);
	assert_true(play_until(5, 400000));
	usual = now;
	demo_end(&demo);
	start(false);
	demo.speed = 2 * DEMO_SPEED_USUAL;
	assert_true(play_until(5, 400000));
	twice = now;
	demo_end(&demo);
	assert_in_range(twice * 10, usual * 4, usual * 7);
}

static void test_repeats(void **state)
{
	(void)state;
	start(true);
	assert_true(play_until(script->beat_count - 1, 400000));
	assert_true(play_until(0, 100000));
	assert_int_equal(wizard_screen(&app.wizard), SCREEN_WELCOME);
	assert_int_equal(app.wizard.progress.count, 0);
	demo_end(&demo);
}

static void test_pause(void **state)
{
	size_t event;

	(void)state;
	start(false);
	assert_true(play_until(1, 100000));
	assert_true(press(' '));
	event = demo.event;
	now += 60000;
	demo_tick(&demo, now);
	assert_int_equal(demo.event, event);
	assert_int_equal(demo.state, DEMO_PAUSED);
	assert_true(press(' '));
	demo_tick(&demo, now + 1);
	assert_int_equal(demo.event, event + 1);
	demo_end(&demo);
}

static void test_there_and_back(void **state)
{
	(void)state;
	start(false);
	for (int i = 0; i < 4; i++)
		press(i % 2 == 0 ? KEYNAME_RIGHT : KEYNAME_PAGE_DOWN);
	assert_int_equal(demo.beat, 4);
	assert_true(wizard_step_done(&app.wizard, 0) && wizard_step_done(&app.wizard, 2));
	press(KEYNAME_PAGE_UP);
	assert_int_equal(demo.beat, 3);
	assert_false(wizard_step_done(&app.wizard, 2));
	press('5');
	assert_string_equal(script->beats[demo.beat].step, "verify");
	assert_int_equal(form_find(&app.wizard.register_form, FORM_NAME)->edit.len, strlen("李明"));
	press('1');
	assert_int_equal(demo.beat, 1);
	press(KEYNAME_LEFT);
	press(KEYNAME_LEFT);
	assert_int_equal(demo.beat, 0);
	assert_false(press('q'));
	demo_end(&demo);
}

/* Whatever a hand does meanwhile, what it hands back to goes on as written. */
static void test_by_hand(void **state)
{
	(void)state;
	start(false);
	press('4');
	press(KEYNAME_DOWN);
	assert_int_equal(demo.state, DEMO_BY_HAND);
	press(KEYNAME_LEFT);
	press('2');
	press(' ');
	assert_int_equal(app.wizard.step, 1);
	now += 60000;
	demo_tick(&demo, now);
	assert_int_equal(demo.state, DEMO_BY_HAND);
	press(KEYNAME_RETURN);
	assert_int_equal(demo.state, DEMO_PLAYING);
	assert_string_equal(script->beats[demo.beat].step, "register");
	assert_int_equal(demo.event, 0);
	assert_true(play_until(script->beat_count - 1, 400000));
	press(KEYNAME_RIGHT);
	assert_int_equal(wizard_verdict(&app.wizard), VERDICT_PASS);
	demo_end(&demo);
}

static void test_page(void **state)
{
	struct page page;
	unsigned used, planned;

	(void)state;
	start(false);
	press('4');
	now += 61000;
	demo_tick(&demo, now);
	demo_clock(&demo, &used, &planned);
	assert_int_equal(used, 61);
	assert_int_equal(planned, 30 + 25 + 25 + 30 + 25 + 25 + 30);
	screens_build(&page, &app.wizard);
	demo_page(&demo, &page);
	assert_non_null(strstr(page.caption, "有没有账号"));
	assert_non_null(strstr(page.footer, "1:01/3:10"));
	assert_false(page.blank || page.presentation);
	page_free(&page);
	press('.');
	press('.');
	press('.');
	press('t');
	press('.');
	screens_build(&page, &app.wizard);
	demo_page(&demo, &page);
	assert_true(page.blank && page.presentation);
	page_free(&page);
	demo_end(&demo);
}

/* A clicker blanks whatever lies over the page; a hand types a full stop where one is typed. */
static void test_blank_or_full_stop(void **state)
{
	(void)state;
	start(false);
	press('1');
	press('f');
	assert_int_equal(demo.state, DEMO_BY_HAND);
	press('.');
	assert_true(demo.blank);
	press('.');
	press('/');
	press('.');
	assert_false(demo.blank);
	assert_string_equal(app.wizard.search.text.text, ".");
	demo_end(&demo);
}

/* A script that quits is not the presenter quitting; and nothing is opened or written. */
static void test_a_script_that_quits(void **state)
{
	static const char json[] =
		"{\"format\":1,\"title\":\"t\",\"record\":\"r\",\"beats\":["
		"{\"id\":\"a\",\"title\":\"t\",\"caption\":\"c\",\"step\":\"visit\",\"seconds\":1,"
		"\"keys\":\"<Step>oq\"},{\"id\":\"b\",\"title\":\"t\",\"caption\":\"c\","
		"\"step\":\"enter\",\"seconds\":1,\"keys\":\"<Step>\"}]}";
	struct demo_script *shipped = script;
	struct diag d = { 0 };

	(void)state;
	script = demo_script_parse(json, strlen(json), guide, &d);
	assert_non_null(script);
	start(false);
	while (demo.state == DEMO_PLAYING && demo.event < 2) {
		now += 1000;
		demo_tick(&demo, now);
	}
	assert_non_null(strstr(app.wizard.notice, "演示时不打开浏览器"));
	press(KEYNAME_RIGHT);
	assert_true(press('j'));
	assert_int_equal(app.wizard.step, 0);
	demo_end(&demo);
	demo_script_free(script);
	script = shipped;
}

/* Where each beat of the script leads to. */
static void walk(struct stop *stops)
{
	start(false);
	for (size_t i = 0; i < script->beat_count; i++) {
		assert_int_equal(demo.beat, i);
		press(KEYNAME_RIGHT);
		stops[i] = (struct stop){ wizard_screen(&app.wizard), app.wizard.step,
					  screens_focus(&app.wizard) };
	}
	assert_int_equal(demo.state, DEMO_OVER);
	assert_int_equal(wizard_verdict(&app.wizard), VERDICT_PASS);
}

/* The digits are the guide's; a step of no beat is shown by hand. */
static void expect_digits(void)
{
	press('2');
	assert_string_equal(script->beats[demo.beat].step, "visit");
	press('6');
	assert_string_equal(script->beats[demo.beat].step, "verify");
	assert_int_equal(demo.state, DEMO_PLAYING);
	press('2');
	press('7');
	assert_int_equal(demo.state, DEMO_BY_HAND);
	press(KEYNAME_RETURN);
	press(KEYNAME_RIGHT);
	press('1');
	assert_int_equal(demo.state, DEMO_BY_HAND);
	assert_string_equal(guide->steps[app.wizard.step].id, "network");
}

/* The README's step in front: the same pages, each one step later. */
static void test_a_step_more(void **state)
{
	static struct guide_item item = { "network.on", "能打开网页了" };
	static struct guide_step steps[GUIDE_STEPS_MAX] = {
		{ .id = "network", .title = "连上校园网", .items = &item, .item_count = 1 },
	};
	static struct stop usual[DEMO_BEATS_MAX], later[DEMO_BEATS_MAX];
	struct guide *shipped_guide = guide, longer = *guide;
	struct demo_script *shipped = script;
	struct diag d = { 0 };

	(void)state;
	walk(usual);
	demo_end(&demo);
	memcpy(steps + 1, guide->steps, guide->step_count * sizeof *steps);
	longer.steps = steps;
	longer.step_count++;
	guide = &longer;
	script = demo_script_load("data/demo.json", guide, &d);
	assert_non_null(script);
	walk(later);
	for (size_t i = 0; i < script->beat_count; i++) {
		bool in_step = *script->beats[i].step != '\0';

		assert_int_equal(later[i].screen, usual[i].screen);
		assert_int_equal(later[i].focus, usual[i].focus);
		assert_int_equal(later[i].step, usual[i].step + in_step);
		if (in_step)
			assert_string_equal(guide->steps[later[i].step].id, script->beats[i].step);
	}
	expect_digits();
	demo_end(&demo);
	demo_script_free(script);
	script = shipped;
	guide = shipped_guide;
}

static void test_a_step_less(void **state)
{
	static struct guide_step steps[GUIDE_STEPS_MAX];
	struct guide shorter = *guide;
	struct diag d = { 0 };

	(void)state;
	shorter.steps = steps;
	shorter.step_count = 0;
	for (size_t i = 0; i < guide->step_count; i++)
		if (strcmp(guide->steps[i].id, "find") != 0)
			steps[shorter.step_count++] = guide->steps[i];
	assert_int_equal(shorter.step_count, guide->step_count - 1);
	assert_null(demo_script_load("data/demo.json", &shorter, &d));
	assert_int_equal(d.count, 1);
	assert_true(d.items[0].line > 1 && d.items[0].column > 1);
	assert_string_equal(d.items[0].text,
			    "指南里没有“find”这一步；有：visit、enter、register、verify。");
}

static int load(void **state)
{
	struct diag d = { 0 };

	(void)state;
	guide = guide_load("data/guide.json", &d);
	script = demo_script_load("data/demo.json", guide, &d);
	return guide == NULL || script == NULL ||
			       !record_load("data/record.example.json", &record, &d)
		       ? -1
		       : 0;
}

static int unload(void **state)
{
	(void)state;
	guide_free(guide);
	demo_script_free(script);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plays_by_itself),
		cmocka_unit_test(test_speed),
		cmocka_unit_test(test_repeats),
		cmocka_unit_test(test_pause),
		cmocka_unit_test(test_there_and_back),
		cmocka_unit_test(test_by_hand),
		cmocka_unit_test(test_page),
		cmocka_unit_test(test_blank_or_full_stop),
		cmocka_unit_test(test_a_script_that_quits),
		cmocka_unit_test(test_a_step_more),
		cmocka_unit_test(test_a_step_less),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
