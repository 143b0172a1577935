/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <string.h>

#include "support/expect_findings.h"
#include "wizard/sms_practice.h"

#define MOBILE "13800000000"

static void test_the_brakes(void **state)
{
	struct sms_practice s = { 0 };
	char first[SMS_DIGITS + 1];

	(void)state;
	assert_int_equal(sms_practice_pause(&s, 1000), 0);
	assert_int_equal(sms_practice_life(&s, 1000), 0);
	assert_true(sms_practice_send(&s, MOBILE, 1000));
	strcpy(first, s.code);
	assert_int_equal(strspn(first, "0123456789"), SMS_DIGITS);
	assert_int_equal(sms_practice_pause(&s, 1000), 60);
	assert_int_equal(sms_practice_pause(&s, 1059), 1);
	assert_int_equal(sms_practice_pause(&s, 1060), 0);
	assert_int_equal(sms_practice_life(&s, 1599), 1);
	assert_int_equal(sms_practice_life(&s, 1600), 0);
	for (int64_t now = 1001; now < 1004; now++) {
		assert_false(sms_practice_locked(&s));
		assert_false(sms_practice_send(&s, MOBILE, now));
	}
	assert_true(sms_practice_locked(&s));
	assert_string_equal(s.code, first);
	/* Setting the clock back does not help. */
	assert_int_equal(sms_practice_pause(&s, 10), 60);
	assert_false(sms_practice_send(&s, MOBILE, 10));
	assert_true(sms_practice_send(&s, MOBILE, 1060));
	assert_false(sms_practice_locked(&s));
	assert_string_not_equal(s.code, first);
	/* Another phone does not wait, and has no code yet. */
	sms_practice_note_mobile(&s, "13900000000");
	assert_int_equal(sms_practice_pause(&s, 1061), 0);
	assert_int_equal(sms_practice_life(&s, 1061), 0);
	sms_practice_note_mobile(&s, MOBILE);
	assert_int_equal(sms_practice_pause(&s, 1061), SMS_PAUSE - 1);
	sms_practice_note_mobile(&s, "13900000000");
	assert_true(sms_practice_send(&s, "13900000000", 1061));
	assert_int_equal(sms_practice_life(&s, 1061), SMS_LIFE);
}

static void test_what_is_typed(void **state)
{
	static const struct {
		bool sent, right, moved;
		int64_t now;
		const char *typed, *says;
	} rows[] = {
		{ false, false, false, 1000, "", "免费获取" },
		{ false, false, false, 1000, "123456", "验证码有误：先点" },
		{ true, false, false, 1599, "", "填短信里的验证码" },
		{ true, false, false, 1600, "", "免费获取" },
		{ true, false, false, 1001, "12345", "最新一条" },
		{ true, true, false, 1001, NULL, NULL },
		{ true, true, false, 1599, NULL, NULL },
		{ true, true, false, 1600, NULL, "过了 10 分钟" },
		{ true, true, true, 1001, NULL, "手机号改过了" },
		{ true, false, true, 1001, "", "免费获取" },
		{ false, false, true, 1001, "123456", "验证码有误：先点" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct sms_practice s = { 0 };
		struct findings found = { 0 };

		if (rows[i].sent)
			sms_practice_send(&s, MOBILE, 1000);
		if (rows[i].moved)
			sms_practice_note_mobile(&s, "13900000000");
		sms_practice_check(&s, rows[i].right ? s.code : rows[i].typed, rows[i].now, &found);
		assert_int_equal(found.count, rows[i].says != NULL);
		if (found.count > 0)
			assert_non_null(strstr(says(&found.items[0]), rows[i].says));
		/* No digit is pointed at: the code as a whole is another. */
		assert_int_equal(found.items[0].at, 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_brakes),
		cmocka_unit_test(test_what_is_typed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
