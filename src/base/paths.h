/* SPDX-License-Identifier: MIT */
/* Finds the data files, and the state folder, where files are kept. */
#ifndef PATHS_H
#define PATHS_H

#include "base/diag.h"

/* Returns the path of a data file, owned by the caller: in $XUEJI_DATA, beside the program, or
 * in the installed folder. Returns NULL if it is in none of them; d names every path that was
 * tried. */
char *paths_data(const char *name, struct diag *d);

/* Returns the path of the file `name` in the folder of the file `other`, owned by the caller. */
char *paths_beside(const char *other, const char *name);

/* The file in the state folder that holds the demo's position, for the presenter's notes; and its
 * name while it is being written. */
#define PATHS_DEMO_STATUS "demo.status"
#define PATHS_DEMO_STATUS_NEW PATHS_DEMO_STATUS ".new"

enum { PATHS_STATE = 512 }; /* bytes of the path of the state folder, NUL included */

/* Opens the state folder, $XDG_STATE_HOME/xueji or else ~/.local/state/xueji, which must belong to
 * the effective user and is made private (0700). make: creates the folder if it is missing. Writes
 * its path to `path`. Returns a descriptor, owned by the caller, or -1 with errno. */
int paths_open_state(bool make, char path[PATHS_STATE]);

#endif
