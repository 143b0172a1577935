/* SPDX-License-Identifier: MIT */
/* Audits one roster of a run. */
#ifndef AUDIT_ROSTER_H
#define AUDIT_ROSTER_H

#include <signal.h>

#include "audit/audit_options.h"
#include "audit/audit_records.h"
#include "audit/repeats.h"
#include "audit/sink.h"

/* State that the rosters of a run share; pointers are borrowed unless they say otherwise. */
struct audit_shared {
	const struct audit_options *options;
	FILE *out;
	struct sink *sink;
	const volatile sig_atomic_t *stop; /* set by ^C: stop reading */
	struct audit_records records;
	/* Of all rosters; empty if there is only one or duplicates are not wanted. */
	struct repeats_tables tables;
	struct name_run *runs; /* owned; names that were filled down, in all rosters */
	size_t run_count;
	struct row_states states; /* of the rows of all rosters */
	/* Row numbers that count through all rosters: the last of the earlier rosters, and the last
	 * of this one. */
	uint32_t start, end;
	struct roster_file file; /* of this roster */
	const char *encoding;    /* of this roster; static */
	bool even;               /* roster_is_even() of this roster */
	/* Sums over all rosters. The states are by the rules alone: repeats are counted at the
	 * end. */
	struct audit_tally tally;
};

/* Audits one roster and adds its counts to `shared`. *readable: it could be opened and read.
 * Returns the exit status. */
int audit_roster(struct audit_shared *shared, const char *path, bool *readable);

#endif
