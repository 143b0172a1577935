/* SPDX-License-Identifier: MIT */
/* Searching the FAQ. */
#include <string.h>

#include "model/faq.h"
#include "support/one_wizard.h"
#include "wizard/faq_search.h"

static void expect_caret(long caret)
{
	struct page page;

	screens_build(&page, &w);
	assert_int_equal(page.blocks[0].kind, BLOCK_FIELD);
	assert_int_equal(page.blocks[0].caret, caret);
	page_free(&page);
}

static void test_faq(void **state)
{
	struct diag d = { 0 };
	struct faq *faq = faq_load("data/faq.json", &d);
	size_t all, some;

	(void)state;
	assert_non_null(faq);
	start(true);
	assert_true(act(ACTION_FAQ) & EFFECT_FAQ);
	w.faq = faq;
	all = screens_rows(&w);
	assert_int_equal(all, faq->answer_count);
	act(ACTION_SEARCH);
	type("邮箱ip");
	some = screens_rows(&w);
	assert_in_range(some, 1, all - 1);
	act(ACTION_CARET_LEFT);
	expect_caret(strlen("邮箱i"));
	act(ACTION_NEXT);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_ANSWER);
	assert_non_null(strstr(faq_search_result(&w, w.focus[SCREEN_FAQ])->question, "邮箱IP"));
	act(ACTION_CLOSE);
	assert_int_equal(wizard_screen(&w), SCREEN_FAQ);
	/* A longer search begins at its first answer again; Esc takes first the search, then the screen. */
	act(ACTION_CLOSE);
	assert_int_equal(screens_rows(&w), all);
	act(ACTION_DOWN);
	act(ACTION_SEARCH);
	type("邮箱");
	assert_int_equal(screens_focus(&w), 0);
	act(ACTION_CLOSE);
	assert_int_equal(screens_rows(&w), all);
	assert_null(screens_editing(&w));
	act(ACTION_DOWN);
	act(ACTION_SEARCH);
	type("没有这样的词");
	act(ACTION_NEXT);
	assert_int_equal(screens_rows(&w), 0);
	act(ACTION_NEXT);
	assert_int_equal(wizard_screen(&w), SCREEN_FAQ);
	faq_free(faq);
}

/* A search finds the initials of the FAQ from their first letter on, in either case. */
static void test_pinyin(void **state)
{
	static const struct {
		const char *typed, *category, *question; /* the category of all hits; one of them */
	} rows[] = {
		{ "zczh", "账号注册", "学信网账号可以做什么？" },
		{ "zhzc", "账号注册", "学信网账号可以做什么？" },
		{ "ZCZ", "账号注册", "填写手机号码时提示已被注册是什么原因？" },
		{ "cfzc", "重复注册", "如何重新注册？" },
		{ "wjmm", NULL, "如何找回用户名和密码？" },
	};
	struct diag d = { 0 };
	struct faq *faq = faq_load("data/faq.json", &d);

	(void)state;
	assert_non_null(faq);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		bool found = false;

		start(true);
		act(ACTION_FAQ);
		w.faq = faq;
		act(ACTION_SEARCH);
		type(rows[i].typed);
		for (size_t k = 0; k < faq->answer_count; k++) {
			const struct faq_answer *answer = &faq->answers[k];

			if (!faq_search_matches(&w, answer))
				continue;
			found = found || strcmp(answer->question, rows[i].question) == 0;
			if (rows[i].category != NULL)
				assert_string_equal(faq->categories[answer->category],
						    rows[i].category);
		}
		assert_true(found);
	}
	type("q");
	assert_int_equal(screens_rows(&w), 0);
	faq_free(faq);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_faq),
		cmocka_unit_test(test_pinyin),
	};

	return cmocka_run_group_tests(tests, load, unload);
}
