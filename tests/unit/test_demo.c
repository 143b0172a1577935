/* SPDX-License-Identifier: MIT */
#include "support/shipped_demo.h"

#include "screens/screens.h"
#include "support/memory_file.h"
#include "wizard/navigation.h"
#include "wizard/verdict.h"

struct stop {
	enum screen_id screen;
	size_t step, focus;
};

/* As the key loop does, but without waiting. Returns how long that took, in milliseconds. */
static int64_t play_on(void)
{
	int64_t began = now;

	while (demo.state == DEMO_PLAYING) {
		assert_in_range(demo_wait(&demo), 0, 1000);
		now += demo_wait(&demo) > 0 ? demo_wait(&demo) : 1;
		demo_tick(&demo, now);
	}
	return now - began;
}

/* Finishes the beat and begins the next one. */
static void press_on(void)
{
	press(KEYNAME_RIGHT);
	press(KEYNAME_RIGHT);
}

static char *page_texts(void)
{
	struct page page;
	char *all = xstrdup("");

	demo_build(&demo, &page);
	for (size_t i = 0; i < page.count; i++) {
		char *longer = xasprintf("%s%s|%s|%s\n", all, page.blocks[i].label,
					 page.blocks[i].text, page.blocks[i].status);

		free(all);
		all = longer;
	}
	page_free(&page);
	return all;
}

/* At the end of a beat nothing moves without a key, however long the presenter talks. */
static void test_waits(void **state)
{
	(void)state;
	start(false, false);
	for (size_t i = 0; i < script->beat_count; i++) {
		char *shown, *later;

		play_on();
		assert_int_equal(demo.beat, i);
		assert_int_equal(demo.state, script->beats[i].hands ? DEMO_BY_HAND : DEMO_WAITING);
		assert_int_equal(demo.event, script->beats[i].event_count);
		shown = page_texts();
		for (int hour = 0; hour < 3; hour++) {
			now += 3600000;
			demo_tick(&demo, now);
		}
		later = page_texts();
		assert_int_equal(demo.beat, i);
		if (screens_ticking(&app.wizard))
			assert_int_equal(demo_wait(&demo), 1000);
		else
			assert_int_equal(demo_wait(&demo), -1);
		assert_string_equal(shown, later);
		free(shown);
		free(later);
		press(KEYNAME_PAGE_DOWN);
	}
	assert_int_equal(demo.state, DEMO_OVER);
	assert_int_equal(wizard_screen(&app.wizard), SCREEN_RESULT);
	assert_int_equal(wizard_verdict(&app.wizard), VERDICT_PASS);
	press(KEYNAME_RIGHT);
	assert_int_equal(demo.beat, script->beat_count - 1);
	demo_end(&demo);
}

/* However long the talk, a code that has expired meanwhile is not a mistake of the demo. */
static void test_long_talk(void **state)
{
	bool registered = false;

	(void)state;
	start(false, false);
	for (size_t i = 0; i < script->beat_count; i++) {
		char *texts;

		press(KEYNAME_RIGHT);
		wall += 1200;
		now += 1200000;
		texts = page_texts();
		registered = registered || strstr(texts, "没有查出错") != NULL;
		free(texts);
		press(KEYNAME_PAGE_DOWN);
	}
	assert_true(registered);
	assert_int_equal(wizard_verdict(&app.wizard), VERDICT_PASS);
	demo_end(&demo);
}

/* By itself a demo holds each beat for its seconds, and begins again after the last. */
static void test_automatic(void **state)
{
	static const unsigned speeds[] = { DEMO_SPEED_USUAL, 2 * DEMO_SPEED_USUAL };

	(void)state;
	for (size_t s = 0; s < 2; s++) {
		start(true, false);
		demo.speed = speeds[s];
		for (size_t i = 0; i < script->beat_count; i++) {
			int64_t planned = script->beats[i].seconds * 100000 / speeds[s];
			int64_t took = play_on();

			assert_int_equal(demo.beat, i);
			while (demo.beat == i && demo.state == DEMO_WAITING) {
				assert_in_range(demo_wait(&demo), 0, 1000);
				now += demo_wait(&demo);
				took += demo_wait(&demo);
				demo_tick(&demo, now);
			}
			assert_in_range(took, planned > 600 ? planned - 600 : 0, planned + 1000);
		}
		assert_int_equal(demo.beat, 0);
		assert_int_equal(wizard_screen(&app.wizard), SCREEN_WELCOME);
		assert_int_equal(app.wizard.progress.count, 0);
		demo_end(&demo);
	}
}

