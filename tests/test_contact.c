/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <string.h>

#include "contact.h"

enum { NOTHING = -1 };

struct row {
	const char *value;
	int code; /* of the first finding; NOTHING: there is none */
	size_t at;
};

static void expect(const char *value, const struct findings *found, int code, size_t at)
{
	if (code == NOTHING ? found->count > 0
			    : found->count == 0 || (int)found->items[0].code != code ||
				      found->items[0].at != at)
		fail_msg("\"%s\": %zu found, %s at %zu", value, found->count,
			 found->count > 0 ? found->items[0].message : "",
			 found->count > 0 ? found->items[0].at : 0);
}

static void test_mobile(void **state)
{
	static const struct row rows[] = {
		{ "13800000000", NOTHING, 0 },
		{ "19912345678", NOTHING, 0 },
		{ "", FINDING_MOBILE, 0 },
		{ "1380000000", FINDING_MOBILE, 0 },
		{ "138000000000", FINDING_MOBILE, 0 },
		{ "+8613800000000", FINDING_MOBILE, 1 },
		{ "138 0000 0000", FINDING_MOBILE, 4 },
		{ "1380000000O", FINDING_MOBILE, 11 },
		{ "１3800000000", FINDING_MOBILE, 1 },
		{ "12800000000", FINDING_MOBILE, 1 },
		{ "23800000000", FINDING_MOBILE, 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct findings found = { 0 };

		contact_check_mobile(rows[i].value, &found);
		expect(rows[i].value, &found, rows[i].code, rows[i].at);
	}
}

static void test_password(void **state)
{
	static const struct row rows[] = {
		{ "Practice-7", NOTHING, 0 },
		{ "", FINDING_PASSWORD_LENGTH, 0 },
		{ "Aa-1x", FINDING_PASSWORD_LENGTH, 0 },
		{ "Aa-1xy", NOTHING, 0 },
		{ "Aa-1567890123456789012345678901", FINDING_PASSWORD_LENGTH, 0 },
		{ "Aa-156789012345678901234567890", NOTHING, 0 },
		{ "abcdefgh", FINDING_PASSWORD_WEAK, 0 },
		{ "Practice 7", FINDING_PASSWORD_CHARACTER, 9 },
		{ "密码Ab12", FINDING_PASSWORD_CHARACTER, 1 },
		{ "Ａbcdef1-", FINDING_PASSWORD_CHARACTER, 1 },
		{ "Lm-20070901", FINDING_PASSWORD_PERSONAL, 0 },
		{ "Lm-0901-x", FINDING_PASSWORD_PERSONAL, 0 },
		{ "Lm-8123-x", FINDING_PASSWORD_PERSONAL, 0 },
		{ "Lm-812-090", NOTHING, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct findings found = { 0 };

		contact_check_password(rows[i].value, "110000200709010014", "13998123000", &found);
		expect(rows[i].value, &found, rows[i].code, rows[i].at);
		/* What it is must not be read over a shoulder. */
		for (size_t k = 0; k < found.count && *rows[i].value != '\0'; k++)
			assert_null(strstr(found.items[k].message, rows[i].value));
	}
}

static void test_strength(void **state)
{
	(void)state;
	assert_int_equal(contact_password_strength(""), PASSWORD_LOW);
	assert_int_equal(contact_password_strength("abcdefgh"), PASSWORD_LOW);
	assert_int_equal(contact_password_strength("abc123"), PASSWORD_MEDIUM);
	assert_int_equal(contact_password_strength("Abc123"), PASSWORD_MEDIUM);
	assert_int_equal(contact_password_strength("Abcd1234"), PASSWORD_HIGH);
	assert_string_equal(contact_strength_name(PASSWORD_LOW), "低");
	assert_string_equal(contact_strength_name(PASSWORD_HIGH), "高");
}

static void test_again(void **state)
{
	static const struct row rows[] = {
		{ "Practice-7", NOTHING, 0 },
		{ "", FINDING_PASSWORD_AGAIN, 0 },
		{ "practice-7", FINDING_PASSWORD_AGAIN, 1 },
		{ "Practice-8", FINDING_PASSWORD_AGAIN, 10 },
		{ "Practice", FINDING_PASSWORD_AGAIN, 8 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct findings found = { 0 };

		contact_check_again(rows[i].value, "Practice-7", &found);
		expect(rows[i].value, &found, rows[i].code, rows[i].at);
	}
}

static void test_email(void **state)
{
	static const struct row rows[] = {
		{ "", NOTHING, 0 },
		{ "a@b.cn", NOTHING, 0 },
		{ "li.ming+x@mail.example.com", NOTHING, 0 },
		{ "liming", FINDING_EMAIL, 0 },
		{ "@qq.com", FINDING_EMAIL, 1 },
		{ "liming@", FINDING_EMAIL, 7 },
		{ "liming@qq", FINDING_EMAIL, 7 },
		{ "liming@qq..com", FINDING_EMAIL, 11 },
		{ "liming@qq.com.", FINDING_EMAIL, 14 },
		{ "liming@-qq.com", FINDING_EMAIL, 11 },
		{ "li ming@qq.com", FINDING_EMAIL, 3 },
		{ "liming＠qq.com", FINDING_EMAIL, 7 },
		{ "liming@qq，com", FINDING_EMAIL, 10 },
		{ "liming@qq。com", FINDING_EMAIL, 10 },
		{ "li@ming@qq.com", FINDING_EMAIL, 8 },
		{ ".liming@qq.com", FINDING_EMAIL, 1 },
		{ "liming.@qq.com", FINDING_EMAIL, 7 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct findings found = { 0 };

		contact_check_email(rows[i].value, &found);
		expect(rows[i].value, &found, rows[i].code, rows[i].at);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_mobile),   cmocka_unit_test(test_password),
		cmocka_unit_test(test_strength), cmocka_unit_test(test_again),
		cmocka_unit_test(test_email),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
