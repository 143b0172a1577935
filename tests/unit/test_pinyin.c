/* SPDX-License-Identifier: MIT */
/* How characters are read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/text.h"
#include "model/pinyin.h"

/* The first and the last character of the table, syllables at its borders, ü, second readings, and
 * what has none. */
static void test_readings(void **state)
{
	static const struct {
		const char *character;
		size_t count;
		const char *readings[PINYIN_READINGS];
	} rows[] = {
		{ "啊", 1, { "a" } },          { "座", 1, { "zuo" } },
		{ "一", 1, { "yi" } },         { "龥", 0, { NULL } }, /* the ends of the block */
		{ "阿", 1, { "a" } },          { "埃", 1, { "ai" } },
		{ "按", 1, { "an" } },         { "学", 1, { "xue" } },
		{ "籍", 1, { "ji" } },         { "网", 1, { "wang" } },
		{ "路", 1, { "lu" } },         { "驴", 1, { "lv" } },
		{ "氯", 1, { "lv" } },         { "卵", 1, { "luan" } },
		{ "略", 1, { "lve" } },        { "女", 1, { "nv" } },
		{ "虐", 1, { "nve" } },        { "重", 2, { "zhong", "chong" } },
		{ "了", 2, { "liao", "le" } }, { "长", 2, { "chang", "zhang" } },
		{ "媳", 1, { "xi" } },         { "亍", 0, { NULL } }, /* of the second level */
		{ "䶮", 0, { NULL } },         { "a", 0, { NULL } },
		{ "，", 0, { NULL } },         { "𬱖", 0, { NULL } },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const char *readings[PINYIN_READINGS], *character = rows[i].character;
		uint32_t cp = 0;
		size_t count;

		text_decode(character, strlen(character), &cp);
		count = pinyin_readings(cp, readings);
		if (count != rows[i].count)
			fail_msg("%s has %zu readings", character, count);
		for (size_t k = 0; k < count; k++)
			assert_string_equal(readings[k], rows[i].readings[k]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_readings) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
