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
	bool elsewhere;  /* report only repeats of a row of another roster, else only the others */
	bool named;      /* report each row with its roster's path */
	bool by_student; /* report findings of a part of a column row by row */
	struct date today;
	const volatile sig_atomic_t *stop;
};

/* Reports the repeats; for those of rows in different rosters compares the names, too. Rows of a
 * roster that cannot be read again, as a pipe or a file that was changed, are reported by their row
 * numbers alone. */
void recall_tell(const struct recall *recall, struct repeats *repeats, struct sink *sink,
		 struct audit_tally *tally);

/* Reports a finding of `rows`, sorted, of the only roster, whose tally is given. If these are
 * nearly all its students, or rows is NULL, reports it of the whole column. */
void recall_tell_rows(const struct recall *recall, const struct finding *f,
		      const struct row_runs *rows, struct sink *sink, struct audit_tally *tally);

#endif
