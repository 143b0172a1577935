/* SPDX-License-Identifier: MIT */
#include "support/expect_rows.h"

#include <locale.h>

#include "rules/site_address.h"

#define TEN "abcdefghij"
#define SIXTY TEN TEN TEN TEN TEN TEN

static const struct row rows[] = {
	/* the site */
	{ "chsi.com.cn", NULL, "" },
	{ "www.chsi.com.cn", NULL, "" },
	{ "WWW.CHSI.COM.CN", NULL, "" },
	{ "https://www.chsi.com.cn/", NULL, "" },
	{ "HTTPS://Www.Chsi.Com.Cn", NULL, "" },
	{ "https://www.chsi.com.cn.", NULL, "" },
	{ "chsi.com.cn./", NULL, "" },
	{ "https://my.chsi.com.cn/archive/index.action?x=1#y", NULL, "" },
	{ "https://account.chsi.com.cn:443/passport/login", NULL, "" },
	{ "www.chsi.com.cn:8080/a", NULL, "" },
	{ "www.chsi.com.cn:", NULL, "" },
	{ "chsi.com.cn:65535", NULL, "" },
	{ "www.chsi.com.cn/a@b", NULL, "" },
	{ "https://www.chsi.com.cn/a//b:c", NULL, "" },
	{ "https://www.chsi.com.cn?to=@evil.com", NULL, "" },
	{ "https://www.chsi.com.cn#@evil.com", NULL, "" },
	{ "https://www.chsi.com.cn/?u=http://evil.com", NULL, "" },
	{ "https://www.chsi.com.cn/%E5%AD%A6", NULL, "" },
	{ "https://www.chsi.com.cn/学籍", NULL, "" },
	{ " https://www.chsi.com.cn \n", NULL, "" },
	{ "\u3000chsi.com.cn\u00A0", NULL, "" },
	{ "https://a.b.c.chsi.com.cn", NULL, "" },
	/* below the site's own name, whoever's idea it was */
	{ "wwww.chsi.com.cn", NULL, "" },
	{ "a-b.chsi.com.cn", NULL, "" },
	{ "http://www.chsi.com.cn", NULL, "address.plain-http@1", "不加密" },
	{ " HTTP://www.chsi.com.cn/", NULL, "address.plain-http@2", "不加密" },
	/* nothing */
	{ "", NULL, "address.empty@0", "还没有填" },
	{ " \u3000\t", NULL, "address.empty@0", "还没有填" },
	{ "https://", NULL, "address.host@8", "少了网站的名字" },
	{ "https:///www.chsi.com.cn", NULL, "address.host@9", "少了网站的名字" },
	{ "https://:443", NULL, "address.host@9", "少了网站的名字" },
	{ "https://?chsi.com.cn", NULL, "address.host@9", "少了网站的名字" },
	{ ":", NULL, "address.host@1", "少了网站的名字" },
	{ ".", NULL, "address.host@1", "点前面没有" },
	/* schemes */
	{ "javascript:alert(1)", NULL, "address.scheme@1", "不要打开" },
	{ "JavaScript:1//chsi.com.cn", NULL, "address.scheme@1", "不要打开" },
	{ "javascript://www.chsi.com.cn/%0aalert(1)", NULL, "address.scheme@1", "不要打开" },
	{ "data:text/html,chsi.com.cn", NULL, "address.scheme@1", "不要打开" },
	{ "ftp://www.chsi.com.cn", NULL, "address.scheme@1", "不是 https://" },
	{ "file:///www.chsi.com.cn", NULL, "address.scheme@1", "不是 https://" },
	{ "view-source:https://www.chsi.com.cn", NULL, "address.scheme@1", "不是 https://" },
	{ "htps://www.chsi.com.cn", NULL, "address.scheme@1", "不是 https://" },
	{ "httpss://www.chsi.com.cn", NULL, "address.scheme@1", "不是 https://" },
	{ "www:443", NULL, "address.scheme@1", "不是 https://" },
	/* what browsers open all the same */
	{ "https:www.chsi.com.cn", NULL, "address.scheme@1", "斜线不对" },
	{ "https:/www.chsi.com.cn", NULL, "address.scheme@1", "斜线不对" },
	{ "http:/my.chsi.com.cn", NULL, "address.scheme@1", "斜线不对" },
	{ "https:\\\\my.chsi.com.cn/a", NULL, "address.scheme@1", "斜线不对" },
	{ "https:\\\\my.chsi.com.cn@evil.com", NULL, "address.scheme@1", "不是 https://" },
	{ "https:/evil.com", NULL, "address.scheme@1", "不是 https://" },
	{ "https:\\\\evil.com", NULL, "address.scheme@1", "不是 https://" },
	{ "//www.chsi.com.cn", NULL, "address.host@1", "少了网站的名字" },
	{ "/www.chsi.com.cn", NULL, "address.host@1", "少了网站的名字" },
	/* the name of somebody before the host's */
	{ "https://www.chsi.com.cn@evil.com/", NULL, "address.user@24", "后面的网站" },
	{ "https://www.chsi.com.cn:443@evil.com", NULL, "address.user@28", "后面的网站" },
	{ "www.chsi.com.cn:a@evil.com", NULL, "address.user@18", "后面的网站" },
	{ "https://www.chsi.com.cn@a@evil.com", NULL, "address.user@26", "后面的网站" },
	{ "https://evil.com@www.chsi.com.cn", NULL, "address.user@17", "后面的网站" },
	{ "https://chsi.com.cn@", NULL, "address.user@20", "后面的网站" },
	{ "https://chsi.com.cn%2f@203.0.113.7", NULL, "address.user@23" },
	{ "https://www.chsi.com.cn＠evil.com", NULL, "address.character@24", "U+FF20" },
	/* another host behind the real one, or around it */
	{ "https://www.chsi.com.cn.evil.com", NULL, "address.host@24",
	  "www.chsi.com.cn.evil.com 不是" },
	{ "chsi.com.cn.evil.com.cn/x", NULL, "address.host@12", "chsi.com.cn.evil.com.cn 不是" },
	{ "chsi.com.cn.com", NULL, "address.host@12", "又接了别的" },
	{ "https://evil.com/www.chsi.com.cn", NULL, "address.host@9", "这是 evil.com，" },
	{ "https://evil.com?www.chsi.com.cn", NULL, "address.host@9", "这是 evil.com，" },
	{ "https://evil.com#chsi.com.cn", NULL, "address.host@9", "这是 evil.com，" },
	{ "https://www.evil.com", NULL, "address.host@9", "这是 www.evil.com" },
	{ "localhost", NULL, "address.host@1", "这是 localhost" },
	{ "www." SIXTY ".com", NULL, "address.host@1", "这是 …" },
	/* the w */
	{ "wchsi.com.cn", NULL, "address.host@1", "多了字母“w”" },
	{ "https://www.wchsi.com.cn", NULL, "address.host@13", "多了字母“w”" },
	{ "https://wwwchsi.com.cn", NULL, "address.host@9", "多了“www”" },
	{ "wwwwchsi.com.cn", NULL, "address.host@1", "多了“wwww”" },
	{ "wwwwchsi.com.cn.", NULL, "address.host@1", "多了“wwww”" },
	/* hyphens */
	{ "https://www-chsi.com.cn", NULL, "address.host@9", "多了“www-”" },
	{ "chsi-com.cn", NULL, "address.host@5", "连字符" },
	{ "chsi.com-cn.com", NULL, "address.host@9", "连字符" },
	{ "jw-szu.edu.cn", NULL, "address.host@3", "jw-szu.edu.cn 不是" },
	/* another end, another letter */
	{ "https://www.chsi.com", NULL, "address.host@17", "应为 .com.cn" },
	{ "chsi.cn", NULL, "address.host@5", "应为 .com.cn" },
	{ "chsi.net.cn", NULL, "address.host@5", "应为 .com.cn" },
	{ "www.chsi.comcn", NULL, "address.host@9", "应为 .com.cn" },
	{ "https://www.chsii.com.cn", NULL, "address.host@17", "应为 .com.cn" },
	{ "ch5i.com.cn", NULL, "address.host@1", "这是 ch5i.com.cn" },
	{ "chsl.com.cn", NULL, "address.host@1", "这是 chsl.com.cn" },
	{ "chsicom.cn", NULL, "address.host@5", "应为 .com.cn" },
	{ "cnki.com.cn", NULL, "address.host@1", "这是 cnki.com.cn" },
	{ "com.cn", NULL, "address.host@1", "这是 com.cn" },
	{ "chsi", NULL, "address.host@4", "应为 .com.cn" },
	/* dots, numbers, names in disguise */
	{ "www..chsi.com.cn", NULL, "address.host@5", "点前面没有" },
	{ ".chsi.com.cn", NULL, "address.host@1", "点前面没有" },
	{ "chsi.com.cn..", NULL, "address.host@13", "点前面没有" },
	{ "https://203.0.113.7/chsi.com.cn", NULL, "address.host@9", "这是 203.0.113.7" },
	{ "http://3405803783/", NULL, "address.host@8", "这是 3405803783" },
	{ "https://[::1]/chsi.com.cn", NULL, "address.character@9", "“[”" },
	{ "https://xn--hsi-6cd.com.cn", NULL, "address.host@9", "xn--" },
	{ "https://www.xn--hsi-6cd.com.cn", NULL, "address.host@13", "xn--" },
	{ "www.chsi.com.cn.xn--p1ai", NULL, "address.host@17", "xn--" },
	/* characters */
	{ "https://www.сhsi.com.cn", NULL, "address.character@13", "U+0441" },
	{ "https://www.сһѕі.com.cn", NULL, "address.character@13", "U+0441" },
	{ "https://www.chѕi.com.cn", NULL, "address.character@15", "U+0455" },
	{ "https://www.chsι.com.cn", NULL, "address.character@16", "U+03B9" },
	{ "https://www.chſi.com.cn", NULL, "address.character@15", "U+017F" },
	{ "ｗｗｗ．ｃｈｓｉ．ｃｏｍ．ｃｎ", NULL, "address.character@1",
	  "全角的，切换到英文输入法" },
	{ "https：//www.chsi.com.cn", NULL, "address.character@6", "全角的，切换到英文输入法" },
	{ "https://www.chsi。com.cn", NULL, "address.character@17", "全角的，切换到英文输入法" },
	{ "chsi。com。cn", NULL, "address.character@5", "切换到英文输入法" },
	{ "ｈｔｔｐｓ：／／ｃｈｓｉ．ｃｏｍ．ｃｎ", NULL, "address.character@1",
	  "切换到英文输入法" },
	{ "https：、、chsi.com.cn", NULL, "address.character@6", "切换到英文输入法" },
	{ "evil。com", NULL, "address.character@5", "当心仿冒" },
	{ "ｅｖｉｌ．com", NULL, "address.character@1", "当心仿冒" },
	{ "chsi.com.cn／.evil.com", NULL, "address.character@12", "当心仿冒" },
	{ "chsi.com.cn。evil.com", NULL, "address.character@12", "当心仿冒" },
	{ "学信网", NULL, "address.host@0", "这是文字，不是网址" },
	{ "https://www.chsi.com.cn／a", NULL, "address.character@24", "U+FF0F" },
	{ "https://evil.com／.chsi.com.cn", NULL, "address.character@17", "U+FF0F" },
	{ "https://evil.com⁄.chsi.com.cn", NULL, "address.character@17", "U+2044" },
	{ "https://www.学信网.com", NULL, "address.character@13", "U+5B66" },
	{ "https://www.chsi.com.cn，请登录", NULL, "address.character@24", "U+FF0C" },
	{ "网址：https://www.chsi.com.cn", NULL, "address.character@1", "U+7F51" },
	{ "https://www.ch\xFFsi.com.cn", NULL, "address.character@15", "乱码" },
	{ "https://www.chsi.com.cn/\xFF", NULL, "" },
	{ "https://www.ch si.com.cn", NULL, "address.character@15", "空格" },
	{ "https://www.chsi.com.cn/a b", NULL, "address.character@26", "空格" },
	{ "https://www.chsi\t.com.cn", NULL, "address.character@17", "制表符" },
	{ "https://www.chsi.com.cn\nevil", NULL, "address.character@24" },
	{ "my.chsi.com.cn evil", NULL, "address.character@15", "空格" },
	{ "my.chsi.com.cn @evil.com", NULL, "address.character@15 address.user@16" },
	{ "https://www.chsi.com.cn\u200B", NULL, "address.character@24", "U+200B" },
	{ "https://www.chsi\u200D.com.cn", NULL, "address.character@17", "U+200D" },
	{ "https://www.chsi.com.cn/\u202Efdp", NULL, "address.character@25", "U+202E" },
	{ "java\x01script:x", NULL, "address.scheme@1 address.character@5" },
	{ "https://www.chsi%2ecom.cn", NULL, "address.character@17", "“%”" },
	{ "https://evil.com%2f.chsi.com.cn", NULL, "address.character@17", "“%”" },
	{ "https://www_chsi.com.cn", NULL, "address.character@12", "“_”" },
	{ "<https://www.chsi.com.cn>", NULL, "address.character@1", "“<”" },
	{ "https://evil.com\\.chsi.com.cn", NULL, "address.character@17", "“\\”" },
	{ "https://evil.com\\@www.chsi.com.cn", NULL, "address.character@17", "“\\”" },
	{ "https://www.chsi.com.cn\\@evil.com", NULL, "address.character@24", "“\\”" },
	/* ports */
	{ "chsi.com.cn:9", NULL, "" },
	{ "chsi.com.cn:80a", NULL, "address.character@12", "“:”" },
	{ "chsi.com.cn:80:80", NULL, "address.character@12", "“:”" },
};

static void test_addresses(void **state)
{
	(void)state;
	expect_all(rows, COUNT(rows), site_address_check);
}

/* Every host that is the real one but for one character is refused. */
static void test_one_character(void **state)
{
	static const char site[] = "chsi.com.cn";
	static const char others[] = "abcdefghijklmnopqrstuvwxyz0123456789-.:@/?#\\%_ [";
	char address[32];

	(void)state;
	for (size_t at = 0; site[at] != '\0'; at++)
		for (const char *c = others; *c != '\0'; c++) {
			struct findings f = { 0 };

			strcpy(address, site);
			address[at] = *c;
			site_address_check(address, &f);
			if (findings_any(&f, SEVERITY_ERROR) != (*c != site[at]))
				fail_msg("%s", address);
			assert_true(findings_sound(&f, address));
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_addresses),
		cmocka_unit_test(test_one_character),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
