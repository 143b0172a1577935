/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <dlfcn.h>
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "support/whole_file.h"

/* Every error is told in Chinese, whatever the locale, and without a full stop. */
static void test_every_error(void **state)
{
	static const char *const locales[] = { "C", "C.UTF-8", "zh_CN.UTF-8", "en_US.UTF-8" };

	(void)state;
	for (size_t i = 0; i < sizeof locales / sizeof locales[0]; i++) {
		setlocale(LC_ALL, locales[i]);
		for (int number = 0; number < 140; number++) {
			const char *text = file_error_text(number);

			assert_in_range((unsigned char)text[0], 0xE4, 0xE9);
			assert_null(strstr(text, "。"));
		}
	}
	setlocale(LC_ALL, "C");
	assert_string_equal(file_error_text(ENOSPC), "磁盘已满");
	assert_string_equal(file_error_text(EDQUOT), "磁盘已满");
	assert_string_equal(file_error_text(EWOULDBLOCK), "另一个 xueji 正占用");
	assert_string_equal(file_error_text(4711), "系统错误 4711");
}

enum fault { WORKS, INTERRUPTED, FAILING, BY_BYTES, GROWING, SHRINKING };

static char path[] = P_tmpdir "/xueji-file-XXXXXX";
static enum fault fault;

/* Stands before the C library's. */
ssize_t read(int fd, void *bytes, size_t n)
{
	ssize_t (*real)(int, void *, size_t) =
		(ssize_t(*)(int, void *, size_t))(intptr_t)dlsym(RTLD_NEXT, "read");
	enum fault now = fault;

	if (now != BY_BYTES)
		fault = WORKS;
	switch (now) {
	case INTERRUPTED:
	case FAILING:
		errno = now == FAILING ? EIO : EINTR;
		return -1;
	case GROWING:
		assert_int_equal(truncate(path, 11), 0);
		return real(fd, bytes, n);
	case SHRINKING:
		assert_int_equal(truncate(path, 4), 0);
		return real(fd, bytes, n);
	case BY_BYTES:
		return real(fd, bytes, 1);
	default:
		return real(fd, bytes, n);
	}
}

static void test_read(void **state)
{
	static const struct {
		enum fault fault;
		const char *text, *says; /* one of them is NULL */
	} rows[] = {
		{ WORKS, "0123456789", NULL },     { INTERRUPTED, "0123456789", NULL },
		{ BY_BYTES, "0123456789", NULL },  { SHRINKING, "0123", NULL },
		{ FAILING, NULL, "磁盘读写出错" }, { GROWING, NULL, "还在变长" },
	};

	int first_free = dup(STDERR_FILENO);

	(void)state;
	close(first_free);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct diag d = { 0 };
		size_t len = 0;
		char *text;

		write_whole_file(path, "0123456789", 10);
		fault = rows[i].fault;
		text = file_read(path, 100, &len, &d);
		fault = WORKS;
		if (rows[i].text == NULL) {
			assert_null(text);
			assert_int_equal(d.count, 1);
			assert_non_null(strstr(d.items[0].text, rows[i].says));
		} else {
			assert_string_equal(text, rows[i].text);
			assert_int_equal(len, strlen(rows[i].text));
		}
		free(text);
	}
	assert_int_equal(dup(STDERR_FILENO), first_free); /* all were closed */
	close(first_free);
}

/* What is no file of a right size is told for what it is. */
static void test_refused(void **state)
{
	static const struct {
		const char *path, *bytes, *says; /* path NULL: a file with the bytes */
	} rows[] = {
		{ NULL, "0123456789", NULL },
		{ NULL, "0123456789a", "文件太大（11 字节），最多 10 字节" },
		{ NULL, "", "文件是空的" },
		{ "/", NULL, "这是文件夹" },
		{ "/dev/null", NULL, "不是普通文件" },
		{ "/nowhere", NULL, "打不开：没有这个文件或文件夹" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct diag d = { 0 };
		size_t len = 0;
		char *text;

		if (rows[i].path == NULL)
			write_whole_file(path, rows[i].bytes, strlen(rows[i].bytes));
		text = file_read(rows[i].path == NULL ? path : rows[i].path, 10, &len, &d);
		assert_int_equal(text != NULL, rows[i].says == NULL);
		if (text == NULL)
			assert_non_null(strstr(d.items[0].text, rows[i].says));
		free(text);
	}
}

/* What a file begins with, apart from its mark and blanks, tells what it is. */
static void test_first_byte(void **state)
{
	static const struct {
		const char *bytes;
		size_t len;
		char first;
	} rows[] = {
#define BYTES(literal) literal, sizeof(literal) - 1
		{ BYTES(""), '\0' },
		{ BYTES("{}"), '{' },
		{ BYTES("\xEF\xBB\xBF\r\n\t ["), '[' },
		{ BYTES("\xFF\xFE \0{\0\"\0"), '{' },
		{ BYTES("\xFE\xFF\0 \0{\0\""), '{' },
		{ BYTES("\xFF\xFE\xD3\x59"), '\xFF' }, /* 姓 */
		{ BYTES("姓名"), '\xE5' },
		{ BYTES("x,y"), 'x' },
		{ BYTES("\xEF\xBB\xBF\xEF\xBB\xBF{"), '{' },
		{ BYTES("// 指南\n{}"), '{' },
		{ BYTES("/* 指南 */ {}"), '{' },
		{ BYTES("/,{"), '/' },
		{ BYTES("\0\0\0\x18"), ' ' },
		{ BYTES("{\\rtf1"), '\\' },
		{ BYTES("[\\rtf1"), '[' },
		{ BYTES("\n \n"), '\n' },
#undef BYTES
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		write_whole_file(path, rows[i].bytes, rows[i].len);
		assert_int_equal(file_first_byte(path), rows[i].first);
	}
	assert_int_equal(file_first_byte("/dev/zero"), '\0');
	assert_int_equal(file_first_byte("/nowhere"), '\0');
}

static int make_file(void **state)
{
	int fd = mkstemp(path);

	(void)state;
	return fd < 0 ? -1 : close(fd);
}

static int remove_file(void **state)
{
	(void)state;
	return unlink(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_error),
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_first_byte),
	};

	return cmocka_run_group_tests(tests, make_file, remove_file);
}
