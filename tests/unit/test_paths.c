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
#include <sys/stat.h>
#include <unistd.h>

#include "base/paths.h"
#include "base/xalloc.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])

static char folder[] = P_tmpdir "/xueji 学籍-XXXXXX";
static bool has_proc;

/* Stands before the C library's: the program is bin/prog, and there may be no /proc to tell. */
char *realpath(const char *path, char *resolved)
{
	char *(*real)(const char *, char *) =
		(char *(*)(const char *, char *))(intptr_t)dlsym(RTLD_NEXT, "realpath");
	char program[sizeof folder + 16];

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
		fail_msg("%s: %s; %s", program_invocation_name, path, d.items[0].text);
	assert_int_equal(d.count, 0);
	free(path);
	free(expected);
	free(found);
}

/* Beside the program, which argv[0] and PATH tell. */
static void test_without_proc(void **state)
{
	static const struct {
		bool in_folder;
		const char *name;
	} names[] = {
		{ true, "/bin/prog" },
		{ false, "prog" },
		{ true, "/link" },
		{ true, "/bin/../bin/prog" },
	};
	char *data = xasprintf("%s/data/a.json", folder),
	     *path = xasprintf("/nowhere::%s/bin", folder);
	char *usual = program_invocation_name;

	(void)state;
	has_proc = false;
	setenv("PATH", path, 1);
	for (size_t i = 0; i < COUNT(names); i++) {
		char *name = xasprintf("%s%s", names[i].in_folder ? folder : "", names[i].name);

		program_invocation_name = name;
		expect_found("a.json", data);
		program_invocation_name = usual;
		free(name);
	}
	free(path);
	free(data);
}

/* Told where it was looked for. */
static void test_nowhere(void **state)
{
	static const struct {
		const char *name, *path;
	} rows[] = {
		{ "no_such_program", "/nowhere" },
		{ "no_such_program", "" },
		{ "/nowhere/prog", "/bin" },
	};
	char *usual = program_invocation_name;

	(void)state;
	has_proc = false;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct diag d = { 0 };
		char name[32];

		strcpy(name, rows[i].name);
		program_invocation_name = name;
		setenv("PATH", rows[i].path, 1);
		setenv("XUEJI_DATA", "/other", 1);
		assert_null(paths_data("no_such.json", &d));
		program_invocation_name = usual;
		assert_string_equal(d.file, "no_such.json");
		assert_int_equal(d.count, 2);
		assert_non_null(strstr(d.items[0].text, "/other/no_such.json"));
		assert_non_null(strstr(d.items[1].text, "/no_such.json"));
	}
	unsetenv("XUEJI_DATA");
}

/* The variable comes first; then /proc tells where the program is, whatever argv[0] says. */
static void test_order(void **state)
{
	char *data = xasprintf("%s/data/a.json", folder), *other = xasprintf("%s/bin", folder);
	char *usual = program_invocation_name;
	char name[] = "/nowhere/prog";

	(void)state;
	has_proc = true;
	program_invocation_name = name;
	expect_found("a.json", data);
	program_invocation_name = usual;
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
