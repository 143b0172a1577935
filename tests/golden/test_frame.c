/* SPDX-License-Identifier: MIT */
/* Keys in, frame out: the screens as a person sees them, kept in tests/golden/frames, and below
 * each how its cells look, by the letters of style_letters. After a change that is meant,
 * UPDATE_FRAMES=1 writes them anew: read the diff. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <iconv.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/app.h"
#include "base/key.h"
#include "base/text.h"
#include "base/xalloc.h"
#include "model/guide.h"
#include "model/record_file.h"
#include "screens/screens.h"
#include "support/shipped.h"
#include "support/whole_file.h"
#include "tui/scroll.h"
#include "view/frame_make.h"
#include "view/keymap.h"
#include "view/layout.h"
#include "wizard/navigation.h"

/* Stand for keys without a character of their own. */
#define DOWN "\x1c"
#define PAGE_DOWN "\x1d"
#define RIGHT "\x1e"
#define BACK_TAB "\x1f"
#define CODE "\x02" /* what the practice message says */

/* From the welcome page to the rehearsal, to the name in it, and to the review of it filled in. */
#define TO_FORM "4\r\t\t\r"
#define TO_NAME TO_FORM "\t\t\t\t\t"
#define FILLED                                                                          \
	TO_FORM "13800000000\t\t\tPractice-7\tPractice-7\t李明\t\t110000200709010014" \
		"\t \t\t\t\r\r"
#define SUBMIT "\t\t\t\t\t\t\t\t\r"
#define ID "110000200709010014"
#define VERIFIED " \r \r \r \r110000200709001014\r 1 \r1 \r1 "
#define TO_END "\x1c\x1c"

static struct app app;
static char roster[] = "/tmp/xueji-roster-XXXXXX";
static struct scroll scroll;
static struct frame drawn; /* freed: only its numbers count */

/* b bold, d dim, h heading, r reverse (bars and keys), f focus, _ field, G W B badges, c what to
 * click. */
static const char style_letters[] = {
	[STYLE_PLAIN] = ' ',     [STYLE_QUIET] = 'd',      [STYLE_EMPHASIS] = 'b',
	[STYLE_GOOD] = 'b',      [STYLE_WARNING] = 'b',    [STYLE_BAD] = 'b',
	[STYLE_HEADING] = 'h',   [STYLE_TITLE] = 'r',      [STYLE_FOCUS] = 'f',
	[STYLE_FIELD] = '_',     [STYLE_BADGE_GOOD] = 'G', [STYLE_BADGE_WARNING] = 'W',
	[STYLE_BADGE_BAD] = 'B', [STYLE_POINTER] = '^',    [STYLE_CODE] = '#',
	[STYLE_CLICK] = 'c',
};

/* A line for each row of the window, a letter for each column, without trailing blanks. */
static char *frame_styles(const struct frame *f)
{
	char *styles = xcalloc((size_t)f->rows * ((size_t)f->columns + 1) + 1, 1), *end = styles;

	for (int row = 0; row < f->rows; row++) {
		const struct line *line = &f->lines.items[row];
		int column = 0;

		for (size_t i = 0; i < line->count; i++) {
			int last = line->runs[i].column + text_width(line->runs[i].text);

			for (; column < last; column++)
				*end++ = column < line->runs[i].column
						 ? ' '
						 : style_letters[line->runs[i].style];
		}
		while (end > styles && end[-1] == ' ')
			end--;
		*end++ = '\n';
	}
	return styles;
}

/* The frame, and in *styles (NULL: not wanted) how it looks. */
static char *draw_both(int rows, int columns, char **styles)
{
	struct page page;
	struct frame frame;
	char *text;

	app.wizard.progress.finished = 0; /* a frame has no time of the day */
	screens_build(&page, &app.wizard);
	frame_make(&frame, &page, rows, columns, false, scroll);
	assert_in_range(frame.cursor_row, 0, rows - 1);
	assert_in_range(frame.cursor_column, 0, columns - 1);
	text = lines_text(&frame.lines);
	if (styles != NULL)
		*styles = frame_styles(&frame);
	frame_free(&frame);
	scroll.top = frame.top;
	drawn = frame;
	page_free(&page);
	return text;
}

static char *draw(int rows, int columns)
{
	return draw_both(rows, columns, NULL);
}

/* As the key loop does: a frame after every key. */
static void press(const char *keys, int rows, int columns)
{
	size_t len = strlen(keys);
	uint32_t key = 0;

	for (size_t at = 0; at < len;) {
		if (keys[at] == CODE[0]) {
			press(app.wizard.sms.code, rows, columns);
			at++;
			continue;
		}
		at += text_decode(keys + at, len - at, &key);
		key = key == 0x1C   ? KEYNAME_DOWN
		      : key == 0x1D ? KEYNAME_PAGE_DOWN
		      : key == 0x1E ? KEYNAME_RIGHT
		      : key == 0x1F ? KEYNAME_BACK_TAB
				    : key;
		app_key(&app, key);
		scroll_follow_app(&scroll, &app, &drawn);
		free(draw(rows, columns));
	}
}

static void apply(enum action_kind kind, int rows, int columns)
{
	app_apply(&app, (struct action){ kind, 0, NULL });
	scroll_follow_app(&scroll, &app, &drawn);
	free(draw(rows, columns));
}

static void start(const struct record *known)
{
	scroll = (struct scroll){ 0 };
	app_open(&app, "data/guide.json", guide, known, true, NULL);
}

static const struct shot {
	const char *name;
	bool known; /* with a record */
	const char *keys;
} shots[] = {
	{ "welcome", true, "" },
	{ "record", false, "\r李明\r1100002007090100" },
	{ "step1", true, "\r" },
	{ "step2", true, "2 " },
	{ "step3", true, "3" },
	{ "step4", true, "4" },
	{ "step5", true, "5" },
	{ "projected1", true, "1t" },
	{ "projected2", true, "2t" },
	{ "projected5", true, "5t" },
	{ "caption", true, "2v" },
	{ "account", true, "4\r" },
	{ "recover", true, "4\r\t\t\t\r " },
	{ "step4-recover", true, "4\r\t\t\t\r\033\033" },
	{ "document", true, TO_NAME "李明\t\r" },
	{ "form", true, TO_FORM },
	{ "form-mistake", true, TO_NAME "阿依古丽•买买提" },
	{ "form-wrong", true, TO_NAME "李明\t\t\t\t\t\t\r" },
	{ "form-number", true, TO_NAME "李明\r11000020070901001x" },
	{ "review", true, FILLED },
	{ "registered", true, FILLED SUBMIT },
	{ "login", true,
	  TO_FORM "13800000000\t\r" CODE "\tPractice-7\tPractice-7\t李明\t\t" ID
		  "\t \t\t\t\r\r" SUBMIT "\r" },
	{ "site-messages", true, "4e" },
	{ "site-message", true, "4e\r" },
	{ "save-report", true, "5\r \r \r \r \r \r 1\r 1\r 1\r" TO_END "\rs2\r" },
	{ "verify", true, "5\r \r \r \r \r110000200709010041" },
	{ "choose", true, "5\r" VERIFIED BACK_TAB BACK_TAB " " },
	{ "result", true, "5\r" VERIFIED TO_END "\r" },
	{ "result-end", true, "5\r" VERIFIED TO_END "\r" PAGE_DOWN PAGE_DOWN },
	{ "result-many", true,
	  "5\r李朋\r女\r2007-09-02\r回族\r110000200709010041\r 1\r 1\r 1\r" TO_END
	  "\r" PAGE_DOWN PAGE_DOWN PAGE_DOWN },
	{ "result-pass", true, "5\r \r \r \r \r \r 1\r 1\r 1\r" TO_END "\r" },
	{ "result-open", true, "5\r \r \r\t \r\t\t\t\t" TO_END "\r" },
	{ "help", true, "3?" },
	{ "notes", true, "3n" },
	{ "faq", true, "f" },
	{ "faq-search", true, "f/邮箱" },
	{ "answer", true, "f" DOWN DOWN DOWN "\r" },
	{ "leave", true, TO_NAME "李\033\033q" },
	{ "result-unknown", false, "5" DOWN "\r" },
};

/* No frame is kept of what a library draws. */
static const struct shot code_shot = { "code", true, "1r" };

/* With a roster to find the record in. */
static const struct shot roster_shots[] = {
	{ "search", false, "\r26110101110001" },
	{ "search-differs", false, "\r26110101110001\r李明\r11000020070901 0014\r\r\t\r" },
	{ "search-found", false, "\r26110101110001\r李明\r" ID "\r\r" },
	{ "search-missed", false, "\r26110101110002\r李明\r" ID "\r\r" },
};

static const struct size {
	int rows, columns;
} sizes[] = { { 24, 80 }, { 20, 60 }, { 12, 40 }, { 40, 120 } };

