/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "rules/site_address.h"
#include "support/expect_findings.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define TEN "abcdefghij"
#define SIXTY TEN TEN TEN TEN TEN TEN

/* says: a part of the first sentence. */
struct row {
	const char *value, *codes, *says;
};

static const struct row rows[] = {
	/* the site */
	{ "chsi.com.cn", "", "" },
	{ "www.chsi.com.cn", "", "" },
	{ "WWW.CHSI.COM.CN", "", "" },
	{ "https://www.chsi.com.cn/", "", "" },
	{ "HTTPS://Www.Chsi.Com.Cn", "", "" },
	{ "https://www.chsi.com.cn.", "", "" },
	{ "chsi.com.cn./", "", "" },
	{ "https://my.chsi.com.cn/archive/index.action?x=1#y", "", "" },
	{ "https://account.chsi.com.cn:443/passport/login", "", "" },
	{ "www.chsi.com.cn:8080/a", "", "" },
	{ "www.chsi.com.cn:", "", "" },
	{ "chsi.com.cn:65535", "", "" },
	{ "www.chsi.com.cn/a@b", "", "" },
	{ "https://www.chsi.com.cn/a//b:c", "", "" },
	{ "https://www.chsi.com.cn?to=@evil.com", "", "" },
	{ "https://www.chsi.com.cn#@evil.com", "", "" },
	{ "https://www.chsi.com.cn/?u=http://evil.com", "", "" },
	{ "https://www.chsi.com.cn/%E5%AD%A6", "", "" },
	{ "https://www.chsi.com.cn/学籍", "", "" },
	{ "  https://www.chsi.com.cn \n", "", "" },
	{ "\u3000chsi.com.cn\u00A0", "", "" },
	{ "https://a.b.c.chsi.com.cn", "", "" },
	{ "wwww.chsi.com.cn", "", "" }, /* below the site's own name, whoever's idea it was */
	{ "a-b.chsi.com.cn", "", "" },
	{ "http://www.chsi.com.cn", "address.plain-http@1", "不加密" },
	{ " HTTP://www.chsi.com.cn/", "address.plain-http@2", "不加密" },
	/* nothing */
	{ "", "address.empty@0", "还没有填" },
	{ "  \u3000\t", "address.empty@0", "还没有填" },
	{ "https://", "address.host@8", "少了网站的名字" },
	{ "https:///www.chsi.com.cn", "address.scheme@7", "两个斜杠" },
	{ "https://:443", "address.host@9", "少了网站的名字" },
	{ "https://?chsi.com.cn", "address.host@9", "少了网站的名字" },
	{ ":", "address.host@1", "少了网站的名字" },
	{ ".", "address.host@1", "点前面没有" },
	/* schemes */
	{ "javascript:alert(1)", "address.scheme@1", "不要打开" },
	{ "JavaScript:1//chsi.com.cn", "address.scheme@1", "不要打开" },
	{ "javascript://www.chsi.com.cn/%0aalert(1)", "address.scheme@1", "不要打开" },
	{ "data:text/html,chsi.com.cn", "address.scheme@1", "不要打开" },
	{ "ftp://www.chsi.com.cn", "address.scheme@1", "不是 https://" },
	{ "file:///www.chsi.com.cn", "address.scheme@1", "不是 https://" },
	{ "view-source:https://www.chsi.com.cn", "address.scheme@1", "不是 https://" },
	{ "htps://www.chsi.com.cn", "address.scheme@1", "不是 https://" },
	{ "httpss://www.chsi.com.cn", "address.scheme@1", "不是 https://" },
	{ "www:443", "address.scheme@1", "不是 https://" },
	{ "https:www.chsi.com.cn", "address.scheme@7", "两个斜杠" },
	{ "https:/www.chsi.com.cn", "address.scheme@7", "两个斜杠" },
	{ "https:\\\\evil.com", "address.character@7 address.host@9", "反斜杠" },
	{ "//www.chsi.com.cn", "address.scheme@1", "两个斜杠" },
	{ "/www.chsi.com.cn", "address.scheme@1", "两个斜杠" },
	/* the name of somebody before the host's */
	{ "https://www.chsi.com.cn@evil.com/", "address.user@24", "打开的其实是 evil.com" },
	{ "https://www.chsi.com.cn:443@evil.com", "address.user@28", "其实是 evil.com" },
	{ "www.chsi.com.cn:a@evil.com", "address.user@18", "其实是 evil.com" },
	{ "https://www.chsi.com.cn@a@evil.com", "address.user@26", "其实是 evil.com" },
	{ "https://evil.com@www.chsi.com.cn", "address.user@17", "其实是 chsi.com.cn" },
	{ "https://chsi.com.cn@", "address.user@20", "后面的网站" },
	{ "https://chsi.com.cn%2f@203.0.113.7", "address.user@23", "113.7" },
	{ "https://www.chsi.com.cn＠evil.com", "address.user@24", "evil.com" },
	/* another host behind the real one, or around it */
	{ "https://www.chsi.com.cn.evil.com", "address.host@24", "网站其实是 evil.com" },
	{ "chsi.com.cn.evil.com.cn/x", "address.host@12", "网站其实是 evil.com.cn" },
	{ "chsi.com.cn.com", "address.host@12", "网站其实是 cn.com" },
	{ "https://evil.com/www.chsi.com.cn", "address.host@9", "路径里" },
	{ "https://evil.com?www.chsi.com.cn", "address.host@9", "路径里" },
	{ "https://evil.com#chsi.com.cn", "address.host@9", "路径里" },
	{ "https://www.evil.com", "address.host@13", "这是 evil.com" },
	{ "localhost", "address.host@1", "这是 localhost" },
	{ "www." SIXTY ".com", "address.host@5", "…" },
	/* the w */
	{ "wchsi.com.cn", "address.host@1", "多了 1 个 w" },
	{ "https://www.wchsi.com.cn", "address.host@13", "多了 1 个 w" },
	{ "https://wwwchsi.com.cn", "address.host@12", "少了点" },
	{ "wwwwchsi.com.cn", "address.host@1", "多了 4 个 w" },
	{ "wwwwchsi.com.cn.", "address.host@1", "多了 4 个 w" },
	/* hyphens */
	{ "https://www-chsi.com.cn", "address.host@12", "连字符" },
	{ "chsi-com.cn", "address.host@5", "连字符" },
	{ "chsi.com-cn.com", "address.host@9", "连字符" },
	{ "jw-szu.edu.cn", "address.host@3", "jw-szu.edu.cn 不是" },
	/* another end, another letter */
	{ "https://www.chsi.com", "address.host@18", "应为 com.cn" },
	{ "chsi.cn", "address.host@6", "应为 com.cn" },
	{ "chsi.net.cn", "address.host@6", "应为 com.cn" },
	{ "www.chsi.comcn", "address.host@10", "应为 com.cn" },
	{ "https://www.chsii.com.cn", "address.host@17", "只是像" },
	{ "ch5i.com.cn", "address.host@3", "只是像" },
	{ "chs1.com.cn", "address.host@4", "只是像" },
	{ "ch51.com.cn", "address.host@3", "只是像" },
	{ "chsl.com.cn", "address.host@4", "只是像" },
	{ "cshi.com.cn", "address.host@2", "只是像" },
	{ "chs.com.cn", "address.host@4", "只是像" },
	{ "hsi.com.cn", "address.host@1", "只是像" },
	{ "chsicom.cn", "address.host@5", "只是像" },
	{ "cnki.com.cn", "address.host@1", "这是 cnki.com.cn" },
	{ "com.cn", "address.host@1", "这是 com.cn" },
	{ "chsi", "address.host@1", "这是 chsi" },
	/* dots, numbers, names in disguise */
	{ "www..chsi.com.cn", "address.host@5", "点前面没有" },
	{ ".chsi.com.cn", "address.host@1", "点前面没有" },
	{ "chsi.com.cn..", "address.host@13", "点前面没有" },
	{ "https://203.0.113.7/chsi.com.cn", "address.host@9", "IP 地址" },
	{ "http://3405803783/", "address.host@8", "IP 地址" },
	{ "http://0xcb.0.0x71.0x07", "address.host@8", "IP 地址" },
	{ "https://[::1]/chsi.com.cn", "address.host@9", "IP 地址" },
	{ "https://[::ffff:203.0.113.7]:443", "address.host@9", "IP 地址" },
	{ "https://xn--hsi-6cd.com.cn", "address.host@9", "xn--" },
	{ "https://www.xn--hsi-6cd.com.cn", "address.host@13", "xn--" },
	{ "www.chsi.com.cn.xn--p1ai", "address.host@17", "xn--" },
	/* characters */
	{ "https://www.сhsi.com.cn", "address.character@13", "U+0441" },
	{ "https://www.сһѕі.com.cn", "address.character@13", "U+0441" },
	{ "https://www.chѕi.com.cn", "address.character@15", "U+0455" },
	{ "https://www.chsι.com.cn", "address.character@16", "U+03B9" },
	{ "https://www.chſi.com.cn", "address.character@15", "U+017F" },
	{ "ｗｗｗ．ｃｈｓｉ．ｃｏｍ．ｃｎ", "address.character@1", "U+FF57" },
	{ "https：//www.chsi.com.cn", "address.character@6", "U+FF1A" },
	{ "https://www.chsi。com.cn", "address.character@17", "U+3002" },
	{ "https://www.chsi.com.cn／a", "address.character@24", "U+FF0F" },
	{ "https://evil.com／.chsi.com.cn", "address.character@17 address.host@9", NULL },
	{ "https://evil.com⁄.chsi.com.cn", "address.character@17", "U+2044" },
	{ "https://www.学信网.com", "address.character@13", "U+5B66" },
	{ "https://www.chsi.com.cn，请登录", "address.character@24", "U+FF0C" },
	{ "网址：https://www.chsi.com.cn", "address.character@1", "U+7F51" },
	{ "https://www.ch\xFFsi.com.cn", "address.character@15", "乱码" },
	{ "https://www.chsi.com.cn/\xFF", "address.character@25", "乱码" },
	{ "https://www.ch si.com.cn", "address.character@15", "空格" },
	{ "https://www.chsi.com.cn/a b", "address.character@26", "空格" },
	{ "https://www.chsi\t.com.cn", "address.character@17", "制表符" },
	{ "https://www.chsi.com.cn\nevil", "address.character@24 address.host@18", NULL },
	{ "https://www.chsi.com.cn\u200B", "address.character@24", "U+200B" },
	{ "https://www.chsi\u200D.com.cn", "address.character@17", "U+200D" },
	{ "https://www.chsi.com.cn/\u202Efdp", "address.character@25", "U+202E" },
	{ "java\x01script:x", "address.character@5 address.scheme@1", NULL },
	{ "https://www.chsi%2ecom.cn", "address.character@17", "“%”" },
	{ "https://evil.com%2f.chsi.com.cn", "address.character@17", "“%”" },
	{ "https://www_chsi.com.cn", "address.character@12", "“_”" },
	{ "<https://www.chsi.com.cn>", "address.character@1", "“<”" },
	{ "https://evil.com\\.chsi.com.cn", "address.character@17 address.host@9", NULL },
	{ "https://evil.com\\@www.chsi.com.cn", "address.character@17 address.host@9", NULL },
	{ "https://www.chsi.com.cn\\@evil.com", "address.character@24", "反斜杠" },
	/* ports */
	{ "chsi.com.cn:9", "", "" },
	{ "chsi.com.cn:65536", "address.character@12", "端口号" },
	{ "chsi.com.cn:655350", "address.character@12", "端口号" },
	{ "chsi.com.cn:80a", "address.character@12", "端口号" },
	{ "chsi.com.cn:80:80", "address.character@12", "端口号" },
	{ "chsi.com.cn:99999999999999999999999", "address.character@12", "端口号" },
};

