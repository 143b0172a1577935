/* SPDX-License-Identifier: MIT */
/* What another program gets: the README's own example, built against an installed library that brings
 * neither curses nor cJSON. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "xalloc.h"

static char output[8192];

static int run(const char *command)
{
	FILE *p = popen(command, "r");
	size_t n;

	assert_non_null(p);
	n = fread(output, 1, sizeof output - 1, p);
	output[n] = '\0';
	return pclose(p);
}

static void test_the_readme_example(void **state)
{
	const char *build = getenv("XUEJI_BUILD");
	char *command =
		xasprintf("set -e; to=$(mktemp -d); trap 'rm -rf \"$to\"' EXIT;"
			  "make -s install BUILD='%s' PREFIX=\"$to\" >/dev/null;"
			  "sed -n '/^```c$/,/^```$/p' README.md | sed '/^```/d' >\"$to/example.c\";"
			  "test \"$(wc -l <\"$to/example.c\")\" -ge 8;"
			  "export PKG_CONFIG_PATH=\"$to/lib/pkgconfig\";"
			  "${CC:-cc} -o \"$to/example\" \"$to/example.c\" "
			  "$(pkg-config --cflags --libs xueji) %s 2>&1;"
			  "\"$to/example\"; ldd \"$to/example\"",
			  build != NULL ? build : "build",
			  getenv("XUEJI_LINK") != NULL ? getenv("XUEJI_LINK") : "");

	(void)state;
	if (run(command) != 0)
		print_error("%s\n", output);
	assert_non_null(strstr(output, "id.lowercase-x 18"));
	assert_null(strstr(output, "curses"));
	assert_null(strstr(output, "cjson"));
	free(command);
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(test_the_readme_example) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
