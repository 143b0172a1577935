/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <dlfcn.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/paths.h"
#include "base/xalloc.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static char folder[] = P_tmpdir "/xueji 学籍-XXXXXX";
static bool has_proc;
static char started_as[sizeof folder + 32];

/* Stands before the C library's: the program is bin/prog, started as told, and there may be no
 * /proc to tell. */
char *realpath(const char *path, char *resolved)
{
	char *(*real)(const char *, char *) =
		(char *(*)(const char *, char *))(intptr_t)dlsym(RTLD_NEXT, "realpath");
	char program[sizeof folder + 16];

	if (path == (const char *)getauxval(AT_EXECFN))
		return real(started_as, resolved);
	if (strcmp(path, "/proc/self/exe") != 0)
		return real(path, resolved);
	if (!has_proc) {
		errno = ENOENT;
		return NULL;
	}
	snprintf(program, sizeof program, "%s/bin/prog", folder);
	return real(program, resolved);
}

/* Runs a shell command, in which $F is the folder. */
static void run(const char *command)
{
	setenv("F", folder, 1);
	assert_int_equal(system(command), 0);
}

static void expect_found(const char *name, const char *beside)
{
	struct diag d = { 0 };
	char *path = paths_data(name, &d), *expected = realpath(beside, NULL);
	char *found = path == NULL ? NULL : realpath(path, NULL);

	if (found == NULL || strcmp(found, expected) != 0)
		fail_msg("%s: %s; %s", started_as, path, d.items[0].text);
	assert_int_equal(d.count, 0);
	free(path);
	free(expected);
	free(found);
}

/* Beside the program, by the path that it was started by. */
static void test_without_proc(void **state)
{
	static const char *const names[] = { "/bin/prog", "/link", "/bin/../bin/prog" };
	char *data = xasprintf("%s/data/a.json", folder);

	(void)state;
	has_proc = false;
	for (size_t i = 0; i < COUNT(names); i++) {
		snprintf(started_as, sizeof started_as, "%s%s", folder, names[i]);
		expect_found("a.json", data);
	}
	free(data);
}

/* Told where it was looked for. */
static void test_nowhere(void **state)
{
	struct diag d = { 0 };

	(void)state;
	has_proc = false;
	strcpy(started_as, "/nowhere/prog");
	setenv("XUEJI_DATA", "/other", 1);
	assert_null(paths_data("no_such.json", &d));
	assert_string_equal(d.file, "no_such.json");
	assert_int_equal(d.count, 2);
	assert_non_null(strstr(d.items[0].text, "/other/no_such.json"));
	assert_non_null(strstr(d.items[1].text, "/no_such.json"));
	unsetenv("XUEJI_DATA");
}

/* The variable comes first; then /proc tells where the program is. */
static void test_order(void **state)
{
	char *data = xasprintf("%s/data/a.json", folder), *other = xasprintf("%s/bin", folder);

	(void)state;
	has_proc = true;
	strcpy(started_as, "/nowhere/prog");
	expect_found("a.json", data);
	run("cp \"$F/data/a.json\" \"$F/bin/a.json\"");
	setenv("XUEJI_DATA", other, 1);
	free(data);
	data = xasprintf("%s/a.json", other);
	expect_found("a.json", data);
	unsetenv("XUEJI_DATA");
	free(data);
	free(other);
}

static int set_up(void **state)
{
	(void)state;
	if (mkdtemp(folder) == NULL)
		return -1;
	unsetenv("XUEJI_DATA");
	run("cd \"$F\" && mkdir bin data && echo x >data/a.json && cp /bin/sh bin/prog && ln -s "
	    "bin/prog link");
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	setenv("PATH", "/bin:/usr/bin", 1);
	run("rm -rf \"$F\"");
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_without_proc),
		cmocka_unit_test(test_nowhere),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
