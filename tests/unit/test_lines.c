/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xalloc.h"
#include "view/lines.h"

/* The runs of a line: "column:style:text", one after the other. */
static char *runs_of(const struct line *line)
{
	char *text;
	FILE *out = xmemstream(&text);

	for (size_t i = 0; i < line->count; i++)
		fprintf(out, "%s%d:%d:%s", i > 0 ? " " : "", line->runs[i].column,
			(int)line->runs[i].style, line->runs[i].text);
	fclose(out);
	return text;
}

/* The first columns get the style, gaps included; badges keep theirs, and so does what begins
 * behind. */
static void test_fill(void **state)
{
	static const struct {
		int first, end;
		enum style second;
		const char *runs;
	} rows[] = {
		{ 0, 0, STYLE_BAD, "2:0:李 6:5:x" },
		{ 0, 2, STYLE_BAD, "0:8:   2:0:李 6:5:x" },
		{ 0, 3, STYLE_BAD, "0:8:   2:8:李 6:5:x" },
		{ 0, 6, STYLE_BAD, "0:8:   2:8:李 4:8:   6:5:x" },
		{ 0, 9, STYLE_BAD, "0:8:   2:8:李 4:8:   6:8:x 7:8:  " },
		{ 1, 9, STYLE_BAD, "1:8:  2:8:李 4:8:   6:8:x 7:8:  " },
		{ 0, 9, STYLE_BADGE_GOOD, "0:8:   2:8:李 4:8:   6:10:x 7:8:  " },
		{ 0, 9, STYLE_BADGE_WARNING, "0:8:   2:8:李 4:8:   6:11:x 7:8:  " },
		{ 0, 9, STYLE_BADGE_BAD, "0:8:   2:8:李 4:8:   6:12:x 7:8:  " },
	};

	(void)state;
	assert_int_equal(STYLE_FOCUS, 8);
	assert_int_equal(STYLE_BADGE_GOOD, 10);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct lines l = { 0 };
		char *runs;

		lines_add(&l);
		lines_put(&l, 2, STYLE_PLAIN, "李");
		lines_put(&l, 6, rows[i].second, "x");
		line_fill(lines_last(&l), rows[i].first, rows[i].end, STYLE_FOCUS);
		runs = runs_of(&l.items[0]);
		assert_string_equal(runs, rows[i].runs);
		free(runs);
		lines_free(&l);
	}
}

static void add(struct lines *l, const char *text)
{
	lines_add(l);
	lines_put(l, 1, STYLE_PLAIN, text);
}

/* Caret and focus stay at their text when lines come in before it. */
static void test_insert(void **state)
{
	static const struct {
		size_t at;
		const char *text;
		long caret, focus;
	} rows[] = {
		{ 0, " x\n y\n a\n b\n", 3, 2 },
		{ 1, " a\n x\n y\n b\n", 3, 0 },
		{ 2, " a\n b\n x\n y\n", 1, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct lines l = { 0 }, more = { 0 };
		char *text;

		add(&l, "a");
		add(&l, "b");
		add(&more, "x");
		add(&more, "y");
		l.caret_line = 1;
		l.focus_line = 0;
		lines_insert(&l, rows[i].at, &more);
		text = lines_text(&l);
		assert_string_equal(text, rows[i].text);
		assert_int_equal(l.caret_line, rows[i].caret);
		assert_int_equal(l.focus_line, rows[i].focus);
		assert_int_equal(more.count, 0);
		free(text);
		lines_free(&l);
		lines_free(&more);
	}
}

/* Lines beside others may be more than these. */
static void test_beside(void **state)
{
	struct lines l = { 0 }, right = { 0 };
	char *text;

	(void)state;
	add(&l, "李");
	add(&right, "x");
	add(&right, "yz");
	assert_int_equal(lines_width(&l), 3);
	lines_beside(&l, 4, &right);
	assert_int_equal(lines_width(&l), 7);
	text = lines_text(&l);
	assert_string_equal(text, " 李  x\n     yz\n");
	free(text);
	lines_free(&l);
	lines_free(&right);
}

static void test_repeat(void **state)
{
	static const struct {
		int times;
		const char *text;
	} rows[] = { { -1, "\n" }, { 0, "\n" }, { 1, "  ─\n" }, { 3, "  ───\n" } };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct lines l = { 0 };
		char *text;

		line_repeat(lines_add(&l), 2, STYLE_PLAIN, "─", rows[i].times);
		text = lines_text(&l);
		assert_string_equal(text, rows[i].text);
		free(text);
		lines_free(&l);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_fill),
		cmocka_unit_test(test_insert),
		cmocka_unit_test(test_beside),
		cmocka_unit_test(test_repeat),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
