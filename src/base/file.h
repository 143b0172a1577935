/* SPDX-License-Identifier: MIT */
/* Reads and writes whole files, and says in Chinese why the system refuses. */
#ifndef FILE_H
#define FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

/* The bytes of a regular file of 1 to max_bytes bytes, NUL-terminated, owned by the caller;
 * NULL: d says why (missing, a folder, a pipe, no permission, too large, empty). Sets d's file. */
char *file_read(const char *path, size_t max_bytes, size_t *len, struct diag *d);

/* The first character that is not a blank, in UTF-8 or UTF-16: itself if it is ASCII, else some
 * byte above. Exceptions: '\\' for RTF, which begins with "{\" and is not JSON; a blank if there is
 * nothing else; '\0' if the file is empty, cannot be read, or is not a regular file (a pipe would
 * lose the byte). */
char file_first_byte(const char *path);

/* Reads to the end of the file, or until there are size bytes, through interruptions; *len: how
 * many they are. false with errno. */
bool file_read_all(int fd, char *bytes, size_t size, size_t *len);

/* Writes all bytes, through interruptions and short writes; false with errno. */
bool file_write_all(int fd, const char *bytes, size_t len);

/* A few words for an errno value, in Chinese whatever the locale, without a full stop; valid
 * until the next call. */
const char *file_error_text(int number);

#endif
