/* SPDX-License-Identifier: MIT */
/* The real program in terminals that disagree on how wide characters are, and with every character
 * typed. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <string.h>

#include "base/text.h"
#include "base/xalloc.h"
#include "support/terminal.h"
#include "support/terminal_internal.h"

enum { LIMIT_MS = 20000 };

#define TO_NAME "4\r\t\t\r\t\t\t\t\t"

static struct terminal *start(int rows, int columns, unsigned quirks)
{
	char record[] = "--record", file[] = "data/record.example.json", fresh[] = "--fresh";
	char *program = xstrdup(terminal_program());
	char *argv[] = { program, record, file, fresh, NULL };
	struct terminal *t = terminal_start_quirky(rows, columns, argv, NULL, quirks);

	assert_true(terminal_settle(t, LIMIT_MS));
	free(program);
	return t;
}

static void type(struct terminal *t, const char *keys)
{
	terminal_type(t, keys);
	assert_true(terminal_settle(t, LIMIT_MS));
}

/* The characters of a row without blanks. */
static char *row_text(const struct terminal *t, int row)
{
	char *text = xmalloc((size_t)t->columns * 4 + 1), *end = text;

	for (int column = 0; column < t->columns; column++) {
		uint32_t cp = terminal_cell(t, row, column).chars[0];

		if (cp > ' ' && cp != 0xA0 && cp != (uint32_t)-1)
			end += text_encode(cp, end);
	}
	*end = '\0';
	return text;
}

/* Whether a name with a dot stands in a row: what goes on after it stands beside it, however wide
 * the dot is. */
static bool has_dot(const struct terminal *narrow, const struct terminal *wide, int row)
{
	char *n = row_text(narrow, row), *w = row_text(wide, row);
	bool dot = strstr(n, "·") != NULL || strstr(n, "•") != NULL;

	/* other ambiguous characters may be covered */
	if (dot && strstr(n, "“") == NULL && strstr(n, "—") == NULL && strcmp(n, w) != 0)
		fail_msg("%s, not %s", w, n);
	free(n);
	free(w);
	return dot;
}

/* Every other character stands where it stands in a terminal that takes one column, in the same
 * colours. */
static void compare(const struct terminal *narrow, const struct terminal *wide, const char *when)
{
	bool dots = has_dot(narrow, wide, narrow->cursor.row);

	for (int row = 0; row < narrow->rows; row++)
		for (int column = 0; column < narrow->columns && !has_dot(narrow, wide, row);
		     column++) {
			VTermScreenCell n = terminal_cell(narrow, row, column);
			VTermScreenCell w = terminal_cell(wide, row, column);
			uint32_t before =
				column > 0 ? terminal_cell(wide, row, column - 1).chars[0] : 0;

			if (terminal_is_ambiguous(n.chars[0])) /* or covered by what follows */
				assert_true(w.chars[0] == n.chars[0] || w.chars[0] == 0 ||
					    w.chars[0] == ' ' || w.chars[0] == 0xA0 ||
					    terminal_is_ambiguous(before));
			else if (n.chars[0] > ' ' && n.chars[0] != w.chars[0])
				fail_msg("%s: row %d, column %d: U+%04X, not U+%04X", when, row,
					 column, w.chars[0], n.chars[0]);
			else if (n.chars[0] > ' ')
				assert_int_equal(n.attrs.reverse, w.attrs.reverse);
			if (n.chars[0] <= ' ' && w.chars[0] > ' ' && w.chars[0] != 0xA0 &&
			    w.chars[0] != (uint32_t)-1)
				fail_msg("%s: row %d, column %d: U+%04X is left over", when, row,
					 column, w.chars[0]);
		}
	assert_int_equal(narrow->cursor.row, wide->cursor.row);
	if (!dots)
		assert_int_equal(narrow->cursor.col, wide->cursor.col);
}

/* What was painted bit by bit is what is painted all at once: nothing is lost where curses
 * scrolled. */
