/* SPDX-License-Identifier: MIT */
/* Gives fuzz input to functions that read from a descriptor or a path. */
#ifndef FUZZ_FILE_H
#define FUZZ_FILE_H

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

/* Returns a descriptor of a file with these bytes, at offset 0. It is the same file each time: do
 * not close it. */
static inline int file_of(const void *bytes, size_t len)
{
	static int fd = -1;

	if (fd < 0)
		fd = memfd_create("fuzz", MFD_CLOEXEC);
	if (fd < 0 || ftruncate(fd, 0) != 0 || pwrite(fd, bytes, len, 0) != (ssize_t)len ||
	    lseek(fd, 0, SEEK_SET) != 0)
		abort();
	return fd;
}

/* The path of that file; valid until the next call. */
static inline const char *path_of(const void *bytes, size_t len)
{
	static char path[32];

	snprintf(path, sizeof path, "/proc/self/fd/%d", file_of(bytes, len));
	return path;
}

#endif
