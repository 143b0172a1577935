/* SPDX-License-Identifier: MIT */
#include "support/expect_rows.h"

#include <locale.h>

#include "rules/contact.h"

#define ID "110000200709010014"
#define MOBILE "13998123000"
#define FIRST "Practice-7"

static const struct row mobiles[] = {
	{ "13800000000", NULL, "" },
	{ "19912345678", NULL, "" },
	{ "", NULL, "mobile.format@0", "还没有填" },
	{ " \u3000\u200B", NULL, "mobile.format@0", "还没有填" },
	{ "1380000000", NULL, "mobile.format@0", "少了 1 位" },
	{ "138000000000", NULL, "mobile.format@0", "多了 1 位" },
	{ "1", NULL, "mobile.format@0", "少了 10 位" },
	/* the first two digits */
	{ "12800000000", NULL, "mobile.format@1", "13 到 19" },
	{ "10800000000", NULL, "mobile.format@1", "13 到 19" },
	{ "23800000000", NULL, "mobile.format@1", "13 到 19" },
	{ "01082199588", NULL, "mobile.format@1", "座机" },
	{ "010-82199588", NULL, "mobile.format@1 mobile.format@4", "座机" },
	{ "１２800000000", NULL, "mobile.format@1 mobile.format@1" },
	/* the country */
	{ "86138000000", NULL, "mobile.format@1", "13 到 19" },
	{ "+8613800000000", NULL, "mobile.format@1", "头 3 个字符" },
	{ "+86 13800000000", NULL, "mobile.format@1 mobile.format@4", "头 3 个字符" },
	{ "008613800000000", NULL, "mobile.format@1", "头 4 个字符" },
	{ "8613800000000", NULL, "mobile.format@1", "头 2 个字符" },
	{ "+861380000000", NULL, "mobile.format@1", "头 3 个字符" },
	{ "+85251234567", NULL, "mobile.format@1", "境外" },
	{ "0085251234567", NULL, "mobile.format@1", "境外" },
	/* what is no digit */
	{ "138 0000 0000", NULL, "mobile.format@4 mobile.format@9", "空格" },
	{ " 13800000000\t", NULL, "mobile.format@1 mobile.format@13", "开头多了" },
	{ "138\u200B00000000", NULL, "mobile.format@4", "U+200B" },
	{ "\u202D13800000000\u202C", NULL, "mobile.format@1 mobile.format@13", "U+202D" },
	{ "138-0000-0000", NULL, "mobile.format@4 mobile.format@9", "“-”" },
	{ "1380000000O", NULL, "mobile.format@11", "字母“O”" },
	{ "1380000000", NULL, "mobile.format@0" },
	{ "138O000", NULL, "mobile.format@0 mobile.format@4", "少了 4 位" },
	{ "１3800000000", NULL, "mobile.format@1", "第 1 个字符是全角的" },
	{ "13８００000000", NULL, "mobile.format@3", "第 3–5 个字符是全角的" },
	{ "1380000000\xFF", NULL, "mobile.format@11", "乱码" },
	{ "手机13800000000", NULL, "mobile.format@1", "“手机”" },
};

static void test_mobile(void **state)
{
	(void)state;
	expect_all(mobiles, COUNT(mobiles), contact_check_mobile);
}

