/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>
#include <signal.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app/link_open.h"
#include "base/clock.h"
#include "base/xalloc.h"

static char folder[] = "/tmp/xueji-link-XXXXXX";

static bool opens(const char *url, const char **why)
{
	*why = NULL;
	return link_open(url, why) != LINK_FAILED;
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
	assert_non_null(strstr(why, "浏览器没有打开"));
}

/* Opens the address and returns what the opener writes into the pipe `said`, which ends when it
 * does. */
static const char *hear(const char *opener, const char *pipe_path, const char *url)
{
	static char said[256];
	const char *why;
	struct pollfd from;
	FILE *f;

	assert_int_equal(mkfifo(pipe_path, 0600), 0);
	from = (struct pollfd){ open(pipe_path, O_RDONLY | O_NONBLOCK), POLLIN, 0 };
	assert_true(from.fd >= 0);
	setenv("PATH", folder, 1);
	assert_true(opens(url, &why));
	assert_int_equal(poll(&from, 1, -1), 1);
	assert_int_equal(fcntl(from.fd, F_SETFL, 0), 0);
	f = fdopen(from.fd, "r");
	assert_non_null(f);
	said[fread(said, 1, sizeof said - 1, f)] = '\0';
	fclose(f);
	unlink(opener);
	unlink(pipe_path);
	return said;
}

/* One argument, whatever is in it, read by no shell; and the limit on core files as it was, in
 * blocks of 512 bytes, while this process still has none. */
static void test_no_shell(void **state)
{
	static const char url[] = "https://www.chsi.com.cn/?a=$(id)&b='\"; touch x";
	char *opener = xasprintf("%s/xdg-open", folder), *pipe_path = xasprintf("%s/said", folder);
	char expected[128];
	FILE *f = fopen(opener, "w");

	(void)state;
	assert_non_null(f);
	fprintf(f, "#!/bin/sh\nprintf '%%s|%%s' \"$#\" \"$1\" >%s\n", pipe_path);
	fclose(f);
	assert_int_equal(chmod(opener, 0700), 0);
	snprintf(expected, sizeof expected, "1|%s", url);
	assert_string_equal(hear(opener, pipe_path, url), expected);
	free(opener);
	free(pipe_path);
}

static void write_opener(const char *name, const char *script)
{
	char *path = xasprintf("%s/%s", folder, name);
	FILE *f = script != NULL ? fopen(path, "w") : NULL;

	unlink(script == NULL ? path : "");
	if (f != NULL) {
		fprintf(f, "#!/bin/sh\n%s\n", script);
		fclose(f);
		assert_int_equal(chmod(path, 0700), 0);
	}
	free(path);
}

/* Sends a signal again and again, as long as its parent lives. */
static pid_t start_sending(int sent)
{
	pid_t parent = getpid(), sender = fork();

	while (sender == 0 && getppid() == parent) {
		kill(parent, sent);
		poll(NULL, 0, 20);
	}
	if (sender == 0)
		_exit(0);
	return sender;
}

static void on_signal(int sent)
{
	(void)sent;
}

/* Signals neither shorten nor prolong the wait for an opener that does not end. */
static void expect_same_patience(void)
{
	static const int sent[] = { SIGWINCH, SIGCHLD };
	struct sigaction caught = { .sa_handler = on_signal }, before;
	const char *why;

	sigaction(SIGWINCH, &caught, &before);
	for (size_t i = 0; i < sizeof sent / sizeof sent[0]; i++) {
		pid_t sender = start_sending(sent[i]);
		int64_t began = clock_milliseconds();

		assert_true(sender > 0);
		assert_int_equal(link_open("https://www.chsi.com.cn", &why), LINK_OPENING);
		assert_true(clock_milliseconds() - began >= 500);
		kill(sender, SIGKILL);
		waitpid(sender, NULL, 0);
	}
	sigaction(SIGWINCH, &before, NULL);
}

