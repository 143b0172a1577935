/* SPDX-License-Identifier: MIT */
/* The report on disk: readable by its owner only, never through a link, never over a file unasked. */
#ifndef REPORT_FILE_H
#define REPORT_FILE_H

#include <stdbool.h>
#include <stddef.h>

enum report_written { REPORT_WRITTEN, REPORT_EXISTS, REPORT_FAILED };

/* Writes a whole file, mode 0600, or leaves everything as it was. replace: an existing regular file of
 * that name gives way to it. notice (of size bytes) says in Chinese what was done or what failed. */
enum report_written report_file_write(const char *path, const char *bytes, bool replace,
				      char *notice, size_t size);

#endif