static void test_painted_again(void **state)
{
	static const char *const keys[] = {
		"4",        "\r",      "\t",     "\t",     "\r",     "\t",       "\t",
		"\t",       "\t",      "\t",     "a",      "\t",     "\t",       "1",
		"\t",       "\t",      "\t",     "\t",     "\033[Z", "f",        "\033[27u",
		"\033[27u", "5",       "\r",     "ab",     "\t",     " ",        " ",
		" ",        "\t",      "\033[F", "\033[B", "\033[B", "\033[B",   "\033[B",
		"\033[A",   "\033[A",  "\033[A", "\033[A", "\033[A", "\033[27u", "n",
		"\033[B",   "\033[6~", "\033[5~"
	};
	static const int heights[] = { 24, 20, 30 };

	(void)state;
	for (size_t h = 0; h < sizeof heights / sizeof heights[0]; h++) {
		struct terminal *t = start(heights[h], 80, 0);

		for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++) {
			char *before;

			type(t, keys[i]);
			before = xstrdup(terminal_text(t));
			terminal_resize(t, heights[h], 81);
			assert_true(terminal_settle(t, LIMIT_MS));
			terminal_resize(t, heights[h], 80);
			assert_true(terminal_settle(t, LIMIT_MS));
			if (strcmp(before, terminal_text(t)) != 0)
				fail_msg("key %zu at %d rows:\n%s\n%s", i, heights[h], before,
					 terminal_text(t));
			free(before);
		}
		terminal_end(t);
	}
}

static void test_ambiguous(void **state)
{
	static const char *const keys[] = {
		"2",        " ",
		"j",        "n",
		"\033[6~",  "\033[B",
		"\033[B",   "\033[27u",
		"f",        "j",
		"j",        "\r",
		"\033[B",   "\033[B",
		"\033[27u", "\033[27u",
		"e",        "\r",
		"\033[27u", "\033[27u",
		TO_NAME,    "阿依·古丽•买“买”提×—Х",
		"\033[D",   "\033[D",
		"\177",     "\001",
		"\177",     "李",
		"\005",     "\t",
		"\t",       "11000020070901001×",
		"\033[Z",   "\033[Z",
		"\033[6~",  "\033[5~",
		"\033[27u", "\033[27u",
		"5\r",      "j",
		"j",        "n",
		"李“明·",   "\033[B",
		"\033[A",   "t",
		"1",        "t",
		"r",
	};
	static const int sizes[][2] = { { 24, 80 }, { 12, 40 }, { 40, 120 } };

	(void)state;
	for (size_t i = 0; i < sizeof sizes / sizeof sizes[0]; i++) {
		struct terminal *narrow = start(sizes[i][0], sizes[i][1], 0);
		struct terminal *wide = start(sizes[i][0], sizes[i][1], TERMINAL_WIDE);

		for (size_t k = 0; k + 1 < sizeof keys / sizeof keys[0]; k++) {
			type(narrow, keys[k]);
			type(wide, keys[k]);
			compare(narrow, wide, keys[k]);
		}
		/* Some terminals split wide characters when others are deleted or inserted. */
		assert_null(strstr(narrow->output, "\033[P"));
		assert_null(strstr(narrow->output, "\033[1P"));
		assert_null(strstr(narrow->output, "\033[2P"));
		assert_null(strstr(narrow->output, "\033[2@"));
		terminal_end(narrow);
		terminal_end(wide);
	}
}

static int count_cells(const struct terminal *t, uint32_t sought)
{
	int count = 0;

	for (int row = 0; row < t->rows; row++)
		for (int column = 0; column < t->columns; column++)
			count += terminal_cell(t, row, column).chars[0] == sought;
	return count;
}

/* Lines are whole: each of their characters covers two columns. */
static void test_legible(void **state)
{
	struct terminal *narrow = start(24, 80, 0), *wide = start(24, 80, TERMINAL_WIDE);
	int lines;

	(void)state;
	type(narrow, "2");
	type(wide, "2");
	lines = count_cells(narrow, 0x2500);
	assert_true(lines > 20);
	assert_in_range(count_cells(wide, 0x2500), lines / 2 - 4, lines / 2 + 4);
	terminal_end(narrow);
	terminal_end(wide);
}

/* A name with dots is whole and without blanks, whether the terminal gives them one column or two,
 * and the cursor stands where the next character will. */
