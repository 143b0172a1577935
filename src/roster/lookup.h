/* SPDX-License-Identifier: MIT */
/* A student's record in a file of many, which is read from its start to its end each time: nothing of the
 * others stays in memory, and a hit takes no less long than a miss. */
#ifndef LOOKUP_H
#define LOOKUP_H

#include <stdbool.h>

#include "base/diag.h"
#include "roster/record_search.h"

/* Whether the file can be searched: it opens, and there is a candidate number in it. false: d says why not. */
bool lookup_possible(const char *path, struct diag *d);

/* Offers every record of the file to the search. RECORD_UNREAD: d says why. */
enum record_found lookup(const char *path, struct record_search *search, struct diag *d);

#endif