static const struct row passwords[] = {
	{ FIRST, NULL, "" },
	{ "", NULL, "password.length@0", "还没有填" },
	{ "Ab-1x", NULL, "password.length@0", "还少 1 个" },
	{ "Ab-1xy", NULL, "" },
	{ "Ab-1Ab-1Ab-1Ab-1Ab-1Ab-1Ab-1Ab", NULL, "" },
	{ "Ab-1Ab-1Ab-1Ab-1Ab-1Ab-1Ab-1Ab-", NULL, "password.length@0", "多了 1 个" },
	/* characters */
	{ "Practice 7", NULL, "password.character@9", "第 9 个字符是空格，删掉它。" },
	{ " Practice7\t", NULL, "password.character@1 password.character@11",
	  "开头多了空格，删掉它。" },
	{ "Practice\u3000\u30007", NULL, "password.character@9", "第 9、10 个字符" },
	{ "Prac\u200Btice-7", NULL, "password.character@5", "密码只能用" },
	{ "Prac\x1Btice-7", NULL, "password.character@5", "密码只能用" },
	{ "Practice-７", NULL, "password.character@10", "第 10 个字符" },
	{ "密码Ab12-x", NULL, "password.character@1", "密码只能用" },
	{ "Pr\xC3x-713", NULL, "password.character@3", "密码只能用" },
	/* weak */
	{ "hkwtqz", NULL, "password.weak@0", "现在只有一类" },
	{ "82640917", NULL, "password.weak@0", "现在只有一类" },
	{ "111111", NULL, "password.weak@0", "现在只有一类" },
	{ "Hk-123", NULL, "" },
	/* of one's own */
	{ "Lm-20070901", NULL, "password.personal@4", "换掉第 4–7 个字符：和证件号码" },
	{ "Lm-0901-x", NULL, "password.personal@4", "生日" },
	{ "Lm-0014-x", NULL, "password.personal@4", "换掉第 4–7 个字符：和证件号码" },
	{ "Lm-1100-x", NULL, "password.personal@4", "换掉第 4–7 个字符：和证件号码" },
	{ "Lm-8123-x", NULL, "password.personal@4", "换掉第 4–7 个字符：和手机号" },
	{ "Lm-2007-8123", NULL, "password.personal@4", "证件号码" },
	{ "0014-2007x", NULL, "password.personal@1", "证件号码" },
	{ "Lm-812-090", NULL, "" },
};

/* No sentence of a password has a letter or a sign of the keyboard in it, and no digits but
 * counts. */
static bool tells(const struct findings *f)
{
	for (size_t i = 0; i < f->count; i++)
		for (const char *c = says(&f->items[i]); *c != '\0'; c++)
			if (*c > ' ' && *c < 0x7F &&
			    (strspn(c, "0123456789") == 0 || strspn(c, "0123456789") > 2))
				return true;
	return false;
}

static void check_password(const char *password, struct findings *out)
{
	contact_check_password(password, ID, MOBILE, out);
	assert_false(tells(out));
}

static void test_password(void **state)
{
	(void)state;
	expect_all(passwords, COUNT(passwords), check_password);
}

