/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <string.h>

#include "site_address.h"

static void test_the_site(void **state)
{
	static const char *const rows[] = {
		"chsi.com.cn",
		"www.chsi.com.cn",
		"WWW.CHSI.COM.CN",
		"https://www.chsi.com.cn/",
		"https://www.chsi.com.cn.",
		"https://my.chsi.com.cn/archive/index.action?x=1#y",
		"https://account.chsi.com.cn:443/passport/login",
		"www.chsi.com.cn:8080/a",
		"www.chsi.com.cn/a@b",
		"https://www.chsi.com.cn?to=@evil.com",
		"  https://www.chsi.com.cn \n",
		"https://a.b.c.chsi.com.cn",
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct findings found = { 0 };

		site_address_check(rows[i], &found);
		if (found.count > 0)
			fail_msg("%s: %s", rows[i], found.items[0].message);
	}
}

static void test_others(void **state)
{
	static const struct {
		const char *address;
		enum finding_code code;
		size_t at;
		const char *says;
	} rows[] = {
		{ "", FINDING_ADDRESS_EMPTY, 0, "还没有填" },
		{ "  ", FINDING_ADDRESS_EMPTY, 0, "还没有填" },
		{ "https://", FINDING_ADDRESS_EMPTY, 0, "看不出" },
		{ "http://www.chsi.com.cn", FINDING_ADDRESS_PLAIN, 1, "https" },
		{ "https://www.wchsi.com.cn", FINDING_ADDRESS_HOST, 13, "多了一个 w" },
		{ "https://wwwchsi.com.cn", FINDING_ADDRESS_HOST, 11, "少了点" },
		{ "https://www.chsii.com.cn", FINDING_ADDRESS_HOST, 16, "chsii.com.cn" },
		{ "https://www.chsi.com", FINDING_ADDRESS_HOST, 20, "chsi.com" },
		{ "https://www.chsi.com.cn.evil.com", FINDING_ADDRESS_HOST, 32, "后面还跟着" },
		{ "https://www-chsi.com.cn", FINDING_ADDRESS_HOST, 12, "横线" },
		{ "jw-szu.edu.cn", FINDING_ADDRESS_HOST, 10, "横线" },
		{ "https://www.chsi.com.cn@evil.com/", FINDING_ADDRESS_USER, 24, "@ 后面" },
		{ "https://a@b@evil.com", FINDING_ADDRESS_USER, 12, "@ 后面" },
		{ "https://evil.com\\@www.chsi.com.cn", FINDING_ADDRESS_HOST, 16, "evil.com" },
		{ "https://evil.com/www.chsi.com.cn", FINDING_ADDRESS_HOST, 16, "evil.com" },
		{ "https://evil.com?www.chsi.com.cn", FINDING_ADDRESS_HOST, 16, "evil.com" },
		{ "https://xn--hsi-6cd.com.cn", FINDING_ADDRESS_HOST, 19, "别国文字" },
		{ "https://www.сhsi.com.cn", FINDING_ADDRESS_CHARACTER, 13, "U+0441" },
		{ "https://www.chsi。com.cn", FINDING_ADDRESS_CHARACTER, 17, "U+3002" },
		{ "https://www.ch si.com.cn", FINDING_ADDRESS_CHARACTER, 15, "空格" },
		{ "https://www.chsi%2ecom.cn", FINDING_ADDRESS_CHARACTER, 17, "%" },
		{ "https://[::1]/", FINDING_ADDRESS_CHARACTER, 9, "[" },
		{ "https://203.0.113.7/chsi.com.cn", FINDING_ADDRESS_HOST, 19, "只有数字" },
		{ "javascript:alert(1)", FINDING_ADDRESS_SCHEME, 1, "javascript" },
		{ "ftp://www.chsi.com.cn", FINDING_ADDRESS_SCHEME, 1, "ftp" },
		{ "data:text/html,x", FINDING_ADDRESS_SCHEME, 1, "data" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct findings found = { 0 };

		site_address_check(rows[i].address, &found);
		if (found.count == 0 || found.items[0].code != rows[i].code ||
		    found.items[0].at != rows[i].at ||
		    strstr(found.items[0].message, rows[i].says) == NULL)
			fail_msg("%s: %zu, %s at %zu", rows[i].address, found.count,
				 found.count > 0 ? found.items[0].message : "",
				 found.count > 0 ? found.items[0].at : 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_site),
		cmocka_unit_test(test_others),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
