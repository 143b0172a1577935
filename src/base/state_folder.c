/* SPDX-License-Identifier: MIT */
#include "base/state_folder.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool find_path(char *path, size_t size)
{
	const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
	const struct passwd *user;
	int n;

	if (state != NULL && state[0] == '/')
		return (size_t)snprintf(path, size, "%s/xueji", state) < size;
	if ((home == NULL || home[0] != '/') && (user = getpwuid(getuid())) != NULL)
		home = user->pw_dir;
	if (home == NULL || home[0] != '/')
		return false;
	n = snprintf(path, size, "%s/.local/state/xueji", home);
	return n > 0 && (size_t)n < size;
}

static void make_parents(char *path)
{
	for (char *slash = strchr(path + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		mkdir(path, 0700); /* what fails here fails again, and is reported, at the folder */
		*slash = '/';
	}
}

int state_folder_open(bool make, char *path, size_t size)
{
	struct stat st;
	int dir;

	if (!find_path(path, size)) {
		errno = ENOENT;
		return -1;
	}
	if (make) {
		make_parents(path);
		if (mkdir(path, 0700) < 0 && errno != EEXIST)
			return -1;
	}
	dir = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (dir < 0)
		return -1;
	if (fstat(dir, &st) == 0) {
		if (st.st_uid != geteuid())
			errno = EPERM;
		else if ((st.st_mode & 077) == 0 || fchmod(dir, 0700) == 0)
			return dir;
	}
	close(dir);
	return -1;
}
