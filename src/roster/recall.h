/* SPDX-License-Identifier: MIT */
/* Reports repeats: reads their rows a second time, to say whose they are. */
#ifndef RECALL_H
#define RECALL_H

#include <signal.h>
#include <stdbool.h>

#include "base/date.h"
#include "roster/repeats.h"
#include "roster/sink.h"

struct recall {
	struct repeats_rosters rosters;
	bool elsewhere; /* report only repeats of a row of another roster, else only the others */
	bool named;     /* report each row with its roster's path */
	struct date today;
	const volatile sig_atomic_t *stop;
};

/* Reports the repeats; for those of rows in different rosters compares the names, too. Rows of a
 * roster that cannot be read again, as a pipe or a file that was changed, are reported by their row
 * numbers alone. */
void recall_tell(const struct recall *recall, struct repeats *repeats, struct sink *sink,
		 struct audit_tally *tally);

#endif
