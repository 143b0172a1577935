/* SPDX-License-Identifier: MIT */
#include "base/paths.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/xalloc.h"

/* The folder of the running program, owned; NULL where the system does not say. */
static char *program_folder(void)
{
	char path[4096];
	ssize_t n = readlink("/proc/self/exe", path, sizeof path - 1);
	char *slash;

	if (n <= 0)
		return NULL;
	path[n] = '\0';
	slash = strrchr(path, '/');
	return slash == NULL ? NULL : xstrndup(path, (size_t)(slash - path));
}

char *paths_find(const char *name, struct diag *d)
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