/* What clickers and hands send, from the end of beat 3 (from 0) of the shipped script. */
static void test_keys(void **state)
{
	static const struct {
		uint32_t keys[6];
		size_t beat;
		enum demo_state state;
	} rows[] = {
		{ { KEYNAME_RIGHT }, 4, DEMO_PLAYING },
		{ { KEYNAME_DOWN }, 4, DEMO_PLAYING },
		{ { KEYNAME_PAGE_DOWN }, 4, DEMO_PLAYING },
		{ { KEYNAME_RETURN }, 4, DEMO_PLAYING },
		{ { '\n' }, 4, DEMO_PLAYING },
		{ { ' ' }, 4, DEMO_PLAYING },
		{ { ' ', ' ' }, 4, DEMO_WAITING },
		{ { KEYNAME_LEFT }, 2, DEMO_WAITING },
		{ { KEYNAME_UP }, 2, DEMO_WAITING },
		{ { KEYNAME_PAGE_UP }, 2, DEMO_WAITING },
		{ { KEYNAME_BACKSPACE }, 2, DEMO_WAITING },
		{ { KEYNAME_HOME }, 0, DEMO_PLAYING },
		{ { 'g', '7', KEYNAME_RETURN }, 6, DEMO_PLAYING },
		{ { 'g', '1', '0', ' ' }, 9, DEMO_PLAYING },
		{ { 'g', '0', KEYNAME_RETURN }, 3, DEMO_WAITING },
		{ { 'g', '9', '9', '9', KEYNAME_RETURN }, 3, DEMO_WAITING },
		{ { 'g', '1', KEYNAME_ESC }, 3, DEMO_WAITING },
		{ { KEYNAME_ESC }, 3, DEMO_WAITING },
		{ { KEYNAME_F1 }, 3, DEMO_WAITING },
		{ { KEYNAME_TAB }, 3, DEMO_WAITING },
		{ { 'x' }, 3, DEMO_WAITING },
		{ { '9' }, 3, DEMO_WAITING },
		{ { '.', KEYNAME_RIGHT }, 3, DEMO_WAITING }, /* only shows the page again */
		{ { 'b', KEYNAME_RIGHT }, 3, DEMO_WAITING },
		{ { '?', KEYNAME_RIGHT }, 3, DEMO_WAITING },
		{ { 'h' }, 3, DEMO_BY_HAND },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		start(false, false);
		for (int k = 0; k < 3; k++)
			press_on();
		play_on();
		assert_int_equal(demo.beat, 3);
		for (int k = 0; rows[i].keys[k] != 0; k++)
			assert_true(press(rows[i].keys[k]));
		if (demo.beat != rows[i].beat || demo.state != rows[i].state)
			fail_msg("row %zu: beat %zu, state %d", i, demo.beat, (int)demo.state);
		demo_end(&demo);
	}
}

static void test_there_and_back(void **state)
{
	(void)state;
	start(false, false);
	for (int i = 0; i < 4; i++)
		press_on();
	assert_int_equal(demo.beat, 4);
	assert_true(wizard_step_state(&app.wizard, 0) == STEP_DONE &&
		    wizard_step_state(&app.wizard, 2) == STEP_DONE);
	press(KEYNAME_PAGE_UP);
	press(KEYNAME_PAGE_UP);
	assert_int_equal(demo.beat, 2);
	assert_int_not_equal(wizard_step_state(&app.wizard, 2), STEP_DONE);
	press('5');
	assert_string_equal(script->beats[demo.beat].step, "verify");
	assert_true(progress_ticked(&app.wizard.progress, "register"));
	press('1');
	assert_int_equal(demo.beat, 1);
	press(KEYNAME_LEFT);
	press(KEYNAME_LEFT);
	assert_int_equal(demo.beat, 0);
	assert_false(press('q'));
	demo_end(&demo);
}

