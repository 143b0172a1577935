/* SPDX-License-Identifier: MIT */
/* The shipped demo as a hall sees it: its screen at the end of each beat, at four sizes, kept in
 * tests/golden/demo. After a change that is meant, UPDATE_FRAMES=1 writes them anew: read the diff. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/key.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "demo/demo.h"
#include "demo/demo_rehearse.h"
#include "tui/scroll.h"
#include "view/frame.h"
#include "view/screen_text.h"

static struct app app;
static struct guide *guide;
static struct demo_script *script;
static struct record *records;
static struct demo demo;

static const struct {
	int rows, columns;
} sizes[] = { { 24, 80 }, { 16, 60 }, { 12, 40 }, { 40, 120 } };

enum { SIZES = sizeof sizes / sizeof sizes[0] };

/* As the terminal does: scrolled as the app asked since the last frame of that size. */
static char *draw(size_t size)
{
	static struct scroll scrolls[SIZES];
	static struct frame drawn[SIZES]; /* freed: only their numbers count */
	bool new_screen = app.new_screen;
	enum scroll_request asked = app.scroll;
	struct page page;
	char *text;

	scroll_follow_app(&scrolls[size], &app, &drawn[size]);
	app.new_screen = new_screen; /* for the other sizes */
	app.scroll = asked;
	demo.app->wizard.progress.finished = 0; /* a frame has no time of the day */
	demo_build(&demo, &page);
	frame_make(&drawn[size], &page, sizes[size].rows, sizes[size].columns, false,
		   scrolls[size]);
	text = frame_text(&drawn[size]);
	frame_free(&drawn[size]);
	page_free(&page);
	return text;
}

/* Finishes a beat. */
static void finish(void)
{
	app.new_screen = false;
	app.scroll = SCROLL_KEEP;
	demo_key(&demo, KEYNAME_RIGHT, 0);
}

/* NULL: it is not there. */
static char *read_frame(const char *path)
{
	FILE *f = fopen(path, "r");
	char *text = xcalloc(1, 65536);

	if (f == NULL) {
		free(text);
		return NULL;
	}
	text[fread(text, 1, 65535, f)] = '\0';
	fclose(f);
	return text;
}

static void write_frame(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fputs(text, f);
	fclose(f);
}

/* The code and the time are new ones each time. */
static void hide_what_changes(char *frame)
{
	const char *code = app.wizard.sms.code;
	char *at = frame;

	while (*code != '\0' && (at = strstr(at, code)) != NULL)
		memcpy(at, "246810", strlen(code));
	at = strstr(frame, "做完，用了");
	while (at != NULL && at > frame && at[-1] != '\n')
		at--;
	for (; at != NULL && *at != '\0' && *at != '\n'; at++)
		*at = *at >= '0' && *at <= '9' ? '0' : *at;
}

/* Without what a narrow window wraps. */
static char *without_blanks(const char *text)
{
	char *out = xcalloc(1, strlen(text) + 1), *to = out;

	for (; *text != '\0'; text++)
		if (*text != ' ' && *text != '\n')
			*to++ = *text;
	return out;
}

/* The caption is whole, and nothing is wider than the window. */
static void expect_caption(const char *frame, int columns)
{
	char *caption = demo_caption(&script->beats[demo.beat]);
	char *shown = screen_text(caption), *bare = without_blanks(shown);
	char *bare_frame = without_blanks(frame);

	if (strstr(bare_frame, bare) == NULL)
		fail_msg("%s at %d columns: no caption in\n%s", script->beats[demo.beat].id,
			 columns, frame);
	free(caption);
	free(shown);
	free(bare);
	free(bare_frame);
}

static void compare(size_t beat, size_t size)
{
	int rows = sizes[size].rows, columns = sizes[size].columns;
	char *path = xasprintf("tests/golden/demo/%02zu-%s-%dx%d.txt", beat + 1,
			       script->beats[beat].id, columns, rows);
	char *frame = draw(size), *kept;

	hide_what_changes(frame);
	expect_caption(frame, columns);
	if (getenv("UPDATE_FRAMES") != NULL)
		write_frame(path, frame);
	kept = read_frame(path);
	if (kept == NULL || strcmp(kept, frame) != 0)
		fail_msg("%s is not\n%s", path, frame);
	free(path);
	free(frame);
	free(kept);
}

static void start(void)
{
	demo = (struct demo){ .script = script,
			      .app = &app,
			      .guide_path = "data/guide.json",
			      .guide = guide,
			      .records = records,
			      .presentation = true,
			      .speed = DEMO_SPEED_USUAL };
	demo_start(&demo, 0);
}

static void test_frames(void **state)
{
	(void)state;
	start();
	for (size_t i = 0; i < script->beat_count; i++) {
		finish();
		assert_int_equal(demo.beat, i);
		for (size_t s = 0; s < SIZES; s++)
			compare(i, s);
		demo_key(&demo, KEYNAME_PAGE_DOWN, 0);
	}
	assert_int_equal(demo.state, DEMO_OVER);
	demo_end(&demo);
}

/* The opening and the closing page have the code in a window of 80x24. */
static void test_codes(void **state)
{
	static const uint32_t keys[] = { KEYNAME_HOME, KEYNAME_END };

	(void)state;
	start();
	for (size_t i = 0; i < 2; i++) {
		char *frame;

		demo_key(&demo, keys[i], 0);
		frame = draw(0);
		if (strstr(frame, "▀▀▀▀▀▀▀") == NULL)
			fail_msg("no code in\n%s", frame);
		free(frame);
	}
	demo_end(&demo);
}

/* What is wrong is told at every size, not only where there is room. */
static void test_mistakes(void **state)
{
	static const struct {
		const char *beat, *value, *says;
	} rows[] = {
		{ "fake", "wchsi", "wchsi.com.cn" },
		{ "blank", "李 明", "第 2 个字" },
		{ "dot", "艾力", "间隔号" },
		{ "lower-x", "65000020070901001x", "大写" },
		{ "swap", "110000200709010041", "互换" },
	};

	(void)state;
	start();
	for (size_t i = 0; i < script->beat_count; i++) {
		finish();
		for (size_t r = 0; r < sizeof rows / sizeof rows[0]; r++)
			for (size_t s = 0;
			     s < SIZES && strcmp(rows[r].beat, script->beats[i].id) == 0; s++) {
				char *frame = draw(s);

				if (strstr(frame, rows[r].value) == NULL ||
				    strstr(frame, rows[r].says) == NULL)
					fail_msg("%s: no mistake in\n%s", rows[r].beat, frame);
				free(frame);
			}
		demo_key(&demo, KEYNAME_PAGE_DOWN, 0);
	}
	demo_end(&demo);
}

static int load(void **state)
{
	struct diag d = { 0 };

	(void)state;
	setlocale(LC_CTYPE, "C.UTF-8");
	guide = guide_load("data/guide.json", &d);
	script = demo_script_load("data/demo.json", guide, &d);
	records = script == NULL ? NULL : demo_records_load(script, "data/demo.json", &d);
	return records == NULL ? -1 : 0;
}

static int unload(void **state)
{
	(void)state;
	free(records);
	demo_script_free(script);
	guide_free(guide);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_frames),
		cmocka_unit_test(test_codes),
		cmocka_unit_test(test_mistakes),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
