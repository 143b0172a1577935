/* SPDX-License-Identifier: MIT */
/* A whole file into memory, with a sentence for every way that fails; and what a file begins with. */
#ifndef FILE_IN_H
#define FILE_IN_H

#include <stddef.h>

#include "base/diag.h"

/* The bytes of a regular file of 1 to max_bytes bytes, NUL-terminated, owned by the caller; NULL: d says
 * why (no such file, a folder, a pipe, no permission, too large, empty). Sets d's file. */
char *file_in_read(const char *path, size_t max_bytes, size_t *len, struct diag *d);

/* The first byte that is no blank, behind a byte order mark of UTF-8; '\0' for what has none, cannot
 * be read or is no regular file: nothing is taken from a pipe. */
char file_in_first(const char *path);

#endif
