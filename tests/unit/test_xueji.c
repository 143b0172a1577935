/* SPDX-License-Identifier: MIT */
/* The installed library's interface: that it passes on what the rules say. What they say is tested
 * with them. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <xueji.h>

static const struct xueji_date today = { 2026, 9, 12 };

static void test_findings(void **state)
{
	static const struct {
		bool name;
		const char *value, *recorded, *code; /* code NULL: nothing is found */
		size_t at, count, other;
		const char *is, *should, *typing, *roster, *masked;
	} rows[] = {
		{ false, "110000200709010014", NULL, NULL, 0, 0, 0, "", "", "", "", "" },
		{ false, "110000200709010014", "", NULL, 0, 0, 0, "", "", "", "", "" },
		{ false, "", "110000200709010014", "id.empty", 0, 0, 0, "", "",
		  "还没有填证件号码，照证件填。", "证件号码空着，补上。",
		  "还没有填证件号码，照证件填。" },
		{ false, "110000200709010041", "110000200709010014", "id.mismatch", 17, 2, 0, "41",
		  "14", "第 17、18 位互换了，应为 14。", "第 17、18 位互换了，应为 14。",
		  "第 17、18 位互换了。" },
		{ false, "010000200709010114", "110000200709010014", "id.mismatch", 1, 1, 16, "0",
		  "1", "第 1 位和第 16 位互换了，应为 1 和 0。",
		  "第 1 位和第 16 位互换了，应为 1 和 0。", "第 1 位和第 16 位互换了。" },
		{ false, "E12345678", "110000200709010014", "id.mismatch", 0, 0, 0, "", "护照",
		  "这像是护照的号码，高考登记的是另一种证件，填登记的那个。",
		  "这像是护照的号码，高考登记的是另一种证件，换成登记的那个。",
		  "这像是护照的号码，高考登记的是另一种证件，填登记的那个。" },
		{ true, "李明", NULL, NULL, 0, 0, 0, "", "", "", "", "" },
		{ true, "", "李明", "name.empty", 0, 0, 0, "", "", "还没有填姓名，照身份证填。",
		  "姓名空着，补上。", "还没有填姓名，照身份证填。" },
		{ true, "李朋", "李明", "name.mismatch", 2, 1, 0, "朋", "明",
		  "第 2 个字应为“明”，现在是“朋”。", "第 2 个字应为“明”，现在是“朋”。",
		  "第 2 个字与高考信息不同。" },
		{ true, "李明", "李明 ", "name.space", 0, 1, 0, "", " ",
		  "高考信息的姓名里多了空格，不是你填错了，请辅导员更正。",
		  "高考信息的姓名里多了空格，更正高考信息。",
		  "高考信息的姓名里多了空格，不是你填错了，请辅导员更正。" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct xueji_findings found;
		char sentence[XUEJI_SENTENCE];
		const struct xueji_finding *f = &found.items[0];

		if (rows[i].name)
			xueji_check_name(rows[i].value, rows[i].recorded, &found);
		else
			xueji_check_id_number(rows[i].value, rows[i].recorded, today, &found);
		assert_int_equal(found.count, rows[i].code != NULL);
		assert_int_equal(xueji_any(&found, XUEJI_NOTE), rows[i].code != NULL);
		if (rows[i].code == NULL)
			continue;
		assert_string_equal(f->code, rows[i].code);
		assert_string_equal(f->field, rows[i].name ? "name" : "id_number");
		assert_int_equal(f->severity, XUEJI_ERROR);
		assert_int_equal(f->at, rows[i].at);
		assert_int_equal(f->count, rows[i].count);
		assert_int_equal(f->other, rows[i].other);
		assert_string_equal(f->is, rows[i].is);
		assert_string_equal(f->should, rows[i].should);
		assert_string_equal(xueji_sentence(f, XUEJI_TYPING, sentence), rows[i].typing);
		assert_string_equal(xueji_sentence(f, XUEJI_ROSTER, sentence), rows[i].roster);
		assert_string_equal(xueji_sentence(f, XUEJI_MASKED, sentence), rows[i].masked);
	}
}

static void test_severity(void **state)
{
	struct xueji_findings found;
	char sentence[XUEJI_SENTENCE];

	(void)state;
	xueji_check_id_number("E12345678", NULL, today, &found);
	assert_int_equal(found.count, 1);
	assert_int_equal(found.items[0].severity, XUEJI_WARNING);
	assert_string_equal(xueji_sentence(&found.items[0], XUEJI_TYPING, sentence),
			    "这像是护照的号码，证件类型选它或相近的一项，都没有才选“其他”。");
	xueji_check_id_number("11010519491231002X", NULL, today, &found);
	assert_int_equal(found.count, 1);
	assert_true(xueji_any(&found, XUEJI_WARNING));
	assert_false(xueji_any(&found, XUEJI_ERROR));
}

static void test_parts(void **state)
{
	struct xueji_id_number id = { .male = false };
	char *mask;

	(void)state;
	assert_false(xueji_read_id_number("11000020070901001x", &id));
	assert_true(xueji_read_id_number("110101200709021014", &id));
	assert_string_equal(id.region, "110101");
	assert_int_equal(id.birth.year, 2007);
	assert_int_equal(id.birth.month, 9);
	assert_int_equal(id.birth.day, 2);
	assert_true(id.male);
	assert_int_equal(xueji_check_character("11010519491231002"), 'X');
	assert_int_equal(xueji_real_character(0x2FBC), 0x9AD8);
	assert_int_equal(xueji_real_character(0xE863), 0x4DAE);
	assert_int_equal(xueji_real_character(0x674E), 0x674E);
	mask = xueji_mask_id_number("110000200709010014");
	assert_string_equal(mask, "1****************4");
	free(mask);
	mask = xueji_mask_name("欧阳娜娜");
	assert_string_equal(mask, "欧***");
	free(mask);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_findings),
		cmocka_unit_test(test_severity),
		cmocka_unit_test(test_parts),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