/* Whatever a hand does meanwhile, what it hands back to goes on as written. Leaving hands back,
 * too. */
static void test_by_hand(void **state)
{
	static const uint32_t back[] = { KEYNAME_PAGE_UP, 'q' };

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		start(false, false);
		press('4');
		play_on();
		press('h');
		press(KEYNAME_ESC);
		press(KEYNAME_ESC);
		press('2');
		press(' ');
		press(KEYNAME_RETURN);
		assert_int_equal(demo.state, DEMO_BY_HAND);
		now += 60000;
		demo_tick(&demo, now);
		assert_int_equal(demo.state, DEMO_BY_HAND);
		assert_true(press(back[i]));
		assert_int_equal(demo.state, DEMO_WAITING);
		assert_string_equal(script->beats[demo.beat].step, "register");
		press('h');
		press(KEYNAME_PAGE_DOWN);
		assert_int_equal(demo.state, DEMO_PLAYING);
		press('g');
		press('1');
		press((uint32_t)('0' + script->beat_count % 10));
		press(KEYNAME_RETURN);
		press(KEYNAME_RIGHT);
		assert_int_equal(wizard_verdict(&app.wizard), VERDICT_PASS);
		demo_end(&demo);
	}
}

/* From a beat that is always by hand both ways lead on. */
static void test_leave_hands(void **state)
{
	static const struct {
		uint32_t key;
		int by;
	} rows[] = { { KEYNAME_PAGE_UP, -1 }, { KEYNAME_PAGE_DOWN, 1 }, { 'x', 0 } };
	size_t hands = 0;

	(void)state;
	while (!script->beats[hands].hands)
		hands++;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		start(false, false);
		for (size_t k = 0; k <= hands; k++) {
			press(KEYNAME_PAGE_DOWN);
			press(KEYNAME_PAGE_DOWN);
		}
		assert_int_equal(demo.beat, hands + 1);
		press(KEYNAME_PAGE_UP);
		assert_int_equal(demo.beat, hands);
		assert_int_equal(demo.state, DEMO_BY_HAND);
		press(rows[i].key);
		assert_int_equal(demo.beat, (int)hands + rows[i].by);
		demo_end(&demo);
	}
}

static bool caption_waits(void)
{
	struct page page;
	bool waits;

	demo_build(&demo, &page);
	waits = page.caption_waits;
	page_free(&page);
	return waits;
}

static bool is_fixed(void)
{
	struct page page;
	bool fixed;

	demo_build(&demo, &page);
	fixed = page.fixed;
	page_free(&page);
	return fixed;
}

static bool footer_says(const char *text)
{
	struct page page;
	bool says;

	demo_build(&demo, &page);
	says = strstr(page.footer, text) != NULL;
	page_free(&page);
	return says;
}

/* The audience sees what a key changes before the next one: text is typed fast, other keys wait. */
static void test_pace(void **state)
{
	static const char json[] =
		"{\"format\":1,\"title\":\"t\",\"record\":\"r.json\",\"beats\":[{\"id\":\"a\","
		"\"title\":\"t\",\"caption\":\"c\",\"seconds\":9,\"step\":\"visit\","
		"\"keys\":\"<Step>ab<Enter><pause 2><Tick>x\"}]}";
	static const int waits[] = { 0, 110, 110, 810, 110, 2700, 350, 350, 350, 110 };
	struct demo_script *whole = script, *one;
	struct diag d = { 0 };

	(void)state;
	one = demo_script_load(path_of_text(json), guide, &d);
	assert_non_null(one);
	script = one;
	start(false, false);
	for (size_t i = 0; i < sizeof waits / sizeof waits[0]; i++) {
		int64_t due = demo.next;

		assert_int_equal(due - now, waits[i]);
		now = due;
		demo_tick(&demo, now);
	}
	demo_tick(&demo, demo.next);
	assert_int_equal(demo.state, DEMO_WAITING);
	demo_end(&demo);
	script = whole;
	demo_script_free(one);
}

