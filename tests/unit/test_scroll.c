/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/key.h"
#include "base/xalloc.h"
#include "plain/plain_page.h"
#include "screens/screens.h"
#include "support/shipped.h"
#include "tui/scroll.h"
#include "view/frame_make.h"
#include "wizard/check.h"

enum { NOW = 1789000000, SEQUENCES = 600, KEYS = 25, SEED = 16 };

static struct app app;

/* The same moment in each run: countdowns are part of what is compared. */
time_t time(time_t *out)
{
	if (out != NULL)
		*out = NOW;
	return NOW;
}

/* A terminal's window; rows 0: nothing is drawn. */
struct window {
	int rows, columns;
	struct scroll scroll;
	struct frame frame;
};

static void draw(struct window *w)
{
	struct page page;

	if (w->rows == 0)
		return;
	screens_build(&page, &app.wizard);
	frame_free(&w->frame);
	frame_make(&w->frame, &page, w->rows, w->columns, false, w->scroll);
	w->scroll.top = w->frame.top;
	page_free(&page);
}

static void press(struct window *w, uint32_t key)
{
	app_key(&app, key);
	if (w->rows > 0)
		scroll_follow_app(&w->scroll, &app, &w->frame);
	draw(w);
}

static void start(struct window *w, int rows, int columns)
{
	*w = (struct window){ .rows = rows, .columns = columns };
	app_open_in_memory(&app, "data/guide.json", guide, &record);
	draw(w);
}

static void end(struct window *w)
{
	app_close(&app);
	frame_free(&w->frame);
}

/* All that the wizard says and keeps, as a number (FNV-1a). */
static uint64_t state_of(void)
{
	uint64_t hash = 14695981039346656037U;
	struct page page;
	char *text;
	FILE *out = xmemstream(&text);

	screens_build(&page, &app.wizard);
	plain_page(&page, (struct line_rows){ 0 }, false, out);
	fprintf(out, "%d %d %u %d %d", page.row, app.quit, (unsigned)screens_context(&app.wizard),
		page.captions, page.presentation);
	for (size_t i = 0; i < page.count; i++)
		fprintf(out, " %ld", page.blocks[i].caret);
	plain_notice(&page, out);
	page_free(&page);
	for (size_t i = 0; i < app.wizard.progress.count; i++) {
		const struct progress_entry *e = &app.wizard.progress.entries[i];

		fprintf(out, " %d %s %d %s", e->map, e->id, e->ticked, e->result);
	}
	fclose(out);
	for (size_t i = 0; text[i] != '\0'; i++)
		hash = (hash ^ (unsigned char)text[i]) * 1099511628211U;
	free(text);
	return hash;
}