static void check(const struct shot *shot, const struct size *size, bool with_roster)
{
	char *path = xasprintf("tests/golden/frames/%s-%dx%d.txt", shot->name, size->columns,
			       size->rows);
	char *frame, *kept, *text, *styles;

	start(shot->known ? &record : NULL);
	if (with_roster)
		app_use_roster(&app, roster, true);
	free(draw(size->rows, size->columns));
	press(shot->keys, size->rows, size->columns);
	text = draw_both(size->rows, size->columns, &styles);
	frame = xasprintf("%s\n%s", text, styles);
	if (getenv("UPDATE_FRAMES") != NULL)
		write_whole_file(path, frame, strlen(frame));
	kept = whole_file(path, NULL);
	if (kept == NULL || strcmp(kept, frame) != 0)
		print_error("%s differs; now:\n%s", path, frame);
	assert_non_null(kept);
	assert_string_equal(kept, frame);
	app_close(&app);
	free(kept);
	free(frame);
	free(styles);
	free(text);
	free(path);
}

static void test_frames(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof shots / sizeof shots[0]; i++)
		for (size_t k = 0; k < sizeof sizes / sizeof sizes[0]; k++)
			check(&shots[i], &sizes[k], false);
	for (size_t i = 0; i < sizeof roster_shots / sizeof roster_shots[0]; i++)
		for (size_t k = 0; k < sizeof sizes / sizeof sizes[0]; k++)
			check(&roster_shots[i], &sizes[k], true);
}

/* No line is wider than the window, at any size; the window's rows are all there. */
static void test_every_size(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof shots / sizeof shots[0]; i++) {
		start(shots[i].known ? &record : NULL);
		press(shots[i].keys, 24, 80);
		for (int columns = 1; columns <= 120; columns += columns < 20 ? 6 : 1) {
			int rows = columns % 28 + 1, count = 0;
			char *text = draw(rows, columns), *rest = text, *line;

			while ((line = strsep(&rest, "\n")) != NULL && rest != NULL) {
				if (text_width(line) > columns)
					print_error("%s at %d: %s\n", shots[i].name, columns, line);
				assert_true(text_width(line) <= columns);
				count++;
			}
			assert_int_equal(count, rows);
			free(text);
		}
		app_close(&app);
	}
}

static bool seen_in_full(const char *sought, int rows, int columns)
{
	bool found = false;

	for (int last = -1; !found && scroll.top != last;) {
		char *text;

		last = scroll.top;
		text = draw(rows, columns);
		found = strstr(text, sought) != NULL;
		free(text);
		apply(ACTION_PAGE_DOWN, rows, columns);
	}
	return found;
}

/* Everything can be scrolled to, in the smallest window, too. */
static void test_reachable(void **state)
{
	static const struct {
		const char *keys, *last;
	} pages[] = {
		{ "2", "【新生学籍】" },
		{ "4", "又检查了一遍" },
		{ "n", "教务处" },
		{ "2?", "翻屏" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++) {
		start(&record);
		press(pages[i].keys, FRAME_ROWS_MIN, FRAME_COLUMNS_MIN);
		if (!seen_in_full(pages[i].last, FRAME_ROWS_MIN, FRAME_COLUMNS_MIN))
			fail_msg("never seen: %s", pages[i].last);
		app_close(&app);
	}
}

/* A window for a Braille display: nine rows of forty columns. */
enum { BRAILLE_ROWS = 9, BRAILLE_COLUMNS = 40, TALL = 400 };

/* A low window has no box around a verdict, and only one of the buttons that are kept in sight. */
static bool is_only_in_tall(const char *line)
{
	bool pinned = wizard_screen(&app.wizard) == SCREEN_RESULT;

	return strstr(line, "│") != NULL || strstr(line, "──") != NULL ||
	       (pinned && strstr(line, "[ ") != NULL);
}

/* Paging shows every line of the page. */
static void expect_all_lines(const char *name)
{
	char *tall = draw(TALL, BRAILLE_COLUMNS), *seen = xstrdup(""), *rest = tall, *line;

	apply(ACTION_TOP, BRAILLE_ROWS, BRAILLE_COLUMNS);
	for (int last = -1; scroll.top != last;) {
		char *more, *text;

		last = scroll.top;
		text = draw(BRAILLE_ROWS, BRAILLE_COLUMNS);
		more = xasprintf("%s\n%s", seen, text);
		free(seen);
		free(text);
		seen = more;
		apply(ACTION_PAGE_DOWN, BRAILLE_ROWS, BRAILLE_COLUMNS);
	}
	for (int row = 0; (line = strsep(&rest, "\n")) != NULL; row++)
		if (row >= 2 && row < TALL - 2 && !is_only_in_tall(line) &&
		    strstr(seen, line) == NULL)
			fail_msg("%s: never seen: %s", name, line);
	free(seen);
	free(tall);
}

/* Whether a row of the frame, or the one above what is typed, is drawn as the focused one. */
static bool is_marked(const struct frame *f, int row)
{
	for (int i = 0; i < 2 && row - i > 0; i++)
		for (size_t k = 0; k < f->lines.items[row - i].count; k++)
			if (f->lines.items[row - i].runs[k].style == STYLE_FOCUS)
				return true;
	return false;
}

/* The hardware cursor, which a Braille display follows, is on the focused row, or in what is typed
 * below it. */
static void expect_cursor(const char *name)
{
	struct page page;
	struct frame frame;

	screens_build(&page, &app.wizard);
	frame_make(&frame, &page, BRAILLE_ROWS, BRAILLE_COLUMNS, false,
		   (struct scroll){ scroll.top, true });
	if (page.row != NO_ROW && page.notice[0] == '\0' &&
	    (page.context & (CONTEXT_SEARCH | CONTEXT_CHOOSE | CONTEXT_VERIFY | CONTEXT_BY_EYE |
			     CONTEXT_CHECK_TYPED)) == 0 &&
	    !is_marked(&frame, frame.cursor_row))
		fail_msg("%s: the cursor is in row %d", name, frame.cursor_row);
	frame_free(&frame);
	page_free(&page);
}

/* The last row always names a key, however much lies below. */
static void expect_a_way_on(const char *name, int rows, int columns)
{
	char *text = draw(rows, columns), *last = strrchr(text, '\n');

	*last = '\0';
	last = strrchr(text, '\n');
	last += strspn(last, " \n");
	if (*last == '\0' || strncmp(last, "还有", strlen("还有")) == 0 ||
	    strncmp(last, "上面", strlen("上面")) == 0)
		fail_msg("%s: no key in “%s”", name, last);
	free(text);
}

static void test_braille_window(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof shots / sizeof shots[0]; i++) {
		start(shots[i].known ? &record : NULL);
		press(shots[i].keys, BRAILLE_ROWS, BRAILLE_COLUMNS);
		expect_cursor(shots[i].name);
		app.wizard.notice[0] = '\0';
		expect_a_way_on(shots[i].name, BRAILLE_ROWS, BRAILLE_COLUMNS);
		expect_a_way_on(shots[i].name, FRAME_ROWS_MIN, FRAME_COLUMNS_MIN);
		expect_all_lines(shots[i].name);
		app_close(&app);
	}
}

/* Comes to a row of a screen as a shot does. */
static void go_to_row(const struct shot *shot, size_t row)
{
	scroll = (struct scroll){ 0 };
	app_open_in_memory(&app, "data/guide.json", guide, shot->known ? &record : NULL);
	press(shot->keys, 24, 80);
	app_apply(&app, (struct action){ ACTION_PICK, (unsigned)row, NULL });
	app.wizard.notice[0] = '\0';
	scroll = (struct scroll){ 0 };
}

/* What a person sees, the cursor included. */
static char *seen(void)
{
	char *text, *styles, *both;

	app.wizard.now = 0;
	text = draw_both(24, 80, &styles);
	both = xasprintf("%s%s%d %d %d", text, styles, drawn.cursor_row, drawn.cursor_column,
			 app.quit || app.clipboard != NULL);
	free(text);
	free(styles);
	return both;
}

static bool shows_focus(const struct frame *f)
{
	for (int row = 1; row < f->rows; row++)
		for (size_t i = 0; i < f->lines.items[row].count; i++)
			if (f->lines.items[row].runs[i].style == STYLE_FOCUS)
				return true;
	return false;
}

/* Coming back to a row below, it is in sight. */
static void test_sight_of_return(void **state)
{
	static const char *const keys[] = {
		"5\r \r \r \r \r \r\r2\r",       /* from the list of an answer */
		"5\r \r \r \r \r \r" DOWN "n\r", /* from the notes */
	};

	(void)state;
	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
		struct page page;
		struct frame frame;

		start(&record);
		press(keys[i], 12, 40);
		screens_build(&page, &app.wizard);
		frame_make(&frame, &page, 12, 40, false, scroll);
		assert_true(page.row >= 5);
		assert_true(shows_focus(&frame));
		frame_free(&frame);
		page_free(&page);
		app_close(&app);
	}
}

/* The file name is in sight while it is typed, its label where that fits, whatever scrolled or a
 * notice says. */
