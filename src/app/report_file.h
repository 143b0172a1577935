/* SPDX-License-Identifier: MIT */
/* Writes the report to disk: readable by its owner only, never through a link, and never over a
 * file unless asked to. */
#ifndef REPORT_FILE_H
#define REPORT_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "wizard/line_edit.h"

enum report_written { REPORT_WRITTEN, REPORT_EXISTS, REPORT_FAILED };

/* The path that a student typed, with the home folder in place of a ~ at its start. Owned by the
 * caller. */
char *report_file_path(const char *typed);

/* Adds .txt to a file name without an extension, because some systems cannot open such a file.
 * Leaves the name of an existing folder as it is. */
void report_file_add_end(struct line_edit *path);

/* Writes a whole file, mode 0600, or changes nothing; replace: an existing regular file of that
 * name is replaced. First removes what a save to that folder left behind when it was killed. notice
 * (of size bytes) gets a sentence on what was done or why not. */
enum report_written report_file_write(const char *path, const char *bytes, bool replace,
				      char *notice, size_t size);

#endif
