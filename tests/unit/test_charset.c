/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/charset.h"
#include "base/text.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

/* All that comes out of the bytes, as UTF-8. */
static void decode_all(const char *bytes, char *out)
{
	struct charset_decoder d = { 0 };
	uint32_t cp;

	for (; *bytes != '\0'; bytes++)
		if (charset_decode(&d, (unsigned char)*bytes, &cp))
			out += text_encode(cp, out);
	*out = '\0';
}

static void put_all(const char *text, char *out, size_t size)
{
	FILE *f = fmemopen(out, size, "w");

	assert_non_null(f);
	charset_put(text, f);
	assert_int_equal(fclose(f), 0);
}

static void test_choose(void **state)
{
	static const struct {
		const char *all, *lang;
	} rows[] = {
		{ NULL, NULL }, { "C", NULL },           { "POSIX", NULL },
		{ NULL, "C" },  { "zh_CN.UFT-8", NULL }, { "no_SUCH.locale", NULL },
		{ "", "" },     { NULL, "zh_CN.UTF-8" }, { "C.UTF-8", "C" },
	};

	(void)state;
	unsetenv("LC_CTYPE");
	for (size_t i = 0; i < COUNT(rows); i++) {
		unsetenv("LC_ALL");
		unsetenv("LANG");
		if (rows[i].all != NULL)
			setenv("LC_ALL", rows[i].all, 1);
		if (rows[i].lang != NULL)
			setenv("LANG", rows[i].lang, 1);
		setlocale(LC_CTYPE, "C");
		assert_true(charset_choose());
		assert_string_equal(nl_langinfo(CODESET), "UTF-8");
		/* numbers are read and written as everywhere */
		assert_string_equal(setlocale(LC_NUMERIC, NULL), "C");
	}
	unsetenv("LC_ALL");
	unsetenv("LANG");
}

static void test_decode_utf8(void **state)
{
	static const struct {
		const char *bytes, *text;
	} rows[] = {
		{ "", "" },
		{ "aZ9 \x1B\x7F", "aZ9 \x1B\x7F" },
		{ "欧阳娜娜", "欧阳娜娜" },
		{ "𠮷\U00031350", "𠮷\U00031350" },
		/* a bad byte, or one that breaks off, costs no other */
		{ "\xFF", "" },
		{ "\xFF"
		  "a",
		  "a" },
		{ "a\x80"
		  "b",
		  "ab" },
		{ "\xFF\xFE张\xFF三", "张三" },
		{ "\xE5"
		  "a",
		  "a" },
		{ "\xE5\xAD"
		  "a",
		  "a" },
		{ "\xE5学", "学" },
		{ "\xE5\xAD学", "学" },
		{ "\xF0\xA0\xAE学", "学" },
		{ "\xC0\x80"
		  "a",
		  "a" },
		{ "\xE0\x80\x80"
		  "a",
		  "a" },
		{ "\xED\xA0\x80"
		  "a",
		  "a" },
		/* above Unicode, where the names of keys begin */
		{ "\xF4\x90\x80\x80"
		  "a",
		  "a" },
		{ "\xF8\x88\x80\x80\x80"
		  "a",
		  "a" },
		{ "\xE5\r", "\r" },
		/* 张三 in GBK, then a key */
		{ "\xD5\xC5\xC8\xFD"
		  "q",
		  "q" },
		{ "一\xE5\xE5\xE5二", "一二" },
	};
	char out[128];

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		decode_all(rows[i].bytes, out);
		assert_string_equal(out, rows[i].text);
	}
}

/* Bytes come one at a time, so any split is as good as none; only the last byte completes. */
static void test_decode_waits_for_the_last_byte(void **state)
{
	static const char text[] = "é学𠮷";
	struct charset_decoder d = { 0 };
	size_t len = strlen(text);
	uint32_t cp, want;

	(void)state;
	for (size_t at = 0; at < len;) {
		size_t step = text_decode(text + at, len - at, &want);

		for (size_t i = 1; i < step; i++, at++)
			assert_false(charset_decode(&d, (unsigned char)text[at], &cp));
		assert_true(charset_decode(&d, (unsigned char)text[at++], &cp));
		assert_int_equal(cp, want);
	}
}

/* Every byte, after every first byte of a character: what follows is read again. */
static void test_decode_recovers(void **state)
{
	(void)state;
	for (unsigned first = 0x80; first < 0x100; first++)
		for (unsigned second = 1; second < 0x100; second++) {
			const char bytes[] = { (char)first, (char)second, 'a', 'b', '\0' };
			char out[32];

			decode_all(bytes, out);
			assert_non_null(strstr(out, "ab"));
		}
}

