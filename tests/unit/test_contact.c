/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "rules/contact.h"
#include "support/expect_findings.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define TEN "abcdefghij"
#define FIFTY TEN TEN TEN TEN TEN

#define ID "110000200709010014"
#define MOBILE "13998123000"
#define FIRST "Practice-7"

/* What is found, as codes and places; says: a part of the first sentence, NULL: whatever it is. */
struct row {
	const char *value, *codes, *says;
};

static int wrong; /* rows that were not as expected, over one test */

static int start(void **state)
{
	(void)state;
	wrong = 0;
	return 0;
}

static void expect(const struct row *row, const struct findings *f)
{
	char codes[512];
	bool good = strcmp(codes_of(f, codes, sizeof codes), row->codes) == 0 &&
		    findings_sound(f, row->value) &&
		    (row->says == NULL || strstr(says(&f->items[0]), row->says) != NULL);

	for (size_t i = 0; !good && i < f->count; i++)
		print_error("  %d columns: %s\n", text_width(says(&f->items[i])),
			    says(&f->items[i]));
	if (!good)
		print_error("“%s”: %s, expected %s %s\n", row->value, codes, row->codes,
			    row->says != NULL ? row->says : "");
	wrong += good ? 0 : 1;
}

static const struct row mobiles[] = {
	{ "13800000000", "", NULL },
	{ "19912345678", "", NULL },
	{ "", "mobile.format@0", "还没有填" },
	{ " \u3000\u200B", "mobile.format@0", "还没有填" },
	/* length */
	{ "1380000000", "mobile.format@0", "少了 1 位" },
	{ "138000000000", "mobile.format@0", "多了 1 位" },
	{ "1", "mobile.format@0", "少了 10 位" },
	/* the first two digits */
	{ "12800000000", "mobile.format@2", "现在是 2" },
	{ "10800000000", "mobile.format@2", "现在是 0" },
	{ "23800000000", "mobile.format@1", "现在是 2" },
	{ "01082199588", "mobile.format@1", "座机" },
	{ "010-82199588", "mobile.format@1 mobile.format@4", "座机" },
	{ "１２800000000", "mobile.format@1 mobile.format@2", "全角" },
	/* the country */
	{ "+8613800000000", "mobile.format@1", "头 3 个字符" },
	{ "+86 13800000000", "mobile.format@1 mobile.format@4", "头 3 个字符" },
	{ "008613800000000", "mobile.format@1", "头 4 个字符" },
	{ "8613800000000", "mobile.format@1", "头 2 个字符" },
	{ "+861380000000", "mobile.format@0 mobile.format@1", "少了 1 位" },
	{ "+85251234567", "mobile.format@1", "境外" },
	{ "0085251234567", "mobile.format@1", "境外" },
	/* what is no digit */
	{ "138 0000 0000", "mobile.format@4 mobile.format@9", "空格" },
	{ " 13800000000\t", "mobile.format@1 mobile.format@13", "开头多了" },
	{ "138\u200B00000000", "mobile.format@4", "U+200B" },
	{ "\u202D13800000000\u202C", "mobile.format@1 mobile.format@13", "U+202D" },
	{ "138-0000-0000", "mobile.format@4 mobile.format@9", "“-”" },
	{ "1380000000O", "mobile.format@11", "字母“O”" },
	{ "1380000000", "mobile.format@0", NULL },
	{ "138O000", "mobile.format@0 mobile.format@4", "少了 4 位" },
	{ "１3800000000", "mobile.format@1", "第 1 个字符是全角的" },
	{ "13８００000000", "mobile.format@3", "第 3–5 个字符是全角的" },
	{ "1380000000\xFF", "mobile.format@11", "乱码" },
	{ "手机13800000000", "mobile.format@1", "“手机”" },
};

static void test_mobile(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(mobiles); i++) {
		struct findings f = { 0 };

		contact_check_mobile(mobiles[i].value, &f);
		expect(&mobiles[i], &f);
	}
	assert_int_equal(wrong, 0);
}