static uint64_t next_random(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

static uint32_t random_key(uint64_t *state)
{
	static const char typed[] = "1234545   yyn-0bfe/?roqstvx";
	static const uint32_t named[] = {
		KEYNAME_RETURN,    KEYNAME_RETURN,    KEYNAME_RETURN,
		KEYNAME_TAB,       KEYNAME_TAB,       KEYNAME_TAB,
		KEYNAME_BACK_TAB,  KEYNAME_DOWN,      KEYNAME_DOWN,
		KEYNAME_DOWN,      KEYNAME_UP,        KEYNAME_PAGE_UP,
		KEYNAME_HOME,      KEYNAME_END,       KEYNAME_LEFT,
		KEYNAME_PAGE_DOWN, KEYNAME_RIGHT,     KEYNAME_ESC,
		KEYNAME_DELETE,    KEYNAME_BACKSPACE, KEYNAME_F1,
		KEYNAME_F2,        KEYNAME_F3,        KEY_CTRL('R'),
		KEY_CTRL('U'),     KEY_CTRL('W'),     U'李',
	};
	size_t i = next_random(state) % (sizeof typed - 1 + sizeof named / sizeof named[0]);

	return i < sizeof typed - 1 ? (uint32_t)typed[i] : named[i - (sizeof typed - 1)];
}

/* Whether keys mean the same in a window of that size as without one. */
static void compare(uint64_t seed, int rows, int columns)
{
	uint64_t state = seed * 2654435761U + 1, states[KEYS];
	uint32_t keys[KEYS];
	struct window w;
	size_t count = 0;

	start(&w, 0, 0);
	for (; count < KEYS && !app.quit; count++) {
		keys[count] = random_key(&state);
		press(&w, keys[count]);
		states[count] = state_of();
	}
	end(&w);
	start(&w, rows, columns);
	for (size_t i = 0; i < count; i++) {
		press(&w, keys[i]);
		if (state_of() == states[i])
			continue;
		for (size_t k = 0; k <= i; k++)
			print_error("%#x ", (unsigned)keys[k]);
		fail_msg("sequence %u means something else in %dx%d", (unsigned)seed, columns,
			 rows);
	}
	end(&w);
}

static void test_keys_mean_the_same_without_a_terminal(void **state)
{
	static const struct {
		int rows, columns;
	} sizes[] = { { 24, 80 }, { 12, 40 }, { 5, 20 }, { 40, 120 }, { 3, 10 } };

	(void)state;
	for (uint64_t i = 0; i < SEQUENCES; i++)
		compare(SEED + i, sizes[i % 5].rows, sizes[i % 5].columns);
}

/* In a window that shows neither all fields nor the last row of a list. */
static void test_tabs_reach_the_same_field(void **state)
{
	static const uint32_t keys[] = { '4',         KEYNAME_RETURN, KEYNAME_TAB,
					 KEYNAME_TAB, KEYNAME_TAB,    KEYNAME_RETURN };
	uint64_t without;
	struct window w;

	(void)state;
	start(&w, 0, 0);
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		press(&w, keys[i]);
	without = state_of();
	end(&w);
	start(&w, 5, 20);
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		press(&w, keys[i]);
	assert_true(state_of() == without);
	end(&w);
}

/* Keys, and which line is the first one shown after them, in a window of 11 rows, 9 of them the
 * body's. */
static void test_scrolls(void **state)
{
	static const struct {
		const char *what;
		uint32_t keys[8];
		int top; /* -1: the last page */
	} rows[] = {
		{ "a new screen begins at its top", { '2' }, 0 },
		{ "a page is all lines but one", { '2', KEYNAME_PAGE_DOWN }, 8 },
		{ "never above the top", { '2', KEYNAME_PAGE_UP, KEYNAME_PAGE_UP }, 0 },
		{ "and back", { '2', KEYNAME_PAGE_DOWN, KEYNAME_PAGE_UP }, 0 },
		{ "End", { '2', KEYNAME_END }, -1 },
		{ "nothing below the end", { '2', KEYNAME_END, KEYNAME_PAGE_DOWN }, -1 },
		{ "Home", { '2', KEYNAME_END, KEYNAME_HOME }, 0 },
		{ "another screen begins at its top", { '2', KEYNAME_END, '3' }, 0 },
		{ "text without rows goes line by line", { 'n', KEYNAME_DOWN, KEYNAME_DOWN }, 2 },
		{ "and back", { 'n', KEYNAME_DOWN, KEYNAME_DOWN, KEYNAME_UP }, 1 },
	};
	struct window w;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		int top = rows[i].top;

		start(&w, 11, 60);
		for (size_t k = 0; rows[i].keys[k] != 0; k++)
			press(&w, rows[i].keys[k]);
		if (top < 0)
			top = w.frame.body_lines - w.frame.body_rows;
		if (w.frame.top != top)
			fail_msg("%s: at %d, not at %d", rows[i].what, w.frame.top, top);
		end(&w);
	}
}

static void begin_page(struct page *page)
{
	memset(page, 0, sizeof *page);
	page->title = xstrdup("t");
	page->badge = xstrdup("b");
	page->notice = "";
}

/* A frame depends on page, size and scroll position alone. */
static void test_follow_shows_the_focused_row(void **state)
{
	struct page page;
	struct frame frame;

	(void)state;
	begin_page(&page);
	for (int i = 0; i < 30; i++)
		page_addf(&page, BLOCK_CHOICE, "%d", i)->row = i;
	for (int row = 0; row < 30; row++)
		for (int top = 0; top < 30; top++) {
			page.row = row;
			frame_make(&frame, &page, 12, 60, false, (struct scroll){ top, true });
			assert_in_range(row, frame.top, frame.top + frame.body_rows - 1);
			if (row >= top && row < top + frame.body_rows && top <= 20)
				assert_int_equal(frame.top, top);
			frame_free(&frame);
			frame_make(&frame, &page, 12, 60, false, (struct scroll){ top, false });
			assert_int_equal(frame.top, top <= 20 ? top : 20);
			frame_free(&frame);
		}
	page_free(&page);
}

