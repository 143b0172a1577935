/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdbool.h>
#include <string.h>

#include "table/words.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static const char *const lists[] = {
	"合计 总计 共计 全班共 人数合计",
	"共 共计 人 Total TOTAL",
	": ( , ; = . 、",
	"族 学院 系 班 专业 大学 市 省",
	"欧阳 上官 司马 诸葛 长孙 孙",
	"页 Page page PAGE",
	"𠀀𠀁 𠀁",
	"单",
};

static const char *const texts[] = {
	"",           " ",      "合计",     "总合计",
	"合 计",      "共",     "共计30人", "总人数合计",
	"合",         "计",     "TOTAL",    "Tot",
	"Totals",     ":",      "a:b",      "、",
	"计算机学院", "学院",   "李系",     "系",
	"欧阳",       "欧阳修", "孙欧阳",   "长孙无忌",
	"第1页",      "Page 1", "1 of 2",   "\xE5\x90",
	"计\xE5",     "𠀁𠀀",   "𠀀𠀁",     "这一句比三十二个字节长得多，里面有合计两个字",
	"单",         "单单",   " 单",      "0123456789012345678901234567890123456789Page",
};

static bool is_at(const char *s, const char *word, size_t bytes, enum words_place place)
{
	size_t len = strlen(s);

	if (place == WORDS_ANYWHERE)
		return memmem(s, len, word, bytes) != NULL;
	return (place == WORDS_WHOLE ? bytes == len : bytes <= len) &&
	       memcmp(place == WORDS_END ? s + len - bytes : s, word, bytes) == 0;
}

/* The words of a list one after the other, as words_find() promises. anywhere: any of them. */
static size_t find_slowly(const char *s, const char *list, enum words_place place, size_t found)
{
	while (*list != '\0') {
		size_t bytes = strcspn(list, " ");

		if (is_at(s, list, bytes, place) && (place != WORDS_ANYWHERE || bytes == found))
			return bytes;
		list += bytes + (list[bytes] == ' ');
	}
	return 0;
}

static void test_find(void **state)
{
	size_t found_ones = 0;

	(void)state;
	for (size_t t = 0; t < COUNT(texts); t++)
		for (size_t l = 0; l < COUNT(lists); l++)
			for (int place = WORDS_WHOLE; place <= WORDS_ANYWHERE; place++) {
				size_t found =
					words_find(texts[t], lists[l], (enum words_place)place);
				bool any = false;

				for (size_t bytes = 1; bytes < 16 && found == 0; bytes++)
					any = any ||
					      find_slowly(texts[t], lists[l],
							  (enum words_place)place, bytes) > 0;
				assert_false(any);
				assert_int_equal(find_slowly(texts[t], lists[l],
							     (enum words_place)place, found),
						 found);
				found_ones += found > 0;
			}
	assert_true(found_ones > COUNT(texts));
}

/* One after the other, each behind the one before. */
static void test_next(void **state)
{
	const char *list = "共 共计 计 共计30人";

	(void)state;
	assert_int_equal(words_next("共计30人", &list, WORDS_START), strlen("共"));
	assert_int_equal(words_next("共计30人", &list, WORDS_START), strlen("共计"));
	assert_string_equal(list, "计 共计30人");
	assert_int_equal(words_next("共计30人", &list, WORDS_WHOLE), strlen("共计30人"));
	assert_string_equal(list, "");
	assert_int_equal(words_next("共计30人", &list, WORDS_START), 0);
}

static void test_set(void **state)
{
	static words_set first, last, all;
	static const char list[] = "合计 总 Page 𠀀𠀁";
	static const struct {
		uint32_t cp;
		bool first, last, all;
	} rows[] = {
		{ 0x5408, true, false, true }, /* 合 */
		{ 0x8BA1, false, true, true }, /* 计 */
		{ 0x603B, true, true, true },  /* 总 */
		{ 'P', true, false, true },       { 'a', false, false, true },
		{ 'e', false, true, true },       { ' ', false, false, false },
		{ 0x20000, false, false, false },
	};

	(void)state;
	words_set_add(first, list, WORDS_FIRST);
	words_set_add(last, list, WORDS_LAST);
	words_set_add(all, list, WORDS_ALL);
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_int_equal(words_set_has(first, rows[i].cp), rows[i].first);
		assert_int_equal(words_set_has(last, rows[i].cp), rows[i].last);
		assert_int_equal(words_set_has(all, rows[i].cp), rows[i].all);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_next),
		cmocka_unit_test(test_set),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
