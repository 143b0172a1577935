/* SPDX-License-Identifier: MIT */
/* How the glance's own sources share the work; nobody else includes this. */
#ifndef FAST_PATH_INTERNAL_H
#define FAST_PATH_INTERNAL_H

#include <stdbool.h>

#include "roster/roster.h"

/* Whether there is nothing to be found in a name, by the looks of its bytes; eight more behind it can be read. */
bool glance_name_plain(enum roster_encoding encoding, struct slice name) __attribute__((pure));

#endif
