/* SPDX-License-Identifier: MIT */
#include "base/paths.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/xalloc.h"

/* Returns the folder of the running program, owned by the caller; NULL if it is not known. Without
 * /proc, the kernel still tells the path that the program was started by. */
static char *program_folder(void)
{
	char *path = realpath("/proc/self/exe", NULL), *slash;

	if (path == NULL)
		path = realpath((const char *)getauxval(AT_EXECFN), NULL);
	slash = path == NULL ? NULL : strrchr(path, '/');
	if (slash != NULL)
		*slash = '\0';
	return path;
}

char *paths_data(const char *name, struct diag *d)
{
	const char *asked = getenv("XUEJI_DATA");
	char *beside = program_folder(), *found = NULL;
	char *tried[4] = { 0 };
	size_t count = 0;

	if (asked != NULL && *asked != '\0')
		tried[count++] = xasprintf("%s/%s", asked, name);
	if (beside != NULL) {
		tried[count++] = xasprintf("%s/../data/%s", beside, name);
		tried[count++] = xasprintf("%s/../share/xueji/%s", beside, name);
	}
	tried[count++] = xasprintf("%s/%s", XUEJI_DATADIR, name);
	for (size_t i = 0; i < count && found == NULL; i++)
		if (access(tried[i], F_OK) == 0)
			found = xstrdup(tried[i]);
	for (size_t i = 0; i < count; i++) {
		if (found == NULL) {
			diag_file(d, name);
			diag_add(d, 0, 0, "找不到；试过 %s", tried[i]);
		}
		free(tried[i]);
	}
	free(beside);
	return found;
}

char *paths_beside(const char *other, const char *name)
{
	const char *slash = strrchr(other, '/');

	return xasprintf("%.*s%s", slash == NULL ? 0 : (int)(slash + 1 - other), other, name);
}

static bool find_state(char path[PATHS_STATE])
{
	const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
	const struct passwd *user;

	if (state != NULL && state[0] == '/')
		return (size_t)snprintf(path, PATHS_STATE, "%s/xueji", state) < PATHS_STATE;
	if ((home == NULL || home[0] != '/') && (user = getpwuid(getuid())) != NULL)
		home = user->pw_dir;
	if (home == NULL || home[0] != '/')
		return false;
	return (size_t)snprintf(path, PATHS_STATE, "%s/.local/state/xueji", home) < PATHS_STATE;
}

/* Creates a folder and its parents. Returns false with errno on failure. Root creates nothing in a
 * folder of another user, because sudo may keep the user's HOME. */
static bool make_folders(char *path)
{
	struct stat parent = { .st_uid = 0 };
	bool made = true;

	for (char *end = path; made && *end != '\0';) {
		char after;

		end += 1 + strcspn(end + 1, "/");
		after = *end;
		*end = '\0';
		if (stat(path, &parent) < 0) {
			made = geteuid() != 0 || parent.st_uid == 0;
			if (!made)
				errno = EPERM;
			made = made && (mkdir(path, 0700) == 0 || errno == EEXIST);
		}
		*end = after;
	}
	return made;
}

int paths_open_state(bool make, char path[PATHS_STATE])
{
	struct stat st;
	int dir;

	if (!find_state(path)) {
		errno = ENOENT;
		return -1;
	}
	if (make && !make_folders(path))
		return -1;
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
