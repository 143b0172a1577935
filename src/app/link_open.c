/* SPDX-License-Identifier: MIT */
#include "app/link_open.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"

enum {
	URL_MAX = 2000, /* bytes */
	PATIENCE = 500  /* milliseconds */
};

static bool is_set(const char *name)
{
	const char *value = getenv(name);

	return value != NULL && *value != '\0';
}

/* Starts the opener, without input and output, because its messages must not reach the terminal.
 * Returns its process; -1 if there is no such program. */
static pid_t start(const char *opener, const char *url)
{
	char name[16], address[URL_MAX + 1], *argv[] = { name, address, NULL };
	posix_spawn_file_actions_t quiet;
	posix_spawnattr_t attributes;
	sigset_t none, ignored;
	pid_t pid;
	int failed;

	strcpy(name, opener);
	strcpy(address, url);
	posix_spawn_file_actions_init(&quiet);
	posix_spawn_file_actions_addopen(&quiet, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_addopen(&quiet, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
	posix_spawnattr_init(&attributes);
	/* Unblock signals and restore the default of those that this process ignores. */
	sigemptyset(&none);
	sigemptyset(&ignored);
	sigaddset(&ignored, SIGPIPE);
	sigaddset(&ignored, SIGXFSZ);
	posix_spawnattr_setsigmask(&attributes, &none);
	posix_spawnattr_setsigdefault(&attributes, &ignored);
	posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK |
						      POSIX_SPAWN_SETSIGDEF);
	failed = posix_spawnp(&pid, opener, &quiet, &attributes, argv, environ);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&quiet);
	return failed == 0 ? pid : -1;
}

/* Reaps the openers that have ended by now. */
static void reap(void)
{
	while (waitpid(-1, NULL, WNOHANG) > 0)
		;
}

/* Waits for an opener to end, PATIENCE at most, whatever signals arrive: some end at once, others
 * run as long as the browser. */
static enum link_opened wait_for(pid_t pid, const sigset_t *child)
{
	int64_t end = clock_milliseconds() + PATIENCE;
	int status = 0;
	pid_t ended;

	while ((ended = waitpid(pid, &status, WNOHANG)) == 0) {
		int64_t left = end - clock_milliseconds();
		struct timespec patience = { 0, left * 1000000 };

		if (left <= 0)
			return LINK_OPENING;
		sigtimedwait(child, NULL, &patience);
	}
	return ended == pid && status == 0 ? LINK_OPENED : LINK_FAILED;
}

static enum link_opened run(const char *opener, const char *url)
{
	enum link_opened opened = LINK_FAILED;
	sigset_t child, before;
	pid_t pid;

	sigemptyset(&child);
	sigaddset(&child, SIGCHLD);
	sigprocmask(SIG_BLOCK, &child, &before);
	pid = start(opener, url);
	if (pid > 0)
		opened = wait_for(pid, &child);
	sigprocmask(SIG_SETMASK, &before, NULL);
	return opened;
}

enum link_opened link_open(const char *url, const char **why)
{
	static const char *const openers[] = { "wslview", "xdg-open", "open" };

	reap();
	*why = "只能打开 http 和 https 的网址。";
	if ((strncmp(url, "http://", 7) != 0 && strncmp(url, "https://", 8) != 0) ||
	    strlen(url) > URL_MAX)
		return LINK_FAILED;
	*why = "远程终端打不开浏览器，按 r 扫码，或按 y 复制网址。";
	if (is_set("SSH_CONNECTION") && !is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY"))
		return LINK_FAILED;
	*why = "浏览器没有打开，按 r 扫码，或按 y 复制网址。";
	for (size_t i = 0; i < sizeof openers / sizeof openers[0]; i++) {
		enum link_opened opened = run(openers[i], url);

		if (opened != LINK_FAILED)
			return opened;
	}
	return LINK_FAILED;
}