/* Rows that are pinned below a text stay in sight, whatever is scrolled, and all of the text can be
 * seen; in a low window only the focused one does, and says which it is. */
static void test_pinned_rows(void **state)
{
	enum { TEXTS = 30, ROWS = 3 };
	static const struct {
		int rows, columns, pinned; /* lines, the gap above the rows included */
		bool alone;
	} windows[] = { { 24, 80, 4, false }, { 12, 40, 1, true }, { 5, 20, 1, true } };
	struct page page;

	(void)state;
	begin_page(&page);
	for (int i = 0; i < TEXTS; i++)
		page_addf(&page, BLOCK_PARAGRAPH, "%d", i);
	page_add(&page, BLOCK_GAP, "");
	for (int i = 0; i < ROWS; i++)
		page_addf(&page, BLOCK_BUTTON, "b%d", i)->row = i;
	page.pinned = true;
	for (size_t i = 0; i < sizeof windows / sizeof windows[0]; i++)
		for (int top = 0; top < TEXTS; top++) {
			const int height = windows[i].rows - 2 - (windows[i].rows >= 16) -
					   (windows[i].rows >= 22);
			struct frame f;

			page.row = top % ROWS;
			frame_make(&f, &page, windows[i].rows, windows[i].columns, false,
				   (struct scroll){ top, true });
			assert_int_equal(f.body_rows, height - windows[i].pinned);
			assert_int_equal(f.body_rows + f.top + f.below, f.body_lines);
			assert_true(f.top == top || f.below == 0);
			for (int row = 0; row < ROWS; row++) {
				const int last = 1 + (windows[i].rows >= 22) + height - 1;
				const int line = last - (windows[i].alone ? 0 : ROWS - 1 - row);
				const struct hit hit = frame_at(&f, line, 15);
				const bool here = windows[i].alone || row == page.row;

				assert_int_equal(hit.kind, HIT_ROW);
				assert_int_equal(hit.number, windows[i].alone ? page.row : row);
				assert_int_equal(f.cursor_row == line, here);
			}
			if (windows[i].alone) {
				char *text = lines_text(&f.lines), place[] = "1/3";

				place[0] = (char)('1' + page.row);
				assert_non_null(strstr(text, place));
				free(text);
			}
			frame_free(&f);
		}
	page_free(&page);
}

/* A row without a second value takes no line for it, however long it is. */
static void test_rows_follow_one_another(void **state)
{
	(void)state;
	for (int length = 1; length < 60; length++) {
		char text[4 * 60] = "";
		struct page page;
		struct frame f;
		char *drawn;

		for (int i = 0; i < length; i++)
			strcat(text, "字");
		begin_page(&page);
		block_label(page_add(&page, BLOCK_TABLE_ROW, text), "a");
		block_label(page_add(&page, BLOCK_TABLE_ROW, "z"), "b");
		frame_make(&f, &page, 24, 80, false, (struct scroll){ 0, false });
		drawn = lines_text(&f.lines);
		assert_true(strstr(strstr(drawn, "字"), "\n\n") > strstr(drawn, "z"));
		free(drawn);
		frame_free(&f);
		page_free(&page);
	}
}

/* A page that would fit without the gap above its pinned rows keeps it. */
static void test_gap_above_pinned_rows(void **state)
{
	struct page page;
	struct frame f;

	(void)state;
	begin_page(&page);
	for (int i = 0; i < 18; i++)
		page_addf(&page, BLOCK_PARAGRAPH, "%d", i);
	page_add(&page, BLOCK_GAP, "");
	for (int i = 0; i < 2; i++)
		page_addf(&page, BLOCK_BUTTON, "b%d", i)->row = i;
	for (int pinned = 0; pinned < 2; pinned++) {
		page.pinned = pinned == 1;
		frame_make(&f, &page, 24, 80, false, (struct scroll){ 0, false });
		assert_int_equal(f.body_rows, pinned == 1 ? 17 : 20);
		assert_int_equal(f.below, pinned);
		frame_free(&f);
	}
	page_free(&page);
}

