/* SPDX-License-Identifier: MIT */
/* Reads and writes whole files, and describes system errors in Chinese. */
#ifndef FILE_H
#define FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"

/* Returns the bytes of a regular file of 1 to max_bytes bytes, NUL-terminated and owned by the
 * caller. Returns NULL on failure; d says why (missing, a folder, a pipe, no permission, too large,
 * empty). Sets d's file. */
char *file_read(const char *path, size_t max_bytes, size_t *len, struct diag *d);

/* Returns the first character of a file in UTF-8 or UTF-16 that is not a blank, or some byte above
 * 0x7F if it is not ASCII. Exceptions: '\\' for RTF, which begins with "{\" and is not JSON; '{'
 * for a comment, which somebody wrote into JSON; a blank for NUL, or if the file has only blanks;
 * '\0' if the file is empty, cannot be read, or is not a regular file (a pipe would lose the
 * byte). */
char file_first_byte(const char *path);

/* Reads to the end of the file or until size bytes are read, through interruptions, and sets *len
 * to the number of bytes. Returns false with errno on an error. */
bool file_read_all(int fd, char *bytes, size_t size, size_t *len);

/* Writes all bytes, through interruptions and short writes. Returns false with errno on an
 * error. */
bool file_write_all(int fd, const char *bytes, size_t len);

/* Returns a few words for an errno value, in Chinese in every locale, without a full stop; valid
 * until the next call. */
const char *file_error_text(int number);

#endif
