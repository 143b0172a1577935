/* SPDX-License-Identifier: MIT */
/* Keeps the progress in progress.json of the state folder, by temporary file, fsync and rename,
 * under a lock: neither a crash nor a second run loses a tick. */
#ifndef PROGRESS_FILE_H
#define PROGRESS_FILE_H

#include <stdbool.h>

#include "base/paths.h"
#include "model/progress.h"

struct progress_file {
	int dir;                /* owned: the state folder; -1 if nothing is kept */
	char path[PATHS_STATE]; /* of the folder */
	bool pending;           /* there is something to save */
	bool replace;           /* and it replaces what was kept before */
};

enum { PROGRESS_NOTICE = 256 };

/* Opens or creates the folder and reads what is kept to *p. Only one progress is kept: that of the
 * last sample, which is read if this run uses the same (progress_sample(); 0: none), until there is
 * one of the student's own, which a run with a sample neither reads nor replaces. Renames a damaged file to
 * progress.json.damaged. notice (PROGRESS_NOTICE bytes) gets one sentence for the student if
 * something is unusual, else "". If there is no place to keep the progress, or it cannot be read,
 * *p is empty and nothing is kept. Never waits for the disk to write. */
void progress_file_open(struct progress_file *f, uint16_t sample, struct progress *p, char *notice);

/* Notes that the progress has changed. Saving waits for the disk (two fsyncs): call
 * progress_file_save() when the page is painted, before waiting for a key, and before closing;
 * never between a key and its page. replace: forget what was kept before this run. */
void progress_file_mark(struct progress_file *f, bool replace);

/* Saves if marked: merges this run's changes into what is kept, and what other runs kept into
 * *p. false: the old file is untouched, notice says which step failed and why, and the mark
 * stays. notice is "" otherwise, unless a damaged file was renamed. */
bool progress_file_save(struct progress_file *f, struct progress *p, char *notice);

/* Deletes all that was kept; *any: whether there was something. No folder is no failure. false:
 * notice says why. Leaves *f closed. */
bool progress_file_forget(struct progress_file *f, bool *any, char *notice);

/* True if there is a place to keep the progress. */
bool progress_file_keeps(const struct progress_file *f);

void progress_file_close(struct progress_file *f);

#endif