/* A tall window has empty lines above a page that fits below them; one without a sidebar stands a
 * little above the middle, or in it on a projector. */
static void test_tall_page(void **state)
{
	static const struct {
		int lines, first, below;
		bool sidebar, presentation;
	} rows[] = {
		{ 30, 8, 0, false, false }, { 33, 5, 0, false, false }, { 34, 3, 0, false, false },
		{ 35, 3, 0, false, false }, { 36, 2, 0, false, false }, { 37, 2, 1, false, false },
		{ 5, 12, 0, false, false }, { 5, 8, 0, true, false },   { 5, 14, 0, false, true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct page page;
		struct frame f;

		begin_page(&page);
		page.presentation = rows[i].presentation;
		page.sidebar_count = rows[i].sidebar;
		page.sidebar[0] = (struct sidebar_entry){ .title = "", .here = true };
		for (int k = 0; k < rows[i].lines; k++)
			page_addf(&page, BLOCK_CHOICE, "%d", k)->row = k;
		frame_make(&f, &page, 40, 120, false, (struct scroll){ 0, false });
		if (frame_at(&f, rows[i].first, 60).kind != HIT_ROW ||
		    frame_at(&f, rows[i].first - 1, 60).kind != HIT_NONE)
			fail_msg("%d lines do not begin in row %d", rows[i].lines, rows[i].first);
		assert_int_equal(f.below, rows[i].below);
		frame_free(&f);
		page_free(&page);
	}
}

/* The search of the FAQ: a field that is no row, and below it the focused row: both are seen in any
 * case. */
static void test_follow_shows_the_caret(void **state)
{
	struct page page;
	struct frame frame;

	(void)state;
	begin_page(&page);
	block_caret(page_add(&page, BLOCK_FIELD, "abc"), "abc", 3);
	for (int i = 0; i < 9; i++)
		page_addf(&page, BLOCK_CHOICE, "%d", i)->row = i;
	page.row = 0;
	frame_make(&frame, &page, 5, 20, false, (struct scroll){ 4, true });
	assert_int_equal(frame.top, 0);
	assert_int_equal(frame.cursor_row, 1);
	frame_free(&frame);
	page.row = 8;
	frame_make(&frame, &page, 5, 20, false, (struct scroll){ 4, true });
	assert_int_equal(frame.top, frame.body_lines - frame.body_rows);
	assert_int_equal(frame.cursor_row, 1);
	assert_int_equal(frame_at(&frame, frame.body_rows, 3).number, 8);
	frame_free(&frame);
	page_free(&page);
}

static bool shows(const struct page *page, int rows, int columns, const char *text)
{
	struct frame frame;
	char *drawn;
	bool found;

	frame_make(&frame, page, rows, columns, false, (struct scroll){ 0 });
	drawn = lines_text(&frame.lines);
	found = strstr(drawn, text) != NULL;
	free(drawn);
	frame_free(&frame);
	return found;
}

/* A notice stands over the body, a caption below it, in windows that have space for one. */
static void test_notice_and_caption(void **state)
{
	struct page page;
	struct frame frame;

	(void)state;
	begin_page(&page);
	for (int i = 0; i < 30; i++)
		page_addf(&page, BLOCK_CHOICE, "%d", i)->row = i;
	page.notice = "aaaaaaaaaa bbbbbbbbbb cccccccccc";
	frame_make(&frame, &page, 12, 20, false, (struct scroll){ 0 });
	assert_int_equal(frame_at(&frame, 7, 3).kind, HIT_ROW);
	assert_int_equal(frame_at(&frame, 8, 3).kind, HIT_NONE);
	assert_int_equal(frame_at(&frame, 11, 3).kind, HIT_NONE);
	frame_free(&frame);
	page.notice = "aaa";
	page.caption = xstrdup("zzz");
	assert_true(shows(&page, 16, 40, "zzz"));
	assert_true(shows(&page, 16, 40, "aaa"));
	assert_true(shows(&page, 10, 40, "zzz"));
	assert_false(shows(&page, 9, 40, "zzz"));
	page_free(&page);
}

/* What was asked for is done once; where no line fits, a page is still a line. */
static void test_once(void **state)
{
	struct frame drawn = { .body_rows = 0 };
	struct scroll s = { 5, true };

	(void)state;
	app.new_screen = false;
	app.scroll = SCROLL_PAGE_DOWN;
	scroll_follow_app(&s, &app, &drawn);
	assert_int_equal(s.top, 6);
	assert_false(s.follow);
	scroll_follow_app(&s, &app, &drawn);
	assert_int_equal(s.top, 6);
}

/* As the terminal's loop does. Returns how many rows of the verification have no answer then. */
static size_t press_blank(struct window *w, uint32_t blank)
{
	size_t checks[GUIDE_CHECKS_MAX];

	if (!scroll_shows_row(&app, &w->frame, blank))
		app_key(&app, blank);
	scroll_follow_app(&w->scroll, &app, &w->frame);
	draw(w);
	return wizard_missing(&app.wizard, checks);
}

/* A blank answers no row whose recorded value is out of sight: it shows the row. */
static void test_blank_shows_the_row(void **state)
{
	static const struct {
		int rows, columns;
		const char *notice;
		uint32_t keys[5];
		size_t missing; /* after a blank; after another it is 7 */
	} rows[] = {
		{ 24, 80, "", { '5', KEYNAME_RETURN }, 7 },
		{ 40,
		  120,
		  "",
		  { '5', KEYNAME_RETURN, KEYNAME_PAGE_DOWN },
		  7 }, /* all is in sight */
		{ 12, 40, "", { '5', KEYNAME_RETURN, KEYNAME_PAGE_DOWN }, 8 },
		{ 5, 20, "", { '5', KEYNAME_RETURN, KEYNAME_PAGE_DOWN }, 8 },
		{ 5, 20, "", { '5', KEYNAME_RETURN, KEYNAME_TAB, KEYNAME_PAGE_UP }, 8 },
		{ 5, 20, "看一下说明再看下一行", { '5', KEYNAME_RETURN, KEYNAME_TAB }, 8 },
		{ 24, 80, "看一下说明再看下一行", { '5', KEYNAME_RETURN, KEYNAME_TAB }, 7 },
	};
	struct window w;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		size_t missing;

		start(&w, rows[i].rows, rows[i].columns);
		for (size_t k = 0; rows[i].keys[k] != 0; k++)
			press(&w, rows[i].keys[k]);
		snprintf(app.wizard.notice, sizeof app.wizard.notice, "%s", rows[i].notice);
		draw(&w);
		missing = press_blank(&w, i % 2 == 0 ? ' ' : 0x3000);
		if (missing != rows[i].missing)
			fail_msg("row %zu: %zu without an answer", i, missing);
		if (missing == 8)
			assert_int_equal(press_blank(&w, ' '), 7);
		end(&w);
	}
}

