/* SPDX-License-Identifier: MIT */
/* Where this program keeps what is nobody else's: $XDG_STATE_HOME/xueji, else ~/.local/state/xueji. */
#ifndef STATE_FOLDER_H
#define STATE_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

/* What stage.h keeps in it, and the same being written: who deletes what is kept must know. */
#define STATE_FOLDER_STAGE "demo.stage"
#define STATE_FOLDER_STAGE_NEW STATE_FOLDER_STAGE ".new"

/* Opens the folder, ours alone (0700); make: makes it where it is not there. Its path goes into path, of
 * size bytes. The descriptor is the caller's to close; -1 with errno. */
int state_folder_open(bool make, char *path, size_t size);

#endif
