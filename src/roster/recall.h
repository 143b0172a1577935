/* SPDX-License-Identifier: MIT */
/* Tells repeats: reads their rows a second time, to say whose they are. */
#ifndef RECALL_H
#define RECALL_H

#include <signal.h>
#include <stdbool.h>

#include "base/date.h"
#include "roster/repeats.h"
#include "roster/sink.h"

struct recall {
	struct repeats_rosters rosters;
	bool elsewhere; /* only repeats of a row of another roster, else only the others */
	bool named;     /* each row with its roster's path */
	struct date today;
	const volatile sig_atomic_t *stop;
};

/* Compares the names of rows in different rosters, too. The rows of a roster that cannot be read again, as a pipe or a file that was changed, and of
 * repeats after the first thousand are told by their numbers alone. */
void recall_tell(const struct recall *recall, struct repeats *repeats, struct sink *sink,
		 struct audit_tally *tally);

#endif
