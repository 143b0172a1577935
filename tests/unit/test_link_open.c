/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/link_open.h"
#include "base/core_dump.h"
#include "base/xalloc.h"

static char folder[] = "/tmp/xueji-link-XXXXXX";
static struct rlimit core_limit; /* before core files were forbidden */

static bool opens(const char *url, const char **why)
{
	*why = NULL;
	return link_open(url, why);
}

static void test_only_pages(void **state)
{
	static const char *const rows[] = {
		"file:///etc/passwd", "javascript:alert(1)", "", "-h", "ftp://www.chsi.com.cn",
		"httpx://a"
	};
	const char *why;

	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		assert_false(opens(rows[i], &why));
		assert_non_null(strstr(why, "http"));
	}
}

static void test_far_away(void **state)
{
	const char *why;

	(void)state;
	setenv("SSH_CONNECTION", "a b c d", 1);
	unsetenv("DISPLAY");
	unsetenv("WAYLAND_DISPLAY");
	assert_false(opens("https://www.chsi.com.cn", &why));
	assert_non_null(strstr(why, "远程"));
	unsetenv("SSH_CONNECTION");
}

static void test_no_opener(void **state)
{
	const char *why;

	(void)state;
	setenv("PATH", folder, 1);
	assert_false(opens("https://www.chsi.com.cn", &why));
	assert_non_null(strstr(why, "没有找到"));
}

/* One argument, whatever is in it: no shell reads it. The opener writes into a pipe that ends when it does. */
static void test_no_shell(void **state)
{
	static const char url[] = "https://www.chsi.com.cn/?a=$(id)&b='\"; touch x";
	char *opener = xasprintf("%s/xdg-open", folder), *pipe_path = xasprintf("%s/said", folder);
	char said[256];
	const char *why;
	FILE *f = fopen(opener, "w");

	(void)state;
	assert_non_null(f);
	fprintf(f, "#!/bin/sh\nprintf '%%s|%%s' \"$#\" \"$1\" >%s\n", pipe_path);
	fclose(f);
	assert_int_equal(chmod(opener, 0700), 0);
	assert_int_equal(mkfifo(pipe_path, 0600), 0);
	setenv("PATH", folder, 1);
	assert_true(opens(url, &why));
	f = fopen(pipe_path, "r");
	assert_non_null(f);
	said[fread(said, 1, sizeof said - 1, f)] = '\0';
	fclose(f);
	assert_int_equal(strncmp(said, "1|", 2), 0);
	assert_string_equal(said + 2, url);
	unlink(opener);
	unlink(pipe_path);
	free(opener);
	free(pipe_path);
}

/* What this program is when it is started as the opener: it says which signals do not reach it, the limit on its core
 * files, and how many variables it was given. */
static int be_the_opener(void)
{
	sigset_t blocked;
	struct sigaction pipe_action;
	struct rlimit core;
	size_t variables = 0;
	FILE *f = fopen(getenv("XUEJI_SAID"), "w");

	if (f == NULL || sigprocmask(SIG_SETMASK, NULL, &blocked) < 0 ||
	    sigaction(SIGPIPE, NULL, &pipe_action) < 0 || getrlimit(RLIMIT_CORE, &core) < 0)
		return 1;
	while (environ[variables] != NULL)
		variables++;
	fprintf(f, "%d %d %lu %zu", sigismember(&blocked, SIGTERM),
		pipe_action.sa_handler == SIG_IGN, (unsigned long)core.rlim_cur, variables);
	return fclose(f);
}

/* The program blocks and ignores signals and forbids core files for its own sake, not for the browser. */
static void test_the_opener_is_free(void **state)
{
	char *opener = xasprintf("%s/xdg-open", folder), *pipe_path = xasprintf("%s/said", folder);
	char *self = realpath("/proc/self/exe", NULL), said[64], expected[64];
	struct rlimit core;
	size_t variables = 0;
	sigset_t term;
	const char *why;
	FILE *f;

	(void)state;
	assert_int_equal(symlink(self, opener), 0);
	assert_int_equal(mkfifo(pipe_path, 0600), 0);
	setenv("PATH", folder, 1);
	setenv("XUEJI_SAID", pipe_path, 1);
	sigemptyset(&term);
	sigaddset(&term, SIGTERM);
	sigprocmask(SIG_BLOCK, &term, NULL);
	signal(SIGPIPE, SIG_IGN);
	assert_true(opens("https://www.chsi.com.cn", &why));
	signal(SIGPIPE, SIG_DFL);
	sigprocmask(SIG_UNBLOCK, &term, NULL);
	f = fopen(pipe_path, "r");
	assert_non_null(f);
	said[fread(said, 1, sizeof said - 1, f)] = '\0';
	fclose(f);
	while (environ[variables] != NULL)
		variables++;
	snprintf(expected, sizeof expected, "0 0 %lu %zu", (unsigned long)core_limit.rlim_cur,
		 variables);
	assert_string_equal(said, expected);
	/* and this process has none again */
	assert_int_equal(getrlimit(RLIMIT_CORE, &core), 0);
	assert_int_equal(core.rlim_cur, 0);
	unlink(opener);
	unlink(pipe_path);
	free(self);
	free(opener);
	free(pipe_path);
}

/* The program forbids core files before it does anything else. */
static int make_folder(void **state)
{
	(void)state;
	if (getrlimit(RLIMIT_CORE, &core_limit) < 0)
		return -1;
	core_limit.rlim_cur = core_limit.rlim_max < 4096 ? core_limit.rlim_max : 4096;
	if (setrlimit(RLIMIT_CORE, &core_limit) < 0)
		return -1;
	core_dump_forbid();
	return mkdtemp(folder) == NULL;
}

static int remove_folder(void **state)
{
	(void)state;
	return rmdir(folder);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_only_pages),         cmocka_unit_test(test_far_away),
		cmocka_unit_test(test_no_opener),          cmocka_unit_test(test_no_shell),
		cmocka_unit_test(test_the_opener_is_free),
	};

	if (argc == 2 && strstr(argv[0], "xdg-open") != NULL)
		return be_the_opener();
	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
