/* SPDX-License-Identifier: MIT */
/* What a file begins with; reading whole files is tested with the parsers of JSON. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"

#define TEXT(bytes)                     \
	{                               \
		bytes, sizeof bytes - 1 \
	}

static void test_first_byte(void **state)
{
	static const struct {
		struct {
			const char *bytes;
			size_t len;
		} file;
		char first;
	} rows[] = {
		{ TEXT(""), '\0' },
		{ TEXT("\n\t\r "), '\0' },
		{ TEXT("{"), '{' },
		{ TEXT("[1]"), '[' },
		{ TEXT(" \n{}"), '{' },
		{ TEXT("\xEF\xBB\xBF"), '\0' },
		{ TEXT("\xEF\xBB\xBF {"), '{' },
		{ TEXT("\xEF\xBB{"), '\xEF' },
		{ TEXT("\xFF\xFE{\0}\0"), '{' },
		{ TEXT("\xFF\xFE\n\0[\0"), '[' },
		{ TEXT("\xFE\xFF\0{\0}"), '{' },
		{ TEXT("\xFE\xFF\0 \0["), '[' },
		{ TEXT("\xFF\xFE"), '\0' },
		/* 学, U+5B66: one of its bytes is a bracket in ASCII. */
		{ TEXT("\xFE\xFF\x5B\x66"), '\xFF' },
		/* 幛, U+5E5B, the other way round. */
		{ TEXT("\xFF\xFE\x5B\x5E"), '\xFF' },
	};
	char path[] = "/tmp/xueji-file-XXXXXX";
	int fd = mkstemp(path);

	(void)state;
	assert_true(fd >= 0);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_int_equal(ftruncate(fd, 0), 0);
		assert_int_equal(pwrite(fd, rows[i].file.bytes, rows[i].file.len, 0),
				 rows[i].file.len);
		if (file_first_byte(path) != rows[i].first)
			fail_msg("row %zu: %d", i, file_first_byte(path));
	}
	close(fd);
	unlink(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_first_byte),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
