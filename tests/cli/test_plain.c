/* SPDX-License-Identifier: MIT */
/* The line mode's input and output as a script has them. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <string.h>

#include "support/command.h"

/* No line is read without end, and nothing is asked where nobody can read the question. */
static void test_input_and_output_without_end(void **state)
{
	static const struct {
		const char *command;
		int status;
		const char *says;
	} rows[] = {
		{ "timeout 10 $X --plain </dev/zero", 2, "太长" },
		{ "head -c 4097 /dev/zero | tr '\\0' a | $X --plain", 2, "太长" },
		{ "(head -c 4096 /dev/zero | tr '\\0' a; echo) | $X --plain", 3, "没有看懂" },
		{ "timeout 10 $X check </dev/zero", 2, "太长" },
		{ "timeout 10 $X demo --plain </dev/zero", 2, "太长" },
		{ "yes '?' | timeout 10 $X --plain >/dev/full", 2, "没有写完" },
		{ "timeout 10 $X demo --auto --plain >/dev/full", 2, "没有写完" },
		{ "$X --plain </dev/null", 3, "输入结束了" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		command_expect(rows[i].command, rows[i].status);
		command_says(rows[i].says);
	}
	command_expect("echo q | $X --plain", 3);
	assert_null(strstr(command_output(), "输入结束了"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_input_and_output_without_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
