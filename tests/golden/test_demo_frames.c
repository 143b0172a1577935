/* SPDX-License-Identifier: MIT */
/* The shipped demo as the audience sees it: its screen at the end of each beat, at four sizes, kept
 * in tests/golden/demo. After a change that is meant, UPDATE_FRAMES=1 writes them anew: read the
 * diff. */
#include "support/shipped_demo.h"

#include "base/text.h"
#include "support/whole_file.h"
#include "tui/scroll.h"
#include "view/frame_make.h"
#include "view/screen_text.h"

static const struct {
	int rows, columns;
} sizes[] = { { 24, 80 }, { 16, 60 }, { 12, 40 }, { 40, 120 } };

enum { SIZES = sizeof sizes / sizeof sizes[0] };

static struct frame frame_of_size(size_t size)
{
	struct frame f;
	struct page page;

	demo_build(&demo, &page);
	frame_make(&f, &page, sizes[size].rows, sizes[size].columns, false, (struct scroll){ 0 });
	page_free(&page);
	return f;
}

/* The text of the styles that accent something, below the title bar. Owned by the caller. */
static char *accented(const struct frame *f)
{
	char *all = xstrdup("");

	for (size_t row = 1; row < f->lines.count; row++)
		for (size_t i = 0; i < f->lines.items[row].count; i++) {
			const struct run *run = &f->lines.items[row].runs[i];
			char *longer;

			if (run->style != STYLE_FOCUS && run->style != STYLE_CLICK)
				continue;
			longer = xasprintf("%s%s", all, run->text);
			free(all);
			all = longer;
		}
	return all;
}

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
	app.wizard.progress.finished = 0; /* told in the local time */
	demo_build(&demo, &page);
	frame_make(&drawn[size], &page, sizes[size].rows, sizes[size].columns, false,
		   scrolls[size]);
	text = lines_text(&drawn[size].lines);
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

/* The code is a new one each time. */
static void hide_code(char *frame)
{
	const char *code = app.wizard.sms.code;
	char *at = frame;

	while (*code != '\0' && (at = strstr(at, code)) != NULL)
		memcpy(at, "246810", strlen(code));
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
	char *caption = demo_plain_text(script->beats[demo.beat].caption);
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

	hide_code(frame);
	expect_caption(frame, columns);
	if (getenv("UPDATE_FRAMES") != NULL)
		write_whole_file(path, frame, strlen(frame));
	kept = whole_file(path, NULL);
	if (kept == NULL || strcmp(kept, frame) != 0)
		fail_msg("%s is not\n%s", path, frame);
	free(path);
	free(frame);
	free(kept);
}

static void test_frames(void **state)
{
	(void)state;
	start(false, true);
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
	start(false, true);
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

/* Nothing is beyond the window while the demo waits, where nothing can be scrolled, and nothing has
 * a cursor; by hand both are the wizard's. */
static void test_all_in_sight(void **state)
{
	(void)state;
	start(false, true);
	for (size_t i = 0; i < script->beat_count; i++) {
		bool by_hand = script->beats[i].hands;

		finish();
		for (size_t s = 0; s < SIZES; s++) {
			struct frame f = frame_of_size(s);

			if (!by_hand && (f.body_lines > f.body_rows || f.top > 0))
				fail_msg("%s: more than fits %d rows", script->beats[i].id,
					 sizes[s].rows);
			assert_int_equal(f.cursor_hidden, !by_hand);
			frame_free(&f);
		}
		demo_key(&demo, KEYNAME_PAGE_DOWN, 0);
	}
	demo_end(&demo);
}

/* Where the only accent is: on the row that is spoken of, or the target. */
static void test_accent(void **state)
{
	static const struct {
		const char *beat, *text; /* NULL: the badge of the verdict, or nothing */
	} rows[] = {
		{ "visit", "[www.chsi.com.cn]" },
		{ "enter", "[学籍学历学位]" },
		{ "find", "[注册学信网账号]" },
		{ "fake", "https://www.wchsi.com.cn" },
		{ "code", "[ 免费获取 ]" },
		{ "blank", "李 明" },
		{ "swap", "110000200709010041" },
		{ "taken", "多半就是你自己的" },
		{ "submit", "110000200709010014" },
		{ "registered", NULL },
		{ "waiting", "学籍状态：还查不到学籍" },
		{ "done", NULL },
		{ "close", NULL },
	};

	(void)state;
	start(false, true);
	for (size_t i = 0, r = 0; i < script->beat_count; i++) {
		finish();
		for (size_t s = 0; r < sizeof rows / sizeof rows[0] && s < SIZES &&
				   strcmp(rows[r].beat, script->beats[i].id) == 0;
		     s++) {
			struct frame f = frame_of_size(s);
			char *bar = accented(&f);

			if (rows[r].text == NULL ? *bar != '\0' : strstr(bar, rows[r].text) == NULL)
				fail_msg("%s: accent on \"%s\"", rows[r].beat, bar);
			free(bar);
			frame_free(&f);
			r += s + 1 == SIZES;
		}
		demo_key(&demo, KEYNAME_PAGE_DOWN, 0);
	}
	demo_end(&demo);
}

/* What is wrong, and that all is right as the caption has it, is shown at every size, not only
 * where it fits. */
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
		{ "done", "该一致的都一致", "主要信息和高考时一致" },
		{ "done", "学籍自查成功", "✓ 一致：姓名、性别、出生日期、民族" },
	};

	(void)state;
	start(false, true);
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_frames),   cmocka_unit_test(test_all_in_sight),
		cmocka_unit_test(test_accent),   cmocka_unit_test(test_codes),
		cmocka_unit_test(test_mistakes),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