/* Enter does not act on a row that somebody has scrolled away from, nor do the hints say so: it
 * shows the row. On a step, where it leads on from every row, it does. */
static void test_enter_shows_the_row(void **state)
{
	static const struct {
		int rows, columns;
		uint32_t keys[4];
		bool acts;
	} rows[] = {
		{ 12, 40, { 'f' }, true },
		{ 12, 40, { 'f', KEYNAME_PAGE_DOWN }, false },
		{ 5, 20, { 'f', KEYNAME_PAGE_DOWN, KEYNAME_PAGE_DOWN }, false },
		{ 40, 120, { '5', KEYNAME_RETURN, KEYNAME_PAGE_DOWN }, true }, /* all is in sight */
		{ 12, 40, { '5', KEYNAME_RETURN, KEYNAME_PAGE_DOWN }, false },
		{ 12, 40, { '2', KEYNAME_PAGE_DOWN }, true },
		{ 5, 20, { '2', KEYNAME_PAGE_DOWN, KEYNAME_PAGE_DOWN }, true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct window w;
		char *text;

		start(&w, rows[i].rows, rows[i].columns);
		for (size_t k = 0; rows[i].keys[k] != 0; k++)
			press(&w, rows[i].keys[k]);
		text = lines_text(&w.frame.lines);
		if ((strstr(text, "Enter") != NULL) != rows[i].acts ||
		    scroll_shows_row(&app, &w.frame, KEYNAME_RETURN) == rows[i].acts)
			fail_msg("row %zu:\n%s", i, text);
		/* Nor does the dash of the verification. */
		if (!rows[i].acts && rows[i].keys[0] == '5' &&
		    (strstr(text, "空格") != NULL || strstr(text, " - ") != NULL ||
		     !scroll_shows_row(&app, &w.frame, '-') ||
		     !scroll_shows_row(&app, &w.frame, 0xff0d)))
			fail_msg("row %zu:\n%s", i, text);
		free(text);
		scroll_follow_app(&w.scroll, &app, &w.frame);
		draw(&w);
		assert_false(w.frame.focus_hidden);
		end(&w);
	}
}

/* A notice that is longer than its rows goes on by pages, before the page does. */
static void test_long_notice(void **state)
{
	static const char said[] = "第一句话有十多个字。第二句话也有这么多。最后一句才说怎么办。";
	static const struct {
		uint32_t keys[4];
		const char *seen;
		int top;
	} rows[] = {
		{ { 0 }, "第一句话", 0 },
		{ { KEYNAME_PAGE_DOWN }, "怎么办。", 0 },
		{ { KEYNAME_PAGE_DOWN, KEYNAME_PAGE_DOWN }, "怎么办。", 1 },
		{ { KEYNAME_PAGE_DOWN, KEYNAME_PAGE_UP }, "第一句话", 0 },
	};
	struct window w;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *text;

		start(&w, 5, 20);
		press(&w, '2');
		strcpy(app.wizard.notice, said);
		draw(&w);
		for (size_t k = 0; rows[i].keys[k] != 0; k++)
			press(&w, rows[i].keys[k]);
		text = lines_text(&w.frame.lines);
		if (strstr(text, rows[i].seen) == NULL || w.frame.top != rows[i].top ||
		    (w.frame.notice_below > 0) != (strstr(text, "PgDn 提示还有") != NULL))
			fail_msg("row %zu at %d:\n%s", i, w.frame.top, text);
		free(text);
		end(&w);
	}
}