/* By code and place, in any order: findings of one place keep that of the rules. */
static bool as_expected(const struct row *row, const struct findings *f)
{
	char codes[512];
	size_t found = 0;

	codes_of(f, codes, sizeof codes);
	for (size_t i = 0; i < f->count; i++) {
		struct findings one = { .count = 1, .items = { f->items[i] } };
		char code[64];

		found += strstr(row->codes, codes_of(&one, code, sizeof code)) != NULL;
	}
	return found == f->count && strlen(codes) == strlen(row->codes) &&
	       (f->count == 0 || row->says == NULL ||
		strstr(says(&f->items[0]), row->says) != NULL);
}

static void test_addresses(void **state)
{
	int wrong = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct findings f = { 0 };
		char codes[512];

		site_address_check(rows[i].value, &f);
		if (as_expected(&rows[i], &f) && findings_sound(&f, rows[i].value))
			continue;
		for (size_t k = 0; k < f.count; k++)
			print_error("  %d columns: %s\n", text_width(says(&f.items[k])),
				    says(&f.items[k]));
		print_error("“%s”: %s, expected %s %s\n", rows[i].value,
			    codes_of(&f, codes, sizeof codes), rows[i].codes,
			    rows[i].says != NULL ? rows[i].says : "");
		wrong++;
	}
	assert_int_equal(wrong, 0);
}

