/* SPDX-License-Identifier: MIT */
/* Keeps the progress in $XDG_STATE_HOME/xueji/progress.json: by temporary file, fsync and rename, under
 * a lock, so that neither a crash nor a second run loses a tick. */
#ifndef PROGRESS_FILE_H
#define PROGRESS_FILE_H

#include <stdbool.h>

#include "model/progress.h"

/* dir is -1 when nothing is kept: where there is no place for it, or the file could not be read. */
struct progress_file {
	int dir;        /* owned: the folder, 0700 and ours */
	char path[512]; /* for messages */
};

enum { PROGRESS_NOTICE = 256 };

/* Finds or makes the folder and reads what is kept into *p. A damaged file is set aside as
 * progress.json.damaged. notice (PROGRESS_NOTICE bytes) gets one sentence for the student when
 * something is not as usual, else "". */
void progress_file_open(struct progress_file *f, struct progress *p, char *notice);

/* Merges this run's changes into what is kept, and what others kept into *p. fresh: forgets what was
 * kept before. false: the old file is untouched, and notice says which step failed and why. */
bool progress_file_save(struct progress_file *f, struct progress *p, bool fresh, char *notice);

/* Deletes all that was kept. false: notice says why. Nothing kept is no failure. */
bool progress_file_forget(struct progress_file *f, char *notice);

/* Whether there is a place to keep it in. */
bool progress_file_keeps(const struct progress_file *f);

void progress_file_close(struct progress_file *f);

#endif
