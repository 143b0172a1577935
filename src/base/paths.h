/* SPDX-License-Identifier: MIT */
/* Where files lie: the data that is read, and the folder for what is kept. */
#ifndef PATHS_H
#define PATHS_H

#include "base/diag.h"

/* The path of a data file, owned by the caller: in $XUEJI_DATA, beside the program, or in the
 * installed folder. NULL if it is nowhere: d names every path that was tried. */
char *paths_data(const char *name, struct diag *d);

/* The path of a file in the folder of another one, owned by the caller. */
char *paths_beside(const char *other, const char *name);

/* The demo's position, for the presenter's notes, in the state folder; and the same while being
 * written. */
#define PATHS_DEMO_STATUS "demo.status"
#define PATHS_DEMO_STATUS_NEW PATHS_DEMO_STATUS ".new"

enum { PATHS_STATE = 512 }; /* bytes of the path of the state folder, NUL included */

/* Opens the state folder, $XDG_STATE_HOME/xueji or else ~/.local/state/xueji, which must belong
 * to the effective user and is made private (0700). make: creates it if it is missing. Writes
 * its path. Returns a descriptor, owned by the caller, or -1 with errno. */
int paths_open_state(bool make, char path[PATHS_STATE]);

#endif