/* An opener is believed by its exit; one that fails is followed by the next. */
static void test_what_the_opener_did(void **state)
{
	static const struct {
		const char *first, *second; /* NULL: there is none */
		enum link_opened opened;
	} rows[] = {
		{ "exit 0", NULL, LINK_OPENED },     { "exit 3", NULL, LINK_FAILED },
		{ "exit 1", "exit 0", LINK_OPENED }, { "exit 1", "exit 1", LINK_FAILED },
		{ NULL, "exit 0", LINK_OPENED },     { "kill -9 $$", NULL, LINK_FAILED },
	};
	char *held = xasprintf("%s/held", folder), *script;
	const char *why;

	(void)state;
	setenv("PATH", folder, 1);
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		enum link_opened opened = LINK_OPENING;

		write_opener("wslview", rows[i].first);
		write_opener("xdg-open", rows[i].second);
		/* A machine under load may not run it in time. */
		for (int tries = 0; tries < 20 && opened == LINK_OPENING; tries++)
			opened = link_open("https://www.chsi.com.cn", &why);
		assert_int_equal(opened, rows[i].opened);
	}
	write_opener("wslview", NULL);
	/* It waits for the one that becomes the browser only so long. */
	assert_int_equal(mkfifo(held, 0600), 0);
	script = xasprintf("read line <%s", held);
	write_opener("xdg-open", script);
	assert_int_equal(link_open("https://www.chsi.com.cn", &why), LINK_OPENING);
	close(open(held, O_RDWR | O_NONBLOCK));
	expect_same_patience();
	write_opener("xdg-open", NULL);
	unlink(held);
	free(script);
	free(held);
}

/* What this program is when it is started as the opener: it says which signals do not reach it, and
 * how many variables it was given. */
static int be_the_opener(void)
{
	sigset_t blocked;
	struct sigaction pipe_action;
	size_t variables = 0;
	FILE *f = fopen(getenv("XUEJI_SAID"), "w");

	if (f == NULL || sigprocmask(SIG_SETMASK, NULL, &blocked) < 0 ||
	    sigaction(SIGPIPE, NULL, &pipe_action) < 0)
		return 1;
	while (environ[variables] != NULL)
		variables++;
	fprintf(f, "%d %d %zu", sigismember(&blocked, SIGTERM), pipe_action.sa_handler == SIG_IGN,
		variables);
	return fclose(f);
}

/* The program blocks and ignores signals for its own sake, not for the browser; and adds no
 * variables. */
static void test_the_opener_is_free(void **state)
{
	char *opener = xasprintf("%s/xdg-open", folder), *pipe_path = xasprintf("%s/said", folder);
	char *self = realpath("/proc/self/exe", NULL), expected[64];
	const char *said;
	size_t variables = 0;
	sigset_t term;

	(void)state;
	assert_int_equal(symlink(self, opener), 0);
	setenv("XUEJI_SAID", pipe_path, 1);
	sigemptyset(&term);
	sigaddset(&term, SIGTERM);
	sigprocmask(SIG_BLOCK, &term, NULL);
	signal(SIGPIPE, SIG_IGN);
	said = hear(opener, pipe_path, "https://www.chsi.com.cn");
	signal(SIGPIPE, SIG_DFL);
	sigprocmask(SIG_UNBLOCK, &term, NULL);
	while (environ[variables] != NULL)
		variables++;
	snprintf(expected, sizeof expected, "0 0 %zu", variables);
	assert_string_equal(said, expected);
	free(self);
	free(opener);
	free(pipe_path);
}

static int make_folder(void **state)
{
	(void)state;
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
		cmocka_unit_test(test_only_pages), cmocka_unit_test(test_far_away),
		cmocka_unit_test(test_no_opener),  cmocka_unit_test(test_what_the_opener_did),
		cmocka_unit_test(test_no_shell),   cmocka_unit_test(test_the_opener_is_free),
	};

	if (argc == 2 && strstr(argv[0], "xdg-open") != NULL)
		return be_the_opener();
	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
