/* SPDX-License-Identifier: MIT */
/* The handout of the shipped demo, in each format. */
#include "support/shipped_demo.h"

#include "base/text_wrap.h"
#include "demo/handout.h"
#include "view/qr.h"

static char *make(enum handout_format format)
{
	const struct demo shipped = prepared();

	return handout_make(&shipped, format);
}

static void test_format(void **state)
{
	static const struct {
		const char *path;
		int format; /* -1: none */
	} rows[] = {
		{ "a.txt", HANDOUT_TEXT },
		{ "a.md", HANDOUT_MARKDOWN },
		{ "学籍/a.HTML", HANDOUT_HTML },
		{ "a.pdf", -1 },
		{ ".md", -1 },
		{ "html", -1 },
	};
	enum handout_format format;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_int_equal(handout_format(rows[i].path, &format), rows[i].format >= 0);
		if (rows[i].format >= 0)
			assert_int_equal(format, rows[i].format);
	}
}

/* Every mistake with what is said of it, how long there is time, whom to ask. */
static void test_says_all(void **state)
{
	static const char *const says[] = { "姓名：李 明",  "第 2 个字是空格",
					    "间隔号",       "大写 X",
					    "互换",         "三件事",
					    "010-82199588", "虚构" };

	(void)state;
	for (int format = HANDOUT_TEXT; format <= HANDOUT_HTML; format++) {
		char *text = make((enum handout_format)format);

		for (size_t i = 0; i < sizeof says / sizeof says[0]; i++)
			if (strstr(text, says[i]) == NULL)
				fail_msg("%d: no %s in\n%s", format, says[i], text);
		assert_non_null(strstr(text, format == HANDOUT_HTML ? "<svg" : "▀"));
		assert_null(strstr(text, "大家来试"));
		assert_null(strstr(text, "Ctrl-"));
		assert_null(strstr(text, "：第 2 个字是空格")); /* no label */
		assert_null(strstr(text, "「"));
		assert_non_null(strstr(text, "多了字母“w”"));
		free(text);
	}
}

/* Lines that a text takes on paper. */
static size_t count_lines(const char *text, int columns)
{
	size_t count;

	free(text_wrap(text, columns, &count));
	return count;
}

/* The text between the tags, and a line for each block; the code apart. */
static char *without_tags(const char *html)
{
	char *out = xcalloc(1, strlen(html) + 1), *to = out;
	const char *at = strstr(html, "</style>");

	while (*at != '\0') {
		size_t len = strcspn(at, "<");

		to = mempcpy(to, at, len);
		at += len;
		at += strcspn(at, ">") + (*at != '\0');
	}
	return out;
}

/* One or two pages of paper: of 66 lines of 80 columns; in HTML of two columns of 53 lines of 50, a
 * heading with one above, the code of 12 lines. */
static void test_length(void **state)
{
	static const int columns[] = { 80, 80, 50 };
	static const size_t lines_of_page[] = { 66, 66, 2 * 53 };

	(void)state;
	for (int format = HANDOUT_TEXT; format <= HANDOUT_HTML; format++) {
		char *text = make((enum handout_format)format);
		char *plain = format == HANDOUT_HTML ? without_tags(text) : xstrdup(text);
		size_t lines = count_lines(plain, columns[format]);

		for (const char *at = text; format == HANDOUT_HTML && (at = strstr(at, "<h2>"));)
			lines++, at++;
		lines += format == HANDOUT_HTML ? 12 : 0;
		if (lines > 2 * lines_of_page[format] || lines < lines_of_page[format] / 2)
			fail_msg("%d: %zu lines", format, lines);
		free(plain);
		free(text);
	}
}

/* The squares of the picture are the dark modules of the code. */
static void test_picture(void **state)
{
	const char *url = guide->steps[0].links[0].url;
	struct qr qr = qr_make(url);
	char *html = make(HANDOUT_HTML), *at = strstr(html, "<path d=\""), *end = strchr(at, '>');
	size_t squares = 0, dark = 0;

	(void)state;
	*end = '\0';
	for (int y = 0; y < qr.width; y++)
		for (int x = 0; x < qr.width; x++) {
			char square[32];

			snprintf(square, sizeof square, "M%d %dh1v1h-1z", x, y);
			assert_int_equal(strstr(at, square) != NULL, qr_is_dark(&qr, x, y));
			dark += qr_is_dark(&qr, x, y);
		}
	while ((at = strchr(at, 'M')) != NULL)
		squares++, at++;
	assert_true(dark > 200);
	assert_int_equal(squares, dark);
	qr_free(&qr);
	free(html);
}

/* A guide need not have links or a deadline. */
static void test_less(void **state)
{
	const char *deadline = guide->deadline;
	size_t links = guide->steps[0].link_count;
	char *text;

	(void)state;
	guide->steps[0].link_count = 0;
	guide->deadline = NULL;
	text = make(HANDOUT_HTML);
	assert_null(strstr(text, "<svg"));
	assert_null(strstr(text, "截止："));
	guide->steps[0].link_count = links;
	guide->deadline = deadline;
	free(text);
}

/* Nothing of the data is taken for marks. */
static void test_marks_stay_text(void **state)
{
	const char *shipped = guide->publisher;
	char *text;

	(void)state;
	guide->publisher = "<b>&a*b_`";
	text = make(HANDOUT_HTML);
	assert_non_null(strstr(text, "&lt;b>&amp;a*b_`"));
	free(text);
	text = make(HANDOUT_MARKDOWN);
	assert_non_null(strstr(text, "\\<b>&a\\*b\\_\\`"));
	free(text);
	text = make(HANDOUT_TEXT);
	assert_non_null(strstr(text, "<b>&a*b_`"));
	free(text);
	guide->publisher = shipped;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_format), cmocka_unit_test(test_says_all),
		cmocka_unit_test(test_length), cmocka_unit_test(test_picture),
		cmocka_unit_test(test_less),   cmocka_unit_test(test_marks_stay_text),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