static void test_dots(void **state)
{
	static const struct {
		const char *keys, *name;
		int characters, dots; /* before the cursor */
	} rows[] = {
		{ TO_NAME "阿依·古丽", "阿依·古丽", 4, 1 },
		{ "•买", "阿依·古丽•买", 5, 2 },
		{ "\033[D", "阿依·古丽•买", 4, 2 },
		{ "\033[D\033[D", "阿依·古丽•买", 3, 1 },
		{ "娜", "阿依·古娜丽•买", 4, 1 },
		{ "\177", "阿依·古丽•买", 3, 1 },
		{ "\005\177\177", "阿依·古丽", 4, 1 },
		{ "李", "阿依·古丽李", 5, 1 },
	};

	(void)state;
	for (unsigned quirks = 0; quirks <= TERMINAL_WIDE; quirks += TERMINAL_WIDE) {
		struct terminal *t = start(24, 80, quirks);
		int row, column;

		for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
			type(t, rows[i].keys);
			if (!terminal_find(t, rows[i].name, &row, &column))
				fail_msg("%s is not on\n%s", rows[i].name, terminal_text(t));
			assert_int_equal(t->cursor.row, row);
			assert_int_equal(t->cursor.col,
					 column + 2 * rows[i].characters +
						 rows[i].dots * (quirks != 0 ? 2 : 1));
		}
		terminal_end(t);
	}
}

/* GNU screen counts two columns for lines in these locales, whatever the terminal around it
 * does. */
static void test_screen_of_cjk(void **state)
{
	static const struct {
		const char *sty, *locale;
		bool ascii;
	} rows[] = {
		{ "STY=1.pts-1.host", "LC_ALL=zh_CN.UTF-8", true },
		{ "STY=1.pts-1.host", "LC_ALL=ja_JP.UTF-8", true },
		{ "STY=1.pts-1.host", "LC_ALL=C.UTF-8", false },
		{ "STY", "LC_ALL=zh_CN.UTF-8", false },
	};
	char fresh[] = "--fresh", *program = xstrdup(terminal_program());
	char *argv[] = { program, fresh, NULL };

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *sty = xstrdup(rows[i].sty), *locale = xstrdup(rows[i].locale);
		char *environment[] = { sty, locale, NULL };
		struct terminal *t = terminal_start(24, 80, argv, environment);

		assert_true(terminal_settle(t, LIMIT_MS));
		type(t, "2");
		assert_int_equal(count_cells(t, 0x2500) == 0, rows[i].ascii);
		terminal_end(t);
		free(sty);
		free(locale);
	}
	free(program);
}

/* Pastes all characters from `from` to `to` where the cursor is, as many at a time as a field
 * takes. */
static void paste_all(struct terminal *t, uint32_t from, uint32_t to)
{
	enum { AT_ONCE = 60 };
	char text[AT_ONCE * 4 + 32];

	for (uint32_t cp = from; cp <= to && !t->exited;) {
		size_t n = 0;

		n += (size_t)(stpcpy(text, "\005\025\033[200~") - text);
		for (int i = 0; i < AT_ONCE && cp <= to; i++, cp++)
			if (cp < 0xD800 || cp > 0xDFFF)
				n += text_encode(cp, text + n);
		memcpy(text + n, "\033[201~", 6);
		terminal_type_n(t, text, n + 6);
		terminal_show_output(t, 0);
	}
	assert_true(terminal_settle(t, LIMIT_MS));
	assert_false(t->exited);
}

/* None of them may end the program, whatever library looks at it. Above plane 3 there are tags and
 * private use alone: some of each stand for them. */
static void test_every_character(void **state)
{
	static const char *const fields[] = { TO_NAME, "f/", "5\r\tn" };

	(void)state;
	for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
		struct terminal *t = start(24, 80, 0);

		type(t, fields[i]);
		paste_all(t, 0x20, i == 0 ? 0x323AF : 0x33FF);
		paste_all(t, 0x1F000, 0x1FFFF);
		for (uint32_t plane = 3; plane <= 16; plane++) {
			paste_all(t, plane << 16, (plane << 16) + 0x1FF);
			paste_all(t, (plane << 16) + 0xFF00, (plane << 16) + 0xFFFF);
		}
		terminal_end(t);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_painted_again), cmocka_unit_test(test_ambiguous),
		cmocka_unit_test(test_legible),       cmocka_unit_test(test_dots),
		cmocka_unit_test(test_screen_of_cjk), cmocka_unit_test(test_every_character),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