static void test_sight_of_file_name(void **state)
{
	static const struct {
		int rows, columns;
		const char *keys, *label, *typed;
	} rows[] = {
		{ 5, 20, "", "文件名", "籍自查结果单.txt" },
		{ 5, 20, "abc", "文件名", "自查结果单.txtabc" },
		{ 5, 20, PAGE_DOWN "abc", "文件名", "自查结果单.txtabc" },
		{ 5, 20, DOWN, "", "籍自查结果单.txt" }, /* the notice says that the key is none */
		{ 7, 24, "abc", "文件名", "学籍自查结果单.txtabc" },
		{ 8, 30, "abc", "文件名", "籍自查结果单.txtabc" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *text, *label;

		start(&record);
		press("5\r \r \r \r \r \r 1\r 1\r 1\r" TO_END "\rs2\r", rows[i].rows,
		      rows[i].columns);
		press(rows[i].keys, rows[i].rows, rows[i].columns);
		text = draw(rows[i].rows, rows[i].columns);
		label = strstr(text, rows[i].label);
		if (label == NULL || strstr(label, rows[i].typed) == NULL)
			fail_msg("row %zu:\n%s", i, text);
		free(text);
		app_close(&app);
	}
}

/* The line of a text in a frame, from 0; -1 if it is out of sight. */
static int line_of(const char *text, const char *part)
{
	const char *at = strstr(text, part);
	int line = 0;

	for (const char *c = text; at != NULL && c < at; c++)
		line += *c == '\n';
	return at != NULL ? line : -1;
}

/* What is searched for is in sight, and of a hit that does not fit beside it the beginning; the
 * kind of a hit does not indent it. */
static void test_sight_of_search(void **state)
{
	static const struct {
		int rows, columns;
		const char *keys, *typed, *hit;
	} rows[] = {
		{ 5, 20, "f操作", "操作", "\n 网站提示：操作过于\n 频繁，操作被禁止 " },
		{ 5, 20, "f账号" DOWN, "账号", "\n 忘了用户名或密码，\n 怎么找回？ " },
		{ 5, 20, "f账号" PAGE_DOWN, "", "\n 忘了用户名或密码，\n" },
		{ 5, 20, "f操作" PAGE_DOWN "过", "操作过",
		  "\n 网站提示：操作过于\n 频繁，操作被禁止 " },
		{ 5, 20, "f们们们", "们们们", "" },
		{ 5, 20, "5\r" DOWN DOWN DOWN DOWN DOWN DOWN "\r休", "休", "\n  6 " },
		{ 8, 30, "f操作", "查找  操作", "\n 网站提示：操作过于频繁，操作\n 被禁止 " },
		{ 12, 40, "f操作", "查找  操作", "\n 网站提示：操作过于频繁，操作被禁止 " },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *text, *typed;

		start(&record);
		press(rows[i].keys, rows[i].rows, rows[i].columns);
		text = draw(rows[i].rows, rows[i].columns);
		typed = strstr(strchr(text, '\n'), rows[i].typed);
		if (typed == NULL || strstr(typed, rows[i].hit) == NULL)
			fail_msg("row %zu:\n%s", i, text);
		free(text);
		app_close(&app);
	}
}

/* The list begins on the same row before and after the first character of a search. */
static void test_search_does_not_move_the_list(void **state)
{
	static const struct size windows[] = {
		{ 24, 80 }, { 20, 60 }, { 12, 40 }, { 8, 30 }, { 40, 120 }
	};
	static const struct {
		const char *keys, *first, *typed, *hit;
	} rows[] = {
		{ "4e", "证件号码已被注册", "证件号码已被", "证件号码已被注册" },
		{ "f", "账号注册", "学信网账号能", "学信网账号能做什么" },
	};

	(void)state;
	for (size_t i = 0; i < 2 * sizeof windows / sizeof windows[0]; i++) {
		const struct size *window = &windows[i / 2];
		char *text;
		int first;

		start(&record);
		press(rows[i % 2].keys, window->rows, window->columns);
		text = draw(window->rows, window->columns);
		first = line_of(text, rows[i % 2].first);
		free(text);
		press(rows[i % 2].typed, window->rows, window->columns);
		text = draw(window->rows, window->columns);
		if (first < 0 || line_of(text, rows[i % 2].hit) != first)
			fail_msg("%dx%d, line %d:\n%s", window->columns, window->rows, first, text);
		free(text);
		app_close(&app);
	}
}

/* In a tall window the heading keeps its row whatever is opened, typed, found or focused on its
 * page. */
static void test_heading_stays(void **state)
{
	static const struct size windows[] = { { 40, 120 }, { 30, 100 }, { 36, 80 }, { 50, 60 } };
	static const struct {
		const char *before, *keys, *heading;
	} rows[] = {
		{ "\r", "李 明\r1100002007090100\r" DOWN BACK_TAB BACK_TAB, "你的高考信息" },
		{ "4\r", "http://chsi.com.cn.evil.com\x15" DOWN DOWN DOWN DOWN, "注册之前" },
		{ TO_FORM, "1\r\r12\r密\r\r李 明\r" DOWN "11000020070901001x\r \r\r",
		  "实名注册（演练）" },
		{ "5\r", "李鸣\r \r \r \r110000200709010041\r", "核对学籍  " },
		{ "5\r", DOWN DOWN DOWN DOWN DOWN DOWN DOWN DOWN "\r" DOWN DOWN DOWN "\r",
		  "核对学籍  " },
		{ "f", "操作过于么么" DOWN, "常见问题\n" },
		{ "5\r" DOWN DOWN DOWN DOWN DOWN DOWN "\r", "休" DOWN, "学籍状态  " },
		{ "5\r \r \r \r \r \r 1\r 1\r 1\r" TO_END "\rs2\r", "\x15结果单.txt",
		  "保存结果单\n" },
		{ "5\r \r \r \r \r \r 1\r 1\r 1\r" TO_END "\rs", DOWN DOWN, "结果单给谁看？" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		for (size_t k = 0; k < sizeof windows / sizeof windows[0]; k++) {
			size_t len = strlen(rows[i].keys);
			int first = -1;

			start(strcmp(rows[i].before, "\r") == 0 ? NULL : &record);
			press(rows[i].before, windows[k].rows, windows[k].columns);
			for (size_t at = 0; at <= len;) {
				char *text = draw(windows[k].rows, windows[k].columns), one[8] = "";
				int line = line_of(strchr(text, '\n'), rows[i].heading);
				uint32_t key;

				first = first < 0 ? line : first;
				if (line < 1 || line != first)
					fail_msg("%dx%d before “%s”, %d:\n%s", windows[k].columns,
						 windows[k].rows, rows[i].keys + at, first, text);
				free(text);
				memcpy(one, rows[i].keys + at,
				       text_decode(rows[i].keys + at, len - at, &key));
				press(one, windows[k].rows, windows[k].columns);
				at += at < len ? strlen(one) : 1;
			}
			app_close(&app);
		}
}

/* In a low window the focused button of the result stays in sight, says which of how many it is,
 * and leaves the other lines to what is read; a page down moves them all. */
static void test_sight_of_button(void **state)
{
	static const struct {
		int rows, columns;
		const char *keys, *button, *hint;
		int top;
	} rows[] = {
		{ 5, 20, "", "[ 保存结果单 ] 1/3\n", "Enter 保存", 0 },
		{ 5, 20, PAGE_DOWN PAGE_DOWN, "[ 保存结果单 ] 1/3\n", "Enter 保存", 4 },
		{ 5, 20, PAGE_DOWN DOWN, "[ 回去再核对一遍 ]\n", "Enter 再核对", 2 },
		{ 7, 24, PAGE_DOWN DOWN DOWN, "[ 结束 ]           3/3\n", "Enter 结束", 3 },
		{ 8, 30, PAGE_DOWN, "[ 保存结果单 ]           1/3\n", "Enter 保存", 4 },
		{ 12, 40, "", "\n [ 保存结果单（可交给辅导员） ]     1/3\n", "Enter 保存", 0 },
		{ 12, 40, PAGE_DOWN, "\n [ 保存结果单（可交给辅导员） ]     1/3\n", "Enter 保存",
		  8 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *text, *button;

		start(&record);
		press("5\r李朋\r女\r2007-09-02\r回族\r110000200709010041\r 1\r 1\r 1\r" TO_END "\r",
		      rows[i].rows, rows[i].columns);
		press(rows[i].keys, rows[i].rows, rows[i].columns);
		text = draw(rows[i].rows, rows[i].columns);
		button = strstr(text, rows[i].button);
		if (button == NULL || strstr(button, rows[i].hint) == NULL ||
		    scroll.top != rows[i].top)
			fail_msg("row %zu, from line %d:\n%s", i, scroll.top, text);
		free(text);
		app_close(&app);
	}
}

/* Of a list that is longer than the window the focused option is seen, with what is sought above it
 * or not. */
static void test_sight_of_options(void **state)
{
	static const struct size windows[] = {
		{ 5, 20 }, { 6, 20 }, { 7, 24 }, { 8, 20 }, { 12, 40 }
	};
	static const char *const keys[] = { DOWN, DOWN DOWN, DOWN DOWN DOWN DOWN DOWN DOWN DOWN,
					    "休" };

	(void)state;
	for (size_t i = 0; i < 4 * sizeof windows / sizeof windows[0]; i++) {
		const struct size *window = &windows[i / 4];
		struct page page;
		struct frame frame;

		start(&record);
		press("5\r" DOWN DOWN DOWN DOWN DOWN DOWN "\r", window->rows, window->columns);
		press(keys[i % 4], window->rows, window->columns);
		assert_int_equal(wizard_screen(&app.wizard), SCREEN_CHOOSE);
		screens_build(&page, &app.wizard);
		frame_make(&frame, &page, window->rows, window->columns, false, scroll);
		if (!shows_focus(&frame))
			fail_msg("%dx%d after %zu", window->columns, window->rows, i % 4);
		frame_free(&frame);
		page_free(&page);
		app_close(&app);
	}
}

/* The column of a text in the window, the row in *row; -1: it is not there. */
static int place_of(const char *text, int *row)
{
	char *drawn_text = draw(24, 80), *at = strstr(drawn_text, text), *line = at;
	int column = -1;

	*row = 0;
	for (char *c = drawn_text; at != NULL && c < at; c++)
		*row += *c == '\n';
	while (line != NULL && line > drawn_text && line[-1] != '\n')
		line--;
	if (at != NULL)
		column = text_width_n(line, (size_t)(at - line));
	free(drawn_text);
	return column;
}

/* What a first mark, a longer value, an opened group and another row do not move. */
static void test_nothing_jumps(void **state)
{
	static const struct {
		bool known;
		const char *before, *after, *text;
		bool rows; /* nor up or down */
	} rows[] = {
		{ false, "\r", "李明", "证件号码", true },
		{ false, "\r\r", "\r", "[ 继续 ]", true },
		{ false, "\r\r", "\r\t", "[ 先不填 ]", true },
		{ true, "4\r", "https://www.chsi.com.cn", "证件类型", false },
		{ true, "5\r", "    ", "学信网上的", true },
		{ true, "5\r", DOWN DOWN DOWN DOWN DOWN DOWN DOWN DOWN "\r", "高考时登记的", true },
		{ true, "5\r", DOWN DOWN DOWN DOWN DOWN, "网站提示怎么办", true },
		{ true, "2", "n", "常见问题", true },
		{ true, "1", " ", "2 进入新生学籍", true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		int row, column, other, moved;

		start(rows[i].known ? &record : NULL);
		press(rows[i].before, 24, 80);
		column = place_of(rows[i].text, &row);
		if (column < 0)
			fail_msg("%s is not there", rows[i].text);
		press(rows[i].after, 24, 80);
		other = place_of(rows[i].text, &moved);
		if (other != column || (rows[i].rows && moved != row))
			fail_msg("%s moves from %d in %d to %d in %d", rows[i].text, column, row,
				 other, moved);
		app_close(&app);
	}
}

/* Where the labels and headings of the verification stand: "7:27 性别;". Owned by the caller. */
static char *verification_places(int rows, int columns)
{
	static const char *const headings[] = { "必须一致", "网站上",     "可以为空",
						"顺便看看", "[ 看结果 ]", "学信网上的" };
	char *text = draw(rows, columns), *rest = text, *line, *places;
	FILE *out = xmemstream(&places);

	for (int row = 0; (line = strsep(&rest, "\n")) != NULL && row < rows; row++) {
		/* in sentences there are labels, too */
		if (strstr(line, "还差") != NULL)
			break;
		for (size_t i = 0; i < guide->verification->check_count + 6; i++) {
			const char *label =
				i < 6 ? headings[i] : guide->verification->checks[i - 6].label;
			const char *at = strstr(line, label);

			int column = at != NULL ? text_width_n(line, (size_t)(at - line)) : -1;

			if (at != NULL && (i == 5 || column < 5 ||
					   (columns >= 76 && column >= 27 && column < 30)))
				fprintf(out, "%d:%d %s;", row, column, label);
		}
	}
	fclose(out);
	free(text);
	return places;
}

/* Types into the focused row. Reports what moves. */
static void expect_no_jump(const char *typed, const struct size *window)
{
	char *first = verification_places(window->rows, window->columns), *now;

	for (size_t at = 0, step; typed[at] != '\0'; at += step) {
		char one[5] = "";
		uint32_t cp;

		step = text_decode(typed + at, strlen(typed + at), &cp);
		memcpy(one, typed + at, step);
		press(one, window->rows, window->columns);
		now = verification_places(window->rows, window->columns);
		if (strcmp(first, now) != 0) {
			puts(draw(window->rows, window->columns));
			fail_msg("%dx%d, %s at %zu:\n%s\n%s", window->columns, window->rows, typed,
				 at, first, now);
		}
		free(now);
	}
	free(first);
}

/* Whatever is typed into a row of the verification, right or wrong, at any size: what stands in the
 * window stays. */
static void test_the_verification_does_not_jump(void **state)
{
	static const struct size windows[] = { { 24, 80 }, { 20, 60 }, { 12, 60 },  { 12, 40 },
					       { 16, 40 }, { 24, 40 }, { 40, 120 }, { 30, 100 } };
	static const struct {
		const char *name, *before, *typed;
	} rows[] = {
		{ "李明", "", "李明\x15李鸣\x15李 明\x15李明 华\x15 \x15王芳\x15-\x15" ID },
		{ "阿依古丽·买买提", "",
		  "阿依古丽·买买提\x15阿依古丽•买买提\x15阿依古丽 买买提\x15买买提·阿依古丽\x15"
		  "阿依古丽买买提\x15 " },
		{ "李明", DOWN, "男\x15女\x15男性\x15王 \x15-" },
		{ "李明", DOWN DOWN,
		  "2007-09-01\x15"
		  "2008-10-01\x15"
		  "2006-10-02\x15二〇〇七年九月\x15 " },
		{ "李明", DOWN DOWN DOWN, "汉\x15回族\x15壮 族" },
		{ "李明", DOWN DOWN DOWN DOWN,
		  ID "\x15"
		     "110000200709010041\x15"
		     "11000020070901001x\x15"
		     "110000200709010114\x15"
		     "1100002007090100１4\x15"
		     "110000200809010015\x15李明\x15-" },
		{ NULL, "", "李 明\x15李明" },
		{ NULL, DOWN DOWN DOWN DOWN, "11000020070901001x\x15 \x15-" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		for (size_t k = 0; k < sizeof windows / sizeof windows[0]; k++) {
			struct record known = record;

			strcpy(known.name, rows[i].name != NULL ? rows[i].name : "");
			start(rows[i].name != NULL ? &known : NULL);
			press("5\r", windows[k].rows, windows[k].columns);
			press(rows[i].before, windows[k].rows, windows[k].columns);
			expect_no_jump(rows[i].typed, &windows[k]);
			app_close(&app);
		}
}

/* In the smallest window a text that is typed has its label above it, and both are seen whatever is
 * wrong with it; a value to compare and a "^" come before the label. */
static void test_label_and_text(void **state)
{
	static const struct size windows[] = {
		{ 5, 20 }, { 6, 20 }, { 8, 20 }, { 5, 40 }, { 5, 80 }
	};
	static const struct {
		const char *keys, *label, *typed, *shown;
		const char *known; /* the value to compare; NULL if there is none */
	} rows[] = {
		{ "\r", "姓名", "李 明", "李 明", NULL },
		{ TO_FORM, "手机号", "1380013800x", "1380013800x", NULL },
		{ TO_NAME, "姓名", "阿依•买买提", "阿依•买买提", NULL },
		{ TO_NAME "李明\t\t", "证件号码", "110000200709010041", "09010041", NULL },
		{ "5\r", "姓名", "王芳", "王芳", " 李明" },
		{ "5\r" DOWN DOWN, "出生日期", "2007-09-11", "2007-09-11", "2007-09-01" },
		{ "5\r" DOWN DOWN DOWN DOWN, "证件号码", "110000200709010041", "0901 0041",
		  "0901 0014" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		for (size_t k = 0; k < sizeof windows / sizeof windows[0]; k++) {
			bool record_form = strcmp(rows[i].keys, "\r") == 0;
			char *text, *label;

			start(record_form ? NULL : &record);
			press(rows[i].keys, windows[k].rows, windows[k].columns);
			text = draw(windows[k].rows, windows[k].columns);
			if (strstr(text, rows[i].label) == NULL)
				fail_msg("%s:\n%s", rows[i].label, text);
			free(text);
			press(rows[i].typed, windows[k].rows, windows[k].columns);
			text = draw(windows[k].rows, windows[k].columns);
			label = strstr(text, strchr(text, '^') != NULL && rows[i].known != NULL
						     ? rows[i].known
						     : rows[i].label);
			if (label == NULL || strstr(label, rows[i].shown) == NULL)
				fail_msg("%s at %dx%d:\n%s", rows[i].label, windows[k].columns,
					 windows[k].rows, text);
			free(text);
			app_close(&app);
		}
}

/* The present step is marked as that also when it is done. */
static void test_here_and_done(void **state)
{
	static const struct size windows[] = { { 24, 80 }, { 20, 72 } };

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		char *text, *line;

		start(&record);
		press("1 " DOWN " ", 24, 80);
		text = draw(windows[i].rows, windows[i].columns);
		line = strstr(text, "▸");
		assert_non_null(line);
		assert_true(strstr(line, "登录学信网") < strchr(line, '\n'));
		assert_true(strstr(line, "✓") < strchr(line, '\n'));
		free(text);
		app_close(&app);
	}
}

/* How the first line that holds a text looks, and in *column where the text begins. Owned by the
 * caller. */
static char *look_of_line(const char *text, const struct size *window, int *column)
{
	char *styles, *frame = draw_both(window->rows, window->columns, &styles), *look;
	char *rest = frame, *rest_styles = styles, *line = NULL, *style = NULL;

	for (int row = 0; row < window->rows; row++) {
		line = strsep(&rest, "\n");
		style = strsep(&rest_styles, "\n");
		if (row > 0 && strstr(line, text) != NULL)
			break;
	}
	if (strstr(line, text) == NULL)
		fail_msg("%s is not there", text);
	*column = text_width_n(line, (size_t)(strstr(line, text) - line));
	look = xstrdup(style);
	free(frame);
	free(styles);
	return look;
}

/* The present step, the heading of a table, the only field of a page and every wrong character
 * stand out. */
static void test_what_stands_out(void **state)
{
	static const struct size usual = { 24, 80 };
	static const struct {
		const char *keys, *text;
		int column;
		const char *look; /* from there on */
	} rows[] = {
		{ "2 ", "▸ 2 进入新生学籍", 1, "rrrrrrrrrrrrrrrrrrrrr " },
		{ "5\r \r \r \r \r \r 1\r 1\r 1\r", "▸ 5 核对学籍", 1, "rrrrrrrrrrrrrrrrrrGGr " },
		{ "5\r", "必须一致", 27, "bbbbbbbb       bbbbbbbbbbbb" },
		{ "5\r", "可以为空", 27, "bbbbbbbb" },
		{ "5\r \r \r \r \r \r 1\r 1\r 1\r" TO_END "\rs2\r", "文件名", 27, "ffffff" },
		{ "5\r \r \r \r \r110000200709010041", "^", 60, "^^" },
		{ "5\r" VERIFIED TO_END "\r", "网站上", 29, "" }, /* below 证件号码 */
		{ TO_NAME "阿依古丽•买买提", "^ 第 5 个字应为", 49, "^ bbbbbb" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *look;
		int column;

		start(&record);
		press(rows[i].keys, usual.rows, usual.columns);
		look = look_of_line(rows[i].text, &usual, &column);
		if (column != rows[i].column ||
		    (*rows[i].look != '\0' &&
		     ((int)strlen(look) < column ||
		      strncmp(look + column, rows[i].look, strlen(rows[i].look)) != 0)))
			fail_msg("%s in column %d: %s", rows[i].text, column, look);
		free(look);
		app_close(&app);
	}
}

/* What the site shows stands below its heading, with a badge or without, whatever the list says; a
 * number that is shown beside it on a line of its own ends where the row does. */
static void test_one_edge(void **state)
{
	static const char keys[] = "5\r \r"
				   "女\r"
				   "2007-01-09\r \r110000200709010041\r\r1\r\r1\r\r1\r";
	static const char *const shown[] = { "女",   "2007-01-09",       "第 17 位起不同",
					     "是我", "在籍（注册学籍）", "普通新生、专升本" };
	int row, heading, below;

	(void)state;
	start(&record);
	press(keys, 24, 80);
	heading = place_of("学信网上的", &row);
	for (size_t i = 0; i < sizeof shown / sizeof shown[0]; i++)
		if (place_of(shown[i], &row) != heading)
			fail_msg("%s in column %d, not %d", shown[i], place_of(shown[i], &row),
				 heading);
	place_of("证件号码", &row);
	press("\x12", 24, 80);
	assert_true(place_of("110000 20070901 0041", &below) > heading - 6);
	assert_int_equal(below, row + 1);
	app_close(&app);
}

/* The first column of what stands beside the sidebar: of the first line, if only that is asked for,
 * or of all. */
static int left_edge(const struct size *window, bool first_line)
{
	char *frame = draw(window->rows, window->columns), *rest = frame, *line;
	int edge = window->columns;

	while ((line = strsep(&rest, "\n")) != NULL) {
		const char *bar = strstr(line, "│"), *text = bar != NULL ? bar + strlen("│") : "";
		int blanks = (int)strspn(text, " ");

		if (text[blanks] == '\0')
			continue;
		blanks += text_width_n(line, (size_t)(text - line));
		edge = blanks < edge ? blanks : edge;
		if (first_line)
			break;
	}
	free(frame);
	return edge;
}

/* Beside the sidebar a step and every page that it opens begin in one column, with a figure or
 * without. */
static void test_one_left_edge(void **state)
{
	static const struct size windows[] = { { 24, 80 }, { 30, 100 }, { 40, 120 }, { 40, 160 } };
	static const char *const pages[] = {
		"1",
		"2",
		"3",
		"4",
		"5",
		"4\r",
		TO_FORM,
		FILLED,
		FILLED SUBMIT,
		FILLED SUBMIT "\r",
		"4\r\t\t\t\r",
		"5\r",
		"5\r" DOWN DOWN DOWN DOWN DOWN DOWN "\r",
		"5\r" VERIFIED TO_END "\r",
		"5\r" VERIFIED TO_END "\rs2\r",
		"2n",
		"2f",
		"2f\r",
		"2e",
		"2e\r",
		"2?",
	};

	(void)state;
	for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++)
		for (size_t k = 0; k < sizeof windows / sizeof windows[0]; k++) {
			int first, edge;

			start(&record);
			press(pages[i], windows[k].rows, windows[k].columns);
			first = left_edge(&windows[k], true);
			edge = left_edge(&windows[k], false);
			if (first != 27 || edge != 27)
				fail_msg("page %zu at %d columns: %d, %d\n%s", i,
					 windows[k].columns, first, edge,
					 draw(windows[k].rows, windows[k].columns));
			app_close(&app);
		}
}

/* A text does not end in a line of one character: what is joined to it comes along, in no line
 * more. */
static void test_last_lines(void **state)
{
	static const struct {
		const char *keys;
		struct size window;
		const char *last;
	} rows[] = {
		{ "fwjmm\r", { 24, 80 }, " 密保。" },
		{ "4", { 12, 40 }, " 时一致" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		int column;

		start(&record);
		press(rows[i].keys, rows[i].window.rows, rows[i].window.columns);
		free(look_of_line(rows[i].last, &rows[i].window, &column));
		app_close(&app);
	}
}

/* No page is scrolled for one line where it has an empty one to spare; what has more keeps them
 * all. */
static void test_no_line_is_left_over(void **state)
{
	static const struct {
		const char *keys;
		struct size window;
		bool whole;
	} rows[] = {
		{ "5\r", { 24, 80 }, true },
		{ "3?", { 24, 80 }, true },
		{ "5\r \r \r \r \r \r 1\r 1\r 1\r" TO_END "\rs2\r", { 12, 40 }, true },
		{ "5\r", { 23, 80 }, false },
		{ "f", { 24, 80 }, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		start(&record);
		press(rows[i].keys, rows[i].window.rows, rows[i].window.columns);
		if ((drawn.body_lines <= drawn.body_rows) != rows[i].whole)
			fail_msg("row %zu: %d lines in %d rows", i, drawn.body_lines,
				 drawn.body_rows);
		app_close(&app);
	}
}

/* What there is to press is seen before anything is scrolled. */
static void test_first_sight(void **state)
{
	static const struct size small[] = { { 12, 40 }, { 16, 60 }, { 24, 80 } };

	(void)state;
	for (size_t i = 0; i < sizeof shots / sizeof shots[0]; i++)
		for (size_t k = 0; k < sizeof small / sizeof small[0]; k++) {
			struct page page;
			struct frame frame;

			go_to_row(&shots[i], 0);
			screens_build(&page, &app.wizard);
			frame_make(&frame, &page, small[k].rows, small[k].columns, false, scroll);
			if (page.row != NO_ROW && !shows_focus(&frame))
				fail_msg("%s at %dx%d: no row is seen", shots[i].name,
					 small[k].columns, small[k].rows);
			frame_free(&frame);
			page_free(&page);
			app_close(&app);
		}
}

static void expect_hint_works(const struct shot *shot, size_t row, uint32_t key)
{
	char *before, *after;

	go_to_row(shot, row);
	before = seen();
	app_key(&app, key);
	scroll_follow_app(&scroll, &app, &drawn);
	after = seen();
	/* One hint stands for both directions. */
	if (key == KEYNAME_DOWN && strcmp(before, after) == 0) {
		free(after);
		app_key(&app, KEYNAME_UP);
		after = seen();
	}
	if (strcmp(before, after) == 0)
		fail_msg("%s, row %zu: nothing follows %x\n%s", shot->name, row, (unsigned)key,
			 before);
	free(before);
	free(after);
	app_close(&app);
}

enum { HINTS_MAX = 5 };

/* The keys that the last row of the window hints at. Returns how many. */
static size_t hinted_keys(uint32_t keys[HINTS_MAX])
{
	struct page page;
	struct frame frame;
	size_t count = 0;

	screens_build(&page, &app.wizard);
	frame_make(&frame, &page, 24, 80, false, scroll);
	for (int column = 0; column < 80; column++) {
		struct hit hit = frame_at(&frame, 23, column);

		if (hit.kind != HIT_KEY || hit.key == 0 ||
		    (count > 0 && keys[count - 1] == hit.key))
			continue;
		assert_in_range(count, 0, HINTS_MAX - 1);
		keys[count++] = hit.key;
	}
	frame_free(&frame);
	page_free(&page);
	return count;
}

/* False for a row that is folded away. */
static bool row_is_shown(size_t row)
{
	struct page page;
	bool shown = screens_rows(&app.wizard) == 0;

	screens_build(&page, &app.wizard);
	for (size_t i = 0; i < page.count; i++)
		shown = shown || page.blocks[i].row == (int)row;
	page_free(&page);
	return shown;
}

/* Each of the at most five keys that are hinted at does something on this row. */
static void expect_hints(const struct shot *shot)
{
	for (size_t row = 0, rows = 1; row < rows; row++) {
		uint32_t keys[HINTS_MAX];
		size_t count;
		bool shown;

		go_to_row(shot, row);
		rows = screens_rows(&app.wizard);
		free(draw(24, 80));
		count = hinted_keys(keys);
		shown = row_is_shown(row);
		app_close(&app);
		for (size_t k = 0; shown && k < count; k++)
			expect_hint_works(shot, row, keys[k]);
	}
}

static void test_hints(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof shots / sizeof shots[0]; i++)
		expect_hints(&shots[i]);
	expect_hints(&code_shot);
}

/* With --ascii all that is not Chinese is ASCII, but for dots in a name; the rest is in GBK, which
 * old terminals have. */
static void test_ascii(void **state)
{
	iconv_t gbk = iconv_open("GBK", "UTF-8");

	(void)state;
	assert_true(gbk != (iconv_t)-1);
	for (size_t i = 0; i < sizeof shots / sizeof shots[0]; i++) {
		struct page page;
		struct frame frame;
		char *text, out[8];

		go_to_row(&shots[i], 0);
		screens_build(&page, &app.wizard);
		frame_make(&frame, &page, 100, 120, true, scroll);
		text = lines_text(&frame.lines);
		for (char *at = text; *at != '\0';) {
			uint32_t cp;
			size_t len = text_decode(at, strlen(at), &cp), left = len,
			       space = sizeof out;
			char *from = at, *to = out;

			at += len;
			if (cp == 0xB7 || cp == 0x2022)
				continue;
			if (iconv(gbk, &from, &left, &to, &space) == (size_t)-1 ||
			    (cp >= 0x80 && text_char_width(cp) != 2))
				fail_msg("%s: U+%04X in\n%s", shots[i].name, (unsigned)cp, text);
		}
		free(text);
		frame_free(&frame);
		page_free(&page);
		app_close(&app);
	}
	iconv_close(gbk);
}

/* Comes to a row, presses a key there. Returns whether that asks for help, leaves, or leads
 * back. */
static bool leads(const struct shot *shot, size_t row, uint32_t key, const char *to)
{
	enum screen_id before, after;
	size_t sought;
	bool does;
	size_t step;

	go_to_row(shot, row);
	before = wizard_screen(&app.wizard);
	sought = app.wizard.search.text.len;
	step = app.wizard.step;
	app_key(&app, key);
	after = wizard_screen(&app.wizard);
	if (strcmp(to, "help") == 0)
		does = after == SCREEN_HELP || before == SCREEN_HELP;
	else if (strcmp(to, "leave") == 0)
		does = app.quit || after == SCREEN_LEAVE;
	else
		does = app.quit || after != before || app.wizard.step != step ||
		       sought > app.wizard.search.text.len;
	app_close(&app);
	return does;
}

/* Keys that mean the same on every screen, with the input method on and CapsLock, too. */
static void expect_habits(const struct shot *shot)
{
	static const struct {
		uint32_t key;
		bool typing; /* where text is typed */
		const char *to;
	} habits[] = {
		{ '?', false, "help" },          { 0xFF1F, false, "help" },
		{ KEYNAME_F1, false, "help" },   { KEYNAME_F1, true, "help" },
		{ KEY_CTRL('G'), true, "help" }, { KEY_CTRL('G'), false, "help" },
		{ 'q', false, "leave" },         { 'Q', false, "leave" },
		{ 0xFF51, false, "leave" },      { 0xFF31, false, "leave" },
		{ KEYNAME_ESC, false, "back" },  { KEYNAME_ESC, true, "back" },
	};

	for (size_t row = 0, rows = 1; row < rows; row++) {
		bool typing, asks;

		go_to_row(shot, row);
		rows = screens_rows(&app.wizard);
		typing = screens_editing(&app.wizard) != NULL;
		asks = wizard_screen(&app.wizard) == SCREEN_LEAVE;
		app_close(&app);
		for (size_t k = 0; k < sizeof habits / sizeof habits[0] && !asks; k++)
			if (habits[k].typing == typing &&
			    !leads(shot, row, habits[k].key, habits[k].to))
				fail_msg("%s, row %zu: %x: no %s", shot->name, row,
					 (unsigned)habits[k].key, habits[k].to);
	}
}

static void test_habits(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof shots / sizeof shots[0]; i++)
		expect_habits(&shots[i]);
	expect_habits(&code_shot);
}

/* What is shown is what a click means. */
static void test_places(void **state)
{
	struct page page;
	struct frame frame;
	struct hit hit;

	(void)state;
	start(&record);
	press("2", 24, 80);
	screens_build(&page, &app.wizard);
	frame_make(&frame, &page, 24, 80, false, scroll);
	hit = frame_at(&frame, 5, 3);
	assert_int_equal(hit.kind, HIT_STEP);
	assert_int_equal(hit.number, 4);
	hit = frame_at(&frame, 23, 1);
	assert_int_equal(hit.kind, HIT_KEY);
	assert_int_equal(hit.key, ' ');
	assert_int_equal(frame_at(&frame, 0, 1).kind, HIT_NONE);
	assert_int_equal(frame_at(&frame, -1, 500).kind, HIT_NONE);
	frame_free(&frame);
	/* A notice leaves the hints where they are. */
	page.notice = "一句话";
	frame_make(&frame, &page, 24, 80, false, scroll);
	assert_int_equal(frame_at(&frame, 23, 1).key, ' ');
	assert_string_equal(frame.lines.items[22].runs[0].text, "一句话");
	frame_free(&frame);
	page.notice = "";
	page.hide_hints = true;
	frame_make(&frame, &page, 24, 80, false, scroll);
	hit = frame_at(&frame, 23, 1);
	assert_int_equal(hit.key, '?');
	assert_int_equal(frame.lines.items[23].count, 2);
	frame_free(&frame);
	/* In few rows how much lies below stands beside the key for help. */
	frame_make(&frame, &page, 9, 40, false, scroll);
	assert_int_equal(frame.lines.items[8].count, 3);
	frame_free(&frame);
	page_free(&page);
	app_close(&app);
}

/* A page draws one figure; a second one is words. */
static void test_second_figure(void **state)
{
	static const struct size windows[] = { { 24, 80 }, { 40, 120 } };
	const struct guide_figure *figure = guide->steps[1].figure;

	(void)state;
	for (size_t i = 0; i < sizeof windows / sizeof windows[0]; i++) {
		struct page page = { .row = NO_ROW };
		struct lines lines = { 0 };
		char *text, *words;

		page_add(&page, BLOCK_FIGURE, "第一张")->figure = figure;
		page_add(&page, BLOCK_FIGURE, "第二张")->figure = figure;
		layout_page(&page, windows[i].columns, windows[i].rows, false, &lines);
		text = lines_text(&lines);
		words = strstr(text, "图：第二张");
		if (words == NULL || strstr(text, "第一张") != NULL ||
		    strstr(text, figure->title) == NULL)
			fail_msg("%d columns:\n%s", windows[i].columns, text);
		free(text);
		lines_free(&lines);
		page_free(&page);
	}
}

static void test_too_small(void **state)
{
	char *text;

	(void)state;
	start(&record);
	text = draw(4, 30);
	assert_non_null(strstr(text, "20x5"));
	free(text);
	text = draw(4, 12);
	assert_string_equal(text, "窗口要\n20x5，现\n12x4\n\n");
	free(text);
	text = draw(1, 1);
	assert_int_equal(strlen(text), 1 + (text[0] != '\n'));
	free(text);
	app_close(&app);
}

/* Wherever the window ends, a "^" is seen with its sentence, and never without. */
static void test_caret_with_sentence(void **state)
{
	(void)state;
	start(&record);
	press(TO_NAME "李 明", 24, 80);
	for (int columns = 20; columns <= 80; columns += 20)
		for (int rows = FRAME_ROWS_MIN; rows <= 24; rows++)
			for (int top = 0; top < 40; top++) {
				char *text, *caret;

				scroll = (struct scroll){ .top = top, .follow = top == 0 };
				text = draw(rows, columns);
				caret = strstr(text, "^");
				if (caret != NULL && strstr(text, "第 2 ") == NULL)
					fail_msg("%dx%d, line %d:\n%s", columns, rows, top, text);
				if (caret == NULL && rows > 12 && strstr(text, "第 2 ") != NULL)
					fail_msg("%dx%d, line %d:\n%s", columns, rows, top, text);
				if (top == 0 && rows > FRAME_ROWS_MIN)
					assert_non_null(caret);
				free(text);
			}
	app_close(&app);
}

/* What is typed below a row of the verification, and what is found there, is scrolled to with the
 * row. */
static void test_typed_below_row(void **state)
{
	(void)state;
	start(&record);
	press("5\r \r \r \r \r110000200709010041", 24, 80);
	scroll = (struct scroll){ .follow = true };
	for (int columns = 30; columns <= 80; columns += 10)
		for (int rows = 8; rows <= 24; rows++) {
			char *text = draw(rows, columns);

			if (strstr(text, "20070901 0041") == NULL || strstr(text, "^") == NULL ||
			    strstr(text, "互换") == NULL)
				fail_msg("%dx%d:\n%s", columns, rows, text);
			free(text);
		}
	app_close(&app);
}

/* Where Enter answers a question, a small window says so before what else fits. The question itself
 * is seen before a "^". */
static void test_hint_of_enter(void **state)
{
	static const char *const keys[] = { "5\r阿依古丽•买买提", "5\r\t\t\t\t11000020070901001x" };
	struct record dotted = record;

	(void)state;
	strcpy(dotted.name, "阿依古丽·买买提");
	for (size_t i = 0; i < 2 * sizeof sizes / sizeof sizes[0]; i++) {
		const struct size *size = &sizes[i / 2];
		char *text;

		start(&dotted);
		press(keys[i % 2], size->rows, size->columns);
		text = draw(size->rows, size->columns);
		if (strstr(text, size->columns < 80 ? "Enter 选择" : "Enter  选择") == NULL ||
		    strstr(text, "网页上真是这样？按 Enter 选。") == NULL)
			fail_msg("%s", text);
		free(text);
		app_close(&app);
	}
}

/* What matters on a row is hinted at in narrow windows, too: words become shorter before a key is
 * left out. */
static void test_narrow_hints(void **state)
{
	static const struct {
		struct size window;
		const char *keys, *hints;
	} rows[] = {
		{ { 24, 80 },
		  "5\r",
		  "打字  照抄   空格  一样   -  没有   Enter  下一项   Esc  返回   Ctrl-G  帮助" },
		{ { 20, 60 }, "5\r", " 空格 一样  - 没有  Enter 往下  Esc 返回  Ctrl-G 帮助\n" },
		{ { 24, 40 }, "5\r", " 空格 一样 - 没有 Enter 往下 Esc 返回\n" },
		{ { 12, 40 }, "5\r", " 空格 一样 - 没有 Enter 往下 还有 " },
		{ { 20, 60 },
		  "5\r李鸣",
		  " Enter 往下  Esc 返回  上下 移动  F3 网站提示  Ctrl-G 帮助\n" },
		{ { 12, 40 }, "5\r李鸣", " Enter 往下 Esc 返回 " },
		{ { 12, 40 }, "5\r李", " Enter 选择 Esc 返回 " },
		{ { 20, 60 }, "5\r李明\r" BACK_TAB, " 退格 重打  Enter 下一项  Esc 返回 " },
		{ { 12, 40 }, "5\r李明\r" BACK_TAB, " 退格 重打 Enter 往下 " },
		{ { 12, 40 }, "5\r" DOWN DOWN DOWN DOWN DOWN, " Enter 选择 Esc 返回 ? 帮助 " },
		{ { 24, 80 },
		  "5\r" DOWN DOWN DOWN DOWN DOWN,
		  "  Enter  选择   Esc  返回   e  网站提示怎么办   q  退出   ?  帮助\n" },
		{ { 12, 40 }, "2", " 空格 勾选 Enter 下一步 " },
		{ { 5, 20 }, "2", " Enter 下一步\n" },
		/* the key that the verification is made with */
		{ { 5, 20 }, "5\r", " 空格 一样 - 没有\n" },
		{ { 7, 24 }, "5\r", " 空格 一样   还有 " },
		{ { 8, 30 }, "5\r", " 空格 一样" },
		/* a group says what it does */
		{ { 24, 80 }, "5\r" DOWN DOWN DOWN DOWN DOWN DOWN DOWN DOWN, "  Enter  展开 " },
		{ { 24, 80 },
		  "5\r" DOWN DOWN DOWN DOWN DOWN DOWN DOWN DOWN "\r" BACK_TAB,
		  "  Enter  收起 " },
		{ { 24, 80 }, TO_NAME "\t\t\t\t\t", "  Enter  展开 " },
		/* where nothing is found Enter does nothing */
		{ { 24, 40 }, "f/zzz", " Esc 看全部 Ctrl-U 清空 " },
		{ { 24, 40 }, "5\r" DOWN DOWN DOWN DOWN DOWN DOWN "\rzz", " Esc 返回 " },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *text;

		start(&record);
		press(rows[i].keys, rows[i].window.rows, rows[i].window.columns);
		text = draw(rows[i].window.rows, rows[i].window.columns);
		if (strstr(text, rows[i].hints) == NULL)
			fail_msg("%s in\n%s", rows[i].hints, text);
		free(text);
		app_close(&app);
	}
}

/* A folded group keeps the mark that Enter opens it, however long its text. */
static void test_group_mark(void **state)
{
	static const struct size windows[] = { { 24, 80 }, { 20, 60 }, { 12, 41 },
					       { 12, 40 }, { 12, 39 }, { 12, 38 } };

	(void)state;
	for (size_t i = 0; i < sizeof windows / sizeof windows[0]; i++) {
		char *text, *at;

		start(&record);
		press("5\r" DOWN DOWN DOWN DOWN DOWN DOWN DOWN DOWN DOWN, windows[i].rows,
		      windows[i].columns);
		text = draw(windows[i].rows, windows[i].columns);
		at = strstr(text, "顺便看看");
		if (at == NULL || strstr(at, "▸") == NULL)
			fail_msg("no mark in\n%s", text);
		free(text);
		app_close(&app);
	}
}

/* A block cursor inverts its cell: on a reversed row it would make a hole, so it stands before the
 * row. */
static void test_cursor_before_row(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof shots / sizeof shots[0]; i++) {
		struct page page;
		struct frame frame;
		const struct run *run;

		go_to_row(&shots[i], 0);
		screens_build(&page, &app.wizard);
		frame_make(&frame, &page, 24, 80, false, scroll);
		if (page.row != NO_ROW && screens_editing(&app.wizard) == NULL) {
			run = frame.lines.items[frame.cursor_row].runs;
			while (run->style != STYLE_FOCUS)
				run++;
			assert_int_equal(run->column, frame.cursor_column + 1);
			assert_false(frame.cursor_hidden);
		}
		frame_free(&frame);
		page.blank = true;
		frame_make(&frame, &page, 24, 80, false, scroll);
		assert_true(frame.cursor_hidden);
		frame_free(&frame);
		page_free(&page);
		app_close(&app);
	}
}

/* A long address is cut, and its badge is not. */
static void test_badge_of_a_long_address(void **state)
{
	static const int columns[] = { 60, 80, 100, 120 };

	(void)state;
	for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++) {
		char *text;

		start(&record);
		press("4\rhttps://www.chsi.com.cn@evil.example/student/register\t\t\t", 24, 80);
		text = draw(24, columns[i]);
		assert_non_null(strstr(text, "...   不要打开 \n"));
		free(text);
		app_close(&app);
	}
}

/* A number that fits beside its badge is not cut: the caret is elsewhere. */
static void test_badge_of_a_number(void **state)
{
	char *text;

	(void)state;
	start(NULL);
	press("\r李明\r110000200709010041\r", 12, 40);
	text = draw(12, 40);
	assert_non_null(strstr(text, "1****************1   要改 \n"));
	free(text);
	app_close(&app);
}

/* Typed text survives any change of size, and the caret stands behind it. */
static void test_resize_keeps_text(void **state)
{
	char *text;

	(void)state;
	start(&record);
	press(TO_NAME "欧阳娜娜", 24, 80);
	free(draw(4, 10));
	free(draw(5, 20));
	text = draw(24, 80);
	assert_non_null(strstr(text, "姓名        欧阳娜娜"));
	free(text);
	app_close(&app);
}

#define WRONG "110000200709001014"
#define REVIEWED TO_FORM "13800000000\t\t\tPractice-7\tPractice-7\t李明\t\t" WRONG "\t \t\t\t\r\r"
#define REVEAL "\x12"
#define AGED "11010519491231002X"

/* Sentences stand below the focused field; below a masked number they quote neither its digits nor
 * the record's. */
static void test_sentences_below_a_mask(void **state)
{
	static const struct {
		const char *start, *keys, *said, *unsaid;
		bool by_line, projected;
	} rows[] = {
		{ TO_NAME "李明\t\t" WRONG, "", "互换了，应为 10。", "格式对", false },
		{ NULL, "\t", "证件号码：第 14、15 位互换了。", "应为 10", false },
		{ NULL, BACK_TAB, "互换了，应为 10。", "格式对", false },
		/* a warning is not called an error */
		{ TO_NAME "李明\t\t" AGED, "", "第 7-14 位是出生日期，算来", "少见", false },
		{ NULL, "\t", "留意", "算来", false },
		{ NULL, "", "第 7-14 位是出生日期，算来", "少见", true },
		{ REVIEWED, "", "第 14、15 位互换了，应为 10。", "少见", false },
		{ NULL, "t", "第 14、15 位互换了。", "应为", false },
		/* nor where others listen, line by line */
		{ TO_NAME "李明\t\t" WRONG "\t", "", "第 14、15 位互换了。", "应为 10", true,
		  true },
		{ NULL, "", "第 14、15 位互换了。", "投影时遮住", true, true },
	};
	struct record aged = record;
	char *text;

	(void)state;
	strcpy(aged.id_number, AGED);
	aged.sex[0] = '\0';
	aged.birth_date[0] = '\0';
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		if (rows[i].start != NULL) {
			app_close(&app);
			start(strstr(rows[i].start, AGED) != NULL ? &aged : &record);
			press(rows[i].start, 60, 80);
		}
		press(rows[i].keys, 60, 80);
		app.wizard.line_mode = rows[i].by_line;
		app.wizard.presentation = app.wizard.presentation || rows[i].projected;
		text = draw(60, 80);
		if (strstr(text, rows[i].said) == NULL || strstr(text, rows[i].unsaid) != NULL) {
			puts(text);
			fail_msg("row %zu", i);
		}
		free(text);
	}
	app_close(&app);
}

/* In a small window the focused row of the verification shows its label, the recorded value, what
 * is typed and its sentence, in this order, before lines that are kept empty; so does a field. */
static void test_recorded_value_in_view(void **state)
{
	static const struct {
		int rows, columns;
		const char *keys, *first, *second;
	} rows[] = {
		{ 5, 20, "5\r\t", "性别", " 男" },
		{ 7, 24, "5\r\t", "性别", " 男" },
		{ 8, 30, "5\r\t", "性别", " 男" },
		{ 5, 20, "5\r\t\t", "出生日期", " 2007-09-01" },
		{ 5, 20, "5\r\t\t\t\t", " 110000", " 20070901 0014" },
		{ 8, 20, "5\r\t\t\t\t", " 110000", " 20070901 0014" },
		{ 5, 20, "5\r李鸣", " 李明", " 李鸣" },
		{ 7, 24, "5\r李鸣", " 李鸣", "第 2 个字应为" },
		/* in a form, below the label */
		{ 5, 20, TO_NAME "李 明", "✗ 姓名", "第 2 个字是空格，" },
		{ 5, 20, TO_NAME "\t\t11000020070901001x", "✗ 证件号码", "第 18 位应为 4，" },
		{ 8, 24, TO_NAME "李 明", "✗ 姓名", "第 2 个字是空格，" },
		/* the code that was sent, where it is typed; wrong or not */
		{ 5, 20, TO_FORM "13800000000\t\r", " 短信验证码", "（演练" },
		{ 5, 20, TO_FORM "13800000000\t\r1\t" BACK_TAB, "✗ 短信验证码", "应为 " },
		/* the label of the field that a notice names */
		{ 5, 20, TO_FORM "1\t\t\t\t\t\t\t\t\t\t\t\r", "✗ 手机号", "还有 " },
		{ 8, 24, "5\r\t\t\t\t110000200709010024", " 10000 20070901 0014", "第 17 位应为" },
		/* cut as what is typed, with its "^" */
		{ 7, 24, "5\r\t\t\t\t110000200709010041", " 10000 20070901 0014",
		  " 10000 20070901 0041" },
		{ 5, 20, "5\r\t\t\t\t110000200709010041", " 0 20070901 0014 ",
		  " 0 20070901 0041 \n                ^^\n" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *text, *first;

		start(&record);
		press(rows[i].keys, rows[i].rows, rows[i].columns);
		text = draw(rows[i].rows, rows[i].columns);
		first = strstr(text, rows[i].first);
		if (first == NULL || strstr(first, rows[i].second) == NULL)
			fail_msg("row %zu:\n%s", i, text);
		free(text);
		app_close(&app);
	}
}

/* Whatever is typed into a field, and wherever the focus is, what stands below stays in sight and
 * in its line. */
static void test_the_form_does_not_jump(void **state)
{
	static const char *const typed[] = { "1380013800x\x15"
					     "23800138000",
					     "", /* the button */
					     "12",
					     "123456\x15"
					     "密码\x15"
					     "Practice-7",
					     "Practice-8",
					     "阿依古丽•买买提\x15"
					     "李 明\x15"
					     "李鸣\x15"
					     "买买提 阿依",
					     "", /* the document */
					     "11000020070901001x\x15"
					     "110000200709010041\x15"
					     "1100002007090100１4\x15"
					     "110000200709010014q",
					     "" };
	char *text;

	(void)state;
	start(&record);
	press(TO_FORM, 24, 80);
	for (size_t i = 0; i < sizeof typed / sizeof typed[0]; i++) {
		uint32_t key;

		for (size_t at = 0, len = strlen(typed[i]); at <= len;) {
			text = draw(24, 80);
			if (line_of(text, "选填（") != 18 ||
			    line_of(text, "[ 检查并注册 ]") != 21) {
				puts(text);
				fail_msg("field %zu", i);
			}
			free(text);
			if (at == len)
				break;
			at += text_decode(typed[i] + at, len - at, &key);
			app_key(&app, key);
			scroll_follow_app(&scroll, &app, &drawn);
		}
		press("\t", 24, 80);
	}
	/* The same below the optional field; no lines are kept empty above 密保问题. */
	for (int i = 0; i < 3; i++) {
		text = draw(24, 80);
		assert_int_equal(line_of(text, "密保问题"), i == 0 ? 20 : 18);
		assert_int_equal(line_of(text, "[ 检查并注册 ]"), 21);
		free(text);
		press("\t", 24, 80);
	}
	app_close(&app);
}

static bool make_roster(void)
{
	static const char rows[] = "姓名,身份证号,考生号\n"
				   "李明," ID ",26110101110001\n"
				   "张三,110000200709010022,26110101110002\n";
	int fd = mkstemp(roster);
	bool made = fd >= 0 && write(fd, rows, strlen(rows)) == (ssize_t)strlen(rows);

	return fd >= 0 && close(fd) == 0 && made;
}

static int load(void **state)
{
	return make_roster() ? load_shipped(state) : -1;
}

static int unload(void **state)
{
	unload_shipped(state);
	return unlink(roster);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_frames),
		cmocka_unit_test(test_every_size),
		cmocka_unit_test(test_recorded_value_in_view),
		cmocka_unit_test(test_the_form_does_not_jump),
		cmocka_unit_test(test_sentences_below_a_mask),
		cmocka_unit_test(test_reachable),
		cmocka_unit_test(test_braille_window),
		cmocka_unit_test(test_hints),
		cmocka_unit_test(test_first_sight),
		cmocka_unit_test(test_sight_of_return),
		cmocka_unit_test(test_sight_of_options),
		cmocka_unit_test(test_sight_of_file_name),
		cmocka_unit_test(test_sight_of_button),
		cmocka_unit_test(test_heading_stays),
		cmocka_unit_test(test_sight_of_search),
		cmocka_unit_test(test_search_does_not_move_the_list),
		cmocka_unit_test(test_nothing_jumps),
		cmocka_unit_test(test_the_verification_does_not_jump),
		cmocka_unit_test(test_label_and_text),
		cmocka_unit_test(test_here_and_done),
		cmocka_unit_test(test_what_stands_out),
		cmocka_unit_test(test_one_edge),
		cmocka_unit_test(test_one_left_edge),
		cmocka_unit_test(test_last_lines),
		cmocka_unit_test(test_no_line_is_left_over),
		cmocka_unit_test(test_habits),
		cmocka_unit_test(test_ascii),
		cmocka_unit_test(test_places),
		cmocka_unit_test(test_second_figure),
		cmocka_unit_test(test_too_small),
		cmocka_unit_test(test_caret_with_sentence),
		cmocka_unit_test(test_typed_below_row),
		cmocka_unit_test(test_hint_of_enter),
		cmocka_unit_test(test_narrow_hints),
		cmocka_unit_test(test_group_mark),
		cmocka_unit_test(test_cursor_before_row),
		cmocka_unit_test(test_badge_of_a_long_address),
		cmocka_unit_test(test_badge_of_a_number),
		cmocka_unit_test(test_resize_keeps_text),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