/* A key begins a beat at once. Where its form is open already, the first field is begun with it:
 * what the beat before typed is not shown under another student's name. */
static void test_begin(void **state)
{
	static const struct {
		const char *id;
		int wait;
	} rows[] = { { "visit", 110 }, { "fake", 110 },  { "blank", 0 },    { "dot", 0 },
		     { "swap", 0 },    { "taken", 110 }, { "submit", 810 }, { "done", 810 } };
	size_t row = 0;

	(void)state;
	start(false, false);
	for (size_t i = 0; i < script->beat_count; i++) {
		assert_int_equal(demo_wait(&demo), 0);
		demo_tick(&demo, now);
		if (row < sizeof rows / sizeof rows[0] &&
		    strcmp(script->beats[i].id, rows[row].id) == 0) {
			assert_int_equal(demo.event, 1);
			assert_int_equal(demo_wait(&demo), rows[row++].wait);
		}
		if (demo.state == DEMO_PLAYING)
			press(KEYNAME_PAGE_DOWN);
		press(KEYNAME_PAGE_DOWN);
	}
	assert_int_equal(row, sizeof rows / sizeof rows[0]);
	demo_end(&demo);
}

static size_t count_blocks(void)
{
	struct page page;
	size_t count;

	demo_build(&demo, &page);
	count = page.count;
	page_free(&page);
	return count;
}

/* The name that was typed for another student is gone when something can be seen. */
static void test_student_changes(void **state)
{
	size_t changes = 0;

	(void)state;
	start(false, false);
	for (size_t i = 1; i < script->beat_count; i++) {
		const char *name = records[i - 1].name;
		char *texts;

		while (demo.beat < i)
			press(KEYNAME_PAGE_DOWN);
		if (strcmp(name, records[i].name) == 0)
			continue;
		changes++;
		while (demo_wait(&demo) == 0)
			demo_tick(&demo, now);
		texts = page_texts();
		if (strstr(texts, name) != NULL)
			fail_msg("%s: %s", script->beats[i].id, texts);
		free(texts);
	}
	assert_int_equal(changes, 2);
	demo_end(&demo);
}

/* An audience sees the whole form until the mistake is made, and then only the mistake; the list of
 * keys is whole. */
static void test_reduced(void **state)
{
	(void)state;
	start(false, true);
	for (size_t i = 0; i < script->beat_count; i++) {
		if (script->beats[i].expect.finding != NULL && i > 0)
			assert_true(count_blocks() > 6);
		press(KEYNAME_RIGHT);
		if (script->beats[i].expect.finding != NULL)
			assert_true(count_blocks() < 6);
		press('?');
		if (demo.state != DEMO_BY_HAND)
			assert_true(count_blocks() > 9);
		press('?');
		press(KEYNAME_PAGE_DOWN);
	}
	demo_end(&demo);
}

/* Caption and title stand only beside what they speak of; ticks are made while they are read. */
static void test_caption_waits(void **state)
{
	(void)state;
	start(false, false);
	for (size_t i = 0; i < script->beat_count; i++) {
		assert_int_equal(demo.beat, i);
		assert_int_equal(caption_waits(), script->beats[i].event_count > 0);
		assert_int_equal(footer_says(script->beats[i].title), !caption_waits());
		assert_int_equal(is_fixed(), script->beats[i].slide.heading != NULL);
		if (strcmp(script->beats[i].id, "visit") == 0) {
			now += demo_wait(&demo);
			demo_tick(&demo, now);
			assert_int_equal(demo.event, 1); /* the step is shown */
			assert_false(caption_waits());
		}
		press(KEYNAME_PAGE_DOWN);
		assert_false(caption_waits());
		assert_true(footer_says(script->beats[i].title));
		press(KEYNAME_PAGE_DOWN);
	}
	demo_end(&demo);
}

