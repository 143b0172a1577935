/* SPDX-License-Identifier: MIT */
/* Preloaded with LD_PRELOAD, makes allocations fail: the n-th with NO_MEMORY_AT=n, and with
 * NO_MEMORY_FOR_GOOD all after it. Allocations of ncurses, which does not check all of them,
 * neither count nor fail; with NO_MEMORY_IN_CURSES only they do. At exit the count goes to the file
 * $NO_MEMORY_COUNT. With NO_DISK, fsync() never returns. */
#include <stdlib.h>

#ifdef __GLIBC__
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { FRAMES_MAX = 24 };

extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);

static unsigned long at, asked;
static bool for_good, in_curses, looking;

static bool is_curses(void *const *frames, int count)
{
	for (int i = 0; i < count; i++) {
		Dl_info info;

		if (dladdr(frames[i], &info) != 0 && info.dli_fname != NULL &&
		    (strstr(info.dli_fname, "libncurses") != NULL ||
		     strstr(info.dli_fname, "libtinfo") != NULL))
			return true;
	}
	return false;
}

static bool refuses(void)
{
	void *frames[FRAMES_MAX];
	bool refused;

	/* backtrace() may allocate. */
	if (looking || (at != 0 && asked >= at && !for_good))
		return false;
	looking = true;
	refused = is_curses(frames, backtrace(frames, FRAMES_MAX)) == in_curses &&
		  (++asked == at || (for_good && asked > at));
	looking = false;
	if (refused)
		errno = ENOMEM;
	return refused;
}

__attribute__((constructor)) static void begin(void)
{
	const char *number = getenv("NO_MEMORY_AT");
	void *frame;

	backtrace(&frame, 1); /* the first call loads libgcc */
	in_curses = getenv("NO_MEMORY_IN_CURSES") != NULL;
	for_good = getenv("NO_MEMORY_FOR_GOOD") != NULL;
	at = number != NULL ? strtoul(number, NULL, 10) : 0;
	asked = 0;
}

__attribute__((destructor)) static void end(void)
{
	const char *path = getenv("NO_MEMORY_COUNT");
	int fd = path != NULL ? open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600) : -1;

	looking = true;
	if (fd >= 0)
		dprintf(fd, "%lu\n", asked);
}

int fsync(int fd)
{
	static int (*real)(int);

	while (getenv("NO_DISK") != NULL)
		pause();
	if (real == NULL)
		real = (int (*)(int))(intptr_t)dlsym(RTLD_NEXT, "fsync");
	return real(fd);
}

void *malloc(size_t size)
{
	return refuses() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return refuses() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
	return refuses() ? NULL : __libc_realloc(old, size);
}
#endif
