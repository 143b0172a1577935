/* SPDX-License-Identifier: MIT */
/* Saves the progress in progress.json in the state folder, by temporary file, fsync and rename,
 * under a lock: no tick is lost by a crash or a second run. */
#ifndef PROGRESS_FILE_H
#define PROGRESS_FILE_H

#include <stdbool.h>

#include "base/paths.h"
#include "model/progress.h"

struct progress_file {
	int dir;                /* owned: descriptor of the state folder; -1 if nothing is saved */
	char path[PATHS_STATE]; /* of the folder */
	bool pending;           /* there is something to save */
	bool replace;           /* saving replaces what was saved before */
};

enum { PROGRESS_NOTICE = 256 };

/* Opens or creates the folder and reads the saved progress into *p. sample: progress_sample(); 0
 * for the student's own record. There is one saved progress, the student's own or a sample's. It is
 * read if it has the same sample, else *p is empty and will replace it; but a run with a sample
 * does not replace the student's own progress: *p is that one, with sample 0, and nothing will be
 * saved. Renames a damaged file to progress.json.damaged. notice (PROGRESS_NOTICE bytes) gets one
 * sentence for the student if something is unusual, else "". If there is no place to save the
 * progress, or it cannot be read, *p is empty and nothing will be saved. Never waits for the disk
 * to write. */
void progress_file_open(struct progress_file *f, uint16_t sample, struct progress *p, char *notice);

/* Notes that the progress has changed. Saving waits for the disk (two fsyncs): call
 * progress_file_save() when the page is painted, before waiting for a key, and before closing;
 * never between a key and its page. replace: discard what was saved before this run. */
void progress_file_mark(struct progress_file *f, bool replace);

/* Saves if marked: merges this run's changes into the file, and what other runs saved into *p.
 * Returns false on failure: the old file is untouched, notice says which step failed and why, and
 * the mark stays. Otherwise notice is "", unless a damaged file was renamed. */
bool progress_file_save(struct progress_file *f, struct progress *p, char *notice);

/* Deletes all saved files, and sets *any to whether there were any but the lock. A missing folder
 * is not a failure. Returns false on failure; notice says why. Leaves *f closed. */
bool progress_file_forget(struct progress_file *f, bool *any, char *notice);

/* True if there is a place to save the progress. */
bool progress_file_keeps(const struct progress_file *f);

void progress_file_close(struct progress_file *f);

#endif