/* The last row says whose the keys are. */
static void test_page(void **state)
{
	struct page page;
	char *texts;

	(void)state;
	start(false, false);
	press('4');
	assert_true(footer_says("空格 放完这段"));
	play_on();
	assert_true(footer_says("空格 下一段"));
	press('h');
	assert_true(footer_says("手动：PgDn 交还演示"));
	press(KEYNAME_PAGE_UP);
	press('g');
	assert_true(footer_says("到第几段（1-"));
	press('1');
	assert_true(footer_says("：1  Enter 就去"));
	press(KEYNAME_ESC);
	press('?');
	texts = page_texts();
	assert_non_null(strstr(texts, "g 数字 Enter|到第几段"));
	free(texts);
	press('x');
	demo_build(&demo, &page);
	assert_non_null(strstr(page.caption, "就是假的"));
	assert_false(page.blank || page.presentation);
	page_free(&page);
	press('.');
	press('.');
	press('t');
	press('.');
	demo_build(&demo, &page);
	assert_true(page.blank && page.presentation);
	page_free(&page);
	demo_end(&demo);
}

/* Read out, a beat on a form is the row that it is about; no row has a number that the wizard does
 * not give it. */
static void test_read_out(void **state)
{
	(void)state;
	start(false, true);
	for (size_t i = 0; i < script->beat_count; i++) {
		struct page page;

		wizard_set_line_mode(&app.wizard);
		press(KEYNAME_RIGHT);
		demo_build(&demo, &page);
		if (screens_form(&app.wizard) != NULL && script->beats[i].slide.heading == NULL)
			assert_in_range(page.count, 1, 3);
		for (size_t k = 0; k < page.count; k++)
			assert_true(page.blocks[k].row < 30);
		page_free(&page);
		press(KEYNAME_PAGE_DOWN);
	}
	demo_end(&demo);
}

/* A clicker blanks whatever lies over the page; a hand types a full stop where one is typed. */
static void test_blank_or_full_stop(void **state)
{
	(void)state;
	start(false, false);
	press('1');
	press('h');
	press('f');
	press('.');
	assert_true(demo.blank);
	press('.');
	press('a');
	press('.');
	assert_false(demo.blank);
	assert_string_equal(app.wizard.search.text.text, "a.");
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
	script = demo_script_load(path_of_text(json), guide, &d);
	assert_non_null(script);
	start(false, false);
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
	start(false, false);
	for (size_t i = 0; i < script->beat_count; i++) {
		assert_int_equal(demo.beat, i);
		press(KEYNAME_RIGHT);
		stops[i] = (struct stop){ wizard_screen(&app.wizard), app.wizard.step,
					  screens_focus(&app.wizard) };
		press(KEYNAME_PAGE_DOWN);
	}
	assert_int_equal(demo.state, DEMO_OVER);
	assert_int_equal(wizard_verdict(&app.wizard), VERDICT_PASS);
}

/* The digits are the guide's; a step of no beat is none of the demo's. */
static void expect_digits(void)
{
	press('2');
	assert_string_equal(script->beats[demo.beat].step, "visit");
	press('6');
	assert_string_equal(script->beats[demo.beat].step, "verify");
	press('7');
	press('1');
	assert_string_equal(script->beats[demo.beat].step, "verify");
	assert_int_equal(demo.state, DEMO_PLAYING);
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
		assert_int_equal(later[i].step, usual[i].step + (i > 0));
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_waits),
		cmocka_unit_test(test_long_talk),
		cmocka_unit_test(test_automatic),
		cmocka_unit_test(test_keys),
		cmocka_unit_test(test_there_and_back),
		cmocka_unit_test(test_by_hand),
		cmocka_unit_test(test_leave_hands),
		cmocka_unit_test(test_pace),
		cmocka_unit_test(test_begin),
		cmocka_unit_test(test_student_changes),
		cmocka_unit_test(test_reduced),
		cmocka_unit_test(test_caption_waits),
		cmocka_unit_test(test_page),
		cmocka_unit_test(test_read_out),
		cmocka_unit_test(test_blank_or_full_stop),
		cmocka_unit_test(test_a_script_that_quits),
		cmocka_unit_test(test_a_step_more),
		cmocka_unit_test(test_a_step_less),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