/* The wheel leaves the focus where it is. */
static void test_the_wheel(void **state)
{
	struct scroll s = { 5, true };

	(void)state;
	scroll_lines(&s, 3);
	assert_int_equal(s.top, 8);
	assert_false(s.follow);
	scroll_lines(&s, -20);
	assert_int_equal(s.top, 0);
}

/* A demo's page: any key but j and k is the demo's, and shows it from its top. */
static void test_demo_keys(void **state)
{
	static const struct {
		const char *keys;
		int top;
	} rows[] = { { "", 0 },   { "j", 1 },  { "jjj", 3 }, { "jjk", 1 },
		     { "kk", 0 }, { "kj", 1 }, { "jj ", 0 }, { "jjjx", 0 } };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct scroll s = { .follow = true };

		for (const char *key = rows[i].keys; *key != '\0'; key++)
			scroll_demo_key(&s, (uint32_t)*key);
		assert_int_equal(s.top, rows[i].top);
		assert_int_equal(s.follow, *rows[i].keys == '\0');
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_demo_keys),
		cmocka_unit_test(test_blank_shows_the_row),
		cmocka_unit_test(test_enter_shows_the_row),
		cmocka_unit_test(test_long_notice),
		cmocka_unit_test(test_keys_mean_the_same_without_a_terminal),
		cmocka_unit_test(test_tabs_reach_the_same_field),
		cmocka_unit_test(test_scrolls),
		cmocka_unit_test(test_follow_shows_the_focused_row),
		cmocka_unit_test(test_pinned_rows),
		cmocka_unit_test(test_tall_page),
		cmocka_unit_test(test_gap_above_pinned_rows),
		cmocka_unit_test(test_rows_follow_one_another),
		cmocka_unit_test(test_follow_shows_the_caret),
		cmocka_unit_test(test_notice_and_caption),
		cmocka_unit_test(test_once),
		cmocka_unit_test(test_the_wheel),
	};

	return cmocka_run_group_tests(tests, load_shipped, unload_shipped);
}
