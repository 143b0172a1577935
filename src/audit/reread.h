/* SPDX-License-Identifier: MIT */
/* Reports repeats: reads their rows a second time, to say whose they are. */
#ifndef REREAD_H
#define REREAD_H

#include <signal.h>
#include <stdbool.h>

#include "audit/repeats.h"
#include "audit/sink.h"

struct reread {
	struct repeats_rosters rosters;
	bool elsewhere;  /* report only repeats of a row of another roster, else only the others */
	bool named;      /* report each row with its roster's path */
	bool by_student; /* report findings of a part of a column row by row */
	const volatile sig_atomic_t *stop;
};

/* Reports the repeats; for those of rows in different rosters compares the names, too. Rows of a
 * roster that cannot be read again, as a pipe or a file that was changed, are reported by their row
 * numbers alone. */
void reread_report(const struct reread *reread, struct repeats *repeats, struct sink *sink,
		   struct audit_tally *tally);

/* Reports a finding of `rows`, sorted, of the only roster, whose tally is given. If these are
 * nearly all its students, or rows is NULL, reports it of the whole column. */
void reread_report_rows(const struct reread *reread, const struct finding *f,
			const struct row_runs *rows, struct sink *sink, struct audit_tally *tally);

#endif
