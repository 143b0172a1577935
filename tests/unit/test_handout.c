/* SPDX-License-Identifier: MIT */
/* The handout of the shipped demo, in each format. */
#include "support/shipped_demo.h"

#include "demo/handout.h"

static char *make(enum handout_format format)
{
	return handout_make(script, records, "data/guide.json", guide, &app, format);
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
	static const char *const says[] = { "李 明", "第 2 个字是空格", "间隔号",       "大写 X",
					    "互换",  "三件事",          "010-82199588", "虚构" };

	(void)state;
	for (int format = HANDOUT_TEXT; format <= HANDOUT_HTML; format++) {
		char *text = make((enum handout_format)format);

		for (size_t i = 0; i < sizeof says / sizeof says[0]; i++)
			if (strstr(text, says[i]) == NULL)
				fail_msg("%d: no %s in\n%s", format, says[i], text);
		assert_non_null(strstr(text, "▀"));
		assert_null(strstr(text, "大家来试"));
		free(text);
	}
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
		cmocka_unit_test(test_format),
		cmocka_unit_test(test_says_all),
		cmocka_unit_test(test_marks_stay_text),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