/* Letters that are drawn as Latin ones are named, with the Latin one; those beside them are not taken for any. */
static void test_every_lookalike(void **state)
{
	static const struct {
		char latin;
		const char *drawn;
	} letters[] = {
		{ 'a', "ɑΑαАа" }, { 'c', "ϲϹСсᴄⅽ" }, { 'e', "Ее" },   { 'g', "ɡ" },
		{ 'h', "ΗНһհ" },  { 'i', "ıΙιІіⅰ" }, { 'l', "ӏ" },    { 'm', "ΜМмⅿ" },
		{ 'n', "Νпո" },   { 'o', "ΟοОоօᴏ" }, { 'p', "р" },    { 's', "ſЅѕ" },
		{ 'w', "ωԝᴡ" },   { 'y', "у" },      { '.', "․。｡" },
	};
	size_t found = 0, expected = 0;

	(void)state;
	for (uint32_t cp = 0x80; cp < 0x10000; cp++) {
		char address[32] = "a", latin = '\0';
		struct findings f = { 0 };
		size_t n = 1;

		if (text_is_blank(cp) || text_is_invisible(cp) || (cp >= 0xD800 && cp < 0xE000) ||
		    text_is_fullwidth(cp))
			continue;
		n += text_encode(cp, address + n);
		strcpy(address + n, ".chsi.com.cn");
		for (size_t i = 0; i < COUNT(letters); i++)
			for (size_t at = 0; letters[i].drawn[at] != '\0';) {
				uint32_t drawn;

				at += text_decode(letters[i].drawn + at, 4, &drawn);
				latin = drawn == cp ? letters[i].latin : latin;
			}
		site_address_check(address, &f);
		assert_true(f.count > 0);
		assert_int_equal(f.items[0].code, FINDING_ADDRESS_CHARACTER);
		assert_int_equal(f.items[0].kind,
				 latin != '\0' ? KIND_ADDRESS_LOOKALIKE : KIND_ADDRESS_CHARACTER);
		if (latin != '\0')
			assert_int_equal(f.items[0].should[0], latin);
		found += latin != '\0';
	}
	for (size_t i = 0; i < COUNT(letters); i++)
		expected += text_length(letters[i].drawn);
	assert_int_equal(found, expected);
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
		cmocka_unit_test(test_every_lookalike),
		cmocka_unit_test(test_one_character),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