/* Whatever the number's form, and without one. */
static void test_password_and_numbers(void **state)
{
	static const struct {
		const char *id, *mobile;
		struct row row;
	} rows[] = {
		{ "", "", { "Lm-2007-x", NULL, "" } },
		{ "11000020070901002X", "", { "Lm-002x-k", NULL, "password.personal@4" } },
		{ "11000020070901002x", "", { "Lm-002X-k", NULL, "password.personal@4" } },
		{ "110000 20070901 0014", "", { "Lm-2007-k", NULL, "password.personal@4" } },
		{ "", "139 9812 3000", { "Lm-9812-k", NULL, "password.personal@4", "手机号" } },
		{ "139", "13", { "Lm-9812-k", NULL, "" } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct findings f = { 0 };

		contact_check_password(rows[i].row.value, rows[i].id, rows[i].mobile, &f);
		expect(&rows[i].row, &f);
	}
}

static void test_strength(void **state)
{
	(void)state;
	assert_string_equal(contact_password_strength(""), "低");
	assert_string_equal(contact_password_strength("aB1-x"), "低");
	assert_string_equal(contact_password_strength("abcdefgh"), "低");
	assert_string_equal(contact_password_strength("密码密码密码密码"), "低");
	assert_string_equal(contact_password_strength("abc123"), "中");
	assert_string_equal(contact_password_strength("Abc123-"), "中");
	assert_string_equal(contact_password_strength("abcdefghijk1"), "中");
	assert_string_equal(contact_password_strength("Abcd1234"), "高");
	assert_string_equal(contact_password_strength("ab-d1234"), "高");
}

static const struct row seconds[] = {
	{ FIRST, NULL, "" },
	{ "", NULL, "password.again@0", "再打一遍" },
	{ "practice-7", NULL, "password.again@0", "大小写" },
	{ "PRACTICE-7", NULL, "password.again@0", "大小写" },
	{ "Practice-8", NULL, "password.again@0", "不一样" },
	{ "practice-8", NULL, "password.again@0", "不一样" },
	{ "Practice", NULL, "password.again@0", "不一样" },
	{ "Practice-77", NULL, "password.again@0", "不一样" },
	{ "Practice-7 ", NULL, "password.again@0", "不一样" },
	{ "Practice-７", NULL, "password.again@0", "不一样" },
};

static void check_again(const char *again, struct findings *out)
{
	contact_check_again(again, FIRST, out);
	assert_false(tells(out));
}

static void test_again(void **state)
{
	struct findings f = { 0 };
	struct row empty = { FIRST, NULL, "password.first@0", "先填上一栏" };

	(void)state;
	contact_check_again(FIRST, "", &f);
	expect(&empty, &f);
	expect_all(seconds, COUNT(seconds), check_again);
}

static const struct row mails[] = {
	{ "", NULL, "" },
	{ "a@b.cn", NULL, "" },
	{ "li.ming+x_1@mail.example-1.com", NULL, "" },
	{ "12345678@qq.com", NULL, "" },
	{ "LI@EXAMPLE.CN", NULL, "" },
	{ "li@163.com", NULL, "" },
	/* the @ */
	{ "liming", NULL, "email.format@0", "要写全，例如" },
	{ "@qq.com", NULL, "email.format@0", "要写全，例如" },
	{ "liming@", NULL, "email.format@0", "要写全，例如" },
	{ "@", NULL, "email.format@0" },
	{ "li@ming@qq.com", NULL, "email.format@8", "只能有一个" },
	{ "li@@qq.com", NULL, "email.format@4", "只能有一个" },
	/* dots */
	{ ".liming@qq.com", NULL, "email.format@1", "多的" },
	{ "liming.@qq.com", NULL, "email.format@7", "多的" },
	{ "li..ming@qq.com", NULL, "email.format@4", "多的" },
	{ "liming@.qq.com", NULL, "email.format@8", "多的" },
	{ "liming@qq..com", NULL, "email.format@11", "多的" },
	{ "liming@qq.com.", NULL, "email.format@14", "多的" },
	{ ".@.", NULL, "email.format@1", "多的" },
	/* the domain */
	{ "liming@qq", NULL, "email.format@8", "不像邮箱" },
	{ "liming@q_q.com", NULL, "email.format@9", "不像" },
	{ "liming@q+q.com", NULL, "email.format@9", "不像" },
	{ "liming@qq.c", NULL, "email.format@11", "不像" },
	{ "liming@10.0.0.1", NULL, "email.format@15", "不像" },
	{ "liming@qq.con", NULL, "email.format@11", ".con" },
	{ "liming@QQ.CON", NULL, "email.format@11", ".con" },
	{ "liming@qq.com.cn", NULL, "" },
	/* characters */
	{ "li ming@qq.com", NULL, "email.format@3", "空格" },
	{ " liming@qq.com\n", NULL, "email.format@1 email.format@15", "开头多了" },
	{ " ", NULL, "email.format@1", "空格" },
	{ "li\u200Bming@qq.com", NULL, "email.format@3", "U+200B" },
	{ "liming＠qq.com", NULL, "email.format@7", "U+FF20" },
	{ "liming@qq，com", NULL, "email.format@10", "U+FF0C" },
	{ "liming@qq,com", NULL, "email.format@10", "“,”" },
	{ "liming@qq。com", NULL, "email.format@10", "U+3002" },
	{ "liming@qq．com", NULL, "email.format@10", "U+FF0E" },
	{ "liming@qq｡com", NULL, "email.format@10", "U+FF61" },
	{ "liming@qq、com", NULL, "email.format@10", "U+3001" },
	{ "ｌiming@qq.com", NULL, "email.format@1", "U+FF4C" },
	{ "liming＠qq。con", NULL, "email.format@7 email.format@10 email.format@11" },
	{ "李明@qq.com", NULL, "email.format@1", "“李明”" },
	{ "<liming@qq.com>", NULL, "email.format@1 email.format@15", "“<”" },
	{ "mailto:liming@qq.com", NULL, "email.format@7", "“:”" },
	{ "liming@qq.\xE4\xB8", NULL, "email.format@11", "乱码" },
};

static void test_email(void **state)
{
	(void)state;
	expect_all(mails, COUNT(mails), contact_check_email);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_mobile),
		cmocka_unit_test(test_password),
		cmocka_unit_test(test_password_and_numbers),
		cmocka_unit_test(test_strength),
		cmocka_unit_test(test_again),
		cmocka_unit_test(test_email),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
