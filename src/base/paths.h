/* SPDX-License-Identifier: MIT */
/* Where the data lies: $XUEJI_DATA, beside the build, the installed folder. */
#ifndef PATHS_H
#define PATHS_H

#include "base/diag.h"

/* The path of a data file, owned by the caller; NULL when it is nowhere, and d names every place. */
char *paths_find(const char *name, struct diag *d);

#endif
