/* SPDX-License-Identifier: MIT */
/* Writes the report to disk: readable by its owner alone, never through a link, never over a file
 * unasked. */
#ifndef REPORT_FILE_H
#define REPORT_FILE_H

#include <stdbool.h>
#include <stddef.h>

#include "wizard/line_edit.h"

enum report_written { REPORT_WRITTEN, REPORT_EXISTS, REPORT_FAILED };

/* The path that a student means, owned by the caller: a ~ at its start is the home folder. */
char *report_file_path(const char *typed);

/* Ends a name that has no end as that of a text, as elsewhere nothing would open it; not the name of
 * a folder, in which no file is meant to lie unnamed. */
void report_file_add_end(struct line_edit *path);

/* Writes a whole file, mode 0600, or changes nothing; replace: an existing regular file of that
 * name is replaced. First removes what a save to that folder left behind when it was killed. notice
 * (of size bytes) gets a sentence on what was done or why not. */
enum report_written report_file_write(const char *path, const char *bytes, bool replace,
				      char *notice, size_t size);

#endif
