/* SPDX-License-Identifier: MIT */
/* The audit of one roster of a run. */
#ifndef AUDIT_ROSTER_H
#define AUDIT_ROSTER_H

#include <signal.h>

#include "roster/audit_options.h"
#include "roster/duplicates.h"
#include "roster/record_index.h"
#include "roster/sink.h"

/* What the rosters of a run share; all is borrowed. */
struct audit_shared {
	const struct audit_options *options;
	FILE *out;
	const volatile sig_atomic_t *stop; /* the user wants to end */
	struct record_index *records;      /* NULL: nothing to compare with */
	struct audit_source source;        /* of them */
	struct duplicates *numbers,
		*candidates;      /* of all rosters; NULL: there is one, or not wanted */
	uint32_t start, end;      /* the rows of earlier rosters; and of this one */
	struct roster_file file;  /* of this one */
	size_t unknown;           /* rows that may be anybody's in the records */
	struct audit_tally tally; /* of all: states by the rules and inside of each roster */
};

/* Audits a roster and adds it to what is shared. *readable: it was read to its end. Returns the
 * exit status. */
int audit_roster(struct audit_shared *shared, const char *path, bool *readable);

/* Where the findings of a roster go, or those of all together; owned by the caller. */
struct sink *audit_sink(const struct audit_shared *shared, bool of_all);

/* Tells the records that were not found, if the rosters were read; and candidate numbers that
 * records have twice. */
void audit_tell_records(const struct audit_shared *shared, bool all_read, struct sink *sink,
			struct audit_tally *tally);

#endif