static const struct row passwords[] = {
	{ FIRST, "", NULL },
	{ "", "password.length@0", "还没有填" },
	{ "Ab-1x", "password.length@0", "还少 1 个" },
	{ "Ab-1xy", "", NULL },
	{ "Ab-1Ab-1Ab-1Ab-1Ab-1Ab-1Ab-1Ab", "", NULL },
	{ "Ab-1Ab-1Ab-1Ab-1Ab-1Ab-1Ab-1Ab-", "password.length@0", "多了 1 个" },
	/* characters */
	{ "Practice 7", "password.character@9", "第 9 个字符" },
	{ " Practice7\t", "password.character@1 password.character@11", "第 1 个字符" },
	{ "Practice\u3000\u30007", "password.character@9", "第 9、10 个字符" },
	{ "Prac\u200Btice-7", "password.character@5", "密码只能用" },
	{ "Prac\x1Btice-7", "password.character@5", "密码只能用" },
	{ "Practice-７", "password.character@10", "第 10 个字符" },
	{ "密码Ab12-x", "password.character@1", "密码只能用" },
	{ "Pr\xC3x-713", "password.character@3", "密码只能用" },
	/* weak */
	{ "hkwtqz", "password.weak@0", "只有一类字符" },
	{ "82640917", "password.weak@0", "只有一类字符" },
	{ "Hk-12341", "password.weak@4", "第 4–7 个字符" },
	{ "Hk-9876", "password.weak@4", "第 4–7 个字符" },
	{ "Hk-7890", "password.weak@4", "第 4–7 个字符" },
	{ "Hk-123", "", NULL },
	{ "Kq1-QwErT", "password.weak@5", "第 5–9 个字符" },
	{ "Kq1-treW", "password.weak@5", "第 5–8 个字符" },
	{ "Kq1-cbad", "", NULL },
	{ "Kq1-DcbA", "password.weak@5", "第 5–8 个字符" },
	{ "Kq1-----", "password.weak@4", "第 4–8 个字符" },
	{ "111111", "password.weak@1", "第 1–6 个字符" },
	{ "zyxwvutsrqponmlkjihgfedcba", "password.weak@1", NULL },
	/* of one's own */
	{ "Lm-20070901", "password.personal@4", "第 4–11 个字符和出生日期" },
	{ "Lm-0901-x", "password.personal@4", "第 4–7 个字符和出生日期" },
	{ "Lm-0014-x", "password.personal@4", "第 4–7 个字符和证件号码" },
	{ "Lm-1100-x", "password.personal@4", "第 4–7 个字符和证件号码" },
	{ "Lm-8123-x", "password.personal@4", "第 4–7 个字符和手机号" },
	{ "Lm-2007-8123", "password.personal@4 password.personal@9", "出生日期" },
	{ "0014-2007x", "password.personal@1 password.personal@6", "证件号码" },
	{ "Lm-812-090", "", NULL },
};

/* No sentence of a password has a letter or a sign of the keyboard in it, and no digits but counts. */
static bool tells(const struct findings *f)
{
	for (size_t i = 0; i < f->count; i++)
		for (const char *c = says(&f->items[i]); *c != '\0'; c++)
			if (*c > ' ' && *c < 0x7F &&
			    (strspn(c, "0123456789") == 0 || strspn(c, "0123456789") > 2))
				return true;
	return false;
}

static void test_password(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(passwords); i++) {
		struct findings f = { 0 };

		contact_check_password(passwords[i].value, ID, MOBILE, &f);
		expect(&passwords[i], &f);
		assert_false(tells(&f));
	}
	assert_int_equal(wrong, 0);
}