static void test_put_utf8(void **state)
{
	char out[64];

	(void)state;
	put_all("李明·𠮷 ok\n", out, sizeof out);
	assert_string_equal(out, "李明·𠮷 ok\n");
	assert_true(charset_has('a') && charset_has(0x5B66) && charset_has(0x20BB7));
}

static void test_to_utf8(void **state)
{
	static const struct {
		const char *bytes, *text;
	} rows[] = {
		{ "", "" },
		{ "李明", "李明" },
		{ "a\xFF"
		  "b",
		  "a\uFFFD"
		  "b" },
		{ "\xE5\xAD", "\uFFFD\uFFFD" },
		{ "\xC0\x80", "\uFFFD\uFFFD" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char *text = charset_to_utf8(rows[i].bytes);

		assert_string_equal(text, rows[i].text);
		free(text);
	}
}

static char locales[] = P_tmpdir "/xueji-locales-XXXXXX";

/* Sets a Chinese locale of a charset, which is compiled for this test; skips the test where the
 * system cannot compile one. */
static void need_locale(const char *charset)
{
	char command[512], name[64];

	snprintf(name, sizeof name, "zh_CN.%s", charset);
	snprintf(command, sizeof command,
		 "test -d %s/%s || localedef -c -i zh_CN -f %s %s/%s >/dev/null 2>&1", locales,
		 name, charset, locales, name);
	if (system(command) == -1 || setlocale(LC_CTYPE, name) == NULL)
		skip();
}

static void test_gb18030(void **state)
{
	char out[64], *text;

	(void)state;
	need_locale("GB18030");
	decode_all("\xD5\xC5\xC8\xFD"
		   "q",
		   out);
	assert_string_equal(out, "张三q");
	decode_all("\xFF\xD5\xC5\xFF"
		   "q",
		   out);
	assert_string_equal(out, "张q");
	decode_all("\x95\x34\x9F\x37"
		   "q",
		   out); /* four bytes */
	assert_int_equal(text_length(out), 2);
	put_all("李明𠮷 ok", out, sizeof out);
	assert_memory_equal(out, "\xC0\xEE\xC3\xF7", 4);
	text = charset_to_utf8(out);
	assert_string_equal(text, "李明𠮷 ok");
	free(text);
	text = charset_to_utf8("\xC0\xEE\xFF\xC3\xF7\xC3");
	assert_string_equal(text, "李\uFFFD明\uFFFD");
	free(text);
}

static void test_gb18030_is_chosen(void **state)
{
	(void)state;
	need_locale("GB18030");
	setenv("LC_ALL", setlocale(LC_CTYPE, NULL), 1);
	setlocale(LC_CTYPE, "C");
	assert_true(charset_choose());
	assert_string_equal(nl_langinfo(CODESET), "GB18030");
	unsetenv("LC_ALL");
}

/* A character that the charset lacks: 〓 for a Chinese one, else '?'. */
static void test_gbk(void **state)
{
	char out[64];

	(void)state;
	need_locale("GBK");
	assert_true(charset_has(0x5B66));
	assert_false(charset_has(0x20BB7) || charset_has(0x2611));
	put_all("李𠮷㐂明☑·", out, sizeof out);
	assert_string_equal(out, "\xC0\xEE\xA1\xFE\xA1\xFE\xC3\xF7?\xA1\xA4");
}

static void test_gb2312(void **state)
{
	char out[64];

	(void)state;
	need_locale("GB2312");
	assert_true(charset_has(0x5B66));
	assert_false(charset_has(0x5586));
	put_all("李喆朱镕基é", out, sizeof out);
	assert_string_equal(out, "\xC0\xEE\xA1\xFE\xD6\xEC\xA1\xFE\xBB\xF9\xA8\xA6");
}

static int make_locales(void **state)
{
	(void)state;
	return mkdtemp(locales) == NULL ? -1 : setenv("LOCPATH", locales, 1);
}

static int remove_locales(void **state)
{
	char command[128];

	(void)state;
	snprintf(command, sizeof command, "rm -rf %s", locales);
	return system(command);
}

static int use_utf8(void **state)
{
	(void)state;
	return setlocale(LC_CTYPE, "C.UTF-8") == NULL;
}

#define IN_UTF8(test) cmocka_unit_test_setup(test, use_utf8)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_choose),
		IN_UTF8(test_decode_utf8),
		IN_UTF8(test_decode_waits_for_the_last_byte),
		IN_UTF8(test_decode_recovers),
		IN_UTF8(test_put_utf8),
		IN_UTF8(test_to_utf8),
		IN_UTF8(test_gb18030),
		IN_UTF8(test_gb18030_is_chosen),
		IN_UTF8(test_gbk),
		IN_UTF8(test_gb2312),
	};

	return cmocka_run_group_tests(tests, make_locales, remove_locales);
}
