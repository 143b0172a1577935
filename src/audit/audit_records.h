/* SPDX-License-Identifier: MIT */
/* The records that rosters are compared with, and what is found about the records themselves. */
#ifndef AUDIT_RECORDS_H
#define AUDIT_RECORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "audit/record_index.h"
#include "audit/sink.h"
#include "audit/tally.h"

struct audit_records {
	struct record_index *index; /* owned; NULL: no comparison */
	struct audit_source source; /* their file */
	/* Rows that no record was found for and that cannot be looked up: each may be a student of
	 * any record left. */
	size_t unknown;
	/* Rows without a record, of the rosters in which that is reported once for nearly all. */
	size_t strangers;
};

/* Returns true if the file is JSON, where records have places but no rows. */
bool audit_records_in_list(const struct audit_records *records);

/* Reports the records that no row was found for, if all rosters were read: each one, or all in one
 * finding if they are most records, or none if nearly all rows are strangers; numbers that two
 * records have; and records whose cells are not in their columns. */
void audit_records_report(const struct audit_records *records, bool all_read, struct sink *sink,
			  struct audit_tally *tally);

#endif