/* Whatever the number's form, and without one. */
static void test_password_and_numbers(void **state)
{
	static const struct {
		const char *password, *id, *mobile, *codes;
	} rows[] = {
		{ "Lm-2007-x", "", "", "" },
		{ "Lm-002x-k", "11000020070901002X", "", "password.personal@4" },
		{ "Lm-002X-k", "11000020070901002x", "", "password.personal@4" },
		{ "Lm-2007-k", "１１００００２００７０９０１００２Ｘ", "", "password.personal@4" },
		{ "Lm-2007-k", "110000 20070901 0014", "", "password.personal@4" },
		{ "Lm-9812-k", "", "139 9812 3000", "password.personal@4" },
		{ "Lm-9812-k", "139", "13", "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct findings f = { 0 };
		struct row row = { rows[i].password, rows[i].codes, NULL };

		contact_check_password(rows[i].password, rows[i].id, rows[i].mobile, &f);
		expect(&row, &f);
	}
	assert_int_equal(wrong, 0);
}

static void test_strength(void **state)
{
	(void)state;
	assert_int_equal(contact_password_strength(""), PASSWORD_LOW);
	assert_int_equal(contact_password_strength("aB1-x"), PASSWORD_LOW);
	assert_int_equal(contact_password_strength("abcdefgh"), PASSWORD_LOW);
	assert_int_equal(contact_password_strength("密码密码密码密码"), PASSWORD_LOW);
	assert_int_equal(contact_password_strength("abc123"), PASSWORD_MEDIUM);
	assert_int_equal(contact_password_strength("Abc123-"), PASSWORD_MEDIUM);
	assert_int_equal(contact_password_strength("abcdefghijk1"), PASSWORD_MEDIUM);
	assert_int_equal(contact_password_strength("Abcd1234"), PASSWORD_HIGH);
	assert_int_equal(contact_password_strength("ab-d1234"), PASSWORD_HIGH);
	assert_string_equal(contact_strength_name(PASSWORD_LOW), "低");
	assert_string_equal(contact_strength_name(PASSWORD_MEDIUM), "中");
	assert_string_equal(contact_strength_name(PASSWORD_HIGH), "高");
}

static const struct row seconds[] = {
	{ FIRST, "", NULL },
	{ "", "password.again@0", "再输入一遍" },
	{ "practice-7", "password.again@1", "大小写" },
	{ "PRACTICE-7", "password.again@2", "大小写" },
	{ "Practice-8", "password.again@10", "第 10 个字符起" },
	{ "practice-8", "password.again@1", "不一样" },
	{ "Practice", "password.again@8", "还少 2 个" },
	{ "Practice-77", "password.again@11", "多了 1 个" },
	{ "Practice-7 ", "password.again@11", "多了 1 个" },
	{ "Practice-７", "password.again@10", "不一样" },
};

static void test_again(void **state)
{
	struct findings f = { 0 };
	struct row empty = { FIRST, "password.again@0", "先填上一栏" };

	(void)state;
	contact_check_again(FIRST, "", &f);
	expect(&empty, &f);
	for (size_t i = 0; i < COUNT(seconds); i++) {
		f = (struct findings){ 0 };
		contact_check_again(seconds[i].value, FIRST, &f);
		expect(&seconds[i], &f);
		assert_false(tells(&f));
	}
	assert_int_equal(wrong, 0);
}

static const struct row mails[] = {
	{ "", "", NULL },
	{ "a@b.cn", "", NULL },
	{ "li.ming+x_1@mail.example-1.com", "", NULL },
	{ "12345678@qq.com", "", NULL },
	{ "LI@EXAMPLE.CN", "", NULL },
	{ "li@163.com", "", NULL },
	/* the @ */
	{ "liming", "email.format@0", "没有“@”" },
	{ "@qq.com", "email.format@1", "前面没有" },
	{ "liming@", "email.format@7", "后面没有" },
	{ "@", "email.format@1", NULL },
	{ "li@ming@qq.com", "email.format@8", "只能有一个" },
	{ "li@@qq.com", "email.format@4", "只能有一个" },
	/* dots */
	{ ".liming@qq.com", "email.format@1", "多的" },
	{ "liming.@qq.com", "email.format@7", "多的" },
	{ "li..ming@qq.com", "email.format@4", "多的" },
	{ "liming@.qq.com", "email.format@8", "多的" },
	{ "liming@qq..com", "email.format@11", "多的" },
	{ "liming@qq.com.", "email.format@14", "多的" },
	{ ".@.", "email.format@1", "多的" },
	/* the domain */
	{ "liming@qq", "email.format@8", "后缀" },
	{ "liming@-qq.com", "email.format@8", "不像" },
	{ "liming@qq-.com", "email.format@10", "不像" },
	{ "liming@q_q.com", "email.format@9", "不像" },
	{ "liming@q+q.com", "email.format@9", "不像" },
	{ "liming@qq.c", "email.format@11", "com、cn" },
	{ "liming@10.0.0.1", "email.format@15", "com、cn" },
	{ "liming@qq.con", "email.format@13", ".con" },
	{ "liming@QQ.CON", "email.format@13", ".con" },
	{ "liming@qq.com.cn", "", NULL },
	/* characters */
	{ "li ming@qq.com", "email.format@3", "空格" },
	{ " liming@qq.com\n", "email.format@1 email.format@15", "开头多了" },
	{ " ", "email.format@1", "空格" },
	{ "li\u200Bming@qq.com", "email.format@3", "U+200B" },
	{ "liming＠qq.com", "email.format@7", "U+FF20" },
	{ "liming@qq，com", "email.format@10", "U+FF0C" },
	{ "liming@qq,com", "email.format@10", "“,”" },
	{ "liming@qq。com", "email.format@10", "U+3002" },
	{ "liming@qq．com", "email.format@10", "U+FF0E" },
	{ "liming@qq｡com", "email.format@10", "U+FF61" },
	{ "liming@qq、com", "email.format@10", "U+3001" },
	{ "ｌiming@qq.com", "email.format@1", "U+FF4C" },
	{ "liming＠qq。con", "email.format@7 email.format@10 email.format@13", NULL },
	{ "李明@qq.com", "email.format@1", "“李明”" },
	{ "<liming@qq.com>", "email.format@1 email.format@15", "“<”" },
	{ "mailto:liming@qq.com", "email.format@7", "“:”" },
	{ "liming@qq.\xE4\xB8", "email.format@11", "乱码" },
	/* length */
	{ FIFTY TEN "abcd@qq.com", "", NULL },
	{ FIFTY TEN "abcde@qq.com", "email.format@0", "至多 64" },
	{ "a@" FIFTY TEN "abc.cn", "", NULL },
	{ "a@" FIFTY TEN "abcd.cn", "email.format@3", "不像" },
	{ "a@" FIFTY "." FIFTY "." FIFTY "." FIFTY "." TEN TEN TEN TEN "abcde.cn", "", NULL },
	{ "a@" FIFTY "." FIFTY "." FIFTY "." FIFTY "." TEN TEN TEN TEN "abcdef.cn",
	  "email.format@0", "至多 254" },
};

static void test_email(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(mails); i++) {
		struct findings f = { 0 };

		contact_check_email(mails[i].value, &f);
		expect(&mails[i], &f);
	}
	assert_int_equal(wrong, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_mobile, start),
		cmocka_unit_test_setup(test_password, start),
		cmocka_unit_test_setup(test_password_and_numbers, start),
		cmocka_unit_test(test_strength),
		cmocka_unit_test_setup(test_again, start),
		cmocka_unit_test_setup(test_email, start),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
