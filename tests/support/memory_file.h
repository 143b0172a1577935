/* SPDX-License-Identifier: MIT */
/* Files that exist in memory only. */
#ifndef MEMORY_FILE_H
#define MEMORY_FILE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { MEMORY_FILE_PATH = 32 };

/* Makes a file of so many bytes that only this process sees, and writes its path. Returns the
 * descriptor, which the caller closes; then the path is gone. Fails the running test if that cannot
 * be done. */
static inline int memory_file(const char *bytes, size_t len, char path[MEMORY_FILE_PATH])
{
	int fd = memfd_create("roster", 0);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes, len), len);
	snprintf(path, MEMORY_FILE_PATH, "/proc/self/fd/%d", fd);
	return fd;
}

/* The same of a text. */
static inline int memory_file_of_text(const char *text, char path[MEMORY_FILE_PATH])
{
	return memory_file(text, strlen(text), path);
}

/* The path of a file of this text; it is the same file each time. */
static inline const char *path_of_text(const char *text)
{
	static char path[MEMORY_FILE_PATH];
	static int fd = -1;

	if (fd >= 0)
		close(fd);
	fd = memory_file_of_text(text, path);
	return path;
}

#endif
