/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/line_in.h"

#define BYTES(s) s, sizeof s - 1

static void test_lines(void **state)
{
	static const struct {
		const char *in;
		size_t in_len;
		const char *lines[4]; /* NULL: the end */
	} rows[] = {
		{ BYTES(""), { NULL } },
		{ BYTES("a\nb\n"), { "a", "b", NULL } },
		{ BYTES("a\r\nb"), { "a", "b", NULL } },
		{ BYTES("\n\r\n"), { "", "", NULL } },
		{ BYTES("a\rb\n"), { "a\rb", NULL } },
		{ BYTES("\r\r\n"), { "\r", NULL } },
		{ BYTES("李明\n"), { "李明", NULL } },
	};
	struct line_in line;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		FILE *in = tmpfile();

		fwrite(rows[i].in, 1, rows[i].in_len, in);
		rewind(in);
		for (size_t k = 0; rows[i].lines[k] != NULL; k++) {
			assert_int_equal(line_in_read(in, false, &line), LINE_IN_READ);
			assert_string_equal(line.bytes, rows[i].lines[k]);
			assert_int_equal(line.len, strlen(rows[i].lines[k]));
		}
		assert_int_equal(line_in_read(in, true, &line), LINE_IN_END);
		fclose(in);
	}
}

/* A NUL is a byte like any other: the caller judges it. */
static void test_nul(void **state)
{
	FILE *in = tmpfile();
	struct line_in line;

	(void)state;
	fwrite("a\0b\n", 1, 4, in);
	rewind(in);
	assert_int_equal(line_in_read(in, false, &line), LINE_IN_READ);
	assert_int_equal(line.len, 3);
	assert_memory_equal(line.bytes, "a\0b", 4);
	fclose(in);
}

static void test_limit(void **state)
{
	static const struct {
		size_t len;
		const char *end;
		enum line_in_result result;
	} rows[] = {
		{ LINE_IN_MAX, "\n", LINE_IN_READ },
		{ LINE_IN_MAX, "", LINE_IN_READ },
		{ LINE_IN_MAX + 1, "\n", LINE_IN_TOO_LONG },
		{ LINE_IN_MAX + 1, "", LINE_IN_TOO_LONG },
	};
	struct line_in line;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		FILE *in = tmpfile();

		for (size_t k = 0; k < rows[i].len; k++)
			putc('a', in);
		fputs(rows[i].end, in);
		rewind(in);
		assert_int_equal(line_in_read(in, false, &line), rows[i].result);
		if (rows[i].result == LINE_IN_READ)
			assert_int_equal(strlen(line.bytes), rows[i].len);
		fclose(in);
	}
}

/* What cannot be read ends the input. */
static void test_folder(void **state)
{
	FILE *in = fopen("/", "r");
	struct line_in line;

	(void)state;
	assert_non_null(in);
	assert_int_equal(line_in_read(in, false, &line), LINE_IN_END);
	fclose(in);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines),
		cmocka_unit_test(test_nul),
		cmocka_unit_test(test_limit),
		cmocka_unit_test(test_folder),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
